//! Which articles tell the same quote, contact, event, and who stands in one sentence? Flat arrays for
//! the summary, which gathers from them whatever is selected.
//!
//! A *row* is one telling in one article; a *line* is all the rows that tell the same. Lines are the
//! same whatever is selected, so that a line can be kept and found again.

mod amounts;
mod contacts;
mod events;
mod quotes;
mod together;
mod voices;

use super::terms::{Terms, group_by};
use crate::annotate::ActorId;
use crate::corpus::{Altered, Corpus, DocId};
use crate::sort;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

pub use amounts::{Amounts, digits};
pub use events::{EventSource, Events, When};
pub use together::Together;
pub use voices::{Sourced, Voices};

use contacts::Contacts;

/// All of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// Rows are the quotes of each article, in order.
    pub quotes: Lines,
    /// Rows are the contacts of each article, in order.
    pub contacts: Lines,
    /// Rows are its dated events.
    pub events: Events,
    /// Quantities of the same thing.
    pub amounts: Amounts,
    /// Sentences that name several actors.
    pub together: Together,
    /// Whose account each article is, and who has to answer in it.
    pub voices: Voices,
    /// Contact → its sides and status, hashed, the lowest bit for one without a day.
    sides: Vec<u32>,
}

/// What is told is read off: a corpus, its words, and how it came of another.
#[derive(Clone, Copy)]
struct Source<'a> {
    corpus: &'a Corpus,
    terms: &'a Terms,
    altered: &'a Altered,
}

impl Told {
    /// Reads it off a corpus.
    pub fn of(corpus: &Corpus) -> Told {
        let anew = Altered::anew(corpus.documents().len());
        Told::default().altered(&Corpus::default(), corpus, &Terms::default(), &anew)
    }

    /// What the articles of a corpus tell that came of `before`, of which this is told: reads the articles that changed, and
    /// those that may tell the same. `terms` are the words of `corpus`.
    pub fn altered(&self, before: &Corpus, corpus: &Corpus, terms: &Terms, altered: &Altered) -> Told {
        let source = Source { corpus, terms, altered };
        let Contacts { lines: contacts, sides, read } = contacts::lines(self, source);
        Told {
            quotes: quotes::lines(&self.quotes, source),
            events: self.events.altered(source, &contacts, &read),
            contacts,
            amounts: self.amounts.altered(source),
            together: self.together.altered(source),
            voices: self.voices.altered(before, source),
            sides,
        }
    }

    /// For each contact of an article, what it has in common with another of the same sides and status, and whether
    /// it has no day.
    pub fn sides(&self, doc: DocId) -> impl Iterator<Item = (u32, bool)> + '_ {
        let sides = super::slice(&self.contacts.offsets, &self.sides, doc.index());
        sides.iter().map(|&key| (key >> 1, key & 1 == 1))
    }
}

/// Rows article by article, and the line that each belongs to. Lines are numbered by their first row.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lines {
    /// Article → rows, as offsets.
    offsets: Vec<u32>,
    /// Row → line.
    line: Vec<u32>,
    /// Row → article.
    doc: Vec<DocId>,
    /// Line → rows, as offsets into `rows`.
    line_offsets: Vec<u32>,
    rows: Vec<u32>,
    /// Line → actors, as offsets into `actors`.
    actor_offsets: Vec<u32>,
    actors: Vec<ActorId>,
}

/// Rows as they are read, before they are lines.
#[derive(Debug, Default)]
struct Rows {
    /// Rows of each article so far read.
    counts: Vec<u32>,
    /// Rows of the articles that have ended.
    closed: u32,
    /// Rows with the same key make a line.
    keys: Vec<u64>,
    /// Where the actors of each row end in `actors`.
    ends: Vec<u32>,
    actors: Vec<ActorId>,
}

impl Rows {
    fn push(&mut self, key: u64, actors: impl IntoIterator<Item = ActorId>) {
        self.keys.push(key);
        self.actors.extend(actors);
        self.ends.push(self.actors.len() as u32);
    }

    /// The rows of an article as they were.
    fn keep(&mut self, lines: &Lines, was: DocId) {
        for &line in lines.of_doc(was) {
            self.push(kept(line), lines.actors(line).iter().copied());
        }
    }

    /// The article ends here.
    fn close(&mut self) {
        self.counts.push(self.keys.len() as u32 - self.closed);
        self.closed = self.keys.len() as u32;
    }

    fn actors(&self, row: u32) -> &[ActorId] {
        let end = |row: Option<u32>| row.and_then(|r| self.ends.get(r as usize)).map_or(0, |&e| e as usize);
        self.actors.get(end(row.checked_sub(1))..end(Some(row))).unwrap_or(&[])
    }
}

impl Lines {
    fn of(read: &Rows) -> Lines {
        let line = classes(&read.keys);
        let count = line.iter().max().map_or(0, |&last| last as usize + 1);
        let mut offsets = vec![0u32];
        let mut doc = Vec::with_capacity(line.len());
        for (row, &count) in (0..).map(DocId).zip(&read.counts) {
            doc.resize(doc.len() + count as usize, row);
            offsets.push(doc.len() as u32);
        }
        let (line_offsets, rows) = group_by(count, line.iter().map(|&l| l as usize));
        let mut lines = Lines { offsets, line, doc, line_offsets, rows, ..Lines::default() };
        lines.actor_offsets.push(0);
        let mut here: Vec<ActorId> = Vec::new();
        for number in 0..count {
            here.clear();
            for &row in super::slice(&lines.line_offsets, &lines.rows, number) {
                here.extend_from_slice(read.actors(row));
            }
            sort::numbers(&mut here);
            here.dedup();
            lines.actors.extend_from_slice(&here);
            lines.actor_offsets.push(lines.actors.len() as u32);
        }
        lines
    }

    /// Whom any of the rows of a line is about, each once, sorted.
    pub fn actors(&self, line: u32) -> &[ActorId] {
        super::slice(&self.actor_offsets, &self.actors, line as usize)
    }

    /// The number of lines.
    pub fn len(&self) -> usize {
        self.line_offsets.len().saturating_sub(1)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The line of each row of an article.
    pub fn of_doc(&self, doc: DocId) -> &[u32] {
        super::slice(&self.offsets, &self.line, doc.index())
    }

    /// The rows of a line, in order: the article, and the row's number in it.
    pub fn rows(&self, line: u32) -> impl Iterator<Item = (DocId, u32)> {
        super::slice(&self.line_offsets, &self.rows, line as usize).iter().map(|&row| {
            let doc = self.doc.get(row as usize).copied().unwrap_or(DocId(0));
            let first = self.offsets.get(doc.index()).copied().unwrap_or(0);
            (doc, row.saturating_sub(first))
        })
    }
}

/// The key that stands for a line as it was.
fn kept(line: u32) -> u64 {
    Key::new().byte(1).with(line.into()).0
}

/// Equal keys get equal numbers, counted from 0 by first sight.
fn classes(keys: &[u64]) -> Vec<u32> {
    let mut known: HashMap<u64, u32> = HashMap::with_capacity(keys.len());
    keys.iter()
        .map(|&key| {
            let next = known.len() as u32;
            *known.entry(key).or_insert(next)
        })
        .collect()
}

/// FNV-1a (Fowler, Noll, Vo) over numbers: what rows are compared by.
#[derive(Clone, Copy, Debug)]
struct Key(u64);

impl Key {
    fn new() -> Key {
        Key(0xcbf2_9ce4_8422_2325)
    }

    fn with(self, number: u64) -> Key {
        number.to_le_bytes().into_iter().fold(self, Key::byte)
    }

    fn text(self, text: &str) -> Key {
        // A byte that UTF-8 can't hold closes it.
        text.bytes().chain([0xff]).fold(self, Key::byte)
    }

    fn byte(self, byte: u8) -> Key {
        Key((self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
    }
}

#[cfg(test)]
pub(crate) mod tests;
