//! How many of what? Amounts of the story with their unit, what they count, and how exactly.
//!
//! ```text
//! sentence → a number or a number word in it? → words with senses (words, lexicon)
//!          → value (number) → hedge before, unit behind, thing counted (thing)
//! ```
//! Calendar expressions, ages, ordinals and numbers that are names ("Pasal 5") are no quantities.
//! Every walk from a number is bounded, so that the time is linear.

mod lexicon;
mod number;
mod thing;
mod words;

use crate::structure::Structure;
use crate::text::Span;
use serde::{Deserialize, Serialize};
use words::Words;

/// An amount.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quantity {
    /// The number with its hedge and unit: "sekitar 20%".
    pub span: Span,
    /// What is counted, where the text says so: "wilayah", "drone".
    pub thing: Option<Span>,
    /// The least that is meant, in thousandths of the unit.
    pub low: i64,
    /// The most that is meant; equal to `low` unless a range or a vague number is told.
    pub high: i64,
    /// How exactly.
    pub hedge: Hedge,
    /// In what.
    pub unit: Unit,
    /// Whether it is told of a span of time again and again ("seminggu").
    pub per: Option<Rate>,
    /// Two quantities of one key may count the same: a hash of the class or the stem of what is counted;
    /// 0 where that isn't told.
    pub key: u32,
}

/// How exactly an amount is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Hedge {
    /// As it stands.
    #[default]
    None,
    /// "sekitar".
    About,
    /// "lebih dari", "setidaknya": that much or more.
    AtLeast,
    /// "hampir", "kurang dari", "hingga": that much or less.
    AtMost,
}

/// In what an amount is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Unit {
    /// Things are counted.
    Count,
    /// Percent of something; fractions too.
    Share,
    /// Money.
    Money(Currency),
    /// A duration.
    Time(Time),
    /// A measure.
    Size(Measure),
}

/// A currency, by its number in `data/quantities.txt`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Currency(pub u8);

/// The base units of durations; those that differ aren't exact multiples of each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Time {
    /// Seconds, minutes, hours, in seconds.
    Second,
    /// Days and weeks, in days.
    Day,
    /// Months and more, in months.
    Month,
}

/// The base units of measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Measure {
    /// Metres.
    Length,
    /// Kilogrammes.
    Weight,
    /// Hectares.
    Area,
    /// Litres.
    Volume,
    /// Watts.
    Power,
    /// Barrels.
    Barrels,
}

/// A span of time in which an amount comes again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Rate {
    /// Of the base unit.
    pub count: u16,
    /// The base unit.
    pub unit: Time,
}

/// Finds the quantities of the story, by place; none overlap each other or a span of `taken` (calendar
/// expressions, by place).
pub fn find(body: &str, structure: &Structure, taken: impl Iterator<Item = Span>) -> Vec<Quantity> {
    let mut taken = taken.peekable();
    let mut found = Vec::new();
    for sentence in &structure.sentences {
        let text = sentence.span.of(body);
        if !words::may_count(text, structure.language) {
            continue;
        }
        let mut here = Vec::new();
        while let Some(&span) = taken.peek().filter(|t| t.start < sentence.span.end) {
            here.push(span);
            taken.next();
        }
        here.retain(|t| t.end > sentence.span.start);
        read(&Words::of(body, sentence.span, structure.language), &here, &mut found);
    }
    found
}

fn read(words: &Words, taken: &[Span], found: &mut Vec<Quantity>) {
    let mut at = 0;
    let mut skip = 0;
    while at < words.len() {
        let Some(number) = number::at(words, at).filter(|n| n.end > at) else {
            at += 1;
            continue;
        };
        let (from, end) = (at, number.end);
        let span = words.span(from, end);
        at = end;
        while taken.get(skip).is_some_and(|t| t.end <= span.start) {
            skip += 1;
        }
        let dated = taken.get(skip).is_some_and(|t| t.overlaps(span));
        if dated || number::is_label(words, from, end) {
            continue;
        }
        let after = found.last().map_or(0, |q| q.span.end);
        if let Some(quantity) = thing::quantity(words, from, number).filter(|q| q.span.start >= after) {
            at = at.max(words.behind(quantity.span.end));
            found.push(quantity);
        }
    }
}

/// FNV-1a (Fowler, Noll, Vo), 32 bit.
fn hash(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests;
