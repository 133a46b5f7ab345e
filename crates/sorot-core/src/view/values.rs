//! The publishers and languages to choose from, where the bundle has more than one.

use crate::calendar::Lang;
use crate::index::Index;
use crate::query::Query;
use crate::search::Hits;
use crate::sort;

/// What else there is to choose. A list of one value is left out: it would choose nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Values {
    /// Publishers, the most frequent first, then by name.
    pub sources: Vec<ValueFacet<String>>,
    /// Languages, in the order of [`Lang`].
    pub langs: Vec<ValueFacet<Lang>>,
}

/// One value to choose; several of a kind are alternatives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueFacet<T> {
    /// Which.
    pub value: T,
    /// Articles that stand, or would come in by it.
    pub selected: u32,
    /// Articles of the whole set.
    pub total: u32,
    /// Whether it is asked for.
    pub on: bool,
}

/// `all` are the hits of a query that asks for everything.
pub(super) fn values(index: &Index, all: &Hits, hits: &Hits, query: &Query) -> Values {
    let at = |counts: &[u32], n: usize| counts.get(n).copied().unwrap_or(0);
    let mut sources: Vec<ValueFacet<String>> = index
        .source_names()
        .iter()
        .enumerate()
        .map(|(n, name)| ValueFacet {
            value: name.clone(),
            selected: at(&hits.source_counts, n),
            total: at(&all.source_counts, n),
            on: query.asks_for_source(name),
        })
        .collect();
    sort::by_key(&mut sources, |facet| std::cmp::Reverse(facet.total));
    let langs = [Lang::Id, Lang::En].into_iter().map(|lang| ValueFacet {
        value: lang,
        selected: at(&hits.lang_counts, lang as usize),
        total: at(&all.lang_counts, lang as usize),
        on: query.langs().any(|l| l == lang),
    });
    let langs: Vec<_> = langs.filter(|facet| facet.total > 0).collect();
    Values {
        sources: if sources.len() > 1 { sources } else { Vec::new() },
        langs: if langs.len() > 1 { langs } else { Vec::new() },
    }
}
