//! The work on many articles, on all cores.

use sorot_core::annotate::Spread;
use std::num::NonZero;
use std::thread;

/// As many threads as the machine has cores, each with a stretch of the articles.
pub struct OnCores;

impl Spread for OnCores {
    fn map<T: Send, U: Send>(&self, items: Vec<T>, work: impl Fn(T) -> U + Sync) -> Vec<U> {
        let cores = thread::available_parallelism().map_or(1, NonZero::get);
        let each = items.len().div_ceil(cores).max(1);
        let mut items = items.into_iter();
        let stretches: Vec<Vec<T>> = (0..cores).map(|_| items.by_ref().take(each).collect()).collect();
        let work = &work;
        thread::scope(|scope| {
            let threads: Vec<_> = stretches
                .into_iter()
                .map(|stretch| scope.spawn(move || stretch.into_iter().map(work).collect::<Vec<U>>()))
                .collect();
            threads
                .into_iter()
                .flat_map(|t| t.join().unwrap_or_else(|p| std::panic::resume_unwind(p)))
                .collect()
        })
    }
}
