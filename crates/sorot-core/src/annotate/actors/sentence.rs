//! One sentence as the name rules see it: its tokens with what each tells.

use super::words::{Tells, tells};
use crate::calendar::Lang;
use crate::structure::lexicon::small;
use crate::structure::tokens::{Shape, Token, TokenKind, tokens};
use crate::text::Span;
use std::borrow::Cow;

/// A token with what it tells.
#[derive(Debug)]
pub struct Word<'a> {
    /// Where; without a possessive "’s".
    pub span: Span,
    /// As written.
    pub text: &'a str,
    /// In small letters.
    pub small: Cow<'a, str>,
    /// How it is written.
    pub shape: Shape,
    /// Whether it is a word, a number or a mark.
    pub kind: TokenKind,
    /// Whether white space stands before it.
    pub spaced: bool,
    /// What it tells; nothing for marks and numbers.
    pub tells: Tells,
    /// Whether a capital here says nothing: it begins a sentence, a quote or what a colon announces.
    pub initial: bool,
    /// Whether a possessive "’s" follows.
    pub possessive: bool,
}

impl Word<'_> {
    /// Whether it begins with a capital letter.
    pub fn is_capital(&self) -> bool {
        matches!(self.shape, Shape::Capital | Shape::Upper | Shape::Initial)
    }

    /// Whether it is the mark `c`.
    pub fn is_mark(&self, c: char) -> bool {
        self.kind == TokenKind::Mark && self.text.starts_with(c)
    }
}

/// Letters that a word of any list has at most; longer words are looked up nowhere.
const LONGEST: usize = 40;

/// Reads the tokens of one sentence.
pub fn read<'a>(body: &'a str, sentence: Span, lang: Lang) -> Vec<Word<'a>> {
    let mut initial = true;
    tokens(body, sentence)
        .into_iter()
        .map(|token| {
            let word = word(body, token, initial, lang);
            initial = match token.kind {
                TokenKind::Word | TokenKind::Number => false,
                TokenKind::Mark => {
                    let dash = token.spaced && matches!(word.text, "–" | "—");
                    initial || dash || matches!(word.text, "“" | "‘" | "\"" | ":" | "«" | "•" | "…")
                }
            };
            word
        })
        .collect()
}

fn word<'a>(body: &'a str, token: Token, initial: bool, lang: Lang) -> Word<'a> {
    let full = token.text(body);
    let bare = ["’s", "'s"].iter().find_map(|s| full.strip_suffix(s)).filter(|b| !b.is_empty());
    let text = bare.unwrap_or(full);
    let span = Span::new(token.span.start as usize, token.span.start as usize + text.len());
    let lower = if token.is_capital() { Cow::Owned(small(text)) } else { Cow::Borrowed(text) };
    let looked_up = token.kind == TokenKind::Word && text.len() <= LONGEST;
    let tells = if looked_up { tells(&lower, lang) } else { Tells::default() };
    let (shape, kind, spaced) = (token.shape, token.kind, token.spaced);
    Word { span, text, small: lower, shape, kind, spaced, tells, initial, possessive: bare.is_some() }
}
