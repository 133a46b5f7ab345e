//! How often was what drawn? Counted in debug builds, for the tests that hold a page still.

/// Notes that `part` was drawn.
#[inline]
pub fn drawn(part: &'static str) {
    #[cfg(debug_assertions)]
    counts::add(part);
    #[cfg(not(debug_assertions))]
    let _ = part;
}

#[cfg(debug_assertions)]
mod counts {
    use std::cell::RefCell;
    use std::collections::BTreeMap;

    thread_local! {
        static COUNTS: RefCell<BTreeMap<&'static str, u32>> = const { RefCell::new(BTreeMap::new()) };
    }

    pub fn add(part: &'static str) {
        COUNTS.with_borrow_mut(|counts| *counts.entry(part).or_default() += 1);
    }

    /// How often `part` was drawn since the page was loaded.
    pub fn of(part: &str) -> u32 {
        COUNTS.with_borrow(|counts| counts.get(part).copied().unwrap_or(0))
    }
}

#[cfg(debug_assertions)]
pub use counts::of;
