//! The histogram with the period over it: drawn in px of the page, moved by pointer and by key.

use super::bars::{Reaches, bars, patterns};
use super::brush::{Brush, Drag, End, Grip, grip, moved, run, step, stepped};
use super::handle::Handle;
use super::measure::use_width;
use super::scale::{MARGIN, Scale};
use super::ticks::{Tick, ticks};
use crate::format;
use crate::format::px;
use crate::messages::words;
use crate::state::Action;
use crate::ui::*;
use sorot_core::view::{Dates, Interval, Lang};
use std::rc::Rc;
use web_sys::Element;

#[derive(PartialEq)]
pub struct StripProps {
    pub dates: Rc<Dates>,
    /// As they last rested, if they did.
    pub rested: Option<Rc<Dates>>,
    pub lang: Lang,
    pub act: Callback<Action>,
}

/// Narrower strips are drawn lower, in px.
const NARROW: f64 = 480.0;
/// Px above the bars.
const ABOVE: f64 = 5.0;
/// Px of the names below the axis.
const BELOW: f64 = 24.0;

/// The histogram and the brush.
#[part]
pub fn Strip(props: &StripProps) -> Html {
    let place = use_node_ref();
    let width = use_width(place.clone());
    let tall = if width < NARROW { 32.0 } else { 44.0 };
    let picture = picture(props, width, tall);
    html! { <div class="strip" ref={place}>{ for picture }</div> }
}

/// What is drawn; `None` where no article has a day.
fn picture(props: &StripProps, width: f64, tall: f64) -> Option<Html> {
    let scale = Rc::new(Scale::new(&props.dates.histogram.bins, width)?);
    let bins = &props.dates.histogram.bins;
    let span = (bins.first()?.first, bins.last()?.last);
    let base = ABOVE + tall;
    let names = ticks(&scale, props.dates.histogram.level, span, width - MARGIN / 2.0, props.lang);
    Some(html! {
        <Picture
            scale={scale.clone()} dates={props.dates.clone()} rested={props.rested.clone()} lang={props.lang} act={props.act.clone()}
            {width} {tall} {base} {names}
        />
    })
}

#[derive(PartialEq)]
struct PictureProps {
    scale: Rc<Scale>,
    dates: Rc<Dates>,
    rested: Option<Rc<Dates>>,
    lang: Lang,
    act: Callback<Action>,
    /// Px of the whole picture.
    width: f64,
    /// Px of the highest bar.
    tall: f64,
    /// Where the bars stand, in px from above.
    base: f64,
    names: Vec<Tick>,
}

#[part]
fn Picture(props: &PictureProps) -> Html {
    let PictureProps { scale, dates, rested, lang, act, width, tall, base, names } = props;
    let (lang, width, tall, base) = (*lang, *width, *tall, *base);
    let period = (dates.from, dates.to);
    let narrowed = period != (None, None);
    let whole = dates.zoom.is_none();
    let brush = Brush::of(scale, period);
    let svg = use_node_ref();
    // Kept beside the drawing: the pointer moves between two drawings too. With it where the picture begins, in px of the
    // window: asking at every move would make the browser lay out the page then.
    let drag = use_mut_ref(|| None::<(Drag, f64)>);
    let onpointerdown = {
        let (scale, drag, svg) = (scale.clone(), drag.clone(), svg.clone());
        Callback::from(move |event: PointerEvent| {
            let Some(svg) = svg.cast::<Element>() else { return };
            let place = svg.get_bounding_client_rect();
            let (x, y) =
                (f64::from(event.client_x()) - place.left(), f64::from(event.client_y()) - place.top());
            if event.button() != 0 || !event.is_primary() || y > base + 4.0 {
                return;
            }
            let held = Drag { grip: grip(&scale, period, x), start: x, before: period };
            *drag.borrow_mut() = Some((held, place.left()));
            let _ = svg.set_pointer_capture(event.pointer_id());
        })
    };
    let onpointermove = {
        let (scale, drag, act) = (scale.clone(), drag.clone(), act.clone());
        Callback::from(move |event: PointerEvent| {
            let Some((held, left)) = *drag.borrow() else { return };
            let x = f64::from(event.client_x()) - left;
            if held.has_moved(x) || period != held.before {
                let next = held.to(&scale, x, whole);
                if next != period {
                    act.emit(Action::Slide(next.0, next.1));
                }
            }
        })
    };
    let onpointerup = {
        let (scale, drag, act) = (scale.clone(), drag.clone(), act.clone());
        Callback::from(move |event: PointerEvent| {
            let Some((held, left)) = drag.take() else { return };
            let x = f64::from(event.client_x()) - left;
            let clicked = !held.has_moved(x) && period == held.before;
            if clicked && !matches!(held.grip, Grip::Handle(_)) {
                let bin = scale.bin_at(x);
                let days = run(&scale, (bin, bin + 1));
                let (from, to) = if days == period { (None, None) } else { days };
                act.emit(Action::Period(from, to));
            }
        })
    };
    // The browser took the pointer for itself, to scroll or to zoom: all is as it was before.
    let onpointercancel = {
        let (drag, act) = (drag.clone(), act.clone());
        Callback::from(move |_: PointerEvent| {
            if let Some((held, _)) = drag.take() {
                act.emit(Action::Slide(held.before.0, held.before.1));
            }
        })
    };
    let onkeydown = {
        let (drag, act) = (drag.clone(), act.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.key() != "Escape" {
                return;
            }
            if let Some((held, _)) = drag.take() {
                act.emit(Action::Slide(held.before.0, held.before.1));
            } else if narrowed {
                act.emit(Action::Period(None, None));
            } else {
                return;
            }
            event.prevent_default();
            event.stop_propagation();
        })
    };
    let handle = |end: End| {
        let (scale, act, level) = (scale.clone(), act.clone(), dates.histogram.level);
        let onkey = Callback::from(move |event: KeyboardEvent| {
            if event.ctrl_key() || event.alt_key() || event.meta_key() {
                return;
            }
            let Some(step) = step(&event.key(), event.shift_key(), level) else { return };
            event.prevent_default();
            let (from, to) = moved(&scale, period, end, stepped(&scale, period, end, step), whole);
            act.emit(Action::Slide(from, to));
        });
        html! { <Handle {end} scale={props.scale.clone()} {period} {base} {narrowed} {lang} {onkey} /> }
    };
    let (left, right) = (scale.x(brush.from), scale.x(brush.to));
    let label = words(lang).articles_by(dates.histogram.level, dates.axis);
    html! {
        <svg
            ref={svg} class={classes!("histogram", narrowed.then_some("narrowed"))}
            width={px(width)} height={px(base + BELOW)} role="group" aria-label={label}
            {onpointerdown} {onpointermove} {onpointerup} {onpointercancel} {onkeydown}
        >
            { patterns() }
            <rect class="ground" x="0" y="0" width={px(width)} height={px(base)} />
            if narrowed {
                <rect class="brush" x={px(left)} y="0" width={px(right - left)} height={px(base)} aria-hidden="true" />
            }
            { bars(dates, scale, base, tall) }
            { for rested.iter().map(|dates| html! { <Reaches dates={dates.clone()} scale={scale.clone()} {base} {tall} {lang} /> }) }
            <path class="axis" aria-hidden="true" d={format!("M{} {}H{}", px(MARGIN), px(base + 0.5), px(scale.end()))} />
            <g class="names" aria-hidden="true">
                { for names.iter().map(|tick| name(tick, base, lang, act)) }
            </g>
            { handle(End::From) }
            { handle(End::To) }
        </svg>
    }
}

/// A name under the axis; a click asks for its days.
fn name(tick: &Tick, base: f64, lang: Lang, act: &Callback<Action>) -> Html {
    let (from, to) = tick.days;
    let onclick = act.reform(move |_: MouseEvent| Action::Period(Some(from), Some(to)));
    html! {
        <g class="name" {onclick}>
            <title>{ format::period(Interval::between(from, to), lang) }</title>
            <rect class="name-reach" x={px(tick.x - 4.0)} y={px(base + 1.0)} width={px(tick.end() - tick.x + 8.0)} height={px(BELOW - 1.0)} />
            <path class="tick" d={format!("M{} {}v4", px(tick.x + 0.5), px(base + 1.0))} />
            <text x={px(tick.x + 3.0)} y={px(base + 15.0)}>{ &tick.text }</text>
        </g>
    }
}
