//! What was corrected, in order, and what was taken back.

use super::Correction;

/// The reader's corrections with undo and redo. The oldest comes first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    done: Vec<Correction>,
    /// Earlier lists, the latest last: what undo brings back.
    before: Vec<Vec<Correction>>,
    /// Lists that were undone, the latest last: what redo brings back.
    after: Vec<Vec<Correction>>,
}

/// Steps that can be undone.
const STEPS: usize = 200;

impl History {
    /// Starts from a kept list.
    pub fn of(done: Vec<Correction>) -> History {
        History { done, ..History::default() }
    }

    /// The corrections that hold now.
    pub fn corrections(&self) -> &[Correction] {
        &self.done
    }

    /// Whether there is something to undo.
    pub fn can_undo(&self) -> bool {
        !self.before.is_empty()
    }

    /// Whether there is something to redo.
    pub fn can_redo(&self) -> bool {
        !self.after.is_empty()
    }

    fn step(&self, done: Vec<Correction>) -> History {
        if done == self.done {
            return self.clone();
        }
        let mut before = self.before.clone();
        before.push(self.done.clone());
        let over = before.len().saturating_sub(STEPS);
        before.drain(..over);
        History { done, before, after: Vec::new() }
    }

    /// With one more. It takes the place of an earlier one that corrected the same thing.
    pub fn with(&self, correction: Correction) -> History {
        let kept = self.done.iter().filter(|old| !replaces(&correction, old));
        let mut done: Vec<Correction> = kept.cloned().collect();
        done.push(correction);
        self.step(done)
    }

    /// With those of `others` that aren't there yet.
    pub fn with_all(&self, others: &[Correction]) -> History {
        let new = others.iter().filter(|c| !self.done.contains(c));
        self.step(self.done.iter().chain(new).cloned().collect())
    }

    /// With another list in its place.
    pub fn followed(&self, list: Vec<Correction>) -> History {
        self.step(list)
    }

    /// Without the one at `index`.
    pub fn without(&self, index: usize) -> History {
        let kept = self.done.iter().enumerate().filter(|(i, _)| *i != index);
        self.step(kept.map(|(_, c)| c.clone()).collect())
    }

    /// Without any.
    pub fn cleared(&self) -> History {
        self.step(Vec::new())
    }

    /// One step back.
    pub fn undo(&self) -> History {
        let mut next = self.clone();
        if let Some(done) = next.before.pop() {
            next.after.push(std::mem::replace(&mut next.done, done));
        }
        next
    }

    /// One step forward again.
    pub fn redo(&self) -> History {
        let mut next = self.clone();
        if let Some(done) = next.after.pop() {
            next.before.push(std::mem::replace(&mut next.done, done));
        }
        next
    }
}

/// Whether `new` corrects what `old` corrected, and so replaces it. Merging, splitting and adding build on
/// each other and stay in order.
fn replaces(new: &Correction, old: &Correction) -> bool {
    use Correction::{Date, Kind, Line, Mention, Published, Rename, Speaker, Status};
    match (new, old) {
        (Rename { actor: new, .. }, Rename { actor: old, .. }) => new == old,
        (Kind { actor: new, .. }, Kind { actor: old, .. }) => new == old,
        (Mention { at: new, .. }, Mention { at: old, .. })
        | (Date { at: new, .. }, Date { at: old, .. })
        | (Speaker { at: new, .. }, Speaker { at: old, .. })
        | (Line { at: new, .. }, Line { at: old, .. }) => new == old,
        (Published { article: new, .. }, Published { article: old, .. }) => new == old,
        (Status { at: new, a, b, .. }, Status { at: old, a: old_a, b: old_b, .. }) => {
            new == old && a == old_a && b == old_b
        }
        _ => new == old,
    }
}
