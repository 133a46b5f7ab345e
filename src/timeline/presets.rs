//! Periods that a reader often asks for, in one menu.

use crate::format;
use crate::messages::words;
use crate::state::Action;
use crate::ui::*;
use sorot_core::view::{Day, Interval, Lang, Level, Presets};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;

#[derive(PartialEq)]
pub struct PresetsProps {
    pub presets: Rc<Presets>,
    /// The period asked for.
    pub from: Option<Day>,
    pub to: Option<Day>,
    pub lang: Lang,
    pub act: Callback<Action>,
}

/// The menu; it shows the present period where that is one of them.
#[part]
pub fn PresetsMenu(props: &PresetsProps) -> Html {
    let w = words(props.lang);
    let groups = groups(&props.presets, props.lang);
    let all: Vec<Interval> = groups.iter().flatten().map(|preset| preset.1).collect();
    let period = match (props.from, props.to) {
        (None, None) => None,
        (Some(a), Some(b)) => Some(all.iter().position(|i| *i == Interval::between(a, b))),
        _ => Some(None),
    };
    let onchange = {
        let act = props.act.clone();
        Callback::from(move |event: Event| {
            let Some(menu) = event.target().and_then(|t| t.dyn_into::<HtmlSelectElement>().ok()) else {
                return;
            };
            match menu.value().parse::<usize>().ok().and_then(|at| all.get(at)) {
                Some(chosen) => act.emit(Action::Period(chosen.from(), chosen.to())),
                None => act.emit(Action::Period(None, None)),
            }
        })
    };
    let is_own = period == Some(None);
    let mut at = 0;
    let mut option = |(name, _): &(String, Interval)| {
        let n = at;
        at += 1;
        html! { <option key={n} value={n.to_string()} selected={period == Some(Some(n))}>{ name }</option> }
    };
    let [often, units] = &groups;
    html! {
        <select class="presets" aria-label={w.time.presets} title={w.time.presets} {onchange}>
            <option value="" selected={period.is_none()}>{ w.time.all_dates }</option>
            if is_own { <option value="own" selected=true disabled=true>{ w.time.own_period }</option> }
            if !often.is_empty() {
                <optgroup label={w.time.often}>{ for often.iter().map(&mut option) }</optgroup>
            }
            if units.len() > 1 {
                <optgroup label={w.time.period}>{ for units.iter().map(&mut option) }</optgroup>
            }
        </select>
    }
}

/// What is offered, by name: the often used ones, and months, years or decades.
fn groups(presets: &Presets, lang: Lang) -> [Vec<(String, Interval)>; 2] {
    let w = words(lang);
    let busiest = presets
        .busiest_month
        .into_iter()
        .filter_map(|month| Some((w.busiest(&format::month(month.from()?, lang)), month)));
    let last =
        presets.last_days.into_iter().flatten().map(|i| (w.last_days(i.days().unwrap_or(0) as u32), i));
    let units = presets.units.iter().filter_map(|unit| {
        let days = (unit.from()?, unit.to()?);
        let level = match unit.days()? {
            0..=31 => Level::Month,
            32..=366 => Level::Years(1),
            _ => Level::Years(10),
        };
        Some((super::ticks::name(days, level, lang), *unit))
    });
    [busiest.chain(last).collect(), units.collect()]
}
