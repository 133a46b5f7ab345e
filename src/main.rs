//! The browser's ways in: the explorer's own page, and an explorer inside somebody else's.

use js_sys::{Array, Function};
use sorot::{Host, Mounted, Own, Texts, Theme, Wanted};
use sorot_core::calendar::Lang;
use sorot_core::query::QueryProblem;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

/// Mounts the explorer into an element of its own page, with the bytes of the bundle it shows. `own` is what takes
/// articles of the reader's own (`web/own.js`), `left` what a saved file brings, `texts` what fetches texts that lie
/// apart (`web/texts.js`).
#[wasm_bindgen]
pub fn start(
    root: web_sys::Element,
    pack: Vec<u8>,
    own: Option<Function>,
    left: Option<Array>,
    texts: Option<Function>,
) {
    let left: Vec<String> = left.iter().flat_map(Array::iter).filter_map(|text| text.as_string()).collect();
    sorot::mount(root, pack, Host::page(texts.map(Texts::new)), Wanted::default(), own.map(Own::new), &left);
}

/// An explorer inside somebody else's page.
#[wasm_bindgen]
pub struct Guest(Mounted);

#[wasm_bindgen]
impl Guest {
    /// Mounts it into `root` with the bytes of a bundle. It begins with the question `hash`; links lead to `home`;
    /// `changed` is told every question with the number of articles that answer and the open article's id; `texts`
    /// fetches texts that lie apart.
    #[wasm_bindgen(constructor)]
    pub fn new(
        root: web_sys::Element,
        pack: Vec<u8>,
        hash: &str,
        home: String,
        changed: Function,
        texts: Option<Function>,
    ) -> Result<Guest, JsValue> {
        let is_document = root.get_root_node().is_instance_of::<web_sys::Document>();
        let host = Host::guest(is_document, hash, home, changed, texts.map(Texts::new))?;
        Ok(Guest(sorot::mount(root, pack, host, Wanted::default(), None, &[])))
    }

    /// Why the bundle can't be opened, where it can't.
    pub fn problem(&self) -> Option<String> {
        self.0.problem().map(String::from)
    }

    /// Sets language, theme and whether readers may not correct; what isn't known stays as it is.
    pub fn want(&mut self, lang: Option<String>, theme: Option<String>, read_only: bool) {
        let lang = lang.and_then(|tag| Lang::from_tag(&tag));
        let theme = theme.map(|code| Theme::from_code(&code));
        self.0.want(Wanted { lang, theme, read_only });
    }

    /// Shows another bundle.
    pub fn load(&mut self, pack: Vec<u8>) {
        self.0.load(pack);
    }

    /// The question that was asked last, as a hash; what is drawn may be a moment behind.
    pub fn asked(&self) -> String {
        self.0.asked()
    }

    /// Goes to a question; gives back what of it wasn't understood, empty if all was.
    pub fn ask(&self, hash: &str) -> String {
        let told: Vec<String> = self
            .0
            .ask(hash)
            .into_iter()
            .map(|problem| match problem {
                QueryProblem::UnknownKey(key) => key,
                QueryProblem::BadValue(key, value) => format!("{key}={value}"),
            })
            .collect();
        told.join(", ")
    }

    /// The answer to a question as JSON.
    pub fn answer(&self, hash: &str) -> Option<String> {
        self.0.answer(hash)
    }

    /// Takes it off the page.
    pub fn destroy(self) {
        self.0.destroy();
    }
}

fn main() {}
