//! The weights as bytes and in memory; nothing in the bytes is trusted.
//!
//! ```text
//! "SoTg" · version u8 · labels u8 · hash bits u8 · units per nat u8
//! features u32 · weights u32 · known words u32 · classes u32          (all little-endian)
//! features: gap between hashes (LEB128) … · low byte of label mask … · high byte …
//! weights: one i8 for each bit set in a mask, in that order
//! transitions: i16 for each pair (from, to)
//! known words: gap between fingerprints (LEB128) … · leaf, low byte … · leaf, high byte …
//! classes: path u32 …
//! ```
//! Like bytes stand together because a general compressor then finds them alike.

use super::lexicon::{FINGERPRINT, Lexicon};
use super::scheme::{self, LABELS};
use super::viterbi::Steps;
use std::fmt;

/// First bytes of the weights.
pub const MAGIC: [u8; 4] = *b"SoTg";
/// Version of the format *and* of the features: weights fit only the features they learned with.
pub const VERSION: u8 = 1;
/// Most bits a feature's hash may have: the table of live features takes 2^bits / 8 bytes.
pub const MAX_BITS: u8 = 24;

/// Why weights can't be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoadError {
    /// The bytes end before what they announce.
    Short,
    /// Bytes follow the last part.
    Long,
    /// They don't begin as weights do.
    NotWeights,
    /// They are of another version, label set or size of hash.
    OtherVersion,
    /// A part contradicts another.
    Inconsistent,
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            LoadError::Short => "the tagger's weights end too early",
            LoadError::Long => "bytes follow the tagger's weights",
            LoadError::NotWeights => "not the tagger's weights",
            LoadError::OtherVersion => "the tagger's weights are of another version",
            LoadError::Inconsistent => "the tagger's weights contradict themselves",
        })
    }
}

impl std::error::Error for LoadError {}

/// Weights ready for look-up.
#[derive(Clone, Debug, Default)]
pub struct Model {
    bits: u32,
    /// Units in which one nat (factor e of likelihood) is counted.
    pub units: u8,
    /// One for each 32 hashes.
    cells: Vec<Cell>,
    /// The weights of each live hash, before them a row of none.
    rows: Vec<Row>,
    /// How many weights the rows hold.
    weights: usize,
    /// Scores of a label after another.
    pub(super) steps: Steps,
    /// The classes of words.
    pub lexicon: Lexicon,
}

/// Which of a few consecutive hashes have weights, and how many before them have.
#[derive(Clone, Copy, Debug, Default)]
struct Cell {
    live: u32,
    before: u32,
}

/// The score of what cannot be; far from overflow when a few are added.
pub const NEVER: i32 = i32::MIN / 8;

/// Weights of one feature, a byte a label, each [`BIAS`] too high: so sums of several run in lanes of two
/// bytes without one lane's sign reaching the next, four lanes at a time on any machine.
type Row = [u64; 2];
const LANES: usize = 16;
const BIAS: u8 = 128;
const NO_WEIGHTS: Row = [u64::from_le_bytes([BIAS; 8]); 2];
/// Every second byte.
const EVEN: u64 = 0x00ff_00ff_00ff_00ff;

/// A sum of rows: the lanes of even labels, those of odd ones, and how many rows.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sum {
    even: Row,
    odd: Row,
    rows: usize,
}

impl Sum {
    /// Rows whose sum surely fits the lanes.
    const MOST: usize = 256;

    /// Adds what it stands for to the labels' scores.
    fn add_to(&self, scores: &mut [i32; LABELS]) {
        let bias = self.rows as i32 * i32::from(BIAS);
        let ([a, b], [c, d]) = (self.even.map(u64::to_le_bytes), self.odd.map(u64::to_le_bytes));
        for (i, score) in scores.iter_mut().enumerate() {
            let half = match (i < 8, i % 2 == 0) {
                (true, true) => &a,
                (false, true) => &b,
                (true, false) => &c,
                (false, false) => &d,
            };
            let at = i % 8 / 2 * 2;
            *score += i32::from(u16::from_le_bytes([half[at], half[at + 1]])) - bias;
        }
    }

    /// Both sums in one; that they fit is the caller's care.
    pub(super) fn and(mut self, other: &Sum) -> Sum {
        for i in 0..2 {
            self.even[i] += other.even[i];
            self.odd[i] += other.odd[i];
        }
        self.rows += other.rows;
        self
    }
}

fn pack(lanes: [u8; LANES]) -> Row {
    let half = |from: usize| u64::from_le_bytes(std::array::from_fn(|i| lanes[from + i]));
    [half(0), half(8)]
}

/// Reads forward through bytes.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn take(&mut self, n: usize) -> Result<&'a [u8], LoadError> {
        let (head, tail) = self.0.split_at_checked(n).ok_or(LoadError::Short)?;
        self.0 = tail;
        Ok(head)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], LoadError> {
        self.take(N)?.try_into().map_err(|_| LoadError::Short)
    }

    /// A count; every counted thing takes a byte at least, so that no bytes announce more than they hold.
    fn count(&mut self) -> Result<usize, LoadError> {
        Ok(u32::from_le_bytes(self.array()?) as usize)
    }

    fn gap(&mut self) -> Result<u32, LoadError> {
        let mut value = 0u32;
        for shift in [0, 7, 14, 21] {
            let [byte] = self.array()?;
            value |= u32::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Ok(value);
            }
        }
        Err(LoadError::Inconsistent)
    }

    /// `n` strictly ascending numbers below 2^bits.
    fn ascending(&mut self, n: usize, bits: u32) -> Result<Vec<u32>, LoadError> {
        if n > self.0.len() {
            return Err(LoadError::Short);
        }
        let mut next = 0u32;
        let mut out = Vec::with_capacity(n);
        for _ in 0..n {
            let value = next.checked_add(self.gap()?).ok_or(LoadError::Inconsistent)?;
            if value >> bits != 0 {
                return Err(LoadError::Inconsistent);
            }
            out.push(value);
            next = value + 1;
        }
        Ok(out)
    }

    /// `n` numbers of two bytes, all low bytes first.
    fn pairs(&mut self, n: usize) -> Result<Vec<u16>, LoadError> {
        let low = self.take(n)?;
        let high = self.take(n)?;
        Ok(low.iter().zip(high).map(|(l, h)| u16::from_le_bytes([*l, *h])).collect())
    }
}

impl Model {
    /// Reads and checks weights.
    ///
    /// # Errors
    /// If the bytes are not whole and consistent weights of this version.
    pub fn read(bytes: &[u8]) -> Result<Model, LoadError> {
        let mut from = Reader(bytes);
        if from.array()? != MAGIC {
            return Err(LoadError::NotWeights);
        }
        let [version, labels, bits, units] = from.array()?;
        if version != VERSION
            || usize::from(labels) != LABELS
            || !(6..=MAX_BITS).contains(&bits)
            || units == 0
        {
            return Err(LoadError::OtherVersion);
        }
        let bits = u32::from(bits);
        let [features, weights, known, classes] =
            [from.count()?, from.count()?, from.count()?, from.count()?];
        let hashes = from.ascending(features, bits)?;
        let masks = from.pairs(features)?;
        let weights: Vec<i8> = from.take(weights)?.iter().map(|b| b.cast_signed()).collect();
        let mut transitions = [[NEVER; LABELS]; LABELS];
        for (a, row) in transitions.iter_mut().enumerate() {
            for (b, score) in row.iter_mut().enumerate() {
                let value = i16::from_le_bytes(from.array()?);
                if scheme::follows(a, b) {
                    *score = i32::from(value);
                }
            }
        }
        let words = from.ascending(known, FINGERPRINT)?;
        let leaves = from.pairs(known)?;
        let paths = from.take(classes.checked_mul(4).ok_or(LoadError::Short)?)?;
        let paths: Vec<u32> =
            paths.chunks_exact(4).map(|c| c.iter().rev().fold(0, |n, b| n << 8 | u32::from(*b))).collect();
        if !from.0.is_empty() {
            return Err(LoadError::Long);
        }
        if leaves.iter().any(|l| usize::from(*l) >= paths.len()) {
            return Err(LoadError::Inconsistent);
        }
        let lexicon = Lexicon::new(words, leaves, paths);
        Model {
            bits,
            units,
            cells: Vec::new(),
            rows: vec![NO_WEIGHTS],
            weights: weights.len(),
            steps: Steps::new(&transitions),
            lexicon,
        }
        .index(&hashes, &masks, &weights)
    }

    fn index(mut self, hashes: &[u32], masks: &[u16], weights: &[i8]) -> Result<Model, LoadError> {
        let mut rest = weights.iter();
        for mask in masks {
            if mask >> LABELS != 0 {
                return Err(LoadError::Inconsistent);
            }
            let mut row = [BIAS; LANES];
            let lanes = row.iter_mut().enumerate().filter(|(label, _)| mask >> label & 1 == 1);
            for (_, lane) in lanes {
                let weight = rest.next().ok_or(LoadError::Inconsistent)?;
                *lane = BIAS.wrapping_add_signed(*weight);
            }
            self.rows.push(pack(row));
        }
        if rest.next().is_some() {
            return Err(LoadError::Inconsistent);
        }
        self.cells = vec![Cell::default(); 1usize << (self.bits - 5)];
        for hash in hashes {
            if let Some(cell) = self.cells.get_mut((hash >> 5) as usize) {
                cell.live |= 1 << (hash & 31);
            }
        }
        let mut before = 0;
        for cell in &mut self.cells {
            cell.before = before;
            before += cell.live.count_ones();
        }
        Ok(self)
    }

    /// The scores by `sum` and the weights of `features`.
    pub(super) fn scores(&self, mut sum: Sum, features: &[u64]) -> [i32; LABELS] {
        let mut scores = [0; LABELS];
        for some in features.chunks(Sum::MOST / 2) {
            if sum.rows + some.len() > Sum::MOST {
                sum.add_to(&mut scores);
                sum = Sum::default();
            }
            sum = self.sum(sum, some);
        }
        sum.add_to(&mut scores);
        scores
    }

    /// `sum` with the weights of a few features; that they fit is the caller's care.
    // Kept apart, so that all of the loop has its registers.
    #[inline(never)]
    pub(super) fn sum(&self, sum: Sum, features: &[u64]) -> Sum {
        let (cells, rows, shift) = (self.cells.as_slice(), self.rows.as_slice(), 64 - self.bits);
        let ([mut even, mut more_even], [mut odd, mut more_odd]) = (sum.even, sum.odd);
        for feature in features {
            let hash = feature.checked_shr(shift).unwrap_or(0);
            let cell = cells.get((hash >> 5) as usize).copied().unwrap_or_default();
            let bit = 1u32 << (hash & 31);
            // Without weights it is row 0: most features have some, so that a branch would cost more.
            let at =
                (cell.before + (cell.live & (bit - 1)).count_ones() + 1) * u32::from(cell.live & bit != 0);
            let [row, more] = rows.get(at as usize).copied().unwrap_or(NO_WEIGHTS);
            even += row & EVEN;
            more_even += more & EVEN;
            odd += row >> 8 & EVEN;
            more_odd += more >> 8 & EVEN;
        }
        Sum { even: [even, more_even], odd: [odd, more_odd], rows: sum.rows + features.len() }
    }

    /// The number of features with a weight and of weights.
    pub fn size(&self) -> (usize, usize) {
        (self.rows.len().saturating_sub(1), self.weights)
    }
}
