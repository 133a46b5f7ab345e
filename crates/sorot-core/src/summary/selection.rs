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

/// A telling: the article, and its number among what the article has of that kind.
pub type Telling = (DocId, u32);

/// Where a line is told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tellings {
    /// The first [`KEPT`], by place; which of them leads is up to the section.
    pub rows: Vec<Telling>,
    /// How many there are.
    pub count: u32,
}

/// Tellings kept of a line: a reader who unfolds them sees so many.
pub const KEPT: usize = 60;

impl Tellings {
    /// Adds those of the same words elsewhere.
    pub(super) fn join(&mut self, other: Tellings) {
        self.rows.extend(other.rows);
        self.count += other.count;
    }
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

    /// Those of `lines` that are about the actors asked for, at most `most`, told by most articles first;
    /// how many there are in all, and how many are about others.
    pub(super) fn chosen(&self, lines: &Lines, most: usize) -> (Vec<u32>, u32, u32) {
        let told = self.lines(lines);
        let all = told.len();
        let mut kept: Vec<(u32, u32)> = told;
        kept.retain(|&(line, _)| self.is_about(lines.actors(line)));
        let counts: Vec<u32> = kept.iter().map(|k| k.1).collect();
        let at = |at: u32| kept.get(at as usize).map(|k| k.0);
        let chosen = highest(&counts, most).into_iter().filter_map(at).collect();
        (chosen, kept.len() as u32, (all - kept.len()) as u32)
    }

    /// The rows of a line in selected articles, by place.
    pub(super) fn rows<'s>(&'s self, lines: &'s Lines, line: u32) -> impl Iterator<Item = Telling> + 's {
        lines.rows(line).filter(|(doc, _)| self.holds.get(doc.index()) == Some(&true))
    }

    /// The tellings of a line in selected articles.
    pub(super) fn tellings(&self, lines: &Lines, line: u32) -> Tellings {
        let mut found = Tellings::default();
        for telling in self.rows(lines, line) {
            found.count += 1;
            if found.rows.len() < KEPT {
                found.rows.push(telling);
            }
        }
        found
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

/// At most `most` of quotes that come with their lines, in order: the first of each speaker before anybody's second.
pub(crate) fn of_each_speaker(lines: &Lines, quotes: &[(Telling, u32)], most: usize) -> Vec<Telling> {
    let mut heard: Vec<ActorId> = Vec::new();
    let (mut first, mut others) = (Vec::new(), Vec::new());
    for &(telling, line) in quotes {
        let speakers = lines.actors(line);
        let is_new = speakers.iter().any(|speaker| !heard.contains(speaker));
        heard.extend(speakers.iter().filter(|_| is_new));
        if is_new { first.push(telling) } else { others.push(telling) }
    }
    first.append(&mut others);
    first.truncate(most);
    sort::by_key(&mut first, |telling| *telling);
    first
}

/// The numbers below `counts.len()` with the highest counts, at most `most`, the higher first, then the
/// lower number; those of 0 are left out.
pub(crate) fn highest(counts: &[u32], most: usize) -> Vec<u32> {
    let mut best: Vec<(u32, u32)> = Vec::with_capacity(most * 2);
    let cut = |best: &mut Vec<(u32, u32)>| {
        sort::numbers(best);
        best.truncate(most);
        best.last().map_or(u32::MAX, |last| last.0)
    };
    let mut least = u32::MAX;
    for (at, &count) in (0..).zip(counts) {
        // The complement sorts downwards and the number upwards; a later number must exceed.
        if count > 0 && (!count < least || best.len() < most) {
            best.push((!count, at));
            if best.len() >= most * 2 {
                least = cut(&mut best);
            }
        }
    }
    cut(&mut best);
    best.into_iter().map(|(_, at)| at).collect()
}

#[cfg(test)]
mod tests;
