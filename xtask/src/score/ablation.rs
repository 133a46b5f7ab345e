//! Each layer off once: the analysis without one list of words, or without the bundle.
//!
//! A list is taken away by building the command from a copy of its crates in which the list is empty, so that the
//! product has no switch for it. Without the bundle, each article is analysed alone.

use super::sections::{figures, own_sets};
use super::tally::Figure;
use super::{files, output, print, root};
use crate::failure::At;
use crate::repo;
use crate::run::Cmd;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A layer, and the data files that make it.
const LAYERS: &[(&str, &[&str])] = &[
    ("titles and offices", &["titles.txt"]),
    ("organisations", &["organisations.txt"]),
    ("places", &["places.txt"]),
    ("non-story words", &["non-story.txt"]),
    ("office terms", &["published/terms.txt"]),
    ("feasts", &["dates/feasts.txt"]),
    ("clause words", &["clauses.txt"]),
    ("cues", &["cues.txt"]),
    ("contact words", &["contact-words.txt"]),
    ("tagger", &["tagger.bin"]),
];
/// What is told of every layer.
const COLUMNS: &[&str] =
    &["mentions", "actors B3", "dates", "date values", "quotes", "speakers", "contacts", "not-story"];

/// The means over the five articles and the own sets, layer by layer.
pub fn lines() -> Result<Vec<String>, String> {
    let copy = repo::target().join("ablation");
    lay_out(&copy)?;
    let whole = measure(&copy, false)?;
    let heads = COLUMNS.iter().fold(format!("{:<20}", ""), |row, c| format!("{row} {c:>12}"));
    // Each row as soon as it is known: every one takes a build.
    print(&[heads, row("all layers", &whole, None)])?;
    print(&[row("each article alone", &measure(&copy, true)?, Some(&whole))])?;
    for (name, lists) in LAYERS {
        let data = copy.join("crates/sorot-core/data");
        let kept = lists.iter().map(|list| empty(&data.join(list))).collect::<Result<Vec<_>, _>>()?;
        let measured = measure(&copy, false);
        for (list, bytes) in lists.iter().zip(kept) {
            let place = data.join(list);
            fs::write(&place, bytes).at("write", &place).map_err(|f| f.to_string())?;
        }
        print(&[row(name, &measured?, Some(&whole))])?;
    }
    Ok(Vec::new())
}

fn row(name: &str, figures: &[f64], whole: Option<&[f64]>) -> String {
    figures.iter().enumerate().fold(format!("{name:<20}"), |row, (n, value)| {
        let change = whole.and_then(|whole| whole.get(n)).map_or(0.0, |whole| value - whole);
        let change = if change.abs() < 0.0005 { String::new() } else { format!("{change:+.3}") };
        format!("{row} {value:.3} {change:>6}")
    })
}

/// Copies what the command is made of; its folder is a workspace of its own.
fn lay_out(copy: &Path) -> Result<(), String> {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).map_err(|e| format!("Cargo.toml: {e}."))?;
    let kept = |section: &&str| section.starts_with("[workspace.") || section.starts_with("[profile.native");
    let sections: Vec<&str> = manifest.split("\n\n").filter(kept).collect();
    let workspace = "[workspace]\nmembers = [\"crates/*\"]\nresolver = \"3\"";
    let release = "[profile.release]\nopt-level = 2";
    let manifest = [&[workspace, release], sections.as_slice()].concat().join("\n\n");
    let place = copy.join("Cargo.toml");
    fs::create_dir_all(copy).at("create", copy).map_err(|f| f.to_string())?;
    fs::write(&place, manifest).at("write", &place).map_err(|f| f.to_string())?;
    copy_folder(&root().join("crates"), &copy.join("crates"))?;
    let lock = copy.join("Cargo.lock");
    fs::copy(root().join("Cargo.lock"), &lock).at("copy", &lock).map_err(|f| f.to_string())?;
    Ok(())
}

fn copy_folder(from: &Path, to: &Path) -> Result<(), String> {
    fs::create_dir_all(to).at("create", to).map_err(|f| f.to_string())?;
    for entry in fs::read_dir(from).at("read", from).map_err(|f| f.to_string())?.flatten() {
        let (path, place) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy_folder(&path, &place)?;
        } else {
            fs::copy(&path, &place).at("copy", &path).map_err(|f| f.to_string())?;
        }
    }
    Ok(())
}

/// Leaves the remarks of a list; gives back what it held.
fn empty(list: &Path) -> Result<Vec<u8>, String> {
    let held = fs::read(list).at("read", list).map_err(|f| f.to_string())?;
    let text = String::from_utf8(held.clone()).unwrap_or_default();
    let remarks: String = text.lines().filter(|l| l.starts_with('#')).map(|l| format!("{l}\n")).collect();
    fs::write(list, remarks).at("write", list).map_err(|f| f.to_string())?;
    Ok(held)
}

/// Builds the copy and scores it on the five articles and the own sets: the mean of each column.
fn measure(copy: &Path, alone: bool) -> Result<Vec<f64>, String> {
    let build = ["build", "--quiet", "--offline", "--profile", "native", "--package", "sorot-cli"];
    let target = copy.join("target");
    let command = Cmd::new("cargo").args(build).env("CARGO_TARGET_DIR", &target).within(copy);
    let built = command.output().map_err(|f| f.to_string())?;
    if !built.status.success() {
        return Err(String::from_utf8_lossy(&built.stderr).trim().to_owned());
    }
    let sorot = target.join("native/sorot");
    let five = ("", root().join("articles"), root().join("tests/gold"));
    let sets: Vec<_> = std::iter::once(five).chain(own_sets()).collect();
    let mut sums = vec![0.0; COLUMNS.len()];
    for (_, articles, gold) in &sets {
        let lines =
            if alone { each_alone(&sorot, articles)? } else { output(Command::new(&sorot), articles)? };
        let figures = figures(gold, &lines)?;
        for (sum, title) in sums.iter_mut().zip(COLUMNS) {
            *sum += value(&figures, title);
        }
    }
    Ok(sums.into_iter().map(|sum| sum / sets.len() as f64).collect())
}

fn value(figures: &[Figure], title: &str) -> f64 {
    figures.iter().find(|f| f.title == title).and_then(|f| f.value.parse().ok()).unwrap_or(0.0)
}

/// Analyses each article as a bundle of its own; actors of two articles are never one.
fn each_alone(sorot: &Path, folder: &Path) -> Result<String, String> {
    let mut lines = String::new();
    for (number, article) in files(folder)?.iter().enumerate() {
        let told = output_of(sorot, article)?;
        let mut row: serde_json::Value =
            serde_json::from_str(&told).map_err(|e| format!("not a row: {e}."))?;
        renumber(&mut row, number as i64 * 100_000);
        lines.push_str(&format!("{row}\n"));
    }
    Ok(lines)
}

fn output_of(sorot: &Path, article: &PathBuf) -> Result<String, String> {
    let run =
        Cmd::new(sorot).args(["analyse", "--json"]).args([article]).output().map_err(|f| f.to_string())?;
    String::from_utf8(run.stdout).map_err(|e| format!("the analysis isn't UTF-8: {e}."))
}

/// Adds `by` to every number of an actor in a row of the analysis.
fn renumber(row: &mut serde_json::Value, by: i64) {
    let add = |value: &mut serde_json::Value| {
        if let Some(id) = value.as_i64() {
            *value = (id + by).into();
        }
    };
    for (section, fields) in [
        ("actors", &["id"][..]),
        ("mentions", &["actor"]),
        ("quotes", &["speakers"]),
        ("contacts", &["a", "b"]),
    ] {
        let rows = row.get_mut(section).and_then(|rows| rows.as_array_mut());
        for item in rows.into_iter().flatten() {
            for field in fields {
                match item.get_mut(*field) {
                    Some(serde_json::Value::Array(ids)) => ids.iter_mut().for_each(add),
                    Some(id) => add(id),
                    None => {}
                }
            }
        }
    }
}
