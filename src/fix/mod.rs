//! The reader's corrections: their state, where they are kept, and their list.

pub mod book;
pub mod list;

pub use book::{Book, Fix};
pub use list::file_field;

use crate::frame::toast::Line;
use crate::messages::words;
use crate::state::Opened;
use crate::store;
use crate::ui::*;
use sorot_core::correct::Refusal;
use sorot_core::view::Lang;
use std::rc::Rc;

/// The bundle with the reader's corrections.
pub struct Desk {
    /// As it reads with them.
    pub opened: Opened,
    pub book: Book,
    /// Whether they wait for texts that aren't here yet.
    pub waits: bool,
    /// Why some don't hold.
    pub refusals: Rc<[Refusal]>,
    /// Whether the browser keeps them.
    pub kept: bool,
    pub fix: Callback<Fix>,
}

/// The corrections of the bundle `source`, whose texts `came` as [`use_texts`](crate::texts::use_texts) counts; what a link
/// brings is taken over, and what happens is said.
#[hook]
pub fn use_desk(source: &Opened, came: [u32; 2], lang: Lang, say: &Callback<Line>) -> Desk {
    let [came, all] = came;
    let book = {
        let source = source.clone();
        use_reducer_eq(move || Book::load(&source))
    };
    // As long as texts are missing it is tried again when all came that were on their way.
    let tried = use_mut_ref(|| (false, 0u32));
    if tried.borrow().0 {
        tried.borrow_mut().1 = all;
    }
    let turn = tried.borrow().1;
    let list = book.history().corrections().to_vec();
    let corrected = use_memo((source.clone(), list, turn), |(source, list, _)| source.corrected(list));
    tried.borrow_mut().0 = corrected.2;
    let fix = {
        let dispatcher = book.dispatcher();
        use_callback((lang, say.clone()), move |fix: Fix, (lang, say)| {
            if matches!(fix, Fix::Add(_)) {
                say.emit(Line { text: words(*lang).fix.corrected.into(), undo: true });
            }
            dispatcher.dispatch(fix);
        })
    };
    {
        let (dispatcher, say, host) = (book.dispatcher(), say.clone(), source.host().clone());
        use_effect_with((), move |()| {
            let from = host.clone();
            let take = move || {
                let w = words(lang);
                match from.take_corrections() {
                    None => {}
                    Some(None) => say.emit(Line::plain(w.fix.bad_link)),
                    Some(Some(list)) => {
                        dispatcher.dispatch(Fix::AddAll(list));
                        say.emit(Line { text: w.fix.from_link.into(), undo: true });
                    }
                }
            };
            take();
            let listener = host.on_change(take);
            move || drop(listener)
        });
    }
    {
        // Others correct the same bundle: what they keep is followed.
        let dispatcher = book.dispatcher();
        use_effect_with((), move |()| {
            let listener = store::on_change(move || dispatcher.dispatch(Fix::Follow));
            move || drop(listener)
        });
    }
    Desk {
        opened: corrected.0.at(came),
        waits: corrected.2,
        book: (*book).clone(),
        refusals: corrected.1.clone(),
        kept: book.is_kept(),
        fix,
    }
}
