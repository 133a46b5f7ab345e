//! A set of rows, a bit each.

use std::ops::Range;

/// Some of the rows below [`Bits::rows_below`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bits {
    /// Row r is bit r % 64 of word r / 64; bits beyond the last row are 0.
    words: Vec<u64>,
    rows: u32,
}

impl Bits {
    /// None of `rows` rows.
    pub fn none(rows: u32) -> Bits {
        Bits { words: vec![0; (rows as usize).div_ceil(64)], rows }
    }

    /// The rows of `range`, of `rows` rows.
    pub fn range(rows: u32, range: Range<u32>) -> Bits {
        let mut bits = Bits { words: vec![!0; (rows as usize).div_ceil(64)], rows };
        bits.trim();
        bits.keep(range);
        bits
    }

    /// How many rows there are, in the set or not.
    pub fn rows_below(&self) -> u32 {
        self.rows
    }

    /// Its words, the rows from 0 on, the lowest bit first.
    pub fn words(&self) -> &[u64] {
        &self.words
    }

    /// Takes a row in.
    #[inline]
    pub fn insert(&mut self, row: u32) {
        if row < self.rows
            && let Some(word) = self.words.get_mut(row as usize >> 6)
        {
            *word |= 1 << (row & 63);
        }
    }

    /// Takes in the rows of a list.
    pub fn extend(&mut self, rows: &[u32]) {
        rows.iter().for_each(|&row| self.insert(row));
    }

    /// Takes in the rows of words in the form of [`Bits::words`]; what lies beyond the last row is left out.
    pub fn or_bytes(&mut self, bytes: &[u8]) {
        let (eights, _) = bytes.as_chunks::<8>();
        for (word, eight) in self.words.iter_mut().zip(eights) {
            *word |= u64::from_le_bytes(*eight);
        }
        self.trim();
    }

    /// Whether a row is in it.
    #[inline]
    pub fn contains(&self, row: u32) -> bool {
        self.words.get(row as usize >> 6).is_some_and(|word| word >> (row & 63) & 1 == 1)
    }

    /// Leaves only what `other` holds, too.
    pub fn and(&mut self, other: &Bits) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, o)| *word &= o);
    }

    /// Takes in what `other` holds.
    pub fn or(&mut self, other: &Bits) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, o)| *word |= o);
        self.trim();
    }

    /// Leaves only what `other` doesn't hold.
    pub fn and_not(&mut self, other: &Bits) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, o)| *word &= !o);
    }

    /// Leaves only the rows of `range`.
    #[inline(never)]
    pub fn keep(&mut self, range: Range<u32>) {
        let (first, last) = ends(&range);
        self.words.iter_mut().take(first).for_each(|word| *word = 0);
        self.words.iter_mut().skip(last + 1).for_each(|word| *word = 0);
        for at in [first, last] {
            self.words.get_mut(at).into_iter().for_each(|word| *word &= part(at as u32, &range));
        }
    }

    fn trim(&mut self) {
        if let (Some(last), extra @ 1..) = (self.words.last_mut(), self.rows & 63) {
            *last &= (1 << extra) - 1;
        }
    }

    /// How many rows it holds.
    pub fn count(&self) -> u32 {
        self.words.iter().map(|word| word.count_ones()).sum()
    }

    /// Its rows in order.
    #[inline(never)]
    pub fn rows(&self) -> Vec<u32> {
        let mut rows = vec![0; self.count() as usize];
        let mut rest = rows.as_mut_slice();
        for (at, &word) in (0u32..).zip(&self.words) {
            let Some((here, behind)) = rest.split_at_mut_checked(word.count_ones() as usize) else { break };
            let mut word = word;
            for row in here {
                *row = at * 64 + word.trailing_zeros();
                word &= word.wrapping_sub(1);
            }
            rest = behind;
        }
        rows
    }
}

/// The words in which a range begins and ends.
#[inline]
fn ends(range: &Range<u32>) -> (usize, usize) {
    (range.start as usize >> 6, range.end.saturating_sub(1) as usize >> 6)
}

/// The bits of `range` in the word of number `at`.
#[inline]
fn part(at: u32, range: &Range<u32>) -> u64 {
    let base = u64::from(at) * 64;
    let below = |row: u32| match u64::from(row).saturating_sub(base) {
        more @ 0..64 => (1u64 << more) - 1,
        _ => !0,
    };
    below(range.end) & !below(range.start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    proptest! {
        #[test]
        fn it_is_a_set(
            rows in 0u32..300, a in proptest::collection::vec(0u32..330, 0..80),
            b in proptest::collection::vec(0u32..330, 0..80), from in 0u32..320, to in 0u32..400,
        ) {
            let known = |list: &[u32]| list.iter().copied().filter(|r| *r < rows).collect::<BTreeSet<u32>>();
            let bits = |list: &[u32]| { let mut bits = Bits::none(rows); bits.extend(list); bits };
            let same = |bits: &Bits, set: BTreeSet<u32>| {
                prop_assert_eq!(bits.rows(), set.iter().copied().collect::<Vec<_>>());
                prop_assert_eq!(bits.count() as usize, set.len());
                Ok(())
            };
            same(&bits(&a), known(&a))?;
            let both = |change: fn(&mut Bits, &Bits)| { let mut x = bits(&a); change(&mut x, &bits(&b)); x };
            same(&both(Bits::and), &known(&a) & &known(&b))?;
            same(&both(Bits::or), &known(&a) | &known(&b))?;
            same(&both(Bits::and_not), &known(&a) - &known(&b))?;
            let within = known(&a).into_iter().filter(|r| (from..to).contains(r)).collect::<BTreeSet<_>>();
            let mut kept = bits(&a);
            kept.keep(from..to);
            same(&kept, within)?;
            same(&Bits::range(rows, from..to), (from..to).filter(|r| *r < rows).collect())?;
            let bytes: Vec<u8> = bits(&b).words().iter().flat_map(|w| w.to_le_bytes()).collect();
            let mut all = bits(&a);
            all.or_bytes(&bytes);
            same(&all, &known(&a) | &known(&b))?;
        }
    }
}
