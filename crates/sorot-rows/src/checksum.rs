//! Is it still what was written?

/// Odd, so that multiplying by it loses nothing: the golden ratio's 64 bits (Knuth's multiplicative hashing).
const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
/// Independent sums, so that four multiplications run at a time.
const LANES: usize = 4;

/// A checksum against accidents, not against forgers: four lanes over little-endian words of eight bytes, the last
/// one filled up with zeros, `lane = (lane ^ word) * FACTOR`, rotated by 29. Every step can be undone, so that no
/// change within one word goes unseen.
pub fn checksum(bytes: &[u8]) -> u64 {
    let mut lanes = [1u64, 2, 3, 4];
    // A browser compiles a function well only between two calls of it: one long loop would stay slow.
    let mut parts = bytes.chunks_exact(PART);
    (&mut parts).for_each(|part| lanes = whole(lanes, part));
    let (fours, rest) = parts.remainder().split_at(parts.remainder().len() / (8 * LANES) * (8 * LANES));
    lanes = whole(lanes, fours);
    for (lane, word) in lanes.iter_mut().zip(rest.chunks(8)) {
        *lane = step(*lane, word);
    }
    let [a, b, c, d] = lanes;
    let all = a ^ b.rotate_left(16) ^ c.rotate_left(32) ^ d.rotate_left(48);
    (all ^ bytes.len() as u64).wrapping_mul(FACTOR)
}

/// Bytes a call.
const PART: usize = 16 << 10;

#[inline(never)]
fn whole([mut a, mut b, mut c, mut d]: [u64; LANES], part: &[u8]) -> [u64; LANES] {
    for four in part.as_chunks::<8>().0.chunks_exact(LANES) {
        let [Some(&e), Some(&f), Some(&g), Some(&h)] = [0, 1, 2, 3].map(|at| four.get(at)) else { continue };
        a = turn(a, u64::from_le_bytes(e));
        b = turn(b, u64::from_le_bytes(f));
        c = turn(c, u64::from_le_bytes(g));
        d = turn(d, u64::from_le_bytes(h));
    }
    [a, b, c, d]
}

#[inline(always)]
fn turn(lane: u64, word: u64) -> u64 {
    (lane ^ word).wrapping_mul(FACTOR).rotate_left(29)
}

#[inline]
fn step(lane: u64, word: &[u8]) -> u64 {
    let mut eight = [0u8; 8];
    eight.iter_mut().zip(word).for_each(|(to, from)| *to = *from);
    turn(lane, u64::from_le_bytes(eight))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_flipped_bit_shows(mut bytes in proptest::collection::vec(any::<u8>(), 1..100), at in any::<usize>()) {
            let before = checksum(&bytes);
            let at = at % (bytes.len() * 8);
            bytes[at / 8] ^= 1 << (at % 8);
            prop_assert_ne!(before, checksum(&bytes));
            prop_assert_ne!(checksum(&bytes[1..]), checksum(&bytes));
        }
    }
}
