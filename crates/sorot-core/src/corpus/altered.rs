//! How did a corpus come of another? Row by row: where it stood, and how much of it is new.

use super::Corpus;
use crate::annotate::Document;

/// How much of an article isn't as it was; each includes the ones before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// Nothing.
    #[default]
    None,
    /// Reasons, or what kind of actors it names.
    Shown,
    /// Who is named in it, who says or does what, and when.
    Told,
    /// Its words, or its place among the articles.
    Words,
}

/// How the rows of a corpus came of those of another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Altered {
    /// Row → the row that it was; `None` for what is new.
    pub was: Vec<Option<u32>>,
    /// Row → what changed.
    pub change: Vec<Change>,
}

/// What a row is, for somebody who asks for changes of a kind.
pub enum Row<'a> {
    /// The same as this one was.
    Same(u32),
    /// To be read.
    New(&'a Document),
}

impl Altered {
    /// All rows of a corpus of so many as new.
    pub fn anew(rows: usize) -> Altered {
        Altered { was: vec![None; rows], change: vec![Change::Words; rows] }
    }

    /// Whether every row is where it was, and none more or less than `rows`.
    pub fn stands(&self, rows: usize) -> bool {
        self.was.len() == rows && self.was.iter().zip(0..).all(|(was, row)| *was == Some(row))
    }

    /// The row that `row` was, as far as it changed by less than `change`.
    pub fn same(&self, row: u32, change: Change) -> Option<u32> {
        let changed = self.change.get(row as usize).copied()?;
        (*self.was.get(row as usize)?).filter(|_| changed < change)
    }

    /// Where the row `was` stands now, as far as it changed by less than `change`.
    pub fn now(&self, was: u32, change: Change) -> Option<u32> {
        let is = |row: &u32| self.same(*row, change) == Some(was);
        // Most stand where they stood.
        Some(was).filter(is).or_else(|| (0..self.was.len() as u32).find(is))
    }

    /// The rows that changed by `change` at least.
    pub fn changed(&self, change: Change) -> impl Iterator<Item = u32> + '_ {
        (0..).zip(&self.change).filter(move |(_, c)| **c >= change).map(|(row, _)| row)
    }

    /// Row by row of `corpus`: what changed by `change` at least is read.
    pub fn rows<'a>(&'a self, corpus: &'a Corpus, change: Change) -> impl Iterator<Item = Row<'a>> + 'a {
        (0..self.was.len() as u32).map(move |row| self.row(corpus, row, change))
    }

    #[inline(never)]
    fn row<'a>(&'a self, corpus: &'a Corpus, row: u32, change: Change) -> Row<'a> {
        match self.same(row, change) {
            Some(was) => Row::Same(was),
            None => Row::New(corpus.documents().there(row as usize)),
        }
    }
}
