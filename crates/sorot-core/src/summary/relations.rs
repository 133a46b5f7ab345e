//! Who is named with whom in a sentence? Counted over the selected articles, for the actors that stand
//! beside others most.

use super::selection::{Selection, highest};
use crate::annotate::{ActorId, ActorKind};
use crate::corpus::DocId;

/// Actors and the sentences that name two of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Relations {
    /// The actors named beside others in most sentences, the ones asked for first; at most [`ACTORS`].
    /// Each with the number of those sentences.
    pub actors: Vec<(ActorId, u32)>,
    /// Pairs of them, the strongest first, then by index; at most [`EDGES`].
    pub edges: Vec<Edge>,
}

/// Two actors that share sentences.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edge {
    /// Index in [`Relations::actors`], below `b`.
    pub a: u32,
    /// Index in [`Relations::actors`].
    pub b: u32,
    /// Sentences that name both.
    pub count: u32,
    /// The first of them: article, and number of the sentence; at most [`EVIDENCE`].
    pub evidence: Vec<(DocId, u32)>,
}

/// Actors shown: more names than a reader compares at a glance.
pub const ACTORS: usize = 16;
/// Pairs shown.
pub const EDGES: usize = 40;
/// Sentences shown of a pair.
pub const EVIDENCE: usize = 5;

/// Counts the pairs of a selection; `places` takes states, cities and venues along.
pub fn relations(selection: &Selection, places: bool) -> Relations {
    let together = &selection.index.told().together;
    let joins: Vec<bool> =
        selection.corpus.actors().iter().map(|a| places || a.kind != ActorKind::Place).collect();
    let takes = |actor: ActorId| joins.get(actor.index()) == Some(&true);
    let mut counts = vec![0u32; joins.len()];
    let mut named: Vec<u32> = Vec::with_capacity(ACTORS);
    for (_, actors) in selection.docs.iter().flat_map(|&doc| together.of_doc(doc)) {
        named.clear();
        named.extend(actors.iter().filter(|&&a| takes(a)).map(|a| a.0));
        if named.len() < 2 {
            continue;
        }
        for &actor in &named {
            if let Some(count) = counts.get_mut(actor as usize) {
                *count += 1;
            }
        }
    }
    let mut ranked = counts.clone();
    selection.prefer(&mut ranked);
    let chosen = highest(&ranked, ACTORS);
    // Actor → place among the chosen plus one.
    let mut place = vec![0u8; joins.len()];
    for (&actor, at) in chosen.iter().zip(1u8..) {
        if let Some(slot) = place.get_mut(actor as usize) {
            *slot = at;
        }
    }
    let mut pairs: Vec<Edge> = Vec::with_capacity(ACTORS * ACTORS);
    for at in 0..(ACTORS * ACTORS) as u32 {
        let (a, b) = (at / ACTORS as u32, at % ACTORS as u32);
        pairs.push(Edge { a, b, count: 0, evidence: Vec::new() });
    }
    let mut here: Vec<u8> = Vec::with_capacity(ACTORS);
    for &doc in selection.docs {
        for (sentence, actors) in together.of_doc(doc) {
            here.clear();
            here.extend(actors.iter().filter_map(|a| place.get(a.index())).filter(|&&at| at > 0));
            for (n, &one) in here.iter().enumerate() {
                for &other in here.iter().skip(n + 1) {
                    let (a, b) = (one.min(other), one.max(other));
                    let at = usize::from(a - 1) * ACTORS + usize::from(b - 1);
                    let Some(edge) = pairs.get_mut(at) else { continue };
                    edge.count += 1;
                    if edge.evidence.len() < EVIDENCE {
                        edge.evidence.push((doc, sentence));
                    }
                }
            }
        }
    }
    let pair_counts: Vec<u32> = pairs.iter().map(|e| e.count).collect();
    let edges = highest(&pair_counts, EDGES);
    let edges = edges.iter().filter_map(|&at| pairs.get_mut(at as usize).map(std::mem::take));
    Relations {
        edges: edges.collect(),
        actors: chosen
            .into_iter()
            .map(|id| (ActorId(id), counts.get(id as usize).copied().unwrap_or(0)))
            .collect(),
    }
}
