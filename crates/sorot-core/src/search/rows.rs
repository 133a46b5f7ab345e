//! Rows that answer a question, in the form that answers the next one soonest.

use crate::annotate::ActorId;
use crate::corpus::DocId;
use crate::index::Index;
use sorot_rows::Bits;
use std::ops::Range;

/// Rows of an index, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rows {
    /// One stretch.
    Range(Range<u32>),
    /// A stretch of the articles that name an actor: places in their list.
    Named(ActorId, Range<usize>),
    /// Any, all of them within a stretch.
    Set(Bits, Range<u32>),
}

impl Default for Rows {
    fn default() -> Rows {
        Rows::Range(0..0)
    }
}

impl Rows {
    /// As a list.
    pub fn list(&self, index: &Index) -> Vec<u32> {
        match self {
            Rows::Range(range) => sorot_rows::stretch(range.clone()),
            Rows::Named(actor, places) => part(index, *actor, places).to_vec(),
            Rows::Set(set, _) => set.rows(),
        }
    }

    /// As the numbers of articles.
    pub fn docs(&self, index: &Index) -> Vec<DocId> {
        self.list(index).into_iter().map(DocId).collect()
    }

    /// How many lie in `range`.
    pub fn count_in(&self, index: &Index, range: Range<u32>) -> u32 {
        match self {
            Rows::Range(rows) => rows.end.min(range.end).saturating_sub(rows.start.max(range.start)),
            Rows::Named(actor, places) => {
                let rows = part(index, *actor, places);
                let before = |end: u32| rows.partition_point(|&row| row < end) as u32;
                before(range.end).saturating_sub(before(range.start))
            }
            Rows::Set(set, _) => set.count_in(range),
        }
    }

    /// How many there are.
    pub fn count(&self, index: &Index) -> u32 {
        match self {
            Rows::Range(rows) => rows.len() as u32,
            Rows::Named(actor, places) => part(index, *actor, places).len() as u32,
            Rows::Set(set, _) => set.count(),
        }
    }

    /// Whether a row is among them.
    pub fn holds(&self, index: &Index, row: u32) -> bool {
        match self {
            Rows::Range(rows) => rows.contains(&row),
            Rows::Named(actor, places) => part(index, *actor, places).binary_search(&row).is_ok(),
            Rows::Set(set, _) => set.contains(row),
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
            Rows::Set(set, _) => set.clone(),
        }
    }
}

/// The articles at these places in an actor's list.
pub(super) fn part<'a>(index: &'a Index, actor: ActorId, places: &Range<usize>) -> &'a [u32] {
    index.rows_of(actor).get(places.clone()).unwrap_or(&[])
}
