//! The rows that hold a word, and how much it weighs in each: compressed, and read in place.
//!
//! A list begins with a byte that says how its rows are written.
//!
//! - [`DENSE`]: a bit a row in words of eight bytes, then the weights. For words in every eighth row or more.
//! - k below 32: Golomb-Rice codes (Rice and Plaut 1971) of the rows that lie between one and the next: so many
//!   times 2^k as zeros and a 1, then k bits; each followed by its weight. [`ESCAPE`] zeros and a 1 announce all
//!   32 bits instead.
//!
//! Weights are Elias' gamma codes (1975): as many zeros as bits follow the first one. Bits run from the lowest of
//! each byte on.

use crate::Bits;

/// The first byte of a list that has a bit for every row.
const DENSE: u8 = 0xff;
/// More zeros than any other gap begins with.
const ESCAPE: u32 = 24;
/// Bytes that must follow the last list: reading takes eight at a time.
pub const PAD: usize = 16;

/// Appends a list: `rows` sorted, each once and below `below`, their weights 1 to 255.
pub fn encode(rows: &[u32], weights: &[u8], below: u32, out: &mut Vec<u8>) {
    let mut writer = Writer { out, bits: 0, used: 0 };
    if rows.len() as u64 * 8 >= u64::from(below) && !rows.is_empty() {
        let mut bits = Bits::none(below);
        bits.extend(rows);
        writer.out.push(DENSE);
        bits.words().iter().for_each(|word| writer.out.extend_from_slice(&word.to_le_bytes()));
        weights.iter().for_each(|&weight| writer.gamma(weight));
    } else {
        let k = parameter(rows);
        writer.out.push(k as u8);
        let mut next = 0;
        for (&row, &weight) in rows.iter().zip(weights) {
            writer.rice(row.wrapping_sub(next), k);
            writer.gamma(weight);
            next = row.wrapping_add(1);
        }
    }
    writer.finish();
}

/// The k that makes the list shortest, of the three about the mean gap's.
fn parameter(rows: &[u32]) -> u32 {
    let all = rows.last().map_or(0, |&last| u64::from(last) + 1);
    let mean = all.saturating_sub(rows.len() as u64) / (rows.len() as u64).max(1);
    let about = mean.max(1).ilog2();
    let first = about.saturating_sub(1);
    let ks = [0, 1, 2].map(|more| (first + more).min(31));
    let mut costs = [0, 1, 2].map(|more| rows.len() as u64 * u64::from(first + more + 1));
    let mut next = 0;
    for &row in rows {
        let gap = row.wrapping_sub(next);
        next = row.wrapping_add(1);
        for (cost, k) in costs.iter_mut().zip(ks) {
            *cost += u64::from((gap >> k).min(ESCAPE + 32));
        }
    }
    let costs = (first..=(about + 1).min(31)).zip(costs);
    costs.min_by_key(|(_, cost)| *cost).map_or(0, |(k, _)| k)
}

struct Writer<'a> {
    out: &'a mut Vec<u8>,
    bits: u64,
    used: u32,
}

impl Writer<'_> {
    /// The lowest `count` (at most 32) bits of `value`; all others are zeros.
    #[inline]
    fn put(&mut self, value: u64, count: u32) {
        self.bits |= value << self.used;
        self.used += count;
        if self.used >= 32 {
            self.out.extend_from_slice(&(self.bits as u32).to_le_bytes());
            self.bits >>= 32;
            self.used -= 32;
        }
    }

    fn rice(&mut self, gap: u32, k: u32) {
        let times = gap >> k;
        if times >= ESCAPE {
            self.put(1 << ESCAPE, ESCAPE + 1);
            self.put(gap.into(), 32);
        } else if times + 1 + k > 32 {
            self.put(1 << times, times + 1);
            self.put(u64::from(gap & ((1 << k) - 1)), k);
        } else {
            let rest = u64::from(gap & ((1 << k) - 1));
            self.put(1 << times | rest << (times + 1), times + 1 + k);
        }
    }

    fn gamma(&mut self, weight: u8) {
        let weight = weight.max(1);
        let more = weight.ilog2();
        let rest = u64::from(weight) - (1 << more);
        self.put(1 << more | rest << (more + 1), 2 * more + 1);
    }

    fn finish(self) {
        let rest = self.bits.to_le_bytes();
        self.out.extend_from_slice(rest.get(..self.used.div_ceil(8) as usize).unwrap_or(&rest));
    }
}

#[derive(Clone, Copy)]
struct Reader<'a> {
    data: &'a [u8],
    /// In bits.
    at: usize,
}

impl Reader<'_> {
    /// At least 57 bits from here on; zeros where the bytes end.
    #[inline]
    fn window(&self) -> u64 {
        let from = self.at >> 3;
        let eight = self.data.get(from..from + 8).and_then(|b| b.first_chunk::<8>());
        eight.map_or(0, |b| u64::from_le_bytes(*b)) >> (self.at & 7)
    }

    #[inline]
    fn gap_and_weight(&mut self, k: u32) -> (u32, u8) {
        let window = self.window();
        let times = window.trailing_zeros();
        if times >= ESCAPE {
            self.at += ESCAPE as usize + 1;
            let gap = self.window() as u32;
            self.at += 32;
            return (gap, self.gamma());
        }
        // At most 24 + 1 + 31 bits.
        let rest = window >> times >> 1;
        let gap = times << k | rest as u32 & ((1u32 << k) - 1);
        let read = times + 1 + k;
        self.at += read as usize;
        // Nearly every weight is a single bit, which the window still holds.
        if rest >> k & 1 == 1 && read < 57 {
            self.at += 1;
            return (gap, 1);
        }
        (gap, self.gamma())
    }

    #[inline]
    fn gamma(&mut self) -> u8 {
        let window = self.window();
        let more = window.trailing_zeros().min(7);
        self.at += 2 * more as usize + 1;
        (window >> more >> 1) as u8 & ((1u8 << more).wrapping_sub(1)) | 1 << more
    }
}

/// How a list is written: its bits and a reader at its weights, or k and a reader at its first gap.
enum Form<'a> {
    Dense(&'a [u8], Reader<'a>),
    Sparse(u32, Reader<'a>),
}

#[inline]
fn form(data: &[u8], below: u32) -> Form<'_> {
    match data.first() {
        Some(&DENSE) => {
            let end = 1 + (below as usize).div_ceil(64) * 8;
            Form::Dense(data.get(1..end).unwrap_or(&[]), Reader { data, at: end * 8 })
        }
        Some(&k) => Form::Sparse(u32::from(k & 31), Reader { data, at: 8 }),
        None => Form::Sparse(0, Reader { data, at: 0 }),
    }
}

/// Calls `each` with every row and weight of a list of `count` rows.
#[inline(always)]
fn walk(data: &[u8], count: u32, below: u32, mut each: impl FnMut(u32, u8)) {
    match form(data, below) {
        Form::Dense(bits, mut weights) => {
            let (eights, _) = bits.as_chunks::<8>();
            for (at, eight) in (0u32..).zip(eights) {
                let mut word = u64::from_le_bytes(*eight);
                while word != 0 {
                    each(at * 64 + word.trailing_zeros(), weights.gamma());
                    word &= word - 1;
                }
            }
        }
        Form::Sparse(k, mut reader) => {
            let mut next = 0u32;
            for _ in 0..count.min(below) {
                let (gap, weight) = reader.gap_and_weight(k);
                let row = next.wrapping_add(gap);
                each(row, weight);
                next = row.wrapping_add(1);
            }
        }
    }
}

/// Appends the rows of a list that begins where `data` does, and their weights. Its end is known by its `count`.
pub fn list(data: &[u8], count: u32, below: u32, rows: &mut Vec<u32>, weights: &mut Vec<u8>) {
    rows.reserve(count.min(below) as usize);
    weights.reserve(count.min(below) as usize);
    walk(data, count, below, |row, weight| {
        if row < below {
            rows.push(row);
            weights.push(weight);
        }
    });
}

/// The weights of those rows of a list that are in a set, in order.
pub fn weights_in(data: &[u8], count: u32, share: u16, set: &Bits) -> Vec<u16> {
    let mut found = Vec::with_capacity(count.min(set.rows_below()) as usize);
    walk(data, count, set.rows_below(), |row, weight| {
        if set.contains(row) {
            found.push(u16::from(weight) * share);
        }
    });
    found
}

/// Takes the rows of a list in.
pub fn mark(data: &[u8], count: u32, bits: &mut Bits) {
    let below = bits.rows_below();
    match form(data, below) {
        Form::Dense(dense, _) => bits.or_bytes(dense),
        Form::Sparse(..) => walk(data, count, below, |row, _| bits.insert(row)),
    }
}

/// Takes the rows of a list in, and adds their weights, `share` times each, to the sums by row.
pub fn add(data: &[u8], count: u32, share: u16, bits: &mut Bits, sums: &mut [u16]) {
    let below = bits.rows_below();
    walk(data, count, below, |row, weight| {
        if let Some(sum) = sums.get_mut(row as usize) {
            *sum = sum.saturating_add(u16::from(weight) * share);
        }
        bits.insert(row);
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(data: &[u8], count: usize, below: u32) -> (Vec<u32>, Vec<u8>) {
        let (mut rows, mut weights) = (vec![], vec![]);
        list(data, count as u32, below, &mut rows, &mut weights);
        (rows, weights)
    }

    proptest! {
        #[test]
        fn a_list_comes_back(
            set in proptest::collection::btree_set(0u32..5000, 0..300), below in 5000u32..60_000,
            far in any::<bool>(), seed in any::<u8>(),
        ) {
            let mut rows: Vec<u32> = set.into_iter().collect();
            if far { rows.push(below.saturating_mul(17) - 1); }
            let below = if far { below * 17 } else { below };
            let weights: Vec<u8> = rows.iter().map(|r| (r.wrapping_mul(u32::from(seed)) as u8).max(1)).collect();
            for below in [below, 5000 + u32::from(seed)] {
                if rows.last().is_some_and(|r| *r >= below) { continue; }
                let mut data = vec![];
                encode(&rows, &weights, below, &mut data);
                data.extend([0; PAD]);
                prop_assert_eq!(read(&data, rows.len(), below), (rows.clone(), weights.clone()));
                let (mut marked, mut summed) = (Bits::none(below), Bits::none(below));
                mark(&data, rows.len() as u32, &mut marked);
                let mut half = Bits::none(below);
                half.extend(&rows.iter().copied().step_by(2).collect::<Vec<_>>());
                let of_half: Vec<u16> = weights.iter().step_by(2).map(|w| u16::from(*w) * 2).collect();
                prop_assert_eq!(weights_in(&data, rows.len() as u32, 2, &half), of_half);
                let mut sums = vec![0u16; below as usize];
                add(&data, rows.len() as u32, 2, &mut summed, &mut sums);
                prop_assert_eq!(marked.rows(), rows.clone());
                prop_assert_eq!(&summed, &marked);
                prop_assert!(rows.iter().zip(&weights).all(|(r, w)| sums[*r as usize] == u16::from(*w) * 2));
            }
        }

        #[test]
        fn any_bytes_are_read(data in proptest::collection::vec(any::<u8>(), 0..80), count in any::<u32>(), below in 0u32..400) {
            let (rows, weights) = read(&data, count as usize, below);
            prop_assert!(rows.len() == weights.len() && rows.iter().all(|r| *r < below));
            let mut bits = Bits::none(below);
            mark(&data, count, &mut bits);
            add(&data, count, 2, &mut bits, &mut vec![0; below as usize]);
            prop_assert!(bits.rows().iter().all(|r| *r < below));
        }
    }
}
