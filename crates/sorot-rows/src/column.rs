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
pub fn widen(bytes: &[u8], width: u8) -> Option<Vec<u32>> {
    match width {
        1 => Some(bytes.iter().map(|&b| u32::from(b)).collect()),
        2 => {
            let (pairs, rest) = bytes.as_chunks::<2>();
            rest.is_empty().then(|| pairs.iter().map(|&b| u32::from(u16::from_le_bytes(b))).collect())
        }
        4 => {
            let (fours, rest) = bytes.as_chunks::<4>();
            rest.is_empty().then(|| fours.iter().map(|&b| u32::from_le_bytes(b)).collect())
        }
        _ => None,
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
            prop_assert_eq!(widen(&bytes, 3), None);
        }
    }
}
