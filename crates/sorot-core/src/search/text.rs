//! Which articles hold the words, how well do they fit, and where do the words stand?

use super::phrase::Phrase;
use super::weights::{CURVE, EXACT, Form, Forms, OTHER, Weights, norm, rarity};
use crate::corpus::{Corpus, DocId, Lexicon, StemId, TermId, each_word};
use crate::index::{self, Index, TITLE};
use crate::query::text::{Clause, Text};
use crate::sort;
use crate::text::Span;
use sorot_rows::{Bits, Ranker, Weighed};

/// What is looked for, in the index's own terms.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// All must hold.
    asked: Vec<Wanted>,
    /// None may hold.
    barred: Vec<Wanted>,
}

/// One word or phrase that is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Wanted {
    /// Per word the terms that stand for it; several words are a phrase.
    parts: Vec<Forms>,
    /// What is checked on the text: the index knows that the words are there, not in which order.
    phrase: Option<Phrase>,
}

/// The texts that a phrase is checked on.
pub trait Texts {
    /// Calls `each` with the stretches of an article that are searched, and whether each is a headline.
    fn fields(&self, doc: DocId, each: &mut dyn FnMut(&str, Span, bool));
}

/// No texts: phrases are nowhere.
impl Texts for () {
    fn fields(&self, _: DocId, _: &mut dyn FnMut(&str, Span, bool)) {}
}

impl Texts for Corpus {
    fn fields(&self, doc: DocId, each: &mut dyn FnMut(&str, Span, bool)) {
        if let Some(document) = self.documents().glance(doc.index()) {
            index::fields(&document).for_each(|(text, span, title)| each(text, span, title));
        }
    }
}

impl Words {
    /// Looks up what a line says.
    pub fn of(text: &Text, lexicon: &Lexicon, index: &Index) -> Words {
        let wanted = |excluded: bool| {
            let clauses = text.clauses.iter().filter(move |c| c.excluded == excluded);
            clauses.map(|c| Wanted::of(c, lexicon, index)).collect()
        };
        Words { asked: wanted(false), barred: wanted(true) }
    }

    /// Whether nothing is looked for and nothing excluded.
    pub fn is_empty(&self) -> bool {
        self.asked.is_empty() && self.barred.is_empty()
    }

    /// Whether articles differ in how well they fit.
    pub fn ranks(&self) -> bool {
        !self.asked.is_empty()
    }

    /// The articles that fit.
    pub fn fits(&self, index: &Index, texts: &dyn Texts) -> Fits {
        let mut set = Bits::range(index.len() as u32, 0..index.len() as u32);
        let mut clauses = Vec::with_capacity(self.asked.len());
        for wanted in &self.asked {
            clauses.push(wanted.narrow(index, texts, &mut set));
        }
        for wanted in &self.barred {
            let mut out = set.clone();
            wanted.narrow(index, texts, &mut out);
            set.and_not(&out);
        }
        Fits { set, clauses }
    }

    /// Per word or phrase asked for, by number, per word of it: the stems that stand for it, sorted.
    pub fn stems(&self, lexicon: &Lexicon) -> Vec<Vec<Vec<StemId>>> {
        let stems = |forms: &Forms| {
            let mut stems: Vec<StemId> = forms.terms().filter_map(|term| lexicon.stem_of(term)).collect();
            sort::by_key(&mut stems, |s| *s);
            stems.dedup();
            stems
        };
        self.asked.iter().map(|w| w.parts.iter().map(stems).collect()).collect()
    }

    /// Where the words stand in `within` of `text`, and which of them stands there, by number: in
    /// order.
    pub fn hits(&self, lexicon: &Lexicon, text: &str, within: Span) -> Vec<(Span, usize)> {
        let mut hits: Vec<(Span, usize)> = Vec::new();
        let single = || self.asked.iter().enumerate().filter(|(_, w)| w.phrase.is_none());
        if single().next().is_some() {
            let heads = heads(single().flat_map(|(_, w)| &w.parts), lexicon);
            each_word(text, within, |span, word| {
                // Looking a word up costs more than all that stands around it here.
                let head = word.bytes().next().map_or(0, usize::from);
                if heads.get(head) != Some(&true) {
                    return;
                }
                let Some(term) = lexicon.term(word) else { return };
                hits.extend(single().filter(|(_, w)| w.is_form(term)).map(|(n, _)| (span, n)));
            });
        }
        for (n, phrase) in self.asked.iter().enumerate().filter_map(|(n, w)| Some((n, w.phrase.as_ref()?))) {
            phrase.each(text, within, |span| hits.push((span, n)));
        }
        sort::by_key(&mut hits, |hit| *hit);
        hits
    }
}

/// The bytes that the terms of these forms begin with.
fn heads<'a>(forms: impl Iterator<Item = &'a Forms>, lexicon: &Lexicon) -> [bool; 256] {
    let mut heads = [false; 256];
    for forms in forms {
        // All that begin so begin alike.
        let begun = forms.begun.clone().map(TermId).next();
        for term in forms.single.iter().map(|f| f.term).chain(begun) {
            let head = lexicon.word(term).bytes().next().map_or(0, usize::from);
            if let Some(known) = heads.get_mut(head) {
                *known = true;
            }
        }
    }
    heads
}

/// The stretches of text that `hits` cover: in order, none overlaps another.
pub fn joined(hits: &[(Span, usize)]) -> Vec<Span> {
    let mut joined: Vec<Span> = Vec::with_capacity(hits.len());
    for &(span, _) in hits {
        match joined.last_mut() {
            Some(last) if span.start < last.end => *last = last.cover(span),
            _ => joined.push(span),
        }
    }
    joined
}

impl Wanted {
    fn of(clause: &Clause, lexicon: &Lexicon, index: &Index) -> Wanted {
        let last = clause.words.len().saturating_sub(1);
        let part = |(n, word): (usize, &String)| {
            forms(word, clause.begun && n == last, clause.exact, lexicon, index)
        };
        Wanted {
            parts: clause.words.iter().enumerate().map(part).collect(),
            phrase: (clause.words.len() > 1).then(|| Phrase::of(&clause.words, clause.begun)),
        }
    }

    /// Whether `term` stands for the word, of a single one.
    fn is_form(&self, term: TermId) -> bool {
        self.parts.first().is_some_and(|forms| forms.holds(term))
    }

    /// Leaves in `set` what fits; gives back what it is worth there.
    fn narrow(&self, index: &Index, texts: &dyn Texts, set: &mut Bits) -> Worth {
        let parts: Vec<Weights> = self.parts.iter().map(|forms| Weights::of(forms, index)).collect();
        let rarity: f32 = parts.iter().map(|p| rarity(index.len(), p.count as usize)).sum();
        if parts.is_empty() {
            *set = Bits::none(index.len() as u32);
        }
        parts.iter().for_each(|part| set.and(&part.set));
        let weights = match &self.phrase {
            None => parts.into_iter().next().unwrap_or_else(|| Weights::of(&Forms::default(), index)),
            Some(phrase) => {
                let often = |row: u32| (row, occurrences(phrase, texts, DocId(row)));
                let told = set.rows().into_iter().map(often).filter(|(_, often)| *often > 0);
                let (rows, weights) = told.map(|(row, often)| (row, often.min(255) as u8)).unzip();
                let weights = Weights::listed(index, rows, weights);
                set.and(&weights.set);
                weights
            }
        };
        Worth { rarity, weights }
    }
}

/// The articles that fit the words, and what is needed to say how well.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fits {
    /// Which.
    pub set: Bits,
    clauses: Vec<Worth>,
}

/// What one word or phrase is worth.
#[derive(Clone, Debug, PartialEq)]
struct Worth {
    rarity: f32,
    weights: Weights,
}

// Rarities are made of exactly defined operations and are never NaN.
impl Eq for Worth {}

impl Fits {
    /// Whether articles differ in how well they fit.
    pub fn ranks(&self) -> bool {
        !self.clauses.is_empty()
    }

    /// How many articles fit.
    pub fn count(&self) -> usize {
        self.set.count() as usize
    }

    /// The rows of the `most` articles that fit best, of equally good ones the later; the latest where none fits better.
    pub fn best(&self, index: &Index, most: usize) -> Vec<u32> {
        let ranker = ranker(index);
        let alone = match self.clauses.as_slice() {
            [only] if only.weights.count == self.set.count() => {
                only.weights.best(index, only.rarity, ranker, most)
            }
            _ => None,
        };
        alone.unwrap_or_else(|| {
            let rows = self.set.rows();
            ranker.best(&rows, &self.weighed(index, &rows, &self.set), most)
        })
    }

    /// How well each article of a set fits, in order; all of them fit.
    pub fn scores(&self, index: &Index, set: &Bits) -> Vec<u32> {
        let rows = set.rows();
        ranker(index).scores(&rows, &self.weighed(index, &rows, set))
    }

    fn weighed(&self, index: &Index, rows: &[u32], set: &Bits) -> Vec<Weighed> {
        let weighed =
            |clause: &Worth| Weighed { rarity: clause.rarity, weights: clause.weights.at(index, rows, set) };
        self.clauses.iter().map(weighed).collect()
    }
}

fn ranker(index: &Index) -> &Ranker {
    index.terms().ranker(|lengths| Ranker::of(CURVE, lengths.map(norm).collect()))
}

/// How often an article holds a phrase, an occurrence in a headline counting as [`TITLE`] ones.
fn occurrences(phrase: &Phrase, texts: &dyn Texts, doc: DocId) -> u32 {
    let mut weight = 0;
    texts.fields(doc, &mut |text, span, title| {
        phrase.each(text, span, |_| weight += if title { u32::from(TITLE) } else { 1 });
    });
    weight
}

/// The terms that stand for a word: itself; unless it must be exact, the words of its stem; where it is
/// only begun, the words that begin so.
fn forms(word: &str, begun: bool, exact: bool, lexicon: &Lexicon, index: &Index) -> Forms {
    let itself = lexicon.term(word);
    let mut single: Vec<Form> = itself.into_iter().map(|term| Form { term, share: EXACT }).collect();
    let begun = if begun { lexicon.starting_with(word) } else { 0..0 };
    // As long as "menyera" begins words, it isn't a form of "sera".
    if !exact && (itself.is_some() || begun.is_empty()) {
        let stem = lexicon.stem_of_word(word);
        let family = stem.into_iter().flat_map(|s| index.terms().family(lexicon, s));
        single.extend(family.map(|&term| Form { term, share: OTHER }));
    }
    // Of one term the greater share stays.
    sort::by_key(&mut single, |f| (f.term, std::cmp::Reverse(f.share)));
    single.dedup_by_key(|f| f.term);
    Forms { single, begun }
}
