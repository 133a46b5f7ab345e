//! The browser's way in.

use wasm_bindgen::prelude::wasm_bindgen;

/// Mounts the explorer into an element, with the bytes of the bundle it shows.
#[wasm_bindgen]
pub fn start(root: web_sys::Element, pack: Vec<u8>) {
    sorot::mount(root, &pack);
}

fn main() {}
