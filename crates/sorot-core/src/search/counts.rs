//! How do articles spread over the values of a facet?

use super::rows::{Rows, part};
use crate::index::Index;
use sorot_rows::{Counter, Sums};

/// Per actor, the articles among `rows` that name it.
pub fn actors(index: &Index, rows: &Rows) -> Vec<u32> {
    let counter = index.actor_counter();
    match rows {
        Rows::Named(actor, places) => match index.sums_of(*actor) {
            Some(sums) => counter.in_slice(index.rows_of(*actor), sums, places.clone()),
            None => counter.in_range(0..0),
        },
        _ => counted(index, counter, rows),
    }
}

/// Per publisher, likewise.
pub fn sources(index: &Index, rows: &Rows) -> Vec<u32> {
    if index.source_names().is_empty() { Vec::new() } else { counted(index, index.source_counter(), rows) }
}

/// Per language, likewise.
pub fn langs(index: &Index, rows: &Rows) -> [u32; 2] {
    let english = if index.english_count() == 0 {
        0
    } else {
        let mut set = rows.set(index);
        set.and(index.english());
        set.count()
    };
    [rows.count(index) - english, english]
}

fn counted(index: &Index, counter: &Counter, rows: &Rows) -> Vec<u32> {
    match rows {
        Rows::Range(range) => counter.in_range(range.clone()),
        Rows::Named(actor, places) => {
            counter.in_slice(part(index, *actor, places), &Sums::default(), 0..places.len())
        }
        Rows::Set(set, list, within) => counter.in_set(set, list, within.clone()),
    }
}
