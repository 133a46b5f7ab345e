//! A stretch of memory that several hold: a pack is read in place, nothing of it is copied to be kept.

use std::ops::{Deref, Range};
use std::sync::Arc;

/// Shared bytes.
#[derive(Clone, Default)]
pub struct Bytes {
    all: Arc<Vec<u8>>,
    range: Range<usize>,
}

impl Bytes {
    /// A stretch of these; `None` where it reaches beyond them.
    pub fn part(&self, range: Range<usize>) -> Option<Bytes> {
        self.get(range.clone())?;
        let from = self.range.start;
        Some(Bytes { all: self.all.clone(), range: from + range.start..from + range.end })
    }
}

impl From<Vec<u8>> for Bytes {
    fn from(all: Vec<u8>) -> Bytes {
        Bytes { range: 0..all.len(), all: Arc::new(all) }
    }
}

impl Deref for Bytes {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        self.all.get(self.range.clone()).unwrap_or(&[])
    }
}

impl PartialEq for Bytes {
    fn eq(&self, other: &Bytes) -> bool {
        **self == **other
    }
}

impl Eq for Bytes {}

impl std::fmt::Debug for Bytes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} bytes", self.len())
    }
}
