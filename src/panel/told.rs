//! The panel and its filters in words, to be taken along.

use super::foot::Desk;
use crate::format;
use crate::messages::{axis_index, words};
use crate::reader::copied::Copied;
use sorot_core::query::Query;
use sorot_core::view::panel::{Chapter, Links, Part, copied, markdown};
use sorot_core::view::{Axis, Chip, Interval, Lang, Rung, Scope, Section, SectionView};

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

/// What the reader sees of a section: nothing hidden, and of a kind of source, if one is chosen.
fn parts<'v>(desk: &Desk, view: &'v SectionView, rung: Option<Rung>) -> Vec<Part<'v>> {
    let mut parts = view.parts(desk.lang);
    for part in &mut parts {
        part.lines.retain(|line| {
            !desk.hides(line) && rung.is_none_or(|rung| line.places.iter().any(|p| p.rung == rung))
        });
    }
    parts
}

/// A section as plain text.
pub fn section(desk: &Desk, view: &SectionView, rung: Option<Rung>, query: &Query) -> Copied {
    let links = Links { base: &desk.home, query, lang: desk.lang };
    Copied { text: copied(&parts(desk, view, rung), links), done: desk.words().panel.copied }
}

/// The whole panel as Markdown: every section that found something.
pub fn panel(desk: &Desk, scope: &Scope, rung: Option<Rung>, query: &Query) -> Copied {
    let (w, lang, pages) = (desk.words(), desk.lang, desk.opened.pages());
    let documents = pages.corpus().documents();
    let missed = documents.missed();
    let views: Vec<SectionView> =
        Section::ALL.iter().map(|&section| pages.section(scope, section, lang)).collect();
    let chapters: Vec<Chapter> = Section::ALL
        .iter()
        .zip(&views)
        .map(|(&section, view)| {
            let rung = rung.filter(|_| section != Section::Compare);
            Chapter { title: w.section(section).to_string(), parts: parts(desk, view, rung) }
        })
        .collect();
    let mut filters: Vec<String> = pages.chips(query).iter().map(|c| chip(c, lang)).collect();
    filters.insert(0, w.so_many_articles(scope.articles() as u32));
    filters.extend(rung.map(|rung| format!("{}: {}", w.evidence.rung, w.rung_name(rung))));
    if documents.missed() != missed {
        filters.push(w.texts.lines_missing.to_string());
        desk.opened.fetch();
    }
    let title = pages.corpus().title();
    let title = if title.is_empty() { w.summary } else { title };
    let links = Links { base: &desk.home, query, lang };
    Copied { text: markdown(title, &filters, &chapters, links), done: w.evidence.markdown_done }
}
