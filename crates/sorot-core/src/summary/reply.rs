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

/// What one actor gathers.
#[derive(Clone, Copy, Default)]
struct Tally {
    quotes: u32,
    told: u32,
    /// Sentences that accuse it, ask it, or tell of its silence.
    acts: u32,
}

/// Gathers the right of reply of `docs` (by day).
pub fn right_of_reply(corpus: &Corpus, index: &Index, docs: &[DocId]) -> RightOfReply {
    let (voices, quotes) = (&index.told().voices, &index.told().quotes);
    let mut tallies = vec![Tally::default(); corpus.actors().len()];
    for &doc in docs {
        for (who, _) in voices.replies(doc) {
            tallies.get_mut(who.index()).into_iter().for_each(|tally| tally.acts += 1);
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
    let heard = |tally: &Tally| match tally {
        Tally { quotes: n @ 1.., .. } => Heard::Quoted(*n),
        Tally { told: n @ 1.., .. } => Heard::Told(*n),
        _ => Heard::No,
    };
    let rank = |tally: &Tally| match heard(tally) {
        Heard::No => 0,
        Heard::Told(_) => 1,
        Heard::Quoted(_) => 2,
    };
    let asked = (0..).zip(&tallies).filter(|(_, tally)| tally.acts > 0);
    let mut order: Vec<(u8, Reverse<u32>, u32)> =
        asked.map(|(id, tally)| (rank(tally), Reverse(tally.acts), id)).collect();
    sort::by_key(&mut order, |o| *o);
    let more = order.len().saturating_sub(SHOWN) as u32;
    order.truncate(SHOWN);
    let answer = |&(_, Reverse(count), id): &(u8, Reverse<u32>, u32)| {
        let (actor, heard) = (ActorId(id), tallies.get(id as usize).map_or(Heard::No, heard));
        let first = first_heard(corpus, index, docs, actor, heard);
        let (silent, left_out) = (false, false);
        Answer { actor, heard, first, silent, left_out, through: Vec::new(), acts: Vec::new(), count }
    };
    let mut answers: Vec<Answer> = order.iter().map(answer).collect();
    // Actor → place among the answers plus one: only theirs are gathered.
    let mut place = vec![0u8; tallies.len()];
    for (answer, at) in answers.iter().zip(1u8..) {
        place.get_mut(answer.actor.index()).into_iter().for_each(|slot| *slot = at);
    }
    for &doc in docs {
        for (at, &(who, kind)) in (0..).zip(voices.replies(doc)) {
            let slot = place.get(who.index()).and_then(|&at| usize::from(at).checked_sub(1));
            let Some(answer) = slot.and_then(|slot| answers.get_mut(slot)) else { continue };
            answer.silent |= kind == ReplyKind::Silent;
            answer.left_out |= kind == ReplyKind::LeftOut;
            if answer.acts.len() < ACTS {
                answer.acts.push((doc, at));
            }
        }
    }
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
