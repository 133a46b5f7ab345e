//! The pages of a few questions to the first bundle, as a person would read them out.

#![allow(clippy::unwrap_used, clippy::panic)] // The whole file is tests.

use sorot_core::article;
use sorot_core::corpus::{Corpus, pack};
use sorot_core::query::Query;
use sorot_core::view::{Chip, Interval, Lang, Pages, Piece, ReaderBlockKind, Section, SectionView, Tally};
use std::fmt::Write;
use std::path::Path;

fn corpus() -> Corpus {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../articles");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    files.sort();
    let articles = files.iter().map(|path| {
        let (article, problems) =
            article::parse(&path.to_string_lossy(), &std::fs::read(path).unwrap()).unwrap();
        assert_eq!(problems, [], "{}", path.display());
        article
    });
    Corpus::new("Perundingan", articles.collect())
}

/// The page of a link, as a person would read it out.
fn tell(hash: &str) -> String {
    let (query, problems) = Query::parse(hash);
    assert_eq!(problems, []);
    let pages = Pages::of(corpus());
    let page = pages.page(&query, Lang::En);
    let mut out = String::new();
    let SectionView::Summary(summary) = pages.section(&page.scope, Section::Summary, Lang::En) else {
        panic!("no summary");
    };
    let _ = writeln!(out, "{} of {} articles", summary.selected, summary.total);
    for chip in page.chips.iter() {
        let _ = match chip {
            Chip::Actor { name, kind, excluded, .. } => {
                writeln!(out, "chip: {name} ({kind:?}) excluded: {excluded}")
            }
            Chip::Text(text) => writeln!(out, "chip: words {text}"),
            Chip::Source(name) => writeln!(out, "chip: {name}"),
            Chip::Language(lang) => writeln!(out, "chip: {}", lang.tag()),
            Chip::Period { axis, from, to } => writeln!(out, "chip: {axis:?} {from:?} to {to:?}"),
            Chip::Undated(axis) => writeln!(out, "chip: not {axis:?} on any day"),
        };
    }
    let histogram = &page.dates.histogram;
    let _ = writeln!(
        out,
        "{:?} by {:?}: {} bins, {} of {} undated",
        page.dates.axis,
        histogram.level,
        histogram.bins.len(),
        histogram.undated_selected,
        histogram.undated
    );
    for bin in histogram.bins.iter().filter(|b| b.all.total() > 0) {
        let told = |t: Tally| format!("{}+{}?", t.sure, t.unsure);
        let _ = writeln!(out, "{} – {}: {} of {}", bin.first, bin.last, told(bin.selected), told(bin.all));
    }
    let ends = |i: &Interval| format!("{:?}..{:?}", i.from(), i.to());
    let presets = &page.dates.presets;
    let _ = writeln!(out, "busiest: {}", presets.busiest_month.as_ref().map(ends).unwrap_or_default());
    let _ = writeln!(out, "units: {}", presets.units.iter().map(ends).collect::<Vec<_>>().join(", "));
    for group in page.facets.iter() {
        let named = group.facets.iter().filter(|f| f.selected > 0).take(6);
        let names: Vec<String> =
            named.map(|f| format!("{} {}/{}", f.actor.name, f.selected, f.actor.total)).collect();
        let _ = writeln!(out, "{:?}: {}", group.kind, names.join(", "));
    }
    for card in pages.cards(&page.list, 0..page.list.len(), Lang::En) {
        let when = card.when.interval.map(|i| format!("{:?} to {:?}", i.from(), i.to()));
        let _ = writeln!(
            out,
            "card: {} | {} | {:?}",
            card.title.text,
            when.unwrap_or_default(),
            card.when.source
        );
        if card.snippet.iter().any(|piece| piece.hit) {
            let marked = |p: &Piece| if p.hit { format!("[{}]", p.text) } else { p.text.clone() };
            let _ = writeln!(out, "      {}", card.snippet.iter().map(marked).collect::<String>());
        }
    }
    for line in &summary.sentences {
        let line = &line.line;
        let cite = &line.places[0];
        let _ = writeln!(
            out,
            "key: {}\n     {} ¶{} | {}",
            line.text,
            cite.article,
            cite.paragraph,
            line.why.join("; ")
        );
    }
    if let Some(reader) = &page.reader {
        let dimmed = reader.blocks.iter().filter(|b| matches!(b.kind, ReaderBlockKind::NonStory(_))).count();
        let _ =
            writeln!(out, "open: {} | marks {:?} | {dimmed} lines not the story", reader.id, reader.counts);
        for step in &reader.when.why {
            let _ = writeln!(out, "  day: {step}");
        }
    }
    out
}

/// The key sentences of a link, as an editor would read them out.
fn keys(hash: &str) -> String {
    let (query, problems) = Query::parse(hash);
    assert_eq!(problems, []);
    let pages = Pages::of(corpus());
    let page = pages.page(&query, Lang::En);
    let SectionView::Summary(summary) = pages.section(&page.scope, Section::Summary, Lang::En) else {
        panic!("no summary");
    };
    let mut out = String::new();
    for sentence in &summary.sentences {
        let line = &sentence.line;
        let (place, also) = line.places.split_first().unwrap();
        let _ = writeln!(out, "{} ¶{}: {}", place.article, place.paragraph, line.text);
        if let Some(means) = &sentence.means {
            let _ = writeln!(out, "  {} = {}", means.word, means.name);
        }
        for also in also {
            let _ = writeln!(out, "  also: {} ¶{}", also.article, also.paragraph);
        }
        for why in &line.why {
            let _ = writeln!(out, "  - {why}");
        }
    }
    out
}

#[test]
fn key_sentences_of_everything() {
    insta::assert_snapshot!(keys("#/?top=10"));
}

#[test]
fn key_sentences_about_one_actor() {
    insta::assert_snapshot!(keys("#/?actor=steve-witkoff"));
}

#[test]
fn key_sentences_about_one_actor_without_another() {
    insta::assert_snapshot!(keys("#/?actor=volodymyr-zelensky&not=kirill-dmitriev"));
}

#[test]
fn key_sentences_of_april() {
    insta::assert_snapshot!(keys("#/?from=2025-04-01&to=2025-04-30"));
}

#[test]
fn key_sentences_about_a_phrase() {
    insta::assert_snapshot!(keys("#/?q=%22gencatan%20senjata%22"));
}

#[test]
fn everything() {
    insta::assert_snapshot!(tell("#/"));
}

#[test]
fn one_actor_and_an_open_article() {
    insta::assert_snapshot!(tell("#/?actor=volodymyr-zelensky&article=002-putin-witkoff-st-petersburg"));
}

#[test]
fn any_of_two_without_a_third() {
    insta::assert_snapshot!(tell(
        "#/?actor=emmanuel-macron&actor=yuri-ushakov&not=kirill-dmitriev&match=any"
    ));
}

#[test]
fn words_a_phrase_and_an_exclusion() {
    insta::assert_snapshot!(tell(
        "#/?q=menyerang%20%E2%80%9Cgencatan%20senjata%E2%80%9D%20-natal&sort=relevance"
    ));
}

#[test]
fn the_days_that_the_texts_speak_of() {
    insta::assert_snapshot!(tell("#/?axis=mentioned&from=2025-04-01&to=2025-04-30"));
}

#[test]
fn opening_an_article_leaves_the_date_strip_as_it_is() {
    let pages = Pages::of(corpus());
    let page = |hash: &str| pages.page(&Query::parse(hash).0, Lang::En);
    let closed = page("#/?axis=mentioned&from=2025-04-01");
    let open = page("#/?axis=mentioned&from=2025-04-01&article=003-putin-witkoff-moskow&sentence=2");
    assert_eq!(closed.dates, open.dates);
    assert_ne!(closed.reader, open.reader);
}

#[test]
fn nobody() {
    insta::assert_snapshot!(tell("#/?actor=nobody&from=2025-01-01"));
}

#[test]
fn the_first_bundle_is_read_the_same_twice_and_travels() {
    let corpus = corpus();
    let bytes = pack::write(&corpus).unwrap();
    assert_eq!(bytes, pack::write(&self::corpus()).unwrap());
    assert_eq!(pack::read(&bytes).unwrap(), corpus);
}
