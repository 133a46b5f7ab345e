//! The conditional random field: likelihood and its gradient over encoded sentences.
//!
//! Two sets of annotators disagree about what a name is. Features that both sets show have a weight
//! of their own for the second set, added to the shared one (after Daumé 2007, with the copy of the
//! target set left out): what only the second set teaches stays out of the weights that ship.

use crate::corpus::Sentence;
use crate::owlqn;
use sorot_core::annotate::actors::marks;
use sorot_core::annotate::tagger::features::{self, Sink};
use sorot_core::annotate::tagger::lexicon::Lexicon;
use sorot_core::annotate::tagger::scheme::{self, LABELS};
use sorot_core::annotate::tagger::words;
use sorot_core::calendar::Lang;

/// What can be set before learning.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// Bits of a feature's hash.
    pub bits: u8,
    /// Weight of the L1 norm: prunes.
    pub c1: f64,
    /// Weight of the squared L2 norm.
    pub c2: f64,
    /// Most rounds of the optimiser.
    pub rounds: usize,
    /// Groups of features that count.
    pub groups: u16,
    /// A feature seen less often than this is left out.
    pub at_least: u32,
    /// A feature seen this often gets a weight for every label, not only for those it was seen with.
    pub dense: u32,
    /// Weight of a sentence by domain.
    pub weight: [f64; 2],
}

/// A sentence as numbers.
struct Encoded {
    /// Features of all words, as their hashes, later as places in the layout.
    features: Vec<u32>,
    /// Where each word's features end.
    ends: Vec<usize>,
    labels: Vec<usize>,
    domain: usize,
}

impl Encoded {
    fn word(&self, at: usize) -> &[u32] {
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.features[start..self.ends[at]]
    }
}

/// Weights of one domain, ready to be packed.
#[derive(Clone, Debug)]
pub struct Weights {
    /// For each feature in ascending order, its weights by label.
    pub features: Vec<(u32, [f64; LABELS])>,
    /// By label and next label.
    pub transitions: [[f64; LABELS]; LABELS],
}

fn encode(sentences: &[Sentence], lexicon: &Lexicon, s: Settings) -> Vec<Encoded> {
    let mut found = Vec::new();
    sentences
        .iter()
        .map(|sentence| {
            let words = sentence.strs();
            let read = words::read(&words, &marks::look_up(&words, Lang::Id), lexicon);
            let (mut features, mut ends) = (Vec::new(), Vec::new());
            for at in 0..read.len() {
                found.clear();
                features::put(&read, at, &mut Sink::new(&mut found, s.groups));
                features.extend(found.iter().map(|f| (f >> (64 - u32::from(s.bits))) as u32));
                ends.push(features.len());
            }
            Encoded { features, ends, labels: sentence.labels(), domain: sentence.domain }
        })
        .collect()
}

/// Where each feature's weights are.
struct Layout {
    /// By place; frequent ones first, so that what is needed often lies together.
    features: Vec<Feature>,
    /// Where the transitions' weights begin, and those that the other domain adds.
    transitions: [usize; 2],
    /// All weights.
    size: usize,
}

/// Where one feature's weights are.
#[derive(Clone, Copy)]
struct Feature {
    hash: u32,
    /// Labels that have a weight.
    mask: u16,
    first: u32,
    /// The same of the weights that the other domain adds to these.
    own_mask: u16,
    own_first: u32,
}

const TRANSITIONS: usize = LABELS * LABELS;

impl Layout {
    /// Lays out the features that are frequent enough and renames those of `data` by their places.
    fn new(data: &mut [Encoded], s: Settings) -> Layout {
        let size = 1usize << s.bits;
        let (mut masks, mut counts) = (vec![[0u16; 2]; size], vec![[0u32; 2]; size]);
        for sentence in data.iter() {
            let domain = sentence.domain.min(1);
            for (at, label) in sentence.labels.iter().enumerate() {
                for f in sentence.word(at) {
                    masks[*f as usize][domain] |= 1 << label;
                    counts[*f as usize][domain] += 1;
                }
            }
        }
        let mut features = Vec::new();
        let mut places = vec![u32::MAX; size];
        let mut next = 0;
        let mut order: Vec<usize> =
            (0..size).filter(|h| counts[*h][0] + counts[*h][1] >= s.at_least.max(1)).collect();
        order.sort_by_key(|h| (std::cmp::Reverse(counts[*h][0] + counts[*h][1]), *h));
        for hash in order {
            let (mask, count) = (masks[hash], counts[hash]);
            places[hash] = features.len() as u32;
            let all = if count[0] + count[1] >= s.dense { (1 << LABELS) - 1 } else { mask[0] | mask[1] };
            // A feature of one domain alone needs no second weight to differ.
            let own_mask = if count[0] > 0 && count[1] > 0 { all } else { 0 };
            let first = next;
            let own_first = first + all.count_ones();
            next = own_first + own_mask.count_ones();
            features.push(Feature { hash: hash as u32, mask: all, first, own_mask, own_first });
        }
        for sentence in data.iter_mut() {
            let (mut kept, mut ends) = (Vec::new(), Vec::new());
            for at in 0..sentence.labels.len() {
                kept.extend(sentence.word(at).iter().map(|f| places[*f as usize]).filter(|p| *p != u32::MAX));
                ends.push(kept.len());
            }
            (sentence.features, sentence.ends) = (kept, ends);
        }
        let states = next as usize;
        let transitions = [states, states + TRANSITIONS];
        Layout { features, transitions, size: states + 2 * TRANSITIONS }
    }

    /// Where the transitions that count for a domain begin.
    fn steps(&self, domain: usize) -> &[usize] {
        self.transitions.get(..=domain.min(1)).unwrap_or_default()
    }
}

fn each(mask: u16, mut f: impl FnMut(usize, usize)) {
    let (mut mask, mut n) = (mask, 0);
    while mask != 0 {
        f(mask.trailing_zeros() as usize, n);
        n += 1;
        mask &= mask - 1;
    }
}

type Row = [f64; LABELS];

/// Adds the gradient of one sentence's negative log-likelihood, returns its value.
fn sentence(data: &Encoded, layout: &Layout, w: &[f64], g: &mut [f64], factor: f64) -> f64 {
    let (starts, own) = (layout.steps(data.domain), data.domain > 0);
    let n = data.labels.len();
    let mut state: Vec<Row> = vec![[0.0; LABELS]; n];
    for (i, row) in state.iter_mut().enumerate() {
        for f in data.word(i) {
            let f = layout.features[*f as usize];
            each(f.mask, |label, i| row[label] += w[f.first as usize + i]);
            if own {
                each(f.own_mask, |label, i| row[label] += w[f.own_first as usize + i]);
            }
        }
    }
    let mut step = [[0.0; LABELS]; LABELS];
    let mut gold = 0.0;
    for (a, row) in step.iter_mut().enumerate() {
        for (b, cell) in row.iter_mut().enumerate() {
            let score: f64 = starts.iter().map(|s| w[s + a * LABELS + b]).sum();
            *cell = if scheme::follows(a, b) { libm::exp(score) } else { 0.0 };
        }
    }
    for two in data.labels.windows(2) {
        gold += starts.iter().map(|s| w[s + two[0] * LABELS + two[1]]).sum::<f64>();
    }
    let mut log_z = 0.0;
    for (row, label) in state.iter_mut().zip(&data.labels) {
        gold += row[*label];
        let top = row.iter().copied().fold(f64::MIN, f64::max);
        log_z += top;
        row.iter_mut().for_each(|v| *v = libm::exp(*v - top));
    }
    let mut alpha: Vec<Row> = Vec::with_capacity(n);
    let mut scale = Vec::with_capacity(n);
    for (i, row) in state.iter().enumerate() {
        let mut out: Row = std::array::from_fn(|b| if scheme::opens(b) { 1.0 } else { 0.0 });
        if i > 0 {
            out = [0.0; LABELS];
            for (a, before) in alpha[i - 1].iter().enumerate() {
                for (o, s) in out.iter_mut().zip(&step[a]) {
                    *o += before * s;
                }
            }
        }
        out.iter_mut().zip(row).for_each(|(o, s)| *o *= s);
        let sum: f64 = out.iter().sum();
        out.iter_mut().for_each(|o| *o /= sum);
        log_z += libm::log(sum);
        alpha.push(out);
        scale.push(sum);
    }
    let last: f64 =
        alpha.last().map_or(1.0, |a| (0..LABELS).filter(|l| scheme::closes(*l)).map(|l| a[l]).sum());
    log_z += libm::log(last);
    let mut beta: Row = std::array::from_fn(|a| if scheme::closes(a) { 1.0 / last } else { 0.0 });
    for i in (0..n).rev() {
        let mut expected: Row = std::array::from_fn(|a| alpha[i][a] * beta[a] * factor);
        expected[data.labels[i]] -= factor;
        for f in data.word(i) {
            let f = layout.features[*f as usize];
            each(f.mask, |label, k| g[f.first as usize + k] += expected[label]);
            if own {
                each(f.own_mask, |label, k| g[f.own_first as usize + k] += expected[label]);
            }
        }
        if i == 0 {
            break;
        }
        let here: Row = std::array::from_fn(|b| state[i][b] * beta[b] / scale[i]);
        beta = [0.0; LABELS];
        for a in 0..LABELS {
            for b in 0..LABELS {
                let through = step[a][b] * here[b];
                beta[a] += through;
                let mut share = alpha[i - 1][a] * through * factor;
                if data.labels[i - 1] == a && data.labels[i] == b {
                    share -= factor;
                }
                for start in starts {
                    g[start + a * LABELS + b] += share;
                }
            }
        }
    }
    (log_z - gold) * factor
}

/// Learns weights; those of domain 0 are returned.
pub fn learn(sentences: &[Sentence], lexicon: &Lexicon, s: Settings) -> Weights {
    let mut data = encode(sentences, lexicon, s);
    let layout = Layout::new(&mut data, s);
    let size = layout.size;
    eprintln!("  {} sentences, {} possible weights", data.len(), size);
    let x = owlqn::minimise(vec![0.0; size], s.c1, s.rounds, |x, g| {
        let mut value = 0.0;
        for (v, slot) in x.iter().zip(g.iter_mut()) {
            value += s.c2 * v * v;
            *slot = 2.0 * s.c2 * v;
        }
        for one in &data {
            value += sentence(one, &layout, x, g, s.weight[one.domain.min(1)]);
        }
        value
    });
    let mut features: Vec<(u32, Row)> = layout
        .features
        .iter()
        .filter_map(|f| {
            let mut row = [0.0; LABELS];
            each(f.mask, |label, i| row[label] = x[f.first as usize + i]);
            row.iter().any(|v| *v != 0.0).then_some((f.hash, row))
        })
        .collect();
    features.sort_by_key(|(hash, _)| *hash);
    let start = layout.transitions[0];
    let transitions = std::array::from_fn(|a| std::array::from_fn(|b| x[start + a * LABELS + b]));
    Weights { features, transitions }
}
