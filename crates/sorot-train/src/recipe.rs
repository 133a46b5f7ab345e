//! From the folder of data to weights: which sets, which settings, in which order.

use crate::classes::{self, Classes};
use crate::corpus::{self, Sentence};
use crate::{crf, pack};
use clap::Args;
use sorot_core::annotate::tagger::{Tagger, features::group};
use std::path::Path;

/// Everything that is learned from.
pub struct Data {
    /// idner-news-2k, train.
    pub train: Vec<Sentence>,
    /// idner-news-2k, dev.
    pub dev: Vec<Sentence>,
    /// NERGrit, train and valid; another scheme.
    pub grit: Vec<Sentence>,
    /// IndoSum, train: sentences without annotation.
    pub plain: Vec<Vec<String>>,
}

impl Data {
    /// Reads all sets.
    pub fn read(folder: &Path) -> Result<Data, String> {
        let read = |path: &str, domain| corpus::read_bio(&folder.join("ner").join(path), domain);
        let mut grit = read("nergrit/train_preprocess.txt", 1)?;
        grit.extend(read("nergrit/valid_preprocess.txt", 1)?);
        Ok(Data {
            train: read("idner-news-2k/train.txt", 0)?,
            dev: read("idner-news-2k/dev.txt", 0)?,
            grit,
            plain: corpus::read_plain(&folder.join("summ/indosum-train.jsonl"))?,
        })
    }

    /// All sentences of idner.
    pub fn all(&self) -> Vec<Sentence> {
        self.train.iter().chain(&self.dev).cloned().collect()
    }
}

/// Settings; the defaults are those of the shipped weights.
#[derive(Args, Clone, Debug)]
pub struct Recipe {
    /// Bits of a feature's hash.
    #[arg(long, global = true, default_value_t = 20)]
    bits: u8,
    /// Weight of the L1 norm.
    #[arg(long, global = true, default_value_t = 0.3)]
    c1: f64,
    /// Weight of the squared L2 norm.
    #[arg(long, global = true, default_value_t = 0.02)]
    c2: f64,
    /// Most rounds of the optimiser.
    #[arg(long, global = true, default_value_t = 90)]
    rounds: usize,
    /// Groups of features, as bits.
    #[arg(long, global = true, default_value_t = group::ALL)]
    groups: u16,
    /// A feature seen this often gets a weight for every label.
    #[arg(long, global = true, default_value_t = 1_000_000)]
    dense: u32,
    /// A feature seen less often is left out.
    #[arg(long, global = true, default_value_t = 1)]
    at_least: u32,
    /// Weight of a NERGrit sentence; an idner sentence weighs 1. At 0 the set is left out.
    #[arg(long, global = true, default_value_t = 0.5)]
    grit: f64,
    /// Word classes.
    #[arg(long, global = true, default_value_t = 256)]
    classes: usize,
    /// A word seen less often has no class.
    #[arg(long, global = true, default_value_t = 5)]
    known: u32,
    /// Quantised units per nat.
    #[arg(long, global = true, default_value_t = 20)]
    units: u8,
}

/// Weights, packed.
pub struct Learned {
    /// As the tagger reads them.
    pub bytes: Vec<u8>,
    /// Ready to tag.
    pub tagger: Tagger,
    without_classes: usize,
}

impl Learned {
    /// Counts and sizes in one line.
    pub fn sizes(&self) -> String {
        let (features, weights) = self.tagger.size();
        format!(
            "{features} features, {weights} weights, {} bytes, {} gzip (without word classes {})",
            self.bytes.len(),
            pack::gzip(&self.bytes),
            self.without_classes
        )
    }
}

impl Recipe {
    /// The same without a group of features and without NERGrit.
    pub fn without(&self, group: u16) -> Recipe {
        Recipe { groups: self.groups & !group, grit: 0.0, ..self.clone() }
    }

    /// Word classes from the unlabelled news and the words of `annotated` and NERGrit.
    pub fn classes(&self, annotated: &[Sentence], data: &Data) -> Classes {
        let words = annotated.iter().chain(&data.grit).map(|s| s.words.clone());
        let text: Vec<Vec<String>> = data.plain.iter().cloned().chain(words).collect();
        classes::learn(&text, classes::Settings { classes: self.classes, at_least: self.known, passes: 15 })
    }

    /// Learns all from `annotated` (idner), NERGrit and the unlabelled news.
    pub fn learn(&self, annotated: &[Sentence], data: &Data) -> Result<Learned, String> {
        self.learn_with(annotated, data, &self.classes(annotated, data))
    }

    /// Learns with word classes that are there already.
    pub fn learn_with(
        &self,
        annotated: &[Sentence],
        data: &Data,
        classes: &Classes,
    ) -> Result<Learned, String> {
        let mut sentences = annotated.to_vec();
        if self.grit > 0.0 {
            sentences.extend(data.grit.iter().cloned());
        }
        let settings = crf::Settings {
            bits: self.bits,
            c1: self.c1,
            c2: self.c2,
            rounds: self.rounds,
            groups: self.groups,
            at_least: self.at_least,
            dense: self.dense,
            weight: [1.0, self.grit],
        };
        let weights = crf::learn(&sentences, &classes.lexicon(), settings);
        let bytes = pack::pack(&weights, classes, self.bits, self.units);
        let without_classes = pack::gzip(&pack::pack(&weights, &Classes::default(), self.bits, self.units));
        let tagger = Tagger::load(&bytes).map_err(|e| e.to_string())?;
        Ok(Learned { bytes, tagger, without_classes })
    }
}
