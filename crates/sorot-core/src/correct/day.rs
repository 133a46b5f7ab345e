//! Another day of publication, and what is relative to it.

use super::draft::Draft;
use super::{Days, Outcome};
use crate::annotate::dates;
use crate::annotate::{ContactStatus, Document, Published, PublishedSource};
use crate::calendar::Interval;
use crate::corpus::Change;
use crate::sort;
use crate::why::{Rule, Why};

pub(super) fn published(draft: &mut Draft, article: &str, days: Days) -> Outcome {
    let document = draft.document(article, Change::Words)?;
    let when = days.interval();
    let said = [days.from.min(days.to).into(), days.to.max(days.from).into()];
    let mut why = vec![if days.from == days.to {
        Why::new(Rule::ReaderPublished, [days.from.into()])
    } else {
        Why::new(Rule::ReaderPublishedBetween, said)
    }];
    if let Some(before) = document.published.when.and_then(Interval::from).filter(|_| !is_set(document)) {
        why.push(Why::new(Rule::ReaderPublishedBefore, [before.into()]));
    }
    let published = Published { when: Some(when), source: PublishedSource::Reader, why };
    document.published = published;
    settle(document);
    Ok(())
}

fn is_set(document: &Document) -> bool {
    document.published.source == PublishedSource::Reader
}

/// Settles the dates of the text again; those that the reader gave stay.
pub(super) fn settle(document: &mut Document) {
    let body = document.article.body.as_str();
    let mut given = std::mem::take(&mut document.timexes);
    given.retain(|t| t.why.iter().any(|w| w.rule == Rule::ReaderDate));
    let mut after = dates::resolve(body, &document.expressions, &document.published);
    after.retain(|t| !given.iter().any(|g| g.span.overlaps(t.span)));
    after.append(&mut given);
    sort::by_key(&mut after, |t| t.span);
    for contact in &mut document.contacts {
        if let Some(told) = contact.dated {
            contact.when = after.iter().find(|t| t.span == told).and_then(|t| t.value);
        }
        let ahead = contact.why.iter().position(|w| w.rule == Rule::ContactFuture);
        let last = document.published.when.and_then(Interval::to);
        let later = last.zip(contact.when.and_then(Interval::from)).is_some_and(|(day, when)| when > day);
        match (contact.status, ahead, later) {
            (ContactStatus::Planned, Some(at), false) => {
                contact.status = ContactStatus::Happened;
                contact.why.remove(at);
            }
            (ContactStatus::Happened, None, true) => {
                contact.status = ContactStatus::Planned;
                contact.why.push(Why::plain(Rule::ContactFuture));
            }
            _ => {}
        }
    }
    document.timexes = after;
}
