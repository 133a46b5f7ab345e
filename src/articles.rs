//! The selected articles, and the filters that selected them.

use crate::facets::KIND_CLASSES;
use crate::format;
use crate::icons;
use crate::messages::{Words, axis_index, kind_index, words};
use crate::state::Action;
use sorot_core::view::{Axis, Card, Chip, Interval, Lang, PublishedSource, SummaryView};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ArticlesProps {
    pub cards: Rc<[Card]>,
    pub chips: Rc<[Chip]>,
    /// For the counts.
    pub summary: Rc<SummaryView>,
    pub lang: Lang,
    pub act: Callback<Action>,
}

/// The column of articles.
#[component]
pub fn Articles(props: &ArticlesProps) -> Html {
    let w = words(props.lang);
    let clear = props.act.reform(|_: MouseEvent| Action::Clear);
    html! {
        <>
            <h2 class="visually-hidden">{ w.articles }</h2>
            if !props.chips.is_empty() {
                <ul class="chips" aria-label={w.filters_on}>
                    { for props.chips.iter().map(|chip| html! {
                        <li key={chip_key(chip)}><ChipButton chip={chip.clone()} lang={props.lang} act={props.act.clone()} /></li>
                    }) }
                    <li key="clear"><button type="button" class="link" onclick={clear.clone()}>{ w.clear_all }</button></li>
                </ul>
            }
            <p class="count">
                <strong role="status">{ w.selected_of(props.summary.selected, props.summary.total) }</strong>
                <span>{ w.newest_first }</span>
            </p>
            if props.cards.is_empty() {
                <div class="empty">
                    <h3>{ w.nothing_found }</h3>
                    <p>{ w.nothing_found_help }</p>
                    <button type="button" class="btn primary" onclick={clear}>{ w.clear_all }</button>
                </div>
            } else {
                <ol class="cards">
                    { for props.cards.iter().map(|card| html! {
                        <li key={card.id.clone()}><CardView card={Rc::new(card.clone())} lang={props.lang} act={props.act.clone()} /></li>
                    }) }
                </ol>
            }
        </>
    }
}

fn chip_key(chip: &Chip) -> String {
    match chip {
        Chip::Actor { slug, excluded, .. } => format!("actor-{slug}-{excluded}"),
        Chip::Period { .. } | Chip::Undated(_) => "period".into(),
    }
}

#[derive(Properties, PartialEq)]
struct ChipProps {
    chip: Chip,
    lang: Lang,
    act: Callback<Action>,
}

#[component]
fn ChipButton(props: &ChipProps) -> Html {
    let w = words(props.lang);
    let (text, class, remove) = match &props.chip {
        Chip::Actor { slug, name, kind, excluded } => {
            let class = kind.map_or("unknown", |k| KIND_CLASSES[kind_index(k)]);
            let text = if kind.is_none() { format!("{name} ({})", w.unknown_actor) } else { name.clone() };
            match excluded {
                true => (w.without(&text), "negative", Action::ToggleExclusion(slug.clone())),
                false => (text, class, Action::ToggleActor(slug.clone())),
            }
        }
        Chip::Period { axis, from, to } => {
            let period = period(*from, *to, props.lang);
            let text = match axis {
                Axis::Published => period,
                Axis::Mentioned => format!("{} {period}", w.time.mentions),
            };
            (text, "dates", Action::Period(None, None))
        }
        Chip::Undated(axis) => (w.time.undated[axis_index(*axis)].into(), "dates", Action::Undated(false)),
    };
    let onclick = props.act.reform(move |_: MouseEvent| remove.clone());
    let label = w.remove(&text);
    html! {
        <button type="button" class={classes!("chip", class)} {onclick} aria-label={label.clone()} title={label}>
            <bdi>{ text }</bdi>{ icons::cross() }
        </button>
    }
}

fn period(from: Option<sorot_core::view::Day>, to: Option<sorot_core::view::Day>, lang: Lang) -> String {
    let interval = match (from, to) {
        (Some(a), Some(b)) => Interval::between(a, b),
        (Some(a), None) => Interval::since(a),
        (None, Some(b)) => Interval::until(b),
        (None, None) => return String::new(),
    };
    format::period(interval, lang)
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

#[derive(Properties, PartialEq)]
struct CardProps {
    card: Rc<Card>,
    lang: Lang,
    act: Callback<Action>,
}

#[component]
fn CardView(props: &CardProps) -> Html {
    let w = words(props.lang);
    let card = &props.card;
    let open = {
        let id = card.id.clone();
        props.act.reform(move |_: MouseEvent| Action::Open(id.clone()))
    };
    let inferred = card.when.source == PublishedSource::Inferred;
    let reasons = card.when.why.join("; ");
    html! {
        <article class={classes!("card", card.open.then_some("open"))}>
            <p class="meta">
                <span class={classes!(inferred.then_some("inferred"))} title={inferred.then(|| format!("{}: {reasons}", w.inferred))}>
                    { day_text(card.when.interval, card.when.source, w) }
                </span>
                if let Some(source) = &card.source { <bdi>{ source }</bdi> }
                <span>{ w.words_counted(card.words) }</span>
            </p>
            <h3 class="card-title" lang={card.lang.tag()}>
                // The button's face is the whole card (style.css).
                <button type="button" class="card-open" onclick={open} aria-current={card.open.then_some("true")}>
                    { &card.title.text }
                </button>
            </h3>
            if card.title.is_lead { <p class="note">{ w.no_headline }</p> }
            if !card.snippet.is_empty() { <p class="snippet" lang={card.lang.tag()}>{ &card.snippet }</p> }
            <ul class="tags">
                { for card.actors.iter().map(|actor| html! {
                    <li key={actor.slug.clone()} class={classes!("tag", KIND_CLASSES[kind_index(actor.kind)])}>
                        <bdi>{ &actor.name }</bdi>
                        if let Some(spelt) = &actor.spelt { <small>{ format!(" ({} {spelt})", w.spelt) }</small> }
                    </li>
                }) }
            </ul>
        </article>
    }
}
