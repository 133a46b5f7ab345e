//! The book of corrections: undo and redo, and a page of it in the browser's store for each bundle.

use crate::state::Opened;
use crate::store;
use crate::ui::*;
use sorot_core::correct::together::Together;
use sorot_core::correct::{Correction, History, file};
use std::rc::Rc;

/// What the reader does to the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fix {
    /// Corrects something.
    Add(Correction),
    /// Takes over a file's or a link's.
    AddAll(Vec<Correction>),
    /// Looks what another tab, or another explorer on the page, wrote.
    Follow,
    /// Takes one back, by its place in the list.
    Without(usize),
    /// Takes all back.
    Clear,
    /// One step back.
    Undo,
    /// One step forward again.
    Redo,
}

/// The corrections of a bundle with their history, kept at every change.
#[derive(Clone)]
pub struct Book {
    source: Opened,
    history: History,
    together: Together,
    kept: bool,
}

impl Book {
    /// The book that the browser keeps for this bundle; an empty one where it keeps none.
    pub fn load(source: &Opened) -> Book {
        let (source, kept) = (source.clone(), store::is_there());
        let book = Book { source, history: History::default(), together: Together::default(), kept }.looked();
        Book { history: History::of(book.history.corrections().to_vec()), ..book }
    }

    /// The list and its steps.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// Whether the browser keeps it.
    pub fn is_kept(&self) -> bool {
        self.kept
    }

    /// With what others wrote since. What can't be read is set aside in the store under the same name with ".unread".
    fn looked(mut self) -> Book {
        let corpus = self.source.pages().corpus();
        let key = key(&self.source);
        match store::get(&key) {
            // All that was kept was removed.
            None if !self.together.of().is_empty() => {
                self.together = Together::default();
                self.history = self.history.followed(Vec::new());
            }
            Some(text) if !self.together.knows(&text) => match file::read(corpus, &text) {
                Ok(file) => {
                    let [own, theirs] = [self.history.corrections(), &file.corrections].map(file::lines);
                    let list = self.together.heard(&own, &text, theirs, file.of.as_deref());
                    self.history = self.history.followed(file::of_lines(&list));
                }
                Err(_) => {
                    // A newer Sorot's, or damaged: the next save would write over it, and it is the reader's.
                    store::set(&format!("{key}.unread"), &text);
                }
            },
            _ => {}
        }
        self
    }

    fn keep(&mut self) {
        let list = self.history.corrections();
        let lines = file::lines(list);
        if lines != self.together.list() {
            let text = file::write_together(self.source.pages().corpus(), list, self.together.of());
            self.kept = store::share(&key(&self.source), &text);
            self.together.wrote(&text, lines);
        }
    }
}

/// What is drawn of it.
impl PartialEq for Book {
    fn eq(&self, other: &Book) -> bool {
        self.history == other.history && self.kept == other.kept
    }
}

impl Reducible for Book {
    type Action = Fix;

    fn reduce(self: Rc<Self>, fix: Fix) -> Rc<Self> {
        let mut next = (*self).clone().looked();
        let history = &next.history;
        next.history = match fix {
            Fix::Add(correction) => history.with(correction),
            Fix::AddAll(list) => history.with_all(&list),
            Fix::Follow => history.clone(),
            Fix::Without(index) => {
                // As it was drawn.
                let meant = self.history.corrections().get(index);
                let at = history.corrections().iter().position(|own| Some(own) == meant);
                at.map_or_else(|| history.clone(), |at| history.without(at))
            }
            Fix::Clear => history.cleared(),
            Fix::Undo => history.undo(),
            Fix::Redo => history.redo(),
        };
        next.keep();
        Rc::new(next)
    }
}

/// Under this name; the bundle's own, so that two on one site keep apart.
fn key(source: &Opened) -> String {
    format!("sorot.corrections.{}", file::bundle(source.pages().corpus()))
}
