//! A correction as a value in the file: its kind's name with its fields.

use super::json::Json;
use super::{Correction, Days, Place};
use crate::annotate::{ActorKind, ContactStatus};
use crate::calendar::day_of;

const KINDS: [(ActorKind, &str); 3] =
    [(ActorKind::Person, "person"), (ActorKind::Organisation, "organisation"), (ActorKind::Place, "place")];

const STATUSES: [(ContactStatus, &str); 4] = [
    (ContactStatus::Happened, "happened"),
    (ContactStatus::Planned, "planned"),
    (ContactStatus::Discussed, "discussed"),
    (ContactStatus::Denied, "denied"),
];

/// As it stands in the file.
pub(super) fn write(correction: &Correction) -> Json {
    let (name, fields) = match correction {
        Correction::Merge { actor, into } => ("merge", vec![("actor", text(actor)), ("into", text(into))]),
        Correction::Split { actor, spelling } => {
            ("split", vec![("actor", text(actor)), ("spelling", text(spelling))])
        }
        Correction::Rename { actor, name } => ("rename", vec![("actor", text(actor)), ("name", text(name))]),
        Correction::Kind { actor, kind } => {
            ("kind", vec![("actor", text(actor)), ("kind", code(*kind, &KINDS))])
        }
        Correction::Hide { actor } => ("hide", vec![("actor", text(actor))]),
        Correction::Add { text: words, kind, actor } => (
            "add",
            vec![
                ("text", text(words)),
                ("kind", code(*kind, &KINDS)),
                ("actor", maybe(actor.as_deref(), text)),
            ],
        ),
        Correction::Mention { at, actor } => {
            ("mention", vec![("at", place(at)), ("actor", maybe(actor.as_deref(), text))])
        }
        Correction::Date { at, days: to } => {
            ("date", vec![("at", place(at)), ("days", maybe(to.as_ref(), days))])
        }
        Correction::Published { article, days: to } => {
            ("published", vec![("article", text(article)), ("days", days(to))])
        }
        Correction::Speaker { at, speakers } => {
            ("speaker", vec![("at", place(at)), ("speakers", texts(speakers))])
        }
        Correction::Status { at, a, b, status } => (
            "status",
            vec![
                ("at", place(at)),
                ("a", texts(a)),
                ("b", texts(b)),
                ("status", maybe(*status, |status| code(status, &STATUSES))),
            ],
        ),
        Correction::Line { at, story } => ("line", vec![("at", place(at)), ("story", Json::Flag(*story))]),
    };
    object(vec![(name, object(fields))])
}

fn object(fields: Vec<(&str, Json)>) -> Json {
    Json::Object(fields.into_iter().map(|(name, value)| (name.into(), value)).collect())
}

fn text(text: &str) -> Json {
    Json::Text(text.into())
}

fn texts(list: &[String]) -> Json {
    Json::List(list.iter().map(|own| text(own)).collect())
}

fn maybe<T>(value: Option<T>, write: impl Fn(T) -> Json) -> Json {
    value.map_or(Json::Null, write)
}

fn code<T: PartialEq>(value: T, codes: &[(T, &str)]) -> Json {
    codes.iter().find(|(own, _)| *own == value).map_or(Json::Null, |(_, code)| text(code))
}

fn place(at: &Place) -> Json {
    object(vec![("article", text(&at.article)), ("start", Json::Number(at.start)), ("text", text(&at.text))])
}

fn days(days: &Days) -> Json {
    object(vec![("from", text(&days.from.to_string())), ("to", text(&days.to.to_string()))])
}

/// From the file; `None` where it is none that this Sorot knows.
pub(super) fn read(value: &Json) -> Option<Correction> {
    let Json::Object(kinds) = value else { return None };
    let [(name, fields)] = kinds.as_slice() else { return None };
    let text = |name: &str| fields.get(name)?.text().map(String::from);
    // A field that may be missing: `null` is none too.
    let given = |name: &str| fields.get(name).filter(|value| **value != Json::Null);
    let actor = || text("actor");
    let at = || place_of(fields.get("at")?);
    let kind = || decoded(fields.get("kind")?, &KINDS);
    let maybe_actor = || match given("actor") {
        Some(slug) => slug.text().map(|slug| Some(slug.to_string())),
        None => Some(None),
    };
    let texts = |name: &str| match fields.get(name)? {
        Json::List(list) => list.iter().map(|own| own.text().map(String::from)).collect::<Option<Vec<_>>>(),
        _ => None,
    };
    Some(match name.as_str() {
        "merge" => Correction::Merge { actor: actor()?, into: text("into")? },
        "split" => Correction::Split { actor: actor()?, spelling: text("spelling")? },
        "rename" => Correction::Rename { actor: actor()?, name: text("name")? },
        "kind" => Correction::Kind { actor: actor()?, kind: kind()? },
        "hide" => Correction::Hide { actor: actor()? },
        "add" => Correction::Add { text: text("text")?, kind: kind()?, actor: maybe_actor()? },
        "mention" => Correction::Mention { at: at()?, actor: maybe_actor()? },
        "date" => Correction::Date {
            at: at()?,
            days: match given("days") {
                Some(days) => Some(days_of(days)?),
                None => None,
            },
        },
        "published" => {
            Correction::Published { article: text("article")?, days: days_of(fields.get("days")?)? }
        }
        "speaker" => Correction::Speaker { at: at()?, speakers: texts("speakers")? },
        "status" => Correction::Status {
            at: at()?,
            a: texts("a")?,
            b: texts("b")?,
            status: match given("status") {
                Some(status) => Some(decoded(status, &STATUSES)?),
                None => None,
            },
        },
        "line" => Correction::Line {
            at: at()?,
            story: match fields.get("story")? {
                Json::Flag(story) => *story,
                _ => return None,
            },
        },
        _ => return None,
    })
}

fn decoded<T: Copy>(value: &Json, codes: &[(T, &str)]) -> Option<T> {
    let text = value.text()?;
    codes.iter().find(|(_, code)| *code == text).map(|(value, _)| *value)
}

fn place_of(value: &Json) -> Option<Place> {
    let text = |name: &str| value.get(name)?.text().map(String::from);
    match value.get("start")? {
        Json::Number(start) => Some(Place { article: text("article")?, start: *start, text: text("text")? }),
        _ => None,
    }
}

fn days_of(value: &Json) -> Option<Days> {
    let day = |name: &str| day_of(value.get(name)?.text()?);
    Some(Days { from: day("from")?, to: day("to")? })
}
