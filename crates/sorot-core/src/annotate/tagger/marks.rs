//! What do lists say of this word? Whoever has the lists fills it in; the numbers only have to be
//! the same when learning and when tagging.

use super::hash::pair;

/// What lists say of one word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mark {
    /// The class of the listed name it belongs to, from 1; 0: to none.
    pub class: u8,
    /// Whether it is that name's first word.
    pub first: bool,
    /// Whether it is that name's last word.
    pub last: bool,
    /// What the word tells of names beside it, a bit each.
    pub tells: u32,
}

impl Mark {
    /// The listed name's class and the word's place in it; 0: none.
    pub(super) fn listed(self) -> u64 {
        u64::from(self.class) << 2 | u64::from(self.first) << 1 | u64::from(self.last)
    }

    /// The listed name's class; 0: none.
    pub(super) fn class(self) -> u64 {
        u64::from(self.class)
    }

    /// What it tells, each thing as a number.
    pub(super) fn told(self) -> impl Iterator<Item = u64> {
        (0..u64::from(u32::BITS)).filter(move |bit| self.tells >> bit & 1 == 1)
    }

    /// What it tells, all in one.
    pub(super) fn tells(self) -> u64 {
        pair(u64::from(self.tells), 0)
    }
}
