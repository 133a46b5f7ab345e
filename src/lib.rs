//! Sorot's front end: the only crate that knows Yew and the browser.

use yew::prelude::*;

/// A stand-in page until the explorer is there.
#[component]
fn Hello(props: &HelloProps) -> Html {
    use_effect_with((), |()| {
        if let Some(page) = gloo::utils::document().document_element() {
            let now = gloo::utils::window().performance().map_or(0.0, |clock| clock.now());
            let _ = page.set_attribute("data-ready", &now.to_string());
        }
    });
    html! { <main><h1>{ "Sorot" }</h1><p>{ format!("{} bytes", props.bytes) }</p></main> }
}

#[derive(PartialEq, Properties)]
struct HelloProps {
    bytes: usize,
}

/// Mounts the page.
pub fn mount(root: web_sys::Element, pack: Vec<u8>) {
    yew::Renderer::<Hello>::with_root_and_props(root, HelloProps { bytes: pack.len() }).render();
}
