//! The publishers and languages to choose from.

use crate::facets::{Bar, count, room};
use crate::format::number;
use crate::messages::words;
use crate::state::Action;
use crate::ui::*;
use sorot_core::view::{Lang, ValueFacet, Values as ValuesPage};
use std::rc::Rc;

/// Publishers that are drawn at first, and more at a time.
const FIRST: usize = 12;
const MORE: usize = 100;

#[derive(PartialEq)]
pub struct ValuesProps {
    pub values: Rc<ValuesPage>,
    pub lang: Lang,
    pub act: Callback<Action>,
}

/// A group for each that has more than one value.
#[part]
pub fn Values(props: &ValuesProps) -> Html {
    let w = words(props.lang);
    let shown = use_state_eq(|| FIRST);
    let more = {
        let shown = shown.clone();
        Callback::from(move |_: MouseEvent| shown.set(*shown + MORE))
    };
    let ValuesPage { sources, langs } = &*props.values;
    let left = sources.len().saturating_sub(*shown);
    html! {
        <>
            if !sources.is_empty() {
                <section class="sources">
                    <h3 class="group">{ w.search.source }<small>{ number(sources.len() as u32, props.lang) }</small></h3>
                    <ul class="facets">{ for sources.iter().take(*shown).map(|facet| {
                        let name = facet.value.clone();
                        row(facet, &facet.value, props, move || Action::ToggleSource(name.clone()))
                    }) }</ul>
                    if left > 0 {
                        <button type="button" class="link" onclick={more}>
                            { w.show_more(left.min(MORE) as u32, sources.len() as u32, w.search.source) }
                        </button>
                    }
                </section>
            }
            if !langs.is_empty() {
                <section class="languages">
                    <h3 class="group">{ w.search.language }<small>{ number(langs.len() as u32, props.lang) }</small></h3>
                    <ul class="facets">{ for langs.iter().map(|facet| {
                        let lang = facet.value;
                        row(facet, w.search.languages[lang as usize], props, move || Action::ToggleLang(lang))
                    }) }</ul>
                </section>
            }
        </>
    }
}

fn row<T>(
    facet: &ValueFacet<T>,
    name: &str,
    props: &ValuesProps,
    action: impl Fn() -> Action + 'static,
) -> Html {
    let w = words(props.lang);
    let most = props.values.sources.iter().map(|f| f.total).chain(props.values.langs.iter().map(|f| f.total));
    let most = most.max().unwrap_or(1).max(1);
    html! {
        <li key={name.to_string()} class="one">
            <button
                type="button" onclick={props.act.reform(move |_: MouseEvent| action())} title={name.to_string()}
                aria-pressed={facet.on.to_string()}
                class={classes!("facet", "value", facet.on.then_some("on"), (facet.selected == 0).then_some("none"))}
                aria-label={format!("{name}, {}", w.selected_of(facet.selected, facet.total))} data-room={room(facet.total, props.lang)}
            >
                <bdi class="facet-name">{ name }</bdi>
                <Bar selected={facet.selected} total={facet.total} {most} />
            </button>
            { count(facet.selected, facet.total, props.lang) }
        </li>
    }
}
