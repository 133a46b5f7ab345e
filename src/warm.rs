//! The first key should be as quick as the second: a question that nobody asked is answered while nothing happens, so
//! that the browser has compiled what answers.

use crate::state::Opened;
use crate::ui::*;
use gloo::timers::callback::Timeout;
use sorot_core::query::Query;

/// When a page that was just opened has nothing to do, in ms.
const IDLE: u32 = 600;
/// Of fewer articles any question is answered at once.
const MANY: usize = 1_000;

/// Asks once, behind the first picture.
#[hook]
pub fn use_warm(opened: &Opened) {
    let pages = opened.pages().clone();
    use_effect_with((), move |()| {
        let timer = (pages.corpus().documents().len() >= MANY).then(|| {
            Timeout::new(IDLE, move || {
                // A beginning of many words goes through all that a key needs.
                drop(pages.answered(&Query::parse("#/?q=a").0));
            })
        });
        move || drop(timer)
    });
}
