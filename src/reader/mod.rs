//! The open article.

pub mod copied;
mod legend;
mod meta;
mod rail;
mod select;
mod text;
pub mod walk;

pub use meta::reasons;

use crate::articles::day_text;
use crate::cards::{Opening, Subject};
use crate::dom;
use crate::host::Host;
use crate::messages::{Words, words};
use crate::notes::Jot;
use crate::probe;
use crate::settings::Look;
use crate::signs::shown;
use crate::state::Action;
use crate::ui::*;
use copied::Copied;
use gloo::events::EventListener;
use legend::{CLASSES, Legend, Walker};
use meta::Meta;
use rail::Rail;
use select::Select;
use sorot_core::view::{Card, Lang, Reader as ReaderPage, ReaderBlock, ReaderBlockKind, TextState};
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use text::Line;
use walk::{Step, Walking, selector};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

#[derive(PartialEq)]
pub struct ReaderProps {
    pub reader: Option<Rc<ReaderPage>>,
    /// The open article as long as its text isn't here.
    pub awaited: Option<Rc<Card>>,
    /// The id that the link names but the bundle doesn't hold.
    pub missing: Option<String>,
    /// The first article of the list, where none is open and there is one.
    pub first: Option<String>,
    pub lang: Lang,
    pub host: Host,
    pub look: Look,
    pub set_look: Callback<Look>,
    pub walking: Walking,
    pub step: Callback<Step>,
    /// Walks another actor.
    pub follow: Callback<AttrValue>,
    pub copy: Callback<Copied>,
    pub act: Callback<Action>,
    /// Opens a card.
    pub open: Callback<Opening>,
    /// Whether it is bookmarked, and whether it was read.
    pub marks: [bool; 2],
    pub jot: Callback<Jot>,
}

/// How far each article was read, in pixels: for this visit, on this page.
#[derive(Clone, Default)]
struct Positions(Rc<RefCell<Scrolled>>);

#[derive(Default)]
struct Scrolled {
    of: HashMap<String, i32>,
    /// Where the column stands.
    now: i32,
}

impl PartialEq for Positions {
    fn eq(&self, other: &Positions) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// The column of the open article, or what to do to open one.
#[part]
pub fn Reader(props: &ReaderProps) -> Html {
    let positions = use_state(Positions::default);
    let waited = use_mut_ref(|| false);
    let late = waited.replace(props.awaited.is_some());
    match &props.reader {
        Some(reader) => html! {
            <Open
                reader={reader.clone()} positions={(*positions).clone()} lang={props.lang} host={props.host.clone()}
                look={props.look} set_look={props.set_look.clone()} walking={props.walking.clone()}
                step={props.step.clone()} follow={props.follow.clone()} copy={props.copy.clone()} open={props.open.clone()}
                marks={props.marks} jot={props.jot.clone()} {late}
            />
        },
        None => match &props.awaited {
            Some(card) => awaited(card, props.lang),
            None => nothing_open(props),
        },
    }
}

/// What is known of an article before its text comes.
fn awaited(card: &Card, lang: Lang) -> Html {
    let w = words(lang);
    let said = if card.text == TextState::Failed { w.texts.failed } else { w.texts.coming };
    html! {
        <article class="story awaited" aria-busy={(card.text == TextState::Awaited).to_string()}>
            <p class="meta">
                <span>{ day_text(card.when.interval, card.when.source, w) }</span>
                if let Some(source) = &card.source { <bdi>{ source }</bdi> }
            </p>
            <h2 class="title" tabindex="-1" lang={card.lang.tag()}>{ &card.title.text }</h2>
            <p class="quiet" role="status">{ said }</p>
        </article>
    }
}

fn nothing_open(props: &ReaderProps) -> Html {
    let w = words(props.lang);
    html! {
        <div class="empty">
            if let Some(id) = &props.missing { <p role="alert">{ w.article_missing }{ " " }<bdi>{ id }</bdi></p> }
            <h2>{ w.nothing_open }</h2>
            if let Some(id) = props.first.clone() {
                <p>{ w.reading.choose_help }</p>
                <button
                    type="button" class="btn primary"
                    onclick={props.act.reform(move |_: MouseEvent| Action::Open(id.clone()))}
                >{ w.reading.open_newest }</button>
            } else {
                <p>{ w.reading.no_articles }</p>
            }
        </div>
    }
}

#[derive(PartialEq)]
struct OpenProps {
    reader: Rc<ReaderPage>,
    positions: Positions,
    lang: Lang,
    host: Host,
    look: Look,
    set_look: Callback<Look>,
    walking: Walking,
    step: Callback<Step>,
    follow: Callback<AttrValue>,
    copy: Callback<Copied>,
    open: Callback<Opening>,
    marks: [bool; 2],
    jot: Callback<Jot>,
    /// Whether its text came only now.
    late: bool,
}

#[part]
fn Open(props: &OpenProps) -> Html {
    probe::drawn("article");
    let w = words(props.lang);
    let reader = &props.reader;
    let article = use_node_ref();
    use_position(&article, reader, &props.positions);
    {
        let (article, late) = (article.clone(), props.late);
        use_effect_with((reader.id.clone(), reader.sentence), move |(_, sentence)| {
            arrive(&article, sentence.is_some(), late)
        });
    }
    {
        let (article, walking) = (article.clone(), props.walking.clone());
        let before = use_mut_ref(|| walking.moves);
        use_effect_with(walking.moves, move |moves| {
            // An article that is opened again stays where it was read.
            if before.replace(*moves) != *moves {
                follow(&article, &walking);
            }
        });
    }
    let plain = CLASSES.into_iter().zip(props.look.kinds).filter(|(_, drawn)| !drawn);
    let mut class = classes!("story");
    for (kind, _) in plain {
        class.add(&format!("plain-{kind}"));
    }
    let blocks: Vec<(u32, &Rc<ReaderBlock>)> = (0..).zip(&reader.blocks).collect();
    let (title, body) = match blocks.split_first() {
        Some((first, rest)) if first.1.kind == ReaderBlockKind::Title => (Some(first), rest),
        _ => (None, blocks.as_slice()),
    };
    html! {
        <>
            <Rail reader={reader.clone()} walking={props.walking.clone()} step={props.step.clone()} article={article.clone()} />
            <article
                {class} ref={article.clone()} lang={reader.lang.tag()}
                oncopy={copied::passage(reader, &article, &props.host, props.lang)}
            >
                <Meta
                    reader={reader.clone()} host={props.host.clone()} lang={props.lang} copy={props.copy.clone()} open={props.open.clone()}
                    marks={props.marks} jot={props.jot.clone()}
                />
                if let Some((n, block)) = title {
                    // In a list of headings it is its words, without the marks of contacts behind them.
                    <h2
                        class="title" tabindex="-1" data-block={n.to_string()}
                        aria-label={(!block.pins.is_empty()).then(|| reader.title.text.clone())}
                    >{ line(*n, block, props) }</h2>
                } else {
                    <h2 class="title is-lead" tabindex="-1">{ shown(&reader.title.text, props.lang) }</h2>
                    <p class="note" lang={w.lang.tag()}>{ w.no_headline }</p>
                }
                <Legend counts={reader.counts} look={props.look} set_look={props.set_look.clone()} lang={props.lang} />
                <Walker reader={reader.clone()} walking={props.walking.clone()} step={props.step.clone()} lang={props.lang} />
                <div class="body">
                    { for body.chunk_by(|a, b| is_other(a.1) && is_other(b.1)).map(|run| lines(run, w, props)) }
                </div>
            </article>
            <Select id={reader.id.clone()} article={article.clone()} open={props.open.clone()} lang={props.lang} />
        </>
    }
}

/// Brings back how far the article was read, and keeps it; of another article nothing else stays.
#[hook]
fn use_position(article: &NodeRef, reader: &ReaderPage, positions: &Positions) {
    let (article, positions) = (article.clone(), positions.clone());
    // A frame may pass between the drawing of another article and its effect, and the shorter one's scroll with it.
    let drawn = use_mut_ref(|| reader.id.clone());
    drawn.borrow_mut().clone_from(&reader.id);
    use_effect_with(reader.id.clone(), move |id| {
        // It stands in the elements of the one before: what was unfolded and selected there doesn't stay.
        for unfolded in dom::all(&article, "details[open]") {
            let _ = unfolded.remove_attribute("open");
        }
        dom::deselect(&article);
        let listener = column(&article).map(|column| {
            let before = positions.0.borrow().now;
            let place = positions.0.borrow().of.get(id).copied().unwrap_or(0);
            // Setting it makes the browser lay out the page then.
            if (before, place) != (0, 0) {
                column.set_scroll_top(place);
                positions.0.borrow_mut().now = place;
            }
            let (id, place) = (id.clone(), column.clone());
            EventListener::new(&column, "scroll", move |_| {
                let top = place.scroll_top();
                let mut positions = positions.0.borrow_mut();
                positions.now = top;
                if *drawn.borrow() == id {
                    positions.of.insert(id.clone(), top);
                }
            })
        });
        move || drop(listener)
    });
}

fn column(article: &NodeRef) -> Option<Element> {
    article.cast::<Element>()?.closest(".column").ok().flatten()
}

/// Brings the shown sentence into view; the focus goes where the eye goes, unless the page has only
/// just been opened, or the text came so late that the reader writes elsewhere.
fn arrive(article: &NodeRef, sentence: bool, late: bool) {
    let shown = if sentence { dom::find(article, ".shown") } else { None };
    if let Some(place) = &shown {
        center(place);
    }
    let active = dom::active(article);
    let opened_by_hand = active.as_ref().is_some_and(|e| e.closest(".sorot").ok().flatten().is_some());
    let writes = active.is_some_and(|e| e.matches("input, textarea, dialog *").unwrap_or(false));
    if !opened_by_hand || late && writes {
        return;
    }
    let paragraph = shown.and_then(|s| s.closest("[data-block]").ok().flatten());
    let focus = paragraph.and_then(|p| p.dyn_into().ok()).or_else(|| dom::find(article, ".title"));
    if let Some(focus) = focus {
        dom::focus_in_place(&focus);
    }
}

/// Brings the current mention into view, where it isn't already. The focus comes along, unless it
/// stands on a button that walks on (inside `[data-walks]`).
fn follow(article: &NodeRef, walking: &Walking) {
    let Some(mark) = walking.current().and_then(|place| dom::find(article, &selector(place))) else { return };
    let seen = column(article).is_some_and(|column| {
        let (mark, column) = (mark.get_bounding_client_rect(), column.get_bounding_client_rect());
        // The walker's bar covers a strip.
        mark.top() > column.top() + 50.0 && mark.bottom() < column.bottom() - 20.0
    });
    if !seen {
        center(&mark);
    }
    let focus = dom::active(article);
    if !focus.is_some_and(|e| e.closest("[data-walks]").is_ok_and(|walks| walks.is_some())) {
        dom::focus_in_place(&mark);
    }
}

fn center(place: &HtmlElement) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Center);
    place.scroll_into_view_with_scroll_into_view_options(&options);
}

fn is_other(block: &ReaderBlock) -> bool {
    matches!(block.kind, ReaderBlockKind::NonStory(_))
}

/// A paragraph, or the lines beside the story that follow each other.
fn lines(run: &[(u32, &Rc<ReaderBlock>)], w: &Words, props: &OpenProps) -> Html {
    let Some((n, first)) = run.first() else { return Html::default() };
    match &first.kind {
        ReaderBlockKind::Paragraph(number) => {
            let shown = first.segments.iter().any(|s| s.shown).then_some("-1");
            html! {
                <p key={*n} data-block={n.to_string()} data-paragraph={number.to_string()} tabindex={shown}>
                    { line(*n, first, props) }
                </p>
            }
        }
        ReaderBlockKind::Title => {
            html! { <p key={*n} data-block={n.to_string()}>{ line(*n, first, props) }</p> }
        }
        ReaderBlockKind::NonStory(_) => {
            let shown = props.look.all_lines;
            let look = Look { all_lines: !shown, ..props.look };
            let turn = props.set_look.reform(move |_: MouseEvent| look);
            html! {
                <div key={*n} class="others">
                    <p class="others-line" lang={w.lang.tag()}>
                        { w.lines_not_story(run.len() as u32) }{ " · " }
                        <button type="button" class="link" onclick={turn} aria-expanded={shown.to_string()}>
                            { if shown { w.reading.hide } else { w.reading.show } }
                        </button>
                    </p>
                    if !props.reader.beside.is_empty() { <p class="quiet" lang={w.lang.tag()}>{ w.would_count(&props.reader.beside) }</p> }
                    if shown { { for run.iter().map(|(n, block)| other(*n, block, w, props)) } }
                </div>
            }
        }
    }
}

/// A line that isn't the story, and why not.
fn other(n: u32, block: &Rc<ReaderBlock>, w: &Words, props: &OpenProps) -> Html {
    let why: &[String] = match &block.kind {
        ReaderBlockKind::NonStory(why) => why,
        _ => &[],
    };
    let subject = Subject::Line(props.reader.id.clone(), n);
    let turn = props.open.reform(move |event: MouseEvent| Opening::at(subject.clone(), &event));
    html! {
        <div key={n} class="not-story">
            <p data-block={n.to_string()}>{ line(n, block, props) }</p>
            <details class="why" lang={w.lang.tag()}>
                <summary>{ w.not_story }{ " · " }<span class="why-word">{ w.why }</span></summary>
                { reasons(why) }
                <button type="button" class="link to-correct" onclick={turn}>{ w.fix.line_is_story }</button>
            </details>
        </div>
    }
}

fn line(n: u32, block: &Rc<ReaderBlock>, props: &OpenProps) -> Html {
    let current = props.walking.current().filter(|place| place.block == n).map(|place| place.mention);
    html! {
        <Line
            block={block.clone()} {current} actor={props.walking.actor.clone()} announce={props.look.announce}
            article={props.reader.id.clone()} lang={props.lang} follow={props.follow.clone()} open={props.open.clone()}
        />
    }
}
