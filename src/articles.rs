//! The column of selected articles: the filters that selected them, their number, their order.

use crate::chips::Chips;
use crate::export;
use crate::format;
use crate::list::Cards;
use crate::messages::{Words, words};
use crate::notes::Jotter;
use crate::state::{Action, Opened};
use crate::ui::*;
use sorot_core::view::{Chip, Interval, Lang, List, PublishedSource, Sort};
use std::rc::Rc;
use web_sys::HtmlSelectElement;

#[derive(PartialEq)]
pub struct ArticlesProps {
    pub opened: Opened,
    pub list: Rc<List>,
    /// The open article's id.
    pub open: Option<AttrValue>,
    pub chips: Rc<[Chip]>,
    /// Articles selected, in all, and those of which nobody knows until their texts are here.
    pub counts: [u32; 3],
    pub lang: Lang,
    pub act: Callback<Action>,
    pub jotter: Jotter,
}

/// The column of articles.
#[part]
pub fn Articles(props: &ArticlesProps) -> Html {
    let w = words(props.lang);
    let [selected, all, unchecked] = props.counts;
    let clear = props.act.reform(|_: MouseEvent| Action::Clear);
    html! {
        <>
            <h2 class="visually-hidden">{ w.articles }</h2>
            <Chips chips={props.chips.clone()} lang={props.lang} act={props.act.clone()} />
            <div class="count">
                <strong role="status">{ w.selected_of(selected, all) }</strong>
                <Order sort={props.list.sort()} ranked={props.list.is_ranked()} lang={props.lang} act={props.act.clone()} />
                if !props.list.is_empty() { { export::menu(&props.opened, &props.chips, props.jotter.book.notes(), props.lang) } }
            </div>
            if unchecked > 0 { <p class="unchecked quiet" role="status">{ w.unchecked(unchecked) }</p> }
            if props.list.is_empty() && unchecked == 0 {
                <div class="empty">
                    <h3>{ w.nothing_found }</h3>
                    <p>{ w.nothing_found_help }</p>
                    <button type="button" class="btn primary" onclick={clear}>{ w.clear_all }</button>
                </div>
            } else {
                <Cards
                    opened={props.opened.clone()} list={props.list.clone()} open={props.open.clone()} lang={props.lang}
                    act={props.act.clone()} jotter={props.jotter.clone()}
                />
            }
        </>
    }
}

#[derive(PartialEq)]
struct OrderProps {
    sort: Sort,
    /// Whether articles differ in how well they fit.
    ranked: bool,
    lang: Lang,
    act: Callback<Action>,
}

const ORDERS: [(Sort, &str); 3] =
    [(Sort::Newest, "newest"), (Sort::Oldest, "oldest"), (Sort::Relevance, "relevance")];

#[part]
fn Order(props: &OrderProps) -> Html {
    let w = words(props.lang);
    let onchange = props.act.reform(|event: Event| {
        let chosen = event.target_dyn_into::<HtmlSelectElement>().map(|s| s.value()).unwrap_or_default();
        let order = ORDERS.into_iter().find(|(_, code)| *code == chosen);
        Action::SortBy(order.map_or(Sort::Newest, |(sort, _)| sort))
    });
    let orders = ORDERS.into_iter().zip(w.search.orders);
    let offered = orders.filter(|((sort, _), _)| props.ranked || *sort != Sort::Relevance);
    html! {
        <select class="order" aria-label={w.search.order} {onchange}>
            { for offered.map(|((sort, code), name)| html! {
                <option key={code} value={code} selected={sort == props.sort}>{ name }</option>
            }) }
        </select>
    }
}

/// An article's day as the list and the reader show it; ≈ marks an inferred one.
pub fn day_text(interval: Option<Interval>, source: PublishedSource, w: &Words) -> String {
    match interval {
        Some(interval) if source == PublishedSource::Inferred => {
            format!("≈ {}", format::period(interval, w.lang))
        }
        Some(interval) => format::period(interval, w.lang),
        None => w.undated.into(),
    }
}
