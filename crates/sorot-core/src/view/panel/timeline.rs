//! What happened when.

use super::line::{Line, LineKind};
use super::teller::Teller;
use crate::calendar::{Day, Grain, Interval, Lang, long_day, month_name};
use crate::index::told::When;
use crate::summary::Selection;
use crate::summary::events::{self, TimelineEvent};
use chrono::Datelike;

/// The dated events that are told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimelineView {
    /// By day.
    pub events: Vec<EventView>,
    /// Events in all, the ones that aren't shown too.
    pub total: u32,
    /// Events that don't name the actors asked for; not counted in `total`.
    pub others: u32,
}

/// One event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventView {
    /// Where it is told; its head is when, and whether it was still to come.
    pub line: Line,
    /// The days.
    pub days: Interval,
    /// How finely they are told.
    pub grain: Grain,
    /// The days in words, no finer than they are told.
    pub when: String,
    /// Whether it was still to come.
    pub planned: bool,
}

pub(super) fn timeline(teller: Teller, selection: &Selection) -> TimelineView {
    let found = events::timeline(selection);
    let event = |event: &TimelineEvent| {
        let When { days, grain, planned } = event.when;
        let line = teller.line(LineKind::Event, &event.told, head(event.when, teller.lang))?;
        Some(EventView { line, days, grain, when: self::days(days, grain, teller.lang), planned })
    };
    TimelineView {
        events: found.events.iter().filter_map(event).collect(),
        total: found.total,
        others: found.others,
    }
}

/// When, and whether it was still to come.
pub(super) fn head(when: When, lang: Lang) -> String {
    let told = days(when.days, when.grain, lang);
    match (when.planned, lang) {
        (false, _) => told,
        (true, Lang::Id) => format!("{told} (rencana)"),
        (true, Lang::En) => format!("{told} (planned)"),
    }
}

/// The days in words, as finely as they are told: "25 April 2025", "April 2025", "2025".
pub(super) fn days(days: Interval, grain: Grain, lang: Lang) -> String {
    let month = |day: Day| format!("{} {}", month_name(day.month(), lang), day.year());
    let (from, to) = match (days.from(), days.to(), lang) {
        (Some(from), Some(to), _) => (from, to),
        (Some(from), None, Lang::Id) => return format!("mulai {}", long_day(from, lang)),
        (Some(from), None, Lang::En) => return format!("from {}", long_day(from, lang)),
        (None, Some(to), Lang::Id) => return format!("sampai {}", long_day(to, lang)),
        (None, Some(to), Lang::En) => return format!("until {}", long_day(to, lang)),
        (None, None, _) => return String::new(),
    };
    match grain {
        Grain::Year if from.year() == to.year() => from.year().to_string(),
        Grain::Month if from.month() == to.month() => month(from),
        _ if from == to => long_day(from, lang),
        _ if (from.year(), from.month()) == (to.year(), to.month()) => {
            format!("{}–{}", from.day(), long_day(to, lang))
        }
        _ => format!("{} – {}", long_day(from, lang), long_day(to, lang)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_told_as_finely_as_they_are_known() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let between = |a: &str, b: &str| Interval::between(day(a), day(b));
        let told = |interval, grain| days(interval, grain, Lang::Id);
        assert_eq!(told(between("2031-05-06", "2031-05-06"), Grain::Day), "6 Mei 2031");
        assert_eq!(told(between("2031-05-05", "2031-05-11"), Grain::Week), "5–11 Mei 2031");
        assert_eq!(told(between("2031-05-26", "2031-06-01"), Grain::Week), "26 Mei 2031 – 1 Juni 2031");
        assert_eq!(told(between("2031-05-01", "2031-05-31"), Grain::Month), "Mei 2031");
        assert_eq!(told(between("2031-01-01", "2031-12-31"), Grain::Year), "2031");
        assert_eq!(told(Interval::since(day("2031-05-06")), Grain::Day), "mulai 6 Mei 2031");
        assert_eq!(told(Interval::until(day("2031-05-06")), Grain::Day), "sampai 6 Mei 2031");
    }
}
