//! One sentence as the name rules see it: its tokens with what each tells.

use super::gazetteer::{self, EntryId};
use super::words::{Tells, tells};
use crate::annotate::work;
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
    /// The longest listed name that begins here, and how many words it has.
    pub listed: Option<(EntryId, usize)>,
}

impl Word<'_> {
    /// Whether it begins with a capital letter.
    pub fn is_capital(&self) -> bool {
        work::step();
        matches!(self.shape, Shape::Capital | Shape::Upper | Shape::Initial)
    }

    /// Whether it is the mark `c`.
    pub fn is_mark(&self, c: char) -> bool {
        work::step();
        self.kind == TokenKind::Mark && self.text.starts_with(c)
    }
}

/// Letters that a word of any list has at most; longer words are looked up nowhere.
const LONGEST: usize = 40;

/// Words of a listed name at most.
const LONGEST_LISTED: usize = 8;

/// Reads the tokens of one sentence.
pub fn read<'a>(body: &'a str, sentence: Span, lang: Lang) -> Vec<Word<'a>> {
    let mut initial = true;
    let mut words: Vec<Word> = tokens(body, sentence)
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
        .collect();
    for at in 0..words.len() {
        let found = listed(body, &words, at, lang);
        if let Some(word) = words.get_mut(at).filter(|_| found.is_some()) {
            word.listed = found;
        }
    }
    words
}

/// The longest listed name that begins at `at`.
fn listed(body: &str, words: &[Word], at: usize, lang: Lang) -> Option<(EntryId, usize)> {
    let word = words.get(at).filter(|w| w.kind == TokenKind::Word && w.text.len() <= LONGEST)?;
    let shouted = word.shape == Shape::Upper && word.text.len() >= 4;
    let small_name = matches!(word.shape, Shape::Lower);
    if small_name && word.text.len() > 3 && word.text != "eSwatini" {
        // Small letters begin a listed name only as an article ("el-Fasher").
        return None;
    }
    let longest = match gazetteer::longest(word.text) {
        Some(bytes) => bytes,
        None if shouted => gazetteer::longest(&gazetteer::capitalise(word.text))?,
        None => return None,
    };
    let start = word.span.start as usize;
    let fits = |w: &&Word| w.span.end as usize <= start + longest;
    let most = words.get(at..)?.iter().take(LONGEST_LISTED).take_while(fits).count();
    (1..=most).rev().find_map(|len| {
        let last = words.get(at + len - 1)?;
        let text = body.get(start..last.span.end as usize)?;
        let entry = gazetteer::find(text, lang).or_else(|| {
            // "ST. PETERSBURG": shouted names of a dateline.
            let all = words.get(at..at + len)?.iter().all(|w| w.shape != Shape::Capital);
            if shouted && all { gazetteer::find_shouted(text, lang) } else { None }
        })?;
        Some((entry, len))
    })
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
    Word {
        span,
        text,
        small: lower,
        shape,
        kind,
        spaced,
        tells,
        initial,
        possessive: bare.is_some(),
        listed: None,
    }
}
