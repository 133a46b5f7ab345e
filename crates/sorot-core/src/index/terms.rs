//! Which articles hold this word, and how much does it weigh there? Flat arrays over the corpus's
//! dictionary.

use crate::corpus::{Corpus, DocId, Lexicon, StemId, TermId, each_word};
use crate::sort;
use std::collections::HashMap;

/// What a word in the headline counts, against 1 in the story: the weighted sum of fields before
/// saturation is that of Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple weighted
/// fields" (CIKM 2004); the weight is set by hand.
pub const TITLE: u8 = 4;

/// The articles that hold one word.
#[derive(Clone, Copy, Debug, Default)]
pub struct Posting<'a> {
    /// Which, in order.
    pub rows: &'a [DocId],
    /// How often each holds it, an occurrence in the headline counting [`TITLE`] times; at most 255.
    pub weights: &'a [u8],
}

/// Postings of the words of all stories; lines that aren't the story are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    /// Term → postings, as offsets into `rows` and `weights`.
    offsets: Vec<u32>,
    rows: Vec<DocId>,
    weights: Vec<u8>,
    /// Row → words of its headline and story.
    lengths: Vec<u32>,
    /// Stem → terms, as offsets into `family`.
    family_offsets: Vec<u32>,
    family: Vec<TermId>,
}

impl Terms {
    /// Indexes the words of a corpus.
    pub fn of(corpus: &Corpus) -> Terms {
        let lexicon = corpus.lexicon();
        let ids: HashMap<&str, u32> = lexicon.terms().zip(0..).collect();
        // Row by row: its terms in order, each once, with their weights.
        let mut found: Vec<(TermId, u8)> = Vec::new();
        let mut row_ends: Vec<usize> = Vec::new();
        let mut lengths = Vec::with_capacity(corpus.documents().len());
        let mut here: Vec<(TermId, u8)> = Vec::new();
        for document in corpus.documents() {
            here.clear();
            for (text, span, in_title) in super::fields(document) {
                let weight = if in_title { TITLE } else { 1 };
                each_word(text, span, |_, word| {
                    here.extend(ids.get(word).map(|&id| (TermId(id), weight)));
                });
            }
            lengths.push(here.len() as u32);
            sort::numbers(&mut here);
            for group in here.chunk_by(|a, b| a.0 == b.0) {
                let weight = group.iter().fold(0u8, |sum, &(_, weight)| sum.saturating_add(weight));
                found.extend(group.first().map(|&(term, _)| (term, weight)));
            }
            row_ends.push(found.len());
        }
        let (offsets, order) = group_by(lexicon.len(), found.iter().map(|&(term, _)| term.index()));
        let row_of = |at: usize| DocId(row_ends.partition_point(|&end| end <= at) as u32);
        let (family_offsets, family) = families(lexicon);
        Terms {
            offsets,
            rows: order.iter().map(|&at| row_of(at as usize)).collect(),
            weights: order.iter().filter_map(|&at| found.get(at as usize)).map(|&(_, w)| w).collect(),
            lengths,
            family_offsets,
            family,
        }
    }

    /// The articles that hold `term`.
    pub fn posting(&self, term: TermId) -> Posting<'_> {
        Posting {
            rows: super::slice(&self.offsets, &self.rows, term.index()),
            weights: super::slice(&self.offsets, &self.weights, term.index()),
        }
    }

    /// The words of one stem, in order.
    pub fn family(&self, stem: StemId) -> &[TermId] {
        super::slice(&self.family_offsets, &self.family, stem.0 as usize)
    }

    /// The words of an article's headline and story.
    pub fn length(&self, row: DocId) -> u32 {
        self.lengths.get(row.index()).copied().unwrap_or(0)
    }

    /// The words of all articles.
    pub fn total_length(&self) -> u64 {
        self.lengths.iter().map(|&n| u64::from(n)).sum()
    }
}

fn families(lexicon: &Lexicon) -> (Vec<u32>, Vec<TermId>) {
    let terms = || (0..lexicon.len() as u32).map(TermId);
    let stem = |term| lexicon.stem_of(term).map_or(0, |s| s.0 as usize);
    let (offsets, order) = group_by(lexicon.stem_count(), terms().map(stem));
    (offsets, order.into_iter().map(TermId).collect())
}

/// Counting sort: where each of `groups` groups begins in the order, and the places of the items group
/// by group, those of one group in their own order.
pub(super) fn group_by(groups: usize, keys: impl Iterator<Item = usize> + Clone) -> (Vec<u32>, Vec<u32>) {
    let mut offsets = vec![0u32; groups + 1];
    for key in keys.clone() {
        if let Some(count) = offsets.get_mut(key + 1) {
            *count += 1;
        }
    }
    for i in 1..offsets.len() {
        offsets[i] += offsets[i - 1];
    }
    let mut next = offsets.clone();
    let mut order = vec![0u32; offsets.last().copied().unwrap_or(0) as usize];
    for (at, key) in (0..).zip(keys) {
        if let Some(place) = next.get_mut(key).filter(|_| key < groups) {
            if let Some(slot) = order.get_mut(*place as usize) {
                *slot = at;
            }
            *place += 1;
        }
    }
    (offsets, order)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn grouping_is_a_stable_sort(keys in proptest::collection::vec(0usize..5, 0..40)) {
            let (offsets, order) = group_by(5, keys.iter().copied());
            let mut sorted: Vec<u32> = (0..keys.len() as u32).collect();
            sorted.sort_by_key(|&at| keys[at as usize]);
            prop_assert_eq!(&order, &sorted);
            for group in 0..5 {
                let members = &order[offsets[group] as usize..offsets[group + 1] as usize];
                prop_assert!(members.iter().all(|&at| keys[at as usize] == group));
            }
        }
    }
}
