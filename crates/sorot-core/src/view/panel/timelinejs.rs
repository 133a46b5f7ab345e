//! The timeline as a file for TimelineJS (<https://timeline.knightlab.com/docs/json-format.html>): slides
//! with a start date no finer than the text tells it, the sentence, and where it is told. TimelineJS
//! takes its texts for HTML, so that everything from an article is escaped.

use super::line::Citation;
use super::timeline::{EventView, TimelineView};
use crate::calendar::{Day, Grain, Lang};
use crate::query::Query;
use crate::view::snippet::cut;
use chrono::Datelike;
use std::fmt::Write;

/// Characters of a slide's headline.
const HEADLINE: usize = 90;

/// The file: same timeline, same bytes. `title` is the bundle's, may be empty; `filters` are those that are
/// on, in the words of the page; `base` is the page's address without its hash.
pub fn timelinejs(
    timeline: &TimelineView,
    title: &str,
    filters: &[String],
    base: &str,
    query: &Query,
    lang: Lang,
) -> String {
    let mut out = String::from("{\n");
    if !title.is_empty() || !filters.is_empty() {
        let (head, told) = (quoted(&escaped(title)), quoted(&escaped(&filters.join("; "))));
        let _ = writeln!(out, "  \"title\": {{\"text\": {{\"headline\": {head}, \"text\": {told}}}}},");
    }
    let slides: Vec<String> =
        timeline.events.iter().filter_map(|event| slide(event, base, query, lang)).collect();
    let _ = write!(out, "  \"events\": [{}]\n}}\n", slides.join(","));
    out
}

fn slide(event: &EventView, base: &str, query: &Query, lang: Lang) -> Option<String> {
    // An open period begins, or ends, on the day that is known.
    let from = event.days.from().or(event.days.to())?;
    let to = event.days.to().unwrap_or(from);
    // A month or a year is one date that is told so finely; other periods have two ends.
    let whole = matches!(event.grain, Grain::Month | Grain::Year);
    let group = match (event.planned, lang) {
        (false, Lang::Id) => "Terjadi",
        (false, Lang::En) => "Happened",
        (true, Lang::Id) => "Rencana",
        (true, Lang::En) => "Planned",
    };
    let words = event.line.text.split_whitespace().collect::<Vec<_>>().join(" ");
    let sources: String = event.line.places.iter().map(|place| source(place, base, query, lang)).collect();
    let end = match from != to && !whole {
        true => format!("\"end_date\": {}, ", date(to, event.grain)),
        false => String::new(),
    };
    Some(format!(
        "\n    {{\"start_date\": {}, {end}\"display_date\": {}, \"text\": {{\"headline\": {}, \"text\": {}}}, \
         \"group\": {}, \"autolink\": false, \"unique_id\": {}}}",
        date(from, event.grain),
        quoted(&escaped(&event.when)),
        quoted(&escaped(&cut(&words, HEADLINE))),
        quoted(&format!("<p>{}</p>{sources}", escaped(&words))),
        quoted(group),
        quoted(&event.line.id.to_string()),
    ))
}

fn date(day: Day, grain: Grain) -> String {
    let mut out = format!("{{\"year\": {}", day.year());
    if grain < Grain::Year {
        let _ = write!(out, ", \"month\": {}", day.month());
    }
    if grain < Grain::Month {
        let _ = write!(out, ", \"day\": {}", day.day());
    }
    out.push('}');
    out
}

fn source(place: &Citation, base: &str, query: &Query, lang: Lang) -> String {
    format!("<p>{}</p>", escaped(&place.words(base, query, lang)))
}

/// `text` where HTML is expected.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(c),
        }
    }
    out
}

/// `text` as a JSON string (RFC 8259).
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\u{0}'..='\u{1f}' => {
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            _ => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests;
