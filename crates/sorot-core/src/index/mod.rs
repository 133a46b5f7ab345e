//! Which articles name this actor, and which lie in this period? Flat arrays over rows by day.

mod begun;
mod days;
mod named;
mod recoded;
mod rows;
mod store;
mod terms;
pub mod told;

use crate::annotate::{ActorId, Document};
use crate::calendar::{Day, Lang};
use crate::corpus::{Altered, Change, Corpus, DocId};
use crate::structure::BlockKind;
use crate::text;
use named::Kept;
use sorot_rows::{Bits, Counter, Sums};
use std::sync::{Arc, LazyLock};

pub use days::{Days, RowDays, Span, counts_by};
pub use store::{pack, pack_by, split_by};
pub use terms::{Posting, TITLE, Terms};

/// A publisher's place in the sorted list of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(pub u32);

/// What the index needs of one article.
#[cfg(test)]
#[derive(Clone, Debug, Default)]
pub struct Entry<'a> {
    /// Its days.
    pub days: RowDays,
    /// The actors it names, each once, sorted.
    pub actors: &'a [ActorId],
    /// Its publisher, where declared.
    pub source: Option<SourceId>,
    /// Its language.
    pub lang: Lang,
}

/// Postings and columns of a corpus. Rows are [`DocId`]s: by day, undated ones last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Index {
    days: Days,
    rows: u32,
    /// Row → actors, as offsets into `row_actors`.
    row_offsets: Vec<u32>,
    row_actors: Vec<u32>,
    /// The same, to be counted.
    actors: Counter,
    /// Actor → rows, as offsets into `postings`.
    actor_offsets: Vec<u32>,
    postings: Vec<u32>,
    /// Row → the actors that it rests on without its story naming them, as offsets into `beside`.
    beside_offsets: Vec<u32>,
    beside: Vec<ActorId>,
    kept: Kept,
    /// The publishers, sorted, each once.
    source_names: Vec<String>,
    /// Row → publisher + 1, or 0.
    sources: Vec<u32>,
    publishers: Counter,
    /// The rows in English; the others are in Indonesian.
    english: Bits,
    english_count: u32,
    terms: Arc<Terms>,
    told: Stored,
}

/// What the articles tell, which only the panel asks for: made or read once it does.
#[derive(Clone, Debug)]
struct Stored(Arc<LazyLock<told::Told, Make>>);

type Make = Box<dyn FnOnce() -> told::Told + Send>;

impl Stored {
    fn later(make: impl FnOnce() -> told::Told + Send + 'static) -> Stored {
        Stored(Arc::new(LazyLock::new(Box::new(make))))
    }
}

impl Default for Stored {
    fn default() -> Stored {
        Stored::later(told::Told::default)
    }
}

impl PartialEq for Stored {
    fn eq(&self, other: &Stored) -> bool {
        **self.0 == **other.0
    }
}

impl Eq for Stored {}

/// The stretches of an article that are searched, and whether each is a headline: the declared one, the
/// one in the text, the paragraphs. Lines that aren't the story are not.
pub fn fields(document: &Document) -> impl Iterator<Item = (&str, text::Span, bool)> {
    let body = document.article.body.as_str();
    let declared = document.article.declared_title.as_deref().map(|t| (t, text::Span::new(0, t.len()), true));
    let blocks = document.structure.blocks.iter();
    let story = blocks.filter(|b| !matches!(b.kind, BlockKind::NonStory(_)));
    declared.into_iter().chain(story.map(move |b| (body, b.span, b.kind == BlockKind::Title)))
}

impl Index {
    /// Indexes a corpus: reads the index in its pack where there is one that fits, else all its articles.
    pub fn of(corpus: &Corpus) -> Index {
        if let Some(index) = corpus.stored().and_then(|sections| store::read(sections, corpus)) {
            return index;
        }
        let told = told::Told::of(corpus);
        Index { terms: Arc::new(Terms::of(corpus)), told: Stored::later(|| told), ..Index::of_rows(corpus) }
    }

    /// The index of a corpus that came of `before`, which this is the index of: reads only what changed. The same as
    /// [`Index::of`] makes of all articles.
    pub fn altered(&self, before: &Corpus, corpus: &Corpus, altered: &Altered) -> Index {
        let terms = match altered.stands(self.len()) && altered.changed(Change::Words).next().is_none() {
            true => self.terms.clone(),
            false => Arc::new(self.terms.altered(before, corpus, altered)),
        };
        let (told, words) = (self.told.clone(), terms.clone());
        let (before, after, how) = (before.clone(), corpus.clone(), altered.clone());
        let told = Stored::later(move || told.0.altered(&before, &after, &words, &how));
        if corpus.documents().is_split() {
            // Whoever waits for texts has to know of all that are missing.
            LazyLock::force(&told.0);
        }
        Index { terms, told, ..self.altered_rows(corpus, altered) }
    }

    /// The articles that rest on `actor` without their story naming it.
    pub fn beside(&self, actor: ActorId) -> Vec<u32> {
        let mut rows: Vec<u32> =
            (0..).zip(&self.beside).filter(|(_, a)| **a == actor).map(|(at, _)| at).collect();
        for at in &mut rows {
            *at = self.beside_offsets.partition_point(|start| start <= at) as u32 - 1;
        }
        rows
    }

    /// The index with what follows from its rows.
    fn counted(mut self, actors: usize) -> Index {
        (self.actor_offsets, self.postings) =
            sorot_rows::inverted(&self.row_offsets, &self.row_actors, actors);
        self.english_count = self.english.count();
        self.actors = Counter::of(&self.row_offsets, &self.row_actors, actors);
        self.kept = Kept::of(actors);
        self
    }

    /// The index with the names of its publishers.
    fn with_sources(mut self, names: Vec<String>) -> Index {
        if !names.is_empty() {
            let mut offsets = vec![0u32];
            let mut values = Vec::new();
            for source in &self.sources {
                values.extend(source.checked_sub(1));
                offsets.push(values.len() as u32);
            }
            self.publishers = Counter::of(&offsets, &values, names.len());
        }
        self.source_names = names;
        self
    }

    /// The number of articles.
    pub fn len(&self) -> usize {
        self.rows as usize
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.rows == 0
    }

    /// The number of actors.
    pub fn actor_count(&self) -> usize {
        self.actor_offsets.len().saturating_sub(1)
    }

    /// The articles that name `actor`, in order.
    pub fn postings(
        &self,
        actor: ActorId,
    ) -> impl ExactSizeIterator<Item = DocId> + DoubleEndedIterator + Clone + '_ {
        self.rows_of(actor).iter().map(|&row| DocId(row))
    }

    /// Likewise, as rows.
    pub fn rows_of(&self, actor: ActorId) -> &[u32] {
        slice(&self.actor_offsets, &self.postings, actor.index())
    }

    /// The articles of an actor that is asked for as a set; `None` for one that the bundle doesn't hold.
    pub fn set_of(&self, actor: ActorId) -> Option<&Bits> {
        let make = || {
            let mut set = Bits::none(self.rows);
            set.extend(self.rows_of(actor));
            set
        };
        Some(self.kept.get(actor.index())?.set.get_or_init(make))
    }

    /// The sums along the articles of an actor that is asked for; likewise.
    pub fn sums_of(&self, actor: ActorId) -> Option<&Sums> {
        let make = || self.actors.sums_along(self.rows_of(actor));
        Some(self.kept.get(actor.index())?.sums.get_or_init(make))
    }

    /// Counts actors over rows.
    pub fn actor_counter(&self) -> &Counter {
        &self.actors
    }

    /// Counts publishers over rows.
    pub fn source_counter(&self) -> &Counter {
        &self.publishers
    }

    /// How many rows are in English.
    pub fn english_count(&self) -> u32 {
        self.english_count
    }

    /// The rows in English.
    pub fn english(&self) -> &Bits {
        &self.english
    }

    /// The actors that `row` names, in order.
    pub fn actors_of(&self, row: DocId) -> impl Iterator<Item = ActorId> + '_ {
        self.numbers_of(row).iter().map(|&actor| ActorId(actor))
    }

    /// Likewise, as numbers.
    pub fn numbers_of(&self, row: DocId) -> &[u32] {
        slice(&self.row_offsets, &self.row_actors, row.index())
    }

    /// The publishers by [`SourceId`], sorted.
    pub fn source_names(&self) -> &[String] {
        &self.source_names
    }

    /// The publisher of this name.
    pub fn source_by_name(&self, name: &str) -> Option<SourceId> {
        let at = self.source_names.binary_search_by(|known| known.as_str().cmp(name)).ok()?;
        Some(SourceId(at as u32))
    }

    /// The publisher of a row, where declared.
    pub fn source(&self, row: DocId) -> Option<SourceId> {
        self.sources.get(row.index())?.checked_sub(1).map(SourceId)
    }

    /// The language of a row.
    pub fn lang(&self, row: DocId) -> Lang {
        if self.english.contains(row.0) { Lang::En } else { Lang::Id }
    }

    /// The postings of words.
    pub fn terms(&self) -> &Terms {
        &self.terms
    }

    /// What the articles tell, and which of them tell the same.
    pub fn told(&self) -> &told::Told {
        &self.told.0
    }

    /// The days of the articles.
    pub fn days(&self) -> &Days {
        &self.days
    }

    /// The day a dated row sorts and counts by; `None` without one.
    pub fn day(&self, row: DocId) -> Option<Day> {
        Day::from_num_days_from_ce_opt(counts_by(self.days.span(row)?))
    }
}

fn slice<'a, T>(offsets: &[u32], values: &'a [T], at: usize) -> &'a [T] {
    match (offsets.get(at), offsets.get(at + 1)) {
        (Some(&start), Some(&end)) => values.get(start as usize..end as usize).unwrap_or(&[]),
        _ => &[],
    }
}

#[cfg(test)]
mod tests;
