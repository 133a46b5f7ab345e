//! Which of the worthiest are shown? One after the other, none saying what another said.

use super::gather::Found;
use crate::corpus::DocId;
use crate::salience::features::FULL;
use crate::salience::likeness;
use crate::salience::weights::WEIGHTS;

/// Likeness from which two sentences say the same.
pub(super) const SAME: i32 = FULL / 2;

/// A candidate that may still be taken.
struct Open<'a> {
    found: Found<'a>,
    /// Its likeness to the nearest of the first `compared` that were taken.
    like: i32,
    compared: usize,
    gone: bool,
}

/// Takes the best again and again, at most `length`; `found` comes the best first, from `articles` articles. Where
/// there is room for all of these, each is heard before one is heard twice.
pub(super) fn choose(found: Vec<Found<'_>>, articles: usize, length: usize) -> Vec<Found<'_>> {
    let asks = found.iter().any(|f| f.named > 0);
    let mut open: Vec<Open> =
        found.into_iter().map(|found| Open { found, like: 0, compared: 0, gone: false }).collect();
    let mut taken: Vec<Found> = Vec::new();
    let mut each = articles > 1 && articles <= length;
    while taken.len() < length {
        let candidate = best(&mut open, &taken, asks, articles, each).and_then(|at| open.get_mut(at));
        match candidate {
            Some(candidate) => {
                candidate.gone = true;
                taken.push(candidate.found.clone());
            }
            None if each => each = false,
            None => break,
        }
    }
    taken
}

/// The best that may be taken next; of an article that isn't heard yet, if `new`.
fn best(open: &mut [Open], taken: &[Found], asks: bool, articles: usize, new: bool) -> Option<usize> {
    let weights = WEIGHTS.selection;
    let mut best: Option<(i32, usize)> = None;
    for (at, candidate) in open.iter_mut().enumerate() {
        if best.is_some_and(|(worth, _)| candidate.found.worth <= worth) {
            break;
        }
        // Where something is asked for and told, a sentence about something else is no answer.
        if candidate.gone || asks && candidate.found.named == 0 {
            continue;
        }
        let again = if articles > 1 { count(taken, candidate.found.doc) } else { 0 };
        if new && again > 0 {
            continue;
        }
        // "Hal itu …" only where what it means is shown before it.
        if candidate.found.leans && !is_behind(&candidate.found, taken) {
            continue;
        }
        for other in taken.iter().skip(candidate.compared) {
            candidate.like = candidate.like.max(likeness(&candidate.found.stems, &other.stems));
        }
        candidate.compared = taken.len();
        candidate.gone = candidate.like >= SAME;
        let redundant = weights.redundancy * candidate.like / FULL;
        let worth = candidate.found.worth - redundant - again * weights.again;
        if !candidate.gone && best.is_none_or(|(most, _)| worth > most) {
            best = Some((worth, at));
        }
    }
    best.map(|(_, at)| at)
}

/// Whether the sentence before it is taken.
fn is_behind(found: &Found, taken: &[Found]) -> bool {
    taken.iter().any(|t| t.doc == found.doc && t.sentence + 1 == found.sentence)
}

fn count(taken: &[Found], doc: DocId) -> i32 {
    taken.iter().filter(|t| t.doc == doc).count() as i32
}
