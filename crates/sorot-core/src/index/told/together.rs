//! Who is named together in a sentence of the story?

use crate::annotate::ActorId;
use crate::corpus::{Corpus, DocId};
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
    /// Reads it off a corpus.
    pub(super) fn of(corpus: &Corpus) -> Together {
        let mut told = Together { offsets: vec![0], actor_offsets: vec![0], ..Together::default() };
        let mut here: Vec<ActorId> = Vec::new();
        for document in corpus.documents() {
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
                    told.actors.extend_from_slice(&here);
                    told.actor_offsets.push(told.actors.len() as u32);
                    told.sentences.push(number);
                }
            }
            told.offsets.push(told.sentences.len() as u32);
        }
        told
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
