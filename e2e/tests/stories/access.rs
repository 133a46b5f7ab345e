//! What a machine can check of accessibility.

use crate::{open, quiet};
use serde_json::{Value, json};
use sorot_e2e::{Browser, Fault, Result, Scheme, Target};

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

/// The page itself.
const WHOLE: &str = "html";

/// Runs rules over a part of the page as it is now and gives back what they found.
const RUN: &str = "\
    const options = { runOnly: arguments[0], resultTypes: ['violations'], iframes: false, preload: false };\
    const { violations } = await axe.run(document.querySelector(arguments[1]), options);\
    return violations.map((rule) => `${rule.id} (${rule.impact}): `\
      + rule.nodes.slice(0, 3).map((node) => node.target.join(' ')).join(', '));";

pub fn clean_states(browser: &Browser, target: &Target) -> Result<()> {
    let mut faults = Vec::new();
    for (width, height) in [(1280, 800), (390, 844)] {
        browser.resize(width, height)?;
        for hash in PAGES {
            open(browser, target, hash)?;
            faults.extend(clean_in_both(browser, &format!("{width} px, {hash}"))?);
        }
    }
    if faults.is_empty() { quiet(browser) } else { Err(faults.join("\n  ").into()) }
}

/// What the rules find in the page as it is now by light, and what can differ of it in the dark: its colours.
pub fn clean_in_both(browser: &Browser, state: &str) -> Result<Vec<String>> {
    clean_within(browser, WHOLE, state)
}

/// The same of one element of the page and all in it.
pub fn clean_within(browser: &Browser, css: &str, state: &str) -> Result<Vec<String>> {
    let mut faults = Vec::new();
    for (name, scheme, rules) in [
        ("light", Scheme::Light, json!({ "type": "tag", "values": RULES })),
        ("dark", Scheme::Dark, json!({ "type": "rule", "values": ["color-contrast", "link-in-text-block"] })),
    ] {
        browser.prefer(scheme)?;
        let holds = format!("return matchMedia('(prefers-color-scheme: {name})').matches");
        browser.wait(&format!("the page is {name}"), |b| Ok(b.script(&holds, &[])? == true))?;
        faults.extend(check(browser, css, &format!("{name}, {state}"), &rules).err().map(|f| f.to_string()));
    }
    browser.prefer(Scheme::Light)?;
    Ok(faults)
}

/// No rule finds anything in the page as it is now; `state` names it in the report.
pub fn clean(browser: &Browser, state: &str) -> Result<()> {
    check(browser, WHOLE, state, &json!({ "type": "tag", "values": RULES }))
}

fn check(browser: &Browser, css: &str, state: &str, rules: &Value) -> Result<()> {
    // Half a colour change has the contrast of neither.
    browser.wait("nothing moves", |b| Ok(b.script("return document.getAnimations().length", &[])? == 0))?;
    if browser.script("return typeof axe", &[])? == "undefined" {
        let path = std::env::var("SOROT_E2E_AXE")
            .map_err(|_| Fault::from("SOROT_E2E_AXE does not say where axe-core is."))?;
        let axe = std::fs::read_to_string(&path)
            .map_err(|error| Fault::from(format!("could not read {path}: {error}.")))?;
        browser.script(&axe, &[])?;
    }
    let found = browser.script_async(RUN, &[rules.clone(), json!(css)])?;
    match found.as_array().map(Vec::as_slice).unwrap_or_default() {
        [] => Ok(()),
        rules => {
            let lines: Vec<&str> = rules.iter().filter_map(Value::as_str).collect();
            Err(format!("axe in {state}: {}", lines.join("; ")).into())
        }
    }
}
