//! A dialog over the page. The browser's own: it keeps the focus inside, closes at Escape and gives
//! the focus back to where it came from.

use crate::dom;
use crate::icons;
use crate::ui::*;
use gloo::events::EventListener;
use web_sys::HtmlDialogElement;

#[derive(PartialEq)]
pub struct DialogProps {
    pub title: AttrValue,
    /// What the closing button says.
    pub close: AttrValue,
    pub onclose: Callback<()>,
    pub children: Html,
}

/// A dialog, open as long as it is drawn.
#[part]
pub fn Dialog(props: &DialogProps) -> Html {
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with(props.onclose.clone(), move |onclose| {
            let onclose = onclose.clone();
            let listener = dialog.cast::<HtmlDialogElement>().map(|dialog| {
                if !dialog.open() {
                    let _ = dialog.show_modal();
                }
                EventListener::new(&dialog, "close", move |_| onclose.emit(()))
            });
            move || drop(listener)
        });
    }
    let shut = {
        let dialog = dialog.clone();
        move || {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                dialog.close();
            }
        }
    };
    let outside = {
        let (shut, dialog) = (shut.clone(), dialog.clone());
        Callback::from(move |event: MouseEvent| {
            // The dialog's own box is its backdrop: what it holds covers the rest.
            let hit = dom::target(&event).map(web_sys::Element::from);
            if hit.is_some() && hit == dialog.cast::<web_sys::Element>() {
                shut();
            }
        })
    };
    html! {
        <dialog class="sheet" ref={dialog} aria-label={props.title.clone()} onclick={outside}>
            <div class="sheet-box">
                <div class="sheet-head">
                    <h2>{ &props.title }</h2>
                    <button
                        type="button" class="btn" onclick={Callback::from(move |_: MouseEvent| shut())}
                        title={props.close.clone()}
                    >{ icons::cross() }</button>
                </div>
                { props.children.clone() }
            </div>
        </dialog>
    }
}
