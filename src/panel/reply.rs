//! Who was accused or asked, and who was heard.

use super::foot::{Desk, place};
use super::lines;
use crate::ui::*;
use sorot_core::view::panel::{AnswerView, ReplyView};

/// As the style sheet knows them, in the order of `HeardView`.
const HEARD: [&str; 3] = ["not-heard", "told", "quoted"];

/// Draws the section.
pub fn reply(desk: &Desk, view: &ReplyView) -> Html {
    let w = desk.words();
    if view.answers.is_empty() {
        return html! { <p class="quiet">{ w.evidence.nobody_answers }</p> };
    }
    html! {
        <>
            <ul class="answers">
                { for view.answers.iter().map(|answer| html! { <li key={answer.actor.slug.clone()}>{ one(desk, answer) }</li> }) }
            </ul>
            if view.more > 0 { <p class="quiet">{ w.and_more(view.more) }</p> }
        </>
    }
}

fn one(desk: &Desk, answer: &AnswerView) -> Html {
    let w = desk.words();
    let (class, heard) = lines::state(HEARD, w.evidence.heard, answer.heard as usize);
    html! {
        <>
            <h3>{ lines::actor(desk, &answer.actor) }</h3>
            <p class="badges">
                <span class={classes!("badge", class)}>{ heard }</span>
                if answer.silent { <span class="badge silent">{ w.evidence.silent }</span> }
                if answer.left_out { <span class="badge silent">{ w.evidence.left_out }</span> }
                if let Some(first) = &answer.first {
                    <span class="quiet">{ w.evidence.first_heard }{ " " }{ place(desk, first) }</span>
                }
            </p>
            <p class="quiet">{ answer.state.join("; ") }</p>
            { lines::list(desk, &answer.lines) }
            if answer.more > 0 { <p class="quiet">{ w.and_more(answer.more) }</p> }
        </>
    }
}
