//! What stands below a line of the panel: where it stands in the source, why it is here, and what the reader
//! may do with it.

use super::marks::{Mark, Marks};
use super::pick::Pick;
use crate::articles::day_text;
use crate::cards::Opening;
use crate::format;
use crate::icons;
use crate::messages::{Words, words};
use crate::reader::reasons;
use crate::state::Action;
use crate::ui::*;
use sorot_core::view::{Citation, Lang, LineId};

/// What the sections draw with.
#[derive(Clone, PartialEq)]
pub struct Desk {
    pub lang: Lang,
    pub act: Callback<Action>,
    /// Opens a card.
    pub open: Callback<Opening>,
    pub marks: Marks,
    pub mark: Callback<Mark>,
    /// What of the section is looked at alone.
    pub pick: Pick,
    pub choose: Callback<Pick>,
    /// Where links lead, without the question.
    pub home: AttrValue,
}

impl Desk {
    /// The words of the interface.
    pub fn words(&self) -> &'static Words {
        words(self.lang)
    }

    /// Whether the reader hid a line.
    pub fn hides(&self, id: &LineId) -> bool {
        self.marks.is_hidden(id)
    }
}

/// The way to where a line stands: "25 Apr ¶3".
pub fn place(desk: &Desk, citation: &Citation) -> Html {
    let w = desk.words();
    let when = day_text(citation.when.interval, citation.when.source, w);
    let short = match citation.when.interval.and_then(|i| i.from()) {
        Some(day) => format::day_of_year(day, desk.lang),
        None => when.clone(),
    };
    let show = {
        let (article, sentence) = (citation.article.clone(), citation.sentence);
        desk.act.reform(move |_: MouseEvent| Action::Show(article.clone(), sentence))
    };
    let title = format!("{} · {}", w.open_at(citation.paragraph, &when), citation.title.text);
    html! {
        <>
            <button type="button" class="cite" onclick={show} {title}>
                { format!("{short} ¶{}", citation.paragraph) }
            </button>
            <span class={classes!("rung", citation.rung.code())} title={citation.rung_why.clone()}>
                { w.rung(citation.rung) }
            </span>
        </>
    }
}

/// The foot of a line: its places, its reasons, pin and hide.
pub fn foot(desk: &Desk, id: &LineId, places: &[Citation], why: &[String]) -> Html {
    let w = desk.words();
    let pinned = desk.marks.is_pinned(id);
    let pin = {
        let id = id.clone();
        desk.mark.reform(move |_: MouseEvent| Mark::Pin(id.clone()))
    };
    let hide = {
        let id = id.clone();
        desk.mark.reform(move |_: MouseEvent| Mark::Hide(id.clone()))
    };
    let pin_word = if pinned { w.panel.unpin } else { w.panel.pin };
    html! {
        <div class="sentence-foot">
            { for places.iter().map(|citation| place(desk, citation)) }
            if !why.is_empty() {
                <details class="why">
                    <summary><span class="why-word">{ w.why }</span></summary>
                    { reasons(why) }
                </details>
            }
            <span class="line-tools">
                <button
                    type="button" class="line-tool" onclick={pin} aria-pressed={pinned.to_string()}
                    aria-label={pin_word} title={pin_word}
                >{ icons::pin() }</button>
                <button type="button" class="line-tool" onclick={hide} aria-label={w.panel.hide} title={w.panel.hide}>
                    { icons::hidden() }
                </button>
            </span>
        </div>
    }
}
