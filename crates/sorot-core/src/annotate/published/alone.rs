//! What does an article say of its day by itself?

use super::{Undated, inferred, terms};
use crate::annotate::Published;
use crate::annotate::dates::{Expression, Meaning};
use crate::calendar::{Day, Interval};
use crate::text::Span;
use crate::why::{Rule, Why};
use chrono::{Datelike, Days, NaiveDate};

/// The years that are tried where none is written: as far as weekdays and terms of office reach.
const YEARS: std::ops::RangeInclusive<i32> = 1990..=2060;

/// Days between articles of one story, at most: under half of the five years after which a weekday
/// can fall on its date again.
const NEAR: i64 = 900;

/// Days after a date with its year within which a date without one belongs to it.
const SOON: i64 = 60;

/// What one article tells.
pub(super) enum Reading {
    /// Its day.
    One(Published),
    /// Its day but for the year.
    Several(Several),
    /// Neither.
    Nothing,
}

/// Several years fit.
pub(super) struct Several {
    /// The days of publication, one interval a year, in order.
    choices: Vec<Interval>,
    /// What led here.
    why: Vec<Why>,
}

impl Several {
    /// The choice that most of the other articles' `days` (sorted) lie near to, if none comes
    /// close to it in that; else the steps so far. Near is within [`NEAR`] days.
    pub(super) fn nearest(mut self, days: &[Day]) -> Result<Published, Vec<Why>> {
        let near = |choice: &Interval| {
            let from = choice.from()?;
            let start = days.partition_point(|d| (from - *d).num_days() > NEAR);
            let end = days.partition_point(|d| (*d - from).num_days() <= NEAR);
            let around = days.get(start..end).unwrap_or(&[]);
            let day = around.iter().min_by_key(|d| (from - **d).num_days().abs())?;
            Some((around.len(), *day, *choice))
        };
        let mut ranked: Vec<(usize, Day, Interval)> = self.choices.iter().filter_map(near).collect();
        ranked.sort_unstable_by_key(|r| std::cmp::Reverse(r.0));
        match ranked.as_slice() {
            [(count, day, choice), rest @ ..] if rest.first().is_none_or(|r| r.0 * 3 <= *count) => {
                let year = i64::from(choice.from().map_or(0, |d| d.year()));
                self.why
                    .push(Why::new(Rule::PublishedBundle, [(*day).into(), year.to_string().as_str().into()]));
                self.why.push(Why::plain(Rule::PublishedFresh));
                Ok(inferred(*choice, self.why))
            }
            _ => {
                let list: Vec<Day> = self.choices.iter().filter_map(|c| c.from()).collect();
                self.why.push(Why::new(Rule::PublishedSeveral, [years(&list).as_str().into()]));
                Err(self.why)
            }
        }
    }
}

/// The years for a reader: those of our times where there are more.
fn years(days: &[Day]) -> String {
    let near = days.iter().filter(|d| (2000..=2040).contains(&d.year()));
    near.map(|d| d.year().to_string()).collect::<Vec<_>>().join(", ")
}

/// A day of an event in the news, with or without its year.
struct Anchor {
    day: u32,
    month: u32,
    year: Option<i32>,
    /// Days from the written one to the event ("45 days since").
    shift: u64,
    /// The weekdays that the event may fall on; any if empty.
    weekdays: Vec<u32>,
    /// From the event to the first and the last possible day of publication.
    gap: (i64, i64),
    why: Vec<Why>,
}

impl Anchor {
    fn in_year(&self, year: i32) -> Option<Day> {
        let day =
            NaiveDate::from_ymd_opt(year, self.month, self.day)?.checked_add_days(Days::new(self.shift))?;
        let fits = self.weekdays.is_empty() || self.weekdays.contains(&day.weekday().num_days_from_monday());
        fits.then_some(day)
    }
}

pub(super) fn read(article: &Undated) -> Reading {
    let anchors = anchors(article);
    if anchors.is_empty() {
        return Reading::Nothing;
    }
    // A full date is the surest; then what the weekdays leave of the years.
    let full = anchors.iter().filter_map(|a| Some((a.in_year(a.year?)?, a)));
    if let Some((day, anchor)) = full.max_by_key(|(day, a)| (*day, a.gap.0)) {
        let mut why = anchor.why.clone();
        why.push(Why::plain(Rule::PublishedFresh));
        return interval(day, anchor.gap)
            .map_or(Reading::Nothing, |i| Reading::One(inferred(within(article, i, day.year()), why)));
    }
    let years_of = |a: &Anchor| YEARS.filter(|y| a.in_year(*y).is_some()).collect::<Vec<i32>>();
    // The latest event in the year leads; the others must agree with it where they can.
    let Some(lead) = anchors.iter().max_by_key(|a| (a.month, a.day, a.shift, a.gap.0)) else {
        return Reading::Nothing;
    };
    let mut fitting = years_of(lead);
    let mut why = lead.why.clone();
    for other in &anchors {
        let both: Vec<i32> = fitting.iter().copied().filter(|y| other.in_year(*y).is_some()).collect();
        if !both.is_empty() {
            fitting = both;
        }
    }
    let mut days: Vec<Day> = fitting.iter().filter_map(|y| lead.in_year(*y)).collect();
    why.extend(past_years(article, &mut days));
    why.extend(soon_after(article, &mut days));
    if let Some(words) = lead.why.first().and_then(|w| w.evidence.first()) {
        let list = years(&days);
        why.push(Why::new(Rule::PublishedWeekday, [words.clone(), list.as_str().into()]));
    }
    why.extend(in_office(article, &mut days));
    let choices: Vec<Interval> =
        days.iter().filter_map(|d| interval(*d, lead.gap).map(|i| within(article, i, d.year()))).collect();
    match choices.as_slice() {
        [] => Reading::Nothing,
        [one] => {
            why.push(Why::plain(Rule::PublishedFresh));
            Reading::One(inferred(*one, why))
        }
        _ => Reading::Several(Several { choices, why }),
    }
}

fn interval(day: Day, gap: (i64, i64)) -> Option<Interval> {
    let at = |n: i64| day.checked_add_signed(chrono::TimeDelta::days(n));
    Some(Interval::between(at(gap.0)?, at(gap.1)?))
}

/// Cuts off days after one that the article says is still to come in `year`.
fn within(article: &Undated, interval: Interval, year: i32) -> Interval {
    let (Some(from), Some(mut to)) = (interval.from(), interval.to()) else { return interval };
    for e in article.expressions.iter().filter(|e| e.is_ahead()) {
        let Meaning::Date { day, month, year: told, weekday: Some(_), .. } = e.meaning else { continue };
        let ahead = NaiveDate::from_ymd_opt(told.unwrap_or(year), month, day);
        if let Some(ahead) = ahead.filter(|d| from <= *d && *d < to) {
            to = ahead;
        }
    }
    Interval::between(from, to)
}

fn anchors(article: &Undated) -> Vec<Anchor> {
    let mut out: Vec<Anchor> = article.expressions.iter().filter_map(|e| dated(article, e)).collect();
    out.extend(counted(article));
    out
}

/// "Jumat (11/4)", "hari ini (11/4/2025)", a full date in a dateline.
fn dated(article: &Undated, e: &Expression) -> Option<Anchor> {
    let Meaning::Date { day, month, year, weekday, either: _, beside: None } = e.meaning else { return None };
    let words = article.words(e);
    let start = words.to_lowercase();
    let starts = |list: &[&str]| list.iter().any(|w| start.starts_with(w));
    let gap = if starts(&["hari ini", "today", "malam ini", "pagi ini", "sore ini", "siang ini"]) {
        Some(0)
    } else if starts(&["kemarin", "yesterday", "tadi malam", "semalam"]) {
        Some(1)
    } else if starts(&["besok", "esok", "tomorrow"]) {
        Some(-1)
    } else {
        None
    };
    let dateline = dateline(article, e);
    let surely = gap.is_some() || dateline.is_some();
    if !surely && (weekday.is_none() || e.is_ahead()) {
        return None;
    }
    let rule = match (gap, dateline) {
        (Some(0), _) => Rule::PublishedDeictic,
        (None, Some(_)) => Rule::PublishedDateline,
        _ => Rule::PublishedDated,
    };
    let written = format!("{day}/{month}");
    let why = vec![Why::new(rule, [words.into(), written.as_str().into()])];
    let gap = match (gap, dateline) {
        (Some(n), _) => (n, n),
        (None, Some(Dateline::Agency)) => (0, 0),
        _ => (0, 1),
    };
    let weekday = weekday.map(u32::from).or_else(|| spoken_first(article).filter(|_| dateline.is_some()));
    Some(Anchor { day, month, year, shift: 0, weekdays: weekday.into_iter().collect(), gap, why })
}

/// How a story opens with its place and day.
#[derive(Clone, Copy)]
enum Dateline {
    /// "London, 3 Mei 2023 –": news of that day or, in print, of the day before.
    Place,
    /// "LONDON, May 3 (Agency) –": sent out that day.
    Agency,
}

/// The longest name of an agency in brackets, in bytes.
const AGENCY: usize = 40;

/// Whether `e` stands before the first dash, near the start of the story.
fn dateline(article: &Undated, e: &Expression) -> Option<Dateline> {
    let starts = |s: Span| s.start <= e.span.start && e.span.start - s.start < 60;
    if !article.structure.story().take(2).any(starts) {
        return None;
    }
    let after = article.article.body.get(e.span.end as usize..)?.trim_start_matches([' ', ')', ',']);
    let (agency, after) = match after.strip_prefix('(').and_then(|rest| rest.split_once(')')) {
        Some((name, rest)) if name.len() <= AGENCY => (true, rest.trim_start()),
        _ => (false, after),
    };
    let kind = if agency { Dateline::Agency } else { Dateline::Place };
    after.starts_with(['–', '—', '-']).then_some(kind)
}

/// The first weekday of the story that is told as past: the day of the news.
fn spoken_first(article: &Undated) -> Option<u32> {
    let opening = article.structure.story().take(3).last()?.end;
    let opens = article.expressions.iter().take_while(|e| e.span.start < opening);
    opens.filter(|e| !e.is_ahead()).find_map(|e| match e.meaning {
        Meaning::Weekday { day, weeks: None, beside: None } => Some(u32::from(day)),
        _ => None,
    })
}

/// "hingga 2030", "until 2026": an end that may be to come.
fn aims(article: &Undated, e: &Expression) -> bool {
    let before =
        article.article.body.get(e.sentence.start as usize..e.span.start as usize).unwrap_or("").trim_end();
    let word = before.rsplit(char::is_whitespace).next().unwrap_or("");
    AIMS.iter().any(|w| w.eq_ignore_ascii_case(word))
}

const AIMS: [&str; 12] = [
    "hingga",
    "sampai",
    "until",
    "till",
    "untuk",
    "menjelang",
    "by",
    "for",
    "menyambut",
    "mulai",
    "periode",
    "target",
];

/// "45 hari sejak" with the day it counts from elsewhere: the sum is the day of speaking, which the
/// article must name by its weekday.
fn counted(article: &Undated) -> Vec<Anchor> {
    let spoken: Vec<u32> = article
        .expressions
        .iter()
        .filter(|e| !e.is_ahead())
        .filter_map(|e| match e.meaning {
            Meaning::Weekday { day, weeks: None, beside: None } => Some(u32::from(day)),
            _ => None,
        })
        .collect();
    if spoken.is_empty() {
        return Vec::new();
    }
    let bare = |e: &&Expression| matches!(e.meaning, Meaning::Date { weekday: None, beside: None, .. });
    let mut out = Vec::new();
    for (i, e) in article.expressions.iter().enumerate() {
        let Meaning::CountedFrom(count) = e.meaning else { continue };
        // The day counted from is the one named last before, else the first one after.
        let (before, after) = article.expressions.split_at(i);
        let Some(from) = before.iter().rev().find(bare).or_else(|| after.iter().find(bare)) else { continue };
        let Meaning::Date { day, month, year, .. } = from.meaning else { continue };
        let sum = NaiveDate::from_ymd_opt(year.unwrap_or(2025), month, day)
            .and_then(|d| d.checked_add_days(Days::new(u64::from(count))));
        let Some(sum) = sum else { continue };
        let written = format!("{}/{}", sum.day(), sum.month());
        let near = before.iter().rev().take(3).find_map(|e| match e.meaning {
            Meaning::Weekday { day, .. } if !e.is_ahead() => Some(u32::from(day)),
            _ => None,
        });
        let (words, from) = (article.words(e), article.words(from));
        let why = vec![Why::new(Rule::PublishedCount, [words.into(), from.into(), written.as_str().into()])];
        let weekdays = near.map_or_else(|| spoken.clone(), |day| vec![day]);
        out.push(Anchor { day, month, year, shift: u64::from(count), weekdays, gap: (0, 1), why });
    }
    out
}

/// Drops the days that are not after a time told as past.
fn past_years(article: &Undated, days: &mut Vec<Day>) -> Option<Why> {
    let past = |e: &&Expression| match e.meaning {
        // Of a year somebody may have said that it will be.
        Meaning::Year(_) if e.said => false,
        Meaning::Year(year)
        | Meaning::Date { year: Some(year), .. }
        | Meaning::Month { year: Some(year), .. } => {
            e.cue.is_some_and(|c| !c.ahead) && YEARS.contains(&year) && !aims(article, e)
        }
        _ => false,
    };
    let year_of = |e: &Expression| match e.meaning {
        // Not later, since "in 2014" is also said in 2014.
        Meaning::Year(year)
        | Meaning::Date { year: Some(year), .. }
        | Meaning::Month { year: Some(year), .. } => year,
        _ => 0,
    };
    let latest = article.expressions.iter().filter(past).max_by_key(|e| year_of(e))?;
    let before = days.len();
    let kept: Vec<Day> = days.iter().copied().filter(|d| d.year() >= year_of(latest)).collect();
    if kept.is_empty() || kept.len() == before {
        return None;
    }
    *days = kept;
    Some(Why::new(Rule::PublishedPast, [article.words(latest).into()]))
}

/// Keeps the days that follow a full date told as past within [`SOON`] days: the news tells the
/// year of what is fresh only when it must.
fn soon_after(article: &Undated, days: &mut Vec<Day>) -> Option<Why> {
    if days.len() < 2 {
        return None;
    }
    article.expressions.iter().filter(|e| !e.is_ahead()).find_map(|e| {
        let Meaning::Date { day, month, year: Some(year), .. } = e.meaning else { return None };
        let told = NaiveDate::from_ymd_opt(year, month, day)?;
        let soon = |d: &&Day| (0..=SOON).contains(&(**d - told).num_days());
        let found = *days.iter().find(soon)?;
        *days = vec![found];
        Some(Why::new(Rule::PublishedSoonAfter, [article.words(e).into(), found.into()]))
    })
}

/// Drops the days on which somebody named with the office didn't hold it, unless none would stay.
fn in_office(article: &Undated, days: &mut Vec<Day>) -> Vec<Why> {
    let mut why = Vec::new();
    for named in terms::named(article) {
        let kept: Vec<Day> = days.iter().copied().filter(|d| named.holds(*d)).collect();
        if kept.is_empty() || kept.len() == days.len() {
            continue;
        }
        let (old, list) = (years(days), years(&kept));
        *days = kept;
        if old != list {
            why.push(Why::new(Rule::PublishedTerm, [named.words.into(), list.as_str().into()]));
        }
    }
    why
}
