//! The timeline as a file for TimelineJS (<https://timeline.knightlab.com/docs/json-format.html>): slides
//! with a start date no finer than the text tells it, the sentence, and where it is told. TimelineJS
//! takes its texts for HTML, so that everything from an article is escaped.

use super::line::Citation;
use super::timeline::{EventView, TimelineView};
use crate::calendar::{Day, Grain, Lang};
use crate::query::Query;
use crate::view::snippet::cut;
use chrono::Datelike;
use serde::Serialize;

/// Characters of a slide's headline.
const HEADLINE: usize = 90;

#[derive(Serialize)]
struct File {
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<Title>,
    events: Vec<Slide>,
}

#[derive(Serialize)]
struct Title {
    text: Text,
}

#[derive(Serialize)]
struct Slide {
    start_date: Date,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_date: Option<Date>,
    display_date: String,
    text: Text,
    group: &'static str,
    /// Links are set here already.
    autolink: bool,
    unique_id: String,
}

#[derive(Serialize)]
struct Text {
    headline: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    text: String,
}

#[derive(Serialize)]
struct Date {
    year: i32,
    #[serde(skip_serializing_if = "Option::is_none")]
    month: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    day: Option<u32>,
}

/// The file: same timeline, same bytes. `title` is the bundle's, may be empty; `base` is the page's address
/// without its hash.
pub fn timelinejs(timeline: &TimelineView, title: &str, base: &str, query: &Query, lang: Lang) -> String {
    let slides = timeline.events.iter().filter_map(|event| slide(event, base, query, lang));
    let file = File {
        title: (!title.is_empty())
            .then(|| Title { text: Text { headline: escaped(title), text: String::new() } }),
        events: slides.collect(),
    };
    // Strings and numbers only: nothing of it can fail to be written.
    serde_json::to_string_pretty(&file).unwrap_or_default()
}

fn slide(event: &EventView, base: &str, query: &Query, lang: Lang) -> Option<Slide> {
    let (from, to) = (event.days.from()?, event.days.to()?);
    // A month or a year is one date that is told so finely; other periods have two ends.
    let whole = matches!(event.grain, Grain::Month | Grain::Year);
    let planned = match (event.planned, lang) {
        (false, Lang::Id) => "Terjadi",
        (false, Lang::En) => "Happened",
        (true, Lang::Id) => "Rencana",
        (true, Lang::En) => "Planned",
    };
    let sources: String = event.places.iter().map(|place| source(place, base, query, lang)).collect();
    let words = event.text.split_whitespace().collect::<Vec<_>>().join(" ");
    Some(Slide {
        start_date: date(from, event.grain),
        end_date: (from != to && !whole).then(|| date(to, event.grain)),
        display_date: escaped(&event.when),
        text: Text {
            headline: escaped(&cut(&words, HEADLINE)),
            text: format!("<p>{}</p>{sources}", escaped(&words)),
        },
        group: planned,
        autolink: false,
        unique_id: format!("{}-{}-{from}", event.id.article, event.id.number),
    })
}

fn date(day: Day, grain: Grain) -> Date {
    Date {
        year: day.year(),
        month: (grain < Grain::Year).then(|| day.month()),
        day: (grain < Grain::Month).then(|| day.day()),
    }
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

#[cfg(test)]
mod tests;
