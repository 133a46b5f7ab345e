//! Which rows of a long list are in sight? All rows of such a list are of one height (style.css), so that nothing is
//! counted or kept for each.

use sorot_core::view::WHOLE;
use std::ops::Range;

/// Before a row was measured, in px.
const GUESS: f64 = 140.0;
/// Drawn beyond what is in sight, in px.
const BEYOND: f64 = 600.0;

/// The rows of a list; one of at most [`WHOLE`] is drawn whole, and its rows may be of any height.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rows {
    /// How many.
    pub count: usize,
    /// The height of each, in px, above 0.
    height: f64,
}

impl Rows {
    /// `count` rows, not measured.
    pub fn new(count: usize) -> Rows {
        Rows { count, height: GUESS }
    }

    /// The same rows, of a height that was measured, in px; of a row that isn't drawn it is 0 and says nothing.
    pub fn measured(self, height: f64) -> Rows {
        Rows { height: if height > 0.0 { height } else { self.height }, ..self }
    }

    /// Where a row begins, in px from the list's start; the whole height for one behind the last.
    pub fn offset(self, row: usize) -> f64 {
        self.height * row.min(self.count) as f64
    }

    /// From the end of a row to the end of the list, in px.
    pub fn behind(self, end: usize) -> f64 {
        self.height * self.count.saturating_sub(end) as f64
    }

    /// The rows to draw where the stretch from `top` to `bottom` (px from the list's start) is in sight: at least
    /// one, unless there is none.
    pub fn window(self, top: f64, bottom: f64) -> Range<usize> {
        if self.count <= WHOLE {
            return 0..self.count;
        }
        self.at(top - BEYOND)..self.at(bottom + BEYOND) + 1
    }

    /// The rows to draw at first, where the list begins in sight and `sight` px of it are seen: of a long list the others
    /// follow behind the painted page.
    pub fn first(self, sight: f64) -> Range<usize> {
        if self.count <= WHOLE {
            return 0..self.count;
        }
        0..self.at(sight) + 1
    }

    /// The row that a place lies in; the first or the last beyond the ends.
    fn at(self, place: f64) -> usize {
        ((place / self.height).max(0.0) as usize).min(self.count.saturating_sub(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_list_is_drawn_whole() {
        assert_eq!(Rows::new(5).window(0.0, 0.0), 0..5);
        assert_eq!(Rows::new(0).window(0.0, 600.0), 0..0);
    }

    #[test]
    fn of_a_long_one_only_what_is_in_sight_and_a_little_beyond() {
        let rows = Rows::new(100_000).measured(100.0);
        assert_eq!(rows.window(0.0, 800.0), 0..15);
        assert_eq!(rows.window(5_000_000.0, 5_000_800.0), 49_994..50_015);
        assert_eq!(rows.window(1.0e9, 1.0e9), 99_999..100_000);
        assert_eq!(rows.window(-500.0, 100.0), 0..8);
        assert_eq!(rows.offset(99_990) + rows.behind(99_990), 10_000_000.0);
    }

    #[test]
    fn what_is_in_sight_comes_first() {
        assert_eq!(Rows::new(100_000).measured(100.0).first(750.0), 0..8);
        assert_eq!(Rows::new(WHOLE).first(750.0), 0..WHOLE);
        assert_eq!(Rows::new(0).first(750.0), 0..0);
    }

    #[test]
    fn what_was_measured_counts_unless_nothing_was_seen() {
        let rows = Rows::new(100).measured(120.0);
        assert_eq!(rows.offset(3), 360.0);
        assert_eq!(rows.measured(0.0), rows);
        assert_eq!(rows.offset(1_000), 12_000.0);
    }
}
