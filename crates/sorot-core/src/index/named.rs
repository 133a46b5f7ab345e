//! What was found out about an actor once it was asked for: kept, because a reader who asks for it moves the
//! period next.

use sorot_rows::{Bits, Sums};
use std::sync::OnceLock;

/// Of one actor; each once it is needed.
#[derive(Debug, Default)]
pub(super) struct Named {
    /// Its articles as a set.
    pub set: OnceLock<Bits>,
    /// Along its articles, who else stands in them.
    pub sums: OnceLock<Sums>,
}

/// Of all actors, each once it is asked for. Derived from the index, so it tells no two of them apart.
#[derive(Debug, Default)]
pub(super) struct Kept(Vec<OnceLock<Box<Named>>>);

impl Kept {
    pub fn of(actors: usize) -> Kept {
        Kept((0..actors).map(|_| OnceLock::new()).collect())
    }

    pub fn get(&self, actor: usize) -> Option<&Named> {
        Some(self.0.get(actor)?.get_or_init(Box::default))
    }
}

impl Clone for Kept {
    fn clone(&self) -> Kept {
        Kept::of(self.0.len())
    }
}

impl PartialEq for Kept {
    fn eq(&self, _: &Kept) -> bool {
        true
    }
}

impl Eq for Kept {}
