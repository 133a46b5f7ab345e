//! What stands on the page? Plain data in page words: nothing is left to look up.
//!
//! Everything here is derived from (corpus, query, language). The front end draws it and adds only
//! the words of its own interface.

mod actor;
mod cards;
mod citation;
mod corrections;
mod dates;
mod facets;
pub mod highlight;
mod pins;
mod reader;
mod readings;
mod summary;
mod walk;

pub use actor::{ActorCard, Context, Spelling};
pub use cards::{Card, CardActor, Title};
pub use citation::{cite, is_passage};
pub use corrections::CorrectionLine;
pub use dates::{Dates, Presets};
pub use facets::{Facet, FacetGroup};
pub use highlight::{Segment, Tag};
pub use pins::{Pin, PinKind};
pub use reader::{Reader, ReaderBlock, ReaderBlockKind};
pub use readings::{ContactCard, DateCard, MentionCard, QuoteCard};
pub use summary::{Citation, KeySentenceView, SummaryView};
pub use walk::{Spot, mentions, spots, tag_at};

pub use crate::annotate::{ActorKind, ContactStatus, PublishedSource};
pub use crate::calendar::{Day, Grain, Interval, Lang};
pub use crate::query::{Axis, Mode};
pub use crate::search::bins::{Bins, Level};
pub use crate::search::{Bin, Histogram, Tally};

use crate::annotate::{ActorId, Document, Published};
use crate::corpus::{Corpus, DocId};
use crate::correct::{self, Correction, Refusal};
use crate::index::Index;
use crate::query::Query;
use crate::search::{self, Filter};
use std::rc::Rc;

/// The whole page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// What is open, whatever is selected.
    pub bundle: Rc<Bundle>,
    /// Every filter that is on, in the order of the link.
    pub chips: Rc<[Chip]>,
    /// How several actors are asked for.
    pub mode: Mode,
    /// The actors to choose from.
    pub facets: Rc<[FacetGroup]>,
    /// The dates to choose from.
    pub dates: Rc<Dates>,
    /// The selected articles, newest first, undated ones last.
    pub cards: Rc<[Card]>,
    /// The open article.
    pub reader: Option<Rc<Reader>>,
    /// The summary of the selection.
    pub summary: Rc<SummaryView>,
    /// The open article that the link names but the bundle doesn't hold.
    pub missing_article: Option<String>,
}

/// What is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bundle {
    /// Its title, may be empty.
    pub title: String,
    /// Number of articles.
    pub articles: u32,
    /// First to last day of publication.
    pub period: Option<Interval>,
}

/// A filter that is on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Chip {
    /// An actor that is asked for, or that must not be named.
    Actor {
        /// Whether it must not be named.
        excluded: bool,
        /// In links.
        slug: String,
        /// The name; the slug for an actor that the bundle doesn't hold.
        name: String,
        /// What it is; `None` for an actor that the bundle doesn't hold.
        kind: Option<ActorKind>,
    },
    /// A period.
    Period {
        /// Of what.
        axis: Axis,
        /// First day.
        from: Option<Day>,
        /// Last day.
        to: Option<Day>,
    },
    /// Only the articles without a day on this axis.
    Undated(Axis),
}

/// When an article was published, and how that is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct When {
    /// When; `None` where unknown.
    pub interval: Option<Interval>,
    /// How it is known.
    pub source: PublishedSource,
    /// The steps in words.
    pub why: Vec<String>,
}

impl When {
    fn of(published: &Published, lang: Lang) -> When {
        When {
            interval: published.when,
            source: published.source,
            why: published.why.iter().map(|w| w.words(lang)).collect(),
        }
    }
}

/// Sentences in the summary.
const KEY_SENTENCES: usize = 5;

/// A corpus with its index, made once: answers every query with a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pages {
    corpus: Corpus,
    index: Index,
}

impl Pages {
    /// Indexes the corpus.
    pub fn of(corpus: Corpus) -> Pages {
        let index = Index::of(&corpus);
        Pages { corpus, index }
    }

    /// The page of `query`, its reasons in the words of `lang`.
    pub fn page(&self, query: &Query, lang: Lang) -> Page {
        page(&self.corpus, &self.index, query, lang)
    }

    /// The same question, actors that were merged away named as what they are now.
    pub fn settled(&self, query: &Query) -> Query {
        let moved = self.corpus.moved();
        if moved.is_empty() {
            return query.clone();
        }
        query.renamed(|slug| Some(self.corpus.actor(*moved.get(slug)?)?.slug.clone()))
    }

    /// What is open, as it reads now.
    pub fn corpus(&self) -> &Corpus {
        &self.corpus
    }

    /// The card of the actor with this slug.
    pub fn actor(&self, query: &Query, slug: &str, lang: Lang) -> Option<ActorCard> {
        actor::card(&self.corpus, &self.index, query, slug, lang)
    }

    /// The actors whose name or spelling holds `text`, the most named first: for the reader who says who
    /// is meant. At most `most`.
    pub fn actors_like(&self, text: &str, most: usize) -> Vec<CardActor> {
        actor::like(&self.corpus, &self.index, text, most)
    }

    fn document(&self, article: &str) -> Option<&Document> {
        self.corpus.document(self.corpus.document_by_id(article)?)
    }

    /// The card of an article's `number`-th mention, from 0.
    pub fn mention(&self, article: &str, number: u32, lang: Lang) -> Option<MentionCard> {
        readings::mention(&self.corpus, self.document(article)?, number, lang)
    }

    /// The card of an article's `number`-th date, from 0.
    pub fn date(&self, article: &str, number: u32, lang: Lang) -> Option<DateCard> {
        readings::date(self.document(article)?, number, lang)
    }

    /// When an article was published.
    pub fn published(&self, article: &str, lang: Lang) -> Option<When> {
        Some(When::of(&self.document(article)?.published, lang))
    }

    /// The card of an article's `number`-th quote, from 0.
    pub fn quote(&self, article: &str, number: u32, lang: Lang) -> Option<QuoteCard> {
        readings::quote(&self.corpus, self.document(article)?, number, lang)
    }

    /// The card of an article's `number`-th contact, from 0.
    pub fn contact(&self, article: &str, number: u32, lang: Lang) -> Option<ContactCard> {
        readings::contact(&self.corpus, self.document(article)?, number, lang)
    }

    /// The place of an article's `block`-th line, from 0, and whether it is the story.
    pub fn line(&self, article: &str, block: u32) -> Option<(correct::Place, bool)> {
        readings::line(self.document(article)?, block)
    }

    /// The place of words in an article's `block`-th line, where they stand nearest to byte `near` of it.
    pub fn selected(&self, article: &str, block: u32, near: u32, text: &str) -> Option<correct::Place> {
        readings::selected(self.document(article)?, block, near, text)
    }

    /// A line for each correction, named as this corpus names things.
    pub fn corrections(&self, list: &[Correction], refusals: &[Refusal], lang: Lang) -> Vec<CorrectionLine> {
        corrections::lines(&self.corpus, list, refusals, lang)
    }
}

fn page(corpus: &Corpus, index: &Index, query: &Query, lang: Lang) -> Page {
    let filter = filter(corpus, query);
    let hits = search::run(index, &filter);
    let asked: Vec<ActorId> = filter.actors.iter().flatten().copied().collect();
    let open = query.article().and_then(|id| corpus.document_by_id(id));
    Page {
        bundle: Rc::new(bundle(corpus, index)),
        chips: chips(corpus, query).into(),
        mode: query.mode(),
        facets: facets::groups(corpus, index, &hits, query).into(),
        dates: Rc::new(dates::dates(index, &hits, query)),
        cards: cards::cards(corpus, &hits, &asked, open, lang).into(),
        reader: open.and_then(|doc| reader::reader(corpus, doc, query, lang)).map(Rc::new),
        summary: Rc::new(summary::summary(corpus, &hits, &asked, KEY_SENTENCES, lang)),
        missing_article: query.article().filter(|_| open.is_none()).map(String::from),
    }
}

fn filter(corpus: &Corpus, query: &Query) -> Filter {
    Filter {
        actors: query.actors().map(|slug| corpus.actor_by_slug(slug)).collect(),
        mode: query.mode(),
        excluded: query.excluded().filter_map(|slug| corpus.actor_by_slug(slug)).collect(),
        axis: query.axis(),
        from: query.from(),
        to: query.to(),
        undated: query.undated(),
    }
}

fn bundle(corpus: &Corpus, index: &Index) -> Bundle {
    let mut days = index.days().dated().map(DocId).filter_map(|d| index.day(d));
    let first = days.next();
    let last = days.next_back().or(first);
    Bundle {
        title: corpus.title().to_string(),
        articles: corpus.documents().len() as u32,
        period: first.zip(last).map(|(a, b)| Interval::between(a, b)),
    }
}

fn chips(corpus: &Corpus, query: &Query) -> Vec<Chip> {
    let actor = |slug: &str, excluded| {
        let known = corpus.actor_by_slug(slug).and_then(|id| corpus.actor(id));
        Chip::Actor {
            excluded,
            slug: slug.to_string(),
            name: known.map_or(slug, |a| &a.name).to_string(),
            kind: known.map(|a| a.kind),
        }
    };
    let (axis, from, to) = (query.axis(), query.from(), query.to());
    let period = match query.undated() {
        true => Some(Chip::Undated(axis)),
        false => (from.is_some() || to.is_some()).then_some(Chip::Period { axis, from, to }),
    };
    let asked = query.actors().map(|slug| actor(slug, false));
    asked.chain(query.excluded().map(|slug| actor(slug, true))).chain(period).collect()
}

#[cfg(test)]
mod tests;
