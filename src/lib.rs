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
mod icons;
mod list;
mod location;
mod messages;
mod notices;
mod panel;
pub mod probe;
mod reader;
mod rows;
mod search;
mod settings;
mod state;
mod store;
mod timeline;
mod ui;
mod values;
mod views;

use app::AppProps;
use sorot_core::corpus::pack;
use state::Opened;
use ui::{Part, PartProps};

/// Mounts the explorer into `root`; a pack that can't be opened becomes a message there.
pub fn mount(root: web_sys::Element, bytes: &[u8]) {
    let opened = pack::read(bytes).map(Opened::new).map_err(|e| e.to_string());
    yew::Renderer::<Part>::with_root_and_props(root, PartProps::new(AppProps::new(opened))).render();
}
