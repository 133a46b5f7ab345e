//! Times that come again and again: "setiap hari", "tiap Senin pagi", "seminggu sekali", "weekly".

use super::amount::{letter, period};
use super::hour::{Hour, hours};
use super::value::season;
use crate::annotate::dates::lexer::Cursor;
use crate::annotate::dates::lexicon::{Part, Sense, Unit};
use crate::annotate::dates::parse::{past_daypart, weekdays};
use crate::calendar::Lang;

/// The TIMEX3 value and the token after the expression.
pub(super) fn read(c: &Cursor, i: usize) -> Option<(String, usize)> {
    every(c, i)
        .or_else(|| often(c, i))
        .or_else(|| times(c, i))
        .or_else(|| plural(c, i))
        .or_else(|| once_in(c, i))
}

/// English "on Mondays".
fn plural(c: &Cursor, i: usize) -> Option<(String, usize)> {
    let ago = c.is(i + 1, &["ago"]);
    let day = weekdays(c, i).filter(|_| c.capital(i) && !ago)?;
    Some((format!("XXXX-WXX-{}", day + 1), i + 1))
}

/// "lima tahun sekali".
fn once_in(c: &Cursor, i: usize) -> Option<(String, usize)> {
    let (count, at) = c.count(i).filter(|n| c.lang == Lang::Id && c.is(n.1 + 1, &["sekali"]))?;
    Some((period(&count.to_string(), c.unit(at)?)?, at + 2))
}

fn every(c: &Cursor, i: usize) -> Option<(String, usize)> {
    if !c.has(i, Sense::Every) {
        return None;
    }
    let at = i + 1;
    let at = if c.is(at, &["hari"]) && c.weekday(at + 1).is_some() { at + 1 } else { at };
    if let Some(day) = c.weekday(at).filter(|_| c.capital(at)) {
        let week = format!("XXXX-WXX-{}", day + 1);
        return Some(match hours(c, at + 1) {
            Some(part) if past_daypart(c, at + 1) > at + 1 => {
                (Hour::Part(part).on(&week), past_daypart(c, at + 1))
            }
            _ => (week, at + 1),
        });
    }
    // "tiap malam Minggu" is Saturday's night.
    if let Some(day) = c.weekday(at + 1).filter(|_| c.is(at, &["malam"]) && c.capital(at + 1)) {
        return Some((Hour::Part("NI").on(&format!("XXXX-WXX-{}", (day + 6) % 7 + 1)), at + 2));
    }
    if let Some(part) = hours(c, at) {
        return Some((Hour::Part(part).on("XXXX-XX-XX"), past_daypart(c, at).max(at + 1)));
    }
    let named = if c.is(at, &["tanggal", "bulan"]) { at + 1 } else { at };
    if let Some((day, _)) = c.digits(named).filter(|d| (1..=31).contains(&d.0) && d.1 <= 2) {
        if let Some(month) = c.month(named + 1) {
            return Some((format!("XXXX-{month:02}-{day:02}"), named + 2));
        }
        if c.is(at, &["tanggal"]) {
            return Some((format!("XXXX-XX-{day:02}"), named + 1));
        }
    }
    if let Some(month) = c.month(named) {
        return Some((format!("XXXX-{month:02}"), named + 1));
    }
    let weekend = c.part(at) == Some(Part::Late) && c.unit(at + 1) == Some(Unit::Week);
    if weekend || c.unit(at) == Some(Unit::Weekend) {
        return Some(("XXXX-WXX-WE".into(), at + 1 + usize::from(weekend)));
    }
    if let Some(season) = season(c.text(at)).filter(|_| c.lang == Lang::En) {
        return Some((format!("XXXX-{season}"), at + 1));
    }
    let other = c.is(at, &["other"]) || c.is(at, &["second"]) && c.unit(at + 1).is_some();
    let (count, at) = if other { (2, at + 1) } else { c.count(at).unwrap_or((1, at)) };
    let unit = c.unit(at).or_else(|| own(c, at))?;
    let end = if c.is(at + 1, &["sekali"]) { at + 2 } else { at + 1 };
    Some((period(&count.to_string(), unit)?, end))
}

/// "tahunnya", "harinya": the unit with the pronoun of its owner.
fn own(c: &Cursor, i: usize) -> Option<Unit> {
    let unit = c.text(i).strip_suffix("nya").filter(|_| c.lang == Lang::Id)?;
    [
        ("hari", Unit::Day),
        ("minggu", Unit::Week),
        ("pekan", Unit::Week),
        ("bulan", Unit::Month),
        ("tahun", Unit::Year),
    ]
    .into_iter()
    .find_map(|(word, found)| (word == unit).then_some(found))
}

/// "daily", "annually".
fn often(c: &Cursor, i: usize) -> Option<(String, usize)> {
    let period = c.sense(i, |s| match s {
        Sense::Often(period) => Some(period),
        _ => None,
    })?;
    Some((period.into(), i + 1))
}

fn one(c: &Cursor, i: usize) -> Option<Unit> {
    c.sense(i, |s| match s {
        Sense::One(unit) => Some(unit),
        _ => None,
    })
}

/// "seminggu sekali", "sekali seminggu", "dua kali sehari", "sehari-hari", "twice a week".
fn times(c: &Cursor, i: usize) -> Option<(String, usize)> {
    if c.lang == Lang::En {
        let at = if c.is(i, &["once", "twice"]) {
            i + 1
        } else {
            c.count(i).filter(|n| c.is(n.1, &["times"]))?.1 + 1
        };
        let each = c.is(at, &["a", "an", "each", "every", "per"]);
        return each.then(|| c.unit(at + 1)).flatten().and_then(|u| Some((period("1", u)?, at + 2)));
    }
    let value = |unit| period("1", unit);
    if let Some(unit) = one(c, i) {
        if c.is(i + 1, &["sekali"]) {
            return Some((value(unit)?, i + 2));
        }
        let daily = unit == Unit::Day && c.mark(i + 1, &['-']) && c.text(i + 2).starts_with("hari");
        return daily.then(|| Some((value(unit)?, i + 3))).flatten();
    }
    let (at, last) = if c.is(i, &["sekali"]) {
        (i + 1, i + 1)
    } else {
        let (_, at) = c.count(i).filter(|n| c.is(n.1, &["kali"]))?;
        (at + 1, at + 1)
    };
    let at = if c.is(at, &["dalam"]) { at + 1 } else { last };
    let unit = one(c, at).filter(|unit| letter(*unit).is_some())?;
    Some((value(unit)?, at + 1))
}
