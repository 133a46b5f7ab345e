//! Where else does it stand? The other articles that tell what a chosen sentence tells.

use super::choose::SAME;
use super::gather::Found;
use crate::corpus::DocId;
use crate::salience::Table;
use crate::salience::features::FULL;

/// Sentences whose repetitions are looked for: a bit each.
const BITS: usize = 16;
/// Articles of the selection that are looked through on each side in time; news repeats itself within days.
const NEAR: usize = 400;

/// For each of `chosen` the other articles of `docs` that tell the same, in order, each with the sentence
/// that does.
pub(super) fn repeated(
    table: &Table,
    docs: &[DocId],
    chosen: &[Found],
    stems: usize,
) -> Vec<Vec<(DocId, u32)>> {
    let mut found: Vec<Vec<(DocId, u32)>> = vec![Vec::new(); chosen.len()];
    if docs.len() < 2 {
        return found;
    }
    // By stem: which of the chosen hold it.
    let mut held = vec![0u16; stems];
    for (bit, sentence) in chosen.iter().enumerate().take(BITS) {
        for &stem in sentence.stems.iter() {
            if let Some(bits) = held.get_mut(stem as usize) {
                *bits |= 1 << bit;
            }
        }
    }
    // The stretches of the selection around each, joined.
    let mut next = 0;
    for sentence in chosen {
        let at = docs.binary_search(&sentence.doc).unwrap_or_else(|at| at);
        let range = at.saturating_sub(NEAR).max(next)..(at + NEAR).min(docs.len());
        next = range.end.max(next);
        for &doc in docs.get(range).unwrap_or(&[]) {
            for at in table.row(doc.0) {
                let told = told_by(table.stems(at), doc, chosen, &held);
                for (bit, list) in found.iter_mut().enumerate().take(BITS) {
                    let new = list.last().is_none_or(|(last, _)| *last != doc);
                    if told >> bit & 1 == 1 && new {
                        list.extend(table.get(at).map(|c| (doc, c.sentence)));
                    }
                }
            }
        }
    }
    found
}

/// Which of the chosen a sentence of another article tells too, as bits.
fn told_by(stems: &[u32], doc: DocId, chosen: &[Found], held: &[u16]) -> u16 {
    let mut both = [0i32; BITS];
    for &stem in stems {
        let mut bits = held.get(stem as usize).copied().unwrap_or(0);
        while bits != 0 {
            if let Some(count) = both.get_mut(bits.trailing_zeros() as usize) {
                *count += 1;
            }
            bits &= bits - 1;
        }
    }
    let mut told = 0u16;
    for (bit, sentence) in chosen.iter().enumerate().take(BITS) {
        let common = both.get(bit).copied().unwrap_or(0);
        let all = (stems.len() + sentence.stems.len()) as i32;
        if sentence.doc != doc && 2 * common * FULL >= SAME * all.max(1) {
            told |= 1 << bit;
        }
    }
    told
}
