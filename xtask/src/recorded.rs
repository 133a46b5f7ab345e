//! The build with a recorder of the console at the head of its pages, for browsers whose driver doesn't tell it.
//! All else is as it is in `dist/`.

use crate::failure::{At, Result};
use crate::repo;
use crate::site::OPEN;
use sorot_e2e::RECORDER;
use sorot_onefile::hash_source;
use std::fs;
use std::path::Path;

/// The recorder's name beside the served page, whose policy allows no inline script.
const NAME: &str = "recorder.js";
/// What the head begins with; the one file's policy follows, and then the recorder.
const CHARSET: &str = "<meta charset=\"utf-8\">\n";
/// Where a policy names what may run.
const SCRIPTS: &str = "script-src ";

/// Copies `dist` to `to` with the recorder in both pages.
pub fn write(dist: &Path, to: &Path) -> Result<()> {
    if to.exists() {
        fs::remove_dir_all(to).at("clear", to)?;
    }
    repo::copy_folder(dist, to)?;
    let script = to.join(NAME);
    fs::write(&script, RECORDER).at("write", &script)?;
    change(&to.join("index.html"), |html| {
        let (head, rest) = html.split_once(CHARSET)?;
        Some(format!("{head}{CHARSET}<script src=\"./{NAME}\"></script>\n{rest}"))
    })?;
    for page in ["sorot.html", OPEN, "embed.html"] {
        change(&to.join(page), inline)?;
    }
    Ok(())
}

/// With the recorder where its policy allows only what it names.
fn inline(html: &str) -> Option<String> {
    // The policy stands on the line after; it must come first and name the script.
    let (head, rest) = html.split_once(CHARSET)?;
    let (policy, rest) = rest.split_once('\n')?;
    let (before, after) = policy.split_once(SCRIPTS)?;
    let hash = hash_source(RECORDER);
    let policy = format!("{before}{SCRIPTS}{hash} {after}");
    Some(format!("{head}{CHARSET}{policy}\n<script>{RECORDER}</script>\n{rest}"))
}

/// Writes a page anew.
pub fn change(page: &Path, by: impl Fn(&str) -> Option<String>) -> Result<()> {
    let html = fs::read_to_string(page).at("read", page)?;
    let changed =
        by(&html).ok_or_else(|| format!("{} has another head than the recorder expects.", page.display()))?;
    fs::write(page, changed).at("write", page)
}
