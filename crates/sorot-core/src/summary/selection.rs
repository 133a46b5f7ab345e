//! What is selected, for sections that gather lines told by many articles.

use crate::annotate::ActorId;
use crate::corpus::{Corpus, DocId};
use crate::index::Index;
use crate::index::told::Lines;
use crate::sort;

/// The selected articles, and whom the reader asks for.
#[derive(Clone, Debug)]
pub struct Selection<'a> {
    /// What is open.
    pub corpus: &'a Corpus,
    /// Its index.
    pub index: &'a Index,
    /// The articles by [`DocId`].
    pub docs: &'a [DocId],
    /// The actors asked for.
    pub asked: &'a [ActorId],
    /// Article → whether it is selected.
    holds: Vec<bool>,
}

impl<'a> Selection<'a> {
    /// The selection of `docs`.
    pub fn new(
        corpus: &'a Corpus,
        index: &'a Index,
        docs: &'a [DocId],
        asked: &'a [ActorId],
    ) -> Selection<'a> {
        let mut holds = vec![false; index.len()];
        for doc in docs {
            if let Some(held) = holds.get_mut(doc.index()) {
                *held = true;
            }
        }
        Selection { corpus, index, docs, asked, holds }
    }

    /// The lines that the selected articles tell, by number, each with how many of them tell it.
    pub(super) fn lines(&self, lines: &Lines) -> Vec<(u32, u32)> {
        // Per line: articles, and the last of them plus one.
        let mut counts = vec![(0u32, 0u32); lines.len()];
        for &doc in self.docs {
            for &line in lines.of_doc(doc) {
                if let Some(count) = counts.get_mut(line as usize).filter(|c| c.1 != doc.0 + 1) {
                    *count = (count.0 + 1, doc.0 + 1);
                }
            }
        }
        (0..).zip(counts).filter(|(_, count)| count.0 > 0).map(|(line, count)| (line, count.0)).collect()
    }

    /// The rows of a line in selected articles, by place: the article, and the row's number in it.
    pub(super) fn rows(&self, lines: &Lines, line: u32) -> Vec<(DocId, u32)> {
        lines.rows(line).filter(|(doc, _)| self.holds.get(doc.index()) == Some(&true)).collect()
    }

    /// Puts the actors asked for before all others in [`highest`], those of 0 left as they are.
    pub(super) fn prefer(&self, counts: &mut [u32]) {
        for asked in self.asked {
            if let Some(count) = counts.get_mut(asked.index()).filter(|c| **c > 0) {
                *count |= 1 << 31;
            }
        }
    }

    /// Whether nobody is asked for, or one of `actors` is.
    pub(super) fn is_about(&self, actors: &[ActorId]) -> bool {
        self.asked.is_empty() || actors.iter().any(|a| self.asked.contains(a))
    }
}

/// The numbers below `counts.len()` with the highest counts, at most `most`, the higher first, then the
/// lower number; those of 0 are left out.
pub(super) fn highest(counts: &[u32], most: usize) -> Vec<u32> {
    // The complement sorts downwards and the number upwards.
    let mut order: Vec<(u32, u32)> =
        counts.iter().zip(0..).filter(|(count, _)| **count > 0).map(|(&count, at)| (!count, at)).collect();
    sort::numbers(&mut order);
    order.into_iter().take(most).map(|(_, at)| at).collect()
}

#[cfg(test)]
mod tests;
