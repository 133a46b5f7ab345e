//! Corrections of one reading at its place: a mention, a date, a speaker, a contact.

use super::draft::Draft;
use super::{Days, Outcome, Place, follow, nothing_there};
use crate::annotate::{ActorKind, ContactStatus, Timex};
use crate::calendar::Grain;
use crate::corpus::Change;
use crate::sort;
use crate::why::{Rule, Why};

pub(super) fn mention(draft: &mut Draft, at: &Place, actor: Option<&str>) -> Outcome {
    let to = actor.map(|slug| draft.actor(slug)).transpose()?;
    let (kind, name) = match to.and_then(|id| draft.get(id)) {
        Some(actor) => (actor.kind, actor.name.clone()),
        None => (ActorKind::Person, String::new()),
    };
    let (document, span) = draft.at(at, Change::Told)?;
    let all = document.mentions.iter().chain(&document.aside.mentions);
    let from = all.clone().find(|m| m.span == span).map(|m| m.actor).ok_or_else(|| nothing_there(at))?;
    let why = Why::new(Rule::ReaderMention, [at.text.as_str().into(), name.as_str().into()]);
    follow::reassign(document, &[span], from, to, kind, &why);
    draft.touch([from].into_iter().chain(to));
    Ok(())
}

pub(super) fn date(draft: &mut Draft, at: &Place, days: Option<Days>) -> Outcome {
    let (document, span) = draft.at(at, Change::Told)?;
    let found = document.timexes.iter().position(|t| t.span == span);
    let value = days.map(Days::interval);
    match (found, days) {
        (None, None) => return Err(nothing_there(at)),
        (Some(i), None) => {
            document.timexes.remove(i);
            // Else another day of publication would bring it back.
            document.expressions.retain(|e| e.span != span);
        }
        (found, Some(days)) => {
            if document.mentions.iter().any(|m| m.span.overlaps(span)) {
                return Err(nothing_there(at));
            }
            let grain = if days.from == days.to { Grain::Day } else { Grain::Days };
            let why = vec![Why::new(Rule::ReaderDate, [at.text.as_str().into()])];
            let timex = Timex { span, value, grain, why };
            match found.and_then(|i| document.timexes.get_mut(i)) {
                Some(place) => *place = timex,
                None => {
                    document.timexes.retain(|t| !t.span.overlaps(span));
                    let i = document.timexes.partition_point(|t| t.span.start < span.start);
                    document.timexes.insert(i, timex);
                }
            }
        }
    }
    for contact in document.contacts.iter_mut().filter(|c| c.dated == Some(span)) {
        contact.when = value;
    }
    Ok(())
}

pub(super) fn speaker(draft: &mut Draft, at: &Place, speakers: &[String]) -> Outcome {
    let ids = draft.actors(speakers)?;
    let (document, span) = draft.at(at, Change::Told)?;
    let quote = document.quotes.iter_mut().find(|q| q.span == span).ok_or_else(|| nothing_there(at))?;
    quote.speakers = ids;
    quote.why = vec![Why::plain(Rule::ReaderSpeaker)];
    Ok(())
}

pub(super) fn status(
    draft: &mut Draft,
    at: &Place,
    a: &[String],
    b: &[String],
    status: Option<ContactStatus>,
) -> Outcome {
    let (a, b) = (draft.actors(a)?, draft.actors(b)?);
    let (document, span) = draft.at(at, Change::Told)?;
    let sorted = |ids: &[crate::annotate::ActorId]| {
        let mut ids = ids.to_vec();
        sort::numbers(&mut ids);
        ids
    };
    let found =
        document.contacts.iter().position(|c| c.span == span && sorted(&c.a) == a && sorted(&c.b) == b);
    let found = found.ok_or_else(|| nothing_there(at))?;
    match status {
        None => {
            document.contacts.remove(found);
        }
        Some(status) => {
            if let Some(contact) = document.contacts.get_mut(found) {
                contact.status = status;
                contact.why.push(Why::plain(Rule::ReaderStatus));
            }
        }
    }
    Ok(())
}
