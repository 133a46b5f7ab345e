//! The articles of a corpus, each read from its pack when somebody looks at it.

use super::pack::Packed;
use super::{DocId, order_of};
use crate::annotate::{Aside, Document, Published, PublishedSource};
use crate::article::Article;
use crate::calendar::Day;
use crate::structure::Structure;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// All articles by [`DocId`].
#[derive(Clone, Debug, Default)]
pub struct Documents {
    rows: Vec<Slot>,
    packed: Option<Arc<Packed>>,
}

/// The place of one article.
#[derive(Clone, Debug)]
struct Slot {
    /// Its row in the pack; beyond the pack for one that isn't there, or not so.
    at: u32,
    /// It, once it is read.
    read: OnceLock<Arc<Document>>,
}

const NOWHERE: u32 = u32::MAX;

impl Slot {
    fn of(document: Arc<Document>) -> Slot {
        Slot { at: NOWHERE, read: OnceLock::from(document) }
    }
}

impl Documents {
    /// Of articles that are read already.
    pub fn of(rows: Vec<Arc<Document>>) -> Documents {
        Documents { rows: rows.into_iter().map(Slot::of).collect(), packed: None }
    }

    /// Of articles in a pack.
    pub(super) fn packed(packed: Packed) -> Documents {
        let slot = |at| Slot { at, read: OnceLock::new() };
        Documents { rows: (0..packed.len() as u32).map(slot).collect(), packed: Some(Arc::new(packed)) }
    }

    /// The number of articles.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// One article; an empty one where its block of the pack is damaged.
    pub fn get(&self, row: usize) -> Option<&Document> {
        self.shared(row).map(Arc::as_ref)
    }

    fn shared(&self, row: usize) -> Option<&Arc<Document>> {
        let slot = self.rows.get(row)?;
        let read = || {
            let packed = self.packed.as_deref();
            let document = packed.and_then(|packed| packed.read(slot.at));
            Arc::new(document.unwrap_or_else(|| unreadable(packed.map_or("", |packed| packed.id(slot.at)))))
        };
        Some(slot.read.get_or_init(read))
    }

    /// All articles in order: reads them all, so nothing that follows a key may walk here.
    pub fn iter(&self) -> Iter<'_> {
        Iter { documents: self, rows: 0..self.len() }
    }

    /// The article with this id of links.
    pub fn find(&self, id: &str) -> Option<DocId> {
        let there = self.packed.as_ref().and_then(|packed| packed.find(id));
        let is = |row: usize| self.rows.get(row).is_some_and(|slot| Some(slot.at) == there);
        let at = match there {
            // Most rows stand where they stood.
            Some(row) if is(row as usize) => Some(row as usize),
            _ => (0..self.len()).find(|&row| is(row) && there.is_some() || self.is_own(row, id)),
        };
        Some(DocId(at? as u32))
    }

    /// Whether an article that isn't in the pack has this id.
    fn is_own(&self, row: usize, id: &str) -> bool {
        let own = self.rows.get(row).filter(|slot| slot.at == NOWHERE);
        own.and_then(|slot| slot.read.get()).is_some_and(|document| document.article.id == id)
    }

    /// One article, to be changed: it is copied first where others hold it.
    pub(crate) fn get_mut(&mut self, row: usize) -> Option<&mut Document> {
        self.shared(row)?;
        let slot = self.rows.get_mut(row)?;
        slot.at = NOWHERE;
        slot.read.get_mut().map(Arc::make_mut)
    }

    /// Puts the articles into their order; gives back the row that each had.
    pub(super) fn sort(&mut self) -> Vec<u32> {
        let mut keyed: Vec<(u32, Slot)> = (0..).zip(std::mem::take(&mut self.rows)).collect();
        let packed = self.packed.clone();
        crate::sort::by_cached_key(&mut keyed, |(_, slot)| key(packed.as_deref(), slot));
        let before = keyed.iter().map(|k| k.0).collect();
        self.rows = keyed.into_iter().map(|(_, slot)| slot).collect();
        before
    }

    /// Whether the article in `row` is the very one that `other` has in `there`.
    pub(super) fn is_same(&self, row: usize, other: &Documents, there: usize) -> bool {
        let (Some(mine), Some(theirs)) = (self.rows.get(row), other.rows.get(there)) else { return false };
        if mine.at != NOWHERE || theirs.at != NOWHERE {
            return mine.at == theirs.at;
        }
        matches!((mine.read.get(), theirs.read.get()), (Some(a), Some(b)) if Arc::ptr_eq(a, b))
    }
}

/// What an article stands by, without reading it.
fn key(packed: Option<&Packed>, slot: &Slot) -> (bool, Option<Day>, String) {
    match (packed, slot.read.get()) {
        (Some(packed), _) if slot.at != NOWHERE => {
            let day = packed.day(slot.at);
            (day.is_none(), day, packed.id(slot.at).to_string())
        }
        (_, Some(document)) => order_of(document),
        _ => (true, None, String::new()),
    }
}

/// What stands for an article whose bytes are damaged.
fn unreadable(id: &str) -> Document {
    Document {
        article: Article::plain(String::new(), id.to_string(), String::new()),
        structure: Structure::default(),
        published: Published { when: None, source: PublishedSource::Unknown, why: Vec::new() },
        mentions: Vec::new(),
        expressions: Vec::new(),
        timexes: Vec::new(),
        quotes: Vec::new(),
        contacts: Vec::new(),
        events: Vec::new(),
        quantities: Vec::new(),
        sourced: Vec::new(),
        replies: Vec::new(),
        references: Vec::new(),
        aside: Aside::default(),
    }
}

impl PartialEq for Documents {
    fn eq(&self, other: &Documents) -> bool {
        self.len() == other.len() && self.iter().zip(other).all(|(a, b)| a == b)
    }
}

impl Eq for Documents {}

impl<'a> IntoIterator for &'a Documents {
    type Item = &'a Document;
    type IntoIter = Iter<'a>;

    fn into_iter(self) -> Iter<'a> {
        self.iter()
    }
}

/// Articles in order.
#[derive(Clone, Debug)]
pub struct Iter<'a> {
    documents: &'a Documents,
    rows: Range<usize>,
}

impl<'a> Iterator for Iter<'a> {
    type Item = &'a Document;

    fn next(&mut self) -> Option<&'a Document> {
        self.documents.get(self.rows.next()?)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.rows.size_hint()
    }
}

impl ExactSizeIterator for Iter<'_> {}

#[cfg(test)]
impl std::ops::Index<usize> for Documents {
    type Output = Document;

    fn index(&self, row: usize) -> &Document {
        self.get(row).unwrap()
    }
}
