//! What do the selected articles say, and why these lines?
//!
//! A section a file; each is a function of the corpus and the selected articles.

pub mod compare;
pub mod events;
pub mod ladder;
pub mod met;
pub mod numbers;
pub mod opening;
pub mod relations;
pub mod reply;
pub mod said;
mod selection;
pub mod sentences;

use crate::annotate::{ActorId, ActorKind, PublishedSource};
use crate::calendar::Interval;
use crate::corpus::{Corpus, DocId};
use crate::sort;
use sentences::{Asked, KeySentence, key_sentences};

pub use selection::Selection;

/// What is said of a selection.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// First to last day of the selected articles that have one.
    pub period: Option<Interval>,
    /// How many of them have an inferred day.
    pub inferred: u32,
    /// How many have none.
    pub undated: u32,
    /// The people named in most of them, then by mentions, each with the number of articles; at most
    /// three. Where no people are named, other actors.
    pub most: Vec<(ActorId, u32)>,
    /// The key sentences, in order of time.
    pub sentences: Vec<KeySentence>,
}

/// Names told in the opening line.
const MOST: usize = 3;

/// Summarises `docs` (by day) in at most `length` sentences, which are about what is asked for.
pub fn summarise(corpus: &Corpus, docs: &[DocId], asked: &Asked, length: usize) -> Summary {
    let mut summary = Summary { most: most_named(corpus, docs), ..Summary::default() };
    for document in docs.iter().filter_map(|&d| corpus.document(d)) {
        match document.published.when {
            Some(when) => summary.period = Some(summary.period.map_or(when, |p| cover(p, when))),
            None => summary.undated += 1,
        }
        summary.inferred += u32::from(document.published.source == PublishedSource::Inferred);
    }
    summary.sentences = key_sentences(corpus, docs, asked, length);
    summary
}

fn cover(a: Interval, b: Interval) -> Interval {
    match (a.from().min(b.from()), a.to().max(b.to())) {
        (Some(from), Some(to)) => Interval::between(from, to),
        _ => a,
    }
}

fn most_named(corpus: &Corpus, docs: &[DocId]) -> Vec<(ActorId, u32)> {
    // Per actor: articles, mentions.
    let mut counts = vec![(0u32, 0u32); corpus.actors().len()];
    for document in docs.iter().filter_map(|&d| corpus.document(d)) {
        let mut here: Vec<ActorId> = document.mentions.iter().map(|m| m.actor).collect();
        sort::numbers(&mut here);
        for group in here.chunk_by(|a, b| a == b) {
            if let Some(count) = group.first().and_then(|a| counts.get_mut(a.index())) {
                count.0 += 1;
                count.1 += group.len() as u32;
            }
        }
    }
    let mut named: Vec<(ActorId, (u32, u32))> =
        (0..).map(ActorId).zip(counts).filter(|(_, count)| count.0 > 0).collect();
    let is_person = |id: ActorId| corpus.actor(id).is_some_and(|a| a.kind == ActorKind::Person);
    if named.iter().any(|&(id, _)| is_person(id)) {
        named.retain(|&(id, _)| is_person(id));
    }
    sort::by_key(&mut named, |&(id, count)| (std::cmp::Reverse(count), id));
    named.into_iter().take(MOST).map(|(id, (articles, _))| (id, articles)).collect()
}
