//! What is each feature worth? The weights of the linear model, as learned (`cargo xtask train summary`).

use super::features::{COUNT, FULL, Feature, Values};
use std::sync::LazyLock;

/// The file that ships: names and weights between tabs, `#` before comments.
pub const FILE: &str = include_str!("../../data/summary/weights.tsv");

/// The weights that ship.
pub static WEIGHTS: LazyLock<Weights> = LazyLock::new(|| Weights::parse(FILE));

/// The weights of the model, in thousandths of a point.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Weights {
    /// Of what a sentence is worth whatever is selected, in the order of [`Feature::ALL`]: learned.
    pub features: [i32; COUNT],
    /// Of what depends on the selection and on what is taken already: set by hand.
    pub selection: Selection,
}

/// Weights of what depends on the selection. There is no corpus of Indonesian news with summaries of
/// selections, so they are set by hand, against the scale of the learned ones.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Charged for likeness in full to a sentence that is taken already.
    pub redundancy: i32,
    /// Its content words are those of the selected articles, in full.
    pub centre: i32,
    /// Names or holds all that the reader asks for.
    pub asked: i32,
    /// Charged for each sentence taken from its article already, where several articles are selected.
    pub again: i32,
    /// It opens its article, where several are selected: of each article one sentence is shown, if any, and the
    /// learned weights are those of summaries of three (the coverage baseline: Over, Dang and Harman 2007).
    pub opening: i32,
}

impl Selection {
    /// The names in the file of weights, in its order, and what each is.
    pub const ALL: [(&str, &str); 5] = [
        ("redundancy", "charged for likeness to a sentence taken already"),
        ("centre", "how many of the selected articles use its content words, in the mean"),
        ("asked", "the share of the actors and words asked for that it names"),
        ("again", "charged for each sentence taken from its article already, where several are selected"),
        ("opening", "opens its article, where several are selected"),
    ];
}

impl Weights {
    /// Reads a file of weights; what it doesn't name weighs nothing.
    pub fn parse(file: &str) -> Weights {
        let weight = |name: &str| {
            let rows = file.lines().filter(|l| !l.starts_with('#')).filter_map(|l| l.split_once('\t'));
            let mut found = rows.filter(|(n, _)| *n == name).filter_map(|(_, w)| w.trim().parse().ok());
            found.next().unwrap_or(0)
        };
        let mut features = [0; COUNT];
        for (slot, feature) in features.iter_mut().zip(Feature::ALL) {
            *slot = weight(feature.code());
        }
        let [redundancy, centre, asked, again, opening] = Selection::ALL.map(|(name, _)| weight(name));
        Weights { features, selection: Selection { redundancy, centre, asked, again, opening } }
    }

    /// What a sentence is worth whatever is selected, in thousandths.
    pub fn fixed(&self, values: &Values) -> i32 {
        let sum: i64 = self.features.iter().zip(values).map(|(&w, &v)| i64::from(w) * i64::from(v)).sum();
        (sum / i64::from(FULL)) as i32
    }
}

/// The rows of a file of weights, hashed (FNV-1a): its head says which, so that a row changed by hand is seen.
pub fn checksum(file: &str) -> u64 {
    let rows = file.lines().filter(|l| !l.starts_with('#'));
    let bytes = rows.flat_map(|l| l.bytes().chain([b'\n']));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, b| (hash ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3))
}
