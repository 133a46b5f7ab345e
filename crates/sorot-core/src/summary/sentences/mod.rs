//! Which sentences tell a selection? Extractive, verbatim, in order of time, each with its reasons.
//!
//! ```text
//! salience (once per article: fit sentences, learned weights) → centre (what the selection is about)
//!   → gather (the worthiest candidates) → choose (one by one, nothing twice) → tell (reasons)
//! ```
//! A sentence's worth is a linear model of explainable features; sentences are taken one by one, each
//! charged for what the ones before it said (maximal marginal relevance, Carbonell and Goldstein 1998).
//! The centre is that of Radev et al. (2004). Whole numbers only: same selection, same bytes.

mod asked;
mod centre;
mod choose;
mod gather;
mod repeated;
mod tell;

pub use asked::Asked;

use crate::corpus::{Corpus, DocId};
use crate::index::Index;
use crate::salience::fitness::Antecedent;
use crate::sort;
use crate::why::Why;

/// A sentence chosen for the summary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeySentence {
    /// Its article.
    pub doc: DocId,
    /// Its number in the article's structure.
    pub sentence: u32,
    /// Whether it is understood only behind the sentence before it, which then is chosen too.
    pub leans: bool,
    /// Why it was chosen, the strongest reason first.
    pub why: Vec<Why>,
    /// The other articles of the selection that tell the same, in order, each with the sentence that does.
    pub also: Vec<(DocId, u32)>,
    /// Whom its pronoun or its unnamed speaker means.
    pub antecedent: Option<Antecedent>,
}

/// The key sentences of `docs` (sorted: by day), at most `length`, in order of time. What the reader
/// asks for draws the choice to itself.
pub fn key_sentences(
    corpus: &Corpus,
    index: &Index,
    docs: &[DocId],
    asked: &Asked,
    length: usize,
) -> Vec<KeySentence> {
    let articles: Vec<u32> = docs.iter().map(|doc| doc.0).collect();
    let wanted = asked::Wanted::of(asked, corpus.lexicon());
    let centre = centre::Centre::of(corpus.salient(), &articles, corpus.lexicon().stem_count());
    let found = gather::gather(corpus, index, &articles, &wanted, &centre, length);
    let mut chosen = choose::choose(found, docs.len(), length);
    sort::by_key(&mut chosen, |c| (c.doc, c.sentence));
    let repeated = repeated::repeated(corpus, index, &articles, &chosen);
    let told = chosen.iter().zip(repeated);
    told.map(|(c, also)| tell::tell(corpus, index, asked, &centre, docs.len(), c, also)).collect()
}

#[cfg(test)]
mod tests;
