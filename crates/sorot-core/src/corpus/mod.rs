//! What do all the articles hold together? The bundle as one immutable value.

pub mod pack;

use crate::annotate::{self, Actor, ActorId, Document, InTurn, Spread};
use crate::article::Article;
use crate::calendar::{Day, Interval};
use serde::{Deserialize, Serialize};

/// An article's place in its corpus: chronological, articles without a day last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct DocId(pub u32);

impl DocId {
    /// As an index into [`Corpus::documents`].
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A bundle of annotated articles and the actors in them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Corpus {
    title: String,
    documents: Vec<Document>,
    actors: Vec<Actor>,
}

impl Corpus {
    /// Reads articles into a corpus: same articles, in any order, same corpus.
    pub fn new(title: &str, articles: Vec<Article>) -> Corpus {
        Corpus::new_by(&InTurn, title, articles)
    }

    /// As [`Corpus::new`], the work on single articles spread by `spread`.
    pub fn new_by(spread: &impl Spread, title: &str, mut articles: Vec<Article>) -> Corpus {
        articles.sort_by(|a, b| a.file.cmp(&b.file).then_with(|| a.body.cmp(&b.body)));
        make_ids_unique(&mut articles);
        let (mut documents, actors) = annotate::annotate_by(spread, articles);
        documents.sort_by_cached_key(order);
        Corpus { title: title.to_string(), documents, actors }
    }

    /// A corpus from parts that are already in order.
    #[cfg(test)]
    pub(crate) fn from_parts(title: &str, documents: Vec<Document>, actors: Vec<Actor>) -> Corpus {
        Corpus { title: title.to_string(), documents, actors }
    }

    /// What the bundle is about, in its editor's words; may be empty.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// All articles by [`DocId`].
    pub fn documents(&self) -> &[Document] {
        &self.documents
    }

    /// All actors by [`ActorId`].
    pub fn actors(&self) -> &[Actor] {
        &self.actors
    }

    /// One article.
    pub fn document(&self, id: DocId) -> Option<&Document> {
        self.documents.get(id.index())
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

    /// The actor with this slug.
    pub fn actor_by_slug(&self, slug: &str) -> Option<ActorId> {
        let at = self.actors.iter().position(|a| a.slug == slug)?;
        Some(ActorId(at as u32))
    }
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
