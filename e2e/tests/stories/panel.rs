//! The frame of the summary panel: its sections as tabs, of the selection or the article alone, lines pinned,
//! hidden and copied.

use crate::exploring::hash;
use crate::{open, quiet};
use sorot_e2e::{Browser, Result, Target, keys};

fn count(browser: &Browser, css: &str) -> Result<usize> {
    Ok(browser.all(css)?.len())
}

fn sentence(browser: &Browser) -> Result<String> {
    let text = browser
        .script("return document.querySelector('.section > .sentences .sentence')?.textContent ?? ''", &[])?;
    Ok(text.as_str().unwrap_or_default().to_owned())
}

/// Lines are pinned and hidden by mouse, and stay so.
pub fn lines_are_kept(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, "#/")?;
    browser.wait("five key sentences", |b| Ok(count(b, ".section > .sentences > li")? == 5))?;
    let first = sentence(browser)?;
    browser.find(".section > .sentences .line-tools button + button")?.click()?;
    browser.wait("the line is hidden", |b| Ok(sentence(b)? != first))?;
    let second = sentence(browser)?;
    browser.find(".section > .sentences .line-tools button")?.click()?;
    browser.wait("the next one is pinned", |b| Ok(count(b, ".pinned li")? == 1))?;
    browser.reload()?;
    browser.wait("both are kept", |b| {
        let pinned =
            b.script("return document.querySelector('.pinned .sentence')?.textContent ?? ''", &[])?;
        Ok(pinned == second.as_str() && sentence(b)? == second)
    })?;
    browser.find(".section-foot .link")?.click()?;
    browser.wait("the hidden line is back", |b| Ok(sentence(b)? == first))?;
    // What is pinned stays while its article is told of, and only then.
    open(browser, target, "#/?undated=only")?;
    browser.wait("nothing pinned is left", |b| Ok(count(b, ".pinned")? == 0))?;
    quiet(browser)
}

/// The panel's length, its scope and its sections, by keyboard alone; each is in the link.
pub fn worked_by_keyboard(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, "#/?article=003-putin-witkoff-moskow")?;
    browser.wait("the panel", |b| Ok(count(b, ".section > .sentences > li")? == 5))?;
    browser.script("document.querySelector('.section-head .match button:last-child').focus()", &[])?;
    browser.press(keys::ENTER)?;
    browser.wait("ten sentences", |b| Ok(hash(b)?.contains("top=10")))?;
    browser.script("document.querySelector('.about button:last-child').focus()", &[])?;
    browser.press(keys::ENTER)?;
    browser.wait("of the article alone", |b| Ok(hash(b)?.contains("of=article")))?;
    browser.wait("its sentences alone", |b| {
        let days = b.script("return new Set([...document.querySelectorAll('.section .cite')].map(c => c.textContent.split(' ¶')[0])).size", &[])?;
        Ok(days == 1)
    })?;
    browser.script("document.querySelector('.tabs [aria-selected=true]').focus()", &[])?;
    browser.press(keys::RIGHT)?;
    browser.wait("the next section", |b| {
        let tab = b.script("return document.activeElement?.id ?? ''", &[])?;
        Ok(hash(b)?.contains("panel=timeline") && tab == "sorot-tab-timeline")
    })?;
    browser.press(keys::HOME)?;
    browser.wait("the first section again", |b| Ok(!hash(b)?.contains("panel=")))?;
    quiet(browser)
}

/// A section goes to the clipboard with where each line stands.
pub fn copied_with_citations(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, "#/")?;
    browser.wait("the panel", |b| Ok(count(b, ".section > .sentences > li")? == 5))?;
    browser.script(
        "window.__copied = ''; Object.defineProperty(navigator, 'clipboard', {configurable: true, value: {writeText: t => { window.__copied = t; return Promise.resolve(); }}})",
        &[],
    )?;
    browser.find(".section-foot .btn")?.click()?;
    browser.wait("it is copied", |b| {
        let text = b.script("return window.__copied", &[])?;
        let text = text.as_str().unwrap_or_default().to_owned();
        // The opening line, the five sentences, and what is new with its own.
        let opens = text.starts_with("5 of 5 articles, ") || text.starts_with("5 dari 5 artikel, ");
        Ok(opens && text.matches("\n— “").count() >= 5 && text.contains("#/?article="))
    })?;
    quiet(browser)
}
