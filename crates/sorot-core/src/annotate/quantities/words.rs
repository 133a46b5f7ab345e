//! The words of one sentence, with what the lexicon of quantities says of them.

use super::lexicon::{self, Sense, Senses};
use crate::calendar::Lang;
use crate::structure::tokens::{Token, TokenKind, tokens};
use crate::text::Span;
use std::borrow::Cow;

/// The words of a sentence; every look-up outside of it finds nothing.
pub(super) struct Words<'a> {
    pub body: &'a str,
    pub lang: Lang,
    tokens: Vec<Token>,
    senses: Vec<Senses>,
}

/// Whether a sentence can hold a number: a digit, or a word that counts.
pub(super) fn may_count(text: &str, lang: Lang) -> bool {
    let bytes = text.as_bytes();
    if bytes.iter().any(u8::is_ascii_digit) {
        return true;
    }
    let mut buffer = [0u8; LONGEST];
    bytes.split(|b| !b.is_ascii_alphabetic() && b.is_ascii()).any(|word| {
        let begins = word.first().is_some_and(|b| begins_number(b.to_ascii_lowercase(), lang));
        let Some(low) = buffer.get_mut(..word.len()).filter(|_| begins && word.len() > 2) else {
            return false;
        };
        low.copy_from_slice(word);
        low.make_ascii_lowercase();
        std::str::from_utf8(low).is_ok_and(|w| is_number(lexicon::senses(w, lang)))
    })
}

/// Letters of a number word at most.
const LONGEST: usize = 14;

/// Whether a number word of the language begins with this letter: most words are told by it.
fn begins_number(first: u8, lang: Lang) -> bool {
    match lang {
        Lang::Id => b"bdejlmnprst".contains(&first),
        Lang::En => b"bdefhmnostz".contains(&first),
    }
}

fn is_number(senses: Senses) -> bool {
    use Sense::{Number, OneScale, Part, Parts, Scale, Times, Vague};
    matches!(senses.0, Some(Number(_) | OneScale(_) | Part(_) | Parts(_) | Scale(_) | Times(_) | Vague(..)))
}

impl<'a> Words<'a> {
    pub fn of(body: &'a str, sentence: Span, lang: Lang) -> Words<'a> {
        let tokens = tokens(body, sentence);
        let senses = tokens
            .iter()
            .map(|t| match t.kind {
                TokenKind::Word => lexicon::senses(&lower(t.text(body)), lang),
                _ => (None, None),
            })
            .collect();
        Words { body, lang, tokens, senses }
    }

    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    pub fn token(&self, at: usize) -> Option<&Token> {
        #[cfg(test)]
        crate::annotate::work::step();
        self.tokens.get(at)
    }

    pub fn text(&self, at: usize) -> &'a str {
        self.token(at).map_or("", |t| t.text(self.body))
    }

    pub fn low(&self, at: usize) -> Cow<'a, str> {
        lower(self.text(at))
    }

    /// What the word is, in its first sense.
    pub fn sense(&self, at: usize) -> Option<Sense> {
        self.senses.get(at)?.0
    }

    /// Whether the word has this sense among its own.
    pub fn has(&self, at: usize, test: impl Fn(Sense) -> bool) -> bool {
        self.senses.get(at).is_some_and(|s| s.0.is_some_and(&test) || s.1.is_some_and(&test))
    }

    pub fn is_word(&self, at: usize) -> bool {
        self.token(at).is_some_and(|t| t.kind == TokenKind::Word)
    }

    pub fn is_digits(&self, at: usize) -> bool {
        self.token(at).is_some_and(|t| t.kind == TokenKind::Number)
    }

    pub fn mark(&self, at: usize, c: char) -> bool {
        self.token(at).is_some_and(|t| t.is(self.body, c))
    }

    /// Whether the token stands right behind the one before it.
    pub fn glued(&self, at: usize) -> bool {
        self.token(at).is_some_and(|t| !t.spaced)
    }

    /// A hyphen without white space on either side.
    pub fn joins(&self, at: usize) -> bool {
        self.mark(at, '-') && self.glued(at) && self.glued(at + 1)
    }

    /// The token before `at`.
    pub fn before(&self, at: usize, by: usize) -> Option<usize> {
        at.checked_sub(by)
    }

    /// From the first byte of `from` to the last of the token before `end`.
    pub fn span(&self, from: usize, end: usize) -> Span {
        let first = self.token(from).map(|t| t.span);
        let last = end.checked_sub(1).and_then(|at| self.token(at)).map(|t| t.span);
        first.zip(last).map_or(Span { start: 0, end: 0 }, |(a, b)| a.cover(b))
    }

    /// The first token that begins at or behind byte `end`.
    pub fn behind(&self, end: u32) -> usize {
        self.tokens.partition_point(|t| t.span.start < end)
    }
}

/// In lower case, without a copy where it is so.
fn lower(word: &str) -> Cow<'_, str> {
    if word.bytes().any(|b| b.is_ascii_uppercase() || b >= 0x80) {
        word.to_lowercase().into()
    } else {
        word.into()
    }
}
