//! Weekdays, with the date, the part of the day or the week beside them: "Jumat (11/4)".

use super::absolute::{day_month, figure_range, figures};
use super::{Parsed, before, beside, dash, joins, past_daypart};
use crate::annotate::dates::lexer::Cursor;
use crate::annotate::dates::lexicon::{Sense, Unit};
use crate::annotate::dates::meaning::{Beside, Meaning};
use crate::calendar::Lang;

/// The days of the Javanese week of five, beside those of the seven: "Jumat Kliwon".
const PASARAN: [&str; 5] = ["kliwon", "legi", "pahing", "pon", "wage"];

pub(super) fn read(c: &Cursor, i: usize) -> Option<Parsed> {
    // "besok Sabtu (29/10)".
    let deictic = c.is(i, &["besok", "esok", "kemarin"]);
    let prefixed = c.is(i, &["hari"]) || deictic && c.capital(i + 1);
    // "the following Sunday", "Senin berikutnya": told from the date named before.
    if c.lang == Lang::En
        && c.is(i, &["following"])
        && let Some(day) = c.weekday(i + 1).filter(|_| c.capital(i + 1))
    {
        let end = past_daypart(c, i + 2);
        return Some((Meaning::Weekday { day, weeks: None, beside: Some(Beside::Following) }, end));
    }
    // "this coming Friday", "this past Monday".
    let begin = if c.is(i, &["this"]) && c.is(i + 1, &["coming", "past"]) { i + 1 } else { i };
    let first = before(c, begin);
    let at = if prefixed || first.is_some() { begin + 1 } else { begin };
    let day = name(c, i, at, prefixed)?;
    let mut end = at + 1;
    if first.is_none()
        && let Some(range) = to_weekday(c, day, end)
    {
        return Some(range);
    }
    if c.lang == Lang::En && c.mark(end, &['.']) && c.glued(end) && c.text(at).len() <= 5 {
        end += 1;
    }
    if c.is(end, &PASARAN) {
        end += 1;
    }
    end = past_daypart(c, end);
    let mut told = first;
    let mut weeks = None;
    if let Some((count, after)) = week_beside(c, end) {
        (weeks, end) = (Some(count), after);
    } else if let Some((found, after)) = beside(c, end).filter(|b| !matches!(b.0, super::Beside::Years(_))) {
        let following = c.lang == Lang::Id && c.is(end, &["berikutnya", "selanjutnya"]);
        (told, end) = (Some(if following { Beside::Following } else { found }), after);
    }
    end = past_daypart(c, end);
    if let Some((meaning, after)) = dated(c, end) {
        // "Rabu (11/10) kemarin": the date says it more exactly.
        let after = if c.is(after, &["kemarin", "besok"]) { after + 1 } else { after };
        return Some((with_weekday(meaning, day), after));
    }
    Some((Meaning::Weekday { day, weeks, beside: told }, end))
}

/// "Senin-Rabu", "Sabtu dan Minggu (12-13/8)": a weekday's range from the token after it on. Two days that only a
/// word joins are two expressions.
fn to_weekday(c: &Cursor, day: u8, at: usize) -> Option<Parsed> {
    let to = c.weekday(at + 1).filter(|_| c.capital(at + 1))?;
    let one = |day| Box::new(Meaning::Weekday { day, weeks: None, beside: None });
    match dated(c, at + 2) {
        Some((range @ Meaning::Range(..), end)) if joins(c, at) || c.is(at, &["dan", "and"]) => {
            Some((with_weekday(range, day), end))
        }
        Some((single, end)) if dash(c, at) => {
            Some((Meaning::Range(one(day), Box::new(with_weekday(single, to))), end))
        }
        None if dash(c, at) => Some((Meaning::Range(one(day), one(to)), at + 2)),
        _ => None,
    }
}

/// The weekday at `at`, unless its word means something else here. `i` is where the expression
/// starts.
fn name(c: &Cursor, i: usize, at: usize, prefixed: bool) -> Option<u8> {
    let day = c.weekday(at)?;
    if c.lang == Lang::En {
        let full = c.text(at).len() > 5;
        let dated = c.mark(at + 1, &['.', ',']) && (c.month(at + 2).is_some() || c.digits(at + 2).is_some())
            || c.month(at + 1).is_some()
            || c.digits(at + 1).is_some();
        return (c.capital(at) && (full || dated)).then_some(day);
    }
    if !c.is(at, &["minggu"]) || prefixed {
        // "hari Minggu"; no other name of a day means anything else.
        return (prefixed || c.capital(at) || !c.is(at, &["ahad"])).then_some(day);
    }
    let counted = i.checked_sub(1).is_some_and(|b| {
        c.count(b).is_some()
            || c.has(b, Sense::Few)
            || c.has(b, Sense::Every)
            || c.part(b).is_some()
            || c.is(b, &["puluh", "belas"])
    });
    let repeated = dash(c, at + 1) && c.is(at + 2, &["minggu"]);
    let week =
        c.initial(at) && (c.shift(at + 1).is_some() || c.is(at + 1, &["yang"])) && !c.mark(at + 2, &['(']);
    let ranked = c.sense(at + 1, |s| matches!(s, Sense::Ordinal(_)).then_some(())).is_some();
    (c.capital(at) && !counted && !repeated && !week && !ranked).then_some(day)
}

/// "pekan lalu", "minggu depan", "of last week" after a weekday.
fn week_beside(c: &Cursor, i: usize) -> Option<(i32, usize)> {
    let at = if c.is(i, &["of"]) { i + 1 } else { i };
    if c.lang == Lang::En {
        let shift = c.shift(at)?;
        return (c.unit(at + 1) == Some(Unit::Week)).then_some((shift, at + 2));
    }
    // "Kamis dua pekan lalu"
    if let Some((count, at)) = c.count(at).filter(|n| n.0 < 10 && c.unit(n.1) == Some(Unit::Week)) {
        return c.is(at + 1, &["lalu", "silam"]).then_some((-i32::try_from(count).ok()?, at + 2));
    }
    let shift = c.shift(at + 1)?;
    (c.unit(at) == Some(Unit::Week)).then_some((shift, at + 2))
}

/// A day and month after a weekday or "today": in brackets, after a comma, or at once.
pub(super) fn dated(c: &Cursor, i: usize) -> Option<Parsed> {
    let i = if c.mark(i, &[',']) && c.mark(i + 1, &['(']) { i + 1 } else { i };
    if c.mark(i, &['(', '[']) {
        let at = if c.is(i + 1, &["tanggal", "tgl"]) { i + 2 } else { i + 1 };
        let found = figure_range(c, at).or_else(|| figures(c, at, true));
        let (meaning, end) = found.or_else(|| day_month(c, at))?;
        return c.mark(end, &[')', ']']).then_some((meaning, end + 1));
    }
    let at = if c.mark(i, &[',']) { i + 1 } else { i };
    let at = if c.is(at, &["tanggal", "tgl", "the"]) { at + 1 } else { at };
    day_month(c, at).or_else(|| figures(c, at, true))
}

/// The date with its weekday; a range keeps it for its first day.
pub(super) fn with_weekday(meaning: Meaning, name: u8) -> Meaning {
    match meaning {
        Meaning::Date { day, month, year, either, beside, .. } => {
            Meaning::Date { day, month, year, weekday: Some(name), either, beside }
        }
        Meaning::Range(from, to) => Meaning::Range(Box::new(with_weekday(*from, name)), to),
        other => other,
    }
}
