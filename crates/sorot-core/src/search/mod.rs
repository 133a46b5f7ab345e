//! Which articles answer the question, and how do actors and months count among them?

use crate::annotate::ActorId;
use crate::calendar::Day;
use crate::corpus::DocId;
use crate::index::Index;
use crate::query::Mode;
use chrono::{Datelike, Months};
use std::ops::Range;

/// A question in the index's own terms.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Actors asked for; `None` stands for one that the bundle doesn't hold.
    pub actors: Vec<Option<ActorId>>,
    /// Whether an article must name all of them or any.
    pub mode: Mode,
    /// Actors that must not be named.
    pub excluded: Vec<ActorId>,
    /// First day of the period.
    pub from: Option<Day>,
    /// Last day of the period.
    pub to: Option<Day>,
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

/// Answers `filter`. A period leaves articles without a day out.
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
    let period = filter.from.is_some() || filter.to.is_some();
    let window = if period { index.window(filter.from, filter.to) } else { 0..index.len() as u32 };
    let keep = |doc: &DocId| {
        (!period || index.in_period(*doc, filter.from, filter.to))
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

/// How many articles a month holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonthCount {
    /// The month's first day.
    pub month: Day,
    /// Articles of the whole set.
    pub all: u32,
    /// Articles of the selection.
    pub selected: u32,
}

/// The longest row of months that is made: ten years. Beyond, the view needs a coarser grain.
pub const MAX_MONTHS: usize = 120;

/// Counts by month of publication, from the first month with an article to the last, empty months
/// included. An article counts in the month of its first possible day. Only the last
/// [`MAX_MONTHS`] are given.
pub fn months(index: &Index, hits: &Hits) -> Vec<MonthCount> {
    let number = |day: Day| day.year() * 12 + day.month0() as i32;
    let of = |doc: DocId| index.day(doc).map(number);
    let (Some(first), Some(last)) =
        (index.dated().map(DocId).find_map(of), index.dated().rev().map(DocId).find_map(of))
    else {
        return Vec::new();
    };
    let first = first.max(last.saturating_sub(MAX_MONTHS as i32 - 1));
    let length = (last - first).max(0) as usize + 1;
    let mut counts = vec![(0u32, 0u32); length];
    let slot = |doc: DocId| of(doc).and_then(|n| usize::try_from(n - first).ok());
    for doc in index.dated().map(DocId) {
        if let Some(count) = slot(doc).and_then(|s| counts.get_mut(s)) {
            count.0 += 1;
        }
    }
    for &doc in &hits.docs {
        if let Some(count) = slot(doc).and_then(|s| counts.get_mut(s)) {
            count.1 += 1;
        }
    }
    let start = Day::from_ymd_opt(first.div_euclid(12), first.rem_euclid(12) as u32 + 1, 1);
    counts
        .into_iter()
        .zip(0u32..)
        .filter_map(|((all, selected), n)| {
            let month = start?.checked_add_months(Months::new(n))?;
            Some(MonthCount { month, all, selected })
        })
        .collect()
}

#[cfg(test)]
mod tests;
