//! Own articles added to a bundle that is never read again: a large one, and one in parts.

use crate::apart::{ARTICLES, address, go, wait_still};
use crate::own::{CATCH, CHOOSE, add, focus, saved};
use crate::{ensure, open, quiet};
use sorot_e2e::{Browser, Result, Target, keys};

/// Articles of the large bundle.
const LARGE: usize = 2_000;
/// Two articles: of the actor of all others, and of the words of one of them.
const FILES: &str = "const files = new DataTransfer(); const put = (name, text) => files.items.add(new File([text], name)); \
     put('satu.txt', 'Sri Mulyani meninjau pelabuhan Kotabaru pada 3 Maret 2025. “Kapal berangkat,” kata Sri Mulyani.'); \
     put('dua.txt', 'Bupati Rangga Kusumo menyambut Sri Mulyani di Kotabaru pada 4 Maret 2025. \
         “Harga beras nomor 7 turun,” kata Sri Mulyani.');";

/// Waits until an element begins with so many articles, whatever parts the thousands. What it says is read off the page:
/// WebKit's driver takes what may be cut with an ellipsis for hidden, and gives no text for it.
fn wait_articles(browser: &Browser, css: &str, articles: usize) -> Result<()> {
    browser.wait(&format!("{css} says {articles}"), |b| {
        let text =
            b.script("return document.querySelector(arguments[0])?.textContent ?? ''", &[css.into()])?;
        let first = text.as_str().unwrap_or_default().split_whitespace().next().unwrap_or_default();
        let number: String = first.chars().filter(char::is_ascii_digit).collect();
        Ok(number == articles.to_string())
    })
}

/// What is added stands among the others, by its actors too, and is there again when the page is loaded anew.
fn joins(browser: &Browser, address: &str, before: usize) -> Result<()> {
    browser.open(&format!("{address}#/"))?;
    browser.wait_ready()?;
    wait_articles(browser, ".bundle-facts", before)?;
    browser.find(".own-button")?.click()?;
    browser.find(".own-choose")?;
    browser.script(&format!("{FILES}{CHOOSE}"), &[])?;
    add(browser, ".own-add")?;
    wait_articles(browser, ".bundle-facts", before + 2)?;
    let check = |browser: &Browser| -> Result<()> {
        go(browser, "#/?q=kotabaru&actor=sri-mulyani")?;
        browser.wait("both are found by a word and an actor of old", |b| Ok(b.all(".card")?.len() == 2))?;
        go(browser, "#/?actor=sri-mulyani")?;
        wait_articles(browser, ".count strong", before + 2)
    };
    check(browser)?;
    browser.reload()?;
    browser.wait_ready()?;
    wait_articles(browser, ".bundle-facts", before + 2)?;
    check(browser)
}

/// To a large bundle; the whole is saved as one file, which shows it.
pub fn to_many(browser: &Browser, _: &Target) -> Result<()> {
    joins(browser, &address(browser, "LARGE")?, LARGE)?;
    browser.script(CATCH, &[])?;
    browser.find(".own-button")?.click()?;
    focus(browser, ".own-save")?;
    browser.press(keys::ENTER)?;
    browser.wait("the file is handed over", |b| Ok(b.script("return saved.length === 1", &[])? == true))?;
    let html = browser.script("return saved[0]", &[])?;
    let file = saved(html.as_str().unwrap_or_default(), "many")?;
    quiet(browser)?;
    let told = open(browser, &Target::File(file.clone()), "#/?q=kotabaru&actor=sri-mulyani").and_then(|()| {
        wait_articles(browser, ".bundle-facts", LARGE + 2)?;
        wait_articles(browser, ".count strong", 2)?;
        quiet(browser)
    });
    let _ = std::fs::remove_file(file);
    told
}

/// To a bundle in parts: with what only texts tell to be the same, and no way to save what isn't here.
pub fn to_parts(browser: &Browser, _: &Target) -> Result<()> {
    let address = address(browser, "APART")?;
    joins(browser, &address, ARTICLES)?;
    // The quote of an article whose text nobody has looked at is the same.
    go(browser, "#/?panel=quotes&q=%22harga+beras+nomor+7%22")?;
    wait_articles(browser, ".count strong", 2)?;
    wait_still(browser)?;
    let places = "return [...document.querySelectorAll('.section .sentences > li')] \
        .filter((line) => line.textContent.includes('nomor 7')).map((line) => line.querySelectorAll('.cite').length)";
    browser.wait("one line tells both", |b| Ok(b.script(places, &[])? == serde_json::json!([2])))?;
    browser.find(".own-button")?.click()?;
    browser.find(".own-kept")?;
    let told = "const part = document.querySelector('.own-kept'); \
        return part.querySelector('.own-save').disabled && part.textContent.includes('sorot bundle --html')";
    browser
        .wait("it is told that this is no one file, and what to do", |b| Ok(b.script(told, &[])? == true))?;
    ensure(browser.all(".texts:not([hidden])")?.is_empty(), "something of the texts is told")?;
    quiet(browser)
}
