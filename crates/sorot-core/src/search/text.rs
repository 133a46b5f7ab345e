//! Which articles hold the words, how well do they fit, and where do the words stand?

use super::phrase::Phrase;
use super::weights::{EXACT, Form, OTHER, Weights, rarity, score, steps};
use crate::corpus::{Corpus, DocId, Lexicon, StemId, TermId, each_word};
use crate::index::{self, Index, TITLE};
use crate::query::text::{Clause, Text};
use crate::sort;
use crate::text::Span;

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
    parts: Vec<Vec<Form>>,
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
        if let Some(document) = self.document(doc) {
            index::fields(document).for_each(|(text, span, title)| each(text, span, title));
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

    /// The articles that fit, in order, each with its score (0 where nothing is asked for).
    pub fn matches(&self, index: &Index, texts: &dyn Texts) -> Vec<(DocId, u32)> {
        let mut found: Option<Vec<(DocId, f32)>> = None;
        for wanted in &self.asked {
            found = Some(wanted.narrow(index, texts, found));
        }
        let mut found = found.unwrap_or_else(|| (0..index.len() as u32).map(|n| (DocId(n), 0.0)).collect());
        for wanted in &self.barred {
            let out = wanted.narrow(index, texts, None);
            found.retain(|(doc, _)| out.binary_search_by_key(doc, |o| o.0).is_err());
        }
        found.into_iter().map(|(doc, score)| (doc, steps(score))).collect()
    }

    /// Per word or phrase asked for, by number, per word of it: the stems that stand for it, sorted.
    pub fn stems(&self, lexicon: &Lexicon) -> Vec<Vec<Vec<StemId>>> {
        let stems = |forms: &Vec<Form>| {
            let mut stems: Vec<StemId> = forms.iter().filter_map(|f| lexicon.stem_of(f.term)).collect();
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
            each_word(text, within, |span, word| {
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
        self.parts.first().is_some_and(|forms| forms.binary_search_by_key(&term, |f| f.term).is_ok())
    }

    /// Those of `before` (all articles where it is `None`) that fit, with what this is worth added.
    fn narrow(
        &self,
        index: &Index,
        texts: &dyn Texts,
        before: Option<Vec<(DocId, f32)>>,
    ) -> Vec<(DocId, f32)> {
        let mut parts: Vec<Weights> = self.parts.iter().map(|forms| Weights::of(forms, index)).collect();
        sort::by_key(&mut parts, Weights::count);
        let Some((rarest, rest)) = parts.split_first() else { return Vec::new() };
        let rarity: f32 = parts.iter().map(|p| rarity(index.len(), p.count())).sum();
        let mean = index.terms().total_length() as f32 / index.len().max(1) as f32;
        let worth = |doc: DocId| {
            let all = rarest.at(doc) > 0 && rest.iter().all(|p| p.at(doc) > 0);
            let weight = match &self.phrase {
                _ if !all => 0,
                Some(phrase) => EXACT * occurrences(phrase, texts, doc),
                None => rarest.at(doc),
            };
            let length = index.terms().length(doc) as f32 / mean.max(1.0);
            (weight > 0).then(|| rarity * score(weight, length))
        };
        match before {
            None => rarest.rows().filter_map(|doc| Some((doc, worth(doc)?))).collect(),
            Some(before) => {
                before.into_iter().filter_map(|(doc, sum)| Some((doc, sum + worth(doc)?))).collect()
            }
        }
    }
}

/// How often an article holds a phrase, an occurrence in a headline counting as [`TITLE`] ones.
fn occurrences(phrase: &Phrase, texts: &dyn Texts, doc: DocId) -> u32 {
    let mut weight = 0;
    texts.fields(doc, &mut |text, span, title| {
        phrase.each(text, span, |_| weight += if title { u32::from(TITLE) } else { 1 });
    });
    weight
}

/// The terms that stand for a word, by [`TermId`]: itself; unless it must be exact, the words of its
/// stem; where it is only begun, the words that begin so.
fn forms(word: &str, begun: bool, exact: bool, lexicon: &Lexicon, index: &Index) -> Vec<Form> {
    let itself = lexicon.term(word);
    let mut forms: Vec<Form> = itself.into_iter().map(|term| Form { term, share: EXACT }).collect();
    let other = |term: TermId| Form { term, share: OTHER };
    let begins = if begun { lexicon.starting_with(word) } else { 0..0 };
    // As long as "menyera" begins words, it isn't a form of "sera".
    if !exact && (itself.is_some() || begins.is_empty()) {
        let stem = lexicon.stem_of_word(word);
        forms.extend(stem.into_iter().flat_map(|s| index.terms().family(s)).copied().map(other));
    }
    forms.extend(begins.map(TermId).map(other));
    // Of one term the greater share stays.
    sort::by_key(&mut forms, |f| (f.term, std::cmp::Reverse(f.share)));
    forms.dedup_by_key(|f| f.term);
    forms
}
