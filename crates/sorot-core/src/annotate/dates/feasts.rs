//! On which day does a feast fall?

use super::lexicon::Feast;
use crate::calendar::{Day, Interval};
use chrono::{Datelike, Days, NaiveDate};

/// The days of `feast` in the Gregorian `year`: usually one interval, none or two where a lunar
/// year fits so.
pub fn in_year(feast: Feast, year: i32) -> Vec<Interval> {
    match feast {
        Feast::Fixed(month, day) => one(NaiveDate::from_ymd_opt(year, month, day)),
        Feast::Easter(offset) => one(easter(year).and_then(|e| shift(e, offset))),
        Feast::Nth(month, weekday, nth) => one(nth_weekday(year, month, weekday, nth)),
        Feast::Islam(month, day, further) => {
            // A lunar year is 354 or 355 days long: 33 of them make 32 solar ones.
            let hijri = (i64::from(year) - 622) * 33 / 32;
            (hijri - 1..=hijri + 2)
                .filter_map(|h| islamic(h, month, day))
                .filter(|first| first.year() == year)
                .filter_map(|first| Some(Interval::between(first, shift(first, further)?)))
                .collect()
        }
    }
}

fn one(day: Option<Day>) -> Vec<Interval> {
    day.map(Interval::day).into_iter().collect()
}

fn shift(day: Day, days: i64) -> Option<Day> {
    let count = Days::new(days.unsigned_abs());
    if days < 0 { day.checked_sub_days(count) } else { day.checked_add_days(count) }
}

/// Easter Sunday of the Gregorian calendar (Meeus, Jones, Butcher); valid from 1583.
pub fn easter(year: i32) -> Option<Day> {
    let (a, b, c) = (year.rem_euclid(19), year.div_euclid(100), year.rem_euclid(100));
    let (d, e) = (b / 4, b % 4);
    let g = (b - (b + 8) / 25 + 1) / 3;
    let h = (19 * a + b - d - g + 15).rem_euclid(30);
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k).rem_euclid(7);
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    NaiveDate::from_ymd_opt(year, u32::try_from(n / 31).ok()?, u32::try_from(n % 31 + 1).ok()?)
}

/// A day of the tabular (arithmetic) Islamic calendar, civil epoch, leap years 2, 5, 7, 10, 13, 16,
/// 18, 21, 24, 26, 29 of thirty. The sighting of the moon may move it by a day.
fn islamic(year: i64, month: u32, day: u32) -> Option<Day> {
    let (m, d) = (i64::from(month), i64::from(day));
    let julian = (11 * year + 3).div_euclid(30) + 354 * year + 30 * m - (m - 1) / 2 + d + 1_948_440 - 385;
    NaiveDate::from_num_days_from_ce_opt(i32::try_from(julian - 1_721_425).ok()?)
}

fn nth_weekday(year: i32, month: u32, weekday: u8, nth: u32) -> Option<Day> {
    let weekday = chrono::Weekday::try_from(weekday).ok()?;
    NaiveDate::from_weekday_of_month_opt(year, month, weekday, u8::try_from(nth).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(feast: Feast, year: i32, month: u32, day: u32) {
        let found = in_year(feast, year);
        assert_eq!(
            found.first().and_then(|i| i.from()),
            NaiveDate::from_ymd_opt(year, month, day),
            "{feast:?}"
        );
    }

    #[test]
    fn feasts_fall_where_the_almanacs_say() {
        check(Feast::Easter(0), 2000, 4, 23);
        check(Feast::Easter(0), 2008, 3, 23);
        check(Feast::Easter(0), 2019, 4, 21);
        check(Feast::Easter(0), 2024, 3, 31);
        check(Feast::Easter(-2), 2026, 4, 3);
        check(Feast::Islam(10, 1, 0), 2024, 4, 10);
        check(Feast::Islam(9, 1, 29), 2023, 3, 23);
        // The table says the 12th; it was kept on the 11th.
        check(Feast::Islam(12, 10, 0), 2019, 8, 12);
        check(Feast::Nth(11, 3, 4), 2024, 11, 28);
        check(Feast::Fixed(8, 17), 2023, 8, 17);
    }

    #[test]
    fn a_lunar_feast_may_come_twice_in_a_year() {
        assert_eq!(in_year(Feast::Islam(10, 1, 0), 2000).len(), 2);
    }
}
