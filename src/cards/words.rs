//! Words that the reader selected, and whole lines: a name that was missed, a date, the story or not.

use super::date::DaysForm;
use super::picker::Picker;
use crate::facets::KIND_CLASSES;
use crate::messages::words;
use crate::state::Opened;
use crate::ui::*;
use sorot_core::correct::{Correction, Place};
use sorot_core::view::{ActorKind, Lang};

#[derive(PartialEq)]
pub struct WordsProps {
    pub at: Place,
    /// The line they stand in, and whether it is the story.
    pub line: Option<(Place, bool)>,
    pub opened: Opened,
    pub correct: Callback<Correction>,
    pub lang: Lang,
}

/// Selected words.
#[part]
pub fn WordsPart(props: &WordsProps) -> Html {
    let w = words(props.lang);
    let text = props.at.text.clone();
    let add = |kind: ActorKind| {
        let text = text.clone();
        props.correct.reform(move |_: MouseEvent| Correction::Add { text: text.clone(), kind, actor: None })
    };
    let choose = {
        let text = text.clone();
        props.correct.reform(move |slug| Correction::Add {
            text: text.clone(),
            kind: ActorKind::Person,
            actor: Some(slug),
        })
    };
    let set = {
        let at = props.at.clone();
        props.correct.reform(move |days| Correction::Date { at: at.clone(), days: Some(days) })
    };
    html! {
        <>
            <h3><q class="as-written"><bdi>{ &text }</bdi></q></h3>
            <p class="card-what">{ w.fix.selection }</p>
            <p class="card-row"><span>{ w.fix.as_new }</span>
                <span class="tags">{ for ActorKind::ALL.into_iter().enumerate().map(|(n, kind)| html! {
                    <button key={n} type="button" class={classes!("tag", KIND_CLASSES[n])} onclick={add(kind)}>{ w.kind[n] }</button>
                }) }</span>
            </p>
            <Picker label={w.fix.as_known} opened={props.opened.clone()} {choose} but={None::<String>} lang={props.lang} />
            <details class="correct">
                <summary>{ w.fix.as_date }</summary>
                <DaysForm title={w.fix.set_days} value={None} {set} lang={props.lang} />
            </details>
            if let Some(line) = &props.line { <LinePart line={line.clone()} correct={props.correct.clone()} lang={props.lang} /> }
        </>
    }
}

#[derive(PartialEq)]
pub struct LineProps {
    pub line: (Place, bool),
    pub correct: Callback<Correction>,
    pub lang: Lang,
}

/// A whole line.
#[part]
pub fn LinePart(props: &LineProps) -> Html {
    let w = words(props.lang);
    let (at, story) = props.line.clone();
    let turn = props.correct.reform(move |_: MouseEvent| Correction::Line { at: at.clone(), story: !story });
    html! {
        <p class="card-row"><span>{ w.fix.line }</span>
            <button type="button" class="btn" onclick={turn}>{ if story { w.fix.line_is_not_story } else { w.fix.line_is_story } }</button>
        </p>
    }
}
