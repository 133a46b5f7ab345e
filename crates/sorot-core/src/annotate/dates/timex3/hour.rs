//! Hours of the clock and parts of the day: "pukul 10.30 WIB", "3 p.m.", "Jumat malam".

use crate::annotate::dates::lexer::Cursor;
use crate::annotate::dates::lexicon::Sense;
use crate::annotate::dates::parse::past_daypart;
use crate::calendar::Lang;

/// A time of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hour {
    /// Hour, minute and, where told, second.
    Clock(u32, u32, Option<u32>),
    /// As TIMEX3 writes a part of the day: "MO", "NI", "12:00".
    Part(&'static str),
}

impl Hour {
    /// "Monday afternoon at 4:30": the hour of twelve told with a part of the day.
    fn in_part(self, part: Option<Hour>) -> Hour {
        match (self, part) {
            (Hour::Clock(hour @ 1..=11, minute, second), Some(Hour::Part("AF" | "EV"))) => {
                Hour::Clock(hour + 12, minute, second)
            }
            (Hour::Clock(hour @ 6..=11, minute, second), Some(Hour::Part("NI"))) => {
                Hour::Clock(hour + 12, minute, second)
            }
            (told, _) => told,
        }
    }

    /// The TIMEX3 value on a day, which may be a pattern ("XXXX-WXX-1").
    pub(super) fn on(self, day: &str) -> String {
        match self {
            Hour::Clock(hour, minute, None) => format!("{day}T{hour:02}:{minute:02}"),
            Hour::Clock(hour, minute, Some(second)) => format!("{day}T{hour:02}:{minute:02}:{second:02}"),
            Hour::Part(part) => format!("{day}T{part}"),
        }
    }
}

/// Time zones that mark figures as an hour.
const ZONES: [&str; 12] =
    ["wib", "wita", "wit", "gmt", "utc", "est", "edt", "pst", "pdt", "cet", "cest", "bst"];

/// "pukul 10.30 WIB", "jam 7 malam", "10.30 WIB", "tengah malam", "10:30 a.m.", "3 p.m.", "noon".
pub(super) fn clock(c: &Cursor, i: usize) -> Option<(Hour, usize)> {
    if c.is(i, &["tengah"]) {
        let hour = if c.is(i + 1, &["malam"]) { Hour::Clock(24, 0, None) } else { Hour::Clock(12, 0, None) };
        return c.is(i + 1, &["malam", "hari"]).then_some((hour, i + 2));
    }
    if c.lang == Lang::En && c.is(i, &["noon", "midnight"]) {
        return hours(c, i).map(|part| (Hour::Part(part), i + 1));
    }
    let named = c.is(i, &["pukul", "jam"]);
    let told = named || c.lang == Lang::En && i.checked_sub(1).is_some_and(|b| c.is(b, &["at"]));
    let at = if named { i + 1 } else { i };
    let at = if named && c.mark(at, &['.', ':']) && c.glued(at) { at + 1 } else { at };
    // "jam setengah delapan", "pukul sepuluh pagi", "five o'clock"
    let half_past = named && c.is(at, &["setengah"]);
    let spelled =
        |at: usize| c.count(at).filter(|n| n.0 <= 12 && c.digits(at).is_none() && c.unit(n.1).is_none());
    let words = spelled(at + usize::from(half_past)).map(|(n, end)| match half_past {
        true => (n.saturating_sub(1), Some(30), None, end),
        false => (n, None, None, end),
    });
    let words = words.filter(|w| named || c.lang == Lang::En && c.is(w.3, &["o'clock", "o’clock"]));
    let (hour, minute, second, end) = figures(c, at).or(words)?;
    let (half, end) = day_half(c, end, hour);
    let (zone, end) = zone(c, end);
    let hour = half.unwrap_or(hour);
    let sure = match c.lang {
        Lang::Id => told || zone && minute.is_some(),
        // "at 10" may be anything; "at 10:30" an hour.
        Lang::En => half.is_some() || zone || minute.is_some() && (told || colon(c, at)),
    };
    sure.then_some((Hour::Clock(hour, minute.unwrap_or(0), second), end))
}

fn colon(c: &Cursor, at: usize) -> bool {
    c.mark(at + 1, &[':'])
}

/// "10", "10.30", "10:30:15", "1030" before a zone.
fn figures(c: &Cursor, at: usize) -> Option<(u32, Option<u32>, Option<u32>, usize)> {
    let (n, digits) = c.digits(at)?;
    if digits == 4 && c.lang == Lang::En && c.is(at + 1, &["gmt", "utc", "hours"]) {
        return (n / 100 <= 24 && n % 100 < 60).then_some((n / 100, Some(n % 100), None, at + 1));
    }
    if digits > 2 || n > 24 {
        return None;
    }
    let part = |at: usize| {
        let glued = c.mark(at, &['.', ':']) && c.glued(at) && c.glued(at + 1);
        c.digits(at + 1).filter(|(n, digits)| glued && *digits == 2 && *n < 60).map(|(n, _)| n)
    };
    let Some(minute) = part(at + 1) else {
        // "jam 10,5" and "pukul 10/11" are no hours.
        let glued = c.glued(at + 1) && c.glued(at + 2) && c.digits(at + 2).is_some();
        return (!glued || c.mark(at + 1, &['-', '–'])).then_some((n, None, None, at + 1));
    };
    match part(at + 3) {
        Some(second) => Some((n, Some(minute), Some(second), at + 5)),
        None => Some((n, Some(minute), None, at + 3)),
    }
}

/// "malam", "sore", "a.m.", "p.m." after figures: the hour of 24 and the token after it.
fn day_half(c: &Cursor, at: usize, hour: u32) -> (Option<u32>, usize) {
    let noon = |pm: bool| match (pm, hour) {
        (true, 1..=11) => hour + 12,
        (false, 12) => 0,
        _ => hour,
    };
    if c.lang == Lang::Id {
        let Some(part) = hours(c, at) else { return (None, at) };
        let pm = match part {
            "AF" => hour <= 6,
            "EV" => true,
            "NI" => hour >= 6,
            _ => false,
        };
        let whole = if part == "NI" && hour == 12 { 24 } else { noon(pm) };
        let end = past_daypart(c, at);
        return if end > at { (Some(whole), end) } else { (None, at) };
    }
    let half = |word: &str| match word {
        w if w.eq_ignore_ascii_case("am") => Some(false),
        w if w.eq_ignore_ascii_case("pm") => Some(true),
        _ => None,
    };
    if let Some(pm) = half(c.text(at)) {
        return (Some(noon(pm)), at + 1);
    }
    let dotted = c.is(at, &["a", "p"]) && c.mark(at + 1, &['.']) && c.glued(at + 1) && c.is(at + 2, &["m"]);
    if dotted {
        // The stop may end the sentence; it belongs to the word all the same.
        let end = if c.mark(at + 3, &['.']) && c.glued(at + 3) { at + 4 } else { at + 3 };
        return (Some(noon(c.is(at, &["p"]))), end);
    }
    if c.is(at, &["o'clock", "o’clock"]) {
        return (Some(hour), at + 1);
    }
    (None, at)
}

/// "WIB", "GMT", "waktu setempat", "local time" after figures.
fn zone(c: &Cursor, at: usize) -> (bool, usize) {
    if c.is(at, &ZONES) {
        return (true, at + 1);
    }
    let local = c.is(at, &["waktu"]) && c.is(at + 1, &["setempat"])
        || c.is(at, &["local"]) && c.is(at + 1, &["time"]);
    if local { (true, at + 2) } else { (false, at) }
}

/// The part of the day at `i`, as TIMEX3 writes it.
pub(super) fn hours(c: &Cursor, i: usize) -> Option<&'static str> {
    c.sense(i, |s| match s {
        Sense::Hours(part) => Some(part),
        _ => None,
    })
}

/// Words between an hour and its day: a comma, "pada", "on".
pub(super) fn link(c: &Cursor, at: usize) -> usize {
    let at = if c.mark(at, &[',']) { at + 1 } else { at };
    if c.is(at, &["pada", "on"]) { at + 1 } else { at }
}

/// The hour inside or right after a day that stands at `from..end`, and the token after both:
/// "Jumat malam", "Minggu (28/12) sekitar pukul 07.00 WIB".
pub(super) fn beside(c: &Cursor, from: usize, end: usize) -> (Option<Hour>, usize) {
    if c.mark(from, &['(']) {
        return (None, end);
    }
    let inside = (from..end).take(8).find_map(|i| hours(c, i)).map(Hour::Part);
    let (part, end) = match hours(c, end).filter(|_| inside.is_none()) {
        Some(part) if past_daypart(c, end) > end => (Some(Hour::Part(part)), past_daypart(c, end)),
        _ => (inside, end),
    };
    let at = if c.mark(end, &[',']) { end + 1 } else { end };
    let at = if c.is(at, &["pada"]) { at + 1 } else { at };
    let at = if c.is(at, &["sekitar", "sekira", "around", "about", "at"]) { at + 1 } else { at };
    let told = at == end || c.is(at, &["pukul", "jam"]) || c.is(at - 1, &["at"]);
    match clock(c, at).filter(|_| told) {
        Some((hour, end)) => (Some(hour.in_part(part)), end),
        None => (part, end),
    }
}

/// A part of a day by itself: "pada siang hari", "hingga malam", "in the morning".
pub(super) fn part(c: &Cursor, i: usize) -> Option<(Hour, usize)> {
    // "Dialog Dini Hari" is a name.
    let part = hours(c, i).filter(|_| !c.capital(i) || c.initial(i))?;
    let end = past_daypart(c, i);
    let before = |words: &[&str]| i.checked_sub(1).is_some_and(|b| c.is(b, words));
    let told = match c.lang {
        Lang::Id => {
            end > i + 1
                || before(&["pada", "sepanjang", "hingga", "sampai", "sejak", "menjelang", "dari"])
                || c.is(end, &["itu"])
        }
        Lang::En => {
            before(&["the", "at", "by", "that"])
                && c.is(i, &["morning", "afternoon", "evening", "night", "dawn", "dusk"])
        }
    };
    let end = if c.lang == Lang::Id && c.is(end, &["itu"]) { end + 1 } else { end };
    (told && end > i).then_some((Hour::Part(part), end))
}
