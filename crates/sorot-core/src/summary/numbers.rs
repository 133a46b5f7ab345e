//! Do the articles agree on the numbers? Amounts of the same thing side by side.
//!
//! Two amounts are set beside each other only where the text ties them: the same thing counted, in the
//! same unit and rate, in articles that speak of the same actors. They are said to be at odds only where
//! the two sentences also share their words; it is better to be silent than to be wrong.

mod alike;

use super::selection::{Selection, highest};
use crate::annotate::{Document, Quantity};
use crate::corpus::{Corpus, DocId};
use crate::index::Index;
use crate::sort;
use alike::{Relation, Side};
use std::cmp::Reverse;

/// The numbers of a selection.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Numbers {
    /// Amounts that several articles tell, those at odds first.
    pub groups: Vec<Group>,
    /// The others in order.
    pub single: Vec<Amount>,
    /// How many more there are.
    pub more: u32,
}

/// A quantity of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Amount {
    /// The article.
    pub doc: DocId,
    /// Its number in [`Document::quantities`].
    pub at: u32,
}

/// What several articles tell of one amount.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Whether they agree.
    pub verdict: Verdict,
    /// The amounts, by article; each value at least once.
    pub amounts: Vec<Amount>,
    /// How many articles tell it.
    pub articles: u32,
}

/// Whether several articles agree on an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// They can't all be right.
    Conflict,
    /// One tells it more roughly than another.
    Rounded,
    /// They tell the same.
    Agree,
}

/// Articles whose numbers are read: above it, every n-th.
const MAX_DOCS: usize = 5000;
/// Groups shown.
const GROUPS: usize = 40;
/// Amounts shown of a group.
const SHOWN: usize = 6;
/// Single amounts shown.
const SINGLE: usize = 40;
/// Different values of one thing that are compared.
const VALUES: usize = 8;
/// Things whose values are compared, those of most articles: bounds the reading of sentences.
const THINGS: usize = 48;

/// Sets the numbers of `docs` (by day) side by side.
pub fn numbers(corpus: &Corpus, index: &Index, docs: &[DocId]) -> Numbers {
    let read: Vec<DocId> = docs.iter().copied().step_by(docs.len().div_ceil(MAX_DOCS).max(1)).collect();
    let selection = Selection::new(corpus, index, &read, &[]);
    let lines = &index.told().amounts.lines;
    // Only what several articles tell can agree or not.
    let told = selection.lines(lines);
    let counts: Vec<u32> =
        told.iter().map(|&(_, articles)| if articles > 1 { articles } else { 0 }).collect();
    let mut groups: Vec<(Group, Vec<Amount>)> = Vec::new();
    for at in highest(&counts, THINGS) {
        let Some(&(line, _)) = told.get(at as usize) else { continue };
        let amounts = selection.rows(lines, line).map(|(doc, at)| Amount { doc, at });
        compare(corpus, index, amounts, &mut groups);
    }
    sort::by_cached_key(&mut groups, |g| (g.0.verdict, Reverse(g.0.articles), g.0.amounts.first().copied()));
    groups.truncate(GROUPS);
    let mut taken: Vec<Amount> = groups.iter().flat_map(|g| &g.1).copied().collect();
    sort::by_key(&mut taken, |amount| *amount);
    let mut numbers = Numbers { groups: groups.into_iter().map(|g| g.0).collect(), ..Numbers::default() };
    let amounts = read.iter().flat_map(|&doc| {
        let values = (0..).zip(index.told().amounts.values(doc));
        // What an article tells twice stands once.
        values.filter(|(_, (_, again))| !again).map(move |(at, _)| Amount { doc, at })
    });
    for amount in amounts.filter(|amount| taken.binary_search(amount).is_err()) {
        match numbers.single.len() < SINGLE {
            true => numbers.single.push(amount),
            false => numbers.more += 1,
        }
    }
    numbers
}

/// The quantity of an amount.
pub fn quantity(corpus: &Corpus, amount: Amount) -> Option<(&Document, &Quantity)> {
    let document = corpus.document(amount.doc)?;
    Some((document, document.quantities.get(amount.at as usize)?))
}

/// The groups among the amounts of one thing, each with all its amounts.
fn compare(
    corpus: &Corpus,
    index: &Index,
    thing: impl Iterator<Item = Amount>,
    groups: &mut Vec<(Group, Vec<Amount>)>,
) {
    let mut sides: Vec<Side> = Vec::new();
    // By the value that it has: the amounts, as places in `sides`.
    let mut members: Vec<(usize, Amount)> = Vec::new();
    for amount in thing {
        let hashes = alike::hashes(index, amount);
        let at = match sides.iter().position(|s| s.repeats(index, amount, hashes)) {
            Some(at) => at,
            None if sides.len() < VALUES => {
                let Some((document, quantity)) = quantity(corpus, amount) else { continue };
                sides.push(Side::of(corpus, index, document, quantity, amount));
                sides.len() - 1
            }
            None => continue,
        };
        members.push((at, amount));
    }
    // Linked values share a root; the least place leads.
    let mut roots: Vec<usize> = (0..sides.len()).collect();
    let mut relations: Vec<(usize, Relation)> = Vec::new();
    for (i, a) in sides.iter().enumerate() {
        for (j, b) in sides.iter().enumerate().skip(i + 1) {
            let Some(relation) = alike::relation(index, a, b) else { continue };
            let (low, high) = (find(&roots, i).min(find(&roots, j)), find(&roots, i).max(find(&roots, j)));
            if let Some(root) = roots.get_mut(high) {
                *root = low;
            }
            relations.push((i, relation));
        }
    }
    for root in (0..sides.len()).filter(|&i| find(&roots, i) == i) {
        let all: Vec<(usize, Amount)> =
            members.iter().filter(|m| find(&roots, m.0) == root).copied().collect();
        let mut docs: Vec<DocId> = all.iter().map(|m| m.1.doc).collect();
        docs.sort_unstable();
        docs.dedup();
        if docs.len() < 2 {
            continue;
        }
        let told = relations.iter().filter(|r| find(&roots, r.0) == root).map(|r| r.1);
        let verdict = told.fold(Verdict::Agree, |verdict, relation| {
            verdict.min(match relation {
                Relation::Same => Verdict::Agree,
                Relation::Rounded => Verdict::Rounded,
                Relation::Odds => Verdict::Conflict,
            })
        });
        let mut amounts: Vec<Amount> = all.iter().map(|m| m.1).collect();
        amounts.sort_unstable();
        let group = Group { verdict, amounts: shown(&all), articles: docs.len() as u32 };
        groups.push((group, amounts));
    }
}

fn find(roots: &[usize], mut at: usize) -> usize {
    while let Some(&up) = roots.get(at).filter(|&&up| up != at) {
        at = up;
    }
    at
}

/// Every value once, then more of the amounts, each article once.
fn shown(all: &[(usize, Amount)]) -> Vec<Amount> {
    let mut out: Vec<Amount> = Vec::new();
    let mut values: Vec<usize> = Vec::new();
    for &(value, amount) in all {
        if !values.contains(&value) {
            values.push(value);
            out.push(amount);
        }
    }
    for &(_, amount) in all {
        if out.len() >= SHOWN.max(values.len()) {
            break;
        }
        if !out.iter().any(|o| o.doc == amount.doc) {
            out.push(amount);
        }
    }
    out.sort_unstable();
    out
}
