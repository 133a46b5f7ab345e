//! Small texts kept on the device, where the browser allows it; else they hold until the page closes.

use gloo::events::EventListener;
use gloo::utils::window;
use std::cell::RefCell;

thread_local! {
    /// What the browser didn't take.
    static HELD: RefCell<Vec<(String, String)>> = const { RefCell::new(Vec::new()) };
}

/// What is kept under `key`.
pub fn get(key: &str) -> Option<String> {
    let held = HELD.with_borrow(|held| held.iter().find(|(own, _)| own == key).map(|(_, text)| text.clone()));
    held.or_else(|| storage()?.get_item(key).ok().flatten())
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

/// Keeps nothing under `key` any more. Says whether the browser agrees.
pub fn remove(key: &str) -> bool {
    HELD.with_borrow_mut(|held| held.retain(|(own, _)| own != key));
    storage().is_some_and(|s| s.remove_item(key).is_ok())
}

/// Calls `heard` when another tab changed what is kept.
pub fn on_change(heard: impl Fn() + 'static) -> EventListener {
    EventListener::new(&window(), "storage", move |_| heard())
}

/// Merely asking for it throws in a sandboxed frame.
fn storage() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()
}
