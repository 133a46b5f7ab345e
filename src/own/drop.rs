//! Files that are dropped, anywhere on the page.

use crate::ui::*;
use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::window;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DataTransfer, DragEvent};

/// Gives what is dropped to `read`; says whether files are held over the page.
#[hook]
pub fn use_drop(read: &Callback<JsValue>) -> bool {
    let over = use_state_eq(|| false);
    let setter = over.setter();
    use_effect_with(read.clone(), move |read| {
        let read = read.clone();
        let listeners = ["dragover", "dragleave", "drop"].map(|name| {
            let (read, over) = (read.clone(), setter.clone());
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&window(), name, options, move |event| {
                let Some(drag) = event.dyn_ref::<DragEvent>() else { return };
                // A dragged handle or passage is no file.
                let Some(files) = drag.data_transfer().filter(holds_files) else { return };
                match name {
                    "dragleave" => over.set(drag.related_target().is_some()),
                    "drop" => {
                        event.prevent_default();
                        over.set(false);
                        read.emit(files.into());
                    }
                    _ => {
                        event.prevent_default();
                        over.set(true);
                    }
                }
            })
        });
        move || drop(listeners)
    });
    *over
}

fn holds_files(transfer: &DataTransfer) -> bool {
    transfer.types().iter().any(|kind| kind == "Files")
}
