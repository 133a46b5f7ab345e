//! The query's home: the URL's hash. Written and read, never kept twice.
//!
//! Both ways may fail (a sandboxed frame, a burst of writes); then the page goes on without.

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::utils::window;
use sorot_core::correct::{Correction, file};
use sorot_core::query::{Query, QueryProblem, fixes};
use std::cell::RefCell;

/// How long nothing may move before a passing query is written, in milliseconds: browsers refuse
/// writes in bursts, and nobody wants to go back through every pixel of a drag.
const SETTLES: u32 = 300;

thread_local! {
    /// The write that waits for the hand to rest.
    static WAITING: RefCell<Option<Timeout>> = const { RefCell::new(None) };
    /// What was written by waiting, until the URL says so: the page shows it, or what came after it.
    static SETTLED: RefCell<Option<Query>> = const { RefCell::new(None) };
}

/// The query of the present URL.
pub fn read() -> (Query, Vec<QueryProblem>) {
    Query::parse(&window().location().hash().unwrap_or_default())
}

/// Writes `query` as a new step of the history. Says whether the page will hear of it by [`listen`]:
/// not where the URL refuses it, or says so already while the page shows what wasn't written yet.
pub fn go(query: &Query) -> bool {
    WAITING.take();
    *query != read().0 && write(query)
}

/// Writes `query` as one new step of the history once no other has come for a moment. The page
/// doesn't hear of it: it follows the hand.
pub fn settle(query: &Query) {
    let query = query.clone();
    WAITING.set(Some(Timeout::new(SETTLES, move || {
        if query != read().0 && write(&query) {
            SETTLED.set(Some(query));
        }
    })));
}

fn write(query: &Query) -> bool {
    window().location().set_hash(&query.to_string()).is_ok()
}

/// Calls `changed` at every change of the hash, the reader's own steps and back and forward alike.
pub fn listen(changed: impl Fn(Query, Vec<QueryProblem>) + 'static) -> EventListener {
    EventListener::new(&window(), "hashchange", move |_| {
        let (query, problems) = read();
        if SETTLED.take().as_ref() == Some(&query) {
            return;
        }
        // Who goes back doesn't want to be led forward again.
        WAITING.take();
        changed(query, problems);
    })
}

/// Takes the corrections that the URL carries out of it: `None` where it carries none, `Some(None)`
/// where they can't be read.
pub fn take_corrections() -> Option<Option<Vec<Correction>>> {
    let hash = window().location().hash().unwrap_or_default();
    let carried = fixes(&hash).map(file::from_link)?;
    // They are the reader's now; the address is the question again. Where it can't be changed, taking
    // them over once more changes nothing.
    let plain = Query::parse(&hash).0.to_string();
    let _ = window()
        .history()
        .and_then(|h| h.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&plain)));
    Some(carried)
}

/// The whole address that opens `query` with `corrections`, where they fit into one.
pub fn link_with(query: &Query, corrections: &[Correction]) -> Option<String> {
    let plain = link(query);
    if corrections.is_empty() {
        return Some(plain);
    }
    let joint = if plain.contains("#/?") { '&' } else { '?' };
    Some(format!("{plain}{joint}fix={}", file::to_link(corrections)?))
}

/// The whole address that opens `query`.
pub fn link(query: &Query) -> String {
    format!("{}{query}", base())
}

/// The page's address without its hash.
pub fn base() -> String {
    let href = window().location().href().unwrap_or_default();
    href.split_once('#').map_or(href.as_str(), |(page, _)| page).to_string()
}
