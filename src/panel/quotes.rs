//! Who said what, by speaker.

use super::foot::{Desk, foot};
use super::lines;
use super::pick::Pick;
use crate::cards::actors;
use crate::format;
use crate::signs::shown;
use crate::ui::*;
use sorot_core::view::panel::{QuoteLine, QuotesView, VoiceView};

/// Quotes of each speaker while all are looked at.
const FIRST: usize = 3;

/// Draws the section.
pub fn quotes(desk: &Desk, view: &QuotesView) -> Html {
    let w = desk.words();
    if view.voices.is_empty() {
        return html! { <p class="quiet">{ w.told.no_quotes }</p> };
    }
    let is_picked = |voice: &VoiceView| desk.pick == Pick::Speaker(slug(voice));
    let alone = view.voices.iter().find(|v| is_picked(v));
    html! {
        <>
            <div class="section-head"><h3>{ w.told.speakers }</h3></div>
            <div class="match speakers" role="group" aria-label={w.told.speakers}>
                { chip(desk, Pick::All, alone.is_none(), html! { { w.told.everybody } }) }
                { for view.voices.iter().map(|voice| {
                    let count = format::number(voice.lines.len() as u32 + voice.more, desk.lang);
                    let name = html! { <>{ name(desk, voice) }{ " " }<small>{ count }</small></> };
                    chip(desk, Pick::Speaker(slug(voice)), is_picked(voice), name)
                }) }
            </div>
            if view.more > 0 { <p class="quiet">{ w.more_speakers(view.more) }</p> }
            { for view.voices.iter().filter(|v| alone.is_none() || is_picked(v)).map(|v| one(desk, v, alone.is_some())) }
        </>
    }
}

fn chip(desk: &Desk, pick: Pick, on: bool, inner: Html) -> Html {
    let choose = desk.choose.reform(move |_: MouseEvent| pick.clone());
    html! { <button type="button" aria-pressed={on.to_string()} onclick={choose}>{ inner }</button> }
}

/// In links; empty for nobody.
fn slug(voice: &VoiceView) -> String {
    voice.speaker.as_ref().map(|s| s.slug.clone()).unwrap_or_default()
}

fn name(desk: &Desk, voice: &VoiceView) -> Html {
    match &voice.speaker {
        Some(speaker) => html! { <bdi>{ &speaker.name }</bdi> },
        None => html! { <em>{ desk.words().told.nobody }</em> },
    }
}

fn one(desk: &Desk, voice: &VoiceView, all: bool) -> Html {
    let w = desk.words();
    let shown = voice.lines.iter().filter(|l| !desk.hides(&l.line));
    let left = voice.lines.len().saturating_sub(FIRST);
    let pick = Pick::Speaker(slug(voice));
    let choose = desk.choose.reform(move |_: MouseEvent| pick.clone());
    html! {
        <>
            <h3 class="voice">{ name(desk, voice) }</h3>
            <ul class="sentences">
                { for shown.take(if all { usize::MAX } else { FIRST }).map(|line| html! {
                    <li key={line.line.id.to_string()}>{ quote(desk, line) }</li>
                }) }
            </ul>
            if !all && left > 0 {
                <button type="button" class="link" onclick={choose}>{ w.all_quotes(voice.lines.len() as u32) }</button>
            }
            if all && voice.more > 0 {
                <p class="quiet">
                    { w.only_first(voice.lines.len() as u32) }
                    if let Some(speaker) = &voice.speaker { { " " }{ w.told.choose_for_all }{ " " }{ lines::actor(desk, speaker) } }
                </p>
            }
        </>
    }
}

fn quote(desk: &Desk, quote: &QuoteLine) -> Html {
    let (w, line) = (desk.words(), &quote.line);
    let to = quote.to.as_ref().map(|(words, is_place)| {
        html! { <>{ if *is_place { w.told.said_at } else { w.told.said_to } }{ " " }<bdi lang={line.lang.tag()}>{ words }</bdi></> }
    });
    html! {
        <>
            <blockquote class="sentence" lang={line.lang.tag()}>{ shown(&line.text, desk.lang) }</blockquote>
            <p class="quiet how">
                if let Some(cue) = &quote.cue { <q lang={line.lang.tag()}>{ cue }</q> }
                if let Some(to) = to { <span>{ to }</span> }
                if !quote.with.is_empty() {
                    <span>{ w.told.said_with }{ " " }{ actors(&quote.with, "", desk.lang) }</span>
                }
            </p>
            { foot(desk, line) }
        </>
    }
}
