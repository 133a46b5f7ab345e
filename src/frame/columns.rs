//! The columns' edges: dragged, moved by arrow keys, folded; their widths reach the style sheet as
//! custom properties.

use crate::dom;
use crate::icons;
use crate::messages::words;
use crate::settings::{Column, Settings};
use crate::ui::*;
use web_sys::{HtmlElement, KeyboardEvent, PointerEvent};

/// How far an arrow key moves an edge, in pixels.
const STEP: i32 = 16;

/// Tells the style sheet the widths that the reader chose.
pub fn apply_widths(root: &NodeRef, widths: [Option<u16>; 3]) {
    for (column, width) in Column::ALL.into_iter().zip(widths) {
        apply_width(root.cast().as_ref(), column, width);
    }
}

fn apply_width(root: Option<&HtmlElement>, column: Column, width: Option<u16>) {
    let Some(style) = root.map(HtmlElement::style) else { return };
    let name = format!("--{}-width", column.code());
    let _ = match width {
        Some(px) => style.set_property(&name, &format!("{px}px")),
        None => style.remove_property(&name).map(drop),
    };
}

#[derive(PartialEq)]
pub struct EdgesProps {
    pub settings: Settings,
    pub set: Callback<Settings>,
    /// The explorer's own element, which carries the widths.
    pub root: NodeRef,
}

/// The edges of all columns.
#[part]
pub fn Edges(props: &EdgesProps) -> Html {
    html! {
        <>
            { for Column::ALL.map(|column| html! {
                <Edge
                    key={column.code()} {column} settings={props.settings} set={props.set.clone()} root={props.root.clone()}
                />
            }) }
        </>
    }
}

#[derive(PartialEq)]
struct EdgeProps {
    column: Column,
    settings: Settings,
    set: Callback<Settings>,
    root: NodeRef,
}

/// A drag under way: where it began and how wide the column was.
#[derive(Clone, Copy)]
struct Drag {
    from: i32,
    width: u16,
}

#[part]
fn Edge(props: &EdgeProps) -> Html {
    let EdgeProps { column, settings, .. } = *props;
    let w = words(settings.lang);
    let (name, toward) = match column {
        Column::Actors => (w.actors, 1),
        Column::List => (w.articles, 1),
        Column::Summary => (w.summary, -1),
    };
    let folded = settings.folded.get(column as usize).copied().unwrap_or(false);
    let chosen = settings.widths.get(column as usize).copied().flatten();
    // The width that the style sheet gives, where the reader chose none.
    let drawn = use_state_eq(|| Column::LEAST);
    let drag = use_mut_ref(|| None::<Drag>);
    {
        let (root, drawn) = (props.root.clone(), drawn.clone());
        use_effect_with((chosen, folded), move |_| {
            if let Some(width) = width_of(&root, column) {
                drawn.set(width);
            }
        });
    }
    let now = chosen.unwrap_or(*drawn);
    let set_width = {
        let set = props.set.clone();
        move |width: Option<u16>| set.emit(settings.with_width(column, width))
    };
    let onpointerdown = {
        let (drag, root) = (drag.clone(), props.root.clone());
        Callback::from(move |event: PointerEvent| {
            let (Some(edge), Some(width)) = (dom::target(&event), width_of(&root, column)) else { return };
            if edge.set_pointer_capture(event.pointer_id()).is_ok() {
                *drag.borrow_mut() = Some(Drag { from: event.client_x(), width });
            }
        })
    };
    let at = move |drag: Drag, event: &PointerEvent| {
        let width = i32::from(drag.width) + toward * (event.client_x() - drag.from);
        width.clamp(Column::LEAST.into(), Column::MOST.into()) as u16
    };
    let onpointermove = {
        let (drag, root) = (drag.clone(), props.root.clone());
        Callback::from(move |event: PointerEvent| {
            // Drawn by the style sheet alone until the edge is let go.
            if let Some(drag) = *drag.borrow() {
                apply_width(root.cast().as_ref(), column, Some(at(drag, &event)));
            }
        })
    };
    let onpointerup = {
        let (drag, set_width) = (drag.clone(), set_width.clone());
        Callback::from(move |event: PointerEvent| {
            let Some(drag) = drag.borrow_mut().take() else { return };
            if event.client_x() != drag.from {
                set_width(Some(at(drag, &event)));
            }
        })
    };
    let onpointercancel = {
        let root = props.root.clone();
        Callback::from(move |_: PointerEvent| {
            drag.borrow_mut().take();
            apply_width(root.cast().as_ref(), column, chosen);
        })
    };
    let ondblclick = {
        let set_width = set_width.clone();
        Callback::from(move |_: MouseEvent| set_width(None))
    };
    let fold = props.set.reform(move |()| settings.with_fold_changed(column));
    let onkeydown = {
        let (root, fold) = (props.root.clone(), fold.clone());
        Callback::from(move |event: KeyboardEvent| {
            let width = || i32::from(width_of(&root, column).unwrap_or(now));
            let next = match event.key().as_str() {
                "ArrowLeft" => width() - toward * STEP,
                "ArrowRight" => width() + toward * STEP,
                "Home" => Column::LEAST.into(),
                "End" => Column::MOST.into(),
                "Enter" => {
                    event.prevent_default();
                    return fold.emit(());
                }
                _ => return,
            };
            event.prevent_default();
            set_width(u16::try_from(next.max(0)).ok());
        })
    };
    let (face, said) = match folded {
        true => (w.frame.unfold, icons::chevron(toward > 0)),
        false => (w.frame.fold, icons::chevron(toward < 0)),
    };
    let label = format!("{face}: {name}");
    html! {
        <div class={classes!("edge", format!("edge-{}", column.code()))}>
            if !folded {
                <div
                    class="edge-line" role="separator" tabindex="0" aria-orientation="vertical"
                    aria-label={format!("{} {name}", w.frame.width_of)} aria-valuenow={now.to_string()}
                    aria-valuemin={Column::LEAST.to_string()} aria-valuemax={Column::MOST.to_string()}
                    {onpointerdown} {onpointermove} {onpointerup} {onpointercancel} {ondblclick} {onkeydown}
                ></div>
            }
            <button
                type="button" class="edge-fold" aria-expanded={(!folded).to_string()} title={label}
                onclick={fold.reform(|_: MouseEvent| ())}
            >{ said }</button>
        </div>
    }
}

/// How wide the column stands on the page, in pixels; `None` where it doesn't.
fn width_of(root: &NodeRef, column: Column) -> Option<u16> {
    let element = dom::find(root, &format!(".column.{}", column.code()))?;
    u16::try_from(element.offset_width()).ok().filter(|width| *width > 0)
}
