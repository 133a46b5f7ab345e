//! Marks along the scroll bar: where in the whole article the mentions are. A picture for the mouse;
//! the walker's buttons say the same to everyone.

use super::walk::{Ground, Step, Walking, selector};
use crate::dom;
use crate::facets::KIND_CLASSES;
use crate::messages::kind_index;
use crate::ui::*;
use sorot_core::view::{Reader as ReaderPage, Tag, tag_at};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{HtmlElement, ResizeObserver};

#[derive(PartialEq)]
pub struct RailProps {
    pub reader: Rc<ReaderPage>,
    pub walking: Walking,
    pub step: Callback<Step>,
    /// The article's element.
    pub article: NodeRef,
}

/// How high the rail is, and where on it each mention stands, in pixels.
#[derive(Clone, Debug, Default, PartialEq)]
struct Marks {
    /// Of which mentions.
    of: Ground,
    height: i32,
    at: Vec<i32>,
}

/// The marks; measured again when the article or its column changes size.
#[part]
pub fn Rail(props: &RailProps) -> Html {
    let marks = use_state_eq(Marks::default);
    let spots = &props.walking.ground.spots;
    {
        let (article, marks) = (props.article.clone(), marks.clone());
        use_effect_with(props.walking.ground.clone(), move |ground| {
            let (node, ground) = (article.clone(), ground.clone());
            let measure = Closure::<dyn FnMut()>::new(move || {
                let at = |article: HtmlElement| {
                    let column: HtmlElement = article.closest(".column").ok()??.dyn_into().ok()?;
                    Some(measured(&node, &column, &ground))
                };
                marks.set(node.cast::<HtmlElement>().and_then(at).unwrap_or_default());
            });
            let observer = ResizeObserver::new(measure.as_ref().unchecked_ref()).ok();
            if let (Some(observer), Some(article)) = (&observer, article.cast::<HtmlElement>()) {
                observer.observe(&article);
                if let Ok(Some(column)) = article.closest(".column") {
                    observer.observe(&column);
                }
            }
            move || {
                if let Some(observer) = observer {
                    observer.disconnect();
                }
                drop(measure);
            }
        });
    }
    // Until another article's are measured, nothing stands where its mentions don't.
    let at = if marks.of == props.walking.ground { marks.at.as_slice() } else { &[] };
    let class = |spot| match tag_at(&props.reader, spot) {
        Some(Tag::Actor { kind, .. }) => KIND_CLASSES[kind_index(*kind)],
        _ => "date",
    };
    html! {
        <div class="rail" aria-hidden="true">
            <svg width="12" height={marks.height.to_string()}>
                { for spots.iter().zip(at).enumerate().map(|(n, (spot, y))| {
                    let now = (props.walking.at == Some(n)).then_some("now");
                    html! {
                        <g key={n} class={classes!("rail-mark", class(*spot), now)} onclick={props.step.reform(move |_: MouseEvent| Step::To(n))}>
                            <rect class="rail-reach" x="0" y={(y - 4).to_string()} width="12" height="12" />
                            <rect x="2" y={y.to_string()} width="8" height="4" rx="1.5" />
                        </g>
                    }
                }) }
            </svg>
        </div>
    }
}

fn measured(article: &NodeRef, column: &HtmlElement, ground: &Ground) -> Marks {
    // Never higher than the window: without its style sheet the rail stands in the flow, and the column would grow
    // with it for ever.
    let window = gloo::utils::window().inner_height().ok().and_then(|h| h.as_f64());
    let height = column.client_height().min(window.map_or(i32::MAX, |h| h as i32));
    let whole = f64::from(column.scroll_height().max(1));
    let top = column.get_bounding_client_rect().top() - f64::from(column.scroll_top());
    let at = ground.spots.iter().map(|spot| {
        let mark = dom::find(article, &selector(*spot));
        let y = mark.map_or(0.0, |m| m.get_bounding_client_rect().top() - top);
        (y / whole * f64::from(height)) as i32
    });
    Marks { of: ground.clone(), height, at: at.collect() }
}
