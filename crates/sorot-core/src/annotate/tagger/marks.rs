//! What do the project's lists say of this word? Listed names and telling words, as bits.

use super::hash::pair;
use crate::annotate::actors::gazetteer::{self, Class};
use crate::annotate::actors::words::tells;
use crate::calendar::Lang;

/// What lists say of one word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mark {
    /// The class of the listed name it belongs to, from 1; 0: to none.
    class: u8,
    /// Whether it is that name's first and last word.
    first: bool,
    last: bool,
    /// What the word tells of names beside it, as the actors stage's bits.
    tells: u16,
}

/// Words of a listed name at most.
const LONGEST: usize = 6;

fn number(class: Class) -> u8 {
    match class {
        Class::Country => 1,
        Class::Region => 2,
        Class::Admin => 3,
        Class::Capital => 4,
        Class::City => 5,
        Class::Seat => 6,
        Class::Media => 7,
        Class::Body => 8,
    }
}

impl Mark {
    /// The listed name's class and the word's place in it; 0: none.
    pub(super) fn listed(self) -> u64 {
        u64::from(self.class) << 2 | u64::from(self.first) << 1 | u64::from(self.last)
    }

    /// The listed name's class; 0: none.
    pub(super) fn class(self) -> u64 {
        u64::from(self.class)
    }

    /// What it tells, each thing as a number.
    pub(super) fn told(self) -> impl Iterator<Item = u64> {
        (0..u64::from(u16::BITS)).filter(move |bit| self.tells >> bit & 1 == 1)
    }

    /// What it tells, all in one.
    pub(super) fn tells(self) -> u64 {
        pair(u64::from(self.tells), 0)
    }
}

/// Looks the words of a sentence up in the lists; of listed names the longest counts.
pub fn look_up(words: &[&str], lang: Lang) -> Vec<Mark> {
    let mut out: Vec<Mark> =
        words.iter().map(|w| Mark { tells: tells(&w.to_lowercase()).bits(), ..Mark::default() }).collect();
    let mut at = 0;
    while let Some(first) = words.get(at) {
        let capital = first.chars().next().is_some_and(char::is_uppercase);
        let (len, class) =
            if capital && gazetteer::begins(first) { longest(words, at, lang) } else { (1, 0) };
        if class > 0 {
            for (i, mark) in out.iter_mut().skip(at).take(len).enumerate() {
                (mark.class, mark.first, mark.last) = (class, i == 0, i + 1 == len);
            }
        }
        at += len;
    }
    out
}

/// The longest listed name that begins at `at`: its words and class; one word of no class if none.
fn longest(words: &[&str], at: usize, lang: Lang) -> (usize, u8) {
    let mut phrase = String::new();
    let mut best = (1, 0);
    for (n, word) in words.iter().skip(at).take(LONGEST).enumerate() {
        if n > 0 {
            phrase.push(' ');
        }
        phrase.push_str(word);
        if let Some(entry) = gazetteer::find(&phrase, lang).and_then(gazetteer::entry) {
            best = (n + 1, number(entry.class));
        }
    }
    best
}
