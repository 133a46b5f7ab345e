//! The data's way has one direction: each stage knows only earlier ones. Tests may look anywhere.

#![allow(clippy::unwrap_used)] // The whole file is tests.

mod paths;
mod source;

use paths::{Named, paths};
use source::{files, is_test_file, root, tokens, without_tests};
use std::path::Path;

/// Every module of the crate, in order; those of one line may know each other.
const ORDER: &[&[&str]] = &[
    &["text", "calendar", "why", "stem", "fold", "sort", "signs"],
    &["article"],
    &["structure"],
    &["annotate"],
    &["salience"],
    &["corpus"],
    &["index"],
    &["correct"],
    &["notes"],
    &["query"],
    &["search"],
    &["summary"],
    &["view"],
];
/// The passes of `annotate`; each may use the stage's own types and what else lies in the stage.
const PASSES: &[&str] = &["actors", "resolve", "dates", "published", "quotes", "contacts"];
/// The modules of `annotate` that run the passes in order, and so use all.
const RUN_ALL: &[&str] = &["read", "tell"];
/// The passes that build on another: (this one, may use that one).
const PASS_USES: &[(&str, &str)] = &[("resolve", "actors"), ("published", "dates")];
/// The domain does no input or output and knows no clock and no browser.
const FORBIDDEN: &[&[&str]] = &[
    &["web_sys"],
    &["js_sys"],
    &["wasm_bindgen"],
    &["std", "fs"],
    &["std", "net"],
    &["std", "time"],
    &["std", "env"],
    &["std", "process"],
    &["chrono", "Utc"],
    &["chrono", "Local"],
];
/// What the front end may know of the domain.
const FRONT_END_USES: &[&str] =
    &["view", "query", "correct", "notes", "corpus", "article", "calendar", "sort"];

fn rank(module: &str) -> Option<usize> {
    ORDER.iter().position(|line| line.contains(&module))
}

/// The module of a file below `src`: `annotate/quotes/marks.rs` is annotate::quotes::marks.
fn module(file: &str) -> Vec<&str> {
    let parts: Vec<&str> = file.trim_end_matches(".rs").split('/').collect();
    parts.into_iter().filter(|part| !matches!(*part, "mod" | "lib" | "main")).collect()
}

fn named(file: &str, source: &str) -> Vec<Named> {
    paths(&without_tests(&tokens(source)), &module(file))
}

/// What is wrong in one file of the domain, for a person to read.
fn core_faults(file: &str, source: &str) -> Vec<String> {
    let own = module(file);
    let mut faults = Vec::new();
    for Named { line, path } in named(file, source) {
        let segments: Vec<&str> = path.iter().map(String::as_str).collect();
        let place = format!("sorot-core/src/{file}:{line}");
        let written = segments.join("::");
        if FORBIDDEN.iter().any(|f| segments.starts_with(f)) {
            faults.push(format!(
                "{place}: `{written}`: the domain does no input or output and knows no clock and no browser; \
                 hand the value in from outside"
            ));
        }
        let ["crate", stage, rest @ ..] = segments.as_slice() else { continue };
        let (Some(mine), Some(theirs)) = (own.first().and_then(|s| rank(s)), rank(stage)) else { continue };
        if theirs > mine {
            faults.push(format!(
                "{place}: the stage `{}` uses `{written}` of a later stage; move what both need to the earlier one",
                own[0]
            ));
        }
        if let (["annotate", pass, ..], "annotate", Some(other)) = (own.as_slice(), *stage, rest.first()) {
            let uses = PASSES.contains(other) && pass != other;
            let helper = !PASSES.contains(pass);
            if uses && !RUN_ALL.contains(pass) && (helper || !PASS_USES.contains(&(pass, other))) {
                faults.push(format!(
                    "{place}: `annotate::{pass}` uses `{written}` of the pass `{other}`; move what both need to a \
                     module beside them"
                ));
            }
        }
    }
    faults
}

/// What is wrong in one file of the front end.
fn front_end_faults(file: &str, source: &str) -> Vec<String> {
    let allowed = FRONT_END_USES.join(", ");
    named(file, source)
        .into_iter()
        .filter(|n| n.path.first().is_some_and(|s| s == "sorot_core"))
        .filter(|n| !n.path.get(1).is_some_and(|m| FRONT_END_USES.contains(&m.as_str())))
        .map(|n| {
            format!(
                "src/{file}:{}: `{}`: the front end knows only {allowed} of the domain",
                n.line,
                n.path.join("::")
            )
        })
        .collect()
}

fn all_faults(folder: &Path, faults: fn(&str, &str) -> Vec<String>) -> Vec<String> {
    let sources = files(folder, &["rs"]);
    assert!(!sources.is_empty(), "no source in {}", folder.display());
    sources
        .iter()
        .filter(|path| !is_test_file(path.strip_prefix(folder).unwrap()))
        .flat_map(|path| {
            let name = path.strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
            faults(&name, &std::fs::read_to_string(path).unwrap())
        })
        .collect()
}

#[test]
fn stages_know_only_earlier_ones() {
    let faults = all_faults(&root().join("crates/sorot-core/src"), core_faults);
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn the_front_end_knows_only_the_page_side_of_the_domain() {
    let faults = all_faults(&root().join("src"), front_end_faults);
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn every_module_has_its_place_in_the_order() {
    let lib = std::fs::read_to_string(root().join("crates/sorot-core/src/lib.rs")).unwrap();
    let lib = tokens(&lib);
    for pair in lib.windows(2).filter(|pair| pair[0].text == "mod") {
        assert!(rank(&pair[1].text).is_some(), "give the module `{}` its place in ORDER", pair[1].text);
    }
    let annotate = std::fs::read_to_string(root().join("crates/sorot-core/src/annotate/mod.rs")).unwrap();
    let known: Vec<String> =
        tokens(&annotate).windows(2).filter(|p| p[0].text == "mod").map(|p| p[1].text.clone()).collect();
    for pass in PASSES {
        assert!(known.iter().any(|k| k == pass), "PASSES names `{pass}`, which annotate doesn't have");
    }
}

#[test]
fn faults_are_found() {
    let check = |file: &str, source: &str, count: usize| {
        let faults = core_faults(file, source);
        assert_eq!(faults.len(), count, "{file}: {source}\n{}", faults.join("\n"));
    };
    // Later, earlier, own.
    check("article/mod.rs", "use crate::structure::Structure;", 1);
    check("article/mod.rs", "use crate::calendar::{Day, Lang};", 0);
    check("structure/mod.rs", "use crate::{article::Article, text::Span};", 0);
    check("structure/mod.rs", "use crate::{article::Article, corpus::{Corpus, pack::{self, read as r}}};", 3);
    check("structure/mod.rs", "fn f() { crate::view::page() }", 1);
    check("structure/mod.rs", "pub(crate) use crate::index::*;", 1);
    check("text.rs", "use crate::why::Why;", 0);
    check("text.rs", "use super::article;", 1);
    check("corpus/pack.rs", "use super::super::view::Page;", 1);
    check("corpus/pack.rs", "use super::view::Page;", 0);
    check("corpus/pack.rs", "mod inner { use super::super::super::view::Page; }", 1);
    check("corpus/pack.rs", "mod inner { fn f() {} } use super::super::view;", 1);
    // Not code, or tests.
    check("text.rs", "// use crate::view;\n/* crate::view /* nested */ crate::view */", 0);
    check(
        "text.rs",
        "/// [`crate::view`]\nconst A: &str = \"crate::view\"; const B: &str = r#\"\"crate::view\"#;",
        0,
    );
    check("text.rs", "fn f<'a>(x: &'a str) -> char { '\"' } use crate::view;", 1);
    check("text.rs", "const A: char = '\\''; const B: &str = \"\\\"\"; use crate::view;", 1);
    check("text.rs", "#[cfg(test)]\nmod tests { use crate::view::Page; fn f() {} }", 0);
    check("text.rs", "#[cfg(test)]\nuse crate::view::Page;\nuse crate::index;", 1);
    // The passes.
    check("annotate/resolve.rs", "use super::actors::Name;", 0);
    check("annotate/actors/find.rs", "use crate::annotate::resolve::Named;", 1);
    check("annotate/actors.rs", "use super::{Actor, dates::Expression};", 1);
    check("annotate/quotes/marks.rs", "use super::tokens::Token; use super::super::{Mention, contacts};", 1);
    check("annotate/words.rs", "use super::quotes::Cue;", 1);
    check("annotate/read.rs", "use super::{quotes, actors};", 0);
    check("annotate/quotes/marks.rs", "use crate::annotate::words::Word;", 0);
    check("annotate/mod.rs", "use quotes::find; fn f() { self::dates::find() }", 0);
    // Outside.
    check("text.rs", "use std::fs;", 1);
    check("text.rs", "use std::{fmt, time::Instant, net::{IpAddr, TcpStream}};", 3);
    check("text.rs", "use std::fmt::Write; let x = ::std::env::args(); web_sys::window();", 2);
    check("text.rs", "let today = chrono::Utc::now();", 1);
    let front = |source: &str| front_end_faults("page.rs", source).len();
    assert_eq!(front("use sorot_core::view::Page; use sorot_core::{query::Query, calendar::Day};"), 0);
    assert_eq!(front("use sorot_core::{annotate::Actor, view};"), 1);
    assert_eq!(front("use sorot_core::*;"), 1);
    assert_eq!(front("use sorot_core as core;"), 1);
    assert_eq!(front("fn f() { sorot_core::index::Index::new() }"), 1);
}
