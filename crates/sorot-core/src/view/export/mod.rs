//! What is selected, as a file for another program. Every form holds the articles of the filters that are on, and no
//! others, in the order of the list, and says which filters those were. Texts are untrusted here as everywhere: each
//! form escapes what its reader could take for more than text. Same selection, same bytes.

mod cited;
mod graphml;
mod json;
mod listed;
mod table;

use super::{Pages, PublishedSource, filter};
use crate::annotate::{Actor, ActorId, Document};
use crate::article::slug;
use crate::calendar::{Day, Lang};
use crate::corpus::DocId;
use crate::notes::Note;
use crate::query::Query;
use crate::search;

/// A form of export.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A table for spreadsheets (RFC 4180): a byte order mark, every field quoted, no field a formula.
    Csv,
    /// All that was read, one list (docs/analyse-json.md).
    Json,
    /// All that was read, an object a line.
    JsonLines,
    /// Citations for reference managers (RIS, 2012).
    Ris,
    /// Citations for LaTeX.
    Bibtex,
    /// Actors and the articles that name two of them (GraphML 1.0).
    GraphMl,
    /// The list of articles, with citations (CommonMark).
    Markdown,
}

impl Format {
    /// All, in the order of a menu.
    pub const ALL: [Format; 7] = [
        Format::Csv,
        Format::Json,
        Format::JsonLines,
        Format::Ris,
        Format::Bibtex,
        Format::GraphMl,
        Format::Markdown,
    ];

    /// How a file of it ends.
    pub fn ending(self) -> &'static str {
        match self {
            Format::Csv => "csv",
            Format::Json => "json",
            Format::JsonLines => "jsonl",
            Format::Ris => "ris",
            Format::Bibtex => "bib",
            Format::GraphMl => "graphml",
            Format::Markdown => "md",
        }
    }

    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Format::Csv => "text/csv;charset=utf-8",
            Format::Json => "application/json",
            Format::JsonLines => "application/jsonl",
            Format::Ris => "application/x-research-info-systems",
            Format::Bibtex => "application/x-bibtex",
            Format::GraphMl => "application/graphml+xml",
            Format::Markdown => "text/markdown;charset=utf-8",
        }
    }
}

/// A file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Export {
    /// Its name: letters, digits and hyphens, whatever the bundle is called.
    pub name: String,
    /// What is in it.
    pub text: String,
}

/// What the forms are made of.
struct Selection<'a> {
    title: &'a str,
    articles: Vec<&'a Document>,
    actors: &'a [Actor],
    /// The filters that are on, in the words of the page.
    filters: &'a [String],
    /// The page's address without its hash.
    base: &'a str,
    query: &'a Query,
    /// What the reader wrote about these articles, and others.
    notes: &'a [Note],
    lang: Lang,
}

impl<'a> Selection<'a> {
    fn actor(&self, id: ActorId) -> Option<&'a Actor> {
        self.actors.get(id.index())
    }

    /// The page's link to an article in this selection.
    fn link(&self, document: &Document) -> String {
        format!("{}{}", self.base, self.query.with_article(&document.article.id))
    }

    /// The notes on an article.
    fn notes(&self, document: &'a Document) -> impl Iterator<Item = &'a Note> {
        self.notes.iter().filter(|note| note.article == document.article.id)
    }

    /// The filters as one line; empty without any.
    fn told(&self) -> String {
        self.filters.join("; ")
    }
}

/// The articles that `query` selects, as a file. `filters` are the filters that are on in the words of the page, `base`
/// is its address without the hash. The notes go along in the forms that hold texts: JSON and Markdown.
pub fn export(
    pages: &Pages,
    query: &Query,
    format: Format,
    filters: &[String],
    base: &str,
    notes: &[Note],
    lang: Lang,
) -> Export {
    let corpus = &pages.corpus;
    let hits = search::run(&pages.index, corpus, &filter(corpus, &pages.index, query));
    let order: Vec<DocId> = search::order(&pages.index, &hits, query.sort());
    let selection = Selection {
        title: corpus.title(),
        articles: order.iter().filter_map(|id| corpus.documents().seek(id.index())).collect(),
        actors: corpus.actors(),
        filters,
        base,
        query,
        notes,
        lang,
    };
    let text = match format {
        Format::Csv => table::csv(&selection),
        Format::Json => json::list(&selection),
        Format::JsonLines => json::lines(&selection),
        Format::Ris => cited::ris(&selection),
        Format::Bibtex => cited::bibtex(&selection),
        Format::GraphMl => graphml::graph(&selection),
        Format::Markdown => listed::markdown(&selection),
    };
    Export { name: file_name(corpus.title(), format), text }
}

/// Characters of a bundle's title in a file's name.
const NAME: usize = 60;

/// `sorot-…`: no path, no device of Windows, nothing that turns the direction.
fn file_name(title: &str, format: Format) -> String {
    let title: String =
        slug(title).chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').take(NAME).collect();
    let title = title.trim_matches('-');
    match title.is_empty() {
        true => format!("sorot.{}", format.ending()),
        false => format!("sorot-{title}.{}", format.ending()),
    }
}

/// First and last day of publication, where known.
fn days(document: &Document) -> (Option<Day>, Option<Day>) {
    document.published.when.map_or((None, None), |when| (when.from(), when.to()))
}

/// Whether the day was concluded, not declared.
fn is_inferred(document: &Document) -> bool {
    document.published.source == PublishedSource::Inferred
}

/// The headline, or the first words.
fn title(document: &Document) -> String {
    let lead = || document.article.body.split_whitespace().take(10).collect::<Vec<_>>().join(" ");
    document.title().map_or_else(lead, one_line)
}

/// White space as single blanks.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The actors of an article, each once, by name.
fn named<'a>(selection: &Selection<'a>, document: &Document) -> Vec<&'a Actor> {
    let mut ids: Vec<ActorId> = document.mentions.iter().map(|m| m.actor).collect();
    crate::sort::numbers(&mut ids);
    ids.dedup();
    let mut actors: Vec<&Actor> = ids.into_iter().filter_map(|id| selection.actor(id)).collect();
    crate::sort::by(&mut actors, |a, b| a.name.cmp(&b.name).then_with(|| a.slug.cmp(&b.slug)));
    actors
}

#[cfg(test)]
mod tests;
