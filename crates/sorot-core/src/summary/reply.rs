//! Who had to answer, and who was heard? The right of reply in a selection.

use crate::annotate::{ActorId, ActorKind, ReplyKind};
use crate::corpus::{Corpus, DocId};
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

/// What one actor gathers.
#[derive(Clone, Copy, Default)]
struct Tally {
    acts: u32,
    quotes: u32,
    told: u32,
}

/// Gathers the right of reply of `docs` (by day).
pub fn right_of_reply(corpus: &Corpus, docs: &[DocId]) -> RightOfReply {
    let mut tallies = vec![Tally::default(); corpus.actors().len()];
    let mut acts: Vec<(ActorId, DocId, u32)> = Vec::new();
    for &doc in docs {
        let Some(document) = corpus.document(doc) else { continue };
        for (at, reply) in (0..).zip(&document.replies) {
            acts.push((reply.who, doc, at));
            if let Some(tally) = tallies.get_mut(reply.who.index()) {
                tally.acts += 1;
            }
        }
        for speaker in document.quotes.iter().flat_map(|q| &q.speakers) {
            if let Some(tally) = tallies.get_mut(speaker.index()) {
                tally.quotes += 1;
            }
        }
        for who in document.sourced.iter().filter_map(|s| s.who) {
            if let Some(tally) = tallies.get_mut(who.index()) {
                tally.told += 1;
            }
        }
    }
    acts.sort_by_key(|a| a.0);
    let heard = |id: ActorId| match tallies.get(id.index()) {
        Some(Tally { quotes: n @ 1.., .. }) => Heard::Quoted(*n),
        Some(Tally { told: n @ 1.., .. }) => Heard::Told(*n),
        _ => Heard::No,
    };
    let mut order: Vec<(u8, Reverse<u32>, ActorId)> = acts
        .chunk_by(|a, b| a.0 == b.0)
        .filter_map(|same| same.first().map(|first| (first.0, same.len() as u32)))
        .map(|(id, count)| {
            let rank = match heard(id) {
                Heard::No => 0,
                Heard::Told(_) => 1,
                Heard::Quoted(_) => 2,
            };
            (rank, Reverse(count), id)
        })
        .collect();
    order.sort_unstable();
    let more = order.len().saturating_sub(SHOWN) as u32;
    order.truncate(SHOWN);
    let mut answers: Vec<Answer> = order
        .into_iter()
        .map(|(_, Reverse(count), actor)| {
            let start = acts.partition_point(|a| a.0 < actor);
            let own = || acts.iter().skip(start).take_while(|a| a.0 == actor);
            let tells = |kind: ReplyKind| {
                own().any(|&(_, doc, at)| {
                    let reply = corpus.document(doc).and_then(|d| d.replies.get(at as usize));
                    reply.is_some_and(|r| r.kind == kind)
                })
            };
            let heard = heard(actor);
            Answer {
                actor,
                heard,
                first: first_heard(corpus, docs, actor, heard),
                silent: tells(ReplyKind::Silent),
                left_out: tells(ReplyKind::LeftOut),
                through: Vec::new(),
                acts: own().take(ACTS).map(|&(_, doc, at)| (doc, at)).collect(),
                count,
            }
        })
        .collect();
    speak_for(corpus, &tallies, &mut answers);
    RightOfReply { answers, more }
}

/// Where `actor` is heard first.
fn first_heard(corpus: &Corpus, docs: &[DocId], actor: ActorId, heard: Heard) -> Option<(DocId, u32)> {
    if heard == Heard::No {
        return None;
    }
    docs.iter().find_map(|&doc| {
        let document = corpus.document(doc)?;
        let at = match heard {
            Heard::Quoted(_) => {
                document.quotes.iter().find(|q| q.speakers.contains(&actor)).map(|q| q.span.start)
            }
            _ => document.sourced.iter().find(|s| s.who == Some(actor)).map(|s| s.span.start),
        };
        at.map(|at| (doc, at))
    })
}

/// Names those heard who hold an office of a state or body that isn't quoted itself.
fn speak_for(corpus: &Corpus, tallies: &[Tally], answers: &mut [Answer]) {
    let mut quoted: Vec<(Reverse<u32>, ActorId)> = (0..)
        .map(ActorId)
        .zip(tallies)
        .filter(|(id, t)| {
            t.quotes + t.told > 0 && corpus.actor(*id).is_some_and(|a| a.kind == ActorKind::Person)
        })
        .map(|(id, t)| (Reverse(t.quotes + t.told), id))
        .collect();
    quoted.sort_unstable();
    quoted.truncate(QUOTED);
    for answer in answers.iter_mut().filter(|a| !matches!(a.heard, Heard::Quoted(_))) {
        let Some(body) = corpus.actor(answer.actor).filter(|a| a.kind != ActorKind::Person) else { continue };
        let spellings =
            || std::iter::once(body.name.as_str()).chain(body.surfaces.iter().map(|s| s.text.as_str()));
        let holds = |role: &str| spellings().any(|name| holds_words(role, name));
        answer.through = quoted
            .iter()
            .map(|q| q.1)
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
