//! How much does a word weigh in an article?
//!
//! BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009); a
//! headline's words count more before saturation (see [`crate::index::TITLE`]), and the exact form of a
//! word counts twice as much as another form of its stem or a word that it only begins. Logarithms are
//! made of exactly defined operations, so that every machine ranks alike.

use crate::corpus::TermId;
use crate::index::{Index, Posting};
use sorot_rows::{Bits, Curve, Ranker, Word};
use std::ops::Range;

/// How soon more of the same word stops to matter, and how much an article's length does: the middle
/// of the values that the survey recommends.
const K1: f32 = 1.2;
const B: f32 = 0.75;
/// What an occurrence of the form itself counts.
pub const EXACT: u32 = 2;
/// What an occurrence of another form counts.
pub const OTHER: u32 = 1;
/// BM25's saturation, in steps of a whole score as fine as an `f32` of a few dozen units can be.
pub const CURVE: Curve = Curve { factor: K1 + 1.0, exact: EXACT as f32, per: 4096.0 };

/// A term that stands for a word that is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Form {
    /// Which.
    pub term: TermId,
    /// [`EXACT`] or [`OTHER`].
    pub share: u32,
}

/// What stands for a word that is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Forms {
    /// Single terms, sorted, each once.
    pub single: Vec<Form>,
    /// The terms that begin so, each for [`OTHER`] where it isn't a single one.
    pub begun: Range<u32>,
}

impl Forms {
    /// Whether a term stands for it.
    pub fn holds(&self, term: TermId) -> bool {
        self.begun.contains(&term.0) || self.single.binary_search_by_key(&term, |f| f.term).is_ok()
    }

    /// All terms that stand for it, sorted, each once.
    pub fn terms(&self) -> impl Iterator<Item = TermId> + '_ {
        let apart = |form: &&Form| !self.begun.contains(&form.term.0);
        let before = self.single.iter().filter(apart).filter(|f| f.term.0 < self.begun.start);
        let after = self.single.iter().filter(apart).filter(|f| f.term.0 >= self.begun.end);
        before.map(|f| f.term).chain(self.begun.clone().map(TermId)).chain(after.map(|f| f.term))
    }

    /// The share of each term that is to be walked: all, or the single ones where the others have a set.
    fn shares(&self) -> impl Iterator<Item = Form> + '_ {
        let of = |term: TermId| self.single.binary_search_by_key(&term, |f| f.term).ok();
        let share = move |term| of(term).and_then(|at| self.single.get(at)).map_or(OTHER, |f| f.share);
        self.terms().map(move |term| Form { term, share: share(term) })
    }
}

/// The articles that hold a word, and what it weighs in each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weights {
    /// Which.
    pub set: Bits,
    /// How many they are.
    pub count: u32,
    kind: Kind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Kind {
    /// Known by rows; what an occurrence counts.
    Listed(Vec<u32>, Vec<u8>, u32),
    /// Of one frequent term, whose weights are looked up in its list once they are asked for.
    One(Form),
    /// Of several, whose lists are walked again then.
    Several(Forms),
}

impl Weights {
    /// Of the forms that stand for a word.
    pub fn of(forms: &Forms, index: &Index) -> Weights {
        let mut set = Bits::none(index.len() as u32);
        let terms = index.terms();
        let kind = match forms.single.as_slice() {
            [] if forms.begun.is_empty() => Kind::Listed(Vec::new(), Vec::new(), EXACT),
            [only] if forms.begun.is_empty() && terms.is_dense(only.term) => {
                terms.mark(only.term, &mut set);
                Kind::One(*only)
            }
            [only] if forms.begun.is_empty() => {
                let Posting { rows, weights } = terms.posting(only.term);
                set.extend(&rows);
                Kind::Listed(rows, weights, only.share)
            }
            single => {
                single.iter().for_each(|form| terms.mark(form.term, &mut set));
                match terms.begun(&forms.begun) {
                    Some(begun) => set.or_bytes(begun),
                    None => forms.begun.clone().for_each(|term| terms.mark(TermId(term), &mut set)),
                }
                Kind::Several(forms.clone())
            }
        };
        Weights { count: set.count(), set, kind }
    }

    /// Of rows that are known with their weights.
    pub fn listed(index: &Index, rows: Vec<u32>, weights: Vec<u8>) -> Weights {
        let mut set = Bits::none(index.len() as u32);
        set.extend(&rows);
        Weights { count: set.count(), set, kind: Kind::Listed(rows, weights, EXACT) }
    }

    /// The `most` articles in which it is worth most; `None` where its terms are several.
    pub fn best(&self, index: &Index, rarity: f32, ranker: &Ranker, most: usize) -> Option<Vec<u32>> {
        let word = |share: u32| Word { rarity, share: share as u16 };
        match &self.kind {
            Kind::Listed(rows, weights, share) => Some(ranker.best_of(rows, weights, word(*share), most)),
            Kind::One(form) => Some(index.terms().best(form.term, word(form.share), ranker, most)),
            Kind::Several(_) => None,
        }
    }

    /// What it weighs in each of `rows`, which are those of `within`, all of them in the set.
    pub fn at(&self, index: &Index, rows: &[u32], within: &Bits) -> Vec<u16> {
        let terms = index.terms();
        match &self.kind {
            Kind::Listed(list, weights, share) => sorot_rows::pick(list, weights, *share as u16, rows),
            Kind::One(form) => terms.weights_in(form.term, form.share as u16, within),
            Kind::Several(forms) => {
                let (mut set, mut sums) = (Bits::none(index.len() as u32), vec![0u16; index.len()]);
                // So many words begin so that which of them it is says nothing: each article counts alike.
                let flat = terms.begun(&forms.begun).is_some();
                let mut add = |form: Form| terms.add(form.term, form.share as u16, &mut set, &mut sums);
                if flat {
                    forms.single.iter().copied().for_each(add)
                } else {
                    forms.shares().for_each(&mut add)
                }
                let sum = |&row: &u32| sums.get(row as usize).copied().unwrap_or(0).max(OTHER as u16);
                rows.iter().map(sum).collect()
            }
        }
    }
}

/// BM25's inverse document frequency of a word that `holding` of `all` articles hold, above 0.
pub fn rarity(all: usize, holding: usize) -> f32 {
    let (all, holding) = (all as f32, holding as f32);
    ln(1.0 + (all - holding + 0.5) / (holding + 0.5))
}

/// What an article of so many mean lengths takes off the frequency of its words.
pub fn norm(length: f32) -> f32 {
    K1 * (1.0 - B + B * length)
}

/// The natural logarithm of a number of at least 1, to six digits: the standard library leaves the last
/// digits to the machine.
fn ln(x: f32) -> f32 {
    let bits = x.to_bits();
    let exponent = (bits >> 23) as f32 - 127.0;
    let mantissa = f32::from_bits(bits & 0x007f_ffff | 0x3f80_0000);
    // ln m = 2 artanh ((m - 1) / (m + 1))
    let t = (mantissa - 1.0) / (mantissa + 1.0);
    let square = t * t;
    let series = 1.0 + square * (1.0 / 3.0 + square * (0.2 + square * (1.0 / 7.0 + square / 9.0)));
    exponent * std::f32::consts::LN_2 + 2.0 * t * series
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use sorot_rows::Weighed;

    proptest! {
        #[test]
        fn the_logarithm_is_one(x in 1.0f32..1.0e6) {
            prop_assert!((ln(x) - x.ln()).abs() <= 2.0e-5, "{} for {}", ln(x), x.ln());
        }

        #[test]
        fn more_is_worth_more_and_rarer_too(weight in 1u16..500, length in 1u32..5000, all in 1usize..1000, holding in 0usize..1000) {
            let score = |weight, length| {
                let fine = Curve { per: 1.0e9, ..CURVE };
                let ranker = Ranker::of(fine, vec![norm(length as f32 / 100.0)]);
                ranker.scores(&[0], &[Weighed { rarity: 1.0, weights: vec![weight] }])
            };
            prop_assert!(score(weight + 1, length) > score(weight, length));
            prop_assert!(score(weight, length * 2) < score(weight, length));
            let holding = holding.min(all - 1);
            prop_assert!(rarity(all, holding) > rarity(all, holding + 1) && rarity(all, all) > 0.0);
        }
    }
}
