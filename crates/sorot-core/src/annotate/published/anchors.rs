//! Which days of an article's own news tell its day?

use super::Undated;
use crate::annotate::dates::{Expression, Meaning};
use crate::calendar::Day;
use crate::text::Span;
use crate::why::{Rule, Why};
use chrono::{Datelike, Days, NaiveDate};

/// A day of an event in the news, with or without its year.
pub(super) struct Anchor {
    pub(super) day: u32,
    pub(super) month: u32,
    pub(super) year: Option<i32>,
    /// Days from the written one to the event ("45 days since").
    pub(super) shift: u64,
    /// The weekdays that the event may fall on; any if empty.
    pub(super) weekdays: Vec<u32>,
    /// From the event to the first and the last possible day of publication.
    pub(super) gap: (i64, i64),
    pub(super) why: Vec<Why>,
}

impl Anchor {
    /// The event's day in `year`, if its weekday fits.
    pub(super) fn in_year(&self, year: i32) -> Option<Day> {
        let day =
            NaiveDate::from_ymd_opt(year, self.month, self.day)?.checked_add_days(Days::new(self.shift))?;
        let fits = self.weekdays.is_empty() || self.weekdays.contains(&day.weekday().num_days_from_monday());
        fits.then_some(day)
    }
}

/// The days of events that an article names, surely enough to date it by.
pub(super) fn anchors(article: &Undated) -> Vec<Anchor> {
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
