//! Word classes from unlabelled text: exchange clustering (Kneser, Ney 1993) into leaves, then
//! greedy merging into a binary tree (Brown et al. 1992). Words of like neighbours share a leaf.

use sorot_core::annotate::tagger::lexicon::{self, Lexicon};
use std::collections::{BTreeMap, HashMap};

/// How classes are counted.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// Leaves.
    pub classes: usize,
    /// Words rarer than this have no class.
    pub at_least: u32,
    /// Passes of the exchange.
    pub passes: usize,
}

/// Known words with their leaves, and the leaves' paths.
#[derive(Clone, Debug, Default)]
pub struct Classes {
    /// Fingerprint and leaf, ascending by fingerprint.
    pub words: Vec<(u32, u16)>,
    /// Way from the root, first branch in the highest bit.
    pub paths: Vec<u32>,
}

impl Classes {
    /// As the tagger reads them.
    pub fn lexicon(&self) -> Lexicon {
        let (words, leaves) = self.words.iter().copied().unzip();
        Lexicon::new(words, leaves, self.paths.clone())
    }
}

fn normal(word: &str) -> String {
    word.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect()
}

fn small(word: &str) -> String {
    word.chars().map(|c| c.to_lowercase().next().unwrap_or(c)).collect()
}

/// Sentences as numbers of words; a first word gets the case it has elsewhere.
struct Text {
    names: Vec<String>,
    sentences: Vec<Vec<u32>>,
}

fn number(sentences: &[Vec<String>], at_least: u32) -> Text {
    let mut inner: HashMap<String, u32> = HashMap::new();
    for sentence in sentences {
        let mut fresh = true;
        for word in sentence {
            if !fresh {
                *inner.entry(normal(word)).or_default() += 1;
            }
            fresh = word.chars().all(|c| !c.is_alphanumeric());
        }
    }
    let mut cased: Vec<Vec<String>> = Vec::new();
    for sentence in sentences {
        let mut fresh = true;
        let mut out = Vec::new();
        for word in sentence {
            let mut form = normal(word);
            if fresh {
                let low = small(&form);
                if inner.get(&low).copied().unwrap_or(0) > inner.get(&form).copied().unwrap_or(0) {
                    form = low;
                }
            }
            fresh = word.chars().all(|c| !c.is_alphanumeric());
            out.push(form);
        }
        cased.push(out);
    }
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    for word in cased.iter().flatten() {
        *counts.entry(word).or_default() += 1;
    }
    let mut known: Vec<(&str, u32)> = counts.into_iter().filter(|(_, n)| *n >= at_least).collect();
    known.sort_by_key(|(word, n)| (std::cmp::Reverse(*n), *word));
    let numbers: HashMap<&str, u32> = known.iter().zip(2u32..).map(|((w, _), i)| (*w, i)).collect();
    // 0 is the edge of a sentence, 1 a rare word: both keep classes of their own.
    let sentences: Vec<Vec<u32>> = cased
        .iter()
        .map(|s| {
            let inner = s.iter().map(|w| numbers.get(w.as_str()).copied().unwrap_or(1));
            std::iter::once(0).chain(inner).chain([0]).collect()
        })
        .collect();
    let names = ["", ""].into_iter().chain(known.iter().map(|(w, _)| *w)).map(str::to_owned).collect();
    Text { names, sentences }
}

/// n log n for counts.
struct Xlogx(Vec<f64>);

impl Xlogx {
    fn new() -> Xlogx {
        let of = |n: usize| if n == 0 { 0.0 } else { n as f64 * libm::log(n as f64) };
        Xlogx((0..65536).map(of).collect())
    }

    fn get(&self, n: i64) -> f64 {
        let n = n.max(0) as usize;
        self.0.get(n).copied().unwrap_or_else(|| n as f64 * libm::log(n as f64))
    }
}

/// Counts of one class after another, and their sums.
struct Table {
    k: usize,
    cells: Vec<i64>,
    rows: Vec<i64>,
    columns: Vec<i64>,
}

/// What follows and precedes one word, by class; how often it follows itself.
struct Links {
    after: Vec<(usize, i64)>,
    before: Vec<(usize, i64)>,
    own: i64,
}

impl Links {
    fn sums(&self) -> (i64, i64) {
        let sum = |side: &[(usize, i64)]| side.iter().map(|(_, n)| n).sum::<i64>() + self.own;
        (sum(&self.after), sum(&self.before))
    }
}

impl Table {
    fn shift(&mut self, class: usize, links: &Links, sign: i64) {
        let k = self.k;
        for (c, n) in &links.after {
            self.cells[class * k + c] += sign * n;
            self.columns[*c] += sign * n;
        }
        for (c, n) in &links.before {
            self.cells[c * k + class] += sign * n;
            self.rows[*c] += sign * n;
        }
        self.cells[class * k + class] += sign * links.own;
        let (after, before) = links.sums();
        self.rows[class] += sign * after;
        self.columns[class] += sign * before;
    }

    /// What mutual information gains when the word joins `class`, less what is the same for all.
    fn gain(&self, class: usize, links: &Links, f: &Xlogx) -> f64 {
        let (k, mut gain) = (self.k, 0.0);
        let mut both = links.own;
        for (c, n) in &links.after {
            if *c == class {
                both += n;
                continue;
            }
            let now = self.cells[class * k + c];
            gain += f.get(now + n) - f.get(now);
        }
        for (c, n) in &links.before {
            if *c == class {
                both += n;
                continue;
            }
            let now = self.cells[c * k + class];
            gain += f.get(now + n) - f.get(now);
        }
        let now = self.cells[class * k + class];
        gain += f.get(now + both) - f.get(now);
        let (after, before) = links.sums();
        gain -= f.get(self.rows[class] + after) - f.get(self.rows[class]);
        gain - (f.get(self.columns[class] + before) - f.get(self.columns[class]))
    }
}

/// Sums counts by class, leaving out the word itself.
fn by_class(pairs: &[(u32, i64)], word: usize, of: &[usize], k: usize) -> Vec<(usize, i64)> {
    let mut sums = vec![0i64; k];
    for (other, n) in pairs.iter().filter(|(other, _)| *other as usize != word) {
        sums[of[*other as usize]] += n;
    }
    sums.into_iter().enumerate().filter(|(_, n)| *n != 0).collect()
}

/// Counts classes on sentences.
pub fn learn(sentences: &[Vec<String>], settings: Settings) -> Classes {
    let text = number(sentences, settings.at_least);
    let (n, k) = (text.names.len(), settings.classes + 2);
    let mut right: Vec<BTreeMap<u32, i64>> = vec![BTreeMap::new(); n];
    let mut left = right.clone();
    for two in text.sentences.iter().flat_map(|s| s.windows(2)) {
        *right[two[0] as usize].entry(two[1]).or_default() += 1;
        *left[two[1] as usize].entry(two[0]).or_default() += 1;
    }
    let flat = |side: Vec<BTreeMap<u32, i64>>| -> Vec<Vec<(u32, i64)>> {
        side.into_iter().map(|m| m.into_iter().collect()).collect()
    };
    let (right, left) = (flat(right), flat(left));
    // The most frequent words begin a class each, the others are dealt out by rank.
    let mut of: Vec<usize> = (0..n).map(|w| if w < k { w } else { 2 + (w - 2) % (k - 2) }).collect();
    let mut table = Table { k, cells: vec![0; k * k], rows: vec![0; k], columns: vec![0; k] };
    for (a, follow) in right.iter().enumerate() {
        for (b, count) in follow {
            let (a, b) = (of[a], of[*b as usize]);
            table.cells[a * k + b] += count;
            table.rows[a] += count;
            table.columns[b] += count;
        }
    }
    let f = Xlogx::new();
    for pass in 0..settings.passes {
        let mut moved = 0;
        for w in 2..n {
            let own = right[w].iter().find(|(b, _)| *b as usize == w).map_or(0, |(_, n)| *n);
            let links =
                Links { after: by_class(&right[w], w, &of, k), before: by_class(&left[w], w, &of, k), own };
            table.shift(of[w], &links, -1);
            let mut best = (of[w], table.gain(of[w], &links, &f));
            for to in 2..k {
                let value = table.gain(to, &links, &f);
                if value > best.1 + 1e-9 {
                    best = (to, value);
                }
            }
            moved += usize::from(best.0 != of[w]);
            of[w] = best.0;
            table.shift(of[w], &links, 1);
        }
        eprintln!("  classes: pass {}, {moved} of {} words moved", pass + 1, n - 2);
        if moved == 0 {
            break;
        }
    }
    finish(&text, &of, &table.cells, k, &f)
}

/// Merges leaves two by two, always the pair whose union loses least mutual information.
fn tree(table: &[i64], k: usize, f: &Xlogx) -> Vec<u32> {
    let mut table = table.to_vec();
    let mut alive: Vec<usize> = (2..k).collect();
    let mut members: Vec<Vec<usize>> = (0..k).map(|c| vec![c]).collect();
    let mut ways: Vec<Vec<bool>> = vec![Vec::new(); k];
    let all: Vec<usize> = (0..k).collect();
    let mut dead = vec![false; k];
    while alive.len() > 1 {
        let sum = |t: &[i64], a: usize| -> (i64, i64) {
            all.iter().fold((0, 0), |(r, c), x| (r + t[a * k + x], c + t[x * k + a]))
        };
        let sums: Vec<(i64, i64)> = all.iter().map(|a| sum(&table, *a)).collect();
        let mut best: Option<(f64, usize, usize)> = None;
        for (i, a) in alive.iter().copied().enumerate() {
            for b in alive.iter().copied().skip(i + 1) {
                let mut loss = 0.0;
                for x in all.iter().copied().filter(|x| !dead[*x] && *x != a && *x != b) {
                    let (ax, bx, xa, xb) =
                        (table[a * k + x], table[b * k + x], table[x * k + a], table[x * k + b]);
                    if ax != 0 && bx != 0 {
                        loss += f.get(ax) + f.get(bx) - f.get(ax + bx);
                    }
                    if xa != 0 && xb != 0 {
                        loss += f.get(xa) + f.get(xb) - f.get(xa + xb);
                    }
                }
                let (aa, ab, ba, bb) =
                    (table[a * k + a], table[a * k + b], table[b * k + a], table[b * k + b]);
                loss += f.get(aa) + f.get(ab) + f.get(ba) + f.get(bb) - f.get(aa + ab + ba + bb);
                loss += f.get(sums[a].0 + sums[b].0) - f.get(sums[a].0) - f.get(sums[b].0);
                loss += f.get(sums[a].1 + sums[b].1) - f.get(sums[a].1) - f.get(sums[b].1);
                if best.is_none_or(|(l, _, _)| loss < l) {
                    best = Some((loss, a, b));
                }
            }
        }
        let Some((_, a, b)) = best else { break };
        for c in &members[a] {
            ways[*c].push(false);
        }
        for c in members[b].clone() {
            ways[c].push(true);
            members[a].push(c);
        }
        for x in 0..k {
            table[a * k + x] += std::mem::take(&mut table[b * k + x]);
        }
        for x in 0..k {
            table[x * k + a] += std::mem::take(&mut table[x * k + b]);
        }
        dead[b] = true;
        alive.retain(|c| *c != b);
    }
    ways.iter()
        .skip(2)
        .map(|way| {
            way.iter().rev().take(32).enumerate().fold(0, |p, (i, bit)| p | u32::from(*bit) << (31 - i))
        })
        .collect()
}

fn finish(text: &Text, of: &[usize], table: &[i64], k: usize, f: &Xlogx) -> Classes {
    let paths = tree(table, k, f);
    let mut words: BTreeMap<u32, u16> = BTreeMap::new();
    for (w, name) in text.names.iter().enumerate().skip(2) {
        let leaf = (of[w] - 2) as u16;
        // Frequent words come first and keep a fingerprint that a rarer one shares.
        words
            .entry(lexicon::fingerprint(sorot_core::annotate::tagger::words::hash_word(name)))
            .or_insert(leaf);
    }
    Classes { words: words.into_iter().collect(), paths }
}
