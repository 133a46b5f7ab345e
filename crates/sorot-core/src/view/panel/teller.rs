//! What every section is made with: names, places and lines in the words of the page.

use super::line::{Citation, Line, LineId, LineKind};
use crate::annotate::{ActorId, Contact, Document, Quote};
use crate::calendar::Lang;
use crate::corpus::{Corpus, DocId};
use crate::index::Index;
use crate::index::told::EventSource;
use crate::summary::events;
use crate::summary::{Telling, Tellings};
use crate::text::Span;
use crate::view::CardActor;
use crate::view::cards::card_actor;
use crate::why::Why;

/// Places told with a line; the reader unfolds the others.
const CITED: usize = 5;

/// A corpus that is told in a language.
#[derive(Clone, Copy)]
pub(in crate::view) struct Teller<'a> {
    pub corpus: &'a Corpus,
    pub index: &'a Index,
    pub lang: Lang,
}

impl<'a> Teller<'a> {
    pub fn actor(&self, id: ActorId) -> Option<CardActor> {
        card_actor(self.corpus, id)
    }

    pub fn actors(&self, ids: &[ActorId]) -> Vec<CardActor> {
        ids.iter().filter_map(|&id| self.actor(id)).collect()
    }

    pub fn name(&self, id: ActorId) -> &'a str {
        self.corpus.actor(id).map_or("", |a| &a.name)
    }

    pub fn names(&self, ids: &[ActorId]) -> String {
        ids.iter().map(|&id| self.name(id)).collect::<Vec<_>>().join(", ")
    }

    pub fn words(&self, why: &[Why]) -> Vec<String> {
        why.iter().map(|w| w.words(self.lang)).collect()
    }

    pub fn quote(&self, (doc, number): Telling) -> Option<(&'a Document, &'a Quote)> {
        let document = self.corpus.document(doc)?;
        Some((document, document.quotes.get(number as usize)?))
    }

    pub fn contact(&self, (doc, number): Telling) -> Option<(&'a Document, &'a Contact)> {
        let document = self.corpus.document(doc)?;
        Some((document, document.contacts.get(number as usize)?))
    }

    /// The words of a telling.
    fn place(&self, kind: LineKind, telling: Telling) -> Option<(&'a Document, Span)> {
        let document = self.corpus.document(telling.0)?;
        let number = telling.1 as usize;
        let span = match kind {
            LineKind::Sentence => document.structure.sentences.get(number)?.span,
            LineKind::Quote => document.quotes.get(number)?.span,
            LineKind::Contact => document.contacts.get(number)?.span,
            LineKind::Event => match self.index.told().events.source(telling.0, telling.1)? {
                EventSource::Contact(at) => document.contacts.get(at as usize)?.span,
                EventSource::Event(at) => document.events.get(at as usize)?.span,
            },
        };
        Some((document, span))
    }

    /// What told it.
    fn why(&self, kind: LineKind, telling: Telling) -> Vec<String> {
        match kind {
            LineKind::Sentence => Vec::new(),
            LineKind::Quote => self.quote(telling).map_or(Vec::new(), |(_, q)| self.words(&q.why)),
            LineKind::Contact => self.contact(telling).map_or(Vec::new(), |(_, c)| self.words(&c.why)),
            LineKind::Event => self.words(&events::why(self.corpus, self.index, telling)),
        }
    }

    /// What introduces it.
    pub fn head(&self, kind: LineKind, telling: Telling) -> String {
        let head = match kind {
            LineKind::Sentence => None,
            LineKind::Quote => self.quote(telling).map(|(_, q)| self.names(&q.speakers)),
            LineKind::Contact => {
                self.contact(telling).map(|(_, c)| format!("{} – {}", self.names(&c.a), self.names(&c.b)))
            }
            LineKind::Event => {
                let events = &self.index.told().events;
                let line = events.lines.of_doc(telling.0).get(telling.1 as usize);
                line.and_then(|&line| events.when(line)).map(|when| super::timeline::head(when, self.lang))
            }
        };
        head.unwrap_or_default()
    }

    /// Where a telling stands.
    pub fn cite(&self, kind: LineKind, telling: Telling) -> Option<Citation> {
        let (document, span) = self.place(kind, telling)?;
        Citation::of(document, sentence_at(document, span.start)?, self.lang)
    }

    /// Where the byte `at` of an article stands.
    pub fn cite_at(&self, doc: DocId, at: u32) -> Option<Citation> {
        let document = self.corpus.document(doc)?;
        Citation::of(document, sentence_at(document, at)?, self.lang)
    }

    /// A line in the words of its first telling.
    pub fn line(&self, kind: LineKind, told: &Tellings, head: String) -> Option<Line> {
        let &first = told.rows.first()?;
        let (document, span) = self.place(kind, first)?;
        let cited = told.rows.iter().take(CITED);
        Some(Line {
            id: LineId { kind, number: first.1, article: document.article.id.clone() },
            since: first.1,
            head,
            text: span.of(&document.article.body).to_string(),
            lang: document.structure.language,
            // The first is there, or there is no line.
            places: cited.map(|&telling| self.cite(kind, telling)).collect::<Option<_>>()?,
            more: told.count.saturating_sub(told.rows.len().min(CITED) as u32),
            others: told.rows.get(CITED..).unwrap_or(&[]).to_vec(),
            why: self.why(kind, first),
        })
    }

    /// A line that is told once.
    pub fn single(&self, kind: LineKind, telling: Telling) -> Option<Line> {
        self.line(kind, &Tellings { rows: vec![telling], count: 1 }, self.head(kind, telling))
    }

    /// A sentence that holds the byte `at`, with why it stands there.
    pub fn sentence_with(&self, doc: DocId, at: u32, head: String, why: &[Why]) -> Option<Line> {
        let number = sentence_at(self.corpus.document(doc)?, at)?;
        self.sentence(doc, number, head, why)
    }

    /// The `number`-th sentence of an article, with why it stands there.
    pub fn sentence(&self, doc: DocId, number: u32, head: String, why: &[Why]) -> Option<Line> {
        let told = Tellings { rows: vec![(doc, number)], count: 1 };
        Some(Line { why: self.words(why), ..self.line(LineKind::Sentence, &told, head)? })
    }
}

/// The number of the sentence that the byte `at` lies in, or behind.
fn sentence_at(document: &Document, at: u32) -> Option<u32> {
    let after = document.structure.sentences.partition_point(|s| s.span.start <= at);
    after.checked_sub(1).map(|n| n as u32)
}
