//! Which names stand under the axis, and where? As many as fit, never one over another.

use super::scale::Scale;
use crate::format;
use crate::messages::words;
use chrono::Datelike;
use sorot_core::view::{Bins, Day, Interval, Lang, Level};

/// A name under the axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// Where it begins, in px.
    pub x: f64,
    /// The name.
    pub text: String,
    /// The days that it names.
    pub days: (Day, Day),
}

/// Px of a character of the axis, on the wide side.
const CHARACTER: f64 = 6.7;
/// Px between two names.
const GAP: f64 = 9.0;

impl Tick {
    /// Where its name ends, in px.
    pub fn end(&self) -> f64 {
        self.x + self.text.chars().count() as f64 * CHARACTER
    }
}

/// The names under the bins of `level`, whose days are `first..=last`, in `width` px: those of the
/// finest level at which all of them fit.
pub fn ticks(scale: &Scale, level: Level, days: (Day, Day), width: f64, lang: Lang) -> Vec<Tick> {
    const LADDER: [Level; 9] = [
        Level::Day,
        Level::Week,
        Level::Month,
        Level::Quarter,
        Level::Years(1),
        Level::Years(10),
        Level::Years(100),
        Level::Years(1000),
        Level::Years(10_000),
    ];
    let start = LADDER.iter().position(|l| *l == level).unwrap_or(0);
    let mut coarsest = Vec::new();
    for level in LADDER.iter().skip(start) {
        coarsest = at(scale, *level, days, lang);
        // The first name may belong to a part of its time only: it gives way to one with the year.
        if !name_first(&mut coarsest, *level, lang) && coarsest.first().is_some_and(|t| t.days.0 < days.0) {
            coarsest.remove(0);
            name_first(&mut coarsest, *level, lang);
        }
        while coarsest.last().is_some_and(|last| last.end() > width) && coarsest.len() > 1 {
            coarsest.pop();
        }
        if coarsest.windows(2).all(|pair| pair[0].end() + GAP <= pair[1].x) {
            return coarsest;
        }
    }
    coarsest.truncate(1);
    coarsest
}

fn at(scale: &Scale, level: Level, (first, last): (Day, Day), lang: Lang) -> Vec<Tick> {
    let bins = Bins::at(level, first.num_days_from_ce(), last.num_days_from_ce());
    bins.days()
        .map(|days| Tick {
            x: scale.x(scale.position(days.0.num_days_from_ce())),
            text: short(days, level, lang),
            days,
        })
        .collect()
}

/// The first name tells the year too, where there is room; says whether there is.
fn name_first(ticks: &mut [Tick], level: Level, lang: Lang) -> bool {
    let room = ticks.get(1).map_or(f64::INFINITY, |second| second.x - GAP);
    let Some(tick) = ticks.first_mut() else { return true };
    let first = tick.days.0;
    let names = match level {
        Level::Day | Level::Week => [format::day(first, lang), format::day_of_year(first, lang)],
        Level::Month | Level::Quarter => {
            let month = format::short_month(first, lang);
            [format!("{month} {}", first.year()), month.to_string()]
        }
        Level::Years(_) => [tick.text.clone(), tick.text.clone()],
    };
    let [long, short] = names;
    tick.text = long;
    let fits = tick.end() <= room;
    if !fits {
        tick.text = short;
    }
    fits
}

/// A name among others: the month only where it changes, the year only in January.
fn short((first, _): (Day, Day), level: Level, lang: Lang) -> String {
    match level {
        Level::Day if first.day() > 1 => first.day().to_string(),
        Level::Day | Level::Week => format::day_of_year(first, lang),
        Level::Month | Level::Quarter if first.month() == 1 => {
            format!("{} {}", format::short_month(first, lang), first.year())
        }
        Level::Month | Level::Quarter => format::short_month(first, lang).to_string(),
        Level::Years(1) => first.year().to_string(),
        Level::Years(_) => words(lang).decade(first.year()),
    }
}

/// A bin in words: "21–27 Apr 2025", "April 2025", "1990-an".
pub fn name((first, last): (Day, Day), level: Level, lang: Lang) -> String {
    match level {
        Level::Month => format::month(first, lang),
        Level::Years(1) => first.year().to_string(),
        Level::Years(10) => words(lang).decade(first.year()),
        Level::Years(_) => format!("{}–{}", first.year(), last.year()),
        Level::Day | Level::Week | Level::Quarter => format::period(Interval::between(first, last), lang),
    }
}

#[cfg(test)]
mod tests {
    use super::super::scale::tests::bins;
    use super::*;

    fn texts(from: &str, to: &str, width: f64) -> Vec<String> {
        let bins = bins(from, to);
        let scale = Scale::new(&bins, width).unwrap();
        let ce = |text: &str| text.parse::<Day>().unwrap().num_days_from_ce();
        let days = (bins[0].first, bins[bins.len() - 1].last);
        let ticks = ticks(&scale, Level::readable(ce(from), ce(to)), days, width, Lang::Id);
        for pair in ticks.windows(2) {
            assert!(pair[0].end() < pair[1].x, "{from} {to} {width}: {pair:?}");
        }
        assert!(ticks.len() < 2 || ticks[ticks.len() - 1].end() <= width, "{ticks:?}");
        ticks.into_iter().map(|t| t.text).collect()
    }

    #[test]
    fn as_many_names_as_fit_never_overlap() {
        assert_eq!(texts("2025-03-17", "2025-03-22", 800.0), ["17 Mar", "18", "19", "20", "21", "22"]);
        let months = ["Mar 2025", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"];
        assert_eq!(texts("2025-03-03", "2025-12-17", 900.0), months);
        assert_eq!(texts("2025-03-03", "2025-12-17", 350.0)[..3], ["Apr", "Mei", "Jun"]);
        assert_eq!(texts("2025-03-03", "2025-12-17", 280.0), ["Apr 2025", "Jul", "Okt"]);
        assert_eq!(texts("1945-08-17", "2025-12-31", 900.0)[..3], ["1950-an", "1960-an", "1970-an"]);
        for days in [0, 1, 3, 10, 40, 100, 200, 700, 2000, 9000, 30_000, 200_000] {
            let from: Day = "1875-05-20".parse().unwrap();
            let to = from.checked_add_days(chrono::Days::new(days)).unwrap();
            for width in [60.0, 120.0, 270.0, 340.0, 700.0, 1400.0] {
                assert!(!texts(&from.to_string(), &to.to_string(), width).is_empty());
            }
        }
    }

    #[test]
    fn a_bin_is_named_in_the_readers_language() {
        let days = |a: &str, b: &str| (a.parse().unwrap(), b.parse().unwrap());
        assert_eq!(name(days("2025-04-21", "2025-04-27"), Level::Week, Lang::Id), "21–27 Apr 2025");
        assert_eq!(name(days("2025-05-01", "2025-05-31"), Level::Month, Lang::En), "May 2025");
        assert_eq!(name(days("1990-01-01", "1999-12-31"), Level::Years(10), Lang::Id), "1990-an");
    }
}
