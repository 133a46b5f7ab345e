//! In short: how many, when, who, and the key sentences.

use super::Scope;
use super::fresh::{FreshView, fresh};
use super::line::{Citation, Line, LineId};
use crate::calendar::{Interval, Lang};
use crate::corpus::{Corpus, DocId};
use crate::index::Index;
use crate::summary;
use crate::summary::sentences::Asked;

/// What is said of the selection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SummaryView {
    /// Articles told of.
    pub selected: u32,
    /// Articles in all.
    pub total: u32,
    /// First to last day.
    pub period: Option<Interval>,
    /// Articles told of whose day is inferred.
    pub inferred: u32,
    /// Articles told of without a day.
    pub undated: u32,
    /// Who is named in most of them: slug, name, articles.
    pub most: Vec<(String, String, u32)>,
    /// What the latest article, or the open one, tells that no earlier one does.
    pub fresh: Option<FreshView>,
    /// The key sentences in order of time.
    pub sentences: Vec<KeySentenceView>,
}

/// A key sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeySentenceView {
    /// Verbatim.
    pub text: String,
    /// Its language.
    pub lang: Lang,
    /// Where it stands.
    pub citation: Citation,
    /// Why it was chosen, in words.
    pub why: Vec<String>,
    /// Where other selected articles tell the same, in order; the first few.
    pub also: Vec<Citation>,
    /// Whom its pronoun or its unnamed speaker means.
    pub means: Option<Means>,
}

/// A word of a sentence and the person whom it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Means {
    /// As it stands in the sentence: "Ia", "katanya".
    pub word: String,
    /// The person in links.
    pub slug: String,
    /// The person's name.
    pub name: String,
}

/// Other articles listed under a sentence; the reasons tell how many there are.
const ALSO: usize = 4;

impl KeySentenceView {
    /// What it rests on.
    pub fn id(&self) -> LineId {
        LineId::sentence(&self.citation.article, self.citation.sentence)
    }

    /// Where it stands, and where others tell the same.
    pub fn places(&self) -> Vec<Citation> {
        [&self.citation].into_iter().chain(&self.also).cloned().collect()
    }

    pub(super) fn line(&self) -> Line {
        Line {
            id: self.id(),
            // Whom its pronoun means, so that the copy can be understood.
            head: self.means.as_ref().map(|m| m.name.clone()).unwrap_or_default(),
            text: self.text.clone(),
            lang: self.lang,
            places: self.places(),
            why: self.why.clone(),
        }
    }
}

pub(super) fn summary(corpus: &Corpus, index: &Index, scope: &Scope, lang: Lang) -> SummaryView {
    let asked = Asked { actors: &scope.asked, words: &scope.words };
    let found = summary::summarise(corpus, &scope.docs, &asked, scope.length.sentences());
    let also = |&(id, sentence): &(DocId, u32)| Citation::of(corpus.document(id)?, sentence, lang);
    let sentences = found.sentences.iter().filter_map(|key| {
        let document = corpus.document(key.doc)?;
        let sentence = document.structure.sentences.get(key.sentence as usize)?;
        Some(KeySentenceView {
            text: sentence.span.of(&document.article.body).to_string(),
            lang: document.structure.language,
            citation: Citation::of(document, key.sentence, lang)?,
            why: key.why.iter().map(|w| w.words(lang)).collect(),
            also: key.also.iter().take(ALSO).filter_map(also).collect(),
            means: key.antecedent.and_then(|means| {
                let actor = corpus.actor(means.actor)?;
                Some(Means {
                    word: means.word.of(&document.article.body).to_string(),
                    slug: actor.slug.clone(),
                    name: actor.name.clone(),
                })
            }),
        })
    });
    let most = found
        .most
        .iter()
        .filter_map(|&(id, articles)| {
            let actor = corpus.actor(id)?;
            Some((actor.slug.clone(), actor.name.clone(), articles))
        })
        .collect();
    SummaryView {
        selected: scope.docs.len() as u32,
        total: corpus.documents().len() as u32,
        period: found.period,
        inferred: found.inferred,
        undated: found.undated,
        most,
        fresh: fresh(corpus, index, scope, lang),
        sentences: sentences.collect(),
    }
}
