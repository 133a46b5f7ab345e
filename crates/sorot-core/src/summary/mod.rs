//! What do the selected articles say, in their own sentences? Extractive, and able to say why.
//!
//! A sentence's score is a linear model of explainable features (`weights`), after
//! Edmundson (1969, position and cue features) and the centroid of Radev et al. (2004); sentences
//! are then taken one by one, each charged for what the ones before it already said (maximal
//! marginal relevance, Carbonell & Goldstein 1998), and shown in order of time.

pub mod compare;
pub mod events;
mod features;
pub mod ladder;
pub mod met;
pub mod numbers;
pub mod opening;
pub mod relations;
pub mod reply;
pub mod said;
mod selection;
mod weights;

use crate::annotate::{ActorId, ActorKind, PublishedSource};
use crate::calendar::Interval;
use crate::corpus::{Corpus, DocId};
use crate::sort;
use crate::why::Why;
use features::{Candidate, candidates};

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

/// A sentence chosen for the summary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeySentence {
    /// Its article.
    pub doc: DocId,
    /// Its number in the article's structure.
    pub sentence: u32,
    /// Why it was chosen, the strongest reason first.
    pub why: Vec<Why>,
}

/// The most articles whose sentences are compared: above it, every n-th of the selection is read, so
/// that the whole period stays represented and the work stays bounded.
const MAX_DOCS: usize = 200;
/// Names told in the opening line.
const MOST: usize = 3;

/// Summarises `docs` (by day) in at most `length` sentences; `asked` are the actors that the reader
/// asks for: the choice is then about them.
pub fn summarise(corpus: &Corpus, docs: &[DocId], asked: &[ActorId], length: usize) -> Summary {
    let mut summary = Summary { most: most_named(corpus, docs), ..Summary::default() };
    for document in docs.iter().filter_map(|&d| corpus.document(d)) {
        match document.published.when {
            Some(when) => summary.period = Some(summary.period.map_or(when, |p| cover(p, when))),
            None => summary.undated += 1,
        }
        summary.inferred += u32::from(document.published.source == PublishedSource::Inferred);
    }
    let step = docs.len().div_ceil(MAX_DOCS).max(1);
    let read: Vec<DocId> = docs.iter().copied().step_by(step).collect();
    let found = candidates(corpus, &read, asked);
    let mut chosen = choose(&found, length);
    sort::by_key(&mut chosen, |c| (c.doc, c.sentence));
    summary.sentences = chosen
        .into_iter()
        .map(|c| KeySentence { doc: c.doc, sentence: c.sentence, why: c.reasons(corpus, asked) })
        .collect();
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

/// Takes the best sentence again and again, charging each for its likeness to those taken.
fn choose(found: &[Candidate], length: usize) -> Vec<&Candidate> {
    let mut chosen: Vec<&Candidate> = Vec::new();
    while chosen.len() < length {
        let worth = |c: &Candidate| {
            let said = chosen.iter().map(|t| c.likeness(t)).fold(0.0, f32::max);
            let same_article = chosen.iter().filter(|t| t.doc == c.doc).count() as f32;
            c.score() - weights::REDUNDANCY * said - weights::SAME_ARTICLE * same_article
        };
        let best = found
            .iter()
            .filter(|c| !chosen.iter().any(|t| t.place() == c.place() || t.likeness(c) > weights::SAME))
            .map(|c| (worth(c), c))
            // On a tie the earlier one.
            .max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.place().cmp(&a.1.place())));
        let Some((_, best)) = best else { break };
        chosen.push(best);
    }
    chosen
}

#[cfg(test)]
mod tests;
