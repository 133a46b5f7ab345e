//! Who is named with whom in a sentence.

use super::graph::{self, Graph};
use super::line::Line;
use super::teller::Teller;
use crate::summary::Selection;
use crate::summary::relations;
use crate::view::CardActor;

/// Who stands beside whom: people and organisations, or with states, cities and venues along.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RelationsView {
    /// With the number of sentences that name each beside another; the first the most.
    pub actors: Vec<(CardActor, u32)>,
    /// The strongest first.
    pub pairs: Vec<Pair>,
    /// The drawing.
    pub graph: Graph,
}

/// Two actors and the sentences that name both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// Index in [`RelationsView::actors`].
    pub a: u32,
    /// Index in [`RelationsView::actors`].
    pub b: u32,
    /// Sentences.
    pub count: u32,
    /// The first of the sentences, headed by the two names.
    pub evidence: Vec<Line>,
}

pub(super) fn relations(teller: Teller, selection: &Selection, places: bool) -> RelationsView {
    let found = relations::relations(selection, places);
    let named = |&(id, n): &(_, u32)| Some((teller.actor(id)?, n));
    let actors: Vec<(CardActor, u32)> = found.actors.iter().filter_map(named).collect();
    let names: Vec<&str> = actors.iter().map(|(actor, _)| actor.name.as_str()).collect();
    let name = |n: u32| names.get(n as usize).copied().unwrap_or("");
    let pairs = found.edges.into_iter().map(|edge| {
        let head = format!("{} – {}", name(edge.a), name(edge.b));
        let line = |&(doc, sentence): &_| teller.sentence(doc, sentence, head.clone(), &[]);
        let evidence = edge.evidence.iter().filter_map(line).collect();
        Pair { a: edge.a, b: edge.b, count: edge.count, evidence }
    });
    let pairs: Vec<Pair> = pairs.collect();
    let edges: Vec<(u32, u32, u32)> = pairs.iter().map(|p| (p.a, p.b, p.count)).collect();
    let graph = graph::layout(&names, &edges);
    RelationsView { actors, pairs, graph }
}
