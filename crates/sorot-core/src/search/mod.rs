//! Which articles answer the question, and how do actors and days count among them?

pub mod bins;
mod counts;
mod histogram;
mod phrase;
mod text;
mod weights;

use crate::annotate::ActorId;
use crate::calendar::{Day, Lang};
use crate::corpus::DocId;
use crate::index::{Index, SourceId};
use crate::query::{Axis, Mode, Sort};
use crate::sort;
use std::ops::Range;

pub use histogram::{Bin, Histogram, Tally, Whole, count, histogram};
pub use text::{Texts, Words, joined};

/// A question in the index's own terms.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words looked for and words excluded.
    pub words: Words,
    /// Publishers asked for, any of them; `None` stands for one that the bundle doesn't hold.
    pub sources: Vec<Option<SourceId>>,
    /// Languages asked for, any of them.
    pub langs: Vec<Lang>,
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
    /// How well each fits the words, in the order of `docs`; empty where none are looked for.
    pub scores: Vec<u32>,
    /// Per [`ActorId`], how many articles would stand if it were asked for too ([`Mode::All`]), or
    /// would come in by it ([`Mode::Any`]: the other actors asked for don't count).
    pub actor_counts: Vec<u32>,
    /// Per [`SourceId`], how many articles stand or would come in by it: other publishers asked for
    /// don't count.
    pub source_counts: Vec<u32>,
    /// Per [`Lang`], likewise.
    pub lang_counts: [u32; 2],
}

/// Answers `filter`. A period leaves articles without a day on the axis out, and takes in those whose
/// days may lie in it. Phrases are checked on `texts`.
pub fn run(index: &Index, texts: &dyn Texts, filter: &Filter) -> Hits {
    let fits = (!filter.words.is_empty()).then(|| filter.words.matches(index, texts));
    let select = |filter: &Filter| chosen(index, filter, fits.as_deref());
    let docs = select(filter);
    let without = |is_on: bool, less: &dyn Fn(&mut Filter)| {
        is_on.then(|| {
            let mut rest = filter.clone();
            less(&mut rest);
            select(&rest)
        })
    };
    // A facet of which any value may hold doesn't count its own choice.
    let any_actor = filter.mode == Mode::Any && !filter.actors.is_empty();
    let by_actor = without(any_actor, &|f| f.actors.clear());
    let by_source = without(!filter.sources.is_empty(), &|f| f.sources.clear());
    let by_lang = without(!filter.langs.is_empty(), &|f| f.langs.clear());
    let or_all = |less: Option<Vec<DocId>>| less.unwrap_or_else(|| docs.clone());
    Hits {
        actor_counts: counts::actors(index, by_actor.as_ref().unwrap_or(&docs)),
        source_counts: counts::sources(index, &or_all(by_source)),
        lang_counts: counts::langs(index, &or_all(by_lang)),
        scores: scores(&docs, fits.as_deref().filter(|_| filter.words.ranks())),
        docs,
    }
}

/// The articles in the order in which they are listed. What fits equally well comes by day, the latest
/// first.
pub fn order(index: &Index, hits: &Hits, sort: Sort) -> Vec<DocId> {
    if sort == Sort::Oldest {
        return hits.docs.clone();
    }
    let dated = hits.docs.partition_point(|d| index.days().dated().contains(&d.0));
    let (dated, undated) = hits.docs.split_at(dated);
    let mut newest: Vec<DocId> = dated.iter().rev().chain(undated).copied().collect();
    if sort == Sort::Relevance && !hits.scores.is_empty() {
        let score = |doc: &DocId| hits.docs.binary_search(doc).ok().and_then(|at| hits.scores.get(at));
        let mut keys: Vec<(u32, u32)> =
            (0..).zip(&newest).map(|(at, doc)| (u32::MAX - score(doc).unwrap_or(&0), at)).collect();
        sort::numbers(&mut keys);
        newest = keys.iter().filter_map(|&(_, at)| newest.get(at as usize).copied()).collect();
    }
    newest
}

fn scores(docs: &[DocId], fits: Option<&[(DocId, u32)]>) -> Vec<u32> {
    let Some(fits) = fits else { return Vec::new() };
    let score = |doc| fits.binary_search_by_key(doc, |f| f.0).ok().and_then(|at| fits.get(at));
    docs.iter().map(|doc| score(doc).map_or(0, |f| f.1)).collect()
}

/// The articles that hold `filter`, by day, undated ones last.
pub fn select(index: &Index, texts: &dyn Texts, filter: &Filter) -> Vec<DocId> {
    let fits = (!filter.words.is_empty()).then(|| filter.words.matches(index, texts));
    chosen(index, filter, fits.as_deref())
}

/// The articles that hold `filter`, among those whose words fit.
fn chosen(index: &Index, filter: &Filter, fits: Option<&[(DocId, u32)]>) -> Vec<DocId> {
    let window = window(index, filter);
    let is_of = |doc: DocId| {
        (filter.sources.is_empty()
            || index.source(doc).is_some_and(|source| filter.sources.contains(&Some(source))))
            && (filter.langs.is_empty() || filter.langs.contains(&index.lang(doc)))
    };
    let keep = |doc: &DocId| {
        in_time(index, filter, *doc)
            && is_of(*doc)
            && !filter.excluded.iter().any(|a| index.postings(*a).binary_search(doc).is_ok())
    };
    if filter.actors.is_empty() {
        return match fits {
            Some(fits) => {
                let inside = fits.iter().map(|f| f.0).filter(|doc| window.contains(&doc.0));
                inside.filter(keep).collect()
            }
            None => window.map(DocId).filter(keep).collect(),
        };
    }
    let named = match filter.mode {
        Mode::All => all_of(index, &filter.actors, window),
        Mode::Any => any_of(index, &filter.actors, window),
    };
    let fit = |doc: &DocId| fits.is_none_or(|fits| fits.binary_search_by_key(doc, |f| f.0).is_ok());
    named.into_iter().filter(|doc| keep(doc) && fit(doc)).collect()
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
    sort::by_key(&mut postings, |p| p.len());
    let Some((shortest, rest)) = postings.split_first() else { return Vec::new() };
    let in_rest = |doc: &DocId| rest.iter().all(|p| p.binary_search(doc).is_ok());
    within(shortest, &window).iter().copied().filter(in_rest).collect()
}

/// The rows of `window` in at least one posting.
fn any_of(index: &Index, actors: &[Option<ActorId>], window: Range<u32>) -> Vec<DocId> {
    let postings = actors.iter().flatten().map(|&a| within(index.postings(a), &window));
    let mut docs: Vec<DocId> = postings.flatten().copied().collect();
    sort::numbers(&mut docs);
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
