//! Which articles hold this word, and how much does it weigh there? Compressed lists over the corpus's
//! dictionary.

use super::begun::Begun;
use crate::annotate::Document;
use crate::corpus::{Bytes, Corpus, DocId, Lexicon, StemId, TermId, each_word};
use crate::fold::fold_into;
use crate::sort;
use sorot_rows::{Bits, PAD, Ranker, Word};
use std::collections::HashMap;
use std::ops::Range;
use std::sync::OnceLock;

/// What a word in the headline counts, against 1 in the story: the weighted sum of fields before
/// saturation is that of Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple weighted
/// fields" (CIKM 2004); the weight is set by hand.
pub const TITLE: u8 = 4;

/// The articles that hold one word.
#[derive(Clone, Debug, Default)]
pub struct Posting {
    /// Which, in order.
    pub rows: Vec<u32>,
    /// How often each holds it, an occurrence in the headline counting [`TITLE`] times; at most 255.
    pub weights: Vec<u8>,
}

/// Postings of the words of all stories; lines that aren't the story are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    /// The number of articles.
    pub(super) rows: u32,
    /// Term → how many articles hold it.
    pub(super) counts: Vec<u32>,
    /// Term → where its list begins in `lists`, in the form of [`sorot_rows::encode`].
    pub(super) starts: Vec<u32>,
    pub(super) lists: Bytes,
    pub(super) begun: Begun,
    /// Row → words of its headline and story.
    pub(super) lengths: Vec<u32>,
    total_length: u64,
    kept: Kept,
}

/// What follows from the rest once somebody asks for it; tells no two apart.
#[derive(Clone, Debug, Default)]
struct Kept {
    ranker: OnceLock<Ranker>,
    /// Stem → where its terms begin among all, and those.
    families: OnceLock<(Vec<u32>, Vec<TermId>)>,
}

impl PartialEq for Kept {
    fn eq(&self, _: &Kept) -> bool {
        true
    }
}

impl Eq for Kept {}

impl Terms {
    /// Indexes the words of a corpus.
    pub fn of(corpus: &Corpus) -> Terms {
        let lexicon = corpus.lexicon();
        let ids: HashMap<&str, u32> = lexicon.terms().zip(0..).collect();
        // Row by row.
        let mut found: Vec<(TermId, u8)> = Vec::new();
        let mut row_ends: Vec<u32> = Vec::new();
        let mut lengths = Vec::with_capacity(corpus.documents().len());
        for document in corpus.documents() {
            lengths.push(words(document, |word| ids.get(word).copied(), &mut found));
            row_ends.push(found.len() as u32);
        }
        let mut terms = Terms { rows: lengths.len() as u32, ..Terms::default() };
        // Term by term: a counting sort that carries the rows along.
        let mut offsets = vec![0u32; lexicon.len() + 1];
        found.iter().for_each(|(term, _)| {
            if let Some(count) = offsets.get_mut(term.index() + 1) {
                *count += 1;
            }
        });
        for i in 1..offsets.len() {
            offsets[i] += offsets[i - 1];
        }
        let mut next = offsets.clone();
        let (mut rows, mut weights) = (vec![0u32; found.len()], vec![0u8; found.len()]);
        let mut from = 0;
        for (row, &end) in (0u32..).zip(&row_ends) {
            for (term, weight) in found.get(from..end as usize).unwrap_or(&[]) {
                let Some(place) = next.get_mut(term.index()) else { continue };
                if let (Some(r), Some(w)) = (rows.get_mut(*place as usize), weights.get_mut(*place as usize))
                {
                    (*r, *w) = (row, *weight);
                }
                *place += 1;
            }
            from = end as usize;
        }
        drop(found);
        let mut lists = Vec::new();
        for term in 0..lexicon.len() {
            let rows = super::slice(&offsets, &rows, term);
            terms.starts.push(lists.len() as u32);
            terms.counts.push(rows.len() as u32);
            sorot_rows::encode(rows, super::slice(&offsets, &weights, term), terms.rows, &mut lists);
        }
        lists.extend([0; PAD]);
        terms.lists = Bytes::from(lists);
        terms.begun = Begun::of(lexicon, &terms);
        terms.with_lengths(lengths)
    }

    /// The postings that were made before.
    pub(super) fn of_parts(
        counts: Vec<u32>,
        starts: Vec<u32>,
        lists: Bytes,
        begun: Begun,
        lengths: Vec<u32>,
    ) -> Terms {
        let rows = lengths.len() as u32;
        Terms { rows, counts, starts, lists, begun, ..Terms::default() }.with_lengths(lengths)
    }

    fn with_lengths(self, lengths: Vec<u32>) -> Terms {
        Terms { total_length: lengths.iter().map(|&n| u64::from(n)).sum(), lengths, ..self }
    }

    /// The number of articles.
    pub fn rows(&self) -> u32 {
        self.rows
    }

    /// How many articles hold `term`.
    pub fn count(&self, term: TermId) -> u32 {
        self.counts.get(term.index()).copied().unwrap_or(0)
    }

    /// How many entries the lists of `terms` have together.
    pub fn entries(&self, terms: Range<u32>) -> u64 {
        let counts = self.counts.get(terms.start as usize..terms.end as usize);
        counts.unwrap_or(&[]).iter().map(|&n| u64::from(n)).sum()
    }

    pub(super) fn list(&self, term: TermId) -> &[u8] {
        let start = self.starts.get(term.index()).copied().unwrap_or(u32::MAX);
        self.lists.get(start as usize..).unwrap_or(&[])
    }

    /// Whether so many articles hold `term` that any of them is found in its list without those before.
    pub fn is_dense(&self, term: TermId) -> bool {
        sorot_rows::is_dense(self.list(term))
    }

    /// The articles that hold `term`.
    pub fn posting(&self, term: TermId) -> Posting {
        let mut posting = Posting::default();
        let Posting { rows, weights } = &mut posting;
        sorot_rows::list(self.list(term), self.count(term), self.rows, rows, weights);
        posting
    }

    /// What `term` weighs in each article of a set, `share` times: of those that hold it, in order.
    pub fn weights_in(&self, term: TermId, share: u16, set: &Bits) -> Vec<u16> {
        sorot_rows::weights_in(self.list(term), self.count(term), share, set)
    }

    /// The `most` articles in which the frequent `term` is worth most.
    pub fn best(&self, term: TermId, word: Word, ranker: &Ranker, most: usize) -> Vec<u32> {
        sorot_rows::best_in(self.list(term), self.count(term), self.rows, word, ranker, most)
    }

    /// Takes the articles that hold `term` into a set.
    pub fn mark(&self, term: TermId, set: &mut Bits) {
        sorot_rows::mark(self.list(term), self.count(term), set);
    }

    /// As [`Terms::mark`], and adds what `term` weighs in each, `share` times, to the sums by row.
    pub fn add(&self, term: TermId, share: u16, set: &mut Bits, sums: &mut [u16]) {
        sorot_rows::add(self.list(term), self.count(term), share, set, sums);
    }

    /// The articles that may hold `text`: for each stretch of letters and digits in it those that hold a word with it,
    /// whatever stands around. None for a text without any.
    pub fn holding(&self, lexicon: &Lexicon, text: &str) -> Vec<u32> {
        let mut parts: Vec<&str> =
            text.split(|c: char| !c.is_alphanumeric()).filter(|p| !p.is_empty()).collect();
        // What is short may be folded away: a possessive.
        if parts.iter().any(|part| part.len() > 1) {
            parts.retain(|part| part.len() > 1);
        }
        let mut all: Option<Bits> = None;
        let mut folded = String::new();
        for part in parts {
            folded.clear();
            fold_into(part, &mut folded);
            let mut set = Bits::none(self.rows);
            let words = (0..).map(TermId).zip(lexicon.terms());
            words
                .filter(|(_, word)| word.contains(folded.as_str()))
                .for_each(|(term, _)| self.mark(term, &mut set));
            match &mut all {
                Some(all) => all.and(&set),
                None => all = Some(set),
            }
        }
        all.map_or_else(Vec::new, |all| all.rows())
    }

    /// The articles that hold a word of a frequent beginning, known by the words that begin so; `None` for
    /// rarer ones.
    pub fn begun(&self, terms: &Range<u32>) -> Option<&[u8]> {
        self.begun.set(terms)
    }

    /// The words of one stem, in order.
    pub fn family(&self, lexicon: &Lexicon, stem: StemId) -> &[TermId] {
        let (offsets, terms) = self.kept.families.get_or_init(|| families(lexicon));
        super::slice(offsets, terms, stem.0 as usize)
    }

    /// The words of an article's headline and story.
    pub fn length(&self, row: DocId) -> u32 {
        self.lengths.get(row.index()).copied().unwrap_or(0)
    }

    /// What ranks the articles, made once of their lengths in mean lengths.
    pub fn ranker(&self, make: fn(&mut dyn Iterator<Item = f32>) -> Ranker) -> &Ranker {
        let mean = (self.total_length as f32 / self.lengths.len().max(1) as f32).max(1.0);
        let mut lengths = self.lengths.iter().map(|&length| length as f32 / mean);
        self.kept.ranker.get_or_init(|| make(&mut lengths))
    }

    /// The words of all articles.
    pub fn total_length(&self) -> u64 {
        self.total_length
    }
}

/// Appends the terms of an article in order, each once, with their weights; gives back how many words it has.
pub(super) fn words(
    document: &Document,
    ids: impl Fn(&str) -> Option<u32>,
    found: &mut Vec<(TermId, u8)>,
) -> u32 {
    let mut here: Vec<(TermId, u8)> = Vec::new();
    for (text, span, in_title) in super::fields(document) {
        let weight = if in_title { TITLE } else { 1 };
        each_word(text, span, |_, word| here.extend(ids(word).map(|id| (TermId(id), weight))));
    }
    sort::numbers(&mut here);
    for group in here.chunk_by(|a, b| a.0 == b.0) {
        let weight = group.iter().fold(0u8, |sum, &(_, weight)| sum.saturating_add(weight));
        found.extend(group.first().map(|&(term, _)| (term, weight)));
    }
    here.len() as u32
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
