//! In short: how many, when, who, and the key sentences.

use super::Scope;
use super::fresh::{FreshView, fresh};
use super::line::{Line, LineKind};
use super::teller::Teller;
use crate::calendar::Interval;
use crate::corpus::DocId;
use crate::summary::sentences::{Asked, key_sentences};
use crate::summary::{Tellings, opening};
use crate::view::CardActor;

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
    /// Who is named in most of them, and in how many.
    pub most: Vec<(CardActor, u32)>,
    /// What the latest article, or the open one, tells that no earlier one does.
    pub fresh: Option<FreshView>,
    /// The key sentences in order of time.
    pub sentences: Vec<KeySentenceView>,
}

/// A key sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeySentenceView {
    /// The sentence, where it stands and where other selected articles tell the same; its head is whom its
    /// pronoun means, so that a copy can be understood.
    pub line: Line,
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

pub(super) fn summary(teller: Teller, scope: &Scope) -> SummaryView {
    let Teller { corpus, index, .. } = teller;
    let asked = Asked { actors: &scope.asked, words: &scope.words };
    let found = key_sentences(corpus, index, &scope.docs, &asked, scope.length.sentences());
    let mut before: Option<(DocId, u32, u32)> = None;
    let sentences = found.into_iter().filter_map(|key| {
        // Who leans on a line that leans needs both.
        let after = before.filter(|b| key.leans && (b.0, b.1 + 1) == (key.doc, key.sentence));
        let since = after.map_or(key.sentence, |b| b.2);
        before = Some((key.doc, key.sentence, since));
        let document = corpus.document(key.doc)?;
        let means = key.antecedent.and_then(|means| {
            let actor = corpus.actor(means.actor)?;
            Some(Means {
                word: means.word.of(&document.article.body).to_string(),
                slug: actor.slug.clone(),
                name: actor.name.clone(),
            })
        });
        let head = means.as_ref().map(|m| m.name.clone()).unwrap_or_default();
        let mut told = Tellings { rows: vec![(key.doc, key.sentence)], count: key.also.len() as u32 + 1 };
        told.rows.extend(key.also);
        let line =
            Line { why: teller.words(&key.why), since, ..teller.line(LineKind::Sentence, &told, head)? };
        Some(KeySentenceView { line, means })
    });
    let opening = opening::opening(corpus, index, &scope.docs);
    let most = opening.most.iter().filter_map(|&(id, articles)| Some((teller.actor(id)?, articles)));
    SummaryView {
        selected: opening.selected,
        total: opening.total,
        period: opening.period,
        inferred: opening.inferred,
        undated: opening.undated,
        most: most.collect(),
        fresh: fresh(teller, scope),
        sentences: sentences.collect(),
    }
}
