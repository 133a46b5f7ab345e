//! The actors to choose from, by kind, with their counts.

use crate::annotate::{Actor, ActorId, ActorKind};
use crate::corpus::Corpus;
use crate::index::Index;
use crate::query::Query;
use crate::search::Hits;
use crate::sort;
use std::rc::Rc;

/// The actors of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetGroup {
    /// Which.
    pub kind: ActorKind,
    /// The most named first: by articles in the whole set, then by name.
    pub facets: Vec<Facet>,
}

/// One actor to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facet {
    /// Who: shared by all pages of a bundle.
    pub actor: Rc<FacetActor>,
    /// Articles that would stand if it were asked for too, or would come in by it in any-of.
    pub selected: u32,
    /// Whether it is asked for.
    pub on: bool,
    /// Whether it must not be named.
    pub excluded: bool,
}

/// An actor as the list of actors names it, whatever is selected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetActor {
    /// In links.
    pub slug: String,
    /// The canonical name.
    pub name: String,
    /// The other spellings, each once.
    pub aliases: Vec<String>,
    /// Articles of the whole set that name it.
    pub total: u32,
}

impl FacetActor {
    fn of(actor: &Actor, total: u32) -> FacetActor {
        let spellings = actor.surfaces.iter().map(|s| s.text.clone());
        FacetActor {
            slug: actor.slug.clone(),
            name: actor.name.clone(),
            aliases: spellings.filter(|text| *text != actor.name).collect(),
            total,
        }
    }
}

/// The actors of one kind that some article names, the most named first.
pub(super) type Directory = Vec<(ActorKind, Vec<(ActorId, Rc<FacetActor>)>)>;

/// Who is there to choose, made once for a bundle.
pub(super) fn directory(corpus: &Corpus, index: &Index) -> Directory {
    let of_kind = |kind: ActorKind| {
        let named = (0..).map(ActorId).zip(corpus.actors()).filter(|(_, actor)| actor.kind == kind);
        let counted =
            named.map(|(id, actor)| (id, Rc::new(FacetActor::of(actor, index.postings(id).len() as u32))));
        let mut actors: Vec<_> = counted.filter(|(_, actor)| actor.total > 0).collect();
        sort::by(&mut actors, |(_, a), (_, b)| b.total.cmp(&a.total).then_with(|| a.name.cmp(&b.name)));
        actors
    };
    let groups = ActorKind::ALL.into_iter().map(|kind| (kind, of_kind(kind)));
    groups.filter(|(_, actors)| !actors.is_empty()).collect()
}

pub(super) fn groups(directory: &Directory, hits: &Hits, query: &Query) -> Vec<FacetGroup> {
    let facet = |(id, actor): &(ActorId, Rc<FacetActor>)| Facet {
        actor: actor.clone(),
        selected: hits.actor_counts.get(id.index()).copied().unwrap_or(0),
        on: query.asks_for(&actor.slug),
        excluded: query.excludes(&actor.slug),
    };
    let group = |(kind, actors): &(ActorKind, Vec<_>)| FacetGroup {
        kind: *kind,
        facets: actors.iter().map(facet).collect(),
    };
    directory.iter().map(group).collect()
}
