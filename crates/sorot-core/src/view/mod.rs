//! What stands on the page? Plain data in page words: nothing is left to look up.
//!
//! Everything here is derived from (corpus, query, language). The front end draws it and adds only
//! the words of its own interface.

mod actor;
mod answer;
mod answered;
mod cards;
mod citation;
mod corrections;
mod dates;
pub mod export;
mod facets;
pub mod highlight;
mod noted;
pub mod panel;
mod pins;
mod reader;
mod readings;
mod snippet;
mod values;
mod walk;

pub use actor::{ActorCard, Context, Spelling};
pub use answered::Answered;
pub use cards::{Card, CardActor, List, TextState, Title, WHOLE, headline};
pub use citation::{cite, is_passage};
pub use corrections::CorrectionLine;
pub use dates::{Dates, Presets};
pub use facets::{Facet, FacetActor, FacetGroup};
pub use highlight::{Piece, Segment, Tag};
pub use noted::{NoteLine, Passage};
pub use panel::{Citation, Line, LineId, Scope, SectionView};
pub use pins::{Pin, PinKind};
pub use reader::{Reader, ReaderBlock, ReaderBlockKind};
pub use readings::{ContactCard, DateCard, MentionCard, QuoteCard};
pub use values::{ValueFacet, Values};
pub use walk::{Spot, mentions, spots, tag_at};

pub use crate::annotate::Rung;
pub use crate::annotate::{ActorKind, ContactStatus, PublishedSource};
pub use crate::calendar::{Day, Grain, Interval, Lang, day_of};
pub use crate::query::{Axis, Length, Mode, Section, Sort, Versus};
pub use crate::search::bins::{Bins, Level};
pub use crate::search::{Bin, Histogram, Tally};
pub use crate::signs;

use crate::annotate::{Document, Published};
use crate::corpus::{Corpus, DocId};
use crate::correct::{self, Corrected, Correction, Refusal};
use crate::index::Index;
use crate::notes::Note;
use crate::query::Query;
use crate::query::text::Text;
use crate::search::{self, Filter, Hits, Whole, Words};
use std::ops::Range;
use std::rc::Rc;

/// The whole page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// What is open, whatever is selected.
    pub bundle: Rc<Bundle>,
    /// The words looked for, as written.
    pub text: String,
    /// Every filter that is on, in the order of the link.
    pub chips: Rc<[Chip]>,
    /// How several actors are asked for.
    pub mode: Mode,
    /// The actors to choose from.
    pub facets: Rc<[FacetGroup]>,
    /// The dates to choose from.
    pub dates: Rc<Dates>,
    /// The publishers and languages to choose from.
    pub values: Rc<Values>,
    /// The selected articles in order.
    pub list: Rc<List>,
    /// The open article.
    pub reader: Option<Rc<Reader>>,
    /// The open article as long as its text isn't here.
    pub awaited: Option<Rc<Card>>,
    /// How many articles are selected.
    pub selected: u32,
    /// How many articles aren't, though they hold all the words: whether as a phrase nobody knows until their texts are
    /// here.
    pub unchecked: u32,
    /// What the summary panel tells of.
    pub scope: Rc<Scope>,
    /// The open article that the link names but the bundle doesn't hold.
    pub missing_article: Option<String>,
}

/// What is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bundle {
    /// Its title, may be empty.
    pub title: String,
    /// What tells it from others, whatever is read in its articles.
    pub identity: u64,
    /// Number of articles.
    pub articles: u32,
    /// First to last day of publication.
    pub period: Option<Interval>,
}

/// A filter that is on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Chip {
    /// The words looked for, as written.
    Text(String),
    /// A publisher that is asked for.
    Source(String),
    /// A language that is asked for.
    Language(Lang),
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

/// A corpus with its index, made once: answers every query with a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pages {
    corpus: Corpus,
    index: Index,
    directory: facets::Directory,
    /// The answer to the question that asks for everything.
    all: Hits,
    /// All articles over time.
    whole: Whole,
    /// Periods that a reader often asks for, published and mentioned.
    presets: [Rc<Presets>; 2],
}

impl Pages {
    /// Indexes the corpus.
    pub fn of(corpus: Corpus) -> Pages {
        let index = Index::of(&corpus);
        Pages::indexed(corpus, index)
    }

    /// These with corrections, and why some don't hold: reads only the articles that the corrections concern.
    pub fn corrected(&self, corrections: &[Correction]) -> (Pages, Vec<Refusal>) {
        let Corrected { corpus, altered, refusals } = correct::apply(&self.corpus, &self.index, corrections);
        let index = self.index.altered(&self.corpus, &corpus, &altered);
        (Pages::indexed(corpus, index), refusals)
    }

    /// These and the articles of another bundle, under a title: reads only those, and what may tell the same.
    pub fn joined(&self, more: &Corpus, title: &str) -> Pages {
        let (corpus, altered) = self.corpus.joined(more, title);
        let index = self.index.altered(&self.corpus, &corpus, &altered);
        Pages::indexed(corpus, index)
    }

    fn indexed(corpus: Corpus, index: Index) -> Pages {
        let directory = facets::directory(&corpus, &index);
        let all = search::run(&index, &corpus, &Filter::default());
        let whole = Whole::of(&index);
        let presets = dates::both_presets(&index);
        Pages { corpus, index, directory, all, whole, presets }
    }

    /// The page of `query`, its reasons in the words of `lang`.
    pub fn page(&self, query: &Query, lang: Lang) -> Page {
        page(self, &self.answered(query), query, lang)
    }

    /// What answers the question of `query`.
    pub fn answered(&self, query: &Query) -> Answered {
        Answered::of(self, query)
    }

    /// As [`Pages::page`], where the question of `query` is answered already.
    pub fn page_of(&self, answered: &Answered, query: &Query, lang: Lang) -> Page {
        page(self, answered, query, lang)
    }

    /// The cards of a stretch of a list that a page of these gave.
    pub fn cards(&self, list: &List, range: Range<usize>, lang: Lang) -> Vec<Card> {
        cards::cards(&self.corpus, &self.index, list, range, lang)
    }

    /// Where an article stands in a list that a page of these gave.
    pub fn place(&self, list: &List, article: &str) -> Option<usize> {
        list.place(self.corpus.document_by_id(article)?)
    }

    /// A section of the summary panel.
    pub fn section(&self, scope: &Scope, section: Section, lang: Lang) -> SectionView {
        panel::section(self.teller(lang), scope, section, false)
    }

    /// The relations with places along.
    pub fn relations_with_places(&self, scope: &Scope, lang: Lang) -> SectionView {
        panel::section(self.teller(lang), scope, Section::Relations, true)
    }

    /// Every filter of a question that is on, in the order of the link.
    pub fn chips(&self, query: &Query) -> Vec<Chip> {
        chips(&self.corpus, query)
    }

    /// How many articles answer a question.
    pub fn count(&self, query: &Query) -> u32 {
        search::select(&self.index, &self.corpus, &filter(&self.corpus, &self.index, query)).len() as u32
    }

    /// The lines that the reader pinned, of the articles that the panel tells of, in the order of the text.
    pub fn pinned(&self, scope: &Scope, ids: &[LineId], lang: Lang) -> Vec<Line> {
        panel::pinned(self.teller(lang), scope, ids)
    }

    /// The places of a line beyond those told with it; of very many the first.
    pub fn others(&self, line: &Line, lang: Lang) -> Vec<Citation> {
        panel::others(self.teller(lang), line)
    }

    fn teller(&self, lang: Lang) -> panel::Teller<'_> {
        panel::Teller { corpus: &self.corpus, index: &self.index, lang }
    }

    /// The same question, actors that were merged away named as what they are now.
    pub fn settled(&self, query: &Query) -> Query {
        let moved = self.corpus.moved();
        if moved.is_empty() {
            return query.clone();
        }
        query.renamed(&|slug| Some(self.corpus.actor(*moved.get(slug)?)?.slug.clone()))
    }

    /// What is open, as it reads now.
    pub fn corpus(&self) -> &Corpus {
        &self.corpus
    }

    /// Its index.
    pub fn index(&self) -> &Index {
        &self.index
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

    /// The open article with the reader's notes marked in it.
    pub fn noted(&self, reader: &Rc<Reader>, notes: &[Note]) -> Rc<Reader> {
        match self.document(&reader.id) {
            Some(document) => noted::reader(reader, document, notes),
            None => reader.clone(),
        }
    }

    /// The notes that hold the words of `line`, in the order of the articles and of their texts.
    pub fn notes(&self, notes: &[Note], line: &str) -> Vec<NoteLine> {
        noted::lines(&self.corpus, notes, line)
    }

    /// Listed notes as Markdown; `base` is the page's address without its hash.
    pub fn notes_markdown(&self, notes: &[Note], lines: &[NoteLine], base: &str, lang: Lang) -> String {
        noted::markdown(&self.corpus, notes, lines, base, lang)
    }

    /// What can be chosen of an article for a note: headline, paragraphs, sentences.
    pub fn passages(&self, article: &str) -> Vec<Passage> {
        self.document(article).map(noted::passages).unwrap_or_default()
    }

    /// The headlines of articles by their ids; of those that the bundle holds.
    pub fn titles<'a>(&'a self, ids: &'a [String]) -> impl Iterator<Item = (&'a str, String)> {
        let title = |id: &str| cards::title_of(&self.corpus, self.corpus.document_by_id(id)?);
        ids.iter().filter_map(move |id| Some((id.as_str(), title(id)?)))
    }

    /// A line for each correction, named as this corpus names things.
    pub fn corrections(&self, list: &[Correction], refusals: &[Refusal], lang: Lang) -> Vec<CorrectionLine> {
        corrections::lines(&self.corpus, list, refusals, lang)
    }
}

fn page(pages: &Pages, answered: &Answered, query: &Query, lang: Lang) -> Page {
    let Pages { corpus, index, .. } = pages;
    let open = query.article().and_then(|id| corpus.document_by_id(id));
    let Answered { list, docs, .. } = answered;
    let reader = open.and_then(|doc| reader::reader(corpus, index, doc, query, &list.words, lang));
    let awaited = open.filter(|_| reader.is_none());
    Page {
        bundle: Rc::new(bundle(corpus, index)),
        text: query.text().to_string(),
        chips: answered.chips.clone(),
        mode: query.mode(),
        facets: answered.facets.clone(),
        values: answered.values.clone(),
        dates: answered.dates.clone(),
        reader: reader.map(Rc::new),
        awaited: awaited.and_then(|doc| cards::bare(corpus, index, list, doc)).map(Rc::new),
        selected: docs.len() as u32,
        unchecked: answered.unchecked,
        scope: Rc::new(Scope {
            docs: open.filter(|_| query.of_article()).map_or_else(|| docs.clone(), |doc| Rc::new(vec![doc])),
            asked: list.asked.clone(),
            words: list.words.clone(),
            length: query.length(),
            of_article: query.of_article() && open.is_some(),
            against: against(corpus, index, query, docs),
        }),
        missing_article: query.article().filter(|_| open.is_none()).map(String::from),
        list: list.clone(),
    }
}

/// The articles that the selection is compared with, where the reader looks at that.
fn against(corpus: &Corpus, index: &Index, query: &Query, docs: &[DocId]) -> Option<Vec<DocId>> {
    match query.versus().filter(|_| query.section() == Section::Compare)? {
        Versus::Rest => Some(crate::summary::compare::rest(index.len() as u32, docs)),
        Versus::Query(other) => Some(search::select(index, corpus, &filter(corpus, index, other))),
    }
}

fn filter(corpus: &Corpus, index: &Index, query: &Query) -> Filter {
    Filter {
        words: Words::of(&Text::parse(query.text()), corpus.lexicon(), index),
        sources: query.sources().map(|name| index.source_by_name(name)).collect(),
        langs: query.langs().collect(),
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
        identity: corpus.identity(),
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
    let text = Some(query.text()).filter(|t| !t.trim().is_empty()).map(|t| Chip::Text(t.trim().to_string()));
    let asked = text.into_iter().chain(query.actors().map(|slug| actor(slug, false)));
    let sources = query.sources().map(|name| Chip::Source(name.to_string()));
    let values = sources.chain(query.langs().map(Chip::Language));
    asked.chain(query.excluded().map(|slug| actor(slug, true))).chain(values).chain(period).collect()
}

#[cfg(test)]
mod tests;
