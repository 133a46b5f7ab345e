//! What a reader writes beside the articles: notes, bookmarks, what was read.

use crate::access::clean;
use crate::{ensure, open, quiet};
use serde_json::json;
use sorot_e2e::{Browser, Result, Target, keys};

const ARTICLE: &str = "#/?article=003-putin-witkoff-moskow";

fn text(browser: &Browser, css: &str) -> Result<String> {
    let found =
        browser.script("return document.querySelector(arguments[0])?.textContent ?? ''", &[css.into()])?;
    Ok(found.as_str().unwrap_or_default().to_string())
}

fn focus(browser: &Browser, css: &str) -> Result<()> {
    browser.find(css)?;
    browser.script("document.querySelector(arguments[0]).focus()", &[css.into()]).map(drop)
}

/// Which element of the form has the focus.
fn wait_focus(browser: &Browser, tag: &str) -> Result<()> {
    browser.wait(&format!("the focus is in the {tag}"), |b| {
        Ok(b.script("return document.activeElement?.tagName", &[])? == tag.to_uppercase())
    })
}

fn wait_badge(browser: &Browser, count: &str) -> Result<()> {
    browser.wait(&format!("{count} notes are counted"), |b| Ok(text(b, ".notes-button .badge")? == count))
}

/// Words selected with the mouse become a note; it is marked, listed, found, changed, kept, and thrown away.
pub fn by_mouse(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, ARTICLE)?;
    browser.wait("the article is open", |b| Ok(!b.all(".story mark.person")?.is_empty()))?;
    let words = browser.script(
        "const line = document.querySelector('.story [data-paragraph=\"2\"]'); line.scrollIntoView({ block: 'center' }); const range = document.createRange(); \
         const all = document.createTreeWalker(line, NodeFilter.SHOW_TEXT); const first = all.nextNode(); all.nextNode(); \
         const last = all.nextNode(); range.setStart(first, 2); range.setEnd(last, 3); \
         const selection = getSelection(); selection.removeAllRanges(); selection.addRange(range); return String(selection)",
        &[],
    )?;
    browser.find(".select-tool .to-note")?.click()?;
    wait_focus(browser, "textarea")?;
    browser.press("Siapa yang mengatakan ini?")?;
    browser.find(".note-form input")?.type_in("cek ulang, #kutipan")?;
    clean(browser, "a note is written")?;
    browser.click(".note-form [type=submit]")?;
    wait_badge(browser, "1")?;
    let marked = || {
        browser.script(
            "return [...document.querySelectorAll('.story mark.noted')].map((m) => m.textContent).join('')",
            &[],
        )
    };
    ensure(marked()? == words, &format!("marked is {}, not {words}", marked()?))?;
    // The mark behind it opens it again; what was written before a click elsewhere isn't lost.
    browser.click(".story .pin.note")?;
    wait_focus(browser, "textarea")?;
    let beside = browser.script(
        "const [pin, card] = ['.story .pin.note', '.card-pop'].map((css) => document.querySelector(css).getBoundingClientRect()); \
         return Math.abs(card.left - Math.min(pin.left, innerWidth - card.width - 8)) < 2",
        &[],
    )?;
    ensure(beside == true, "the card doesn't stand beside its mark")?;
    browser.press(" Ushakov?")?;
    browser.script("document.querySelector('.story .title').dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }))", &[])?;
    browser.wait("the note is closed", |b| Ok(b.all(".note-form")?.is_empty()))?;
    // Kept, and in the list.
    browser.reload()?;
    browser.wait_ready()?;
    wait_badge(browser, "1")?;
    ensure(marked()? == words, "the mark wasn't kept")?;
    browser.click(".notes-button")?;
    browser.find(".notes-list li")?;
    let told = text(browser, ".notes-list li")?;
    ensure(
        told.contains("Siapa yang mengatakan ini? Ushakov?")
            && told.contains("#cek ulang")
            && told.contains("#kutipan"),
        &format!("the list tells {told}"),
    )?;
    clean(browser, "the list of notes")?;
    focus(browser, ".notes-search")?;
    browser.press("gandum")?;
    browser.wait("nothing is found", |b| Ok(b.all(".notes-list li")?.is_empty()))?;
    browser.find(".notes-search")?.clear()?;
    focus(browser, ".notes-search")?;
    browser.press("USHAKOV kut")?;
    browser.wait("the note is found", |b| Ok(b.all(".notes-list li")?.len() == 1))?;
    browser.click(".notes-list .link")?;
    browser.wait("its sentence is shown", |b| Ok(!b.all(".story .shown")?.is_empty()))?;
    // Thrown away, which is asked for twice.
    browser.click(".story .pin.note")?;
    browser.click(".note-remove")?;
    browser.click(".note-remove.sure")?;
    browser.wait("the note is gone", |b| {
        Ok(b.all(".story mark.noted")?.is_empty() && b.all(".notes-button .badge")?.is_empty())
    })?;
    quiet(browser)
}

/// Without a mouse: a passage is chosen from a list; bookmarks and what was read are kept.
pub fn by_keyboard(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, ARTICLE)?;
    focus(browser, ".meta .to-note")?;
    browser.press(keys::ENTER)?;
    wait_focus(browser, "select")?;
    for _ in 0..3 {
        browser.press(keys::DOWN)?;
    }
    browser.press(keys::TAB)?;
    browser.press("Dengan papan ketik")?;
    browser.press(keys::TAB)?;
    browser.press("papan ketik")?;
    browser.press(keys::TAB)?;
    browser.press(keys::ENTER)?;
    wait_badge(browser, "1")?;
    browser.wait("the passage is marked", |b| Ok(!b.all(".story mark.noted")?.is_empty()))?;
    let focused = browser.script("return document.activeElement?.className", &[])?;
    ensure(
        focused.as_str().is_some_and(|class| class.contains("to-note")),
        &format!("the focus went to {focused}"),
    )?;
    // The star of a card, by keyboard; the open one is said to be read.
    focus(browser, ".list .card.open .star")?;
    browser.press(keys::ENTER)?;
    browser.wait("it is bookmarked", |b| Ok(b.all(".list .star[aria-pressed=true]")?.len() == 1))?;
    browser.find(".list .card.open.read .was-read")?;
    let margins = "const of = (card) => getComputedStyle(document.querySelector(card)).padding; \
        return of('.list .card.read') === of('.list .card:not(.read)')";
    ensure(browser.script(margins, &[])? == true, "a read article's card has other margins")?;
    browser.reload()?;
    browser.wait_ready()?;
    browser.wait("the bookmark is kept", |b| Ok(b.all(".list .star[aria-pressed=true]")?.len() == 1))?;
    focus(browser, ".notes-button")?;
    browser.press(keys::ENTER)?;
    browser.find(".stars-list li")?;
    browser.press(keys::ESCAPE)?;
    focus(browser, ".meta .to-unread")?;
    browser.press(keys::ENTER)?;
    browser.wait("it is not read", |b| Ok(b.all(".list .card.read")?.is_empty()))?;
    quiet(browser)
}

/// Notes go along in the exports of texts.
pub fn exported(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, ARTICLE)?;
    focus(browser, ".meta .to-note")?;
    browser.press(keys::ENTER)?;
    wait_focus(browser, "select")?;
    browser.find(".note-form textarea")?.type_in("Untuk laporan")?;
    browser.click(".note-form [type=submit]")?;
    wait_badge(browser, "1")?;
    browser.script(crate::own::CATCH, &[])?;
    browser.click(".export summary")?;
    for button in [2, 7] {
        browser.click(&format!(".export .btn:nth-child({button})"))?;
    }
    browser.click(".notes-button")?;
    browser.click(".notes-list + .row .btn")?;
    browser.wait("three files are handed over", |b| Ok(b.script("return saved.length", &[])? == json!(3)))?;
    let sound = browser.script(
        "const rows = JSON.parse(saved.find((text) => text.startsWith('['))); \
         return saved.every((text) => text.includes('Untuk laporan')) && rows.filter((row) => row.notes?.length === 1).length === 1",
        &[],
    )?;
    ensure(sound == true, "an export lacks the note")?;
    quiet(browser)
}

/// A deleted note is brought back; all are saved to a file, and come back from it; a tag is looked for by its sign.
pub fn come_back(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, ARTICLE)?;
    focus(browser, ".meta .to-note")?;
    browser.press(keys::ENTER)?;
    wait_focus(browser, "select")?;
    browser.find(".note-form textarea")?.type_in("Untuk nanti")?;
    browser.find(".note-form input")?.type_in("tindak lanjut")?;
    browser.click(".note-form [type=submit]")?;
    wait_badge(browser, "1")?;
    let delete = || -> Result<()> {
        browser.click(".story .pin.note")?;
        browser.click(".note-remove")?;
        browser.click(".note-remove.sure")?;
        browser.wait("the note is gone", |b| Ok(b.all(".story mark.noted")?.is_empty()))
    };
    delete()?;
    // Undone by keyboard.
    focus(browser, ".toast .link")?;
    browser.press(keys::ENTER)?;
    wait_badge(browser, "1")?;
    browser.wait("its passage is marked", |b| Ok(!b.all(".story mark.noted")?.is_empty()))?;
    browser.script(crate::own::CATCH, &[])?;
    browser.click(".notes-button")?;
    focus(browser, ".notes-search")?;
    browser.press("#tindak")?;
    browser.wait("it is found by its tag", |b| Ok(b.all(".notes-list li")?.len() == 1))?;
    browser.press("x")?;
    browser.wait("no tag is like that", |b| Ok(b.all(".notes-list li")?.is_empty()))?;
    browser.find(".notes-search")?.clear()?;
    focus(browser, ".notes-search")?;
    browser.press(" ")?;
    browser.click(".notes-list + .row .btn:nth-child(2)")?;
    browser.wait("the file is handed over", |b| Ok(b.script("return saved.length", &[])? == json!(1)))?;
    clean(browser, "notes to be saved and loaded")?;
    browser.press(keys::ESCAPE)?;
    delete()?;
    browser.click(".notes-button")?;
    let load = |name: &str, text: &str| {
        browser.script(
            "const files = new DataTransfer(); files.items.add(new File([arguments[1]], arguments[0])); \
             const field = document.querySelector('dialog input[type=file]'); field.files = files.files; \
             field.dispatchEvent(new Event('change', { bubbles: true }))",
            &[name.into(), text.into()],
        )
    };
    browser.find("dialog input[type=file]")?;
    load("rusak.json", "{\"sorot\": 1")?;
    browser.wait("what is no file of notes is told", |b| {
        Ok(!text(b, "dialog .row + [role=status]")?.is_empty())
    })?;
    let file = browser.script("return saved[0]", &[])?;
    // Twice: nothing is there twice.
    for _ in 0..2 {
        load("sorot-notes.json", file.as_str().unwrap_or_default())?;
        browser.wait("one note is told", |b| Ok(text(b, "dialog .row + [role=status]")? == "1 note"))?;
        wait_badge(browser, "1")?;
        ensure(browser.all(".notes-list li")?.len() == 1, "a note is there twice")?;
    }
    browser.press(keys::ESCAPE)?;
    browser.wait("its passage is marked again", |b| Ok(!b.all(".story mark.noted")?.is_empty()))?;
    quiet(browser)
}
