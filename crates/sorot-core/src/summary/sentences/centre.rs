//! What are the selected articles about? How often their best sentences use each stem.

use crate::corpus::DocId;
use crate::salience::Table;
use crate::salience::features::FULL;

/// Candidates of an article that speak for it.
const EACH: usize = 3;
/// Articles that are counted; of more, every n-th, so that the whole period is heard.
const ARTICLES: usize = 2000;
/// Fewer stems count as so many: two common words don't make a sentence central.
const STEMS: usize = 8;

/// The counts of a selection.
#[derive(Debug)]
pub(super) struct Centre {
    /// By stem: sentences.
    counts: Vec<u32>,
    most: u32,
}

impl Centre {
    /// Counts the stems of a selection; of a single article nothing, for it is all centre.
    pub fn of(table: &Table, docs: &[DocId], stems: usize) -> Centre {
        if docs.len() < 2 {
            return Centre { counts: Vec::new(), most: 1 };
        }
        let mut counts = vec![0u32; stems];
        for doc in docs.iter().step_by(docs.len().div_ceil(ARTICLES)) {
            for at in table.row(doc.0).take(EACH) {
                for &stem in table.stems(at) {
                    if let Some(count) = counts.get_mut(stem as usize) {
                        *count += 1;
                    }
                }
            }
        }
        let most = counts.iter().copied().max().unwrap_or(1).max(1);
        Centre { counts, most }
    }

    /// How often a stem is used.
    pub fn count(&self, stem: u32) -> u32 {
        self.counts.get(stem as usize).copied().unwrap_or(0)
    }

    /// How central stems are in the mean, 0 to [`FULL`].
    pub fn value(&self, stems: &[u32]) -> i32 {
        let sum: u64 = stems.iter().map(|&s| u64::from(self.count(s))).sum();
        let all = u64::from(self.most) * stems.len().max(STEMS) as u64;
        (sum * FULL as u64 / all) as i32
    }
}
