//! The weights of the key sentences: learned from news with abstracts that people wrote.

mod data;
mod fit;
mod model;
mod rouge;

use data::Example;
use model::{Length, lead};
use sorot_core::salience::features::Feature;
use sorot_core::salience::weights::{self, Selection, Weights};
use std::fmt::Write;
use std::path::Path;

/// Parts that the figures are taken on in turn.
const FOLDS: usize = 5;
/// Lengths that are tried, in words.
const WORDS: [u32; 11] = [40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90];
/// The lengths for which weights are learned: a summary that the panel shows has so many sentences, or more than
/// these abstracts tell.
const LEARNED: [Length; 2] = [Length::Sentences(3), Length::Sentences(4)];
/// Where the articles lie in the folder of training data.
const FILE: &str = "summ/indosum-train.jsonl";

/// Learns the weights from all articles; gives back the file that ships.
pub fn learn(folder: &Path) -> Result<String, String> {
    let examples = data::read(&folder.join(FILE))?;
    let all: Vec<&Example> = examples.iter().collect();
    let weights = fit::learn(&all, &weights::WEIGHTS, &LEARNED);
    Ok(file(&weights, all.len(), fit::score(&all, &weights, &LEARNED)))
}

/// Takes the figures: each fold is measured with weights, and a length in words, learned from the others.
pub fn evaluate(folder: &Path) -> Result<(), String> {
    let examples = data::read(&folder.join(FILE))?;
    let all: Vec<&Example> = examples.iter().collect();
    let mean = |scores: &dyn Fn(&Example) -> f64| {
        100.0 * all.iter().map(|e| scores(e)).sum::<f64>() / all.len().max(1) as f64
    };
    let row = |name: &str, f1: f64, sentences: f64| {
        println!("{name:<34} R1 F1 {f1:.2}   {sentences:.2} sentences");
    };
    for n in [3, 4] {
        let cut = Length::Sentences(n);
        row(
            &format!("LEAD-{n}"),
            mean(&|e| e.score(&lead(e, cut))),
            mean(&|e| lead(e, cut).len() as f64) / 100.0,
        );
    }
    let part = |fold: usize, own: bool| -> Vec<&Example> {
        let rows = examples.iter().enumerate().filter(|(at, _)| (at % FOLDS == fold) == own);
        rows.map(|(_, e)| e).collect()
    };
    let mut sums = [(0.0, 0.0); 4];
    for fold in 0..FOLDS {
        let (train, test) = (part(fold, false), part(fold, true));
        let length = length(&train);
        let learned = fit::learn(&train, &weights::WEIGHTS, &LEARNED);
        let cuts = [length, Length::Sentences(3), Length::Sentences(4)];
        let mut take = |at: usize, summary: &dyn Fn(&Example) -> (f64, usize)| {
            for example in &test {
                let (f1, sentences) = summary(example);
                sums[at].0 += f1;
                sums[at].1 += sentences as f64;
            }
        };
        take(0, &|e| (e.score(&lead(e, length)), lead(e, length).len()));
        for (at, cut) in cuts.into_iter().enumerate() {
            take(at + 1, &|e| {
                let chosen = model::choose(e, &learned, cut);
                (e.score(&chosen), chosen.len())
            });
        }
    }
    let names = ["LEAD, by length", "Sorot, by length", "Sorot, 3 sentences", "Sorot, 4 sentences"];
    for (name, (f1, sentences)) in names.iter().zip(sums) {
        row(name, 100.0 * f1 / all.len().max(1) as f64, sentences / all.len().max(1) as f64);
    }
    println!(
        "{} articles; by length: the sentences whose words come nearest to {:?}",
        all.len(),
        length(&all)
    );
    Ok(())
}

/// The length at which the first sentences do best: nothing of ours decides it.
fn length(examples: &[&Example]) -> Length {
    let score = |words: u32| examples.iter().map(|e| e.score(&lead(e, Length::Words(words)))).sum::<f64>();
    let best = WORDS.into_iter().max_by(|a, b| score(*a).total_cmp(&score(*b)));
    Length::Words(best.unwrap_or(60))
}

fn file(weights: &Weights, articles: usize, f1: f64) -> String {
    let mut rows = String::new();
    for (feature, weight) in Feature::ALL.iter().zip(weights.features) {
        let _ = writeln!(rows, "# {}\n{}\t{weight}", feature.about(), feature.code());
    }
    let Selection { redundancy, centre, asked, again, opening } = weights.selection;
    for ((name, about), weight) in Selection::ALL.iter().zip([redundancy, centre, asked, again, opening]) {
        let _ = writeln!(rows, "# {about}; by hand\n{name}\t{weight}");
    }
    format!(
        "# Weights of the key sentences' linear model, in thousandths; features run from 0 to 1. Made by `cargo xtask train\n\
         # summary`, which keeps the rows by hand. Learned from IndoSum's training part (Kurniawan and Louvan 2018, CC BY-SA\n\
         # 4.0; no text of it is here): logistic regression on greedy labels, then a search along each weight for ROUGE-1 F1.\n\
         # articles {articles}, summaries of three and of four sentences, F1 on what it learned from {:.4}\n\
         # features {}, by hand {}, rows hashed {:016x}\n{rows}",
        f1,
        Feature::ALL.len(),
        Selection::ALL.len(),
        weights::checksum(&rows),
    )
}
