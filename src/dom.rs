//! Small ways into the page that Yew draws: finding, focusing.

use crate::format;
use gloo::utils::{document, window};
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, FocusOptions, HtmlElement, Node, Range, ShadowRoot};
use yew::NodeRef;

/// Says something of the whole document, in an attribute.
pub fn mark(name: &str, value: &str) {
    if let Some(page) = document().document_element() {
        let _ = page.set_attribute(name, value);
    }
}

/// Says of the whole document when something happened: ms since it was asked for.
pub fn mark_time(name: &str) {
    let now = window().performance().map_or(0.0, |clock| clock.now());
    mark(name, &format::px(now));
}

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

/// Moves the focus to the element of this id in the explorer where `event` began, and it into sight.
pub fn focus(event: &web_sys::Event, id: &str) {
    let from = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let root = from.and_then(|e| e.closest(".sorot").ok().flatten());
    let found = root.and_then(|root| root.query_selector(&format!("#{id}")).ok().flatten());
    if let Some(element) = found.and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// The shadow root that `place` stands in, if it stands in one.
fn shadow(place: &NodeRef) -> Option<ShadowRoot> {
    place.cast::<Node>()?.get_root_node().dyn_into().ok()
}

/// The element that has the focus, as seen from `place`: of what is focused inside a shadow root the document
/// knows only the element that hosts it.
pub fn active(place: &NodeRef) -> Option<Element> {
    match shadow(place) {
        Some(shadow) => shadow.active_element(),
        None => document().active_element(),
    }
}

/// What the reader has selected, as seen from `place`: its text and its range.
pub fn selected(place: &NodeRef) -> Option<(String, Range)> {
    let selection = window().get_selection().ok().flatten()?;
    let shadow = shadow(place);
    let range = selected_range(&selection, shadow.as_ref())?;
    let text = match shadow {
        None => selection.to_string(),
        Some(_) => range.to_string(),
    };
    Some((text.into(), range))
}

/// Drops the reader's selection if it lies inside `place`.
pub fn deselect(place: &NodeRef) {
    // Asking for the range of none, too, makes the browser lay out the page.
    let Some(selection) = window().get_selection().ok().flatten().filter(|s| s.type_() == "Range") else {
        return;
    };
    let around = selected_range(&selection, shadow(place).as_ref());
    let around = around.and_then(|range| range.common_ancestor_container().ok());
    if around.is_some() && place.cast::<Node>().is_some_and(|place| place.contains(around.as_ref())) {
        let _ = selection.remove_all_ranges();
    }
}

fn selected_range(selection: &web_sys::Selection, shadow: Option<&ShadowRoot>) -> Option<Range> {
    let range = match shadow {
        None => selection.get_range_at(0).ok()?,
        Some(shadow) => composed(selection, shadow)?,
    };
    (!range.collapsed()).then_some(range)
}

/// The selection inside a shadow root, where the browser tells it (`Selection.getComposedRanges`; engines of 2024
/// take the roots themselves).
fn composed(selection: &web_sys::Selection, shadow: &ShadowRoot) -> Option<Range> {
    let ask: js_sys::Function = Reflect::get(selection, &"getComposedRanges".into()).ok()?.dyn_into().ok()?;
    let roots = Object::new();
    Reflect::set(&roots, &"shadowRoots".into(), &Array::of1(shadow)).ok()?;
    let ranges: Array = ask.call1(selection, &roots).or_else(|_| ask.call1(selection, shadow)).ok()?.into();
    let told = ranges.get(0);
    let part = |name: &str| Reflect::get(&told, &JsValue::from_str(name)).ok();
    let node = |name: &str| part(name)?.dyn_into::<Node>().ok().filter(|n| shadow.contains(Some(n)));
    let offset = |name: &str| Some(part(name)?.as_f64()? as u32);
    let range = document().create_range().ok()?;
    range.set_start(&node("startContainer")?, offset("startOffset")?).ok()?;
    range.set_end(&node("endContainer")?, offset("endOffset")?).ok()?;
    Some(range)
}

/// The element that an event began at.
pub fn target(event: &web_sys::Event) -> Option<HtmlElement> {
    event.target()?.dyn_into().ok()
}

/// Hands `text` to the reader as a file. A browser that refuses does nothing.
pub fn download(name: &str, text: &str) {
    let parts = Array::of1(&text.into());
    let Ok(blob) = web_sys::Blob::new_with_str_sequence(&parts) else { return };
    let Ok(url) = web_sys::Url::create_object_url_with_blob(&blob) else { return };
    let anchor =
        document().create_element("a").ok().and_then(|a| a.dyn_into::<web_sys::HtmlAnchorElement>().ok());
    if let Some(anchor) = anchor {
        anchor.set_href(&url);
        anchor.set_download(name);
        anchor.click();
    }
    let _ = web_sys::Url::revoke_object_url(&url);
}
