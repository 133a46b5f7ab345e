//! What does the reader ask for, as the candidates know it?

use crate::annotate::{ActorId, Document};
use crate::corpus::{Corpus, Lexicon, StemId};
use crate::search::Words;
use crate::sort;

/// What the summary shall be about.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// Actors.
    pub actors: &'a [ActorId],
    /// Words and phrases.
    pub words: &'a Words,
}

/// The same in the table's terms.
#[derive(Debug)]
pub(super) struct Wanted<'a> {
    text: &'a Words,
    actors: Vec<ActorId>,
    /// Per word or phrase, per word of it: the stems that stand for it, sorted.
    words: Vec<Vec<Vec<StemId>>>,
}

impl<'a> Wanted<'a> {
    pub fn of(asked: &Asked<'a>, lexicon: &Lexicon) -> Wanted<'a> {
        let mut actors = asked.actors.to_vec();
        sort::numbers(&mut actors);
        actors.dedup();
        Wanted { text: asked.words, actors, words: asked.words.stems(lexicon) }
    }

    /// How many things are asked for.
    pub fn count(&self) -> usize {
        self.actors.len() + self.words.len()
    }

    /// How many of them a sentence names, as far as its stems tell: the words of a phrase may stand apart.
    pub fn named(&self, stems: &[u32], actors: &[ActorId]) -> usize {
        let word = |forms: &Vec<StemId>| forms.iter().any(|f| stems.binary_search(&f.0).is_ok());
        let people = self.actors.iter().filter(|a| actors.binary_search(a).is_ok()).count();
        people + self.words.iter().filter(|parts| parts.iter().all(word)).count()
    }

    /// How many of them the article's sentence names, by its words.
    pub fn named_in(&self, corpus: &Corpus, document: &Document, sentence: u32) -> usize {
        let Some(span) = document.structure.sentences.get(sentence as usize).map(|s| s.span) else {
            return 0;
        };
        let inside = document.mentions.iter().filter(|m| span.contains(m.span));
        let inside: Vec<ActorId> = inside.map(|m| m.actor).collect();
        let people = self.actors.iter().filter(|a| inside.contains(a)).count();
        let hits = self.text.hits(corpus.lexicon(), &document.article.body, span);
        people + (0..self.words.len()).filter(|n| hits.iter().any(|h| h.1 == *n)).count()
    }

    /// Whether words are asked for.
    pub fn has_words(&self) -> bool {
        !self.words.is_empty()
    }
}
