//! Small texts kept on the device, where the browser allows it; else they hold until the page closes.

use gloo::events::EventListener;
use gloo::utils::window;
use sorot_core::sort;
use std::cell::RefCell;
use std::rc::{Rc, Weak};
use yew::platform::spawn_local;

type Heard = dyn Fn();

thread_local! {
    /// What the browser didn't take.
    static HELD: RefCell<Vec<(String, String)>> = const { RefCell::new(Vec::new()) };
    /// Who follows what is shared, of all explorers on the page.
    static FOLLOWERS: RefCell<Vec<Weak<Heard>>> = const { RefCell::new(Vec::new()) };
}

/// What is kept under `key`.
pub fn get(key: &str) -> Option<String> {
    let held = HELD.with_borrow(|held| held.iter().find(|(own, _)| own == key).map(|(_, text)| text.clone()));
    held.or_else(|| storage()?.get_item(key).ok().flatten())
}

/// What is kept by the browser under keys that begin so: the rest of each key, in order.
pub fn endings(beginning: &str) -> Vec<String> {
    let Some(storage) = storage() else { return Vec::new() };
    let all = (0..storage.length().unwrap_or(0)).filter_map(|n| storage.key(n).ok().flatten());
    let mut endings: Vec<String> =
        all.filter_map(|key| key.strip_prefix(beginning).map(String::from)).collect();
    sort::by(&mut endings, Ord::cmp);
    endings
}

/// Keeps `text` under `key`. Says whether the browser keeps it; the page knows it either way.
pub fn set(key: &str, text: &str) -> bool {
    let kept = storage().is_some_and(|s| s.set_item(key, text).is_ok());
    HELD.with_borrow_mut(|held| {
        held.retain(|(own, _)| own != key);
        if !kept {
            held.push((key.to_string(), text.to_string()));
        }
    });
    kept
}

/// As [`set`]; the other explorers on the page hear of it, as those in other tabs do.
pub fn share(key: &str, text: &str) -> bool {
    let kept = set(key, text);
    let followers: Vec<Weak<Heard>> = FOLLOWERS.with_borrow_mut(|all| {
        all.retain(|one| one.strong_count() > 0);
        all.clone()
    });
    // Once whoever shares it is done.
    spawn_local(async move { followers.iter().filter_map(Weak::upgrade).for_each(|heard| heard()) });
    kept
}

/// Whether the browser keeps anything here.
pub fn is_there() -> bool {
    storage().is_some()
}

/// Listens as long as it is held.
pub struct Following {
    _tabs: EventListener,
    _page: Rc<Heard>,
}

/// Calls `heard` when another tab changed what is kept, or an explorer on this page what is shared.
pub fn on_change(heard: impl Fn() + 'static) -> Following {
    let page: Rc<Heard> = Rc::new(heard);
    FOLLOWERS.with_borrow_mut(|all| all.push(Rc::downgrade(&page)));
    let tabs = {
        let heard = page.clone();
        EventListener::new(&window(), "storage", move |_| heard())
    };
    Following { _tabs: tabs, _page: page }
}

/// Merely asking for it throws in a sandboxed frame.
fn storage() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()
}
