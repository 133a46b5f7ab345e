//! How does TIMEX3 write the days of a calendar expression?

use super::Kind;
use super::amount::period;
use crate::annotate::dates::lexicon::Unit;
use crate::annotate::dates::meaning::{Expression, Meaning};
use crate::annotate::dates::{resolve, spans};
use crate::annotate::{Published, Timex};
use crate::calendar::{Day, Grain, Interval};
use chrono::Datelike;

/// The kind and value of `e`, which came out at `timex`.
pub(super) fn of(body: &str, e: &Expression, timex: Option<&Timex>, published: &Published) -> (Kind, String) {
    match &e.meaning {
        Meaning::Stretch { unit, count, towards } => stretch(e.span.of(body), *unit, *count, *towards),
        Meaning::CountedFrom(days) => (Kind::Duration, format!("P{days}D")),
        Meaning::Part(_, whole) => {
            // Its start, middle or end is told by a modifier, not by the value.
            let whole = Expression { meaning: (**whole).clone(), ..e.clone() };
            let day = published.when.and_then(Interval::to);
            let value = resolve::value(body, &whole, day, Default::default());
            (Kind::Date, value.map_or_else(|| pattern(&whole.meaning), |v| days(v.value, v.grain)))
        }
        meaning => {
            let value = timex.and_then(|t| {
                Some(match (meaning, t.value?) {
                    (Meaning::Range(from, _), v) if matches!(**from, Meaning::Month { .. }) => {
                        let season = season(e.span.of(body)).zip(v.from());
                        season.map_or_else(|| days(v, t.grain), |(s, from)| format!("{:04}-{s}", from.year()))
                    }
                    // Two days of a range are no weekend, though they may be Saturday and Sunday.
                    (Meaning::Range(..), v) if t.grain == Grain::Days => format!("{}/{}", v.from()?, v.to()?),
                    // The first week of a month is that which holds most of its first seven days.
                    (Meaning::WeekOf(..), v) => week(spans::days(v.from()?, 3)?),
                    (_, v) => days(v, t.grain),
                })
            });
            (Kind::Date, value.unwrap_or_else(|| pattern(meaning)))
        }
    }
}

/// "tiga hari terakhir" lasts; "beberapa hari lalu" lies behind.
fn stretch(words: &str, unit: Unit, count: Option<i32>, towards: i32) -> (Kind, String) {
    let ends =
        |list: &[&str]| list.iter().any(|w| words.len() >= w.len() && words.to_lowercase().ends_with(w));
    if count.is_none() && towards < 0 && ends(&["lalu", "silam", "ago", "sebelumnya", "earlier"]) {
        return (Kind::Date, "PAST_REF".into());
    }
    let count = count.map_or("X".into(), |n| n.unsigned_abs().to_string());
    (Kind::Duration, period(&count, unit).unwrap_or_else(|| "PXX".into()))
}

/// The shortest value that tells an interval.
fn days(interval: Interval, grain: Grain) -> String {
    let (from, to) = match (interval.from(), interval.to()) {
        (Some(from), Some(to)) => (from, to),
        (Some(_), None) => return "FUTURE_REF".into(),
        _ => return "PAST_REF".into(),
    };
    if from == to {
        return from.to_string();
    }
    let whole = |month: u32, months: u32| {
        let last = from.with_day(1).and_then(|d| d.checked_add_months(chrono::Months::new(months)));
        from.day() == 1 && from.month() % month == 1 % month && last.and_then(|d| d.pred_opt()) == Some(to)
    };
    let years = to.year() - from.year();
    match grain {
        Grain::Week if (to - from).num_days() == 6 => week(from),
        Grain::Days if (to - from).num_days() == 1 && from.weekday() == chrono::Weekday::Sat => {
            format!("{}-WE", week(from))
        }
        _ if whole(1, 1) => month(from),
        _ if whole(3, 3) => format!("{:04}-Q{}", from.year(), from.month().div_ceil(3)),
        _ if whole(6, 6) => format!("{:04}-H{}", from.year(), from.month().div_ceil(6)),
        _ if whole(12, 12) => format!("{:04}", from.year()),
        Grain::Decade if years == 9 => format!("{:03}", from.year().div_euclid(10)),
        Grain::Year | Grain::Decade => format!("{:04}/{:04}", from.year(), to.year()),
        Grain::Month | Grain::Quarter => format!("{}/{}", month(from), month(to)),
        _ => format!("{from}/{to}"),
    }
}

/// The code of the season that the words name.
pub(super) fn season(words: &str) -> Option<&'static str> {
    let named = |w: &str| {
        Some(match w.to_lowercase().as_str() {
            "spring" | "semi" => "SP",
            "summer" | "panas" => "SU",
            "autumn" | "fall" | "gugur" => "FA",
            "winter" | "dingin" => "WI",
            _ => return None,
        })
    };
    words.split(' ').find_map(named)
}

fn week(day: Day) -> String {
    let week = day.iso_week();
    format!("{:04}-W{:02}", week.year(), week.week())
}

fn month(day: Day) -> String {
    format!("{:04}-{:02}", day.year(), day.month())
}

/// The value with X for what isn't known without a day of publication.
fn pattern(meaning: &Meaning) -> String {
    match meaning {
        Meaning::Date { day, month, .. } => format!("XXXX-{month:02}-{day:02}"),
        Meaning::Weekday { day, .. } => format!("XXXX-WXX-{}", day + 1),
        Meaning::Month { month, .. } => format!("XXXX-{month:02}"),
        Meaning::Weekend(_) => "XXXX-WXX-WE".into(),
        Meaning::Fraction { nth, of, .. } => format!("XXXX-{}{nth}", if *of == 4 { 'Q' } else { 'H' }),
        Meaning::Shifted { unit, .. } | Meaning::FromPrevious { unit, .. } => match unit {
            Unit::Week | Unit::Fortnight => "XXXX-WXX".into(),
            Unit::Month => "XXXX-XX".into(),
            Unit::Quarter => "XXXX-QX".into(),
            Unit::Year => "XXXX".into(),
            Unit::Decade => "XXX".into(),
            _ => "XXXX-XX-XX".into(),
        },
        Meaning::WeekOf(..) => "XXXX-WXX".into(),
        Meaning::DaysFrom(..) => "XXXX-XX-XX".into(),
        _ => "XXXX".into(),
    }
}
