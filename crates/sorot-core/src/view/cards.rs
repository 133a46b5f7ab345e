//! The selected articles: their order at once, a card each for those that are looked at.

use super::When;
use super::highlight::{Piece, pieces};
use super::snippet::{Room, cut, lead, snippet};
use crate::annotate::{ActorId, ActorKind, Document, PublishedSource};
use crate::calendar::{Day, Interval, Lang};
use crate::corpus::pack::Headline;
use crate::corpus::{Corpus, DocId, Lexicon};
use crate::index::Index;
use crate::query::Sort;
use crate::search::{Words, joined};
use crate::sort;
use crate::text::Span;
use std::ops::Range;

/// Longer lists show one line of what stands for an article.
pub const WHOLE: usize = 40;

/// The selected articles in order. Cards are made for a stretch of it only, by
/// [`Pages::cards`](super::Pages::cards): what a key costs doesn't grow with what nobody sees.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    pub(super) order: Vec<DocId>,
    pub(super) sort: Sort,
    pub(super) asked: Vec<ActorId>,
    pub(super) words: Words,
}

impl List {
    /// The number of selected articles.
    pub fn len(&self) -> usize {
        self.order.len()
    }

    /// Whether nothing is selected.
    pub fn is_empty(&self) -> bool {
        self.order.is_empty()
    }

    /// The order.
    pub fn sort(&self) -> Sort {
        self.sort
    }

    /// Whether words are looked for, so that articles differ in how well they fit.
    pub fn is_ranked(&self) -> bool {
        self.words.ranks()
    }

    /// Whether `other` lists the same articles in the same order.
    pub fn is_same_order(&self, other: &List) -> bool {
        self.order == other.order
    }

    pub(super) fn place(&self, doc: DocId) -> Option<usize> {
        self.order.iter().position(|own| *own == doc)
    }
}

/// One article in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// In links.
    pub id: String,
    /// Its headline or lead.
    pub title: Title,
    /// The title's words, hits of the search apart; they join to it.
    pub title_pieces: Vec<Piece>,
    /// Its language.
    pub lang: Lang,
    /// Its day.
    pub when: When,
    /// Its publisher or agency, where declared.
    pub source: Option<String>,
    /// Words of the body, as white space parts them.
    pub words: u32,
    /// A sentence of the story, hits of the search apart: the one that holds most of the words looked
    /// for, else the first that names an actor asked for, else the lead; empty where the title already
    /// is that sentence.
    pub snippet: Vec<Piece>,
    /// The people most named, then others, by mentions.
    pub actors: Vec<CardActor>,
    /// Whether its text is here; without it nothing is known of the snippet, of how it spells its actors, and of the
    /// reasons for its day.
    pub text: TextState,
}

/// Where an article's text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextState {
    /// In memory.
    Here,
    /// On its way.
    Awaited,
    /// It couldn't be had.
    Failed,
}

/// What stands in a headline's place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Title {
    /// The words.
    pub text: String,
    /// Whether the text has no headline and these are its first words.
    pub is_lead: bool,
}

/// An actor on a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardActor {
    /// In links.
    pub slug: String,
    /// The canonical name.
    pub name: String,
    /// What it is.
    pub kind: ActorKind,
    /// How this article spells it, where it never uses a part of the canonical name.
    pub spelt: Option<String>,
}

/// Characters of a lead that stands as a title.
const LEAD_TITLE: usize = 110;
/// Actors on a card.
const ACTORS: usize = 5;

pub(super) fn cards(
    corpus: &Corpus,
    index: &Index,
    list: &List,
    range: Range<usize>,
    lang: Lang,
) -> Vec<Card> {
    let end = range.end.min(list.order.len());
    let docs = list.order.get(range.start.min(end)..end).unwrap_or(&[]);
    let card = |&doc: &DocId| card(corpus, list, doc, lang).or_else(|| bare(corpus, index, list, doc));
    docs.iter().filter_map(card).collect()
}

/// The card of an article whose text isn't here, by what the index knows.
pub(super) fn bare(corpus: &Corpus, index: &Index, list: &List, doc: DocId) -> Option<Card> {
    let documents = corpus.documents();
    let headline = documents.headline(doc.index())?;
    // How often each is named isn't read for this.
    let mut counted: Vec<(ActorId, usize)> = index.actors_of(doc).map(|id| (id, 1)).collect();
    rank(corpus, &list.asked, &mut counted);
    let day = Day::from_num_days_from_ce_opt;
    let end = |end: i32| Some(end).filter(|end| ![i32::MIN, i32::MAX].contains(end)).and_then(day);
    let interval = index.days().span(doc).and_then(|(from, to)| match (end(from), end(to)) {
        (Some(from), Some(to)) => Some(Interval::between(from, to)),
        (Some(from), None) => Some(Interval::since(from)),
        (None, Some(to)) => Some(Interval::until(to)),
        (None, None) => None,
    });
    let source = match (interval, index.days().is_inferred(doc)) {
        (None, _) => PublishedSource::Unknown,
        (_, true) => PublishedSource::Inferred,
        (_, false) => PublishedSource::Declared,
    };
    Some(Card {
        id: documents.id(doc.index()).to_string(),
        lang: index.lang(doc),
        when: When { interval, source, why: Vec::new() },
        source: index.source(doc).and_then(|id| index.source_names().get(id.0 as usize)).cloned(),
        words: headline.words,
        title_pieces: marked(&headline.text, &list.words, corpus.lexicon()),
        snippet: Vec::new(),
        actors: counted.into_iter().take(ACTORS).filter_map(|(id, _)| card_actor(corpus, id)).collect(),
        text: if documents.is_failed(doc.index()) { TextState::Failed } else { TextState::Awaited },
        title: Title { text: headline.text, is_lead: headline.is_lead },
    })
}

/// What a row says of an article before its text is here.
pub fn headline(document: &Document) -> Headline {
    let Title { text, is_lead } = title(document);
    Headline { text, is_lead, words: words(document) }
}

/// Words of the body, as white space parts them.
fn words(document: &Document) -> u32 {
    document.article.body.split_whitespace().count() as u32
}

/// The title of an article of the corpus, whether its text is here or not.
pub(super) fn title_of(corpus: &Corpus, doc: DocId) -> Option<String> {
    let headline = || Some(corpus.documents().headline(doc.index())?.text);
    headline().or_else(|| Some(title(corpus.document(doc)?).text))
}

fn card(corpus: &Corpus, list: &List, doc: DocId, lang: Lang) -> Option<Card> {
    let document = corpus.document(doc)?;
    let lexicon = corpus.lexicon();
    let title = title(document);
    let room = if list.len() > WHOLE { Room::LINE } else { Room::LINES };
    let snippet = snippet(document, &list.asked, &list.words, lexicon, room);
    let [head, begun] = [&title.text, &snippet].map(|text| text.trim_end_matches('…'));
    let repeats = title.is_lead && (head.starts_with(begun) || begun.starts_with(head));
    Some(Card {
        id: document.article.id.clone(),
        lang: document.structure.language,
        when: When::of(&document.published, lang),
        source: document.article.source.clone(),
        words: words(document),
        title_pieces: marked(&title.text, &list.words, lexicon),
        snippet: if repeats { Vec::new() } else { marked(&snippet, &list.words, lexicon) },
        actors: actors(corpus, document, &list.asked),
        text: TextState::Here,
        title,
    })
}

/// `text` with the hits of `words` apart.
fn marked(text: &str, words: &Words, lexicon: &Lexicon) -> Vec<Piece> {
    let hits = words.hits(lexicon, text, Span::new(0, text.len()));
    pieces(text, &joined(&hits))
}

/// The headline, or the first words of the story where there is none: none is made up.
pub(super) fn title(document: &Document) -> Title {
    match document.title() {
        Some(text) => Title { text: text.to_string(), is_lead: false },
        None => Title { text: cut(lead(document), LEAD_TITLE), is_lead: true },
    }
}

fn actors(corpus: &Corpus, document: &Document, asked: &[ActorId]) -> Vec<CardActor> {
    let mut named: Vec<ActorId> = document.mentions.iter().map(|m| m.actor).collect();
    sort::numbers(&mut named);
    let mut counted: Vec<(ActorId, usize)> =
        named.chunk_by(|a, b| a == b).filter_map(|g| Some((*g.first()?, g.len()))).collect();
    rank(corpus, asked, &mut counted);
    counted
        .into_iter()
        .take(ACTORS)
        .filter_map(|(id, _)| {
            let actor = card_actor(corpus, id)?;
            Some(CardActor { spelt: spelt(document, id, &actor.name), ..actor })
        })
        .collect()
}

/// Sorts actors with how often they are named: those asked for, people, others.
fn rank(corpus: &Corpus, asked: &[ActorId], counted: &mut [(ActorId, usize)]) {
    let rank = |id: ActorId| match corpus.actor(id).map(|a| a.kind) {
        _ if asked.contains(&id) => 0,
        Some(ActorKind::Person) => 1,
        _ => 2,
    };
    sort::by_key(counted, |&(id, count)| (rank(id), std::cmp::Reverse(count), id));
}

/// An actor as a card names it.
pub(super) fn card_actor(corpus: &Corpus, id: ActorId) -> Option<CardActor> {
    let actor = corpus.actor(id)?;
    Some(CardActor { slug: actor.slug.clone(), name: actor.name.clone(), kind: actor.kind, spelt: None })
}

fn spelt(document: &Document, id: ActorId, name: &str) -> Option<String> {
    let mut here =
        document.mentions.iter().filter(|m| m.actor == id).map(|m| m.span.of(&document.article.body));
    let first = here.clone().next()?;
    let is_part = |text: &str| name.contains(text) || text.contains(name);
    (!here.any(is_part)).then(|| first.to_string())
}
