//! What a machine can check of accessibility.

use crate::{open, quiet};
use serde_json::{Value, json};
use sorot_e2e::{Browser, Engine, Fault, Result, Scheme, Target};

/// The rules of WCAG 2.2 AA and the habits beyond them.
const RULES: &[&str] = &["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/// The states of the page: all, an open article under a filter, nothing found, the dates in the texts
/// drawn closer under a period, the articles without a date.
const PAGES: &[&str] = &[
    "#/",
    "#/?actor=volodymyr-zelensky&article=003-putin-witkoff-moskow&sentence=3",
    "#/?actor=nobody",
    "#/?axis=mentioned&from=2025-03-01&to=2025-03-31&zoom=2025-02-01_2025-05-31",
    "#/?undated=only",
];

/// Runs the rules over the page as it is now and gives back what they found.
const RUN: &str = "\
    const options = { runOnly: { type: 'tag', values: arguments[0] } };\
    const { violations } = await axe.run(document, options);\
    return violations.map((rule) => `${rule.id} (${rule.impact}): `\
      + rule.nodes.slice(0, 3).map((node) => node.target.join(' ')).join(', '));";

pub fn clean_states(browser: &Browser, target: &Target) -> Result<()> {
    let mut faults = Vec::new();
    for (width, height) in [(1280, 800), (390, 844)] {
        browser.resize(width, height)?;
        for (name, scheme) in [("light", Scheme::Light), ("dark", Scheme::Dark)] {
            if browser.engine() == Engine::Chromium {
                browser.prefer(scheme)?;
            }
            for hash in PAGES {
                open(browser, target, hash)?;
                let state = format!("{name}, {width} px, {hash}");
                faults.extend(clean(browser, &state).err().map(|fault| fault.to_string()));
            }
        }
    }
    if faults.is_empty() { quiet(browser) } else { Err(faults.join("\n  ").into()) }
}

/// No rule finds anything in the page as it is now; `state` names it in the report.
pub fn clean(browser: &Browser, state: &str) -> Result<()> {
    let path = std::env::var("SOROT_E2E_AXE")
        .map_err(|_| Fault::from("SOROT_E2E_AXE does not say where axe-core is."))?;
    let axe = std::fs::read_to_string(&path)
        .map_err(|error| Fault::from(format!("could not read {path}: {error}.")))?;
    browser.script(&axe, &[])?;
    let found = browser.script_async(RUN, &[json!(RULES)])?;
    match found.as_array().map(Vec::as_slice).unwrap_or_default() {
        [] => Ok(()),
        rules => {
            let lines: Vec<&str> = rules.iter().filter_map(Value::as_str).collect();
            Err(format!("axe in {state}: {}", lines.join("; ")).into())
        }
    }
}
