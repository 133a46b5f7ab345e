//! Yew's smallest page, started as the explorer is: the least that a start can cost.

use gloo::utils::{document, window};
use wasm_bindgen::prelude::wasm_bindgen;
use yew::prelude::*;

/// A line that says when it stands, as the explorer does.
#[component]
fn Hello() -> Html {
    use_effect_with((), |()| {
        let now = window().performance().map_or(0.0, |clock| clock.now());
        if let Some(page) = document().document_element() {
            for mark in ["data-ready", "data-whole"] {
                let _ = page.set_attribute(mark, &now.to_string());
            }
        }
    });
    html! { <p>{ "Hello" }</p> }
}

/// Mounts it; the pack is of no use to it.
#[wasm_bindgen]
pub fn start(root: web_sys::Element, _pack: Vec<u8>) {
    yew::Renderer::<Hello>::with_root(root).render();
}
