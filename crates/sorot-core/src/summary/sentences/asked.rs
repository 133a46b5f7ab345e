//! What does the reader ask for, as the candidates know it?

use crate::annotate::{ActorId, Document};
use crate::corpus::{Corpus, DocId, Lexicon, StemId};
use crate::index::Index;
use crate::salience::features::FULL;
use crate::salience::weights::WEIGHTS;
use crate::search::Words;
use crate::sort;
use crate::text::{Span, overlapping};
use sorot_rows::{Bits, Lists};

/// What the summary shall be about.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// Actors.
    pub actors: &'a [ActorId],
    /// Words and phrases.
    pub words: &'a Words,
}

/// The same in the table's terms.
#[derive(Debug, Default)]
pub(super) struct Wanted<'a> {
    text: Option<&'a Words>,
    /// The numbers of the actors, sorted.
    actors: Vec<u32>,
    /// Per word or phrase, per word of it: the stems that stand for it, sorted.
    words: Vec<Vec<Vec<StemId>>>,
}

impl<'a> Wanted<'a> {
    pub fn of(asked: &Asked<'a>, lexicon: &Lexicon) -> Wanted<'a> {
        let mut actors: Vec<u32> = asked.actors.iter().map(|a| a.0).collect();
        sort::numbers(&mut actors);
        actors.dedup();
        Wanted { text: Some(asked.words), actors, words: asked.words.stems(lexicon) }
    }

    /// How many things are asked for.
    pub fn count(&self) -> usize {
        self.actors.len() + self.words.len()
    }

    /// Those of `which` that may name one of them.
    pub fn candidates(&self, corpus: &Corpus, which: &[u32]) -> Vec<u32> {
        let table = corpus.salient();
        let find = |lists: Lists, all: usize, numbers: &[u32]| {
            let mut wanted = Bits::none(all as u32);
            numbers.iter().for_each(|&number| wanted.insert(number));
            lists.holding(which, &wanted)
        };
        let stems: Vec<u32> = self.words.iter().flatten().flatten().map(|stem| stem.0).collect();
        let mut found = Vec::new();
        if !self.actors.is_empty() {
            found = find(table.all_actors(), corpus.actors().len(), &self.actors);
        }
        if !stems.is_empty() {
            found.append(&mut find(table.all_stems(), corpus.lexicon().stem_count(), &stems));
        }
        sort::numbers(&mut found);
        found.dedup();
        found
    }

    /// Whether an article names one of the actors; of words the index isn't asked.
    pub fn may_be_in(&self, index: &Index, doc: DocId) -> bool {
        !self.words.is_empty() || self.actors.iter().any(|a| index.numbers_of(doc).contains(a))
    }

    /// Whether a sentence may name one of them: of words its stems tell, once they are read.
    pub fn may_be_told(&self, document: &Document, sentence: Span) -> bool {
        let mut inside = overlapping(&document.mentions, |m| m.span, sentence).iter();
        self.has_words() || inside.any(|m| self.actors.contains(&m.actor.0))
    }

    /// How many of them a sentence names, as far as its stems tell: the words of a phrase may stand apart.
    pub fn named(&self, stems: &[u32], actors: &[u32]) -> usize {
        let word = |forms: &Vec<StemId>| forms.iter().any(|f| stems.binary_search(&f.0).is_ok());
        let people = self.actors.iter().filter(|a| actors.binary_search(a).is_ok()).count();
        people + self.words.iter().filter(|parts| parts.iter().all(word)).count()
    }

    /// What naming so many of them is worth.
    pub fn worth(&self, named: usize) -> i32 {
        let share = named as i32 * FULL / self.count().max(1) as i32;
        WEIGHTS.selection.asked * share / FULL
    }

    /// How many of them the article's sentence names, by its words.
    pub fn named_in(&self, corpus: &Corpus, document: &Document, sentence: u32) -> usize {
        let Some(span) = document.structure.sentences.get(sentence as usize).map(|s| s.span) else {
            return 0;
        };
        let inside = document.mentions.iter().filter(|m| span.contains(m.span));
        let inside: Vec<u32> = inside.map(|m| m.actor.0).collect();
        let people = self.actors.iter().filter(|a| inside.contains(a)).count();
        let hits =
            self.text.map_or(Vec::new(), |text| text.hits(corpus.lexicon(), &document.article.body, span));
        people + (0..self.words.len()).filter(|n| hits.iter().any(|h| h.1 == *n)).count()
    }

    /// Whether words are asked for.
    pub fn has_words(&self) -> bool {
        !self.words.is_empty()
    }
}
