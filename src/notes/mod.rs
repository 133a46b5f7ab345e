//! What the reader writes beside the articles: notes on passages, bookmarks, what was read.

mod book;
mod card;
mod list;

pub use book::{Jot, Notebook};
pub use card::{Draft, NotePart};
pub use list::NoteList;

use crate::state::Opened;
use crate::store;
use crate::ui::*;

/// The notes and marks of a bundle, and what is done to them.
#[derive(Clone, PartialEq)]
pub struct Jotter {
    pub book: Notebook,
    pub jot: Callback<Jot>,
}

/// The notes and marks of the bundle `source`.
#[hook]
pub fn use_notes(source: &Opened) -> Jotter {
    let book = {
        let source = source.clone();
        use_reducer_eq(move || Notebook::load(&source))
    };
    let jot = {
        let dispatcher = book.dispatcher();
        use_callback((), move |jot: Jot, ()| dispatcher.dispatch(jot))
    };
    {
        let jot = jot.clone();
        use_effect_with((), move |()| {
            let listener = store::on_change(move || jot.emit(Jot::Follow));
            move || drop(listener)
        });
    }
    Jotter { book: (*book).clone(), jot }
}
