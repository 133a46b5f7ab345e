//! The work on many articles, on all cores.

use sorot_core::annotate::Spread;
use std::num::NonZero;
use std::sync::{Mutex, PoisonError};
use std::thread;

/// As many threads as the machine has cores; each takes the next few articles when it has done its last ones, so
/// that none waits for another that got longer texts.
pub struct OnCores;

/// Parts that each core gets of many items: more even the work out, fewer cost less.
const PARTS: usize = 64;

impl Spread for OnCores {
    fn map<T: Send, U: Send>(&self, items: Vec<T>, work: impl Fn(T) -> U + Sync) -> Vec<U> {
        let cores = thread::available_parallelism().map_or(1, NonZero::get);
        let each = items.len().div_ceil(cores * PARTS).max(1);
        let mut parts: Vec<Mutex<(Vec<T>, Vec<U>)>> = Vec::with_capacity(items.len().div_ceil(each));
        let mut rest = items.into_iter();
        loop {
            let part: Vec<T> = rest.by_ref().take(each).collect();
            if part.is_empty() {
                break;
            }
            parts.push(Mutex::new((part, Vec::new())));
        }
        let open = Mutex::new(parts.iter());
        let take = || open.lock().unwrap_or_else(PoisonError::into_inner).next();
        let run = || {
            while let Some(part) = take() {
                let mut part = part.lock().unwrap_or_else(PoisonError::into_inner);
                let items = std::mem::take(&mut part.0);
                part.1 = items.into_iter().map(&work).collect();
            }
        };
        thread::scope(|scope| {
            let threads: Vec<_> = (0..cores).map(|_| scope.spawn(run)).collect();
            threads.into_iter().for_each(|t| t.join().unwrap_or_else(|p| std::panic::resume_unwind(p)));
        });
        parts
            .into_iter()
            .flat_map(|part| part.into_inner().unwrap_or_else(PoisonError::into_inner).1)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_results_come_in_the_order_of_the_items() {
        for count in [0, 1, 2, 127, 128, 129, 1000] {
            let items: Vec<usize> = (0..count).collect();
            let doubled: Vec<usize> = items.iter().map(|i| i * 2).collect();
            assert_eq!(OnCores.map(items, |i| i * 2), doubled);
        }
    }
}
