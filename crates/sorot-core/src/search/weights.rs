//! How much does a word weigh in an article?
//!
//! BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009); a
//! headline's words count more before saturation (see [`crate::index::TITLE`]), and the exact form of a
//! word counts twice as much as another form of its stem or a word that it only begins. Logarithms are
//! made of exactly defined operations, so that every machine ranks alike.

use crate::corpus::{DocId, TermId};
use crate::index::{Index, Posting};

/// How soon more of the same word stops to matter, and how much an article's length does: the middle
/// of the values that the survey recommends.
const K1: f32 = 1.2;
const B: f32 = 0.75;
/// What an occurrence of the form itself counts.
pub const EXACT: u32 = 2;
/// What an occurrence of another form counts.
pub const OTHER: u32 = 1;
/// Steps of a whole score per unit: as fine as an `f32` of a few dozen units can be.
const STEPS: f32 = 4096.0;

/// A term that stands for a word that is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Form {
    /// Which.
    pub term: TermId,
    /// [`EXACT`] or [`OTHER`].
    pub share: u32,
}

/// What a word weighs in every article.
#[derive(Debug)]
pub enum Weights<'a> {
    /// One form: its posting, and the form's share.
    Posting(Posting<'a>, u32),
    /// Several forms: the sum per row, and how many rows have any.
    Summed(Vec<u32>, usize),
}

impl<'a> Weights<'a> {
    /// Of the forms that stand for it.
    pub fn of(forms: &[Form], index: &'a Index) -> Weights<'a> {
        match forms {
            [] => Weights::Posting(Posting::default(), 0),
            [only] => Weights::Posting(index.terms().posting(only.term), only.share),
            _ => {
                let mut sums = vec![0u32; index.len()];
                for form in forms {
                    let posting = index.terms().posting(form.term);
                    for (row, weight) in posting.rows.iter().zip(posting.weights) {
                        if let Some(sum) = sums.get_mut(row.index()) {
                            *sum += u32::from(*weight) * form.share;
                        }
                    }
                }
                let count = sums.iter().filter(|&&sum| sum > 0).count();
                Weights::Summed(sums, count)
            }
        }
    }

    /// How many articles hold it.
    pub fn count(&self) -> usize {
        match self {
            Weights::Posting(posting, _) => posting.rows.len(),
            Weights::Summed(_, count) => *count,
        }
    }

    /// What it weighs in an article, 0 where it isn't in it.
    pub fn at(&self, doc: DocId) -> u32 {
        match self {
            Weights::Posting(posting, share) => {
                let at = posting.rows.binary_search(&doc).ok();
                at.and_then(|at| posting.weights.get(at)).map_or(0, |&weight| u32::from(weight) * share)
            }
            Weights::Summed(sums, _) => sums.get(doc.index()).copied().unwrap_or(0),
        }
    }

    /// The articles that hold it, in order.
    pub fn rows(&self) -> impl Iterator<Item = DocId> {
        let (listed, sums): (&[DocId], &[u32]) = match self {
            Weights::Posting(posting, _) => (posting.rows, &[]),
            Weights::Summed(sums, _) => (&[], sums),
        };
        let summed = (0..).map(DocId).zip(sums).filter(|&(_, &sum)| sum > 0).map(|(doc, _)| doc);
        listed.iter().copied().chain(summed)
    }
}

/// BM25's inverse document frequency of a word that `holding` of `all` articles hold, above 0.
pub fn rarity(all: usize, holding: usize) -> f32 {
    let (all, holding) = (all as f32, holding as f32);
    ln(1.0 + (all - holding + 0.5) / (holding + 0.5))
}

/// BM25's saturated frequency of a weight in an article of `length` times the mean length.
pub fn score(weight: u32, length: f32) -> f32 {
    let often = weight as f32 / EXACT as f32;
    often * (K1 + 1.0) / (often + K1 * (1.0 - B + B * length))
}

/// A score in whole steps.
pub fn steps(score: f32) -> u32 {
    (score * STEPS) as u32
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

    proptest! {
        #[test]
        fn the_logarithm_is_one(x in 1.0f32..1.0e6) {
            prop_assert!((ln(x) - x.ln()).abs() <= 2.0e-5, "{} for {}", ln(x), x.ln());
        }

        #[test]
        fn more_is_worth_more_and_rarer_too(weight in 1u32..500, length in 0.01f32..50.0, all in 1usize..1000, holding in 0usize..1000) {
            prop_assert!(score(weight + 1, length) > score(weight, length));
            prop_assert!(score(weight, length * 1.5) < score(weight, length));
            let holding = holding.min(all - 1);
            prop_assert!(rarity(all, holding) > rarity(all, holding + 1) && rarity(all, all) > 0.0);
        }
    }
}
