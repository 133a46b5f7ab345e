//! What the reader should know about the link and the settings; said once, dismissed by hand.

use crate::icons;
use crate::messages::words;
use crate::ui::*;
use sorot_core::query::QueryProblem;
use sorot_core::view::Lang;

#[derive(PartialEq)]
pub struct NoticesProps {
    pub problems: Vec<QueryProblem>,
    /// Whether the browser keeps the settings.
    pub kept: bool,
    /// Whether the corrections wait for texts.
    pub waits: bool,
    pub lang: Lang,
    pub dismiss: Callback<MouseEvent>,
}

/// The notices, or nothing.
#[part]
pub fn Notices(props: &NoticesProps) -> Html {
    let w = words(props.lang);
    let told = |problem: &QueryProblem| match problem {
        QueryProblem::UnknownKey(key) => (w.link_unknown, key.clone()),
        QueryProblem::BadValue(key, value) => (w.link_bad, format!("{key}={value}")),
    };
    html! {
        <div class="notices" role="status">
            if !props.problems.is_empty() {
                <div class="notice">
                    <ul>{ for props.problems.iter().map(told).map(|(text, what)| html! {
                        <li>{ text }{ " " }<bdi><code>{ what }</code></bdi></li>
                    }) }</ul>
                    <button type="button" class="btn" onclick={props.dismiss.clone()} aria-label={w.close} title={w.close}>
                        { icons::cross() }
                    </button>
                </div>
            }
            if props.waits { <p class="notice quiet">{ w.texts.fixes_wait }</p> }
            if !props.kept { <p class="notice quiet">{ w.not_kept }</p> }
        </div>
    }
}
