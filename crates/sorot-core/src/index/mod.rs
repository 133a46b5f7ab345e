//! Which articles name this actor, and which lie in this period? Flat arrays over rows by day.

mod terms;

use crate::annotate::{ActorId, Document};
use crate::calendar::{Day, Interval, Lang};
use crate::corpus::{Corpus, DocId};
use crate::structure::BlockKind;
use crate::text::Span;
use chrono::Datelike;

pub use terms::{Posting, TITLE, Terms};

/// A publisher's place in the sorted list of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(pub u32);

/// What the index needs of one article.
#[derive(Clone, Copy, Debug, Default)]
pub struct Row<'a> {
    /// Its publication interval.
    pub when: Option<Interval>,
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
    /// First and last day per row as days from the common era; an open end is the type's limit.
    /// Undated rows are missing: all rows from `spans.len()` on.
    spans: Vec<(i32, i32)>,
    rows: u32,
    /// Row → actors, as offsets into `row_actors`.
    row_offsets: Vec<u32>,
    row_actors: Vec<ActorId>,
    /// Actor → rows, as offsets into `postings`.
    actor_offsets: Vec<u32>,
    postings: Vec<DocId>,
    /// The widest interval of a row in days, 0 for single days: bounds how far a range must look back.
    widest: i32,
    /// The publishers, sorted, each once.
    source_names: Vec<String>,
    /// Row → publisher.
    sources: Vec<Option<SourceId>>,
    /// Row → language.
    langs: Vec<Lang>,
    terms: Terms,
}

/// The stretches of an article that are searched, and whether each is a headline: the declared one, the
/// one in the text, the paragraphs. Lines that aren't the story are not.
pub fn fields(document: &Document) -> impl Iterator<Item = (&str, Span, bool)> {
    let body = document.article.body.as_str();
    let declared = document.article.declared_title.as_deref().map(|t| (t, Span::new(0, t.len()), true));
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
                actors.sort_unstable();
                actors.dedup();
                actors
            })
            .collect();
        let mut names: Vec<&str> =
            corpus.documents().iter().filter_map(|d| d.article.source.as_deref()).collect();
        names.sort_unstable();
        names.dedup();
        let source = |name: &str| names.binary_search(&name).ok().map(|at| SourceId(at as u32));
        let rows = corpus.documents().iter().zip(&named).map(|(d, actors)| Row {
            when: d.published.when,
            actors,
            source: d.article.source.as_deref().and_then(source),
            lang: d.structure.language,
        });
        let index = Index::new(rows, corpus.actors().len());
        let source_names = names.into_iter().map(String::from).collect();
        Index { terms: Terms::of(corpus), source_names, ..index }
    }

    /// Indexes rows that come by day, undated ones last, with actors below `actors`.
    pub fn new<'a>(rows: impl Iterator<Item = Row<'a>>, actors: usize) -> Index {
        let mut index = Index { row_offsets: vec![0], ..Index::default() };
        let mut counts = vec![0u32; actors + 1];
        for row in rows {
            if let Some(when) = row.when {
                let first = when.from().map_or(i32::MIN, |d| d.num_days_from_ce());
                let last = when.to().map_or(i32::MAX, |d| d.num_days_from_ce());
                index.widest = index.widest.max(last.saturating_sub(first));
                index.spans.push((first, last));
            }
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

    /// The rows with a day.
    pub fn dated(&self) -> std::ops::Range<u32> {
        0..self.spans.len() as u32
    }

    /// The day a dated row sorts and counts by; `None` without one.
    pub fn day(&self, row: DocId) -> Option<Day> {
        let &(first, last) = self.spans.get(row.index())?;
        Day::from_num_days_from_ce_opt(if first == i32::MIN { last } else { first })
    }

    /// Whether a row may lie in `from..=to`; an undated one never does.
    pub fn in_period(&self, row: DocId, from: Option<Day>, to: Option<Day>) -> bool {
        let from = from.map_or(i32::MIN, |d| d.num_days_from_ce());
        let to = to.map_or(i32::MAX, |d| d.num_days_from_ce());
        self.spans.get(row.index()).is_some_and(|&(first, last)| first <= to && from <= last)
    }

    /// The rows outside of which nothing lies in `from..=to`: dated rows sort by their first day, so
    /// two binary searches and the widest interval bound it.
    pub fn window(&self, from: Option<Day>, to: Option<Day>) -> std::ops::Range<u32> {
        let from = from.map_or(i32::MIN, |d| d.num_days_from_ce().saturating_sub(self.widest));
        let to = to.map_or(i32::MAX, |d| d.num_days_from_ce());
        let day = |&(first, last): &(i32, i32)| if first == i32::MIN { last } else { first };
        let start = self.spans.partition_point(|s| day(s) < from) as u32;
        let end = self.spans.partition_point(|s| s.0 == i32::MIN || s.0 <= to) as u32;
        start..end.max(start)
    }
}

fn slice<'a, T>(offsets: &[u32], values: &'a [T], at: usize) -> &'a [T] {
    match (offsets.get(at), offsets.get(at + 1)) {
        (Some(&start), Some(&end)) => values.get(start as usize..end as usize).unwrap_or(&[]),
        _ => &[],
    }
}
