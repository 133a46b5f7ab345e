//! A card's frame: beside its words, always in view; on a narrow page at the bottom.

use super::Spot;
use crate::dom;
use crate::format::px;
use crate::icons;
use crate::messages::words;
use crate::ui::*;
use gloo::events::EventListener;
use gloo::utils::document;
use sorot_core::view::Lang;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlElement, Node, ResizeObserver};

#[derive(PartialEq)]
pub struct PopoverProps {
    /// What a screen reader calls it.
    pub label: AttrValue,
    pub spot: Spot,
    pub onclose: Callback<()>,
    pub lang: Lang,
    pub children: Html,
}

/// Pixels between a card, its words and the page's edge.
const GAP: f64 = 8.0;

/// The frame. It takes the focus, closes at Escape and at a click elsewhere, and gives the focus back.
#[part]
pub fn Popover(props: &PopoverProps) -> Html {
    let w = words(props.lang);
    let card = use_node_ref();
    {
        let card = card.clone();
        use_effect_with((), move |()| {
            let before = dom::active(&card).and_then(|e| e.dyn_into::<HtmlElement>().ok());
            // The card is still on the page when its component ends: the focus stands in it, unless somebody
            // else took it meanwhile.
            move || {
                let lost = dom::active(&card).is_none_or(|e| e.tag_name() == "BODY") || holds(&card);
                if let Some(before) = before.filter(|_| lost) {
                    dom::focus_in_place(&before);
                }
            }
        });
    }
    {
        let card = card.clone();
        // Another subject comes with other buttons: the one that led there is gone, and the focus with it.
        use_effect_with((props.spot, props.label.clone()), move |(spot, _)| {
            // It grows as parts of it are unfolded: it stays in view.
            let (spot, grown) = (*spot, card.clone());
            let settle = Closure::<dyn Fn()>::new(move || {
                if let Some(card) = grown.cast::<HtmlElement>() {
                    place(&card, spot);
                }
            });
            let observer = ResizeObserver::new(settle.as_ref().unchecked_ref()).ok();
            if let Some(element) = card.cast::<HtmlElement>() {
                place(&element, spot);
                if !holds(&card) {
                    dom::focus_in_place(&element);
                }
                if let Some(observer) = &observer {
                    observer.observe(&element);
                }
            }
            move || {
                if let Some(observer) = observer {
                    observer.disconnect();
                }
                drop(settle);
            }
        });
    }
    {
        let (card, onclose) = (card.clone(), props.onclose.clone());
        use_effect_with(onclose, move |onclose| {
            let onclose = onclose.clone();
            // On the way to the document the card hears of it first; what happens in a shadow root looks from
            // the document as if it were on its host.
            let inside = Rc::new(Cell::new(false));
            let here = inside.clone();
            let own = card
                .cast::<Node>()
                .map(|card| EventListener::new(&card, "pointerdown", move |_| here.set(true)));
            let listener = EventListener::new(&document(), "pointerdown", move |_| {
                if !inside.take() {
                    onclose.emit(());
                }
            });
            move || drop((own, listener))
        });
    }
    let onkeydown = {
        let onclose = props.onclose.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                event.prevent_default();
                event.stop_propagation();
                onclose.emit(());
            }
        })
    };
    let close = props.onclose.reform(|_: MouseEvent| ());
    html! {
        <div class="card-pop" role="dialog" aria-label={props.label.clone()} tabindex="-1" ref={card} {onkeydown} lang={props.lang.tag()}>
            <button type="button" class="btn card-close" onclick={close} title={w.close}>{ icons::cross() }</button>
            { props.children.clone() }
        </div>
    }
}

/// Whether the focus stands in the card.
fn holds(card: &NodeRef) -> bool {
    let focus = dom::active(card);
    card.cast::<Node>().is_some_and(|card| focus.is_some_and(|e| card.contains(Some(&e))))
}

/// Below the words, else above them, else where most of it fits; inside the explorer's own box. Where the
/// style sheet puts cards at the bottom, it wins.
fn place(card: &HtmlElement, spot: Spot) {
    let Some(root) = card.closest(".sorot").ok().flatten() else { return };
    let (x, y) = position(spot, Spot::of(&root), size(card));
    let style = card.style();
    let _ = style.set_property("--card-x", &format!("{}px", px(x)));
    let _ = style.set_property("--card-y", &format!("{}px", px(y)));
}

fn size(card: &Element) -> (f64, f64) {
    let rect = card.get_bounding_client_rect();
    (rect.width(), rect.height())
}

/// Left and top of a card of `size` for words at `spot`, from the corner of the page at `page`.
fn position(spot: Spot, page: Spot, (width, height): (f64, f64)) -> (f64, f64) {
    let most = |far: f64, near: f64, length: f64| (far - near - length - GAP).max(GAP);
    let x = (spot.left - page.left).clamp(GAP, most(page.right, page.left, width));
    let below = spot.bottom + GAP;
    let above = spot.top - GAP - height;
    let y = if below + height <= page.bottom - GAP || above < page.top + GAP { below } else { above };
    (x, (y - page.top).clamp(GAP, most(page.bottom, page.top, height)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_stays_on_the_page() {
        let page = Spot { left: 0.0, top: 0.0, right: 1000.0, bottom: 800.0 };
        let at = |left: f64, top: f64| Spot { left, top, right: left + 50.0, bottom: top + 20.0 };
        assert_eq!(position(at(100.0, 100.0), page, (300.0, 400.0)), (100.0, 128.0));
        // No room below: above.
        assert_eq!(position(at(100.0, 700.0), page, (300.0, 400.0)), (100.0, 292.0));
        // No room at the right edge; a card higher than the page starts at its top.
        assert_eq!(position(at(950.0, 100.0), page, (300.0, 900.0)), (692.0, 8.0));
    }
}
