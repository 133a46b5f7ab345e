//! The filters that are on, each to be taken away.

use crate::facets::KIND_CLASSES;
use crate::format;
use crate::icons;
use crate::messages::{axis_index, kind_index, words};
use crate::state::Action;
use crate::ui::*;
use sorot_core::view::{Axis, Chip, Day, Interval, Lang};
use std::rc::Rc;

#[derive(PartialEq)]
pub struct ChipsProps {
    pub chips: Rc<[Chip]>,
    pub lang: Lang,
    pub act: Callback<Action>,
}

/// All of them, and one button that takes all away; nothing where none is on.
#[part]
pub fn Chips(props: &ChipsProps) -> Html {
    let w = words(props.lang);
    if props.chips.is_empty() {
        return Html::default();
    }
    html! {
        <ul class="chips" aria-label={w.filters_on}>
            { for props.chips.iter().map(|chip| html! {
                <li key={key(chip)}><ChipButton chip={chip.clone()} lang={props.lang} act={props.act.clone()} /></li>
            }) }
            <li key="clear">
                <button type="button" class="link" onclick={props.act.reform(|_: MouseEvent| Action::Clear)}>{ w.clear_all }</button>
            </li>
        </ul>
    }
}

fn key(chip: &Chip) -> String {
    match chip {
        Chip::Text(_) => "text".into(),
        Chip::Source(name) => format!("source-{name}"),
        Chip::Language(lang) => format!("language-{}", lang.tag()),
        Chip::Actor { slug, excluded, .. } => format!("actor-{slug}-{excluded}"),
        Chip::Period { .. } | Chip::Undated(_) => "period".into(),
    }
}

#[derive(PartialEq)]
struct ChipProps {
    chip: Chip,
    lang: Lang,
    act: Callback<Action>,
}

#[part]
fn ChipButton(props: &ChipProps) -> Html {
    let w = words(props.lang);
    let (text, class) = match &props.chip {
        Chip::Text(text) => (text.clone(), "words"),
        Chip::Source(name) => (name.clone(), "value"),
        Chip::Language(lang) => {
            let name = w.search.languages[*lang as usize];
            (format!("{}: {name}", w.search.language), "value")
        }
        Chip::Actor { name, kind, excluded, .. } => {
            let class = kind.map_or("unknown", |k| KIND_CLASSES[kind_index(k)]);
            let text = if kind.is_none() { format!("{name} ({})", w.unknown_actor) } else { name.clone() };
            match excluded {
                true => (w.without(&text), "negative"),
                false => (text, class),
            }
        }
        Chip::Period { axis, from, to } => {
            let period = period(*from, *to, props.lang);
            let text = match axis {
                Axis::Published => period,
                Axis::Mentioned => format!("{} {period}", w.time.mentions),
            };
            (text, "dates")
        }
        Chip::Undated(axis) => (w.time.undated[axis_index(*axis)].into(), "dates"),
    };
    let remove = removal(&props.chip);
    let onclick = props.act.reform(move |_: MouseEvent| remove.clone());
    let label = w.remove(&text);
    html! {
        <button type="button" class={classes!("chip", class)} {onclick} aria-label={label.clone()} title={label}>
            if class == "words" { { icons::lens() } }
            <bdi>{ text }</bdi>{ icons::cross() }
        </button>
    }
}

/// What takes a filter away.
pub fn removal(chip: &Chip) -> Action {
    match chip {
        Chip::Text(_) => Action::NoText,
        Chip::Source(name) => Action::ToggleSource(name.clone()),
        Chip::Language(lang) => Action::ToggleLang(*lang),
        Chip::Actor { slug, excluded: true, .. } => Action::ToggleExclusion(slug.clone()),
        Chip::Actor { slug, .. } => Action::ToggleActor(slug.clone()),
        Chip::Period { .. } => Action::Period(None, None),
        Chip::Undated(_) => Action::Undated(false),
    }
}

fn period(from: Option<Day>, to: Option<Day>, lang: Lang) -> String {
    let interval = match (from, to) {
        (Some(a), Some(b)) => Interval::between(a, b),
        (Some(a), None) => Interval::since(a),
        (None, Some(b)) => Interval::until(b),
        (None, None) => return String::new(),
    };
    format::period(interval, lang)
}
