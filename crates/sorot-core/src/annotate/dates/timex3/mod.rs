//! All time expressions as ISO 24617-1 (ISO-TimeML) has them: dates, times, durations, sets, with
//! the value that its TIMEX3 tag takes.
//!
//! The page lives by days, so an analysed document holds only the calendar expressions
//! ([`super::find`]); this fuller reading costs nothing until somebody asks for it, and it takes
//! the days from the same expressions.
//!
//! ```text
//! sentence → Told, in one pass (sets; days with their hours; references, hours, amounts) → value
//! ```

mod amount;
mod century;
mod hour;
mod reference;
mod set;
mod value;

use super::lexer::{self, Cursor};
use super::meaning::{Expression, Meaning};
use super::{clause, covered, lexicon::Unit, parse};
use crate::annotate::{Published, Timex};
use crate::calendar::{Day, Grain, Lang};
use crate::structure::Structure;
use crate::text::Span;
use crate::why::{Rule, Why};
use hour::Hour;

/// What a time expression tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A day or a longer period of the calendar, or a reference to now, then and later.
    Date,
    /// An hour or a part of a day.
    Time,
    /// A length of time.
    Duration,
    /// A time that comes again and again.
    Set,
}

impl Kind {
    /// The word in machine-readable output, as in the standard.
    pub fn code(self) -> &'static str {
        match self {
            Kind::Date => "DATE",
            Kind::Time => "TIME",
            Kind::Duration => "DURATION",
            Kind::Set => "SET",
        }
    }
}

/// A time expression with its TIMEX3 value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timex3 {
    /// Where.
    pub span: Span,
    /// What it tells.
    pub kind: Kind,
    /// "2025-04-11", "2025-W16", "2025-04-11T10:30", "P3D", "XXXX-WXX-5", "PRESENT_REF"; an
    /// interval of which no one value tells is "FIRST/LAST".
    pub value: String,
    /// The steps from the words to the value.
    pub why: Vec<Why>,
}

/// What was found, before its day is known.
enum Told {
    /// A calendar expression, by its place among all, perhaps with an hour.
    Calendar(usize, Option<Hour>),
    /// An hour without a day.
    Hour(Hour),
    /// A duration or a set with its value.
    Value(Kind, String),
    /// PRESENT_REF, PAST_REF, FUTURE_REF.
    Reference(&'static str),
}

/// Finds all time expressions of the story, by place; none overlap. Linear in the text.
pub fn find(body: &str, structure: &Structure, published: &Published) -> Vec<Timex3> {
    let mut expressions = Vec::new();
    let mut found = Vec::new();
    let mut each = |span| read(body, span, structure.language, &mut expressions, &mut found);
    if structure.sentences.is_empty() {
        structure.story().for_each(&mut each);
    } else {
        structure.sentences.iter().for_each(|s| each(s.span));
    }
    let settled = super::resolve(body, &expressions, published);
    let days = Days { body, expressions: &expressions, settled: &settled, published };
    let mut last = None;
    found.into_iter().map(|(span, told)| days.timex3(span, told, &mut last)).collect()
}

/// One sentence, in one pass.
fn read(
    body: &str,
    sentence: Span,
    lang: Lang,
    expressions: &mut Vec<Expression>,
    found: &mut Vec<(Span, Told)>,
) {
    let tokens = lexer::tokens(body, sentence, lang);
    let c = Cursor { body, tokens: &tokens, lang };
    let mut i = 0;
    while i < tokens.len() {
        let Some((told, end)) = at(&c, i, sentence, expressions).filter(|f| f.1 > i) else {
            i += 1;
            continue;
        };
        if let Some(span) = covered(&c, i, end) {
            found.push((span, told));
        }
        i = end;
    }
}

fn at(c: &Cursor, i: usize, sentence: Span, expressions: &mut Vec<Expression>) -> Option<(Told, usize)> {
    if !parse::may_start(c, i) {
        return None;
    }
    let value = |kind| move |(value, end)| (Told::Value(kind, value), end);
    if let Some(set) = set::read(c, i) {
        return Some(value(Kind::Set)(set));
    }
    if let Some(century) = century::read(c, i) {
        return Some(value(Kind::Date)(century));
    }
    if let Some(length) = amount::hours_on(c, i) {
        return Some(value(Kind::Duration)(length));
    }
    if let Some((hour, end)) = hour::clock(c, i) {
        // "pukul 06.17 WIB, Minggu (28/12)" is one expression.
        let at = hour::link(c, end);
        let date = parse::at(c, at).filter(|(meaning, end)| *end > at && is_day(meaning));
        let Some((meaning, end)) = date else { return Some((Told::Hour(hour), end)) };
        return Some((Told::Calendar(push(c, (at, end), meaning, sentence, expressions)?, Some(hour)), end));
    }
    if let Some((meaning, end)) = parse::at(c, i).filter(|p| p.1 > i) {
        let day = is_day(&meaning);
        let place = push(c, (i, end), meaning, sentence, expressions)?;
        let (hour, end) = if day { hour::beside(c, i, end) } else { (None, end) };
        return Some((Told::Calendar(place, hour), end));
    }
    reference::read(c, i)
        .map(|(value, end)| (Told::Reference(value), end))
        .or_else(|| hour::part(c, i).map(|(hour, end)| (Told::Hour(hour), end)))
        .or_else(|| amount::read(c, i).map(value(Kind::Duration)))
}

fn is_day(meaning: &Meaning) -> bool {
    match meaning {
        Meaning::Date { .. } | Meaning::Weekday { .. } | Meaning::Feast { .. } => true,
        Meaning::Shifted { unit, .. } | Meaning::FromPrevious { unit, .. } => *unit == Unit::Day,
        _ => false,
    }
}

/// Keeps a calendar expression, as [`super::find`] would; its place among all.
fn push(
    c: &Cursor,
    (from, end): (usize, usize),
    meaning: Meaning,
    sentence: Span,
    expressions: &mut Vec<Expression>,
) -> Option<usize> {
    let span = covered(c, from, end)?;
    let clause = clause::read(c, from, end);
    expressions.push(Expression {
        span,
        meaning,
        cue: clause.cue,
        said: clause.said,
        lang: c.lang,
        sentence,
    });
    Some(expressions.len() - 1)
}

/// The calendar expressions of an article and the days they came out at.
struct Days<'a> {
    body: &'a str,
    expressions: &'a [Expression],
    settled: &'a [Timex],
    published: &'a Published,
}

impl Days<'_> {
    /// Gives what was `told` its value; `last` is the day named last.
    fn timex3(&self, span: Span, told: Told, last: &mut Option<Day>) -> Timex3 {
        let words = span.of(self.body);
        let plain = |kind, value: String, rule| Timex3 {
            span,
            kind,
            value,
            why: vec![Why::new(rule, [words.into()])],
        };
        match told {
            Told::Value(kind, value) => {
                let rule = match kind {
                    Kind::Set => Rule::DateOften,
                    Kind::Date => Rule::DateWritten,
                    _ => Rule::DateDuration,
                };
                plain(kind, value, rule)
            }
            Told::Reference(value) => plain(Kind::Date, value.into(), Rule::DateReference),
            Told::Hour(hour) => {
                let day = last.or_else(|| self.published.when.and_then(|w| w.to()));
                let date = day.map_or("XXXX-XX-XX".into(), |d| d.to_string());
                let mut found = plain(Kind::Time, hour.on(&date), Rule::DateHour);
                found.why.extend(day.map(|d| Why::new(Rule::DateHourOn, [d.into()])));
                found
            }
            Told::Calendar(place, hour) => {
                let Some(expression) = self.expressions.get(place) else {
                    return plain(Kind::Date, "XXXX".into(), Rule::DateNoPublication);
                };
                let timex = self
                    .settled
                    .binary_search_by_key(&expression.span.start, |t| t.span.start)
                    .ok()
                    .and_then(|at| self.settled.get(at));
                if let Some(t) = timex.filter(|t| t.grain == Grain::Day) {
                    *last = t.value.and_then(|v| v.from()).or(*last);
                }
                let (kind, value) = value::of(self.body, expression, timex, self.published);
                let mut why = match timex {
                    Some(timex) => timex.why.clone(),
                    None => vec![Why::new(Rule::DateNoPublication, [words.into()])],
                };
                match hour {
                    Some(hour) => {
                        why.push(Why::new(Rule::DateHour, [words.into()]));
                        Timex3 { span, kind: Kind::Time, value: hour.on(&value), why }
                    }
                    None => Timex3 { span, kind, value, why },
                }
            }
        }
    }
}
