//! What sets two selections apart?

use super::Scope;
use super::line::{Citation, Line, LineId, sentence_at};
use crate::annotate::ActorId;
use crate::calendar::{Day, Lang};
use crate::corpus::{Corpus, DocId};
use crate::index::Index;
use crate::summary::compare::{self, Counted, Sides, Word};
use crate::view::CardActor;
use crate::view::cards::card_actor;
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

impl CompareView {
    pub(super) fn lines(&self) -> Vec<Line> {
        self.compared.iter().flat_map(|c| c.quotes.iter().flatten().cloned()).collect()
    }
}

pub(super) fn compare(corpus: &Corpus, index: &Index, scope: &Scope, lang: Lang) -> CompareView {
    let compared = scope.against.as_ref().map(|right| {
        let found = compare::compare(corpus, index, &scope.docs, right);
        ComparedView {
            left: found.left,
            right: found.right,
            shared: found.shared,
            actors: three(&found.actors, |c: &Counted<ActorId>| {
                Some((card_actor(corpus, c.what)?, c.left, c.right))
            }),
            words: three(&found.words, |w: &Word| {
                Some((corpus.lexicon().word(w.term).to_string(), w.left, w.right))
            }),
            quotes: found
                .quotes
                .map(|list| list.into_iter().filter_map(|(doc, at)| quote(corpus, doc, at, lang)).collect()),
        }
    });
    CompareView { actors: choices(corpus, index, &scope.docs), middle: middle(index, &scope.docs), compared }
}

fn three<T, U>(sides: &Sides<T>, make: impl Fn(&T) -> Option<U>) -> [Vec<U>; 3] {
    [&sides.left, &sides.both, &sides.right].map(|list| list.iter().filter_map(&make).collect())
}

fn quote(corpus: &Corpus, doc: DocId, at: u32, lang: Lang) -> Option<Line> {
    let document = corpus.document(doc)?;
    let span = document.quotes.get(at as usize)?.span;
    let speakers = document.quotes.get(at as usize)?.speakers.iter();
    let names: Vec<&str> = speakers.filter_map(|&id| Some(corpus.actor(id)?.name.as_str())).collect();
    let mut line = Line::of(document, &LineId::quote(&document.article.id, at), names.join(", "), lang)?;
    line.places = vec![Citation::of(document, sentence_at(document, span)?, lang)?];
    Some(line)
}

/// The actors of `docs`, the most named first.
fn choices(corpus: &Corpus, index: &Index, docs: &[DocId]) -> Vec<CardActor> {
    let mut counts = vec![0u32; corpus.actors().len()];
    for actor in docs.iter().flat_map(|&doc| index.actors_of(doc)) {
        if let Some(count) = counts.get_mut(actor.index()) {
            *count += 1;
        }
    }
    let mut keys: Vec<(std::cmp::Reverse<u32>, u32)> =
        (0..).zip(counts).filter(|c| c.1 > 0).map(|(id, n)| (std::cmp::Reverse(n), id)).collect();
    keys.sort_unstable();
    keys.into_iter().take(CHOICES).filter_map(|(_, id)| card_actor(corpus, ActorId(id))).collect()
}

/// The first day of the later half of the dated articles; none where all have one day.
fn middle(index: &Index, docs: &[DocId]) -> Option<Day> {
    let days: Vec<Day> = docs.iter().filter_map(|&doc| index.day(doc)).collect();
    let first = *days.first()?;
    let middle = days.get(days.len() / 2).copied()?;
    let middle = if middle > first { Some(middle) } else { days.iter().copied().find(|d| *d > first) };
    middle.filter(|day| day.year() >= 0)
}
