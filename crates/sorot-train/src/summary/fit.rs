//! From examples to weights: logistic regression on an oracle's labels, then a search along each weight.

use super::data::{Example, Stands};
use super::model::{Length, choose, with};
use super::rouge::f1;
use sorot_core::salience::features::{COUNT, FULL};
use sorot_core::salience::weights::Weights;

/// Rounds of gradient descent.
const ROUNDS: usize = 300;
/// Its step.
const RATE: f64 = 2.0;
/// Weight of the squared norm.
const NORM: f64 = 1e-4;
/// Passes of the search over all weights with one step.
const PASSES: usize = 3;
/// A change must bring that much: less is the noise of these examples.
const WORTH: f64 = 1e-5;
/// Steps of the search along one weight, in thousandths, the coarse ones first.
const STEPS: [i32; 6] = [800, 400, 200, 100, 50, 25];

/// Which sentences a summary would take that saw the reference: greedily the one that
/// raises F1 most, until none does.
fn oracle(example: &Example) -> Vec<bool> {
    let mut sums = vec![0; example.vocabulary];
    let mut taken: Vec<usize> = Vec::new();
    let mut best = 0.0;
    loop {
        let mut next = None;
        for at in (0..example.sentences.len()).filter(|at| example.sentences[*at].stands != Stands::Never) {
            if taken.contains(&at) {
                continue;
            }
            let texts = taken.iter().chain([&at]).map(|&i| &example.sentences[i].text);
            let score = f1(texts, &example.reference, &mut sums);
            if score > best + 1e-12 {
                (best, next) = (score, Some(at));
            }
        }
        let Some(at) = next else { break };
        taken.push(at);
    }
    (0..example.sentences.len()).map(|at| taken.contains(&at)).collect()
}

/// Logistic regression by full-batch gradient descent: same examples, same weights.
fn regress(examples: &[&Example]) -> [i32; COUNT] {
    let rows: Vec<([f64; COUNT], f64)> = examples
        .iter()
        .flat_map(|e| e.sentences.iter().zip(oracle(e)))
        .filter(|(s, _)| s.stands != Stands::Never)
        .map(|(s, label)| (s.values.map(|v| f64::from(v) / f64::from(FULL)), f64::from(u8::from(label))))
        .collect();
    let mut w = [0.0; COUNT];
    let mut bias = 0.0;
    for _ in 0..ROUNDS {
        let mut slope = [0.0; COUNT];
        let mut level = 0.0;
        for (x, y) in &rows {
            let z: f64 = bias + w.iter().zip(x).map(|(w, x)| w * x).sum::<f64>();
            let wrong = 1.0 / (1.0 + libm::exp(-z)) - y;
            level += wrong;
            for (slope, x) in slope.iter_mut().zip(x) {
                *slope += wrong * x;
            }
        }
        let n = rows.len().max(1) as f64;
        bias -= RATE * level / n;
        for (w, slope) in w.iter_mut().zip(slope) {
            *w -= RATE * (slope / n + NORM * *w);
        }
    }
    let mut row = [0; COUNT];
    for (slot, w) in row.iter_mut().zip(w) {
        *slot = libm::round(w * 1000.0) as i32;
    }
    row
}

/// The mean F1 of summaries of these lengths.
pub fn score(examples: &[&Example], weights: &Weights, lengths: &[Length]) -> f64 {
    let one = |e: &Example| lengths.iter().map(|&l| e.score(&choose(e, weights, l))).sum::<f64>();
    examples.iter().map(|e| one(e)).sum::<f64>() / (examples.len() * lengths.len()).max(1) as f64
}

/// The weights for summaries of these lengths; what isn't a feature's stays as in `base`.
pub fn learn(examples: &[&Example], base: &Weights, lengths: &[Length]) -> Weights {
    let measure = |row: &[i32; COUNT]| score(examples, &with(base, *row), lengths);
    let mut best = regress(examples);
    let mut top = measure(&best);
    for step in STEPS {
        for _ in 0..PASSES {
            let before = top;
            for at in 0..COUNT {
                for change in [step, -step] {
                    let mut row = best;
                    row[at] += change;
                    let found = measure(&row);
                    if found > top + WORTH {
                        (top, best) = (found, row);
                        break;
                    }
                }
            }
            if top <= before {
                break;
            }
        }
    }
    with(base, best)
}
