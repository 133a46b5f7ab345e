//! Rows that answer a question, in the form that answers the next one soonest.

use crate::annotate::ActorId;
use crate::corpus::DocId;
use crate::index::Index;
use sorot_rows::Bits;
use std::borrow::Cow;
use std::ops::Range;

/// Rows of an index, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rows {
    /// One stretch.
    Range(Range<u32>),
    /// A stretch of the articles that name an actor: places in their list.
    Named(ActorId, Range<usize>),
    /// Any, as a set and as a list, all of them within a stretch.
    Set(Bits, Vec<u32>, Range<u32>),
}

impl Default for Rows {
    fn default() -> Rows {
        Rows::Range(0..0)
    }
}

impl Rows {
    /// As a list.
    pub fn list<'a>(&'a self, index: &'a Index) -> Cow<'a, [u32]> {
        match self {
            Rows::Range(range) => sorot_rows::stretch(range.clone()).into(),
            Rows::Named(actor, places) => part(index, *actor, places).into(),
            Rows::Set(_, list, _) => list.into(),
        }
    }

    /// The stretch that holds them all.
    pub fn within(&self, index: &Index) -> Range<u32> {
        match self {
            Rows::Range(range) | Rows::Set(.., range) => range.clone(),
            Rows::Named(actor, places) => match part(index, *actor, places) {
                [first, .., last] => *first..last + 1,
                [only] => *only..only + 1,
                [] => 0..0,
            },
        }
    }

    /// As the numbers of articles.
    pub fn docs(&self, index: &Index) -> Vec<DocId> {
        self.list(index).iter().copied().map(DocId).collect()
    }

    /// How many lie in `range`.
    pub fn count_in(&self, index: &Index, range: Range<u32>) -> u32 {
        self.counts_between(index, &[range.start, range.end]).first().copied().unwrap_or(0)
    }

    /// How many lie between each of these rows, which are sorted, and the next.
    pub fn counts_between(&self, index: &Index, ends: &[u32]) -> Vec<u32> {
        let below = match self {
            Rows::Range(rows) => ends.iter().map(|&end| end.max(rows.start).min(rows.end)).collect(),
            Rows::Named(..) | Rows::Set(..) => sorot_rows::below(&self.list(index), ends),
        };
        below.windows(2).map(|two| if let &[a, b] = two { b.saturating_sub(a) } else { 0 }).collect()
    }

    /// How many there are.
    pub fn count(&self, index: &Index) -> u32 {
        match self {
            Rows::Range(rows) => rows.len() as u32,
            Rows::Named(actor, places) => part(index, *actor, places).len() as u32,
            Rows::Set(_, list, _) => list.len() as u32,
        }
    }

    /// Whether a row is among them.
    pub fn holds(&self, index: &Index, row: u32) -> bool {
        match self {
            Rows::Range(rows) => rows.contains(&row),
            Rows::Named(actor, places) => part(index, *actor, places).binary_search(&row).is_ok(),
            Rows::Set(set, ..) => set.contains(row),
        }
    }

    /// As a set.
    pub fn set(&self, index: &Index) -> Bits {
        let all = index.len() as u32;
        match self {
            Rows::Range(range) => Bits::range(all, range.clone()),
            Rows::Named(actor, places) => {
                let mut set = Bits::none(all);
                set.extend(part(index, *actor, places));
                set
            }
            Rows::Set(set, ..) => set.clone(),
        }
    }
}

/// The articles at these places in an actor's list.
pub(super) fn part<'a>(index: &'a Index, actor: ActorId, places: &Range<usize>) -> &'a [u32] {
    index.rows_of(actor).get(places.clone()).unwrap_or(&[])
}
