//! What a reader takes along.

use crate::exploring::wait_cards;
use crate::{ensure, open, quiet};
use sorot_e2e::{Browser, Result, Target, keys};

/// Hands over, instead of a file, its name and its text.
const CATCH: &str = "window.saved = []; const make = URL.createObjectURL; \
     URL.createObjectURL = blob => { blob.text().then(t => saved.push(t)); return make.call(URL, blob) }; \
     window.named = []; HTMLAnchorElement.prototype.click = function () { named.push(this.download) }";

fn focus(browser: &Browser, css: &str) -> Result<()> {
    browser.find(css)?;
    browser.script("document.querySelector(arguments[0]).focus()", &[css.into()]).map(drop)
}

pub fn exports(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, "#/?actor=emmanuel-macron")?;
    wait_cards(browser, 1)?;
    browser.script(CATCH, &[])?;
    // Unfolded and chosen by keyboard.
    focus(browser, ".export summary")?;
    browser.press(keys::ENTER)?;
    browser.wait("the forms are offered", |b| Ok(b.all(".export .btn")?.len() == 7))?;
    focus(browser, ".export .btn")?;
    browser.press(keys::ENTER)?;
    browser.wait("the table is handed over", |b| Ok(b.script("return saved.length === 1", &[])? == true))?;
    let sound = browser.script(
        "const rows = saved[0].trim().split('\\r\\n'); \
         return named[0].endsWith('.csv') && rows.length === 2 && rows[1].includes('Macron')",
        &[],
    )?;
    ensure(sound == true, "the table doesn't hold the selection and its filter")?;
    // Every form, by mouse.
    for button in 2..=7 {
        browser.click(&format!(".export .btn:nth-child({button})"))?;
    }
    browser.wait("all are handed over", |b| Ok(b.script("return saved.length === 7", &[])? == true))?;
    let sound =
        browser.script("return saved.every(t => t.includes('Macron')) && new Set(named).size === 7", &[])?;
    ensure(sound == true, "a form lacks the selection, or shares its name")?;
    quiet(browser)
}
