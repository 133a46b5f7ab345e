//! The selected articles, a card each.

use super::When;
use crate::annotate::{ActorId, ActorKind, Document};
use crate::calendar::Lang;
use crate::corpus::{Corpus, DocId};
use crate::search::Hits;
use crate::structure::BlockKind;

/// One article in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// In links.
    pub id: String,
    /// Its headline or lead.
    pub title: Title,
    /// Its language.
    pub lang: Lang,
    /// Its day.
    pub when: When,
    /// Its publisher or agency, where declared.
    pub source: Option<String>,
    /// Words of the body, as white space parts them.
    pub words: u32,
    /// A sentence of the story: the first that names an actor asked for, else the lead; empty where
    /// the title already is that sentence.
    pub snippet: String,
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
/// Characters of a snippet.
const SNIPPET: usize = 170;
/// Actors on a card.
const ACTORS: usize = 5;

pub(super) fn cards(
    corpus: &Corpus,
    hits: &Hits,
    asked: &[ActorId],
    open: Option<DocId>,
    lang: Lang,
) -> Vec<Card> {
    // Newest first; the undated ones, last already, stay last.
    let undated =
        hits.docs.partition_point(|&d| corpus.document(d).is_some_and(|d| d.published.when.is_some()));
    let (dated, undated) = hits.docs.split_at(undated);
    dated
        .iter()
        .rev()
        .chain(undated)
        .filter_map(|&doc| {
            let document = corpus.document(doc)?;
            let title = title(document);
            let snippet = snippet(document, asked);
            let repeats = title.is_lead && snippet.starts_with(title.text.trim_end_matches('…'));
            Some(Card {
                id: document.article.id.clone(),
                lang: document.structure.language,
                when: When::of(&document.published, lang),
                source: document.article.source.clone(),
                words: document.article.body.split_whitespace().count() as u32,
                snippet: if repeats { String::new() } else { snippet },
                actors: actors(corpus, document, asked),
                open: open == Some(doc),
                title,
            })
        })
        .collect()
}

/// The headline, or the first words of the story where there is none: none is made up.
pub(super) fn title(document: &Document) -> Title {
    match document.title() {
        Some(text) => Title { text: text.to_string(), is_lead: false },
        None => Title { text: cut(lead(document), LEAD_TITLE), is_lead: true },
    }
}

/// The first sentence below the headline, or the first line of a text without sentences.
fn lead(document: &Document) -> &str {
    let body = &document.article.body;
    let structure = &document.structure;
    let is_story =
        |block: u32| structure.blocks.get(block as usize).is_some_and(|b| b.kind == BlockKind::Paragraph);
    match structure.sentences.iter().find(|s| is_story(s.block)) {
        Some(sentence) => sentence.span.of(body),
        None => body.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or(""),
    }
}

fn snippet(document: &Document, asked: &[ActorId]) -> String {
    let first = document
        .mentions
        .iter()
        .find(|m| asked.contains(&m.actor) && document.structure.title().is_none_or(|t| !t.contains(m.span)));
    let sentence = first.and_then(|m| document.structure.sentences.iter().find(|s| s.span.contains(m.span)));
    cut(sentence.map_or_else(|| lead(document), |s| s.span.of(&document.article.body)), SNIPPET)
}

/// At most `length` characters, cut between words, the cut shown.
fn cut(text: &str, length: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(length) else { return text.to_string() };
    let kept = text.get(..end).unwrap_or("");
    let kept = kept.rsplit_once(char::is_whitespace).map_or(kept, |(head, _)| head);
    format!("{}…", kept.trim_end_matches(|c: char| !c.is_alphanumeric()))
}

fn actors(corpus: &Corpus, document: &Document, asked: &[ActorId]) -> Vec<CardActor> {
    let mut named: Vec<ActorId> = document.mentions.iter().map(|m| m.actor).collect();
    named.sort_unstable();
    let mut counted: Vec<(ActorId, usize)> =
        named.chunk_by(|a, b| a == b).filter_map(|g| Some((*g.first()?, g.len()))).collect();
    let rank = |id: ActorId| match corpus.actor(id).map(|a| a.kind) {
        _ if asked.contains(&id) => 0,
        Some(ActorKind::Person) => 1,
        _ => 2,
    };
    counted.sort_by_key(|&(id, count)| (rank(id), std::cmp::Reverse(count), id));
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
