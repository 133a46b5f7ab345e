//! The rows that hold a word, and how much it weighs in each: compressed, and read in place.
//!
//! A list begins with a byte that says how its rows are written.
//!
//! - [`DENSE`]: a bit a row in words of eight bytes, then the weights, half a byte each, so that any of them is found
//!   without the ones before. For words in every eighth row or more.
//! - k below 32: first the weights above 1, which are few: one more than their number; if there are any, a k of their own
//!   in 5 bits and of each its place in the list and its weight less 1. Then the rows. Places and rows are Golomb-Rice
//!   codes (Rice and Plaut 1971) of what lies between one and the next: so many times 2^k as zeros and a 1, then k bits;
//!   [`ESCAPE`] zeros and a 1 announce all 32 bits instead. The other numbers are Elias gamma codes (1975): as many zeros
//!   as bits follow the first one. Bits run from the lowest of each byte on.
//!
//! Half a byte holds a weight less 1; its greatest, [`MORE`], stands for all that are greater, which are listed behind:
//! their number in 4 bytes, then of each its place among the weights in 4 bytes and itself in one.

use crate::rank::BestOf;
use crate::{Bits, Ranker, Word};

/// The first byte of a list that has a bit for every row.
const DENSE: u8 = 0xff;
/// More zeros than any other gap begins with.
const ESCAPE: u32 = 24;
/// What half a byte says of a weight that is greater than itself.
const MORE: u8 = 15;
/// Bytes that must follow the last list: reading takes eight at a time.
pub const PAD: usize = 16;

/// Appends a list: `rows` sorted, each once and below `below`, their weights 1 to 255.
pub fn encode(rows: &[u32], weights: &[u8], below: u32, out: &mut Vec<u8>) {
    if rows.len() as u64 * 8 >= u64::from(below) && !rows.is_empty() {
        let mut bits = Bits::none(below);
        bits.extend(rows);
        out.push(DENSE);
        bits.words().iter().for_each(|word| out.extend_from_slice(&word.to_le_bytes()));
        let half = |weight: &u8| weight.saturating_sub(1).min(MORE);
        let byte = |two: &[u8]| two.iter().rev().fold(0, |byte, weight| byte << 4 | half(weight));
        out.extend(weights.chunks(2).map(byte));
        let greater: Vec<(u32, u8)> = (0..).zip(weights.iter().copied()).filter(|w| w.1 > MORE).collect();
        out.extend_from_slice(&(greater.len() as u32).to_le_bytes());
        for (place, weight) in greater {
            out.extend_from_slice(&place.to_le_bytes());
            out.push(weight);
        }
    } else {
        let k = parameter(rows);
        out.push(k as u8);
        let mut writer = Writer { out, bits: 0, used: 0 };
        let greater = || (0u32..).zip(weights.iter().copied()).filter(|w| w.1 > 1);
        let places: Vec<u32> = greater().map(|w| w.0).collect();
        writer.gamma(places.len() as u32 + 1);
        if !places.is_empty() {
            let k = parameter(&places);
            writer.put(k.into(), 5);
            let mut next = 0;
            for (place, weight) in greater() {
                writer.rice(place - next, k);
                writer.gamma(u32::from(weight) - 1);
                next = place + 1;
            }
        }
        let mut next = 0;
        for &row in rows {
            writer.rice(row.wrapping_sub(next), k);
            next = row.wrapping_add(1);
        }
        writer.finish();
    }
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
    // Lists are written where something is corrected, not at every key: small before fast.
    #[inline(never)]
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

    fn gamma(&mut self, number: u32) {
        let more = number.max(1).ilog2();
        self.put(1 << more, more + 1);
        self.put(u64::from(number) & ((1 << more) - 1), more);
    }

    fn finish(self) {
        let rest = self.bits.to_le_bytes();
        self.out.extend_from_slice(rest.get(..self.used.div_ceil(8) as usize).unwrap_or(&rest));
    }
}

/// Bits that are seen at once.
const WINDOW: u32 = 57;

#[derive(Clone, Copy)]
struct Reader<'a> {
    data: &'a [u8],
    /// In bits.
    at: usize,
}

impl Reader<'_> {
    /// At least [`WINDOW`] bits from here on; zeros where the bytes end.
    #[inline]
    fn window(&self) -> u64 {
        let from = self.at >> 3;
        let eight = self.data.get(from..from + 8).and_then(|b| b.first_chunk::<8>());
        eight.map_or(0, |b| u64::from_le_bytes(*b)) >> (self.at & 7)
    }

    #[inline]
    fn gap(&mut self, k: u32) -> u32 {
        let window = self.window();
        let times = window.trailing_zeros();
        if times >= ESCAPE {
            self.at += ESCAPE as usize + 1;
            let gap = self.window() as u32;
            self.at += 32;
            return gap;
        }
        // At most 24 + 1 + 31 bits.
        self.at += (times + 1 + k) as usize;
        times << k | (window >> times >> 1) as u32 & ((1u32 << k) - 1)
    }

    /// As [`Reader::gap`] and [`Reader::gamma`], mostly by one look at the bytes.
    #[inline]
    fn gap_and_gamma(&mut self, k: u32) -> (u32, u32) {
        let window = self.window();
        let times = window.trailing_zeros();
        let rest = window >> (times & 31) >> 1;
        let behind = rest >> k;
        let more = behind.trailing_zeros();
        let read = times + 1 + k + 2 * more + 1;
        if times >= ESCAPE || read > WINDOW {
            return (self.gap(k), self.gamma());
        }
        self.at += read as usize;
        let gap = times << k | rest as u32 & ((1u32 << k) - 1);
        (gap, (behind >> more >> 1) as u32 & ((1u32 << more) - 1) | 1 << more)
    }

    #[inline]
    fn gamma(&mut self) -> u32 {
        let window = self.window();
        let more = window.trailing_zeros().min(27);
        self.at += 2 * more as usize + 1;
        (window >> more >> 1) as u32 & ((1u32 << more) - 1) | 1 << more
    }
}

/// How a list is written.
enum Form<'a> {
    Dense(Dense<'a>),
    Sparse(Sparse<'a>),
}

/// A list of few rows.
struct Sparse<'a> {
    count: u32,
    /// The weights above 1: place, weight.
    greater: Vec<(u32, u8)>,
    k: u32,
    /// At the first row.
    reader: Reader<'a>,
}

impl<'a> Sparse<'a> {
    #[inline]
    fn of(k: u8, data: &'a [u8], count: u32) -> Sparse<'a> {
        let mut reader = Reader { data, at: 8 };
        let many = (reader.gamma() - 1).min(count);
        let mut greater = Vec::new();
        if many > 0 {
            greater.reserve(many as usize);
            let k = reader.window() as u32 & 31;
            reader.at += 5;
            let mut next = 0u32;
            for _ in 0..many {
                let (gap, less) = reader.gap_and_gamma(k);
                let place = next.wrapping_add(gap);
                greater.push((place, less.saturating_add(1).min(255) as u8));
                next = place.wrapping_add(1);
            }
        }
        Sparse { count, greater, k: u32::from(k & 31), reader }
    }

    /// Calls `each` with every row.
    #[inline(always)]
    fn rows(self, mut each: impl FnMut(u32)) {
        let Sparse { count, k, mut reader, .. } = self;
        let (mut next, mut left) = (0u32, count);
        while left > 0 {
            // One look at the bytes serves for several rows: each of them would wait for the one before otherwise.
            let (mut window, mut used) = (reader.window(), 0);
            while left > 0 {
                let times = window.trailing_zeros();
                let read = used + times + 1 + k;
                if times >= ESCAPE || read > WINDOW {
                    break;
                }
                let rest = window >> times >> 1;
                let row = next.wrapping_add(times << k | rest as u32 & ((1u32 << k) - 1));
                each(row);
                next = row.wrapping_add(1);
                left -= 1;
                (window, used) = (rest >> k, read);
            }
            reader.at += used as usize;
            if used == 0 {
                let row = next.wrapping_add(reader.gap(k));
                each(row);
                next = row.wrapping_add(1);
                left -= 1;
            }
        }
    }
}

/// A list that has a bit for every row.
struct Dense<'a> {
    /// The bits, in words of eight bytes.
    words: &'a [[u8; 8]],
    /// Half a byte of each row, then what else there is.
    weights: &'a [u8],
    /// The weights that half a byte doesn't hold: place, weight.
    greater: &'a [[u8; 5]],
}

impl Dense<'_> {
    /// The weight of the row of that place among the rows of the list.
    #[inline]
    fn weight(&self, place: u32) -> u8 {
        let two = self.weights.get(place as usize >> 1).copied().unwrap_or(0);
        match two >> (4 * (place & 1)) & 15 {
            MORE => self.greater(place),
            less => less + 1,
        }
    }

    /// Calls `each` with the rows and weights of the list, but for weights up to what it last gave back.
    #[inline(always)]
    fn walk_over(&self, count: u32, mut each: impl FnMut(u32, u8) -> u8) {
        // Of every byte the lowest bit, the lower half, the highest bit.
        const ONES: u64 = 0x0101_0101_0101_0101;
        const HALVES: u64 = 15 * ONES;
        const TOPS: u64 = 128 * ONES;
        let mut words = (0u32..).zip(self.words).map(|(at, eight)| (at * 64, u64::from_le_bytes(*eight)));
        // A word less the rows that are behind, and the place of its first.
        let (mut base, mut word, mut first) = (0, 0u64, 0);
        let mut little = 0u8;
        for (from, sixteen) in (0..count).step_by(16).zip(self.weights.as_chunks::<8>().0) {
            let sixteen = u64::from_le_bytes(*sixteen);
            // Half a byte is one of these if adding what lacks to 128 makes it so.
            let lacking = ONES * u64::from(128 - little.min(MORE));
            let halves = |eight: u64| (eight & HALVES).wrapping_add(lacking) & TOPS;
            let mut over = halves(sixteen) >> 4 | halves(sixteen >> 4);
            while over != 0 {
                let place = from + over.trailing_zeros() / 4;
                over &= over - 1;
                if place >= count {
                    return;
                }
                while first + word.count_ones() <= place {
                    first += word.count_ones();
                    let Some(next) = words.next() else { return };
                    (base, word) = next;
                }
                while first < place {
                    word &= word - 1;
                    first += 1;
                }
                let weight = self.weight(place);
                if weight > little {
                    little = each(base + word.trailing_zeros(), weight);
                }
            }
        }
    }

    #[inline(never)]
    fn greater(&self, place: u32) -> u8 {
        let before =
            self.greater.partition_point(|&[a, b, c, d, _]| u32::from_le_bytes([a, b, c, d]) < place);
        self.greater.get(before).map_or(MORE, |&[.., weight]| weight)
    }
}

#[inline(never)]
fn form(data: &[u8], count: u32, below: u32) -> Form<'_> {
    match data.first() {
        Some(&DENSE) => {
            let end = 1 + (below as usize).div_ceil(64) * 8;
            let (words, weights) = (data.get(1..end).unwrap_or(&[]), data.get(end..).unwrap_or(&[]));
            let behind = weights.get(count as usize / 2 + count as usize % 2..).unwrap_or(&[]);
            let (many, greater) = behind.split_first_chunk::<4>().unwrap_or((&[0; 4], &[]));
            let greater = greater.as_chunks::<5>().0.get(..u32::from_le_bytes(*many) as usize).unwrap_or(&[]);
            Form::Dense(Dense { words: words.as_chunks::<8>().0, weights, greater })
        }
        first => Form::Sparse(Sparse::of(first.copied().unwrap_or(0), data, count.min(below))),
    }
}

/// Whether a list has a bit for every row.
pub fn is_dense(data: &[u8]) -> bool {
    data.first() == Some(&DENSE)
}

/// Appends the rows of a list that begins where `data` does, and their weights. Its end is known by its `count`.
#[inline(never)]
pub fn list(data: &[u8], count: u32, below: u32, rows: &mut Vec<u32>, weights: &mut Vec<u8>) {
    let from = rows.len();
    rows.reserve(count.min(below) as usize);
    match form(data, count, below) {
        Form::Dense(list) => {
            let mut place = 0;
            for (at, eight) in (0u32..).zip(list.words) {
                let mut word = u64::from_le_bytes(*eight);
                while word != 0 {
                    let row = at * 64 + word.trailing_zeros();
                    if row < below {
                        rows.push(row);
                        weights.push(list.weight(place));
                    }
                    word &= word - 1;
                    place += 1;
                }
            }
        }
        Form::Sparse(mut list) => {
            let greater = std::mem::take(&mut list.greater);
            list.rows(|row| {
                if row < below {
                    rows.push(row);
                }
            });
            weights.resize(rows.len(), 1);
            for (place, greater) in greater {
                weights.get_mut(from + place as usize).into_iter().for_each(|weight| *weight = greater);
            }
        }
    }
}

/// The weights of those rows of a dense list that are in a set, `share` times, in order; of others none.
pub fn weights_in(data: &[u8], count: u32, share: u16, set: &Bits) -> Vec<u16> {
    let Form::Dense(list) = form(data, count, set.rows_below()) else { return Vec::new() };
    let mut found = Vec::with_capacity(set.count() as usize);
    let mut before = 0;
    for (eight, within) in list.words.iter().zip(set.words()) {
        let word = u64::from_le_bytes(*eight);
        let mut both = word & within;
        while both != 0 {
            let lower = (both & both.wrapping_neg()) - 1;
            found.push(u16::from(list.weight(before + (word & lower).count_ones())) * share);
            both &= both - 1;
        }
        before += word.count_ones();
    }
    found
}

/// The `most` rows of a dense list in which its word is worth most: what [`Ranker::best_of`] says of all its rows.
pub fn best_in(data: &[u8], count: u32, below: u32, word: Word, ranker: &Ranker, most: usize) -> Vec<u32> {
    let mut best = BestOf::new(ranker, word, most);
    if let Form::Dense(list) = form(data, count, below) {
        list.walk_over(count, |row, weight| if row < below { best.offer(row, weight) } else { MORE });
    }
    best.rows()
}

/// Takes the rows of a list in.
pub fn mark(data: &[u8], count: u32, bits: &mut Bits) {
    let below = bits.rows_below();
    match form(data, count, below) {
        Form::Dense(list) => bits.or_bytes(list.words.as_flattened()),
        Form::Sparse(list) => list.rows(|row| bits.insert(row)),
    }
}

/// Takes the rows of a list in, and adds their weights, `share` times each, to the sums by row.
pub fn add(data: &[u8], count: u32, share: u16, bits: &mut Bits, sums: &mut [u16]) {
    let (mut rows, mut weights) = (Vec::new(), Vec::new());
    list(data, count, bits.rows_below(), &mut rows, &mut weights);
    for (row, weight) in rows.into_iter().zip(weights) {
        if let Some(sum) = sums.get_mut(row as usize) {
            *sum = sum.saturating_add(u16::from(weight) * share);
        }
        bits.insert(row);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Curve, Weighed};
    use proptest::prelude::*;

    fn read(data: &[u8], count: usize, below: u32) -> (Vec<u32>, Vec<u8>) {
        let (mut rows, mut weights) = (vec![], vec![]);
        list(data, count as u32, below, &mut rows, &mut weights);
        (rows, weights)
    }

    proptest! {
        #[test]
        fn a_list_comes_back(
            set in prop_oneof![
                proptest::collection::btree_set(0u32..5000, 0..300),
                // Few rows: a bit each.
                proptest::collection::btree_set(0u32..500, 60..300),
            ],
            below in 5000u32..60_000, far in any::<bool>(), seed in any::<u8>(),
        ) {
            let mut rows: Vec<u32> = set.into_iter().collect();
            if far { rows.push(below.saturating_mul(17) - 1); }
            let below = if far { below * 17 } else { below };
            let weights: Vec<u8> = rows.iter().map(|r| (r.wrapping_mul(u32::from(seed)) as u8).max(1)).collect();
            for below in [below, 5000 + u32::from(seed), 500] {
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
                prop_assert!(!is_dense(&data) || weights_in(&data, rows.len() as u32, 2, &half) == of_half);
                let curve = Curve { factor: 2.2, exact: 2.0, per: 4096.0 };
                let norms = (0..500).map(|row: u32| row.wrapping_mul(seed.into()) as u8).map(|n| f32::from(n) / 99.0 + 0.3);
                let ranker = Ranker::of(curve, norms.collect());
                let all = Weighed { rarity: 1.5, weights: weights.iter().map(|w| u16::from(*w) * 2).collect() };
                for most in [0, 1, 20] {
                    let sought = ranker.best(&rows, std::slice::from_ref(&all), most);
                    let word = Word { rarity: 1.5, share: 2 };
                    prop_assert_eq!(&ranker.best_of(&rows, &weights, word, most), &sought);
                    let best = best_in(&data, rows.len() as u32, below, word, &ranker, most);
                    prop_assert!(best == sought || !is_dense(&data));
                }
                let mut sums = vec![0u16; below as usize];
                add(&data, rows.len() as u32, 2, &mut summed, &mut sums);
                prop_assert_eq!(marked.rows(), rows.clone());
                prop_assert_eq!(&summed, &marked);
                prop_assert!(rows.iter().zip(&weights).all(|(r, w)| sums[*r as usize] == u16::from(*w) * 2));
            }
        }

        #[test]
        fn any_bytes_are_read(
            data in prop_oneof![
                proptest::collection::vec(any::<u8>(), 0..80),
                proptest::collection::vec(any::<u8>(), 0..80).prop_map(|data| [&[DENSE], data.as_slice()].concat()),
            ], count in any::<u32>(), below in 0u32..400) {
            let (rows, weights) = read(&data, count as usize, below);
            prop_assert!(rows.len() == weights.len() && rows.iter().all(|r| *r < below));
            let mut bits = Bits::none(below);
            mark(&data, count, &mut bits);
            add(&data, count, 2, &mut bits, &mut vec![0; below as usize]);
            let best = best_in(&data, count, below, Word { rarity: 1.0, share: 2 }, &Ranker::default(), 9);
            prop_assert!(best.iter().all(|row| *row < below) && weights_in(&data, count, 2, &bits).len() <= 400);
            prop_assert!(bits.rows().iter().all(|r| *r < below));
        }
    }
}
