//! Which words make one calendar expression, and what do they mean?
//!
//! Every rule starts at one token and looks a bounded number of tokens ahead, so a pass over a text
//! is linear in its length.

mod absolute;
mod anchored;
mod period;
mod relative;
mod season;
mod weekday;
mod year;

use super::lexer::{Cursor, Kind};
use super::lexicon::Sense;
use super::meaning::{Beside, Meaning};

/// A reading: the meaning and the token after its last one.
pub(super) type Parsed = (Meaning, usize);

/// The longest meaning that starts at token `i`, by the first rule that fits.
pub(super) fn at(c: &Cursor, i: usize) -> Option<Parsed> {
    // Most words say nothing about the calendar: leave at once.
    if !may_start(c, i) {
        return None;
    }
    if i.checked_sub(1).is_some_and(|before| c.has(before, Sense::Every)) {
        return None;
    }
    // "tiap malam Minggu"
    if i >= 2 && c.is(i - 1, &["malam"]) && c.has(i - 2, Sense::Every) {
        return None;
    }
    // "Jumat Agung" and "Easter Monday" are feasts first.
    anchored::read(c, i)
        .or_else(|| absolute::feast(c, i))
        .or_else(|| absolute::nth_weekday(c, i))
        .or_else(|| season::read(c, i))
        .or_else(|| weekday::read(c, i))
        .or_else(|| absolute::read(c, i))
        .or_else(|| period::read(c, i))
        .or_else(|| relative::read(c, i))
}

/// Whether the token at `i` may begin an expression at all.
pub(super) fn may_start(c: &Cursor, i: usize) -> bool {
    c.token(i).is_some_and(|token| match token.kind {
        Kind::Word => token.senses.iter().any(|e| e.1.starts()),
        Kind::Number(..) => true,
        Kind::Mark(mark) => matches!(mark, '\'' | '’' | '('),
    })
}

/// "lalu", "ini", "mendatang", "yang lalu", "yang akan datang", "tahun lalu" after a date.
pub(super) fn beside(c: &Cursor, i: usize) -> Option<(Beside, usize)> {
    if c.is(i, &["yang"]) {
        if c.is(i + 1, &["akan"]) && c.is(i + 2, &["datang"]) {
            return Some((Beside::Next, i + 3));
        }
        return c.is(i + 1, &["lalu", "silam"]).then_some((Beside::Last, i + 2));
    }
    if c.is(i, &["tahun"]) {
        let years = c.shift(i + 1)?;
        return Some((Beside::Years(years), i + 2));
    }
    if c.is(i, &["of"]) || c.is(i, &["last", "next", "this"]) {
        let at = if c.is(i, &["of"]) { i + 1 } else { i };
        let years = c.shift(at)?;
        return c.is(at + 1, &["year"]).then_some((Beside::Years(years), at + 2));
    }
    if c.lang == crate::calendar::Lang::En {
        return None;
    }
    let beside = match c.shift(i)? {
        0 => Beside::This,
        n if n < 0 => Beside::Last,
        _ => Beside::Next,
    };
    Some((beside, i + 1))
}

/// English "last", "this", "next" before a name.
pub(super) fn before(c: &Cursor, i: usize) -> Option<Beside> {
    if c.lang != crate::calendar::Lang::En {
        return None;
    }
    match c.shift(i)? {
        0 => Some(Beside::This),
        n if n < 0 => Some(Beside::Last),
        _ => Some(Beside::Next),
    }
}

/// "pagi", "malam", "dini hari", "morning": the token after it, or `i` where there is none.
pub(in crate::annotate::dates) fn past_daypart(c: &Cursor, i: usize) -> usize {
    if !c.has(i, Sense::Daypart) {
        return i;
    }
    if c.is(i, &["dini"]) {
        return if c.is(i + 1, &["hari"]) { i + 2 } else { i };
    }
    if c.is(i + 1, &["hari", "harinya"]) && c.is(i, &["siang", "malam", "sore", "pagi", "petang"]) {
        i + 2
    } else {
        i + 1
    }
}

/// English "Mondays" at `i`, 0 = Monday.
pub(in crate::annotate::dates) fn weekdays(c: &Cursor, i: usize) -> Option<u8> {
    c.sense(i, |s| match s {
        Sense::Weekdays(day) => Some(day),
        _ => None,
    })
}

/// A mark that joins the ends of a range.
pub(in crate::annotate::dates) fn dash(c: &Cursor, i: usize) -> bool {
    c.mark(i, &['-', '–', '—'])
}

/// A dash, or a word that joins the ends of a range.
pub(in crate::annotate::dates) fn joins(c: &Cursor, i: usize) -> bool {
    dash(c, i) || c.is(i, &["hingga", "sampai", "to", "through", "until", "till"])
}
