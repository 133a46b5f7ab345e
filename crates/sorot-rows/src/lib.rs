//! Sets of rows, their compressed lists, and how they count: what runs at every key.
//!
//! A row is an article's place in its corpus. Nothing here knows what an article is, and nothing is generic: the
//! crate is compiled for speed where the rest of the page is compiled for size. No function panics, whatever
//! bytes and rows it is given: what lies outside is left out.

mod bits;
mod checksum;
mod column;
mod counter;
mod crc;
mod lists;
mod postings;
mod rank;
mod words;

pub use bits::Bits;
pub use checksum::checksum;
pub use column::{below, ends, inverted, most, narrow, spans, starts, stretch, widen};
pub use counter::{Counter, Sums};
pub use crc::crc32;
pub use lists::{Lists, Scale, sample, shared};
pub use postings::{PAD, add, best_in, encode, is_dense, list, mark, weights_in};
pub use rank::{Curve, Ranker, Weighed, Word, by_score, pick, top};
pub use words::words_before;
