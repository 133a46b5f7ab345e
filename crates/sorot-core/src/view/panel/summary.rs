//! In short: how many, when, who, and the key sentences.

use super::Scope;
use super::fresh::{FreshView, fresh};
use super::line::{Citation, Line, LineId};
use crate::calendar::{Interval, Lang};
use crate::corpus::Corpus;
use crate::index::Index;
use crate::summary;

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
}

impl KeySentenceView {
    /// What it rests on.
    pub fn id(&self) -> LineId {
        LineId::sentence(&self.citation.article, self.citation.sentence)
    }

    pub(super) fn line(&self) -> Line {
        Line {
            id: self.id(),
            head: String::new(),
            text: self.text.clone(),
            lang: self.lang,
            places: vec![self.citation.clone()],
            why: self.why.clone(),
        }
    }
}

pub(super) fn summary(corpus: &Corpus, index: &Index, scope: &Scope, lang: Lang) -> SummaryView {
    let found = summary::summarise(corpus, &scope.docs, &scope.asked, scope.length.sentences());
    let sentences = found.sentences.iter().filter_map(|key| {
        let document = corpus.document(key.doc)?;
        let sentence = document.structure.sentences.get(key.sentence as usize)?;
        Some(KeySentenceView {
            text: sentence.span.of(&document.article.body).to_string(),
            lang: document.structure.language,
            citation: Citation::of(document, key.sentence, lang)?,
            why: key.why.iter().map(|w| w.words(lang)).collect(),
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
