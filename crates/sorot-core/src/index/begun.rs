//! Which articles hold a word that begins so? The first letters of a word stand for thousands of words; the sets
//! of the most frequent beginnings are made where the pack is, so that the first key costs no more than the last.

use super::terms::Terms;
use crate::corpus::{Bytes, Lexicon, TermId};
use sorot_rows::Bits;
use std::ops::Range;

/// A beginning has a set of its own from so many entries in its words' lists on, in percent of the articles:
/// walking fewer takes less than a third of a millisecond at 100,000.
const FREQUENT: u64 = 100;
/// … and from so many on in all: few in tests, whose bundles are small.
const WORTH: u64 = if cfg!(test) { 100 } else { 4096 };

/// The sets of frequent beginnings, each known by the words that begin so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Begun {
    /// The first word that begins so, sorted, and the one after the last.
    pub firsts: Vec<u32>,
    pub ends: Vec<u32>,
    /// A bit an article, in words of eight bytes, one set after the other.
    pub sets: Bytes,
}

/// How many entries the lists of a frequent beginning have at least.
fn least(terms: &Terms) -> u64 {
    (u64::from(terms.rows()) * FREQUENT / 100).max(WORTH)
}

impl Begun {
    pub fn of(lexicon: &Lexicon, terms: &Terms) -> Begun {
        Begun::of_frequent(lexicon, terms, least(terms), &|_| None)
    }

    /// Those of articles that came of others, of which `old` are the sets of the same words: row → row now, and the words of
    /// new articles, by term: term, row.
    pub fn altered(
        lexicon: &Lexicon,
        terms: &Terms,
        old: Option<&Begun>,
        now: &[u32],
        new: &[(u32, u32, u8)],
    ) -> Begun {
        let set_of = |range: &Range<u32>| {
            let old = old?.set(range)?;
            let mut set = Bits::none(terms.rows());
            let mut rows = now.iter();
            for eight in old.as_chunks::<8>().0 {
                let word = u64::from_le_bytes(*eight);
                // What isn't there any more is beyond the last row.
                rows.by_ref()
                    .take(64)
                    .enumerate()
                    .filter(|(bit, row)| word >> bit & 1 == 1 && **row < terms.rows())
                    .for_each(|(_, row)| set.insert(*row));
            }
            let from = new.partition_point(|new| new.0 < range.start);
            let words = new.iter().skip(from).take_while(|new| new.0 < range.end);
            words.for_each(|new| set.insert(new.1));
            Some(set)
        };
        Begun::of_frequent(lexicon, terms, least(terms), &set_of)
    }

    /// The beginnings whose words' lists have at least `least` entries; `known` gives sets that needn't be made.
    pub fn of_frequent(
        lexicon: &Lexicon,
        terms: &Terms,
        least: u64,
        known: &dyn Fn(&Range<u32>) -> Option<Bits>,
    ) -> Begun {
        let mut frequent: Vec<Range<u32>> = Vec::new();
        let mut open = vec![(0..lexicon.len() as u32, 1usize)];
        while let Some((within, letters)) = open.pop() {
            let mut at = within.start;
            while at < within.end {
                let word = lexicon.word(TermId(at));
                let Some((end, letter)) = word.char_indices().nth(letters - 1) else {
                    // The word that is the beginning itself.
                    at += 1;
                    continue;
                };
                let begun = lexicon.starting_with(word.get(..end + letter.len_utf8()).unwrap_or(word));
                if terms.entries(begun.clone()) >= least {
                    frequent.push(begun.clone());
                    open.push((begun.clone(), letters + 1));
                }
                at = begun.end.max(at + 1);
            }
        }
        // Beginnings of the same words are one.
        frequent.sort_unstable_by_key(|range| (range.start, range.end));
        frequent.dedup();
        let mut sets = Vec::new();
        for range in &frequent {
            let set = known(range).unwrap_or_else(|| {
                let mut set = Bits::none(terms.rows());
                range.clone().for_each(|term| terms.mark(TermId(term), &mut set));
                set
            });
            set.words().iter().for_each(|word| sets.extend_from_slice(&word.to_le_bytes()));
        }
        Begun {
            firsts: frequent.iter().map(|range| range.start).collect(),
            ends: frequent.iter().map(|range| range.end).collect(),
            sets: Bytes::from(sets),
        }
    }

    /// The set of the beginning that just these words have.
    pub fn set(&self, terms: &Range<u32>) -> Option<&[u8]> {
        let from = self.firsts.partition_point(|&first| first < terms.start);
        let same = self.firsts.get(from..)?.iter().take_while(|first| **first == terms.start).count();
        let at = from + self.ends.get(from..from + same)?.binary_search(&terms.end).ok()?;
        let each = self.sets.len() / self.firsts.len();
        self.sets.get(at * each..(at + 1) * each)
    }
}
