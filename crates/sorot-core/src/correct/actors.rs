//! Corrections of who is who.

use super::draft::Draft;
use super::{MAX_NAME, Outcome, follow};
use crate::annotate::{ActorId, ActorKind, Document, Mention};
use crate::corpus::Change;
use crate::sort;
use crate::text::Span;
use crate::why::{Rule, Why};

pub(super) fn merge(draft: &mut Draft, actor: &str, into: &str) -> Outcome {
    let (from, to) = (draft.actor(actor)?, draft.actor(into)?);
    if from == to {
        return Err(Why::new(Rule::CorrectSame, [draft.name(to).into()]));
    }
    let kind = draft.get(to).map_or(ActorKind::Person, |a| a.kind);
    let why = Why::new(Rule::ReaderMerged, [draft.name(from).into(), draft.name(to).into()]);
    draft.each(&draft.resting(from), Change::Told, &|d| follow::names(d, from), &|document| {
        for mention in follow::mentions(document).filter(|m| m.actor == from) {
            mention.actor = to;
            mention.kind = kind;
            mention.why.push(why.clone());
        }
        follow::replace(document, from, to);
    });
    let roles = draft.actors.get_mut(from.index()).map(|a| std::mem::take(&mut a.roles)).unwrap_or_default();
    if let Some(target) = draft.actors.get_mut(to.index()) {
        target.roles.extend(roles);
        sort::by(&mut target.roles, Ord::cmp);
        target.roles.dedup();
    }
    draft.redirect(from, to);
    draft.touch([from, to]);
    Ok(())
}

pub(super) fn split(draft: &mut Draft, actor: &str, spelling: &str) -> Outcome {
    let from = draft.actor(actor)?;
    let rows = draft.resting(from);
    let stands = |d: &Document| spelt(d, from, spelling).next().is_some();
    let known = draft.get(from).is_some_and(|a| a.surfaces.iter().any(|s| s.text == spelling))
        || rows.iter().filter_map(|row| draft.read(*row)).any(stands);
    if !known {
        return Err(Why::new(Rule::CorrectNoSpelling, [draft.name(from).into(), spelling.into()]));
    }
    let kind = draft.get(from).map_or(ActorKind::Person, |a| a.kind);
    let to = draft.new_actor(&one_line(spelling), kind);
    let why = Why::new(Rule::ReaderSplit, [spelling.into(), draft.name(from).into()]);
    draft.each(&rows, Change::Told, &stands, &|document| {
        let spans: Vec<Span> = spelt(document, from, spelling).map(|m| m.span).collect();
        follow::reassign(document, &spans, from, Some(to), kind, &why);
    });
    draft.touch([from, to]);
    Ok(())
}

fn spelt<'a>(
    document: &'a Document,
    actor: ActorId,
    spelling: &'a str,
) -> impl Iterator<Item = &'a Mention> + use<'a> {
    let all = document.mentions.iter().chain(&document.aside.mentions);
    all.filter(move |m| m.actor == actor && m.span.of(&document.article.body) == spelling)
}

pub(super) fn rename(draft: &mut Draft, actor: &str, name: &str) -> Outcome {
    let id = draft.actor(actor)?;
    let name = one_line(name);
    if name.is_empty() {
        return Err(Why::plain(Rule::CorrectNoName));
    }
    if let Some(actor) = draft.actors.get_mut(id.index()) {
        let before = std::mem::replace(&mut actor.name, name);
        let why = Why::new(Rule::ReaderRenamed, [before.as_str().into(), actor.name.as_str().into()]);
        // The canonical name needs no reason; its spellings do.
        for surface in actor.surfaces.iter_mut().filter(|s| s.why.is_empty() && s.text != actor.name) {
            surface.why.push(why.clone());
        }
    }
    Ok(())
}

pub(super) fn kind(draft: &mut Draft, actor: &str, kind: ActorKind) -> Outcome {
    let id = draft.actor(actor)?;
    if let Some(actor) = draft.actors.get_mut(id.index()) {
        actor.kind = kind;
    }
    let why = Why::plain(Rule::ReaderKind);
    draft.each(&draft.resting(id), Change::Shown, &|d| follow::names(d, id), &|document| {
        for mention in follow::mentions(document).filter(|m| m.actor == id) {
            mention.kind = kind;
            mention.government &= kind == ActorKind::Place;
            mention.why.push(why.clone());
        }
    });
    Ok(())
}

pub(super) fn hide(draft: &mut Draft, actor: &str) -> Outcome {
    let id = draft.actor(actor)?;
    draft.each(&draft.resting(id), Change::Told, &|d| follow::names(d, id), &|document| {
        document.mentions.retain(|m| m.actor != id);
        document.aside.mentions.retain(|m| m.actor != id);
        follow::forget(document, id);
    });
    draft.touch([id]);
    Ok(())
}

pub(super) fn add(draft: &mut Draft, text: &str, kind: ActorKind, actor: Option<&str>) -> Outcome {
    let text = text.trim();
    let there = |d: &Document| !places(d, text).is_empty();
    let mut rows = if text.chars().count() > MAX_NAME { Vec::new() } else { draft.holding(text) };
    rows.retain(|row| draft.read(*row).is_some_and(there));
    if rows.is_empty() {
        return Err(Why::new(Rule::CorrectNowhere, [text.into()]));
    }
    let id = match actor {
        Some(slug) => draft.actor(slug)?,
        None => draft.new_actor(&one_line(text), kind),
    };
    let kind = draft.get(id).map_or(kind, |a| a.kind);
    let why = Why::new(Rule::ReaderAdded, [text.into(), draft.name(id).into()]);
    let mut displaced: Vec<ActorId> = vec![id];
    for document in rows.iter().filter_map(|row| draft.read(*row)) {
        let spans = places(document, text);
        let inside = |m: &&Mention| spans.iter().any(|s| s.contains(m.span));
        displaced.extend(document.mentions.iter().filter(inside).map(|m| m.actor));
    }
    draft.each(&rows, Change::Told, &|_| true, &|document| {
        for span in places(document, text) {
            let in_story = document.structure.story().any(|line| line.contains(span));
            let mention = Mention { span, actor: id, kind, government: false, why: vec![why.clone()] };
            let Document { mentions, aside, .. } = document;
            let list = if in_story { mentions } else { &mut aside.mentions };
            list.retain(|m| !span.contains(m.span));
            let at = list.partition_point(|m| m.span.start < span.start);
            list.insert(at, mention);
        }
    });
    draft.touch(displaced);
    Ok(())
}

/// Where `text` stands as whole words and nothing longer is named already.
fn places(document: &Document, text: &str) -> Vec<Span> {
    let body = document.article.body.as_str();
    let whole = |start: usize, end: usize| {
        let before = body.get(..start).and_then(|b| b.chars().next_back());
        let after = body.get(end..).and_then(|b| b.chars().next());
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    };
    let crossed = |span: Span, other: Span| span.overlaps(other) && !span.contains(other);
    let named = || document.mentions.iter().chain(&document.aside.mentions);
    body.match_indices(text)
        .filter(|(start, found)| whole(*start, start + found.len()))
        .map(|(start, found)| Span::new(start, start + found.len()))
        .filter(|s| !named().any(|m| crossed(*s, m.span)))
        .filter(|s| !document.timexes.iter().any(|t| t.span.overlaps(*s)))
        .filter(|s| document.structure.blocks.iter().any(|b| b.span.contains(*s)))
        .collect()
}

/// A name on one line, of at most [`MAX_NAME`] characters.
fn one_line(text: &str) -> String {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    words.chars().take(MAX_NAME).collect()
}
