//! How does a word look to the features? Hashes of its forms, its run of capitals, its company.

use super::features::EDGE;
use super::hash;
use super::lexicon::{Class, Lexicon};
use super::marks::Mark;
use std::ops::Range;

/// One word as the features see it; everything is a hash.
#[derive(Clone, Debug, Default)]
pub struct Word {
    pub(super) surface: u64,
    pub(super) lower: u64,
    pub(super) shape: u64,
    pub(super) prefix: [u64; AFFIX],
    pub(super) suffix: [u64; AFFIX],
    /// Starts with a capital.
    pub(super) capital: bool,
    /// Has at least two letters and no small one.
    all_capitals: bool,
    initial: Option<char>,
    pub(super) length: u8,
    pub(super) class: ClassOf,
    /// Whether the small form is a frequent word.
    pub(super) small: bool,
    pub(super) mark: Mark,
    pub(super) run: Run,
    pub(super) repeated: bool,
    pub(super) acronym: u64,
    /// Whether a capital is near enough for a name to be here.
    pub(super) live: bool,
}

/// What is known of a word's class.
#[derive(Clone, Copy, Debug, Default)]
pub(super) enum ClassOf {
    /// There is no word: the sentence's end.
    Beyond,
    /// None.
    #[default]
    Unknown,
    /// It.
    Known(Class),
}

impl ClassOf {
    fn new(class: Option<Class>) -> ClassOf {
        class.map_or(ClassOf::Unknown, ClassOf::Known)
    }
}

/// Longest beginning and end that count.
const AFFIX: usize = 4;

/// The capitalised run a word stands in (for a small word: the gap between runs).
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Run {
    pub(super) start: usize,
    pub(super) end: usize,
}

fn normal(c: char) -> char {
    if c.is_ascii_digit() { '0' } else { c }
}

fn lower(c: char) -> char {
    if c.is_ascii() { normal(c.to_ascii_lowercase()) } else { normal(c.to_lowercase().next().unwrap_or(c)) }
}

/// Capital, small, digit, mark; a character's part of the shape.
fn form(c: char) -> char {
    if c.is_uppercase() {
        'X'
    } else if c.is_alphabetic() {
        'x'
    } else if c.is_numeric() {
        '0'
    } else {
        c
    }
}

impl Word {
    /// What stands beyond a sentence's ends.
    pub(super) const fn beyond() -> Word {
        Word {
            surface: EDGE,
            lower: EDGE,
            shape: EDGE,
            prefix: [EDGE; AFFIX],
            suffix: [EDGE; AFFIX],
            capital: false,
            all_capitals: false,
            initial: None,
            length: 0,
            class: ClassOf::Beyond,
            small: false,
            mark: Mark { class: 0, first: false, last: false, tells: 0 },
            run: Run { start: 0, end: 0 },
            repeated: false,
            acronym: EDGE,
            live: false,
        }
    }

    fn read(word: &str, lexicon: &Lexicon, mark: Mark) -> Word {
        let mut prefix = [0; AFFIX];
        let mut suffix = [0; AFFIX];
        let (mut surface, mut small, mut shape) = (hash::START, hash::START, hash::START);
        let (mut last, mut letters, mut smalls, mut length) = (None, 0u32, 0u32, 0usize);
        for c in word.chars() {
            surface = hash::step(surface, normal(c));
            small = hash::step(small, lower(c));
            if let Some(slot) = prefix.get_mut(length) {
                *slot = small;
            }
            let f = form(c);
            letters += u32::from(f == 'X');
            smalls += u32::from(f == 'x');
            if last != Some(f) {
                shape = hash::step(shape, f);
                last = Some(f);
            }
            length += 1;
        }
        let mut back = hash::START;
        for (slot, c) in suffix.iter_mut().zip(word.chars().rev()) {
            back = hash::step(back, lower(c));
            *slot = back;
        }
        let initial = word.chars().next();
        let known = lexicon.class(small);
        Word {
            surface,
            lower: small,
            shape,
            prefix,
            suffix,
            capital: initial.is_some_and(char::is_uppercase),
            all_capitals: letters >= 2 && smalls == 0,
            initial,
            length: length.min(255) as u8,
            class: ClassOf::new(lexicon.class(surface)),
            small: known.is_some(),
            mark,
            run: Run::default(),
            repeated: false,
            acronym: 0,
            live: false,
        }
    }
}

/// Reads a sentence's words; `marks` are what lists say of each (missing: nothing).
pub fn read(words: &[&str], marks: &[Mark], lexicon: &Lexicon) -> Vec<Word> {
    read_within(words, marks, lexicon, std::slice::from_ref(&(0..words.len())))
}

/// As [`read`], but sure to be whole only for the words in and beside `stretches` and for capitals.
pub(super) fn read_within(
    words: &[&str],
    marks: &[Mark],
    lexicon: &Lexicon,
    stretches: &[Range<usize>],
) -> Vec<Word> {
    let mut stretches = stretches.iter().peekable();
    let mut out: Vec<Word> = Vec::with_capacity(words.len());
    for (i, word) in words.iter().enumerate() {
        while stretches.next_if(|s| s.end + REACH <= i).is_some() {}
        let near = stretches.peek().is_some_and(|s| s.start <= i + REACH);
        let initial = word.chars().next();
        out.push(if near || initial.is_some_and(char::is_uppercase) {
            Word::read(word, lexicon, marks.get(i).copied().unwrap_or_default())
        } else {
            Word { initial, ..Word::default() }
        });
    }
    // A sentence's first word is capitalised anyway: its small form's class says more, if it has one.
    if let Some(first) = out.first_mut()
        && let Some(class) = lexicon.class(first.lower)
        && !first.all_capitals
    {
        first.class = ClassOf::Known(class);
    }
    mark_live(&mut out);
    mark_runs(&mut out);
    mark_repeats(&mut out);
    out
}

/// How far from a capital a small word can still belong to a name; how far the features look, too.
const REACH: usize = 2;

/// The stretches of words near enough to a capital for a name to be there. Most words of a text are
/// small and far from any.
pub(super) fn stretches(words: &[&str]) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    let capital = |w: &&str| w.chars().next().is_some_and(char::is_uppercase);
    for at in words.iter().enumerate().filter(|(_, w)| capital(w)).map(|(i, _)| i) {
        let (start, end) = (at.saturating_sub(REACH), (at + REACH + 1).min(words.len()));
        match out.last_mut().filter(|last| start <= last.end) {
            Some(last) => last.end = end,
            None => out.push(start..end),
        }
    }
    out
}

fn mark_live(words: &mut [Word]) {
    // How many words ago the last capital was, forwards and then backwards.
    let live = |words: &mut dyn Iterator<Item = &mut Word>| {
        let mut ago = REACH + 1;
        for word in words {
            ago = if word.capital { 0 } else { ago + 1 };
            word.live |= ago <= REACH;
        }
    };
    live(&mut words.iter_mut());
    live(&mut words.iter_mut().rev());
}

fn mark_runs(words: &mut [Word]) {
    let mut start = 0;
    while start < words.len() {
        let capital = words.get(start).is_some_and(|w| w.capital);
        let end =
            words.iter().skip(start).position(|w| w.capital != capital).map_or(words.len(), |n| start + n);
        for word in words.get_mut(start..end).unwrap_or_default() {
            word.run = Run { start, end };
        }
        start = end;
    }
}

/// Longest name whose acronym is looked for, in words.
const ACRONYM: usize = 8;

fn mark_repeats(words: &mut [Word]) {
    let mut seen: Vec<u64> = words.iter().skip(1).filter(|w| w.capital).map(|w| w.surface).collect();
    seen.sort_unstable();
    for (i, word) in words.iter_mut().enumerate() {
        let at = seen.partition_point(|s| *s < word.surface);
        let times = seen.iter().skip(at).take(2).take_while(|s| **s == word.surface).count();
        word.repeated = word.capital && times > usize::from(i > 0);
    }
    // "Komisi Pemberantasan Korupsi ( KPK )": a capitalised run whose initials are the word in brackets.
    let mut found = Vec::new();
    for (i, word) in words.iter().enumerate() {
        if !word.all_capitals || word.length < 2 || i < 3 {
            continue;
        }
        let n = usize::from(word.length);
        if n > ACRONYM || i < n + 1 {
            continue;
        }
        let initials = words.get(i - 1 - n..i - 1).unwrap_or_default();
        let spelt =
            initials.iter().filter_map(|w| w.initial).fold(hash::START, |s, c| hash::step(s, normal(c)));
        if spelt == word.surface {
            found.push((i, n));
        }
    }
    for (i, n) in found {
        for word in words.get_mut(i - 1 - n..i - 1).unwrap_or_default() {
            word.acronym = 1;
        }
        if let Some(word) = words.get_mut(i) {
            word.acronym = 2;
        }
    }
}

/// The hash under which the lexicon knows a word as it is written.
pub fn hash_word(word: &str) -> u64 {
    word.chars().fold(hash::START, |state, c| hash::step(state, normal(c)))
}
