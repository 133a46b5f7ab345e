//! Amounts of one thing, in one unit and rate, are of one line: whether they agree is for who compares them.

use super::{Key, Lines, Rows};
use crate::annotate::Quantity;
use crate::annotate::quantities::Unit;
use crate::corpus::{Corpus, DocId};
use serde::{Deserialize, Serialize};

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
}

impl Amounts {
    /// Reads them off a corpus.
    pub(super) fn of(corpus: &Corpus) -> Amounts {
        let mut rows = Rows::default();
        let (mut sentences, mut values): (Vec<u64>, Vec<u32>) = Default::default();
        for document in corpus.documents() {
            let all = &document.structure.sentences;
            // Quantities come in order: a sentence is hashed once.
            let mut last = (usize::MAX, 0);
            for (number, quantity) in document.quantities.iter().enumerate() {
                let same = |q: &Quantity| {
                    (q.low, q.high, q.key, q.unit)
                        == (quantity.low, quantity.high, quantity.key, quantity.unit)
                };
                let again = document.quantities.iter().take(number).any(same);
                values.push(value(quantity) & !1 | u32::from(again));
                let at = all.partition_point(|s| s.span.end <= quantity.span.start);
                if last.0 != at {
                    let span = all.get(at).map_or(quantity.span, |s| s.span);
                    last = (at, Key::new().text(span.of(&document.article.body)).0);
                }
                rows.push(key(quantity, sentences.len() as u64), []);
                sentences.push(last.1);
            }
            rows.close();
        }
        Amounts { lines: Lines::of(&rows), sentences, values }
    }

    /// For each quantity of an article its value, hashed, and whether the article tells the same amount before.
    pub fn values(&self, doc: DocId) -> impl ExactSizeIterator<Item = (u32, bool)> + '_ {
        let values = super::super::slice(&self.lines.offsets, &self.values, doc.index());
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

/// What has to be the same before two amounts are compared; `row` stands for what is like nothing else.
fn key(quantity: &Quantity, row: u64) -> u64 {
    let thing = match quantity.key {
        0 => value_key(quantity),
        key => Some(u64::from(key)),
    };
    match thing {
        Some(thing) => Key::new().with(thing).text(&format!("{:?}{:?}", quantity.unit, quantity.per)).0,
        None => Key::new().byte(0).with(row).0,
    }
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
