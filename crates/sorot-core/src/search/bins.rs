//! Into which parts is a stretch of time cut, so that its histogram can be read?

use crate::calendar::Day;
use chrono::Datelike;
use std::ops::Range;

/// How finely a histogram is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// A bin a day.
    Day,
    /// A bin a week, Monday to Sunday (ISO 8601).
    Week,
    /// A bin a calendar month.
    Month,
    /// A bin three calendar months.
    Quarter,
    /// A bin so many calendar years, 1, 10 (a decade, from a year that ends in 0), 100, …
    Years(i32),
}

/// The most bins that are made: at 1440 px a bar then still is some six pixels wide.
pub const MAX_BINS: usize = 120;

impl Level {
    /// The finest level at which `first..=last` (days from the common era) takes at most
    /// [`MAX_BINS`]: days up to four months, weeks up to two years, months up to ten, quarters up to
    /// thirty, years up to 120, then decades, centuries and so on.
    pub fn readable(first: i32, last: i32) -> Level {
        let levels = [Level::Day, Level::Week, Level::Month, Level::Quarter, Level::Years(1)];
        let coarser = (1..5).map(|power| Level::Years(10_i32.pow(power)));
        let fits = |level: &Level| level.number(last) - level.number(first) < MAX_BINS as i32;
        // Years by the ten thousand span all that a calendar day can be.
        levels.into_iter().chain(coarser).find(fits).unwrap_or(Level::Years(100_000))
    }

    /// The number of the bin that holds a day; bins of one level are numbered without gaps.
    fn number(self, day: i32) -> i32 {
        let date = || Day::from_num_days_from_ce_opt(day).unwrap_or_default();
        match self {
            Level::Day => day,
            // Day 1 of the common era was a Monday.
            Level::Week => (day - 1).div_euclid(7),
            Level::Month => date().year() * 12 + date().month0() as i32,
            Level::Quarter => date().year() * 4 + date().month0() as i32 / 3,
            Level::Years(n) => date().year().div_euclid(n),
        }
    }

    /// The first day of a bin; `None` outside the calendar.
    fn start(self, number: i32) -> Option<i32> {
        let month = |number: i32| {
            Day::from_ymd_opt(number.div_euclid(12), number.rem_euclid(12) as u32 + 1, 1)
                .map(|d| d.num_days_from_ce())
        };
        match self {
            Level::Day => Some(number),
            Level::Week => Some(number * 7 + 1),
            Level::Month => month(number),
            Level::Quarter => month(number.checked_mul(3)?),
            Level::Years(n) => month(number.checked_mul(n)?.checked_mul(12)?),
        }
    }
}

/// Bins side by side, empty ones included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bins {
    level: Level,
    /// The first day of each bin, and after the last one the day that follows it.
    edges: Vec<i32>,
    /// Day from the first edge → bin, so that counting needs no search; empty where the bins are too
    /// many or the days too far apart.
    table: Vec<u8>,
}

/// The longest table of days: some 1,300 years.
const MAX_TABLE: i32 = 500_000;

impl Bins {
    /// The bins of `level` that touch `first..=last` (days from the common era).
    pub fn at(level: Level, first: i32, last: i32) -> Bins {
        let numbers = level.number(first)..=level.number(last) + 1;
        let edges: Vec<i32> = numbers.filter_map(|n| level.start(n)).collect();
        let table = table(&edges).unwrap_or_default();
        Bins { level, edges, table }
    }

    /// The bins of the finest readable level that touch `first..=last` (days from the common era).
    pub fn readable(first: i32, last: i32) -> Bins {
        Bins::at(Level::readable(first, last), first, last)
    }

    /// How finely they cut.
    pub fn level(&self) -> Level {
        self.level
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.edges.len().saturating_sub(1)
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The first day of each bin (days from the common era), and after the last one the day that follows it.
    pub fn edges(&self) -> &[i32] {
        &self.edges
    }

    /// The bin that holds a day.
    pub fn of(&self, day: i32) -> Option<usize> {
        let at = usize::try_from(day.checked_sub(*self.edges.first()?)?).ok()?;
        if self.table.is_empty() {
            let after = self.edges.partition_point(|&edge| edge <= day);
            return after.checked_sub(1).filter(|&bin| bin < self.len());
        }
        self.table.get(at).map(|&bin| usize::from(bin))
    }

    /// The bins that `first..=last` touches, as a range that may be empty.
    pub fn touched(&self, first: i32, last: i32) -> Range<usize> {
        let (Some(&start), Some(&after)) = (self.edges.first(), self.edges.last()) else { return 0..0 };
        match (self.of(first.max(start)), self.of(last.min(after - 1))) {
            (Some(first), Some(last)) => first..last + 1,
            _ => 0..0,
        }
    }

    /// Whether `bin` holds all of `first..=last`.
    pub fn holds(&self, bin: usize, first: i32, last: i32) -> bool {
        matches!((self.edges.get(bin), self.edges.get(bin + 1)), (Some(&a), Some(&b)) if a <= first && last < b)
    }

    /// First and last day of each bin.
    pub fn days(&self) -> impl Iterator<Item = (Day, Day)> {
        self.edges.windows(2).filter_map(|ends| {
            let [start, next] = ends else { return None };
            Day::from_num_days_from_ce_opt(*start).zip(Day::from_num_days_from_ce_opt(next - 1))
        })
    }
}

/// Which bin holds each day from the first edge to the last; `None` where that would be too long.
fn table(edges: &[i32]) -> Option<Vec<u8>> {
    let days = edges.last()?.checked_sub(*edges.first()?).filter(|days| *days <= MAX_TABLE)?;
    let mut table = Vec::with_capacity(days as usize);
    for (bin, ends) in edges.windows(2).enumerate() {
        let [start, next] = ends else { continue };
        table.resize(table.len() + (next - start) as usize, u8::try_from(bin).ok()?);
    }
    Some(table)
}
