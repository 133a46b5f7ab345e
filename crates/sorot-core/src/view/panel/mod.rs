//! The summary panel: of the selection, or of the open article alone, one section at a time, each made when
//! it is looked at.

mod compare;
mod contacts;
mod fresh;
mod graph;
mod line;
mod markdown;
mod numbers;
mod parts;
mod quotes;
mod relations;
mod reply;
mod sources;
mod summary;
mod teller;
mod timeline;
mod timelinejs;

pub use compare::{CompareView, ComparedView};
pub use contacts::{ContactsView, MeetingView};
pub use fresh::FreshView;
pub use graph::{Arc, Graph, Node};
pub use line::{Citation, Line, LineId, LineKind};
pub(crate) use markdown::escape as escape_markdown;
pub use markdown::{Chapter, Links, copied, markdown};
pub use numbers::{NumberGroup, NumbersView, Verdict};
pub use parts::Part;
pub use quotes::{QuoteLine, QuotesView, VoiceView};
pub use relations::{Pair, RelationsView};
pub use reply::{AnswerView, HeardView, ReplyView};
pub use sources::{SourcesView, StepView};
pub use summary::{KeySentenceView, Means, SummaryView};
pub(super) use teller::Teller;
pub use timeline::{EventView, TimelineView};
pub use timelinejs::timelinejs;

use crate::annotate::ActorId;
use crate::corpus::DocId;
use crate::query::{Length, Section};
use crate::search::Words;
use crate::sort;
use crate::summary::Selection;
use std::rc::Rc;

/// What the panel tells of: made with the page, opaque to the front end, which asks
/// [`Pages::section`](super::Pages::section) for what it shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scope {
    /// By [`DocId`].
    pub(super) docs: Rc<Vec<DocId>>,
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

/// Makes a section; `places` takes places along in the relations.
pub(super) fn section(teller: Teller, scope: &Scope, section: Section, places: bool) -> SectionView {
    let docs = scope.docs.as_slice();
    let selection = || Selection::new(teller.corpus, teller.index, docs, &scope.asked);
    match section {
        Section::Summary => SectionView::Summary(summary::summary(teller, scope)),
        Section::Timeline => SectionView::Timeline(timeline::timeline(teller, &selection())),
        Section::Quotes => SectionView::Quotes(quotes::quotes(teller, &selection())),
        Section::Contacts => SectionView::Contacts(contacts::contacts(teller, &selection())),
        Section::Relations => SectionView::Relations(relations::relations(teller, &selection(), places)),
        Section::Reply => SectionView::Reply(reply::reply(teller, docs)),
        Section::Numbers => SectionView::Numbers(numbers::numbers(teller, docs)),
        Section::Sources => SectionView::Sources(sources::sources(teller, docs)),
        Section::Compare => SectionView::Compare(compare::compare(teller, scope)),
    }
}

/// The lines of `ids` whose articles `scope` holds, in the order of the text.
pub(super) fn pinned(teller: Teller, scope: &Scope, ids: &[LineId]) -> Vec<Line> {
    let mut lines: Vec<(DocId, u32, Line)> = ids
        .iter()
        .filter_map(|id| {
            let doc = teller.corpus.document_by_id(&id.article)?;
            scope.docs.binary_search(&doc).ok()?;
            let line = teller.single(id.kind, (doc, id.number))?;
            Some((doc, line.places.first()?.sentence, line))
        })
        .collect();
    sort::by_key(&mut lines, |(doc, sentence, _)| (*doc, *sentence));
    lines.into_iter().map(|(_, _, line)| line).collect()
}

/// The places of a line beyond those told with it: the first of them.
pub(super) fn others(teller: Teller, line: &Line) -> Vec<Citation> {
    line.others.iter().filter_map(|&telling| teller.cite(line.id.kind, telling)).collect()
}

#[cfg(test)]
mod tests;
