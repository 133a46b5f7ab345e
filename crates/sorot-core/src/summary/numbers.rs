//! Do the articles agree on the numbers? Amounts of the same thing side by side.
//!
//! Two amounts are set beside each other only where the text ties them: the same thing counted, in the
//! same unit and rate, in articles that speak of the same actors. They are said to be at odds only where
//! the two sentences also share their words; it is better to be silent than to be wrong.

mod alike;

use crate::annotate::quantities::{Rate, Unit};
use crate::annotate::{Document, Quantity};
use crate::corpus::{Corpus, DocId};
use crate::index::Index;
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
/// Things whose values are compared: bounds the reading of sentences.
const THINGS: usize = 80;

/// What has to be the same before two amounts are compared; then the amount.
type Keyed = (u32, Unit, Option<Rate>, Amount);

/// Sets the numbers of `docs` (by day) side by side.
pub fn numbers(corpus: &Corpus, index: &Index, docs: &[DocId]) -> Numbers {
    let step = docs.len().div_ceil(MAX_DOCS).max(1);
    let mut keyed: Vec<Keyed> = Vec::new();
    for &doc in docs.iter().step_by(step) {
        let Some(document) = corpus.document(doc) else { continue };
        for (at, quantity) in (0..).zip(&document.quantities) {
            let key = if quantity.key == 0 { value_key(quantity) } else { quantity.key };
            keyed.push((key, quantity.unit, quantity.per, Amount { doc, at }));
        }
    }
    let mut groups = Vec::new();
    if docs.len() > 1 {
        keyed.sort_unstable();
        let mut things: Vec<&[Keyed]> = keyed
            .chunk_by(|a, b| (a.0, a.1, a.2) == (b.0, b.1, b.2))
            .filter(|thing| thing.first().is_some_and(|t| t.0 != 0))
            .filter(|thing| thing.first().map(|t| t.3.doc) != thing.last().map(|t| t.3.doc))
            .collect();
        things.sort_by_key(|thing| (Reverse(thing.len()), thing.first().map(|t| t.3)));
        things.truncate(THINGS);
        for thing in things {
            compare(corpus, index, thing, &mut groups);
        }
    }
    groups.sort_by(|a: &(Group, Vec<Amount>), b| {
        let key = |g: &Group| (g.verdict, Reverse(g.articles), g.amounts.first().copied());
        key(&a.0).cmp(&key(&b.0))
    });
    groups.truncate(GROUPS);
    let mut taken: Vec<Amount> = groups.iter().flat_map(|g| &g.1).copied().collect();
    taken.sort_unstable();
    let mut single: Vec<Amount> =
        keyed.iter().map(|k| k.3).filter(|a| taken.binary_search(a).is_err()).collect();
    single.sort_unstable();
    // What an article tells twice stands once.
    let mut last: Vec<(i64, i64, u32, Unit)> = Vec::new();
    let mut doc = None;
    single.retain(|&amount| {
        if doc != Some(amount.doc) {
            last.clear();
            doc = Some(amount.doc);
        }
        let Some((_, q)) = quantity(corpus, amount) else { return false };
        let value = (q.low, q.high, q.key, q.unit);
        let known = last.contains(&value);
        last.push(value);
        !known
    });
    let more = single.len().saturating_sub(SINGLE) as u32;
    single.truncate(SINGLE);
    Numbers { groups: groups.into_iter().map(|g| g.0).collect(), single, more }
}

/// The quantity of an amount.
pub fn quantity(corpus: &Corpus, amount: Amount) -> Option<(&Document, &Quantity)> {
    let document = corpus.document(amount.doc)?;
    Some((document, document.quantities.get(amount.at as usize)?))
}

/// Amounts of which nobody says what they count are compared only where the very number is rare.
fn value_key(quantity: &Quantity) -> u32 {
    let rare = quantity.low == quantity.high && alike::digits(quantity.low) >= 2;
    let money = matches!(quantity.unit, Unit::Money(_) | Unit::Share | Unit::Size(_));
    if rare && money { (quantity.low as u32 ^ (quantity.low >> 32) as u32) | 1 } else { 0 }
}

/// The groups among the amounts of one thing, each with all its amounts.
fn compare(corpus: &Corpus, index: &Index, thing: &[Keyed], groups: &mut Vec<(Group, Vec<Amount>)>) {
    let mut sides: Vec<Side> = Vec::new();
    // By the value that it has: the amounts, as places in `sides`.
    let mut members: Vec<(usize, Amount)> = Vec::new();
    for &(_, _, _, amount) in thing {
        let Some((document, quantity)) = quantity(corpus, amount) else { continue };
        let known = sides
            .iter()
            .position(|s| s.is_value(quantity) && s.repeats(index, document, quantity, amount.doc));
        let at = match known {
            Some(at) => at,
            None if sides.len() < VALUES => {
                sides.push(Side::of(corpus, document, quantity, amount));
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
