//! Lengths of time: "tiga jam", "satu setengah tahun", "dua hingga tiga pekan", "bertahun-tahun",
//! "a 30-day", "half an hour".

use crate::annotate::dates::lexer::Cursor;
use crate::annotate::dates::lexicon::{Sense, Unit};
use crate::annotate::dates::parse::{dash, joins};
use crate::calendar::Lang;

/// How TIMEX3 writes a unit: whether it is one of the clock, and its letters.
pub(super) fn letter(unit: Unit) -> Option<(bool, &'static str)> {
    Some(match unit {
        Unit::Second => (true, "S"),
        Unit::Minute => (true, "M"),
        Unit::Hour => (true, "H"),
        Unit::Day => (false, "D"),
        Unit::Weekend => (false, "WE"),
        Unit::Week | Unit::Fortnight => (false, "W"),
        Unit::Month => (false, "M"),
        Unit::Quarter => (false, "Q"),
        Unit::Year => (false, "Y"),
        Unit::Decade => (false, "DE"),
        Unit::Century => (false, "CE"),
        Unit::Night | Unit::Half => return None,
    })
}

/// "P3D", "PT2H", "PXY".
pub(super) fn period(count: &str, unit: Unit) -> Option<String> {
    if unit == Unit::Night {
        return Some(format!("P{count}D"));
    }
    let (clock, letters) = letter(unit)?;
    let count = match unit {
        Unit::Fortnight => count.parse::<u32>().ok()?.checked_mul(2)?.to_string(),
        _ => count.to_string(),
    };
    Some(format!("P{}{count}{letters}", if clock { "T" } else { "" }))
}

/// The TIMEX3 value and the token after the expression.
pub(super) fn read(c: &Cursor, i: usize) -> Option<(String, usize)> {
    // "ke-70 tahun" counts a rank.
    if i.checked_sub(2).is_some_and(|b| c.is(b, &["ke"]) && dash(c, i - 1)) {
        return None;
    }
    vague(c, i).or_else(|| whole(c, i)).or_else(|| several(c, i)).or_else(|| counted(c, i))
}

/// "sepanjang hari", "all day".
fn whole(c: &Cursor, i: usize) -> Option<(String, usize)> {
    let unit = c.unit(i + 1).filter(|u| matches!(u, Unit::Day | Unit::Week | Unit::Year))?;
    let told = c.is(i, &["sepanjang"]) && c.shift(i + 2).is_none() || c.is(i, &["all"]);
    (told && c.year(i + 2).is_none()).then_some((period("1", unit)?, i + 2))
}

/// "24 jam terakhir", "the last 24 hours": hours that end or begin now last.
pub(super) fn hours_on(c: &Cursor, i: usize) -> Option<(String, usize)> {
    let clock = |at: usize| matches!(c.unit(at), Some(Unit::Second | Unit::Minute | Unit::Hour));
    if c.lang == Lang::En {
        let (count, at) = c.shift(i).filter(|n| *n != 0).and_then(|_| amount(c, i + 1))?;
        return clock(at).then(|| Some((period(&count, c.unit(at)?)?, at + 1))).flatten();
    }
    let (value, end) = single(c, i)?;
    let last = end.checked_sub(1).filter(|at| clock(*at) && c.count(i).is_some())?;
    let end = if c.is(last + 1, &["terakhir", "mendatang"]) {
        last + 2
    } else {
        (c.is(last + 1, &["ke"]) && c.is(last + 2, &["depan"])).then_some(last + 3)?
    };
    Some((value, end))
}

/// "sebentar", "beberapa saat", "beberapa waktu": not told how long.
fn vague(c: &Cursor, i: usize) -> Option<(String, usize)> {
    if c.is(i, &["sebentar", "sejenak"]) {
        return Some(("PXX".into(), i + 1));
    }
    let some = c.is(i, &["beberapa", "sementara"]) && c.is(i + 1, &["saat", "waktu"]);
    some.then(|| ("PXX".into(), i + 2))
}

/// "beberapa tahun", "bertahun-tahun", "puluhan jam", "for decades".
fn several(c: &Cursor, i: usize) -> Option<(String, usize)> {
    if c.has(i, Sense::Few) {
        let at = if c.is(i + 1, &["of", "puluh", "belas", "ratus"]) { i + 2 } else { i + 1 };
        let unit = c.unit(at).filter(|_| not_a_day(c, at))?;
        return Some((period("X", unit)?, at + 1));
    }
    let many = c.sense(i, |s| match s {
        Sense::Many(unit) => Some(unit),
        _ => None,
    });
    if let Some(unit) = many {
        return dash(c, i + 1).then(|| Some((period("X", unit)?, i + 3))).flatten();
    }
    let after = i.checked_sub(1).is_some_and(|b| c.is(b, &["for", "over", "in", "of", "after"]));
    let plural = c.lang == Lang::En && after && c.text(i).ends_with('s');
    let unit = c.unit(i).filter(|_| plural)?;
    Some((period("X", unit)?, i + 1))
}

/// A unit, not the weekday that is spelt like one ("tiga Minggu" is rare, "Minggu" a day).
fn not_a_day(c: &Cursor, at: usize) -> bool {
    !(c.lang == Lang::Id && c.is(at, &["minggu"]) && c.capital(at))
}

fn counted(c: &Cursor, i: usize) -> Option<(String, usize)> {
    let (mut value, mut end) = single(c, i)?;
    // "satu jam 30 menit", "tiga tahun dan enam bulan".
    let at = if c.is(end, &["dan", "and"]) { end + 1 } else { end };
    if let Some((more, after)) = single(c, at).filter(|_| c.count(at).is_some()) {
        match (value.strip_prefix("PT"), more.strip_prefix("PT")) {
            (Some(_), Some(more)) if value.ends_with('H') || value.ends_with('M') => {
                value.push_str(more);
                end = after;
            }
            (None, None) if value.ends_with(['Y', 'M', 'W']) && value.len() < 8 => {
                value.push_str(more.get(1..)?);
                end = after;
            }
            _ => {}
        }
    }
    // "dua hari dua malam" is two days.
    if value.ends_with('D')
        && let Some((_, at)) = c.count(end)
        && c.unit(at) == Some(Unit::Night)
    {
        end = at + 1;
    }
    Some((value, end))
}

/// One number with its unit.
fn single(c: &Cursor, i: usize) -> Option<(String, usize)> {
    let one = c.sense(i, |s| match s {
        Sense::One(unit) => Some(unit),
        _ => None,
    });
    if let Some(unit) = one {
        return Some((period("1", unit)?, i + 1));
    }
    if c.is(i, &["setengah", "half"]) {
        let at = if c.is(i + 1, &["a", "an"]) { i + 2 } else { i + 1 };
        return Some((half(c.unit(at)?)?, at + 1));
    }
    let (count, at) = amount(c, i)?;
    // "dua hingga tiga jam", "2-3 jam": the larger number has the unit.
    let (count, at) = match amount(c, at + 1).filter(|_| joins(c, at) || c.is(at, &["atau", "or"])) {
        Some(other) => other,
        None => (count, at),
    };
    let at = if dash(c, at) && c.lang == Lang::En { at + 1 } else { at };
    let at = if c.is(at, &["straight", "consecutive", "full", "whole"]) { at + 1 } else { at };
    let unit = c.unit(at).filter(|u| letter(*u).is_some() && not_a_day(c, at))?;
    if c.lang == Lang::En && c.is(i, &["a", "an"]) && is_rate(c, i) {
        return None;
    }
    // "kelas 3 tahun 2014": the year's own word.
    if unit == Unit::Year && c.year(at + 1).is_some() || unit == Unit::Month && c.month(at + 1).is_some() {
        return None;
    }
    let old = c.lang == Lang::En && dash(c, at + 1) && c.is(at + 2, &["old"]);
    let old_apart = c.lang == Lang::En && c.is(at + 1, &["old"]);
    let in_a_row = c.is(at + 1, &["berturut"]) && dash(c, at + 2) && c.is(at + 3, &["turut"]);
    let end = at
        + if in_a_row {
            4
        } else if old {
            3
        } else if old_apart {
            2
        } else {
            1
        };
    Some((period(&count, unit)?, end))
}

/// "five dollars a day".
fn is_rate(c: &Cursor, i: usize) -> bool {
    let Some(before) = i.checked_sub(1) else { return false };
    c.digits(before).is_some()
        || c.is(
            before,
            &["once", "twice", "times", "dollars", "euros", "percent", "million", "billion", "barrels"],
        )
}

fn half(unit: Unit) -> Option<String> {
    Some(match unit {
        Unit::Minute => "PT30S".into(),
        Unit::Hour => "PT30M".into(),
        Unit::Year => "P6M".into(),
        Unit::Decade => "P5Y".into(),
        other => return period("0.5", other),
    })
}

/// A number of units, with a decimal point where it has a fraction: "4,5", "satu setengah", "25".
fn amount(c: &Cursor, i: usize) -> Option<(String, usize)> {
    if let Some((n, digits)) = c.digits(i) {
        // "021-555" and "1990-an" count nothing.
        let point = if c.lang == Lang::Id { ',' } else { '.' };
        let glued = |at| c.glued(at) && c.glued(at + 1);
        if c.mark(i + 1, &[point]) && glued(i + 1) {
            let (part, _) = c.digits(i + 2)?;
            return Some((format!("{n}.{part}"), i + 3));
        }
        let group = if c.lang == Lang::Id { '.' } else { ',' };
        if c.mark(i + 1, &[group]) && glued(i + 1) {
            let (rest, _) = c.digits(i + 2).filter(|d| d.1 == 3)?;
            return Some((n.checked_mul(1000)?.checked_add(rest)?.to_string(), i + 3));
        }
        // "2 x 24 jam"
        if c.is(i + 1, &["x", "×"]) || c.mark(i + 1, &['×']) {
            let (each, _) = c.digits(i + 2)?;
            return Some((n.checked_mul(each)?.to_string(), i + 3));
        }
        return match c.text(i + 1) {
            "ribu" | "thousand" => Some((n.checked_mul(1000)?.to_string(), i + 2)),
            "juta" | "million" => Some((n.checked_mul(1_000_000)?.to_string(), i + 2)),
            _ => (digits <= 4).then(|| (n.to_string(), i + 1)),
        };
    }
    let (n, at) = c.count(i)?;
    let (n, at) = match c.text(at) {
        "ratus" | "hundred" => (n.checked_mul(100)?, at + 1),
        "ribu" | "thousand" => (n.checked_mul(1000)?, at + 1),
        _ => (n, at),
    };
    // "twenty-five", "dua ratus lima puluh".
    let next = if dash(c, at) && c.lang == Lang::En { at + 1 } else { at };
    let (n, at) = match c.count(next).filter(|_| c.digits(next).is_none()) {
        Some((ones, end)) if (20..=90).contains(&n) && ones < 10 && c.lang == Lang::En => (n + ones, end),
        Some((rest, end)) if n >= 100 && rest < 100 => (n + rest, end),
        _ => (n, at),
    };
    if c.is(at, &["setengah"]) {
        return Some((format!("{n}.5"), at + 1));
    }
    Some((n.to_string(), at))
}
