//! The dates to choose from: the histogram, the period, and what a reader often asks for.

use super::Pages;
use crate::calendar::{Day, Interval};
use crate::corpus::DocId;
use crate::index::{Days, Index};
use crate::query::{Axis, Query};
use crate::search::{self, Histogram, Hits};
use chrono::Datelike;
use std::rc::Rc;

/// One axis of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dates {
    /// Which.
    pub axis: Axis,
    /// The articles over time, and those without a day.
    pub histogram: Histogram,
    /// First day of the period asked for.
    pub from: Option<Day>,
    /// Last day of the period asked for.
    pub to: Option<Day>,
    /// Whether only articles without a day are asked for.
    pub undated: bool,
    /// The days that the histogram draws, where it isn't the whole axis.
    pub zoom: Option<(Day, Day)>,
    /// Periods that a reader often asks for: shared by all pages of a bundle.
    pub presets: Rc<Presets>,
}

/// Periods that a reader often asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Presets {
    /// The month with the most articles of the whole set, the first of several.
    pub busiest_month: Option<Interval>,
    /// The last 7 and the last 30 days up to the last day of publication: no clock is asked.
    pub last_days: Option<[Interval; 2]>,
    /// The months, years or decades with articles: the finest that makes at most
    /// [`MAX_UNITS`], in order.
    pub units: Vec<Interval>,
}

/// The most months, years or decades to choose from.
pub const MAX_UNITS: usize = 24;

pub(super) fn dates(pages: &Pages, hits: &Hits, query: &Query) -> Dates {
    let zoom = query.zoom().map(|(first, last)| Interval::between(first, last));
    Dates {
        axis: query.axis(),
        histogram: search::histogram(&pages.index, &pages.whole, hits, query.axis(), zoom),
        from: query.from(),
        to: query.to(),
        undated: query.undated(),
        zoom: query.zoom(),
        presets: pages.presets[query.axis() as usize].clone(),
    }
}

/// Those of each axis, made once for a bundle.
pub(super) fn both_presets(index: &Index) -> [Rc<Presets>; 2] {
    [Axis::Published, Axis::Mentioned].map(|axis| Rc::new(presets(index, axis)))
}

fn presets(index: &Index, axis: Axis) -> Presets {
    let days = index.days();
    let months: Vec<(Day, u32)> = match axis {
        Axis::Published => days.months_published().collect(),
        Axis::Mentioned => days.months_mentioned().collect(),
    };
    // The first of the fullest: `max_by_key` would give the last.
    let most = months.iter().map(|m| m.1).max();
    let busiest = months.iter().find(|m| Some(m.1) == most);
    Presets {
        busiest_month: busiest.map(|m| Interval::month_of(m.0)),
        last_days: last_day(days, index).map(|last| [7, 30].map(|n| up_to(last, n))),
        units: units(&months),
    }
}

fn last_day(days: &Days, index: &Index) -> Option<Day> {
    index.day(DocId(days.dated().end.checked_sub(1)?))
}

fn up_to(last: Day, days: u64) -> Interval {
    let first = last.checked_sub_days(chrono::Days::new(days - 1)).unwrap_or(last);
    Interval::between(first, last)
}

fn units(months: &[(Day, u32)]) -> Vec<Interval> {
    let years = |n: i32| {
        let mut firsts: Vec<i32> = months.iter().map(|m| m.0.year().div_euclid(n) * n).collect();
        firsts.dedup();
        let ends = |first: i32| Some(Interval::year(first)?.from()?..=Interval::year(first + n - 1)?.to()?);
        firsts
            .into_iter()
            .filter_map(ends)
            .map(|ends| Interval::between(*ends.start(), *ends.end()))
            .collect::<Vec<_>>()
    };
    let by_month = || months.iter().map(|m| Interval::month_of(m.0)).collect::<Vec<_>>();
    let fits = |units: &Vec<Interval>| units.len() <= MAX_UNITS;
    Some(by_month()).filter(fits).or_else(|| Some(years(1)).filter(fits)).unwrap_or_else(|| {
        let mut decades = years(10);
        // The latest, where even the decades are too many.
        decades.drain(..decades.len().saturating_sub(MAX_UNITS));
        decades
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::{Entry, RowDays};

    fn of(days: &[&str]) -> Presets {
        let mut days: Vec<Day> = days.iter().map(|d| d.parse().unwrap()).collect();
        days.sort();
        let rows = days.iter().map(|d| Entry {
            days: RowDays::published(Some(Interval::day(*d))),
            actors: &[],
            ..Entry::default()
        });
        presets(&Index::new(rows, 0), Axis::Published)
    }

    fn told(interval: &Interval) -> String {
        format!("{} {}", interval.from().unwrap(), interval.to().unwrap())
    }

    #[test]
    fn the_busiest_month_is_the_first_of_the_fullest() {
        let presets = of(&["2025-03-05", "2025-04-01", "2025-04-30", "2025-06-01", "2025-06-02"]);
        assert_eq!(presets.busiest_month.as_ref().map(told).as_deref(), Some("2025-04-01 2025-04-30"));
        let last = presets.last_days.unwrap();
        assert_eq!(last.each_ref().map(told), ["2025-05-27 2025-06-02", "2025-05-04 2025-06-02"]);
        assert_eq!(presets.units.len(), 3);
        assert_eq!(of(&[]), Presets::default());
    }

    #[test]
    fn units_are_the_finest_that_are_few() {
        let yearly: Vec<String> = (1990..2026).map(|y| format!("{y}-02-01")).collect();
        let units = |n: usize| of(&yearly.iter().take(n).map(String::as_str).collect::<Vec<_>>()).units;
        assert_eq!(told(&units(24)[0]), "1990-02-01 1990-02-28");
        assert_eq!(units(36).len(), 4);
        assert_eq!(told(&units(36)[0]), "1990-01-01 1999-12-31");
        let months: Vec<String> =
            (0..30).map(|m| format!("{}-{:02}-01", 2023 + m / 12, m % 12 + 1)).collect();
        let years = of(&months.iter().map(String::as_str).collect::<Vec<_>>()).units;
        assert_eq!(years.iter().map(told).collect::<Vec<_>>()[2], "2025-01-01 2025-12-31");
        assert_eq!(years.len(), 3);
    }
}
