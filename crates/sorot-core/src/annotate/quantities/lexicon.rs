//! What does a word mean where something is counted? One list of words for both languages.

use super::{Currency, Measure, Time};
use crate::calendar::Lang;
use crate::structure::lookup::Lookup;
use std::sync::LazyLock;

/// What a word does in an expression of quantity; the classes are told at the head of
/// `data/quantities.txt`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sense {
    /// A number that others are added to.
    Number(i64),
    /// "belas".
    Teen,
    /// "puluh", "hundred".
    Times(i64),
    /// "ribu", "million".
    Scale(i64),
    /// "seribu".
    OneScale(i64),
    /// "ribuan": the least and the most.
    Vague(i64, i64),
    /// "seperlima": one part of so many.
    Part(i64),
    /// "pertiga", "thirds", behind a number.
    Parts(i64),
    Percent,
    Money(Currency),
    /// How many of the base unit.
    Duration(i64, Time),
    /// How many thousandths of the base unit.
    Size(i64, Measure),
    Per,
    Each(Time, i64),
    People,
    Label,
    After,
    Of,
    Stop,
}

/// The senses of a word; several only for few.
pub(super) type Senses = (Option<Sense>, Option<Sense>);

/// The senses of `word`, given in lower case.
pub(super) fn senses(word: &str, lang: Lang) -> Senses {
    static ID: LazyLock<Lookup<Senses>> = LazyLock::new(|| load(Lang::Id));
    static EN: LazyLock<Lookup<Senses>> = LazyLock::new(|| load(Lang::En));
    match lang {
        Lang::Id => ID.get(word),
        Lang::En => EN.get(word),
    }
    .unwrap_or_default()
}

fn load(lang: Lang) -> Lookup<Senses> {
    let entries = include_str!("../../../data/quantities.txt").lines().filter_map(|line| {
        let mut fields = line.split(' ');
        let word = fields.next().filter(|tag| *tag == lang.tag()).and_then(|_| fields.next())?;
        let class = fields.next()?;
        Some((word, (sense(class, &fields.collect::<Vec<_>>()), None)))
    });
    Lookup::new(entries, |old, new| (old.0, new.0))
}

fn sense(class: &str, values: &[&str]) -> Option<Sense> {
    let value = |at: usize| values.get(at).and_then(|v| v.parse::<i64>().ok());
    let letter = |at: usize| values.get(at).copied().unwrap_or("");
    Some(match class {
        "n" => Sense::Number(value(0)?),
        "teen" => Sense::Teen,
        "times" => Sense::Times(value(0)?),
        "scale" => Sense::Scale(value(0)?),
        "se" => Sense::OneScale(value(0)?),
        "vague" => Sense::Vague(value(0)?, value(1)?),
        "part" => Sense::Part(value(0)?),
        "parts" => Sense::Parts(value(0)?),
        "percent" => Sense::Percent,
        "money" => Sense::Money(Currency(u8::try_from(value(0)?).ok()?)),
        "time" => Sense::Duration(value(0)?, time(letter(1))?),
        "size" => Sense::Size(value(0)?, measure(letter(1))?),
        "per" => Sense::Per,
        "each" => Sense::Each(time(letter(1))?, value(0)?),
        "orang" => Sense::People,
        "label" => Sense::Label,
        "after" => Sense::After,
        "of" => Sense::Of,
        "stop" => Sense::Stop,
        _ => return None,
    })
}

fn time(letter: &str) -> Option<Time> {
    Some(match letter {
        "s" => Time::Second,
        "d" => Time::Day,
        "y" => Time::Month,
        _ => return None,
    })
}

fn measure(letter: &str) -> Option<Measure> {
    Some(match letter {
        "m" => Measure::Length,
        "g" => Measure::Weight,
        "h" => Measure::Area,
        "l" => Measure::Volume,
        "w" => Measure::Power,
        "b" => Measure::Barrels,
        _ => return None,
    })
}

/// The class of what is counted, if several words mean it; `word` in lower case.
pub(super) fn counted(word: &str, lang: Lang) -> Option<&'static str> {
    static ID: LazyLock<Lookup<&'static str>> = LazyLock::new(|| load_counted(Lang::Id));
    static EN: LazyLock<Lookup<&'static str>> = LazyLock::new(|| load_counted(Lang::En));
    match lang {
        Lang::Id => ID.get(word),
        Lang::En => EN.get(word),
    }
}

fn load_counted(lang: Lang) -> Lookup<&'static str> {
    let entries = include_str!("../../../data/counted.txt").lines().filter_map(|line| {
        let mut fields = line.split(' ');
        fields.next().filter(|tag| *tag == lang.tag() || *tag == "*")?;
        Some((fields.next()?, fields.next()?))
    });
    Lookup::new(entries, |old, _| old)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_list_says_something() {
        for line in include_str!("../../../data/quantities.txt").lines().filter(|l| !l.starts_with('#')) {
            let fields: Vec<&str> = line.split(' ').collect();
            assert!(fields.len() >= 3 && fields[1].len() <= 14, "{line}");
            assert!(sense(fields[2], &fields[3..]).is_some(), "{line}");
        }
        assert_eq!(senses("jam", Lang::Id), (Some(Sense::Duration(3600, Time::Second)), Some(Sense::Label)));
        assert_eq!(senses("thousand", Lang::Id), (None, None));
        assert_eq!(counted("rudal", Lang::Id), counted("missiles", Lang::En));
    }
}
