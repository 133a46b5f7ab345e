//! The summary panel: of the selection, or of the open article alone, one section at a time, each made when
//! it is looked at.

mod compare;
mod contacts;
mod fresh;
mod graph;
mod line;
mod markdown;
mod numbers;
mod quotes;
mod relations;
mod reply;
mod sources;
mod summary;
mod timeline;
mod timelinejs;

pub use compare::{CompareView, ComparedView};
pub use contacts::{ContactsView, MeetingView};
pub use fresh::FreshView;
pub use graph::{Arc, Graph, Node};
pub use line::{Citation, Line, LineId, LineKind, copied};
pub(crate) use markdown::escape as escape_markdown;
pub use markdown::{Part, markdown};
pub use numbers::{NumberGroup, NumbersView, Verdict};
pub use quotes::{QuoteLine, QuotesView, VoiceView};
pub use relations::{Network, Pair, RelationsView};
pub use reply::{AnswerView, HeardView, ReplyView};
pub use sources::{SourcesView, StepView};
pub use summary::{KeySentenceView, Means, SummaryView};
pub use timeline::{EventView, TimelineView};
pub use timelinejs::timelinejs;

use crate::annotate::ActorId;
use crate::calendar::Lang;
use crate::corpus::{Corpus, DocId};
use crate::index::Index;
use crate::query::{Length, Section};
use crate::search::Words;
use crate::sort;
use crate::summary::Selection;

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
    /// What the articles are compared with, by [`DocId`]; made only where that is looked at.
    pub(super) against: Option<Vec<DocId>>,
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
    /// What happened when.
    Timeline(TimelineView),
    /// Who said what.
    Quotes(QuotesView),
    /// Who met whom.
    Contacts(ContactsView),
    /// Who is named with whom.
    Relations(RelationsView),
    /// Who was heard.
    Reply(ReplyView),
    /// The numbers side by side.
    Numbers(NumbersView),
    /// The ladder of sources.
    Sources(SourcesView),
    /// Two selections side by side.
    Compare(CompareView),
}

impl SectionView {
    /// What can be pinned, hidden and copied of it, in its order.
    pub fn lines(&self) -> Vec<Line> {
        match self {
            SectionView::Summary(summary) => summary.sentences.iter().map(KeySentenceView::line).collect(),
            SectionView::Timeline(timeline) => timeline.events.iter().map(EventView::line).collect(),
            SectionView::Quotes(quotes) => quotes.lines(),
            SectionView::Contacts(contacts) => contacts.lines.iter().map(MeetingView::line).collect(),
            SectionView::Relations(relations) => relations.lines(),
            SectionView::Reply(reply) => reply.lines(),
            SectionView::Numbers(numbers) => numbers.lines(),
            SectionView::Sources(sources) => sources.lines(),
            SectionView::Compare(compare) => compare.lines(),
        }
    }
}

/// Makes a section.
pub(super) fn section(
    corpus: &Corpus,
    index: &Index,
    scope: &Scope,
    section: Section,
    lang: Lang,
) -> SectionView {
    let selection = || Selection::new(corpus, index, &scope.docs, &scope.asked);
    match section {
        Section::Summary => SectionView::Summary(summary::summary(corpus, index, scope, lang)),
        Section::Timeline => SectionView::Timeline(timeline::timeline(&selection(), lang)),
        Section::Quotes => SectionView::Quotes(quotes::quotes(&selection(), lang)),
        Section::Contacts => SectionView::Contacts(contacts::contacts(&selection(), lang)),
        Section::Relations => SectionView::Relations(relations::relations(&selection(), lang)),
        Section::Reply => SectionView::Reply(reply::reply(corpus, scope, lang)),
        Section::Numbers => SectionView::Numbers(numbers::numbers(corpus, index, scope, lang)),
        Section::Sources => SectionView::Sources(sources::sources(corpus, scope, lang)),
        Section::Compare => SectionView::Compare(compare::compare(corpus, index, scope, lang)),
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
