//! Which articles name this actor, and which lie in this period? Flat arrays over rows by day.

mod days;
mod terms;
pub mod told;

use crate::annotate::{ActorId, Document};
use crate::calendar::{Day, Lang};
use crate::corpus::{Corpus, DocId};
use crate::sort;
use crate::structure::BlockKind;
use crate::text;

pub use days::{Days, RowDays, Span, counts_by};

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
    /// Actor → rows, as offsets into `postings`.
    actor_offsets: Vec<u32>,
    postings: Vec<DocId>,
    /// The publishers, sorted, each once.
    source_names: Vec<String>,
    /// Row → publisher.
    sources: Vec<Option<SourceId>>,
    /// Row → language.
    langs: Vec<Lang>,
    terms: Terms,
    told: told::Told,
}

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
    /// Indexes a corpus.
    pub fn of(corpus: &Corpus) -> Index {
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
        let source_names = names.into_iter().map(String::from).collect();
        Index { terms: Terms::of(corpus), told: told::Told::of(corpus), source_names, ..index }
    }

    /// Indexes rows that come by day, undated ones last, with actors below `actors`.
    pub fn new<'a>(rows: impl Iterator<Item = Row<'a>>, actors: usize) -> Index {
        let mut index = Index { row_offsets: vec![0], ..Index::default() };
        let mut counts = vec![0u32; actors + 1];
        let mut days = days::Builder::new();
        for row in rows {
            days.push(&row.days);
            for &actor in row.actors {
                if let Some(count) = counts.get_mut(actor.index() + 1) {
                    *count += 1;
                    index.row_actors.push(actor);
                }
            }
            index.sources.push(row.source);
            index.langs.push(row.lang);
            index.row_offsets.push(index.row_actors.len() as u32);
            index.rows += 1;
        }
        index.days = days.build();
        for i in 1..counts.len() {
            counts[i] += counts[i - 1];
        }
        index.actor_offsets = counts;
        index.postings = index.invert();
        index
    }

    fn invert(&self) -> Vec<DocId> {
        let mut next = self.actor_offsets.clone();
        let mut postings = vec![DocId(0); self.row_actors.len()];
        for row in 0..self.rows {
            for actor in self.actors_of(DocId(row)) {
                let at = &mut next[actor.index()];
                postings[*at as usize] = DocId(row);
                *at += 1;
            }
        }
        postings
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
    pub fn postings(&self, actor: ActorId) -> &[DocId] {
        slice(&self.actor_offsets, &self.postings, actor.index())
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
        self.langs.get(row.index()).copied().unwrap_or_default()
    }

    /// The postings of words.
    pub fn terms(&self) -> &Terms {
        &self.terms
    }

    /// What the articles tell, and which of them tell the same.
    pub fn told(&self) -> &told::Told {
        &self.told
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
