//! The attack list: files made to run, to load, to swallow or to deceive, each with its expected outcome. A good file
//! beside each must always be read; messages name the file; nothing takes long.
//!
//! `cargo test -p sorot-intake --test hostile -- --nocapture` prints the table. Groups 1 to 41 are files and are
//! told here, with 42 (addresses) and what of 44 and 45 (exports) is words. 43 (messages between windows) and 46
//! (storage) need a browser: `e2e/tests/stories`.

#![allow(clippy::unwrap_used, clippy::panic, missing_docs)] // The whole file is tests.

mod archives;
mod case;
mod pages;
mod records;
mod texts;

use case::Outcome;
use sorot_core::calendar::Lang;
use sorot_core::corpus::Corpus;
use sorot_core::query::Query;
use sorot_core::view::Pages;
use std::collections::BTreeMap;
use std::time::Duration;

/// Longer articles are left to the core's own tests of length, which read them in an optimised build.
const READ_ON: usize = 20_000;

#[test]
fn every_attack_comes_out_as_expected() {
    let cases = [pages::cases(), records::cases(), archives::cases(), texts::cases()];
    let outcomes: Vec<Outcome> = cases.into_iter().flatten().map(case::Case::run).collect();
    let mut table: BTreeMap<u8, (usize, Duration, Vec<&str>)> = BTreeMap::new();
    for outcome in &outcomes {
        let row = table.entry(outcome.group).or_default();
        row.0 += 1;
        row.1 = row.1.max(outcome.took);
        row.2.push(&outcome.told);
    }
    println!("group | inputs | worst | outcome");
    for (group, (inputs, worst, told)) in &table {
        println!("{group:>5} | {inputs:>6} | {:>5} ms | {}", worst.as_millis(), told.join("; "));
    }
    let missing: Vec<u8> = (1..=41).filter(|group| !table.contains_key(group)).collect();
    assert_eq!(missing, [0u8; 0], "groups without a case");
    let faults: Vec<&String> = outcomes.iter().flat_map(|o| &o.faults).collect();
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn what_is_read_of_an_attack_can_be_read_on() {
    let cases = [pages::cases(), records::cases(), texts::cases()];
    let articles =
        cases.into_iter().flatten().flat_map(|case| case.run().articles).filter(|a| a.body.len() < READ_ON);
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
    let long = format!("#/?q={}", "%41".repeat(350_000));
    let hashes = [
        "#/?actor=%E0%A4%A",
        "#/?%",
        "#/?actor=%ZZ",
        &long,
        "#/?unknown=1&actor=a&actor=a&actor=b",
        "#/?__proto__=1&constructor=2",
        "#/?q=<img src=x onerror=alert(1)>",
        "#/?actor=<script>",
        "#/?from=2025-05-02&to=2025-04-01",
        "#/?from=-271821-04-20",
        "#/?top=99999999999999999999",
        "#/?sort=\u{202e}",
        "#actor=%E0%A4%A",
        "#/?fix=",
        "#/?fix=%00",
        "#/?vs=vs=vs=",
        "#/?q=%00%01%02",
        "#",
        "",
        "####",
        "#/?&&&===",
    ];
    for hash in hashes {
        let (query, _) = Query::parse(hash);
        let told = query.to_string();
        let (again, problems) = Query::parse(&told);
        assert_eq!(
            (again.to_string(), problems.len()),
            (told.clone(), 0),
            "{}",
            hash.get(..40.min(hash.len())).unwrap_or("")
        );
        assert!(!told.contains(['<', '>', '"', '\'', '\0', '\n']), "{told}");
        if let (Some(from), Some(to)) = (query.from(), query.to()) {
            assert!(from <= to);
        }
    }
}
