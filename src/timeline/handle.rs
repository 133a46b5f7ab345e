//! A handle of the period: a slider, after the ARIA pattern with two thumbs.

use super::brush::{Brush, End, Period};
use super::scale::Scale;
use crate::format::px;
use crate::messages::words;
use crate::ui::*;
use chrono::Datelike;
use sorot_core::calendar::long_day;
use sorot_core::view::Lang;
use std::rc::Rc;

#[derive(PartialEq)]
pub struct HandleProps {
    pub end: End,
    pub scale: Rc<Scale>,
    pub period: Period,
    /// Px of the bars.
    pub base: f64,
    /// Whether there is a period; without one the handles wait at the ends.
    pub narrowed: bool,
    pub lang: Lang,
    pub onkey: Callback<KeyboardEvent>,
}

/// Px of its target: outwards, and inwards of its line.
const TARGET: (f64, f64) = (20.0, 4.0);
/// Px of what is drawn.
const GRIP: (f64, f64) = (7.0, 18.0);

/// One end of the period.
#[part]
pub fn Handle(props: &HandleProps) -> Html {
    let HandleProps { end, scale, period, base, lang, .. } = props;
    let w = words(*lang);
    let brush = Brush::of(scale, *period);
    // What it says is whole days from the start of the axis; its bound is the other handle.
    let first = scale.day(0).map_or(0, |d| d.num_days_from_ce());
    let last = first + scale.offset(i32::MAX);
    let from = period.0.map_or(first, |d| d.num_days_from_ce());
    let to = period.1.map_or(last - 1, |d| d.num_days_from_ce());
    let (name, at, day, open, now, least, most) = match end {
        End::From => {
            (w.time.first_day, brush.from, from, period.0.is_none(), scale.offset(from), 0, scale.offset(to))
        }
        End::To => (
            w.time.last_day,
            brush.to,
            to,
            period.1.is_none(),
            scale.offset(to),
            scale.offset(from),
            scale.offset(last - 1),
        ),
    };
    let said =
        chrono::NaiveDate::from_num_days_from_ce_opt(day).map(|d| long_day(d, *lang)).unwrap_or_default();
    let said = match (open, end) {
        (false, _) => said,
        (true, End::From) => format!("{said} ({})", w.time.from_start),
        (true, End::To) => format!("{said} ({})", w.time.to_end),
    };
    let x = scale.x(at);
    let left = if *end == End::From { x - TARGET.0 } else { x - TARGET.1 };
    html! {
        <g
            class={classes!("handle", props.narrowed.then_some("on"))} role="slider" tabindex="0" focusable="true"
            aria-label={name} aria-orientation="horizontal" aria-valuemin={least.to_string()}
            aria-valuemax={most.to_string()} aria-valuenow={now.to_string()} aria-valuetext={said}
            onkeydown={props.onkey.clone()}
        >
            <rect class="handle-reach" x={px(left)} y="0" width={px(TARGET.0 + TARGET.1)} height={px(*base)} />
            <path class="handle-line" d={format!("M{} 0V{}", px(x), px(*base))} />
            <rect
                class="handle-grip" x={px(x - GRIP.0 / 2.0)} y={px((base - GRIP.1) / 2.0)}
                width={px(GRIP.0)} height={px(GRIP.1)} rx="3"
            />
        </g>
    }
}
