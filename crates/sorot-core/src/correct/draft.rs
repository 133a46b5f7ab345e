//! A corpus on its way to being corrected: documents are read and copied where they change, and only there.

use super::{Place, nothing_there};
use crate::annotate::{Actor, ActorId, ActorKind, Document, Surface};
use crate::article::slug;
use crate::corpus::{Altered, Change, Corpus, DocId, Documents};
use crate::index::Index;
use crate::sort;
use crate::text::Span;
use crate::why::{Rule, Why};
use std::collections::BTreeMap;

/// The corpus as corrected so far.
pub(super) struct Draft<'a> {
    source: &'a Corpus,
    index: &'a Index,
    documents: Documents,
    /// What changed in each.
    changes: Vec<Change>,
    pub actors: Vec<Actor>,
    /// The slugs of actors that were merged away → where they went.
    moved: BTreeMap<String, ActorId>,
    /// Actors whose spellings want counting again.
    recount: Vec<ActorId>,
    /// Whom the articles named that changed since, mention by mention, and how.
    named: Vec<(ActorId, String)>,
}

impl<'a> Draft<'a> {
    pub fn of(source: &'a Corpus, index: &'a Index) -> Draft<'a> {
        Draft {
            source,
            index,
            documents: source.documents().clone(),
            changes: vec![Change::None; source.documents().len()],
            actors: source.actors().to_vec(),
            moved: source.moved().clone(),
            recount: Vec::new(),
            named: Vec::new(),
        }
    }

    /// The corrected corpus, and how it came of the one before.
    pub fn corpus(mut self) -> (Corpus, Altered) {
        self.count_spellings();
        self.source.corrected(self.documents, self.actors, self.moved, &self.changes)
    }

    /// The articles that may rest on `actor`: those that did, and those that changed.
    pub fn resting(&self, actor: ActorId) -> Vec<u32> {
        let mut rows = self.index.rows_of(actor).to_vec();
        rows.extend(self.index.beside(actor));
        self.with_changed(rows)
    }

    /// The articles whose story may hold `text`: those that hold its words, and those that changed.
    pub fn holding(&self, text: &str) -> Vec<u32> {
        self.with_changed(self.index.terms().holding(self.source.lexicon(), text))
    }

    fn with_changed(&self, mut rows: Vec<u32>) -> Vec<u32> {
        rows.extend((0..).zip(&self.changes).filter(|(_, c)| **c > Change::None).map(|(row, _)| row));
        sort::numbers(&mut rows);
        rows.dedup();
        rows
    }

    pub fn read(&self, row: u32) -> Option<&Document> {
        self.documents.seek(row as usize)
    }

    /// The actor with this slug, or the one it was merged into.
    pub fn actor(&self, slug: &str) -> Result<ActorId, Why> {
        if let Some(&id) = self.moved.get(slug) {
            return Ok(id);
        }
        let at = self.actors.iter().position(|a| a.slug == slug);
        at.map(id_at).ok_or_else(|| Why::new(Rule::CorrectNoActor, [slug.into()]))
    }

    pub fn actors(&self, slugs: &[String]) -> Result<Vec<ActorId>, Why> {
        let mut ids = slugs.iter().map(|slug| self.actor(slug)).collect::<Result<Vec<_>, _>>()?;
        sort::numbers(&mut ids);
        ids.dedup();
        Ok(ids)
    }

    pub fn get(&self, id: ActorId) -> Option<&Actor> {
        self.actors.get(id.index())
    }

    pub fn name(&self, id: ActorId) -> &str {
        self.get(id).map_or("", |a| &a.name)
    }

    /// A new actor named `name`, with a slug that no other has.
    pub fn new_actor(&mut self, name: &str, kind: ActorKind) -> ActorId {
        let base = slug(name);
        let taken = |slug: &str| self.moved.contains_key(slug) || self.actors.iter().any(|a| a.slug == slug);
        let mut slug = base.clone();
        let mut next = 2;
        while taken(&slug) {
            slug = format!("{base}-{next}");
            next += 1;
        }
        self.actors.push(Actor {
            slug,
            name: name.to_string(),
            kind,
            surfaces: vec![],
            roles: vec![],
            state: None,
        });
        id_at(self.actors.len() - 1)
    }

    /// From now on `from`'s slug leads to `to`.
    pub fn redirect(&mut self, from: ActorId, to: ActorId) {
        let Some(slug) = self.get(from).map(|a| a.slug.clone()) else { return };
        self.moved.values_mut().filter(|id| **id == from).for_each(|id| *id = to);
        for actor in self.actors.iter_mut().filter(|a| a.state == Some(from)) {
            actor.state = Some(to);
        }
        self.moved.insert(slug, to);
    }

    pub fn touch(&mut self, actors: impl IntoIterator<Item = ActorId>) {
        self.recount.extend(actors);
    }

    /// The document with this id, to be changed by `change` at most.
    pub fn document(&mut self, id: &str, change: Change) -> Result<&mut Document, Why> {
        let found = self.documents.find(id);
        found
            .and_then(|doc| self.change(doc, change))
            .ok_or_else(|| Why::new(Rule::CorrectNoArticle, [id.into()]))
    }

    fn change(&mut self, doc: DocId, change: Change) -> Option<&mut Document> {
        let so_far = self.changes.get_mut(doc.index())?;
        if *so_far < Change::Told && change >= Change::Told {
            let document = self.documents.seek(doc.index())?;
            let body = document.article.body.as_str();
            self.named.extend(document.mentions.iter().map(|m| (m.actor, m.span.of(body).to_string())));
        }
        *so_far = change.max(*so_far);
        self.documents.get_mut(doc.index())
    }

    /// The document of a place, and the place as a span: only where the words still stand there.
    pub fn at(&mut self, at: &Place, change: Change) -> Result<(&mut Document, Span), Why> {
        let document = self.document(&at.article, change)?;
        let body = &document.article.body;
        let start = byte_of(body, at.start).ok_or_else(|| nothing_there(at))?;
        let span = Span::new(start, start + at.text.len());
        if at.text.is_empty() || span.of(body) != at.text {
            return Err(nothing_there(at));
        }
        Ok((document, span))
    }

    /// Changes every document of `rows` that `names` says yes to.
    pub fn each(
        &mut self,
        rows: &[u32],
        change: Change,
        names: &dyn Fn(&Document) -> bool,
        alter: &dyn Fn(&mut Document),
    ) {
        for &row in rows {
            if self.read(row).is_some_and(names)
                && let Some(document) = self.change(DocId(row), change)
            {
                alter(document);
            }
        }
    }

    /// Counts the spellings of touched actors again, by the articles that changed. The reasons of a spelling stay; one that
    /// is new has its first mention's own.
    fn count_spellings(&mut self) {
        let mut touched = std::mem::take(&mut self.recount);
        sort::numbers(&mut touched);
        touched.dedup();
        let before = self.named.iter().map(|(actor, text)| (*actor, text.as_str(), -1, None));
        let mut named: Vec<(ActorId, &str, i32, Option<&Why>)> = before.collect();
        for (row, _) in (0..).zip(&self.changes).filter(|(_, change)| **change >= Change::Told) {
            let Some(document) = self.documents.get(row) else { continue };
            let body = document.article.body.as_str();
            named.extend(document.mentions.iter().map(|m| (m.actor, m.span.of(body), 1, m.why.last())));
        }
        named.retain(|n| touched.binary_search(&n.0).is_ok());
        sort::by(&mut named, |a, b| a.0.cmp(&b.0).then_with(|| a.1.cmp(b.1)));
        for same in named.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
            let Some(&(id, text, ..)) = same.first() else { continue };
            let Some(actor) = self.actors.get_mut(id.index()) else { continue };
            let more: i32 = same.iter().map(|n| n.2).sum();
            match actor.surfaces.iter_mut().find(|s| s.text == text) {
                Some(surface) => surface.count = surface.count.saturating_add_signed(more),
                None => {
                    // The last reason of a mention is the one that tied it to its actor.
                    let tied =
                        same.iter().find(|n| n.2 > 0).and_then(|n| n.3).filter(|w| w.rule.is_readers());
                    let count = more.unsigned_abs();
                    actor.surfaces.push(Surface {
                        text: text.to_string(),
                        count,
                        why: tied.into_iter().cloned().collect(),
                    });
                }
            }
        }
        for id in touched {
            if let Some(actor) = self.actors.get_mut(id.index()) {
                actor.surfaces.retain(|s| s.count > 0);
                sort::by(&mut actor.surfaces, |a, b| b.count.cmp(&a.count).then_with(|| a.text.cmp(&b.text)));
            }
        }
    }
}

fn id_at(index: usize) -> ActorId {
    ActorId(u32::try_from(index).unwrap_or(u32::MAX))
}

fn byte_of(body: &str, scalar: u32) -> Option<usize> {
    let mut starts = body.char_indices().map(|(byte, _)| byte).chain([body.len()]);
    starts.nth(scalar as usize)
}
