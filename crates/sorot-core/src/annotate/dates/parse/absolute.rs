//! Days and months by name or number: "11/4/2025", "11 Maret", "Lebaran 2024".

use super::year::{AFTER_YEAR, decade, year};
use super::{Parsed, beside, dash, joins};
use crate::annotate::dates::lexer::{Cursor, Kind};
use crate::annotate::dates::lexicon::{Feast, Sense, Unit, feasts};
use crate::annotate::dates::meaning::{Beside, Meaning};
use crate::calendar::Lang;

/// English "on the 21st", with nothing behind it that is counted.
fn of_this_month(c: &Cursor, i: usize) -> Option<Parsed> {
    let (day, _) = c.digits(i).filter(|d| (1..=31).contains(&d.0) && c.suffix(i + 1))?;
    let on = i >= 2 && c.is(i - 1, &["the"]) && c.is(i - 2, &["on", "until", "by", "since"]);
    let alone = c.token(i + 2).is_none_or(|t| matches!(t.kind, Kind::Mark(_)));
    let month = Meaning::Shifted { unit: Unit::Month, count: 0 };
    (on && alone).then(|| (Meaning::DaysFrom(day as i32 - 1, Box::new(month)), i + 2))
}

pub(super) fn read(c: &Cursor, i: usize) -> Option<Parsed> {
    let (prefixed, at) = tanggal(c, i);
    if prefixed {
        return day_month(c, at).or_else(|| figures(c, at, true));
    }
    bracketed(c, i)
        .or_else(|| day_month(c, i))
        .or_else(|| figures(c, i, false))
        .or_else(|| decade(c, i))
        .or_else(|| month(c, i))
        .or_else(|| year(c, i))
        .or_else(|| of_this_month(c, i))
}

/// "tanggal", "tgl.", "bertanggal".
fn tanggal(c: &Cursor, i: usize) -> (bool, usize) {
    if c.is(i, &["tanggal", "tgl"]) {
        return (true, if c.mark(i + 1, &['.']) { i + 2 } else { i + 1 });
    }
    (false, i)
}

/// "(11/4)" by itself: the brackets tell that it isn't a fraction.
fn bracketed(c: &Cursor, i: usize) -> Option<Parsed> {
    if !c.mark(i, &['(']) || i.checked_sub(1).is_some_and(|b| c.digits(b).is_some()) {
        return None;
    }
    if let Some((range, end)) = figure_range(c, i + 1).filter(|r| c.lang == Lang::Id && c.mark(r.1, &[')'])) {
        return Some((range, end + 1));
    }
    // "(1-1)" is a score.
    let (meaning, end) = figures(c, i + 1, c.lang == Lang::Id && c.mark(i + 2, &['/']))?;
    c.mark(end, &[')']).then_some((meaning, end + 1))
}

/// Figures with slashes, hyphens or stops; without a year only where `short` allows it. White space
/// inside (as extraction from pages leaves it) is taken around slashes, in brackets or with a year.
pub(super) fn figures(c: &Cursor, i: usize, short: bool) -> Option<Parsed> {
    let (first, digits) = c.digits(i)?;
    let separator = ['/', '-', '.'].into_iter().find(|s| c.mark(i + 1, &[*s]))?;
    let bracket = i.checked_sub(1).is_some_and(|b| c.mark(b, &['(', '[']));
    let with_year = c.mark(i + 3, &['/']) && c.year(i + 4).is_some();
    let loose = separator == '/' && (bracket || with_year);
    let tight = |from: usize| loose || c.glued(from) && c.glued(from + 1);
    let (second, _) = c.digits(i + 2).filter(|_| tight(i + 1))?;
    let third = c.digits(i + 4).filter(|_| c.mark(i + 3, &[separator]) && tight(i + 3));
    let Some((third, count)) = third else {
        if !short || separator == '.' {
            return None;
        }
        let american = c.lang == Lang::En && !plausible(first, second);
        let (day, month) = if american { (second, first) } else { (first, second) };
        return plausible(day, month).then(|| (swappable(c, day, month, None), i + 3));
    };
    if c.mark(i + 5, &[separator]) && c.glued(i + 5) && c.glued(i + 6) && c.digits(i + 6).is_some() {
        return None;
    }
    if digits == 4 && plausible(third, second) && (1000..3000).contains(&first) {
        return Some((Meaning::date(third, second, Some(first as i32)), i + 5));
    }
    let year = match count {
        4 if (1000..3000).contains(&third) => third as i32,
        2 if separator == '/' => 2000 + third as i32,
        _ => return None,
    };
    if plausible(first, second) {
        return Some((swappable(c, first, second, Some(year)), i + 5));
    }
    let american = c.lang == Lang::En && plausible(second, first);
    american.then(|| (Meaning::date(second, first, Some(year)), i + 5))
}

/// "12-13/8", "12-13/8/2023": two days of one month in figures.
pub(super) fn figure_range(c: &Cursor, i: usize) -> Option<Parsed> {
    let (from, digits) = c.digits(i).filter(|_| dash(c, i + 1))?;
    let (to, end) = figures(c, i + 2, true)?;
    let Meaning::Date { day, month, year, .. } = to else { return None };
    let one = Meaning::date(from, month, year);
    (digits <= 2 && from < day && plausible(from, month))
        .then(|| (Meaning::Range(Box::new(one), Box::new(Meaning::date(day, month, year))), end))
}

fn plausible(day: u32, month: u32) -> bool {
    let longest = match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=longest).contains(&day)
}

fn swappable(c: &Cursor, day: u32, month: u32, year: Option<i32>) -> Meaning {
    let either = c.lang == Lang::En && plausible(month, day);
    Meaning::Date { day, month, year, weekday: None, either, beside: None }
}

/// "11 Maret [2025]", "10–12 April", "28 Februari-3 Maret", "April 25th, 2025".
pub(super) fn day_month(c: &Cursor, i: usize) -> Option<Parsed> {
    if named_for(c, i) {
        return None;
    }
    if let Some((day, at)) = spelled_day(c, i).filter(|d| c.is(d.1, &["of"])) {
        return with_year(c, day, c.month(at + 1)?, at + 2);
    }
    if let Some((from, at)) = day_number(c, i) {
        let month_at = |at: usize| if c.is(at, &["of", "bulan"]) { at + 1 } else { at };
        if let Some(month) = c.month(month_at(at)) {
            let (one, end) = with_year(c, from, month, month_at(at) + 1)?;
            let linked = dash(c, end) && matches!(one, Meaning::Date { year: None, beside: None, .. });
            if linked
                && let Some((to, at)) = day_number(c, end + 1)
                && let Some(month) = c.month(at)
            {
                let (other, end) = with_year(c, to, month, at + 1)?;
                return Some((Meaning::Range(Box::new(one), Box::new(other)), end));
            }
            return Some((one, end));
        }
        // "s.d.", "sampai dengan".
        let short = c.is(at, &["s"]) && c.is(at + 2, &["d"]) && c.mark(at + 1, &['.', '/']);
        if short {
            let past = at + if c.mark(at + 3, &['.']) { 4 } else { 3 };
            let (to, at) = day_number(c, past)?;
            let (other, end) = with_year(c, to, c.month(at)?, at + 1)?;
            let Meaning::Date { month, year, .. } = other else { return None };
            let one = Meaning::date(from, month, year);
            return (from < to).then(|| (Meaning::Range(Box::new(one), Box::new(other)), end));
        }
        let at = if c.is(at, &["sampai"]) && c.is(at + 1, &["dengan"]) { at + 1 } else { at };
        let joined = joins(c, at)
            || c.is(at, &["dengan"])
            || (c.is(at, &["dan", "and"])
                && i.checked_sub(1).is_some_and(|b| c.is(b, &["antara", "between"])));
        let (to, at) = day_number(c, at + 1).filter(|_| joined)?;
        let (other, end) = with_year(c, to, c.month(at)?, at + 1)?;
        let Meaning::Date { month, year, .. } = other else { return None };
        let one = Meaning::date(from, month, year);
        return (from < to && plausible(from, month))
            .then(|| (Meaning::Range(Box::new(one), Box::new(other)), end));
    }
    // English with the month first; "April 2025" is a month with its year.
    let month = c.month(i).filter(|_| c.lang == Lang::En)?;
    let at = if c.mark(i + 1, &['.']) && c.glued(i + 1) { i + 2 } else { i + 1 };
    let at = if c.is(at, &["the"]) { at + 1 } else { at };
    let (day, at) = day_number(c, at).or_else(|| spelled_day(c, at))?;
    // "May 30-June 2"
    if dash(c, at)
        && let Some(other) = c.month(at + 1)
        && let Some((to, end)) = day_number(c, at + 2)
        && plausible(day, month)
    {
        let (last, end) = with_year(c, to, other, end)?;
        let Meaning::Date { year, .. } = last else { return None };
        let year = if other < month { year.map(|y| y - 1) } else { year };
        return Some((Meaning::Range(Box::new(Meaning::date(day, month, year)), Box::new(last)), end));
    }
    if dash(c, at)
        && let Some((to, end)) = day_number(c, at + 1)
        && day < to
    {
        let (other, end) = with_year(c, to, month, end)?;
        let Meaning::Date { year, .. } = other else { return None };
        return Some((Meaning::Range(Box::new(Meaning::date(day, month, year)), Box::new(other)), end));
    }
    with_year(c, day, month, at)
}

/// "Universitas 17 Agustus", "Jalan 10 November": named for a day.
fn named_for(c: &Cursor, i: usize) -> bool {
    (1..=2).filter_map(|back| i.checked_sub(back)).any(|b| {
        c.capital(b)
            && c.is(b, &["universitas", "institut", "jalan", "jl", "stadion", "monumen", "tugu", "lapangan"])
    })
}

/// English "fourth", "twenty-first" as a day.
fn spelled_day(c: &Cursor, i: usize) -> Option<(u32, usize)> {
    if c.lang != Lang::En || c.digits(i).is_some() || c.is(i, &["final", "last"]) {
        return None;
    }
    if let Some((tens, at)) = c.count(i).filter(|n| matches!(n.0, 20 | 30) && dash(c, n.1)) {
        let (ones, end) = c.ordinal(at + 1).filter(|n| n.0 < 10)?;
        return (tens + ones <= 31).then_some((tens + ones, end));
    }
    c.ordinal(i).filter(|n| n.0 <= 31)
}

fn day_number(c: &Cursor, i: usize) -> Option<(u32, usize)> {
    let (n, digits) = c.digits(i)?;
    let fits = (1..=31).contains(&n) && digits <= 2;
    fits.then(|| (n, if c.suffix(i + 1) { i + 2 } else { i + 1 }))
}

fn with_year(c: &Cursor, day: u32, month: u32, at: usize) -> Option<Parsed> {
    if !plausible(day, month) {
        return None;
    }
    let (year, beside, end) = year_beside(c, at);
    Some((Meaning::Date { day, month, year, weekday: None, either: false, beside }, end))
}

/// The year or the word beside a day, a month or a feast.
pub(super) fn year_beside(c: &Cursor, at: usize) -> (Option<i32>, Option<Beside>, usize) {
    let skip = if c.mark(at, &[',', '.']) && c.glued(at) || c.is(at, &["tahun"]) { at + 1 } else { at };
    // "on 3 March, 2000 people": a comma in Indonesian never parts a month from its year.
    let comma = c.mark(at, &[',']) && (c.lang == Lang::Id || c.token(skip + 1).is_some_and(|t| t.capital));
    match c.year(skip).filter(|_| !comma) {
        Some(year) => (Some(year), None, if c.is(skip + 1, &AFTER_YEAR) { skip + 2 } else { skip + 1 }),
        None => match beside(c, at) {
            Some((beside, end)) => (None, Some(beside), end),
            None => (None, None, at),
        },
    }
}

/// Whether a capital right before `i` makes a feast's word a part of a name ("Nur Ramadhan").
fn in_name(c: &Cursor, i: usize) -> bool {
    let Some(before) = i.checked_sub(1) else { return false };
    let word = c.capital(before) && c.digits(before).is_none() && !c.initial(before);
    word && c.token(before).is_some_and(|t| t.senses.is_empty())
        && !c.is(before, &["raya", "libur", "jelang", "sambut", "pasca", "masa", "bulan", "mudik", "arus"])
}

/// "Lebaran", "Natal tahun lalu", "Easter 2024".
pub(super) fn feast(c: &Cursor, i: usize) -> Option<Parsed> {
    // "last Christmas"
    if let Some(told) = super::before(c, i).filter(|_| c.has(i + 1, Sense::Feast)) {
        let (found, end) = feast(c, i + 1)?;
        let Meaning::Feast { feast, year: None, beside: None } = found else { return None };
        return Some((Meaning::Feast { feast, year: None, beside: Some(told) }, end));
    }
    if !c.has(i, Sense::Feast) || in_name(c, i) {
        return None;
    }
    let mut name = String::new();
    let mut best: Option<(Feast, usize)> = None;
    for at in i..i + 4 {
        let Some(token) = c.token(at).filter(|t| t.span.len() < 24) else { break };
        if at > i {
            name.push(' ');
        }
        name.extend(token.span.of(c.body).chars().flat_map(char::to_lowercase));
        if let Ok(found) = feasts().binary_search_by(|f| f.0.cmp(name.as_str())) {
            best = feasts().get(found).map(|f| (f.1, at + 1));
        }
    }
    let (feast, at) = best.filter(|_| c.capital(i))?;
    let (year, beside, end) = match year_beside(c, at) {
        // A year of the Hijra.
        (Some(year), _, end) if year < 1600 => (None, None, end),
        other => other,
    };
    Some((Meaning::Feast { feast, year, beside }, end))
}

/// "the first Monday of June", "Senin pertama Juni 2024": calculated as such feasts are.
pub(super) fn nth_weekday(c: &Cursor, i: usize) -> Option<Parsed> {
    let (nth, day, at) = match c.lang {
        Lang::En => {
            let (nth, at) = c.ordinal(i)?;
            (nth, at, c.is(at + 1, &["of", "in"]).then_some(at + 2)?)
        }
        // "Minggu pertama Mei" is a week.
        Lang::Id => {
            c.weekday(i).filter(|_| !c.is(i, &["minggu"]))?;
            let (nth, at) =
                c.sense(i + 1, |s| matches!(s, Sense::Ordinal(_)).then_some(())).and(c.ordinal(i + 1))?;
            let at = if c.is(at, &["di", "pada", "dari"]) { at + 1 } else { at };
            (nth, i, if c.is(at, &["bulan"]) { at + 1 } else { at })
        }
    };
    let weekday = c.weekday(day).filter(|_| c.capital(day) && (1..=5).contains(&nth))?;
    let month = c.month(at)?;
    let (year, beside, end) = year_beside(c, at + 1);
    Some((Meaning::Feast { feast: Feast::Nth(month, weekday, nth), year, beside }, end))
}

/// "April 2025", "bulan April", "pada Mei", "Maret lalu", "Maret hingga Mei 2024".
pub(super) fn month(c: &Cursor, i: usize) -> Option<Parsed> {
    let context = i.checked_sub(1).is_some_and(|b| c.has(b, Sense::Prep) || c.part(b).is_some());
    month_told(c, i, context)
}

/// A month as [`month`] reads it; `told` where the words before it make a bare name a date.
pub(super) fn month_told(c: &Cursor, i: usize, told: bool) -> Option<Parsed> {
    let prefixed = c.is(i, &["bulan"]);
    let at = if prefixed { i + 1 } else { i };
    let before = super::before(c, i);
    let at = if before.is_some() { at + 1 } else { at };
    let month = c.month(at)?;
    let between =
        c.is(at + 1, &["dan", "and"]) && i.checked_sub(1).is_some_and(|b| c.is(b, &["antara", "between"]));
    if c.year(at + 1).is_some() && dash(c, at + 2) && c.month(at + 3).is_some() && c.year(at + 4).is_some() {
        let whole = |at: usize| {
            Some(Box::new(Meaning::Month { month: c.month(at)?, year: c.year(at + 1), beside: None }))
        };
        return Some((Meaning::Range(whole(at)?, whole(at + 3)?), at + 5));
    }
    if (joins(c, at + 1) || between)
        && let Some(other) = c.month(at + 2)
        && c.digits(at + 3).is_none_or(|(n, _)| n > 31)
    {
        let (year, beside, end) = year_beside(c, at + 3);
        let whole = |month| Box::new(Meaning::Month { month, year, beside });
        return Some((Meaning::Range(whole(month), whole(other)), end));
    }
    let dot = c.mark(at + 1, &['.']) && c.glued(at + 1) && c.year(at + 2).is_some();
    let (year, after, end) = year_beside(c, if dot { at + 2 } else { at + 1 });
    let previous = i.checked_sub(1);
    let context = prefixed || before.is_some() || year.is_some() || after.is_some() || told;
    // "Sebelas Maret" is a name; so is "May" before a capital ("in May Fair").
    let name = previous.is_some_and(|b| c.count(b).is_some());
    (context && !name).then_some((Meaning::Month { month, year, beside: before.or(after) }, end))
}
