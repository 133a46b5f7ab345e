//! What the reader writes beside the articles: notes on passages, bookmarks, what was read.

mod book;
mod card;
mod list;

pub use book::{Jot, Notebook};
pub use card::{Draft, NotePart};
pub use list::NoteList;

use crate::frame::toast::Line;
use crate::messages::words;
use crate::state::Opened;
use crate::store;
use crate::ui::*;
use sorot_core::notes::Note;
use sorot_core::view::Lang;

/// The notes and marks of a bundle, and what is done to them.
#[derive(Clone, PartialEq)]
pub struct Jotter {
    pub book: Notebook,
    pub jot: Callback<Jot>,
    /// Brings back the note that was thrown away last.
    pub undo: Callback<()>,
}

/// The notes and marks of the bundle `source`; that one is thrown away is said.
#[hook]
pub fn use_notes(source: &Opened, lang: Lang, say: &Callback<Line>) -> Jotter {
    let book = {
        let source = source.clone();
        use_reducer_eq(move || Notebook::load(&source))
    };
    let gone = use_mut_ref(|| None::<Note>);
    let undo = {
        let (dispatcher, gone) = (book.dispatcher(), gone.clone());
        use_callback((), move |(), ()| {
            if let Some(note) = gone.take() {
                dispatcher.dispatch(Jot::Put(None, note));
            }
        })
    };
    let jot = {
        let dispatcher = book.dispatcher();
        use_callback((lang, say.clone()), move |jot: Jot, (lang, say)| {
            if let Jot::Remove(note) = &jot {
                gone.replace(Some(note.clone()));
                say.emit(Line { text: words(*lang).notes.removed.into(), undo: true });
            }
            dispatcher.dispatch(jot);
        })
    };
    {
        let dispatcher = book.dispatcher();
        use_effect_with((), move |()| {
            let listener = store::on_change(move || dispatcher.dispatch(Jot::Follow));
            move || drop(listener)
        });
    }
    Jotter { book: (*book).clone(), jot, undo }
}
