//! The reader's notes, bookmarks and read articles of a bundle, kept at every change.

use crate::state::Opened;
use crate::store;
use crate::ui::*;
use sorot_core::correct::file;
use sorot_core::correct::together::Together;
use sorot_core::notes::{self, Note};
use std::rc::Rc;

/// What the reader does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Jot {
    /// Writes a note, in place of an earlier one.
    Put(Option<Note>, Note),
    /// Throws one away.
    Remove(Note),
    /// Adds those of a file that aren't there.
    Import(Vec<Note>),
    /// Bookmarks an article, or no longer.
    Star(String),
    /// Has read an article.
    Read(String),
    /// Counts it as not read.
    Unread(String),
    /// Looks what another tab, or another explorer on the page, wrote.
    Follow,
}

/// The notes and marks of a bundle.
#[derive(Clone)]
pub struct Notebook {
    source: Opened,
    notes: Rc<[Note]>,
    together: Together,
    stars: Rc<[String]>,
    read: Rc<[String]>,
    kept: bool,
}

impl Notebook {
    /// What the browser keeps for this bundle.
    pub fn load(source: &Opened) -> Notebook {
        let empty = || Rc::from([]);
        let [stars, read] = [(); 2].map(|()| empty());
        let book = Notebook {
            source: source.clone(),
            notes: Rc::from([]),
            together: Together::default(),
            stars,
            read,
            kept: store::is_there(),
        };
        book.looked().taken_over()
    }

    /// Where nothing was written about this bundle yet: what was about an earlier one of its title, as after a text was
    /// corrected and all built anew. The notes find their passages again.
    fn taken_over(mut self) -> Notebook {
        let corpus = self.source.pages().corpus();
        if !self.together.of().is_empty() || corpus.title().is_empty() {
            return self;
        }
        let mut found: Vec<Note> = Vec::new();
        for ending in store::endings("sorot.notes.") {
            let text = store::get(&format!("sorot.notes.{ending}")).unwrap_or_default();
            let Some(file) =
                notes::read(corpus, &text).ok().filter(|file| file.other.as_deref() == Some(corpus.title()))
            else {
                continue;
            };
            let here = |note: &Note| corpus.document_by_id(&note.article).is_some();
            for note in file.notes {
                if here(&note) && !found.contains(&note) {
                    found.push(note);
                }
            }
        }
        if !found.is_empty() {
            self.notes = found.into();
            self.keep_notes();
        }
        self
    }

    /// The notes, in the order in which they were written.
    pub fn notes(&self) -> &Rc<[Note]> {
        &self.notes
    }

    /// The ids of the bookmarked articles, in the order in which they were.
    pub fn stars(&self) -> &Rc<[String]> {
        &self.stars
    }

    /// Whether an article is bookmarked, and whether it was read.
    pub fn marks(&self, article: &str) -> [bool; 2] {
        [&self.stars, &self.read].map(|ids| ids.iter().any(|id| id == article))
    }

    /// Whether the browser keeps them.
    pub fn is_kept(&self) -> bool {
        self.kept
    }

    fn key(&self, kind: &str) -> String {
        format!("sorot.{kind}.{}", file::bundle(self.source.pages().corpus()))
    }

    /// With what others wrote since.
    fn looked(mut self) -> Notebook {
        let corpus = self.source.pages().corpus();
        match store::get(&self.key("notes")) {
            // All that was kept was removed.
            None if !self.together.of().is_empty() => {
                self.together = Together::default();
                self.notes = Rc::from([]);
            }
            Some(text) if !self.together.knows(&text) => match notes::read(corpus, &text) {
                Ok(file) => {
                    let [own, theirs] = [&*self.notes, &file.notes].map(notes::lines);
                    let list = self.together.heard(&own, &text, theirs, file.of.as_deref());
                    self.notes = notes::of_lines(&list).into();
                }
                Err(_) => {
                    // A newer Sorot's, or damaged: the next save would write over it, and it is the reader's.
                    store::set(&format!("{}.unread", self.key("notes")), &text);
                }
            },
            _ => {}
        }
        let marks = store::get(&self.key("marks")).unwrap_or_default();
        let of =
            |sign: char| marks.lines().filter_map(|line| line.strip_prefix(sign)).map(String::from).collect();
        (self.stars, self.read) = (of('*'), of('+'));
        self
    }

    fn keep_notes(&mut self) {
        let lines = notes::lines(&self.notes);
        if lines != self.together.list() {
            let text = notes::write(self.source.pages().corpus(), &self.notes, self.together.of());
            self.kept = store::share(&self.key("notes"), &text);
            self.together.wrote(&text, lines);
        }
    }

    /// With a line of the marks added, or taken away.
    fn marked(&mut self, sign: char, id: &str, on: bool) {
        let ids = if sign == '*' { &mut self.stars } else { &mut self.read };
        if ids.iter().any(|own| own == id) == on {
            return;
        }
        let kept = ids.iter().filter(|own| *own != id).cloned();
        *ids = kept.chain(on.then(|| id.to_string())).collect();
        let lines =
            |sign: char, ids: &[String]| ids.iter().map(|id| format!("{sign}{id}\n")).collect::<String>();
        self.kept = store::share(&self.key("marks"), &(lines('*', &self.stars) + &lines('+', &self.read)));
    }
}

/// What is drawn of it.
impl PartialEq for Notebook {
    fn eq(&self, other: &Notebook) -> bool {
        let drawn = |book: &Notebook| (book.notes.clone(), book.stars.clone(), book.read.clone(), book.kept);
        drawn(self) == drawn(other)
    }
}

impl Reducible for Notebook {
    type Action = Jot;

    fn reduce(self: Rc<Self>, jot: Jot) -> Rc<Self> {
        let mut next = (*self).clone().looked();
        let [starred, _] = match &jot {
            Jot::Star(id) => next.marks(id),
            _ => [false; 2],
        };
        match jot {
            Jot::Put(old, note) => {
                let mut list = next.notes.to_vec();
                // In its place; behind the others where another tab threw it away meanwhile.
                match old.and_then(|old| list.iter_mut().find(|own| **own == old)) {
                    Some(place) => *place = note,
                    None => list.push(note),
                }
                next.notes = list.into();
            }
            Jot::Remove(note) => {
                next.notes = next.notes.iter().filter(|own| **own != note).cloned().collect()
            }
            Jot::Import(notes) => {
                let more: Vec<Note> = notes.into_iter().filter(|note| !next.notes.contains(note)).collect();
                next.notes = next.notes.iter().cloned().chain(more).collect();
            }
            Jot::Star(id) => next.marked('*', &id, !starred),
            Jot::Read(id) => next.marked('+', &id, true),
            Jot::Unread(id) => next.marked('+', &id, false),
            Jot::Follow => {}
        }
        next.keep_notes();
        Rc::new(next)
    }
}
