//! The list of articles, of which only the cards in sight are drawn.
//!
//! The list is as high as all its cards: room is kept above and below the drawn ones (`rows`). Arrow keys, Home, End
//! and the page keys walk through all of it. What is in sight is measured when something scrolls or changes its size,
//! never while the reader types: asking the browser then would make it lay out the page at every key.

use crate::articles::day_text;
use crate::facets::KIND_CLASSES;
use crate::format::px;
use crate::icons;
use crate::messages::{Words, kind_index, words};
use crate::notes::{Jot, Jotter};
use crate::probe;
use crate::rows::Rows;
use crate::signs::shown;
use crate::state::{Action, Opened};
use crate::ui::*;
use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use sorot_core::view::{Card, Lang, List, Piece, PublishedSource, TextState, WHOLE};
use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlElement, ResizeObserver};

/// Longer lists have lower cards: browsers can't scroll beyond some 17 million px.
const DENSE: usize = 20_000;
/// How long a list stands before the cards beyond sight are drawn, in ms, unless it is scrolled: who types on would throw
/// them away at the next key.
const RESTS: u32 = 250;
/// Of what is in sight before the first look, in px.
const SIGHT: f64 = 700.0;

#[derive(PartialEq)]
pub struct CardsProps {
    pub opened: Opened,
    pub list: Rc<List>,
    /// The open article's id.
    pub open: Option<AttrValue>,
    pub lang: Lang,
    pub act: Callback<Action>,
    pub jotter: Jotter,
}

/// What the list remembers between two looks.
struct Memory {
    list: Rc<List>,
    /// The height of a row of a long list and of a dense one, in px, once it was measured.
    heights: [Option<f64>; 2],
    drawn: Range<usize>,
    /// How much of the list was in sight, in px.
    sight: f64,
    /// Whether the column stood elsewhere than at its top when it was last looked at.
    scrolled: bool,
    /// The card that takes the focus as soon as it is drawn.
    wanted: Option<usize>,
    /// Another list than the last came: it begins at its top. Kept here, as of two renders in a row only the
    /// last one's effect runs.
    fresh: bool,
    /// Draws what is beyond sight.
    beyond: Option<Timeout>,
}

impl Memory {
    fn dense(&self) -> bool {
        self.list.len() > DENSE
    }

    fn rows(&self) -> Rows {
        let rows = Rows::new(self.list.len());
        self.heights[usize::from(self.dense())].map_or(rows, |height| rows.measured(height))
    }
}

/// The list of cards.
#[part]
pub fn Cards(props: &CardsProps) -> Html {
    let list = &props.list;
    let place = use_node_ref();
    let range = use_state_eq(|| 0..0);
    let current = use_state_eq(|| {
        let place = |open: &AttrValue| props.opened.pages().place(list, open);
        props.open.as_ref().and_then(place).unwrap_or(0)
    });
    let memory = use_mut_ref(|| Memory {
        list: list.clone(),
        heights: [None; 2],
        drawn: 0..0,
        sight: SIGHT,
        scrolled: false,
        wanted: None,
        fresh: true,
        beyond: None,
    });
    let drawn = {
        let mut memory = memory.borrow_mut();
        memory.fresh |= !Rc::ptr_eq(&memory.list, list) && !memory.list.is_same_order(list);
        memory.list = list.clone();
        memory.drawn = match memory.fresh {
            true => memory.rows().first(memory.sight),
            false => range.start.min(list.len())..range.end.min(list.len()),
        };
        memory.drawn.clone()
    };
    let look = {
        let (place, memory, range) = (place.clone(), memory.clone(), range.setter());
        use_callback((), move |(), ()| range.set(look(&place, &memory)))
    };
    {
        let look = look.clone();
        let place = place.clone();
        use_effect_with((), move |()| watch(&place, look));
    }
    {
        let (place, memory, current) = (place.clone(), memory.clone(), current.setter());
        let range = range.setter();
        use_effect(move || {
            let is_fresh = std::mem::take(&mut memory.borrow_mut().fresh);
            if is_fresh {
                if std::mem::take(&mut memory.borrow_mut().scrolled) {
                    to_top(&place);
                }
                current.set(0);
                range.set(memory.borrow().drawn.clone());
                let look = look.clone();
                memory.borrow_mut().beyond = Some(Timeout::new(RESTS, move || look.emit(())));
            }
            if let Some(card) = settle(&place, &memory) {
                let _ = card.focus();
            }
            let is_known = {
                let memory = memory.borrow();
                memory.list.len() <= WHOLE || memory.heights[usize::from(memory.dense())].is_some()
            };
            if !is_known {
                look.emit(());
            }
        });
    }
    let onkeydown = {
        let (place, memory, current) = (place.clone(), memory.clone(), current.clone());
        Callback::from(move |event: KeyboardEvent| {
            let step = step(&event, *current, &memory.borrow());
            if let Some(row) = step {
                event.prevent_default();
                current.set(row);
                go_to(&place, &memory, row);
            }
        })
    };
    let onfocusin = {
        let (place, memory, current) = (place.clone(), memory.clone(), current.setter());
        Callback::from(move |event: FocusEvent| {
            let target = event.target_dyn_into::<Element>();
            let row = target.and_then(|t| t.closest("li[aria-posinset]").ok().flatten());
            let at = row.and_then(|row| rows(&place).iter().position(|r| r.is_same_node(Some(&row))));
            if let Some(at) = at {
                current.set(memory.borrow().drawn.start + at);
            }
        })
    };
    let cards = use_memo(
        (props.opened.clone(), list.clone(), drawn.clone(), props.lang),
        |(opened, list, drawn, lang)| {
            opened.cards(list, drawn.clone(), *lang).into_iter().map(Rc::new).collect::<Vec<_>>()
        },
    );
    // One stop of the tabulator: the card where the reader was, or the nearest one that is drawn.
    let stop = (*current).clamp(drawn.start, drawn.end.saturating_sub(1).max(drawn.start));
    let size = list.len().to_string();
    let look = match list.len() {
        0..=WHOLE => None,
        n if n <= DENSE => Some("even"),
        _ => Some("even dense"),
    };
    html! {
        <ol class={classes!("cards", look)} ref={place} tabindex="-1" {onkeydown} {onfocusin}>
            // By their place: another list is written into the elements of the one before.
            { for drawn.zip(cards.iter()).map(|(row, card)| html! {
                <li key={row} aria-setsize={size.clone()} aria-posinset={(row + 1).to_string()}>
                    <CardView
                        card={card.clone()} is_open={props.open.as_deref() == Some(&*card.id)} stop={row == stop} lang={props.lang} act={props.act.clone()}
                        marks={props.jotter.book.marks(&card.id)} jot={props.jotter.jot.clone()}
                    />
                </li>
            }) }
        </ol>
    }
}

fn rows(place: &NodeRef) -> Vec<HtmlElement> {
    let Some(children) = place.cast::<Element>().map(|list| list.children()) else { return Vec::new() };
    (0..children.length()).filter_map(|n| children.item(n)?.dyn_into().ok()).collect()
}

fn scroller(place: &NodeRef) -> Option<Element> {
    place.cast::<Element>()?.closest(".column").ok().flatten()
}

/// The stretch of the list that is in sight, in px from its start; none where it isn't drawn.
fn sight(place: &NodeRef, column: &Element) -> Option<(f64, f64)> {
    let list = place.cast::<Element>()?.get_bounding_client_rect();
    let column = column.get_bounding_client_rect();
    let page = window().inner_height().ok()?.as_f64()?;
    let (top, bottom) = (column.top().max(0.0), column.bottom().min(page));
    (bottom > top).then(|| (top - list.top(), bottom - list.top()))
}

/// Measures what is in sight and a row of it; gives back the rows to draw now.
fn look(place: &NodeRef, memory: &RefCell<Memory>) -> Range<usize> {
    let mut memory = memory.borrow_mut();
    // A short list is drawn whole, seen or not.
    let unseen = if memory.list.len() <= WHOLE { 0..memory.list.len() } else { memory.drawn.clone() };
    let Some(column) = scroller(place) else { return unseen };
    let Some((top, bottom)) = sight(place, &column) else { return unseen };
    memory.sight = bottom - top.max(0.0);
    memory.scrolled = column.scroll_top() > 0;
    if memory.list.len() > WHOLE
        && let Some(row) = rows(place).first()
    {
        let height = row.get_bounding_client_rect().height();
        let at = usize::from(memory.dense());
        if height > 0.0 && memory.heights[at] != Some(height) {
            memory.heights[at] = Some(height);
            pad(place, &memory);
        }
    }
    memory.rows().window(top, bottom)
}

/// Keeps room for what isn't drawn.
fn pad(place: &NodeRef, memory: &Memory) {
    let Some(list) = place.cast::<HtmlElement>() else { return };
    let (rows, drawn, style) = (memory.rows(), &memory.drawn, list.style());
    for (side, room) in
        [("padding-top", rows.offset(drawn.start)), ("padding-bottom", rows.behind(drawn.end))]
    {
        // Of a short list nothing is left out, and no style is left behind.
        let _ = match memory.list.len() > WHOLE {
            true => style.set_property(side, &format!("{}px", px(room))),
            false => style.remove_property(side).map(drop),
        };
    }
}

/// Keeps room for what isn't drawn. Gives back the card that waited for the focus; the caller moves it, as the list's
/// own handler then looks into the memory.
fn settle(place: &NodeRef, memory: &RefCell<Memory>) -> Option<HtmlElement> {
    let mut memory = memory.borrow_mut();
    pad(place, &memory);
    let row = memory.wanted?;
    let card = rows(place).get(row.wrapping_sub(memory.drawn.start)).and_then(card_button);
    if card.is_some() {
        memory.wanted = None;
    }
    card
}

fn card_button(row: &HtmlElement) -> Option<HtmlElement> {
    row.query_selector(".card-open").ok().flatten()?.dyn_into().ok()
}

/// The row that a key leads to.
fn step(event: &KeyboardEvent, current: usize, memory: &Memory) -> Option<usize> {
    if event.ctrl_key() || event.alt_key() || event.meta_key() {
        return None;
    }
    let last = memory.list.len().saturating_sub(1);
    // About what a column shows.
    const PAGE: usize = 5;
    let row = match event.key().as_str() {
        "ArrowDown" => current.saturating_add(1),
        "ArrowUp" => current.saturating_sub(1),
        "PageDown" => current.saturating_add(PAGE),
        "PageUp" => current.saturating_sub(PAGE),
        "Home" => 0,
        "End" => last,
        _ => return None,
    };
    Some(row.min(last))
}

/// Gives a row the focus, now or when it is drawn.
fn go_to(place: &NodeRef, memory: &RefCell<Memory>, row: usize) {
    let start = memory.borrow().drawn.start;
    if let Some(card) = rows(place).get(row.wrapping_sub(start)).and_then(card_button) {
        let _ = card.focus();
        return;
    }
    memory.borrow_mut().wanted = Some(row);
    let (Some(list), Some(column)) = (place.cast::<Element>(), scroller(place)) else { return };
    // The scroll event makes the list look again.
    let start = list.get_bounding_client_rect().top() - column.get_bounding_client_rect().top();
    let top = f64::from(column.scroll_top()) + start + memory.borrow().rows().offset(row);
    column.set_scroll_top((top - f64::from(column.client_height()) / 3.0) as i32);
    if let Some(list) = list.dyn_ref::<HtmlElement>() {
        // The focused card goes out of sight and is drawn no longer: the keys go on from the list.
        let quiet = web_sys::FocusOptions::new();
        quiet.set_prevent_scroll(true);
        let _ = list.focus_with_options(&quiet);
    }
}

fn to_top(place: &NodeRef) {
    if let Some(column) = scroller(place) {
        column.set_scroll_top(0);
    }
}

/// Looks again whenever something scrolls or the column changes its size.
fn watch(place: &NodeRef, look: Callback<()>) -> impl FnOnce() + use<> {
    let root = place.cast::<Element>().and_then(|list| list.closest(".sorot").ok().flatten());
    let root = root
        .map_or_else(|| document().unchecked_into(), |root| root.unchecked_into::<web_sys::EventTarget>());
    let (again, beyond) = (look.clone(), look.clone());
    // The page around scrolls, too.
    let moved = EventListener::new(&window(), "scroll", move |_| beyond.emit(()));
    let scrolled = EventListener::new_with_options(
        &root,
        "scroll",
        EventListenerOptions::run_in_capture_phase(),
        move |_| again.emit(()),
    );
    let resized = Closure::<dyn Fn()>::new(move || look.emit(()));
    let observer = ResizeObserver::new(resized.as_ref().unchecked_ref()).ok();
    if let (Some(observer), Some(column)) = (&observer, scroller(place)) {
        observer.observe(&column);
    }
    move || {
        drop((moved, scrolled));
        if let Some(observer) = observer {
            observer.disconnect();
        }
        drop(resized);
    }
}

#[derive(PartialEq)]
struct CardProps {
    card: Rc<Card>,
    is_open: bool,
    /// Whether the tabulator stops here.
    stop: bool,
    lang: Lang,
    act: Callback<Action>,
    /// Whether it is bookmarked, and whether it was read.
    marks: [bool; 2],
    jot: Callback<Jot>,
}

#[part]
fn CardView(props: &CardProps) -> Html {
    probe::drawn("card");
    let w = words(props.lang);
    let card = &props.card;
    let open = {
        let id = card.id.clone();
        props.act.reform(move |_: MouseEvent| Action::Open(id.clone()))
    };
    let inferred = card.when.source == PublishedSource::Inferred;
    let reasons = card.when.why.join("; ");
    let [starred, read] = props.marks;
    html! {
        <article class={classes!("card", props.is_open.then_some("open"), read.then_some("read"))}>
            <p class="meta">
                <span class={classes!(inferred.then_some("inferred"))} title={inferred.then(|| format!("{}: {reasons}", w.inferred))}>
                    { day_text(card.when.interval, card.when.source, w) }
                </span>
                if let Some(source) = &card.source { <bdi>{ source }</bdi> }
                <span>{ w.words_counted(card.words) }</span>
                if read { <span class="was-read">{ icons::check() }{ w.notes.read }</span> }
            </p>
            { star(&card.id, starred, props.stop, &props.jot, w) }
            <h3 class="card-title" lang={card.lang.tag()}>
                // The button's face is the whole card (style.css).
                <button
                    type="button" class="card-open" onclick={open} aria-current={props.is_open.then_some("true")}
                    tabindex={if props.stop { "0" } else { "-1" }}
                >{ pieces(&card.title_pieces, props.lang) }</button>
            </h3>
            if card.title.is_lead { <p class="note">{ w.no_headline }</p> }
            <p
                class={classes!("snippet", (card.text == TextState::Awaited).then_some("waits"))} lang={card.lang.tag()}
            >{ pieces(&card.snippet, props.lang) }if card.text == TextState::Failed { <em lang={w.lang.tag()}>{ w.texts.failed }</em> }</p>
            <ul class="tags">
                { for card.actors.iter().map(|actor| html! {
                    <li class={classes!("tag", KIND_CLASSES[kind_index(actor.kind)])}>
                        <bdi>{ &actor.name }</bdi>
                        if let Some(spelt) = &actor.spelt { <small>{ format!(" ({} {spelt})", w.spelt) }</small> }
                    </li>
                }) }
            </ul>
        </article>
    }
}

/// The button that bookmarks an article.
pub fn star(id: &str, on: bool, stop: bool, jot: &Callback<Jot>, w: &Words) -> Html {
    let turn = {
        let id = id.to_string();
        jot.reform(move |_: MouseEvent| Jot::Star(id.clone()))
    };
    html! {
        <button
            type="button" class={classes!("star", on.then_some("on"))} onclick={turn} aria-pressed={on.to_string()}
            title={if on { w.notes.unstar } else { w.notes.star }} aria-label={w.notes.star} tabindex={if stop { "0" } else { "-1" }}
        >{ icons::star() }</button>
    }
}

fn pieces(pieces: &[Piece], lang: Lang) -> Html {
    let piece = |piece: &Piece| match piece.hit {
        true => html! { <mark class="hit">{ shown(&piece.text, lang) }</mark> },
        false => shown(&piece.text, lang),
    };
    pieces.iter().map(piece).collect()
}
