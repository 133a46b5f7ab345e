//! Which days does an expression mean, once it is known when it was written?

mod feast;
mod nearest;
mod period;
mod weekday;

use super::clause::UP_TO;
use super::lexicon::Unit;
use super::meaning::{Expression, Meaning};
use super::spans;
use crate::annotate::{Published, Timex};
use crate::calendar::{Day, Grain, Interval, Lang};
use crate::text::Span;
use crate::why::{Rule, Why};

/// Settles the expressions of one article against its publication day.
pub fn resolve(body: &str, expressions: &[Expression], published: &Published) -> Vec<Timex> {
    let ends = published.when.and_then(|when| Some((when.from()?, when.to()?)));
    let mut named: Vec<Day> = match ends {
        Some((_, last)) => expressions.iter().filter_map(|e| named_day(body, e, last)).collect(),
        None => Vec::new(),
    };
    named.sort_unstable();
    named.dedup();
    let mut previous = Previous::default();
    let mut out = Vec::with_capacity(expressions.len());
    let mut before: Option<(Span, Day)> = None;
    for expression in expressions {
        let words = expression.span.of(body);
        let Some(mut timex) = one(body, expression, ends, previous, &named) else {
            if !matches!(expression.meaning, Meaning::FromPrevious { count: 0.., .. }) {
                let why = vec![Why::new(Rule::DateNoPublication, [words.into()])];
                out.push(Timex {
                    span: expression.span,
                    value: None,
                    grain: grain(&expression.meaning),
                    why,
                });
            }
            continue;
        };
        if let Some(day) = before.and_then(|b| until(body, b, expression, &timex)) {
            timex.why.push(Why::new(Rule::DateFromPrevious, [words.into(), day.into()]));
            timex.value = Some(Interval::day(day));
        }
        before = timex
            .value
            .filter(|_| timex.grain == Grain::Day)
            .and_then(Interval::from)
            .map(|d| (timex.span, d));
        previous.take(&timex);
        out.push(timex);
    }
    out
}

/// "Senin hingga Rabu", "Monday through Wednesday": the weekday that ends what `before` began, where it was read as
/// an earlier one.
fn until(body: &str, before: (Span, Day), e: &Expression, timex: &Timex) -> Option<Day> {
    let bare = matches!(e.meaning, Meaning::Weekday { weeks: None, beside: None, .. });
    let between = Span { start: before.0.end, end: e.span.start };
    let joined = between.len() < 12 && JOINING.contains(&between.of(body).trim());
    let day = timex.value?.from().filter(|day| bare && joined && *day < before.1)?;
    let weeks = (before.1 - day).num_days() / 7 + 1;
    spans::days(day, weeks * 7)
}

/// Words between the first and the last day of a stretch.
const JOINING: [&str; 6] = ["hingga", "sampai", "to", "through", "until", "till"];

/// The first days of what was named last, by how coarsely it may be told: a week can follow a day, no day a week.
#[derive(Clone, Copy, Debug, Default)]
pub struct Previous {
    day: Option<Day>,
    week: Option<Day>,
    month: Option<Day>,
    year: Option<Day>,
}

impl Previous {
    fn take(&mut self, timex: &Timex) {
        let Some(first) = timex.value.and_then(Interval::from) else { return };
        let fine = |grain: Grain| timex.grain <= grain;
        for (known, grain) in [
            (&mut self.day, Grain::Day),
            (&mut self.week, Grain::Week),
            (&mut self.month, Grain::Month),
            (&mut self.year, Grain::Year),
        ] {
            if fine(grain) {
                *known = Some(first);
            }
        }
    }

    /// The day named last.
    fn day(self) -> Option<Day> {
        self.day
    }

    /// What a move by `unit` starts from.
    fn of(self, unit: Unit) -> Option<Day> {
        match unit {
            Unit::Week | Unit::Fortnight | Unit::Weekend => self.week,
            Unit::Month | Unit::Quarter | Unit::Half => self.month,
            Unit::Year | Unit::Decade | Unit::Century => self.year,
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Night | Unit::Day => self.day,
        }
    }
}

/// A day told with its month: what "45 days since" may count from.
fn named_day(body: &str, e: &Expression, published: Day) -> Option<Day> {
    match e.meaning {
        Meaning::Date { .. } => value(body, e, Some(published), Previous::default())?.value.from(),
        _ => None,
    }
}

fn one(
    body: &str,
    e: &Expression,
    published: Option<(Day, Day)>,
    previous: Previous,
    named: &[Day],
) -> Option<Timex> {
    let timex = |v: Value| Timex { span: e.span, value: Some(v.value), grain: v.grain, why: v.why };
    let Some((first, last)) = published else { return value(body, e, None, previous).map(timex) };
    if let Meaning::CountedFrom(count) = e.meaning {
        // A day of the text so many days before publication, or before the day of speaking.
        let back = -i64::from(count);
        let (from, to) = (spans::days(first, back - 1)?, spans::days(last, back)?);
        let at = named.partition_point(|d| *d < from);
        if let Some(from) = named.get(at).copied().filter(|d| *d <= to) {
            let spoken = spans::days(from, i64::from(count)).unwrap_or(last);
            let steps = [i64::from(count).into(), spoken.into(), from.into()];
            let why = vec![Why::new(Rule::DateCountBack, steps), Why::plain(Rule::DateNamed)];
            return Some(Timex { span: e.span, value: Some(Interval::day(from)), grain: Grain::Day, why });
        }
    }
    let mut found = value(body, e, Some(last), previous)?;
    if first != last {
        let other = value(body, e, Some(first), previous)?;
        if other.value != found.value && !is_to_come(e, found.value, last) {
            found.value = cover(other.value, found.value);
            if found.grain == Grain::Day {
                found.grain = Grain::Days;
            }
            found.why.push(Why::new(Rule::DateCover, [first.into(), last.into()]));
        }
    }
    Some(timex(found))
}

/// Whether a weekday that nothing turns back lies ahead of the last day of publication: then it
/// does so for the first one too.
fn is_to_come(e: &Expression, value: Interval, last: Day) -> bool {
    let bare = matches!(e.meaning, Meaning::Weekday { weeks: None, beside: None, .. });
    bare && value.from().is_some_and(|day| day > last)
}

fn cover(a: Interval, b: Interval) -> Interval {
    let from = a.from().zip(b.from()).map(|(x, y)| x.min(y));
    let to = a.to().zip(b.to()).map(|(x, y)| x.max(y));
    match (from, to) {
        (Some(from), Some(to)) => Interval::between(from, to),
        (Some(from), None) => Interval::since(from),
        (None, Some(to)) => Interval::until(to),
        (None, None) => b,
    }
}

/// An expression's days, how finely it is told, and the steps.
#[derive(Clone, Debug)]
pub struct Value {
    /// The days.
    pub value: Interval,
    /// How finely.
    pub grain: Grain,
    /// The steps.
    pub why: Vec<Why>,
}

/// What `e` means for an article published on `published`, after the date `previous`; `None` where
/// a day that is needed isn't known.
pub fn value(body: &str, e: &Expression, published: Option<Day>, previous: Previous) -> Option<Value> {
    let mut why = Vec::new();
    let reader = Reader {
        words: e.span.of(body),
        ahead: e.is_ahead(),
        open: e.cue.is_none(),
        past: e.cue.is_some_and(|c| !c.ahead) && !e.said,
        up_to: e.cue.is_some_and(|c| UP_TO.iter().any(|w| w.eq_ignore_ascii_case(c.span.of(body)))),
        lang: e.lang,
        published,
        previous,
    };
    let (value, grain) = reader.read(&e.meaning, &mut why)?;
    let turned = why.iter().any(|w| matches!(w.rule, Rule::DateNearest | Rule::DateWeekdayAhead));
    if let Some(cue) = e.cue.filter(|c| c.ahead && turned) {
        why.push(Why::new(Rule::DateCueAhead, [cue.span.of(body).into()]));
    }
    Some(Value { value, grain, why })
}

/// How finely a meaning is told when its days can't be had.
fn grain(meaning: &Meaning) -> Grain {
    match meaning {
        Meaning::Date { .. } | Meaning::Weekday { .. } | Meaning::CountedFrom(_) | Meaning::Feast { .. } => {
            Grain::Day
        }
        Meaning::Month { .. } => Grain::Month,
        Meaning::Year(_) => Grain::Year,
        Meaning::Decade(_) => Grain::Decade,
        Meaning::Fraction { .. } => Grain::Quarter,
        Meaning::Shifted { unit, .. }
        | Meaning::Stretch { unit, .. }
        | Meaning::FromPrevious { unit, .. } => spans::grain(*unit),
        Meaning::Part(_, of) => part_grain(grain(of)),
        Meaning::WeekOf(..) => Grain::Week,
        Meaning::DaysFrom(..) => Grain::Day,
        Meaning::Weekend(_) => Grain::Days,
        Meaning::Range(a, _) => match grain(a) {
            Grain::Day => Grain::Days,
            other => other,
        },
    }
}

/// How finely a part of a period is told.
fn part_grain(of: Grain) -> Grain {
    match of {
        Grain::Year | Grain::Quarter => Grain::Month,
        Grain::Decade => Grain::Year,
        _ => Grain::Days,
    }
}

struct Reader<'a> {
    words: &'a str,
    /// The clause looks ahead.
    ahead: bool,
    /// Nothing tells which way the clause looks.
    open: bool,
    /// It tells what has been, not what somebody said.
    past: bool,
    /// Nothing but a word of an end ("hingga") makes the clause look ahead.
    up_to: bool,
    lang: Lang,
    published: Option<Day>,
    previous: Previous,
}

type Read = Option<(Interval, Grain)>;

impl Reader<'_> {
    fn step<const N: usize>(&self, why: &mut Vec<Why>, rule: Rule, evidence: [crate::why::Evidence; N]) {
        why.push(Why::new(rule, evidence));
    }

    fn read(&self, meaning: &Meaning, why: &mut Vec<Why>) -> Read {
        match meaning {
            Meaning::Date { day, month, year, weekday, either, beside } => {
                self.date(*day, *month, *year, *weekday, *either, *beside, why)
            }
            Meaning::Weekday { day, weeks, beside } => self.weekday(*day, *weeks, *beside, why),
            Meaning::Month { month, year: Some(year), .. } => {
                self.step(why, Rule::DateWritten, [self.words.into()]);
                Some((spans::month_run(*year, *month, 1)?, Grain::Month))
            }
            Meaning::Month { month, beside, .. } => self.month(*month, *beside, why),
            Meaning::Year(year) => {
                self.step(why, Rule::DateWritten, [self.words.into()]);
                Some((Interval::year(*year)?, Grain::Year))
            }
            Meaning::Decade(year) => {
                self.step(why, Rule::DateWritten, [self.words.into()]);
                // Two figures name the century in which most such decades lie: the one before 2030.
                let first = if *year >= 100 {
                    *year
                } else if *year < 30 {
                    2000 + year
                } else {
                    1900 + year
                };
                Some((spans::years(first, first + 9)?, Grain::Decade))
            }
            Meaning::Fraction { nth, of, year, shift } => self.fraction(*nth, *of, *year, *shift, why),
            Meaning::Shifted { unit, count } => {
                let day = self.relative(why)?;
                if *unit == Unit::Week {
                    why.push(Why::plain(Rule::DateWeek));
                }
                Some((spans::shifted(day, *unit, *count)?, spans::grain(*unit)))
            }
            Meaning::Stretch { unit, count, towards } => {
                let day = self.relative(why)?;
                let other = match count {
                    Some(n) => Some(spans::moved(day, *unit, n.checked_mul(*towards)?)?),
                    None => None,
                };
                let value = match other {
                    Some(other) => Interval::between(day, other),
                    None if *towards > 0 => Interval::since(day),
                    None => Interval::until(day),
                };
                Some((value, spans::grain(*unit)))
            }
            Meaning::Part(part, of) => {
                let (value, grain) = self.read(of, why)?;
                if let Some(found) = self.around(*part, value, grain) {
                    return Some(found);
                }
                why.push(Why::plain(Rule::DatePart));
                spans::part(*part, value, grain)
            }
            Meaning::WeekOf(nth, of) => {
                let (value, grain) = self.read(of, why)?;
                if grain == Grain::Day {
                    return Some((spans::week(value.from()?, 0)?, Grain::Week));
                }
                let last = value.to()?;
                if *nth > 5 {
                    return Some((Interval::between(spans::days(last, -6)?, last), Grain::Week));
                }
                let from = spans::days(value.from()?, i64::from(*nth - 1) * 7)?;
                let to = spans::days(from, 6)?.min(last);
                Some((Interval::between(from, to), Grain::Week))
            }
            Meaning::DaysFrom(count, of) => {
                let (value, grain) = self.read(of, why)?;
                let from = value.from()?;
                self.step(why, Rule::DateFromAnchor, [self.words.into(), from.into()]);
                let grain = if grain == Grain::Days { grain } else { Grain::Day };
                Some((Interval::day(spans::days(from, i64::from(*count))?), grain))
            }
            Meaning::Weekend(weeks) => {
                let day = self.relative(why)?;
                why.push(Why::plain(Rule::DatePart));
                let back = i32::from(weeks.is_none() && !self.ahead && spans::weekday(day) < 5);
                Some((spans::weekend(day, weeks.unwrap_or(0) - back)?, Grain::Days))
            }
            Meaning::Feast { feast, year, beside } => self.feast(*feast, *year, *beside, why),
            Meaning::Range(from, to) => self.range(from, to, why),
            Meaning::CountedFrom(count) => {
                let day = self.published?;
                let from = spans::days(day, -i64::from(*count))?;
                self.step(why, Rule::DateCountBack, [i64::from(*count).into(), day.into(), from.into()]);
                Some((Interval::day(from), Grain::Day))
            }
            Meaning::FromPrevious { unit, count } => {
                // "two days earlier" without a date before it, or behind one that is yet to come, is told from
                // the day of writing.
                let behind = |day: &Day| *count >= 0 || self.published.is_none_or(|now| *day <= now);
                let day = match self.previous.of(*unit).filter(behind) {
                    Some(day) => {
                        self.step(why, Rule::DateFromPrevious, [self.words.into(), day.into()]);
                        day
                    }
                    None if *count < 0 => self.relative(why)?,
                    None => return None,
                };
                Some((spans::shifted(day, *unit, *count)?, spans::grain(*unit)))
            }
        }
    }

    fn relative(&self, why: &mut Vec<Why>) -> Option<Day> {
        let day = self.published?;
        self.step(why, Rule::DateRelative, [self.words.into(), day.into()]);
        Some(day)
    }
}
