//! Small ways into the page that Yew draws: finding, focusing.

use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement};
use yew::NodeRef;

/// The first element inside `root` that matches.
pub fn find(root: &NodeRef, css: &str) -> Option<HtmlElement> {
    root.cast::<Element>()?.query_selector(css).ok().flatten()?.dyn_into().ok()
}

/// All elements inside `root` that match, in the page's order.
pub fn all(root: &NodeRef, css: &str) -> Vec<HtmlElement> {
    let Some(list) = root.cast::<Element>().and_then(|e| e.query_selector_all(css).ok()) else {
        return Vec::new();
    };
    (0..list.length()).filter_map(|n| list.get(n)?.dyn_into().ok()).collect()
}

/// Whether it stands on the page with some size: not folded away, not in a pane that waits its turn.
pub fn is_drawn(element: &HtmlElement) -> bool {
    element.offset_width() > 0
}

/// Moves the focus without scrolling.
pub fn focus_in_place(element: &HtmlElement) {
    let quiet = FocusOptions::new();
    quiet.set_prevent_scroll(true);
    let _ = element.focus_with_options(&quiet);
}

/// Moves the focus to the element of this id, and it into sight.
pub fn focus(id: &str) {
    let element = gloo::utils::document().get_element_by_id(id);
    if let Some(element) = element.and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// The element that an event began at.
pub fn target(event: &web_sys::Event) -> Option<HtmlElement> {
    event.target()?.dyn_into().ok()
}

/// Hands `text` to the reader as a file. A browser that refuses does nothing.
pub fn download(name: &str, text: &str) {
    let parts = js_sys::Array::of1(&text.into());
    let Ok(blob) = web_sys::Blob::new_with_str_sequence(&parts) else { return };
    let Ok(url) = web_sys::Url::create_object_url_with_blob(&blob) else { return };
    let anchor = gloo::utils::document()
        .create_element("a")
        .ok()
        .and_then(|a| a.dyn_into::<web_sys::HtmlAnchorElement>().ok());
    if let Some(anchor) = anchor {
        anchor.set_href(&url);
        anchor.set_download(name);
        anchor.click();
    }
    let _ = web_sys::Url::revoke_object_url(&url);
}
