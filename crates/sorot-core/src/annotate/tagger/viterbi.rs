//! Which labelling scores best, and by how much? Viterbi's algorithm, forwards and backwards.

use super::model::NEVER;
use super::scheme::{self, LABELS};

/// Scores of the labels of one word.
pub type Scores = [i32; LABELS];

/// The best label of each word, and by how much it leads: the score of the best labelling less that
/// of the best one in which this word has another label.
pub fn best(state: &[Scores], transitions: &[Scores; LABELS]) -> Vec<(usize, i32)> {
    let to: [Scores; LABELS] = std::array::from_fn(|b| std::array::from_fn(|a| transitions[a][b]));
    let mut forward: Vec<Scores> = Vec::with_capacity(state.len());
    for (i, scores) in state.iter().enumerate() {
        let mut row = match i.checked_sub(1).and_then(|p| forward.get(p)) {
            None => std::array::from_fn(|b| if scheme::opens(b) { 0 } else { NEVER }),
            Some(before) => std::array::from_fn(|b| highest(before, &to[b])),
        };
        for (total, score) in row.iter_mut().zip(scores) {
            *total = total.saturating_add(*score);
        }
        forward.push(level(row));
    }
    let mut out = vec![(scheme::OUTSIDE, 0); state.len()];
    let mut after: Scores = std::array::from_fn(|a| if scheme::closes(a) { 0 } else { NEVER });
    let mut next: Option<usize> = None;
    for ((slot, alpha), scores) in out.iter_mut().zip(&forward).zip(state).rev() {
        let through: Scores = std::array::from_fn(|a| alpha[a].saturating_add(after[a]));
        let total = |a: usize| next.map_or(through[a], |b: usize| alpha[a].saturating_add(transitions[a][b]));
        // Of equals the first wins.
        let label = (1..LABELS).fold(0, |top, a| if total(a) > total(top) { a } else { top });
        let rival = (0..LABELS).filter(|a| *a != label).map(|a| through[a]).max().unwrap_or(NEVER);
        *slot = (label, through[label].saturating_sub(rival));
        let here: Scores = std::array::from_fn(|b| scores[b].saturating_add(after[b]));
        after = level(std::array::from_fn(|a| highest(&here, &transitions[a])));
        next = Some(label);
    }
    out
}

/// The highest sum of two rows. Levelled rows and steps are [`NEVER`] at least, an eighth of what
/// fits, so the sums wrap as little as they saturate, and wrapping ones go several at a time.
fn highest(row: &Scores, step: &Scores) -> i32 {
    row.iter().zip(step).map(|(a, b)| a.wrapping_add(*b)).max().unwrap_or(NEVER)
}

/// The row with its highest score at zero, so that sums stay small however long the sentence.
fn level(row: Scores) -> Scores {
    let top = row.iter().copied().max().unwrap_or(0);
    row.map(|s| s.saturating_sub(top).max(NEVER))
}
