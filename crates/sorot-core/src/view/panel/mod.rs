//! The summary panel: of the selection, or of the open article alone, one section at a time, each made when
//! it is looked at.

mod line;
mod summary;

pub use line::{Citation, Line, LineId, LineKind, copied};
pub use summary::{KeySentenceView, Means, SummaryView};

use crate::annotate::ActorId;
use crate::calendar::Lang;
use crate::corpus::{Corpus, DocId};
use crate::query::{Length, Section};
use crate::search::Words;
use crate::sort;

/// What the panel tells of: made with the page, opaque to the front end, which asks
/// [`Pages::section`](super::Pages::section) for what it shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scope {
    /// By [`DocId`].
    pub(super) docs: Vec<DocId>,
    /// The actors asked for.
    pub(super) asked: Vec<ActorId>,
    /// The words asked for.
    pub(super) words: Words,
    /// How many key sentences.
    pub(super) length: Length,
    /// Whether it is the open article alone.
    pub(super) of_article: bool,
}

impl Scope {
    /// The number of articles.
    pub fn articles(&self) -> usize {
        self.docs.len()
    }

    /// Whether it is the open article alone.
    pub fn is_article(&self) -> bool {
        self.of_article
    }
}

/// A section, ready to be set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SectionView {
    /// In short.
    Summary(SummaryView),
}

impl SectionView {
    /// What can be pinned, hidden and copied of it, in its order.
    pub fn lines(&self) -> Vec<Line> {
        match self {
            SectionView::Summary(summary) => summary.sentences.iter().map(KeySentenceView::line).collect(),
        }
    }
}

/// Makes a section; `None` for one that the panel doesn't show.
pub(super) fn section(corpus: &Corpus, scope: &Scope, section: Section, lang: Lang) -> Option<SectionView> {
    match section {
        Section::Summary => Some(SectionView::Summary(summary::summary(corpus, scope, lang))),
        _ => None,
    }
}

/// The lines of `ids` whose articles `scope` holds, in the order of the text.
pub(super) fn pinned(corpus: &Corpus, scope: &Scope, ids: &[LineId], lang: Lang) -> Vec<Line> {
    let mut lines: Vec<(DocId, u32, Line)> = ids
        .iter()
        .filter_map(|id| {
            let doc = corpus.document_by_id(&id.article)?;
            scope.docs.binary_search(&doc).ok()?;
            let document = corpus.document(doc)?;
            let names: Vec<&str> = match id.kind {
                LineKind::Quote => {
                    let speakers = &document.quotes.get(id.number as usize)?.speakers;
                    speakers.iter().filter_map(|&s| Some(corpus.actor(s)?.name.as_str())).collect()
                }
                _ => Vec::new(),
            };
            let line = Line::of(document, id, names.join(", "), lang)?;
            Some((doc, line.places.first()?.sentence, line))
        })
        .collect();
    sort::by_key(&mut lines, |(doc, sentence, _)| (*doc, *sentence));
    lines.into_iter().map(|(_, _, line)| line).collect()
}
