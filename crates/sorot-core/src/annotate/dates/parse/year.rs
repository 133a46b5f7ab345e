//! Years and decades: "tahun 2014", "the 2015 deal", "1990-an".

use super::{Parsed, dash, joins};
use crate::annotate::dates::lexer::{Cursor, Kind};
use crate::annotate::dates::meaning::Meaning;
use crate::calendar::Lang;

/// "1990-an", "tahun 80-an", "the 1990s", "’90s".
pub(super) fn decade(c: &Cursor, i: usize) -> Option<Parsed> {
    let prefixed = c.is(i, &["tahun", "era", "dekade"]) || c.mark(i, &['\'', '’']);
    let at = if prefixed { i + 1 } else { i };
    let (n, digits) = c.digits(at)?;
    let end = if c.glued(at + 1) && c.is(at + 1, &["s", "an"]) {
        at + 2
    } else if dash(c, at + 1) && c.is(at + 2, &["an"]) {
        at + 3
    } else {
        return None;
    };
    let named = c.is(i.wrapping_sub(1), &["the"]) || prefixed;
    let fits = n % 10 == 0 && (digits == 4 && (1000..3000).contains(&n) || digits == 2 && named);
    fits.then_some((Meaning::Decade(n as i32), end))
}

/// Words after which, and words before which, four figures are a year.
const BEFORE_YEAR: [&str; 26] = [
    "pada",
    "sejak",
    "hingga",
    "sampai",
    "di",
    "selama",
    "antara",
    "mulai",
    "sebelum",
    "menjelang",
    "sepanjang",
    "memasuki",
    "menyambut",
    "periode",
    "in",
    "since",
    "until",
    "by",
    "during",
    "between",
    "before",
    "through",
    "of",
    "throughout",
    "late",
    "early",
];
pub(super) const AFTER_YEAR: [&str; 5] = ["lalu", "silam", "mendatang", "kemarin", "nanti"];

fn year_context(c: &Cursor, at: usize) -> bool {
    let Some(previous) = at.checked_sub(1) else { return c.mark(at + 1, &[',']) };
    c.is(previous, &BEFORE_YEAR)
        || c.part(previous).is_some() && (!c.capital(previous) || c.initial(previous))
        || attribute(c, previous)
        || c.is(at + 1, &AFTER_YEAR)
        || c.is(previous, &["dari", "from"]) && joins(c, at + 1) && c.year(at + 2).is_some()
        || joins(c, previous)
            && !dash(c, previous)
            && previous.checked_sub(1).is_some_and(|b| c.year(b).is_some())
        || c.is(previous, &["dan", "and"]) && previous.checked_sub(1).is_some_and(|b| c.year(b).is_some())
}

/// "the 2015 deal": with a capital ("the 2018 World Cup") the year is part of a name.
fn attribute(c: &Cursor, article: usize) -> bool {
    c.lang == Lang::En
        && c.is(article, &["the", "a", "its", "their", "his", "her"])
        && c.token(article + 2).is_some_and(|t| t.kind == Kind::Word && !t.capital)
}

/// "tahun 2014", "pada 2014", "2014–2019".
pub(super) fn year(c: &Cursor, i: usize) -> Option<Parsed> {
    let prefixed = c.is(i, &["tahun", "year", "fiscal"]);
    let at = if prefixed { i + 1 } else { i };
    // "tahun anggaran 2023", "fiscal year 2023"
    const KINDS: [&str; 7] = ["buku", "fiskal", "anggaran", "ajaran", "pelajaran", "akademik", "year"];
    let at = if prefixed && !c.is(i, &["year"]) && c.is(at, &KINDS) { at + 1 } else { at };
    let year = c.year(at)?;
    // "Undang-Undang Nomor 31 Tahun 1999" is a name.
    let numbered = i
        .checked_sub(2)
        .is_some_and(|b| c.is(b, &["nomor", "no"]) || c.mark(b, &['.']) && c.is(b.wrapping_sub(1), &["no"]));
    if prefixed && numbered && c.digits(i - 1).is_some() {
        return None;
    }
    let told = prefixed
        || (1900..2100).contains(&year) && year_context(c, at) && !c.is(at + 1, &["orang", "people"]);
    if !told {
        return None;
    }
    let slash = c.mark(at + 1, &['/']) && c.glued(at + 1);
    if (dash(c, at + 1) || slash)
        && let Some(to) = c.year(at + 2).filter(|to| *to > year)
    {
        return Some((Meaning::Range(Box::new(Meaning::Year(year)), Box::new(Meaning::Year(to))), at + 3));
    }
    Some((Meaning::Year(year), if c.is(at + 1, &AFTER_YEAR) { at + 2 } else { at + 1 }))
}
