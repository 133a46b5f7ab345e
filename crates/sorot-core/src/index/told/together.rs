//! Who is named together in a sentence of the story?

use super::Source;
use crate::annotate::{ActorId, Document};
use crate::corpus::{Change, DocId, Row};
use crate::sort;
use serde::{Deserialize, Serialize};

/// The sentences that name at least two actors, article by article.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Together {
    /// Article → sentences, as offsets into `sentences`.
    offsets: Vec<u32>,
    /// The sentence's number in its article.
    sentences: Vec<u32>,
    /// Sentence → actors, as offsets into `actors`.
    actor_offsets: Vec<u32>,
    actors: Vec<ActorId>,
}

impl Together {
    /// That of a corpus that came of one with these.
    pub(super) fn altered(&self, source: Source) -> Together {
        let mut told = Together { offsets: vec![0], actor_offsets: vec![0], ..Together::default() };
        for row in source.altered.rows(source.corpus, Change::Told) {
            match row {
                Row::Same(was) => {
                    self.of_doc(DocId(was)).for_each(|(number, actors)| told.push(number, actors))
                }
                Row::New(document) => told.read(document),
            }
            told.offsets.push(told.sentences.len() as u32);
        }
        told
    }

    fn read(&mut self, document: &Document) {
        let mut here: Vec<ActorId> = Vec::new();
        let mut mentions = document.mentions.iter().peekable();
        for (number, sentence) in (0..).zip(&document.structure.sentences) {
            here.clear();
            while let Some(mention) = mentions.next_if(|m| m.span.end <= sentence.span.end) {
                if mention.span.start >= sentence.span.start {
                    here.push(mention.actor);
                }
            }
            sort::numbers(&mut here);
            here.dedup();
            if here.len() > 1 {
                self.push(number, &here);
            }
        }
    }

    fn push(&mut self, number: u32, actors: &[ActorId]) {
        self.actors.extend_from_slice(actors);
        self.actor_offsets.push(self.actors.len() as u32);
        self.sentences.push(number);
    }

    /// The sentences of an article: number and actors, each once, sorted.
    pub fn of_doc(&self, doc: DocId) -> impl Iterator<Item = (u32, &[ActorId])> {
        let (from, to) = match (self.offsets.get(doc.index()), self.offsets.get(doc.index() + 1)) {
            (Some(&from), Some(&to)) => (from as usize, to as usize),
            _ => (0, 0),
        };
        (from..to).filter_map(|at| {
            Some((*self.sentences.get(at)?, super::super::slice(&self.actor_offsets, &self.actors, at)))
        })
    }
}
