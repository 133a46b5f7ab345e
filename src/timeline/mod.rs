//! The date strip: how the articles spread over time, and the period that is asked for.

mod bars;
mod brush;
mod fields;
mod handle;
mod measure;
mod presets;
mod rested;
mod scale;
mod strip;
mod table;
mod ticks;

use crate::format::number;
use crate::icons;
use crate::messages::{axis_index, words};
use crate::probe;
use crate::state::Action;
use crate::ui::*;
use fields::Fields;
use presets::PresetsMenu;
use rested::use_rested;
use sorot_core::view::{Axis, Dates, Day, Lang};
use std::rc::Rc;
use strip::Strip;
use table::Table;

#[derive(PartialEq)]
pub struct TimelineProps {
    pub dates: Rc<Dates>,
    pub lang: Lang,
    pub act: Callback<Action>,
}

/// The date strip.
#[part]
pub fn Timeline(props: &TimelineProps) -> Html {
    probe::drawn("time");
    let TimelineProps { dates, lang, act } = props;
    let w = words(*lang);
    let rested = use_rested(dates);
    html! {
        <section class="time" part="time" aria-label={w.time.dates}>
            <div class="time-name">
                <h2>{ w.time.dates }</h2>
                { for key(dates, *lang) }
                <div class="match axes" role="group" aria-label={w.time.axes_label}>
                    { axis_button(Axis::Published, dates.axis, *lang, act) }
                    { axis_button(Axis::Mentioned, dates.axis, *lang, act) }
                </div>
                { for undated_button(dates, *lang, act) }
            </div>
            <div class="time-picture">
                <Strip dates={dates.clone()} rested={rested.clone()} lang={*lang} act={act.clone()} />
                { for rested.map(|dates| html! { <Table {dates} lang={*lang} /> }) }
            </div>
            <div class="period">
                <Fields from={dates.from} to={dates.to} lang={*lang} act={act.clone()} />
                <PresetsMenu presets={dates.presets.clone()} from={dates.from} to={dates.to} lang={*lang} act={act.clone()} />
                <div class="zoom">{ zoom_buttons(dates, *lang, act) }</div>
            </div>
        </section>
    }
}

fn axis_button(axis: Axis, current: Axis, lang: Lang, act: &Callback<Action>) -> Html {
    let time = &words(lang).time;
    let onclick = act.reform(move |_: MouseEvent| Action::Axis(axis));
    html! {
        <button type="button" aria-pressed={(axis == current).to_string()} {onclick} title={time.axes_help[axis_index(axis)]}>
            { time.axes[axis_index(axis)] }
        </button>
    }
}

/// Into the period, and out to the whole axis again. Both always stand there: what comes and goes
/// would move the strip under the hand.
fn zoom_buttons(dates: &Dates, lang: Lang, act: &Callback<Action>) -> Html {
    let time = &words(lang).time;
    let button = |to: Option<(Day, Day)>, text: &'static str, icon: Html, on: bool| {
        let onclick = act.reform(move |_: MouseEvent| Action::Zoom(to));
        html! {
            <button type="button" class="small" title={text} disabled={!on} {onclick}>{ icon }</button>
        }
    };
    let closer = zoom(dates);
    html! {
        <>
            { button(closer, time.zoom_in, icons::zoom_in(), closer.is_some()) }
            { button(None, time.zoom_out, icons::zoom_out(), dates.zoom.is_some()) }
        </>
    }
}

/// The days of the period as far as they are drawn, where more than them is drawn and they could be
/// drawn any larger.
fn zoom(dates: &Dates) -> Option<(Day, Day)> {
    let bins = &dates.histogram.bins;
    let (first, last) = (bins.first()?.first, bins.last()?.last);
    let (from, to) = (dates.from.unwrap_or(first).max(first), dates.to.unwrap_or(last).min(last));
    let days = Some((from, to)).filter(|_| from <= to && bins.len() > 1);
    days.filter(|_| (from, to) != (first, last) && days != dates.zoom)
}

fn undated_button(dates: &Dates, lang: Lang, act: &Callback<Action>) -> Option<Html> {
    let (all, on) = (dates.histogram.undated, dates.undated);
    let name = words(lang).time.undated[axis_index(dates.axis)];
    let onclick = act.reform(move |_: MouseEvent| Action::Undated(!on));
    (all > 0 || on).then(|| {
        html! {
            <button type="button" class="small undated" aria-pressed={on.to_string()} {onclick}>
                { name }
                <span class="facet-count">{ format!("{}/{}", number(dates.histogram.undated_selected, lang), number(all, lang)) }</span>
            </button>
        }
    })
}

/// What the hatching means, where there is any.
fn key(dates: &Dates, lang: Lang) -> Option<Html> {
    let hatched = dates.histogram.bins.iter().any(|bin| bin.all.unsure > 0);
    let meaning = words(lang).time.unsure[axis_index(dates.axis)];
    hatched.then(|| html! { <p class="key">{ bars::swatch() }{ meaning }</p> })
}

#[cfg(test)]
mod tests {
    use super::*;
    use sorot_core::view::{Histogram, Level};

    fn dates(from: &str, to: &str) -> Dates {
        let bins = scale::tests::bins("2025-03-17", "2025-12-17");
        Dates {
            axis: Axis::Published,
            histogram: Histogram { level: Level::Week, bins, undated: 0, undated_selected: 0 },
            from: from.parse().ok(),
            to: to.parse().ok(),
            undated: false,
            zoom: None,
            presets: Rc::default(),
        }
    }

    #[test]
    fn zooming_draws_the_period_where_that_is_less_than_all() {
        let told = |from, to| zoom(&dates(from, to)).map(|(a, b)| format!("{a} {b}"));
        assert_eq!(told("2025-04-01", "2025-04-30").as_deref(), Some("2025-04-01 2025-04-30"));
        assert_eq!(told("2025-04-01", "").as_deref(), Some("2025-04-01 2025-12-21"));
        assert_eq!(told("", ""), None);
        assert_eq!(told("1999-01-01", "1999-12-31"), None);
    }
}
