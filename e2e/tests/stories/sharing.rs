//! The view for others, and what the explorer says of itself.

use crate::{ensure, open, quiet};
use serde_json::json;
use sorot_e2e::{Browser, Result, Target, keys};

/// The settings' menu opens a sheet whose button has this name, by keyboard.
fn sheet(browser: &Browser, name: &str) -> Result<()> {
    browser.find(".menu-button")?;
    browser.script("document.querySelector('.menu-button').focus()", &[])?;
    browser.press(keys::ENTER)?;
    let button = browser.by_role("button", name)?.reference();
    browser.script("arguments[0].focus()", &[button])?;
    browser.press(keys::ENTER)?;
    browser.find("dialog[open]").map(drop)
}

fn closes(browser: &Browser) -> Result<()> {
    browser.press(keys::ESCAPE)?;
    browser.wait("the sheet closes", |b| Ok(b.all("dialog[open]")?.is_empty()))?;
    let focus = "return document.activeElement.classList.contains('menu-button')";
    browser.wait("the focus is where it came from", |b| Ok(b.script(focus, &[])? == true))
}

/// Link, element and iframe for the open view, and what the administrator allows; on a phone as well.
pub fn shares(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, "#/?actor=steve-witkoff&from=2025-04-01&panel=quotes")?;
    sheet(browser, "Share or embed")?;
    let texts = "return [...document.querySelectorAll('dialog textarea')].map((field) => field.value)";
    let texts = browser.script(texts, &[])?;
    let text = |n: usize| texts[n].as_str().unwrap_or_default().to_owned();
    ensure(
        text(0).ends_with("#/?actor=steve-witkoff&from=2025-04-01&panel=quotes"),
        &format!("the link is {}", text(0)),
    )?;
    let view = "#/?actor=steve-witkoff&amp;from=2025-04-01&amp;panel=quotes";
    ensure(
        text(1).contains("sorot-explorer.js\"") && text(1).contains(&format!("view=\"{view}\"")),
        &format!("the element is {}", text(1)),
    )?;
    ensure(
        text(2).contains(&format!("embed.html?lang=en{view}\""))
            && text(2).contains("sandbox=\"allow-scripts"),
        &format!("the iframe is {}", text(2)),
    )?;
    ensure(
        text(3).contains("'wasm-unsafe-eval'") && text(3).contains("frame-src http"),
        &format!("the policy is {}", text(3)),
    )?;
    ensure(!texts.to_string().contains("file:"), "a path of the disk is told to others")?;
    browser.click_role("button", "Copy: Link")?;
    browser.wait_text("Copied.")?;
    browser.resize(390, 844)?;
    let fits = "const d = document.querySelector('dialog[open]').getBoundingClientRect(); \
        const b = [...document.querySelectorAll('dialog[open] button')].every((e) => e.getBoundingClientRect().height >= 24); \
        return b && d.left >= 0 && d.right <= innerWidth && document.documentElement.scrollWidth <= innerWidth";
    ensure(browser.script(fits, &[])? == true, "the sheet doesn't fit a phone")?;
    closes(browser)?;
    quiet(browser)
}

/// The file's own policy, word for word; the served page says what it asks for.
pub fn about(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, "#/")?;
    sheet(browser, "About Sorot")?;
    let build = browser.script("return document.querySelector('dialog code').textContent", &[])?;
    ensure(build.as_str().is_some_and(|b| b.len() == 16), &format!("the build is {build}"))?;
    match target {
        Target::File(_) => {
            browser.wait_text("cannot phone home")?;
            let same = "return document.querySelector('.policy').textContent === \
                document.querySelector('meta[http-equiv]').content";
            ensure(browser.script(same, &[])? == true, "another policy is told than holds")?;
            // And it holds.
            let try_it = "return await fetch(own[0]).then(() => 'reached', (error) => error.name)";
            let tried = browser.script_async(try_it, &[json!("data:,x")])?;
            ensure(tried == "TypeError", &format!("a connection was {tried}"))?;
            // That attempt is told on the console.
            browser.console()?;
        }
        _ => browser.wait_text("asks its server for its own files only")?,
    }
    closes(browser)?;
    quiet(browser)
}
