//! How do articles spread over the values of a facet?

use crate::calendar::Lang;
use crate::corpus::DocId;
use crate::index::Index;

/// Per actor, the articles among `docs` that name it.
pub fn actors(index: &Index, docs: &[DocId]) -> Vec<u32> {
    count(index.actor_count(), docs.iter().flat_map(|&doc| index.actors_of(doc)).map(|a| a.index()))
}

/// Per publisher, likewise.
pub fn sources(index: &Index, docs: &[DocId]) -> Vec<u32> {
    let sources = docs.iter().filter_map(|&doc| index.source(doc));
    count(index.source_names().len(), sources.map(|s| s.0 as usize))
}

/// Per language, likewise.
pub fn langs(index: &Index, docs: &[DocId]) -> [u32; 2] {
    let english = docs.iter().filter(|&&doc| index.lang(doc) == Lang::En).count() as u32;
    [docs.len() as u32 - english, english]
}

fn count(length: usize, places: impl Iterator<Item = usize>) -> Vec<u32> {
    let mut counts = vec![0u32; length];
    for place in places {
        if let Some(count) = counts.get_mut(place) {
            *count += 1;
        }
    }
    counts
}
