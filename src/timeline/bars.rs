//! The bars of the histogram: the whole set behind, the selection before it; what is sure is filled,
//! what isn't is hatched.

use super::scale::Scale;
use super::ticks;
use crate::format::px;
use crate::messages::words;
use crate::ui::*;
use sorot_core::view::{Bin, Dates, Lang, Tally};
use std::rc::Rc;

/// What one article is drawn at least, in px.
const LEAST: f64 = 5.0;
/// The widest bar in px.
const WIDEST: f64 = 34.0;

/// The hatching, once a picture: an attribute can name it, the style sheet couldn't.
pub fn patterns() -> Html {
    let pattern = |id: &'static str, class: &'static str| {
        html! {
            <pattern {id} patternUnits="userSpaceOnUse" width="4" height="4" patternTransform="rotate(45)">
                <rect class={classes!("hatch", class)} width="4" height="4" />
                <line class={classes!("hatch-line", class)} x1="1" y1="0" x2="1" y2="4" />
            </pattern>
        }
    };
    html! { <defs>{ pattern("sorot-unsure-all", "all") }{ pattern("sorot-unsure-selected", "selected") }</defs> }
}

/// A piece of hatching, to tell what it means.
pub fn swatch() -> Html {
    html! {
        <svg class="swatch" width="14" height="14" aria-hidden="true">
            <rect class="bar-unsure all" fill="url(#sorot-unsure-all)" x="1" y="1" width="12" height="12" />
        </svg>
    }
}

/// The bars, standing on `base` and at most `tall` px high: all of a look are one path, which is one attribute to write
/// at a key.
pub fn bars(dates: &Dates, scale: &Scale, base: f64, tall: f64) -> Html {
    let bins = &dates.histogram.bins;
    let highest = bins.iter().map(|b| b.all.total()).max().unwrap_or(1).max(1);
    let width = (scale.bin_width() - gap(scale.bin_width())).min(WIDEST);
    let both = |tally: fn(&Bin) -> Tally, class: &'static str, hatching: &'static str| {
        let [mut sure, mut unsure] = [const { String::new() }; 2];
        for (at, bin) in bins.iter().enumerate() {
            let x = scale.x(at as f64 + 0.5) - width / 2.0;
            let tally = tally(bin);
            let [low, high] = [tally.sure, tally.total()].map(|n| height(n, highest, tall));
            for (path, from, to) in [(&mut sure, 0.0, low), (&mut unsure, low, high)] {
                if to > from {
                    path.push_str(&format!(
                        "M{} {}h{}V{}H{}z",
                        px(x),
                        px(base - from),
                        px(width),
                        px(base - to),
                        px(x)
                    ));
                }
            }
        }
        html! {
            <>
                <path class={classes!("bar-sure", class)} d={sure} />
                <path class={classes!("bar-unsure", class)} fill={hatching} d={unsure} />
            </>
        }
    };
    html! {
        <g class="bars" aria-hidden="true">
            { both(|bin| bin.all, "all", "url(#sorot-unsure-all)") }
            { both(|bin| bin.selected, "selected", "url(#sorot-unsure-selected)") }
        </g>
    }
}

#[derive(PartialEq)]
pub struct ReachesProps {
    /// As they last rested.
    pub dates: Rc<Dates>,
    pub scale: Rc<Scale>,
    /// Where the bars stand, and px of the highest.
    pub base: f64,
    pub tall: f64,
    pub lang: Lang,
}

/// Over each bar the whole of its bin, which tells its counts to who points at it.
#[part]
pub fn Reaches(props: &ReachesProps) -> Html {
    let ReachesProps { dates, scale, base, tall, lang } = props;
    let (level, w) = (dates.histogram.level, words(*lang));
    let bins = dates.histogram.bins.iter().enumerate().filter(|(_, bin)| bin.all.total() > 0);
    let reaches = bins.map(|(at, bin)| {
        let name = ticks::name((bin.first, bin.last), level, *lang);
        html! {
            <rect
                key={at} class="bar-reach" x={px(scale.x(at as f64))} width={px(scale.bin_width())} y={px(base - tall)} height={px(*tall)}
            ><title>{ w.bar(&name, bin.selected, bin.all, dates.axis) }</title></rect>
        }
    });
    html! { <g class="bars" aria-hidden="true">{ for reaches }</g> }
}

/// Px between two bars.
fn gap(bin: f64) -> f64 {
    (bin * 0.22).clamp(0.5, 8.0)
}

/// Px of `n` articles where the fullest bin has `highest`.
fn height(n: u32, highest: u32, tall: f64) -> f64 {
    if n == 0 { 0.0 } else { (tall * f64::from(n) / f64::from(highest)).max(LEAST) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_article_is_seen_beside_thousands() {
        assert_eq!(height(0, 1000, 40.0), 0.0);
        assert_eq!(height(1, 1000, 40.0), LEAST);
        assert_eq!(height(1000, 1000, 40.0), 40.0);
    }
}
