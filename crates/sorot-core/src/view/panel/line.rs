//! A line of the summary panel: what the sections share, so that each of their lines can be pinned,
//! hidden and copied with where it stands.

use super::super::citation;
use super::super::{When, cards};
use crate::annotate::{Document, Rung};
use crate::calendar::Lang;
use crate::query::Query;
use crate::structure::BlockKind;
use crate::summary::Telling;
use std::fmt;
use std::str::FromStr;

/// What a line of the panel rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LineKind {
    /// A sentence.
    Sentence,
    /// A quote.
    Quote,
    /// A contact.
    Contact,
    /// A dated event: of two dates in a sentence each is one.
    Event,
}

/// What a line of the panel rests on, named as links name things: the same line in another selection has the
/// same name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LineId {
    /// Of what kind.
    pub kind: LineKind,
    /// Its number among its kind in the article, from 0.
    pub number: u32,
    /// The article's id.
    pub article: String,
}

impl fmt::Display for LineId {
    /// `s3:article`: what it is, its number, the article.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = match self.kind {
            LineKind::Sentence => 's',
            LineKind::Quote => 'q',
            LineKind::Contact => 'c',
            LineKind::Event => 'e',
        };
        write!(f, "{kind}{}:{}", self.number, self.article)
    }
}

impl FromStr for LineId {
    type Err = ();

    /// Reads what [`Display`](fmt::Display) writes.
    fn from_str(text: &str) -> Result<LineId, ()> {
        let (head, article) = text.split_once(':').ok_or(())?;
        let kind = match head.as_bytes().first() {
            Some(b's') => LineKind::Sentence,
            Some(b'q') => LineKind::Quote,
            Some(b'c') => LineKind::Contact,
            Some(b'e') => LineKind::Event,
            _ => return Err(()),
        };
        let number = head.get(1..).unwrap_or("").parse().map_err(|_| ())?;
        if article.is_empty() {
            return Err(());
        }
        Ok(LineId { kind, number, article: article.to_string() })
    }
}

/// Where a sentence stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// The article's id.
    pub article: String,
    /// Its headline, or its first words.
    pub title: cards::Title,
    /// Its publisher or agency, where declared.
    pub source: Option<String>,
    /// The sentence's number in the article, from 0.
    pub sentence: u32,
    /// The paragraph's number, from 1, headline and non-story lines not counted; 0 for a headline.
    pub paragraph: u32,
    /// The article's day.
    pub when: When,
    /// Whose account the sentence is.
    pub rung: Rung,
    /// What tells that, in words.
    pub rung_why: String,
}

impl Citation {
    /// Where an article's `number`-th sentence stands.
    pub(in crate::view) fn of(document: &Document, number: u32, lang: Lang) -> Option<Citation> {
        let sentence = document.structure.sentences.get(number as usize)?;
        let before = document.structure.blocks.iter().take(sentence.block as usize + 1);
        let (rung, why) = super::sources::rung(document, number);
        Some(Citation {
            article: document.article.id.clone(),
            title: cards::title(document),
            source: document.article.source.clone(),
            sentence: number,
            paragraph: before.filter(|b| b.kind == BlockKind::Paragraph).count() as u32,
            // The steps to the day stand in the article.
            when: When {
                interval: document.published.when,
                source: document.published.source,
                why: Vec::new(),
            },
            rung,
            rung_why: why.words(lang),
        })
    }

    /// As one line of plain text: “Headline”, publisher, 25 April 2025 (inferred), paragraph 3, link. `base`
    /// is the page's address without its hash.
    pub fn words(&self, base: &str, query: &Query, lang: Lang) -> String {
        let link = format!("{base}{}", query.with_sentence(&self.article, self.sentence));
        let range = self.paragraph..=self.paragraph;
        citation::source(&self.title, self.source.as_deref(), &self.when, Some(range), &link, lang)
    }
}

/// A line of the panel as plain data, whatever section it stands in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it rests on.
    pub id: LineId,
    /// The number of the first line that has to stand before it, so that it is understood ("Hal itu …"); its own
    /// where none has.
    pub since: u32,
    /// What introduces it, in the language of the page: a day, a name, a relation; may be empty.
    pub head: String,
    /// The words.
    pub text: String,
    /// Their language.
    pub lang: Lang,
    /// Where they stand: the first few, never empty.
    pub places: Vec<Citation>,
    /// In how many places more.
    pub more: u32,
    /// The first of those: [`Pages::others`](crate::view::Pages::others) tells them.
    pub(in crate::view) others: Vec<Telling>,
    /// Why the line stands there, in words.
    pub why: Vec<String>,
}

impl Line {
    /// The line and those that have to stand before it: without one of them it isn't understood.
    pub fn needs(&self) -> impl Iterator<Item = LineId> + '_ {
        (self.since..=self.id.number).map(|number| LineId { number, ..self.id.clone() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_name_survives_being_kept(number in any::<u32>(), article in "\\PC{1,20}", kind in 0..4) {
            let kind = [LineKind::Sentence, LineKind::Quote, LineKind::Contact, LineKind::Event][kind as usize];
            let id = LineId { kind, number, article };
            prop_assert_eq!(id.to_string().parse(), Ok(id));
        }

        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,20}") {
            let _ = text.parse::<LineId>();
        }
    }
}
