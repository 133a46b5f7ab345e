//! The actors to choose from, by kind.

use crate::format::number;
use crate::icons;
use crate::messages::{kind_index, words};
use crate::state::Action;
use sorot_core::view::{Facet, FacetGroup, Lang, Mode};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct FacetsProps {
    pub groups: Rc<[FacetGroup]>,
    pub mode: Mode,
    pub lang: Lang,
    pub act: Callback<Action>,
}

/// The column of actors, with a field that finds one among them.
#[component]
pub fn Facets(props: &FacetsProps) -> Html {
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
    let needle = sought.trim().to_lowercase();
    let fits = |facet: &&Facet| {
        std::iter::once(&facet.name).chain(&facet.aliases).any(|name| name.to_lowercase().contains(&needle))
    };
    let most = props.groups.iter().flat_map(|g| &g.facets).map(|f| f.total).max().unwrap_or(1).max(1);
    let groups: Vec<(&FacetGroup, Vec<&Facet>)> =
        props.groups.iter().map(|g| (g, g.facets.iter().filter(fits).collect())).collect();
    let none = groups.iter().all(|(_, facets)| facets.is_empty());
    html! {
        <>
            <h2>{ w.actors }</h2>
            <input
                type="search" class="find" placeholder={w.find_actor} aria-label={w.find_actor}
                value={(*sought).clone()} {oninput}
            />
            <div class="match" role="group" aria-label={w.match_label}>
                { for [(Mode::All, w.match_all), (Mode::Any, w.match_any)].into_iter().zip(w.match_hint).map(|((mode, name), hint)| html! {
                    <button
                        key={name} type="button" title={hint} aria-pressed={(props.mode == mode).to_string()}
                        onclick={props.act.reform(move |_: MouseEvent| Action::Match(mode))}
                    >{ name }</button>
                }) }
            </div>
            if none { <p class="quiet">{ w.no_such_actor }</p> }
            { for groups.into_iter().filter(|(_, facets)| !facets.is_empty()).map(|(group, facets)| {
                let kind = kind_index(group.kind);
                html! {
                    <section key={kind} class={KIND_CLASSES[kind]}>
                        <h3 class="group">{ w.kinds[kind] }<small>{ number(facets.len() as u32, props.lang) }</small></h3>
                        <ul class="facets">
                            { for facets.into_iter().map(|facet| html! {
                                <li key={facet.slug.clone()}>
                                    <FacetRow facet={Rc::new(facet.clone())} {most} lang={props.lang} act={props.act.clone()} />
                                </li>
                            }) }
                        </ul>
                    </section>
                }
            }) }
        </>
    }
}

/// The class of each kind, in the order of the message table.
pub const KIND_CLASSES: [&str; 3] = ["person", "organisation", "place"];

#[derive(Properties, PartialEq)]
struct FacetRowProps {
    facet: Rc<Facet>,
    /// Articles of the most named actor: the longest bar.
    most: u32,
    lang: Lang,
    act: Callback<Action>,
}

#[component]
fn FacetRow(props: &FacetRowProps) -> Html {
    let w = words(props.lang);
    let facet = &props.facet;
    let toggle = {
        let slug = facet.slug.clone();
        props.act.reform(move |_: MouseEvent| Action::ToggleActor(slug.clone()))
    };
    let title = match facet.aliases.as_slice() {
        [] => facet.name.clone(),
        aliases => format!("{} — {}: {}", facet.name, w.also_written, aliases.join(", ")),
    };
    let wide = |n: u32| (100 * n / props.most).to_string();
    let exclude = {
        let slug = facet.slug.clone();
        props.act.reform(move |_: MouseEvent| Action::ToggleExclusion(slug.clone()))
    };
    html! {
        <>
        <button
            type="button" onclick={toggle} {title} aria-pressed={facet.on.to_string()}
            class={classes!("facet", facet.on.then_some("on"), facet.excluded.then_some("excluded"), (facet.selected == 0).then_some("none"))}
        >
            <span class="box" aria-hidden="true"></span>
            <bdi class="facet-name">{ &facet.name }</bdi>
            <span class="visually-hidden">{ ", " }{ w.selected_of(facet.selected, facet.total) }</span>
            <span class="facet-count" aria-hidden="true">{ number(facet.selected, props.lang) }{ "/" }{ number(facet.total, props.lang) }</span>
            <svg class="facet-bar" viewBox="0 0 100 2" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                <rect class="bar-all" width={wide(facet.total)} height="2" />
                <rect class="bar-selected" width={wide(facet.selected)} height="2" />
            </svg>
        </button>
        <button
            type="button" class="exclude" onclick={exclude} aria-pressed={facet.excluded.to_string()}
            title={w.exclude(&facet.name)}
        >
            { icons::minus() }<span class="visually-hidden">{ w.exclude(&facet.name) }</span>
        </button>
        </>
    }
}
