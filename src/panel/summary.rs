//! In short: how many, when, who, and the key sentences.

use super::foot::{Desk, foot};
use super::fresh;
use super::lines;
use crate::format;
use crate::signs::shown;
use crate::state::Action;
use crate::ui::*;
use sorot_core::query::Query;
use sorot_core::view::Length;
use sorot_core::view::panel::SummaryView;

/// Draws the section, of which some may be missing as long as it `waits` for texts.
pub fn summary(desk: &Desk, summary: &SummaryView, query: &Query, waits: bool) -> Html {
    let (w, length) = (desk.words(), query.length());
    html! {
        <>
            { opening(desk, summary) }
            if summary.inferred > 0 { <p class="quiet">{ "≈ " }{ w.inferred_counted(summary.inferred) }</p> }
            if summary.undated > 0 { <p class="quiet">{ w.undated_counted(summary.undated) }</p> }
            if let Some(new) = &summary.fresh { { fresh::fresh(desk, new, query.of_article()) } }
            <div class="section-head">
                <h3>{ w.key_sentences }</h3>
                <div class="match" role="group" aria-label={w.panel.length}>
                    { for Length::ALL.map(|n| {
                        let choose = desk.act.reform(move |_: MouseEvent| Action::Length(n));
                        html! {
                            <button type="button" key={n.sentences()} aria-pressed={(n == length).to_string()} onclick={choose}>
                                { n.sentences() }
                            </button>
                        }
                    }) }
                </div>
            </div>
            if summary.sentences.is_empty() && !waits {
                <p class="quiet">{ w.nothing_to_summarise }</p>
            } else {
                <ol class="sentences">
                    { for summary.sentences.iter().filter(|s| !desk.hides(&s.line)).map(|sentence| html! {
                        <li key={sentence.line.id.to_string()}>
                            <p class="sentence" lang={sentence.line.lang.tag()}>{ shown(&sentence.line.text, desk.lang) }</p>
                            if let Some(means) = &sentence.means {
                                <p class="quiet">{ format!("“{}”: ", means.word) }<bdi>{ &means.name }</bdi></p>
                            }
                            { foot(desk, &sentence.line) }
                        </li>
                    }) }
                </ol>
            }
        </>
    }
}

fn opening(desk: &Desk, summary: &SummaryView) -> Html {
    let w = desk.words();
    html! {
        <p class="lede">
            { w.selected_of(summary.selected, summary.total) }
            if let Some(period) = summary.period { { ", " }{ format::period(period, desk.lang) } }
            { "." }
            if !summary.most.is_empty() {
                { format!(" {}: ", w.most_named) }
                { for summary.most.iter().enumerate().map(|(n, (actor, articles))| html! {
                    <>
                        if n > 0 { { ", " } }
                        { lines::actor_with(desk, actor, Some(w.named(&actor.name, *articles, summary.selected))) }
                    </>
                }) }
                { "." }
            }
        </p>
    }
}
