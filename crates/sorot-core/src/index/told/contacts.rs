//! The same sides, status and day are one contact. Nothing joins what happened with what is planned,
//! spoken of or denied. One without a day is joined inside its own article only, and where just one
//! day can be meant; two channels on a day are two contacts.

use super::{Key, Lines, Rows, Source, Told, classes, kept};
use crate::annotate::Contact;
use crate::calendar::Interval;
use crate::corpus::{Change, DocId};
use crate::sort;
use chrono::Datelike;

/// The contacts of all articles.
pub(super) struct Contacts {
    pub lines: Lines,
    /// Row → its sides and status, hashed; the lowest bit says that it has no day.
    pub sides: Vec<u32>,
    /// Article → whether its contacts were read.
    pub read: Vec<bool>,
}

/// Those of a corpus that came of one of which `old` is told: contacts of other sides than those of the articles that
/// changed stay as they are.
pub(super) fn lines(old: &Told, source: Source) -> Contacts {
    let all = 0..source.altered.was.len() as u32;
    let same = |row| source.altered.same(row, Change::Told);
    let mut changed: Vec<u32> = Vec::new();
    if !old.contacts.is_empty() {
        for row in source.altered.changed(Change::Told) {
            let now = source.corpus.documents().seek(row as usize).into_iter().flat_map(|d| &d.contacts);
            changed.extend(now.map(|c| side(c) >> 1));
            let was = source.altered.was.get(row as usize).copied().flatten();
            changed.extend(was.into_iter().flat_map(|was| old.sides(DocId(was))).map(|(side, _)| side));
        }
        sort::numbers(&mut changed);
    }
    let has_changed = |side: u32| changed.binary_search(&side).is_ok();
    let (mut rows, mut sides, mut read) = (Rows::default(), Vec::new(), Vec::new());
    let mut channels = Vec::new();
    for row in all {
        let was = same(row).map(DocId);
        let is_kept = |was: &DocId| {
            // As long as its text is away it stays as it was, too.
            !old.sides(*was).any(|(side, _)| has_changed(side))
                || source.corpus.documents().seek(row as usize).is_none()
        };
        match was.filter(is_kept) {
            Some(was) => {
                rows.keep(&old.contacts, was);
                sides.extend_from_slice(super::super::slice(&old.contacts.offsets, &old.sides, was.index()));
                read.push(false);
            }
            None => {
                let contacts = source.corpus.documents().seek(row as usize).map_or(&[][..], |d| &d.contacts);
                for (at, contact) in contacts.iter().enumerate() {
                    let line = was.filter(|_| !has_changed(side(contact) >> 1));
                    let line = line.and_then(|was| old.contacts.of_doc(was).get(at));
                    let when = contact.when.or_else(|| only_day(contacts, contact));
                    let key = line.map_or_else(|| key(contact, when, row.into()), |line| kept(*line));
                    channels.resize(rows.keys.len(), None);
                    channels.push(contact.channel.as_deref().filter(|_| line.is_none()));
                    rows.push(key, contact.a.iter().chain(&contact.b).copied());
                    sides.push(side(contact));
                }
                read.push(true);
            }
        }
        rows.close();
    }
    channels.resize(rows.keys.len(), None);
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
    Contacts { lines: Lines::of(&rows), sides, read }
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

/// The sides and the status of a contact, hashed; the lowest bit says that it has no day.
fn side(contact: &Contact) -> u32 {
    sides_key(contact).0 as u32 & !1 | u32::from(contact.when.is_none())
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
