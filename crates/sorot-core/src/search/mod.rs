//! Which articles answer the question, and how do actors and days count among them?

pub mod bins;
mod counts;
mod histogram;
mod phrase;
mod rows;
mod text;
mod weights;

use crate::annotate::ActorId;
use crate::calendar::{Day, Lang};
use crate::corpus::DocId;
use crate::index::{Index, SourceId};
use crate::query::{Axis, Mode, Sort};
use rows::Rows;
use sorot_rows::Bits;
use std::borrow::Cow;
use std::ops::Range;

pub use histogram::{Bin, Histogram, Tally, Whole, count, histogram};
pub use text::{Fits, Texts, Words, joined};

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
    /// The articles.
    rows: Rows,
    /// How well they fit the words; `None` where none are looked for.
    fits: Option<Fits>,
    /// Per [`ActorId`], how many articles would stand if it were asked for too ([`Mode::All`]), or
    /// would come in by it ([`Mode::Any`]: the other actors asked for don't count).
    pub actor_counts: Vec<u32>,
    /// Per [`SourceId`], how many articles stand or would come in by it: other publishers asked for
    /// don't count.
    pub source_counts: Vec<u32>,
    /// Per [`Lang`], likewise.
    pub lang_counts: [u32; 2],
}

impl Hits {
    /// The articles, by day, undated ones last.
    pub fn docs(&self, index: &Index) -> Vec<DocId> {
        self.rows.docs(index)
    }

    /// Likewise, as rows.
    pub fn rows<'a>(&'a self, index: &'a Index) -> Cow<'a, [u32]> {
        self.rows.list(index)
    }

    /// How well each article fits the words, in the order of `docs`; empty where none are looked for.
    pub fn scores(&self, index: &Index) -> Vec<u32> {
        let Some(fits) = &self.fits else { return Vec::new() };
        fits.scores(index, &self.rows.set(index))
    }
}

/// The articles that hold the words, whatever else is asked for: not counted by anything.
pub fn matching(index: &Index, texts: &dyn Texts, words: &Words) -> Fits {
    words.fits(index, texts)
}

/// Answers `filter`. A period leaves articles without a day on the axis out, and takes in those whose
/// days may lie in it. Phrases are checked on `texts`.
pub fn run(index: &Index, texts: &dyn Texts, filter: &Filter) -> Hits {
    let fits = (!filter.words.is_empty()).then(|| filter.words.fits(index, texts));
    let select = |filter: &Filter| chosen(index, filter, fits.as_ref().map(|f| &f.set));
    let rows = select(filter);
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
    Hits {
        actor_counts: counts::actors(index, by_actor.as_ref().unwrap_or(&rows)),
        source_counts: counts::sources(index, by_source.as_ref().unwrap_or(&rows)),
        lang_counts: counts::langs(index, by_lang.as_ref().unwrap_or(&rows)),
        rows,
        fits: fits.filter(Fits::ranks),
    }
}

/// The articles in the order in which they are listed. What fits equally well comes by day, the latest
/// first.
pub fn order(index: &Index, hits: &Hits, sort: Sort) -> Vec<DocId> {
    let docs = hits.docs(index);
    if sort == Sort::Oldest {
        return docs;
    }
    let dated = docs.partition_point(|d| index.days().dated().contains(&d.0));
    let (dated, undated) = docs.split_at(dated);
    let mut newest: Vec<DocId> = dated.iter().rev().chain(undated).copied().collect();
    if sort == Sort::Relevance && hits.fits.is_some() {
        let scores = hits.scores(index);
        let (dated, undated) = scores.split_at(dated.len().min(scores.len()));
        let newest_scores: Vec<u32> = dated.iter().rev().chain(undated).copied().collect();
        let places = sorot_rows::by_score(&newest_scores);
        newest = places.into_iter().filter_map(|at| newest.get(at as usize).copied()).collect();
    }
    newest
}

/// The articles that hold `filter`, by day, undated ones last.
pub fn select(index: &Index, texts: &dyn Texts, filter: &Filter) -> Vec<DocId> {
    let fits = (!filter.words.is_empty()).then(|| filter.words.fits(index, texts));
    chosen(index, filter, fits.as_ref().map(|f| &f.set)).docs(index)
}

/// The articles that hold `filter`, among those whose words fit.
fn chosen(index: &Index, filter: &Filter, fits: Option<&Bits>) -> Rows {
    let window = window(index, filter);
    let timed = filter.undated || filter.from.is_some() || filter.to.is_some();
    let exact = filter.axis == Axis::Published && (filter.undated || index.days().is_exact());
    let by_days = timed && !exact;
    let by_value = !filter.sources.is_empty() || !filter.langs.is_empty() || !filter.excluded.is_empty();
    if fits.is_none() && !by_days && !by_value {
        match filter.actors.as_slice() {
            [] => return Rows::Range(window),
            [Some(actor)] => return Rows::Named(*actor, places(index.rows_of(*actor), &window)),
            _ => {}
        }
    }
    let all = index.len() as u32;
    let mut set = match fits {
        Some(fits) => fits.clone(),
        None => Bits::range(all, window.clone()),
    };
    if !filter.actors.is_empty() {
        named(index, filter, &mut set);
    }
    for named in filter.excluded.iter().filter_map(|actor| index.set_of(*actor)) {
        set.and_not(named);
    }
    match (filter.langs.contains(&Lang::En), filter.langs.contains(&Lang::Id)) {
        (true, false) => set.and(index.english()),
        (false, true) => set.and_not(index.english()),
        _ => {}
    }
    set.keep(window.clone());
    let mut list = set.rows();
    if by_days || !filter.sources.is_empty() {
        let is_of = |doc: DocId| {
            filter.sources.is_empty()
                || index.source(doc).is_some_and(|source| filter.sources.contains(&Some(source)))
        };
        let holds = |row: &u32| is_of(DocId(*row)) && (!by_days || in_time(index, filter, DocId(*row)));
        list = list.into_iter().filter(holds).collect();
        set = Bits::none(all);
        set.extend(&list);
    }
    Rows::Set(set, list, window)
}

/// Leaves in `set` the articles that name the actors asked for.
fn named(index: &Index, filter: &Filter, set: &mut Bits) {
    let rows = index.len() as u32;
    let sets = filter.actors.iter().map(|actor| index.set_of((*actor)?));
    match filter.mode {
        Mode::All => sets.for_each(|named| match named {
            Some(named) => set.and(named),
            None => *set = Bits::none(rows),
        }),
        Mode::Any => {
            let mut any = Bits::none(rows);
            sets.flatten().for_each(|named| any.or(named));
            set.and(&any);
        }
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

/// The places in a list of rows that lie in `window`.
fn places(list: &[u32], window: &Range<u32>) -> Range<usize> {
    list.partition_point(|&row| row < window.start)..list.partition_point(|&row| row < window.end)
}

#[cfg(test)]
mod tests;
