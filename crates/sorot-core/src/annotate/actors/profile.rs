//! What does the whole article tell about a word? Which words it writes small, which names it has.

use super::sentence::Word;
use crate::calendar::Lang;
use crate::structure::tokens::Shape;

/// Facts about one article, looked up while its sentences are cut.
#[derive(Debug, Default)]
pub struct Profile<'a> {
    /// The article's language.
    pub lang: Lang,
    /// Words written small somewhere in it, sorted.
    small: Vec<&'a str>,
    /// Words of full names (two words or more), sorted.
    named: Vec<&'a str>,
    /// Full names as (last word, first word), sorted.
    full: Vec<(&'a str, &'a str)>,
    /// Words that stand as names alone, sorted.
    alone: Vec<&'a str>,
    /// Acronyms that stand in brackets, sorted.
    acronyms: Vec<&'a str>,
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
        let mut small: Vec<&str> = words.map(|w| w.text).collect();
        small.sort_unstable();
        small.dedup();
        let bracketed = sentences.iter().flat_map(|s| s.windows(3)).filter_map(|w| match w {
            [a, b, c] if a.is_mark('(') && c.is_mark(')') && b.shape == Shape::Upper => Some(b.text),
            _ => None,
        });
        let mut acronyms: Vec<&str> = bracketed.collect();
        acronyms.sort_unstable();
        acronyms.dedup();
        Profile { lang, small, acronyms, ..Profile::default() }
    }

    /// Takes the full names of the article, each as its words, and the words that stand alone.
    pub fn name_words(&mut self, names: &[Vec<&'a str>], alone: Vec<&'a str>) {
        self.alone = alone;
        self.alone.sort_unstable();
        self.alone.dedup();
        self.named = names.iter().flatten().copied().collect();
        self.named.sort_unstable();
        self.named.dedup();
        self.full = names.iter().filter_map(|n| Some((*n.last()?, *n.first()?))).collect();
        self.full.sort_unstable();
        self.full.dedup();
    }

    /// Whether the article writes `word` small somewhere.
    pub fn is_small(&self, word: &str) -> bool {
        self.small.binary_search(&word).is_ok()
    }

    /// Whether `word` stands alone as a name somewhere.
    pub fn is_alone(&self, word: &str) -> bool {
        self.alone.binary_search(&word).is_ok()
    }

    /// Whether `word` is part of a name anywhere.
    pub fn knows(&self, word: &str) -> bool {
        self.is_named(word) || self.is_alone(word)
    }

    /// Whether `word` stands in brackets as an acronym somewhere.
    pub fn is_acronym(&self, word: &str) -> bool {
        self.acronyms.binary_search(&word).is_ok()
    }

    /// Whether `word` is part of a full name.
    pub fn is_named(&self, word: &str) -> bool {
        self.named.binary_search(&word).is_ok()
    }

    /// Whether `word` is the last word of a full name.
    pub fn is_surname(&self, word: &str) -> bool {
        self.is_surname_beside(word, "")
    }

    /// Whether `word` is the last word of a full name that doesn't begin with `first`.
    pub fn is_surname_beside(&self, word: &str, first: &str) -> bool {
        let at = self.full.partition_point(|n| n.0 < word);
        self.full.iter().skip(at).take_while(|n| n.0 == word).take(8).any(|n| n.1 != first)
    }
}
