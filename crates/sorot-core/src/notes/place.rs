//! Where a note's passage stands in a text that may have changed since.
//!
//! Where the text is the same, the place is. Else the words are looked for: of several places those count first whose
//! surroundings are most like the old ones, then the nearest. Words that are gone leave their surroundings: what now
//! stands between them is the passage. Linear in the text, as each comparison looks at a bounded number of characters.

use super::Note;
use crate::correct::together::stamp;
use crate::text::Span;

/// A changed passage may be so many times as long as it was, and so many bytes more.
const STRETCH: usize = 2;
const MORE: usize = 80;
/// Places of the same words that are compared: more are the same short word all over, and the nearest will do.
const PLACES: usize = 1_000;

pub(super) fn of(note: &Note, body: &str) -> Option<Span> {
    let at = body.char_indices().nth(note.start as usize).map_or(body.len(), |(at, _)| at);
    let stands = body.get(at..).is_some_and(|rest| rest.starts_with(&note.exact));
    if stands && note.body == stamp(body) {
        return Some(Span::new(at, at + note.exact.len()));
    }
    found(note, body, at).or_else(|| between(note, body, at))
}

/// The same words elsewhere.
fn found(note: &Note, body: &str, near: usize) -> Option<Span> {
    let score = |at: usize| {
        let before = body.get(..at).unwrap_or_default();
        let behind = body.get(at + note.exact.len()..).unwrap_or_default();
        let like =
            same(before.chars().rev(), note.prefix.chars().rev()) + same(behind.chars(), note.suffix.chars());
        (like, std::cmp::Reverse(at.abs_diff(near)))
    };
    let places = body.match_indices(note.exact.as_str()).map(|(at, _)| at).take(PLACES);
    let at = places.max_by_key(|at| score(*at))?;
    Some(Span::new(at, at + note.exact.len()))
}

/// What stands between the old surroundings.
fn between(note: &Note, body: &str, near: usize) -> Option<Span> {
    let most = note.exact.len() * STRETCH + MORE;
    if note.prefix.trim().is_empty() || note.suffix.trim().is_empty() {
        return None;
    }
    let starts = body.match_indices(note.prefix.as_str()).map(|(at, prefix)| at + prefix.len()).take(PLACES);
    let spans = starts.filter_map(|start| {
        let end = (start + most + note.suffix.len()).min(body.len());
        let end = (start..=end).rev().find(|at| body.is_char_boundary(*at))?;
        let length = body.get(start..end)?.find(note.suffix.as_str())?;
        (length > 0).then(|| Span::new(start, start + length))
    });
    spans.min_by_key(|span| (span.start as usize).abs_diff(near))
}

/// How many characters two texts begin with alike.
fn same(one: impl Iterator<Item = char>, other: impl Iterator<Item = char>) -> usize {
    one.zip(other).take_while(|(a, b)| a == b).count()
}
