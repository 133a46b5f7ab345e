//! Strict scores: a name counts when its words and its kind are right.

use crate::corpus::{Entity, Sentence};
use sorot_core::annotate::ActorKind;

/// Counts of one kind (or all).
#[derive(Clone, Copy, Debug, Default)]
pub struct Count {
    /// Right.
    pub hit: usize,
    /// Found.
    pub found: usize,
    /// In the gold annotation.
    pub gold: usize,
}

impl Count {
    /// Precision, recall, F1, in percent.
    pub fn prf(self) -> (f64, f64, f64) {
        let ratio = |a: usize, b: usize| if b == 0 { 0.0 } else { 100.0 * a as f64 / b as f64 };
        (ratio(self.hit, self.found), ratio(self.hit, self.gold), ratio(2 * self.hit, self.found + self.gold))
    }
}

/// Counts by kind in [`ActorKind::ALL`]'s order, then over all.
#[derive(Clone, Copy, Debug, Default)]
pub struct Score(pub [Count; 4]);

impl Score {
    /// Adds one sentence.
    pub fn add(&mut self, gold: &[Entity], found: &[Entity]) {
        for (i, count) in self.0.iter_mut().enumerate() {
            let of = |e: &&Entity| ActorKind::ALL.get(i).is_none_or(|k| *k == e.2);
            count.gold += gold.iter().filter(of).count();
            count.found += found.iter().filter(of).count();
            count.hit += found.iter().filter(of).filter(|e| gold.contains(e)).count();
        }
    }

    /// Adds another score's counts.
    pub fn merge(&mut self, other: &Score) {
        for (mine, theirs) in self.0.iter_mut().zip(other.0) {
            mine.hit += theirs.hit;
            mine.found += theirs.found;
            mine.gold += theirs.gold;
        }
    }

    /// A line for each kind and one for all.
    pub fn table(&self) -> String {
        let row = |(name, count): (&str, Count)| {
            let (p, r, f) = count.prf();
            format!("  {name} P {p:.1} R {r:.1} F1 {f:.2} ({} gold)\n", count.gold)
        };
        ["PER", "ORG", "LOC", "all"].into_iter().zip(self.0).map(row).collect()
    }

    /// One line.
    pub fn line(&self) -> String {
        let kinds = ["PER", "ORG", "LOC"];
        let (p, r, f) = self.0[3].prf();
        let kinds: Vec<String> =
            kinds.iter().zip(self.0).map(|(k, c)| format!("{k} {:.1}", c.prf().2)).collect();
        format!("F1 {f:.2} (P {p:.1} R {r:.1}) {}", kinds.join(" "))
    }
}

/// Scores `find` on sentences.
pub fn score(sentences: &[Sentence], mut find: impl FnMut(&Sentence) -> Vec<Entity>) -> Score {
    let mut out = Score::default();
    for sentence in sentences {
        out.add(&sentence.names, &find(sentence));
    }
    out
}
