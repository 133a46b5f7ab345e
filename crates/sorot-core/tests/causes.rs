//! Causes, not cases: what the five articles hold must not be written into code or lexicons.

#![allow(clippy::unwrap_used)] // The whole file is tests.

mod source;

use source::{files, is_test_file, root, tokens, without_tests};
use std::collections::BTreeSet;

/// Data files that may hold heads of state, being a general list of offices with source and dates.
const MAY_NAME_OFFICE_HOLDERS: &[&str] = &["data/published/terms.txt"];
/// The shortest surname that is looked for; below it a word means too many other things.
const SHORTEST: usize = 4;

/// The surnames of the gold's persons, in lower case. A row of an entity stands on a line of its own.
fn surnames() -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for file in files(&root().join("tests/gold"), &["json"]) {
        for line in std::fs::read_to_string(file).unwrap().lines() {
            let name = line.split("\"PER\", \"").nth(1).and_then(|rest| rest.split('"').next());
            all.extend(name.and_then(|name| name.split(' ').next_back()).map(str::to_lowercase));
        }
    }
    all.retain(|name| name.chars().count() >= SHORTEST);
    all
}

fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_lowercase)
}

/// The words of source that decide something: no comments, no tests.
fn code_words(source: &str) -> Vec<String> {
    let code = without_tests(&tokens(source));
    code.iter().flat_map(|t| words(&t.text).map(|w| w.to_lowercase()).collect::<Vec<_>>()).collect()
}

#[test]
fn no_person_of_the_articles_is_written_into_code_or_lexicons() {
    let surnames = surnames();
    assert!(surnames.len() >= 10, "the gold's persons were not found: {surnames:?}");
    let root = root();
    let mut found = Vec::new();
    let mut looked_at = 0;
    for path in files(&root.join("crates"), &[]) {
        let name = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
        let allowed = MAY_NAME_OFFICE_HOLDERS.iter().any(|file| name.ends_with(file));
        // Weights and other packed data are no text: nobody writes a name into them by hand.
        let Ok(text) = std::fs::read_to_string(&path) else { continue };
        let words: Vec<String> = if name.ends_with(".rs") && name.contains("/src/") && !is_test_file(&path) {
            code_words(&text)
        } else if name.starts_with("crates/sorot-core/data/") && !allowed {
            text.lines().filter(|line| !line.starts_with('#')).flat_map(words).collect()
        } else {
            continue;
        };
        looked_at += 1;
        let held: BTreeSet<&String> = words.iter().filter(|w| surnames.contains(*w)).collect();
        found.extend(held.into_iter().map(|w| format!("{name}: {w}")));
    }
    assert!(looked_at > 10, "only {looked_at} files were looked at");
    assert!(
        found.is_empty(),
        "names from the five articles; a general list of offices belongs into {MAY_NAME_OFFICE_HOLDERS:?}:\n{}",
        found.join("\n")
    );
}

#[test]
fn names_are_found_where_they_decide_something() {
    let check = |source: &str, expected: bool| {
        assert_eq!(code_words(source).contains(&"hartono".to_owned()), expected, "{source}");
    };
    check("if name == \"Pak Hartono\" {}", true);
    check("const A: &str = r\"budi-hartono\";", true);
    check("fn hartono() {}", true);
    check("// Hartono", false);
    check("const A: &str = \"Hartonoan\";", false);
    check("#[cfg(test)]\nmod tests { const A: &str = \"Hartono\"; }", false);
    check("#[cfg(test)]\nmod tests;\nconst A: &str = \"Hartono\";", true);
}
