//! Which number stands for this piece of text? Feature identities are hashes; nothing is spelt out.

/// Start state of FNV-1a, 64 bits.
pub(super) const START: u64 = 0xcbf2_9ce4_8422_2325;
/// The golden ratio's bits: an odd multiplier that spreads its argument upwards.
const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;

/// One step of FNV-1a with a character for a byte.
pub(super) fn step(state: u64, c: char) -> u64 {
    (state ^ u64::from(u32::from(c))).wrapping_mul(0x0000_0100_0000_01b3)
}

/// An ordered pair of hashes as one; the high bits depend on every input bit.
pub(super) fn pair(a: u64, b: u64) -> u64 {
    let x = (a.rotate_left(29) ^ b).wrapping_mul(SPREAD);
    (x ^ (x >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93)
}
