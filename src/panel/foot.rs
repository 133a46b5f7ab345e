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
use crate::state::{Action, Opened};
use crate::ui::*;
use sorot_core::view::{Citation, Lang, Line, LineId};

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
    /// Whose places are all told.
    pub unfolded: Option<LineId>,
    pub unfold: Callback<Option<LineId>>,
    pub opened: Opened,
    /// Where links lead, without the question.
    pub home: AttrValue,
}

impl Desk {
    /// The words of the interface.
    pub fn words(&self) -> &'static Words {
        words(self.lang)
    }

    /// Whether the reader hid a line, or one that it is understood by.
    pub fn hides(&self, line: &Line) -> bool {
        line.needs().any(|id| self.marks.is_hidden(&id))
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
    let at = match citation.paragraph {
        0 => w.panel.headline.to_string(),
        n => format!("¶{n}"),
    };
    let title = format!("{} · {}", w.open_at(citation.paragraph, &when), citation.title.text);
    html! {
        <>
            <button type="button" class="cite" onclick={show} {title}>
                { short }{ " " }{ at }
            </button>
            <span class={classes!("rung", citation.rung.code())} title={citation.rung_why.clone()}>
                { w.rung(citation.rung) }
            </span>
        </>
    }
}

/// The foot of a line: its places, its reasons, pin and hide.
pub fn foot(desk: &Desk, line: &Line) -> Html {
    let w = desk.words();
    let id = &line.id;
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
            { for line.places.iter().map(|citation| place(desk, citation)) }
            if line.more > 0 { { others(desk, line) } }
            if !line.why.is_empty() {
                <details class="why">
                    <summary><span class="why-word">{ w.why }</span></summary>
                    { reasons(&line.why) }
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

/// The way to the places that aren't told at once, and those once they are asked for.
fn others(desk: &Desk, line: &Line) -> Html {
    let w = desk.words();
    let open = desk.unfolded.as_ref() == Some(&line.id);
    let next = (!open).then(|| line.id.clone());
    let unfold = desk.unfold.reform(move |_: MouseEvent| next.clone());
    let told = if open { desk.opened.pages().others(line, desk.lang) } else { Vec::new() };
    let left = line.more.saturating_sub(told.len() as u32);
    html! {
        <>
            { for told.iter().map(|citation| place(desk, citation)) }
            if open && left > 0 { <span class="quiet">{ w.and_more(left) }</span> }
            <button type="button" class="link" aria-expanded={open.to_string()} onclick={unfold}>
                { if open { w.panel.fewer.to_string() } else { w.others(line.more) } }
            </button>
        </>
    }
}
