//! What number do these words and digits make?

use super::lexicon::Sense;
use super::words::Words;
use crate::calendar::Lang;

/// Parts of a unit that a value is told in.
pub(super) const MILLI: i64 = 1000;
/// Words of one number.
const LONGEST: usize = 16;
/// Digits of one number: more are a name.
const DIGITS: usize = 15;

/// A number that was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Number {
    /// Thousandths.
    pub low: i64,
    /// Thousandths; `low` unless it is a range or vague.
    pub high: i64,
    /// Behind its last token.
    pub end: usize,
    /// Whether it is a part of one ("seperlima"): then in thousandths of a percent.
    pub share: bool,
    /// Whether "-an" makes it vague ("100-an").
    pub about: bool,
}

/// The number that begins at token `at`: digits, words, or both; a range of two.
pub(super) fn at(words: &Words, at: usize) -> Option<Number> {
    let first = single(words, at)?;
    Some(range(words, first).unwrap_or(first))
}

/// "5-10", "lima hingga 10", "between 5 and 10".
fn range(words: &Words, first: Number) -> Option<Number> {
    let between = matches!(&*words.low(first.end), "hingga" | "sampai" | "to" | "sampai-sampai");
    let both = matches!(&*words.low(first.end), "dan" | "and")
        && words.before(first.end, 2).is_some_and(|_| is_between(words, first));
    let dash = words.mark(first.end, '-') || words.mark(first.end, '–');
    if !(between || both || dash) || first.share || first.low != first.high {
        return None;
    }
    let second = single(words, first.end + 1).filter(|n| !n.share && n.low == n.high)?;
    // "2-3 juta": the scale holds for both.
    let scale = scale_of(words, first.end + 1, second);
    let low = if first.low < MILLI * 1000 && scale > 1 && first.low.saturating_mul(scale) <= second.low {
        first.low.saturating_mul(scale)
    } else {
        first.low
    };
    (low < second.low).then_some(Number { low, high: second.high, end: second.end, ..first })
}

/// The scale word with which a number of digits ends, as a factor.
fn scale_of(words: &Words, from: usize, number: Number) -> i64 {
    let last = number.end.saturating_sub(1);
    match words.sense(last) {
        Some(Sense::Scale(scale)) if last > from && words.is_digits(from) => scale,
        _ => 1,
    }
}

fn is_between(words: &Words, first: Number) -> bool {
    // Looked for right before the first number, which is short.
    (1..=4).filter_map(|n| words.before(first.end, n)).any(|i| matches!(&*words.low(i), "antara" | "between"))
}

fn single(words: &Words, at: usize) -> Option<Number> {
    let (value, mut end) = if words.is_digits(at) {
        (digits(words.text(at), words.lang, is_percent(words, at + 1))?, at + 1)
    } else {
        return spelt(words, at);
    };
    let mut value = value;
    while let Some(Sense::Scale(scale)) = words.sense(end).filter(|_| words.is_word(end)) {
        value = value.checked_mul(scale)?;
        end += 1;
    }
    // "100-an"
    let about = words.joins(end) && words.low(end + 1) == "an";
    let mut number =
        Number { low: value, high: value, end: end + 2 * usize::from(about), share: false, about };
    // "2 of 3 parts": "dua pertiga" in digits, "3/4" is left to names.
    if let Some(part) = parts(words, number) {
        number = part;
    }
    Some(number)
}

fn is_percent(words: &Words, at: usize) -> bool {
    words.mark(at, '%') || matches!(words.sense(at), Some(Sense::Percent)) || words.low(at) == "per"
}

/// Digits with separators: thousands and decimals as the language has them.
pub(super) fn digits(text: &str, lang: Lang, percent: bool) -> Option<i64> {
    let count = text.bytes().filter(u8::is_ascii_digit).count();
    if count == 0
        || count > DIGITS
        || !text.is_ascii()
        || text.len() > 1 && text.starts_with('0') && !text.starts_with("0,") && !text.starts_with("0.")
    {
        return None;
    }
    let (thousands, decimal) = match lang {
        Lang::Id => ('.', ','),
        Lang::En => (',', '.'),
    };
    let grouped = |text: &str, by: char| {
        let mut groups = text.split(by);
        groups.next().is_some_and(|g| (1..=3).contains(&g.len()) && g != "0") && groups.all(|g| g.len() == 3)
    };
    let (whole, part) = match text.rsplit_once(decimal) {
        // "1,000" in Indonesian, "1.000.000" in English: the other language's thousands.
        Some((whole, part))
            if part.len() == 3 && !percent && !whole.contains(thousands) && grouped(text, decimal) =>
        {
            let several = whole.contains(decimal);
            if several || lang == Lang::Id { (text.to_string(), "") } else { (whole.to_string(), part) }
        }
        Some((whole, part)) => (whole.to_string(), part),
        // "12.5 persen" is what an Indonesian reader takes for 12,5.
        None => match text.rsplit_once(thousands) {
            Some((whole, part)) if !grouped(text, thousands) => (whole.to_string(), part),
            _ => (text.to_string(), ""),
        },
    };
    if whole.contains(decimal) && !part.is_empty() || part.contains([',', '.']) {
        return None;
    }
    let separated = whole.contains(['.', ',']);
    let sound = !separated || grouped(&whole, '.') || grouped(&whole, ',');
    let number: i64 = whole.replace(['.', ','], "").parse().ok().filter(|_| sound)?;
    let mut milli = 0;
    for (place, digit) in [100, 10, 1].into_iter().zip(part.bytes()) {
        milli += place * i64::from(digit - b'0');
    }
    number.checked_mul(MILLI)?.checked_add(milli)
}

/// A number in words, from its first one on.
fn spelt(words: &Words, at: usize) -> Option<Number> {
    let mut total: i64 = 0;
    let mut group: i64 = 0;
    let mut pending: Option<i64> = None;
    let mut end = at;
    let mut any = false;
    let article = words.lang == Lang::En && matches!(&*words.low(at), "a" | "an");
    let mut i = at;
    if article {
        match words.sense(at + 1) {
            Some(Sense::Scale(_) | Sense::Times(_)) => {
                pending = Some(1);
                i += 1;
            }
            // "a third of", "a quarter of"
            Some(Sense::Parts(of)) => return one_part(words, at + 1, of),
            _ => return None,
        }
    }
    while i < words.len() && i < at + LONGEST {
        let joined = words.joins(i) && any;
        if joined {
            i += 1;
        }
        match words.sense(i).filter(|_| words.is_word(i)) {
            // "twenty-five"; otherwise two numbers in a row are two numbers
            Some(Sense::Number(n)) => match pending {
                Some(tens)
                    if words.lang == Lang::En && tens >= 20 && tens % 10 == 0 && tens < 100 && n < 10 =>
                {
                    pending = Some(tens + n);
                }
                None => pending = Some(n),
                Some(_) => break,
            },
            Some(Sense::Teen) => match pending.take() {
                Some(n) => group += n + 10,
                None => break,
            },
            Some(Sense::Times(by)) => match pending.take() {
                Some(n) => group += n * by,
                None => break,
            },
            Some(Sense::OneScale(by)) if pending.is_none() && (by == 100 || !any) => {
                if by < 1000 {
                    group += by
                } else {
                    total += by
                }
            }
            Some(Sense::Scale(by)) => {
                let all = group + pending.take().unwrap_or(0);
                if all == 0 {
                    break;
                }
                total = total.checked_add(all.checked_mul(by)?)?;
                group = 0;
            }
            Some(Sense::Vague(low, high)) if !any => return vague(words, i, low, high),
            Some(Sense::Part(of)) if !any => return part(words, i, of),
            Some(Sense::Parts(of)) if any && total == 0 && group == 0 => {
                return share(pending?, of, i + 1);
            }
            // "one hundred and five"
            _ if words.lang == Lang::En
                && any
                && (group > 0 || total > 0)
                && pending.is_none()
                && words.low(i) == "and"
                && matches!(words.sense(i + 1), Some(Sense::Number(_))) =>
            {
                i += 1;
                continue;
            }
            _ => break,
        }
        i += 1;
        end = i;
        any = true;
    }
    // Most words are no number.
    if !any {
        return None;
    }
    let value = total.checked_add(group)?.checked_add(pending.unwrap_or(0))?.checked_mul(MILLI)?;
    let number = Number { low: value, high: value, end, share: false, about: false };
    Some(spelt_decimal(words, number).unwrap_or(number))
}

/// "tiga koma lima": "three point five", and a scale behind it.
fn spelt_decimal(words: &Words, number: Number) -> Option<Number> {
    let (low, mut end) = (number.low, number.end);
    if !matches!(&*words.low(end), "koma" | "point") {
        return None;
    }
    end += 1;
    let mut value = low;
    for place in [100, 10, 1] {
        let Some(Sense::Number(n @ 0..=9)) = words.sense(end) else { break };
        value += place * n;
        end += 1;
    }
    if end == number.end + 1 {
        return None;
    }
    if let Some(Sense::Scale(scale)) = words.sense(end) {
        value = value.checked_mul(scale)?;
        end += 1;
    }
    Some(Number { low: value, high: value, end, ..number })
}

/// "ribuan", "puluhan ribu", "tens of thousands of".
fn vague(words: &Words, at: usize, low: i64, high: i64) -> Option<Number> {
    let (mut low, mut high, mut end) = (low, high, at + 1);
    if let Some(Sense::Scale(scale)) = words.sense(end) {
        (low, high, end) = (low.checked_mul(scale)?, high.checked_add(1)?.checked_mul(scale)? - 1, end + 1);
    } else if words.low(end) == "of" && words.lang == Lang::En {
        match words.sense(end + 1) {
            Some(Sense::Vague(by, _)) if by > low => {
                (low, high, end) = (low.checked_mul(by)?, high.checked_add(1)?.checked_mul(by)? - 1, end + 2);
            }
            _ => end += 1,
        }
    } else if words.lang == Lang::En && &*words.low(at) == "tens" {
        return None;
    }
    let milli = |n: i64| n.checked_mul(MILLI);
    Some(Number { low: milli(low)?, high: milli(high)?, end, share: false, about: false })
}

/// "seperlima dari", "half of": a part alone says little without what it is a part of.
fn part(words: &Words, at: usize, of: i64) -> Option<Number> {
    let next = words.sense(at + 1);
    // "setengah jam"
    if of == 2 && words.lang == Lang::Id && matches!(next, Some(Sense::Duration(..))) {
        return Some(Number { low: MILLI / 2, high: MILLI / 2, end: at + 1, share: false, about: false });
    }
    let english = words.lang == Lang::En
        && (words.low(at + 1) == "of" || matches!(&*words.low(at + 1), "the" | "its" | "their"));
    let indonesian = words.lang == Lang::Id
        && words.is_word(at + 1)
        && (of > 2 || matches!(next, Some(Sense::Of | Sense::People)));
    if english || indonesian { share(1, of, at + 1) } else { None }
}

fn one_part(words: &Words, at: usize, of: i64) -> Option<Number> {
    if words.low(at + 1) == "of" { share(1, of, at + 1) } else { None }
}

fn parts(words: &Words, number: Number) -> Option<Number> {
    let at = number.end;
    match words.sense(at) {
        Some(Sense::Parts(of)) if number.low == number.high && number.low % MILLI == 0 => {
            share(number.low / MILLI, of, at + 1)
        }
        _ => None,
    }
}

/// So many of so many parts, in thousandths of a percent.
fn share(count: i64, of: i64, end: usize) -> Option<Number> {
    if count <= 0 || count >= of {
        return None;
    }
    let value = (count.checked_mul(100 * MILLI)? + of / 2) / of;
    Some(Number { low: value, high: value, end, share: true, about: false })
}

/// Whether the number names or places something instead of counting: "Pasal 5", "B-52", "10:30", "(45)",
/// "berusia 45", a year.
pub(super) fn is_label(words: &Words, from: usize, end: usize) -> bool {
    let before = |n: usize| words.before(from, n);
    let glued = |c: char| before(1).is_some_and(|i| words.mark(i, c)) && words.glued(from);
    if glued('-') || glued('/') || glued(':') || glued('#') || glued('@') || glued('_') {
        return true;
    }
    let digits = end == from + 1 && words.is_digits(from);
    let tight = |c: char| words.mark(end, c) && words.glued(end) && words.glued(end + 1);
    if digits && (tight('/') || tight(':')) {
        return true;
    }
    // "F16", "3D"
    if digits && words.is_word(end) && words.glued(end) && !words.has(end, is_unit) {
        return true;
    }
    // "tahun 2014" is a date; "jam 10" an hour
    let named = before(1).is_some_and(|i| words.has(i, |s| s == Sense::Label))
        || before(2).is_some_and(|i| {
            words.has(i, |s| s == Sense::Label) && before(1).is_some_and(|j| words.mark(j, '.'))
        });
    if named || words.has(end, |s| s == Sense::After) {
        return true;
    }
    let bracketed = before(1).is_some_and(|i| words.mark(i, '(')) && words.mark(end, ')');
    // "45-year-old"
    let age = words.joins(end)
        && matches!(&*words.low(end + 1), "year" | "years" | "month")
        && words.joins(end + 2);
    // A capital and a number are a name: "Boeing 737", "Apollo 11", "Formula 1"; not at the start.
    let titled = digits
        && before(1).is_some_and(|i| {
            i > 0
                && words.token(i).is_some_and(|t| t.is_capital())
                && words.sense(i).is_none()
                && !words.mark(i - 1, '.')
                && !words.is_word(end)
                && !words.mark(end, '%')
        });
    let text = words.text(from);
    let year = digits && text.len() == 4 && (text.starts_with("19") || text.starts_with("20"));
    let years = year && !words.has(end, |s| s == Sense::People || is_unit(s)) && !words.mark(end, '%');
    let dollars =
        before(1).is_some_and(|i| words.mark(i, '$') || words.has(i, |s| matches!(s, Sense::Money(_))));
    bracketed || age || titled && !dollars || years && !dollars
}

pub(super) fn is_unit(sense: Sense) -> bool {
    matches!(
        sense,
        Sense::Percent
            | Sense::Money(_)
            | Sense::Duration(..)
            | Sense::Size(..)
            | Sense::Scale(_)
            | Sense::Each(..)
    )
}
