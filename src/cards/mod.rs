//! Cards: one reading opened beside its words, with its reasons, and corrected there.

mod actor;
mod contact;
mod date;
mod picker;
mod popover;
mod quote;
mod words;

pub use contact::CHANNELS;
pub use quote::actors;

use crate::fix::Fix;
use crate::notes::{Draft, Jotter, NotePart};
use crate::state::{Action, Opened};
use crate::ui::*;
use popover::Popover;
use sorot_core::correct::Correction;
use sorot_core::query::Query;
use sorot_core::view::Lang;

/// What a card is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// An actor, by its slug.
    Actor(String),
    /// A mention: the article's id and the mention's number.
    Mention(String, u32),
    /// A date of the text.
    Date(String, u32),
    /// A quote.
    Quote(String, u32),
    /// A contact.
    Contact(String, u32),
    /// An article's day of publication.
    Published(String),
    /// Selected words: the article, the line's number, the byte of it near which they stand, the words.
    Words(String, u32, u32, String),
    /// A line of an article.
    Line(String, u32),
    /// Selected words to write a note on, as [`Subject::Words`].
    Passage(String, u32, u32, String),
    /// A note on a passage of this article that is yet to be chosen, this sentence to begin with.
    NewNote(String, Option<u32>),
    /// A note that was written: its place in the list.
    Note(u32),
}

/// Where on the page a card opens: the box of what it is about, in pixels of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Spot {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Spot {
    /// The box of an element.
    pub fn of(element: &web_sys::Element) -> Spot {
        Spot::within(&element.get_bounding_client_rect())
    }

    /// A box as the browser gives it.
    pub fn within(rect: &web_sys::DomRect) -> Spot {
        Spot { left: rect.left(), top: rect.top(), right: rect.right(), bottom: rect.bottom() }
    }
}

/// A card to open.
#[derive(Clone, Debug, PartialEq)]
pub struct Opening {
    pub subject: Subject,
    pub spot: Spot,
}

impl Opening {
    /// A card at the element that was clicked.
    pub fn at(subject: Subject, event: &MouseEvent) -> Opening {
        // The button, whichever part of its icon was hit: all listening is done at the explorer's root.
        let hit = event.target().and_then(|t| wasm_bindgen::JsCast::dyn_into::<web_sys::Element>(t).ok());
        let element = hit.map(|hit| hit.closest("button").ok().flatten().unwrap_or(hit));
        Opening { subject, spot: element.as_ref().map_or_else(Spot::default, Spot::of) }
    }
}

#[derive(PartialEq)]
pub struct CardProps {
    pub opening: Opening,
    pub opened: Opened,
    pub query: Query,
    pub act: Callback<Action>,
    pub fix: Callback<Fix>,
    /// Opens another card in this one's place.
    pub open: Callback<Opening>,
    pub onclose: Callback<()>,
    pub jotter: Jotter,
    pub lang: Lang,
}

/// The open card.
#[part]
pub fn Card(props: &CardProps) -> Html {
    // A correction of one place may change what its number means: the card has done its work.
    let correct = {
        let (fix, onclose) = (props.fix.clone(), props.onclose.clone());
        Callback::from(move |correction: Correction| {
            onclose.emit(());
            fix.emit(Fix::Add(correction));
        })
    };
    let pages = props.opened.pages();
    let lang = props.lang;
    let content = match &props.opening.subject {
        Subject::Actor(slug) => pages.actor(&props.query, slug, lang).map(|card| (card, None)),
        Subject::Mention(article, number) => pages.mention(article, *number, lang).and_then(|here| {
            Some((pages.actor(&props.query, &here.slug, lang)?, Some((article.clone(), *number, here))))
        }),
        _ => None,
    };
    let (label, content) = match (content, &props.opening.subject) {
        (Some((card, here)), _) => {
            let label = card.name.clone();
            let spot = props.opening.spot;
            let to = props.open.reform(move |slug: String| Opening { subject: Subject::Actor(slug), spot });
            (
                label,
                html! {
                    <actor::ActorPart
                        card={std::rc::Rc::new(card)} {here} opened={props.opened.clone()} act={props.act.clone()}
                        fix={props.fix.clone()} {correct} {to} onclose={props.onclose.clone()} {lang}
                    />
                },
            )
        }
        (None, Subject::Date(article, number)) => match pages.date(article, *number, lang) {
            Some(card) => (card.at.text.clone(), html! { <date::DatePart {card} {correct} {lang} /> }),
            None => return Html::default(),
        },
        (None, Subject::Published(article)) => match pages.published(article, lang) {
            Some(when) => (
                crate::messages::words(lang).fix.published.to_string(),
                html! { <date::PublishedPart article={article.clone()} {when} {correct} {lang} /> },
            ),
            None => return Html::default(),
        },
        (None, Subject::Quote(article, number)) => match pages.quote(article, *number, lang) {
            Some(card) => (
                crate::messages::words(lang).fix.quote.to_string(),
                html! { <quote::QuotePart {card} opened={props.opened.clone()} {correct} {lang} /> },
            ),
            None => return Html::default(),
        },
        (None, Subject::Contact(article, number)) => match pages.contact(article, *number, lang) {
            Some(card) => (
                crate::messages::words(lang).fix.contact.to_string(),
                html! { <contact::ContactPart {card} {correct} {lang} /> },
            ),
            None => return Html::default(),
        },
        (None, Subject::Words(article, block, near, text)) => {
            match pages.selected(article, *block, *near, text) {
                Some(at) => (
                    at.text.clone(),
                    html! { <words::WordsPart {at} line={pages.line(article, *block)} opened={props.opened.clone()} {correct} {lang} /> },
                ),
                None => return Html::default(),
            }
        }
        (None, Subject::Line(article, block)) => match pages.line(article, *block) {
            Some(line) => (
                crate::messages::words(lang).fix.line.to_string(),
                html! { <words::LinePart {line} {correct} {lang} /> },
            ),
            None => return Html::default(),
        },
        (None, subject @ (Subject::Passage(..) | Subject::NewNote(..) | Subject::Note(_))) => {
            let draft = match subject {
                Subject::Passage(article, block, near, text) => {
                    pages.selected(article, *block, *near, text).map(Draft::New)
                }
                Subject::NewNote(article, sentence) => Some(Draft::Choose(article.clone(), *sentence)),
                Subject::Note(number) => {
                    props.jotter.book.notes().get(*number as usize).cloned().map(Draft::Old)
                }
                _ => None,
            };
            let Some(draft) = draft else { return Html::default() };
            // Another passage is another form.
            let key = match &draft {
                Draft::Old(note) => note.exact.clone(),
                Draft::New(at) => at.text.clone(),
                Draft::Choose(article, _) => article.clone(),
            };
            (
                crate::messages::words(lang).notes.note.to_string(),
                html! {
                    <NotePart
                        {key} {draft} opened={props.opened.clone()}
                        jotter={props.jotter.clone()} onclose={props.onclose.clone()} {lang}
                    />
                },
            )
        }
        (None, Subject::Actor(_) | Subject::Mention(..)) => return Html::default(),
    };
    html! {
        <Popover {label} spot={props.opening.spot} onclose={props.onclose.clone()} {lang}>{ content }</Popover>
    }
}

/// The steps of a reasoning.
fn reasons(why: &[String]) -> Html {
    html! { <ol class="reasons">{ for why.iter().map(|step| html! { <li><bdi>{ step }</bdi></li> }) }</ol> }
}
