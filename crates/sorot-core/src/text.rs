//! Where is it in the text? Byte spans inside, other units only at the edge.

use serde::{Deserialize, Serialize};

/// A half-open range of bytes in an article's body, on character boundaries: `start <= end`.
///
/// Annotations are spans, never copies of the text; [`Span::of`] slices at the last moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// A span from byte offsets; swapped ends are put in order, offsets beyond 4 GiB saturate.
    pub fn new(start: usize, end: usize) -> Span {
        let (start, end) = if start <= end { (start, end) } else { (end, start) };
        let clamp = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Span { start: clamp(start), end: clamp(end) }
    }

    /// The part of `body` that the span covers; empty where the span isn't inside `body` or cuts
    /// a character (a damaged pack can say so, and must not panic).
    pub fn of(self, body: &str) -> &str {
        body.get(self.start as usize..self.end as usize).unwrap_or("")
    }

    /// Length in bytes.
    pub fn len(self) -> u32 {
        self.end.saturating_sub(self.start)
    }

    /// Whether it covers nothing.
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// Whether `inner` lies wholly inside.
    pub fn contains(self, inner: Span) -> bool {
        self.start <= inner.start && inner.end <= self.end
    }

    /// Whether the two share at least one byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that covers both.
    pub fn cover(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

/// Turns byte offsets of one text into another unit, in one forward pass over sorted look-ups or
/// by binary search over remembered marks.
#[derive(Debug)]
pub struct Offsets {
    /// (byte, scalar) at every `STEP`th character.
    marks: Vec<(u32, u32)>,
}

/// Characters between two marks: a look-up walks at most this many.
const STEP: usize = 64;

impl Offsets {
    /// Reads `body` once.
    pub fn new(body: &str) -> Offsets {
        let marks = body
            .char_indices()
            .enumerate()
            .step_by(STEP)
            .map(|(scalar, (byte, _))| (byte as u32, scalar as u32))
            .collect();
        Offsets { marks }
    }

    /// The number of Unicode scalar values before byte `byte` of the same `body`.
    pub fn scalar(&self, body: &str, byte: u32) -> u32 {
        let at = self.marks.partition_point(|m| m.0 <= byte);
        let Some(&(from, scalars)) = at.checked_sub(1).and_then(|i| self.marks.get(i)) else {
            return 0;
        };
        let rest = body.get(from as usize..byte as usize).unwrap_or("");
        scalars + rest.chars().count() as u32
    }
}

#[cfg(test)]
thread_local! {
    /// How many items [`overlapping`] looked at: its work, whatever else the machine does.
    pub(crate) static LOOKS: std::cell::Cell<u64> = const { std::cell::Cell::new(0) };
}

/// Of `items` sorted by place, none overlapping, those that overlap `within`; `span` tells where one is. So
/// that what asks for each sentence doesn't look through the whole article each time.
pub fn overlapping<T>(items: &[T], span: impl Fn(&T) -> Span, within: Span) -> &[T] {
    #[cfg(test)]
    let span = |item: &T| {
        LOOKS.set(LOOKS.get() + 1);
        span(item)
    };
    let from = items.partition_point(|item| span(item).end <= within.start);
    let rest = items.get(from..).unwrap_or(&[]);
    rest.get(..rest.partition_point(|item| span(item).start < within.end)).unwrap_or(&[])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_damaged_span_covers_nothing() {
        assert_eq!(Span { start: 1, end: 9 }.of("é"), "");
        assert_eq!(Span::new(9, 2), Span::new(2, 9));
    }

    proptest! {
        #[test]
        fn overlapping_items_are_those_that_share_a_byte(
            gaps in proptest::collection::vec((0u32..4, 1u32..4), 0..20),
            start in 0u32..60,
            len in 1u32..10,
        ) {
            let mut at = 0;
            let spans: Vec<Span> = gaps
                .into_iter()
                .map(|(gap, len)| {
                    let span = Span { start: at + gap, end: at + gap + len };
                    at = span.end;
                    span
                })
                .collect();
            let within = Span { start, end: start + len };
            let all: Vec<Span> = spans.iter().copied().filter(|s| s.overlaps(within)).collect();
            prop_assert_eq!(overlapping(&spans, |s| *s, within), all.as_slice());
        }

        #[test]
        fn scalars_are_counted_as_the_standard_library_does(body in "\\PC{0,300}") {
            let offsets = Offsets::new(&body);
            for (scalar, (byte, _)) in body.char_indices().enumerate() {
                prop_assert_eq!(offsets.scalar(&body, byte as u32), scalar as u32);
            }
            prop_assert_eq!(offsets.scalar(&body, body.len() as u32) as usize, body.chars().count());
        }
    }
}
