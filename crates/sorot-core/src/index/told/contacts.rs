//! The same sides, status and day are one contact. Nothing joins what happened with what is planned,
//! spoken of or denied. One without a day is joined inside its own article only, and where just one
//! day can be meant; two channels on a day are two contacts.

use super::{Key, Lines, Rows, classes};
use crate::annotate::Contact;
use crate::calendar::Interval;
use crate::corpus::Corpus;
use chrono::Datelike;

pub(super) fn lines(corpus: &Corpus) -> Lines {
    let mut rows = Rows::default();
    let mut channels = Vec::new();
    for (number, document) in (0u64..).zip(corpus.documents()) {
        for contact in &document.contacts {
            let when = contact.when.or_else(|| only_day(&document.contacts, contact));
            rows.push(key(contact, when, number), contact.a.iter().chain(&contact.b).copied());
            channels.push(contact.channel.as_deref());
        }
        rows.close();
    }
    // The first channel told of each: the same, or none, goes along.
    let group = classes(&rows.keys);
    let mut first: Vec<Option<&str>> = vec![None; group.len()];
    for ((key, &group), channel) in rows.keys.iter_mut().zip(&group).zip(channels) {
        let Some(first) = first.get_mut(group as usize) else { continue };
        match (channel, *first) {
            (Some(channel), None) => *first = Some(channel),
            (Some(channel), Some(told)) if told != channel => *key = Key(*key).text(channel).0,
            _ => {}
        }
    }
    Lines::of(&rows)
}

/// The day of the other contacts of the same sides and status in the article, where they have just one.
fn only_day(contacts: &[Contact], undated: &Contact) -> Option<Interval> {
    let same = |c: &&Contact| c.status == undated.status && sides(c) == sides(undated);
    let mut days = contacts.iter().filter(same).filter_map(|c| c.when);
    let first = days.next()?;
    days.all(|day| day == first).then_some(first)
}

/// The sides, the lesser one first: who is named first doesn't matter.
fn sides(contact: &Contact) -> [&[crate::annotate::ActorId]; 2] {
    let (a, b) = (contact.a.as_slice(), contact.b.as_slice());
    if a <= b { [a, b] } else { [b, a] }
}

/// The sides and the status of each contact, hashed; the lowest bit says that it has no day.
pub(super) fn sides_of(corpus: &Corpus) -> Vec<u32> {
    let contacts = corpus.documents().iter().flat_map(|d| &d.contacts);
    contacts.map(|c| sides_key(c).0 as u32 & !1 | u32::from(c.when.is_none())).collect()
}

fn sides_key(contact: &Contact) -> Key {
    let mut key = Key::new().with(contact.status as u64);
    for side in sides(contact) {
        for actor in side {
            key = key.with(u64::from(actor.0));
        }
        key = key.byte(0);
    }
    key
}

fn key(contact: &Contact, when: Option<Interval>, document: u64) -> u64 {
    let key = sides_key(contact);
    let day = |end: Option<crate::calendar::Day>| end.map_or(0, |d| i64::from(d.num_days_from_ce()) as u64);
    match when {
        Some(when) => key.with(day(when.from())).with(day(when.to())).0,
        None => key.byte(0).with(document).0,
    }
}
