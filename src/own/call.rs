//! The way to the work that is done outside of the program (`web/own.js`).

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use yew::platform::spawn_local;

/// Does what a word and its values ask, and answers with a promise.
#[derive(Clone, Debug, PartialEq)]
pub struct Own(Function);

/// Why something wasn't done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The reader gave it up.
    Cancelled,
    /// Anything else, as it is said to the reader.
    Other(String),
}

impl Own {
    /// By way of this function.
    pub fn new(function: Function) -> Own {
        Own(function)
    }

    /// Asks for one thing; `then` hears the answer.
    pub fn ask(&self, word: &str, values: &[JsValue], then: impl FnOnce(Result<JsValue, Fault>) + 'static) {
        self.call(word, values, Box::new(then));
    }

    /// Compiled once, whoever asks.
    #[inline(never)]
    fn call(&self, word: &str, values: &[JsValue], then: Box<dyn FnOnce(Result<JsValue, Fault>)>) {
        let all = Array::of1(&word.into());
        for value in values {
            all.push(value);
        }
        let asked = self.0.apply(&JsValue::UNDEFINED, &all);
        spawn_local(async move {
            let answer = match asked {
                Ok(promise) => JsFuture::from(Promise::resolve(&promise)).await,
                Err(error) => Err(error),
            };
            then(answer.map_err(|error| fault(&error)));
        });
    }
}

fn fault(error: &JsValue) -> Fault {
    let told = |name: &str| Reflect::get(error, &name.into()).ok().and_then(|text| text.as_string());
    match told("code").as_deref() {
        Some("cancelled") => Fault::Cancelled,
        _ => Fault::Other(told("message").unwrap_or_default()),
    }
}
