//! What do all the articles hold together? The bundle as one immutable value.

mod altered;
mod bytes;
mod documents;
mod joined;
mod lexicon;
pub mod pack;
mod words;

use crate::annotate::{self, Actor, ActorId, Document, InTurn, Reading, Spread};
use crate::article::Article;
use crate::calendar::{Day, Interval};
use crate::salience::{self, Salient, Table};
use crate::sort;
use crate::text::Span;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

pub use altered::{Altered, Change, Row};
pub use bytes::Bytes;
pub use documents::Documents;
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
#[derive(Clone, Debug, Default)]
pub struct Corpus {
    title: String,
    identity: u64,
    /// Shared, so that a corpus with a few corrections costs a few documents.
    documents: Documents,
    actors: Vec<Actor>,
    /// Shared, as no correction changes it.
    lexicon: Arc<Lexicon>,
    /// The sentences that may stand for their articles.
    salient: Arc<Table>,
    /// Slugs of actors that the reader merged away → where they went.
    moved: BTreeMap<String, ActorId>,
    /// The pack that it was read from, as long as it says just what stands there.
    stored: Option<Arc<pack::Sections>>,
}

impl Corpus {
    /// Reads articles into a corpus: same articles, in any order, same corpus.
    pub fn new(title: &str, articles: Vec<Article>) -> Corpus {
        Corpus::new_by(&InTurn, title, articles)
    }

    /// As [`Corpus::new`], the work on single articles spread by `spread`.
    pub fn new_by(spread: &impl Spread, title: &str, articles: Vec<Article>) -> Corpus {
        Corpus::of_readings(spread, title, spread.map(articles, annotate::read_article))
    }

    /// A corpus of articles that were read one by one, wherever that was: as [`Corpus::new_by`] of the articles.
    pub fn of_readings(spread: &impl Spread, title: &str, mut readings: Vec<Reading>) -> Corpus {
        sort::by(&mut readings, |a, b| {
            a.article.file.cmp(&b.article.file).then_with(|| a.article.body.cmp(&b.article.body))
        });
        make_ids_unique(readings.iter_mut().map(|r| &mut r.article));
        let (documents, actors) = annotate::settle(spread, readings);
        Corpus::of_documents(spread, title, documents, actors)
    }

    /// A corpus of articles that were read already, in the order of their files.
    pub fn of_documents(
        spread: &impl Spread,
        title: &str,
        documents: Vec<Document>,
        actors: Vec<Actor>,
    ) -> Corpus {
        let identity = identity(documents.iter().map(|d| &d.article));
        let lexicon = Arc::new(Lexicon::of(spread, &documents));
        let documents = Documents::of(documents.into_iter().map(Arc::new).collect());
        Corpus::from_parts(spread, title, identity, documents, actors, lexicon)
    }

    /// A corpus from its parts; the documents in any order.
    pub(crate) fn from_parts(
        spread: &impl Spread,
        title: &str,
        identity: u64,
        mut documents: Documents,
        actors: Vec<Actor>,
        lexicon: Arc<Lexicon>,
    ) -> Corpus {
        documents.sort();
        let terms: HashMap<&str, u32> = lexicon.terms().zip(0..).collect();
        let stems = |word: &str| Some(lexicon.content_stem(TermId(*terms.get(word)?))?.0);
        let salient = spread.map(documents.iter().collect(), |d: &Document| salience::salient(d, &stems));
        let salient = Table::of(salient.into_iter());
        Corpus {
            title: title.to_string(),
            identity,
            documents,
            actors,
            moved: BTreeMap::new(),
            salient: Arc::new(salient),
            lexicon,
            stored: None,
        }
    }

    /// The same bundle as the reader corrected it, and how it came of this one; `documents` in the order of this corpus,
    /// with what changed in each.
    pub(crate) fn corrected(
        &self,
        mut documents: Documents,
        actors: Vec<Actor>,
        moved: BTreeMap<String, ActorId>,
        changes: &[Change],
    ) -> (Corpus, Altered) {
        // Others stand where they stood.
        let before: Vec<u32> = if changes.contains(&Change::Words) {
            documents.sort()
        } else {
            (0..changes.len() as u32).collect()
        };
        let change = |row: &u32| changes.get(*row as usize).copied().unwrap_or_default();
        let altered = Altered {
            change: before.iter().map(change).collect(),
            was: before.into_iter().map(Some).collect(),
        };
        let mut corpus = Corpus {
            title: self.title.clone(),
            identity: self.identity,
            salient: self.salient.clone(),
            documents,
            actors,
            lexicon: self.lexicon.clone(),
            moved,
            stored: None,
        };
        if !altered.stands(changes.len()) || altered.changed(Change::Shown).next().is_some() {
            corpus.salient = Arc::new(corpus.salient_of(&self.salient, &altered, &|stem| stem));
        }
        (corpus, altered)
    }

    /// What an article's sentences are worth follows from the article alone; `stem` says what the stems of `before` are here.
    fn salient_of(&self, before: &Table, altered: &Altered, stem: &dyn Fn(u32) -> u32) -> Table {
        let stems = |word: &str| Some(self.lexicon.content_stem(self.lexicon.term(word)?)?.0);
        let rows = altered.rows(self, Change::Shown).map(|row| match row {
            Row::Same(was) => Ok(was),
            Row::New(document) => Err(salience::salient(document, &stems)),
        });
        before.altered(rows, stem)
    }

    /// The first sentence of an article of this corpus and those of `which`, as far as they may stand for it, the best
    /// first; see [`salience::some`].
    pub fn some_salient(&self, document: &Document, which: &dyn Fn(Span) -> bool) -> Vec<Salient> {
        salience::some(document, &|word| Some(self.lexicon.content_stem(self.lexicon.term(word)?)?.0), which)
    }

    /// The sentences that may stand for their articles, the rows being [`DocId`]s.
    pub fn salient(&self) -> &Table {
        &self.salient
    }

    /// The pack that this corpus was read from; `None` for one that was made or corrected since.
    pub fn stored(&self) -> Option<&pack::Sections> {
        self.stored.as_deref()
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
    pub fn documents(&self) -> &Documents {
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

    /// One article; none where its text isn't here yet, which is remembered (see [`Documents::get`]).
    pub fn document(&self, id: DocId) -> Option<&Document> {
        self.documents.get(id.index())
    }

    /// The article with this id of links.
    pub fn document_by_id(&self, id: &str) -> Option<DocId> {
        self.documents.find(id)
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

/// Whether it was read from a pack makes no difference.
impl PartialEq for Corpus {
    fn eq(&self, other: &Corpus) -> bool {
        (&self.title, self.identity, &self.actors, &self.moved)
            == (&other.title, other.identity, &other.actors, &other.moved)
            && (&self.lexicon, &self.salient, &self.documents)
                == (&other.lexicon, &other.salient, &other.documents)
    }
}

impl Eq for Corpus {}

/// FNV-1a (Fowler, Noll, Vo) over ids and texts, each closed by a byte that text can't hold.
fn identity<'a>(articles: impl Iterator<Item = &'a Article>) -> u64 {
    let parts = articles.flat_map(|a| [a.id.as_str(), a.body.as_str()]);
    let bytes = parts.flat_map(|part| part.bytes().chain([0xff]));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// What documents stand by: the day, those without one last, then the id.
fn order_of(document: &Document) -> (bool, Option<Day>, String) {
    let day = document.published.when.map(Interval::sort_day);
    (day.is_none(), day, document.article.id.clone())
}

/// Two files of one name (from two folders) get ids that tell them apart.
fn make_ids_unique<'a>(articles: impl Iterator<Item = &'a mut Article>) {
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
