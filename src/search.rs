//! The search field. The page follows every key; the URL is told when the hand rests.

use crate::icons;
use crate::messages::words;
use crate::state::{Action, Asking};
use crate::ui::*;
use sorot_core::query::text::tidy;
use sorot_core::view::Lang;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

#[derive(PartialEq)]
pub struct SearchFieldProps {
    pub lang: Lang,
}

/// The field for words, phrases and exclusions; it reads the question from its context, so that what
/// stands around it isn't drawn anew at every key.
#[part]
pub fn SearchField(props: &SearchFieldProps) -> Html {
    let w = words(props.lang);
    let field = use_node_ref();
    let asking = use_context::<Asking>();
    let asked = asking.as_ref().map(|a| a.query.text().to_string()).unwrap_or_default();
    // As typed: the question keeps it tidied.
    let typed = use_state_eq(|| asked.clone());
    {
        let typed = typed.clone();
        use_effect_with(asked, move |asked| {
            if tidy(&typed) != *asked {
                typed.set(asked.clone());
            }
        });
    }
    let say = {
        let (typed, act) = (typed.clone(), asking.map(|a| a.act));
        move |line: String, action: Action| {
            typed.set(line);
            if let Some(act) = &act {
                act.emit(action);
            }
        }
    };
    let oninput = {
        let (say, field) = (say.clone(), field.clone());
        Callback::from(move |_: InputEvent| {
            if let Some(field) = field.cast::<HtmlInputElement>() {
                say(field.value(), Action::Text(field.value()));
            }
        })
    };
    let clear = {
        let field = field.clone();
        Callback::from(move |_: MouseEvent| {
            say(String::new(), Action::NoText);
            if let Some(field) = field.cast::<HtmlInputElement>() {
                let _ = field.focus();
            }
        })
    };
    // On to what was found.
    let onkeydown = {
        let field = field.clone();
        Callback::from(move |event: KeyboardEvent| {
            let root = field.cast::<Element>().and_then(|f| f.closest(".sorot").ok().flatten());
            let card = root.and_then(|r| r.query_selector(".list .card-open[tabindex='0']").ok().flatten());
            if let Some(card) =
                card.filter(|_| event.key() == "ArrowDown").and_then(|c| c.dyn_into::<HtmlElement>().ok())
            {
                event.prevent_default();
                let _ = card.focus();
            }
        })
    };
    let onsubmit = Callback::from(|event: SubmitEvent| event.prevent_default());
    html! {
        <form class="search" role="search" {onsubmit}>
            <label for="sorot-search">{ icons::lens() }<span class="visually-hidden">{ w.search.label }</span></label>
            <input
                id="sorot-search" ref={field} type="search" value={(*typed).clone()} {oninput} {onkeydown}
                placeholder={w.search.placeholder} autocomplete="off" autocapitalize="off" spellcheck="false"
                enterkeyhint="search" maxlength="200"
            />
            if typed.is_empty() {
                <kbd aria-hidden="true">{ "/" }</kbd>
            } else {
                <button type="button" class="clear" onclick={clear} title={w.search.clear}>
                    { icons::cross() }
                </button>
            }
        </form>
    }
}
