//! What does the whole article tell about a word? Which words it writes small, which names it has.

use super::sentence::Word;
use crate::calendar::Lang;
use crate::structure::lookup::Distinct;
use crate::structure::tokens::Shape;

/// The word is written small somewhere.
const SMALL: u8 = 1;
/// It is one of a full name (of two words or more).
const NAMED: u8 = 2;
/// It is the last one of such a name.
const SURNAME: u8 = 4;
/// It stands as a name alone.
const ALONE: u8 = 8;
/// It stands in brackets as an acronym.
const ACRONYM: u8 = 16;

/// Facts about one article, looked up while its sentences are cut.
#[derive(Debug, Default)]
pub struct Profile<'a> {
    /// The article's language.
    pub lang: Lang,
    /// Words of which something is known, and what.
    words: Distinct<'a>,
    known: Vec<u8>,
    /// Full names as (last word, first word), sorted.
    full: Vec<(&'a str, &'a str)>,
    /// Whether the sentence at hand is a headline with every word capitalised.
    pub headline: bool,
}

impl<'a> Profile<'a> {
    /// Reads the words that the article writes small.
    pub fn new(lang: Lang, sentences: &[Vec<Word<'a>>]) -> Profile<'a> {
        // What a hyphen ties to a name ("Jong-un") isn't a word.
        let free = |pair: &&[Word<'a>]| !matches!(pair, [a, b] if a.is_mark('-') && !b.spaced);
        let words = sentences.iter().flat_map(|s| s.windows(2).filter(free).filter_map(|p| p.get(1)));
        let words = words.filter(|w| w.shape == Shape::Lower);
        let mut profile = Profile { lang, ..Profile::default() };
        words.for_each(|w| profile.know(w.text, SMALL));
        let bracketed = sentences.iter().flat_map(|s| s.windows(3)).filter_map(|w| match w {
            [a, b, c] if a.is_mark('(') && c.is_mark(')') && b.shape == Shape::Upper => Some(b.text),
            _ => None,
        });
        bracketed.for_each(|word| profile.know(word, ACRONYM));
        profile
    }

    fn know(&mut self, word: &'a str, fact: u8) {
        let at = self.words.id(word) as usize;
        self.known.resize(self.known.len().max(at + 1), 0);
        self.known.get_mut(at).into_iter().for_each(|known| *known |= fact);
    }

    fn is(&self, word: &str, fact: u8) -> bool {
        let known = self.words.get(word).and_then(|at| self.known.get(at as usize));
        known.is_some_and(|known| known & fact != 0)
    }

    /// Takes the full names of the article, each as its words, and the words that stand alone.
    pub fn name_words(&mut self, names: &[Vec<&'a str>], alone: Vec<&'a str>) {
        alone.into_iter().for_each(|word| self.know(word, ALONE));
        names.iter().flatten().for_each(|word| self.know(word, NAMED));
        names.iter().filter_map(|n| n.last()).for_each(|word| self.know(word, SURNAME));
        self.full = names.iter().filter_map(|n| Some((*n.last()?, *n.first()?))).collect();
        self.full.sort_unstable();
        self.full.dedup();
    }

    /// Whether the article writes `word` small somewhere.
    pub fn is_small(&self, word: &str) -> bool {
        self.is(word, SMALL)
    }

    /// Whether `word` stands alone as a name somewhere.
    pub fn is_alone(&self, word: &str) -> bool {
        self.is(word, ALONE)
    }

    /// Whether `word` is part of a name anywhere.
    pub fn knows(&self, word: &str) -> bool {
        self.is(word, NAMED | ALONE)
    }

    /// Whether `word` stands in brackets as an acronym somewhere.
    pub fn is_acronym(&self, word: &str) -> bool {
        self.is(word, ACRONYM)
    }

    /// Whether `word` is part of a full name.
    pub fn is_named(&self, word: &str) -> bool {
        self.is(word, NAMED)
    }

    /// Whether `word` is the last word of a full name.
    pub fn is_surname(&self, word: &str) -> bool {
        self.is_surname_beside(word, "")
    }

    /// Whether `word` is the last word of a full name that doesn't begin with `first`.
    pub fn is_surname_beside(&self, word: &str, first: &str) -> bool {
        if !self.is(word, SURNAME) {
            return false;
        }
        let at = self.full.partition_point(|n| n.0 < word);
        self.full.iter().skip(at).take_while(|n| n.0 == word).take(8).any(|n| n.1 != first)
    }
}
