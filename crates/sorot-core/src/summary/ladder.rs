//! Whose account is it? The sentences of a selection on the ladder of their sources.

use super::in_story;
use crate::annotate::{ActorId, Rung};
use crate::corpus::{Corpus, DocId};
use std::cmp::Reverse;

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
pub fn ladder(corpus: &Corpus, docs: &[DocId]) -> Ladder {
    let mut steps = vec![Step::default(); Rung::ALL.len()];
    // Per actor: how often it is a named source, how often an outlet.
    let mut named = vec![0u32; corpus.actors().len()];
    let mut outlets = vec![0u32; corpus.actors().len()];
    for &doc in docs {
        let Some(document) = corpus.document(doc) else { continue };
        let mut here = [0u32; 4];
        let mut told = 0;
        for (at, source) in (0..).zip(&document.sourced).filter(|(_, s)| in_story(document, s.span.start)) {
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
        let headline = u32::from(document.structure.title().is_some());
        let sentences = document.structure.sentences.len() as u32;
        here[0] = sentences.saturating_sub(headline + told);
        for (step, count) in steps.iter_mut().zip(here) {
            step.sentences += count;
            step.articles += u32::from(count > 0);
        }
    }
    for (rung, counts) in [(Rung::Named, &named), (Rung::Outlet, &outlets)] {
        if let Some(step) = steps.get_mut(rung as usize) {
            step.most = most(counts);
        }
    }
    Ladder { steps }
}

/// The greatest counts, then by id.
fn most(counts: &[u32]) -> Vec<(ActorId, u32)> {
    let mut keys: Vec<(Reverse<u32>, u32)> =
        (0..).zip(counts).filter(|c| *c.1 > 0).map(|(id, &n)| (Reverse(n), id)).collect();
    keys.sort_unstable();
    keys.into_iter().take(MOST).map(|(Reverse(n), id)| (ActorId(id), n)).collect()
}
