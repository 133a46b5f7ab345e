//! What do all the articles hold together? The bundle as one immutable value.

mod lexicon;
pub mod pack;
mod words;

use crate::annotate::{self, Actor, ActorId, Document, InTurn, Spread};
use crate::article::Article;
use crate::calendar::{Day, Interval};
use crate::salience::{self, Salient, Table};
use crate::sort;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

pub use lexicon::{Lexicon, StemId, TermId};
pub use words::each_word;

/// An article's place in its corpus: chronological, articles without a day last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct DocId(pub u32);

impl crate::sort::Number for DocId {
    fn number(self) -> u64 {
        self.0.into()
    }

    fn of(number: u64) -> DocId {
        DocId(number as u32)
    }
}

impl DocId {
    /// As an index into [`Corpus::documents`].
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A bundle of annotated articles and the actors in them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Corpus {
    title: String,
    identity: u64,
    /// Shared, so that a corpus with a few corrections costs a few documents.
    documents: Vec<Arc<Document>>,
    actors: Vec<Actor>,
    /// Shared, as no correction changes it.
    lexicon: Arc<Lexicon>,
    /// The sentences that may stand for their articles.
    salient: Arc<Table>,
    /// Slugs of actors that the reader merged away → where they went.
    moved: BTreeMap<String, ActorId>,
}

impl Corpus {
    /// Reads articles into a corpus: same articles, in any order, same corpus.
    pub fn new(title: &str, articles: Vec<Article>) -> Corpus {
        Corpus::new_by(&InTurn, title, articles)
    }

    /// As [`Corpus::new`], the work on single articles spread by `spread`.
    pub fn new_by(spread: &impl Spread, title: &str, mut articles: Vec<Article>) -> Corpus {
        sort::by(&mut articles, |a, b| a.file.cmp(&b.file).then_with(|| a.body.cmp(&b.body)));
        make_ids_unique(&mut articles);
        let identity = identity(&articles);
        let (documents, actors) = annotate::annotate_by(spread, articles);
        let lexicon = Arc::new(Lexicon::of(spread, &documents));
        let documents = documents.into_iter().map(Arc::new).collect();
        Corpus::from_parts(spread, title, identity, documents, actors, lexicon)
    }

    /// A corpus from its parts; the documents in any order.
    pub(crate) fn from_parts(
        spread: &impl Spread,
        title: &str,
        identity: u64,
        mut documents: Vec<Arc<Document>>,
        actors: Vec<Actor>,
        lexicon: Arc<Lexicon>,
    ) -> Corpus {
        sort::by_cached_key(&mut documents, |d| order(d));
        let terms: HashMap<&str, u32> = lexicon.terms().zip(0..).collect();
        let stems = |word: &str| Some(lexicon.content_stem(TermId(*terms.get(word)?))?.0);
        let salient =
            spread.map(documents.iter().collect(), |d: &Arc<Document>| salience::salient(d, &stems));
        let salient = Table::of(salient.into_iter());
        Corpus {
            title: title.to_string(),
            identity,
            documents,
            actors,
            moved: BTreeMap::new(),
            salient: Arc::new(salient),
            lexicon,
        }
    }

    /// The same bundle as the reader corrected it; `documents` in the order of this corpus.
    pub(crate) fn corrected(
        &self,
        documents: Vec<Arc<Document>>,
        actors: Vec<Actor>,
        moved: BTreeMap<String, ActorId>,
    ) -> Corpus {
        // What an article's sentences are worth follows from the article alone.
        let mut rows: Vec<(u32, Arc<Document>)> = (0..).zip(documents).collect();
        sort::by_cached_key(&mut rows, |(_, d)| order(d));
        let same = |row: u32, d: &Arc<Document>| {
            self.documents.get(row as usize).is_some_and(|before| Arc::ptr_eq(before, d))
        };
        let stems = |word: &str| Some(self.lexicon.content_stem(self.lexicon.term(word)?)?.0);
        let candidates = |(row, d): &(u32, Arc<Document>)| {
            if same(*row, d) { Ok(*row) } else { Err(salience::salient(d, &stems)) }
        };
        Corpus {
            title: self.title.clone(),
            identity: self.identity,
            salient: Arc::new(self.salient.altered(rows.iter().map(candidates))),
            documents: rows.into_iter().map(|(_, d)| d).collect(),
            actors,
            lexicon: self.lexicon.clone(),
            moved,
        }
    }

    /// Every sentence of an article of this corpus that may stand for it, the best first.
    pub fn all_salient(&self, document: &Document) -> Vec<Salient> {
        salience::all(document, &|word| Some(self.lexicon.content_stem(self.lexicon.term(word)?)?.0))
    }

    /// The sentences that may stand for their articles, the rows being [`DocId`]s.
    pub fn salient(&self) -> &Table {
        &self.salient
    }

    /// Slugs of actors that were merged away, and where they lead now.
    pub(crate) fn moved(&self) -> &BTreeMap<String, ActorId> {
        &self.moved
    }

    /// What tells this bundle from others: a hash of its articles' ids and texts, whatever is read in
    /// them. What a reader keeps for a bundle is kept under it.
    pub fn identity(&self) -> u64 {
        self.identity
    }

    /// What the bundle is about, in its editor's words; may be empty.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// All articles by [`DocId`].
    pub fn documents(&self) -> &[Arc<Document>] {
        &self.documents
    }

    /// All actors by [`ActorId`].
    pub fn actors(&self) -> &[Actor] {
        &self.actors
    }

    /// Its words and their stems.
    pub fn lexicon(&self) -> &Arc<Lexicon> {
        &self.lexicon
    }

    /// One article.
    pub fn document(&self, id: DocId) -> Option<&Document> {
        self.documents.get(id.index()).map(Arc::as_ref)
    }

    /// The article with this id of links.
    pub fn document_by_id(&self, id: &str) -> Option<DocId> {
        let at = self.documents.iter().position(|d| d.article.id == id)?;
        Some(DocId(at as u32))
    }

    /// One actor.
    pub fn actor(&self, id: ActorId) -> Option<&Actor> {
        self.actors.get(id.index())
    }

    /// The actor with this slug, or the one it was merged into.
    pub fn actor_by_slug(&self, slug: &str) -> Option<ActorId> {
        if let Some(&id) = self.moved.get(slug) {
            return Some(id);
        }
        let at = self.actors.iter().position(|a| a.slug == slug)?;
        Some(ActorId(at as u32))
    }
}

/// FNV-1a (Fowler, Noll, Vo) over ids and texts, each closed by a byte that text can't hold.
fn identity(articles: &[Article]) -> u64 {
    let parts = articles.iter().flat_map(|a| [a.id.as_str(), a.body.as_str()]);
    let bytes = parts.flat_map(|part| part.bytes().chain([0xff]));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// What documents stand by: the day, those without one last, then the id.
fn order(document: &Document) -> (bool, Option<Day>, String) {
    let day = document.published.when.map(Interval::sort_day);
    (day.is_none(), day, document.article.id.clone())
}

/// Two files of one name (from two folders) get ids that tell them apart.
fn make_ids_unique(articles: &mut [Article]) {
    let mut taken = std::collections::BTreeSet::new();
    for article in articles {
        let base = article.id.clone();
        let mut next = 2;
        while !taken.insert(article.id.clone()) {
            article.id = format!("{base}-{next}");
            next += 1;
        }
    }
}

#[cfg(test)]
mod tests;
