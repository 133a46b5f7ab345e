//! `cargo xtask roots`: learns the list of Indonesian roots that the stemmer ships, from counts of words.
//!
//! Every word of the corpus is a root with affixes around it (`sorot_core::stem::affixes`); which, is
//! learned by expectation maximisation with a discount, which starves roots that few words need. A root's
//! weight begins with the number of its patterns of affixes. No dictionary and no annotation goes in; the
//! arithmetic is free of library functions, so that the list is the same to the byte everywhere.

use crate::failure::{At, Result};
use crate::repo;
use crate::run::note;
use crate::shared;
use sorot_core::stem::affixes::{self, Affixes, Suffix};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

/// Words below this count are mostly slips.
const LEAST_COUNT: u32 = 2;
/// A root of one vowel must stand alone so often.
const ONE_VOWEL_COUNT: u32 = 5;
/// Words a root may lose to others before it goes.
const DISCOUNT: f64 = 0.5;
const ROUNDS: usize = 12;
/// What a root that nothing is known of weighs, and what each letter leaves of that.
const UNKNOWN: f64 = 100.0;
const LETTER: f64 = 0.15;
/// One level's share of the next: 2^(STEP/10), a level being STEP = 8 tenths of a bit.
const LEVEL: f64 = 1.741_101_126_592_248_3;

const REMARKS: &str = "\
# Roots of Indonesian words, each with its level: how many words of the corpus need it, 0 to 9.
# Learned from counts of words in IndoSum (Kurniawan and Louvan 2018, CC BY-SA 4.0, 2,710 articles of its
# training part); none of its text is here. Made by `cargo xtask roots`; do not edit.
";

/// A way to take a word apart.
struct Way {
    root: usize,
    /// What the affixes and the counts speak for it, without the root's own weight.
    share: f64,
}

/// Learns the list and writes it; with `--check`, compares it with the one that ships.
pub fn run(arguments: &[String]) -> Result<()> {
    let mut check = false;
    let mut from = None;
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--check" => check = true,
            "--from" => from = Some(PathBuf::from(rest.next().ok_or("--from needs a file.")?)),
            other => {
                return Err(
                    format!("`roots` does not know `{other}`; there are --from FILE and --check.").into()
                );
            }
        }
    }
    let corpus = match from {
        Some(file) => file,
        None => shared::folder()
            .map(|folder| folder.join("data/summ/indosum-train.jsonl"))
            .ok_or("the corpus is not here: name it with --from, or its folder with SOROT_SHARED.")?,
    };
    let text = fs::read_to_string(&corpus).at("read", &corpus)?;
    let list = list(&counts(&text)?);
    let place = repo::root().join("crates/sorot-core/data/roots-id.txt");
    if check {
        let shipped = fs::read_to_string(&place).at("read", &place)?;
        if shipped != list {
            return Err("the list that ships is not what the corpus gives; run `cargo xtask roots`.".into());
        }
        note("the list that ships is what the corpus gives");
        return Ok(());
    }
    fs::write(&place, &list).at("write", &place)?;
    note(&format!(
        "{} roots, {} bytes: {}",
        list.lines().count() - REMARKS.lines().count(),
        list.len(),
        place.display()
    ));
    Ok(())
}

/// How often each word stands in small letters; words that mostly don't are names and stay out.
fn counts(corpus: &str) -> Result<BTreeMap<String, u32>> {
    let mut small: BTreeMap<String, u32> = BTreeMap::new();
    let mut capital: BTreeMap<String, u32> = BTreeMap::new();
    for (number, line) in corpus.lines().enumerate() {
        let row: serde_json::Value =
            serde_json::from_str(line).map_err(|e| format!("line {} of the corpus: {e}.", number + 1))?;
        let words = |value: &serde_json::Value| value.as_array().cloned().unwrap_or_default();
        let sentences = words(row.get("paragraphs").unwrap_or(&serde_json::Value::Null));
        for word in sentences.iter().flat_map(words).flat_map(|sentence| words(&sentence)) {
            let word = word.as_str().unwrap_or_default();
            if word.is_empty() || !word.bytes().all(|b| b.is_ascii_alphabetic()) {
                continue;
            }
            let lower = word.to_ascii_lowercase();
            let counts = if lower == word { &mut small } else { &mut capital };
            *counts.entry(lower).or_default() += 1;
        }
    }
    small.retain(|word, count| *count * 3 >= capital.get(word).copied().unwrap_or(0));
    Ok(small)
}

/// The finished list.
fn list(counts: &BTreeMap<String, u32>) -> String {
    let mut list = REMARKS.to_owned();
    for (root, weight) in learn(counts) {
        list.push_str(&format!("{root}{}\n", level(weight)));
    }
    list
}

/// The level whose weight is nearest: level 2 is the weight 1.
fn level(weight: f64) -> u8 {
    // The border between two levels lies half a level above the lower one.
    let mut border = 1.0 / (LEVEL * LEVEL.sqrt());
    let mut level = 0;
    while weight >= border && level < 9 {
        border *= LEVEL;
        level += 1;
    }
    level
}

/// The weights of the roots that words need.
fn learn(counts: &BTreeMap<String, u32>) -> BTreeMap<String, f64> {
    let words: BTreeMap<&str, u32> = counts
        .iter()
        .filter(|(word, count)| **count >= LEAST_COUNT && (3..=24).contains(&word.len()))
        .map(|(word, count)| (word.as_str(), *count))
        .collect();
    let candidates: Vec<Vec<(Affixes, String)>> = words.keys().map(|word| ways(word, counts)).collect();
    let good = rooted(&candidates, &words);

    let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, root) in candidates.iter().flatten() {
        let next = numbers.len();
        numbers.entry(root).or_insert(next);
    }
    let mut patterns: Vec<BTreeSet<Affixes>> = vec![BTreeSet::new(); numbers.len()];
    let mut ways: Vec<Vec<Way>> = Vec::new();
    for ((word, count), found) in words.iter().zip(&candidates) {
        let kept = found.iter().filter(|(_, root)| root == word || good.contains(root.as_str()));
        let of_word = kept.map(|(affixes, root)| {
            let number = numbers.get(root.as_str()).copied().unwrap_or_default();
            if let Some(patterns) = patterns.get_mut(number).filter(|_| affixes.tail == 0) {
                patterns.insert(*affixes);
            }
            Way { root: number, share: share(affixes) * rarer(root, word, *count, counts) }
        });
        ways.push(of_word.collect());
    }

    let mut unknown = vec![0.0; numbers.len()];
    for (root, number) in &numbers {
        unknown[*number] = (0..root.len()).fold(UNKNOWN, |weight, _| weight * LETTER);
    }
    let mut weights: Vec<f64> = patterns
        .iter()
        .map(|patterns| {
            let n = (patterns.len() as f64 - 0.5).max(0.05);
            n * n.sqrt()
        })
        .collect();
    for _ in 0..ROUNDS {
        let mut needed = vec![0.0; weights.len()];
        for ways in &ways {
            let weight = |way: &Way| way.share * (weights[way.root] + unknown[way.root]);
            let all: f64 = ways.iter().map(weight).sum();
            if all > 0.0 {
                for way in ways {
                    needed[way.root] += weight(way) / all;
                }
            }
        }
        weights = needed.into_iter().map(|n| (n - DISCOUNT).max(0.0)).collect();
    }
    let kept = numbers.into_iter().map(|(root, number)| (root.to_owned(), weights[number]));
    kept.filter(|(_, weight)| *weight > 0.0).collect()
}

/// The ways to take a word apart whose root could be one.
fn ways(word: &str, counts: &BTreeMap<String, u32>) -> Vec<(Affixes, String)> {
    let mut found = Vec::new();
    affixes::each(word, &mut |affixes, root| {
        let root = root.as_str();
        let count = counts.get(root).copied().unwrap_or(0);
        let one_vowel = affixes::vowels(root.as_bytes()) < 2 && count < ONE_VOWEL_COUNT;
        let odd = count == 0 && !affixes::sounds_right(root);
        if root == word || !one_vowel && !odd {
            found.push((affixes, root.to_owned()));
        }
    });
    found
}

/// The roots that stand alone, or that more than one prefix and more than one suffix touch: "laku" from
/// "melakukan" and "berlaku"; not "komis" from "komisi" and "berkomisi", nor "kolah" from "bersekolah".
fn rooted<'a>(candidates: &'a [Vec<(Affixes, String)>], words: &BTreeMap<&str, u32>) -> BTreeSet<&'a str> {
    type Sides = (BTreeSet<Option<affixes::Prefix>>, BTreeSet<(Suffix, u8)>);
    let mut sides: BTreeMap<&str, Sides> = BTreeMap::new();
    for (affixes, root) in candidates.iter().flatten() {
        let (before, behind) = sides.entry(root).or_default();
        before.insert(affixes.prefixes[1].or(affixes.prefixes[0]));
        behind.insert((affixes.suffix, affixes.tail));
    }
    let good = |(root, (before, behind)): &(&str, Sides)| {
        words.contains_key(root) || before.len() > 1 && behind.len() > 1
    };
    sides.into_iter().filter(good).map(|(root, _)| root).collect()
}

/// The affixes' share, from their cost in tenths of a bit.
fn share(affixes: &Affixes) -> f64 {
    // 2^-0.1, so that no library's `exp2` decides.
    const TENTH: f64 = 0.933_032_991_536_807_4;
    (0..affixes.cost()).fold(1.0, |share, _| share * TENTH)
}

/// A root that is rarer alone than the word is less likely to be its root: the square root of their ratio.
fn rarer(root: &str, word: &str, count: u32, counts: &BTreeMap<String, u32>) -> f64 {
    if root == word {
        return 1.0;
    }
    let alone = counts.get(root).copied().unwrap_or(0);
    (f64::from(alone + 1) / f64::from(count + 1)).min(1.0).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_are_those_that_the_stemmer_reads() {
        assert!(
            (LEVEL.ln() / std::f64::consts::LN_2 * 10.0 - f64::from(sorot_core::stem::roots::STEP)).abs()
                < 1e-9
        );
        let check = |weight: f64, expected: u8| assert_eq!(level(weight), expected, "{weight}");
        check(0.01, 0);
        check(0.32, 0);
        check(1.0, 2);
        check(LEVEL, 3);
        check(1e9, 9);
    }

    #[test]
    fn a_root_is_learned_from_its_words() {
        let words = "gelung menggelung digelung penggelungan bergelung gelungan komisi berkomisi komisi";
        let mut counts = BTreeMap::new();
        for word in words.split(' ') {
            *counts.entry(word.to_owned()).or_insert(1) += 1;
        }
        let roots: Vec<String> = learn(&counts).into_keys().collect();
        assert_eq!(roots, ["gelung", "komisi"]);
        assert_eq!(list(&counts), list(&counts));
    }
}
