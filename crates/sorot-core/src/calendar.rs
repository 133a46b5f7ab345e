//! What is a day, a period, a language's name for them?

use chrono::Datelike;
use serde::{Deserialize, Serialize};

/// A day of the proleptic Gregorian calendar, without time or zone.
pub use chrono::NaiveDate as Day;

/// The languages that Sorot reads and speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Lang {
    /// Indonesian.
    #[default]
    Id,
    /// English.
    En,
}

impl Lang {
    /// The BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Lang::Id => "id",
            Lang::En => "en",
        }
    }

    /// The language of a BCP 47 tag, by its first subtag; `None` for one that Sorot doesn't read.
    pub fn from_tag(tag: &str) -> Option<Lang> {
        match tag.split(['-', '_']).next()?.to_ascii_lowercase().as_str() {
            "id" | "in" | "ind" => Some(Lang::Id),
            "en" | "eng" => Some(Lang::En),
            _ => None,
        }
    }
}

/// How finely a date is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Grain {
    /// One day (or a part of it).
    Day,
    /// A few days: a weekend, the start of a week.
    Days,
    /// A week, Monday to Sunday (ISO 8601).
    Week,
    /// A calendar month.
    Month,
    /// Three calendar months.
    Quarter,
    /// A calendar year.
    Year,
    /// Ten years.
    Decade,
}

impl Grain {
    /// All, from fine to coarse.
    pub const ALL: [Grain; 7] =
        [Grain::Day, Grain::Days, Grain::Week, Grain::Month, Grain::Quarter, Grain::Year, Grain::Decade];

    /// The word in machine-readable output.
    pub fn code(self) -> &'static str {
        match self {
            Grain::Day => "day",
            Grain::Days => "days",
            Grain::Week => "week",
            Grain::Month => "month",
            Grain::Quarter => "quarter",
            Grain::Year => "year",
            Grain::Decade => "decade",
        }
    }
}

/// A closed interval of days that may be open at one end, never at both, and never runs backwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "Ends")]
pub struct Interval {
    #[serde(with = "wire::maybe")]
    from: Option<Day>,
    #[serde(with = "wire::maybe")]
    to: Option<Day>,
}

/// What a pack says is an interval; anybody can make one.
#[derive(Deserialize)]
struct Ends {
    #[serde(with = "wire::maybe")]
    from: Option<Day>,
    #[serde(with = "wire::maybe")]
    to: Option<Day>,
}

impl TryFrom<Ends> for Interval {
    type Error = &'static str;

    fn try_from(Ends { from, to }: Ends) -> Result<Interval, &'static str> {
        let known = from.or(to).is_some();
        let forwards = from.zip(to).is_none_or(|(from, to)| from <= to);
        if known && forwards { Ok(Interval { from, to }) } else { Err("no such interval") }
    }
}

impl Interval {
    /// One day.
    pub fn day(day: Day) -> Interval {
        Interval { from: Some(day), to: Some(day) }
    }

    /// Both ends in; swapped ends are put in order.
    pub fn between(a: Day, b: Day) -> Interval {
        Interval { from: Some(a.min(b)), to: Some(a.max(b)) }
    }

    /// From `day` on, no end known.
    pub fn since(day: Day) -> Interval {
        Interval { from: Some(day), to: None }
    }

    /// Up to `day`, no start known.
    pub fn until(day: Day) -> Interval {
        Interval { from: None, to: Some(day) }
    }

    /// The calendar month that holds `day`.
    pub fn month_of(day: Day) -> Interval {
        let first = day.with_day(1).unwrap_or(day);
        let last = first.checked_add_months(chrono::Months::new(1)).and_then(|d| d.pred_opt()).unwrap_or(day);
        Interval::between(first, last)
    }

    /// The calendar year; `None` outside chrono's range (±262,000).
    pub fn year(year: i32) -> Option<Interval> {
        Some(Interval::between(Day::from_ymd_opt(year, 1, 1)?, Day::from_ymd_opt(year, 12, 31)?))
    }

    /// First day, if known.
    pub fn from(self) -> Option<Day> {
        self.from
    }

    /// Last day, if known.
    pub fn to(self) -> Option<Day> {
        self.to
    }

    /// The first known end: what a list sorts by.
    pub fn sort_day(self) -> Day {
        self.from.or(self.to).unwrap_or_default()
    }

    /// Number of days, 1 for a single day; `None` where an end is open.
    pub fn days(self) -> Option<i64> {
        Some((self.to? - self.from?).num_days() + 1)
    }

    /// Whether the two share at least one day.
    pub fn overlaps(self, other: Interval) -> bool {
        let before =
            |end: Option<Day>, start: Option<Day>| matches!((end, start), (Some(e), Some(s)) if e < s);
        !before(self.to, other.from) && !before(other.to, self.from)
    }

    /// Whether `day` lies in it.
    pub fn holds(self, day: Day) -> bool {
        self.overlaps(Interval::day(day))
    }
}

const MONTHS_ID: [&str; 12] = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The full name of month `month` (1 to 12; others are clamped) in `lang`.
pub fn month_name(month: u32, lang: Lang) -> &'static str {
    let names = match lang {
        Lang::Id => &MONTHS_ID,
        Lang::En => &MONTHS_EN,
    };
    names[(month.clamp(1, 12) - 1) as usize]
}

/// "11 April 2025", the same order in both languages (as news writes it outside the USA).
pub fn long_day(day: Day, lang: Lang) -> String {
    format!("{} {} {}", day.day(), month_name(day.month(), lang), day.year())
}

/// The day that is written as in ISO 8601, "2025-03-01"; only that form: "2025-3-1" and years of five digits are
/// somebody's guess.
pub fn day_of(text: &str) -> Option<Day> {
    let &[a, b, c, d, b'-', e, f, b'-', g, h] = text.as_bytes() else { return None };
    let number = |digits: &[u8]| {
        digits.iter().try_fold(0u32, |sum, b| b.is_ascii_digit().then(|| sum * 10 + u32::from(b - b'0')))
    };
    Day::from_ymd_opt(number(&[a, b, c, d])? as i32, number(&[e, f])?, number(&[g, h])?)
}

/// Days in a pack are whole numbers, counted from 31 December of the year before 1 as in chrono (the *Rata Die* of
/// Reingold and Dershowitz, Calendrical Calculations): half the bytes of a written date, and no reader of dates in the
/// page's program. Forms that people read keep the written date.
pub mod wire {
    use super::{Day, day_of};
    use chrono::Datelike;
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    fn day_at<E: Error>(number: i32) -> Result<Day, E> {
        Day::from_num_days_from_ce_opt(number).ok_or_else(|| E::custom("no such day"))
    }

    /// Writes a day; fails only where the writer does.
    pub fn serialize<S: Serializer>(day: &Day, to: S) -> Result<S::Ok, S::Error> {
        if to.is_human_readable() { to.collect_str(day) } else { to.serialize_i32(day.num_days_from_ce()) }
    }

    /// Reads a day; a number outside chrono's range (±262,000 years) is an error.
    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Day, D::Error> {
        if from.is_human_readable() {
            day_of(&String::deserialize(from)?).ok_or_else(|| D::Error::custom("no such day"))
        } else {
            day_at(i32::deserialize(from)?)
        }
    }

    #[derive(Serialize, Deserialize)]
    #[serde(transparent)]
    struct Wire(#[serde(with = "crate::calendar::wire")] Day);

    /// A day that may be unknown.
    pub mod maybe {
        use super::*;

        /// Writes a day or nothing.
        pub fn serialize<S: Serializer>(day: &Option<Day>, to: S) -> Result<S::Ok, S::Error> {
            match day {
                Some(day) => to.serialize_some(&Wire(*day)),
                None => to.serialize_none(),
            }
        }

        /// Reads a day or nothing.
        pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Day>, D::Error> {
            Ok(Option::<Wire>::deserialize(from)?.map(|wire| wire.0))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(y: i32, m: u32, d: u32) -> Day {
        Day::from_ymd_opt(y, m, d).unwrap()
    }

    #[test]
    fn an_open_end_overlaps_all_that_follows() {
        let open = Interval::since(day(2025, 3, 17));
        assert!(open.holds(day(2099, 1, 1)));
        assert!(!open.holds(day(2025, 3, 16)));
        assert_eq!(open.days(), None);
    }

    #[test]
    fn a_month_ends_on_its_last_day() {
        let february = Interval::month_of(day(2024, 2, 10));
        assert_eq!(february, Interval::between(day(2024, 2, 1), day(2024, 2, 29)));
    }

    #[test]
    fn days_are_written_in_the_readers_language() {
        assert_eq!(long_day(day(2025, 5, 9), Lang::Id), "9 Mei 2025");
        assert_eq!(long_day(day(2025, 5, 9), Lang::En), "9 May 2025");
    }

    #[test]
    fn a_day_is_read_in_one_form_only() {
        assert_eq!(day_of("2025-03-01"), Some(day(2025, 3, 1)));
        assert_eq!(day_of("0001-12-31"), Some(day(1, 12, 31)));
        for other in
            ["2025-02-29", "2025-3-1", "12025-3-1", "2025-03-1 ", "+025-03-01", "2025/03/01", "", "२०२५"]
        {
            assert_eq!(day_of(other), None, "{other}");
        }
    }

    #[test]
    fn days_travel_as_numbers_and_are_read_as_dates() {
        for interval in [
            Interval::day(day(2025, 3, 1)),
            Interval::since(day(1, 1, 1)),
            Interval::until(day(9999, 12, 31)),
        ] {
            let bytes = postcard::to_allocvec(&interval).unwrap();
            assert!(bytes.len() <= 10, "{bytes:?}");
            assert_eq!(postcard::from_bytes::<Interval>(&bytes), Ok(interval));
            let text = serde_json::to_string(&interval).unwrap();
            assert_eq!(serde_json::from_str::<Interval>(&text).unwrap(), interval, "{text}");
        }
        let far = postcard::to_allocvec(&(Some(i32::MAX), None::<i32>)).unwrap();
        assert!(postcard::from_bytes::<Interval>(&far).is_err());
        for other in [
            r#"{"from":"2025-02-30","to":null}"#,
            r#"{"from":null,"to":null}"#,
            r#"{"from":"2025-02-02","to":"2025-02-01"}"#,
        ] {
            assert!(serde_json::from_str::<Interval>(other).is_err(), "{other}");
        }
    }
}
