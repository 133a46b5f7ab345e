//! Who met, phoned or wrote to whom, and whether it happened.

use super::line::{Line, LineKind};
use super::teller::Teller;
use super::timeline::days;
use crate::annotate::ContactStatus;
use crate::calendar::{Grain, Interval, Lang};
use crate::summary::Selection;
use crate::summary::met::{self, Meeting};
use crate::view::CardActor;

/// The contacts, as a list and as a matrix of who with whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactsView {
    /// By day, those without one last.
    pub lines: Vec<MeetingView>,
    /// Contacts in all, the ones that aren't shown too.
    pub total: u32,
    /// Contacts without the actors asked for; not counted in `total`.
    pub others: u32,
    /// Who stands in the matrix, the most in contact first.
    pub actors: Vec<CardActor>,
    /// Its fields that hold something: row, column below it in `actors`, and indexes of `lines`.
    pub cells: Vec<(u32, u32, Vec<u32>)>,
}

/// One contact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeetingView {
    /// Where it is told; its head is who with whom, whether, when and where.
    pub line: Line,
    /// One side.
    pub a: Vec<CardActor>,
    /// The other side.
    pub b: Vec<CardActor>,
    /// Whether it took place.
    pub status: ContactStatus,
    /// "in-person", "phone", "virtual", "briefing", "written"; `None` where not told.
    pub channel: Option<String>,
    /// When in words, if told.
    pub when: Option<String>,
    /// Where, if told.
    pub place: Option<CardActor>,
}

fn status(status: ContactStatus, lang: Lang) -> &'static str {
    match (status, lang) {
        (ContactStatus::Happened, Lang::Id) => "terjadi",
        (ContactStatus::Happened, Lang::En) => "happened",
        (ContactStatus::Planned, Lang::Id) => "rencana",
        (ContactStatus::Planned, Lang::En) => "planned",
        (ContactStatus::Discussed, Lang::Id) => "dibicarakan",
        (ContactStatus::Discussed, Lang::En) => "discussed",
        (ContactStatus::Denied, Lang::Id) => "disangkal",
        (ContactStatus::Denied, Lang::En) => "denied",
    }
}

pub(super) fn contacts(teller: Teller, selection: &Selection) -> ContactsView {
    let found = met::met(selection);
    ContactsView {
        lines: found.lines.iter().filter_map(|m| meeting(teller, m)).collect(),
        total: found.total,
        others: found.others,
        actors: teller.actors(&found.actors),
        cells: found.cells.into_iter().map(|c| (c.row, c.column, c.lines)).collect(),
    }
}

fn meeting(teller: Teller, meeting: &Meeting) -> Option<MeetingView> {
    let when = meeting.when.map(|when| days(when, grain(when), teller.lang));
    let place = meeting.place.and_then(|id| teller.actor(id));
    let mut head = teller.head(LineKind::Contact, *meeting.told.rows.first()?);
    head.push_str(" (");
    head.push_str(status(meeting.status, teller.lang));
    for part in when.iter().chain(place.as_ref().map(|p| &p.name)) {
        head.push_str(", ");
        head.push_str(part);
    }
    head.push(')');
    Some(MeetingView {
        line: teller.line(LineKind::Contact, &meeting.told, head)?,
        a: teller.actors(&meeting.a),
        b: teller.actors(&meeting.b),
        status: meeting.status,
        channel: meeting.channel.clone(),
        when,
        place,
    })
}

/// How finely an interval can be told by itself.
fn grain(when: Interval) -> Grain {
    match when.from() {
        Some(from) if Interval::month_of(from) == when => Grain::Month,
        _ => Grain::Days,
    }
}
