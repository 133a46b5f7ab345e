//! Sorot's front end: the only crate that knows Yew and the browser.
//!
//! It draws [`sorot_core::view::Page`] and turns what the reader does into the next query. The query
//! lives in the URL's hash, one way round: event → query → hash → page, so that back, reload and a
//! pasted link are the same path.

mod app;
mod articles;
mod cards;
mod chips;
mod dom;
mod export;
mod facets;
mod fix;
mod format;
mod frame;
mod header;
mod host;
mod icons;
mod list;
mod messages;
mod notes;
mod notices;
mod own;
mod painted;
mod panel;
pub mod probe;
mod reader;
mod rows;
mod search;
mod settings;
mod signs;
mod state;
mod store;
mod texts;
mod timeline;
mod ui;
mod values;
mod views;
mod warm;

pub use host::Host;
pub use own::Own;
pub use settings::{Theme, Wanted};
pub use texts::Texts;

use app::AppProps;
use sorot_core::corpus::pack;
use sorot_core::query::{Query, QueryProblem};
use state::Opened;
use ui::{Part, PartProps};

/// An explorer on a page.
pub struct Mounted {
    app: yew::AppHandle<Part>,
    props: AppProps,
}

/// Mounts the explorer into `root`, with `host` around it; a pack that can't be opened becomes a message there. With
/// `own`, readers may add articles; `left` is what a saved file brings: kinds and texts by turns.
pub fn mount(
    root: web_sys::Element,
    bytes: Vec<u8>,
    host: Host,
    wanted: Wanted,
    own: Option<Own>,
    left: &[String],
) -> Mounted {
    let opened = open(bytes, &host);
    if let (Ok(opened), false) = (&opened, left.is_empty()) {
        own::take_left(opened.pages().corpus(), left);
    }
    let props = AppProps { opened, host, wanted, own };
    let app = yew::Renderer::<Part>::with_root_and_props(root, PartProps::new(props.clone())).render();
    if props.host.is_document() {
        // Behind Yew's own task: it draws all of it in one.
        yew::platform::spawn_local(async { dom::mark_time("data-ready") });
    }
    Mounted { app, props }
}

fn open(bytes: Vec<u8>, host: &Host) -> Result<Opened, yew::AttrValue> {
    pack::open(bytes).map(|corpus| Opened::new(corpus, host.clone())).map_err(|e| e.to_string().into())
}

impl Mounted {
    /// Why the bundle can't be opened, where it can't.
    pub fn problem(&self) -> Option<&str> {
        self.props.opened.as_ref().err().map(|problem| problem.as_str())
    }

    /// Shows another bundle.
    pub fn load(&mut self, bytes: Vec<u8>) {
        if let Some(texts) = self.props.host.texts() {
            texts.forget();
        }
        self.props.opened = open(bytes, &self.props.host);
        self.update();
    }

    /// Follows what the page around it wants.
    pub fn want(&mut self, wanted: Wanted) {
        self.props.wanted = wanted;
        self.update();
    }

    fn update(&mut self) {
        self.app.update(PartProps::new(self.props.clone()));
    }

    /// The question that was asked last, as a hash.
    pub fn asked(&self) -> String {
        self.props.host.read().0.to_string()
    }

    /// Goes to a question, a hash, as from outside. Gives back the parts of it that weren't understood.
    pub fn ask(&self, hash: &str) -> Vec<QueryProblem> {
        self.props.host.ask(hash);
        Query::parse(hash).1
    }

    /// The answer to a question as JSON, corrections and all; see [`Pages::answer`](sorot_core::view::Pages::answer).
    pub fn answer(&self, hash: &str) -> Option<String> {
        let opened = self.props.opened.as_ref().ok();
        let pages = self.props.host.shown().or_else(|| opened.map(|opened| opened.pages().clone()))?;
        Some(pages.answer(&Query::parse(hash).0))
    }

    /// Takes it off the page, with everything that listens.
    pub fn destroy(self) {
        self.app.destroy();
    }
}
