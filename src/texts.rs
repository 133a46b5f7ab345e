//! Texts that come when they are needed.
//!
//! The program draws what it has and remembers which texts it missed; fetching, checking and keeping them is the work of
//! `web/texts.js`, which is asked by [`Texts`]. When some came, all that may have waited is drawn anew.

use crate::state::Opened;
use crate::ui::*;
use js_sys::{Array, Function, Uint8Array, Uint32Array};
use sorot_core::corpus::Documents;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// The way to the texts of a bundle that came without them.
#[derive(Clone)]
pub struct Texts(Rc<Inner>);

struct Inner {
    /// Is given numbers, lengths and hashes of parts, and what takes them: called with a number and its bytes, or none
    /// where they can't be had, it says whether they are right; called without, it has what waited drawn anew, and hears
    /// whether nothing more is on its way.
    fetch: Function,
    redraw: RefCell<Option<Callback<bool>>>,
    /// What is done again once nothing more is on its way, and the parts that it missed.
    later: RefCell<Vec<Later>>,
}

type Later = (Vec<u32>, Act);

/// What is to be done with something that was made.
pub type Act = Box<dyn FnOnce()>;

impl Texts {
    /// By way of this function.
    pub fn new(fetch: Function) -> Texts {
        Texts(Rc::new(Inner { fetch, redraw: RefCell::default(), later: RefCell::default() }))
    }

    /// Asks for what was missed since the last time; gives back the parts.
    pub fn fetch(&self, opened: &Opened) -> Vec<u32> {
        let missed = opened.pages().corpus().documents().take_missed();
        let numbers: Vec<u32> = missed.iter().map(|part| part.number).collect();
        if missed.is_empty() {
            return numbers;
        }
        let lengths: Vec<u32> = missed.iter().map(|part| part.length).collect();
        let hashes: Vec<u8> = missed.iter().flat_map(|part| part.hash).collect();
        let (texts, pages) = (self.clone(), opened.pages().clone());
        let take = Closure::<dyn Fn(Option<u32>, JsValue) -> bool>::new(move |number, bytes: JsValue| {
            let documents = pages.corpus().documents();
            let Some(number) = number else {
                texts.came(documents, bytes.is_truthy());
                return true;
            };
            let bytes = bytes.dyn_into::<Uint8Array>().ok().map(|bytes| bytes.to_vec());
            documents.take(number, bytes)
        });
        let all = Array::of4(
            &Uint32Array::from(numbers.as_slice()),
            &Uint32Array::from(lengths.as_slice()),
            &Uint8Array::from(hashes.as_slice()),
            &take.into_js_value(),
        );
        // What it throws stands in the console.
        let _ = self.0.fetch.apply(&JsValue::UNDEFINED, &all);
        numbers
    }

    /// Does nothing again of what waits: another bundle is shown.
    pub(crate) fn forget(&self) {
        self.0.later.take();
    }

    fn came(&self, documents: &Documents, is_all: bool) {
        if is_all {
            documents.end_turn();
        }
        if let Some(redraw) = &*self.0.redraw.borrow() {
            redraw.emit(is_all);
        }
        if is_all {
            for (missed, act) in self.0.later.take() {
                // What can't be had is no reason to try again.
                if missed.iter().all(|part| documents.is_lost(*part)) {
                    self.0.later.borrow_mut().push((missed, act));
                } else {
                    act();
                }
            }
        }
    }
}

/// How often texts came, and how often until then nothing more was on its way: who draws a bundle's articles draws
/// [`Opened::at`] the first.
#[hook]
pub fn use_texts(opened: &Opened) -> [u32; 2] {
    let came = use_state_eq(|| [0u32; 2]);
    let (setter, texts) = (came.setter(), opened.host().texts().cloned());
    use_effect_with((), move |()| {
        let now = Cell::new([0u32; 2]);
        let redraw = Callback::from(move |is_all: bool| {
            let [came, all] = now.get();
            now.set([came + 1, all + u32::from(is_all)]);
            setter.set(now.get());
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

    /// Makes something and has it used; where texts were missed for it, again once they came. What isn't whole yet is used
    /// only if `early`.
    pub fn when_here(&self, early: bool, make: Rc<dyn Fn(&Opened) -> Act>) {
        let documents = self.pages().corpus().documents();
        let missed = documents.missed();
        let then = make(self);
        let is_whole = documents.missed() == missed;
        if is_whole || early {
            then();
        }
        let Some(texts) = self.host().texts().filter(|_| !is_whole) else { return };
        let (parts, opened) = (texts.fetch(self), self.clone());
        texts.0.later.borrow_mut().push((parts, Box::new(move || opened.when_here(early, make))));
    }
}
