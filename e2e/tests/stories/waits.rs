//! What waits for texts of a bundle in parts: corrections, exports, what the reader has to allow, an element of another page.

use crate::apart::{ARTICLES, address, go, wait_still};
use crate::own::{CATCH, focus};
use crate::{ensure, quiet};
use serde_json::json;
use sorot_e2e::{Browser, Engine, Fault, Result, Target, keys};

/// Holds the texts back as a slow network does, until they are let go.
const HOLD: &str = "window.asWas = fetch; window.held = []; \
    window.fetch = (url, ...more) => String(url.href ?? url).endsWith('.text') \
      ? new Promise((go) => held.push(go)).then(() => asWas(url, ...more)) : asWas(url, ...more)";
const LET_GO: &str = "window.fetch = asWas; held.forEach((go) => go())";

fn opened(browser: &Browser, what: &str) -> Result<()> {
    browser.open(&format!("{}#/", address(browser, what)?))?;
    browser.wait_ready()?;
    wait_still(browser)?;
    browser.script(HOLD, &[]).map(drop)
}

/// The correction that is on its way is told and isn't done by halves; then it holds.
pub fn corrections(browser: &Browser, _: &Target) -> Result<()> {
    opened(browser, "APART")?;
    let waits = "return [...document.querySelectorAll('.notices .notice')] \
        .some((line) => /Koreksi berlaku|Corrections hold/.test(line.textContent))";
    let named = "return [...document.querySelectorAll('.facet')] \
        .find((row) => row.querySelector('.facet-name').textContent === 'Sri Mulyani')?.nextSibling.textContent ?? ''";
    let is_named = |b: &Browser| {
        Ok::<_, sorot_e2e::Fault>(b.script(named, &[])? == json!(format!("{ARTICLES}/{ARTICLES}")))
    };
    ensure(is_named(browser)?, "the actor of all articles isn't named")?;
    // By link: the actor is none.
    go(browser, "#/?fix=AQQLc3JpLW11bHlhbmk")?;
    browser.wait("it is told that the correction waits", |b| Ok(b.script(waits, &[])? == true))?;
    ensure(is_named(browser)?, "the correction is done by halves")?;
    browser.script(LET_GO, &[])?;
    browser.wait("the correction holds", |b| {
        Ok(b.script(waits, &[])? == false && b.script(named, &[])? == "")
    })?;
    wait_still(browser)?;
    quiet(browser)
}

/// The lines of the file that was handed over; none where none was.
fn lines(browser: &Browser) -> Result<usize> {
    let count = "return (saved[0] ?? '').split('\\n').filter(Boolean).length";
    Ok(browser.script(count, &[])?.as_u64().unwrap_or(0) as usize)
}

fn export(browser: &Browser) -> Result<()> {
    browser.script(CATCH, &[])?;
    focus(browser, ".export summary")?;
    browser.press(keys::ENTER)?;
    browser.wait("the forms unfold", |b| Ok(b.all(".export[open] button")?.len() == 7))?;
    focus(browser, ".export button")?;
    browser.press(keys::ENTER)
}

/// An export is handed over once, and whole.
pub fn exports(browser: &Browser, _: &Target) -> Result<()> {
    opened(browser, "APART")?;
    export(browser)?;
    browser
        .wait("it is told that texts are on their way", |b| Ok(b.all(".texts:not([hidden])")?.len() == 1))?;
    ensure(lines(browser)? == 0, "a file was handed over without its texts")?;
    browser.script(LET_GO, &[])?;
    browser.wait("the file is whole", |b| Ok(lines(b)? == ARTICLES + 1))?;
    browser.wait("nothing more is told", |b| Ok(b.all(".texts:not([hidden])")?.is_empty()))?;
    ensure(browser.script("return saved.length", &[])? == 1, "it was handed over twice")?;
    quiet(browser)
}

/// More than is fetched unasked waits for a button that says how much it is.
pub fn consent(browser: &Browser, _: &Target) -> Result<()> {
    browser.open(&format!("{}#/", address(browser, "THRIFTY")?))?;
    browser.wait_ready()?;
    wait_still(browser)?;
    export(browser)?;
    let told = "return document.querySelector('.texts:not([hidden])')?.textContent ?? ''";
    let mut line = json!("");
    browser.wait("it is told how much more is needed", |b| {
        line = b.script(told, &[])?;
        Ok(line.as_str().is_some_and(|text| text.contains("0,") || text.contains("0."))
            && b.all(".texts button")?.len() == 1)
    })?;
    ensure(lines(browser)? == 0, "a file was handed over without its texts")?;
    // By keyboard; nothing else is asked of the reader.
    focus(browser, ".texts button")?;
    browser.press(keys::ENTER)?;
    browser.wait("the file is whole", |b| Ok(lines(b)? == ARTICLES + 1))?;
    browser.wait("nothing more is told", |b| Ok(b.all(".texts:not([hidden])")?.is_empty()))?;
    quiet(browser)
}

/// The index part by its address, in an element of any page, with an article open.
const ELEMENT: &str = "const { pack } = document.querySelector('script[data-glue]').dataset; \
    const attach = Element.prototype.attachShadow; \
    Element.prototype.attachShadow = function (options) { return attach.call(this, { ...options, mode: 'open' }); }; \
    await import(new URL('sorot-explorer.js', location.href.split('#')[0])); \
    document.querySelector('#sorot').remove(); \
    const element = document.createElement('sorot-explorer'); \
    element.setAttribute('src', pack); element.setAttribute('view', `#/?article=${own[0]}`); \
    const ready = new Promise((done) => element.addEventListener('sorot-ready', done, { once: true })); \
    document.body.append(element); await ready";
/// Has the element, whose article is there, save its list, which needs texts that are held back; then another bundle is
/// shown in it: the same as bytes, with another article open.
const ANOTHER: &str = "const element = document.querySelector('sorot-explorer'); \
    element.shadowRoot.querySelector('.export button').click(); \
    await new Promise((go) => setTimeout(go, 100)); \
    window.before = held.length; \
    const { pack } = document.querySelector('script[data-glue]').dataset; \
    await element.load(await fetch(pack)); \
    await element.open(own[0])";

/// What stands inside of the element.
fn inside(browser: &Browser, css: &str) -> Result<String> {
    let find = "const host = document.querySelector('sorot-explorer'); \
        return host?.shadowRoot.querySelector(arguments[0])?.textContent ?? ''";
    Ok(browser.script(find, &[css.into()])?.as_str().unwrap_or_default().to_owned())
}

fn element(browser: &Browser, what: &str, article: &str) -> Result<()> {
    browser.open(&format!("{}#/", address(browser, what)?))?;
    browser.wait_ready()?;
    browser.script_async(ELEMENT, &[article.into()])?;
    browser.wait("the list is there", |b| Ok(inside(b, ".count strong")?.starts_with(&ARTICLES.to_string())))
}

/// The texts lie beside the index part, wherever the page is.
pub fn in_an_element(browser: &Browser, _: &Target) -> Result<()> {
    element(browser, "APART", "a130")?;
    browser.wait("the text is there", |b| Ok(inside(b, ".read .body")?.contains("nomor 130 turun")))?;
    quiet(browser)
}

/// Where another bundle is shown, nothing is left of what waited for the texts of the one before.
pub fn another_in_an_element(browser: &Browser, _: &Target) -> Result<()> {
    if browser.engine() == Engine::Firefox {
        return Err(Fault::lacking("a script that may stand in for the page's own fetch"));
    }
    element(browser, "APART", "a130")?;
    browser.wait("the text is there", |b| Ok(inside(b, ".read .body")?.contains("nomor 130 turun")))?;
    browser.script(CATCH, &[])?;
    browser.script(HOLD, &[])?;
    browser.script_async(ANOTHER, &["a003".into()])?;
    ensure(browser.script("return before", &[])?.as_u64() > Some(0), "nothing was on its way")?;
    browser.script(LET_GO, &[])?;
    browser.wait("the text is there", |b| Ok(inside(b, ".read .body")?.contains("nomor 3 turun")))?;
    browser.script(
        "document.querySelector('sorot-explorer').shadowRoot.querySelector('.export button').click()",
        &[],
    )?;
    browser.wait("the other bundle's file is whole", |b| Ok(lines(b)? == ARTICLES + 1))?;
    browser.wait("nothing more is told", |b| Ok(inside(b, ".texts:not([hidden])")?.is_empty()))?;
    ensure(browser.script("return saved.length", &[])? == 1, "the bundle before was saved, too")?;
    quiet(browser)
}

/// What is missing is told inside of the element.
pub fn missing_in_an_element(browser: &Browser, _: &Target) -> Result<()> {
    element(browser, "HARMED", "a000")?;
    browser.wait("the missing one is told in the element", |b| Ok(inside(b, ".texts")?.contains("404")))
}
