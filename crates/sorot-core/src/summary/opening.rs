//! How many, when, who most, and what is new in the latest?

use super::{Telling, highest, of_each_speaker};
use crate::annotate::{ActorId, ActorKind};
use crate::calendar::{Day, Interval};
use crate::corpus::{Corpus, DocId};
use crate::index::Index;
use crate::sort;
use sorot_rows::sample;
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
/// Articles in which mentions are counted; of more, some stand for the others.
const COUNTED: usize = 1000;
/// New names that are told, and new contacts.
const NEW: usize = 6;
/// New quotes that are told.
const SAID: usize = 3;
/// Earlier articles whose contacts are compared.
const BACK: usize = 2000;

/// Opens `docs` (by day), without what is new: [`fresh_in`] tells that.
pub fn opening(corpus: &Corpus, index: &Index, docs: &[DocId]) -> Opening {
    let mut opening = Opening {
        selected: docs.len() as u32,
        total: corpus.documents().len() as u32,
        most: most(corpus, index, docs),
        ..Opening::default()
    };
    let dated = dated(index, docs);
    opening.undated = (docs.len() - dated.len()) as u32;
    opening.inferred = dated.iter().filter(|&&d| index.days().is_inferred(d)).count() as u32;
    // An open end is no day.
    let (mut first, mut last) = (i32::MAX, i32::MIN);
    for (from, to) in dated.iter().filter_map(|&d| index.days().span(d)) {
        first = if from > i32::MIN { first.min(from) } else { first };
        last = if to < i32::MAX { last.max(to) } else { last };
    }
    let day = |n: i32| Day::from_num_days_from_ce_opt(n).filter(|_| first < i32::MAX && last > i32::MIN);
    opening.period = day(first).zip(day(last)).map(|(from, to)| Interval::between(from, to.max(from)));
    opening
}

/// What is new in `open` where it is one of `docs` (by day) and has one, else in the latest that has a day.
pub fn fresh_in(corpus: &Corpus, index: &Index, docs: &[DocId], open: Option<DocId>) -> Option<Fresh> {
    let dated = dated(index, docs);
    let latest = match open {
        Some(doc) => dated.binary_search(&doc).ok().map(|_| doc),
        None => dated.last().copied(),
    };
    fresh(corpus, index, dated, latest?)
}

/// Those of `docs` that have a day: all before the others.
fn dated<'d>(index: &Index, docs: &'d [DocId]) -> &'d [DocId] {
    docs.get(..docs.partition_point(|d| index.days().dated().contains(&d.0))).unwrap_or(&[])
}

/// Who is named in most of `docs`; where articles don't decide, mentions do.
fn most(corpus: &Corpus, index: &Index, docs: &[DocId]) -> Vec<(ActorId, u32)> {
    let rows: Vec<u32> = docs.iter().map(|doc| doc.0).collect();
    let counts = index.actor_counter().in_list(&rows);
    let mut mentions = vec![0u32; counts.len()];
    for doc in sample(&rows, COUNTED).into_iter().map(DocId) {
        for (actor, &times) in index.actors_of(doc).zip(index.told().voices.times(doc)) {
            if let Some(all) = mentions.get_mut(actor.index()) {
                *all += u32::from(times);
            }
        }
    }
    let is_person = |id: u32| corpus.actor(ActorId(id)).is_some_and(|a| a.kind == ActorKind::Person);
    let people: Vec<u32> = (0..).zip(&counts).map(|(id, &n)| if is_person(id) { n } else { 0 }).collect();
    let ranked = if people.iter().any(|&n| n > 0) { &people } else { &counts };
    let of = |counts: &[u32], id: u32| counts.get(id as usize).copied().unwrap_or(0);
    let mut first = highest(ranked, TIED);
    sort::by_key(&mut first, |&id| (Reverse((of(&counts, id), of(&mentions, id))), id));
    first.into_iter().take(MOST).map(|id| (ActorId(id), of(&counts, id))).collect()
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
    let told = index.told();
    // Told before, if of the same day, or if one of them has none.
    let met_before = |line: u32, side: (u32, bool)| {
        let mut before = told.contacts.rows(line).map(|row| row.0).take_while(|&d| d < doc);
        let mut back = earlier.iter().rev().take(BACK);
        before.any(|d| earlier.binary_search(&d).is_ok())
            || back.any(|&d| told.sides(d).any(|other| other.0 == side.0 && (other.1 || side.1)))
    };
    let mut here: Vec<(u32, (u32, bool))> = Vec::new();
    let contacts = (0..).zip(told.contacts.of_doc(doc).iter().zip(told.sides(doc)));
    let contacts: Vec<u32> = contacts
        .filter(|(_, (line, side))| {
            let same =
                |&(other, of): &(u32, (u32, bool))| of.0 == side.0 && (other == **line || of.1 || side.1);
            let again = here.iter().any(same);
            here.push((**line, *side));
            !again && !met_before(**line, *side)
        })
        .map(|contact| contact.0)
        .take(NEW)
        .collect();
    let lines = &told.quotes;
    let said_before = |line: u32| {
        let mut before = lines.rows(line).map(|row| row.0).take_while(|&d| d < doc);
        before.any(|d| earlier.binary_search(&d).is_ok())
    };
    let quotes = (0..).zip(lines.of_doc(doc)).filter(|(_, line)| !said_before(**line));
    let quotes: Vec<(Telling, u32)> = quotes.map(|(at, &line)| ((doc, at), line)).collect();
    let fresh = Fresh {
        doc,
        earlier: earlier.len() as u32,
        contacts,
        quotes: of_each_speaker(lines, &quotes, SAID).into_iter().map(|(_, at)| at).collect(),
        actors,
    };
    Some(fresh)
}
