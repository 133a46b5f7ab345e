//! The book of corrections: undo and redo, and a page of it in the browser's store for each bundle.

use crate::store;
use crate::ui::*;
use sorot_core::corpus::Corpus;
use sorot_core::correct::{Correction, History, file};
use std::rc::Rc;

/// What the reader does to the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fix {
    /// Corrects something.
    Add(Correction),
    /// Takes over a file's or a link's.
    AddAll(Vec<Correction>),
    /// Takes over another tab's list, which was made of this one.
    Follow(Vec<Correction>),
    /// Takes one back, by its place in the list.
    Without(usize),
    /// Takes all back.
    Clear,
    /// One step back.
    Undo,
    /// One step forward again.
    Redo,
}

/// The corrections with their history.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Book {
    history: History,
}

impl Book {
    /// The book that the browser keeps for this bundle; an empty one where it keeps none. What can't be read
    /// is set aside in the store under the same name with ".unread".
    pub fn load(corpus: &Corpus) -> Book {
        let read = Book::kept(corpus);
        if let (Some(text), None) = (store::get(&key(corpus)), &read) {
            // A newer Sorot's, or damaged: the next save would write over it, and it is the reader's.
            store::set(&format!("{}.unread", key(corpus)), &text);
        }
        Book { history: History::of(read.unwrap_or_default()) }
    }

    /// The list that the browser keeps now, another tab's too; `None` for one that can't be read.
    pub fn kept(corpus: &Corpus) -> Option<Vec<Correction>> {
        match store::get(&key(corpus)) {
            None => Some(Vec::new()),
            Some(text) => file::read(corpus, &text).ok().map(|file| file.corrections),
        }
    }

    /// Keeps it; says whether the browser did.
    pub fn save(&self, corpus: &Corpus) -> bool {
        match self.history.corrections() {
            [] => store::remove(&key(corpus)),
            list => store::set(&key(corpus), &file::write(corpus, list)),
        }
    }

    /// The list and its steps.
    pub fn history(&self) -> &History {
        &self.history
    }
}

impl Reducible for Book {
    type Action = Fix;

    fn reduce(self: Rc<Self>, fix: Fix) -> Rc<Self> {
        let history = match fix {
            Fix::Add(correction) => self.history.with(correction),
            Fix::AddAll(list) => self.history.with_all(&list),
            Fix::Follow(list) => self.history.followed(list),
            Fix::Without(index) => self.history.without(index),
            Fix::Clear => self.history.cleared(),
            Fix::Undo => self.history.undo(),
            Fix::Redo => self.history.redo(),
        };
        Rc::new(Book { history })
    }
}

/// Under this name; the bundle's own, so that two on one site keep apart.
fn key(corpus: &Corpus) -> String {
    format!("sorot.corrections.{}", file::bundle(corpus))
}
