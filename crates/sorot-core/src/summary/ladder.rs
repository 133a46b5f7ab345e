//! Whose account is it? The sentences of a selection on the ladder of their sources.

use super::highest;
use crate::annotate::{ActorId, Rung};
use crate::corpus::DocId;
use crate::index::Index;

/// The sentences of a selection by their source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ladder {
    /// A step for each of [`Rung::ALL`], in that order.
    pub steps: Vec<Step>,
}

/// The sentences of one rung.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Step {
    /// How many sentences, headlines not counted.
    pub sentences: u32,
    /// In how many articles.
    pub articles: u32,
    /// Who is the source most often, with the number of times, the most frequent first.
    pub most: Vec<(ActorId, u32)>,
    /// The first of them: article and number in [`Document::sourced`]; none for the article's own.
    pub lines: Vec<(DocId, u32)>,
}

/// Sources told of a rung.
const MOST: usize = 5;
/// Sentences shown of a rung.
const LINES: usize = 12;

/// The ladder of `docs`.
pub fn ladder(index: &Index, docs: &[DocId]) -> Ladder {
    let voices = &index.told().voices;
    let mut steps = vec![Step::default(); Rung::ALL.len()];
    // Per actor: how often it is a named source, how often an outlet.
    let mut named = vec![0u32; index.actor_count()];
    let mut outlets = vec![0u32; index.actor_count()];
    for &doc in docs {
        let mut here = [0u32; 4];
        let mut told = 0;
        for (at, source) in (0..).zip(voices.sources(doc)).filter(|(_, s)| s.in_story) {
            here[source.rung as usize] += u32::from(source.sentences);
            told += u32::from(source.sentences);
            let counts = match source.rung {
                Rung::Outlet => &mut outlets,
                _ => &mut named,
            };
            if let Some(count) = source.who.and_then(|who| counts.get_mut(who.index())) {
                *count += 1;
            }
            if let Some(step) = steps.get_mut(source.rung as usize).filter(|s| s.lines.len() < LINES) {
                step.lines.push((doc, at));
            }
        }
        here[0] = voices.sentences(doc).saturating_sub(told);
        for (step, count) in steps.iter_mut().zip(here) {
            step.sentences += count;
            step.articles += u32::from(count > 0);
        }
    }
    for (rung, counts) in [(Rung::Named, &named), (Rung::Outlet, &outlets)] {
        if let Some(step) = steps.get_mut(rung as usize) {
            let most = highest(counts, MOST).into_iter();
            step.most = most.map(|id| (ActorId(id), counts.get(id as usize).copied().unwrap_or(0))).collect();
        }
    }
    Ladder { steps }
}
