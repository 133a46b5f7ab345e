//! What speaks for a label at this word? The word itself, its form, its neighbours, its class.

use super::hash::pair;
use super::words::{Run, Word};

/// Groups of features, as bits, so that training can leave one out (the ablation table).
pub mod group {
    /// The word and its neighbours, literally.
    pub const WORD: u16 = 1;
    /// Beginnings and ends of the word.
    pub const AFFIX: u16 = 2;
    /// Capitals, digits, marks.
    pub const SHAPE: u16 = 4;
    /// The run of capitalised words around it and what stands on either side of the run.
    pub const RUN: u16 = 8;
    /// Word classes.
    pub const CLASS: u16 = 16;
    /// The same word or its acronym elsewhere in the sentence.
    pub const REPEAT: u16 = 32;
    /// What lists say.
    pub const GAZETTEER: u16 = 64;
    /// All of them.
    pub const ALL: u16 = 127;
}

/// Takes the features of one word.
pub struct Sink<'a> {
    out: &'a mut Vec<u64>,
    groups: u16,
    group: u16,
    template: u64,
}

impl<'a> Sink<'a> {
    /// Features of `groups` are appended to `out` as 64-bit hashes.
    pub fn new(out: &'a mut Vec<u64>, groups: u16) -> Sink<'a> {
        Sink { out, groups, group: 0, template: 0 }
    }

    fn open(&mut self, group: u16) {
        self.group = group;
        self.template = u64::from(group) << 8;
    }

    /// Every call is a template of its own, by the order of calls within the group.
    fn put(&mut self, value: u64) {
        self.template += 1;
        if self.groups & self.group != 0 {
            self.out.push(pair(self.template, value));
        }
    }

    /// One template with several values.
    fn each(&mut self, values: impl Iterator<Item = u64>) {
        self.template += 1;
        if self.groups & self.group != 0 {
            self.out.extend(values.map(|v| pair(self.template, v)));
        }
    }

    fn skip(&mut self, templates: u64) {
        self.template += templates;
    }
}

const EDGE: u64 = 0x0ed6_e000;

/// A window on the sentence: words beyond its ends are one and the same edge.
struct Window<'a>(&'a [Word], usize);

impl Window<'_> {
    fn at(&self, by: isize) -> Option<&Word> {
        self.0.get(self.1.checked_add_signed(by)?)
    }

    fn get(&self, by: isize, f: impl Fn(&Word) -> u64) -> u64 {
        self.at(by).map_or(EDGE, f)
    }
}

/// The first `bits` branches of a class's path; nothing known is a class too.
fn branch(word: Option<&Word>, bits: u32) -> u64 {
    match word.map(|w| w.class) {
        None => EDGE,
        Some(None) => 1,
        Some(Some(class)) => 2 + (u64::from(class.path) >> (32 - bits)),
    }
}

fn leaf(word: Option<&Word>) -> u64 {
    match word.map(|w| w.class) {
        None => EDGE,
        Some(None) => 1,
        Some(Some(class)) => 2 + u64::from(class.leaf),
    }
}

/// Puts all features of word `at` of a sentence.
pub fn put(words: &[Word], at: usize, sink: &mut Sink<'_>) {
    let Some(word) = words.get(at) else { return };
    if !word.live {
        sink.open(group::WORD);
        sink.put(EDGE);
        return;
    }
    let window = Window(words, at);
    literal(&window, word, sink);
    affixes(&window, word, sink);
    shapes(&window, word, at, sink);
    runs(&window, word, at, sink);
    classes(&window, word, sink);
    repeats(&window, word, sink);
    marks(&window, word, sink);
}

fn literal(w: &Window<'_>, word: &Word, sink: &mut Sink<'_>) {
    sink.open(group::WORD);
    sink.put(0);
    sink.put(word.surface);
    sink.put(word.lower);
    for by in [-2, -1, 1, 2] {
        sink.put(w.get(by, |x| x.lower));
    }
    sink.put(w.get(-1, |x| x.surface));
    sink.put(w.get(1, |x| x.surface));
    sink.put(pair(w.get(-1, |x| x.lower), word.lower));
    sink.put(pair(word.lower, w.get(1, |x| x.lower)));
    sink.put(pair(w.get(-1, |x| x.lower), w.get(1, |x| x.lower)));
    sink.put(pair(w.get(-2, |x| x.lower), w.get(-1, |x| x.lower)));
    sink.put(pair(w.get(1, |x| x.lower), w.get(2, |x| x.lower)));
}

fn affixes(w: &Window<'_>, word: &Word, sink: &mut Sink<'_>) {
    sink.open(group::AFFIX);
    for value in word.prefix.iter().chain(&word.suffix) {
        sink.put(pair(*value, u64::from(word.capital)));
    }
    sink.put(w.get(-1, |x| x.suffix[2]));
    sink.put(w.get(1, |x| x.suffix[2]));
    sink.put(w.get(1, |x| x.prefix[2]));
}

fn shapes(w: &Window<'_>, word: &Word, at: usize, sink: &mut Sink<'_>) {
    sink.open(group::SHAPE);
    let shape = |by| w.get(by, |x| x.shape);
    sink.put(word.shape);
    sink.put(pair(word.shape, u64::from(at == 0)));
    sink.put(pair(shape(-1), word.shape));
    sink.put(pair(word.shape, shape(1)));
    sink.put(pair(pair(shape(-1), word.shape), shape(1)));
    sink.put(pair(pair(shape(-2), shape(-1)), word.shape));
    sink.put(pair(pair(word.shape, shape(1)), shape(2)));
    sink.put(pair(word.shape, u64::from(word.length.min(12))));
    sink.put(pair(word.shape, w.get(-1, |x| x.lower)));
    sink.put(pair(word.shape, w.get(1, |x| x.lower)));
    sink.put(pair(word.shape, pair(u64::from(word.small), u64::from(at == 0))));
}

fn runs(w: &Window<'_>, word: &Word, at: usize, sink: &mut Sink<'_>) {
    sink.open(group::RUN);
    if !word.capital {
        sink.skip(11);
        return;
    }
    let Run { start, end } = word.run;
    let before = start.checked_sub(1).and_then(|i| w.0.get(i));
    let after = w.0.get(end);
    let left = before.map_or(EDGE, |x| x.lower);
    let right = after.map_or(EDGE, |x| x.lower);
    let first = w.0.get(start).map_or(EDGE, |x| x.lower);
    let last = end.checked_sub(1).and_then(|i| w.0.get(i)).map_or(EDGE, |x| x.lower);
    let from = (at - start).min(3) as u64;
    let to = (end - at).min(4) as u64;
    sink.put(pair(left, from));
    sink.put(pair(right, to));
    sink.put(pair(left, right));
    sink.put(pair(first, from));
    sink.put(pair(last, to));
    sink.put(pair(from, to));
    sink.put(pair(pair(from, to), u64::from(start == 0)));
    sink.put(pair(pair(left, from), word.shape));
    sink.put(pair(branch(before, 8), from));
    sink.put(pair(branch(after, 8), to));
    sink.put(pair(branch(before, 8), branch(after, 8)));
}

fn classes(w: &Window<'_>, word: &Word, sink: &mut Sink<'_>) {
    sink.open(group::CLASS);
    for by in [-2, -1, 0, 1, 2] {
        let x = w.at(by);
        sink.put(leaf(x));
        for bits in [4, 6, 8, 10] {
            sink.put(branch(x, bits));
        }
    }
    for bits in [6, 10] {
        sink.put(pair(branch(w.at(-1), bits), branch(Some(word), bits)));
        sink.put(pair(branch(Some(word), bits), branch(w.at(1), bits)));
    }
    sink.put(pair(branch(w.at(-1), 8), word.shape));
    sink.put(pair(branch(w.at(1), 8), word.shape));
    sink.put(pair(pair(branch(w.at(-1), 6), branch(Some(word), 6)), branch(w.at(1), 6)));
}

fn repeats(w: &Window<'_>, word: &Word, sink: &mut Sink<'_>) {
    sink.open(group::REPEAT);
    if !word.capital {
        return;
    }
    sink.put(pair(u64::from(word.repeated), word.shape));
    sink.put(pair(word.acronym, 0));
    sink.put(pair(w.get(1, |x| x.acronym), word.acronym));
}

fn marks(w: &Window<'_>, word: &Word, sink: &mut Sink<'_>) {
    sink.open(group::GAZETTEER);
    for by in [-1, 0, 1] {
        let listed = w.at(by).map_or(0, |x| x.mark.listed());
        if listed == 0 {
            sink.skip(2);
            continue;
        }
        sink.put(listed);
        sink.put(pair(listed, word.shape));
    }
    sink.put(pair(w.get(-1, |x| x.mark.class()), word.mark.listed()));
    sink.put(pair(w.get(-1, |x| x.lower), word.mark.class()));
    sink.put(pair(word.mark.class(), w.get(1, |x| x.lower)));
    sink.put(pair(word.mark.listed(), word.lower));
    for by in [-2, -1, 0, 1, 2] {
        let mark = w.at(by).map(|x| x.mark).unwrap_or_default();
        sink.put(pair(mark.tells(), word.shape));
        sink.each(mark.told());
    }
    let run = word.run;
    let before = run.start.checked_sub(1).and_then(|i| w.0.get(i));
    let ends =
        [w.0.get(run.start), run.end.checked_sub(1).and_then(|i| w.0.get(i)), before, w.0.get(run.end)];
    for x in ends {
        sink.each(x.filter(|_| word.capital).map(|x| x.mark).unwrap_or_default().told());
    }
}
