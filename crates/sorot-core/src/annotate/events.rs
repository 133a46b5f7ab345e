//! What does the story say happened, or will happen, on a day? Sentences with a date of their own.
//!
//! Every sentence that names somebody and says when is a candidate, as in timeline summarisation
//! (Tran et al. 2013: date-sentence pairs). What it denies or thinks possible is no event; the words
//! that tell so count in the clause of the date only. Sentences that tell a contact are left to
//! [`super::Contact`], which reads their status with more care.

use super::speech::Step;
use super::speech::lexicon::Tags;
use super::speech::tokens::{Kind, Token};
use super::{Event, Timex};
use crate::calendar::{Day, Grain, Interval};
use crate::text::Span;
use crate::why::{Rule, Why};
use chrono::Days;

/// Words below which a sentence is a fragment.
const WORDS: usize = 5;
/// Tokens on each side of a date that its clause may span.
const CLAUSE: usize = 40;
/// Tokens at the head of a sentence within which a date may stand before the clause's comma.
const FRONT: usize = 8;
/// Dates of one sentence that each give an event.
const DATES: usize = 2;
/// The longest period that still says when, in days: a year.
const LONGEST: i64 = 366;
/// Days before an article beyond which a year named is background.
const YEAR: u64 = 366;

/// Words behind which a date bounds a time and isn't when something took place.
const BOUNDS: [&str; 12] = [
    "sejak",
    "hingga",
    "sampai",
    "sebelum",
    "menjelang",
    "jelang",
    "since",
    "until",
    "till",
    "before",
    "by",
    "ahead",
];
/// Words that put what a clause tells into the future of its speaker.
const PLANNED: [&str; 24] = [
    "akan",
    "bakal",
    "hendak",
    "berencana",
    "rencananya",
    "dijadwalkan",
    "direncanakan",
    "diagendakan",
    "dijanjikan",
    "diharapkan",
    "diperkirakan",
    "berniat",
    "will",
    "would",
    "shall",
    "plans",
    "plan",
    "planned",
    "scheduled",
    "due",
    "expected",
    "expects",
    "intends",
    "going",
];
/// Words by which a clause tells what didn't take place, or what only may.
const OPEN: [&str; 38] = [
    "tidak",
    "tak",
    "bukan",
    "belum",
    "batal",
    "dibatalkan",
    "membatalkan",
    "urung",
    "gagal",
    "tanpa",
    "sedianya",
    "semula",
    "mungkin",
    "kemungkinan",
    "bisa",
    "dapat",
    "jika",
    "bila",
    "kalau",
    "apabila",
    "seandainya",
    "apakah",
    "not",
    "never",
    "no",
    "cancelled",
    "canceled",
    "failed",
    "without",
    "may",
    "might",
    "could",
    "can",
    "if",
    "unless",
    "whether",
    "didn't",
    "won't",
];

/// Reads the events of an article, sentence by sentence.
#[derive(Debug)]
pub(super) struct Finder<'a> {
    timexes: &'a [Timex],
    title: Option<Span>,
    /// The day before which a whole year is background.
    background: Option<Day>,
    /// What was found, by place.
    pub events: Vec<Event>,
}

impl<'a> Finder<'a> {
    /// A finder that knows the article's dates, by place, and its own day; the headline only repeats what the
    /// story tells.
    pub(super) fn new(timexes: &'a [Timex], title: Option<Span>, published: Option<Interval>) -> Finder<'a> {
        let background =
            published.and_then(Interval::from).and_then(|day| day.checked_sub_days(Days::new(YEAR)));
        Finder { timexes, title, background, events: Vec::new() }
    }

    /// The events of one sentence; none where it `tells` a contact.
    pub(super) fn take(&mut self, step: &Step, tells: bool) {
        let tokens = step.scene.tokens.get(step.sentence.range.clone()).unwrap_or(&[]);
        let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return };
        let span = first.span.cover(last.span);
        if tells || self.title.is_some_and(|title| title.contains(span)) || !is_told(tokens) {
            return;
        }
        for timex in dated(self.timexes, span, tokens) {
            if self.is_background(timex) {
                continue;
            }
            let clause = clause(tokens, timex.span);
            let told = |words: &[&str]| clause.iter().find(|t| words.contains(&&*t.low));
            if told(&OPEN).is_some() {
                continue;
            }
            let plan = told(&PLANNED);
            let mut why = vec![Why::new(Rule::SummaryDate, [timex.span.of(step.scene.body).into()])];
            why.extend(plan.map(|t| Why::new(Rule::ContactPlanned, [t.span.of(step.scene.body).into()])));
            self.events.push(Event { span, dated: timex.span, planned: plan.is_some(), why });
        }
    }
}

impl Finder<'_> {
    /// "Semenanjung yang dianeksasi pada 2014": a year long gone tells what everybody knows, not what happened now.
    fn is_background(&self, timex: &Timex) -> bool {
        let gone =
            || timex.value.and_then(Interval::to).zip(self.background).is_some_and(|(to, day)| to < day);
        timex.grain >= Grain::Year && gone()
    }
}

/// Whether the sentence names somebody and says something of it, in its own words.
fn is_told(tokens: &[Token]) -> bool {
    let words = tokens.iter().filter(|t| matches!(t.kind, Kind::Word | Kind::Name(..))).count();
    let asks = tokens.last().is_some_and(|t| t.mark('?'));
    words >= WORDS && !asks && tokens.iter().any(|t| t.name().is_some())
}

/// The dates by which the sentence itself says when: settled, no longer than a year, closed, in none of
/// its quotes; of these the finest, by place, no day twice.
fn dated<'t>(timexes: &'t [Timex], sentence: Span, tokens: &[Token]) -> Vec<&'t Timex> {
    let from = timexes.partition_point(|t| t.span.start < sentence.start);
    let within = timexes.iter().skip(from).take_while(|t| t.span.end <= sentence.end);
    let quoted =
        |span: Span| tokens.iter().any(|t| matches!(t.kind, Kind::Quote(_)) && t.span.contains(span));
    let bounds = |span: Span| {
        let at = tokens.partition_point(|t| t.span.end <= span.start);
        at.checked_sub(1).and_then(|i| tokens.get(i)).is_some_and(|t| BOUNDS.contains(&&*t.low))
    };
    let days = |t: &Timex| t.value.and_then(Interval::days);
    let mut found: Vec<&Timex> = within
        .filter(|t| days(t).is_some_and(|n| n <= LONGEST) && t.grain < Grain::Decade)
        .filter(|t| !quoted(t.span) && !bounds(t.span))
        .take(CLAUSE)
        .collect();
    let finest = found.iter().map(|t| t.grain).min();
    // A coarser date beside a finer one mostly frames it ("on Friday, the third talks this year").
    found.retain(|t| Some(t.grain) == finest);
    let mut taken: Vec<Option<Interval>> = Vec::new();
    found.retain(|t| {
        let new = !taken.contains(&t.value) && taken.len() < DATES;
        if new {
            taken.push(t.value);
        }
        new
    });
    found
}

/// The tokens around the date up to where another clause begins.
fn clause<'s, 't>(tokens: &'s [Token<'t>], date: Span) -> &'s [Token<'t>] {
    let at = tokens.partition_point(|t| t.span.end <= date.start);
    let behind = tokens.partition_point(|t| t.span.start < date.end);
    let wall = |t: &Token| {
        matches!(t.kind, Kind::Mark(',' | ';' | ':' | '–' | '—') | Kind::Quote(_))
            || t.is(Tags::SUB.or(Tags::YANG).or(Tags::SAY))
    };
    let left = tokens.get(at.saturating_sub(CLAUSE)..at).unwrap_or(&[]);
    let start = at - left.iter().rev().take_while(|t| !wall(t)).count();
    let right = |from: usize| {
        let rest = tokens.get(from..).unwrap_or(&[]);
        from + rest.iter().take(CLAUSE).take_while(|t| !wall(t)).count()
    };
    let mut end = right(behind);
    // "Pada Senin, X akan …": the comma parts nothing.
    if start == 0 && end <= FRONT && tokens.get(end).is_some_and(|t| t.mark(',')) {
        end = right(end + 1);
    }
    tokens.get(start..end).unwrap_or(&[])
}

#[cfg(test)]
mod tests;
