//! Who stands in each article, where it comes from, in which language, and its days: read, or copied from the index
//! before.

use super::{Index, SourceId, days, slice};
use crate::annotate::ActorId;
use crate::calendar::Lang;
use crate::corpus::{Altered, Change, Corpus, DocId, Row};
use crate::sort;
use sorot_rows::Bits;

impl Index {
    /// The index without what its words and tellings need.
    pub(super) fn of_rows(corpus: &Corpus) -> Index {
        Index::default().altered_rows(corpus, &Altered::anew(corpus.documents().len()))
    }

    pub(super) fn altered_rows(&self, corpus: &Corpus, altered: &Altered) -> Index {
        let rows = || altered.rows(corpus, Change::Shown);
        let new = rows().filter_map(|row| match row {
            Row::New(document) => document.article.source.as_deref(),
            Row::Same(_) => None,
        });
        let mut names: Vec<&str> = new.collect();
        names.extend(self.source_names.iter().map(String::as_str));
        sort::by(&mut names, Ord::cmp);
        names.dedup();
        let source = |name: &str| names.binary_search(&name).ok().map(|at| SourceId(at as u32));
        let sources: Vec<_> = self.source_names.iter().map(|name| source(name)).collect();
        let actors = corpus.actors().len();
        let mut maker = Maker::new(actors);
        for row in rows() {
            match row {
                Row::Same(was) => {
                    let was = DocId(was);
                    maker.days.copy(&self.days, was);
                    let source = self.source(was).and_then(|s| *sources.get(s.0 as usize)?);
                    maker.push(self.numbers_of(was), source, self.lang(was));
                    maker.beside(slice(&self.beside_offsets, &self.beside, was.index()));
                }
                Row::New(document) => {
                    maker.days.push(&days::of(document));
                    let named = each_once(document.mentions.iter().map(|m| m.actor));
                    let source = document.article.source.as_deref().and_then(source);
                    let numbers: Vec<u32> = named.iter().map(|actor| actor.0).collect();
                    maker.push(&numbers, source, document.structure.language);
                    let mut beside = each_once(document.everyone());
                    beside.retain(|actor| named.binary_search(actor).is_err());
                    maker.beside(&beside);
                }
            }
        }
        let names = names.into_iter().map(String::from).collect();
        maker.index(names)
    }

    /// Indexes rows that come by day, undated ones last, with actors below `actors`.
    #[cfg(test)]
    pub fn new<'a>(rows: impl Iterator<Item = super::Entry<'a>>, actors: usize) -> Index {
        let mut maker = Maker::new(actors);
        for row in rows {
            maker.days.push(&row.days);
            let numbers: Vec<u32> = row.actors.iter().map(|actor| actor.0).collect();
            maker.push(&numbers, row.source, row.lang);
            maker.beside(&[]);
        }
        maker.index(Vec::new())
    }
}

/// An index on its way, row by row.
struct Maker {
    index: Index,
    actors: usize,
    days: days::Builder,
    english: Vec<u32>,
}

impl Maker {
    fn new(actors: usize) -> Maker {
        let start = || vec![0];
        let index = Index { row_offsets: start(), beside_offsets: start(), ..Index::default() };
        Maker { index, actors, days: days::Builder::new(), english: Vec::new() }
    }

    fn push(&mut self, actors: &[u32], source: Option<SourceId>, lang: Lang) {
        let Maker { index, actors: below, english, .. } = self;
        index.row_actors.extend(actors.iter().filter(|a| (**a as usize) < *below));
        index.row_offsets.push(index.row_actors.len() as u32);
        index.sources.push(source.map_or(0, |source| source.0 + 1));
        if lang == Lang::En {
            english.push(index.rows);
        }
        index.rows += 1;
    }

    fn beside(&mut self, actors: &[ActorId]) {
        self.index.beside.extend_from_slice(actors);
        self.index.beside_offsets.push(self.index.beside.len() as u32);
    }

    fn index(self, names: Vec<String>) -> Index {
        let Maker { mut index, actors, days, english } = self;
        index.days = days.build();
        index.english = Bits::none(index.rows);
        index.english.extend(&english);
        index.counted(actors).with_sources(names)
    }
}

fn each_once(actors: impl Iterator<Item = ActorId>) -> Vec<ActorId> {
    let mut actors: Vec<ActorId> = actors.collect();
    sort::numbers(&mut actors);
    actors.dedup();
    actors
}
