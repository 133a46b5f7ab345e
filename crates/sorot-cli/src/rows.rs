//! The JSON form of an analysed article (docs/analyse-json.md). Offsets are Unicode scalar values
//! from the start of the body.

use serde::Serialize;
use sorot_core::annotate::dates::timex3;
use sorot_core::annotate::{Actor, ActorId, Document};
use sorot_core::calendar::{Day, Interval, Lang};
use sorot_core::text::{Offsets, Span};
use sorot_core::why::Why;

/// One file.
#[derive(Serialize)]
pub struct Row<'a> {
    file: &'a str,
    title: Option<&'a str>,
    language: &'static str,
    published: Published,
    boilerplate: Vec<NonStory>,
    actors: Vec<ActorRow<'a>>,
    mentions: Vec<Mention<'a>>,
    dates: Vec<Date<'a>>,
    timexes: Vec<Timex3<'a>>,
    quotes: Vec<Quote<'a>>,
    contacts: Vec<Contact>,
}

#[derive(Serialize)]
struct Published {
    from: Option<Day>,
    to: Option<Day>,
    source: &'static str,
    why: Vec<String>,
}

#[derive(Serialize)]
struct NonStory {
    start: u32,
    end: u32,
    why: Vec<String>,
}

#[derive(Serialize)]
struct ActorRow<'a> {
    id: u32,
    name: &'a str,
    kind: &'static str,
    surfaces: Vec<&'a str>,
}

#[derive(Serialize)]
struct Mention<'a> {
    start: u32,
    end: u32,
    text: &'a str,
    kind: &'static str,
    actor: u32,
    government: bool,
    why: Vec<String>,
}

#[derive(Serialize)]
struct Date<'a> {
    start: u32,
    end: u32,
    text: &'a str,
    from: Option<Day>,
    to: Option<Day>,
    grain: &'static str,
    why: Vec<String>,
}

#[derive(Serialize)]
struct Timex3<'a> {
    start: u32,
    end: u32,
    text: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
    value: String,
    why: Vec<String>,
}

#[derive(Serialize)]
struct Quote<'a> {
    start: u32,
    end: u32,
    text: &'a str,
    speakers: Vec<u32>,
    cue: Option<&'a str>,
    to: Option<Addressee<'a>>,
    why: Vec<String>,
}

#[derive(Serialize)]
struct Addressee<'a> {
    start: u32,
    end: u32,
    text: &'a str,
    place: bool,
}

#[derive(Serialize)]
struct Contact {
    a: Vec<u32>,
    b: Vec<u32>,
    status: &'static str,
    channel: Option<String>,
    from: Option<Day>,
    to: Option<Day>,
    #[serde(rename = "where")]
    place: Option<u32>,
    start: u32,
    end: u32,
    why: Vec<String>,
}

impl<'a> Row<'a> {
    /// The row of one document; `actors` is the bundle's table.
    pub fn new(document: &'a Document, actors: &'a [Actor]) -> Row<'a> {
        let body = document.article.body.as_str();
        let offsets = Offsets::new(body);
        let at = |span: Span| (offsets.scalar(body, span.start), offsets.scalar(body, span.end));
        let published = &document.published;
        let (from, to) = ends(published.when);
        Row {
            file: &document.article.file,
            title: document.title(),
            language: document.structure.language.tag(),
            published: Published { from, to, source: published.source.code(), why: words(&published.why) },
            boilerplate: document
                .structure
                .non_story()
                .map(|(span, why)| {
                    let (start, end) = at(span);
                    NonStory { start, end, why: words(why) }
                })
                .collect(),
            actors: named(document, actors),
            mentions: document
                .mentions
                .iter()
                .map(|m| {
                    let (start, end) = at(m.span);
                    Mention {
                        start,
                        end,
                        text: m.span.of(body),
                        kind: m.kind.code(),
                        actor: m.actor.0,
                        government: m.government,
                        why: words(&m.why),
                    }
                })
                .collect(),
            dates: document
                .timexes
                .iter()
                .map(|t| {
                    let (start, end) = at(t.span);
                    let (from, to) = ends(t.value);
                    Date {
                        start,
                        end,
                        text: t.span.of(body),
                        from,
                        to,
                        grain: t.grain.code(),
                        why: words(&t.why),
                    }
                })
                .collect(),
            timexes: timex3::find(body, &document.structure, published)
                .into_iter()
                .map(|t| {
                    let (start, end) = at(t.span);
                    let why = words(&t.why);
                    Timex3 { start, end, text: t.span.of(body), kind: t.kind.code(), value: t.value, why }
                })
                .collect(),
            quotes: document
                .quotes
                .iter()
                .map(|q| {
                    let (start, end) = at(q.span);
                    let cue = q.cue.map(|c| c.of(body));
                    let to = q.to.map(|to| {
                        let (start, end) = at(to.span);
                        Addressee { start, end, text: to.span.of(body), place: to.is_place }
                    });
                    Quote {
                        start,
                        end,
                        text: q.span.of(body),
                        speakers: ids(&q.speakers),
                        cue,
                        to,
                        why: words(&q.why),
                    }
                })
                .collect(),
            contacts: document
                .contacts
                .iter()
                .map(|c| {
                    let (start, end) = at(c.span);
                    let (from, to) = ends(c.when);
                    Contact {
                        a: ids(&c.a),
                        b: ids(&c.b),
                        status: c.status.code(),
                        channel: c.channel.clone(),
                        from,
                        to,
                        place: c.place.map(|p| p.0),
                        start,
                        end,
                        why: words(&c.why),
                    }
                })
                .collect(),
        }
    }
}

/// The actors that the document names, in the table's order, with the spellings used here.
fn named<'a>(document: &'a Document, actors: &'a [Actor]) -> Vec<ActorRow<'a>> {
    let mut seen: Vec<(ActorId, &str)> =
        document.mentions.iter().map(|m| (m.actor, m.span.of(&document.article.body))).collect();
    seen.sort_unstable();
    seen.dedup();
    seen.chunk_by(|x, y| x.0 == y.0)
        .filter_map(|group| {
            let id = group.first()?.0;
            let actor = actors.get(id.index())?;
            let surfaces = group.iter().map(|&(_, text)| text).collect();
            Some(ActorRow { id: id.0, name: &actor.name, kind: actor.kind.code(), surfaces })
        })
        .collect()
}

fn ends(interval: Option<Interval>) -> (Option<Day>, Option<Day>) {
    (interval.and_then(Interval::from), interval.and_then(Interval::to))
}

fn ids(actors: &[ActorId]) -> Vec<u32> {
    actors.iter().map(|a| a.0).collect()
}

fn words(why: &[Why]) -> Vec<String> {
    why.iter().map(|w| w.words(Lang::En)).collect()
}
