//! How often does each value stand in some rows?
//!
//! Counting goes over as few rows as it can: the values of a stretch of rows are the difference of two sums that were
//! made once, at every so many rows, and what is selected within a stretch is counted by what isn't where that is less.

use crate::Bits;
use std::ops::Range;

/// Values that sums are made of; rarer ones are walked to.
const SUMMED: usize = 1024;
/// Sums of all rows, and along a list of them, as far as that leaves no more rows from one to the next than [`STEPS`].
const SUMS: usize = 256;
/// Rows from one sum to the next: at least, so that a sum is less than what it spares, and at most.
const STEPS: (usize, usize) = (64, 512);

/// How many of `rows` rows lie from one sum to the next.
fn step(rows: usize) -> usize {
    (rows / SUMS).next_power_of_two().clamp(STEPS.0, STEPS.1)
}

/// After every so many rows of a list, how often each value has stood so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sums(Vec<u32>);

/// The values of every row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counter {
    /// Row → where its values begin in `values`; one longer than the rows.
    offsets: Vec<u32>,
    values: Values,
    /// The number of values.
    count: usize,
    /// After every so many rows, how often each value has stood so far; empty where the values are too many.
    sums: Vec<u32>,
}

/// Half as wide where that is enough: a whole corpus then fits into the processor's cache.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Values {
    Narrow(Vec<u16>),
    Wide(Vec<u32>),
}

impl Default for Values {
    fn default() -> Values {
        Values::Narrow(Vec::new())
    }
}

impl Counter {
    /// Of `count` values: the n-th row's are `values[offsets[n]..offsets[n + 1]]`.
    pub fn of(offsets: &[u32], values: &[u32], count: usize) -> Counter {
        let narrow = count <= 1 << 16;
        let values = match narrow {
            true => Values::Narrow(values.iter().map(|&v| v as u16).collect()),
            false => Values::Wide(values.to_vec()),
        };
        let mut counter = Counter { offsets: offsets.to_vec(), values, count, sums: Vec::new() };
        if count <= SUMMED {
            let rows = offsets.len().saturating_sub(1);
            let step = step(rows);
            let mut sums = Vec::with_capacity((rows / step + 1) * count);
            let mut so_far = vec![0u32; count];
            for start in (0..=rows).step_by(step) {
                sums.extend_from_slice(&so_far);
                counter.walk(start..(start + step).min(rows), &mut so_far);
            }
            counter.sums = sums;
        }
        counter
    }

    fn rows(&self) -> usize {
        self.offsets.len().saturating_sub(1)
    }

    /// Adds the values of a stretch of rows.
    fn walk(&self, rows: Range<usize>, counts: &mut [u32]) {
        let at = |row: usize| self.offsets.get(row).copied().unwrap_or(0) as usize;
        let range = at(rows.start)..at(rows.end);
        match &self.values {
            Values::Narrow(values) => {
                values.get(range).unwrap_or(&[]).iter().for_each(|&v| bump(counts, usize::from(v)));
            }
            Values::Wide(values) => {
                values.get(range).unwrap_or(&[]).iter().for_each(|&v| bump(counts, v as usize));
            }
        }
    }

    /// Adds the values of the rows of a list.
    fn walk_list(&self, rows: &[u32], counts: &mut [u32]) {
        match &self.values {
            Values::Narrow(values) => {
                rows.iter()
                    .for_each(|&row| bump_row(&self.offsets, values, row, counts, |v| usize::from(*v)));
            }
            Values::Wide(values) => {
                rows.iter().for_each(|&row| bump_row(&self.offsets, values, row, counts, |v| *v as usize));
            }
        }
    }

    /// How often each value stands in the rows of `range`.
    pub fn in_range(&self, range: Range<u32>) -> Vec<u32> {
        let rows = self.rows();
        let (from, to) = ((range.start as usize).min(rows), (range.end as usize).min(rows));
        let mut counts = vec![0u32; self.count];
        if from >= to {
            return counts;
        }
        let step = step(rows);
        let (first, last) = (from.div_ceil(step), to / step);
        if self.sums.is_empty() || first >= last {
            self.walk(from..to, &mut counts);
            return counts;
        }
        let sum = |at: usize| self.sums.get(at * self.count..(at + 1) * self.count).unwrap_or(&[]);
        for ((count, more), less) in counts.iter_mut().zip(sum(last)).zip(sum(first)) {
            *count = more.saturating_sub(*less);
        }
        self.walk(from..first * step, &mut counts);
        self.walk(last * step..to, &mut counts);
        counts
    }

    /// Sums along a list of rows, for [`Counter::in_slice`]; none where the values are too many.
    pub fn sums_along(&self, list: &[u32]) -> Sums {
        if self.sums.is_empty() {
            return Sums::default();
        }
        let step = step(list.len());
        let mut sums = Vec::with_capacity((list.len() / step + 1) * self.count);
        let mut so_far = vec![0u32; self.count];
        sums.extend_from_slice(&so_far);
        for rows in list.chunks_exact(step) {
            self.walk_list(rows, &mut so_far);
            sums.extend_from_slice(&so_far);
        }
        Sums(sums)
    }

    /// How often each value stands in the rows `list[range]`, by the sums along that list.
    pub fn in_slice(&self, list: &[u32], sums: &Sums, range: Range<usize>) -> Vec<u32> {
        let (from, to) = (range.start.min(list.len()), range.end.min(list.len()));
        let step = step(list.len());
        let (first, last) = (from.div_ceil(step), to / step);
        let part = |range: Range<usize>| list.get(range).unwrap_or(&[]);
        if sums.0.is_empty() || first >= last {
            return self.in_list(part(from..to));
        }
        let sum = |at: usize| sums.0.get(at * self.count..(at + 1) * self.count).unwrap_or(&[]);
        let difference = sum(last).iter().zip(sum(first)).map(|(more, less)| more.saturating_sub(*less));
        let mut counts: Vec<u32> = difference.collect();
        for rows in [part(from..first * step), part(last * step..to)] {
            self.walk_list(rows, &mut counts);
        }
        counts
    }

    /// How often each value stands in the rows of a list, sorted.
    pub fn in_list(&self, rows: &[u32]) -> Vec<u32> {
        let mut counts = vec![0u32; self.count];
        self.walk_list(rows, &mut counts);
        counts
    }

    /// How often each value stands in the rows of a set, all of them within `range`.
    pub fn in_set(&self, set: &Bits, range: Range<u32>) -> Vec<u32> {
        let holds = set.count_in(range.clone());
        let all = range.end.min(self.rows() as u32).saturating_sub(range.start);
        let most = !self.sums.is_empty() && holds > all / 2;
        let mut counts = vec![0u32; self.count];
        match &self.values {
            Values::Narrow(values) => set.each_in(range.clone(), !most, |row| {
                bump_row(&self.offsets, values, row, &mut counts, |v| usize::from(*v));
            }),
            Values::Wide(values) => set.each_in(range.clone(), !most, |row| {
                bump_row(&self.offsets, values, row, &mut counts, |v| *v as usize);
            }),
        }
        if most {
            let whole = self.in_range(range);
            counts.iter_mut().zip(whole).for_each(|(count, whole)| *count = whole.saturating_sub(*count));
        }
        counts
    }
}

#[inline(always)]
fn bump_row<T>(offsets: &[u32], values: &[T], row: u32, counts: &mut [u32], number: impl Fn(&T) -> usize) {
    if let Some(&[from, to]) = offsets.get(row as usize..).and_then(|rest| rest.first_chunk::<2>())
        && let Some(values) = values.get(from as usize..to as usize)
    {
        values.iter().for_each(|value| bump(counts, number(value)));
    }
}

#[inline(always)]
fn bump(counts: &mut [u32], value: usize) {
    if let Some(count) = counts.get_mut(value) {
        *count += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn counts_are_those_of_a_walk(
            rows in 0usize..1800, seed in any::<u32>(), from in 0u32..1900, to in 0u32..1900,
            part in 1u32..6, wide in any::<bool>(),
        ) {
            // Anything that looks random and repeats.
            let mut state = seed;
            let mut next = |below: u32| { state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223); (state >> 8) % below };
            let (mut offsets, mut values, mut picked) = (vec![0u32], vec![], vec![]);
            for row in 0..rows {
                for _ in 0..next(4) { values.push(next(7)); }
                offsets.push(values.len() as u32);
                if next(6) < part { picked.push(row as u32); }
            }
            let counter = Counter::of(&offsets, &values, if wide { SUMMED + 1 } else { 7 });
            let brute = |keep: &dyn Fn(u32) -> bool| {
                let mut counts = vec![0u32; if wide { SUMMED + 1 } else { 7 }];
                for row in (0..rows).filter(|r| keep(*r as u32)) {
                    values[offsets[row] as usize..offsets[row + 1] as usize].iter().for_each(|v| counts[*v as usize] += 1);
                }
                counts
            };
            prop_assert_eq!(counter.in_range(from..to), brute(&|r| (from..to).contains(&r)));
            prop_assert_eq!(counter.in_list(&picked), brute(&|r| picked.binary_search(&r).is_ok()));
            let sums = counter.sums_along(&picked);
            let part = (from as usize).min(picked.len())..(to as usize).min(picked.len());
            let slice = picked.get(part.clone()).unwrap_or(&[]);
            prop_assert_eq!(counter.in_slice(&picked, &sums, part), counter.in_list(slice));
            let mut set = Bits::none(rows as u32);
            set.extend(&picked);
            set.keep(from..to);
            prop_assert_eq!(counter.in_set(&set, from..to), brute(&|r| set.contains(r)));
            prop_assert_eq!(counter.in_set(&set, 0..rows as u32), brute(&|r| set.contains(r)));
        }
    }
}
