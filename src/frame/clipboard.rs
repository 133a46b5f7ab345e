//! The clipboard, which a browser may refuse.

use gloo::utils::window;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// Copies `text`; says whether the browser took it.
pub async fn copy(text: &str) -> bool {
    let clipboard = window().navigator().clipboard();
    // A page that isn't secure has none.
    let there: &JsValue = clipboard.as_ref();
    !there.is_undefined() && JsFuture::from(clipboard.write_text(text)).await.is_ok()
}
