//! A corpus on its way to being corrected: documents are copied where they change, and only there.

use super::{Place, nothing_there};
use crate::annotate::{Actor, ActorId, ActorKind, Document, Surface};
use crate::article::slug;
use crate::corpus::{Corpus, Documents};
use crate::sort;
use crate::text::Span;
use crate::why::{Rule, Why};
use std::collections::BTreeMap;

/// The corpus as corrected so far.
pub(super) struct Draft<'a> {
    source: &'a Corpus,
    pub documents: Documents,
    pub actors: Vec<Actor>,
    /// The slugs of actors that were merged away → where they went.
    moved: BTreeMap<String, ActorId>,
    /// Actors whose spellings want counting again.
    recount: Vec<ActorId>,
}

impl<'a> Draft<'a> {
    pub fn of(source: &'a Corpus) -> Draft<'a> {
        Draft {
            source,
            documents: source.documents().clone(),
            actors: source.actors().to_vec(),
            moved: source.moved().clone(),
            recount: Vec::new(),
        }
    }

    /// The corrected corpus.
    pub fn corpus(mut self) -> Corpus {
        self.count_spellings();
        self.source.corrected(self.documents, self.actors, self.moved)
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

    /// The document with this id, to be changed.
    pub fn document(&mut self, id: &str) -> Result<&mut Document, Why> {
        let found = self.documents.find(id);
        found
            .and_then(|doc| self.documents.get_mut(doc.index()))
            .ok_or_else(|| Why::new(Rule::CorrectNoArticle, [id.into()]))
    }

    /// The document of a place, and the place as a span: only where the words still stand there.
    pub fn at(&mut self, at: &Place) -> Result<(&mut Document, Span), Why> {
        let document = self.document(&at.article)?;
        let body = &document.article.body;
        let start = byte_of(body, at.start).ok_or_else(|| nothing_there(at))?;
        let span = Span::new(start, start + at.text.len());
        if at.text.is_empty() || span.of(body) != at.text {
            return Err(nothing_there(at));
        }
        Ok((document, span))
    }

    /// Changes every document that `names` says yes to.
    pub fn each(&mut self, names: impl Fn(&Document) -> bool, change: impl Fn(&mut Document)) {
        for row in 0..self.documents.len() {
            if self.documents.get(row).is_some_and(&names)
                && let Some(document) = self.documents.get_mut(row)
            {
                change(document);
            }
        }
    }

    /// Counts the spellings of touched actors again: their reasons stay, new ones come with the
    /// mention's own.
    fn count_spellings(&mut self) {
        let mut touched = std::mem::take(&mut self.recount);
        sort::numbers(&mut touched);
        touched.dedup();
        let mut named: Vec<(ActorId, &str, &[Why])> = Vec::new();
        for document in &self.documents {
            let body = document.article.body.as_str();
            let counted = document.mentions.iter().filter(|m| touched.binary_search(&m.actor).is_ok());
            named.extend(counted.map(|m| (m.actor, m.span.of(body), m.why.as_slice())));
        }
        // Of the mentions of one spelling the first stays the first.
        sort::by(&mut named, |a, b| a.0.cmp(&b.0).then_with(|| a.1.cmp(b.1)));
        let mut surfaces: Vec<(ActorId, Surface)> = Vec::new();
        for same in named.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
            let Some(&(id, text, why)) = same.first() else { continue };
            let before = self.actors.get(id.index()).and_then(|a| a.surfaces.iter().find(|s| s.text == text));
            // The last reason of a mention is the one that tied it to its actor.
            let tied = why.last().filter(|w| w.rule.is_readers()).cloned();
            let why = tied.map_or_else(|| before.map_or_else(Vec::new, |s| s.why.clone()), |w| vec![w]);
            surfaces.push((id, Surface { text: text.to_string(), count: same.len() as u32, why }));
        }
        for &id in &touched {
            if let Some(actor) = self.actors.get_mut(id.index()) {
                actor.surfaces.clear();
            }
        }
        for (id, surface) in surfaces {
            if let Some(actor) = self.actors.get_mut(id.index()) {
                actor.surfaces.push(surface);
            }
        }
        for id in touched {
            if let Some(actor) = self.actors.get_mut(id.index()) {
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
