//! What follows from a mention being somebody else's: who said a quote, who met whom.

use crate::annotate::{ActorId, ActorKind, Document, Mention, Reply};
use crate::sort;
use crate::text::Span;
use crate::why::Why;

/// Whether anything in the document rests on `actor`.
pub(super) fn names(document: &Document, actor: ActorId) -> bool {
    document.everyone().any(|a| a == actor)
}

/// Every mention, beside the story too.
pub(super) fn mentions(document: &mut Document) -> impl Iterator<Item = &mut Mention> {
    document.mentions.iter_mut().chain(&mut document.aside.mentions)
}

/// Gives the mentions at `spans` to another actor, or takes them away; quotes and contacts that rest on
/// them follow.
pub(super) fn reassign(
    document: &mut Document,
    spans: &[Span],
    from: ActorId,
    to: Option<ActorId>,
    kind: ActorKind,
    why: &Why,
) {
    let moves = |span: Span| spans.contains(&span);
    let quotes: Vec<bool> = document
        .quotes
        .iter()
        .map(|q| {
            q.speakers.contains(&from) && evidence(document, from, q.cue.unwrap_or(q.span)).is_some_and(moves)
        })
        .collect();
    let contacts: Vec<bool> = document
        .contacts
        .iter()
        .map(|c| {
            let mut inside =
                document.mentions.iter().filter(|m| m.actor == from && c.span.contains(m.span)).peekable();
            match inside.peek() {
                Some(_) => inside.all(|m| moves(m.span)),
                None => evidence(document, from, c.span).is_some_and(moves),
            }
        })
        .collect();
    let sourced: Vec<bool> = document
        .sourced
        .iter()
        .map(|s| s.who == Some(from) && evidence(document, from, s.cue).is_some_and(moves))
        .collect();
    let replies: Vec<bool> = document
        .replies
        .iter()
        .map(|r| (r.who == from || r.by == Some(from)) && evidence(document, from, r.cue).is_some_and(moves))
        .collect();
    match to {
        Some(to) => {
            for mention in mentions(document).filter(|m| m.actor == from && moves(m.span)) {
                mention.actor = to;
                mention.kind = kind;
                mention.why.push(why.clone());
            }
        }
        None => {
            document.mentions.retain(|m| !(m.actor == from && moves(m.span)));
            document.aside.mentions.retain(|m| !(m.actor == from && moves(m.span)));
        }
    }
    for (quote, _) in document.quotes.iter_mut().zip(quotes).filter(|(_, rests)| *rests) {
        swap(&mut quote.speakers, from, to);
    }
    for (contact, _) in document.contacts.iter_mut().zip(contacts).filter(|(_, rests)| *rests) {
        swap(&mut contact.a, from, to);
        swap(&mut contact.b, from, to);
        contact.place = if contact.place == Some(from) { to } else { contact.place };
    }
    for (source, _) in document.sourced.iter_mut().zip(sourced).filter(|(_, rests)| *rests) {
        source.who = to;
    }
    answered(&mut document.replies, from, to, &replies);
    sided(document);
}

/// Puts `to` where `from` is accused, asked or silent, or where it asks; what nobody is left for goes.
fn answered(replies: &mut Vec<Reply>, from: ActorId, to: Option<ActorId>, rests: &[bool]) {
    let mut at = 0;
    replies.retain_mut(|reply| {
        let moves = rests.get(at).copied().unwrap_or(false);
        at += 1;
        if moves && reply.by == Some(from) {
            reply.by = to;
        }
        if moves && reply.who == from {
            let Some(to) = to else { return false };
            reply.who = to;
        }
        reply.by != Some(reply.who)
    });
}

/// Puts `to` where `from` is the source of a sentence, or has to answer.
fn voices(document: &mut Document, from: ActorId, to: Option<ActorId>) {
    let sourced = document.sourced.iter_mut().chain(&mut document.aside.sourced);
    for source in sourced.filter(|s| s.who == Some(from)) {
        source.who = to;
    }
    for replies in [&mut document.replies, &mut document.aside.replies] {
        let all = vec![true; replies.len()];
        answered(replies, from, to, &all);
    }
}

/// The mention of `actor` that tells who is meant at `span`: the nearest in the same sentence, else the
/// last before it, else the first.
fn evidence(document: &Document, actor: ActorId, span: Span) -> Option<Span> {
    let of = || document.mentions.iter().filter(|m| m.actor == actor).map(|m| m.span);
    let sentence = document.structure.sentences.iter().find(|s| s.span.overlaps(span)).map(|s| s.span);
    let distance = |m: &Span| m.start.abs_diff(span.start);
    of().filter(|m| sentence.is_some_and(|s| s.contains(*m)))
        .min_by_key(distance)
        .or_else(|| of().rfind(|m| m.start < span.end))
        .or_else(|| of().next())
}

/// Puts `to` where `from` was, everywhere but in mentions.
pub(super) fn replace(document: &mut Document, from: ActorId, to: ActorId) {
    for quote in document.quotes.iter_mut().chain(&mut document.aside.quotes) {
        swap(&mut quote.speakers, from, Some(to));
    }
    for contact in document.contacts.iter_mut().chain(&mut document.aside.contacts) {
        swap(&mut contact.a, from, Some(to));
        swap(&mut contact.b, from, Some(to));
        contact.place = if contact.place == Some(from) { Some(to) } else { contact.place };
    }
    voices(document, from, Some(to));
    sided(document);
}

/// Takes `actor` out of quotes and contacts.
pub(super) fn forget(document: &mut Document, actor: ActorId) {
    for quote in document.quotes.iter_mut().chain(&mut document.aside.quotes) {
        swap(&mut quote.speakers, actor, None);
    }
    for contact in document.contacts.iter_mut().chain(&mut document.aside.contacts) {
        swap(&mut contact.a, actor, None);
        swap(&mut contact.b, actor, None);
        contact.place = contact.place.filter(|p| *p != actor);
    }
    voices(document, actor, None);
    sided(document);
}

fn swap(ids: &mut Vec<ActorId>, from: ActorId, to: Option<ActorId>) {
    if !ids.contains(&from) {
        return;
    }
    match to {
        Some(to) => ids.iter_mut().filter(|id| **id == from).for_each(|id| *id = to),
        None => ids.retain(|id| *id != from),
    }
    sort::numbers(ids);
    ids.dedup();
}

/// A contact needs two sides that differ.
fn sided(document: &mut Document) {
    for contacts in [&mut document.contacts, &mut document.aside.contacts] {
        contacts.retain(|c| !c.a.is_empty() && !c.b.is_empty() && c.a != c.b);
    }
}
