//! What a screen reader is given: the accessibility tree of the main states, compared with what was
//! read and found good (`snapshots/`).
//!
//! `SOROT_E2E_WRITE=1 cargo xtask test stories --story "is heard"` writes the files anew; then read them
//! like prose.

use crate::{open, quiet};
use serde_json::{Value, json};
use sorot_e2e::{Browser, Fault, Result, Target, keys};
use std::collections::HashMap;
use std::fmt::Write;
use std::path::Path;

const ARTICLE: &str = "#/?actor=yuri-ushakov&article=003-putin-witkoff-moskow&sentence=3";

/// Whether all cards stand there, and the table behind the bars tells the same selection.
const RESTED: &str = "const cells = [...document.querySelectorAll('.time-picture td:nth-child(2)')]; \
    const selected = parseInt(document.querySelector('.count strong').textContent, 10); \
    return document.querySelectorAll('.cards > li').length === selected \
        && cells.reduce((sum, cell) => sum + Number(cell.textContent), 0) === selected";

pub fn tree_is_heard(browser: &Browser, target: &Target) -> Result<()> {
    // Both builds that take articles, so that both say the same.
    let target = &crate::own::taking(target);
    // Other engines have other trees, and no common way to ask for them: the first line stops there.
    browser.before_page("try { localStorage.setItem('sorot.lang', 'id') } catch {}")?;
    let mut faults = Vec::new();
    let mut compare = |name: &str| -> Result<()> {
        browser.wait("what waits for the hand to rest is drawn", |b| Ok(b.script(RESTED, &[])? == true))?;
        let told = tree(browser)?;
        faults.extend(differs(name, &told)?);
        Ok(())
    };
    browser.resize(1440, 900)?;
    open(browser, target, "#/")?;
    compare("start")?;
    open(browser, target, ARTICLE)?;
    browser.find("article.story mark.asked")?;
    compare("article")?;
    browser.script("document.querySelector('article.story').focus()", &[])?;
    browser.script("document.querySelector('.column.list').focus()", &[])?;
    browser.press("n")?;
    browser.find("mark.current")?;
    browser.press(keys::ENTER)?;
    browser.find(".card-pop")?;
    compare("actor-card")?;
    // What was read is heard on its card after a reload, too.
    let kept = "return Object.entries(localStorage).find(([key]) => key.startsWith('sorot.marks.')) ?? null";
    browser.wait("what was read is kept", |b| Ok(!b.script(kept, &[])?.is_null()))?;
    let read = browser.script(kept, &[])?;
    open(browser, target, "#/?q=gencatan%20senjata")?;
    browser.reload()?;
    browser.wait_ready()?;
    // Chromium now and then loses all that a page on the disk kept in a new profile, whatever the page: then once more.
    if browser.script(kept, &[])?.is_null() {
        browser.script("localStorage.setItem(...arguments[0])", &[read])?;
        browser.reload()?;
        browser.wait_ready()?;
    }
    browser.find(".card mark.hit")?;
    browser.find(".card.read")?;
    compare("search")?;
    browser.resize(390, 844)?;
    open(browser, target, "#/")?;
    compare("narrow")?;
    if faults.is_empty() { quiet(browser) } else { Err(faults.join("\n").into()) }
}

/// Compares with the kept file, or writes it; gives back the first lines that differ.
fn differs(name: &str, told: &str) -> Result<Option<String>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/stories/snapshots");
    let file = folder.join(format!("{name}.txt"));
    let fault = |error: std::io::Error| Fault::from(format!("{}: {error}.", file.display()));
    if std::env::var_os("SOROT_E2E_WRITE").is_some() {
        std::fs::create_dir_all(&folder).map_err(fault)?;
        std::fs::write(&file, told).map_err(fault)?;
        return Ok(None);
    }
    let kept = std::fs::read_to_string(&file).map_err(fault)?;
    if kept == told {
        return Ok(None);
    }
    Ok(Some(format!("another tree than {}:\n{}", file.display(), diff(&kept, told))))
}

/// The lines that were (`-`) and are (`+`), in order: by the longest sequence that both share.
fn diff(kept: &str, told: &str) -> String {
    let (kept, told): (Vec<&str>, Vec<&str>) = (kept.lines().collect(), told.lines().collect());
    let mut longest = vec![vec![0u32; told.len() + 1]; kept.len() + 1];
    for (i, old) in kept.iter().enumerate().rev() {
        for (j, new) in told.iter().enumerate().rev() {
            longest[i][j] = match old == new {
                true => longest[i + 1][j + 1] + 1,
                false => longest[i + 1][j].max(longest[i][j + 1]),
            };
        }
    }
    let (mut i, mut j, mut out) = (0, 0, String::new());
    while i < kept.len() || j < told.len() {
        if i < kept.len() && j < told.len() && kept[i] == told[j] {
            (i, j) = (i + 1, j + 1);
        } else if i < kept.len() && (j == told.len() || longest[i + 1][j] >= longest[i][j + 1]) {
            let _ = writeln!(out, "  - {}", kept[i]);
            i += 1;
        } else {
            let _ = writeln!(out, "  + {}", told[j]);
            j += 1;
        }
    }
    out
}

/// States that are said only where they hold.
const STATES: &[&str] =
    &["expanded", "pressed", "checked", "disabled", "focused", "invalid", "required", "level"];

/// Of a longer list only the first items are told: the others are like them.
const LONG: usize = 8;
const TOLD: usize = 3;

/// The page as lines "role “name” states", indented; what assistive technology passes over is left out.
fn tree(browser: &Browser) -> Result<String> {
    browser.devtools("Accessibility.enable", &json!({}))?;
    let answer = browser.devtools_answer("Accessibility.getFullAXTree", &json!({}))?;
    let nodes = answer["nodes"].as_array().map(Vec::as_slice).unwrap_or_default();
    let by_id: HashMap<&str, &Value> =
        nodes.iter().filter_map(|node| Some((node["nodeId"].as_str()?, node))).collect();
    // DevTools leave out what a slider says instead of its number.
    let spoken = browser.script(
        "return Object.fromEntries([...document.querySelectorAll('[aria-valuetext]')]\
         .map((e) => [e.getAttribute('aria-label'), e.getAttribute('aria-valuetext')]))",
        &[],
    )?;
    let mut out: Vec<(usize, String)> = Vec::new();
    // Whether the last line is running text, which the next words go on.
    let mut running = false;
    // Children first to last, each with its depth; a stack, because trees may be deep.
    let mut waiting: Vec<(&Value, usize, &str, bool)> =
        nodes.first().map(|root| (root, 0, "", false)).into_iter().collect();
    while let Some((node, depth, said, flows)) = waiting.pop() {
        let role = node["role"]["value"].as_str().unwrap_or("none");
        let name = node["name"]["value"].as_str().unwrap_or_default();
        // Boxes of lines are how words lie, not what is said.
        let silent = node["ignored"] == true || ["InlineTextBox", "none"].contains(&role);
        if role == "StaticText" {
            match out.last_mut().filter(|(at, _)| running && *at == depth) {
                Some((_, words)) => words.push_str(name),
                // What holds the words may have said them.
                None if !silent && !is_said(name, said) => {
                    out.push((depth, name.to_owned()));
                    running = flows;
                }
                None => {}
            }
            continue;
        }
        let (mut inner, mut said, mut flows) = (depth, said, flows);
        if !silent && (role != "generic" || !name.is_empty()) {
            running = false;
            out.push((depth, line(node, role, name, &spoken[name])));
            inner += 1;
            flows = ["paragraph", "blockquote"].contains(&role);
            if !name.is_empty() {
                said = name;
            }
        }
        // A date field's inside is the browser's own.
        if ["InlineTextBox", "Date"].contains(&role) {
            continue;
        }
        let children = node["childIds"].as_array().map(Vec::as_slice).unwrap_or_default();
        let mut children: Vec<&Value> =
            children.iter().filter_map(|id| by_id.get(id.as_str()?).copied()).collect();
        if role == "list" && children.len() > LONG {
            out.push((inner, format!("({} items, of which {TOLD} are told)", children.len())));
            children.truncate(TOLD);
        }
        waiting.extend(children.into_iter().rev().map(|child| (child, inner, said, flows)));
    }
    Ok(out.into_iter().map(|(depth, text)| format!("{}{}\n", "  ".repeat(depth), text.trim())).collect())
}

/// Whether the name of what holds these words says them already.
fn is_said(words: &str, name: &str) -> bool {
    let words = words.trim();
    words.is_empty() || name.contains(words)
}

fn line(node: &Value, role: &str, name: &str, spoken: &Value) -> String {
    let mut out = role.to_owned();
    if !name.is_empty() {
        let _ = write!(out, " “{}”", name.replace('\n', "⏎"));
    }
    let value = if spoken.is_string() { spoken } else { &node["value"]["value"] };
    if let Some(text) = value.as_str().filter(|text| !text.is_empty()) {
        let _ = write!(out, " = {text}");
    } else if value.is_number() {
        let _ = write!(out, " = {value}");
    }
    if let Some(text) = node["description"]["value"].as_str().filter(|text| !text.is_empty()) {
        let _ = write!(out, " ({text})");
    }
    for property in node["properties"].as_array().into_iter().flatten() {
        let (Some(key), value) = (property["name"].as_str(), &property["value"]["value"]) else { continue };
        if !STATES.contains(&key) || (key == "level" && role != "heading") {
            continue;
        }
        // Whether the page itself has the focus is the driver's affair.
        if key == "focused" && role == "RootWebArea" {
            continue;
        }
        match value {
            Value::Bool(true) => _ = write!(out, " {key}"),
            Value::String(text) if text == "true" => _ = write!(out, " {key}"),
            Value::Bool(false) if ["expanded", "checked"].contains(&key) => _ = write!(out, " not-{key}"),
            Value::String(text) if text == "false" && key != "invalid" => _ = write!(out, " not-{key}"),
            Value::Number(number) => _ = write!(out, " {key} {number}"),
            Value::String(text) if !["", "false"].contains(&text.as_str()) => {
                _ = write!(out, " {key} {text}");
            }
            _ => {}
        }
    }
    out
}
