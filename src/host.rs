//! What is around an explorer: where its question is written, and who is told of it.
//!
//! Alone on its page, the question's home is the URL's hash: written and read, never kept twice. Inside somebody
//! else's page it is the explorer's own memory, and the host is told; its URL and history are its own. Writing
//! may fail (a sandboxed frame, a burst of writes); then the page goes on without.

use crate::texts::Texts;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::utils::window;
use js_sys::Function;
use sorot_core::correct::{Correction, file};
use sorot_core::query::{Query, QueryProblem, fixes};
use sorot_core::view::Pages;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use web_sys::EventTarget;

/// How long nothing may move before a passing query is written, in milliseconds: browsers refuse
/// writes in bursts, and nobody wants to go back through every pixel of a drag.
const SETTLES: u32 = 300;
/// The event by which a change from outside is heard of: the browser's own for its URL.
const CHANGE: &str = "hashchange";

/// What is around one explorer.
#[derive(Clone)]
pub struct Host(Rc<Inner>);

struct Inner {
    /// `None` where the page is the explorer's own.
    guest: Option<Guest>,
    /// The page's address without its hash; a guest's is that of a page of its own.
    base: String,
    /// The way to texts that lie apart.
    texts: Option<Texts>,
    /// The write that waits for the hand to rest, or for the event to be answered.
    waiting: RefCell<Option<Timeout>>,
    /// What it writes, where that must not be lost to the next: a step of its own.
    step: RefCell<Option<Query>>,
}

/// An explorer inside somebody else's page.
struct Guest {
    /// Whether the document around it is all its own, as in a frame.
    is_document: bool,
    /// The question, as a hash.
    hash: RefCell<String>,
    /// Where a change from outside is heard of.
    outside: EventTarget,
    /// Is told the question, the number of articles that answer and the open one's id.
    changed: Function,
    /// What the page shows, corrections and all.
    shown: RefCell<Option<Rc<Pages>>>,
}

impl PartialEq for Host {
    fn eq(&self, other: &Host) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Host {
    /// A page of its own; `texts` fetches those that lie apart.
    pub fn page(texts: Option<Texts>) -> Host {
        let href = window().location().href().unwrap_or_default();
        Host::new(None, &href, texts)
    }

    /// Somebody else's page: begins with the question `hash`; links lead to `home`; `changed` is told of every
    /// question. In a frame the document is all the explorer's, as `is_document` says.
    ///
    /// # Errors
    /// In a browser without event targets of their own.
    pub fn guest(
        is_document: bool,
        hash: &str,
        home: String,
        changed: Function,
        texts: Option<Texts>,
    ) -> Result<Host, JsValue> {
        let outside = EventTarget::new()?;
        let (hash, shown) = (RefCell::new(hash.to_string()), RefCell::default());
        Ok(Host::new(Some(Guest { is_document, hash, outside, changed, shown }), &home, texts))
    }

    fn new(guest: Option<Guest>, home: &str, texts: Option<Texts>) -> Host {
        let base = home.split_once('#').map_or(home, |(page, _)| page).to_string();
        Host(Rc::new(Inner { guest, base, texts, waiting: RefCell::default(), step: RefCell::default() }))
    }

    /// The way to texts that lie apart.
    pub fn texts(&self) -> Option<&Texts> {
        self.0.texts.as_ref()
    }

    /// Whether the page is the explorer's own.
    pub fn is_page(&self) -> bool {
        self.0.guest.is_none()
    }

    /// Whether the document is the explorer's own, and so are its landmarks.
    pub fn is_document(&self) -> bool {
        self.0.guest.as_ref().is_none_or(|guest| guest.is_document)
    }

    fn hash(&self) -> String {
        match &self.0.guest {
            None => window().location().hash().unwrap_or_default(),
            Some(guest) => guest.hash.borrow().clone(),
        }
    }

    /// The present query.
    pub fn read(&self) -> (Query, Vec<QueryProblem>) {
        Query::parse(&self.hash())
    }

    /// Writes `query` as a new step of the history. The page doesn't hear of what it writes itself: it shows it at once,
    /// and the browser, which takes a millisecond for a step, is told behind it.
    pub fn go(&self, query: &Query) {
        self.write_in(0, query);
        self.0.step.replace(Some(query.clone()));
    }

    /// Writes `query` as one new step of the history once no other has come for a moment: the page follows the hand.
    pub fn settle(&self, query: &Query) {
        self.write_in(SETTLES, query);
    }

    fn write_in(&self, millis: u32, query: &Query) {
        if let Some(step) = self.0.step.take() {
            self.write(&step);
        }
        if !self.is_page() {
            self.write(query);
            return;
        }
        let (host, next) = (self.clone(), query.clone());
        let timer = Timeout::new(millis, move || {
            host.0.step.take();
            host.write(&next);
        });
        self.0.waiting.replace(Some(timer));
    }

    fn write(&self, query: &Query) {
        if *query == self.read().0 {
            return;
        }
        let hash = query.to_string();
        match &self.0.guest {
            // Not by `location.hash`: that is a navigation, which takes milliseconds and another task.
            None => {
                let history = window().history();
                let _ = history.and_then(|h| h.push_state_with_url(&JsValue::NULL, "", Some(&hash)));
            }
            Some(guest) => drop(guest.hash.replace(hash)),
        }
    }

    /// Goes to the question of `hash` from outside, as if the URL had changed.
    pub fn ask(&self, hash: &str) {
        if let Some(guest) = &self.0.guest
            && let Ok(event) = web_sys::Event::new(CHANGE)
        {
            guest.hash.replace(hash.to_string());
            let _ = guest.outside.dispatch_event(&event);
        }
    }

    /// Calls `heard` when the question was changed from outside, or by back and forward.
    pub fn on_change(&self, heard: impl Fn() + 'static) -> EventListener {
        let window: EventTarget = window().into();
        let target = self.0.guest.as_ref().map_or(&window, |guest| &guest.outside);
        EventListener::new(target, CHANGE, move |_| heard())
    }

    /// Calls `changed` when the reader goes back or forward or writes another URL, or the question is changed from
    /// outside.
    pub fn listen(&self, changed: impl Fn(Query, Vec<QueryProblem>) + 'static) -> EventListener {
        let host = self.clone();
        self.on_change(move || {
            let (query, problems) = host.read();
            // Who goes back doesn't want to be led forward again.
            host.0.waiting.take();
            host.0.step.take();
            changed(query, problems);
        })
    }

    /// Tells the host what the page shows now: the question, the number of articles that answer, the open one.
    pub fn tell(&self, query: &Query, selected: u32, pages: &Rc<Pages>) {
        if let Some(guest) = &self.0.guest {
            guest.shown.replace(Some(pages.clone()));
            let open = query.article().map_or(JsValue::UNDEFINED, JsValue::from_str);
            // What the host's code does is its own affair.
            let _ =
                guest.changed.call3(&JsValue::UNDEFINED, &query.to_string().into(), &selected.into(), &open);
        }
    }

    /// What the page shows, once it has told.
    pub fn shown(&self) -> Option<Rc<Pages>> {
        self.0.guest.as_ref()?.shown.borrow().clone()
    }

    /// Takes the corrections that the hash carries out of it: `None` where it carries none, `Some(None)`
    /// where they can't be read.
    pub fn take_corrections(&self) -> Option<Option<Vec<Correction>>> {
        let hash = self.hash();
        let carried = fixes(&hash).map(file::from_link)?;
        // They are the reader's now; the address is the question again. Where it can't be changed, taking
        // them over once more changes nothing.
        let plain = Query::parse(&hash).0.to_string();
        match &self.0.guest {
            Some(guest) => drop(guest.hash.replace(plain)),
            None => {
                let _ = window()
                    .history()
                    .and_then(|h| h.replace_state_with_url(&JsValue::NULL, "", Some(&plain)));
            }
        }
        Some(carried)
    }

    /// The whole address that opens `query` with `corrections`, where they fit into one.
    pub fn link_with(&self, query: &Query, corrections: &[Correction]) -> Option<String> {
        let plain = self.link(query);
        if corrections.is_empty() {
            return Some(plain);
        }
        let joint = if plain.contains("#/?") { '&' } else { '?' };
        Some(format!("{plain}{joint}fix={}", file::to_link(corrections)?))
    }

    /// The whole address that opens `query`.
    pub fn link(&self, query: &Query) -> String {
        format!("{}{query}", self.0.base)
    }

    /// The page's address without its hash.
    pub fn base(&self) -> &str {
        &self.0.base
    }
}
