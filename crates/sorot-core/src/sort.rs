//! Sorting in little code: the standard library's sorts are compiled anew for each type and each order, at
//! three to four kB each in the browser. These two are compiled once.

use std::cmp::Ordering;

/// What is a whole number in other clothes, and is sorted as one.
pub trait Number: Copy {
    /// As a number; a greater value has a greater one.
    fn number(self) -> u64;
    /// From [`Number::number`].
    fn of(number: u64) -> Self;
}

impl Number for u32 {
    fn number(self) -> u64 {
        self.into()
    }

    fn of(number: u64) -> u32 {
        number as u32
    }
}

impl Number for u64 {
    fn number(self) -> u64 {
        self
    }

    fn of(number: u64) -> u64 {
        number
    }
}

impl Number for u8 {
    fn number(self) -> u64 {
        self.into()
    }

    fn of(number: u64) -> u8 {
        number as u8
    }
}

impl Number for usize {
    fn number(self) -> u64 {
        self as u64
    }

    fn of(number: u64) -> usize {
        number as usize
    }
}

impl Number for i32 {
    fn number(self) -> u64 {
        // The order of the signed numbers, with the least at 0.
        u64::from(self as u32 ^ 1 << 31)
    }

    fn of(number: u64) -> i32 {
        (number as u32 ^ 1 << 31) as i32
    }
}

/// Two that fill 32 bits at most.
impl<A: Number, B: Number> Number for (A, B) {
    fn number(self) -> u64 {
        self.0.number() << 32 | self.1.number()
    }

    fn of(number: u64) -> (A, B) {
        (A::of(number >> 32), B::of(number & u64::from(u32::MAX)))
    }
}

/// Sorts numbers, fast: for lists that may be long.
pub fn numbers<T: Number>(items: &mut [T]) {
    let mut keys: Vec<u64> = items.iter().map(|item| item.number()).collect();
    sort_keys(&mut keys);
    for (item, key) in items.iter_mut().zip(keys) {
        *item = T::of(key);
    }
}

#[inline(never)]
fn sort_keys(keys: &mut [u64]) {
    keys.sort_unstable();
}

/// Sorts anything by a comparison; equal ones stay in their order.
pub fn by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let mut order = order_of(items.len(), &|a, b| match (items.get(a), items.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    arrange(&mut order, &mut |a, b| items.swap(a, b));
}

/// Sorts anything by a key; equal ones stay in their order.
pub fn by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    by(items, |a, b| key(a).cmp(&key(b)));
}

/// Sorts anything by a key that is made once for each; equal ones stay in their order.
pub fn by_cached_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    let keys: Vec<K> = items.iter().map(key).collect();
    let mut order = order_of(items.len(), &|a, b| keys.get(a).cmp(&keys.get(b)));
    arrange(&mut order, &mut |a, b| items.swap(a, b));
}

/// For each place, which item comes there.
#[inline(never)]
fn order_of(len: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<u32> {
    let mut order: Vec<u32> = (0..len as u32).collect();
    order.sort_by(|&a, &b| compare(a as usize, b as usize));
    order
}

/// Brings the items to their places, along each cycle of the order.
#[inline(never)]
fn arrange(order: &mut [u32], swap: &mut dyn FnMut(usize, usize)) {
    for begin in 0..order.len() {
        let mut at = begin;
        while let Some(from) = order.get_mut(at) {
            let next = std::mem::replace(from, at as u32) as usize;
            if next == begin || next == at {
                break;
            }
            swap(at, next);
            at = next;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn is_the_stable_sort(items in proptest::collection::vec((0u8..6, 0u32..100), 0..60)) {
            let (mut ours, mut cached, mut theirs) = (items.clone(), items.clone(), items);
            by_key(&mut ours, |item| item.0);
            by_cached_key(&mut cached, |item| item.0);
            theirs.sort_by_key(|item| item.0);
            prop_assert_eq!(&ours, &theirs);
            prop_assert_eq!(&cached, &theirs);
        }

        #[test]
        fn numbers_keep_their_order(items: Vec<(i32, i32)>, single: Vec<i32>, words: Vec<(u32, u8)>) {
            let (mut ours, mut theirs) = (items.clone(), items);
            numbers(&mut ours);
            theirs.sort_unstable();
            prop_assert_eq!(ours, theirs);
            let (mut ours, mut theirs) = (single.clone(), single);
            numbers(&mut ours);
            theirs.sort_unstable();
            prop_assert_eq!(ours, theirs);
            let (mut ours, mut theirs) = (words.clone(), words);
            numbers(&mut ours);
            theirs.sort_unstable();
            prop_assert_eq!(ours, theirs);
        }
    }
}
