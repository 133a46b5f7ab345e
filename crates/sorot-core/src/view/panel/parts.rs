//! A section in parts, to be taken along: what it says of its own, and its lines.

use super::compare::ComparedView;
use super::quotes::QuoteLine;
use super::summary::SummaryView;
use super::timeline::days;
use super::{EventView, KeySentenceView, Line, MeetingView, SectionView};
use crate::calendar::{Grain, Lang};
use crate::view::CardActor;

/// A part of a section.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part<'v> {
    /// Its heading; may be empty.
    pub title: String,
    /// What it says besides its lines.
    pub notes: Vec<String>,
    /// Its lines, in order.
    pub lines: Vec<&'v Line>,
}

impl<'v> Part<'v> {
    fn of(title: impl Into<String>, lines: impl IntoIterator<Item = &'v Line>) -> Part<'v> {
        Part { title: title.into(), notes: Vec::new(), lines: lines.into_iter().collect() }
    }

    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        self.notes.is_empty() && self.lines.is_empty()
    }
}

impl SectionView {
    /// What can be pinned, hidden and copied of it, in its order; each line once.
    pub fn lines(&self) -> Vec<&Line> {
        self.parts(Lang::Id).into_iter().flat_map(|part| part.lines).collect()
    }

    /// The section in parts, in the words of `lang`.
    pub fn parts(&self, lang: Lang) -> Vec<Part<'_>> {
        match self {
            SectionView::Summary(view) => summary(view, lang),
            SectionView::Timeline(view) => {
                vec![Part::of("", view.events.iter().map(|e: &EventView| &e.line))]
            }
            SectionView::Quotes(view) => {
                // A joint quote stands with its first speaker.
                let quotes = view.voices.iter().flat_map(|v| &v.lines);
                vec![Part::of("", once(quotes.map(|q: &QuoteLine| &q.line)))]
            }
            SectionView::Contacts(view) => {
                vec![Part::of("", view.lines.iter().map(|m: &MeetingView| &m.line))]
            }
            SectionView::Relations(view) => {
                // A sentence stands with the first pair that it names.
                vec![Part::of("", once(view.pairs.iter().flat_map(|pair| &pair.evidence)))]
            }
            SectionView::Reply(view) => {
                let answers = view.answers.iter();
                answers
                    .map(|a| Part::of(format!("{}: {}", a.actor.name, a.state.join("; ")), &a.lines))
                    .collect()
            }
            SectionView::Numbers(view) => {
                let groups = view.groups.iter().map(|group| Part::of(group.told.as_str(), &group.lines));
                let single =
                    Part::of(pick(lang, "Di satu artikel saja", "In one article only"), &view.single);
                groups.chain([single]).collect()
            }
            // The weak rungs are what a reader wants to take along.
            SectionView::Sources(view) => {
                view.steps.iter().rev().map(|step| Part::of("", &step.lines)).collect()
            }
            SectionView::Compare(view) => {
                view.compared.as_ref().map(|c| compared(c, lang)).unwrap_or_default()
            }
        }
    }
}

fn pick(lang: Lang, id: &'static str, en: &'static str) -> &'static str {
    match lang {
        Lang::Id => id,
        Lang::En => en,
    }
}

/// Each line once.
fn once<'v>(lines: impl Iterator<Item = &'v Line>) -> Vec<&'v Line> {
    let mut kept: Vec<&Line> = Vec::new();
    for line in lines {
        if !kept.iter().any(|k| k.id == line.id) {
            kept.push(line);
        }
    }
    kept
}

fn counted<'n>(names: impl Iterator<Item = (&'n str, String)>) -> String {
    names.map(|(name, count)| format!("{name} ({count})")).collect::<Vec<_>>().join(", ")
}

/// The opening line, the key sentences, what is new.
fn summary(view: &SummaryView, lang: Lang) -> Vec<Part<'_>> {
    let (selected, total) = (view.selected, view.total);
    let mut opening = match lang {
        Lang::Id => format!("{selected} dari {total} artikel"),
        Lang::En => format!("{selected} of {total} articles"),
    };
    if let Some(period) = view.period {
        opening.push_str(", ");
        opening.push_str(&days(period, Grain::Days, lang));
    }
    for (count, words) in [
        (view.inferred, pick(lang, "tanggal disimpulkan", "dates inferred")),
        (view.undated, pick(lang, "tanpa tanggal", "without a date")),
    ] {
        if count > 0 {
            opening.push_str(&format!("; {count} {words}"));
        }
    }
    opening.push('.');
    let mut parts = vec![Part::of("", view.sentences.iter().map(|s: &KeySentenceView| &s.line))];
    if let Some(part) = parts.first_mut() {
        part.notes.push(opening);
        if !view.most.is_empty() {
            let most = counted(view.most.iter().map(|(a, n)| (a.name.as_str(), n.to_string())));
            part.notes.push(format!("{}: {most}.", pick(lang, "Paling banyak disebut", "Most named")));
        }
    }
    if let Some(fresh) = view.fresh.as_ref().filter(|f| !f.actors.is_empty() || !f.lines.is_empty()) {
        let title = pick(lang, "Baru, dibanding yang sebelumnya", "New against what came before");
        let mut part = Part::of(title, &fresh.lines);
        let names: Vec<&str> = fresh.actors.iter().map(|(actor, _)| actor.name.as_str()).collect();
        if !names.is_empty() {
            part.notes.push(format!("{}: {}.", pick(lang, "Nama baru", "New names"), names.join(", ")));
        }
        parts.push(part);
    }
    parts
}

/// What only one side has, and what both have.
fn compared(view: &ComparedView, lang: Lang) -> Vec<Part<'_>> {
    let sides = match lang {
        Lang::Id => ["Hanya kiri", "Keduanya", "Hanya kanan"],
        Lang::En => ["Only left", "Both", "Only right"],
    };
    let kinds = [pick(lang, "Aktor", "Actors"), pick(lang, "Kata", "Words")];
    let [left, right] = &view.quotes;
    let quotes = [left.as_slice(), &[], right];
    let part = |at: usize| {
        let mut part = Part::of(sides.get(at).copied().unwrap_or(""), *quotes.get(at)?);
        let actors = view.actors.get(at)?.iter();
        let actors =
            counted(actors.map(|(a, l, r): &(CardActor, u32, u32)| (a.name.as_str(), count(*l, *r))));
        let words = counted(view.words.get(at)?.iter().map(|(word, l, r)| (word.as_str(), count(*l, *r))));
        for (kind, told) in kinds.into_iter().zip([actors, words]) {
            if !told.is_empty() {
                part.notes.push(format!("{kind}: {told}"));
            }
        }
        Some(part)
    };
    let articles = match lang {
        Lang::Id => {
            format!("Artikel: kiri {}, kanan {}, di keduanya {}.", view.left, view.right, view.shared)
        }
        Lang::En => format!("Articles: left {}, right {}, in both {}.", view.left, view.right, view.shared),
    };
    let head = Part { notes: vec![articles], ..Part::default() };
    [head].into_iter().chain((0..sides.len()).filter_map(part)).collect()
}

fn count(left: u32, right: u32) -> String {
    match (left, right) {
        (n, 0) | (0, n) => n.to_string(),
        (left, right) => format!("{left} : {right}"),
    }
}
