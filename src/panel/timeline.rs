//! What happened when.

use super::foot::{Desk, foot};
use super::told::chip;
use crate::dom::download;
use crate::signs::shown;
use crate::ui::*;
use sorot_core::query::Query;
use sorot_core::view::SectionView;
use sorot_core::view::panel::{EventView, TimelineView, timelinejs};
use std::rc::Rc;

/// Draws the section `timeline` of `view`.
pub fn timeline(
    desk: &Desk,
    timeline: &TimelineView,
    view: &Rc<SectionView>,
    query: &Query,
    title: &str,
) -> Html {
    let w = desk.words();
    let save = {
        let (view, query, title, lang) = (view.clone(), query.clone(), title.to_string(), desk.lang);
        let (home, opened) = (desk.home.clone(), desk.opened.clone());
        Callback::from(move |_: MouseEvent| {
            if let SectionView::Timeline(timeline) = &*view {
                let chips = opened.pages().chips(&query);
                let filters: Vec<String> = chips.iter().map(|on| chip(on, lang)).collect();
                let file = timelinejs(timeline, &title, &filters, &home, &query, lang);
                download("sorot-timeline.json", &file);
            }
        })
    };
    let shown = timeline.events.len() as u32;
    html! {
        <>
            <div class="section-head">
                <h3>{ w.events(timeline.total) }</h3>
                if shown > 0 {
                    <button type="button" class="btn" onclick={save} title={w.told.timelinejs_hint}>{ w.told.timelinejs }</button>
                }
            </div>
            if shown == 0 { <p class="quiet">{ w.told.no_events }</p> }
            if shown < timeline.total { <p class="quiet">{ w.only_first(shown) }</p> }
            <ol class="sentences events">
                { for timeline.events.iter().filter(|e| !desk.hides(&e.line)).map(|event| {
                    html! { <li key={event.line.id.to_string()}>{ one(desk, event) }</li> }
                }) }
            </ol>
            if timeline.others > 0 { <p class="quiet">{ w.other_events(timeline.others) }</p> }
        </>
    }
}

fn one(desk: &Desk, event: &EventView) -> Html {
    let w = desk.words();
    html! {
        <>
            <p class="event-when">
                <span class={classes!("status", if event.planned { "planned" } else { "happened" })} aria-hidden="true"></span>
                <b>{ &event.when }</b>
                if event.planned { { " · " }{ w.fix.status_of(sorot_core::view::ContactStatus::Planned) } }
            </p>
            <p class="sentence" lang={event.line.lang.tag()}>{ shown(&event.line.text, desk.lang) }</p>
            { foot(desk, &event.line) }
        </>
    }
}
