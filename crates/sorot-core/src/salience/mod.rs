//! Which sentences of an article could speak for it, and how well?
//!
//! ```text
//! document → fitness (may it stand alone?) → features (0 to 1024 each) → weights → candidates
//! ```
//! Read once per article where the corpus is made, carried in the pack as flat arrays, read again only
//! for the articles that a correction changes. What depends on the selection is the summary's.

pub mod features;
pub mod fitness;
mod head;
mod table;
pub mod weights;

use crate::annotate::{ActorId, Document};
use crate::sort;
use crate::text::Span;
use sorot_rows::shared;

pub use table::{Candidate, Table};

/// The place of a content word's stem, `None` for a function word; given by the corpus.
pub type Stems<'a> = dyn Fn(&str) -> Option<u32> + 'a;

/// The best candidates of an article that are kept whoever they name.
pub const BEST: usize = 6;
/// Those that lean on a kept one are kept too, at most so many.
pub const LEANING: usize = 3;
/// With the best sentence for each actor that those don't name, at most so many.
pub const MOST: usize = 9;
/// Stems kept of a sentence.
pub const STEMS: usize = 24;

/// One sentence that may stand for its article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Salient {
    /// Its number in the article's structure.
    pub sentence: u32,
    /// Whether it may stand behind the sentence before it only, which says what it means.
    pub leans: bool,
    /// Whether it is the first of its story.
    pub opens: bool,
    /// What it is worth whatever is selected, in thousandths.
    pub score: i32,
    /// Its content words as stems, sorted, each once.
    pub stems: Vec<u32>,
    /// The actors it names, sorted, each once.
    pub actors: Vec<ActorId>,
}

/// The candidates of an article that are laid by, the best first.
pub fn salient(document: &Document, stems: &Stems) -> Vec<Salient> {
    let mut all = all(document, stems);
    keep(&mut all);
    all
}

/// All candidates of an article, the best first.
pub fn all(document: &Document, stems: &Stems) -> Vec<Salient> {
    some(document, stems, &|_| true)
}

/// The candidates of an article among its first sentence and those of `which`, the best first. Their scores are those of
/// an article that holds no more than these.
pub fn some(document: &Document, stems: &Stems, which: &dyn Fn(Span) -> bool) -> Vec<Salient> {
    let weights = &*weights::WEIGHTS;
    let read = features::read(document, stems, which);
    let first = read.first().map(|s| s.sentence);
    let mut all: Vec<Salient> = read
        .into_iter()
        .filter_map(|s| {
            let leans = match s.fault {
                None => false,
                Some(fitness::Fault::Dangling) if fitness::leans(document, s.sentence) => true,
                Some(_) => return None,
            };
            let score = weights.fixed(&s.values);
            let opens = Some(s.sentence) == first;
            Some(Salient { sentence: s.sentence, leans, opens, score, stems: s.stems, actors: s.actors })
        })
        .collect();
    // As they are taken where several articles are selected.
    let among = |s: &Salient| s.score + if s.opens { weights.selection.opening } else { 0 };
    sort::by_key(&mut all, |s| (std::cmp::Reverse(among(s)), s.sentence));
    all
}

/// Leaves the [`BEST`], and behind them whoever names an actor that nobody before names; and what leans on
/// one of them and is as good.
fn keep(all: &mut Vec<Salient>) {
    let alone = || all.iter().filter(|s| !s.leans);
    let mut named: Vec<ActorId> = alone().take(BEST).flat_map(|s| s.actors.iter().copied()).collect();
    let least = alone().nth(BEST - 1).map_or(i32::MIN, |s| s.score);
    let mut at = 0;
    let mut kept: Vec<u32> = Vec::with_capacity(MOST);
    for candidate in all.iter().filter(|s| !s.leans) {
        at += 1;
        let new = candidate.actors.iter().any(|a| !named.contains(a));
        if at <= BEST || kept.len() < MOST && new {
            kept.push(candidate.sentence);
            named.extend(&candidate.actors);
        }
    }
    // One may lean on another that leans: in the order of the text.
    let mut leaning: Vec<u32> =
        all.iter().filter(|s| s.leans && s.score >= least).map(|s| s.sentence).collect();
    sort::numbers(&mut leaning);
    let alone = kept.len();
    for sentence in leaning {
        if kept.len() < alone + LEANING
            && sentence.checked_sub(1).is_some_and(|before| kept.contains(&before))
        {
            kept.push(sentence);
        }
    }
    all.retain(|candidate| kept.contains(&candidate.sentence));
}

/// How much two sentences say the same, 0 to [`features::FULL`]: twice the stems in common over all stems
/// of both (Dice 1945). Both sorted, each stem once.
pub fn likeness(a: &[u32], b: &[u32]) -> i32 {
    let all = (a.len() + b.len()).max(1) as i32;
    2 * shared(a, b) as i32 * features::FULL / all
}

#[cfg(test)]
mod tests;
