//! Tests inside a real browser: what only a browser can answer.
#![cfg(target_arch = "wasm32")]

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
async fn the_page_appears_in_its_root() {
    let document = gloo::utils::document();
    let root = document.create_element("div").unwrap();
    document.body().unwrap().append_child(&root).unwrap();
    sorot::mount(root.clone(), &[]);
    yew::scheduler::flush().await;
    assert!(root.text_content().unwrap().contains("Sorot"));
}
