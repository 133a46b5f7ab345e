//! Where on the strip does a day stand, and which bin lies under the pointer? Pure geometry, in px.

use chrono::Datelike;
use sorot_core::view::{Bin, Day};

/// The widest a bin is drawn: few bins stand at the start instead of growing into blocks.
const WIDEST: f64 = 64.0;
/// Room at both ends, for a handle's whole target.
pub const MARGIN: f64 = 24.0;

/// Bins side by side, all of one width.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    /// The first day of each bin as days from the common era, and the day after the last.
    edges: Vec<i32>,
    /// Px of one bin.
    bin: f64,
}

impl Scale {
    /// The bins laid out in `width` px, margins included; `None` without bins.
    pub fn new(bins: &[Bin], width: f64) -> Option<Scale> {
        let last = bins.last()?.last.num_days_from_ce();
        let edges = bins.iter().map(|b| b.first.num_days_from_ce()).chain([last + 1]).collect();
        let bin = ((width - 2.0 * MARGIN) / bins.len() as f64).clamp(1.0, WIDEST);
        Some(Scale { edges, bin })
    }

    /// The number of bins, at least 1.
    pub fn len(&self) -> usize {
        self.edges.len() - 1
    }

    /// Px of one bin.
    pub fn bin_width(&self) -> f64 {
        self.bin
    }

    /// Where an edge stands, given in bins from the start of the axis.
    pub fn x(&self, position: f64) -> f64 {
        MARGIN + position * self.bin
    }

    /// The end of the axis in px.
    pub fn end(&self) -> f64 {
        self.x(self.len() as f64)
    }

    /// Where a day begins, in bins from the start of the axis; days outside stand at its ends.
    pub fn position(&self, day: i32) -> f64 {
        let after = self.edges.partition_point(|&edge| edge <= day);
        match (after.checked_sub(1).and_then(|at| self.edges.get(at)), self.edges.get(after)) {
            (Some(&start), Some(&next)) => {
                (after - 1) as f64 + f64::from(day - start) / f64::from(next - start)
            }
            (None, _) => 0.0,
            (_, None) => self.len() as f64,
        }
    }

    /// The bin under the pointer; beyond the ends the nearest one.
    pub fn bin_at(&self, x: f64) -> usize {
        let at = ((x - MARGIN) / self.bin).floor().max(0.0) as usize;
        at.min(self.len() - 1)
    }

    /// The edge nearest to the pointer.
    pub fn edge_at(&self, x: f64) -> usize {
        let at = ((x - MARGIN) / self.bin).round().max(0.0) as usize;
        at.min(self.len())
    }

    /// The day that an edge begins.
    pub fn day(&self, edge: usize) -> Option<Day> {
        Day::from_num_days_from_ce_opt(*self.edges.get(edge)?)
    }

    /// First and last day of a run of bins.
    pub fn days(&self, bins: (usize, usize)) -> Option<(Day, Day)> {
        Some((self.day(bins.0)?, self.day(bins.1)?.pred_opt()?))
    }

    /// The day that an edge begins as days from the start of the axis.
    pub fn offset(&self, day: i32) -> i32 {
        let (first, last) = (self.edges.first().copied(), self.edges.last().copied());
        day.clamp(first.unwrap_or(day), last.unwrap_or(day)) - first.unwrap_or(day)
    }
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use sorot_core::view::{Bins, Tally};

    /// Bins of the finest readable level.
    pub fn bins(from: &str, to: &str) -> Vec<Bin> {
        let ce = |text: &str| text.parse::<Day>().unwrap().num_days_from_ce();
        let tally = Tally::default();
        Bins::readable(ce(from), ce(to))
            .days()
            .map(|(first, last)| Bin { first, last, all: tally, selected: tally })
            .collect()
    }

    #[test]
    fn the_pointer_finds_the_bin_that_is_drawn_there() {
        // 40 weeks from Monday, 17 March.
        let scale = Scale::new(&bins("2025-03-17", "2025-12-17"), 848.0).unwrap();
        assert_eq!((scale.len(), scale.bin_width()), (40, 20.0));
        for bin in 0..40 {
            assert_eq!(scale.bin_at(scale.x(bin as f64 + 0.5)), bin);
            assert_eq!(scale.edge_at(scale.x(bin as f64) + 9.0), bin);
            assert_eq!(scale.edge_at(scale.x(bin as f64) + 11.0), bin + 1);
        }
        assert_eq!((scale.bin_at(-50.0), scale.bin_at(9999.0)), (0, 39));
        assert_eq!((scale.edge_at(-50.0), scale.edge_at(9999.0)), (0, 40));
        let days = scale.days((1, 3)).map(|(a, b)| format!("{a} {b}"));
        assert_eq!(days.as_deref(), Some("2025-03-24 2025-04-06"));
    }

    #[test]
    fn a_day_stands_where_its_part_of_the_bin_begins() {
        let scale = Scale::new(&bins("2025-03-17", "2025-12-17"), 848.0).unwrap();
        let position = |day: &str| scale.position(day.parse::<Day>().unwrap().num_days_from_ce());
        assert_eq!(position("2025-03-24"), 1.0);
        assert!((position("2025-04-01") - (2.0 + 1.0 / 7.0)).abs() < 1e-9);
        assert_eq!((position("1999-01-01"), position("2099-01-01")), (0.0, 40.0));
    }

    #[test]
    fn few_bins_are_not_drawn_as_blocks() {
        let scale = Scale::new(&bins("2025-03-17", "2025-03-17"), 900.0).unwrap();
        assert_eq!(scale.end(), MARGIN + WIDEST);
        assert!(Scale::new(&[], 900.0).is_none());
    }
}
