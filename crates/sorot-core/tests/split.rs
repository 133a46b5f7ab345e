//! A pack in parts: what is answered before any text is here, and what is said of those that aren't.

#![allow(clippy::unwrap_used)] // The whole file is tests.

use sha2::{Digest, Sha256};
use sorot_core::annotate::InTurn;
use sorot_core::article;
use sorot_core::calendar::Lang;
use sorot_core::corpus::{Corpus, DocId, pack};
use sorot_core::correct::Correction;
use sorot_core::index;
use sorot_core::query::{Query, Section};
use sorot_core::view::export::{Format, export};
use sorot_core::view::{Pages, TextState, headline};
use std::sync::LazyLock;

const ARTICLES: usize = 240;

/// Articles that differ, in the order of their days.
fn corpus() -> Corpus {
    let towns = ["Bandung", "Surabaya", "Medan", "Makassar", "Padang", "Ambon"];
    let articles = (0..ARTICLES).map(|n| {
        let town = towns[n % towns.len()];
        let day = format!("2025-{:02}-{:02}", 1 + n / 28, 1 + n % 28);
        let text = format!(
            "---\ntitle: Berita {n} dari {town}\nsource: Kabar {}\npublished: {day}\n---\n\
             Menteri Keuangan Sri Mulyani tiba di {town} pada hari itu bersama {n} orang.\n\n\
             \"Harga beras nomor {n} turun,\" kata Sri Mulyani kepada wartawan di {town}.\n\n\
             Pasar nomor{n} buka sampai malam dan pedagang menyambut kabar itu.\n\n\
             Sri Mulyani bertemu Prabowo Subianto di {town}.\n",
            n % 3
        );
        article::parse(&format!("a{n:03}.txt"), text.as_bytes()).unwrap().0
    });
    Corpus::new("Uji", articles.collect())
}

struct Made {
    whole: Corpus,
    index: Vec<u8>,
    parts: Vec<([u8; 32], Vec<u8>)>,
}

static MADE: LazyLock<Made> = LazyLock::new(|| {
    let whole = corpus();
    let hash = |bytes: &[u8]| <[u8; 32]>::from(Sha256::digest(bytes));
    let split = index::split_by(&InTurn, &whole, 2 << 10, headline, hash).unwrap();
    let parts: Vec<_> = split.parts().map(|(hash, bytes)| (*hash, bytes.to_vec())).collect();
    let index = split.index().concat();
    assert!(parts.len() > 5 && parts.len() < 60, "{} parts", parts.len());
    Made { index, parts, whole }
});

fn opened() -> Corpus {
    pack::read(&MADE.index).unwrap()
}

/// Hands in what was missed; gives back the numbers of the parts.
fn bring(corpus: &Corpus) -> Vec<u32> {
    let missed = corpus.documents().take_missed();
    for part in &missed {
        let (hash, bytes) = &MADE.parts[part.number as usize];
        assert_eq!((&part.hash, part.length as usize), (hash, bytes.len()));
        assert!(corpus.documents().take(part.number, Some(bytes.clone())));
    }
    missed.iter().map(|part| part.number).collect()
}

fn query(hash: &str) -> Query {
    Query::parse(hash).0
}

#[test]
fn the_parts_bring_back_the_corpus() {
    let corpus = opened();
    assert!(corpus.documents().is_split());
    assert_eq!(corpus.documents().iter().filter(|d| d.article.body.is_empty()).count(), ARTICLES);
    let numbers = bring(&corpus);
    assert_eq!(numbers, (0..MADE.parts.len() as u32).collect::<Vec<_>>());
    assert_eq!(corpus, MADE.whole);
    assert!(corpus.documents().take_missed().is_empty());
    // One after the other they are the pack, but for the zeros that fill it up.
    let mut joined = MADE.index.clone();
    MADE.parts.iter().for_each(|(_, bytes)| joined.extend_from_slice(bytes));
    joined.resize(joined.len().next_multiple_of(8), 0);
    assert_eq!(pack::read(&joined).unwrap(), MADE.whole);
}

#[test]
fn the_same_articles_give_the_same_parts() {
    let hash = |bytes: &[u8]| <[u8; 32]>::from(Sha256::digest(bytes));
    let split = index::split_by(&InTurn, &corpus(), 2 << 10, headline, hash).unwrap();
    assert_eq!(split.index().concat(), MADE.index);
    let parts: Vec<_> = split.parts().map(|(hash, bytes)| (*hash, bytes.to_vec())).collect();
    assert_eq!(parts, MADE.parts);
}

#[test]
fn filters_and_rows_need_no_text() {
    let whole = Pages::of(MADE.whole.clone());
    for hash in
        ["#/", "#/?actor=sri-mulyani&to=2025-01-20", "#/?q=padang", "#/?q=pasar+-bandung&sort=relevance"]
    {
        let pages = Pages::of(opened());
        let (page, full) = (pages.page(&query(hash), Lang::Id), whole.page(&query(hash), Lang::Id));
        assert_eq!((page.selected, page.unchecked), (full.selected, 0), "{hash}");
        assert_eq!((&page.facets, &page.dates, &page.values), (&full.facets, &full.dates, &full.values));
        assert!(pages.corpus().documents().take_missed().is_empty(), "{hash}");
        let cards = pages.cards(&page.list, 0..5, Lang::Id);
        let all = whole.cards(&full.list, 0..5, Lang::Id);
        for (bare, card) in cards.iter().zip(&all) {
            assert_eq!((bare.text, card.text), (TextState::Awaited, TextState::Here));
            assert_eq!((&bare.id, &bare.title, bare.words), (&card.id, &card.title, card.words));
            assert_eq!(
                (&bare.title_pieces, &bare.source, bare.lang),
                (&card.title_pieces, &card.source, card.lang)
            );
            assert_eq!((bare.when.interval, bare.when.source), (card.when.interval, card.when.source));
            assert!(bare.snippet.is_empty() && !card.snippet.is_empty());
        }
        assert!(!bring(pages.corpus()).is_empty());
        assert_eq!(pages.cards(&page.list, 0..5, Lang::Id), all);
        // What is here for one question is here for the next.
        let pages = Pages::of(opened());
        assert_eq!(pages.cards(&page.list, 0..5, Lang::Id), cards);
    }
}

#[test]
fn an_article_costs_its_part_alone() {
    let pages = Pages::of(opened());
    let asked = query("#/?article=a030");
    let page = pages.page(&asked, Lang::Id);
    let awaited = page.awaited.unwrap();
    assert_eq!((&*awaited.id, awaited.text, page.reader.is_none()), ("a030", TextState::Awaited, true));
    assert_eq!(page.missing_article, None);
    assert_eq!(bring(pages.corpus()).len(), 1);
    let page = pages.page(&asked, Lang::Id);
    assert_eq!((page.awaited, page.reader.unwrap().title.text.as_str()), (None, "Berita 30 dari Bandung"));
    assert!(bring(pages.corpus()).is_empty());
    assert_eq!(pages.titles(&["a001".into()]).next().unwrap().1, "Berita 1 dari Surabaya");
    assert!(bring(pages.corpus()).is_empty(), "a headline needs no text");
}

#[test]
fn a_phrase_says_what_is_unchecked() {
    let (pages, whole) = (Pages::of(opened()), Pages::of(MADE.whole.clone()));
    let asked = query("#/?q=%22harga+beras%22");
    let full = whole.page(&asked, Lang::Id);
    assert_eq!((full.selected, full.unchecked), (ARTICLES as u32, 0));
    let page = pages.page(&asked, Lang::Id);
    assert_eq!((page.selected, page.unchecked), (0, ARTICLES as u32));
    // The rows in sight go before what is only sought.
    let first = query("#/?article=a239");
    pages.page(&first, Lang::Id);
    let missed = pages.corpus().documents().take_missed();
    assert_eq!(missed.first().map(|part| part.number as usize), Some(MADE.parts.len() - 1));
    let (hash, bytes) = &MADE.parts[0];
    assert_eq!(*hash, missed.iter().find(|part| part.number == 0).unwrap().hash);
    assert!(pages.corpus().documents().take(0, Some(bytes.clone())));
    let page = pages.page(&asked, Lang::Id);
    assert!(page.selected > 0 && page.selected + page.unchecked == ARTICLES as u32);
    bring(pages.corpus());
    assert_eq!(pages.page(&asked, Lang::Id).selected, ARTICLES as u32);
    let answer: serde_json::Value = serde_json::from_str(&Pages::of(opened()).answer(&asked)).unwrap();
    assert_eq!((&answer["total"], &answer["unchecked"]), (&0.into(), &ARTICLES.into()));
}

#[test]
fn other_bytes_are_refused_and_said() {
    let pages = Pages::of(opened());
    let asked = query("#/?article=a000");
    let documents = pages.corpus().documents();
    assert!(documents.take_missed().is_empty());
    pages.page(&asked, Lang::Id);
    let part = documents.take_missed()[0].number;
    let good = MADE.parts[part as usize].1.clone();
    let mut flipped = good.clone();
    flipped[good.len() / 2] ^= 1;
    let other = MADE.parts[part as usize + 1].1.clone();
    let cut = good[..good.len() - 1].to_vec();
    for bad in [Some(flipped), Some(other), Some(cut), Some(Vec::new()), None] {
        assert!(!documents.take(part, bad));
        let page = pages.page(&asked, Lang::Id);
        assert_eq!(page.awaited.map(|card| card.text), Some(TextState::Failed));
    }
    assert!(!documents.take(u32::MAX, Some(good.clone())));
    // The rest goes on, and it may come later.
    assert_eq!(pages.page(&query("#/"), Lang::Id).selected, ARTICLES as u32);
    assert!(documents.take(part, Some(good)));
    assert!(pages.page(&asked, Lang::Id).reader.is_some());
}

#[test]
fn every_section_becomes_whole() {
    let (pages, whole) = (Pages::of(opened()), Pages::of(MADE.whole.clone()));
    let (page, full) = (pages.page(&query("#/"), Lang::Id), whole.page(&query("#/"), Lang::Id));
    for &section in Section::ALL {
        let wanted = whole.section(&full.scope, section, Lang::Id);
        let mut rounds = 0;
        let made = loop {
            let missed = pages.corpus().documents().missed();
            let made = pages.section(&page.scope, section, Lang::Id);
            if pages.corpus().documents().missed() == missed {
                break made;
            }
            assert!(!bring(pages.corpus()).is_empty());
            rounds += 1;
            assert!(rounds < 20, "{section:?}");
        };
        assert_eq!(made, wanted, "{section:?}");
    }
}

#[test]
fn corrections_and_exports_tell_that_texts_are_missing() {
    let pages = Pages::of(opened());
    let documents = pages.corpus().documents();
    let file = |pages: &Pages| export(pages, &query("#/"), Format::Csv, &[], "x", &[], Lang::Id).text;
    let before = documents.missed();
    drop(file(&pages));
    assert!(documents.missed() > before, "an export without its texts looks whole");
    bring(pages.corpus());
    assert_eq!(file(&pages), file(&Pages::of(MADE.whole.clone())));
    let (list, base) = ([Correction::Hide { actor: "sri-mulyani".into() }], Pages::of(opened()));
    let mut rounds = 0;
    let (pages, refusals) = loop {
        let missed = base.corpus().documents().missed();
        let made = base.corrected(&list);
        if base.corpus().documents().missed() == missed {
            break made;
        }
        assert!(!bring(base.corpus()).is_empty());
        rounds += 1;
        assert!(rounds < 20);
    };
    assert!(refusals.iter().all(Option::is_none));
    let whole = Pages::of(MADE.whole.clone()).corrected(&list).0;
    // What is told is whole, too, without another text.
    assert_eq!(pages.index(), whole.index());
    drop(file(&pages));
    bring(pages.corpus());
    assert_eq!(file(&pages), file(&whole));
}

#[test]
fn added_articles_are_joined_to_parts() {
    let more = |n: usize| {
        let text = format!(
            "Menteri Keuangan Sri Mulyani bertemu Prabowo Subianto di Padang pada 3 Januari 2025.\n\n\
             \"Harga beras nomor 7 turun,\" kata Sri Mulyani kepada wartawan di Padang {n} kali.\n"
        );
        article::parse(&format!("own{n}.txt"), text.as_bytes()).unwrap().0
    };
    let more = Corpus::new("Sendiri", vec![more(1), more(2)]);
    let (base, whole) = (Pages::of(opened()), Pages::of(MADE.whole.clone()).joined(&more, "Uji"));
    let first = base.joined(&more, "Uji");
    // At once, before any text is here: everything stands but what only the texts tell to be the same.
    let asked = query("#/?q=kali");
    assert_eq!(first.page(&asked, Lang::Id).selected, 2);
    assert_eq!(first.page(&query("#/?actor=sri-mulyani"), Lang::Id).selected, ARTICLES as u32 + 2);
    let contacts = |pages: &Pages| {
        let told = pages.index().told();
        (0..ARTICLES as u32 + 2).map(|row| told.contacts.of_doc(DocId(row)).len()).sum::<usize>()
    };
    assert!(contacts(&whole) > ARTICLES);
    assert_eq!(contacts(&first), contacts(&whole));
    let mut rounds = 0;
    let joined = loop {
        let missed = base.corpus().documents().missed();
        let made = base.joined(&more, "Uji");
        if base.corpus().documents().missed() == missed {
            break made;
        }
        assert!(!bring(base.corpus()).is_empty());
        rounds += 1;
        assert!(rounds < 20);
    };
    assert!(rounds > 0);
    assert_eq!(joined.index(), whole.index());
    assert_ne!(first.index().told(), whole.index().told());
}

#[test]
fn a_phrase_is_whole_again_after_turns() {
    let pages = Pages::of(opened());
    let asked = query("#/?q=%22harga+beras%22");
    for _ in 0..4 {
        pages.page(&asked, Lang::Id);
        bring(pages.corpus());
        pages.corpus().documents().end_turn();
    }
    let page = pages.page(&asked, Lang::Id);
    assert_eq!((page.selected, page.unchecked), (ARTICLES as u32, 0));
    assert!(!pages.corpus().documents().is_lost(0));
    assert!(!pages.corpus().documents().take(0, None) && pages.corpus().documents().is_lost(0));
}

#[test]
fn no_change_in_an_index_part_panics() {
    for at in (0..MADE.index.len()).step_by(97) {
        let mut index = MADE.index.clone();
        index[at] ^= 0x55;
        if let Ok(corpus) = pack::read(&index) {
            let pages = Pages::of(corpus);
            let page = pages.page(&query("#/?q=%22harga+beras%22"), Lang::Id);
            pages.cards(&page.list, 0..3, Lang::Id);
        }
    }
    let told = pack::read(&MADE.index[..MADE.index.len() - 8]).unwrap_err().to_string();
    assert!(told.contains("bytes; copy it again"), "{told}");
}
