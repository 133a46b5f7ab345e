//! Weeks, months, years and decades around a day. Every function is `None` only where the calendar
//! of the crate ends (262,000 years away).

use super::lexicon::{Part, Unit};
use crate::calendar::{Day, Grain, Interval};
use chrono::{Datelike, Days, Months, NaiveDate};

/// `day` moved by `count` days.
pub fn days(day: Day, count: i64) -> Option<Day> {
    let by = Days::new(count.unsigned_abs());
    if count < 0 { day.checked_sub_days(by) } else { day.checked_add_days(by) }
}

/// `day` moved by `count` months, to the month's last day where it is shorter.
pub fn months(day: Day, count: i32) -> Option<Day> {
    let by = Months::new(count.unsigned_abs());
    if count < 0 { day.checked_sub_months(by) } else { day.checked_add_months(by) }
}

/// 0 = Monday.
pub fn weekday(day: Day) -> i64 {
    i64::from(day.weekday().num_days_from_monday())
}

/// Monday to Sunday around `day`, moved by `weeks`.
pub fn week(day: Day, weeks: i32) -> Option<Interval> {
    let monday = days(day, i64::from(weeks) * 7 - weekday(day))?;
    Some(Interval::between(monday, days(monday, 6)?))
}

/// `count` calendar months from `year`-`month` on.
pub fn month_run(year: i32, month: u32, count: i32) -> Option<Interval> {
    let first = NaiveDate::from_ymd_opt(year, month, 1)?;
    Some(Interval::between(first, days(months(first, count)?, -1)?))
}

/// Whole years.
pub fn years(from: i32, to: i32) -> Option<Interval> {
    Some(Interval::between(NaiveDate::from_ymd_opt(from, 1, 1)?, NaiveDate::from_ymd_opt(to, 12, 31)?))
}

/// The unit that holds `day`, moved by `count` units.
pub fn shifted(day: Day, unit: Unit, count: i32) -> Option<Interval> {
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Night | Unit::Day => {
            days(day, i64::from(count)).map(Interval::day)
        }
        Unit::Weekend => weekend(day, count),
        Unit::Week => week(day, count),
        Unit::Fortnight => week(day, count.checked_mul(2)?),
        Unit::Month => months(day, count).map(Interval::month_of),
        Unit::Quarter => {
            let first = NaiveDate::from_ymd_opt(day.year(), (day.month() - 1) / 3 * 3 + 1, 1)?;
            let first = months(first, count.checked_mul(3)?)?;
            month_run(first.year(), first.month(), 3)
        }
        Unit::Half => {
            let first = NaiveDate::from_ymd_opt(day.year(), (day.month() - 1) / 6 * 6 + 1, 1)?;
            let first = months(first, count.checked_mul(6)?)?;
            month_run(first.year(), first.month(), 6)
        }
        Unit::Year => Interval::year(day.year().checked_add(count)?),
        Unit::Decade => {
            let first = day.year().div_euclid(10).checked_add(count)?.checked_mul(10)?;
            years(first, first.checked_add(9)?)
        }
        Unit::Century => None,
    }
}

/// Saturday and Sunday of the week around `day`, moved by `weeks`.
pub fn weekend(day: Day, weeks: i32) -> Option<Interval> {
    let sunday = week(day, weeks)?.to()?;
    Some(Interval::between(days(sunday, -1)?, sunday))
}

/// `day` moved by `count` units, the day kept as well as it can be.
pub fn moved(day: Day, unit: Unit, count: i32) -> Option<Day> {
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Night | Unit::Day | Unit::Weekend => {
            days(day, i64::from(count))
        }
        Unit::Week => days(day, i64::from(count) * 7),
        Unit::Fortnight => days(day, i64::from(count) * 14),
        Unit::Month => months(day, count),
        Unit::Quarter => months(day, count.checked_mul(3)?),
        Unit::Half => months(day, count.checked_mul(6)?),
        Unit::Year => months(day, count.checked_mul(12)?),
        Unit::Decade => months(day, count.checked_mul(120)?),
        Unit::Century => None,
    }
}

/// How finely a unit tells.
pub fn grain(unit: Unit) -> Grain {
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Night | Unit::Day => Grain::Day,
        Unit::Weekend => Grain::Days,
        Unit::Week | Unit::Fortnight => Grain::Week,
        Unit::Month => Grain::Month,
        Unit::Quarter | Unit::Half => Grain::Quarter,
        Unit::Year => Grain::Year,
        Unit::Decade | Unit::Century => Grain::Decade,
    }
}

/// The start, middle or end of a period, by convention: of a week Monday to Wednesday, Wednesday
/// and Thursday, Friday to Sunday; of a month ten days each; of a year January, June and July,
/// December; of a decade three, four and three years.
pub fn part(part: Part, of: Interval, told: Grain) -> Option<(Interval, Grain)> {
    let (first, last) = (of.from()?, of.to()?);
    let from_first = |a, b| Some(Interval::between(days(first, a)?, days(first, b)?));
    Some(match (told, part) {
        (Grain::Week, Part::Early | Part::Earlier) => (from_first(0, 2)?, Grain::Days),
        (Grain::Week, Part::Mid) => (from_first(2, 3)?, Grain::Days),
        (Grain::Week, Part::Late | Part::Later) => (from_first(4, 6)?, Grain::Days),
        (Grain::Month, Part::Early | Part::Earlier) => (from_first(0, 9)?, Grain::Days),
        (Grain::Month, Part::Mid) => (from_first(10, 19)?, Grain::Days),
        (Grain::Month, Part::Late | Part::Later) => (Interval::between(days(first, 20)?, last), Grain::Days),
        (Grain::Year | Grain::Quarter, Part::Early | Part::Earlier) => {
            (Interval::month_of(first), Grain::Month)
        }
        (Grain::Year, Part::Mid) => (month_run(first.year(), 6, 2)?, Grain::Month),
        (Grain::Quarter, Part::Mid) => (Interval::month_of(months(first, 1)?), Grain::Month),
        (Grain::Year | Grain::Quarter, Part::Late | Part::Later) => (Interval::month_of(last), Grain::Month),
        (Grain::Decade, Part::Early | Part::Earlier) => (years(first.year(), first.year() + 2)?, Grain::Year),
        (Grain::Decade, Part::Mid) => (years(first.year() + 3, first.year() + 6)?, Grain::Year),
        (Grain::Decade, Part::Late | Part::Later) => {
            (years(first.year() + 7, first.year() + 9)?, Grain::Year)
        }
        (Grain::Day | Grain::Days, _) => (of, told),
    })
}
