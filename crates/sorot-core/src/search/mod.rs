//! Which articles answer the question, and how do actors and days count among them?

pub mod bins;
mod histogram;

use crate::annotate::ActorId;
use crate::calendar::Day;
use crate::corpus::DocId;
use crate::index::Index;
use crate::query::{Axis, Mode};
use std::ops::Range;

pub use histogram::{Bin, Histogram, Tally, count, histogram};

/// A question in the index's own terms.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Actors asked for; `None` stands for one that the bundle doesn't hold.
    pub actors: Vec<Option<ActorId>>,
    /// Whether an article must name all of them or any.
    pub mode: Mode,
    /// Actors that must not be named.
    pub excluded: Vec<ActorId>,
    /// What the period and `undated` are about.
    pub axis: Axis,
    /// First day of the period.
    pub from: Option<Day>,
    /// Last day of the period.
    pub to: Option<Day>,
    /// Whether only articles without a day on the axis are asked for; the period is then no matter.
    pub undated: bool,
}

/// The answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hits {
    /// The articles, by day, undated ones last.
    pub docs: Vec<DocId>,
    /// Per [`ActorId`], how many articles would stand if it were asked for too ([`Mode::All`]), or
    /// would come in by it ([`Mode::Any`]: the other actors asked for don't count).
    pub actor_counts: Vec<u32>,
}

/// Answers `filter`. A period leaves articles without a day on the axis out, and takes in those whose
/// days may lie in it.
pub fn run(index: &Index, filter: &Filter) -> Hits {
    let docs = select(index, filter);
    let actor_counts = match filter.mode {
        Mode::Any if !filter.actors.is_empty() => {
            let unasked = Filter { actors: Vec::new(), ..filter.clone() };
            count_actors(index, &select(index, &unasked))
        }
        _ => count_actors(index, &docs),
    };
    Hits { docs, actor_counts }
}

fn count_actors(index: &Index, docs: &[DocId]) -> Vec<u32> {
    let mut counts = vec![0u32; index.actor_count()];
    for actor in docs.iter().flat_map(|&doc| index.actors_of(doc)) {
        if let Some(count) = counts.get_mut(actor.index()) {
            *count += 1;
        }
    }
    counts
}

fn select(index: &Index, filter: &Filter) -> Vec<DocId> {
    let window = window(index, filter);
    let keep = |doc: &DocId| {
        in_time(index, filter, *doc)
            && !filter.excluded.iter().any(|a| index.postings(*a).binary_search(doc).is_ok())
    };
    if filter.actors.is_empty() {
        return window.map(DocId).filter(keep).collect();
    }
    match filter.mode {
        Mode::All => all_of(index, &filter.actors, window).into_iter().filter(keep).collect(),
        Mode::Any => any_of(index, &filter.actors, window).into_iter().filter(keep).collect(),
    }
}

/// The rows outside of which nothing answers for its days.
fn window(index: &Index, filter: &Filter) -> Range<u32> {
    let rows = index.len() as u32;
    match filter.axis {
        Axis::Published if filter.undated => index.days().dated().end..rows,
        Axis::Published if filter.from.is_some() || filter.to.is_some() => {
            index.days().window(filter.from, filter.to)
        }
        _ => 0..rows,
    }
}

/// Whether a row's days are as asked for.
fn in_time(index: &Index, filter: &Filter, doc: DocId) -> bool {
    let days = index.days();
    let (from, to) = (filter.from, filter.to);
    match filter.axis {
        _ if filter.undated => !histogram::has_day(index, filter.axis, doc),
        _ if from.is_none() && to.is_none() => true,
        Axis::Published => days.may_be_published(doc, from, to),
        Axis::Mentioned => days.may_mention(doc, from, to),
    }
}

/// The rows of `window` in every posting, from the shortest one on.
fn all_of(index: &Index, actors: &[Option<ActorId>], window: Range<u32>) -> Vec<DocId> {
    let Some(mut postings) = actors.iter().map(|a| a.map(|a| index.postings(a))).collect::<Option<Vec<_>>>()
    else {
        return Vec::new();
    };
    postings.sort_by_key(|p| p.len());
    let Some((shortest, rest)) = postings.split_first() else { return Vec::new() };
    let in_rest = |doc: &DocId| rest.iter().all(|p| p.binary_search(doc).is_ok());
    within(shortest, &window).iter().copied().filter(in_rest).collect()
}

/// The rows of `window` in at least one posting.
fn any_of(index: &Index, actors: &[Option<ActorId>], window: Range<u32>) -> Vec<DocId> {
    let postings = actors.iter().flatten().map(|&a| within(index.postings(a), &window));
    let mut docs: Vec<DocId> = postings.flatten().copied().collect();
    docs.sort_unstable();
    docs.dedup();
    docs
}

fn within<'a>(posting: &'a [DocId], window: &Range<u32>) -> &'a [DocId] {
    let start = posting.partition_point(|d| d.0 < window.start);
    let end = posting.partition_point(|d| d.0 < window.end);
    posting.get(start..end).unwrap_or(&[])
}

#[cfg(test)]
mod tests;
