//! Centuries, too coarse for a page of days: "abad ke-19", "akhir abad XIX", "the 19th century".

use crate::annotate::dates::lexer::Cursor;
use crate::annotate::dates::lexicon::Unit;
use crate::calendar::Lang;

/// The TIMEX3 value (the century's first two figures) and the token after the expression.
pub(super) fn read(c: &Cursor, i: usize) -> Option<(String, usize)> {
    let at = if c.part(i).is_some() { i + 1 } else { i };
    if c.lang == Lang::En {
        let (nth, at) = c.ordinal(at).or_else(|| hyphenated(c, at))?;
        let named = c.unit(at) == Some(Unit::Century) && nth <= 30;
        return named.then_some((value(nth)?, at + 1));
    }
    if c.unit(at) != Some(Unit::Century) {
        return None;
    }
    let at = at + 1;
    let told = c.ordinal(at).or_else(|| c.digits(at).map(|(n, _)| (n, at + 1)));
    let (nth, end) = told.or_else(|| Some((roman(c.text(at))?, at + 1)))?;
    (1..=30).contains(&nth).then_some((value(nth)?, end))
}

fn value(nth: u32) -> Option<String> {
    Some(format!("{:02}", nth.checked_sub(1)?))
}

/// "twenty-first"
fn hyphenated(c: &Cursor, i: usize) -> Option<(u32, usize)> {
    let (tens, at) = c.count(i).filter(|n| n.0 == 20 && c.mark(n.1, &['-']))?;
    c.ordinal(at + 1).filter(|n| n.0 < 10).map(|(ones, end)| (tens + ones, end))
}

/// A Roman number of capitals, up to 39.
fn roman(word: &str) -> Option<u32> {
    let tens = word.bytes().take_while(|b| *b == b'X').count();
    const ONES: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    let (tens, rest) = match word.get(tens..) {
        Some(rest) => (tens, rest),
        None => return None,
    };
    let ones = ONES.iter().position(|w| *w == rest)?;
    (tens <= 3 && !word.is_empty()).then_some((tens * 10 + ones) as u32)
}
