//! Two selections side by side.

use super::foot::Desk;
use super::lines;
use super::told::chip;
use crate::state::Action;
use crate::ui::*;
use sorot_core::calendar::day_of;
use sorot_core::query::Query;
use sorot_core::view::panel::{CompareView, ComparedView};
use sorot_core::view::{Chip, Versus};
use web_sys::{HtmlInputElement, HtmlSelectElement};

/// Only left, only right, both: what is set against each other stands side by side where two columns have room.
const SIDES: [usize; 3] = [0, 2, 1];
/// Years before are somebody's typing.
const FIRST_YEAR: &str = "1900";

/// Draws the section; `chips` are the filters of the other side.
pub fn compare(desk: &Desk, view: &CompareView, query: &Query, chips: &[Chip]) -> Html {
    html! {
        <>
            { choice(desk, view, query) }
            if let Some(compared) = &view.compared { { found(desk, compared, query, chips) } }
        </>
    }
}

/// What to compare with.
fn choice(desk: &Desk, view: &CompareView, query: &Query) -> Html {
    let w = desk.words();
    let split = query.split_day();
    let current = match query.versus() {
        None => "",
        Some(Versus::Rest) => "rest",
        Some(Versus::Query(other)) => match (split, other.actors().next(), other.actors().nth(1)) {
            (None, Some(slug), None) => slug,
            _ => "other",
        },
    };
    let known = ["", "rest"].contains(&current) || view.actors.iter().any(|a| a.slug == current);
    let onchange = desk.act.reform(|event: Event| {
        let value = event.target_dyn_into::<HtmlSelectElement>().map(|s| s.value()).unwrap_or_default();
        Action::Compare(value)
    });
    let onday = {
        let act = desk.act.clone();
        Callback::from(move |event: Event| {
            let value = event.target_dyn_into::<HtmlInputElement>().map(|i| i.value()).unwrap_or_default();
            if let Some(day) = day_of(&value).filter(|_| value.as_str() >= FIRST_YEAR) {
                act.emit(Action::Split(day));
            }
        })
    };
    let day = split.or(view.middle).map(|day| day.to_string()).unwrap_or_default();
    let go = view
        .middle
        .filter(|_| split.is_none())
        .map(|day| desk.act.reform(move |_: MouseEvent| Action::Split(day)));
    html! {
        <div class="compare-with">
            <label class="field">
                <span>{ w.evidence.with }</span>
                <select {onchange}>
                    <option value="" selected={current.is_empty()}>{ w.evidence.choose }</option>
                    <option value="rest" selected={current == "rest"}>{ w.evidence.rest }</option>
                    if !known { <option value={current.to_string()} selected=true>{ w.evidence.other }</option> }
                    { for view.actors.iter().map(|actor| html! {
                        <option value={actor.slug.clone()} selected={actor.slug == current}>{ &actor.name }</option>
                    }) }
                </select>
            </label>
            <label class="field">
                <span>{ w.evidence.split }</span>
                <input type="date" value={day} onchange={onday} />
            </label>
            if let Some(go) = go { <button type="button" class="btn" onclick={go}>{ w.evidence.split_go }</button> }
        </div>
    }
}

fn found(desk: &Desk, compared: &ComparedView, query: &Query, chips: &[Chip]) -> Html {
    let w = desk.words();
    let other = match query.versus() {
        Some(Versus::Rest) => w.evidence.rest.to_string(),
        _ if chips.is_empty() => w.evidence.everything.to_string(),
        _ => chips.iter().map(|c| chip(c, desk.lang)).collect::<Vec<_>>().join(" · "),
    };
    let counts = |left: u32, right: u32| match (left, right) {
        (n, 0) | (0, n) => n.to_string(),
        (left, right) => format!("{left} : {right}"),
    };
    let side = |name: &'static str| html! { <h4>{ name }</h4> };
    let [only_left, _, only_right] = w.evidence.sides;
    let [left, right] = &compared.quotes;
    html! {
        <>
            <p class="lede">
                { w.evidence.left }{ ": " }{ w.so_many_articles(compared.left) }{ ". " }
                { w.evidence.right }{ ", " }<bdi>{ other }</bdi>{ ": " }{ w.so_many_articles(compared.right) }{ "." }
            </p>
            if compared.shared > 0 { <p class="quiet">{ w.in_both(compared.shared) }</p> }
            <h3>{ w.actors }</h3>
            <div class="three">
                { for SIDES.map(|at| (&compared.actors[at], w.evidence.sides[at])).map(|(list, name)| html! {
                    <div>
                        { side(name) }
                        if list.is_empty() { <p class="quiet">{ w.evidence.none }</p> }
                        <ul>
                            { for list.iter().map(|(actor, left, right)| html! {
                                <li>{ lines::actor(desk, actor) }<span class="quiet">{ counts(*left, *right) }</span></li>
                            }) }
                        </ul>
                    </div>
                }) }
            </div>
            <h3>{ w.evidence.words }</h3>
            <div class="three">
                { for SIDES.map(|at| (&compared.words[at], w.evidence.sides[at])).map(|(list, name)| html! {
                    <div>
                        { side(name) }
                        if list.is_empty() { <p class="quiet">{ w.evidence.none }</p> }
                        <ul>
                            { for list.iter().map(|(word, left, right)| html! {
                                <li><bdi>{ word }</bdi><span class="quiet">{ counts(*left, *right) }</span></li>
                            }) }
                        </ul>
                    </div>
                }) }
            </div>
            <h3>{ w.evidence.quotes }</h3>
            { for [(left, only_left), (right, only_right)].map(|(quotes, name)| html! {
                <>
                    { side(name) }
                    if quotes.is_empty() { <p class="quiet">{ w.evidence.none }</p> }
                    { lines::list(desk, quotes) }
                </>
            }) }
        </>
    }
}
