//! Who is named with whom in a sentence.

use super::graph::{self, Graph};
use super::line::{Line, LineId};
use crate::calendar::Lang;
use crate::corpus::Corpus;
use crate::summary::Selection;
use crate::summary::relations::{self, Relations};
use crate::view::CardActor;
use crate::view::cards::card_actor;

/// Who stands beside whom: people and organisations, and with states, cities and venues along.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RelationsView {
    /// People and organisations.
    pub acting: Network,
    /// All kinds of actors.
    pub with_places: Network,
}

/// Actors and the pairs among them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Network {
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
    /// Index in [`Network::actors`].
    pub a: u32,
    /// Index in [`Network::actors`].
    pub b: u32,
    /// Sentences.
    pub count: u32,
    /// The first of the sentences.
    pub evidence: Vec<Line>,
}

impl RelationsView {
    /// Every sentence once, with the first pair that it names.
    pub(super) fn lines(&self) -> Vec<Line> {
        let mut lines: Vec<Line> = Vec::new();
        for line in self.acting.pairs.iter().flat_map(|pair| &pair.evidence) {
            if !lines.iter().any(|l| l.id == line.id) {
                lines.push(line.clone());
            }
        }
        lines
    }
}

pub(super) fn relations(selection: &Selection, lang: Lang) -> RelationsView {
    let network = |places| network(selection.corpus, relations::relations(selection, places), lang);
    RelationsView { acting: network(false), with_places: network(true) }
}

fn network(corpus: &Corpus, found: Relations, lang: Lang) -> Network {
    let named = |&(id, n): &(_, u32)| Some((card_actor(corpus, id)?, n));
    let actors: Vec<(CardActor, u32)> = found.actors.iter().filter_map(named).collect();
    let name = |n: u32| actors.get(n as usize).map_or("", |(actor, _)| actor.name.as_str());
    let pairs: Vec<Pair> = found
        .edges
        .into_iter()
        .map(|edge| Pair {
            a: edge.a,
            b: edge.b,
            count: edge.count,
            evidence: edge
                .evidence
                .iter()
                .filter_map(|&(doc, sentence)| {
                    let document = corpus.document(doc)?;
                    let head = format!("{} – {}", name(edge.a), name(edge.b));
                    Line::of(document, &LineId::sentence(&document.article.id, sentence), head, lang)
                })
                .collect(),
        })
        .collect();
    let edges: Vec<(u32, u32, u32)> = pairs.iter().map(|p| (p.a, p.b, p.count)).collect();
    let names: Vec<&str> = actors.iter().map(|(actor, _)| actor.name.as_str()).collect();
    let graph = graph::layout(&names, &edges);
    Network { actors, pairs, graph }
}
