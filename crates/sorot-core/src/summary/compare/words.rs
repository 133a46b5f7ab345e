//! Which words do only the articles of one selection use?
//!
//! A family of words is told by the form that names something ("persetujuan"), and counted by such forms alone: what is
//! done ("menyetujui") every text tells.

mod forms;

use super::{SHOWN, Sides};
use crate::annotate::ActorId;
use crate::corpus::{Corpus, DocId, StemId, TermId, each_word};
use crate::index::Index;
use crate::sort;
use crate::text::Span;
use forms::{Form, form};
use std::collections::HashSet;

/// A word with the number of articles on either side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// The form that the articles use most.
    pub term: TermId,
    /// Articles of the left that use any form that names something.
    pub left: u32,
    /// Articles of the right.
    pub right: u32,
}

/// A bundle of fewer articles doesn't tell which words are common.
const BACKGROUND: usize = 50;
/// Families of a side whose forms are looked at, the most used first.
const CANDIDATES: usize = 120;

/// Two selections as the words see them.
struct Pair<'a> {
    corpus: &'a Corpus,
    index: &'a Index,
    /// Row → whose it is: bit 0 left, bit 1 right.
    side: Vec<u8>,
    /// Row → the last family that was counted there.
    counted: Vec<u32>,
    /// How many families were counted.
    families: u32,
}

/// How some words are used.
#[derive(Clone, Copy, Default)]
struct Use {
    /// Articles of the left and of the right.
    articles: [u32; 2],
    /// How often, in the selected articles.
    weight: u32,
    /// Articles of the whole bundle, one for each word.
    all: usize,
}

impl Pair<'_> {
    /// Counts words as one.
    fn count(&mut self, terms: &[TermId]) -> Use {
        self.families += 1;
        let mut found = Use::default();
        for &term in terms {
            let posting = self.index.terms().posting(term);
            found.all += posting.rows.len();
            for (&row, &times) in posting.rows.iter().zip(&posting.weights) {
                let is_of = self.side.get(row as usize).copied().unwrap_or(0);
                if is_of == 0 {
                    continue;
                }
                found.weight += u32::from(times);
                if let Some(last) = self.counted.get_mut(row as usize).filter(|last| **last != self.families)
                {
                    *last = self.families;
                    found.articles[0] += u32::from(is_of & 1);
                    found.articles[1] += u32::from(is_of >> 1);
                }
            }
        }
        found
    }

    /// The words of a family that name something, as one; none where the articles only tell what is done with them.
    fn word(&mut self, stem: StemId) -> Option<(Word, Use)> {
        let (index, lexicon) = (self.index, self.corpus.lexicon());
        let mut naming = Vec::new();
        let (mut best, mut bare, mut done) = ((0, None), 0, 0);
        for &term in index.terms().family(lexicon, stem) {
            let weight = self.count(&[term]).weight;
            let form = match lexicon.content_stem(term) {
                Some(_) => form(lexicon.word(term), lexicon.stem(stem)),
                None => Form::Nothing,
            };
            match form {
                Form::Nothing => continue,
                Form::Done => {
                    done += weight;
                    continue;
                }
                Form::Root => bare += weight,
                Form::Named => {}
            }
            naming.push(term);
            if weight > best.0 {
                best = (weight, Some(term));
            }
        }
        // A root that mostly stands in verbs is one itself: "akhir" beside "mengakhiri".
        if bare == best.0 && done > bare {
            return None;
        }
        let found = self.count(&naming);
        let [left, right] = found.articles;
        Some((Word { term: best.1?, left, right }, found))
    }
}

/// The words of two sorted selections; what is part of a name stands among the actors.
pub(super) fn words(corpus: &Corpus, index: &Index, left: &[DocId], right: &[DocId]) -> Sides<Word> {
    let mut side = vec![0u8; index.len()];
    for (bit, docs) in [(1, left), (2, right)] {
        for doc in docs {
            if let Some(side) = side.get_mut(doc.index()) {
                *side |= bit;
            }
        }
    }
    let mut pair = Pair { corpus, index, counted: vec![0; side.len()], side, families: 0 };
    // By side: the families with their ranks.
    let mut found: [Vec<(Rank, StemId)>; 3] = Default::default();
    for stem in (0..corpus.lexicon().stem_count() as u32).map(StemId) {
        let family = pair.count(index.terms().family(corpus.lexicon(), stem));
        if let Some(list) = place(family.articles).and_then(|at| found.get_mut(at)) {
            list.push((rank(index, family), stem));
        }
    }
    let names = names(corpus, index, left, right);
    let [left, both, right] = [0, 1, 2].map(|at| {
        let mut words: Vec<(Rank, StemId, Word)> = Vec::new();
        for stem in first(found.get_mut(at).map(std::mem::take).unwrap_or_default()) {
            let Some((word, found)) = pair.word(stem) else { continue };
            if place(found.articles) == Some(at) && !names.contains(corpus.lexicon().word(word.term)) {
                words.push((rank(index, found), stem, word));
            }
        }
        sort::by_key(&mut words, |w| (w.0, w.1));
        words.into_iter().take(SHOWN).map(|w| w.2).collect()
    });
    Sides { left, both, right }
}

/// Whether only the left uses it, both, or only the right; none where nobody does.
fn place(articles: [u32; 2]) -> Option<usize> {
    match articles {
        [0, 0] => None,
        [_, 0] => Some(0),
        [0, _] => Some(2),
        _ => Some(1),
    }
}

/// By what words stand, the lesser first: the more articles, then the more often.
type Rank = (u32, u32);

fn rank(index: &Index, found: Use) -> Rank {
    let [left, right] = found.articles;
    let articles = match left.min(right) {
        0 => left.max(right),
        // What every article of the bundle says sets none apart.
        fewer => fewer.saturating_mul(rarity(index.len(), found.all)),
    };
    (!articles, !found.weight)
}

/// The first [`CANDIDATES`] of many, in order.
fn first(mut all: Vec<(Rank, StemId)>) -> impl Iterator<Item = StemId> {
    let mut ranks: Vec<Rank> = all.iter().map(|f| f.0).collect();
    sort::numbers(&mut ranks);
    let last = ranks.get(CANDIDATES).copied();
    all.retain(|f| last.is_none_or(|last| f.0 <= last));
    sort::by_key(&mut all, |f| *f);
    all.into_iter().take(CANDIDATES).map(|f| f.1)
}

/// How rare a word is that `held` of `all` articles hold: sixteenths of the binary logarithm (inverse document
/// frequency: Sparck Jones 1972), in whole numbers.
fn rarity(all: usize, held: usize) -> u32 {
    if all < BACKGROUND {
        return 1;
    }
    let ratio = ((all as u64) << 16) / (held.clamp(1, all.max(1)) as u64);
    let whole = ratio.max(1).ilog2();
    // Between two powers of two in a straight line.
    let rest = (ratio << 4 >> whole) as u32 & 15;
    (whole * 16 + rest).saturating_sub(16 * 16)
}

/// The words of the names of all actors in both selections, folded.
fn names(corpus: &Corpus, index: &Index, left: &[DocId], right: &[DocId]) -> HashSet<String> {
    let mut named = vec![false; corpus.actors().len()];
    for actor in left.iter().chain(right).flat_map(|&doc| index.actors_of(doc)) {
        if let Some(named) = named.get_mut(actor.index()) {
            *named = true;
        }
    }
    let mut words = HashSet::new();
    let actors = (0..).map(ActorId).zip(named).filter(|(_, named)| *named);
    for actor in actors.filter_map(|(id, _)| corpus.actor(id)) {
        let spellings = actor.surfaces.iter().map(|s| s.text.as_str());
        for text in std::iter::once(actor.name.as_str()).chain(spellings) {
            each_word(text, Span::new(0, text.len()), |_, word| _ = words.insert(word.to_string()));
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_all_hold_is_not_rare() {
        assert_eq!([rarity(50, 50), rarity(100, 50), rarity(400, 50), rarity(5, 5)], [0, 16, 48, 1]);
        assert!(rarity(50, 30) > rarity(50, 40) && rarity(50, 90) == 0);
    }
}
