//! Saved views: whole questions under names, kept on the device for this bundle.

mod kept;

use crate::icons;
use crate::messages::words;
use crate::state::{Action, Asking};
use crate::ui::*;
use kept::{SavedView, Views};
use sorot_core::view::Lang;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, Node};

#[derive(PartialEq)]
pub struct SavedViewsProps {
    /// What tells the bundle from others.
    pub bundle: u64,
    pub lang: Lang,
}

/// The button that unfolds the saved views, and the panel.
#[part]
pub fn SavedViews(props: &SavedViewsProps) -> Html {
    let w = words(props.lang);
    let unfolded = use_state_eq(|| false);
    let place = use_node_ref();
    let toggle = {
        let unfolded = unfolded.clone();
        Callback::from(move |_: MouseEvent| unfolded.set(!*unfolded))
    };
    let fold = {
        let (unfolded, place) = (unfolded.setter(), place.clone());
        use_callback((), move |(), ()| {
            unfolded.set(false);
            focus(&place, ".views-button");
        })
    };
    let onkeydown = {
        let fold = fold.clone();
        let is_open = *unfolded;
        Callback::from(move |event: KeyboardEvent| {
            if is_open && event.key() == "Escape" {
                event.stop_propagation();
                fold.emit(());
            }
        })
    };
    let onfocusout = {
        let (unfolded, place) = (unfolded.setter(), place.clone());
        Callback::from(move |event: FocusEvent| {
            // To another element outside: a window that loses the focus folds nothing.
            let to = event.related_target().and_then(|t| t.dyn_into::<Node>().ok());
            let inside = |to: &Node| place.cast::<Node>().is_some_and(|own| own.contains(Some(to)));
            if to.is_some_and(|to| !inside(&to)) {
                unfolded.set(false);
            }
        })
    };
    html! {
        <div class="views" ref={place} {onkeydown} {onfocusout}>
            <button
                type="button" class="btn views-button" onclick={toggle} aria-expanded={unfolded.to_string()}
                title={w.search.views}
            >{ icons::bookmark() }</button>
            if *unfolded { <Panel bundle={props.bundle} lang={props.lang} {fold} /> }
        </div>
    }
}

fn focus(place: &NodeRef, css: &str) {
    let found = place.cast::<Element>().and_then(|e| e.query_selector(css).ok().flatten());
    if let Some(found) = found.and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        let _ = found.focus();
    }
}

#[derive(PartialEq)]
struct PanelProps {
    bundle: u64,
    lang: Lang,
    fold: Callback<()>,
}

#[part]
fn Panel(props: &PanelProps) -> Html {
    let w = words(props.lang);
    let views = use_state_eq(|| Views::load(props.bundle));
    // The view whose name is being written anew.
    let renaming = use_state_eq(|| None::<String>);
    let place = use_node_ref();
    let asking = use_context::<Asking>();
    {
        let place = place.clone();
        use_effect_with(renaming.is_some(), move |renames| {
            focus(&place, if *renames { ".rename input" } else { ".name" });
        });
    }
    let save = {
        let (views, asking, place) = (views.clone(), asking.clone(), place.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let field = field(&place, ".name");
            if let (Some(field), Some(asking)) = (field, &asking) {
                views.set(views.with(&field.value(), &asking.query));
                field.set_value("");
            }
        })
    };
    let go = {
        let (fold, asking) = (props.fold.clone(), asking);
        Callback::from(move |view: SavedView| {
            if let Some(asking) = &asking {
                asking.act.emit(Action::Go(Box::new(view.query())));
            }
            fold.emit(());
        })
    };
    let row = |view: &SavedView| {
        let name = view.name().to_string();
        let open = {
            let view = view.clone();
            go.reform(move |_: MouseEvent| view.clone())
        };
        let rename = {
            let (renaming, name) = (renaming.clone(), name.clone());
            Callback::from(move |_: MouseEvent| renaming.set(Some(name.clone())))
        };
        let delete = {
            let (views, name, place) = (views.clone(), name.clone(), place.clone());
            Callback::from(move |_: MouseEvent| {
                views.set(views.without(&name));
                focus(&place, ".name");
            })
        };
        let renamed = {
            let (views, renaming, place, name) =
                (views.clone(), renaming.clone(), place.clone(), name.clone());
            Callback::from(move |event: SubmitEvent| {
                event.prevent_default();
                if let Some(field) = field(&place, ".rename input") {
                    views.set(views.renamed(&name, &field.value()));
                }
                renaming.set(None);
            })
        };
        if *renaming == Some(name.clone()) {
            return html! {
                <li key={name.clone()}>
                    <form class="rename" onsubmit={renamed}>
                        <input type="text" value={name.clone()} maxlength="60" aria-label={w.rename_view(&name)} />
                        <button type="submit" class="btn">{ w.search.save }</button>
                    </form>
                </li>
            };
        }
        html! {
            <li key={name.clone()}>
                <button type="button" class="view" onclick={open}><bdi>{ &name }</bdi></button>
                <button type="button" class="view-tool" onclick={rename} title={w.rename_view(&name)}>{ icons::pencil() }</button>
                <button type="button" class="view-tool" onclick={delete} title={w.delete_view(&name)}>{ icons::cross() }</button>
            </li>
        }
    };
    html! {
        <div class="views-panel" ref={place.clone()} role="group" aria-label={w.search.views}>
            <h2>{ w.search.views }</h2>
            if views.is_empty() { <p class="quiet">{ w.search.no_views }</p> }
            <ul>{ for views.iter().map(row) }</ul>
            <form onsubmit={save}>
                <input type="text" class="name" maxlength="60" required=true aria-label={w.search.view_name} placeholder={w.search.view_name} />
                <button type="submit" class="btn primary">{ w.search.save }</button>
            </form>
            if !views.is_kept() { <p class="quiet">{ w.search.views_not_kept }</p> }
        </div>
    }
}

fn field(place: &NodeRef, css: &str) -> Option<HtmlInputElement> {
    place.cast::<Element>()?.query_selector(css).ok().flatten()?.dyn_into().ok()
}
