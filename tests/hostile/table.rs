//! The table of docs/hostile.md.

use super::exports::{CELLS, NAMES};
use super::hostile::addresses::hashes;
use super::hostile::case::Outcome;
use super::hostile::groups::GROUPS;
use super::hostile::storage::{FOREIGN, OTHERS, SPOILED};
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How long a file may take, where the table is written.
const LIMIT: Duration = Duration::from_secs(2);

const HEAD: &str = "# Hostile input\n\n\
    Articles are untrusted. This is the list of attacks that Sorot is held against, with what comes of them: files (1 to 41, \
    made by code in `tests/hostile/`), addresses (42), messages (43), exports (44, 45), storage (46). The files are read \
    natively by every `cargo xtask test native`, each beside a good one, and in the engines through the page's own *Add \
    articles*; what may be read is opened there.\n\n\
    For all of them: no script runs, no request leaves, nothing panics, the console stays empty, the message names file and \
    reason in both languages, and the good file beside it is read. The limits that messages name stand in \
    [intake.md](intake.md#limits).\n\n\
    Times are the worst of a group, in ms: of the native command (`--profile native`), and of the worker in each engine, from \
    the file handed over to the answer. Made by \
    `SOROT_HOSTILE=write cargo test --profile native -p sorot-intake --test hostile`, after \
    `cargo xtask test stories --story \"hostile files\"` for the engines' times (2 cores, busy with other builds: load 5 to 11). The \
    module takes 100 MB of memory with the 50 MB line.\n\n";

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Holds docs/hostile.md against the list, or writes it.
pub fn told(outcomes: &[Outcome]) {
    let place = root().join("docs/hostile.md");
    if std::env::var("SOROT_HOSTILE").is_ok_and(|word| word == "write") {
        let slow: Vec<&String> = outcomes.iter().filter(|o| o.took > LIMIT).map(|o| &o.told).collect();
        assert!(slow.is_empty(), "more than {LIMIT:?}: {slow:?}");
        std::fs::write(&place, table(outcomes)).unwrap();
    }
    // The times are the machine's; all else has to be what it was.
    let plain = |text: &str| -> Vec<String> {
        text.lines().filter_map(|line| line.rsplit_once(" | ").map(|(rest, _)| rest.to_string())).collect()
    };
    let timeless = |text: &str| (0..4).fold(text.to_string(), |text, _| plain(&text).join("\n"));
    let found = std::fs::read_to_string(&place).unwrap_or_default();
    assert_eq!(timeless(&found), timeless(&table(outcomes)), "docs/hostile.md isn't of this list");
}

fn table(outcomes: &[Outcome]) -> String {
    let engines = engine_times();
    let mut out = String::from(HEAD);
    let _ = writeln!(
        out,
        "| group | attack | inputs | outcome | native | {} |\n|---:|---|---:|---|---:|---:|---:|---:|",
        engines.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(" | ")
    );
    for (group, about) in (1..).zip(GROUPS) {
        let own: Vec<&Outcome> = outcomes.iter().filter(|o| o.group == group).collect();
        let (inputs, outcome) = match group {
            42 => {
                (hashes().len(), "read, or told in a line; what is asked again is asked the same".to_string())
            }
            43 => (
                super::hostile::messages::TO_FRAME.len() + super::hostile::messages::TO_PAGE.len(),
                "unheard, or answered by an error; nothing moves".to_string(),
            ),
            44 => (CELLS.len() * 7, "text in every form; no cell is a formula".to_string()),
            45 => (NAMES.len() * 7, "letters, digits and hyphens behind `sorot`".to_string()),
            46 => (
                FOREIGN.len() + SPOILED.len() + OTHERS.len(),
                "told in words; nothing kept is lost, nothing of others is touched".to_string(),
            ),
            _ => (own.len(), own.iter().map(|o| cell(o.told.trim())).collect::<Vec<_>>().join("; ")),
        };
        let worst = own.iter().map(|o| o.took.as_millis()).max();
        let worst = worst.map_or("–".to_string(), |ms| ms.to_string());
        let there = engines.iter().map(|(_, times)| {
            let time = times.iter().find(|(own, _)| *own == group);
            time.map_or("–".to_string(), |(_, ms)| ms.to_string())
        });
        let there = there.collect::<Vec<_>>().join(" | ");
        let _ = writeln!(out, "| {group} | {about} | {inputs} | {outcome} | {worst} | {there} |");
    }
    out
}

/// A cell of Markdown.
fn cell(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('|', "&#124;")
}

/// What the stories in the engines took down: their names, and for each group the worst time in ms.
fn engine_times() -> Vec<(&'static str, Vec<(u8, u64)>)> {
    let of = |(name, file): (&'static str, &str)| {
        let place = root().join(format!("target/sorot/hostile-{file}.txt"));
        let text = std::fs::read_to_string(place).unwrap_or_default();
        let time = |line: &str| {
            let (group, ms) = line.split_once(' ')?;
            Some((group.parse().ok()?, ms.parse().ok()?))
        };
        (name, text.lines().filter_map(time).collect())
    };
    [("Chromium", "chromium"), ("Firefox", "firefox"), ("WebKit", "webkit")].map(of).into()
}
