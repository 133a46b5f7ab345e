//! Where else does it stand? The other articles that tell what a chosen sentence tells.

use super::choose::SAME;
use super::gather::Found;
use crate::calendar::{Day, Interval};
use crate::corpus::{Corpus, DocId};
use crate::salience::features::FULL;

/// Sentences whose repetitions are looked for: a bit each.
const BITS: usize = 16;
/// Days within which two articles can report the same.
const DAYS: i64 = 7;
/// Articles of the selection that are looked through on each side in time; news repeats itself within days.
const NEAR: usize = 400;

/// For each of `chosen` the other articles of `docs` that tell the same, in order, each with the sentence
/// that does.
pub(super) fn repeated(corpus: &Corpus, docs: &[DocId], chosen: &[Found]) -> Vec<Vec<(DocId, u32)>> {
    let (table, stems) = (corpus.salient(), corpus.lexicon().stem_count());
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
    for (sentence, list) in chosen.iter().zip(&mut found) {
        list.retain(|&(doc, number)| is_same_event(corpus, (sentence.doc, sentence.sentence), (doc, number)));
    }
    found
}

/// Whether two sentences that use the same words can be about the same: the articles came out within days of
/// each other, and the days that the sentences name, if both do, don't differ. One meeting is told in nearly
/// the words of another.
fn is_same_event(corpus: &Corpus, a: (DocId, u32), b: (DocId, u32)) -> bool {
    let published = |doc: DocId| corpus.document(doc)?.published.when;
    let near = published(a.0).zip(published(b.0)).is_some_and(|(a, b)| gap(a, b) <= DAYS);
    let (told, other) = (days(corpus, a), days(corpus, b));
    let meet = told.iter().any(|a| other.iter().any(|b| gap(*a, *b) == 0));
    near && (told.is_empty() || other.is_empty() || meet)
}

/// The days that a sentence names.
fn days(corpus: &Corpus, (doc, number): (DocId, u32)) -> Vec<Interval> {
    let Some(document) = corpus.document(doc) else { return Vec::new() };
    let Some(sentence) = document.structure.sentences.get(number as usize) else { return Vec::new() };
    let inside = document.timexes.iter().filter(|t| sentence.span.contains(t.span));
    inside.filter_map(|t| t.value).collect()
}

/// Days between two intervals; 0 where they share one. An open end reaches any day.
fn gap(a: Interval, b: Interval) -> i64 {
    let between = |end: Option<Day>, start: Option<Day>| {
        start.zip(end).map_or(0, |(start, end)| start.signed_duration_since(end).num_days())
    };
    between(a.to(), b.from()).max(between(b.to(), a.from())).max(0)
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
