//! Whom does the reader mean? A field, and the actors that fit.

use crate::facets::KIND_CLASSES;
use crate::messages::{kind_index, words};
use crate::state::Opened;
use crate::ui::*;
use sorot_core::view::Lang;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

#[derive(PartialEq)]
pub struct PickerProps {
    pub label: AttrValue,
    pub opened: Opened,
    /// An actor that isn't offered: the one at hand.
    pub but: Option<String>,
    /// The slug of the one that was chosen.
    pub choose: Callback<String>,
    pub lang: Lang,
}

/// Actors offered at once.
const OFFERED: usize = 6;

/// The field and its offers.
#[part]
pub fn Picker(props: &PickerProps) -> Html {
    let w = words(props.lang);
    let sought = use_state_eq(String::new);
    let oninput = {
        let sought = sought.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(field) = event.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok()) {
                sought.set(field.value());
            }
        })
    };
    let mut found = Vec::new();
    if !sought.trim().is_empty() {
        found = props.opened.pages().actors_like(&sought, OFFERED + 1);
        found.retain(|actor| props.but.as_ref() != Some(&actor.slug));
        found.truncate(OFFERED);
    }
    html! {
        <div class="picker">
            <label class="field"><span>{ &props.label }</span>
                <input type="search" class="find" placeholder={w.fix.find_actor} value={(*sought).clone()} {oninput} />
            </label>
            <ul class="offers">
                { for found.iter().map(|actor| {
                    let slug = actor.slug.clone();
                    let kind = kind_index(actor.kind);
                    html! {
                        <li key={actor.slug.clone()}>
                            <button type="button" class={classes!("tag", KIND_CLASSES[kind])} onclick={props.choose.reform(move |_: MouseEvent| slug.clone())}>
                                <bdi>{ &actor.name }</bdi><span class="visually-hidden">{ format!(" ({})", w.kind[kind]) }</span>
                            </button>
                        </li>
                    }
                }) }
            </ul>
            if found.is_empty() && !sought.trim().is_empty() { <p class="quiet" role="status">{ w.fix.no_such_actor }</p> }
        </div>
    }
}
