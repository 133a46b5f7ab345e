//! A line of the summary panel: what the sections share, so that each of their lines can be pinned,
//! hidden and copied with where it stands.

use super::super::citation;
use super::super::{When, cards};
use crate::annotate::{Document, Rung};
use crate::calendar::Lang;
use crate::query::Query;
use crate::structure::BlockKind;
use crate::text::Span;
use crate::why::Why;
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

impl LineId {
    /// A sentence of an article.
    pub fn sentence(article: &str, number: u32) -> LineId {
        LineId { kind: LineKind::Sentence, number, article: article.to_string() }
    }

    /// A quote of an article.
    pub fn quote(article: &str, number: u32) -> LineId {
        LineId { kind: LineKind::Quote, number, article: article.to_string() }
    }

    /// A contact of an article.
    pub fn contact(article: &str, number: u32) -> LineId {
        LineId { kind: LineKind::Contact, number, article: article.to_string() }
    }
}

impl fmt::Display for LineId {
    /// `s3:article`: what it is, its number, the article.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = match self.kind {
            LineKind::Sentence => 's',
            LineKind::Quote => 'q',
            LineKind::Contact => 'c',
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
    /// The paragraph's number, from 1, headline and non-story lines not counted.
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
            when: When::of(&document.published, lang),
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

/// The number of the sentence that a stretch of the text begins in.
pub(in crate::view) fn sentence_at(document: &Document, span: Span) -> Option<u32> {
    let after = document.structure.sentences.partition_point(|s| s.span.start <= span.start);
    after.checked_sub(1).map(|n| n as u32)
}

/// A line of the panel as plain data, whatever section it stands in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it rests on.
    pub id: LineId,
    /// What introduces it, in the language of the page: a day, a name, a relation; may be empty.
    pub head: String,
    /// The words.
    pub text: String,
    /// Their language.
    pub lang: Lang,
    /// Where they stand; never empty.
    pub places: Vec<Citation>,
    /// Why the line stands there, in words.
    pub why: Vec<String>,
}

impl Line {
    /// The line of `id` as the article reads now, whatever is selected; `None` where it no longer exists.
    pub(in crate::view) fn of(document: &Document, id: &LineId, head: String, lang: Lang) -> Option<Line> {
        let number = id.number as usize;
        let (span, why): (Span, &[Why]) = match id.kind {
            LineKind::Sentence => (document.structure.sentences.get(number)?.span, &[]),
            LineKind::Quote => document.quotes.get(number).map(|q| (q.span, q.why.as_slice()))?,
            LineKind::Contact => document.contacts.get(number).map(|c| (c.span, c.why.as_slice()))?,
        };
        Some(Line {
            id: id.clone(),
            head,
            text: span.of(&document.article.body).to_string(),
            lang: document.structure.language,
            places: vec![Citation::of(document, sentence_at(document, span)?, lang)?],
            why: why.iter().map(|w| w.words(lang)).collect(),
        })
    }
}

/// Lines as plain text to paste, each with where it stands; `base` as in [`Citation::words`].
pub fn copied(lines: &[Line], base: &str, query: &Query, lang: Lang) -> String {
    let mut out = String::new();
    for line in lines {
        if !line.head.is_empty() {
            out.push_str(&line.head);
            out.push_str(": ");
        }
        out.push_str(&line.text.split_whitespace().collect::<Vec<_>>().join(" "));
        out.push('\n');
        for place in &line.places {
            out.push_str("— ");
            out.push_str(&place.words(base, query, lang));
            out.push('\n');
        }
        out.push('\n');
    }
    out.truncate(out.trim_end().len());
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article;
    use crate::corpus::Corpus;
    use proptest::prelude::*;

    const TEXT: &str = "---\ntitle: Harga  beras turun\nsource: Harian Uji\npublished: 2025-05-02\n---\nHarga beras turun di Bandung. Warga senang.\n\n“Kami senang,” kata Sri Mulyani di Bandung.";

    #[test]
    fn a_line_is_copied_with_where_it_stands() {
        let (article, _) = article::parse("a.txt", TEXT.as_bytes()).unwrap();
        let corpus = Corpus::new("Uji", vec![article]);
        let document = &corpus.documents()[0];
        let sentence = Line::of(document, &LineId::sentence("a", 1), String::new(), Lang::En).unwrap();
        let quote = Line::of(document, &LineId::quote("a", 0), "Sri Mulyani".into(), Lang::En).unwrap();
        let query = Query::default().with_section(crate::query::Section::Summary);
        assert_eq!(
            copied(&[sentence, quote], "https://a.example/", &query, Lang::En),
            "Warga senang.\n— “Harga beras turun”, Harian Uji, 2 May 2025, paragraph 1, https://a.example/#/?article=a&sentence=1\n\n\
             Sri Mulyani: “Kami senang,”\n— “Harga beras turun”, Harian Uji, 2 May 2025, paragraph 2, https://a.example/#/?article=a&sentence=2"
        );
        assert_eq!(Line::of(document, &LineId::contact("a", 0), String::new(), Lang::En), None);
    }

    proptest! {
        #[test]
        fn a_name_survives_being_kept(number in any::<u32>(), article in "\\PC{1,20}", kind in 0..3) {
            let kind = [LineKind::Sentence, LineKind::Quote, LineKind::Contact][kind as usize];
            let id = LineId { kind, number, article };
            prop_assert_eq!(id.to_string().parse(), Ok(id));
        }

        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,20}") {
            let _ = text.parse::<LineId>();
        }
    }
}
