//! Which words look like a name, to a model that learned from annotated news?
//!
//! A linear-chain conditional random field (Lafferty, McCallum, Pereira 2001) over hashed features:
//! small integer weights, exact decoding, no floating point, so the same words give the same names
//! everywhere. It is evidence for the actors stage, not its judge: every name comes with a margin.

mod classes;
pub mod features;
mod hash;
pub mod lexicon;
pub mod marks;
pub mod model;
pub mod scheme;
mod viterbi;
pub mod words;

#[cfg(test)]
mod tests;

use super::ActorKind;
use classes::Classes;
use marks::Mark;
pub use model::LoadError;
use model::Model;
use std::ops::Range;
use std::sync::LazyLock;

/// The shipped weights, written by `sorot-train`. Learned from idner-news-2k (train and dev) and
/// NERGrit (train and valid), both MIT; word classes counted on IndoSum's train set (CC BY-SA 4.0)
/// and the words of both.
static WEIGHTS: &[u8] = include_bytes!("../../../data/tagger.bin");

static SHIPPED: LazyLock<Tagger> = LazyLock::new(|| Tagger::load(WEIGHTS).unwrap_or_default());

/// A name among the words of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tagged {
    /// Which words.
    pub words: Range<usize>,
    /// What they name.
    pub kind: ActorKind,
    /// By how much the best labelling leads the best one that reads a word of this name otherwise,
    /// in hundredths of a nat: 100 means e times as likely. Zero is a tie; the least sure word counts.
    pub margin: u32,
}

/// Finds names by learned weights.
#[derive(Clone, Debug, Default)]
pub struct Tagger {
    model: Model,
    classes: Classes,
}

/// Words labelled at a time. Longer "sentences" (tables, text without stops) are cut here, so that
/// memory stays bounded.
const CHUNK: usize = 512;

impl Tagger {
    /// Reads weights as `sorot-train` writes them.
    ///
    /// # Errors
    /// If the bytes are not whole and consistent weights of this version.
    pub fn load(bytes: &[u8]) -> Result<Tagger, LoadError> {
        let model = Model::read(bytes)?;
        Ok(Tagger { classes: Classes::new(&model), model })
    }

    /// The tagger with the shipped weights, read once. (Were they damaged, it would find nothing.)
    pub fn shipped() -> &'static Tagger {
        &SHIPPED
    }

    /// The number of features with a weight, and of weights.
    pub fn size(&self) -> (usize, usize) {
        self.model.size()
    }

    /// The names among the words of one sentence, in order; none overlap. `marks` are what
    /// lists say of each word ([`super::actors::marks::look_up`]); missing ones say nothing.
    ///
    /// Words are as in news corpora: punctuation apart, hyphenated words whole.
    pub fn tag(&self, words: &[&str], marks: &[Mark]) -> Vec<Tagged> {
        self.tag_around(words, marks, |_| true)
    }

    /// As [`Tagger::tag`], but only the names of those stretches that hold a word for which `asked`
    /// is true. (Words far from any capital belong to no name and part a sentence into stretches.)
    pub fn tag_around(&self, words: &[&str], marks: &[Mark], asked: impl Fn(usize) -> bool) -> Vec<Tagged> {
        let mut out = Vec::new();
        for (n, chunk) in words.chunks(CHUNK).enumerate() {
            let from = n * CHUNK;
            let marks = marks.get(from..).unwrap_or_default();
            self.tag_chunk(chunk, marks, from, |at| asked(from + at), &mut out);
        }
        out
    }

    fn tag_chunk(
        &self,
        words: &[&str],
        marks: &[Mark],
        from: usize,
        asked: impl Fn(usize) -> bool,
        out: &mut Vec<Tagged>,
    ) {
        let mut stretches = words::stretches(words);
        stretches.retain(|stretch| stretch.clone().any(&asked));
        if stretches.is_empty() {
            return;
        }
        let seen = words::read_within(words, marks, &self.model.lexicon, &stretches);
        let mut found = Vec::with_capacity(128);
        let mut state = Vec::new();
        for stretch in stretches {
            // Beside the stretch stands a word of no name, or nothing.
            let inner = usize::from(stretch.start > 0);
            state.clear();
            state.resize(inner, scheme::EDGE);
            for at in stretch.clone() {
                found.clear();
                features::put(&seen, at, &mut features::Sink::without_class_alone(&mut found));
                state.push(self.model.scores(self.classes.near(&seen, at), &found));
            }
            state.extend((stretch.end < words.len()).then_some(scheme::EDGE));
            let labels = viterbi::best(&state, &self.model.steps);
            let inside = labels.get(inner..inner + stretch.len()).unwrap_or_default();
            self.names(inside, from + stretch.start, out);
        }
    }

    /// The names that labels of consecutive words spell; the first word's number is `from`.
    fn names(&self, labels: &[(usize, i32)], from: usize, out: &mut Vec<Tagged>) {
        let mut start = 0;
        let mut least = i32::MAX;
        for (at, (label, lead)) in labels.iter().enumerate() {
            if scheme::opens(*label) {
                (start, least) = (at, i32::MAX);
            }
            least = least.min(*lead);
            let Some(kind) = scheme::kind(*label).filter(|_| scheme::closes(*label)) else { continue };
            let nats = i64::from(least.max(0)) * 100 / i64::from(self.model.units);
            let margin = u32::try_from(nats).unwrap_or(u32::MAX);
            out.push(Tagged { words: from + start..from + at + 1, kind, margin });
        }
    }
}
