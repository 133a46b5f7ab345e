//! The choice of a summary, as the product chooses within one article.

use super::data::{Example, Sentence, Stands};
use sorot_core::salience::features::{COUNT, FULL};
use sorot_core::salience::likeness;
use sorot_core::salience::weights::Weights;

/// When a summary is long enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    /// At so many sentences.
    Sentences(usize),
    /// Where one sentence more wouldn't bring its words nearer to this number.
    Words(u32),
}

impl Length {
    /// Whether a summary of `taken` sentences and `words` words takes one more of `next` words.
    fn takes(self, taken: usize, words: u32, next: u32) -> bool {
        match self {
            Length::Sentences(most) => taken < most,
            Length::Words(wanted) => taken == 0 || (words + next).abs_diff(wanted) < words.abs_diff(wanted),
        }
    }
}

/// The first sentences of an article.
pub fn lead(example: &Example, length: Length) -> Vec<&Sentence> {
    let mut taken = Vec::new();
    let mut words = 0;
    for sentence in &example.sentences {
        if !length.takes(taken.len(), words, sentence.text.length) {
            break;
        }
        words += sentence.text.length;
        taken.push(sentence);
    }
    taken
}

/// The best sentences of an article, each charged for its likeness to those taken; one that may not stand alone
/// is never taken, or only behind the one before it.
pub fn choose<'a>(example: &'a Example, weights: &Weights, length: Length) -> Vec<&'a Sentence> {
    let fit = example.sentences.iter().enumerate().filter(|(_, s)| s.stands != Stands::Never);
    let mut open: Vec<(i32, i32, usize, &Sentence)> =
        fit.map(|(number, s)| (weights.fixed(&s.values), 0, number, s)).collect();
    let mut taken: Vec<(usize, &Sentence)> = Vec::new();
    let mut words = 0;
    let worth = |(score, like, ..): &(i32, i32, usize, &Sentence)| {
        score - (i64::from(weights.selection.redundancy) * i64::from(*like) / i64::from(FULL)) as i32
    };
    loop {
        let may = |number: usize, s: &Sentence| {
            s.stands == Stands::Alone || taken.iter().any(|(before, _)| before + 1 == number)
        };
        let now = open.iter().enumerate().filter(|(_, s)| may(s.2, s.3));
        // On a tie the earlier one.
        let best = now.max_by_key(|(at, s)| (worth(s), std::cmp::Reverse(*at)));
        let Some((at, (_, _, _, next))) = best else { break };
        if !length.takes(taken.len(), words, next.text.length) {
            break;
        }
        let (_, _, number, sentence) = open.remove(at);
        for (_, like, _, other) in &mut open {
            *like = (*like).max(likeness(&sentence.stems, &other.stems));
        }
        words += sentence.text.length;
        taken.push((number, sentence));
    }
    taken.into_iter().map(|(_, sentence)| sentence).collect()
}

/// `base` with other weights for the features.
pub fn with(base: &Weights, features: [i32; COUNT]) -> Weights {
    Weights { features, ..*base }
}
