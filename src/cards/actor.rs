//! An actor: every spelling with its reason, whom it occurs with, where it is named; and what of it the
//! reader knows better.

use super::picker::Picker;
use super::reasons;
use crate::facets::KIND_CLASSES;
use crate::fix::Fix;
use crate::format;
use crate::messages::{kind_index, words};
use crate::state::{Action, Opened};
use crate::ui::*;
use sorot_core::correct::Correction;
use sorot_core::view::{ActorCard, ActorKind, Lang, MentionCard, Spelling};
use std::rc::Rc;
use web_sys::HtmlInputElement;

#[derive(PartialEq)]
pub struct ActorProps {
    pub card: Rc<ActorCard>,
    /// The mention that it was opened from: article, number, reading.
    pub here: Option<(String, u32, MentionCard)>,
    pub opened: Opened,
    pub act: Callback<Action>,
    pub fix: Callback<Fix>,
    /// A correction after which the card closes.
    pub correct: Callback<Correction>,
    /// Opens another actor's card.
    pub to: Callback<String>,
    pub onclose: Callback<()>,
    pub lang: Lang,
}

/// An actor's card.
#[part]
pub fn ActorPart(props: &ActorProps) -> Html {
    let w = words(props.lang);
    let card = &props.card;
    let kind = kind_index(card.kind);
    let slug = card.slug.clone();
    let toggle = props.act.reform({
        let slug = slug.clone();
        move |_: MouseEvent| Action::ToggleActor(slug.clone())
    });
    let exclude = props.act.reform({
        let slug = slug.clone();
        move |_: MouseEvent| Action::ToggleExclusion(slug.clone())
    });
    let period = card.period.map(|p| format!(" · {}", format::period(p, props.lang)));
    html! {
        <>
            <h3><bdi>{ &card.name }</bdi>{ " " }<span class={classes!("tag", KIND_CLASSES[kind])}>{ w.kind[kind] }</span></h3>
            if !card.roles.is_empty() { <p class="card-what"><bdi>{ card.roles.join(" · ") }</bdi></p> }
            { for card.warnings.iter().map(|told| html! { <p class="card-what">{ "⚠ " }<bdi>{ told }</bdi></p> }) }
            if let Some((_, _, here)) = &props.here { <Here here={here.clone()} opened={props.opened.clone()} correct={props.correct.clone()} lang={props.lang} /> }
            <p class="card-row"><span>{ w.fix.named }</span><span>{ w.named_in(card.mentions, card.articles) }{ period }</span></p>
            <div class="card-row"><span>{ w.fix.written_as }</span>
                <ul class="spellings">{ for card.spellings.iter().map(|s| spelling(s, props)) }</ul>
            </div>
            if !card.beside.is_empty() {
                <div class="card-row"><span>{ w.fix.together_with }</span>
                    <span class="tags">{ for card.beside.iter().map(|(other, count)| {
                        let slug = other.slug.clone();
                        html! {
                            <button key={other.slug.clone()} type="button" class={classes!("tag", KIND_CLASSES[kind_index(other.kind)])} onclick={props.to.reform(move |_: MouseEvent| slug.clone())}>
                                <bdi>{ &other.name }</bdi>{ " " }{ format::number(*count, props.lang) }
                            </button>
                        }
                    }) }</span>
                </div>
            }
            <Contexts
                // Another actor, another walk.
                key={card.slug.clone()} card={card.clone()} from={props.here.as_ref().map(|(article, n, _)| (article.clone(), *n))}
                act={props.act.clone()} onclose={props.onclose.clone()} lang={props.lang}
            />
            <div class="row">
                <button type="button" class="btn primary" onclick={toggle} aria-pressed={card.on.to_string()}>{ if card.on { w.fix.filter_off } else { w.fix.filter } }</button>
                <button type="button" class="btn" onclick={exclude} aria-pressed={card.excluded.to_string()}>{ if card.excluded { w.fix.exclude_off } else { w.fix.exclude } }</button>
            </div>
            <Corrections card={card.clone()} opened={props.opened.clone()} fix={props.fix.clone()} correct={props.correct.clone()} lang={props.lang} />
        </>
    }
}

fn spelling(spelling: &Spelling, props: &ActorProps) -> Html {
    let w = words(props.lang);
    let split = {
        let correction =
            Correction::Split { actor: props.card.slug.clone(), spelling: spelling.text.clone() };
        props.fix.reform(move |_: MouseEvent| Fix::Add(correction.clone()))
    };
    let others = props.card.spellings.len() > 1;
    html! {
        <li key={spelling.text.clone()}>
            <details class="why">
                <summary><bdi>{ &spelling.text }</bdi>{ format!(" {}×", format::number(spelling.count, props.lang)) }
                    <span class="why-word">{ w.why }</span></summary>
                if spelling.why.is_empty() { <p class="quiet">{ w.fix.canonical }</p> } else { { reasons(&spelling.why) } }
                if others { <button type="button" class="link" onclick={split}>{ w.fix.split }</button> }
            </details>
        </li>
    }
}

#[derive(PartialEq)]
struct HereProps {
    here: MentionCard,
    opened: Opened,
    correct: Callback<Correction>,
    lang: Lang,
}

/// The mention at hand: why it is a name, why this one; or who it is instead.
#[part]
fn Here(props: &HereProps) -> Html {
    let w = words(props.lang);
    let at = &props.here.at;
    let choose = {
        let at = at.clone();
        props.correct.reform(move |slug| Correction::Mention { at: at.clone(), actor: Some(slug) })
    };
    let none = {
        let at = at.clone();
        props.correct.reform(move |_: MouseEvent| Correction::Mention { at: at.clone(), actor: None })
    };
    html! {
        <details class="why here">
            <summary>{ w.fix.this_place }{ ": " }<q><bdi>{ &at.text }</bdi></q>
                if props.here.government { { " · " }{ w.government } }
                <span class="why-word">{ w.why }</span></summary>
            { reasons(&props.here.why) }
            <Picker label={w.fix.is_other} opened={props.opened.clone()} but={props.here.slug.clone()} {choose} lang={props.lang} />
            <button type="button" class="btn wide" onclick={none}>{ w.fix.is_no_name }</button>
        </details>
    }
}

#[derive(PartialEq)]
struct ContextsProps {
    card: Rc<ActorCard>,
    /// The mention to begin with.
    from: Option<(String, u32)>,
    act: Callback<Action>,
    onclose: Callback<()>,
    lang: Lang,
}

/// The mentions in their sentences, one at a time.
#[part]
fn Contexts(props: &ContextsProps) -> Html {
    let w = words(props.lang);
    let contexts = &props.card.contexts;
    let at = use_state_eq(|| {
        let from = props.from.as_ref();
        from.and_then(|(article, n)| contexts.iter().position(|c| c.article == *article && c.mention == *n))
            .unwrap_or(0)
    });
    let at_now = (*at).min(contexts.len().saturating_sub(1));
    let Some(context) = contexts.get(at_now) else { return Html::default() };
    let step = |to: Option<usize>| {
        let at = at.clone();
        Callback::from(move |_: MouseEvent| at.set(to.unwrap_or(*at)))
    };
    let back = at_now.checked_sub(1);
    let on = Some(at_now + 1).filter(|n| *n < contexts.len());
    let [before, name, after] = &context.words;
    let show = {
        let (article, sentence, onclose) = (context.article.clone(), context.sentence, props.onclose.clone());
        props.act.reform(move |_: MouseEvent| {
            onclose.emit(());
            Action::Show(article.clone(), sentence)
        })
    };
    let day = context.when.interval.map(|when| format::period(when, props.lang));
    html! {
        <section class="context" aria-label={w.fix.in_context}>
            <p class="row">
                <span class="quiet" role="status">{ format!("{} / {}", at_now + 1, contexts.len()) }{ day.map(|d| format!(" · {d}")) }</span>
                <button type="button" class="btn" aria-disabled={back.is_none().to_string()} onclick={step(back)} title={w.fix.previous}><span aria-hidden="true">{ "‹" }</span></button>
                <button type="button" class="btn" aria-disabled={on.is_none().to_string()} onclick={step(on)} title={w.fix.next}><span aria-hidden="true">{ "›" }</span></button>
            </p>
            <blockquote lang={context.lang.tag()}><bdi>{ before }<strong>{ name }</strong>{ after }</bdi></blockquote>
            <button type="button" class="link" onclick={show} title={context.title.clone()}>{ w.fix.open_there }</button>
        </section>
    }
}

#[derive(PartialEq)]
struct CorrectionsProps {
    card: Rc<ActorCard>,
    opened: Opened,
    fix: Callback<Fix>,
    correct: Callback<Correction>,
    lang: Lang,
}

/// What the reader may know better of the actor.
#[part]
fn Corrections(props: &CorrectionsProps) -> Html {
    let w = words(props.lang);
    let card = &props.card;
    let field = use_node_ref();
    let rename = {
        let (slug, field, fix) = (card.slug.clone(), field.clone(), props.fix.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let name = field.cast::<HtmlInputElement>().map(|f| f.value()).unwrap_or_default();
            if !name.trim().is_empty() {
                fix.emit(Fix::Add(Correction::Rename { actor: slug.clone(), name }));
            }
        })
    };
    let kind = |kind: ActorKind| {
        let slug = card.slug.clone();
        props.fix.reform(move |_: MouseEvent| Fix::Add(Correction::Kind { actor: slug.clone(), kind }))
    };
    let merge = {
        let slug = card.slug.clone();
        props.fix.reform(move |into| Fix::Add(Correction::Merge { actor: slug.clone(), into }))
    };
    let hide = {
        let slug = card.slug.clone();
        props.correct.reform(move |_: MouseEvent| Correction::Hide { actor: slug.clone() })
    };
    html! {
        <details class="correct">
            <summary>{ w.fix.correct }</summary>
            <form class="row" onsubmit={rename}>
                <label class="field"><span>{ w.fix.rename }</span><input type="text" class="find" ref={field} value={card.name.clone()} maxlength="200" /></label>
                <button type="submit" class="btn">{ w.fix.save }</button>
            </form>
            <div class="card-row"><span>{ w.fix.kind }</span>
                <div class="match" role="group" aria-label={w.fix.kind}>
                    { for ActorKind::ALL.into_iter().enumerate().map(|(n, k)| html! {
                        <button key={n} type="button" aria-pressed={(card.kind == k).to_string()} onclick={kind(k)}>{ w.kind[n] }</button>
                    }) }
                </div>
            </div>
            <Picker label={w.fix.same_as} opened={props.opened.clone()} but={card.slug.clone()} choose={merge} lang={props.lang} />
            <button type="button" class="btn wide" onclick={hide}>{ w.fix.hide }</button>
        </details>
    }
}
