//! Texts that come when they are needed.
//!
//! The program draws what it has and remembers which texts it missed; fetching, checking and keeping them is the work of
//! `web/texts.js`, which is asked by [`Texts`]. When some came, all that may have waited is drawn anew.

use crate::state::Opened;
use crate::ui::*;
use js_sys::{Array, Function, Uint8Array, Uint32Array};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// The way to the texts of a bundle that came without them.
#[derive(Clone)]
pub struct Texts(Rc<Inner>);

struct Inner {
    /// Is given numbers, lengths and hashes of parts, and what takes them: called with a number and its bytes, or none
    /// where they can't be had, it says whether they are right; called without, it has what waited drawn anew.
    fetch: Function,
    redraw: RefCell<Option<Callback<()>>>,
    /// What is done again once some came.
    later: RefCell<Vec<Box<dyn FnOnce()>>>,
}

impl Texts {
    /// By way of this function.
    pub fn new(fetch: Function) -> Texts {
        Texts(Rc::new(Inner { fetch, redraw: RefCell::default(), later: RefCell::default() }))
    }

    /// Asks for what was missed since the last time.
    pub fn fetch(&self, opened: &Opened) {
        let missed = opened.pages().corpus().documents().take_missed();
        if missed.is_empty() {
            return;
        }
        let column = |number: &dyn Fn(usize) -> u32| {
            Uint32Array::from((0..missed.len()).map(number).collect::<Vec<u32>>().as_slice())
        };
        let number = |at: usize, of: fn(&sorot_core::corpus::pack::Part) -> u32| missed.get(at).map_or(0, of);
        let hashes: Vec<u8> = missed.iter().flat_map(|part| part.hash).collect();
        let (texts, pages) = (self.clone(), opened.pages().clone());
        let take = Closure::<dyn Fn(Option<u32>, JsValue) -> bool>::new(move |number, bytes: JsValue| {
            let Some(number) = number else {
                texts.came();
                return true;
            };
            let bytes = bytes.dyn_into::<Uint8Array>().ok().map(|bytes| bytes.to_vec());
            pages.corpus().documents().take(number, bytes)
        });
        let all = Array::of4(
            &column(&|at| number(at, |part| part.number)),
            &column(&|at| number(at, |part| part.length)),
            &Uint8Array::from(hashes.as_slice()),
            &take.into_js_value(),
        );
        // What it throws stands in the console.
        let _ = self.0.fetch.apply(&JsValue::UNDEFINED, &all);
    }

    fn came(&self) {
        if let Some(redraw) = &*self.0.redraw.borrow() {
            redraw.emit(());
        }
        let later = self.0.later.take();
        later.into_iter().for_each(|act| act());
    }
}

/// How often texts came: who draws a bundle's articles draws [`Opened::at`] this.
#[hook]
pub fn use_texts(opened: &Opened) -> u32 {
    let came = use_state_eq(|| 0u32);
    let (setter, texts) = (came.setter(), opened.host().texts().cloned());
    use_effect_with((), move |()| {
        let now = RefCell::new(0u32);
        let redraw = Callback::from(move |()| {
            let next = *now.borrow() + 1;
            setter.set(now.replace(next) + 1);
        });
        if let Some(texts) = texts {
            texts.0.redraw.replace(Some(redraw));
        }
    });
    let drawn = opened.clone();
    use_effect(move || drawn.fetch());
    *came
}

impl Opened {
    /// Asks for the texts that were missed, where they can be had.
    pub fn fetch(&self) {
        if let Some(texts) = self.host().texts() {
            texts.fetch(self);
        }
    }

    /// Does `act`, which gives nothing back where it missed texts: then it is done again once some came.
    pub fn when_here<T>(&self, act: impl Fn(&Opened) -> T + 'static, then: impl FnOnce(T) + 'static) {
        let missed = self.pages().corpus().documents().missed();
        let made = act(self);
        if self.pages().corpus().documents().missed() == missed {
            return then(made);
        }
        self.fetch();
        if let Some(texts) = self.host().texts() {
            let opened = self.clone();
            texts.0.later.borrow_mut().push(Box::new(move || opened.when_here(act, then)));
        }
    }
}
