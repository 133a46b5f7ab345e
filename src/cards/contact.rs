//! A contact: who with whom, whether it took place, and what tells so.

use super::quote::actors;
use super::reasons;
use crate::format;
use crate::messages::words;
use crate::signs::shown;
use crate::ui::*;
use sorot_core::correct::Correction;
use sorot_core::view::{ContactCard, ContactStatus, Lang};

#[derive(PartialEq)]
pub struct ContactProps {
    pub card: ContactCard,
    pub correct: Callback<Correction>,
    pub lang: Lang,
}

/// The codes of the channels, in the order of their words.
pub const CHANNELS: [&str; 5] = ["in-person", "phone", "virtual", "briefing", "written"];

/// A contact.
#[part]
pub fn ContactPart(props: &ContactProps) -> Html {
    let w = words(props.lang);
    let card = &props.card;
    let slugs =
        |side: &[sorot_core::view::CardActor]| side.iter().map(|a| a.slug.clone()).collect::<Vec<_>>();
    let (a, b) = (slugs(&card.a), slugs(&card.b));
    let set = |status: Option<ContactStatus>| {
        let (at, a, b) = (card.at.clone(), a.clone(), b.clone());
        props.correct.reform(move |_: MouseEvent| Correction::Status {
            at: at.clone(),
            a: a.clone(),
            b: b.clone(),
            status,
        })
    };
    let channel = card.channel.as_deref().and_then(|c| CHANNELS.iter().position(|known| *known == c));
    let details: Vec<String> = [
        channel.and_then(|c| w.fix.channels.get(c)).map(|c| c.to_string()),
        card.when.map(|when| format::long(when, props.lang)),
        card.place.clone(),
    ]
    .into_iter()
    .flatten()
    .collect();
    html! {
        <>
            <h3>{ w.fix.contact }{ ": " }{ w.fix.status_of(card.status) }</h3>
            <p>{ actors(&card.a, w.fix.unknown_speaker, props.lang) }{ " " }{ w.fix.with }{ " " }{ actors(&card.b, w.fix.unknown_speaker, props.lang) }</p>
            <p class="quiet"><bdi>{ details.join(" · ") }</bdi></p>
            <blockquote><bdi>{ shown(&card.at.text, props.lang) }</bdi></blockquote>
            { reasons(&card.why) }
            <details class="correct">
                <summary>{ w.fix.correct }</summary>
                <div class="match" role="group" aria-label={w.fix.status}>
                    { for ContactStatus::ALL.into_iter().zip(w.fix.statuses).map(|(status, name)| html! {
                        <button key={name} type="button" aria-pressed={(card.status == status).to_string()} onclick={set(Some(status))}>{ name }</button>
                    }) }
                </div>
                <button type="button" class="btn wide" onclick={set(None)}>{ w.fix.not_a_contact }</button>
            </details>
        </>
    }
}
