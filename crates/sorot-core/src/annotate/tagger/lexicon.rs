//! In which company does this word usually stand? Word classes counted on unlabelled news.

/// A word's class: its leaf in a binary tree of classes. Words of one class have like neighbours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Class {
    /// The way from the root, one bit a branch, the first branch in the highest bit.
    pub path: u32,
    /// The leaf's number.
    pub leaf: u16,
}

/// Word fingerprints in ascending order, each with its class.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    words: Vec<u32>,
    leaves: Vec<u16>,
    paths: Vec<u32>,
}

/// Bits of a fingerprint: with some ten thousand words, about one unknown word in a thousand is
/// taken for a known one.
pub const FINGERPRINT: u32 = 24;

/// The fingerprint of a word's hash.
pub fn fingerprint(hash: u64) -> u32 {
    (super::hash::pair(hash, 0x1e_11c0) >> (64 - FINGERPRINT)) as u32
}

impl Lexicon {
    /// From ascending fingerprints, the leaf of each, and the path to each leaf.
    pub fn new(words: Vec<u32>, leaves: Vec<u16>, paths: Vec<u32>) -> Lexicon {
        Lexicon { words, leaves, paths }
    }

    /// All classes, by their leaves.
    pub(super) fn classes(&self) -> impl Iterator<Item = Class> + use<'_> {
        (0..=u16::MAX).zip(&self.paths).map(|(leaf, path)| Class { leaf, path: *path })
    }

    /// The class of the word with this hash, if the word was frequent enough to have one.
    pub fn class(&self, hash: u64) -> Option<Class> {
        let at = self.words.binary_search(&fingerprint(hash)).ok()?;
        let leaf = *self.leaves.get(at)?;
        Some(Class { leaf, path: *self.paths.get(usize::from(leaf))? })
    }
}
