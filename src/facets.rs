//! The actors to choose from, by kind.

use crate::cards::{Opening, Subject};
use crate::dom;
use crate::format::{compact, number};
use crate::messages::{kind_index, words};
use crate::painted::use_painted;
use crate::signs::shown;
use crate::state::Action;
use crate::ui::*;
use crate::values::Values;
use sorot_core::sort;
use sorot_core::view::{Facet, FacetGroup, Lang, Mode, Values as ValuesPage, signs};
use std::cmp::Reverse;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};

#[derive(PartialEq)]
pub struct FacetsProps {
    pub groups: Rc<[FacetGroup]>,
    pub values: Rc<ValuesPage>,
    pub mode: Mode,
    pub lang: Lang,
    pub act: Callback<Action>,
    /// Opens an actor's card.
    pub open: Callback<Opening>,
}

/// So many actors of a kind are drawn at once; of more the first ones, and more at a time: each is written at every key.
const WHOLE: usize = 40;
const FIRST: usize = 20;
const MORE: usize = 100;
/// More actors than these, over all kinds, are below what is in sight of the first picture.
const IN_SIGHT: usize = 14;

/// In which order the actors of a kind stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Order {
    Total,
    Selected,
    Name,
}

const ORDERS: [(Order, &str); 3] =
    [(Order::Total, "total"), (Order::Selected, "selected"), (Order::Name, "name")];

/// The column of actors, with a field that finds one among them, and of what else there is to choose.
#[part]
pub fn Facets(props: &FacetsProps) -> Html {
    let w = words(props.lang);
    let sought = use_state_eq(String::new);
    let order = use_state_eq(|| Order::Total);
    let oninput = {
        let sought = sought.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                sought.set(field.value());
            }
        })
    };
    let onchange = {
        let order = order.clone();
        Callback::from(move |event: Event| {
            let chosen = event.target_dyn_into::<HtmlSelectElement>().map(|s| s.value()).unwrap_or_default();
            order.set(ORDERS.into_iter().find(|(_, code)| *code == chosen).map_or(Order::Total, |(o, _)| o));
        })
    };
    let needle = sought.trim().to_lowercase();
    let most = props.groups.iter().flat_map(|g| &g.facets).map(|f| f.actor.total).max().unwrap_or(1).max(1);
    let groups: Vec<(usize, Vec<&Facet>)> = props
        .groups
        .iter()
        .map(|group| (kind_index(group.kind), in_order(group, &needle, *order)))
        .filter(|(_, facets)| !facets.is_empty())
        .collect();
    let mut room = if use_painted() { usize::MAX } else { IN_SIGHT };
    html! {
        <>
            <h2>{ w.actors }</h2>
            <input
                type="search" class="find" placeholder={w.find_actor} aria-label={w.find_actor}
                value={(*sought).clone()} {oninput}
            />
            <div class="facet-tools">
                <div class="match" role="group" aria-label={w.match_label}>
                    { for [(Mode::All, w.match_all), (Mode::Any, w.match_any)].into_iter().zip(w.match_hint).map(|((mode, name), hint)| html! {
                        <button
                            key={name} type="button" title={hint} aria-pressed={(props.mode == mode).to_string()}
                            onclick={props.act.reform(move |_: MouseEvent| Action::Match(mode))}
                        >{ name }</button>
                    }) }
                </div>
                <select class="order" aria-label={w.search.facet_order} title={w.search.facet_order} {onchange}>
                    { for ORDERS.into_iter().zip(w.search.facet_orders).map(|((o, code), name)| html! {
                        <option key={code} value={code} selected={o == *order}>{ name }</option>
                    }) }
                </select>
            </div>
            if groups.is_empty() { <p class="quiet">{ w.no_such_actor }</p> }
            // In a place of their own: fewer groups would move the field, and the focus would leave it.
            <div>{ for groups.into_iter().map(|(kind, facets)| {
                let facets: Rc<[Facet]> = facets.into_iter().cloned().collect();
                let most_rows = room;
                room = room.saturating_sub(facets.len());
                html! {
                    <Group
                        key={kind} {kind} {facets} {most} {most_rows}
                        lang={props.lang} act={props.act.clone()} open={props.open.clone()}
                    />
                }
            }) }</div>
            <Values values={props.values.clone()} lang={props.lang} act={props.act.clone()} />
        </>
    }
}

/// The actors of a group whose names hold `needle` (in lower case), in order.
fn in_order<'a>(group: &'a FacetGroup, needle: &str, order: Order) -> Vec<&'a Facet> {
    let holds = |name: &String| name.to_lowercase().contains(needle);
    let fits = |facet: &&Facet| {
        needle.is_empty() || std::iter::once(&facet.actor.name).chain(&facet.actor.aliases).any(holds)
    };
    let mut facets: Vec<&Facet> = group.facets.iter().filter(fits).collect();
    match order {
        // They come so.
        Order::Total => {}
        Order::Selected => sort::by_key(&mut facets, |f| Reverse(f.selected)),
        Order::Name => sort::by_cached_key(&mut facets, |f| f.actor.name.to_lowercase()),
    }
    facets
}

#[derive(PartialEq)]
struct GroupProps {
    /// The place of the kind in the message table.
    kind: usize,
    facets: Rc<[Facet]>,
    /// Articles of the most named actor: the longest bar.
    most: u32,
    /// More rows aren't drawn yet.
    most_rows: usize,
    lang: Lang,
    act: Callback<Action>,
    open: Callback<Opening>,
}

#[part]
fn Group(props: &GroupProps) -> Html {
    let w = words(props.lang);
    let unfolded = use_state_eq(|| 0);
    let all = props.facets.len();
    let shown = *unfolded + if all <= WHOLE { all } else { FIRST };
    let left = all.saturating_sub(shown);
    let name = w.kinds[props.kind];
    let list = use_node_ref();
    let onkeydown = {
        let list = list.clone();
        Callback::from(move |event: KeyboardEvent| {
            let Some((row, button)) = arrow(&event.key()) else { return };
            let all = dom::all(&list, "button");
            let focus = dom::active(&list);
            let here = all.iter().position(|b| focus.as_deref() == Some(b.unchecked_ref()));
            let to = here.and_then(|here| here.checked_add_signed(row * BUTTONS + button));
            if let Some(to) = to.and_then(|to| all.get(to)) {
                event.prevent_default();
                let _ = to.focus();
            }
        })
    };
    let more = {
        let unfolded = unfolded.clone();
        Callback::from(move |_: MouseEvent| unfolded.set(*unfolded + MORE))
    };
    html! {
        <section class={KIND_CLASSES[props.kind]}>
            <h3 class="group">{ name }<small>{ number(all as u32, props.lang) }</small></h3>
            // One stop for Tab; arrows walk on from there.
            <ul class="facets" ref={list} {onkeydown}>
                { for props.facets.iter().take(shown.min(props.most_rows)).enumerate().map(|(n, facet)| html! {
                    <li key={facet.actor.slug.clone()}>
                        <FacetRow first={n == 0} facet={facet.clone()} most={props.most} lang={props.lang} act={props.act.clone()} open={props.open.clone()} />
                    </li>
                }) }
            </ul>
            if left > 0 {
                <button type="button" class="link" onclick={more}>{ w.show_more(left.min(MORE) as u32, all as u32, name) }</button>
            }
        </section>
    }
}

/// Buttons of an actor's row.
const BUTTONS: isize = 3;

/// How many rows and buttons an arrow key leads on.
fn arrow(key: &str) -> Option<(isize, isize)> {
    match key {
        "ArrowDown" => Some((1, 0)),
        "ArrowUp" => Some((-1, 0)),
        "ArrowRight" => Some((0, 1)),
        "ArrowLeft" => Some((0, -1)),
        _ => None,
    }
}

/// The class of each kind, in the order of the message table.
pub const KIND_CLASSES: [&str; 3] = ["person", "organisation", "place"];

#[derive(PartialEq)]
struct FacetRowProps {
    /// Whether Tab stops at it: at the first of its group.
    first: bool,
    facet: Facet,
    /// Articles of the most named actor: the longest bar.
    most: u32,
    lang: Lang,
    act: Callback<Action>,
    open: Callback<Opening>,
}

#[part]
fn FacetRow(props: &FacetRowProps) -> Html {
    let w = words(props.lang);
    let facet = &props.facet;
    let toggle = {
        let slug = facet.actor.slug.clone();
        props.act.reform(move |_: MouseEvent| Action::ToggleActor(slug.clone()))
    };
    let actor = &facet.actor;
    let title = match actor.aliases.as_slice() {
        [] => actor.name.clone(),
        aliases => format!("{} — {}: {}", actor.name, w.also_written, aliases.join(", ")),
    };
    let deceives = actor.aliases.iter().chain([&actor.name]).any(|name| signs::deceives(name));
    let exclude = {
        let slug = facet.actor.slug.clone();
        props.act.reform(move |_: MouseEvent| Action::ToggleExclusion(slug.clone()))
    };
    let card = {
        let subject = Subject::Actor(actor.slug.clone());
        props.open.reform(move |event: MouseEvent| Opening::at(subject.clone(), &event))
    };
    let card_of = format!("{}: {}", w.fix.card, actor.name);
    // Not as hidden text: that would be laid out at every key. The box and the two small signs are the style's, in as few
    // elements as there can be.
    let mut told = format!("{}, {}", actor.name, w.selected_of(facet.selected, actor.total));
    if deceives {
        told.push_str(", ");
        told.push_str(w.reading.deceives);
    }
    html! {
        <>
        <button
            type="button" onclick={toggle} {title} aria-label={told} aria-pressed={facet.on.to_string()} tabindex={(!props.first).then_some("-1")}
            class={classes!("facet", facet.on.then_some("on"), facet.excluded.then_some("excluded"), (facet.selected == 0).then_some("none"))}
            data-room={room(actor.total, props.lang)}
        >
            <bdi class="facet-name">
                if deceives { <span class="deceives" title={w.reading.deceives}>{ "⚠ " }</span> }
                { shown(&actor.name, props.lang) }
            </bdi>
            <Bar selected={facet.selected} total={actor.total} most={props.most} />
        </button>
        { count(facet.selected, actor.total, props.lang) }
        <button
            type="button" class="exclude" tabindex="-1" onclick={exclude} aria-pressed={facet.excluded.to_string()}
            title={w.exclude(&actor.name)}
        ></button>
        <button type="button" class="exclude facet-card" tabindex="-1" onclick={card} title={card_of} aria-haspopup="dialog"></button>
        </>
    }
}

/// Selected articles of all, drawn over the end of the row's button; its label says the whole numbers. Not in the button,
/// whose name has to begin with all that is written there (WCAG 2.5.3), and in a box that never changes its size: the
/// browser lays out this text alone at a key.
pub fn count(selected: u32, all: u32, lang: Lang) -> Html {
    html! { <span class="facet-count" aria-hidden="true">{ short(selected, all, lang) }</span> }
}

/// The widest that the count gets, for which the style keeps room beside the name.
pub fn room(all: u32, lang: Lang) -> String {
    short(all.min(9_999), all, lang)
}

fn short(selected: u32, all: u32, lang: Lang) -> String {
    format!("{}/{}", compact(selected, lang), compact(all, lang))
}

#[derive(PartialEq)]
pub struct BarProps {
    pub selected: u32,
    pub total: u32,
    /// Articles of the longest bar, at least 1.
    pub most: u32,
}

/// The counts as a bar under the name: a dash as long as the count, because another dash is painted without a layout, another
/// width isn't.
#[part]
pub fn Bar(props: &BarProps) -> Html {
    let dash = |n: u32| format!("{} 100", 100 * n / props.most);
    html! {
        <svg class="facet-bar" viewBox="0 0 100 2" preserveAspectRatio="none" aria-hidden="true">
            if props.selected < props.total { <path d="M0 1H100" stroke-dasharray={dash(props.total)} /> }
            <path class="bar-selected" d="M0 1H100" stroke-dasharray={dash(props.selected)} />
        </svg>
    }
}
