//! The date strip: articles by month, and the period as two typed dates.

use crate::format;
use crate::messages::words;
use crate::state::Action;
use chrono::{Datelike, Months};
use sorot_core::view::{Dates, Day, Lang, MonthCount};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct TimelineProps {
    pub dates: Rc<Dates>,
    pub lang: Lang,
    pub act: Callback<Action>,
}

/// The date strip.
#[component]
pub fn Timeline(props: &TimelineProps) -> Html {
    let w = words(props.lang);
    let dates = &props.dates;
    let highest = dates.months.iter().map(|m| m.all).max().unwrap_or(1).max(1);
    let narrowed = dates.from.is_some() || dates.to.is_some();
    let all = props.act.reform(|_: MouseEvent| Action::Period(None, None));
    let every = label_step(dates.months.len());
    html! {
        <section class="time" aria-label={w.dates}>
            <div class="time-name">
                <h2>{ w.dates }</h2>
                if narrowed {
                    <button type="button" class="link" onclick={all}>{ w.all_dates }</button>
                }
            </div>
            <ul class="months" aria-label={w.by_month}>
                { for dates.months.iter().enumerate().map(|(n, month)| html! {
                    <li key={month.month.to_string()}>
                        <Month
                            month={*month} {highest} labelled={n % every == 0} with_year={n == 0 || month.month.month() == 1}
                            on={covers(dates, month.month)} only={is_only(dates, month.month)}
                            lang={props.lang} act={props.act.clone()}
                        />
                    </li>
                }) }
            </ul>
            <div class="period">
                <DateField label={w.from} value={dates.from} act={props.act.reform({
                    let to = dates.to;
                    move |from| Action::Period(from, to)
                })} />
                <DateField label={w.to} value={dates.to} act={props.act.reform({
                    let from = dates.from;
                    move |to| Action::Period(from, to)
                })} />
                if dates.undated > 0 {
                    <p class="undated">
                        { if narrowed { w.undated_left_out(dates.undated) } else { w.undated_counted(dates.undated) } }
                    </p>
                }
            </div>
        </section>
    }
}

/// Every how many months one is named, so that at most a dozen names stand side by side.
fn label_step(months: usize) -> usize {
    match months {
        0..=12 => 1,
        13..=36 => 3,
        _ => 12,
    }
}

fn last_day(month: Day) -> Option<Day> {
    month.checked_add_months(Months::new(1))?.pred_opt()
}

fn covers(dates: &Dates, month: Day) -> bool {
    let narrowed = dates.from.is_some() || dates.to.is_some();
    narrowed
        && dates.to.is_none_or(|to| month <= to)
        && dates.from.is_none_or(|from| last_day(month).is_some_and(|last| from <= last))
}

fn is_only(dates: &Dates, month: Day) -> bool {
    dates.from == Some(month) && dates.to == last_day(month)
}

#[derive(Properties, PartialEq)]
struct MonthProps {
    month: MonthCount,
    /// Articles of the fullest month.
    highest: u32,
    labelled: bool,
    with_year: bool,
    /// Whether the period touches it.
    on: bool,
    /// Whether the period is this month.
    only: bool,
    lang: Lang,
    act: Callback<Action>,
}

/// The bars are drawn this high, in units of the picture.
const HEIGHT: u32 = 100;
/// What one article is drawn at least.
const LEAST: u32 = 8;

#[component]
fn Month(props: &MonthProps) -> Html {
    let MonthCount { month, all, selected } = props.month;
    let w = words(props.lang);
    let tall = |n: u32| if n == 0 { 0 } else { (HEIGHT * n / props.highest).max(LEAST) };
    let bar = |n: u32, class: &'static str| {
        let tall = tall(n);
        html! { <rect {class} x="0" width="10" y={(HEIGHT - tall).to_string()} height={tall.to_string()} /> }
    };
    let only = props.only;
    let choose = props.act.reform(move |_: MouseEvent| match last_day(month) {
        Some(last) if !only => Action::Period(Some(month), Some(last)),
        _ => Action::Period(None, None),
    });
    let said = w.month(&format::month(month, props.lang), selected, all);
    html! {
        <button
            type="button" class={classes!("month", props.on.then_some("on"))} onclick={choose}
            aria-pressed={only.to_string()} title={said.clone()} disabled={all == 0}
        >
            <svg viewBox="0 0 10 100" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                { bar(all, "bar-all") }
                { bar(selected, "bar-selected") }
            </svg>
            <span class="visually-hidden">{ said }</span>
            <span class="month-name" aria-hidden="true">
                if props.labelled {
                    { format::short_month(month, props.lang) }
                    if props.with_year { <span class="year">{ format!(" {}", month.year()) }</span> }
                }
            </span>
        </button>
    }
}

#[derive(Properties, PartialEq)]
struct DateFieldProps {
    label: AttrValue,
    value: Option<Day>,
    act: Callback<Option<Day>>,
}

/// Years before this one are somebody still typing: the field reports "0002" on the way to "2025".
const FIRST_YEAR: i32 = 1000;

#[component]
fn DateField(props: &DateFieldProps) -> Html {
    let act = props.act.clone();
    let onchange = Callback::from(move |event: Event| {
        let Some(field) = event.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok()) else { return };
        let text = field.value();
        match text.parse::<Day>() {
            Ok(day) if day.year() >= FIRST_YEAR => act.emit(Some(day)),
            Ok(_) => {}
            Err(_) if text.is_empty() => act.emit(None),
            Err(_) => {}
        }
    });
    html! {
        <label class="field">
            <span>{ &props.label }</span>
            <input type="date" value={props.value.map(|d| d.to_string()).unwrap_or_default()} {onchange} />
        </label>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dates(from: &str, to: &str) -> Dates {
        Dates { months: vec![], from: from.parse().ok(), to: to.parse().ok(), undated: 0 }
    }

    #[test]
    fn a_period_touches_the_months_it_reaches_into() {
        let april: Day = "2025-04-01".parse().unwrap();
        assert!(covers(&dates("2025-04-30", ""), april));
        assert!(covers(&dates("", "2025-04-01"), april));
        assert!(!covers(&dates("2025-05-01", ""), april));
        assert!(!covers(&dates("", ""), april));
        assert!(is_only(&dates("2025-04-01", "2025-04-30"), april));
    }
}
