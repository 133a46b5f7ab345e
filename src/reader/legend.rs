//! The bar above the text: which kinds are highlighted, and the way from mention to mention.

use super::walk::{Step, Walking};
use crate::facets::KIND_CLASSES;
use crate::format;
use crate::icons;
use crate::messages::words;
use crate::settings::Look;
use crate::ui::*;
use sorot_core::sort;
use sorot_core::view::{Lang, Reader as ReaderPage, Tag, tag_at};
use std::rc::Rc;

#[derive(PartialEq)]
pub struct LegendProps {
    pub counts: [u32; 4],
    pub look: Look,
    pub set_look: Callback<Look>,
    pub lang: Lang,
}

/// The class of each kind of highlight.
pub const CLASSES: [&str; 4] = [KIND_CLASSES[0], KIND_CLASSES[1], KIND_CLASSES[2], "date"];

/// The kinds, each a button that turns its highlights off and on.
#[part]
pub fn Legend(props: &LegendProps) -> Html {
    let w = words(props.lang);
    let look = props.look;
    let rows = CLASSES.into_iter().zip(w.reading.kinds).zip(props.counts).enumerate();
    html! {
        <ul class="legend" lang={w.lang.tag()} aria-label={w.reading.highlights}>
            { for rows.map(|(kind, ((class, name), count))| {
                let on = look.kinds.get(kind).copied().unwrap_or(true);
                let turn = props.set_look.reform(move |_: MouseEvent| {
                    let mut kinds = look.kinds;
                    if let Some(drawn) = kinds.get_mut(kind) {
                        *drawn = !*drawn;
                    }
                    Look { kinds, ..look }
                });
                html! {
                    <li key={class}>
                        <button type="button" class={classes!("kind", class)} aria-pressed={on.to_string()} onclick={turn}>
                            <span class="tick" aria-hidden="true">if on { { icons::check() } }</span>
                            <span class={classes!(on.then_some("entity"), class)}>{ name }</span>{ " " }{ format::number(count, props.lang) }
                        </button>
                    </li>
                }
            }) }
        </ul>
    }
}

#[derive(PartialEq)]
pub struct WalkerProps {
    pub reader: Rc<ReaderPage>,
    pub walking: Walking,
    pub step: Callback<Step>,
    pub lang: Lang,
}

/// "Ani 2 / 6", and the buttons to the mention before and the next one.
#[part]
pub fn Walker(props: &WalkerProps) -> Html {
    let w = words(props.lang);
    let walking = &props.walking;
    let all = walking.ground.spots.len() as u32;
    if !walking.wanted {
        return Html::default();
    }
    if all == 0 {
        return html! { <p class="walker quiet" lang={w.lang.tag()}>{ w.reading.not_named_here }</p> };
    }
    let name_of = |place| match tag_at(&props.reader, place) {
        Some(Tag::Actor { name, .. }) => Some(name.as_str()),
        _ => None,
    };
    let mut names: Vec<&str> = walking.ground.spots.iter().filter_map(|p| name_of(*p)).collect();
    sort::by(&mut names, Ord::cmp);
    names.dedup();
    let name = match (walking.current().and_then(name_of), names.as_slice()) {
        (Some(name), _) => name.to_string(),
        (None, [name]) => name.to_string(),
        (None, several) => w.actors_counted(several.len() as u32),
    };
    let at = walking.at.map(|at| at as u32 + 1);
    let go = |to: Step| props.step.reform(move |_: MouseEvent| to);
    let button = |to: Step, name: &'static str, key: &str, icon: Html| {
        let title = format!("{name} ({key})");
        html! { <button type="button" class="btn small" onclick={go(to)} aria-label={name} {title}>{ icon }</button> }
    };
    html! {
        <div class="walker" data-walks="" role="group" aria-label={w.reading.mentions} lang={w.lang.tag()}>
            <span class="walker-name"><bdi>{ &name }</bdi></span>
            <span class="walker-at" aria-hidden="true">{ w.mention_of(at, all) }</span>
            <span class="visually-hidden" role="status">if let Some(at) = at { { w.mention_of_aloud(&name, at, all) } }</span>
            { button(Step::Previous, w.reading.previous_mention, "p", icons::arrow(false)) }
            { button(Step::Next, w.reading.next_mention, "n", icons::arrow(true)) }
        </div>
    }
}
