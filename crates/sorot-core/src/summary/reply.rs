//! Who had to answer, and who was heard? The right of reply in a selection.

use super::highest;
use crate::annotate::{ActorId, ActorKind, ReplyKind};
use crate::corpus::{Corpus, DocId};
use crate::index::Index;
use crate::sort;
use std::cmp::Reverse;

/// Everybody who is accused, asked, silent or left out in a selection.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RightOfReply {
    /// Those not heard first, then those told of most.
    pub answers: Vec<Answer>,
    /// How many more there are.
    pub more: u32,
}

/// One who has something to answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Who.
    pub actor: ActorId,
    /// Whether the selection lets it speak.
    pub heard: Heard,
    /// Where it is quoted or its words are told first: article and byte of the body.
    pub first: Option<(DocId, u32)>,
    /// Whether it is said to have declined, or not to have commented.
    pub silent: bool,
    /// Whether it is said to have been left out.
    pub left_out: bool,
    /// Persons heard whose office names it ("Presiden X"), where it isn't quoted itself.
    pub through: Vec<ActorId>,
    /// The sentences: article and number in [`crate::annotate::Document::replies`], in order.
    pub acts: Vec<(DocId, u32)>,
    /// How many there are; more than `acts` in a large selection.
    pub count: u32,
}

/// Whether somebody is heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Heard {
    /// Neither quoted nor are its words told.
    No,
    /// Its words are told without a quote, so many times.
    Told(u32),
    /// Quoted, so many times.
    Quoted(u32),
}

/// Actors shown.
const SHOWN: usize = 24;
/// Sentences shown of each.
const ACTS: usize = 8;
/// Persons who speak for a state or body.
const THROUGH: usize = 3;
/// Persons heard whose offices are read.
const QUOTED: usize = 200;

/// A sentence that accuses somebody, asks, or tells of silence.
#[derive(Clone, Copy)]
struct Act {
    who: ActorId,
    doc: DocId,
    at: u32,
    kind: ReplyKind,
}

/// What one actor gathers.
#[derive(Clone, Copy, Default)]
struct Tally {
    quotes: u32,
    told: u32,
}

/// Gathers the right of reply of `docs` (by day).
pub fn right_of_reply(corpus: &Corpus, index: &Index, docs: &[DocId]) -> RightOfReply {
    let (voices, quotes) = (&index.told().voices, &index.told().quotes);
    let mut tallies = vec![Tally::default(); corpus.actors().len()];
    let mut acts: Vec<Act> = Vec::new();
    for &doc in docs {
        for (at, &(who, kind)) in (0..).zip(voices.replies(doc)) {
            acts.push(Act { who, doc, at, kind });
        }
        for speaker in quotes.of_doc(doc).iter().flat_map(|&line| quotes.actors(line)) {
            tallies.get_mut(speaker.index()).into_iter().for_each(|tally| tally.quotes += 1);
        }
        for who in voices.sources(doc).iter().filter_map(|s| s.who) {
            tallies.get_mut(who.index()).into_iter().for_each(|tally| tally.told += 1);
        }
    }
    // A capital or a seat that is heard is its state heard, too.
    let own = tallies.clone();
    for (tally, actor) in own.iter().zip(corpus.actors()).filter(|(tally, _)| tally.quotes + tally.told > 0) {
        if let Some(all) = actor.state.and_then(|state| tallies.get_mut(state.index())) {
            all.quotes += tally.quotes;
            all.told += tally.told;
        }
    }
    // By actor, each one's in order; there may be many.
    let mut order: Vec<(u32, u32)> = acts.iter().zip(0..).map(|(act, at)| (act.who.0, at)).collect();
    sort::numbers(&mut order);
    let acts: Vec<Act> = order.into_iter().filter_map(|(_, at)| acts.get(at as usize).copied()).collect();
    let heard = |id: ActorId| match tallies.get(id.index()) {
        Some(Tally { quotes: n @ 1.., .. }) => Heard::Quoted(*n),
        Some(Tally { told: n @ 1.., .. }) => Heard::Told(*n),
        _ => Heard::No,
    };
    let mut order: Vec<(u8, Reverse<usize>, &[Act])> = acts
        .chunk_by(|a, b| a.who == b.who)
        .map(|same| {
            let rank = match same.first().map_or(Heard::No, |act| heard(act.who)) {
                Heard::No => 0,
                Heard::Told(_) => 1,
                Heard::Quoted(_) => 2,
            };
            (rank, Reverse(same.len()), same)
        })
        .collect();
    // Those of one rank and length stand by actor already.
    sort::by_key(&mut order, |o| (o.0, o.1));
    let more = order.len().saturating_sub(SHOWN) as u32;
    order.truncate(SHOWN);
    let answers = order.into_iter().filter_map(|(_, _, own)| {
        let actor = own.first()?.who;
        let tells = |kind: ReplyKind| own.iter().any(|act| act.kind == kind);
        let heard = heard(actor);
        Some(Answer {
            actor,
            heard,
            first: first_heard(corpus, index, docs, actor, heard),
            silent: tells(ReplyKind::Silent),
            left_out: tells(ReplyKind::LeftOut),
            through: Vec::new(),
            acts: own.iter().take(ACTS).map(|act| (act.doc, act.at)).collect(),
            count: own.len() as u32,
        })
    });
    let mut answers: Vec<Answer> = answers.collect();
    speak_for(corpus, &tallies, &mut answers);
    RightOfReply { answers, more }
}

/// Where `actor`, or whoever stands for it, is heard first.
fn first_heard(
    corpus: &Corpus,
    index: &Index,
    docs: &[DocId],
    actor: ActorId,
    heard: Heard,
) -> Option<(DocId, u32)> {
    let is = |who: ActorId| who == actor || corpus.actor(who).is_some_and(|a| a.state == Some(actor));
    let (voices, quotes) = (&index.told().voices, &index.told().quotes);
    match heard {
        Heard::No => None,
        Heard::Quoted(_) => docs.iter().find_map(|&doc| {
            let own = |&line: &u32| quotes.actors(line).iter().any(|&who| is(who));
            let at = quotes.of_doc(doc).iter().position(own)?;
            Some((doc, corpus.document(doc)?.quotes.get(at)?.span.start))
        }),
        Heard::Told(_) => docs.iter().find_map(|&doc| {
            let at = voices.sources(doc).iter().position(|s| s.who.is_some_and(is))?;
            Some((doc, corpus.document(doc)?.sourced.get(at)?.span.start))
        }),
    }
}

/// Names those heard who hold an office of a state or body that isn't quoted itself.
fn speak_for(corpus: &Corpus, tallies: &[Tally], answers: &mut [Answer]) {
    let heard = |(id, tally): (u32, &Tally)| match corpus.actor(ActorId(id)).map(|a| a.kind) {
        Some(ActorKind::Person) => tally.quotes + tally.told,
        _ => 0,
    };
    let counts: Vec<u32> = (0..).zip(tallies).map(heard).collect();
    let quoted = highest(&counts, QUOTED);
    for answer in answers.iter_mut().filter(|a| !matches!(a.heard, Heard::Quoted(_))) {
        let Some(body) = corpus.actor(answer.actor).filter(|a| a.kind != ActorKind::Person) else { continue };
        let spellings =
            || std::iter::once(body.name.as_str()).chain(body.surfaces.iter().map(|s| s.text.as_str()));
        let holds = |role: &str| spellings().any(|name| holds_words(role, name));
        answer.through = quoted
            .iter()
            .map(|&id| ActorId(id))
            .filter(|&id| corpus.actor(id).is_some_and(|a| a.roles.iter().any(|r| holds(r))))
            .take(THROUGH)
            .collect();
    }
}

/// Whether `role` holds `name` as whole words.
fn holds_words(role: &str, name: &str) -> bool {
    role.match_indices(name).any(|(at, _)| {
        let before = role.get(..at).and_then(|s| s.chars().next_back());
        let after = role.get(at + name.len()..).and_then(|s| s.chars().next());
        !name.is_empty()
            && !before.is_some_and(char::is_alphanumeric)
            && !after.is_some_and(char::is_alphanumeric)
    })
}
