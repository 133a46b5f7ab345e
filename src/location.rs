//! The query's home: the URL's hash. Written and read, never kept twice.
//!
//! Both ways may fail (a sandboxed frame, a burst of writes); then the page goes on without.

use gloo::events::EventListener;
use gloo::utils::window;
use sorot_core::query::{Query, QueryProblem};

/// The query of the present URL.
pub fn read() -> (Query, Vec<QueryProblem>) {
    Query::parse(&window().location().hash().unwrap_or_default())
}

/// Writes `query` as a new step of the history. Says whether the URL took it; the page hears of the
/// change by [`listen`].
pub fn go(query: &Query) -> bool {
    window().location().set_hash(&query.to_string()).is_ok()
}

/// Calls `changed` at every change of the hash, the reader's own steps and back and forward alike.
pub fn listen(changed: impl Fn(Query, Vec<QueryProblem>) + 'static) -> EventListener {
    EventListener::new(&window(), "hashchange", move |_| {
        let (query, problems) = read();
        changed(query, problems);
    })
}

/// The whole address that opens `query`.
pub fn link(query: &Query) -> String {
    let href = window().location().href().unwrap_or_default();
    let page = href.split_once('#').map_or(href.as_str(), |(page, _)| page);
    format!("{page}{query}")
}
