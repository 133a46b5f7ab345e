//! Where does a sentence end?

use super::language::is_function_word;
use super::lexicon::List;
use crate::calendar::Lang;
use crate::text::Span;
use std::sync::LazyLock;

static ABBREVIATIONS: LazyLock<List> =
    LazyLock::new(|| List::new(include_str!("../../data/abbreviations.txt")));

/// Characters looked at on each side of a stop: longer "words" are neither abbreviations nor names.
const WINDOW: usize = 24;

/// Splits one paragraph (a span of `body`) into sentences, white space between them left out.
pub fn split(body: &str, paragraph: Span, lang: Lang) -> Vec<Span> {
    let text = paragraph.of(body);
    let mut out = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while let Some(found) = text.get(at..).and_then(|rest| rest.find(is_stop)) {
        let stop = at + found;
        let stops_end = skip(text, stop, is_stop);
        let end = closing_end(text, stops_end);
        if ends_sentence(text, start, stop, stops_end, end, lang) {
            out.push((start, end));
            start = skip(text, end, char::is_whitespace);
            at = start;
        } else {
            at = end;
        }
    }
    out.push((start, text.len()));
    let base = paragraph.start as usize;
    out.into_iter()
        .filter(|(a, b)| text.get(*a..*b).is_some_and(|s| !s.trim().is_empty()))
        .map(|(a, b)| Span::new(base + a, base + b))
        .collect()
}

fn is_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…')
}

fn is_closing(c: char) -> bool {
    matches!(c, '”' | '’' | '"' | '\'' | ')' | ']' | '»')
}

fn is_opening(c: char) -> bool {
    matches!(c, '“' | '‘' | '"' | '\'' | '(' | '[' | '«' | '”' | '„')
}

/// The first byte at or after `at` whose character doesn't satisfy `pass`.
fn skip(text: &str, at: usize, pass: impl Fn(char) -> bool) -> usize {
    let rest = text.get(at..).unwrap_or("");
    at + rest.find(|c| !pass(c)).unwrap_or(rest.len())
}

/// Closing marks directly after the stop, and a stop after those, belong to the sentence. A straight
/// or reversed opening mark closes when white space (or the end) follows it.
fn closing_end(text: &str, at: usize) -> usize {
    let mut end = at;
    while let Some(c) = char_at(text, end) {
        let next = char_at(text, end + c.len_utf8());
        let at_edge = next.is_none_or(|n| n.is_whitespace() || is_closing(n) || is_stop(n));
        let straight = matches!(c, '"' | '\'');
        let closes = (is_closing(c) && !straight) || (matches!(c, '“' | '"' | '\'' | '‘') && at_edge);
        if !(closes || is_stop(c) && end > at) {
            break;
        }
        end += c.len_utf8();
    }
    end
}

fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

/// The word that ends at byte `at` (letters, digits and inner stops), at most [`WINDOW`] characters.
fn word_before(text: &str, at: usize, from: usize) -> &str {
    let head = text.get(from..at).unwrap_or("");
    let start = head
        .char_indices()
        .rev()
        .take(WINDOW)
        .take_while(|(_, c)| c.is_alphanumeric() || *c == '.')
        .last()
        .map_or(head.len(), |(i, _)| i);
    head.get(start..).unwrap_or("")
}

/// The word that begins at byte `at`, at most [`WINDOW`] characters.
fn word_after(text: &str, at: usize) -> &str {
    let rest = text.get(at..).unwrap_or("");
    let end = rest
        .char_indices()
        .take(WINDOW)
        .take_while(|(_, c)| c.is_alphanumeric())
        .last()
        .map_or(0, |(i, c)| i + c.len_utf8());
    rest.get(..end).unwrap_or("")
}

fn ends_sentence(text: &str, from: usize, stop: usize, stops_end: usize, end: usize, lang: Lang) -> bool {
    let next = skip(text, end, char::is_whitespace);
    let Some(first) = char_at(text, next) else {
        return true;
    };
    let opened = skip(text, next, is_opening);
    let word = word_after(text, opened);
    let capital = word.chars().next().is_some_and(char::is_uppercase);
    let single_full_stop = text.get(stop..stops_end) == Some(".");
    let before = word_before(text, stop, from);
    if next == end {
        // No white space: "…kata Budi.Para pejabat": a small letter, the stop, a new word. A closing
        // mark in between ("”-nya", "”,") needs no new sentence.
        let glued = end == stops_end
            && before.chars().next_back().is_some_and(char::is_lowercase)
            && !is_abbreviation(before)
            && before.chars().count() > 1
            && (word.chars().count() > 1 && word.chars().nth(1).is_some_and(char::is_lowercase)
                || opened > next)
            && capital
            && !is_domain(word);
        return single_full_stop && glued;
    }
    if !(capital || first.is_numeric() || opened > next || is_caseless(first)) {
        return false;
    }
    if end > stops_end || !single_full_stop {
        return true;
    }
    // A stop after an abbreviation or an initial: the name goes on, unless a function word begins.
    let begins = capital && is_function_word(word, lang) && word.chars().count() > 1;
    if before.contains('.') || is_initial(before) {
        return begins;
    }
    if is_abbreviation(before) && (first.is_numeric() || before.starts_with(char::is_uppercase)) {
        return false;
    }
    // In small letters only what can't be a word ("jl.", "vs.") is surely short for something.
    if is_abbreviation(before) && !before.contains(['a', 'e', 'i', 'o', 'u']) {
        return false;
    }
    // "1. Judul": a number that opens the line counts a list.
    !(before.chars().all(char::is_numeric) && !before.is_empty() && stop == from + before.len())
}

/// A letter of a script without capitals, where every stop ends a sentence.
fn is_caseless(c: char) -> bool {
    c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase()
}

fn is_initial(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_uppercase) && chars.next().is_none()
}

fn is_abbreviation(word: &str) -> bool {
    ABBREVIATIONS.has_small(word)
}

fn is_domain(word: &str) -> bool {
    matches!(word, "Com" | "Co" | "Id" | "Net" | "Org" | "Go" | "Tv" | "News")
}

#[cfg(test)]
mod tests;
