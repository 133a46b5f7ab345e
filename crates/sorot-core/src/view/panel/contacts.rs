//! Who met, phoned or wrote to whom, and whether it happened.

use super::line::{Citation, Line, LineId, sentence_at};
use super::timeline::days;
use crate::annotate::{ActorId, ContactStatus};
use crate::calendar::{Grain, Interval, Lang};
use crate::corpus::{Corpus, DocId};
use crate::summary::Selection;
use crate::summary::met::{self, Meeting};
use crate::view::CardActor;
use crate::view::cards::card_actor;

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
    /// What it rests on: the first article that tells it.
    pub id: LineId,
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
    /// Who with whom, whether, when and where, in words.
    pub head: String,
    /// The sentence, verbatim.
    pub text: String,
    /// Its language.
    pub lang: Lang,
    /// Where it is told; never empty.
    pub places: Vec<Citation>,
    /// What told it, in words.
    pub why: Vec<String>,
}

impl MeetingView {
    pub(super) fn line(&self) -> Line {
        Line {
            id: self.id.clone(),
            head: self.head.clone(),
            text: self.text.clone(),
            lang: self.lang,
            places: self.places.clone(),
            why: self.why.clone(),
        }
    }

    /// Who with whom, whether, when and where.
    fn head(&self, lang: Lang) -> String {
        let names = |side: &[CardActor]| side.iter().map(|a| a.name.as_str()).collect::<Vec<_>>().join(", ");
        let mut head = format!("{} – {} ({}", names(&self.a), names(&self.b), status(self.status, lang));
        for part in self.when.iter().chain(self.place.as_ref().map(|p| &p.name)) {
            head.push_str(", ");
            head.push_str(part);
        }
        head.push(')');
        head
    }
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

pub(super) fn contacts(selection: &Selection, lang: Lang) -> ContactsView {
    let found = met::met(selection);
    ContactsView {
        lines: found.lines.iter().filter_map(|m| meeting(selection.corpus, m, lang)).collect(),
        total: found.total,
        others: found.others,
        actors: named(selection.corpus, &found.actors),
        cells: found.cells.into_iter().map(|c| (c.row, c.column, c.lines)).collect(),
    }
}

fn meeting(corpus: &Corpus, meeting: &Meeting, lang: Lang) -> Option<MeetingView> {
    let place = |at: &(DocId, u32)| {
        let document = corpus.document(at.0)?;
        let span = document.contacts.get(at.1 as usize)?.span;
        Some((*at, Citation::of(document, sentence_at(document, span)?, lang)?))
    };
    let mut told: Vec<((DocId, u32), Citation)> = meeting.told.iter().filter_map(place).collect();
    // The story tells more than the headline above it.
    if told.iter().any(|(_, place)| place.paragraph > 0) {
        told.retain(|(_, place)| place.paragraph > 0);
    }
    let (doc, number) = told.first()?.0;
    let document = corpus.document(doc)?;
    let contact = document.contacts.get(number as usize)?;
    let mut view = MeetingView {
        head: String::new(),
        id: LineId::contact(&document.article.id, number),
        a: named(corpus, &meeting.a),
        b: named(corpus, &meeting.b),
        status: meeting.status,
        channel: meeting.channel.clone(),
        when: meeting.when.map(|when| days(when, grain(when), lang)),
        place: meeting.place.and_then(|id| card_actor(corpus, id)),
        text: contact.span.of(&document.article.body).to_string(),
        lang: document.structure.language,
        places: told.into_iter().map(|(_, place)| place).collect(),
        why: contact.why.iter().map(|w| w.words(lang)).collect(),
    };
    view.head = view.head(lang);
    Some(view)
}

/// How finely an interval can be told by itself.
fn grain(when: Interval) -> Grain {
    match when.from() {
        Some(from) if Interval::month_of(from) == when => Grain::Month,
        _ => Grain::Days,
    }
}

fn named(corpus: &Corpus, ids: &[ActorId]) -> Vec<CardActor> {
    ids.iter().filter_map(|&id| card_actor(corpus, id)).collect()
}
