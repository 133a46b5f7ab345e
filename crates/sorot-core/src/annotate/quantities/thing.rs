//! Around a number: how exactly, in what unit, how often, and what is counted?

use super::lexicon::{self, Sense};
use super::number::{MILLI, Number};
use super::words::Words;
use super::{Currency, Hedge, Quantity, Rate, Time, Unit, hash};
use crate::calendar::Lang;
use crate::stem;

/// Words of what is counted.
const THING: usize = 3;
/// Tokens behind a number in which its rate is looked for.
const RATE: usize = 7;
/// Tokens around a number in which it is told what becomes of those counted ("12 orang tewas").
const FATE: usize = 4;

/// The quantity of `number`, which begins at token `from`; `None` for what says nothing ("satu").
pub(super) fn quantity(words: &Words, from: usize, number: Number) -> Option<Quantity> {
    let mut start = from;
    let mut end = number.end;
    let (mut low, mut high) = (number.low, number.high);
    let mut unit = if number.share { Unit::Share } else { Unit::Count };
    // "Rp3,9", "US$ 5"
    if let Some((currency, first)) = money_before(words, from) {
        unit = Unit::Money(currency);
        start = first;
    }
    if unit == Unit::Count {
        let hyphen = usize::from(words.joins(end));
        let next = end + hyphen;
        if words.mark(next, '%') || words.sense(next) == Some(Sense::Percent) {
            (unit, end) = (Unit::Share, next + 1);
        } else if words.low(next) == "per" && words.low(next + 1) == "cent" {
            (unit, end) = (Unit::Share, next + 2);
        } else {
            match words.sense(next) {
                Some(Sense::Money(currency)) => (unit, end) = (Unit::Money(currency), next + 1),
                Some(Sense::Duration(by, time)) => {
                    (unit, end) = (Unit::Time(time), next + 1);
                    (low, high) = (low.checked_mul(by)?, high.checked_mul(by)?);
                }
                Some(Sense::Size(by, measure)) => {
                    (unit, end) = (Unit::Size(measure), next + 1);
                    (low, high) = (scaled(low, by)?, scaled(high, by)?);
                }
                _ => {}
            }
        }
    }
    let (hedge, first) = hedge(words, start);
    let hedge = if hedge == Hedge::None && number.about { Hedge::About } else { hedge };
    start = first;
    let rate = rate(words, end);
    let one = low == high && (low == MILLI || low == 0) && unit == Unit::Count;
    let thing = thing(words, start, end, unit);
    // "satu", "nol": an article more often than a number.
    if one || unit == Unit::Count && thing.is_none() && low == high {
        return None;
    }
    // "45 tahun" behind a name is an age, "tiga jam lalu" a date.
    if matches!(unit, Unit::Time(_)) && is_point(words, start, end) {
        return None;
    }
    let key = key(words, start, end, thing, unit);
    Some(Quantity {
        span: words.span(start, end),
        thing: thing.map(|(a, b)| words.span(a, b)),
        low,
        high,
        hedge,
        unit,
        per: rate,
        key,
    })
}

fn scaled(value: i64, by: i64) -> Option<i64> {
    i64::try_from(i128::from(value) * i128::from(by) / i128::from(MILLI)).ok()
}

/// The currency before the number, and its first token.
fn money_before(words: &Words, from: usize) -> Option<(Currency, usize)> {
    let at = words.before(from, 1)?;
    let symbol = match words.text(at) {
        "$" => Some(Currency(2)),
        "€" => Some(Currency(3)),
        "£" => Some(Currency(4)),
        "¥" => Some(Currency(5)),
        _ => None,
    };
    if let Some(currency) = symbol {
        // "US$5"
        let us = words.before(from, 2).filter(|&i| words.glued(at) && matches!(words.text(i), "US" | "AS"));
        return Some((currency, us.unwrap_or(at)));
    }
    let dotted = words.mark(at, '.') && words.before(from, 2).is_some_and(|i| words.low(i) == "rp");
    let at = if dotted { at - 1 } else { at };
    match words.sense(at) {
        Some(Sense::Money(currency)) if matches!(&*words.low(at), "rp" | "idr" | "usd" | "eur") => {
            Some((currency, at))
        }
        _ => None,
    }
}

/// How exactly, and the first token of the words that say so.
fn hedge(words: &Words, start: usize) -> (Hedge, usize) {
    let low = |n: usize| words.before(start, n).map(|i| words.low(i)).unwrap_or_default();
    let (one, two) = (low(1), low(2));
    let found = |hedge, by: usize| (hedge, start - by);
    match (&*two, &*one) {
        ("lebih", "dari")
        | ("more", "than")
        | ("at", "least")
        | ("paling", "sedikit")
        | ("paling", "kurang") => {
            // "tidak lebih dari", "no more than"
            match &*low(3) {
                "tidak" | "tak" | "no" => found(Hedge::AtMost, 3),
                _ => found(Hedge::AtLeast, 2),
            }
        }
        ("kurang", "dari") | ("less", "than") | ("fewer", "than") | ("at", "most") | ("paling", "banyak") => {
            match &*low(3) {
                "tidak" | "tak" | "no" => found(Hedge::AtLeast, 3),
                _ => found(Hedge::AtMost, 2),
            }
        }
        ("up", "to") => found(Hedge::AtMost, 2),
        ("kurang", "lebih") => found(Hedge::About, 2),
        (
            _,
            "sekitar" | "kira-kira" | "kisaran" | "about" | "around" | "approximately" | "roughly" | "some"
            | "circa",
        ) => found(Hedge::About, 1),
        (_, "hampir" | "nyaris" | "nearly" | "almost" | "maksimal") => found(Hedge::AtMost, 1),
        (_, "setidaknya" | "sedikitnya" | "minimal" | "over" | "setidak-tidaknya") => {
            found(Hedge::AtLeast, 1)
        }
        (_, "kira") if low(3) == "kira" => found(Hedge::About, 3),
        _ => (Hedge::None, start),
    }
}

/// "5.000 … seminggu", "… per hari", "… setiap pekan", "… a week".
fn rate(words: &Words, end: usize) -> Option<Rate> {
    for at in end..end + RATE {
        let token = words.token(at)?;
        let punctuation = token.kind == crate::structure::tokens::TokenKind::Mark
            && !words.joins(at)
            && !words.mark(at, '/');
        if punctuation || words.is_digits(at) {
            return None;
        }
        let rate = |count: i64, unit: Time| u16::try_from(count).ok().map(|count| Rate { count, unit });
        if let Some(Sense::Each(unit, count)) = words.sense(at) {
            return rate(count, unit);
        }
        let per = words.has(at, |s| s == Sense::Per) || words.mark(at, '/');
        if per && let Some(Sense::Duration(count, unit)) = words.sense(at + 1) {
            return rate(count, unit);
        }
    }
    None
}

/// What is counted, as a range of tokens.
fn thing(words: &Words, start: usize, end: usize, unit: Unit) -> Option<(usize, usize)> {
    let share = unit == Unit::Share;
    let mut at = end;
    if words.has(at, |s| s == Sense::Of) && (share || words.lang == Lang::En) {
        at += 1;
    } else if share && words.lang == Lang::En {
        return None;
    } else if words.joins(at) {
        at += 1;
    }
    if words.lang == Lang::En && matches!(&*words.low(at), "the" | "its" | "their" | "all" | "his" | "her") {
        at += 1;
    }
    if !share && !matches!(unit, Unit::Count) {
        // "gencatan senjata 30 hari", "a 30-day ceasefire"
        let english = words.lang == Lang::En && words.before(end, 2).is_some_and(|i| words.joins(i));
        return if english { noun(words, at) } else { noun_before(words, start) };
    }
    let found = noun(words, at);
    if share && found.is_none() { noun_before(words, start) } else { found }
}

/// The words of a noun phrase from `at` on.
fn noun(words: &Words, at: usize) -> Option<(usize, usize)> {
    let mut end = at;
    while end < at + THING {
        let hyphenated = end > at && words.joins(end) && words.is_word(end + 1);
        if hyphenated {
            end += 2;
            continue;
        }
        let stops = words.has(end, |s| !matches!(s, Sense::People)) || verbal(words, end);
        if !words.is_word(end) || stops {
            break;
        }
        end += 1;
        // A name or a plural ends an English phrase ("missiles struck").
        let plural = words.lang == Lang::En && words.text(end - 1).ends_with('s');
        if plural {
            break;
        }
    }
    // "5.000 Mesir dan Libia": names in a row are counted together.
    let named = |at: usize| words.is_word(at) && words.token(at).is_some_and(|t| t.is_capital());
    let row = end > at && named(end - 1) && matches!(&*words.low(end), "dan" | "and") && named(end + 1);
    let end = if row { end + 2 } else { end };
    (end > at).then_some((at, end))
}

/// The words of a noun phrase that ends before `start`.
fn noun_before(words: &Words, start: usize) -> Option<(usize, usize)> {
    let mut first = start;
    while first + 2 > start {
        let Some(at) = words.before(first, 1) else { break };
        let name = words.token(at).is_some_and(|t| t.is_capital()) && at > 0;
        if !words.is_word(at) || words.sense(at).is_some() || verbal(words, at) || name && first == start {
            break;
        }
        first = at;
    }
    (first < start).then_some((first, start))
}

/// Whether the word looks like an Indonesian verb.
fn verbal(words: &Words, at: usize) -> bool {
    let low = words.low(at);
    words.lang == Lang::Id
        && low.len() >= 6
        && !words.token(at).is_some_and(|t| t.is_capital())
        && (["me", "ber", "di", "ter"].iter().any(|p| low.starts_with(p)))
        && ![
            "menteri", "dinas", "berita", "mesin", "dinding", "teroris", "merek", "diplomat", "direktur",
            "terminal", "berlian", "dinasti", "media", "medali", "meter", "metode",
        ]
        .contains(&&*low)
}

/// "… lalu", "… ago": a point in time, not a duration; "berusia 45 tahun": an age.
fn is_point(words: &Words, start: usize, end: usize) -> bool {
    let after = words.low(end);
    let before = words.before(start, 1).map(|i| words.low(i)).unwrap_or_default();
    let point = matches!(
        &*after,
        "lalu"
            | "silam"
            | "ago"
            | "lagi"
            | "kemudian"
            | "sebelumnya"
            | "mendatang"
            | "old"
            | "earlier"
            | "later"
            | "terakhir"
    );
    let age = matches!(&*before, "berusia" | "usia" | "umur" | "berumur" | "aged");
    let bracketed = words.before(start, 1).is_some_and(|i| words.mark(i, '(') || words.mark(i, ','))
        && words.mark(end, ')');
    point || age || bracketed
}

/// What quantities that may count the same have in common.
fn key(words: &Words, start: usize, end: usize, thing: Option<(usize, usize)>, unit: Unit) -> u32 {
    let class_at = |at: usize| lexicon::counted(&words.low(at), words.lang);
    let nouns = thing.map_or(0..0, |(a, b)| a..b);
    let named = |at: usize| words.token(at).is_some_and(|t| t.is_capital());
    // "wilayah Ukraina" and "Ukraina" are one thing where a share of it is told.
    if unit == Unit::Share {
        let territory = nouns.clone().next().is_some_and(|at| named(at) || class_at(at) == Some("territory"));
        if territory {
            return hash("share of territory");
        }
    }
    if let Some(class) = nouns.clone().find_map(class_at) {
        return hash(class);
    }
    let head = nouns.clone().find(|&at| !words.has(at, |s| s == Sense::People));
    let people = head.is_none() && thing.is_some() || head.is_some_and(named);
    if unit == Unit::Count && people {
        let fate = |at: usize| class_at(at).filter(|c| FATES.contains(c));
        let last = nouns.end.max(end);
        let ahead = (last..last + FATE).take_while(|&at| !ends_clause(words, at)).find_map(fate);
        let back = (1..=FATE)
            .map_while(|n| words.before(start, n))
            .take_while(|&at| !ends_clause(words, at))
            .find_map(fate);
        return ahead.or(back).map_or_else(|| if head.is_none() { hash("people") } else { 0 }, hash);
    }
    let Some(head) = head else { return 0 };
    let low = words.low(head);
    hash(&stem::stem(&low, words.lang))
}

/// What can become of people.
const FATES: [&str; 6] = ["death", "injury", "displaced", "arrest", "missing", "hostage"];

fn ends_clause(words: &Words, at: usize) -> bool {
    words.is_digits(at)
        || words.token(at).is_none()
        || [',', '.', ';', ':', '(', ')', '–', '—'].iter().any(|&c| words.mark(at, c))
}

#[cfg(test)]
pub(super) fn text<'a>(body: &'a str, quantity: &Quantity) -> (&'a str, &'a str) {
    (quantity.span.of(body), quantity.thing.map_or("", |t| t.of(body)))
}
