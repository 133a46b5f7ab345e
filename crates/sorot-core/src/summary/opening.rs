//! How many, when, who most, and what is new in the latest?

use crate::annotate::{ActorId, ActorKind, Contact, Document, PublishedSource, Quote};
use crate::calendar::Interval;
use crate::corpus::{Corpus, DocId};
use crate::index::Index;
use std::cmp::Reverse;

/// The line that opens a selection.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Opening {
    /// Articles selected.
    pub selected: u32,
    /// Articles in all.
    pub total: u32,
    /// First to last day of the selected articles that have one.
    pub period: Option<Interval>,
    /// How many of them have an inferred day.
    pub inferred: u32,
    /// How many have none.
    pub undated: u32,
    /// The people named in most of them, each with the number of articles; where no people are named,
    /// other actors.
    pub most: Vec<(ActorId, u32)>,
    /// What the latest adds; `None` where there is no earlier one.
    pub fresh: Option<Fresh>,
}

/// What an article tells that no earlier one of the selection does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fresh {
    /// The article.
    pub doc: DocId,
    /// How many selected ones are earlier.
    pub earlier: u32,
    /// Actors that none of them names, in the order of the text, with the number of the mention.
    pub actors: Vec<(ActorId, u32)>,
    /// Contacts that none of them tells: numbers in [`Document::contacts`].
    pub contacts: Vec<u32>,
    /// Quotes that none of them holds: numbers in [`Document::quotes`].
    pub quotes: Vec<u32>,
}

/// Names told.
const MOST: usize = 3;
/// Candidates among which mentions decide.
const TIED: usize = 12;
/// Articles in which mentions are counted.
const COUNTED: usize = 1000;
/// New things of a kind that are told.
const NEW: usize = 6;
/// Earlier articles that are compared in their words.
const BACK: usize = 2000;

/// Opens `docs` (by day). What is new is told as by [`fresh_in`].
pub fn opening(corpus: &Corpus, index: &Index, docs: &[DocId], open: Option<DocId>) -> Opening {
    let mut opening = Opening {
        selected: docs.len() as u32,
        total: corpus.documents().len() as u32,
        most: most(corpus, index, docs),
        ..Opening::default()
    };
    for document in docs.iter().filter_map(|&d| corpus.document(d)) {
        match document.published.when {
            Some(when) => opening.period = Some(opening.period.map_or(when, |p| cover(p, when))),
            None => opening.undated += 1,
        }
        opening.inferred += u32::from(document.published.source == PublishedSource::Inferred);
    }
    opening.fresh = fresh_in(corpus, index, docs, open);
    opening
}

/// What is new in `open` where it is one of `docs` (by day) and has one, else in the latest that has a day.
pub fn fresh_in(corpus: &Corpus, index: &Index, docs: &[DocId], open: Option<DocId>) -> Option<Fresh> {
    let dated = docs.partition_point(|d| index.days().dated().contains(&d.0));
    let dated = docs.get(..dated).unwrap_or(&[]);
    let latest = match open {
        Some(doc) => dated.binary_search(&doc).ok().map(|_| doc),
        None => dated.last().copied(),
    };
    fresh(corpus, index, dated, latest?)
}

fn cover(a: Interval, b: Interval) -> Interval {
    match (a.from().min(b.from()), a.to().max(b.to())) {
        (Some(from), Some(to)) => Interval::between(from, to),
        _ => a,
    }
}

/// Who is named in most of `docs`; where articles don't decide, mentions do.
fn most(corpus: &Corpus, index: &Index, docs: &[DocId]) -> Vec<(ActorId, u32)> {
    let mut counts = vec![0u32; corpus.actors().len()];
    for &doc in docs {
        for actor in index.actors_of(doc) {
            if let Some(count) = counts.get_mut(actor.index()) {
                *count += 1;
            }
        }
    }
    let is_person = |id: u32| corpus.actor(ActorId(id)).is_some_and(|a| a.kind == ActorKind::Person);
    let people = (0..).zip(&counts).any(|(id, &n)| n > 0 && is_person(id));
    let mut keys: Vec<(Reverse<u32>, u32)> = (0..)
        .zip(&counts)
        .filter(|&(id, &n)| n > 0 && (!people || is_person(id)))
        .map(|(id, &n)| (Reverse(n), id))
        .collect();
    keys.sort_unstable();
    keys.truncate(TIED);
    let mentions = |id: u32| -> usize {
        let read = docs.iter().take(COUNTED).filter_map(|&d| corpus.document(d));
        read.map(|d| d.mentions.iter().filter(|m| m.actor.0 == id).count()).sum()
    };
    let mut ranked: Vec<(Reverse<u32>, Reverse<usize>, u32)> =
        keys.into_iter().map(|(n, id)| (n, Reverse(mentions(id)), id)).collect();
    ranked.sort_unstable();
    ranked.into_iter().take(MOST).map(|(Reverse(n), _, id)| (ActorId(id), n)).collect()
}

/// What `doc` tells that those before it in `docs` don't.
fn fresh(corpus: &Corpus, index: &Index, docs: &[DocId], doc: DocId) -> Option<Fresh> {
    let place = docs.binary_search(&doc).ok()?;
    let earlier = docs.get(..place).filter(|e| !e.is_empty())?;
    let document = corpus.document(doc)?;
    let named_before = |actor: ActorId| {
        let rows = index.rows_of(actor);
        // Whichever list is shorter is walked.
        if rows.len() < earlier.len() {
            rows.iter().take_while(|r| **r < doc.0).any(|r| earlier.binary_search(&DocId(*r)).is_ok())
        } else {
            earlier.iter().any(|d| rows.binary_search(&d.0).is_ok())
        }
    };
    let mut actors: Vec<(ActorId, u32)> = Vec::new();
    let mut known: Vec<ActorId> = Vec::new();
    for (at, mention) in (0..).zip(&document.mentions) {
        if actors.len() >= NEW {
            break;
        }
        if known.contains(&mention.actor) {
            continue;
        }
        known.push(mention.actor);
        if !named_before(mention.actor) {
            actors.push((mention.actor, at));
        }
    }
    let back: Vec<&Document> = earlier.iter().rev().take(BACK).filter_map(|&d| corpus.document(d)).collect();
    let told = |c: &Contact, at: usize| {
        let here = document.contacts.iter().take(at);
        back.iter().flat_map(|d| &d.contacts).chain(here).any(|e| same_contact(c, e))
    };
    let contacts = (0..).zip(&document.contacts).filter(|(at, c)| !told(c, *at as usize));
    let quotes = (0..).zip(&document.quotes).filter(|(_, q)| {
        let own = words(document, q);
        !back.iter().any(|d| {
            let by = |e: &&Quote| e.speakers == q.speakers || e.speakers.is_empty() || q.speakers.is_empty();
            d.quotes
                .iter()
                .filter(by)
                .any(|e| e.span.len().abs_diff(q.span.len()) <= SLACK && words(d, e).eq(own.clone()))
        })
    });
    let fresh = Fresh {
        doc,
        earlier: earlier.len() as u32,
        contacts: contacts.map(|c| c.0).take(NEW).collect(),
        quotes: quotes.map(|q| q.0).take(NEW).collect(),
        actors,
    };
    Some(fresh)
}

/// Bytes by which two prints of the same words may differ: marks, spaces.
const SLACK: u32 = 16;

/// The words of a quote in small letters, without marks.
fn words<'a>(document: &'a Document, quote: &Quote) -> impl Iterator<Item = char> + Clone + 'a {
    let text = quote.span.of(&document.article.body);
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)
}

/// Whether two contacts are of the same people, in whichever order, and came about alike.
fn same_contact(a: &Contact, b: &Contact) -> bool {
    let sides = a.a == b.a && a.b == b.b || a.a == b.b && a.b == b.a;
    sides && a.status == b.status && (a.when.is_none() || b.when.is_none() || a.when == b.when)
}
