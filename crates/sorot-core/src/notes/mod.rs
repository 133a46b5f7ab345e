//! What did the reader write beside the text? Notes on passages, which find their place again in a text that changed.
//!
//! A note names its passage as the W3C's Web Annotation model does (TextQuoteSelector and TextPositionSelector,
//! w3.org/TR/annotation-model, 4.2.4 and 4.2.5): the words, some of what stands before and behind them, and where they
//! began; and a stamp of the text, so that an unchanged one needs no search ([`place`]).

mod exported;
mod place;
#[cfg(test)]
mod tests;

use crate::annotate::Document;
use crate::corpus::Corpus;
use crate::correct::Place;
use crate::correct::file::{listed, written};
use crate::correct::json::{self, Json};
use crate::correct::together::stamp;
use crate::fold::fold;
use crate::text::Span;
use crate::why::Why;

/// Characters of a note's words; more are cut.
pub const MAX_TEXT: usize = 10_000;
/// Characters of a tag.
pub const MAX_TAG: usize = 40;
/// Tags of a note.
pub const MAX_TAGS: usize = 20;
/// Characters before and behind a passage that are kept.
const AROUND: usize = 32;
const KIND: &str = "notes";

/// A passage that the reader marked, and what was written about it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Note {
    /// The article's id.
    pub article: String,
    /// The first character of the passage, in Unicode scalar values from the start of the body.
    pub start: u32,
    /// The passage.
    pub exact: String,
    /// What stood before it.
    pub prefix: String,
    /// What stood behind it.
    pub suffix: String,
    /// The stamp of the body that it was written about.
    pub body: String,
    /// What the reader wrote; empty for a passage that is only marked.
    pub text: String,
    /// Tags, in the order in which they were given.
    pub tags: Vec<String>,
}

impl Note {
    /// A note on the passage `at`, with tags parted by commas; `None` for a place that the bundle doesn't hold.
    pub fn on(corpus: &Corpus, at: &Place, text: &str, tags: &str) -> Option<Note> {
        let body = corpus.document(corpus.document_by_id(&at.article)?)?.article.body.as_str();
        let (start, _) = body.char_indices().nth(at.start as usize)?;
        let (before, rest) = body.split_at_checked(start)?;
        let behind = rest.strip_prefix(at.text.as_str()).filter(|_| !at.text.is_empty())?;
        let prefix: Vec<char> = before.chars().rev().take(AROUND).collect();
        let note = Note {
            article: at.article.clone(),
            start: at.start,
            exact: at.text.clone(),
            prefix: prefix.into_iter().rev().collect(),
            suffix: behind.chars().take(AROUND).collect(),
            body: stamp(body),
            text: String::new(),
            tags: Vec::new(),
        };
        Some(note.saying(text, tags))
    }

    /// The same passage with other words and tags; these are parted by commas.
    pub fn saying(&self, text: &str, tags: &str) -> Note {
        let mut own: Vec<String> = Vec::new();
        for tag in tags.split([',', '\n']) {
            let words: Vec<&str> = tag.split_whitespace().collect();
            let tag: String = words.join(" ").trim_start_matches('#').chars().take(MAX_TAG).collect();
            if !tag.is_empty() && !own.contains(&tag) && own.len() < MAX_TAGS {
                own.push(tag);
            }
        }
        let text = text.trim().chars().take(MAX_TEXT).collect();
        Note { text, tags: own, ..self.clone() }
    }

    /// Where its passage stands in the article now; `None` where it stands nowhere any more.
    pub fn place(&self, document: &Document) -> Option<Span> {
        place::of(self, document.article.body.as_str())
    }

    /// Whether it or `title`, its article's, holds each word of `line`, or what one begins with; case and accents don't
    /// count.
    pub fn holds(&self, title: &str, line: &str) -> bool {
        let folded = |text: &str| -> Vec<String> { text.split_whitespace().map(fold).collect() };
        let own = folded(&[&self.text, &self.exact, title, &format!("#{}", self.tags.join(" #"))].join(" "));
        folded(line).iter().all(|word| own.iter().any(|own| own.contains(word.as_str())))
    }

    fn json(&self) -> Json {
        let text = |text: &String| Json::Text(text.clone());
        let fields = [
            ("article", text(&self.article)),
            ("start", Json::Number(self.start)),
            ("exact", text(&self.exact)),
            ("prefix", text(&self.prefix)),
            ("suffix", text(&self.suffix)),
            ("body", text(&self.body)),
            ("text", text(&self.text)),
            ("tags", Json::List(self.tags.iter().map(text).collect())),
        ];
        Json::Object(fields.map(|(name, value)| (name.into(), value)).into())
    }

    fn read(value: &Json) -> Option<Note> {
        let text = |name: &str| Some(value.get(name)?.text()?.to_string());
        let (Json::Number(start), Json::List(tags)) = (value.get("start")?, value.get("tags")?) else {
            return None;
        };
        Some(Note {
            article: text("article")?,
            start: *start,
            exact: text("exact").filter(|exact| !exact.is_empty())?,
            prefix: text("prefix")?,
            suffix: text("suffix")?,
            body: text("body")?,
            text: text("text")?,
            tags: tags.iter().map(|tag| tag.text().map(String::from)).collect::<Option<_>>()?,
        })
    }
}

/// The file of these notes, for a store in which others write too: made of the list of the stamp `of` (see
/// [`together`](crate::correct::together)).
pub fn write(corpus: &Corpus, notes: &[Note], of: &str) -> String {
    written(KIND, corpus, Some(of), notes.iter().map(Note::json).collect())
}

/// A file of notes, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// The notes.
    pub notes: Vec<Note>,
    /// The title of another bundle that they were made for; `None` where it is this one.
    pub other: Option<String>,
    /// The stamp of the list that they were made of.
    pub of: Option<String>,
}

/// Reads such a file, or the notes of an exported selection.
///
/// # Errors
/// What is wrong with it: no JSON, another kind of file, a newer version.
pub fn read(corpus: &Corpus, text: &str) -> Result<File, Why> {
    let (list, other, of) = match listed(KIND, corpus, text) {
        Ok(listed) => listed,
        Err(why) => {
            let notes = exported::read(corpus, text);
            return if notes.is_empty() { Err(why) } else { Ok(File { notes, other: None, of: None }) };
        }
    };
    Ok(File { notes: list.iter().filter_map(Note::read).collect(), other, of })
}

/// A line each, as they stand in the file.
pub fn lines(notes: &[Note]) -> Vec<String> {
    notes.iter().map(|note| note.json().line()).collect()
}

/// From such lines; what is none is passed over.
pub fn of_lines(lines: &[String]) -> Vec<Note> {
    lines.iter().filter_map(|line| Note::read(&json::read(line).ok()?)).collect()
}
