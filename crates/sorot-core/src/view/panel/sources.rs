//! Whose account is it? The ladder of sources.

use super::line::Line;
use super::teller::Teller;
use crate::annotate::{Document, Rung, Sourced};
use crate::corpus::DocId;
use crate::summary::ladder;
use crate::view::CardActor;
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

pub(super) fn sources(teller: Teller, docs: &[DocId]) -> SourcesView {
    let found = ladder::ladder(teller.index, docs);
    let steps = Rung::ALL.into_iter().zip(&found.steps).map(|(rung, step)| StepView {
        rung,
        sentences: step.sentences,
        articles: step.articles,
        most: step.most.iter().filter_map(|&(id, n)| Some((teller.actor(id)?, n))).collect(),
        lines: step.lines.iter().filter_map(|&(doc, at)| line(teller, doc, at)).collect(),
    });
    let steps: Vec<StepView> = steps.collect();
    SourcesView { sentences: steps.iter().map(|s| s.sentences).sum(), steps }
}

fn line(teller: Teller, doc: DocId, at: u32) -> Option<Line> {
    let document = teller.corpus.document(doc)?;
    let source = document.sourced.get(at as usize)?;
    let who = source.who.map_or(source.cue.of(&document.article.body), |id| teller.name(id));
    let line = teller.sentence_with(doc, source.span.start, who.to_string(), &[why(document, source)])?;
    Some(Line { text: source.span.of(&document.article.body).to_string(), ..line })
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
