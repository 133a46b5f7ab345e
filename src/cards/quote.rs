//! A quote: who said it, and what tells so.

use super::picker::Picker;
use super::reasons;
use crate::facets::KIND_CLASSES;
use crate::messages::{kind_index, words};
use crate::signs::shown;
use crate::state::Opened;
use crate::ui::*;
use sorot_core::correct::Correction;
use sorot_core::view::{CardActor, Lang, QuoteCard};

#[derive(PartialEq)]
pub struct QuoteProps {
    pub card: QuoteCard,
    pub opened: Opened,
    pub correct: Callback<Correction>,
    pub lang: Lang,
}

/// A quote.
#[part]
pub fn QuotePart(props: &QuoteProps) -> Html {
    let w = words(props.lang);
    let card = &props.card;
    let choose = {
        let at = card.at.clone();
        props.correct.reform(move |slug| Correction::Speaker { at: at.clone(), speakers: vec![slug] })
    };
    let nobody = {
        let at = card.at.clone();
        props.correct.reform(move |_: MouseEvent| Correction::Speaker { at: at.clone(), speakers: vec![] })
    };
    html! {
        <>
            <h3>{ w.fix.quote }</h3>
            <blockquote><bdi>{ shown(&card.at.text, props.lang) }</bdi></blockquote>
            <p class="card-row"><span>{ w.fix.speaker }</span>{ actors(&card.speakers, w.fix.unknown_speaker, props.lang) }</p>
            if let Some(cue) = &card.cue { <p class="card-row"><span>{ w.fix.cue }</span><q><bdi>{ cue }</bdi></q></p> }
            { reasons(&card.why) }
            <details class="correct">
                <summary>{ w.fix.correct }</summary>
                <Picker label={w.fix.add_speaker} opened={props.opened.clone()} {choose} but={None::<String>} lang={props.lang} />
                if !card.speakers.is_empty() {
                    <button type="button" class="btn wide" onclick={nobody}>{ w.fix.no_speaker }</button>
                }
            </details>
        </>
    }
}

/// Names side by side, or what stands for none.
pub fn actors(names: &[CardActor], none: &'static str, lang: Lang) -> Html {
    if names.is_empty() {
        return html! { <em>{ none }</em> };
    }
    let w = words(lang);
    html! {
        <span class="tags">{ for names.iter().map(|actor| {
            let kind = kind_index(actor.kind);
            html! { <span key={actor.slug.clone()} class={classes!("tag", KIND_CLASSES[kind])} title={w.kind[kind]}><bdi>{ &actor.name }</bdi></span> }
        }) }</span>
    }
}
