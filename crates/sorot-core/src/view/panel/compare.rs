//! What sets two selections apart?

use super::Scope;
use super::line::{Line, LineKind};
use super::teller::Teller;
use crate::annotate::ActorId;
use crate::calendar::Day;
use crate::corpus::DocId;
use crate::index::Index;
use crate::summary::compare::{self, Counted, Sides, Word};
use crate::summary::highest;
use crate::view::CardActor;
use chrono::Datelike;

/// Two selections side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompareView {
    /// The actors that the reader may set against the selection, the most named first.
    pub actors: Vec<CardActor>,
    /// A day that parts the selection in two halves, if its days differ.
    pub middle: Option<Day>,
    /// The comparison; `None` until the reader says with what.
    pub compared: Option<ComparedView>,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedView {
    /// Articles of the left selection.
    pub left: u32,
    /// Articles of the right one.
    pub right: u32,
    /// Articles in both.
    pub shared: u32,
    /// Actors only left, of both, only right, with the articles of each side.
    pub actors: [Vec<(CardActor, u32, u32)>; 3],
    /// Words only left, of both, only right, with the articles of each side.
    pub words: [Vec<(String, u32, u32)>; 3],
    /// Quotes only left and only right.
    pub quotes: [Vec<Line>; 2],
}

/// Actors to choose from.
const CHOICES: usize = 24;

pub(super) fn compare(teller: Teller, scope: &Scope) -> CompareView {
    let Teller { corpus, index, .. } = teller;
    let compared = scope.against.as_ref().map(|right| {
        let found = compare::compare(corpus, index, &scope.docs, right);
        let quote = |told| teller.single(LineKind::Quote, told);
        ComparedView {
            left: found.left,
            right: found.right,
            shared: found.shared,
            actors: three(&found.actors, |c: &Counted<ActorId>| {
                Some((teller.actor(c.what)?, c.left, c.right))
            }),
            words: three(&found.words, |w: &Word| {
                Some((corpus.lexicon().word(w.term).to_string(), w.left, w.right))
            }),
            quotes: found.quotes.map(|list| list.into_iter().filter_map(quote).collect()),
        }
    });
    CompareView { actors: choices(teller, &scope.docs), middle: middle(index, &scope.docs), compared }
}

fn three<T, U>(sides: &Sides<T>, make: impl Fn(&T) -> Option<U>) -> [Vec<U>; 3] {
    [&sides.left, &sides.both, &sides.right].map(|list| list.iter().filter_map(&make).collect())
}

/// The actors of `docs`, the most named first.
fn choices(teller: Teller, docs: &[DocId]) -> Vec<CardActor> {
    let rows: Vec<u32> = docs.iter().map(|doc| doc.0).collect();
    let counts = teller.index.actor_counter().in_list(&rows);
    highest(&counts, CHOICES).into_iter().filter_map(|id| teller.actor(ActorId(id))).collect()
}

/// The first day of the later half of the dated articles; none where all have one day.
fn middle(index: &Index, docs: &[DocId]) -> Option<Day> {
    // Those without a day stand last.
    let dated = docs.get(..docs.partition_point(|&doc| index.day(doc).is_some()))?;
    let first = index.day(*dated.first()?)?;
    let later = dated.get(dated.len() / 2..)?;
    let later = later.get(later.partition_point(|&doc| index.day(doc).is_some_and(|day| day <= first))..)?;
    index.day(*later.first()?).filter(|day| day.year() >= 0)
}
