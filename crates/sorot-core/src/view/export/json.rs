//! All that was read, in the form of `sorot analyse` (docs/analyse-json.md), with the filters, and without `timexes`:
//! those are computed with the lexicons, which the page doesn't carry.

use super::{Selection, days};
use crate::annotate::{ActorId, Document};
use crate::calendar::{Day, Lang};
use crate::text::{Offsets, Span};
use crate::why::Why;
use std::fmt::Write;

/// One list.
pub(super) fn list(selection: &Selection<'_>) -> String {
    let rows: Vec<String> = selection.articles.iter().map(|d| row(selection, d)).collect();
    format!("[\n{}\n]\n", rows.join(",\n"))
}

/// An object a line.
pub(super) fn lines(selection: &Selection<'_>) -> String {
    selection.articles.iter().map(|d| row(selection, d) + "\n").collect()
}

/// An object in the making.
struct Object(String);

impl Object {
    fn new() -> Object {
        Object(String::from("{"))
    }

    fn put(mut self, name: &str, value: &str) -> Object {
        if self.0.len() > 1 {
            self.0.push(',');
        }
        let _ = write!(self.0, "\"{name}\":{value}");
        self
    }

    fn text(self, name: &str, value: &str) -> Object {
        self.put(name, &quoted(value))
    }

    /// A text or `null`.
    fn maybe(self, name: &str, value: Option<&str>) -> Object {
        self.put(name, &value.map_or("null".into(), quoted))
    }

    fn day(self, name: &str, day: Option<Day>) -> Object {
        self.put(name, &day.map_or("null".into(), |d| format!("\"{d}\"")))
    }

    fn why(self, why: &[Why]) -> String {
        let words: Vec<String> = why.iter().map(|w| quoted(&w.words(Lang::En))).collect();
        self.put("why", &array(&words)).end()
    }

    fn end(self) -> String {
        self.0 + "}"
    }
}

fn array(values: &[String]) -> String {
    format!("[{}]", values.join(","))
}

fn ids(actors: &[ActorId]) -> String {
    array(&actors.iter().map(|a| a.0.to_string()).collect::<Vec<_>>())
}

fn row(selection: &Selection<'_>, document: &Document) -> String {
    let body = document.article.body.as_str();
    let offsets = Offsets::new(body);
    let at = |span: Span| {
        Object::new()
            .put("start", &offsets.scalar(body, span.start).to_string())
            .put("end", &offsets.scalar(body, span.end).to_string())
    };
    let worded = |span: Span| at(span).text("text", span.of(body));
    let (from, to) = days(document);
    let published = Object::new()
        .day("from", from)
        .day("to", to)
        .text("source", document.published.source.code())
        .why(&document.published.why);
    let aside: Vec<String> = document.structure.non_story().map(|(span, why)| at(span).why(why)).collect();
    let mentions: Vec<String> = document
        .mentions
        .iter()
        .map(|m| {
            worded(m.span)
                .text("kind", m.kind.code())
                .put("actor", &m.actor.0.to_string())
                .put("government", if m.government { "true" } else { "false" })
                .why(&m.why)
        })
        .collect();
    let dates: Vec<String> = document
        .timexes
        .iter()
        .map(|t| {
            let ends = |end: fn(crate::calendar::Interval) -> Option<Day>| t.value.and_then(end);
            worded(t.span)
                .day("from", ends(crate::calendar::Interval::from))
                .day("to", ends(crate::calendar::Interval::to))
                .text("grain", t.grain.code())
                .why(&t.why)
        })
        .collect();
    let quotes: Vec<String> = document
        .quotes
        .iter()
        .map(|q| {
            let to =
                q.to.map(|to| worded(to.span).put("place", if to.is_place { "true" } else { "false" }).end());
            worded(q.span)
                .put("speakers", &ids(&q.speakers))
                .maybe("cue", q.cue.map(|c| c.of(body)))
                .put("to", &to.unwrap_or_else(|| "null".into()))
                .why(&q.why)
        })
        .collect();
    let contacts: Vec<String> = document
        .contacts
        .iter()
        .map(|c| {
            let place = c.place.map_or("null".into(), |p| p.0.to_string());
            Object::new()
                .put("a", &ids(&c.a))
                .put("b", &ids(&c.b))
                .text("status", c.status.code())
                .maybe("channel", c.channel.as_deref())
                .day("from", c.when.and_then(crate::calendar::Interval::from))
                .day("to", c.when.and_then(crate::calendar::Interval::to))
                .put("where", &place)
                .put("start", &offsets.scalar(body, c.span.start).to_string())
                .put("end", &offsets.scalar(body, c.span.end).to_string())
                .why(&c.why)
        })
        .collect();
    let notes: Vec<String> = selection
        .notes(document)
        .map(|note| {
            let tags: Vec<String> = note.tags.iter().map(|tag| quoted(tag)).collect();
            let passage =
                note.place(document).map_or_else(|| Object::new().text("text", &note.exact), worded);
            passage.text("note", &note.text).put("tags", &array(&tags)).end()
        })
        .collect();
    let filters: Vec<String> = selection.filters.iter().map(|f| quoted(f)).collect();
    let row = Object::new()
        .text("file", &document.article.file)
        .maybe("title", document.title())
        .text("language", document.structure.language.tag())
        .put("published", &published)
        .put("boilerplate", &array(&aside))
        .put("actors", &array(&actors(selection, document)))
        .put("mentions", &array(&mentions))
        .put("dates", &array(&dates))
        .put("quotes", &array(&quotes))
        .put("contacts", &array(&contacts))
        .put("filters", &array(&filters));
    if notes.is_empty() { row.end() } else { row.put("notes", &array(&notes)).end() }
}

/// The actors named in an article by id, with the spellings used there.
fn actors(selection: &Selection<'_>, document: &Document) -> Vec<String> {
    let body = document.article.body.as_str();
    let mut seen: Vec<(ActorId, &str)> =
        document.mentions.iter().map(|m| (m.actor, m.span.of(body))).collect();
    crate::sort::by(&mut seen, |a, b| a.cmp(b));
    seen.dedup();
    seen.chunk_by(|x, y| x.0 == y.0)
        .filter_map(|group| {
            let actor = selection.actor(group.first()?.0)?;
            let surfaces: Vec<String> = group.iter().map(|(_, text)| quoted(text)).collect();
            let row = Object::new()
                .put("id", &group.first()?.0.0.to_string())
                .text("name", &actor.name)
                .text("kind", actor.kind.code())
                .put("surfaces", &array(&surfaces));
            Some(row.end())
        })
        .collect()
}

/// A JSON string (RFC 8259) that is also safe inside a script and as a line of its own.
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\u{0}'..='\u{1f}' | '\u{2028}' | '\u{2029}' | '<' => {
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
