//! Which labelling scores best, and by how much? Viterbi's algorithm, forwards and backwards.

use super::model::NEVER;
use super::scheme::{self, LABELS};

/// Scores of the labels of one word.
pub type Scores = [i32; LABELS];

/// Labels that may end what came before, and as many that may follow those.
const ENDS: usize = scheme::CLOSE.len();
/// Kinds of names.
const KINDS: usize = scheme::NAMES.len();

/// The scores of the steps that the scheme allows: from the end of a name, or from outside, to the
/// beginning of one; and inside a name.
#[derive(Clone, Debug)]
pub struct Steps {
    /// From each label that closes (the columns) to each that opens (the rows).
    between: [[i32; ENDS]; ENDS],
    /// The same with rows and columns changed.
    between_back: [[i32; ENDS]; ENDS],
    /// Of each kind: begin to inside, begin to end, inside to inside, inside to end.
    within: [[i32; 4]; KINDS],
    /// By next label and label; [`NEVER`] where the scheme forbids it.
    to: [Scores; LABELS],
}

impl Default for Steps {
    fn default() -> Steps {
        Steps::new(&[[0; LABELS]; LABELS])
    }
}

impl Steps {
    /// The allowed steps among all scores by label and next label.
    pub fn new(all: &[Scores; LABELS]) -> Steps {
        let allowed = |a, b: usize| if scheme::follows(a, b) { all[a][b] } else { NEVER };
        let step = |from: usize, to: usize| all[scheme::CLOSE[from]][scheme::OPEN[to]];
        Steps {
            to: std::array::from_fn(|b| std::array::from_fn(|a| allowed(a, b))),
            between: std::array::from_fn(|to| std::array::from_fn(|from| step(from, to))),
            between_back: std::array::from_fn(|from| std::array::from_fn(|to| step(from, to))),
            within: scheme::NAMES.map(|[begin, inside, end]| {
                [all[begin][inside], all[begin][end], all[inside][inside], all[inside][end]]
            }),
        }
    }

    fn after(&self, before: &Scores) -> Scores {
        let mut out = [NEVER; LABELS];
        let closed = scheme::CLOSE.map(|label| before[label]);
        for (row, label) in self.between.iter().zip(scheme::OPEN) {
            out[label] = highest(&closed, row);
        }
        for (step, [begin, inside, end]) in self.within.iter().zip(scheme::NAMES) {
            out[inside] = (before[begin] + step[0]).max(before[inside] + step[2]);
            out[end] = (before[begin] + step[1]).max(before[inside] + step[3]);
        }
        out
    }

    fn before(&self, after: &Scores) -> Scores {
        let mut out = [NEVER; LABELS];
        let opened = scheme::OPEN.map(|label| after[label]);
        for (row, label) in self.between_back.iter().zip(scheme::CLOSE) {
            out[label] = highest(&opened, row);
        }
        for (step, [begin, inside, end]) in self.within.iter().zip(scheme::NAMES) {
            out[begin] = (after[inside] + step[0]).max(after[end] + step[1]);
            out[inside] = (after[inside] + step[2]).max(after[end] + step[3]);
        }
        out
    }
}

/// The best label of each word, and by how much it leads: the score of the best labelling less that
/// of the best one in which this word has another label.
pub fn best(state: &[Scores], steps: &Steps) -> Vec<(usize, i32)> {
    let mut forward: Vec<Scores> = Vec::with_capacity(state.len());
    for (i, scores) in state.iter().enumerate() {
        let mut row = match i.checked_sub(1).and_then(|p| forward.get(p)) {
            None => std::array::from_fn(|b| if scheme::opens(b) { 0 } else { NEVER }),
            Some(before) => steps.after(before),
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
        let totals: Scores = match next {
            Some(next) => std::array::from_fn(|a: usize| alpha[a].saturating_add(steps.to[next][a])),
            None => through,
        };
        // Of equals the first wins.
        let label = (1..LABELS).fold(0, |top, a| if totals[a] > totals[top] { a } else { top });
        let rival = (0..LABELS).filter(|a| *a != label).map(|a| through[a]).max().unwrap_or(NEVER);
        *slot = (label, through[label].saturating_sub(rival));
        let here: Scores = std::array::from_fn(|b| scores[b].saturating_add(after[b]));
        after = level(steps.before(&here));
        next = Some(label);
    }
    out
}

/// The highest sum of two rows. Levelled rows and steps are [`NEVER`] at least, an eighth of what
/// fits, so that sums of two or three don't overflow.
fn highest(row: &[i32; ENDS], step: &[i32; ENDS]) -> i32 {
    row.iter().zip(step).map(|(a, b)| a.wrapping_add(*b)).max().unwrap_or(NEVER)
}

/// The row with its highest score at zero, so that sums stay small however long the sentence.
fn level(row: Scores) -> Scores {
    let top = row.iter().copied().max().unwrap_or(0);
    row.map(|s| s.saturating_sub(top).max(NEVER))
}
