//! Amounts of one thing, in one unit and rate, are of one line: whether they agree is for who compares them.

use super::super::slice;
use super::{Key, Lines, Rows, Source, kept};
use crate::annotate::quantities::Unit;
use crate::annotate::{Document, Quantity};
use crate::corpus::{Change, DocId, Row};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// The amounts of all articles.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amounts {
    /// Rows are the quantities of each article, in order; one of which nobody says what it counts is alone,
    /// unless its very number is rare.
    pub lines: Lines,
    /// Row → its sentence's words, hashed.
    sentences: Vec<u64>,
    /// Row → its value, hashed; the lowest bit says that its article tells the same amount before.
    values: Vec<u32>,
    /// Line → half of its key, by which it is found again; 0 where nothing else can be of it.
    keys: Vec<u32>,
}

impl Amounts {
    /// Those of a corpus that came of one with these.
    pub(super) fn altered(&self, source: Source) -> Amounts {
        let mut rows = Rows::default();
        let mut amounts = Amounts::default();
        let mut halves: Vec<u32> = Vec::new();
        let mut known: HashMap<u64, Option<u32>> = HashMap::new();
        for row in source.altered.rows(source.corpus, Change::Words) {
            match row {
                Row::Same(was) => {
                    let was = DocId(was);
                    rows.keep(&self.lines, was);
                    let half = |line: &u32| self.keys.get(*line as usize).copied().unwrap_or(0);
                    halves.extend(self.lines.of_doc(was).iter().map(half));
                    let offsets = &self.lines.offsets;
                    amounts.sentences.extend_from_slice(slice(offsets, &self.sentences, was.index()));
                    amounts.values.extend_from_slice(slice(offsets, &self.values, was.index()));
                }
                Row::New(document) => {
                    amounts.read(document);
                    for quantity in &document.quantities {
                        let key = key(quantity);
                        let line = key.filter(|_| !self.lines.is_empty());
                        let line =
                            line.and_then(|key| *known.entry(key).or_insert_with(|| self.told(source, key)));
                        halves.push(key.map_or(0, half));
                        let alone = || Key::new().byte(0).with(halves.len() as u64).0;
                        rows.push(line.map(kept).or(key).unwrap_or_else(alone), []);
                    }
                }
            }
            rows.close();
        }
        amounts.lines = Lines::of(&rows);
        for (&line, half) in amounts.lines.line.iter().zip(halves) {
            if line as usize == amounts.keys.len() {
                amounts.keys.push(half);
            }
        }
        amounts
    }

    /// The line with this key that an article tells which didn't change.
    fn told(&self, source: Source, sought: u64) -> Option<u32> {
        let mut lines =
            (0u32..).zip(&self.keys).filter(|(_, key)| **key == half(sought)).map(|(line, _)| line);
        lines.find(|&line| {
            // The first of its rows that stands.
            let mut rows = self.lines.rows(line);
            let stands = rows.find_map(|(was, at)| Some((source.altered.now(was.0, Change::Words)?, at)));
            let document = stands.and_then(|(row, _)| source.corpus.documents().seek(row as usize));
            let quantity = document.zip(stands).and_then(|(d, (_, at))| d.quantities.get(at as usize));
            quantity.and_then(key) == Some(sought)
        })
    }

    fn read(&mut self, document: &Document) {
        let all = &document.structure.sentences;
        // Quantities come in order: a sentence is hashed once.
        let mut last = (usize::MAX, 0);
        for (number, quantity) in document.quantities.iter().enumerate() {
            let same = |q: &Quantity| {
                (q.low, q.high, q.key, q.unit) == (quantity.low, quantity.high, quantity.key, quantity.unit)
            };
            let again = document.quantities.iter().take(number).any(same);
            self.values.push(value(quantity) & !1 | u32::from(again));
            let at = all.partition_point(|s| s.span.end <= quantity.span.start);
            if last.0 != at {
                let span = all.get(at).map_or(quantity.span, |s| s.span);
                last = (at, Key::new().text(span.of(&document.article.body)).0);
            }
            self.sentences.push(last.1);
        }
    }

    /// For each quantity of an article its value, hashed, and whether the article tells the same amount before.
    pub fn values(&self, doc: DocId) -> impl ExactSizeIterator<Item = (u32, bool)> + '_ {
        let values = slice(&self.lines.offsets, &self.values, doc.index());
        values.iter().map(|&value| (value >> 1, value & 1 == 1))
    }

    /// The hash of the sentence of an article's `number`-th quantity.
    pub fn sentence(&self, doc: DocId, number: u32) -> u64 {
        let first = self.lines.offsets.get(doc.index()).copied().unwrap_or(0);
        self.sentences.get(first.saturating_add(number) as usize).copied().unwrap_or(0)
    }
}

/// The value in its words: what is told alike has the same.
fn value(quantity: &Quantity) -> u32 {
    let key = Key::new().with(quantity.low as u64).with(quantity.high as u64).byte(quantity.hedge as u8);
    (key.0 ^ key.0 >> 32) as u32
}

/// What has to be the same before two amounts are compared; `None` for what is like nothing else.
fn key(quantity: &Quantity) -> Option<u64> {
    let thing = match quantity.key {
        0 => value_key(quantity)?,
        key => u64::from(key),
    };
    Some(Key::new().with(thing).text(&format!("{:?}{:?}", quantity.unit, quantity.per)).0)
}

fn half(key: u64) -> u32 {
    (key as u32).max(1)
}

/// Amounts of which nobody says what they count are compared only where the very number is rare.
fn value_key(quantity: &Quantity) -> Option<u64> {
    let rare = quantity.low == quantity.high && digits(quantity.low) >= 2;
    let money = matches!(quantity.unit, Unit::Money(_) | Unit::Share | Unit::Size(_));
    (rare && money).then_some(quantity.low as u64 | 1 << 63)
}

/// Digits between the first and the last that isn't nought.
pub fn digits(value: i64) -> usize {
    let mut rest = value.unsigned_abs();
    if rest == 0 {
        return 1;
    }
    while rest.is_multiple_of(10) {
        rest /= 10;
    }
    rest.to_string().len()
}
