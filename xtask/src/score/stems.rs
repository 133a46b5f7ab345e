//! Stems: do derived forms of one lemma get one stem?
//!
//! Over the derived types of a treebank (form ≠ lemma, in small letters) a pair of forms is wanted where the two
//! share a lemma, and given where their stems are equal; precision, recall and F1 over pairs.

use super::matching::Ratios;
use sorot_core::calendar::Lang;
use sorot_core::stem::stem;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use waken_snowball::Algorithm;

/// The treebanks.
const SETS: &[&str] = &["CSUI", "GSD"];

/// Each derived form with its lemmas.
pub type Forms = BTreeMap<String, BTreeSet<String>>;

/// The figures of every treebank, ours and Snowball's.
pub fn lines(shared: &Path) -> Result<Vec<String>, String> {
    let mut lines = Vec::new();
    for set in SETS {
        let file = shared.join(format!("data/lemmas/ud_pairs_{set}.tsv"));
        let text =
            std::fs::read_to_string(&file).map_err(|e| format!("{} can't be read: {e}.", file.display()))?;
        let forms = forms(&text);
        let snowball = waken_snowball::Stemmer::new(Algorithm::Indonesian);
        let (ours, pairs) = pairwise(&forms, |word| stem(word, Lang::Id).into_owned());
        let (theirs, _) = pairwise(&forms, |word| snowball.stem(word).into_owned());
        for (name, ratios) in [("sorot", ours), ("Snowball", theirs)] {
            lines.push(format!(
                "{:<20} P {:.3} R {:.3} F1 {:.3}   {pairs} pairs of {} forms",
                format!("{set}, {name}"),
                ratios.0,
                ratios.1,
                ratios.2,
                forms.len()
            ));
        }
    }
    Ok(lines)
}

/// Reads rows of form, lemma and count; keeps the derived ones.
pub fn forms(rows: &str) -> Forms {
    let mut forms = Forms::new();
    for row in rows.lines() {
        let mut fields = row.split('\t').map(str::to_lowercase);
        if let (Some(form), Some(lemma)) = (fields.next(), fields.next())
            && form != lemma
        {
            forms.entry(form).or_default().insert(lemma);
        }
    }
    forms
}

/// Precision, recall and F1 over pairs of forms, and how many are wanted.
pub fn pairwise(forms: &Forms, stem: impl Fn(&str) -> String) -> (Ratios, usize) {
    let pairs = |groups: BTreeMap<String, BTreeSet<&str>>| -> BTreeSet<(String, String)> {
        let within = |group: &BTreeSet<&str>| {
            let all: Vec<String> = group.iter().map(|w| (*w).to_owned()).collect();
            let pairs =
                all.iter().enumerate().map(|(i, a)| all[i + 1..].iter().map(|b| (a.clone(), b.clone())));
            pairs.flatten().collect::<Vec<_>>()
        };
        groups.values().flat_map(within).collect()
    };
    let mut by_lemma: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    let mut by_stem: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for (form, lemmas) in forms {
        for lemma in lemmas {
            by_lemma.entry(lemma.clone()).or_default().insert(form);
        }
        by_stem.entry(stem(form)).or_default().insert(form);
    }
    let (wanted, given) = (pairs(by_lemma), pairs(by_stem));
    (Ratios::count(wanted.intersection(&given).count(), given.len(), wanted.len()), wanted.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ours_is_better_than_snowballs() {
        let Some(shared) = crate::shared::folder().filter(|folder| folder.join("data/lemmas").is_dir())
        else {
            println!("Not compared: the lemmas are not here.");
            return;
        };
        let lines = lines(&shared).unwrap();
        println!("{}", lines.join("\n"));
        let f1 = |n: usize| lines[n].split("F1 ").nth(1).unwrap()[..5].parse::<f64>().unwrap();
        for n in [0, 2] {
            assert!(f1(n) > 0.92 && f1(n) > f1(n + 1), "{lines:#?}");
        }
    }

    #[test]
    fn pairs_are_counted() {
        let forms =
            forms("menari\ttari\t3\ntarian\ttari\t1\nPenari\ttari\t1\ntari\ttari\t9\nlarian\tlari\t1\n");
        assert_eq!(forms.len(), 4);
        let check = |stem: fn(&str) -> String, expected: (f64, f64)| {
            let (ratios, wanted) = pairwise(&forms, stem);
            assert_eq!((ratios.0, ratios.1, wanted), (expected.0, expected.1, 3));
        };
        check(|_| "x".into(), (0.5, 1.0));
        check(str::to_owned, (0.0, 0.0));
        check(|w| if w == "larian" { w.into() } else { "tari".into() }, (1.0, 1.0));
    }

    #[test]
    fn english_is_porters_second_stemmer() {
        let snowball = waken_snowball::Stemmer::new(Algorithm::English);
        let root = crate::repo::root();
        let mut words = BTreeSet::new();
        for folder in ["tests/gold-en/dev/articles", "tests/gold-en/blind/articles", "docs", "."] {
            for entry in std::fs::read_dir(root.join(folder)).unwrap().flatten() {
                let text = std::fs::read_to_string(entry.path()).unwrap_or_default();
                words.extend(text.split(|c: char| !c.is_ascii_alphabetic()).map(str::to_lowercase));
            }
        }
        assert!(words.len() > 2000, "{}", words.len());
        let differs = |word: &&String| stem(word, Lang::En) != snowball.stem(word);
        let wrong: Vec<_> = words
            .iter()
            .filter(differs)
            .map(|w| format!("{w}: {}, Snowball {}", stem(w, Lang::En), snowball.stem(w)))
            .collect();
        assert!(wrong.len() * 1000 < words.len(), "{wrong:#?}");
    }
}
