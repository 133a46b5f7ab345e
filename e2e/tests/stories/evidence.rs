//! The panel's right of reply, numbers, sources and comparison, and the panel as Markdown.

use crate::exploring::{hash, wait_cards};
use crate::{ensure, open, quiet};
use sorot_e2e::{Browser, Result, Target, keys};

/// Where the copied text goes in a story: the real clipboard belongs to the machine.
const CATCH: &str = "window.copies = []; \
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { \
    writeText: text => { window.copies.push(text); return Promise.resolve(); } } });";

/// Chooses in a list as a reader's click does.
const CHOOSE: &str = "const list = document.querySelector(arguments[0]); list.value = arguments[1]; \
    list.dispatchEvent(new Event('change', { bubbles: true })); return list.value";

fn shown(browser: &Browser) -> Result<String> {
    let text = browser.script("return document.querySelector('#sorot-section').innerText", &[])?;
    Ok(text.as_str().unwrap_or_default().to_owned())
}

fn wait_shown(browser: &Browser, text: &str) -> Result<()> {
    browser.wait(&format!("the section says “{text}”"), |b| Ok(shown(b)?.contains(text)))
}

/// Numbers of one thing stand beside each other, and lead to their sentences.
pub fn numbers_side_by_side(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, "#/")?;
    browser.click("#sorot-tab-numbers")?;
    browser.find(".badge.rounded")?;
    wait_shown(browser, "sekitar seperlima dari Ukraina")?;
    ensure(shown(browser)?.contains("sekitar 20% dari wilayah Ukraina"), "the other number isn't beside it")?;
    ensure(browser.all(".badge.odds")?.is_empty(), "numbers are said to be at odds")?;
    browser.click(".answers .cite")?;
    browser.find("article.story mark, article.story .asked")?;
    ensure(hash(browser)?.contains("panel=numbers"), "the link lost the section")?;
    ensure(hash(browser)?.contains("sentence="), "the number didn't lead to its sentence")?;
    quiet(browser)
}

/// Who wasn't heard, by keyboard alone.
pub fn reply_by_keyboard(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, "#/?panel=reply")?;
    // Kyiv is its state: its silence stands there.
    browser.find(".badge.silent")?;
    wait_shown(browser, "Kyiv belum berkomentar.")?;
    browser.script("document.querySelector('.answers .cite').focus()", &[])?;
    browser.press(keys::ENTER)?;
    browser.wait("the sentence is open", |b| Ok(hash(b)?.contains("sentence=")))?;
    // Only one article, in which nobody is silent.
    open(browser, target, "#/?panel=reply&article=002-putin-witkoff-st-petersburg&of=article")?;
    browser.find(".answers")?;
    ensure(!shown(browser)?.contains("Kyiv"), "another article's silence is told")?;
    quiet(browser)
}

/// The ladder, and the filter by its rungs.
pub fn sources_filter(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, "#/?panel=sources")?;
    browser.find(".share")?;
    let open_all = "document.querySelectorAll('#sorot-section details').forEach(d => d.open = true)";
    browser.script(open_all, &[])?;
    let visible = |b: &Browser| {
        let count = b.script(
            "return [...document.querySelectorAll('#sorot-section .sentences > li')].filter(l => l.checkVisibility()).length",
            &[],
        )?;
        Ok::<_, sorot_e2e::Fault>(count.as_u64().unwrap_or_default())
    };
    let all = visible(browser)?;
    browser.script(CHOOSE, &[".rungs select".into(), "unnamed".into()])?;
    browser.wait("fewer lines are shown", |b| {
        let now = visible(b)?;
        Ok(now > 0 && now < all)
    })?;
    browser.script(CHOOSE, &[".rungs select".into(), "".into()])?;
    browser.wait("all lines are back", |b| Ok(visible(b)? == all))?;
    quiet(browser)
}

/// An actor's articles against all others, a period before and since a day.
pub fn compares(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, "#/?actor=volodymyr-zelensky&panel=compare")?;
    wait_cards(browser, 2)?;
    browser.find(".compare-with")?;
    browser.script(CHOOSE, &[".compare-with select".into(), "rest".into()])?;
    browser.find(".three")?;
    wait_shown(browser, "Emmanuel Macron")?;
    ensure(hash(browser)?.contains("vs=rest"), "the link doesn't hold the comparison")?;
    open(browser, target, "#/?panel=compare")?;
    browser.script(CHOOSE, &[".compare-with input".into(), "2025-06-01".into()])?;
    wait_cards(browser, 3)?;
    ensure(hash(browser)?.contains("to=2025-05-31"), "the selection isn't split")?;
    // Back undoes it.
    browser.back()?;
    wait_cards(browser, 5)?;
    quiet(browser)
}

/// The whole panel is taken along as Markdown.
pub fn panel_as_markdown(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, "#/?actor=volodymyr-zelensky")?;
    browser.script(CATCH, &[])?;
    browser.find(".section-foot .btn")?;
    browser.script("document.querySelector('.section-foot .btn:last-child').focus()", &[])?;
    browser.press(keys::ENTER)?;
    let last = |b: &Browser| {
        let text = b.script("return window.copies.at(-1) ?? ''", &[])?;
        Ok::<_, sorot_e2e::Fault>(text.as_str().unwrap_or_default().to_owned())
    };
    browser.wait("it is copied", |b| Ok(last(b)?.starts_with("# ")))?;
    let told = last(browser)?;
    for part in ["- Volodymyr Zelensky", "## ", "paragra", "<http", "sentence="] {
        let as_file = part == "<http" && told.contains("<file:");
        ensure(told.contains(part) || as_file, &format!("the Markdown holds no {part:?}: {told}"))?;
    }
    quiet(browser)
}
