//! What need not be in the first picture comes behind it: the page can be used sooner.

use crate::ui::*;
use gloo::timers::callback::Timeout;

/// What the page takes to be painted, in ms: what comes behind it comes within two frames.
pub const PAINTED: u32 = 20;

/// Whether the part that asks was painted once; it is drawn again when it was.
#[hook]
pub fn use_painted() -> bool {
    let painted = use_state_eq(|| false);
    let set = painted.setter();
    use_effect_with((), move |()| {
        let timer = Timeout::new(PAINTED, move || set.set(true));
        move || drop(timer)
    });
    *painted
}
