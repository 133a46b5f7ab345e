//! Parts of periods: "awal pekan ini", "akhir 2024", "kuartal ketiga 2024", "minggu kedua Mei".

use super::absolute::{day_month, month, month_told};
use super::year::{decade, year};
use super::{Parsed, dash};
use crate::annotate::dates::lexer::Cursor;
use crate::annotate::dates::lexicon::{Part, Unit};
use crate::annotate::dates::meaning::Meaning;
use crate::calendar::Lang;

/// The number that [`Meaning::WeekOf`] has for the last week.
const LAST: u32 = 6;

pub(super) fn read(c: &Cursor, i: usize) -> Option<Parsed> {
    at_the_end(c, i)
        .or_else(|| part(c, i))
        .or_else(|| fraction(c, i))
        .or_else(|| week_of(c, i))
        .or_else(|| weekend(c, i))
}

/// English "midweek", "year-end", "the year's end".
fn at_the_end(c: &Cursor, i: usize) -> Option<Parsed> {
    let this = |unit| Box::new(Meaning::Shifted { unit, count: 0 });
    if c.is(i, &["midweek"]) {
        return Some((Meaning::Part(Part::Mid, this(Unit::Week)), i + 1));
    }
    if c.lang != Lang::En || !c.is(i + 1, &["end"]) && !c.is(i + 2, &["end"]) {
        return None;
    }
    let unit = c.unit(i).filter(|u| matches!(u, Unit::Week | Unit::Month | Unit::Year))?;
    let own = c.text(i).ends_with("'s") || c.text(i).ends_with("’s");
    let end = if own { i + 2 } else { dash(c, i + 1).then_some(i + 3)? };
    (!c.is(i, &["week"]) && c.is(end - 1, &["end"])).then(|| (Meaning::Part(Part::Late, this(unit)), end))
}

fn part(c: &Cursor, i: usize) -> Option<Parsed> {
    // "Jawa Tengah 2018" is a name and a year.
    let named = c.capital(i) && !c.initial(i) && i.checked_sub(1).is_some_and(|b| c.capital(b));
    let part = c.part(i).filter(|_| !named)?;
    let mut at = i + 1;
    if dash(c, at) {
        at += 1;
    }
    let linked = c.is(at, &["dari", "of", "in"]);
    if linked {
        at += 1;
    }
    if c.is(at, &["the"]) {
        at += 1;
    }
    // "later", "earlier" compare unless a period that is told from today follows.
    let compared = c.is(i, &["later", "earlier"]);
    if c.lang == Lang::Id && part == Part::Late && c.unit(at) == Some(Unit::Week) && !linked {
        let (shift, end) = shifted(c, at + 1);
        return Some((Meaning::Weekend(shift), end));
    }
    if c.is(i, &["mid"]) && at > i + 1 && c.unit(at) == Some(Unit::Week) {
        return Some((
            Meaning::Part(part, Box::new(Meaning::Shifted { unit: Unit::Week, count: 0 })),
            at + 1,
        ));
    }
    // English "start", "end", "beginning" are also verbs and plain nouns.
    let noun = c.is(i, &["start", "end", "beginning", "middle"]);
    if noun && !c.is(i + 1, &["of", "dari", "the"]) {
        return None;
    }
    // "earlier in the week".
    let (of, end) = period(c, at, !compared || linked)?;
    Some((Meaning::Part(part, Box::new(of)), end))
}

/// A week, month, year or decade, named, told from today, or (where `bare`) the running one.
fn period(c: &Cursor, i: usize, bare: bool) -> Option<Parsed> {
    if bare && let Some(found) = decade(c, i).or_else(|| month_told(c, i, true)).or_else(|| year_told(c, i)) {
        return Some(found);
    }
    if let Some(found) = fraction(c, i).filter(|_| bare && c.lang == Lang::Id) {
        return Some(found);
    }
    let whole =
        |unit: Unit| matches!(unit, Unit::Week | Unit::Month | Unit::Year | Unit::Decade | Unit::Quarter);
    if c.lang == Lang::En {
        if let Some(count) = c.shift(i) {
            let unit = c.unit(i + 1).filter(|u| whole(*u))?;
            return Some((Meaning::Shifted { unit, count }, i + 2));
        }
        let unit = c.unit(i).filter(|u| whole(*u) && bare && c.is(i.wrapping_sub(1), &["the"]))?;
        return Some((Meaning::Shifted { unit, count: 0 }, i + 1));
    }
    let unit = c.unit(i).filter(|u| whole(*u))?;
    let (shift, end) = shifted(c, i + 1);
    Some((Meaning::Shifted { unit, count: shift.unwrap_or(0) }, end))
}

/// A year after a part of it, also across a hyphen ("mid-2022").
fn year_told(c: &Cursor, i: usize) -> Option<Parsed> {
    year(c, i).or_else(|| c.year(i).filter(|y| (1900..2100).contains(y)).map(|y| (Meaning::Year(y), i + 1)))
}

/// "ini", "lalu", "depan", "yang lalu" after a unit, if any.
fn shifted(c: &Cursor, i: usize) -> (Option<i32>, usize) {
    let at = if c.is(i, &["yang"]) { i + 1 } else { i };
    match c.shift(at) {
        Some(n) => (Some(n), at + 1),
        None if c.is(at, &["akan"]) && c.is(at + 1, &["datang"]) => (Some(1), at + 2),
        None => (None, i),
    }
}

/// "weekend", "this weekend", "last weekend".
fn weekend(c: &Cursor, i: usize) -> Option<Parsed> {
    if c.unit(i) == Some(Unit::Weekend) {
        return Some((Meaning::Weekend(None), i + 1));
    }
    let shift = c.shift(i).filter(|_| c.lang == Lang::En)?;
    (c.unit(i + 1) == Some(Unit::Weekend)).then_some((Meaning::Weekend(Some(shift)), i + 2))
}

/// "kuartal III 2024", "semester pertama tahun ini", "Q3 2024", "the third quarter of 2024".
fn fraction(c: &Cursor, i: usize) -> Option<Parsed> {
    let of = |unit| match unit {
        Some(Unit::Quarter) => Some(4),
        Some(Unit::Half) => Some(2),
        _ => None,
    };
    let half = c.is(i, &["paruh"]);
    let (nth, parts, at) = if c.is(i, &["q"]) && c.glued(i + 1) {
        (c.digits(i + 1)?.0, 4, i + 2)
    } else if c.lang == Lang::En {
        let last = c.is(i, &["last"]) && c.is(i + 2, &["of"]) && c.year(i + 3).is_some();
        let (nth, at) =
            if last { (if c.is(i + 1, &["half"]) { 2 } else { 4 }, i + 1) } else { c.ordinal(i)? };
        let half = if c.is(at, &["half"]) { Some(2) } else { None };
        (nth, of(c.unit(at)).or(half)?, at + 1)
    } else {
        let parts = of(c.unit(i)).or(half.then_some(2))?;
        let (nth, at) = c.ordinal(i + 1).or_else(|| c.count(i + 1).filter(|n| n.0 <= 4))?;
        (nth, parts, at)
    };
    if !(1..=parts).contains(&nth) {
        return None;
    }
    let whole = |year, shift, end| Some((Meaning::Fraction { nth, of: parts, year, shift }, end));
    let next = if c.is(at, &["of", "tahun", "in", "dari"]) || c.mark(at, &[',', '/']) { at + 1 } else { at };
    if let Some(year) = c.year(next) {
        return whole(Some(year), None, next + 1);
    }
    if c.is(at, &["tahun"])
        && let Some(shift) = c.shift(at + 1)
    {
        return whole(None, Some(shift), at + 2);
    }
    if c.is(at, &["of"]) && c.is(at + 2, &["year"]) {
        let shift = c.shift(at + 1).or_else(|| c.is(at + 1, &["the"]).then_some(0));
        return whole(None, shift, at + 3);
    }
    // "paruh kedua" alone is half of a match.
    if half { None } else { whole(None, None, at) }
}

/// "pekan pertama Mei", "minggu kedua bulan ini", "the first week of May".
fn week_of(c: &Cursor, i: usize) -> Option<Parsed> {
    // "the week of March 3"
    if c.lang == Lang::En
        && c.unit(i) == Some(Unit::Week)
        && c.is(i + 1, &["of"])
        && let Some((day @ Meaning::Date { .. }, end)) = day_month(c, i + 2)
    {
        return Some((Meaning::WeekOf(1, Box::new(day)), end));
    }
    let last = |at: usize| c.is(at, &["last", "final", "terakhir"]).then_some((LAST, at + 1));
    let (nth, at) = if c.lang == Lang::En {
        let (nth, at) = last(i).or_else(|| c.ordinal(i))?;
        (c.unit(at) == Some(Unit::Week)).then_some(())?;
        c.is(at + 1, &["of", "in"]).then_some((nth, at + 2))?
    } else {
        (c.unit(i) == Some(Unit::Week)).then_some(())?;
        last(i + 1).or_else(|| c.ordinal(i + 1))?
    };
    let at = if c.is(at, &["pada", "di", "dari"]) { at + 1 } else { at };
    let (of, end) = if let Some(number) = c.month(at) {
        month(c, at).unwrap_or((Meaning::Month { month: number, year: None, beside: None }, at + 1))
    } else {
        period(c, at, true)
            .filter(|p| matches!(p.0, Meaning::Shifted { unit: Unit::Month, .. } | Meaning::Month { .. }))?
    };
    (1..=LAST).contains(&nth).then(|| (Meaning::WeekOf(nth, Box::new(of)), end))
}
