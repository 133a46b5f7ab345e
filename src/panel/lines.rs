//! Lines of the panel as every section sets them.

use super::foot::{Desk, foot};
use crate::signs::shown;
use crate::state::Action;
use crate::ui::*;
use sorot_core::view::{CardActor, Line};

/// The lines that the reader hasn't hidden.
pub fn list(desk: &Desk, lines: &[Line]) -> Html {
    html! {
        <ul class="sentences">
            { for lines.iter().filter(|line| !desk.hides(line)).map(|line| item(desk, line)) }
        </ul>
    }
}

/// A line with its foot.
pub fn item(desk: &Desk, line: &Line) -> Html {
    html! {
        <li>
            <p class="sentence">
                if !line.head.is_empty() { <bdi class="line-head">{ &line.head }</bdi>{ ": " } }
                <span lang={line.lang.tag()}>{ shown(&line.text, desk.lang) }</span>
            </p>
            { foot(desk, line) }
        </li>
    }
}

/// An actor that is asked for by a click.
pub fn actor(desk: &Desk, actor: &CardActor) -> Html {
    actor_with(desk, actor, None)
}

/// Likewise; `title` says more of it, to whoever hears the page too.
pub fn actor_with(desk: &Desk, actor: &CardActor, title: Option<String>) -> Html {
    let slug = actor.slug.clone();
    let toggle = desk.act.reform(move |_: MouseEvent| Action::ToggleActor(slug.clone()));
    html! { <button type="button" class="link" onclick={toggle} {title}><bdi>{ &actor.name }</bdi></button> }
}

/// The class and the word of the `at`-th of a few states.
pub fn state<const N: usize>(
    classes: [&'static str; N],
    names: [&'static str; N],
    at: usize,
) -> (&'static str, &'static str) {
    classes.into_iter().zip(names).nth(at).unwrap_or_default()
}
