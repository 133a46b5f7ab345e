//! Whose account is it? The ladder of sources.

use super::Scope;
use super::line::{Citation, Line, LineId, sentence_at};
use crate::annotate::{Document, Rung, Sourced};
use crate::calendar::Lang;
use crate::corpus::Corpus;
use crate::summary::ladder;
use crate::view::CardActor;
use crate::view::cards::card_actor;
use crate::why::{Rule, Why};

/// The ladder of sources, from firm to weak.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourcesView {
    /// Its steps.
    pub steps: Vec<StepView>,
    /// Sentences in all, headlines not counted.
    pub sentences: u32,
}

/// The sentences of one rung.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepView {
    /// Which.
    pub rung: Rung,
    /// How many sentences.
    pub sentences: u32,
    /// In how many articles.
    pub articles: u32,
    /// Who is the source most often, with the number of times.
    pub most: Vec<(CardActor, u32)>,
    /// The first sentences; none for what the articles tell by themselves.
    pub lines: Vec<Line>,
}

impl SourcesView {
    pub(super) fn lines(&self) -> Vec<Line> {
        // The weak rungs are what a reader wants to take along.
        self.steps.iter().rev().flat_map(|step| step.lines.iter().cloned()).collect()
    }
}

pub(super) fn sources(corpus: &Corpus, scope: &Scope, lang: Lang) -> SourcesView {
    let found = ladder::ladder(corpus, &scope.docs);
    let steps: Vec<StepView> = Rung::ALL
        .into_iter()
        .zip(&found.steps)
        .map(|(rung, step)| StepView {
            rung,
            sentences: step.sentences,
            articles: step.articles,
            most: step.most.iter().filter_map(|&(id, n)| Some((card_actor(corpus, id)?, n))).collect(),
            lines: step
                .lines
                .iter()
                .filter_map(|&(doc, at)| {
                    let document = corpus.document(doc)?;
                    line(corpus, document, document.sourced.get(at as usize)?, lang)
                })
                .collect(),
        })
        .collect();
    SourcesView { sentences: steps.iter().map(|s| s.sentences).sum(), steps }
}

fn line(corpus: &Corpus, document: &Document, source: &Sourced, lang: Lang) -> Option<Line> {
    let number = sentence_at(document, source.span)?;
    let who = source.who.and_then(|id| corpus.actor(id)).map(|a| a.name.clone());
    Some(Line {
        id: LineId::sentence(&document.article.id, number),
        head: who.unwrap_or_else(|| source.cue.of(&document.article.body).to_string()),
        text: source.span.of(&document.article.body).to_string(),
        lang: document.structure.language,
        places: vec![Citation::of(document, number, lang)?],
        why: vec![why(document, source).words(lang)],
    })
}

/// Why a sentence stands on its rung.
fn why(document: &Document, source: &Sourced) -> Why {
    let rule = match source.rung {
        Rung::Own => Rule::SourceOwn,
        Rung::Named => Rule::SourceNamed,
        Rung::Outlet => Rule::SourceOutlet,
        Rung::Unnamed => Rule::SourceUnnamed,
    };
    Why::new(rule, [source.cue.of(&document.article.body).into()])
}

/// The rung of an article's sentence, and why.
pub(in crate::view) fn rung(document: &Document, number: u32) -> (Rung, Why) {
    let span = document.structure.sentences.get(number as usize).map(|s| s.span);
    match span.and_then(|span| document.source_of(span)) {
        Some(source) => (source.rung, why(document, source)),
        None => (Rung::Own, Why::plain(Rule::SourceOwn)),
    }
}
