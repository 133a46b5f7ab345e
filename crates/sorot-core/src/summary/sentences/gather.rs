//! Which candidates are worth comparing? The worthiest of all selected articles.

use super::asked::Wanted;
use super::centre::Centre;
use crate::corpus::{Corpus, DocId};
use crate::salience::features::FULL;
use crate::salience::weights::WEIGHTS;
use crate::salience::{Candidate, Salient, Table};
use crate::sort;
use std::borrow::Cow;
use std::cmp::Reverse;

/// Candidates that are compared: more would be the same again.
const SHORTLIST: usize = 160;
/// Above so many articles only the [`FEW`] best candidates of each are read, unless something is asked for.
const MANY: usize = 2000;
const FEW: usize = 2;
/// Articles of which every sentence is read where too few candidates name what is asked for.
const SEARCHED: usize = 12;

/// A candidate with its worth for this selection.
#[derive(Clone, Debug)]
pub(super) struct Found<'a> {
    pub doc: DocId,
    pub sentence: u32,
    /// Whether it stands behind the sentence before it only.
    pub leans: bool,
    /// In thousandths, before redundancy.
    pub worth: i32,
    /// How many of the things asked for it names.
    pub named: usize,
    pub stems: Cow<'a, [u32]>,
}

/// What a candidate is worth for this selection.
struct Scale<'a> {
    centre: &'a Centre,
    /// How many things are asked for.
    asks: usize,
}

impl Scale<'_> {
    fn asked(&self, named: usize) -> i32 {
        let share = named as i32 * FULL / self.asks.max(1) as i32;
        WEIGHTS.selection.asked * share / FULL
    }

    fn worth(&self, score: i32, named: usize, stems: &[u32]) -> i32 {
        // Where something is asked for, what the others are about is no matter.
        let central = if self.asks == 0 || named > 0 { self.centre.value(stems) } else { 0 };
        score + WEIGHTS.selection.centre * central / FULL + self.asked(named)
    }
}

/// The worthiest candidates, the best first; on a tie the earlier one.
pub(super) fn gather<'a>(
    corpus: &'a Corpus,
    docs: &[DocId],
    wanted: &Wanted,
    centre: &Centre,
    length: usize,
) -> Vec<Found<'a>> {
    let scale = Scale { centre, asks: wanted.count() };
    let mut found = of_table(corpus.salient(), docs, wanted, &scale);
    if scale.asks > 0 && found.iter().filter(|f| f.named > 0).count() < length {
        search(corpus, docs, wanted, &scale, &mut found);
    }
    if wanted.has_words() {
        settle(corpus, wanted, &scale, &mut found);
    }
    sort::by_key(&mut found, |f| (Reverse(f.worth), f.doc, f.sentence));
    found
}

/// The best of the candidates that were laid by.
fn of_table<'a>(table: &'a Table, docs: &[DocId], wanted: &Wanted, scale: &Scale) -> Vec<Found<'a>> {
    let each = if docs.len() > MANY && scale.asks == 0 { FEW } else { usize::MAX };
    let most_central = WEIGHTS.selection.centre.max(0);
    let mut best = Best::default();
    for &doc in docs {
        for at in table.row(doc.0).take(each) {
            let score = table.score(at);
            if scale.asks == 0 {
                if score + most_central > best.least {
                    best.push(scale.worth(score, 0, table.stems(at)), at);
                }
            } else if let Some(c) = table.get(at) {
                best.push(scale.worth(score, wanted.named(c.stems, c.actors), c.stems), at);
            }
        }
    }
    best.cut();
    let found = best.all.into_iter().filter_map(|(charge, at)| {
        let (worth, doc) = (-charge, DocId(table.article(at)));
        let c = table.get(at)?;
        let named = if scale.asks == 0 { 0 } else { wanted.named(c.stems, c.actors) };
        let Candidate { sentence, leans, stems, .. } = c;
        Some(Found { doc, sentence, leans, worth, named, stems: Cow::Borrowed(stems) })
    });
    found.collect()
}

/// Adds sentences that name what is asked for and weren't laid by, of the first articles.
fn search(corpus: &Corpus, docs: &[DocId], wanted: &Wanted, scale: &Scale, found: &mut Vec<Found>) {
    let known: Vec<(DocId, u32)> = found.iter().map(|f| (f.doc, f.sentence)).collect();
    for &doc in docs.iter().take(SEARCHED) {
        let sentences = corpus.document(doc).map(|d| corpus.all_salient(d)).unwrap_or_default();
        for s in sentences.into_iter().filter(|s| !known.contains(&(doc, s.sentence))) {
            let named = wanted.named(&s.stems, &s.actors);
            if named > 0 {
                let worth = scale.worth(s.score, named, &s.stems);
                let Salient { sentence, leans, stems, .. } = s;
                found.push(Found { doc, sentence, leans, worth, named, stems: Cow::Owned(stems) });
            }
        }
    }
}

/// Looks words and phrases up in the text: stems don't tell whether words are those asked for, nor whether
/// they stand side by side.
fn settle(corpus: &Corpus, wanted: &Wanted, scale: &Scale, found: &mut [Found]) {
    for f in found.iter_mut().filter(|f| f.named > 0) {
        let Some(document) = corpus.document(f.doc) else { continue };
        let named = wanted.named_in(corpus, document, f.sentence);
        f.worth += scale.asked(named) - scale.asked(f.named);
        f.named = named;
    }
}

/// The best of many, without keeping them all.
struct Best {
    /// The worth, negated, and the candidate.
    all: Vec<(i32, u32)>,
    /// What a candidate must exceed to be among them.
    least: i32,
}

impl Default for Best {
    fn default() -> Best {
        Best { all: Vec::with_capacity(SHORTLIST * 2), least: i32::MIN }
    }
}

impl Best {
    fn push(&mut self, worth: i32, at: u32) {
        if worth <= self.least {
            return;
        }
        self.all.push((-worth, at));
        if self.all.len() >= SHORTLIST * 2 {
            self.cut();
        }
    }

    fn cut(&mut self) {
        if self.all.len() > SHORTLIST {
            sort::numbers(&mut self.all);
            self.all.truncate(SHORTLIST);
            self.least = self.all.last().map_or(i32::MIN, |last| -last.0);
        }
    }
}
