//! What is told: timeline, quotes, contacts and relations of the summary panel.

use crate::exploring::{hash, wait_cards};
use crate::{ensure, open, quiet};
use sorot_e2e::{Browser, Result, Target, keys};

/// The texts of all elements that match.
fn texts(browser: &Browser, css: &str) -> Result<Vec<String>> {
    browser.all(css)?.iter().map(|e| e.text()).collect()
}

fn focus(browser: &Browser, css: &str) -> Result<()> {
    browser.find(css)?;
    browser.script("document.querySelector(arguments[0]).focus()", &[css.into()]).map(drop)
}

/// The sentence that a line leads to is marked in the open article.
fn wait_shown(browser: &Browser) -> Result<()> {
    browser.wait("the sentence is marked in its source", |b| Ok(!b.all("article.story .shown")?.is_empty()))
}

pub fn timeline(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, "#/?panel=timeline")?;
    wait_cards(browser, 5)?;
    let days = texts(browser, ".events .event-when b")?;
    ensure(days.len() > 10, "there are hardly any events")?;
    ensure(!browser.all(".events .status.planned")?.is_empty(), "nothing is told as planned")?;
    // What is asked for narrows it.
    open(browser, target, "#/?panel=timeline&actor=emmanuel-macron")?;
    browser.wait("fewer events are told", |b| Ok(b.all(".events > li")?.len() < days.len()))?;
    let others = if indonesian(browser)? { "kejadian lain" } else { "other event" };
    ensure(browser.text()?.contains(others), "what is left out isn't told")?;
    // The file, without leaving the page.
    browser.script(
        "window.saved = []; const make = URL.createObjectURL; \
         URL.createObjectURL = blob => { blob.text().then(t => saved.push(t)); return make.call(URL, blob) }; \
         HTMLAnchorElement.prototype.click = function () { saved.push(this.download) }",
        &[],
    )?;
    focus(browser, ".section-head .btn")?;
    browser.press(keys::ENTER)?;
    browser.wait("the file is handed over", |b| Ok(b.script("return saved.length === 2", &[])? == true))?;
    let sound = browser.script(
        "const [name, file] = saved[0].startsWith('{') ? [saved[1], saved[0]] : saved; const {events} = JSON.parse(file); \
         return name.endsWith('.json') && events.length > 0 && events.every(e => e.start_date.year && e.text.headline && e.unique_id)",
        &[],
    )?;
    ensure(sound == true, "TimelineJS couldn't read the file")?;
    browser.click(".events .cite")?;
    wait_shown(browser)?;
    quiet(browser)
}

fn indonesian(browser: &Browser) -> Result<bool> {
    Ok(browser.script("return document.querySelector('.sorot').lang === 'id'", &[])? == true)
}

pub fn quotes(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, "#/?panel=quotes")?;
    wait_cards(browser, 5)?;
    let speakers = browser.all(".voice")?.len();
    ensure(speakers > 4, "there are hardly any speakers")?;
    let chips = browser.all(".speakers button")?.len();
    ensure(chips == speakers + 1, "not every speaker can be chosen")?;
    // One speaker by mouse, everybody again by keyboard.
    browser.click(".speakers button:nth-child(2)")?;
    browser.wait("one speaker is left", |b| Ok(b.all(".voice")?.len() == 1))?;
    let pressed = texts(browser, ".speakers [aria-pressed=true] bdi")?;
    ensure(pressed == texts(browser, ".voice bdi")?, "another speaker is left")?;
    focus(browser, ".speakers button")?;
    browser.press(keys::ENTER)?;
    browser.wait("all are back", |b| Ok(b.all(".voice")?.len() == speakers))?;
    let told = browser.all(".how bdi")?;
    ensure(!told.is_empty(), "nobody is told to whom")?;
    browser.click("blockquote.sentence ~ .sentence-foot .cite")?;
    wait_shown(browser)?;
    quiet(browser)
}

pub fn contacts(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, "#/?panel=contacts")?;
    wait_cards(browser, 5)?;
    let all = browser.all(".meetings > li")?.len();
    ensure(all > 8, "there are hardly any contacts")?;
    // A field opens its sentences, by mouse; the same key closes it.
    browser.click(".matrix td button")?;
    browser.wait("only its contacts are listed", |b| {
        let left = b.all(".meetings > li")?.len();
        Ok(left > 0 && left < all)
    })?;
    let label = browser.find(".matrix [aria-pressed=true]")?.attribute("aria-label")?.unwrap_or_default();
    let named: Vec<&str> = label.split(':').next().unwrap_or("").split(" – ").collect();
    let told = texts(browser, ".meetings .meeting")?;
    ensure(
        told.iter().all(|line| named.iter().all(|name| line.contains(name))),
        &format!("{told:?} aren't all of {named:?}"),
    )?;
    focus(browser, ".matrix [aria-pressed=true]")?;
    browser.press(keys::ENTER)?;
    browser.wait("all are listed again", |b| Ok(b.all(".meetings > li")?.len() == all))?;
    // Status is told in words and by shape.
    let shapes = browser.script(
        "const look = s => { const c = getComputedStyle(document.querySelector('.keys .' + s)); \
         return [c.backgroundImage === 'none' ? c.backgroundColor : c.backgroundImage, c.borderStyle, c.borderRadius].join() }; \
         return new Set(['happened', 'planned', 'discussed', 'denied'].map(look)).size",
        &[],
    )?;
    ensure(shapes == 4, "two statuses look alike")?;
    browser.click(".meetings .cite")?;
    wait_shown(browser)?;
    quiet(browser)
}

pub fn relations(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, "#/?panel=relations")?;
    wait_cards(browser, 5)?;
    let pairs = browser.all(".pairs button")?.len();
    ensure(browser.all(".graph .arc")?.len() == pairs, "drawing and table differ")?;
    let apart = browser.script(
        "const boxes = [...document.querySelectorAll('.graph text')].map(t => t.getBoundingClientRect()); \
         const meets = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom; \
         const svg = document.querySelector('.graph').getBoundingClientRect(); \
         return boxes.length > 4 && boxes.every((a, i) => a.left >= svg.left && boxes.every((b, j) => i === j || !meets(a, b)))",
        &[],
    )?;
    ensure(apart == true, "names cover each other or leave the drawing")?;
    // By keyboard: a pair opens its sentences in the table.
    focus(browser, ".pairs button")?;
    browser.press(keys::ENTER)?;
    browser.wait("its sentences are open", |b| Ok(!b.all(".evidence .sentence")?.is_empty()))?;
    browser.press(keys::ENTER)?;
    browser.wait("they are closed again", |b| Ok(b.all(".evidence")?.is_empty()))?;
    // By mouse: an arc does.
    browser.script(
        "document.querySelector('.graph .arc').dispatchEvent(new MouseEvent('click', { bubbles: true }))",
        &[],
    )?;
    browser.wait("the arc's sentences are open", |b| Ok(!b.all(".evidence .sentence")?.is_empty()))?;
    ensure(browser.all(".arc.on")?.len() == 1, "the arc isn't marked")?;
    browser.click(".section-head .match button")?;
    browser.wait("places come along", |b| Ok(!b.all(".node.place")?.is_empty()))?;
    browser.click(".pairs button")?;
    browser.click(".evidence .cite")?;
    wait_shown(browser)?;
    ensure(hash(browser)?.contains("panel=relations"), "the section isn't in the link")?;
    quiet(browser)
}

pub fn told_on_a_phone(browser: &Browser, target: &Target) -> Result<()> {
    browser.resize(320, 800)?;
    for section in ["timeline", "quotes", "contacts", "relations"] {
        open(browser, target, &format!("#/?panel={section}"))?;
        browser.click_role("button", if indonesian(browser)? { "Ringkasan" } else { "Summary" })?;
        browser.wait("the section stands", |b| {
            Ok(b.script("return document.querySelector('.section')?.offsetWidth > 0", &[])? == true)
        })?;
        let fits = browser.script(
            "const wide = e => e.scrollWidth > e.clientWidth + 1; const summary = document.querySelector('.section'); \
             return !wide(document.documentElement) && !wide(summary)",
            &[],
        )?;
        ensure(fits == true, &format!("{section} is wider than a small phone"))?;
        let small = browser.script(
            "return [...document.querySelectorAll('.section button:not(.link), .section summary')].filter(b => b.offsetWidth) \
             .filter(b => b.offsetWidth < 24 || b.offsetHeight < 24).map(b => b.className + ' ' + b.textContent)",
            &[],
        )?;
        ensure(
            small.as_array().is_some_and(Vec::is_empty),
            &format!("{section} has small targets: {small}"),
        )?;
    }
    quiet(browser)
}
