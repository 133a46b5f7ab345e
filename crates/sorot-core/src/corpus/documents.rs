//! The articles of a corpus, each read from its pack when somebody looks at it.

use super::pack::{For, Found, Headline, Packed, Part};
use super::{DocId, order_of};
use crate::annotate::{Aside, Document, Published, PublishedSource};
use crate::article::Article;
use crate::calendar::Day;
use crate::structure::Structure;
use std::ops::Range;
use std::sync::{Arc, LazyLock, OnceLock};

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

    /// One article, to be drawn; an empty one where its block of the pack is damaged, none where its text isn't here
    /// yet: that it was missed is remembered.
    pub fn get(&self, row: usize) -> Option<&Document> {
        self.shared(row, For::Page).map(Arc::as_ref)
    }

    /// As [`Documents::seek`], for a look: what came in parts isn't kept for it.
    pub fn glance(&self, row: usize) -> Option<Arc<Document>> {
        let slot = self.rows.get(row)?;
        match (slot.read.get(), &self.packed) {
            (None, Some(packed)) if packed.is_split() => match packed.read(slot.at, For::Answer) {
                Found::Here(document) => Some(Arc::from(document)),
                Found::Damaged | Found::Away => None,
            },
            _ => self.shared(row, For::Answer).cloned(),
        }
    }

    /// As [`Documents::get`], for an answer that may need very many.
    pub fn seek(&self, row: usize) -> Option<&Document> {
        self.shared(row, For::Answer).map(Arc::as_ref)
    }

    fn shared(&self, row: usize, need: For) -> Option<&Arc<Document>> {
        let slot = self.rows.get(row)?;
        if let Some(read) = slot.read.get() {
            return Some(read);
        }
        let packed = self.packed.as_deref();
        let document = match packed.map_or(Found::Damaged, |packed| packed.read(slot.at, need)) {
            Found::Here(document) => Arc::from(document),
            Found::Damaged => Arc::new(unreadable(packed.map_or("", |packed| packed.id(slot.at)))),
            Found::Away => return None,
        };
        Some(slot.read.get_or_init(|| document))
    }

    /// As [`Documents::seek`], with an empty one in place of one whose text isn't here.
    pub fn there(&self, row: usize) -> &Document {
        self.seek(row).unwrap_or(&AWAY)
    }

    /// Whether texts come when they are needed.
    pub fn is_split(&self) -> bool {
        self.packed.as_ref().is_some_and(|packed| packed.is_split())
    }

    /// How often a text was needed that wasn't here: what was made while this stood still is whole.
    pub fn missed(&self) -> u32 {
        self.packed.as_ref().map_or(0, |packed| packed.missed())
    }

    /// The parts that were missed since the last time, those for what is drawn first.
    pub fn take_missed(&self) -> Vec<Part> {
        self.packed.as_ref().map_or_else(Vec::new, |packed| packed.take_missed())
    }

    /// Takes the bytes of a part of the texts; `None` for one that can't be had. Says whether they are what was packed.
    pub fn take(&self, number: u32, bytes: Option<Vec<u8>>) -> bool {
        self.packed.as_ref().is_some_and(|packed| packed.take(number, bytes))
    }

    /// All that was on its way is here and is drawn anew: of the texts in parts, those that nobody looked at in this turn
    /// or the one before may go once there are many.
    pub fn end_turn(&self) {
        self.packed.iter().for_each(|packed| packed.end_turn());
    }

    /// Whether a part of the texts can't be had.
    pub fn is_lost(&self, part: u32) -> bool {
        self.packed.as_ref().is_some_and(|packed| packed.is_lost(part))
    }

    /// Whether a text can't be had.
    pub fn is_failed(&self, row: usize) -> bool {
        let slot = self.rows.get(row).zip(self.packed.as_ref());
        slot.is_some_and(|(slot, packed)| packed.is_failed(slot.at))
    }

    /// What is known of an article whose text isn't here.
    pub fn headline(&self, row: usize) -> Option<Headline> {
        self.packed.as_ref()?.headline(self.rows.get(row)?.at)
    }

    /// An article's id of links, whether its text is here or not.
    pub fn id(&self, row: usize) -> &str {
        match (self.rows.get(row), &self.packed) {
            (Some(slot), Some(packed)) if slot.at != NOWHERE => packed.id(slot.at),
            (Some(slot), _) => slot.read.get().map_or("", |document| &document.article.id),
            _ => "",
        }
    }

    /// All articles in order: reads them all, so nothing that follows a key may walk here. In place of those whose text
    /// isn't here stand empty ones: who made something of them looks at [`Documents::missed`].
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
        self.shared(row, For::Answer)?;
        let slot = self.rows.get_mut(row)?;
        slot.at = NOWHERE;
        slot.read.get_mut().map(Arc::make_mut)
    }

    /// Puts an article behind the others.
    pub(super) fn push(&mut self, document: Arc<Document>) {
        self.rows.push(Slot::of(document));
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

/// What stands for an article whose text isn't here.
static AWAY: LazyLock<Document> = LazyLock::new(|| unreadable(""));

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
        let row = self.rows.next()?;
        Some(self.documents.there(row))
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
