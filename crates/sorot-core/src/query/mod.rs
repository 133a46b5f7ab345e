//! What does the reader ask? One immutable question, and its form in the URL.

mod section;
pub mod text;
mod url;
mod versus;

use crate::calendar::{Day, Lang};
use std::collections::BTreeSet;

pub use section::{Length, Section};
pub use url::{QueryProblem, fixes};
pub use versus::Versus;

/// How several actors are asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mode {
    /// An article must name all of them.
    #[default]
    All,
    /// An article must name at least one of them.
    Any,
}

/// In which order articles are listed; those without a day come last by date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sort {
    /// The latest first.
    #[default]
    Newest,
    /// The earliest first.
    Oldest,
    /// What fits the words best first; only where words are looked for.
    Relevance,
}

/// What a period is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Axis {
    /// When an article was published.
    #[default]
    Published,
    /// Which days its text speaks of.
    Mentioned,
}

/// The whole question: which words, actors and period, which article is open, which sentence is shown.
///
/// It names things as links do (slugs and ids): a query stands for itself, whatever bundle is open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    text: String,
    sort: Sort,
    sources: BTreeSet<String>,
    /// In order, each once.
    langs: Vec<Lang>,
    actors: BTreeSet<String>,
    excluded: BTreeSet<String>,
    mode: Mode,
    axis: Axis,
    from: Option<Day>,
    to: Option<Day>,
    undated: bool,
    zoom: Option<(Day, Day)>,
    article: Option<String>,
    sentence: Option<u32>,
    section: Section,
    of_article: bool,
    length: Length,
    versus: Option<Versus>,
}

impl Query {
    /// The question without what is looked at beside it: the open article, and what the panel shows.
    pub fn question(&self) -> Query {
        Query {
            article: None,
            sentence: None,
            section: Section::default(),
            of_article: false,
            length: Length::default(),
            versus: None,
            ..self.clone()
        }
    }

    /// The words looked for, as written; see [`text`].
    pub fn text(&self) -> &str {
        &self.text
    }

    /// In which order articles are listed; never by relevance without words.
    pub fn sort(&self) -> Sort {
        self.sort
    }

    /// The publishers asked for, any of them, sorted.
    pub fn sources(&self) -> impl Iterator<Item = &str> {
        self.sources.iter().map(String::as_str)
    }

    /// Whether this publisher is asked for.
    pub fn asks_for_source(&self, source: &str) -> bool {
        self.sources.contains(source)
    }

    fn add_lang(&mut self, lang: Lang) {
        if let Err(at) = self.langs.binary_search(&lang) {
            self.langs.insert(at, lang);
        }
    }

    /// The languages asked for, any of them, sorted.
    pub fn langs(&self) -> impl Iterator<Item = Lang> {
        self.langs.iter().copied()
    }

    /// The slugs of the actors asked for, sorted; none is excluded at the same time.
    pub fn actors(&self) -> impl Iterator<Item = &str> {
        self.actors.iter().map(String::as_str)
    }

    /// Whether this actor is asked for.
    pub fn asks_for(&self, slug: &str) -> bool {
        self.actors.contains(slug)
    }

    /// The slugs of the actors that must not be named, sorted.
    pub fn excluded(&self) -> impl Iterator<Item = &str> {
        self.excluded.iter().map(String::as_str)
    }

    /// Whether this actor must not be named.
    pub fn excludes(&self, slug: &str) -> bool {
        self.excluded.contains(slug)
    }

    /// How several actors are asked for.
    pub fn mode(&self) -> Mode {
        self.mode
    }

    /// What the period is about.
    pub fn axis(&self) -> Axis {
        self.axis
    }

    /// First day of the period.
    pub fn from(&self) -> Option<Day> {
        self.from
    }

    /// Last day of the period, never before the first.
    pub fn to(&self) -> Option<Day> {
        self.to
    }

    /// Whether only articles without a day on the axis are asked for; there is no period then.
    pub fn undated(&self) -> bool {
        self.undated
    }

    /// First and last day that the histogram draws, where it isn't the whole axis.
    pub fn zoom(&self) -> Option<(Day, Day)> {
        self.zoom
    }

    /// The open article's id.
    pub fn article(&self) -> Option<&str> {
        self.article.as_deref()
    }

    /// The number of the sentence to show in the open article, from 0.
    pub fn sentence(&self) -> Option<u32> {
        self.sentence
    }

    /// The open part of the summary panel.
    pub fn section(&self) -> Section {
        self.section
    }

    /// Whether the panel tells of the open article alone; never without one.
    pub fn of_article(&self) -> bool {
        self.of_article
    }

    /// How many key sentences the summary has.
    pub fn length(&self) -> Length {
        self.length
    }

    /// Whether anything narrows the selection.
    pub fn is_narrowed(&self) -> bool {
        let dates = self.from.is_some() || self.to.is_some() || self.undated;
        let actors = !self.actors.is_empty() || !self.excluded.is_empty();
        let values = !self.sources.is_empty() || !self.langs.is_empty();
        !self.text.is_empty() || actors || values || dates
    }

    /// Looks for other words: tidied, and cut where they are too long.
    pub fn with_text(&self, line: &str) -> Query {
        let text = text::tidy(line);
        Query { text, ..self.clone() }.with_sort(self.sort)
    }

    /// Lists in another order; by relevance only where words are looked for.
    pub fn with_sort(&self, sort: Sort) -> Query {
        let sort = if sort == Sort::Relevance && self.text.is_empty() { Sort::Newest } else { sort };
        Query { sort, ..self.clone() }
    }

    /// Asks for a publisher too, or no longer.
    pub fn toggle_source(&self, source: &str) -> Query {
        let mut next = self.clone();
        if !next.sources.remove(source) {
            next.sources.insert(source.to_string());
        }
        next
    }

    /// Asks for a language too, or no longer.
    pub fn toggle_lang(&self, lang: Lang) -> Query {
        let mut next = self.clone();
        let asked = next.langs.len();
        next.langs.retain(|own| *own != lang);
        if next.langs.len() == asked {
            next.add_lang(lang);
        }
        next
    }

    /// Asks for `slug` too, or no longer.
    pub fn toggle_actor(&self, slug: &str) -> Query {
        let mut next = self.clone();
        next.excluded.remove(slug);
        if !next.actors.remove(slug) {
            next.actors.insert(slug.to_string());
        }
        next
    }

    /// Excludes `slug`, or no longer.
    pub fn toggle_exclusion(&self, slug: &str) -> Query {
        let mut next = self.clone();
        next.actors.remove(slug);
        if !next.excluded.remove(slug) {
            next.excluded.insert(slug.to_string());
        }
        next
    }

    /// The same question with actors named as `now` names them.
    pub fn renamed(&self, now: &dyn Fn(&str) -> Option<String>) -> Query {
        let rename = |slugs: &BTreeSet<String>| -> BTreeSet<String> {
            slugs.iter().map(|slug| now(slug).unwrap_or_else(|| slug.clone())).collect()
        };
        let excluded = rename(&self.excluded);
        let mut actors = rename(&self.actors);
        actors.retain(|slug| !excluded.contains(slug));
        let versus = self.versus.clone().map(|versus| match versus {
            Versus::Query(other) => Versus::query(&other.renamed(now)),
            Versus::Rest => Versus::Rest,
        });
        Query { actors, excluded, versus, ..self.clone() }
    }

    /// Asks for all or for any of the actors.
    pub fn with_mode(&self, mode: Mode) -> Query {
        Query { mode, ..self.clone() }
    }

    /// Asks for another period; swapped ends are put in order.
    pub fn with_period(&self, from: Option<Day>, to: Option<Day>) -> Query {
        let (from, to) = match (from, to) {
            (Some(a), Some(b)) if a > b => (Some(b), Some(a)),
            ends => ends,
        };
        Query { from, to, undated: false, ..self.clone() }
    }

    /// Asks the period of the other axis; who asked for the articles without a day no longer does.
    pub fn with_axis(&self, axis: Axis) -> Query {
        Query { axis, undated: self.undated && self.axis == axis, ..self.clone() }
    }

    /// Asks for the articles without a day on the axis, or no longer; either way for no period.
    pub fn with_undated(&self, undated: bool) -> Query {
        Query { undated, ..self.with_period(None, None) }
    }

    /// Draws only these days in the histogram, or all; swapped ends are put in order.
    pub fn with_zoom(&self, zoom: Option<(Day, Day)>) -> Query {
        Query { zoom: zoom.map(|(a, b)| (a.min(b), a.max(b))), ..self.clone() }
    }

    /// Opens an article at its start.
    pub fn with_article(&self, id: &str) -> Query {
        Query { article: Some(id.to_string()), sentence: None, ..self.clone() }
    }

    /// Opens an article at a sentence.
    pub fn with_sentence(&self, id: &str, sentence: u32) -> Query {
        Query { sentence: Some(sentence), ..self.with_article(id) }
    }

    /// Opens another part of the summary panel.
    pub fn with_section(&self, section: Section) -> Query {
        Query { section, ..self.clone() }
    }

    /// Lets the panel tell of the open article alone, or of the selection.
    pub fn with_of_article(&self, of_article: bool) -> Query {
        Query { of_article: of_article && self.article.is_some(), ..self.clone() }
    }

    /// Asks for more or fewer key sentences.
    pub fn with_length(&self, length: Length) -> Query {
        Query { length, ..self.clone() }
    }

    /// Asks for everything; what isn't a filter stays: the open article, the panel, the mode and the axis.
    pub fn cleared(&self) -> Query {
        let Query { mode, axis, sort, article, sentence, section, of_article, length, versus, .. } =
            self.clone();
        Query { mode, axis, article, sentence, section, of_article, length, versus, ..Query::default() }
            .with_sort(sort)
    }
}

#[cfg(test)]
mod tests;
