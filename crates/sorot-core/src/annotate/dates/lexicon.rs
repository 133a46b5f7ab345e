//! What may this word say about the calendar?

use crate::calendar::Lang;
use crate::structure::lookup::Lookup;
use serde::{Deserialize, Serialize};
use std::sync::OnceLock;

/// A unit of time, from short to long.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Unit {
    /// Seconds; like minutes and hours never a calendar expression.
    Second,
    /// Minutes.
    Minute,
    /// Hours.
    Hour,
    /// Nights ("last night").
    Night,
    /// Days.
    Day,
    /// Weekends.
    Weekend,
    /// Weeks, Monday to Sunday.
    Week,
    /// Two weeks ("fortnight").
    Fortnight,
    /// Calendar months.
    Month,
    /// Calendar quarters.
    Quarter,
    /// Half years.
    Half,
    /// Calendar years.
    Year,
    /// Decades.
    Decade,
    /// Centuries: known, but too coarse for a date axis.
    Century,
}

/// Which part of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Part {
    /// Its start.
    Early,
    /// Its middle.
    Mid,
    /// Its end.
    Late,
    /// What of it lies before the day of writing ("earlier this month").
    Earlier,
    /// What of it is still to come ("later this month").
    Later,
}

/// One sense of a word; a word may have several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sense {
    /// 0 = Monday.
    Weekday(u8),
    /// Its English plural, 0 = Monday.
    Weekdays(u8),
    /// 1 = January.
    Month(u8),
    /// A unit.
    Unit(Unit),
    /// One of a unit in a word ("sepekan").
    One(Unit),
    /// Many of a unit, repeated after a hyphen ("bertahun-tahun").
    Many(Unit),
    /// A number in words.
    Number(u32),
    /// "beberapa", "several".
    Few,
    /// This (0), last (-1), next (1).
    Shift(i8),
    /// A day by itself, relative to the day of speaking.
    Deictic(i8),
    /// A part of a period.
    Part(Part),
    /// A part of a day.
    Daypart,
    /// The hours of such a part as TIMEX3 writes them: "MO", "AF", "EV", "NI", "12:00".
    Hours(&'static str),
    /// A word that says how often, as a TIMEX3 period: "daily" is "P1D".
    Often(&'static str),
    /// The first word of a phrase that points to the present, past or future.
    Reference,
    /// A rank.
    Ordinal(u32),
    /// A word after which a bare month or year is a date.
    Prep,
    /// A word that makes a set of dates ("every").
    Every,
    /// The first word of a feast's name.
    Feast,
    /// A cue that what follows lies ahead.
    Future,
    /// A cue that what follows has been.
    Past,
    /// A word whose complement lies ahead ("agreed to meet", "sepakat bertemu").
    Intent,
    /// A word of a rule that isn't told by another sense.
    Start,
    /// A verb or noun of speaking: the news is that it was said.
    Said,
}

impl Sense {
    /// Whether an expression may begin with a word of this sense.
    pub fn starts(self) -> bool {
        !matches!(self, Sense::Prep | Sense::Future | Sense::Past | Sense::Intent | Sense::Said)
    }
}

type Entry = (&'static str, Sense);

/// The words of one language.
struct Table {
    /// Sorted by word.
    entries: Vec<Entry>,
    /// Each word's place in them.
    places: Lookup<(usize, usize)>,
}

fn load(text: &'static str, lang: Lang) -> Table {
    let words = text.lines().filter(|l| !l.starts_with('#')).filter_map(entry);
    let first = |phrase: &'static str| phrase.split(' ').next();
    let feasts = feasts().iter().filter_map(|f| Some((first(f.0)?, Sense::Feast)));
    let references = references(lang).iter().filter_map(|r| Some((first(r.0)?, Sense::Reference)));
    let mut entries: Vec<Entry> = words.chain(feasts).chain(references).collect();
    entries.sort_by_key(|e| e.0);
    entries.dedup();
    let places = entries.iter().enumerate().map(|(at, entry)| (entry.0, (at, at + 1)));
    let places = Lookup::new(places, |old, new| (old.0, new.1));
    Table { entries, places }
}

fn entry(line: &'static str) -> Option<Entry> {
    let mut fields = line.split('\t');
    let (word, kind, value) = (fields.next()?, fields.next()?, fields.next()?);
    let number = value.parse::<i32>().unwrap_or(0);
    let sense = match kind {
        "weekday" => Sense::Weekday(number as u8),
        "weekdays" => Sense::Weekdays(number as u8),
        "month" => Sense::Month(number as u8),
        "unit" => Sense::Unit(unit(value)?),
        "one" => Sense::One(unit(value)?),
        "many" => Sense::Many(unit(value)?),
        "number" => Sense::Number(number as u32),
        "few" => Sense::Few,
        "shift" => Sense::Shift(number as i8),
        "deictic" => Sense::Deictic(number as i8),
        "part" => Sense::Part(match value {
            "early" => Part::Early,
            "mid" => Part::Mid,
            "earlier" => Part::Earlier,
            "later" => Part::Later,
            _ => Part::Late,
        }),
        "daypart" => Sense::Daypart,
        "hours" => Sense::Hours(value),
        "often" => Sense::Often(value),
        "ordinal" => Sense::Ordinal(number as u32),
        "prep" => Sense::Prep,
        "every" => Sense::Every,
        "future" => Sense::Future,
        "past" => Sense::Past,
        "said" => Sense::Said,
        "intent" => Sense::Intent,
        "start" => Sense::Start,
        _ => return None,
    };
    Some((word, sense))
}

fn unit(word: &str) -> Option<Unit> {
    Some(match word {
        "second" => Unit::Second,
        "minute" => Unit::Minute,
        "hour" => Unit::Hour,
        "night" => Unit::Night,
        "day" => Unit::Day,
        "weekend" => Unit::Weekend,
        "week" => Unit::Week,
        "fortnight" => Unit::Fortnight,
        "month" => Unit::Month,
        "quarter" => Unit::Quarter,
        "half" => Unit::Half,
        "year" => Unit::Year,
        "decade" => Unit::Decade,
        "century" => Unit::Century,
        _ => return None,
    })
}

fn table(lang: Lang) -> &'static Table {
    static ID: OnceLock<Table> = OnceLock::new();
    static EN: OnceLock<Table> = OnceLock::new();
    match lang {
        Lang::Id => ID.get_or_init(|| load(include_str!("../../../data/dates/id.txt"), lang)),
        Lang::En => EN.get_or_init(|| load(include_str!("../../../data/dates/en.txt"), lang)),
    }
}

/// The senses of `word` (in lower case) in `lang`; none for most words.
pub fn senses(word: &str, lang: Lang) -> &'static [Entry] {
    let table = table(lang);
    let place = table.places.get(word);
    place.and_then(|(from, to)| table.entries.get(from..to)).unwrap_or(&[])
}

/// Phrases that point to the present, past or future without a day ("baru-baru ini"), in lower
/// case, words parted by one space, sorted; with what TIMEX3 writes for them.
pub fn references(lang: Lang) -> &'static [(&'static str, &'static str)] {
    static ID: OnceLock<Vec<(&str, &str)>> = OnceLock::new();
    static EN: OnceLock<Vec<(&str, &str)>> = OnceLock::new();
    let load = |text: &'static str| {
        text.lines().filter(|l| !l.starts_with('#')).filter_map(|l| l.split_once('\t')).collect()
    };
    match lang {
        Lang::Id => ID.get_or_init(|| load(include_str!("../../../data/dates/references-id.txt"))),
        Lang::En => EN.get_or_init(|| load(include_str!("../../../data/dates/references-en.txt"))),
    }
}

/// How the day of a feast is calculated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Feast {
    /// Month and day of the Gregorian calendar.
    Fixed(u32, u32),
    /// Days after Easter Sunday.
    Easter(i64),
    /// Month and day of the tabular Islamic calendar, and how many further days it lasts.
    Islam(u32, u32, i64),
    /// Month, weekday (0 = Monday), and which of them in the month.
    Nth(u32, u8, u32),
}

/// Feast names (in lower case, words parted by one space), sorted, the same in both languages.
pub fn feasts() -> &'static [(&'static str, Feast)] {
    static FEASTS: OnceLock<Vec<(&'static str, Feast)>> = OnceLock::new();
    FEASTS.get_or_init(|| {
        let text = include_str!("../../../data/dates/feasts.txt");
        text.lines()
            .filter(|l| !l.starts_with('#'))
            .filter_map(|line| {
                let (name, rule) = line.split_once('\t')?;
                Some((name, feast(rule)?))
            })
            .collect()
    })
}

fn feast(rule: &str) -> Option<Feast> {
    let (kind, value) = rule.split_once(':')?;
    let mut numbers = value.split(['-', '+']).map(|n| n.parse::<u32>().unwrap_or(0));
    Some(match kind {
        "fixed" => Feast::Fixed(numbers.next()?, numbers.next()?),
        "easter" => Feast::Easter(value.parse().ok()?),
        "islam" => Feast::Islam(numbers.next()?, numbers.next()?, numbers.next().unwrap_or(0).into()),
        "nth" => Feast::Nth(numbers.next()?, numbers.next()? as u8, numbers.next()?),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_sorted_and_every_line_is_read() {
        for (lang, text) in [
            (Lang::Id, include_str!("../../../data/dates/id.txt")),
            (Lang::En, include_str!("../../../data/dates/en.txt")),
        ] {
            let lines: Vec<&str> = text.lines().filter(|l| !l.starts_with('#')).collect();
            assert!(lines.is_sorted_by_key(|l| l.split('\t').next()));
            assert!(lines.iter().all(|l| entry(l).is_some()));
            assert!(table(lang).entries.is_sorted_by_key(|e| e.0));
        }
        for lang in [Lang::Id, Lang::En] {
            assert!(references(lang).is_sorted_by_key(|r| r.0) && references(lang).len() > 5);
            assert!(references(lang).iter().all(|r| r.1.ends_with("_REF")));
        }
        assert!(feasts().is_sorted_by_key(|f| f.0));
        let lines = include_str!("../../../data/dates/feasts.txt").lines().filter(|l| !l.starts_with('#'));
        assert_eq!(feasts().len(), lines.count());
    }

    #[test]
    fn a_word_may_have_several_senses() {
        let of = |word| senses(word, Lang::Id).iter().map(|e| e.1).collect::<Vec<_>>();
        assert!(of("minggu").starts_with(&[Sense::Unit(Unit::Week), Sense::Weekday(6)]));
        assert!(of("perundingan").is_empty());
    }
}
