//! What is new in the latest article, or in the open one.

use super::foot::{Desk, place};
use super::lines;
use crate::ui::*;
use sorot_core::view::panel::FreshView;

/// Draws it; nothing where nothing is.
pub fn fresh(desk: &Desk, fresh: &FreshView, of_article: bool) -> Html {
    let w = desk.words();
    if fresh.actors.is_empty() && fresh.lines.is_empty() {
        return Html::default();
    }
    let title = if of_article { w.evidence.fresh_here } else { w.evidence.fresh };
    html! {
        <details class="fresh">
            <summary>
                <h3>{ title }</h3>
                <span class="quiet">{ w.against_earlier(fresh.earlier) }</span>
            </summary>
            if !fresh.actors.is_empty() {
                <p class="new-names">
                    { w.evidence.fresh_names }{ ": " }
                    { for fresh.actors.iter().map(|(actor, at)| html! {
                        <span>{ lines::actor(desk, actor) }{ " " }{ place(desk, at) }</span>
                    }) }
                </p>
            }
            { lines::list(desk, &fresh.lines) }
        </details>
    }
}
