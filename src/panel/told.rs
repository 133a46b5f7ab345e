//! The panel and its filters in words, to be taken along.

use super::foot::Desk;
use crate::format;
use crate::messages::{axis_index, words};
use crate::reader::copied::Copied;
use sorot_core::query::Query;
use sorot_core::view::panel::{Part, markdown};
use sorot_core::view::{Axis, Chip, Interval, Lang, Pages, Scope, Section};

/// A filter in words.
pub fn chip(chip: &Chip, lang: Lang) -> String {
    let w = words(lang);
    match chip {
        Chip::Text(text) => text.clone(),
        Chip::Source(name) => name.clone(),
        Chip::Language(of) => format!("{}: {}", w.search.language, w.search.languages[*of as usize]),
        Chip::Actor { name, excluded: true, .. } => w.without(name),
        Chip::Actor { name, .. } => name.clone(),
        Chip::Period { axis, from, to } => {
            let interval = match (*from, *to) {
                (Some(a), Some(b)) => Some(Interval::between(a, b)),
                (Some(a), None) => Some(Interval::since(a)),
                (None, Some(b)) => Some(Interval::until(b)),
                (None, None) => None,
            };
            let period = interval.map(|i| format::period(i, lang)).unwrap_or_default();
            match axis {
                Axis::Published => period,
                Axis::Mentioned => format!("{} {period}", w.time.mentions),
            }
        }
        Chip::Undated(axis) => w.time.undated[axis_index(*axis)].to_string(),
    }
}

/// The whole panel as Markdown: every section that found something.
pub fn panel(desk: &Desk, pages: &Pages, scope: &Scope, query: &Query) -> Copied {
    let (w, lang) = (desk.words(), desk.lang);
    let parts: Vec<Part> = Section::ALL
        .iter()
        .map(|&section| {
            let view = pages.section(scope, section, lang);
            let shown = view.lines().into_iter().filter(|line| !desk.hides(&line.id)).collect();
            Part { title: w.section(section).to_string(), lines: shown }
        })
        .collect();
    let mut filters: Vec<String> = pages.chips(query).iter().map(|c| chip(c, lang)).collect();
    filters.insert(0, w.so_many_articles(scope.articles() as u32));
    let title = pages.corpus().title();
    let title = if title.is_empty() { w.summary } else { title };
    Copied {
        text: markdown(title, &filters, &parts, &desk.home, query, lang),
        done: w.evidence.markdown_done,
    }
}
