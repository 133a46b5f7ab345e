//! How do the articles spread over time, all of them and the selected ones?
//!
//! **Published**: an article counts once, in the bin of its first possible day. **Mentioned**: it
//! counts once in every bin in which a day that its text speaks of may lie, so that a bin's count is
//! what asking for the bin's days gives; a year counts in each of its months. Where nothing certain
//! puts it into the bin it counts as unsure: a day of publication that is inferred, days that
//! reach beyond the bin.

use super::Hits;
use super::bins::{Bins, Level};
use super::rows::Rows;
use crate::calendar::{Day, Interval};
use crate::corpus::DocId;
use crate::index::{Index, Span, counts_by};
use crate::query::Axis;
use chrono::Datelike;
use std::ops::Range;

/// Articles counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Those whose days certainly lie here.
    pub sure: u32,
    /// Those whose days may lie here.
    pub unsure: u32,
}

impl Tally {
    /// All of them.
    pub fn total(self) -> u32 {
        self.sure + self.unsure
    }
}

/// A part of the time, and the articles in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bin {
    /// Its first day.
    pub first: Day,
    /// Its last day.
    pub last: Day,
    /// Articles of the whole set, whatever is asked for.
    pub all: Tally,
    /// Articles of the selection.
    pub selected: Tally,
}

/// Articles over time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Histogram {
    /// How finely it is drawn.
    pub level: Level,
    /// Without gaps; none where no article has a day.
    pub bins: Vec<Bin>,
    /// Articles without a day on this axis: of the whole set.
    pub undated: u32,
    /// And of the selection.
    pub undated_selected: u32,
}

/// The whole set counted once on both whole axes: no question changes that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whole {
    /// Published, mentioned; `None` where no article has a day.
    axes: [Option<(Bins, Vec<Tally>)>; 2],
    undated: [u32; 2],
}

impl Whole {
    /// Counts all articles.
    pub fn of(index: &Index) -> Whole {
        let axes = [Axis::Published, Axis::Mentioned];
        Whole {
            axes: axes.map(|axis| all(index, axis, None)),
            undated: axes.map(|axis| undated(index, axis, &whole(index))),
        }
    }
}

fn whole(index: &Index) -> Rows {
    Rows::Range(0..index.len() as u32)
}

/// Counts all articles and those of `hits` on one axis, over all days on it or over those of `zoom`.
/// The whole set's counts ignore every filter, the selection's none.
pub fn histogram(index: &Index, whole: &Whole, hits: &Hits, axis: Axis, zoom: Option<Interval>) -> Histogram {
    let at = match axis {
        Axis::Published => 0,
        Axis::Mentioned => 1,
    };
    let closer = zoom.and_then(|_| all(index, axis, zoom));
    let (level, bins) = match closer.as_ref().or(whole.axes[at].as_ref()) {
        Some((bins, all)) => {
            let counts = all.iter().copied().zip(count_rows(index, axis, bins, &hits.rows));
            let bin = |((first, last), (all, selected))| Bin { first, last, all, selected };
            (bins.level(), bins.days().zip(counts).map(bin).collect())
        }
        None => (Level::Day, Vec::new()),
    };
    let undated_selected = undated(index, axis, &hits.rows);
    Histogram { level, bins, undated: whole.undated[at], undated_selected }
}

/// The whole set over the days that are drawn.
fn all(index: &Index, axis: Axis, zoom: Option<Interval>) -> Option<(Bins, Vec<Tally>)> {
    let (first, last) = drawn(index, axis, zoom)?;
    let bins = Bins::readable(first, last);
    let tallies = count_rows(index, axis, &bins, &whole(index));
    Some((bins, tallies))
}

fn undated(index: &Index, axis: Axis, rows: &Rows) -> u32 {
    match axis {
        Axis::Published => rows.count_in(index, index.days().dated().end..index.len() as u32),
        Axis::Mentioned => {
            rows.list(index).iter().filter(|row| !has_day(index, axis, DocId(**row))).count() as u32
        }
    }
}

/// Whether an article has a day on this axis.
pub(super) fn has_day(index: &Index, axis: Axis, doc: DocId) -> bool {
    match axis {
        Axis::Published => index.days().span(doc).is_some(),
        Axis::Mentioned => !index.days().mentioned(doc).is_empty(),
    }
}

/// The days that are drawn: those of `zoom` as far as known, the axis' own otherwise.
fn drawn(index: &Index, axis: Axis, zoom: Option<Interval>) -> Option<Span> {
    let (first, last) = range(index, axis)?;
    let end = |day: Option<Day>| day.map(|d| d.num_days_from_ce());
    let first = zoom.and_then(|z| end(z.from())).unwrap_or(first);
    Some((first, zoom.and_then(|z| end(z.to())).unwrap_or(last).max(first)))
}

/// First and last day on an axis.
fn range(index: &Index, axis: Axis) -> Option<Span> {
    match axis {
        Axis::Published => index.days().published_range(),
        Axis::Mentioned => index.days().mentioned_range(),
    }
}

/// Counts the articles of `hits` by bin.
pub fn count(index: &Index, axis: Axis, bins: &Bins, hits: &Hits) -> Vec<Tally> {
    count_rows(index, axis, bins, &hits.rows)
}

fn count_rows(index: &Index, axis: Axis, bins: &Bins, rows: &Rows) -> Vec<Tally> {
    match axis {
        Axis::Published => count_published(index, bins, rows),
        Axis::Mentioned => count_mentioned(index, bins, rows.list(index).iter().copied().map(DocId)),
    }
}

/// Rows stand by day, so that a bin is a stretch of them; those that don't surely lie in it are looked at.
fn count_published(index: &Index, bins: &Bins, rows: &Rows) -> Vec<Tally> {
    let days = index.days();
    let mut tallies = vec![Tally::default(); bins.len()];
    let within = rows.within(index);
    let day = |row: u32| days.span(DocId(row)).map(counts_by);
    let last = within.end.min(days.dated().end).saturating_sub(1);
    // Bins beside the rows are left at nothing without a search.
    let (Some(first), Some(last)) = (day(within.start), day(last)) else { return tallies };
    let touched = bins.touched(first, last);
    let edges = bins.edges().get(touched.start..=touched.end).unwrap_or(&[]);
    let starts: Vec<u32> = edges.iter().map(|&edge| days.from_day(edge)).collect();
    let counts = rows.counts_between(index, &starts);
    for (tally, sure) in tallies.iter_mut().skip(touched.start).zip(counts) {
        tally.sure = sure;
    }
    for &row in days.vague().iter().filter(|row| rows.holds(index, **row)) {
        let Some(span) = days.span(DocId(row)) else { continue };
        let Some(bin) = bins.of(counts_by(span)) else { continue };
        let Some(tally) = tallies.get_mut(bin) else { continue };
        if days.is_inferred(DocId(row)) || !bins.holds(bin, span.0, span.1) {
            tally.sure = tally.sure.saturating_sub(1);
            tally.unsure += 1;
        }
    }
    tallies
}

/// What a bin holds, and which article touched it last.
#[derive(Clone, Copy, Default)]
struct Slot {
    tally: Tally,
    /// One more than the row of the last article that counts here, and of the last that surely does.
    last: u32,
    last_sure: u32,
}

fn count_mentioned(index: &Index, bins: &Bins, docs: impl Iterator<Item = DocId>) -> Vec<Tally> {
    let mut slots = vec![Slot::default(); bins.len()];
    for doc in docs {
        for &(first, last) in index.days().mentioned(doc) {
            let touched = bins.touched(first, last);
            let sure = bins.holds(touched.start, first, last);
            mark(&mut slots, touched, doc.0 + 1, sure);
        }
    }
    slots.into_iter().map(|slot| slot.tally).collect()
}

fn mark(slots: &mut [Slot], touched: Range<usize>, stamp: u32, sure: bool) {
    for slot in slots.get_mut(touched).unwrap_or(&mut []) {
        let known = slot.last == stamp;
        slot.last = stamp;
        if sure && slot.last_sure != stamp {
            slot.last_sure = stamp;
            slot.tally.sure += 1;
            slot.tally.unsure -= u32::from(known);
        } else if !sure && !known {
            slot.tally.unsure += 1;
        }
    }
}
