//! The last part of `cargo xtask bench --classes start`: the served page beside the blank and the hand-written page of the
//! harness that the goals are from, where it lies beside the checkout.

use crate::failure::{At, Failure, Result};
use crate::repo;
use crate::run::{Cmd, note, step};
use crate::shared;
use serde_json::Value;
use std::ffi::OsStr;
use std::fs;
use std::path::Path;

/// How often each page is opened, in turns, each time in a fresh browser.
const TIMES: &str = "15";
const PAGES: [(&str, &str); 3] = [
    ("blank", "/startup/blank.html"),
    ("hand-written", "/startup/vanilla.html"),
    ("Sorot", "/app/index.html"),
];

/// Opens the pages in Chromium and prints when they were painted and ready, and what the main thread worked, in ms.
/// `packages` is where the bench's packages are installed.
pub fn run(packages: &Path, browser: &OsStr) -> Result<()> {
    let Some(harness) = shared::folder().map(|folder| folder.join("bench")).filter(|h| h.is_dir()) else {
        note("The served page isn't measured: the harness isn't here (SOROT_SHARED).");
        return Ok(());
    };
    step("Opening the served page beside the blank and the hand-written one, in Chromium");
    // Its scripts write beside themselves, and Node looks for packages above them.
    let work = packages.join("harness");
    repo::copy_folder(&harness, &work)?;
    let pages = PAGES.map(|page| page.1).join(",");
    Cmd::new("node")
        .args(["aux.mjs", "startup", &pages, TIMES])
        .within(&work)
        .env("APP", repo::dist())
        .env("CHROMIUM", browser)
        .text()
        .ok_or("the harness could not measure: run `node aux.mjs startup` in target/bench/harness.")?;
    let file = work.join("results/startup.json");
    let text = fs::read_to_string(&file).at("read", &file)?;
    let told: Value = serde_json::from_str(&text).map_err(|error| Failure::from(error.to_string()))?;
    note(&format!("{:<13} {:>9} {:>12} {:>12} {:>12}", "", "bytes", "first paint", "ready", "main thread"));
    for (name, page) in PAGES {
        let middle = |what: &str| told[page][what]["p50"].as_f64().unwrap_or(f64::NAN);
        let (paint, ready, work) = (middle("fcp"), middle("tti"), middle("cpu"));
        note(&format!("{name:<13} {:>9} {paint:>12.0} {ready:>12.0} {work:>12.0}", told[page]["bytes"]));
    }
    Ok(())
}
