//! What speaks for a label at this word? The word itself, its form, its neighbours, its class.

use super::hash::pair;
use super::words::{ClassOf, Run, Word};

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
    /// Whether the features of one word's class alone are wanted here.
    class_alone: bool,
}

impl<'a> Sink<'a> {
    /// Features of `groups` are appended to `out` as 64-bit hashes.
    pub fn new(out: &'a mut Vec<u64>, groups: u16) -> Sink<'a> {
        Sink { out, groups, group: 0, template: 0, class_alone: true }
    }

    /// All groups but what [`of_class`] gives.
    pub(super) fn without_class_alone(out: &'a mut Vec<u64>) -> Sink<'a> {
        Sink { class_alone: false, ..Sink::new(out, group::ALL) }
    }

    fn open(&mut self, group: u16) {
        self.group = group;
        self.template = template(group, 0);
    }

    /// Every value is of a template of its own, by its place within the group.
    fn put<const N: usize>(&mut self, values: [u64; N]) {
        if self.groups & self.group != 0 {
            let first = self.template + 1;
            self.out.extend(std::array::from_fn::<u64, N, _>(|i| pair(first + i as u64, values[i])));
        }
        self.template += N as u64;
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

/// The number of a group's template, from 1.
fn template(group: u16, n: usize) -> u64 {
    (u64::from(group) << 8) + n as u64
}

/// What stands for a word beyond the sentence's ends.
pub(super) const EDGE: u64 = 0x0ed6_e000;

static BEYOND: Word = Word::beyond();

/// A word with two words on either side.
struct Window<'a> {
    words: &'a [Word],
    at: usize,
    near: [&'a Word; NEAR],
}

/// Words in a window.
const NEAR: usize = 5;

impl<'a> Window<'a> {
    fn new(words: &'a [Word], at: usize) -> Window<'a> {
        let near = |i| at.checked_add_signed(i as isize - 2).and_then(|i| words.get(i)).unwrap_or(&BEYOND);
        Window { words, at, near: std::array::from_fn(near) }
    }
}

/// The first `bits` branches of a class's path; nothing known is a class too.
fn branch(place: ClassOf, bits: u32) -> u64 {
    match place {
        ClassOf::Beyond => EDGE,
        ClassOf::Unknown => 1,
        ClassOf::Known(class) => 2 + (u64::from(class.path) >> (32 - bits)),
    }
}

fn leaf(place: ClassOf) -> u64 {
    match place {
        ClassOf::Beyond => EDGE,
        ClassOf::Unknown => 1,
        ClassOf::Known(class) => 2 + u64::from(class.leaf),
    }
}

/// Puts all features of word `at` of a sentence.
pub fn put(words: &[Word], at: usize, sink: &mut Sink<'_>) {
    let Some(word) = words.get(at) else { return };
    if !word.live {
        sink.open(group::WORD);
        sink.put([EDGE]);
        return;
    }
    let window = Window::new(words, at);
    literal(&window, sink);
    affixes(&window, sink);
    shapes(&window, sink);
    runs(&window, sink);
    classes(&window, sink);
    repeats(&window, sink);
    marks(&window, sink);
}

fn literal(w: &Window<'_>, sink: &mut Sink<'_>) {
    let [before, left, word, right, after] = w.near;
    sink.open(group::WORD);
    sink.put([
        0,
        word.surface,
        word.lower,
        before.lower,
        left.lower,
        right.lower,
        after.lower,
        left.surface,
        right.surface,
        pair(left.lower, word.lower),
        pair(word.lower, right.lower),
        pair(left.lower, right.lower),
        pair(before.lower, left.lower),
        pair(right.lower, after.lower),
    ]);
}

fn affixes(w: &Window<'_>, sink: &mut Sink<'_>) {
    let [_, left, word, right, _] = w.near;
    sink.open(group::AFFIX);
    let capital = u64::from(word.capital);
    sink.put(word.prefix.map(|value| pair(value, capital)));
    sink.put(word.suffix.map(|value| pair(value, capital)));
    sink.put([left.suffix[2], right.suffix[2], right.prefix[2]]);
}

fn shapes(w: &Window<'_>, sink: &mut Sink<'_>) {
    let [before, left, word, right, after] = w.near;
    let first = u64::from(w.at == 0);
    sink.open(group::SHAPE);
    sink.put([
        word.shape,
        pair(word.shape, first),
        pair(left.shape, word.shape),
        pair(word.shape, right.shape),
        pair(pair(left.shape, word.shape), right.shape),
        pair(pair(before.shape, left.shape), word.shape),
        pair(pair(word.shape, right.shape), after.shape),
        pair(word.shape, u64::from(word.length.min(12))),
        pair(word.shape, left.lower),
        pair(word.shape, right.lower),
        pair(word.shape, pair(u64::from(word.small), first)),
    ]);
}

fn runs(w: &Window<'_>, sink: &mut Sink<'_>) {
    let word = w.near[2];
    sink.open(group::RUN);
    if !word.capital {
        sink.skip(11);
        return;
    }
    let Run { start, end } = word.run;
    let beyond = |at: Option<usize>| at.and_then(|i| w.words.get(i)).unwrap_or(&BEYOND);
    let (before, after) = (beyond(start.checked_sub(1)), beyond(Some(end)));
    let (left, right) = (before.lower, after.lower);
    let (first, last) = (beyond(Some(start)).lower, beyond(end.checked_sub(1)).lower);
    let from = (w.at - start).min(3) as u64;
    let to = (end - w.at).min(4) as u64;
    let (before, after) = (branch(before.class, 8), branch(after.class, 8));
    sink.put([
        pair(left, from),
        pair(right, to),
        pair(left, right),
        pair(first, from),
        pair(last, to),
        pair(from, to),
        pair(pair(from, to), u64::from(start == 0)),
        pair(pair(left, from), word.shape),
        pair(before, from),
        pair(after, to),
        pair(before, after),
    ]);
}

/// Features of one word's class alone: [`of_class`] for each word of the window.
const CLASS_ALONE: usize = 5;

/// The features that a word's class has by itself, `place` words from the window's start.
pub(super) fn of_class(place: usize, class: ClassOf) -> [u64; CLASS_ALONE] {
    let first = template(group::CLASS, place * CLASS_ALONE + 1);
    let values = [leaf(class), branch(class, 4), branch(class, 6), branch(class, 8), branch(class, 10)];
    std::array::from_fn(|i| pair(first + i as u64, values[i]))
}

/// The classes in the window of word `at`.
pub(super) fn classes_near(words: &[Word], at: usize) -> [ClassOf; NEAR] {
    Window::new(words, at).near.map(|word| word.class)
}

fn classes(w: &Window<'_>, sink: &mut Sink<'_>) {
    sink.open(group::CLASS);
    let [_, left, word, right, _] = w.near;
    if sink.class_alone && sink.groups & group::CLASS != 0 {
        for (place, near) in w.near.iter().enumerate() {
            sink.out.extend(of_class(place, near.class));
        }
    }
    sink.skip((NEAR * CLASS_ALONE) as u64);
    let shape = word.shape;
    let [left, class, right] = [left.class, word.class, right.class];
    let six = [branch(left, 6), branch(class, 6), branch(right, 6)];
    let ten = [branch(left, 10), branch(class, 10), branch(right, 10)];
    sink.put([
        pair(six[0], six[1]),
        pair(six[1], six[2]),
        pair(ten[0], ten[1]),
        pair(ten[1], ten[2]),
        pair(branch(left, 8), shape),
        pair(branch(right, 8), shape),
        pair(pair(six[0], six[1]), six[2]),
    ]);
}

fn repeats(w: &Window<'_>, sink: &mut Sink<'_>) {
    let [_, _, word, right, _] = w.near;
    sink.open(group::REPEAT);
    if !word.capital {
        return;
    }
    sink.put([
        pair(u64::from(word.repeated), word.shape),
        pair(word.acronym, 0),
        pair(right.acronym, word.acronym),
    ]);
}

fn marks(w: &Window<'_>, sink: &mut Sink<'_>) {
    let [_, left, word, right, _] = w.near;
    sink.open(group::GAZETTEER);
    for near in [left, word, right] {
        match near.mark.listed() {
            0 => sink.skip(2),
            listed => sink.put([listed, pair(listed, word.shape)]),
        }
    }
    let before = if matches!(left.class, ClassOf::Beyond) { EDGE } else { left.mark.class() };
    sink.put([
        pair(before, word.mark.listed()),
        pair(left.lower, word.mark.class()),
        pair(word.mark.class(), right.lower),
        pair(word.mark.listed(), word.lower),
    ]);
    for near in w.near {
        sink.put([pair(near.mark.tells(), word.shape)]);
        sink.each(near.mark.told());
    }
    let run = word.run;
    let ends = [Some(run.start), run.end.checked_sub(1), run.start.checked_sub(1), Some(run.end)];
    for at in ends {
        let mark = at.and_then(|i| w.words.get(i)).filter(|_| word.capital).map(|x| x.mark);
        sink.each(mark.unwrap_or_default().told());
    }
}
