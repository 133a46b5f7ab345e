//! How wide is an element now?

use crate::ui::*;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, ResizeObserver};

/// Before the element has been measured, in px.
const GUESS: f64 = 600.0;

/// The width of the element behind `node` in px, followed as it changes.
#[hook]
pub fn use_width(node: NodeRef) -> f64 {
    let width = use_state_eq(|| GUESS);
    {
        let width = width.clone();
        use_effect_with(node, move |node| {
            let element = node.cast::<Element>();
            let measured = element.clone();
            let measure = move || {
                if let Some(element) = &measured {
                    width.set(element.get_bounding_client_rect().width().floor());
                }
            };
            measure();
            // After the browser's round of sizes: what is drawn anew within it changes the sizes of others, and it
            // complains of that to the page.
            let changed = Closure::<dyn Fn()>::new(move || {
                Timeout::new(0, measure.clone()).forget();
            });
            // Where the browser can't watch, the width at the start stays.
            let observer = ResizeObserver::new(changed.as_ref().unchecked_ref()).ok();
            if let (Some(observer), Some(element)) = (&observer, &element) {
                observer.observe(element);
            }
            move || {
                if let Some(observer) = observer {
                    observer.disconnect();
                }
                drop(changed);
            }
        });
    }
    *width
}
