//! Which words do only the articles of one selection use?

use super::{SHOWN, Sides};
use crate::annotate::ActorId;
use crate::calendar::{Lang, month_name};
use crate::corpus::{Corpus, DocId, StemId, TermId, each_word};
use crate::index::Index;
use crate::structure::language::is_function_word;
use crate::text::Span;
use std::cmp::Reverse;
use std::collections::HashSet;

/// A word with the number of articles on either side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// The form that the articles use most.
    pub term: TermId,
    /// Articles of the left that use any form.
    pub left: u32,
    /// Articles of the right.
    pub right: u32,
}

/// Shortest word with content, in letters.
const LETTERS: usize = 4;
/// A bundle of fewer articles doesn't tell which words are common.
const BACKGROUND: usize = 50;
/// Candidates of a side, before names are left out.
const CANDIDATES: usize = 80;

/// Days of the week say when, not what; months are the calendar's.
const WEEKDAYS: [&str; 15] = [
    "senin",
    "selasa",
    "rabu",
    "kamis",
    "jumat",
    "sabtu",
    "minggu",
    "ahad",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// A stem with what ranks it.
type Found = (Reverse<u32>, Reverse<u32>, StemId, Word);

/// The words of two sorted selections; what is part of a name stands among the actors.
pub(super) fn words(corpus: &Corpus, index: &Index, left: &[DocId], right: &[DocId]) -> Sides<Word> {
    // Row → whose it is: bit 0 left, bit 1 right.
    let mut side = vec![0u8; index.len()];
    for (bit, docs) in [(1, left), (2, right)] {
        for doc in docs {
            if let Some(side) = side.get_mut(doc.index()) {
                *side |= bit;
            }
        }
    }
    // Row → the last stem that was counted there, plus one.
    let mut counted = vec![0u32; index.len()];
    let mut found: [Vec<Found>; 3] = Default::default();
    let lexicon = corpus.lexicon();
    for stem in (0..lexicon.stem_count() as u32).map(StemId) {
        let (mut counts, mut weight, mut best, mut all) = ([0u32; 2], 0u32, (0u32, None), 0usize);
        for &term in index.terms().family(stem) {
            let posting = index.terms().posting(term);
            all += posting.rows.len();
            let mut own = 0;
            for (&row, &times) in posting.rows.iter().zip(&posting.weights) {
                let row = row as usize;
                let is_of = side.get(row).copied().unwrap_or(0);
                if is_of == 0 {
                    continue;
                }
                own += u32::from(times);
                if let Some(last) = counted.get_mut(row).filter(|last| **last != stem.0 + 1) {
                    *last = stem.0 + 1;
                    counts[0] += u32::from(is_of & 1);
                    counts[1] += u32::from(is_of >> 1);
                }
            }
            weight += own;
            if own > best.0 && is_topic(lexicon.word(term), lexicon.stem(stem)) {
                best = (own, Some(term));
            }
        }
        let (Some(term), [left, right]) = (best.1, counts) else { continue };
        let word = Word { term, left, right };
        let (list, rank) = match (left, right) {
            (_, 0) => (0, left),
            (0, _) => (2, right),
            // What every article of the bundle says sets none apart.
            _ => (1, left.min(right) * rarity(index.len(), all)),
        };
        if let Some(list) = found.get_mut(list) {
            list.push((Reverse(rank), Reverse(weight), stem, word));
        }
    }
    let names = names(corpus, index, left, right);
    let [left, both, right] = found.map(|mut list| {
        list.sort_unstable_by_key(|f| (f.0, f.1, f.2));
        let words = list.into_iter().map(|f| f.3).filter(|w| has_content(lexicon.word(w.term)));
        let words = words.take(CANDIDATES).filter(|w| !names.contains(lexicon.word(w.term)));
        words.take(SHOWN).collect()
    });
    Sides { left, both, right }
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

/// Whether a form names something: what a verb's prefixes or endings stand on tells what is done, which every text
/// tells; its family is told by a noun ("persetujuan") or by its root.
fn is_topic(word: &str, stem: &str) -> bool {
    let active = ["me", "di", "ber", "ter", "kau", "ku"].iter().any(|prefix| word.starts_with(prefix));
    let verb = active || word.ends_with("kan") || word.ends_with("ed");
    word == stem || !verb
}

fn has_content(word: &str) -> bool {
    let is_month = |lang| (1..=12).any(|month| month_name(month, lang).eq_ignore_ascii_case(word));
    word.chars().count() >= LETTERS
        && !WEEKDAYS.contains(&word)
        && !is_month(Lang::Id)
        && !is_month(Lang::En)
        && !word.starts_with(|c: char| c.is_numeric())
        && !is_function_word(word, Lang::Id)
        && !is_function_word(word, Lang::En)
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
    fn what_is_done_is_told_by_a_noun_or_a_root() {
        for (word, stem) in
            [("persetujuan", "tuju"), ("setuju", "setuju"), ("media", "media"), ("ikan", "ikan")]
        {
            assert!(is_topic(word, stem), "{word}");
        }
        for (word, stem) in
            [("menyetujui", "tuju"), ("dimiliki", "milik"), ("berunding", "runding"), ("serahkan", "serah")]
        {
            assert!(!is_topic(word, stem), "{word}");
        }
    }

    #[test]
    fn what_all_hold_is_not_rare() {
        assert_eq!([rarity(50, 50), rarity(100, 50), rarity(400, 50), rarity(5, 5)], [0, 16, 48, 1]);
        assert!(rarity(50, 30) > rarity(50, 40) && rarity(50, 90) == 0);
    }
}
