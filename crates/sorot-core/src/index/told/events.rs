//! Which dated sentences tell the same event? Those that tell it of the same day, share an actor and
//! share words beyond names and dates; contacts are the same where their sides are.

use super::{Key, Lines, Rows, Source, classes, kept};
use crate::annotate::{ActorId, ContactStatus, Document};
use crate::calendar::{Grain, Interval};
use crate::corpus::{Corpus, DocId, Lexicon, StemId, each_word};
use crate::sort;
use crate::text::Span;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// The days of an event and how finely they are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct When {
    /// The days.
    pub days: Interval,
    /// The grain.
    pub grain: Grain,
    /// Whether it is still to come, for the article that tells it.
    pub planned: bool,
}

/// What of an article a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum EventSource {
    /// Its contact of this number.
    Contact(u32),
    /// Its event of this number.
    Event(u32),
}

/// The events of all articles.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Events {
    /// Which rows tell the same.
    pub lines: Lines,
    sources: Vec<EventSource>,
    /// Line → days.
    when: Vec<When>,
}

/// Lines of one day that a row is compared with; more on one day are the news of a year.
const COMPARED: usize = 24;
/// Words that two sentences must share, beyond names and dates.
const SHARED: usize = 3;
/// … and the part that they must be of the shorter one's words, in percent.
const PART: usize = 40;
/// Words shorter than this carry no content in either language.
const MIN_WORD: usize = 4;

/// A row before it has a line.
struct Row {
    doc: usize,
    source: EventSource,
    when: When,
    span: Span,
    /// The line of its contact, plus one; 0 for other events.
    contact: u32,
    /// Its line among those before, if nothing changed on its day.
    line: Option<u32>,
}

/// What a sentence is compared by.
struct Telling {
    actors: Vec<ActorId>,
    stems: Vec<StemId>,
}

impl Events {
    /// Those of a corpus with its lines of contacts that came of one with these. Of the articles that weren't `read` only
    /// those are that tell something of a day on which something changed.
    pub(super) fn altered(&self, source: Source, contacts: &Lines, read: &[bool]) -> Events {
        let Source { corpus, altered, .. } = source;
        let was = |doc: usize| altered.was.get(doc).copied().flatten().map(DocId);
        let mut fresh: Vec<Row> = Vec::new();
        let mut days: Vec<u64> = Vec::new();
        for (doc, _) in read.iter().enumerate().filter(|(_, read)| **read) {
            if let Some(document) = corpus.documents().seek(doc) {
                collect(&mut fresh, doc, document, contacts);
            }
            days.extend(
                was(doc).into_iter().flat_map(|was| self.lines.of_doc(was)).filter_map(|l| self.day(*l)),
            );
        }
        days.extend(fresh.iter().map(|row| day_key(&row.when)));
        sort::numbers(&mut days);
        let mut fresh = fresh.into_iter().peekable();
        let mut rows: Vec<Row> = Vec::new();
        let mut told = Rows::default();
        for (doc, read) in read.iter().enumerate() {
            let from = rows.len();
            if *read {
                while let Some(row) = fresh.next_if(|row| row.doc == doc) {
                    rows.push(row);
                }
            } else if let Some(was) = was(doc) {
                let lines = self.lines.of_doc(was);
                let is_of = |line: &u32| self.day(*line).is_some_and(|day| days.binary_search(&day).is_ok());
                if lines.iter().any(is_of)
                    && let Some(document) = corpus.documents().seek(doc)
                {
                    collect(&mut rows, doc, document, contacts);
                    for (row, line) in rows.iter_mut().skip(from).zip(lines) {
                        row.line = Some(*line).filter(|line| !is_of(line));
                    }
                } else {
                    for (number, line) in (0..).zip(lines) {
                        let Some((source, when)) = self.source(was, number).zip(self.when(*line)) else {
                            continue;
                        };
                        rows.push(Row {
                            doc,
                            source,
                            when,
                            span: Span::new(0, 0),
                            contact: 0,
                            line: Some(*line),
                        });
                    }
                }
            }
            for row in rows.get(from..).unwrap_or(&[]) {
                match row.line {
                    Some(line) => told.push(0, self.lines.actors(line).iter().copied()),
                    None => {
                        let document = corpus.documents().seek(doc);
                        told.push(0, document.map_or_else(Vec::new, |document| actors(document, row)));
                    }
                }
            }
            told.close();
        }
        told.keys = keys(corpus, &rows);
        let lines = Lines::of(&told);
        let mut when = Vec::with_capacity(lines.len());
        for (row, &line) in rows.iter().zip(&lines.line) {
            if line as usize == when.len() {
                when.push(row.when);
            }
        }
        Events { lines, sources: rows.iter().map(|r| r.source).collect(), when }
    }

    /// What is compared with a line lies on this day.
    fn day(&self, line: u32) -> Option<u64> {
        self.when.get(line as usize).map(day_key)
    }

    /// The days of a line.
    pub fn when(&self, line: u32) -> Option<When> {
        self.when.get(line as usize).copied()
    }

    /// What the `number`-th row of an article is.
    pub fn source(&self, doc: DocId, number: u32) -> Option<EventSource> {
        let first = self.lines.offsets.get(doc.index())?;
        self.sources.get((first + number) as usize).copied()
    }
}

/// The events of one article by place: its dated contacts that took place or are announced, and its
/// other dated sentences.
fn collect(rows: &mut Vec<Row>, doc: usize, document: &Document, contacts: &Lines) {
    let from = rows.len();
    let timex = |span: Span| {
        let at = document.timexes.binary_search_by_key(&span.start, |t| t.span.start).ok()?;
        document.timexes.get(at)
    };
    let line = contacts.of_doc(DocId(doc as u32));
    for (number, contact) in (0..).zip(&document.contacts) {
        let planned = match contact.status {
            ContactStatus::Happened => false,
            ContactStatus::Planned => true,
            ContactStatus::Discussed | ContactStatus::Denied => continue,
        };
        let Some((days, dated)) = contact.when.zip(contact.dated) else { continue };
        let grain = timex(dated).map_or(Grain::Days, |t| t.grain);
        rows.push(Row {
            doc,
            source: EventSource::Contact(number),
            when: When { days, grain, planned },
            span: contact.span,
            contact: line.get(number as usize).map_or(0, |l| l + 1),
            line: None,
        });
    }
    let published = document.published.when.and_then(Interval::to);
    for (number, event) in (0..).zip(&document.events) {
        let Some(told) = timex(event.dated) else { continue };
        let Some(days) = told.value else { continue };
        let ahead = published.zip(days.from()).is_some_and(|(day, from)| from > day);
        rows.push(Row {
            doc,
            source: EventSource::Event(number),
            when: When { days, grain: told.grain, planned: event.planned || ahead },
            span: event.span,
            contact: 0,
            line: None,
        });
    }
    if let Some(here) = rows.get_mut(from..) {
        sort::by_key(here, |r| (r.span, r.when.days.from()));
    }
}

/// A key for each row, equal for those that tell the same.
fn keys(corpus: &Corpus, rows: &[Row]) -> Vec<u64> {
    let days: Vec<u64> = rows.iter().map(|r| day_key(&r.when)).collect();
    let day = classes(&days);
    // Day → the lines begun on it, each by its first row.
    let mut begun: Vec<Vec<usize>> = vec![Vec::new(); day.iter().max().map_or(0, |&d| d as usize + 1)];
    let mut tellings: HashMap<usize, Telling> = HashMap::new();
    let mut keys: Vec<u64> = Vec::with_capacity(rows.len());
    for (at, (row, &day)) in rows.iter().zip(&day).enumerate() {
        if let Some(line) = row.line {
            keys.push(kept(line));
            continue;
        }
        let Some(begun) = begun.get_mut(day as usize) else { continue };
        let mine = (!begun.is_empty()).then(|| telling(corpus, row));
        let same = mine.as_ref().and_then(|mine| {
            begun.iter().copied().find(|&first| {
                let Some(other) = rows.get(first) else { return false };
                match (row.contact, other.contact) {
                    // Contacts know their own.
                    (a, b) if a > 0 && b > 0 => a == b,
                    // An article that tells a contact and says more of its day tells two things.
                    (a, b) if a != b && row.doc == other.doc => false,
                    _ => tellings.entry(first).or_insert_with(|| telling(corpus, other)).is_like(mine),
                }
            })
        });
        match same {
            Some(first) => keys.push(keys.get(first).copied().unwrap_or_default()),
            None => {
                keys.push(Key::new().with(at as u64).0);
                if begun.len() < COMPARED {
                    begun.push(at);
                    tellings.extend(mine.map(|mine| (at, mine)));
                }
            }
        }
    }
    keys
}

fn day_key(when: &When) -> u64 {
    use chrono::Datelike;
    let day = |end: Option<crate::calendar::Day>| end.map_or(0, |d| i64::from(d.num_days_from_ce()) as u64);
    let (from, to) = (day(when.days.from()), day(when.days.to()));
    Key::new().with(from).with(to).byte(u8::from(when.planned)).0
}

/// Who and what a row tells.
fn telling(corpus: &Corpus, row: &Row) -> Telling {
    let Some(document) = corpus.documents().seek(row.doc) else {
        return Telling { actors: Vec::new(), stems: Vec::new() };
    };
    let mut actors = actors(document, row);
    sort::numbers(&mut actors);
    actors.dedup();
    Telling { actors, stems: stems(document, row.span, corpus.lexicon()) }
}

/// Whom its sentence names, and who takes part in its contact.
fn actors(document: &Document, row: &Row) -> Vec<ActorId> {
    let from = document.mentions.partition_point(|m| m.span.start < row.span.start);
    let within = document.mentions.iter().skip(from).take_while(|m| m.span.end <= row.span.end);
    let contact = match row.source {
        EventSource::Contact(at) => document.contacts.get(at as usize),
        EventSource::Event(_) => None,
    };
    let sides = contact.into_iter().flat_map(|c| c.a.iter().chain(&c.b).copied());
    within.map(|m| m.actor).chain(sides).collect()
}

/// The stems of the longer words of a sentence that are no part of a name or a date.
fn stems(document: &Document, span: Span, lexicon: &Lexicon) -> Vec<StemId> {
    let apart = |word: Span| {
        let at = document.mentions.partition_point(|m| m.span.end <= word.start);
        let named = document.mentions.get(at).is_some_and(|m| m.span.overlaps(word));
        let at = document.timexes.partition_point(|t| t.span.end <= word.start);
        named || document.timexes.get(at).is_some_and(|t| t.span.overlaps(word))
    };
    let mut stems = Vec::new();
    each_word(&document.article.body, span, |place, word| {
        if word.chars().count() >= MIN_WORD && !apart(place) {
            stems.extend(lexicon.term(word).and_then(|term| lexicon.stem_of(term)));
        }
    });
    sort::by_key(&mut stems, |s| *s);
    stems.dedup();
    stems
}

impl Telling {
    /// Whether the two tell the same, given the same day.
    fn is_like(&self, other: &Telling) -> bool {
        let words = common(&self.stems, &other.stems);
        let shorter = self.stems.len().min(other.stems.len());
        words >= SHARED && words * 100 >= shorter * PART && common(&self.actors, &other.actors) > 0
    }
}

/// How many values two sorted lists share.
fn common<T: Ord>(a: &[T], b: &[T]) -> usize {
    a.iter().filter(|x| b.binary_search(x).is_ok()).count()
}
