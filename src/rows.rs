//! Which rows of a long list are in sight? Heights as far as they were measured, an estimate for the
//! others.

use std::ops::Range;

/// Below this a list is drawn whole.
pub const WHOLE: usize = 40;
/// Before anything was measured, in px.
const GUESS: f64 = 190.0;
/// Drawn beyond what is in sight, in px.
const BEYOND: f64 = 600.0;

/// The heights of a list's rows, in px.
#[derive(Clone, Debug, PartialEq)]
pub struct Heights {
    /// 0 where not measured.
    rows: Vec<f32>,
    /// What a row that wasn't measured is taken for. It is settled once: a mean that drifts would move
    /// the text under the reader's eyes.
    estimate: f64,
    settled: bool,
}

impl Heights {
    /// Of `length` rows, none measured; `like` lends its estimate.
    pub fn new(length: usize, like: Option<&Heights>) -> Heights {
        Heights {
            rows: vec![0.0; length],
            estimate: like.map_or(GUESS, |l| l.estimate),
            settled: like.is_some_and(|l| l.settled),
        }
    }

    fn of(&self, row: f32) -> f64 {
        if row > 0.0 { f64::from(row) } else { self.estimate }
    }

    /// Notes the heights of rows from `first` on; 0 for one that isn't drawn now.
    pub fn measure(&mut self, first: usize, heights: &[f64]) {
        for (row, &height) in self.rows.iter_mut().skip(first).zip(heights) {
            if height > 0.0 {
                *row = height as f32;
            }
        }
        let known: Vec<f64> = heights.iter().copied().filter(|h| *h > 0.0).collect();
        if !self.settled && !known.is_empty() {
            self.estimate = known.iter().sum::<f64>() / known.len() as f64;
            self.settled = true;
        }
    }

    /// Where a row begins; the whole height for one behind the last.
    pub fn offset(&self, row: usize) -> f64 {
        self.rows.iter().take(row).map(|&row| self.of(row)).sum()
    }

    /// From the end of a row to the end of the list.
    pub fn behind(&self, end: usize) -> f64 {
        self.rows.iter().skip(end).map(|&row| self.of(row)).sum()
    }

    /// The rows to draw where the stretch from `top` to `bottom` is in sight: at least one, unless
    /// there is none.
    pub fn window(&self, top: f64, bottom: f64) -> Range<usize> {
        if self.rows.len() <= WHOLE {
            return 0..self.rows.len();
        }
        let start = self.row_at(top - BEYOND);
        let end = self.row_at(bottom + BEYOND) + 1;
        start..end.min(self.rows.len())
    }

    /// The row that a place lies in; the first or the last beyond the ends.
    pub fn row_at(&self, place: f64) -> usize {
        let mut begin = 0.0;
        for (row, &height) in self.rows.iter().enumerate() {
            begin += self.of(height);
            if begin > place {
                return row;
            }
        }
        self.rows.len().saturating_sub(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_list_is_drawn_whole() {
        assert_eq!(Heights::new(5, None).window(0.0, 0.0), 0..5);
        assert_eq!(Heights::new(0, None).window(0.0, 600.0), 0..0);
    }

    #[test]
    fn of_a_long_one_only_what_is_in_sight_and_a_little_beyond() {
        let mut heights = Heights::new(100_000, None);
        heights.measure(0, &[100.0; 20]);
        assert_eq!(heights.window(0.0, 800.0), 0..15);
        assert_eq!(heights.window(5_000_000.0, 5_000_800.0), 49_994..50_015);
        assert_eq!(heights.window(1.0e9, 1.0e9), 99_999..100_000);
        assert_eq!(heights.window(-500.0, 100.0), 0..8);
        assert_eq!(heights.offset(99_990) + heights.behind(99_990), 10_000_000.0);
    }

    #[test]
    fn what_was_measured_counts_and_the_estimate_stays() {
        let mut heights = Heights::new(100, None);
        heights.measure(0, &[100.0, 300.0, 0.0]);
        assert_eq!(heights.offset(3), 600.0);
        heights.measure(2, &[50.0]);
        assert_eq!(heights.offset(4), 650.0);
        assert_eq!(heights.row_at(399.0), 1);
        assert_eq!(heights.row_at(400.0), 2);
    }
}
