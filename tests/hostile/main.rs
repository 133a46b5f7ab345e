//! The attack list: files made to run, to load, to swallow or to deceive, each with its expected outcome. A good file
//! beside each must always be read; messages name the file; nothing takes long.
//!
//! Groups 1 to 41 are files, 42 addresses, 44 and 45 exports: all told here, and 1 to 42 to browsers as well
//! (`e2e/tests/stories/hostile.rs`). 43 (messages between windows) and 46 (storage) need a browser. docs/hostile.md is
//! written by `SOROT_HOSTILE=write cargo test --profile native -p sorot-intake --test hostile`, and held against the list
//! by every run.

#![allow(clippy::unwrap_used, clippy::panic, missing_docs)] // The whole file is tests.

mod exports;
#[path = "mod.rs"]
mod hostile;
mod table;

use hostile::addresses::hashes;
use hostile::case::{Case, Outcome};
use sorot_core::calendar::Lang;
use sorot_core::corpus::Corpus;
use sorot_core::query::Query;
use sorot_core::view::Pages;
use std::time::Instant;

/// Longer articles are left to the core's own tests of length, which read them in an optimised build.
const READ_ON: usize = 20_000;

#[test]
fn every_attack_comes_out_as_expected() {
    let outcomes: Vec<Outcome> = hostile::cases().into_iter().map(Case::run).collect();
    let missing: Vec<u8> = (1..=41).filter(|group| outcomes.iter().all(|o| o.group != *group)).collect();
    assert_eq!(missing, [0u8; 0], "groups without a case");
    let faults: Vec<&String> = outcomes.iter().flat_map(|o| &o.faults).collect();
    assert!(faults.is_empty(), "{faults:#?}");
    table::told(&outcomes);
}

#[test]
fn what_is_read_of_an_attack_can_be_read_on() {
    let files = hostile::cases().into_iter().filter(|case| !case.name.ends_with(".zip"));
    let articles = files.flat_map(|case| case.run().articles).filter(|a| a.body.len() < READ_ON);
    let mut articles: Vec<_> = articles.collect();
    articles.truncate(120);
    let corpus = Corpus::new("<script>alert(1)</script>", articles);
    let ids: Vec<String> = corpus.documents().iter().map(|d| d.article.id.clone()).collect();
    let pages = Pages::of(corpus);
    for id in ids {
        let (query, _) = Query::parse(&format!("#/?article={id}"));
        let page = pages.page(&query, Lang::Id);
        assert!(page.reader.is_some(), "{id}");
    }
}

#[test]
fn an_address_is_read_or_told() {
    for hash in hashes() {
        let begun = Instant::now();
        let (query, _) = Query::parse(&hash);
        let told = query.to_string();
        let (again, problems) = Query::parse(&told);
        let shown = hash.get(..40.min(hash.len())).unwrap_or("");
        assert_eq!((again.to_string(), problems.len()), (told.clone(), 0), "{shown}");
        assert!(!told.contains(['<', '>', '"', '\'', '\0', '\n']), "{told}");
        if let (Some(from), Some(to)) = (query.from(), query.to()) {
            assert!(from <= to);
        }
        assert!(begun.elapsed().as_secs() < 20, "{shown}");
    }
}
