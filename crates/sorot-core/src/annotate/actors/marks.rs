//! What do the project's lists say of a sentence's words? Evidence for the tagger.

use super::gazetteer::{self, Class};
use super::words::tells;
use crate::annotate::tagger::marks::Mark;
use crate::calendar::Lang;

/// How far from a capital a word can matter: twice the features' window of two.
const NEAR: usize = 4;
/// Words of a listed name at most.
const LONGEST: usize = 6;

/// The number under which the tagger knows a class.
pub(super) fn number(class: Class) -> u8 {
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

/// Looks the words of a sentence up in the lists; of listed names the longest counts.
pub fn look_up(words: &[&str], lang: Lang) -> Vec<Mark> {
    let mut out = vec![Mark::default(); words.len()];
    let capital = |word: &&str| word.chars().next().is_some_and(char::is_uppercase);
    // Words farther from any capital are never asked for their marks.
    let mut done = 0;
    for (i, _) in words.iter().enumerate().filter(|(_, w)| capital(w)) {
        let from = done.max(i.saturating_sub(NEAR));
        done = (i + NEAR + 1).min(words.len());
        let marks = out.get_mut(from..done).unwrap_or_default();
        for (mark, word) in marks.iter_mut().zip(words.get(from..done).unwrap_or_default()) {
            mark.tells = tells(&word.to_lowercase(), lang).bits();
        }
    }
    let mut at = 0;
    while let Some(first) = words.get(at) {
        let capital = first.chars().next().is_some_and(char::is_uppercase);
        let (len, class) =
            if capital && gazetteer::longest(first).is_some() { longest(words, at, lang) } else { (1, 0) };
        if class > 0 {
            for (i, mark) in out.get_mut(at..at + len).unwrap_or_default().iter_mut().enumerate() {
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
    for (n, word) in words.get(at..).unwrap_or_default().iter().take(LONGEST).enumerate() {
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
