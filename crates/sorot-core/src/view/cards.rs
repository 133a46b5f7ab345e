//! The selected articles: their order at once, a card each for those that are looked at.

use super::When;
use super::highlight::{Piece, pieces};
use super::snippet::{cut, lead, snippet};
use crate::annotate::{ActorId, ActorKind, Document};
use crate::calendar::Lang;
use crate::corpus::{Corpus, DocId, Lexicon};
use crate::query::Sort;
use crate::search::{Words, joined};
use crate::sort;
use crate::text::Span;
use std::ops::Range;
use std::rc::Rc;

/// The selected articles in order. Cards are made for a stretch of it only, by
/// [`Pages::cards`](super::Pages::cards): what a key costs doesn't grow with what nobody sees.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    pub(super) order: Rc<[DocId]>,
    pub(super) sort: Sort,
    pub(super) asked: Vec<ActorId>,
    pub(super) words: Words,
    pub(super) open: Option<DocId>,
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

    /// Where the open article stands.
    pub fn open(&self) -> Option<usize> {
        self.order.iter().position(|doc| Some(*doc) == self.open)
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
    /// Whether it is the open one.
    pub open: bool,
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

pub(super) fn cards(corpus: &Corpus, list: &List, range: Range<usize>, lang: Lang) -> Vec<Card> {
    let end = range.end.min(list.order.len());
    let docs = list.order.get(range.start.min(end)..end).unwrap_or(&[]);
    docs.iter().filter_map(|&doc| card(corpus, list, doc, lang)).collect()
}

fn card(corpus: &Corpus, list: &List, doc: DocId, lang: Lang) -> Option<Card> {
    let document = corpus.document(doc)?;
    let lexicon = corpus.lexicon();
    let title = title(document);
    let snippet = snippet(document, &list.asked, &list.words, lexicon);
    let repeats = title.is_lead && snippet.starts_with(title.text.trim_end_matches('…'));
    Some(Card {
        id: document.article.id.clone(),
        lang: document.structure.language,
        when: When::of(&document.published, lang),
        source: document.article.source.clone(),
        words: document.article.body.split_whitespace().count() as u32,
        title_pieces: marked(&title.text, &list.words, lexicon),
        snippet: if repeats { Vec::new() } else { marked(&snippet, &list.words, lexicon) },
        actors: actors(corpus, document, &list.asked),
        open: list.open == Some(doc),
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
    let rank = |id: ActorId| match corpus.actor(id).map(|a| a.kind) {
        _ if asked.contains(&id) => 0,
        Some(ActorKind::Person) => 1,
        _ => 2,
    };
    sort::by_key(&mut counted, |&(id, count)| (rank(id), std::cmp::Reverse(count), id));
    counted
        .into_iter()
        .take(ACTORS)
        .filter_map(|(id, _)| {
            let actor = card_actor(corpus, id)?;
            Some(CardActor { spelt: spelt(document, id, &actor.name), ..actor })
        })
        .collect()
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
