//! Which sequences of labels are names? Begin, inside, end, single, outside; and the kinds.

use crate::annotate::ActorKind;

/// Labels: outside, then for each kind begin, inside, end, single.
pub const LABELS: usize = 1 + PARTS * ActorKind::ALL.len();
/// Parts of a name.
const PARTS: usize = 4;
/// The label of words that belong to no name.
pub const OUTSIDE: usize = 0;

const BEGIN: usize = 0;
const END: usize = 2;
const SINGLE: usize = 3;

/// The labels with which a name, or what is none, begins.
pub(super) const OPEN: [usize; 7] = [0, 1, 4, 5, 8, 9, 12];
/// The labels with which one ends.
pub(super) const CLOSE: [usize; 7] = [0, 3, 4, 7, 8, 11, 12];
/// Of each kind: begin, inside, end.
pub(super) const NAMES: [[usize; 3]; 3] = [[1, 2, 3], [5, 6, 7], [9, 10, 11]];

/// The scores of a word that surely belongs to no name.
pub(super) const EDGE: [i32; LABELS] = {
    let mut scores = [super::model::NEVER; LABELS];
    scores[OUTSIDE] = 0;
    scores
};

/// A label taken apart: the kind's place in [`ActorKind::ALL`] and the part; nothing for outside.
fn parts(label: usize) -> Option<(usize, usize)> {
    let at = label.checked_sub(1)?;
    Some((at / PARTS, at % PARTS))
}

/// The label of word `at` of a name of `len` words.
pub fn label(kind: ActorKind, at: usize, len: usize) -> usize {
    let kind = ActorKind::ALL.iter().position(|k| *k == kind).unwrap_or(0);
    let part = match (at, len) {
        (0, 1) => SINGLE,
        (0, _) => BEGIN,
        (at, len) if at + 1 == len => END,
        _ => 1,
    };
    1 + kind * PARTS + part
}

/// The kind a label belongs to; nothing for outside.
pub fn kind(label: usize) -> Option<ActorKind> {
    ActorKind::ALL.get(parts(label)?.0).copied()
}

/// Whether a label can be the first of a sentence (and whatever follows a finished name).
pub fn opens(label: usize) -> bool {
    parts(label).is_none_or(|(_, part)| part == BEGIN || part == SINGLE)
}

/// Whether a label can be the last of a sentence.
pub fn closes(label: usize) -> bool {
    parts(label).is_none_or(|(_, part)| part == END || part == SINGLE)
}

/// Whether label `to` may follow label `from`.
pub fn follows(from: usize, to: usize) -> bool {
    if closes(from) {
        return opens(to);
    }
    match (parts(from), parts(to)) {
        (Some((a, _)), Some((b, part))) => a == b && part != BEGIN && part != SINGLE,
        _ => false,
    }
}
