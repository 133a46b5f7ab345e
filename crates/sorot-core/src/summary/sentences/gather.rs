//! Which candidates are worth comparing? The worthiest of all selected articles.
//!
//! What walks over many candidates walks over flat numbers, in the crate that is compiled for speed.

use super::asked::Wanted;
use super::centre::Centre;
use crate::corpus::{Corpus, DocId};
use crate::index::Index;
use crate::salience::weights::WEIGHTS;
use crate::salience::{Candidate, Salient};
use crate::sort;
use sorot_rows::{sample, top};
use std::borrow::Cow;
use std::cell::Cell;
use std::cmp::Reverse;

/// Candidates that are compared: more would be the same again.
const SHORTLIST: usize = 160;
/// Articles whose candidates are weighed at most; of more, some stand for the others, evenly over the period.
const ARTICLES: usize = 12_000;
/// Above so many articles only the [`FEW`] best candidates of each are weighed, unless something is asked for.
const MANY: usize = 2000;
const FEW: u32 = 2;
/// Articles that are looked into where too few candidates name what is asked for; of so few, every sentence is read.
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

/// The worthiest candidates of `articles`, the best first; on a tie the earlier one. Where something is asked for,
/// those that name it, if any does.
pub(super) fn gather<'a>(
    corpus: &'a Corpus,
    index: &Index,
    articles: &[u32],
    wanted: &Wanted,
    centre: &Centre,
    length: usize,
) -> Vec<Found<'a>> {
    let heard = sample(articles, ARTICLES);
    let mut found = Vec::new();
    if wanted.count() > 0 {
        let all = corpus.salient().heads(&heard, u32::MAX);
        found = worthiest(corpus, &wanted.candidates(corpus, &all), wanted, centre);
        found.retain(|f| f.named > 0);
        // Of a few articles each shall have its say.
        let is_silent = |row: &u32| !found.iter().any(|f| f.doc.0 == *row);
        if found.len() < length || articles.len() <= SEARCHED && articles.iter().any(is_silent) {
            search(corpus, index, articles, wanted, centre, length, &mut found);
        }
        if wanted.has_words() {
            settle(corpus, wanted, &mut found);
        }
    }
    if found.is_empty() {
        let each = if heard.len() > MANY { FEW } else { u32::MAX };
        let all = corpus.salient().heads(&heard, each);
        found = worthiest(corpus, &all, &Wanted::default(), centre);
    }
    sort::by_key(&mut found, |f| (Reverse(f.worth), f.doc, f.sentence));
    found
}

/// The best of the candidates that were laid by.
fn worthiest<'a>(corpus: &'a Corpus, which: &[u32], wanted: &Wanted, centre: &Centre) -> Vec<Found<'a>> {
    let table = corpus.salient();
    let mut worths = table.all_stems().weigh(which, &centre.counts, table.scores(), centre.scale());
    if centre.is_of_several() {
        for (worth, &at) in worths.iter_mut().zip(which) {
            let opens = table.opens().get(at as usize) == Some(&true);
            *worth += if opens { WEIGHTS.selection.opening } else { 0 };
        }
    }
    // In the order of the signed numbers.
    let mut ranks: Vec<u32> = worths.iter().map(|&worth| worth as u32 ^ 1 << 31).collect();
    if wanted.count() > 1 {
        // One alone adds the same to all.
        for (rank, &at) in ranks.iter_mut().zip(which) {
            let named = table.get(at).map_or(0, |c| wanted.named(c.stems, c.actors));
            *rank = rank.saturating_add_signed(wanted.worth(named));
        }
    }
    let found = top(&ranks, SHORTLIST).into_iter().filter_map(|place| {
        let (&at, &worth) = (which.get(place as usize)?, worths.get(place as usize)?);
        let Candidate { sentence, leans, stems, actors, .. } = table.get(at)?;
        let named = wanted.named(stems, actors);
        let (doc, worth) = (DocId(table.article(at)), worth + wanted.worth(named));
        Some(Found { doc, sentence, leans, worth, named, stems: Cow::Borrowed(stems) })
    });
    found.collect()
}

/// Adds sentences that name what is asked for and weren't laid by: of a few articles all, of many the first ones, as
/// many as are missing. They are worth no more than what was laid by.
fn search(
    corpus: &Corpus,
    index: &Index,
    articles: &[u32],
    wanted: &Wanted,
    centre: &Centre,
    length: usize,
    found: &mut Vec<Found>,
) {
    let few = articles.len() <= SEARCHED;
    let known: Vec<(DocId, u32)> = found.iter().map(|f| (f.doc, f.sentence)).collect();
    let docs = articles.iter().map(|&row| DocId(row)).filter(|&doc| wanted.may_be_in(index, doc));
    let docs: Vec<DocId> = docs.take(SEARCHED).collect();
    for (at, &doc) in docs.iter().enumerate() {
        let missing = length.saturating_sub(found.len()).div_ceil(docs.len() - at);
        let most = if few { usize::MAX } else { missing };
        let Some(document) = corpus.document(doc).filter(|_| most > 0) else { continue };
        // What is known already comes up again.
        let left = Cell::new(most.saturating_add(known.iter().filter(|k| k.0 == doc).count()));
        let sentences = corpus.some_salient(document, &|span| {
            let taken = left.get() > 0 && wanted.may_be_told(document, span);
            left.set(left.get() - usize::from(taken));
            taken
        });
        let least = corpus.salient().least(doc.0);
        for s in sentences.into_iter().filter(|s| !known.contains(&(doc, s.sentence))) {
            let actors: Vec<u32> = s.actors.iter().map(|a| a.0).collect();
            let named = wanted.named(&s.stems, &actors);
            if named > 0 {
                let score = if few { s.score } else { s.score.min(least) };
                let worth = score + centre.value(&s.stems) + wanted.worth(named);
                let Salient { sentence, leans, stems, .. } = s;
                found.push(Found { doc, sentence, leans, worth, named, stems: Cow::Owned(stems) });
            }
        }
    }
}

/// Looks words and phrases up in the text: stems don't tell whether words are those asked for, nor whether
/// they stand side by side. What names nothing goes.
fn settle(corpus: &Corpus, wanted: &Wanted, found: &mut Vec<Found>) {
    found.retain_mut(|f| {
        let named = corpus.document(f.doc).map_or(0, |d| wanted.named_in(corpus, d, f.sentence));
        f.worth += wanted.worth(named) - wanted.worth(f.named);
        f.named = named;
        named > 0
    });
}
