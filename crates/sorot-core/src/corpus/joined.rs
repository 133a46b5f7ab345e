//! A bundle with articles added behind it: those of a second, small pack, which were read and settled by themselves.
//!
//! Nothing of the first bundle is read or settled again. Who is named in both is one where a spelling says so: an actor of
//! the second joins the one of its kind that owns its name in the first, else the only one that owns any of its spellings.

use super::lexicon::WordList;
use super::{Altered, Change, Corpus, Lexicon, StemId, TermId};
use crate::annotate::{Actor, ActorId, Document};
use crate::sort;
use std::sync::Arc;

impl Corpus {
    /// This bundle and the articles of `more`, under a title, and how it came of this one: its articles keep what was read
    /// in them, its actors and words keep what they are.
    pub fn joined(&self, more: &Corpus, title: &str) -> (Corpus, Altered) {
        let mut actors = self.actors.clone();
        let whose = join_actors(&mut actors, &more.actors);
        let lexicon = Arc::new(self.lexicon.joined(&more.lexicon));
        let mut documents = self.documents.clone();
        let mut taken: Vec<String> = Vec::new();
        for document in more.documents() {
            let mut document = document.clone();
            document.everyone_mut(&|actor| {
                *actor = whose.get(actor.index()).copied().unwrap_or(*actor);
            });
            // Two that were apart may be one now.
            let Document { quotes, contacts, aside, .. } = &mut document;
            quotes.iter_mut().chain(&mut aside.quotes).for_each(|q| each_once(&mut q.speakers));
            for contacts in [contacts, &mut aside.contacts] {
                contacts.iter_mut().flat_map(|c| [&mut c.a, &mut c.b]).for_each(each_once);
                contacts.retain(|c| c.a != c.b);
            }
            let base = std::mem::take(&mut document.article.id);
            let mut id = base.clone();
            let mut next = 2;
            while self.document_by_id(&id).is_some() || taken.contains(&id) {
                id = format!("{base}-{next}");
                next += 1;
            }
            taken.push(id.clone());
            document.article.id = id;
            documents.push(Arc::new(document));
        }
        let known = self.documents.len();
        let before = documents.sort();
        let altered = Altered {
            was: before.iter().map(|&row| Some(row).filter(|row| (*row as usize) < known)).collect(),
            change: before
                .iter()
                .map(|&row| if (row as usize) < known { Change::None } else { Change::Words })
                .collect(),
        };
        let mut corpus = Corpus {
            title: title.to_string(),
            identity: (self.identity ^ more.identity.rotate_left(32)).wrapping_mul(0x0100_0000_01b3),
            documents,
            actors,
            moved: self.moved.clone(),
            salient: Arc::default(),
            stored: None,
            lexicon,
        };
        let stems: Vec<u32> =
            self.lexicon.stems.iter().map(|stem| corpus.lexicon.stems.find(stem).unwrap_or(0)).collect();
        corpus.salient = Arc::new(
            corpus
                .salient_of(&self.salient, &altered, &|stem| stems.get(stem as usize).copied().unwrap_or(0)),
        );
        (corpus, altered)
    }
}

fn each_once(actors: &mut Vec<ActorId>) {
    for actor in std::mem::take(actors) {
        if !actors.contains(&actor) {
            actors.push(actor);
        }
    }
}

/// Adds actors of a bundle to those of another; gives back whose each of them is.
fn join_actors(actors: &mut Vec<Actor>, more: &[Actor]) -> Vec<ActorId> {
    let mut owners: Vec<(&str, u8, ActorId)> = Vec::new();
    for (id, actor) in (0..).map(ActorId).zip(&*actors) {
        let spellings = actor.surfaces.iter().map(|s| s.text.as_str()).chain([actor.name.as_str()]);
        owners.extend(spellings.map(|spelling| (spelling, actor.kind as u8, id)));
    }
    sort::by(&mut owners, Ord::cmp);
    owners.dedup();
    let only = |actor: &Actor, spelling: &str| {
        let sought = (spelling, actor.kind as u8);
        let from = owners.partition_point(|owner| (owner.0, owner.1) < sought);
        let mut found = owners.iter().skip(from).take_while(|owner| (owner.0, owner.1) == sought);
        found.next().filter(|_| found.next().is_none()).map(|owner| owner.2)
    };
    let owner = |actor: &Actor| {
        let any = || {
            let mut found: Vec<ActorId> =
                actor.surfaces.iter().filter_map(|s| only(actor, &s.text)).collect();
            each_once(&mut found);
            found.first().copied().filter(|_| found.len() == 1)
        };
        only(actor, &actor.name).or_else(any)
    };
    let joins: Vec<Option<ActorId>> = more.iter().map(owner).collect();
    let mut next = (actors.len() as u32..).map(ActorId);
    let whose: Vec<ActorId> =
        joins.iter().map(|own| own.or_else(|| next.next()).unwrap_or(ActorId(0))).collect();
    for (actor, own) in more.iter().zip(joins) {
        let state = actor.state.and_then(|state| whose.get(state.index()).copied());
        let Some(known) = own.and_then(|own| actors.get_mut(own.index())) else {
            let mut slug = actor.slug.clone();
            let mut next = 2;
            while actors.iter().any(|a| a.slug == slug) {
                slug = format!("{}-{next}", actor.slug);
                next += 1;
            }
            actors.push(Actor { slug, state, ..actor.clone() });
            continue;
        };
        for surface in &actor.surfaces {
            match known.surfaces.iter_mut().find(|s| s.text == surface.text) {
                Some(same) => same.count += surface.count,
                None => known.surfaces.push(surface.clone()),
            }
        }
        sort::by(&mut known.surfaces, |a, b| b.count.cmp(&a.count).then_with(|| a.text.cmp(&b.text)));
        known.roles.extend(actor.roles.iter().cloned());
        sort::by(&mut known.roles, Ord::cmp);
        known.roles.dedup();
        known.state = known.state.or(state);
    }
    whose
}

impl Lexicon {
    /// The words of both; a word of both keeps the stem that it has here.
    fn joined(&self, more: &Lexicon) -> Lexicon {
        let words = both(self.terms(), more.terms());
        let stems = both(self.stems.iter(), more.stems.iter());
        let (mut stem_of, mut function) = (Vec::new(), Vec::new());
        for (at, word) in (0..).map(TermId).zip(&words) {
            let known = self.term(word).map(|term| (self, term));
            let Some((lexicon, term)) = known.or_else(|| Some((more, more.term(word)?))) else { continue };
            let stem = lexicon.stem_of(term).map_or("", |stem| lexicon.stem(stem));
            stem_of.push(StemId(stems.binary_search(&stem).unwrap_or_default() as u32));
            if lexicon.function.binary_search(&term).is_ok() {
                function.push(at);
            }
        }
        Lexicon {
            stem_of,
            function,
            terms: WordList::of(words.into_iter()),
            stems: WordList::of(stems.into_iter()),
        }
    }
}

/// The words of two sorted lists, each once.
fn both<'a>(one: impl Iterator<Item = &'a str>, other: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut words: Vec<&str> = one.chain(other).collect();
    sort::by(&mut words, Ord::cmp);
    words.dedup();
    words
}
