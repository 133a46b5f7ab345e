//! Days and periods told from the day of writing: "kemarin", "pekan lalu", "tiga hari lagi".

use super::weekday::dated;
use super::{Parsed, dash, past_daypart};
use crate::annotate::dates::lexer::Cursor;
use crate::annotate::dates::lexicon::{Sense, Unit};
use crate::annotate::dates::meaning::Meaning;
use crate::calendar::Lang;

pub(super) fn read(c: &Cursor, i: usize) -> Option<Parsed> {
    let (meaning, end) =
        same(c, i).or_else(|| day(c, i)).or_else(|| counted(c, i)).or_else(|| match c.lang {
            Lang::Id => unit_shifted(c, i),
            Lang::En => shifted_unit(c, i),
        })?;
    // "hari ini (11/4)": the day in brackets says the same more exactly.
    if matches!(meaning, Meaning::Shifted { unit: Unit::Day, .. })
        && (c.mark(end, &['(']) || c.mark(end, &[',']))
        && let Some((date, end)) = dated(c, end)
    {
        return Some((date, end));
    }
    Some((meaning, end))
}

/// Whether nothing follows that belongs to the words before `i`: a mark, a verb or another clause.
fn ends(c: &Cursor, i: usize) -> bool {
    let article = c.is(i, &["the", "a", "an", "his", "her", "its", "their", "yesterday", "tomorrow"]);
    !article && !c.capital(i) && c.digits(i).is_none()
}

fn days(count: i32) -> Meaning {
    Meaning::Shifted { unit: Unit::Day, count }
}

/// A single day: "kemarin", "besok pagi", "tadi malam", "malam ini", "hari ini", "last night".
fn day(c: &Cursor, i: usize) -> Option<Parsed> {
    if c.lang == Lang::En {
        let day_before = c.is(i, &["day"]) && c.is(i + 1, &["before"]) && c.is(i + 2, &["yesterday"]);
        let day_after = c.is(i, &["day"]) && c.is(i + 1, &["after"]) && c.is(i + 2, &["tomorrow"]);
        if day_before || day_after {
            return Some((days(if day_before { -2 } else { 2 }), i + 3));
        }
        if c.is(i, &["last"]) && c.unit(i + 1) == Some(Unit::Night) {
            return Some((days(-1), i + 2));
        }
        if c.is(i, &["this"]) && c.has(i + 1, Sense::Daypart) {
            return Some((days(0), i + 2));
        }
    } else {
        let part = |at| c.has(at, Sense::Daypart);
        if c.is(i, &["tadi", "nanti"]) && part(i + 1) {
            let past_night = c.is(i, &["tadi"]) && c.is(i + 1, &["malam"]);
            return Some((days(if past_night { -1 } else { 0 }), past_daypart(c, i + 1)));
        }
        let end = past_daypart(c, i);
        if end > i && c.is(end, &["ini", "tadi", "nanti", "kemarin"]) {
            let past = c.is(end, &["kemarin"]) || c.is(end, &["tadi"]) && c.is(i, &["malam"]);
            return Some((days(if past { -1 } else { 0 }), end + 1));
        }
        if c.is(i, &["hari"]) && c.is(i + 1, &["ini"]) {
            return Some((days(0), i + 2));
        }
        if c.is(i, &["lusa"]) && c.is(i + 1, &["kemarin"]) || c.is(i, &["kemarin"]) && c.is(i + 1, &["lusa"])
        {
            return Some((days(-2), i + 2));
        }
    }
    let count = c.sense(i, |s| match s {
        Sense::Deictic(n) => Some(i32::from(n)),
        _ => None,
    })?;
    let end = if c.is(i + 1, &["hari"]) && c.is(i, &["esok", "besok"]) { i + 2 } else { i + 1 };
    Some((days(count), past_daypart(c, end)))
}

/// "hari yang sama", "pekan itu", "the same day": told from the date named before.
fn same(c: &Cursor, i: usize) -> Option<Parsed> {
    let whole = |unit| matches!(unit, Unit::Day | Unit::Week | Unit::Month | Unit::Year);
    if c.lang == Lang::En {
        if c.is(i, &["same"]) {
            let unit = c.unit(i + 1).filter(|u| whole(*u))?;
            return Some((Meaning::FromPrevious { unit, count: 0 }, i + 2));
        }
        // "that day", but not "said that day and night …" at the start of a clause of its own.
        if c.is(i, &["that"])
            && let Some(unit) = c.unit(i + 1).filter(|u| whole(*u))
        {
            return Some((Meaning::FromPrevious { unit, count: 0 }, i + 2));
        }
        if c.is(i, &["that"]) && c.has(i + 1, Sense::Daypart) {
            return Some((Meaning::FromPrevious { unit: Unit::Day, count: 0 }, i + 2));
        }
        let day = c.unit(i).is_some_and(|u| matches!(u, Unit::Day | Unit::Night)) || c.has(i, Sense::Daypart);
        let the = i.checked_sub(1).is_some_and(|b| c.is(b, &["the"]));
        // "the night before", "the day after", and nothing that they are before or after.
        if the && day && c.is(i + 1, &["before", "after"]) && ends(c, i + 2) {
            let count = if c.is(i + 1, &["before"]) { -1 } else { 1 };
            return Some((Meaning::FromPrevious { unit: Unit::Day, count }, i + 2));
        }
        let (count, only_days) = match () {
            () if c.is(i, &["following"]) => (1, false),
            () if c.is(i, &["next"]) => (1, true),
            () if c.is(i, &["previous", "preceding"]) => (-1, false),
            () => return None,
        };
        let part = c.has(i + 1, Sense::Daypart).then_some(Unit::Day).filter(|_| the);
        let unit = part.or_else(|| c.unit(i + 1)).filter(|u| whole(*u) && !c.text(i + 1).ends_with('s'))?;
        let fits = unit == Unit::Day || the && !only_days;
        return fits.then_some((Meaning::FromPrevious { unit, count }, i + 2));
    }
    let morrow = c.is(i, &["keesokan"]) && c.is(i + 1, &["hari", "harinya"])
        || c.is(i, &["esok"]) && c.is(i + 1, &["harinya"]);
    if morrow {
        return Some((Meaning::FromPrevious { unit: Unit::Day, count: 1 }, i + 2));
    }
    let unit = c.unit(i).filter(|u| whole(*u))?;
    if c.is(i, &["minggu"]) && c.capital(i) && !c.initial(i) {
        return None;
    }
    if c.is(i + 1, &["yang"]) && c.is(i + 2, &["sama"]) {
        return Some((Meaning::FromPrevious { unit, count: 0 }, i + 3));
    }
    let repeated = i.checked_sub(1).is_some_and(|b| dash(c, b) || c.count(b).is_some());
    let next = c.is(i + 1, &["berikutnya", "selanjutnya"]) && !repeated;
    if next {
        return Some((Meaning::FromPrevious { unit, count: 1 }, i + 2));
    }
    let told = c.is(i + 1, &["itu"])
        && (c.initial(i)
            || i.checked_sub(1).is_some_and(|b| c.is(b, &["pada", "sejak", "hingga", "sampai"])));
    told.then_some((Meaning::FromPrevious { unit, count: 0 }, i + 2))
}

/// "dua pekan lalu", "sebulan yang lalu", "tiga hari lagi", "45 hari sejak", "beberapa hari
/// mendatang", "minggu-minggu mendatang", "two weeks ago", "the next three days".
fn counted(c: &Cursor, i: usize) -> Option<Parsed> {
    if c.lang == Lang::En && (c.shift(i).is_some() || c.is(i, &["recent"])) {
        return ahead_or_back(c, i);
    }
    // `None` = "several".
    let (count, unit, at) = if let Some(unit) = one(c, i) {
        (Some(1), unit, i + 1)
    } else if c.has(i, Sense::Few) {
        (None, c.unit(i + 1)?, i + 2)
    } else if let Some((end, unit)) = repeated(c, i) {
        (None, unit, end)
    } else if c.lang == Lang::En && c.is(i + 1, &["ago"]) && c.text(i).ends_with('s') {
        (None, c.unit(i)?, i + 1)
    } else {
        let (n, at) = c.count(i)?;
        (Some(i32::try_from(n).ok().filter(|n| *n <= 2000)?), c.unit(at)?, at + 1)
    };
    let (unit, count) = match unit {
        short if short <= Unit::Night => return None,
        Unit::Century | Unit::Half | Unit::Quarter | Unit::Weekend => return None,
        Unit::Fortnight => (Unit::Week, count.map(|n| n * 2)),
        other => (other, count),
    };
    tail(c, i, at, unit, count)
}

fn one(c: &Cursor, i: usize) -> Option<Unit> {
    c.sense(i, |s| match s {
        Sense::One(u) => Some(u),
        _ => None,
    })
}

/// "minggu-minggu", "hari - hari": the end and the unit.
fn repeated(c: &Cursor, i: usize) -> Option<(usize, Unit)> {
    let many = c.sense(i, |s| match s {
        Sense::Many(unit) => Some(unit),
        _ => None,
    });
    let unit = many.or_else(|| c.unit(i)).filter(|_| c.lang == Lang::Id)?;
    (dash(c, i + 1) && c.unit(i + 2) == Some(unit)).then_some((i + 3, unit))
}

fn tail(c: &Cursor, from: usize, at: usize, unit: Unit, count: Option<i32>) -> Option<Parsed> {
    let shifted = |sign: i32, end| match count {
        Some(n) => Some((Meaning::Shifted { unit, count: sign * n }, end)),
        None => Some((Meaning::Stretch { unit, count: None, towards: sign }, end)),
    };
    let stretch = |towards: i32, end| Some((Meaning::Stretch { unit, count, towards }, end));
    let at_yang = if c.is(at, &["yang"]) { at + 1 } else { at };
    if c.lang == Lang::En {
        // "three days before a deadline" is a length of time.
        // Not so right behind a date: "June 3, a day before the vote".
        let dated = from >= 2
            && c.mark(from - 1, &[','])
            && (c.digits(from - 2).is_some() || c.weekday(from - 2).is_some());
        let before =
            c.is(at, &["earlier", "previously"]) || c.is(at, &["before"]) && (dated || ends(c, at + 1));
        return if let Some(n) = count.filter(|_| before) {
            Some((Meaning::FromPrevious { unit, count: -n }, at + 1))
        } else if before || c.is(at, &["ago"]) {
            shifted(-1, at + 1)
        } else if c.is(at, &["later"]) || c.is(at, &["after"]) && c.is(at + 1, &["that"]) {
            Some((Meaning::FromPrevious { unit, count: count? }, at + 1))
        } else if c.is(at, &["from"]) && c.is(at + 1, &["now"])
            || c.mark(at, &['\'', '’']) && c.is(at + 1, &["time"])
        {
            shifted(1, at + 2)
        } else if c.is(at, &["since"]) && unit <= Unit::Week {
            counted_from(unit, count?, at + 1)
        } else {
            None
        };
    }
    if c.is(at_yang, &["lalu", "silam"]) {
        return shifted(-1, at_yang + 1);
    }
    if let Some(n) = count.filter(|_| c.is(at, &["sebelumnya"])) {
        return Some((Meaning::FromPrevious { unit, count: -n }, at + 1));
    }
    if c.is(at, &["sebelumnya"]) || c.is(at, &["sebelum"]) && c.is(at + 1, &["ini"]) {
        return shifted(-1, if c.is(at, &["sebelum"]) { at + 2 } else { at + 1 });
    }
    if c.is(at, &["lagi"]) {
        return shifted(1, at + 1);
    }
    if c.is(at, &["mendatang", "berikutnya", "selanjutnya"]) {
        return stretch(1, at + 1);
    }
    if c.is(at, &["ke"]) && c.is(at + 1, &["depan"]) {
        return stretch(1, at + 2);
    }
    if c.is(at, &["yang"]) && c.is(at + 1, &["akan"]) && c.is(at + 2, &["datang"]) {
        return stretch(1, at + 3);
    }
    if c.is(at, &["terakhir", "belakangan"]) {
        return stretch(-1, if c.is(at + 1, &["ini"]) { at + 2 } else { at + 1 });
    }
    if c.is(at, &["kemudian", "setelahnya", "sesudahnya"]) {
        return Some((Meaning::FromPrevious { unit, count: count? }, at + 1));
    }
    if c.is(at, &["setelah", "sesudah"]) && c.is(at + 1, &["itu"]) {
        return Some((Meaning::FromPrevious { unit, count: count? }, at + 2));
    }
    if c.is(at, &["sejak"]) && unit <= Unit::Week {
        return counted_from(unit, count?, at + 1);
    }
    None
}

fn counted_from(unit: Unit, count: i32, end: usize) -> Option<Parsed> {
    let days = if unit == Unit::Week { count.checked_mul(7)? } else { count };
    Some((Meaning::CountedFrom(u32::try_from(days).ok()?), end))
}

/// English "the next three days", "the past two weeks", "coming weeks", "recent days".
fn ahead_or_back(c: &Cursor, i: usize) -> Option<Parsed> {
    let towards = if c.is(i, &["recent"]) { -1 } else { c.shift(i)? };
    if towards == 0 {
        return None;
    }
    let (count, at) = if c.has(i + 1, Sense::Few) {
        (None, i + 2)
    } else if let Some((n, at)) = c.count(i + 1) {
        (Some(i32::try_from(n).ok()?), at)
    } else if c.text(i + 1).ends_with('s') {
        (None, i + 1)
    } else if c.is(i, &["past"]) {
        (Some(1), i + 1)
    } else {
        return None;
    };
    let unit = c.unit(at).filter(|u| *u > Unit::Night && !matches!(u, Unit::Century | Unit::Weekend))?;
    Some((Meaning::Stretch { unit, count, towards }, at + 1))
}

/// "pekan lalu", "tahun ini", "bulan depan", "minggu yang akan datang".
fn unit_shifted(c: &Cursor, i: usize) -> Option<Parsed> {
    let unit = c.unit(i).filter(|u| *u > Unit::Day && !matches!(u, Unit::Weekend | Unit::Century))?;
    if c.is(i, &["minggu"]) && c.capital(i) && !c.initial(i) {
        return None;
    }
    let at = if c.is(i + 1, &["yang"]) { i + 2 } else { i + 1 };
    if c.is(at, &["akan"]) && c.is(at + 1, &["datang"]) {
        return Some((Meaning::Shifted { unit, count: 1 }, at + 2));
    }
    let count = c.shift(at)?;
    if at > i + 1 && !c.is(at, &["lalu", "silam"]) {
        return None;
    }
    // "hampir empat tahun ini" is a duration.
    let counted = i.checked_sub(1).is_some_and(|b| {
        c.count(b).is_some()
            || c.has(b, Sense::Few)
            || c.is(b, &["puluh", "belas", "ratus", "ribu", "juta", "miliar"])
    });
    if unit == Unit::Half || counted {
        return None;
    }
    Some((Meaning::Shifted { unit, count }, at + 1))
}

/// English "last week", "this month", "next year".
fn shifted_unit(c: &Cursor, i: usize) -> Option<Parsed> {
    let count = c.shift(i)?;
    let unit = c
        .unit(i + 1)
        .filter(|u| *u > Unit::Day && !matches!(u, Unit::Century | Unit::Half | Unit::Fortnight))?;
    if unit == Unit::Weekend || c.is(i + 1, &["weeks", "months", "years", "decades", "quarters"]) {
        return None;
    }
    Some((Meaning::Shifted { unit, count }, i + 2))
}
