//! Days counted from another day: "hari kedua Lebaran", "H-3 Natal", "two days before Christmas", "two
//! Sundays ago", "tanggal 1 bulan lalu".

use super::{Parsed, absolute, dash, weekdays};
use crate::annotate::dates::lexer::Cursor;
use crate::annotate::dates::lexicon::{Sense, Unit};
use crate::annotate::dates::meaning::{Beside, Meaning};
use crate::calendar::Lang;

pub(super) fn read(c: &Cursor, i: usize) -> Option<Parsed> {
    match c.lang {
        Lang::Id => nth_day(c, i)
            .or_else(|| countdown(c, i))
            .or_else(|| eve(c, i))
            .or_else(|| day_of_month(c, i))
            .or_else(|| apart(c, i)),
        Lang::En => weekdays_ago(c, i).or_else(|| week_apart(c, i)).or_else(|| apart(c, i)),
    }
}

fn from(days: i32, of: Meaning) -> Meaning {
    Meaning::DaysFrom(days, Box::new(of))
}

/// "hari kedua Lebaran".
fn nth_day(c: &Cursor, i: usize) -> Option<Parsed> {
    let (nth, at) = c.ordinal(i + 1).filter(|_| c.is(i, &["hari"]))?;
    let (of, end) = absolute::feast(c, at)?;
    Some((from(i32::try_from(nth).ok()? - 1, of), end))
}

/// "H-3 Lebaran", "H+2 Natal".
fn countdown(c: &Cursor, i: usize) -> Option<Parsed> {
    if !c.is(i, &["h"]) || !c.capital(i) || !c.glued(i + 2) {
        return None;
    }
    let sign = if c.mark(i + 1, &['+']) { 1 } else { dash(c, i + 1).then_some(-1)? };
    let (days, _) = c.digits(i + 2).filter(|d| d.0 < 100)?;
    let (of, end) = absolute::feast(c, i + 3)?;
    Some((from(sign * i32::try_from(days).ok()?, of), end))
}

/// "malam Minggu" is Saturday's night; with a date beside it the date tells the day.
fn eve(c: &Cursor, i: usize) -> Option<Parsed> {
    let day = c.weekday(i + 1).filter(|_| c.is(i, &["malam"]) && c.capital(i + 1))?;
    let told = i.checked_sub(1).is_some_and(|b| c.weekday(b).is_some()) || c.mark(i + 2, &['(']);
    let meaning = Meaning::Weekday { day: (day + 6) % 7, weeks: None, beside: None };
    (!told).then_some((meaning, i + 2))
}

/// "tanggal 1 bulan lalu".
fn day_of_month(c: &Cursor, i: usize) -> Option<Parsed> {
    if !c.is(i, &["tanggal", "tgl"]) || c.unit(i + 2) != Some(Unit::Month) {
        return None;
    }
    let (day, _) = c.digits(i + 1).filter(|d| (1..=31).contains(&d.0))?;
    let count = c.shift(i + 3)?;
    Some((from(i32::try_from(day).ok()? - 1, Meaning::Shifted { unit: Unit::Month, count }), i + 4))
}

/// "tiga hari sebelum Lebaran 2024", "two weeks after Easter", "the day before Christmas".
fn apart(c: &Cursor, i: usize) -> Option<Parsed> {
    let one = c.sense(i, |s| match s {
        Sense::One(unit) => Some(unit),
        _ => None,
    });
    let (count, unit, at) = if let Some(unit) = one {
        (1, unit, i + 1)
    } else if c.is(i, &["day"]) {
        (1, Unit::Day, i + 1)
    } else {
        let (count, at) = c.count(i)?;
        (i32::try_from(count).ok()?, c.unit(at)?, at + 1)
    };
    let days = match unit {
        Unit::Day => count,
        Unit::Week => count.checked_mul(7)?,
        _ => return None,
    };
    let sign = if c.is(at, &["sebelum", "jelang", "menjelang", "before", "ahead"]) {
        -1
    } else {
        c.is(at, &["setelah", "sesudah", "usai", "after"]).then_some(1)?
    };
    let at = if c.is(at + 1, &["of", "perayaan", "hari"]) { at + 2 } else { at + 1 };
    let (of, end) = absolute::feast(c, at).or_else(|| absolute::day_month(c, at))?;
    let single = matches!(of, Meaning::Date { .. } | Meaning::Feast { .. });
    single.then(|| (from(sign * days, of), end))
}

/// "two Sundays ago": the last Sunday is one ago.
fn weekdays_ago(c: &Cursor, i: usize) -> Option<Parsed> {
    let (count, at) = c.count(i).filter(|n| (2..=10).contains(&n.0))?;
    let day = weekdays(c, at).filter(|_| c.is(at + 1, &["ago"]))?;
    let last = Meaning::Weekday { day, weeks: None, beside: Some(Beside::Last) };
    Some((from(-7 * (i32::try_from(count).ok()? - 1), last), at + 2))
}

/// "a week ago Monday", "two weeks from Friday".
fn week_apart(c: &Cursor, i: usize) -> Option<Parsed> {
    let (count, at) = c.count(i).filter(|n| c.unit(n.1) == Some(Unit::Week))?;
    let (sign, beside) = if c.is(at + 1, &["ago"]) {
        (-1, Beside::Last)
    } else {
        c.is(at + 1, &["from"]).then_some((1, Beside::Next))?
    };
    let day = c.weekday(at + 2).filter(|_| c.capital(at + 2))?;
    let whole = Meaning::Weekday { day, weeks: None, beside: Some(beside) };
    Some((from(sign * 7 * i32::try_from(count).ok()?, whole), at + 3))
}
