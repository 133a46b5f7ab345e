//! What do a drag and a key do to the period? Pure functions from bins to bins.

use super::scale::Scale;
use chrono::Datelike;
use sorot_core::view::{Day, Level};

/// Both ends of a period, as the query has them.
pub type Period = (Option<Day>, Option<Day>);

/// The period as it lies on the axis, in bins from its start; an open end is the axis' own.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Brush {
    /// Where it begins.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
}

impl Brush {
    /// Of a period.
    pub fn of(scale: &Scale, (from, to): Period) -> Brush {
        let from = from.map_or(0.0, |d| scale.position(d.num_days_from_ce()));
        let to = to.map_or(scale.len() as f64, |d| scale.position(d.num_days_from_ce() + 1));
        Brush { from, to: to.max(from) }
    }

    /// The bins that it touches, at least one: first, and the one after the last.
    fn bins(self, scale: &Scale) -> (usize, usize) {
        let from = (self.from.floor() as usize).min(scale.len() - 1);
        (from, (self.to.ceil() as usize).clamp(from + 1, scale.len()))
    }
}

/// One of the two handles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// That of the first day.
    From,
    /// That of the last day.
    To,
}

/// What the pointer has taken hold of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grip {
    /// A handle.
    Handle(End),
    /// The inside of the period.
    Inside,
    /// Nothing: a new period begins.
    Empty,
}

/// Px from a handle's line that still take hold of it: outwards, and inwards.
const REACH: (f64, f64) = (22.0, 5.0);

/// What lies under the pointer. The handles reach outwards, so that the inside of a narrow period
/// can be taken hold of.
pub fn grip(scale: &Scale, period: Period, x: f64) -> Grip {
    let brush = Brush::of(scale, period);
    let (from, to) = (x - scale.x(brush.from), x - scale.x(brush.to));
    let inwards = REACH.1.min((from - to) / 4.0);
    if (-REACH.0..=inwards).contains(&from) {
        Grip::Handle(End::From)
    } else if (-inwards..=REACH.0).contains(&to) {
        Grip::Handle(End::To)
    } else if period != (None, None) && from > 0.0 && to < 0.0 {
        Grip::Inside
    } else {
        Grip::Empty
    }
}

/// A drag under way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Drag {
    /// What it holds.
    pub grip: Grip,
    /// Where it began, in px.
    pub start: f64,
    /// The period when it began.
    pub before: Period,
}

/// Px that the pointer may tremble and still click.
const TREMBLE: f64 = 4.0;

impl Drag {
    /// Whether the pointer, now at `x`, has left the place where it was pressed.
    pub fn has_moved(&self, x: f64) -> bool {
        (x - self.start).abs() >= TREMBLE
    }

    /// The period with the pointer at `x`, whole bins; `whole` says that the axis is all there is.
    pub fn to(&self, scale: &Scale, x: f64, whole: bool) -> Period {
        let (start, now) = (scale.bin_at(self.start), scale.bin_at(x));
        match self.grip {
            Grip::Handle(end) => moved(scale, self.before, end, scale.edge_at(x), whole),
            Grip::Empty => run(scale, (start.min(now), start.max(now) + 1)),
            Grip::Inside => {
                let (from, to) = Brush::of(scale, self.before).bins(scale);
                let first = (from + now).saturating_sub(start).min(scale.len() - (to - from));
                run(scale, (first, first + to - from))
            }
        }
    }
}

/// The days of a run of bins.
pub fn run(scale: &Scale, bins: (usize, usize)) -> Period {
    scale.days(bins).map_or((None, None), |(from, to)| (Some(from), Some(to)))
}

/// The period after one end was moved to an edge; the other stays where it is, at least a bin away.
/// At the end of a whole axis it becomes open.
pub fn moved(scale: &Scale, period: Period, end: End, edge: usize, whole: bool) -> Period {
    let brush = Brush::of(scale, period);
    match end {
        End::From => {
            let most = (brush.to.ceil() as usize).saturating_sub(1);
            let edge = edge.min(most);
            let open = edge == 0 && whole;
            (scale.day(edge).filter(|_| !open), period.1)
        }
        End::To => {
            let edge = edge.max(brush.from.floor() as usize + 1).min(scale.len());
            let open = edge == scale.len() && whole;
            (period.0, scale.day(edge).and_then(|d| d.pred_opt()).filter(|_| !open))
        }
    }
}

/// How far a key moves a handle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// So many bins.
    Bins(i32),
    /// To the start of the axis.
    First,
    /// To the end of the axis.
    Last,
}

/// The step of a key, by its name in the browser; `None` for keys that move nothing.
pub fn step(key: &str, shift: bool, level: Level) -> Option<Step> {
    let arrow = if shift { large(level) } else { 1 };
    Some(match key {
        "ArrowLeft" | "ArrowDown" => Step::Bins(-arrow),
        "ArrowRight" | "ArrowUp" => Step::Bins(arrow),
        "PageDown" => Step::Bins(-large(level)),
        "PageUp" => Step::Bins(large(level)),
        "Home" => Step::First,
        "End" => Step::Last,
        _ => return None,
    })
}

/// The bins of a large step: a week of days, a month of weeks, and so on.
fn large(level: Level) -> i32 {
    match level {
        Level::Day => 7,
        Level::Week | Level::Quarter => 4,
        Level::Month => 3,
        Level::Years(_) => 10,
    }
}

/// The edge to which a step moves a handle; from within a bin the first step goes to its edge.
pub fn stepped(scale: &Scale, period: Period, end: End, step: Step) -> usize {
    let brush = Brush::of(scale, period);
    let at = match end {
        End::From => brush.from,
        End::To => brush.to,
    };
    let target = match step {
        Step::Bins(n) if n < 0 => at.ceil() as i64 + i64::from(n),
        Step::Bins(n) => at.floor() as i64 + i64::from(n),
        Step::First => 0,
        Step::Last => scale.len() as i64,
    };
    target.clamp(0, scale.len() as i64) as usize
}

#[cfg(test)]
mod tests;
