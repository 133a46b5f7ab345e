//! One actor, opened: every spelling with its reason, and every place where it is named.

use super::{CardActor, When, cards};
use crate::annotate::{Actor, ActorId, ActorKind, Document};
use crate::calendar::{Day, Interval, Lang};
use crate::corpus::{Corpus, DocId};
use crate::index::Index;
use crate::query::Query;
use crate::signs;
use crate::sort;
use crate::text::Span;
use crate::why::{Rule, Why};

/// An actor's card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActorCard {
    /// In links.
    pub slug: String,
    /// The canonical name.
    pub name: String,
    /// What it is.
    pub kind: ActorKind,
    /// Titles and roles as written beside the name.
    pub roles: Vec<String>,
    /// What in its names deceives the eye, in sentences: letters of other alphabets, invisible characters, another actor
    /// that looks the same.
    pub warnings: Vec<String>,
    /// Every spelling, most frequent first.
    pub spellings: Vec<Spelling>,
    /// Articles that name it.
    pub articles: u32,
    /// How often it is named in them.
    pub mentions: u32,
    /// First to last day of those articles that have one.
    pub period: Option<Interval>,
    /// The actors that most of those articles name too, with how many do; at most [`BESIDE`].
    pub beside: Vec<(CardActor, u32)>,
    /// Where it is named, newest article first; at most [`CONTEXTS`].
    pub contexts: Vec<Context>,
    /// Whether it is asked for.
    pub on: bool,
    /// Whether it must not be named.
    pub excluded: bool,
}

/// One spelling of an actor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spelling {
    /// As written.
    pub text: String,
    /// How often.
    pub count: u32,
    /// What tied it to the actor, in words; empty for the canonical name.
    pub why: Vec<String>,
}

/// A mention in its sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Context {
    /// The article's id.
    pub article: String,
    /// Its headline or first words.
    pub title: String,
    /// Its language.
    pub lang: Lang,
    /// Its day.
    pub when: When,
    /// The sentence's number in the article, from 0.
    pub sentence: u32,
    /// The mention's number in the article, from 0.
    pub mention: u32,
    /// The words before, the name, the words after.
    pub words: [String; 3],
    /// What made it a name, and this actor, in words.
    pub why: Vec<String>,
}

/// Actors told beside this one.
pub const BESIDE: usize = 6;
/// Mentions told in context; beyond them the filter is the better way.
pub const CONTEXTS: usize = 200;
/// Articles that are read for them where texts have to be fetched.
const FETCHED: usize = 20;
/// Characters of a sentence on each side of the name.
const AROUND: usize = 110;

pub(super) fn card(
    corpus: &Corpus,
    index: &Index,
    query: &Query,
    slug: &str,
    lang: Lang,
) -> Option<ActorCard> {
    let id = corpus.actor_by_slug(slug)?;
    let actor = corpus.actor(id)?;
    let docs = index.postings(id);
    let closed = |&(first, last): &(i32, i32)| first != i32::MIN && last != i32::MAX;
    let spans = docs.clone().filter_map(|doc| index.days().span(doc)).filter(closed);
    let widest = spans.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)));
    let day = Day::from_num_days_from_ce_opt;
    let period = widest.and_then(|(first, last)| Some(Interval::between(day(first)?, day(last)?)));
    let read = if corpus.documents().is_split() { FETCHED } else { usize::MAX };
    Some(ActorCard {
        slug: actor.slug.clone(),
        name: actor.name.clone(),
        kind: actor.kind,
        roles: actor.roles.clone(),
        warnings: warnings(corpus, id, actor, lang),
        spellings: spellings(actor, lang),
        articles: docs.len() as u32,
        mentions: actor.surfaces.iter().map(|s| s.count).sum(),
        period,
        beside: beside(corpus, index, id),
        contexts: docs
            .rev()
            .take(read)
            .flat_map(|doc| contexts(corpus, doc, id, lang))
            .take(CONTEXTS)
            .collect(),
        on: query.asks_for(&actor.slug),
        excluded: query.excludes(&actor.slug),
    })
}

fn spellings(actor: &Actor, lang: Lang) -> Vec<Spelling> {
    let used = actor.surfaces.iter().filter(|s| s.count > 0);
    used.map(|s| Spelling {
        text: s.text.clone(),
        count: s.count,
        why: s.why.iter().map(|w| w.words(lang)).collect(),
    })
    .collect()
}

/// Sentences told of an actor's names at most.
const WARNINGS: usize = 5;

fn warnings(corpus: &Corpus, id: ActorId, actor: &Actor, lang: Lang) -> Vec<String> {
    let mut found: Vec<Why> = Vec::new();
    let used = actor.surfaces.iter().filter(|s| s.count > 0).map(|s| s.text.as_str());
    for name in used.filter(|name| signs::deceives(name)) {
        let invisible: Vec<String> =
            name.chars().filter(|c| signs::is_invisible(*c)).map(signs::code_point).collect();
        found.push(if invisible.is_empty() {
            let (written, looks) = (signs::visible(name), signs::skeleton(name));
            Why::new(Rule::LooksLike, [written.as_str().into(), looks.as_str().into()])
        } else {
            Why::new(Rule::HoldsSigns, [invisible.join(" ").as_str().into()])
        });
    }
    let looks = signs::skeleton(&actor.name);
    let is_plain = looks == actor.name;
    let others = (0..).map(ActorId).zip(corpus.actors()).filter(|(other, _)| *other != id);
    // Two plain names that look the same are the same.
    let alike = others.filter(|(_, other)| !(is_plain && other.name.is_ascii()) && other.name != actor.name);
    for (_, other) in alike.filter(|(_, other)| signs::skeleton(&other.name) == looks) {
        let name = signs::visible(&other.name);
        found.push(Why::new(Rule::LooksLikeActor, [name.as_str().into()]));
    }
    found.truncate(WARNINGS);
    found.iter().map(|why| why.words(lang)).collect()
}

fn beside(corpus: &Corpus, index: &Index, id: ActorId) -> Vec<(CardActor, u32)> {
    let mut counts = vec![0u32; index.actor_count()];
    for actor in index.postings(id).flat_map(|doc| index.actors_of(doc)) {
        if let Some(count) = counts.get_mut(actor.index()) {
            *count += 1;
        }
    }
    let mut named: Vec<(u32, ActorId)> = counts.into_iter().zip((0..).map(ActorId)).collect();
    named.retain(|&(count, other)| count > 0 && other != id);
    // People first: who acts with whom is the question.
    let rank = |id: ActorId| corpus.actor(id).map(|a| a.kind != ActorKind::Person);
    sort::by_key(&mut named, |&(count, other)| (rank(other), std::cmp::Reverse(count), other));
    named
        .into_iter()
        .take(BESIDE)
        .filter_map(|(count, id)| Some((cards::card_actor(corpus, id)?, count)))
        .collect()
}

fn contexts(corpus: &Corpus, doc: DocId, id: ActorId, lang: Lang) -> impl Iterator<Item = Context> {
    let document = corpus.document(doc);
    let mentions = document.map_or(&[][..], |d| &d.mentions);
    let named = mentions.iter().zip(0u32..).filter(move |(m, _)| m.actor == id);
    named.filter_map(move |(mention, number)| {
        let document = document?;
        let (sentence, words) = in_sentence(document, mention.span)?;
        Some(Context {
            article: document.article.id.clone(),
            title: cards::title(document).text,
            lang: document.structure.language,
            when: When::of(&document.published, lang),
            sentence,
            mention: number,
            words,
            why: mention.why.iter().map(|w| w.words(lang)).collect(),
        })
    })
}

/// The number of the sentence that holds `span`, and its words around it.
pub(super) fn in_sentence(document: &Document, span: Span) -> Option<(u32, [String; 3])> {
    let body = document.article.body.as_str();
    let (sentence, number) =
        document.structure.sentences.iter().zip(0u32..).find(|(s, _)| s.span.contains(span))?;
    let before = Span { start: sentence.span.start, end: span.start }.of(body);
    let after = Span { start: span.end, end: sentence.span.end }.of(body);
    Some((number, [tail(before), span.of(body).to_string(), head(after)]))
}

/// At most the last [`AROUND`] characters, cut between words.
fn tail(text: &str) -> String {
    let Some((from, _)) = text.char_indices().rev().nth(AROUND) else { return text.to_string() };
    let kept = text.get(from..).unwrap_or("");
    format!("…{}", kept.split_once(char::is_whitespace).map_or(kept, |(_, rest)| rest))
}

/// At most the first [`AROUND`] characters, cut between words.
fn head(text: &str) -> String {
    let Some((to, _)) = text.char_indices().nth(AROUND) else { return text.to_string() };
    let kept = text.get(..to).unwrap_or("");
    format!("{}…", kept.rsplit_once(char::is_whitespace).map_or(kept, |(rest, _)| rest))
}

/// The actors whose name or spelling holds `text`, by articles, then by name.
pub(super) fn like(corpus: &Corpus, index: &Index, text: &str, most: usize) -> Vec<CardActor> {
    let sought = text.trim().to_lowercase();
    let fits = |a: &Actor| {
        let mut names = a.surfaces.iter().map(|s| &s.text).chain([&a.name]);
        names.any(|name| name.to_lowercase().contains(&sought))
    };
    let ids = (0..).map(ActorId).zip(corpus.actors());
    let mut found: Vec<(usize, &Actor, ActorId)> = ids
        .map(|(id, actor)| (index.postings(id).len(), actor, id))
        .filter(|(articles, actor, _)| *articles > 0 && fits(actor))
        .collect();
    sort::by(&mut found, |a, b| b.0.cmp(&a.0).then_with(|| a.1.name.cmp(&b.1.name)));
    found.into_iter().take(most).filter_map(|(_, _, id)| cards::card_actor(corpus, id)).collect()
}
