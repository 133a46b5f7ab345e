//! What sets two selections apart? Actors, words and quotes of only one, and of both.

mod words;

use super::{Telling, of_each_speaker};
use crate::annotate::ActorId;
use crate::corpus::{Corpus, DocId};
use crate::index::Index;
use sorot_rows::Bits;
use std::cmp::Reverse;

pub use words::Word;

/// Two selections side by side.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Compared {
    /// Articles of the left selection.
    pub left: u32,
    /// Articles of the right one.
    pub right: u32,
    /// Articles that are in both.
    pub shared: u32,
    /// Actors.
    pub actors: Sides<Counted<ActorId>>,
    /// Words, by their stem.
    pub words: Sides<Word>,
    /// Quotes that only articles of the left hold, and only those of the right: article and number in
    /// [`crate::annotate::Document::quotes`].
    pub quotes: [Vec<Telling>; 2],
}

/// What only one has, and what both have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sides<T> {
    /// Only the left.
    pub left: Vec<T>,
    /// Both.
    pub both: Vec<T>,
    /// Only the right.
    pub right: Vec<T>,
}

impl<T> Default for Sides<T> {
    fn default() -> Sides<T> {
        Sides { left: Vec::new(), both: Vec::new(), right: Vec::new() }
    }
}

/// Something with the number of articles on either side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted<T> {
    /// What.
    pub what: T,
    /// Articles of the left.
    pub left: u32,
    /// Articles of the right.
    pub right: u32,
}

/// Lines shown of a kind and side.
const SHOWN: usize = 12;
/// Quotes shown of a side.
const QUOTES: usize = 8;
/// Quotes of a side that they are chosen from: the earliest.
const CANDIDATES: usize = 400;

/// Compares two selections, each sorted.
pub fn compare(corpus: &Corpus, index: &Index, left: &[DocId], right: &[DocId]) -> Compared {
    Compared {
        left: left.len() as u32,
        right: right.len() as u32,
        shared: left.iter().filter(|d| right.binary_search(d).is_ok()).count() as u32,
        actors: actors(corpus, index, left, right),
        words: words::words(corpus, index, left, right),
        quotes: [quotes(index, left, right), quotes(index, right, left)],
    }
}

/// The articles of `all` rows that `docs` doesn't hold.
pub fn rest(all: u32, docs: &[DocId]) -> Vec<DocId> {
    (0..all).map(DocId).filter(|d| docs.binary_search(d).is_err()).collect()
}

/// Sorts what is counted on both sides into the three lists, each by its counts and then by place.
fn sides<T: Copy>(counted: impl Iterator<Item = (u32, u32, u32, T)>) -> Sides<Counted<T>> {
    let mut all: Vec<(Reverse<u32>, u32, Counted<T>)> = counted
        .filter(|c| c.0 + c.1 > 0)
        .map(|(left, right, place, what)| {
            let rank = if left > 0 && right > 0 { left.min(right) } else { left.max(right) };
            (Reverse(rank), place, Counted { what, left, right })
        })
        .collect();
    all.sort_unstable_by_key(|c| (c.0, c.1));
    let take = |of: &dyn Fn(&Counted<T>) -> bool| -> Vec<Counted<T>> {
        all.iter().map(|c| c.2).filter(|c| of(c)).take(SHOWN).collect()
    };
    Sides {
        left: take(&|c| c.right == 0),
        both: take(&|c| c.left > 0 && c.right > 0),
        right: take(&|c| c.left == 0),
    }
}

fn actors(corpus: &Corpus, index: &Index, left: &[DocId], right: &[DocId]) -> Sides<Counted<ActorId>> {
    let mut counts = vec![[0u32; 2]; corpus.actors().len()];
    for (side, docs) in [left, right].into_iter().enumerate() {
        for actor in docs.iter().flat_map(|&doc| index.actors_of(doc)) {
            if let Some(count) = counts.get_mut(actor.index()).and_then(|c| c.get_mut(side)) {
                *count += 1;
            }
        }
    }
    sides((0..).zip(counts).map(|(id, [l, r])| (l, r, id, ActorId(id))))
}

/// The quotes of `own` that no article of `other` holds, each once: the first of each speaker before anybody's second.
fn quotes(index: &Index, own: &[DocId], other: &[DocId]) -> Vec<Telling> {
    let lines = &index.told().quotes;
    let mut told = Bits::none(lines.len() as u32);
    for &doc in other {
        lines.of_doc(doc).iter().for_each(|&line| told.insert(line));
    }
    let mut found: Vec<(Telling, u32)> = Vec::new();
    for &doc in own {
        for (at, &line) in (0..).zip(lines.of_doc(doc)) {
            if found.len() < CANDIDATES && !told.contains(line) && !lines.actors(line).is_empty() {
                found.push(((doc, at), line));
            }
            told.insert(line);
        }
    }
    of_each_speaker(lines, &found, QUOTES)
}
