//! The reader's corrections: their state, where they are kept, and their list.

pub mod book;
pub mod list;

pub use book::{Book, Fix};

use crate::state::Opened;
use sorot_core::correct::Refusal;
use std::rc::Rc;
use yew::prelude::*;

/// The bundle with the reader's corrections.
pub struct Desk {
    /// As it reads with them.
    pub opened: Opened,
    pub book: Book,
    /// Why some don't hold.
    pub refusals: Rc<[Refusal]>,
    /// Whether the browser keeps them.
    pub kept: bool,
    pub fix: Callback<Fix>,
}

/// The corrections of the bundle `source`, kept at every change.
#[hook]
pub fn use_desk(source: &Opened) -> Desk {
    let book = {
        let source = source.clone();
        use_reducer_eq(move || Book::load(source.pages().corpus()))
    };
    let corrected = use_memo((source.clone(), book.history().corrections().to_vec()), |(source, list)| {
        source.corrected(list)
    });
    let kept =
        use_memo((source.clone(), (*book).clone()), |(source, book)| book.save(source.pages().corpus()));
    let fix = {
        let dispatcher = book.dispatcher();
        use_callback((), move |fix: Fix, ()| dispatcher.dispatch(fix))
    };
    Desk {
        opened: corrected.0.clone(),
        book: (*book).clone(),
        refusals: corrected.1.clone(),
        kept: *kept,
        fix,
    }
}
