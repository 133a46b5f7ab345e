//! What speaks for a sentence, and what against it?

use super::weights;
use crate::annotate::{ActorId, Document};
use crate::calendar::Lang;
use crate::corpus::{Corpus, DocId};
use crate::sort;
use crate::structure::BlockKind;
use crate::text::Span;
use crate::why::{Rule, Why};
use std::collections::BTreeMap;

/// A sentence with its features, each from 0 to 1.
#[derive(Debug)]
pub(super) struct Candidate {
    pub doc: DocId,
    pub sentence: u32,
    /// Content words as numbers in the selection's vocabulary, sorted, each once.
    words: Vec<u32>,
    /// Actors named, sorted, each once.
    actors: Vec<ActorId>,
    block: u32,
    position: f32,
    centroid: f32,
    asked: f32,
    about: f32,
    date: Option<Span>,
    quote: bool,
    awkward: bool,
    dependent: bool,
}

/// Words shorter than this carry no content in either language.
const MIN_WORD: usize = 4;
/// A sentence with fewer words says too little, with more it isn't read.
const GOOD_LENGTH: std::ops::RangeInclusive<usize> = 8..=45;
/// Names told in a reason.
const NAMES_TOLD: usize = 3;

/// First words that point to another sentence.
const DEPENDENT_ID: &[&str] = &[
    "ia",
    "dia",
    "mereka",
    "itu",
    "ini",
    "hal",
    "namun",
    "tetapi",
    "tapi",
    "sebaliknya",
    "sementara",
    "selain",
    "sejak",
    "pernyataannya",
    "keempat",
    "keempatnya",
    "keduanya",
    "kedua",
    "lebih",
    "dua",
];
const DEPENDENT_EN: &[&str] =
    &["he", "she", "it", "they", "this", "that", "these", "those", "but", "however", "meanwhile", "instead"];

/// All sentences of `docs` that may stand in a summary.
pub(super) fn candidates(corpus: &Corpus, docs: &[DocId], asked: &[ActorId]) -> Vec<Candidate> {
    let mut vocabulary: BTreeMap<String, u32> = BTreeMap::new();
    // Per word: in how many sentences.
    let mut frequency: Vec<u32> = Vec::new();
    // Per actor: in how many sentences.
    let mut about = vec![0u32; corpus.actors().len()];
    let mut found = Vec::new();
    for &doc in docs {
        let Some(document) = corpus.document(doc) else { continue };
        for (number, sentence) in (0..).zip(&document.structure.sentences) {
            let is_title = document
                .structure
                .blocks
                .get(sentence.block as usize)
                .is_none_or(|b| b.kind != BlockKind::Paragraph);
            if is_title {
                continue;
            }
            let text = sentence.span.of(&document.article.body);
            let words = content_words(text, &mut vocabulary);
            frequency.resize(vocabulary.len(), 0);
            for &word in &words {
                frequency[word as usize] += 1;
            }
            let actors = actors_in(document, sentence.span);
            for actor in &actors {
                if let Some(count) = about.get_mut(actor.index()) {
                    *count += 1;
                }
            }
            let block = sentence.block - u32::from(document.structure.title().is_some()).min(sentence.block);
            found.push(Candidate {
                doc,
                sentence: number,
                words,
                asked: share(actors.iter().filter(|a| asked.contains(a)).count(), asked.len()),
                actors,
                block,
                position: 1.0 / (1.0 + block as f32),
                centroid: 0.0,
                about: 0.0,
                date: document.timexes.iter().map(|t| t.span).find(|&t| sentence.span.contains(t)),
                quote: document.quotes.iter().any(|q| sentence.span.overlaps(q.span)),
                awkward: !GOOD_LENGTH.contains(&text.split_whitespace().count()),
                dependent: is_dependent(text, document.structure.language),
            });
        }
    }
    let top = |counts: &[u32]| counts.iter().copied().max().unwrap_or(1).max(1) as f32;
    let (most_word, most_actor) = (top(&frequency), top(&about));
    for candidate in &mut found {
        let weight: f32 = candidate.words.iter().map(|&w| frequency[w as usize] as f32 / most_word).sum();
        candidate.centroid = weight / (candidate.words.len() as f32).max(8.0);
        let named = candidate.actors.iter().filter_map(|a| about.get(a.index()));
        candidate.about = (named.map(|&n| n as f32 / most_actor).sum::<f32>() / 3.0).min(1.0);
    }
    found
}

impl Candidate {
    /// Where it stands: unique.
    pub fn place(&self) -> (DocId, u32) {
        (self.doc, self.sentence)
    }

    /// The linear model, before redundancy.
    pub fn score(&self) -> f32 {
        let flag = |on: bool| f32::from(u8::from(on));
        weights::POSITION * self.position
            + weights::CENTROID * self.centroid
            + weights::ASKED * self.asked
            + weights::ACTORS * self.about
            + weights::DATE * flag(self.date.is_some())
            + weights::QUOTE * flag(self.quote)
            - weights::AWKWARD * flag(self.awkward)
            - weights::DEPENDENT * flag(self.dependent)
    }

    /// Share of content words in common with `other` (Jaccard), 0 to 1.
    pub fn likeness(&self, other: &Candidate) -> f32 {
        let both = self.words.iter().filter(|w| other.words.binary_search(w).is_ok()).count();
        share(both, self.words.len() + other.words.len() - both)
    }

    /// The reasons in words: what was asked for, where it stands, whom it names, when.
    pub fn reasons(&self, corpus: &Corpus, asked: &[ActorId]) -> Vec<Why> {
        let names = |wanted: &dyn Fn(ActorId) -> bool| {
            let names: Vec<&str> = self
                .actors
                .iter()
                .filter(|a| wanted(**a))
                .filter_map(|&a| corpus.actor(a))
                .map(|a| a.name.as_str())
                .take(NAMES_TOLD)
                .collect();
            names.join(", ")
        };
        let mut why = Vec::new();
        if self.asked > 0.0 {
            why.push(Why::new(Rule::SummaryAsked, [names(&|a| asked.contains(&a)).as_str().into()]));
        }
        why.push(match self.block {
            0 => Why::plain(Rule::SummaryLead),
            block => Why::new(Rule::SummaryPosition, [i64::from(block + 1).into()]),
        });
        let others = names(&|a| !asked.contains(&a));
        if !others.is_empty() {
            why.push(Why::new(Rule::SummaryNames, [others.as_str().into()]));
        }
        let body = corpus.document(self.doc).map_or("", |d| d.article.body.as_str());
        if let Some(date) = self.date {
            why.push(Why::new(Rule::SummaryDate, [date.of(body).into()]));
        }
        if self.quote {
            why.push(Why::plain(Rule::SummaryQuote));
        }
        why
    }
}

fn share(part: usize, whole: usize) -> f32 {
    if whole == 0 { 0.0 } else { part as f32 / whole as f32 }
}

fn content_words(text: &str, vocabulary: &mut BTreeMap<String, u32>) -> Vec<u32> {
    let mut words: Vec<u32> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| w.chars().count() >= MIN_WORD)
        .map(|w| {
            let next = vocabulary.len() as u32;
            *vocabulary.entry(w.to_lowercase()).or_insert(next)
        })
        .collect();
    sort::numbers(&mut words);
    words.dedup();
    words
}

fn actors_in(document: &Document, sentence: Span) -> Vec<ActorId> {
    let start = document.mentions.partition_point(|m| m.span.start < sentence.start);
    let mut actors: Vec<ActorId> = document
        .mentions
        .iter()
        .skip(start)
        .take_while(|m| m.span.end <= sentence.end)
        .map(|m| m.actor)
        .collect();
    sort::numbers(&mut actors);
    actors.dedup();
    actors
}

fn is_dependent(text: &str, lang: Lang) -> bool {
    let first = text.split(|c: char| !c.is_alphanumeric()).find(|w| !w.is_empty()).unwrap_or("");
    let list = match lang {
        Lang::Id => DEPENDENT_ID,
        Lang::En => DEPENDENT_EN,
    };
    list.contains(&first.to_lowercase().as_str())
}
