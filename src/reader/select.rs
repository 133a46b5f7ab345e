//! Words that the reader selects in the article: small buttons beside them open their card, or a note on them.

use crate::cards::{Opening, Spot, Subject};
use crate::dom;
use crate::format::px;
use crate::icons;
use crate::messages::words;
use crate::ui::*;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::utils::document;
use sorot_core::view::Lang;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

#[derive(PartialEq)]
pub struct SelectProps {
    /// The open article's id and its element.
    pub id: AttrValue,
    pub article: NodeRef,
    pub open: Callback<Opening>,
    pub lang: Lang,
}

/// A selection is looked at when it has stood this long, in milliseconds.
const RESTS: u32 = 250;
/// A longer selection is a passage for a note, not a name or a date; in characters.
const LONGEST: usize = 200;
/// A longer one is no passage either.
const PASSAGE: usize = 2_000;

/// The buttons; nothing while nothing in one line is selected.
#[part]
pub fn Select(props: &SelectProps) -> Html {
    let chosen = use_state_eq(|| None::<Opening>);
    let button = use_node_ref();
    {
        let (chosen, article) = (chosen.setter(), props.article.clone());
        use_effect_with(props.id.clone(), move |id| {
            let id = id.clone();
            let timer = std::cell::RefCell::new(None);
            let listener = EventListener::new(&document(), "selectionchange", move |_| {
                let (chosen, article, id) = (chosen.clone(), article.clone(), id.clone());
                *timer.borrow_mut() = Some(Timeout::new(RESTS, move || chosen.set(selected(&article, &id))));
            });
            move || drop(listener)
        });
    }
    {
        let button = button.clone();
        use_effect_with(chosen.clone(), move |chosen| {
            if let Some((button, opening)) = button.cast::<HtmlElement>().zip(chosen.as_ref()) {
                place(&button, opening.spot);
            }
        });
    }
    let w = words(props.lang);
    let Some(opening) = &*chosen else { return Html::default() };
    let leads_to = |opening: Opening| {
        let chosen = chosen.clone();
        props.open.reform(move |_: MouseEvent| {
            chosen.set(None);
            opening.clone()
        })
    };
    let correct = leads_to(opening.clone());
    let (note, is_short) = match &opening.subject {
        // One that stood in an article that was open before is no longer there.
        Subject::Words(id, block, near, text) if **id == *props.id => {
            let subject = Subject::Passage(id.clone(), *block, *near, text.clone());
            (leads_to(Opening { subject, spot: opening.spot }), text.chars().count() <= LONGEST)
        }
        _ => return Html::default(),
    };
    // The browser would drop the selection before the click.
    let onpointerdown = Callback::from(|event: PointerEvent| event.prevent_default());
    html! {
        <div class="select-tool" ref={button} {onpointerdown}>
            if is_short { <button type="button" class="btn" onclick={correct}>{ icons::pencil() }{ w.fix.correct }</button> }
            <button type="button" class="btn to-note" onclick={note}>{ icons::note() }{ w.notes.note }</button>
        </div>
    }
}

/// Beside the end of the words, inside the column that scrolls.
fn place(button: &HtmlElement, spot: Spot) {
    let Some(around) = button.offset_parent() else { return };
    let corner = Spot::of(&around);
    let x = (spot.left - corner.left).max(0.0);
    let y = spot.bottom - corner.top + f64::from(around.scroll_top()) + 6.0;
    let style = button.style();
    let _ = style.set_property("--card-x", &format!("{}px", px(x)));
    let _ = style.set_property("--card-y", &format!("{}px", px(y)));
}

/// What is selected in one line of the article.
fn selected(article: &NodeRef, id: &str) -> Option<Opening> {
    let (text, range) = dom::selected(article)?;
    let line = |node: web_sys::Node| -> Option<Element> {
        let element = node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element())?;
        element.closest("[data-block]").ok().flatten()
    };
    let from = line(range.start_container().ok()?)?;
    let fits = !text.trim().is_empty() && text.chars().count() <= PASSAGE;
    let inside = article.cast::<Element>()?.contains(Some(&from));
    if !fits || !inside || line(range.end_container().ok()?)? != from {
        return None;
    }
    let before = document().create_range().ok()?;
    before.select_node_contents(&from).ok()?;
    before.set_end(&range.start_container().ok()?, range.start_offset().ok()?).ok()?;
    let near = String::from(before.to_string()).len() as u32;
    let block = from.get_attribute("data-block")?.parse().ok()?;
    let spot = Spot::within(&range.get_bounding_client_rect());
    Some(Opening { subject: Subject::Words(id.to_string(), block, near, text.trim().to_string()), spot })
}
