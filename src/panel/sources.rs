//! The ladder of sources.

use super::foot::Desk;
use super::lines;
use crate::ui::*;
use sorot_core::view::panel::{SourcesView, StepView};

/// Width of a bar in its own units.
const WIDE: u32 = 200;

/// Draws the section.
pub fn sources(desk: &Desk, view: &SourcesView) -> Html {
    html! {
        <ol class="answers">
            { for view.steps.iter().map(|step| html! { <li key={step.rung.code()}>{ one(desk, step, view.sentences) }</li> }) }
        </ol>
    }
}

fn one(desk: &Desk, step: &StepView, all: u32) -> Html {
    let w = desk.words();
    let width = step.sentences * WIDE / all.max(1);
    html! {
        <>
            <h3>{ w.rung_name(step.rung) }</h3>
            <svg class={classes!("share", step.rung.code())} viewBox={format!("0 0 {WIDE} 6")} preserveAspectRatio="none" aria-hidden="true">
                <rect class="all" width={WIDE.to_string()} height="6" />
                <rect class="part" width={width.to_string()} height="6" />
            </svg>
            <p class="quiet">{ w.sentences_of(step.sentences, all, step.articles) }</p>
            if !step.most.is_empty() {
                <p>
                    { w.evidence.most_told }{ ": " }
                    { for step.most.iter().enumerate().map(|(n, (actor, times))| html! {
                        <>if n > 0 { { ", " } }{ lines::actor(desk, actor) }{ format!(" {times}") }</>
                    }) }
                </p>
            }
            if !step.lines.is_empty() {
                <details class="fresh">
                    <summary>{ w.evidence.sentences }</summary>
                    { lines::list(desk, &step.lines) }
                </details>
            }
        </>
    }
}
