//! Where else does it stand? The other articles that tell what a chosen sentence tells.

use super::choose::SAME;
use super::gather::Found;
use crate::calendar::Interval;
use crate::corpus::{Corpus, DocId};
use crate::index::Index;

/// Sentences whose repetitions are looked for: a bit each.
const BITS: usize = 16;
/// Days within which two articles can report the same.
const DAYS: i32 = 7;
/// Articles of the selection that are looked through on each side in time; news repeats itself within days.
const NEAR: usize = 400;

/// For each of `chosen` the other `articles` that tell the same, in order, each with the sentence that does.
pub(super) fn repeated(
    corpus: &Corpus,
    index: &Index,
    articles: &[u32],
    chosen: &[Found],
) -> Vec<Vec<(DocId, u32)>> {
    let table = corpus.salient();
    let mut found: Vec<Vec<(DocId, u32)>> = vec![Vec::new(); chosen.len()];
    let near = near(index, articles, chosen);
    if near.len() < 2 {
        return found;
    }
    // By stem: which of the chosen hold it.
    let mut held = vec![0u16; corpus.lexicon().stem_count()];
    for (bit, sentence) in chosen.iter().enumerate().take(BITS) {
        for &stem in sentence.stems.iter() {
            if let Some(bits) = held.get_mut(stem as usize) {
                *bits |= 1 << bit;
            }
        }
    }
    let lengths: Vec<u32> = chosen.iter().map(|sentence| sentence.stems.len() as u32).collect();
    let alike = table.all_stems().alike(&table.heads(&near, u32::MAX), &held, &lengths, SAME as u32);
    for (at, like) in alike {
        let (doc, number) = (DocId(table.article(at)), table.get(at).map_or(0, |c| c.sentence));
        for (bit, (sentence, list)) in chosen.iter().zip(&mut found).enumerate().take(BITS) {
            let new = sentence.doc != doc && list.last().is_none_or(|(last, _)| *last != doc);
            let same = || is_same_event(corpus, index, (sentence.doc, sentence.sentence), (doc, number));
            if like >> bit & 1 == 1 && new && same() {
                list.push((doc, number));
            }
        }
    }
    found
}

/// The articles that came out within days of one of the chosen, in order.
fn near(index: &Index, articles: &[u32], chosen: &[Found]) -> Vec<u32> {
    let mut near: Vec<u32> = Vec::new();
    for sentence in chosen {
        let at = articles.partition_point(|&row| row < sentence.doc.0);
        let next = near.last().map_or(0, |&last| articles.partition_point(|&row| row <= last));
        let range = at.saturating_sub(NEAR).max(next)..(at + NEAR).min(articles.len());
        let around = articles.get(range).unwrap_or(&[]).iter().copied();
        near.extend(around.filter(|&row| days_between(index, sentence.doc, DocId(row)) <= DAYS));
    }
    near
}

/// Whether two sentences that use the same words can be about the same: the articles came out within days of
/// each other, and the days that the sentences name, if both do, don't differ. One meeting is told in nearly
/// the words of another.
fn is_same_event(corpus: &Corpus, index: &Index, a: (DocId, u32), b: (DocId, u32)) -> bool {
    if days_between(index, a.0, b.0) > DAYS {
        return false;
    }
    let (told, other) = (days(corpus, a), days(corpus, b));
    let meet = told.iter().any(|a| other.iter().any(|b| a.overlaps(*b)));
    told.is_empty() || other.is_empty() || meet
}

/// Days between the publications of two articles; 0 where they may be of one day, very many where one has no day.
fn days_between(index: &Index, a: DocId, b: DocId) -> i32 {
    let days = index.days();
    days.span(a).zip(days.span(b)).map_or(i32::MAX, |((from, to), (start, end))| {
        start.saturating_sub(to).max(from.saturating_sub(end)).max(0)
    })
}

/// The days that a sentence names.
fn days(corpus: &Corpus, (doc, number): (DocId, u32)) -> Vec<Interval> {
    let Some(document) = corpus.document(doc) else { return Vec::new() };
    let Some(sentence) = document.structure.sentences.get(number as usize) else { return Vec::new() };
    let inside = document.timexes.iter().filter(|t| sentence.span.contains(t.span));
    inside.filter_map(|t| t.value).collect()
}
