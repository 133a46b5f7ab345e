//! Numbers as they lie in a file: as narrow as the greatest of them allows.

/// Appends numbers in little endian, each as wide as the greatest needs; gives back the width: 1, 2 or 4 bytes.
pub fn narrow(numbers: &[u32], out: &mut Vec<u8>) -> u8 {
    let most = numbers.iter().copied().max().unwrap_or(0);
    match most {
        0..=0xff => {
            out.extend(numbers.iter().map(|&n| n as u8));
            1
        }
        0x100..=0xffff => {
            numbers.iter().for_each(|&n| out.extend_from_slice(&(n as u16).to_le_bytes()));
            2
        }
        _ => {
            numbers.iter().for_each(|&n| out.extend_from_slice(&n.to_le_bytes()));
            4
        }
    }
}

/// The numbers that [`narrow`] wrote; `None` for another width or a part of a number at the end.
#[inline(never)]
pub fn widen(bytes: &[u8], width: u8) -> Option<Vec<u32>> {
    let many = bytes.len().checked_div(usize::from(width))?;
    if !matches!(width, 1 | 2 | 4) || many * usize::from(width) != bytes.len() {
        return None;
    }
    let mut numbers = vec![0u32; many];
    // Four in a row without a loop: a pack is opened before a browser has compiled any of this well.
    let (fours, rest) = numbers.as_chunks_mut::<4>();
    let behind = bytes.get(fours.len() * 4 * usize::from(width)..).unwrap_or(&[]);
    match width {
        1 => fours
            .iter_mut()
            .zip(bytes.as_chunks::<4>().0)
            .for_each(|(four, from)| *four = from.map(u32::from)),
        2 => {
            let number = |two: [u8; 2]| u32::from(u16::from_le_bytes(two));
            let from = bytes.as_chunks::<2>().0.as_chunks::<4>().0;
            fours.iter_mut().zip(from).for_each(|(four, from)| *four = from.map(number));
        }
        _ => {
            let from = bytes.as_chunks::<4>().0.as_chunks::<4>().0;
            fours.iter_mut().zip(from).for_each(|(four, from)| *four = from.map(u32::from_le_bytes));
        }
    }
    for (number, from) in rest.iter_mut().zip(behind.chunks_exact(usize::from(width))) {
        *number = from.iter().rev().fold(0, |number, &byte| number << 8 | u32::from(byte));
    }
    Some(numbers)
}

/// The numbers of a range.
#[inline(never)]
pub fn stretch(range: std::ops::Range<u32>) -> Vec<u32> {
    range.collect()
}

/// The greatest number.
#[inline(never)]
pub fn most(numbers: &[u32]) -> Option<u32> {
    numbers.iter().copied().max()
}

/// Stretches of days from their first days and how many more each has.
#[inline(never)]
pub fn spans(first: &[u32], more: &[u32]) -> Vec<(i32, i32)> {
    let span = |(&first, &more): (&u32, &u32)| (first as i32, (first as i32).wrapping_add(more as i32));
    first.iter().zip(more).map(span).collect()
}

/// Where each part ends, parts of these lengths lying one behind the other; beyond 32 bits all end at the limit.
#[inline(never)]
pub fn ends(mut lengths: Vec<u32>) -> Vec<u32> {
    let mut end = 0u32;
    for length in &mut lengths {
        end = end.saturating_add(*length);
        *length = end;
    }
    lengths
}

/// Likewise where each begins, and where the last one ends.
pub fn starts(lengths: &[u32]) -> Vec<u32> {
    let mut all = vec![0; lengths.len() + 1];
    if let Some((_, behind)) = all.split_first_mut() {
        behind.copy_from_slice(lengths);
    }
    ends(all)
}

/// How many of the rows of a list lie below each of `ends`; both sorted.
#[inline(never)]
pub fn below(list: &[u32], ends: &[u32]) -> Vec<u32> {
    let mut at = 0;
    let place = |&end: &u32| {
        at += list.get(at..).unwrap_or(&[]).partition_point(|&row| row < end);
        at as u32
    };
    ends.iter().map(place).collect()
}

/// The rows in which each of `keys` values stands, where the n-th row's values are `values[offsets[n]..offsets[n + 1]]`:
/// where each value's rows begin, and the rows, in order. Values beyond are left out. A counting sort.
#[inline(never)]
pub fn inverted(offsets: &[u32], values: &[u32], keys: usize) -> (Vec<u32>, Vec<u32>) {
    let mut lengths = vec![0u32; keys];
    for &value in values {
        if let Some(length) = lengths.get_mut(value as usize) {
            *length += 1;
        }
    }
    let starts = starts(&lengths);
    let mut next = starts.clone();
    let mut rows = vec![0u32; starts.last().map_or(0, |&all| all as usize)];
    let all = offsets.len().saturating_sub(1);
    for first in (0..all).step_by(CALL) {
        place(
            first,
            offsets.get(first..=(first + CALL).min(all)).unwrap_or(&[]),
            values,
            &mut next,
            &mut rows,
        );
    }
    (starts, rows)
}

/// Rows a call: a browser compiles a function well only between two calls of it, one long loop would stay slow.
const CALL: usize = 4096;

/// Puts the rows from `first` on, whose values `offsets` tells, to the other rows of their values: at `next`, of which
/// the last one is where all end.
#[inline(never)]
fn place(first: usize, offsets: &[u32], values: &[u32], next: &mut [u32], rows: &mut [u32]) {
    let Some((_, next)) = next.split_last_mut() else { return };
    for (row, range) in (first as u32..).zip(offsets.windows(2)) {
        let &[from, to] = range else { continue };
        for &value in values.get(from as usize..to as usize).unwrap_or(&[]) {
            if let Some(at) = next.get_mut(value as usize)
                && let Some(place) = rows.get_mut(*at as usize)
            {
                *place = row;
                *at += 1;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn numbers_come_back(numbers in proptest::collection::vec(any::<u32>(), 0..40), shift in 0u32..32) {
            let numbers: Vec<u32> = numbers.iter().map(|n| n >> shift).collect();
            let mut bytes = vec![];
            let width = narrow(&numbers, &mut bytes);
            prop_assert_eq!(bytes.len(), numbers.len() * usize::from(width));
            prop_assert_eq!(widen(&bytes, width), Some(numbers));
            bytes.push(0);
            prop_assert_eq!(widen(&bytes, width).is_some(), width == 1);
            prop_assert_eq!(widen(&bytes, 3), None);
        }

        #[test]
        fn rows_are_counted_up_to_ends(
            list in proptest::collection::btree_set(0u32..60, 0..30), ends in proptest::collection::vec(0u32..70, 0..8),
        ) {
            let (list, mut ends): (Vec<u32>, _) = (list.into_iter().collect(), ends);
            ends.sort_unstable();
            let wanted: Vec<u32> = ends.iter().map(|end| list.iter().filter(|row| *row < end).count() as u32).collect();
            prop_assert_eq!(below(&list, &ends), wanted);
        }

        #[test]
        fn rows_are_found_by_their_values(rows in proptest::collection::vec(proptest::collection::btree_set(0u32..6, 0..4), 0..12)) {
            let lengths: Vec<u32> = rows.iter().map(|row| row.len() as u32).collect();
            let values: Vec<u32> = rows.iter().flatten().copied().collect();
            // One value too few is known: the last one is left out.
            let offsets = starts(&lengths);
            let (begun, found) = inverted(&offsets, &values, 5);
            prop_assert_eq!(begun.len(), 6);
            for key in 0..5u32 {
                let of = begun[key as usize] as usize..begun[key as usize + 1] as usize;
                let wanted: Vec<u32> = (0..).zip(&rows).filter(|(_, row)| row.contains(&key)).map(|(at, _)| at).collect();
                prop_assert_eq!(&found[of], wanted.as_slice());
            }
            prop_assert_eq!(&offsets[1..], &ends(lengths)[..]);
        }
    }
}
