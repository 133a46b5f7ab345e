//! Lists of numbers, one behind the other: what the key sentences are compared by.

use crate::Bits;

/// Lists that lie one behind the other.
#[derive(Clone, Copy, Debug)]
pub struct Lists<'a> {
    /// List → one past its last number.
    pub ends: &'a [u32],
    /// The numbers of all lists.
    pub numbers: &'a [u32],
}

/// What a list is worth besides its numbers' counts.
#[derive(Clone, Copy, Debug)]
pub struct Scale {
    /// What a list is worth whose numbers all have the greatest count.
    pub full: u32,
    /// The greatest count.
    pub most: u32,
    /// Fewer numbers count as so many.
    pub least: u32,
}

impl<'a> Lists<'a> {
    /// The numbers of a list; none beyond the last.
    #[inline]
    pub fn get(&self, at: u32) -> &'a [u32] {
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before as usize)).copied().unwrap_or(0);
        let end = self.ends.get(at as usize).copied().unwrap_or(start);
        self.numbers.get(start as usize..end as usize).unwrap_or(&[])
    }

    /// The first `each` lists of every row of `rows`; `rows_end` says which is a row's last.
    #[inline(never)]
    pub fn heads(rows_end: &[u32], rows: &[u32], each: u32) -> Vec<u32> {
        let mut heads = Vec::with_capacity(rows.len() * each.min(8) as usize);
        for &row in rows {
            let Some(&end) = rows_end.get(row as usize) else { continue };
            let before = row.checked_sub(1).and_then(|before| rows_end.get(before as usize));
            let start = before.copied().unwrap_or(0);
            heads.extend(start..end.min(start.saturating_add(each)));
        }
        heads
    }

    /// Adds one to the count of each number of the lists `which`; gives back the greatest that it came upon.
    #[inline(never)]
    pub fn tally(&self, which: &[u32], counts: &mut [u32]) -> u32 {
        let mut most = 0;
        for number in which.iter().flat_map(|&at| self.get(at)) {
            if let Some(count) = counts.get_mut(*number as usize) {
                *count += 1;
                most = most.max(*count);
            }
        }
        most
    }

    /// For each of the lists `which` its score with what the counts of its numbers add in the mean.
    #[inline(never)]
    pub fn weigh(&self, which: &[u32], counts: &[u32], scores: &[i32], scale: Scale) -> Vec<i32> {
        let weigh = |&at: &u32| {
            let numbers = self.get(at);
            let sum: u32 = numbers.iter().map(|&n| counts.get(n as usize).copied().unwrap_or(0)).sum();
            let all = u64::from(scale.most.max(1)) * u64::from(scale.least.max(numbers.len() as u32).max(1));
            let added = u64::from(sum) * u64::from(scale.full) / all;
            let score = scores.get(at as usize).copied().unwrap_or(0);
            score.saturating_add(added.min(i32::MAX as u64) as i32)
        };
        which.iter().map(weigh).collect()
    }

    /// Those of the lists `which` that hold one of the numbers in `wanted`.
    #[inline(never)]
    pub fn holding(&self, which: &[u32], wanted: &Bits) -> Vec<u32> {
        which.iter().copied().filter(|&at| self.get(at).iter().any(|&n| wanted.contains(n))).collect()
    }

    /// Those of the lists `which` that share at least `share` 1,024ths of all numbers with one of the models (Dice
    /// 1945: the shared ones count on both sides), and with which, as bits. A number's models are bits in `held`,
    /// their lengths in `lengths`.
    #[inline(never)]
    pub fn alike(&self, which: &[u32], held: &[u16], lengths: &[u32], share: u32) -> Vec<(u32, u16)> {
        let mut found = Vec::new();
        for &at in which {
            let numbers = self.get(at);
            let mut shared = [0u32; 16];
            let mut any = 0u16;
            for &number in numbers {
                let mut bits = held.get(number as usize).copied().unwrap_or(0);
                any |= bits;
                while bits != 0 {
                    if let Some(count) = shared.get_mut(bits.trailing_zeros() as usize) {
                        *count += 1;
                    }
                    bits &= bits - 1;
                }
            }
            let mut like = 0u16;
            while any != 0 {
                let model = any.trailing_zeros();
                any &= any - 1;
                let both = shared.get(model as usize).copied().unwrap_or(0);
                let all = lengths.get(model as usize).copied().unwrap_or(0) + numbers.len() as u32;
                like |= u16::from(2 * both * 1024 >= share * all.max(1)) << model;
            }
            if like != 0 {
                found.push((at, like));
            }
        }
        found
    }
}

/// How many numbers two sorted lists have in common, each of them held once by either.
#[inline(never)]
pub fn shared(a: &[u32], b: &[u32]) -> u32 {
    let (mut at, mut other, mut both) = (0, 0, 0);
    while let (Some(x), Some(y)) = (a.get(at), b.get(other)) {
        both += u32::from(x == y);
        at += usize::from(x <= y);
        other += usize::from(y <= x);
    }
    both
}

/// The rows that stand for many: all of a few, else between half of `most` and `most` of them, in order. A row is
/// taken or not whatever the others are, so that a selection that grows by a row keeps those that spoke for it, and
/// they lie evenly (Fibonacci hashing: Knuth, TAOCP 3, 6.4).
#[inline(never)]
pub fn sample(rows: &[u32], most: usize) -> Vec<u32> {
    let halvings = rows.len().div_ceil(most.max(1)).next_power_of_two().trailing_zeros().min(31);
    if halvings == 0 {
        return rows.to_vec();
    }
    rows.iter().copied().filter(|row| row.wrapping_mul(0x9E37_79B1) >> (32 - halvings) == 0).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn ends(lists: &[Vec<u32>]) -> Vec<u32> {
        lists
            .iter()
            .scan(0, |end, list| {
                *end += list.len() as u32;
                Some(*end)
            })
            .collect()
    }

    fn lists() -> impl Strategy<Value = Vec<Vec<u32>>> {
        let list = proptest::collection::btree_set(0u32..40, 0..12).prop_map(|set| set.into_iter().collect());
        proptest::collection::vec(list, 0..20)
    }

    proptest! {
        #[test]
        fn lists_are_counted_weighed_and_found_as_by_hand(
            lists in lists(), which in proptest::collection::vec(0u32..24, 0..30),
            wanted in proptest::collection::btree_set(0u32..40, 0..4), full in 0u32..5000,
        ) {
            let (ends, numbers) = (ends(&lists), lists.concat());
            let flat = Lists { ends: &ends, numbers: &numbers };
            let of = |at: &u32| lists.get(*at as usize).cloned().unwrap_or_default();
            let mut counts = vec![0u32; 40];
            let greatest = flat.tally(&which, &mut counts);
            prop_assert_eq!(greatest, counts.iter().copied().max().unwrap_or(0));
            for number in 0..40 {
                let times = which.iter().filter(|at| of(at).contains(&number)).count();
                prop_assert_eq!(counts[number as usize], times as u32);
            }
            let scores: Vec<i32> = (0..lists.len() as i32).map(|n| n * 100 - 500).collect();
            let most = counts.iter().copied().max().unwrap_or(0);
            let weighed = flat.weigh(&which, &counts, &scores, Scale { full, most, least: 8 });
            for (at, weight) in which.iter().zip(weighed) {
                let list = of(at);
                let sum: u64 = list.iter().map(|n| u64::from(counts[*n as usize])).sum();
                let all = u64::from(most.max(1)) * list.len().max(8) as u64;
                let score = scores.get(*at as usize).copied().unwrap_or(0);
                prop_assert_eq!(weight, score + (sum * u64::from(full) / all) as i32);
            }
            let mut bits = Bits::none(40);
            bits.extend(&wanted.iter().copied().collect::<Vec<_>>());
            let holding: Vec<u32> =
                which.iter().copied().filter(|at| of(at).iter().any(|n| wanted.contains(n))).collect();
            prop_assert_eq!(flat.holding(&which, &bits), holding);
        }

        #[test]
        fn what_two_lists_share_is_counted(lists in lists()) {
            for (a, b) in lists.iter().zip(lists.iter().skip(1)) {
                let both = a.iter().filter(|n| b.contains(n)).count() as u32;
                prop_assert_eq!((shared(a, b), shared(b, a)), (both, both));
            }
        }

        #[test]
        fn what_is_alike_is_what_shares_enough(lists in lists(), models in lists(), share in 1u32..1024) {
            let (ends, numbers) = (ends(&lists), lists.concat());
            let models: Vec<Vec<u32>> = models.into_iter().take(16).collect();
            let mut held = vec![0u16; 40];
            for (bit, model) in models.iter().enumerate() {
                model.iter().for_each(|n| held[*n as usize] |= 1 << bit);
            }
            let lengths: Vec<u32> = models.iter().map(|m| m.len() as u32).collect();
            let which: Vec<u32> = (0..lists.len() as u32).collect();
            let found = Lists { ends: &ends, numbers: &numbers }.alike(&which, &held, &lengths, share);
            for at in which {
                let list = &lists[at as usize];
                let mut like = 0u16;
                for (bit, model) in models.iter().enumerate() {
                    let both = list.iter().filter(|n| model.contains(n)).count() as u32;
                    let enough = 2 * both * 1024 >= share * (list.len() + model.len()).max(1) as u32;
                    like |= u16::from(both > 0 && enough) << bit;
                }
                prop_assert_eq!(found.iter().find(|f| f.0 == at).map_or(0, |f| f.1), like);
            }
        }

        #[test]
        fn a_row_speaks_for_others_whoever_they_are(
            rows in proptest::collection::btree_set(0u32..5000, 0..400), most in 1usize..200, from in 0u32..9999,
        ) {
            let rows: Vec<u32> = rows.into_iter().collect();
            let taken = sample(&rows, most);
            prop_assert!(taken.iter().all(|row| rows.contains(row)) && taken.is_sorted());
            prop_assert!(rows.len() > most || taken == rows);
            // A stretch without gaps is sampled evenly.
            let stretch: Vec<u32> = (from..from + 4000).collect();
            let taken = sample(&stretch, most);
            prop_assert!(taken.len() * 3 + 3 >= most.min(4000) && taken.len() <= most + 2, "{} of {most}", taken.len());
        }
    }

    #[test]
    fn the_first_lists_of_rows() {
        assert_eq!(Lists::heads(&[2, 2, 7], &[0, 1, 2, 9], 3), [0, 1, 2, 3, 4]);
    }
}
