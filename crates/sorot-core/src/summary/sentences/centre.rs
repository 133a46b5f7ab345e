//! What are the selected articles about? How often their best sentences use each stem.

use crate::salience::Table;
use crate::salience::weights::WEIGHTS;
use sorot_rows::{Lists, Scale, sample};

/// Candidates of an article that speak for it.
const EACH: u32 = 3;
/// Articles that are counted at most; of more, some stand for the others, so that the whole period is heard.
const ARTICLES: usize = 2000;
/// Fewer stems count as so many: two common words don't make a sentence central.
const STEMS: u32 = 8;

/// The counts of a selection.
#[derive(Debug)]
pub(super) struct Centre {
    /// By stem: sentences.
    pub counts: Vec<u32>,
    most: u32,
}

impl Centre {
    /// Counts the stems of a selection; of a single article nothing, for it is all centre.
    pub fn of(table: &Table, articles: &[u32], stems: usize) -> Centre {
        if articles.len() < 2 {
            return Centre { counts: Vec::new(), most: 1 };
        }
        let mut counts = vec![0u32; stems];
        let heads = table.heads(&sample(articles, ARTICLES), EACH);
        let most = table.all_stems().tally(&heads, &mut counts);
        Centre { counts, most: most.max(1) }
    }

    /// Whether several articles are selected.
    pub fn is_of_several(&self) -> bool {
        !self.counts.is_empty()
    }

    /// How often a stem is used.
    pub fn count(&self, stem: u32) -> u32 {
        self.counts.get(stem as usize).copied().unwrap_or(0)
    }

    /// What central stems add to a score.
    pub fn scale(&self) -> Scale {
        Scale { full: WEIGHTS.selection.centre.max(0) as u32, most: self.most, least: STEMS }
    }

    /// What the stems of a sentence that wasn't laid by add.
    pub fn value(&self, stems: &[u32]) -> i32 {
        let lists = Lists { ends: &[stems.len() as u32], numbers: stems };
        lists.weigh(&[0], &self.counts, &[], self.scale()).first().copied().unwrap_or(0)
    }
}
