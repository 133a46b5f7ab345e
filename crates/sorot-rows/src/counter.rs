//! How often does each value stand in some rows?
//!
//! Counting goes over as few rows as it can: the values of a stretch of rows are the difference of two sums that were
//! made once, at every so many rows (the nearest ones: a stretch may end before its sum), and what is selected within a
//! stretch is counted by what isn't where that is less.

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
            true => Values::Narrow(values.iter().map(|&v| v as u16).chain([0; BLOCK]).collect()),
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
                counter.walk(start..(start + step).min(rows), 1, &mut so_far);
            }
            counter.sums = sums;
        }
        counter
    }

    fn rows(&self) -> usize {
        self.offsets.len().saturating_sub(1)
    }

    /// Adds `by` for each value of a stretch of rows.
    #[inline(never)]
    fn walk(&self, rows: Range<usize>, by: u32, counts: &mut [u32]) {
        let at = |row: usize| self.offsets.get(row).copied().unwrap_or(0) as usize;
        let range = at(rows.start)..at(rows.end);
        match &self.values {
            Values::Narrow(values) => bump_all(counts, values.get(range).unwrap_or(&[]), by),
            Values::Wide(values) => {
                values.get(range).unwrap_or(&[]).iter().for_each(|&v| bump(counts, v as usize, by));
            }
        }
    }

    /// Adds `by` for each value of the rows of a list.
    #[inline(never)]
    fn walk_list(&self, rows: &[u32], by: u32, counts: &mut [u32]) {
        let ends = |row: u32| {
            let two = self.offsets.get(row as usize..).and_then(|rest| rest.first_chunk::<2>());
            two.map(|&[from, to]| (from as usize, to as usize))
        };
        match &self.values {
            Values::Narrow(values) => {
                // They are brought together before they are counted: a loop over each row's few values would end at
                // another one each time, which no processor foresees.
                let mut gathered = [0u16; GATHERED + BLOCK];
                let mut many = 0;
                for (mut from, to) in rows.iter().filter_map(|&row| ends(row)) {
                    while from < to {
                        let block = values.get(from..).and_then(|rest| rest.first_chunk::<BLOCK>());
                        let place = gathered.get_mut(many..).and_then(|rest| rest.first_chunk_mut::<BLOCK>());
                        let (Some(block), Some(place)) = (block, place) else { break };
                        *place = *block;
                        many += (to - from).min(BLOCK);
                        from += BLOCK;
                        if many >= GATHERED {
                            bump_all(counts, gathered.get(..many).unwrap_or(&[]), by);
                            many = 0;
                        }
                    }
                }
                bump_all(counts, gathered.get(..many).unwrap_or(&[]), by);
            }
            Values::Wide(values) => {
                for (from, to) in rows.iter().filter_map(|&row| ends(row)) {
                    values.get(from..to).unwrap_or(&[]).iter().for_each(|&v| bump(counts, v as usize, by));
                }
            }
        }
    }

    /// How often each value stands in the rows of `range`.
    pub fn in_range(&self, range: Range<u32>) -> Vec<u32> {
        let range = range.start as usize..range.end as usize;
        self.between(&self.sums, self.rows(), range, &|rows, by, counts| self.walk(rows, by, counts))
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
            self.walk_list(rows, 1, &mut so_far);
            sums.extend_from_slice(&so_far);
        }
        Sums(sums)
    }

    /// How often each value stands in the rows `list[range]`, by the sums along that list.
    pub fn in_slice(&self, list: &[u32], sums: &Sums, range: Range<usize>) -> Vec<u32> {
        self.between(&sums.0, list.len(), range, &|places, by, counts| {
            self.walk_list(list.get(places).unwrap_or(&[]), by, counts);
        })
    }

    /// How often each value stands in `range` of `rows` rows with these sums: by the sums nearest to its ends, and by what
    /// lies between them and the ends, which `walk` adds so many times.
    #[inline(never)]
    fn between(&self, sums: &[u32], rows: usize, range: Range<usize>, walk: Walk) -> Vec<u32> {
        let to = range.end.min(rows);
        let from = range.start.min(to);
        let step = step(rows);
        let near = |row: usize| ((row + step / 2) / step).min(rows / step);
        let (first, last) = (near(from), near(to));
        let apart = from.abs_diff(first * step) + to.abs_diff(last * step);
        let mut counts = vec![0u32; self.count];
        let mut walks = [(from, to, 1), (to, to, 1)];
        if !sums.is_empty() && to - from > apart {
            let sum = |at: usize| sums.get(at * self.count..(at + 1) * self.count).unwrap_or(&[]);
            for ((count, more), less) in counts.iter_mut().zip(sum(last)).zip(sum(first)) {
                *count = more.wrapping_sub(*less);
            }
            walks = [(last * step, to, 1), (first * step, from, LESS)];
        }
        for (sum, row, by) in walks {
            let by = if sum <= row { by } else { by.wrapping_neg() };
            walk(sum.min(row)..sum.max(row), by, &mut counts);
        }
        counts
    }

    /// How often each value stands in the rows of a list, sorted.
    pub fn in_list(&self, rows: &[u32]) -> Vec<u32> {
        let mut counts = vec![0u32; self.count];
        self.walk_list(rows, 1, &mut counts);
        counts
    }

    /// How often each value stands in the rows of a set, which are also listed, all of them within `range`.
    #[inline(never)]
    pub fn in_set(&self, set: &Bits, rows: &[u32], range: Range<u32>) -> Vec<u32> {
        let all = range.end.min(self.rows() as u32).saturating_sub(range.start) as usize;
        if self.sums.is_empty() || rows.len() <= all / 2 {
            return self.in_list(rows);
        }
        let mut others = Bits::range(set.rows_below(), range.clone());
        others.and_not(set);
        let mut counts = self.in_range(range);
        self.walk_list(&others.rows(), LESS, &mut counts);
        counts
    }
}

/// Adds so many for each value of a stretch of rows.
type Walk<'a> = &'a dyn Fn(Range<usize>, u32, &mut [u32]);

/// Added, it takes one away.
const LESS: u32 = u32::MAX;
/// Values that are copied at once, more than most rows have; so many stand behind the last row's.
const BLOCK: usize = 16;
/// Values that are counted at once.
const GATHERED: usize = 512;

#[inline(never)]
fn bump_all(counts: &mut [u32], values: &[u16], by: u32) {
    let (fours, rest) = values.as_chunks::<4>();
    for four in fours {
        four.iter().for_each(|&value| bump(counts, usize::from(value), by));
    }
    rest.iter().for_each(|&value| bump(counts, usize::from(value), by));
}

#[inline(always)]
fn bump(counts: &mut [u32], value: usize, by: u32) {
    if let Some(count) = counts.get_mut(value) {
        *count = count.wrapping_add(by);
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
                for _ in 0..if next(50) == 0 { 40 } else { next(4) } { values.push(next(7)); }
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
            let picked = set.rows();
            prop_assert_eq!(counter.in_set(&set, &picked, from..to), brute(&|r| set.contains(r)));
            prop_assert_eq!(counter.in_set(&set, &picked, 0..rows as u32), brute(&|r| set.contains(r)));
        }
    }
}
