//! The panel's sections over the first bundle, as a person would read them out.

#![allow(clippy::unwrap_used)] // The whole file is tests.

use sorot_core::article;
use sorot_core::corpus::Corpus;
use sorot_core::query::{Query, Section};
use sorot_core::view::panel::RelationsView;
use sorot_core::view::{CardActor, Citation, Lang, Pages, SectionView};
use std::fmt::Write;
use std::path::Path;

fn pages() -> Pages {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../articles");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    files.sort();
    let read = |path: &std::path::PathBuf| std::fs::read(path).unwrap();
    let articles = files.iter().map(|p| article::parse(&p.to_string_lossy(), &read(p)).unwrap().0);
    Pages::of(Corpus::new("Perundingan", articles.collect()))
}

/// The questions that are reviewed: everything, one actor, one month.
const SELECTIONS: [(&str, &str); 3] = [
    ("everything", "#/"),
    ("one actor", "#/?actor=steve-witkoff"),
    ("april", "#/?from=2025-04-01&to=2025-04-30"),
];

fn names(actors: &[CardActor]) -> String {
    actors.iter().map(|a| a.name.as_str()).collect::<Vec<_>>().join(", ")
}

fn places(places: &[Citation]) -> String {
    let place = |p: &Citation| format!("{} ¶{}", p.article, p.paragraph);
    places.iter().map(place).collect::<Vec<_>>().join("; ")
}

fn network(out: &mut String, network: &RelationsView) {
    for (actor, sentences) in &network.actors {
        let _ = writeln!(out, "{} ({:?}): {sentences}", actor.name, actor.kind);
    }
    for pair in &network.pairs {
        let name = |n: u32| &network.actors[n as usize].0.name;
        let _ = writeln!(out, "{} – {}: {}", name(pair.a), name(pair.b), pair.count);
    }
    let order = |n: &usize| network.graph.nodes[*n].y;
    let mut top: Vec<usize> = (0..network.actors.len()).collect();
    top.sort_by_key(order);
    let labels: Vec<&str> = top.iter().map(|&n| network.graph.nodes[n].label.as_str()).collect();
    let _ = writeln!(out, "from top: {}", labels.join(" | "));
}

fn tell(section: Section) -> String {
    let mut out = String::new();
    let pages = pages();
    for (name, hash) in SELECTIONS {
        let (query, problems) = Query::parse(hash);
        assert_eq!(problems, []);
        let page = pages.page(&query, Lang::Id);
        let _ = writeln!(out, "== {name}: {} articles", page.selected);
        let view = pages.section(&page.scope, section, Lang::Id);
        match &view {
            SectionView::Timeline(timeline) => {
                let _ = writeln!(out, "{} events, {} of others", timeline.total, timeline.others);
                for event in &timeline.events {
                    let _ = writeln!(out, "{} [{}]", event.line.head, event.grain.code());
                    let _ = writeln!(out, "    {}", event.line.text);
                    let _ = writeln!(out, "    {}", places(&event.line.places));
                    let _ = writeln!(out, "    why: {}", event.line.why.join("; "));
                }
            }
            SectionView::Quotes(quotes) => {
                for voice in &quotes.voices {
                    let speaker = voice.speaker.as_ref().map_or("(nobody)", |s| s.name.as_str());
                    let _ = writeln!(out, "{speaker}");
                    for line in &voice.lines {
                        let _ = writeln!(out, "    {}", line.line.text);
                        let _ = writeln!(
                            out,
                            "        with: {}; cue: {:?}; to: {:?}; {}",
                            names(&line.with),
                            line.cue,
                            line.to,
                            places(&line.line.places)
                        );
                    }
                }
            }
            SectionView::Contacts(contacts) => {
                let _ = writeln!(out, "{} contacts, {} of others", contacts.total, contacts.others);
                for line in &contacts.lines {
                    let _ = writeln!(out, "{}; by {:?}", line.line.head, line.channel);
                    let _ = writeln!(out, "    {} [{}]", line.line.text, places(&line.line.places));
                }
                for (row, column, lines) in &contacts.cells {
                    let name = |n: &u32| &contacts.actors[*n as usize].name;
                    let _ = writeln!(out, "{} × {}: {lines:?}", name(row), name(column));
                }
            }
            SectionView::Relations(relations) => {
                network(&mut out, relations);
                let _ = writeln!(out, "-- with places");
                if let SectionView::Relations(all) = pages.relations_with_places(&page.scope, Lang::Id) {
                    network(&mut out, &all);
                }
            }
            _ => {}
        }
        // What can be pinned and copied: each once, with a place.
        let lines = view.lines();
        let mut ids: Vec<String> = lines.iter().map(|l| l.id.to_string()).collect();
        ids.sort();
        ids.dedup();
        assert!(lines.iter().all(|l| !l.places.is_empty() && !l.text.is_empty()));
        assert!(ids.len() == lines.len(), "{ids:?}");
    }
    out
}

#[test]
fn what_happened_when() {
    insta::assert_snapshot!(tell(Section::Timeline));
}

#[test]
fn who_said_what() {
    insta::assert_snapshot!(tell(Section::Quotes));
}

#[test]
fn who_met_whom() {
    insta::assert_snapshot!(tell(Section::Contacts));
}

#[test]
fn who_is_named_with_whom() {
    insta::assert_snapshot!(tell(Section::Relations));
}
