//! Seasons of the temperate north, as meteorology counts them: three whole months from March on.

use super::absolute::year_beside;
use super::{Parsed, before};
use crate::annotate::dates::lexer::Cursor;
use crate::annotate::dates::meaning::{Beside, Meaning};
use crate::calendar::Lang;

/// "next spring", "the summer of 2023", "in the winter", "musim panas lalu".
pub(super) fn read(c: &Cursor, i: usize) -> Option<Parsed> {
    let told = before(c, i);
    let at = i + usize::from(told.is_some() || c.is(i, &["musim"]));
    let first = first_month(c, at)?;
    let next = if c.lang == Lang::En && c.is(at + 1, &["of"]) { at + 2 } else { at + 1 };
    let (year, beside, end) = match year_beside(c, next) {
        (None, None, _) => (None, None, at + 1),
        found => found,
    };
    let beside = told.or(beside);
    // A season without a word beside it may be any year's, and "fall" a verb.
    let article = i.checked_sub(1).filter(|&b| c.is(b, &["the"])).unwrap_or(i);
    let within =
        article.checked_sub(1).is_some_and(|b| c.is(b, &["in", "during", "since", "until", "by", "pada"]));
    let loose = within && !c.is(at, &["fall"]) && !c.capital(at);
    if year.is_none() && beside.is_none() && !loose {
        return None;
    }
    // Winter ends in the year after.
    let on = i32::from(first == 12);
    let last = Meaning::Month {
        month: (first + 1) % 12 + 1,
        year: year.map(|y| y + on),
        beside: beside.map(|b| if let Beside::Years(n) = b { Beside::Years(n + on) } else { b }),
    };
    let own = beside.filter(|b| matches!(b, Beside::Years(_)));
    let first = Meaning::Month { month: first, year, beside: own };
    Some((Meaning::Range(Box::new(first), Box::new(last)), end))
}

/// The month in which the season named at `i` begins.
fn first_month(c: &Cursor, i: usize) -> Option<u32> {
    let names: [&[&str]; 4] = match c.lang {
        Lang::En => [&["spring"], &["summer"], &["autumn", "fall"], &["winter"]],
        Lang::Id if i > 0 && c.is(i - 1, &["musim"]) => [&["semi"], &["panas"], &["gugur"], &["dingin"]],
        Lang::Id => return None,
    };
    let found = names.iter().position(|names| c.is(i, names))?;
    [3, 6, 9, 12].get(found).copied()
}
