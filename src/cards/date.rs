//! A date's ledger, and an article's day.

use super::reasons;
use crate::format;
use crate::messages::words;
use crate::ui::*;
use sorot_core::correct::{Correction, Days};
use sorot_core::view::{DateCard, Day, Grain, Interval, Lang, PublishedSource, When, day_of};
use web_sys::HtmlInputElement;

#[derive(PartialEq)]
pub struct DateProps {
    pub card: DateCard,
    pub correct: Callback<Correction>,
    pub lang: Lang,
}

/// A date of the text.
#[part]
pub fn DatePart(props: &DateProps) -> Html {
    let w = words(props.lang);
    let card = &props.card;
    let set = {
        let at = card.at.clone();
        props.correct.reform(move |days| Correction::Date { at: at.clone(), days: Some(days) })
    };
    let none = {
        let at = card.at.clone();
        props.correct.reform(move |_: MouseEvent| Correction::Date { at: at.clone(), days: None })
    };
    html! {
        <>
            <h3><q class="as-written"><bdi>{ &card.at.text }</bdi></q></h3>
            <p class="card-what">{ w.fix.date_in_text }</p>
            <p><strong>{ days(card.value, props.lang) }</strong></p>
            <p class="quiet">{ w.fix.grain }{ ": " }{ Grain::ALL.iter().zip(w.fix.grains).find(|(g, _)| **g == card.grain).map(|(_, name)| name) }</p>
            { reasons(&card.why) }
            <details class="correct">
                <summary>{ w.fix.correct }</summary>
                <DaysForm title={w.fix.set_days} value={card.value} {set} lang={props.lang} />
                <button type="button" class="btn wide" onclick={none}>{ w.fix.is_no_date }</button>
            </details>
        </>
    }
}

#[derive(PartialEq)]
pub struct PublishedProps {
    pub article: String,
    pub when: When,
    pub correct: Callback<Correction>,
    pub lang: Lang,
}

/// An article's day of publication.
#[part]
pub fn PublishedPart(props: &PublishedProps) -> Html {
    let w = words(props.lang);
    let set = {
        let article = props.article.clone();
        props.correct.reform(move |days| Correction::Published { article: article.clone(), days })
    };
    let source = match props.when.source {
        PublishedSource::Inferred => Some(w.inferred),
        PublishedSource::Reader => Some(w.fix.set_by_reader),
        PublishedSource::Declared | PublishedSource::Unknown => None,
    };
    html! {
        <>
            <h3>{ w.fix.published }</h3>
            <p><strong>{ days(props.when.interval, props.lang) }</strong>{ source.map(|s| format!(" · {s}")) }</p>
            { reasons(&props.when.why) }
            <details class="correct" open={props.when.interval.is_none()}>
                <summary>{ w.fix.correct }</summary>
                <DaysForm title={w.fix.set_published} value={props.when.interval} {set} lang={props.lang} />
            </details>
        </>
    }
}

fn days(value: Option<Interval>, lang: Lang) -> String {
    value.map_or_else(|| words(lang).fix.unknown_days.into(), |v| format::long(v, lang))
}

#[derive(PartialEq)]
pub struct DaysProps {
    pub title: AttrValue,
    pub value: Option<Interval>,
    pub set: Callback<Days>,
    pub lang: Lang,
}

/// Two typed days, the second may stay empty.
#[part]
pub fn DaysForm(props: &DaysProps) -> Html {
    let w = words(props.lang);
    let bad = use_state_eq(|| false);
    let (first, last) = (use_node_ref(), use_node_ref());
    let onsubmit = {
        let (first, last, bad, set) = (first.clone(), last.clone(), bad.clone(), props.set.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let day = |field: &NodeRef| day_of(&field.cast::<HtmlInputElement>()?.value());
            match day(&first) {
                Some(from) => set.emit(Days { from, to: day(&last).unwrap_or(from) }),
                None => bad.set(true),
            }
        })
    };
    let text = |day: Option<Day>| day.map(|d| d.to_string()).unwrap_or_default();
    let (from, to) = (props.value.and_then(Interval::from), props.value.and_then(Interval::to));
    html! {
        <form class="days" {onsubmit} novalidate=true>
            <label class="field"><span>{ w.fix.first_day }</span>
                <input type="date" ref={first} value={text(from.or(to))} aria-invalid={bad.then_some("true")} />
            </label>
            <label class="field"><span>{ w.fix.last_day }</span>
                <input type="date" ref={last} value={text(to.filter(|_| to != from))} />
            </label>
            if *bad { <p class="refused" role="alert">{ w.fix.bad_days }</p> }
            <button type="submit" class="btn primary">{ &props.title }</button>
        </form>
    }
}
