//! When was each article published, and which days does it speak of? Flat columns over rows by day.

use crate::annotate::{Document, PublishedSource, Timex};
use crate::calendar::{Day, Grain, Interval};
use crate::corpus::DocId;
use crate::sort;
use chrono::Datelike;
use std::ops::Range;

/// First and last day, as days from the common era; an open end is the type's limit.
pub type Span = (i32, i32);

/// What the columns need of one article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowDays {
    /// Its publication interval.
    pub when: Option<Interval>,
    /// Whether that is inferred.
    pub inferred: bool,
    /// The days that its text speaks of.
    pub mentioned: Vec<Interval>,
}

impl RowDays {
    /// A row published on `when`, declared, that speaks of no day.
    pub fn published(when: Option<Interval>) -> RowDays {
        RowDays { when, ..RowDays::default() }
    }
}

/// Whether it is a span of the calendar: closed, or open at one end.
pub(super) fn is_sound(&(first, last): &Span) -> bool {
    let (least, most) = (Day::MIN.num_days_from_ce(), Day::MAX.num_days_from_ce());
    let open = (first == i32::MIN, last == i32::MAX);
    first <= last && (open.0 || first >= least) && (open.1 || last <= most) && open != (true, true)
}

/// The days of all articles on both axes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Days {
    /// Per row, dated rows only, by the day they count by.
    pub(super) published: Vec<Span>,
    /// Per dated row, whether its day is inferred.
    pub(super) inferred: Vec<bool>,
    /// The widest interval of a row in days, 0 for single days: bounds how far a range must look back.
    widest: i32,
    /// Behind the last row whose first day isn't known: such a row counts by its last day, but may lie
    /// in any period before.
    open_rows: u32,
    /// The rows whose day is inferred, or that have more days than one, or days without end.
    vague: Vec<u32>,
    /// Row → the days its text speaks of, as offsets into `mentioned`; one longer than the rows.
    pub(super) offsets: Vec<u32>,
    /// Sorted within a row, each once; closed at both ends.
    pub(super) mentioned: Vec<Span>,
    /// First and last day that any text speaks of.
    spoken_of: Option<Span>,
    /// Articles by month of publication, and articles by month that they surely speak of: the month's
    /// number (year × 12 + month from 0), sorted, months without articles missing.
    pub(super) months: [Vec<(i32, u32)>; 2],
}

/// Makes the columns, row by row: by day, undated ones last.
pub(super) struct Builder {
    days: Days,
    /// The months of all rows on both axes, not yet counted.
    months: [Vec<i32>; 2],
}

impl Builder {
    pub(super) fn new() -> Builder {
        Builder { days: Days { offsets: vec![0], ..Days::default() }, months: Default::default() }
    }

    pub(super) fn push(&mut self, row: &RowDays) {
        let days = &mut self.days;
        if let Some(when) = row.when {
            let first = when.from().map_or(i32::MIN, |d| d.num_days_from_ce());
            let last = when.to().map_or(i32::MAX, |d| d.num_days_from_ce());
            days.published.push((first, last));
            days.inferred.push(row.inferred);
            self.months[0].push(month_number(when.sort_day()));
        }
        let closed = row.mentioned.iter().filter_map(|i| Some((i.from()?, i.to()?)));
        let mut spoken: Vec<Span> =
            closed.map(|(a, b)| (a.num_days_from_ce(), b.num_days_from_ce())).collect();
        sort::numbers(&mut spoken);
        spoken.dedup();
        days.mentioned.extend_from_slice(&spoken);
        days.offsets.push(days.mentioned.len() as u32);
        self.surely(&spoken);
    }

    /// A row as another index has it.
    pub(super) fn copy(&mut self, from: &Days, row: DocId) {
        let days = &mut self.days;
        if let Some(span) = from.span(row) {
            days.published.push(span);
            days.inferred.push(from.is_inferred(row));
            self.months[0].push(month_of_day(counts_by(span)));
        }
        let spoken = from.mentioned(row);
        days.mentioned.extend_from_slice(spoken);
        days.offsets.push(days.mentioned.len() as u32);
        self.surely(spoken);
    }

    /// The months that a row surely speaks of; its days are sorted.
    fn surely(&mut self, spoken: &[Span]) {
        let months = spoken.iter().map(|&(first, last)| (month_of_day(first), month_of_day(last)));
        let mut last = None;
        for (month, _) in months.filter(|(first, last)| first == last) {
            if last.replace(month) != Some(month) {
                self.months[1].push(month);
            }
        }
    }

    pub(super) fn build(mut self) -> Days {
        self.days.months = self.months.map(tally);
        self.days.summed()
    }
}

impl Days {
    /// The columns with what follows from them.
    pub(super) fn summed(mut self) -> Days {
        for (row, (&(first, last), &inferred)) in (0u32..).zip(self.published.iter().zip(&self.inferred)) {
            self.widest = self.widest.max(last.saturating_sub(first));
            if inferred || first != last {
                self.vague.push(row);
            }
            if first == i32::MIN {
                self.open_rows = row + 1;
            }
        }
        let ends = |a: Span, b: Span| (a.0.min(b.0), a.1.max(b.1));
        self.spoken_of = self.mentioned.iter().copied().reduce(ends);
        self
    }

    /// The number of articles.
    pub fn rows(&self) -> u32 {
        self.offsets.len().saturating_sub(1) as u32
    }

    /// The rows with a day of publication: all before the others.
    pub fn dated(&self) -> Range<u32> {
        0..self.published.len() as u32
    }

    /// A dated row's publication; an open end is the type's limit.
    pub fn span(&self, row: DocId) -> Option<Span> {
        self.published.get(row.index()).copied()
    }

    /// The dated rows by the day they count by: where `first_day..` begins.
    pub fn from_day(&self, first_day: i32) -> u32 {
        self.published.partition_point(|s| counts_by(*s) < first_day) as u32
    }

    /// The dated rows that may count in a bin without surely lying in it, sorted.
    pub fn vague(&self) -> &[u32] {
        &self.vague
    }

    /// Whether every dated row has one single day, so that a period is just its [`Days::window`].
    pub fn is_exact(&self) -> bool {
        self.widest == 0 && self.open_rows == 0
    }

    /// Whether a row's day of publication is inferred.
    pub fn is_inferred(&self, row: DocId) -> bool {
        self.inferred.get(row.index()).copied().unwrap_or(false)
    }

    /// The days that a row's text speaks of, sorted, each once, closed at both ends.
    pub fn mentioned(&self, row: DocId) -> &[Span] {
        super::slice(&self.offsets, &self.mentioned, row.index())
    }

    /// First and last day of publication; a row counts by [`counts_by`].
    pub fn published_range(&self) -> Option<Span> {
        Some((counts_by(*self.published.first()?), counts_by(*self.published.last()?)))
    }

    /// First and last day that any text speaks of.
    pub fn mentioned_range(&self) -> Option<Span> {
        self.spoken_of
    }

    /// Articles by month of publication: the month's first day, and how many.
    pub fn months_published(&self) -> impl Iterator<Item = (Day, u32)> {
        months(&self.months[0])
    }

    /// Articles by month that they surely speak of: a day or days within that one month.
    pub fn months_mentioned(&self) -> impl Iterator<Item = (Day, u32)> {
        months(&self.months[1])
    }

    /// Whether a row may have been published in `from..=to`; an undated one never was.
    pub fn may_be_published(&self, row: DocId, from: Option<Day>, to: Option<Day>) -> bool {
        let (from, to) = ends(from, to);
        self.span(row).is_some_and(|(first, last)| first <= to && from <= last)
    }

    /// Whether a row's text speaks of a day that may lie in `from..=to`.
    pub fn may_mention(&self, row: DocId, from: Option<Day>, to: Option<Day>) -> bool {
        let (from, to) = ends(from, to);
        self.mentioned(row).iter().take_while(|s| s.0 <= to).any(|s| from <= s.1)
    }

    /// The rows outside of which nothing was published in `from..=to`: dated rows sort by the day they
    /// count by, so two binary searches and the widest interval bound it.
    pub fn window(&self, from: Option<Day>, to: Option<Day>) -> Range<u32> {
        let (from, to) = ends(from, to);
        let from = from.saturating_sub(self.widest);
        let start = self.published.partition_point(|s| counts_by(*s) < from) as u32;
        let end = self.published.partition_point(|s| counts_by(*s) <= to) as u32;
        start..end.max(self.open_rows).max(start)
    }
}

/// The day by which an article counts: the first possible one, the last where no first is known.
pub fn counts_by((first, last): Span) -> i32 {
    if first == i32::MIN { last } else { first }
}

/// What the index needs of an article's days.
pub(super) fn of(document: &Document) -> RowDays {
    RowDays {
        when: document.published.when,
        inferred: document.published.source == PublishedSource::Inferred,
        mentioned: document.timexes.iter().filter_map(spoken_of).collect(),
    }
}

/// The days that an expression speaks of. Where one end is open ("in the coming months") nobody
/// knows how far it goes: one unit of its grain from the end that is known.
fn spoken_of(timex: &Timex) -> Option<Interval> {
    let value = timex.value?;
    let more = chrono::Days::new(unit(timex.grain) - 1);
    match (value.from(), value.to()) {
        (Some(from), None) => Some(Interval::between(from, from.checked_add_days(more)?)),
        (None, Some(to)) => Some(Interval::between(to.checked_sub_days(more)?, to)),
        _ => Some(value),
    }
}

/// The days of one unit, at least 1.
fn unit(grain: Grain) -> u64 {
    match grain {
        Grain::Day => 1,
        Grain::Days => 3,
        Grain::Week => 7,
        Grain::Month => 30,
        Grain::Quarter => 91,
        Grain::Year => 365,
        Grain::Decade => 3652,
    }
}

fn ends(from: Option<Day>, to: Option<Day>) -> Span {
    (from.map_or(i32::MIN, |d| d.num_days_from_ce()), to.map_or(i32::MAX, |d| d.num_days_from_ce()))
}

fn month_number(day: Day) -> i32 {
    day.year() * 12 + day.month0() as i32
}

/// The month of a day, as days from the common era.
fn month_of_day(day: i32) -> i32 {
    Day::from_num_days_from_ce_opt(day).map_or(0, month_number)
}

fn tally(mut numbers: Vec<i32>) -> Vec<(i32, u32)> {
    sort::numbers(&mut numbers);
    numbers.chunk_by(|a, b| a == b).filter_map(|same| Some((*same.first()?, same.len() as u32))).collect()
}

fn months(counts: &[(i32, u32)]) -> impl Iterator<Item = (Day, u32)> {
    counts.iter().filter_map(|&(number, count)| {
        let first = Day::from_ymd_opt(number.div_euclid(12), number.rem_euclid(12) as u32 + 1, 1)?;
        Some((first, count))
    })
}
