//! Which words does the bundle hold, and which of them belong together?
//!
//! Made where the articles are read and carried in the pack, so that stems need no list of roots where
//! the pack is opened. It covers every line of every article, the ones that aren't the story too: a
//! reader may take such a line for story, and its words then have their place already.

use super::words::each_word;
use crate::annotate::{Document, Spread};
use crate::calendar::Lang;
use crate::stem;
use crate::structure::language::is_function_word;
use crate::text::Span;
use serde::{Deserialize, Serialize};
use sorot_rows::words_before;
use std::collections::HashMap;
use std::ops::Range;

/// A word's place in the bundle's sorted dictionary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct TermId(pub u32);

impl crate::sort::Number for TermId {
    fn number(self) -> u64 {
        self.0.into()
    }

    fn of(number: u64) -> TermId {
        TermId(number as u32)
    }
}

impl TermId {
    /// As an index.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A stem's place in the bundle's sorted list of stems.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct StemId(pub u32);

/// The folded words of a bundle, sorted, and their stems.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lexicon {
    pub(super) terms: WordList,
    pub(super) stems: WordList,
    /// Term → stem.
    pub(super) stem_of: Vec<StemId>,
    /// The words without content of their own in the language that uses them more, sorted: kept here, so
    /// that no list of them is needed where the pack is opened.
    pub(super) function: Vec<TermId>,
}

/// Parts that a bundle is counted in.
const PARTS: usize = 4;

/// How often each word stands in texts of each language.
fn count(documents: &[Document]) -> HashMap<String, [u32; 2]> {
    let mut seen: HashMap<String, [u32; 2]> = HashMap::new();
    for document in documents {
        let lang = document.structure.language;
        let mut take = |_: Span, word: &str| match seen.get_mut(word) {
            Some(counts) => counts[lang as usize] += 1,
            None => {
                let mut counts = [0; 2];
                counts[lang as usize] = 1;
                seen.insert(word.to_string(), counts);
            }
        };
        let article = &document.article;
        each_word(&article.body, Span::new(0, article.body.len()), &mut take);
        if let Some(title) = &article.declared_title {
            each_word(title, Span::new(0, title.len()), &mut take);
        }
    }
    seen
}

impl Lexicon {
    /// The lexicon of documents: same documents in any order, same lexicon. The counting is spread by `spread`.
    pub fn of(spread: &impl Spread, documents: &[Document]) -> Lexicon {
        let each = documents.len().div_ceil(PARTS).max(1);
        let mut parts = spread.map(documents.chunks(each).collect(), count).into_iter();
        let mut seen = parts.next().unwrap_or_default();
        for (word, counts) in parts.flatten() {
            let all = seen.entry(word).or_default();
            (0..2).for_each(|lang| all[lang] += counts[lang]);
        }
        let mut seen: Vec<(String, [u32; 2])> = seen.into_iter().collect();
        seen.sort_unstable();
        // A word of both languages has the stem of the one that uses it more.
        let lang = |counts: &[u32; 2]| if counts[1] > counts[0] { Lang::En } else { Lang::Id };
        let stemmed = spread.map(seen.iter().collect(), |(word, counts)| stem::stem(word, lang(counts)));
        let mut stems: Vec<&str> = stemmed.iter().map(AsRef::as_ref).collect();
        stems.sort_unstable();
        stems.dedup();
        let stem_of = stemmed
            .iter()
            .map(|s| StemId(stems.binary_search(&s.as_ref()).unwrap_or_default() as u32))
            .collect();
        let function = (0..).map(TermId).zip(&seen);
        let function = function.filter(|(_, (word, counts))| is_function_word(word, lang(counts)));
        Lexicon {
            function: function.map(|(term, _)| term).collect(),
            terms: WordList::of(seen.iter().map(|(word, _)| word.as_str())),
            stems: WordList::of(stems.into_iter()),
            stem_of,
        }
    }

    /// The stem of a word that has content of its own.
    pub fn content_stem(&self, term: TermId) -> Option<StemId> {
        if self.function.binary_search(&term).is_ok() { None } else { self.stem_of(term) }
    }

    /// The number of words.
    pub fn len(&self) -> usize {
        self.stem_of.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.stem_of.is_empty()
    }

    /// The number of stems.
    pub fn stem_count(&self) -> usize {
        self.stems.len()
    }

    /// All words in order, the n-th being the word of `TermId(n)`.
    pub fn terms(&self) -> impl Iterator<Item = &str> {
        self.terms.iter()
    }

    /// A word; empty for one that isn't here.
    pub fn word(&self, term: TermId) -> &str {
        self.terms.get(term.index())
    }

    /// A stem; empty for one that isn't here.
    pub fn stem(&self, stem: StemId) -> &str {
        self.stems.get(stem.0 as usize)
    }

    /// The place of a folded word.
    pub fn term(&self, word: &str) -> Option<TermId> {
        self.terms.find(word).map(TermId)
    }

    /// The places of the words that begin with `start`.
    pub fn starting_with(&self, start: &str) -> Range<u32> {
        self.terms.starting_with(start)
    }

    /// The stem of a word.
    pub fn stem_of(&self, term: TermId) -> Option<StemId> {
        self.stem_of.get(term.index()).copied()
    }

    /// The stem that a word of a question has here: its own where the bundle holds the word, else what
    /// stands in it under affixes, as far as the bundle knows that as a stem.
    pub fn stem_of_word(&self, word: &str) -> Option<StemId> {
        match self.term(word) {
            Some(term) => self.stem_of(term),
            None => stem::root_among(word, |root| self.stems.find(root).is_some())
                .and_then(|root| self.stems.find(&root))
                .map(StemId),
        }
    }

    /// Whether its parts fit together; a pack could say anything. That its words are sorted the checksum says: others would
    /// only be found elsewhere or not at all.
    pub(super) fn is_sound(&self) -> bool {
        let stems = self.stems.len();
        self.stem_of.len() == self.terms.len()
            && self.stem_of.iter().all(|s| (s.0 as usize) < stems)
            && self.function.is_sorted()
    }
}

/// Sorted words, each once, in one piece of memory.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct WordList {
    text: String,
    /// Where each word ends in `text`.
    ends: Vec<u32>,
}

impl WordList {
    pub fn of<'a>(words: impl Iterator<Item = &'a str>) -> WordList {
        let mut list = WordList::default();
        for word in words {
            list.text.push_str(word);
            list.ends.push(list.text.len() as u32);
        }
        list
    }

    /// Of the words in one text and the length of each.
    pub fn from_lengths(text: String, lengths: Vec<u32>) -> WordList {
        WordList { text, ends: sorot_rows::ends(lengths) }
    }

    /// All words, one after the other.
    pub fn text(&self) -> &str {
        &self.text
    }

    fn len(&self) -> usize {
        self.ends.len()
    }

    /// The `at`-th word; empty beyond the end.
    fn get(&self, at: usize) -> &str {
        let end = self.ends.get(at).copied().unwrap_or(0) as usize;
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0) as usize;
        self.text.get(start..end).unwrap_or("")
    }

    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|at| self.get(at))
    }

    /// How many words stand before `word`.
    fn before(&self, word: &[u8]) -> usize {
        words_before(self.text.as_bytes(), &self.ends, word)
    }

    pub fn find(&self, word: &str) -> Option<u32> {
        let at = self.before(word.as_bytes());
        (at < self.len() && self.get(at) == word).then_some(at as u32)
    }

    fn starting_with(&self, start: &str) -> Range<u32> {
        // Behind every word that begins so: no character holds such a byte.
        let behind: Vec<u8> = start.bytes().chain([0xff]).collect();
        self.before(start.as_bytes()) as u32..self.before(&behind) as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn lexicon(words: &[(&str, &str)]) -> Lexicon {
        let mut stems: Vec<&str> = words.iter().map(|w| w.1).collect();
        stems.sort_unstable();
        stems.dedup();
        Lexicon {
            terms: WordList::of(words.iter().map(|w| w.0)),
            stem_of: words.iter().map(|w| StemId(stems.binary_search(&w.1).unwrap() as u32)).collect(),
            stems: WordList::of(stems.into_iter()),
            function: vec![],
        }
    }

    #[test]
    fn a_word_that_the_bundle_does_not_hold_finds_the_stem_that_it_does() {
        let lexicon = lexicon(&[("bicara", "bicara"), ("serangan", "serang"), ("attacking", "attack")]);
        let stem = |word: &str| lexicon.stem_of_word(word).map(|s| lexicon.stems.get(s.0 as usize));
        assert_eq!(stem("menyerang"), Some("serang"));
        assert_eq!(stem("pembicaraannya"), Some("bicara"));
        assert_eq!(stem("attacks"), Some("attack"));
        assert_eq!(stem("mengapa"), None);
    }

    #[test]
    fn what_does_not_fit_together_is_seen() {
        let sound = lexicon(&[("a", "a"), ("b", "a")]);
        assert!(sound.is_sound() && Lexicon::default().is_sound());
        let broken = |change: fn(&mut Lexicon)| {
            let mut lexicon = sound.clone();
            change(&mut lexicon);
            assert!(!lexicon.is_sound(), "{lexicon:?}");
        };
        broken(|l| l.stem_of[0] = StemId(1));
        broken(|l| _ = l.stem_of.pop());
        broken(|l| l.terms.ends = vec![1]);
        // What isn't sorted or no word is looked up all the same.
        let looked_up = |text: &str, ends: &[u32]| {
            let list = WordList { text: text.into(), ends: ends.to_vec() };
            assert_eq!((list.find("a").is_some(), list.iter().count()), (false, ends.len()));
            list.starting_with("a").for_each(|at| assert!(list.get(at as usize).len() <= text.len()));
        };
        looked_up("bac", &[1, 2, 3]);
        looked_up("abc", &[2, 1]);
        looked_up("é", &[1, 2]);
        looked_up("b", &[9]);
    }

    proptest! {
        #[test]
        fn a_word_list_finds_as_a_walk_would(
            words in proptest::collection::btree_set("[abé]{1,4}", 0..30), sought in "[abé]{0,3}",
        ) {
            let list = WordList::of(words.iter().map(String::as_str));
            prop_assert_eq!(list.iter().collect::<Vec<_>>(), words.iter().collect::<Vec<_>>());
            prop_assert_eq!(list.find(&sought).is_some(), words.contains(&sought));
            let begun: Vec<&str> = list.starting_with(&sought).map(|n| list.get(n as usize)).collect();
            let walked: Vec<&str> =
                words.iter().map(String::as_str).filter(|w| w.starts_with(&sought)).collect();
            prop_assert_eq!(begun, walked);
        }
    }
}
