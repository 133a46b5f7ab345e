//! The actors to choose from, by kind, with their counts.

use crate::annotate::{ActorId, ActorKind};
use crate::corpus::Corpus;
use crate::index::Index;
use crate::query::Query;
use crate::search::Hits;

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
    /// In links.
    pub slug: String,
    /// The canonical name.
    pub name: String,
    /// The other spellings, each once.
    pub aliases: Vec<String>,
    /// Articles that would stand if it were asked for too, or would come in by it in any-of.
    pub selected: u32,
    /// Articles of the whole set that name it.
    pub total: u32,
    /// Whether it is asked for.
    pub on: bool,
    /// Whether it must not be named.
    pub excluded: bool,
}

pub(super) fn groups(corpus: &Corpus, index: &Index, hits: &Hits, query: &Query) -> Vec<FacetGroup> {
    ActorKind::ALL
        .into_iter()
        .map(|kind| {
            let mut facets: Vec<Facet> = (0..)
                .map(ActorId)
                .zip(corpus.actors())
                .filter(|(_, actor)| actor.kind == kind)
                .map(|(id, actor)| Facet {
                    slug: actor.slug.clone(),
                    name: actor.name.clone(),
                    aliases: actor
                        .surfaces
                        .iter()
                        .map(|s| s.text.clone())
                        .filter(|text| *text != actor.name)
                        .collect(),
                    selected: hits.actor_counts.get(id.index()).copied().unwrap_or(0),
                    total: index.postings(id).len() as u32,
                    on: query.asks_for(&actor.slug),
                    excluded: query.excludes(&actor.slug),
                })
                .filter(|facet| facet.total > 0)
                .collect();
            facets.sort_by(|a, b| b.total.cmp(&a.total).then_with(|| a.name.cmp(&b.name)));
            FacetGroup { kind, facets }
        })
        .filter(|group| !group.facets.is_empty())
        .collect()
}
