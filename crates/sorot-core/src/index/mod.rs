//! Which articles name this actor, and which lie in this period? Flat arrays over rows by day.

mod begun;
mod days;
mod named;
mod store;
mod terms;
pub mod told;

use crate::annotate::{ActorId, Document};
use crate::calendar::{Day, Lang};
use crate::corpus::{Bytes, Corpus, DocId};
use crate::sort;
use crate::structure::BlockKind;
use crate::text;
use named::Kept;
use sorot_rows::{Bits, Counter};
use std::sync::OnceLock;

pub use days::{Days, RowDays, Span, counts_by};
pub use named::Named;

pub use store::{pack, pack_by};
pub use terms::{Posting, TITLE, Terms};

/// A publisher's place in the sorted list of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(pub u32);

/// What the index needs of one article.
#[derive(Clone, Debug, Default)]
pub struct Row<'a> {
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
    row_actors: Vec<ActorId>,
    /// The same, to be counted.
    actors: Counter,
    /// Actor → rows, as offsets into `postings`.
    actor_offsets: Vec<u32>,
    postings: Vec<u32>,
    kept: Kept,
    /// The publishers, sorted, each once.
    source_names: Vec<String>,
    /// Row → publisher.
    sources: Vec<Option<SourceId>>,
    publishers: Counter,
    /// The rows in English; the others are in Indonesian.
    english: Bits,
    english_count: u32,
    terms: Terms,
    told: Stored,
}

/// What the articles tell, which only the panel asks for.
#[derive(Clone, Debug)]
enum Stored {
    /// As it was made.
    Here(told::Told),
    /// In a pack: read once it is asked for.
    Packed(Bytes, OnceLock<told::Told>),
}

impl Default for Stored {
    fn default() -> Stored {
        Stored::Here(told::Told::default())
    }
}

impl Stored {
    fn get(&self) -> &told::Told {
        match self {
            Stored::Here(told) => told,
            Stored::Packed(bytes, read) => read.get_or_init(|| store::read_told(bytes)),
        }
    }
}

impl PartialEq for Stored {
    fn eq(&self, other: &Stored) -> bool {
        self.get() == other.get()
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
        Index {
            terms: Terms::of(corpus),
            told: Stored::Here(told::Told::of(corpus)),
            ..Index::of_rows(corpus)
        }
    }

    /// The index without what its words and tellings need.
    fn of_rows(corpus: &Corpus) -> Index {
        let named: Vec<Vec<ActorId>> = corpus
            .documents()
            .iter()
            .map(|d| {
                let mut actors: Vec<ActorId> = d.mentions.iter().map(|m| m.actor).collect();
                sort::numbers(&mut actors);
                actors.dedup();
                actors
            })
            .collect();
        let mut names: Vec<&str> =
            corpus.documents().iter().filter_map(|d| d.article.source.as_deref()).collect();
        sort::by(&mut names, Ord::cmp);
        names.dedup();
        let source = |name: &str| names.binary_search(&name).ok().map(|at| SourceId(at as u32));
        let documents = days::of(corpus).zip(corpus.documents()).zip(&named);
        let rows = documents.map(|((days, d), actors)| Row {
            days,
            actors,
            source: d.article.source.as_deref().and_then(source),
            lang: d.structure.language,
        });
        let index = Index::new(rows, corpus.actors().len());
        let names = names.into_iter().map(String::from).collect();
        index.with_sources(names)
    }

    /// Indexes rows that come by day, undated ones last, with actors below `actors`.
    pub fn new<'a>(rows: impl Iterator<Item = Row<'a>>, actors: usize) -> Index {
        let mut index = Index { row_offsets: vec![0], ..Index::default() };
        let mut days = days::Builder::new();
        let mut english = Vec::new();
        for row in rows {
            days.push(&row.days);
            index.row_actors.extend(row.actors.iter().filter(|a| a.index() < actors));
            index.sources.push(row.source);
            if row.lang == Lang::En {
                english.push(index.rows);
            }
            index.row_offsets.push(index.row_actors.len() as u32);
            index.rows += 1;
        }
        index.days = days.build();
        index.english = Bits::none(index.rows);
        index.english.extend(&english);
        index.counted(actors)
    }

    /// The index with what follows from its rows.
    fn counted(mut self, actors: usize) -> Index {
        let values: Vec<u32> = self.row_actors.iter().map(|a| a.0).collect();
        (self.actor_offsets, self.postings) = sorot_rows::inverted(&self.row_offsets, &values, actors);
        self.english_count = self.english.count();
        self.actors = Counter::of(&self.row_offsets, &values, actors);
        self.kept = Kept::of(actors);
        self
    }

    /// The index with the names of its publishers.
    fn with_sources(mut self, names: Vec<String>) -> Index {
        let mut offsets = vec![0u32];
        let mut values = Vec::new();
        for source in &self.sources {
            values.extend(source.map(|s| s.0));
            offsets.push(values.len() as u32);
        }
        self.publishers = Counter::of(&offsets, &values, names.len());
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

    /// What is known of an actor that is asked for; `None` for one that the bundle doesn't hold.
    pub fn named(&self, actor: ActorId) -> Option<&Named> {
        let make = || {
            let rows = self.rows_of(actor);
            let mut set = Bits::none(self.rows);
            set.extend(rows);
            Named { set, sums: self.actors.sums_along(rows) }
        };
        self.kept.get(actor.index(), make)
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
    pub fn actors_of(&self, row: DocId) -> &[ActorId] {
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
        self.sources.get(row.index()).copied().flatten()
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
        self.told.get()
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
