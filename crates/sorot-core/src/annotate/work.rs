//! How much was done? In tests steps are counted, so that work in proportion to the text can be shown
//! whatever else the machine does.

#[cfg(test)]
thread_local! {
    static STEPS: std::cell::Cell<u64> = const { std::cell::Cell::new(0) };
}

/// Counts one step: a look at a token, a comparison of names. Nothing outside of tests.
#[inline]
pub(crate) fn step() {
    #[cfg(test)]
    STEPS.with(|steps| steps.set(steps.get() + 1));
}

/// Asserts that eight times the text takes at most nine times the steps; `read` reads `times` times the
/// unit named `what`.
#[cfg(test)]
pub(crate) fn assert_in_proportion(what: &str, times: usize, read: impl Fn(usize)) {
    let steps = |times| {
        let before = STEPS.get();
        read(times);
        STEPS.get() - before
    };
    let (short, long) = (steps(times), steps(times * 8));
    assert!(short > 0 && long <= short * 9, "{what:?}: {short} steps, then {long} for eight times as much");
}
