//! Every way to take an Indonesian word apart: prefixes, a suffix, a possessive and a particle
//! around a root, with the sound changes of meN- and peN- undone.
//!
//! The order of affixes and the pairs that never meet are those of Nazief and Adriani (1996),
//! "Confix stripping: approach to stemming algorithm for Bahasa Indonesia".

/// The longest word that is taken apart, in bytes; longer ones are names of chemicals or no words.
pub const LONGEST: usize = 32;
/// The shortest root.
const SHORTEST: usize = 3;

/// The derivational prefixes, `meN` and `peN` with their sound changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)] // Their names are what they are.
pub enum Prefix {
    Di,
    Ke,
    Se,
    Ter,
    Ber,
    Men,
    Pen,
    Per,
    Ku,
    Kau,
}

use Prefix::{Ber, Di, Kau, Ke, Ku, Men, Pen, Per, Se, Ter};

const PREFIXES: [Prefix; 10] = [Di, Ke, Se, Ter, Ber, Men, Pen, Per, Ku, Kau];

/// The derivational suffixes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)] // Their names are what they are.
pub enum Suffix {
    None,
    An,
    Kan,
    I,
}

const SUFFIXES: [(Suffix, &str); 4] =
    [(Suffix::None, ""), (Suffix::An, "an"), (Suffix::Kan, "kan"), (Suffix::I, "i")];
const POSSESSIVES: [&str; 4] = ["", "ku", "mu", "nya"];
const PARTICLES: [&str; 5] = ["", "lah", "kah", "pun", "tah"];

/// Affixes that never meet around one root.
const NEVER: &[(Prefix, Suffix)] = &[
    (Ber, Suffix::I),
    (Di, Suffix::An),
    (Ke, Suffix::I),
    (Ke, Suffix::Kan),
    (Men, Suffix::An),
    (Ter, Suffix::An),
    (Se, Suffix::I),
    (Se, Suffix::Kan),
    (Pen, Suffix::I),
    (Pen, Suffix::Kan),
    (Ku, Suffix::An),
    (Kau, Suffix::An),
];

/// What stands around a root.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Affixes {
    /// From outside in.
    pub prefixes: [Option<Prefix>; 2],
    /// The derivational suffix.
    pub suffix: Suffix,
    /// Which possessive and particle follow; 0 for none.
    pub tail: u8,
}

impl Affixes {
    /// Whether nothing stands around the root.
    pub fn is_empty(&self) -> bool {
        self.prefixes[0].is_none() && self.suffix == Suffix::None && self.tail == 0
    }

    /// How unusual they are, in tenths of a bit: rough shares of the words of news that are built so.
    /// They are set by hand and flat, so that the roots decide.
    pub fn cost(&self) -> i32 {
        let derived = match self.prefixes {
            [None, _] if self.suffix == Suffix::None => 51, // 3 %: a bare word must earn its place.
            [None, _] => 66,                                // 1 %: "-an" and "-i" end many a root.
            [Some(_), None] => 56,                          // 2 %
            [Some(_), Some(_)] => 80,                       // 0.4 %
        };
        // "ke-", "ku-" and "kau-" alone are a fiftieth of that: ordinals, verse.
        let rare = matches!(self.prefixes, [Some(Ke | Ku | Kau), None]) && self.suffix == Suffix::None;
        derived + if rare { 56 } else { 0 } + if self.tail > 0 { 30 } else { 0 } // 12 %
    }
}

/// A root as it may be: lower-case ASCII letters, built without the heap.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Form {
    bytes: [u8; LONGEST + 1],
    from: u8,
    to: u8,
}

impl Form {
    /// The form of a whole word; none where it is no plain word of at most [`LONGEST`] letters.
    fn new(word: &str) -> Option<Form> {
        let mut form = Form { bytes: [0; LONGEST + 1], from: 1, to: 1 };
        if !word.bytes().all(|b| b.is_ascii_lowercase()) {
            return None;
        }
        form.bytes.get_mut(1..=word.len())?.copy_from_slice(word.as_bytes());
        form.to += word.len() as u8;
        Some(form)
    }

    /// Its letters, all ASCII.
    pub fn as_bytes(&self) -> &[u8] {
        self.bytes.get(self.from as usize..self.to as usize).unwrap_or(&[])
    }

    /// Its letters.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(self.as_bytes()).unwrap_or("")
    }

    fn len(&self) -> usize {
        usize::from(self.to.saturating_sub(self.from))
    }

    /// The letter at `at`, 0 beyond the end.
    fn at(&self, at: usize) -> u8 {
        self.as_bytes().get(at).copied().unwrap_or(0)
    }

    /// Without its first `n` letters.
    fn after(mut self, n: usize) -> Form {
        self.from = self.to.min(self.from + n as u8);
        self
    }

    /// Without its first `n` letters (at least one), and with `first` before the others.
    fn restored(self, n: usize, first: u8) -> Form {
        let mut form = self.after(n);
        form.from -= 1;
        if let Some(slot) = form.bytes.get_mut(form.from as usize) {
            *slot = first;
        }
        form
    }

    fn without_end(mut self, end: &str) -> Option<Form> {
        self.as_bytes().ends_with(end.as_bytes()).then(|| {
            self.to -= end.len() as u8;
            self
        })
    }
}

/// Whether it is a vowel.
fn vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u')
}

/// The number of vowels.
pub fn vowels(root: &[u8]) -> usize {
    root.iter().filter(|b| vowel(**b)).count()
}

/// Calls `take` with every way to take `word` apart, the whole word first. A word with other than
/// lower-case ASCII letters is not taken apart.
pub fn each(word: &str, take: &mut impl FnMut(Affixes, &Form)) {
    let Some(word) = Form::new(word) else { return };
    let mut tail = 0;
    for particle in PARTICLES {
        let Some(owned) = word.without_end(particle) else {
            tail += POSSESSIVES.len() as u8;
            continue;
        };
        for possessive in POSSESSIVES {
            let base = owned.without_end(possessive).filter(|b| tail == 0 || b.len() >= SHORTEST);
            if let Some(base) = base {
                derived(&base, tail, take);
            }
            tail += 1;
        }
    }
}

fn derived(base: &Form, tail: u8, take: &mut impl FnMut(Affixes, &Form)) {
    for (suffix, end) in SUFFIXES {
        let Some(trunk) = base.without_end(end).filter(|t| t.len() >= SHORTEST) else { continue };
        let mut give = |prefixes: [Option<Prefix>; 2], root: &Form| {
            let never = |outer| NEVER.contains(&(outer, suffix));
            let fits = root.len() >= SHORTEST && vowels(root.as_bytes()) > 0;
            if fits && !prefixes[0].is_some_and(never) {
                take(Affixes { prefixes, suffix, tail }, root);
            }
        };
        give([None, None], &trunk);
        for outer in PREFIXES {
            strip(outer, &trunk, &mut |rest| {
                give([Some(outer), None], rest);
                for inner in PREFIXES {
                    strip(inner, rest, &mut |root| give([Some(outer), Some(inner)], root));
                }
            });
        }
    }
}

/// Calls `take` with what may be left when the prefix is taken off.
fn strip(prefix: Prefix, word: &Form, take: &mut impl FnMut(&Form)) {
    let starts = |with: &str| word.as_bytes().starts_with(with.as_bytes());
    let (written, at) = match prefix {
        Di => ("di", 2),
        Ke => ("ke", 2),
        Se => ("se", 2),
        Ku => ("ku", 2),
        Kau => ("kau", 3),
        Ter => ("ter", 3),
        Ber => ("ber", 3),
        Per => ("per", 3),
        Men | Pen => return nasal(prefix, word, take),
    };
    if starts(written) {
        take(&word.after(at));
    }
    let short = written.get(..2).is_some_and(starts);
    if matches!(prefix, Ter | Ber | Per) && short {
        // Before r the prefix loses its own ("be-renang"); before a syllable in -er, too ("be-kerja").
        let dissimilated = !vowel(word.at(2)) && word.at(3) == b'e' && word.at(4) == b'r';
        if word.at(2) == b'r' || prefix != Per && word.len() > 5 && dissimilated {
            take(&word.after(2));
        }
        if prefix != Ter && word.as_bytes().get(2..).is_some_and(|r| r.starts_with(b"lajar")) {
            take(&word.after(3));
        }
    }
}

/// meN- and peN-: the nasal takes the root's place of articulation and swallows k, p, s, t.
fn nasal(prefix: Prefix, word: &Form, take: &mut impl FnMut(&Form)) {
    let written = if prefix == Men { b"me" } else { b"pe" };
    let Some(rest) = word.as_bytes().strip_prefix(written) else { return };
    let liquid = |letter| matches!(letter, b'r' | b'l');
    if rest.starts_with(b"ny") {
        take(&word.after(2));
        if vowel(word.at(4)) {
            take(&word.restored(4, b's'));
        }
    } else if rest.starts_with(b"ng") {
        take(&word.after(4));
        if vowel(word.at(4)) || liquid(word.at(4)) {
            take(&word.restored(4, b'k'));
        }
        // Before one syllable: "menge-cek".
        if word.at(4) == b'e' && matches!(word.len(), 8 | 9) {
            take(&word.after(5));
        }
        take(&word.after(2));
    } else if rest.starts_with(b"m") {
        if matches!(word.at(3), b'b' | b'f' | b'v' | b'p') {
            take(&word.after(3));
        }
        if vowel(word.at(3)) || liquid(word.at(3)) {
            take(&word.restored(3, b'p'));
        }
        take(&word.after(2));
    } else if rest.starts_with(b"n") {
        if matches!(word.at(3), b'd' | b'c' | b'j' | b'z' | b's' | b't') {
            take(&word.after(3));
        }
        if vowel(word.at(3)) || word.at(3) == b'r' {
            take(&word.restored(3, b't'));
        }
        take(&word.after(2));
    } else if matches!(rest.first(), Some(b'l' | b'r' | b'w' | b'y')) || prefix == Pen && !rest.is_empty() {
        take(&word.after(2));
        if prefix == Pen && rest.starts_with(b"lajar") {
            take(&word.after(3));
        }
    }
}

/// Whether Indonesian words sound so: at most what native words and old loans begin and end with.
pub fn sounds_right(root: &str) -> bool {
    const CLUSTERS: &[&str] = &[
        "ny", "sy", "kh", "br", "bl", "dr", "fr", "fl", "gr", "gl", "kr", "kl", "pr", "pl", "tr", "st", "sp",
        "sk", "sl", "str",
    ];
    let bytes = root.as_bytes();
    let (Some(first), Some(last)) =
        (bytes.iter().position(|b| vowel(*b)), bytes.iter().rposition(|b| vowel(*b)))
    else {
        return false;
    };
    let (onset, coda) = (root.get(..first).unwrap_or(""), root.get(last + 1..).unwrap_or(""));
    let single = |cluster: &str, barred: &str| match cluster.as_bytes() {
        [] => true,
        [one] => !barred.as_bytes().contains(one),
        _ => false,
    };
    (single(onset, "qvx") || CLUSTERS.contains(&onset))
        && (single(coda, "cjqvwxyz") || matches!(coda, "ng" | "ks"))
}
