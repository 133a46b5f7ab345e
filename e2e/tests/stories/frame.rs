//! The frame: keys, help, menu, columns, copying, the first visit, paper.

use crate::{access, ensure, open, quiet};
use serde_json::{Value, json};
use sorot_e2e::{Browser, Result, Target, keys};

/// An article with several mentions of one actor, under that actor.
pub const ASKED: &str = "#/?actor=steve-witkoff&article=003-putin-witkoff-moskow";

/// Where the copied text goes in a story: the real clipboard belongs to the machine.
pub const CATCH_COPIES: &str = "window.copies = [];\
    Object.defineProperty(Navigator.prototype, 'clipboard', { configurable: true,\
      get: () => ({ writeText: async (text) => { window.copies.push(text) } }) });";

fn is(browser: &Browser, script: &str) -> Result<bool> {
    Ok(browser.script(&format!("return {script}"), &[])? == true)
}

/// What a property of the page is, as text.
fn told(browser: &Browser, script: &str) -> Result<String> {
    let value = browser.script(&format!("return String({script})"), &[])?;
    Ok(value.as_str().unwrap_or_default().to_owned())
}

/// Puts the focus inside Sorot as a click on an empty place does.
fn enter(browser: &Browser) -> Result<()> {
    browser.script("document.querySelector('.column.list').focus()", &[]).map(drop)
}

pub fn help_sheet(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, "#/")?;
    // By mouse: the menu, the sheet, its cross.
    browser.click(".menu-button")?;
    browser.click("#sorot-menu .btn.wide:has(kbd)")?;
    browser.find("dialog.sheet[open] .keys")?;
    access::clean(browser, "help sheet")?;
    browser.click("dialog.sheet .sheet-head .btn")?;
    browser.wait("the sheet is closed", |b| Ok(b.all("dialog")?.is_empty()))?;
    // By keyboard alone.
    browser.script("document.querySelector('.card-open').focus()", &[])?;
    browser.press("?")?;
    browser.find("dialog.sheet[open]")?;
    for _ in 0..4 {
        browser.press(keys::TAB)?;
        let inside = "document.activeElement === document.body || !!document.activeElement.closest('dialog')";
        ensure(is(browser, inside)?, "the focus left the sheet for the page behind it")?;
    }
    browser.press("j")?;
    ensure(!browser.all("dialog.sheet[open]")?.is_empty(), "a key acted behind the sheet")?;
    browser.press(keys::ESCAPE)?;
    browser.wait("the sheet is closed", |b| Ok(b.all("dialog")?.is_empty()))?;
    ensure(is(browser, "document.activeElement.matches('.card-open')")?, "the focus didn't come back")?;
    quiet(browser)
}

pub fn single_keys(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, "#/")?;
    // Outside Sorot nothing acts.
    browser.press("j")?;
    ensure(is(browser, "document.activeElement === document.body")?, "a key acted without the focus")?;
    enter(browser)?;
    browser.press("j")?;
    let card = |n: u32| format!("document.activeElement === document.querySelectorAll('.card-open')[{n}]");
    browser.wait("the first card has the focus", |b| is(b, &card(0)))?;
    browser.press("j")?;
    browser.wait("the second card has the focus", |b| is(b, &card(1)))?;
    browser.press("k")?;
    browser.wait("the first card has it again", |b| is(b, &card(0)))?;
    browser.press("o")?;
    browser.find("article.story")?;
    // While typing a letter is a letter.
    browser.find(".find")?.type_in("jo?")?;
    ensure(told(browser, "document.querySelector('.find').value")? == "jo?", "typing didn't write")?;
    ensure(browser.all("dialog")?.is_empty(), "a key acted while typing")?;
    // With Control it is the browser's.
    enter(browser)?;
    browser.press(&format!("{}j", keys::ALT))?;
    ensure(is(browser, "document.activeElement.matches('.column.list')")?, "a key acted with Alt")?;
    // Switched off, for good.
    browser.press("?")?;
    browser.click("dialog [data-switch=keys] input")?;
    browser.press(keys::ESCAPE)?;
    browser.wait("the sheet is closed", |b| Ok(b.all("dialog")?.is_empty()))?;
    for _ in 0..2 {
        enter(browser)?;
        browser.press("?j")?;
        ensure(browser.all("dialog")?.is_empty(), "`?` acted though keys are off")?;
        ensure(
            is(browser, "document.activeElement.matches('.column.list')")?,
            "`j` acted though keys are off",
        )?;
        browser.reload()?;
        browser.wait_ready()?;
    }
    // The sheet is still to be had, and keys can come back.
    browser.click(".menu-button")?;
    browser.click("#sorot-menu [data-switch=keys] input")?;
    browser.press(keys::ESCAPE)?;
    browser.wait("the menu is closed", |b| is(b, "document.querySelector('#sorot-menu').hidden"))?;
    ensure(
        is(browser, "document.activeElement.matches('.menu-button')")?,
        "the focus isn't at the menu's button",
    )?;
    browser.press("?")?;
    browser.find("dialog.sheet[open]")?;
    quiet(browser)
}

/// The width of a column as it stands.
fn width(browser: &Browser, column: &str) -> Result<f64> {
    let css = format!(".column.{column}");
    let px = browser.script("return document.querySelector(arguments[0]).offsetWidth", &[css.into()])?;
    Ok(px.as_f64().unwrap_or(0.0))
}

pub fn columns_are_resized(browser: &Browser, target: &Target) -> Result<()> {
    browser.resize(1440, 900)?;
    open(browser, target, "#/")?;
    let before = width(browser, "list")?;
    drag(browser, ".edge-list .edge-line", 60)?;
    browser.wait("the list is wider", |b| Ok((width(b, "list")? - before - 60.0).abs() < 2.0))?;
    // By keyboard.
    let edge = "document.querySelector('.edge-summary .edge-line')";
    browser.script(&format!("{edge}.focus()"), &[])?;
    let summary = width(browser, "summary")?;
    browser.press(keys::RIGHT)?;
    browser.wait("the summary is narrower", |b| Ok(width(b, "summary")? < summary))?;
    let now = told(browser, &format!("{edge}.getAttribute('aria-valuenow')"))?;
    ensure(now == width(browser, "summary")?.to_string(), &format!("the edge says {now}"))?;
    browser.press(keys::HOME)?;
    browser.wait("the summary is as narrow as can be", |b| Ok(width(b, "summary")? == 200.0))?;
    browser.reload()?;
    browser.wait_ready()?;
    ensure(width(browser, "summary")? == 200.0, "the width isn't remembered")?;
    ensure(width(browser, "list")? > before + 55.0, "the dragged width isn't remembered")?;
    let inline = browser.all(".sorot [style]")?.len();
    ensure(inline == 0, "something inside carries a style attribute")?;
    // A double click brings the usual width back.
    browser.script("document.querySelector('.edge-list .edge-line').dispatchEvent(new MouseEvent('dblclick', { bubbles: true }))", &[])?;
    browser.wait("the list is as it was", |b| Ok(width(b, "list")? == before))?;
    quiet(browser)
}

fn drag(browser: &Browser, css: &str, by: i64) -> Result<()> {
    let place = browser.script(
        "const r = document.querySelector(arguments[0]).getBoundingClientRect(); return [r.x + r.width / 2, r.y + 200]",
        &[css.into()],
    )?;
    let (x, y) = (place[0].as_f64().unwrap_or(0.0), place[1].as_f64().unwrap_or(0.0));
    let steps: Vec<(f64, f64)> = (0..=4).map(|step| (x + (by * step / 4) as f64, y)).collect();
    browser.press_mouse(&steps)?;
    browser.release_mouse()
}

pub fn columns_fold(browser: &Browser, target: &Target) -> Result<()> {
    browser.resize(1440, 900)?;
    open(browser, target, "#/")?;
    let drawn = |column: &'static str| {
        move |b: &Browser| is(b, &format!("document.querySelector('.column.{column}').offsetWidth > 0"))
    };
    let gone = |column: &'static str| move |b: &Browser| Ok(!drawn(column)(b)?);
    enter(browser)?;
    browser.press("[")?;
    browser.wait("the actors are folded", gone("actors"))?;
    browser.press("]")?;
    browser.wait("the summary is folded", gone("summary"))?;
    browser.reload()?;
    browser.wait_ready()?;
    browser.wait("both stay folded", |b| Ok(gone("actors")(b)? && gone("summary")(b)?))?;
    access::clean(browser, "folded columns")?;
    browser.click(".edge-actors .edge-fold")?;
    browser.wait("the actors are back", drawn("actors"))?;
    browser.click(".menu-button")?;
    browser.click("#sorot-menu [data-switch=summary] input")?;
    browser.wait("the summary is back", drawn("summary"))?;
    // Where the actors are a drawer, the key opens that; Escape closes it.
    browser.resize(1100, 800)?;
    enter(browser)?;
    browser.press("[")?;
    browser.wait("the drawer is open", drawn("actors"))?;
    browser.press(keys::ESCAPE)?;
    browser.wait("the drawer is closed", gone("actors"))?;
    quiet(browser)
}

pub fn mentions_are_walked(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, ASKED)?;
    let at = |b: &Browser| told(b, "document.querySelector('.walker-at').textContent");
    ensure(at(browser)?.starts_with("– / "), "a mention is current though none was walked to")?;
    // By mouse: the focus stays on the button, the mark has the ring and is in view.
    browser.click(".walker .btn:last-child")?;
    browser.wait("the first is current", |b| Ok(at(b)?.starts_with("1 / ")))?;
    ensure(is(browser, "!!document.activeElement.closest('.walker')")?, "the button lost the focus")?;
    // By keys: the focus goes along.
    enter(browser)?;
    browser.press("nn")?;
    browser.wait("the third is current", |b| Ok(at(b)?.starts_with("3 / ")))?;
    browser
        .wait("the focus stands on it", |b| is(b, "document.activeElement.matches('mark.current.asked')"))?;
    ensure(
        is(
            browser,
            "(() => { const m = document.querySelector('mark.current').getBoundingClientRect(), \
            c = document.querySelector('.column.read').getBoundingClientRect(); \
            return m.top >= c.top && m.bottom <= c.bottom })()",
        )?,
        "the current mention isn't in view",
    )?;
    browser.press("p")?;
    browser.wait("the second is current", |b| Ok(at(b)?.starts_with("2 / ")))?;
    ensure(browser.all("mark.current")?.len() == 1, "several marks are current")?;
    // The marks along the scroll bar: as many, and each leads there.
    let all: usize = at(browser)?.rsplit(' ').next().and_then(|n| n.parse().ok()).unwrap_or(0);
    browser.wait("the rail has a mark for each", |b| Ok(b.all(".rail-mark")?.len() == all))?;
    browser.script(
        "[...document.querySelectorAll('.rail-mark')].at(-1).dispatchEvent(new MouseEvent('click', { bubbles: true }))",
        &[],
    )?;
    browser.wait("the last is current", |b| Ok(at(b)? == format!("{all} / {all}")))?;
    ensure(
        is(browser, "document.querySelector('.column.read').scrollTop > 0")?,
        "the article didn't scroll to the last mention",
    )?;
    access::clean(browser, "a walked article")?;
    quiet(browser)
}

pub fn highlights_are_turned_off(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, ASKED)?;
    let plain = "(() => { const s = getComputedStyle(document.querySelector('.body mark.person')); \
        return s.textDecorationLine === 'none' && s.backgroundColor === 'rgba(0, 0, 0, 0)' })()";
    ensure(!is(browser, plain)?, "people aren't highlighted at first")?;
    browser.click(".legend .kind.person")?;
    browser.wait("people are plain text", |b| is(b, plain))?;
    ensure(
        browser.find(".legend .kind.person")?.attribute("aria-pressed")?.as_deref() == Some("false"),
        "the button doesn't say so",
    )?;
    ensure(
        is(
            browser,
            "getComputedStyle(document.querySelector('.body mark.place')).textDecorationLine === 'underline'",
        )?,
        "places went too",
    )?;
    browser.reload()?;
    browser.wait_ready()?;
    ensure(is(browser, plain)?, "it isn't remembered")?;
    browser.script("document.querySelector('.legend .kind.person').focus()", &[])?;
    browser.press(keys::SPACE)?;
    browser.wait("people are back", |b| Ok(!is(b, plain)?))?;
    // The lines beside the story.
    open(browser, target, "")?;
    browser.click(".card .card-open")?;
    browser.find(".not-story")?;
    browser.click(".others-line button")?;
    browser.wait("the other lines are folded", |b| Ok(b.all(".not-story")?.is_empty()))?;
    browser.script("document.querySelector('.others-line button').focus()", &[])?;
    browser.press(keys::ENTER)?;
    browser.find(".not-story")?;
    quiet(browser)
}

/// What the browser tells a screen reader of the article: the roles and names of the whole text.
fn marks_heard(browser: &Browser) -> Result<(usize, bool)> {
    let silent = browser.all("article.story mark:not([role=none])")?.len();
    Ok((silent, is(browser, "!!document.querySelector('article.story mark .visually-hidden')")?))
}

pub fn kinds_are_announced_on_demand(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, ASKED)?;
    ensure(marks_heard(browser)? == (0, false), "marks are announced unasked")?;
    browser.click(".menu-button")?;
    browser.click("#sorot-menu [data-switch=announce] input")?;
    browser.wait("the kinds are in the text", |b| Ok(marks_heard(b)?.1))?;
    ensure(marks_heard(browser)?.0 > 0, "the marks have no role")?;
    access::clean(browser, "announced kinds")?;
    quiet(browser)
}

pub fn text_size_is_kept(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, ASKED)?;
    let size =
        |b: &Browser| told(b, "parseFloat(getComputedStyle(document.querySelector('.body p')).fontSize)");
    let first = size(browser)?;
    browser.click(".menu-button")?;
    browser.click("#sorot-menu .menu-row:nth-of-type(3) button:last-child")?;
    browser.wait("the text is larger", |b| Ok(size(b)? != first))?;
    let larger = size(browser)?;
    browser.press(keys::ENTER)?;
    browser.wait("by keyboard larger still", |b| Ok(size(b)? != larger))?;
    let largest = size(browser)?;
    browser.reload()?;
    browser.wait_ready()?;
    ensure(size(browser)? == largest, "the size isn't kept")?;
    for width in [390, 320] {
        browser.resize(width, 700)?;
        no_sideways(browser, width)?;
    }
    quiet(browser)
}

fn no_sideways(browser: &Browser, width: u32) -> Result<()> {
    let wide = browser.script(
        "const wide = (e) => e.scrollWidth > e.clientWidth + 1; \
         return [...document.querySelectorAll('html, .column')].filter(wide).map((e) => e.className || e.tagName)",
        &[],
    )?;
    ensure(wide == json!([]), &format!("at {width} px these scroll sideways: {wide}"))
}

pub fn narrow_pages_reflow(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, ASKED)?;
    for width in [390, 320] {
        browser.resize(width, 700)?;
        for n in 1..=4 {
            browser.click(&format!(".bar button:nth-child({n})"))?;
            no_sideways(browser, width)?;
        }
        browser.click(".menu-button")?;
        let inside = "(() => { const r = document.querySelector('#sorot-menu').getBoundingClientRect(); \
            return r.left >= 0 && r.right <= innerWidth })()";
        ensure(is(browser, inside)?, &format!("at {width} px the menu leaves the page"))?;
        browser.press(keys::ESCAPE)?;
    }
    quiet(browser)
}

pub fn links_and_citations_are_copied(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, ASKED)?;
    browser.script(CATCH_COPIES, &[])?;
    let last = |b: &Browser| told(b, "window.copies.at(-1)");
    browser.click(".link-button")?;
    browser.wait("the address is copied", |b| Ok(last(b)? == b.address()?))?;
    browser.find(".toast")?;
    browser.click(".cite-article")?;
    browser.wait("the citation is copied", |b| Ok(last(b)?.starts_with('“')))?;
    let citation = last(browser)?;
    ensure(
        citation.contains("#/?article=003-putin-witkoff-moskow"),
        &format!("it holds no link: {citation}"),
    )?;
    ensure(!citation.contains("actor="), "the citation's link holds the filters")?;
    enter(browser)?;
    browser.press("c")?;
    browser.wait("the key copies it too", |b| is(b, "window.copies.length === 3"))?;
    ensure(last(browser)? == citation, "the key copied something else")?;
    quiet(browser)
}

pub fn copying_may_be_refused(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, "#/?actor=steve-witkoff")?;
    browser
        .script("Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined });", &[])?;
    browser.click(".link-button")?;
    browser.find("dialog.sheet[open] .to-copy")?;
    let selected = "(() => { const f = document.querySelector('.to-copy'); return f.value === location.href \
        && document.activeElement === f && f.selectionEnd - f.selectionStart === f.value.length })()";
    browser.wait("the address is there, selected", |b| is(b, selected))?;
    access::clean(browser, "copy by hand")?;
    browser.press(keys::ESCAPE)?;
    browser.wait("the sheet is closed", |b| Ok(b.all("dialog")?.is_empty()))?;
    ensure(is(browser, "document.activeElement.matches('.link-button')")?, "the focus didn't come back")?;
    quiet(browser)
}

/// Selects from one element's words to another's and copies: what lands on the clipboard.
const COPY: &str = "const [from, to, letters] = arguments; \
    const range = document.createRange(); \
    range.setStart(document.querySelector(from), 0); \
    const end = document.querySelector(to); \
    if (letters !== null) { const text = document.createTreeWalker(end, NodeFilter.SHOW_TEXT).nextNode(); range.setEnd(text, letters) } \
    else range.setEnd(end, end.childNodes.length); \
    getSelection().removeAllRanges(); getSelection().addRange(range); \
    const data = new DataTransfer(); \
    const event = new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }); \
    document.querySelector(from).dispatchEvent(event); \
    const copied = event.clipboardData ?? data; \
    return [event.defaultPrevented, copied.getData('text/plain'), copied.types.length, getSelection().toString()]";

pub fn passages_carry_their_source(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, ASKED)?;
    let copy =
        |from: &str, to: &str, letters: Value| browser.script(COPY, &[from.into(), to.into(), letters]);
    let third = "[data-paragraph='3']";
    let found = copy(third, third, Value::Null)?;
    let text = found[1].as_str().unwrap_or_default();
    let words = found[3].as_str().unwrap_or_default().trim();
    ensure(found[0] == true && found[2] == 1, "the copy isn't plain text alone")?;
    ensure(text.starts_with(words), &format!("the passage isn't first: {text}"))?;
    let (_, source) = text.split_once("\n— ").unwrap_or_default();
    ensure(
        source.contains("paragraf 3") || source.contains("paragraph 3"),
        &format!("no paragraph: {source}"),
    )?;
    ensure(
        source.contains("disimpulkan") || source.contains("inferred"),
        "the inferred day isn't said to be",
    )?;
    // The link opens the paragraph.
    let link = source.rsplit(", ").next().unwrap_or_default().to_owned();
    let found = copy(third, "[data-paragraph='4']", Value::Null)?;
    let both = found[1].as_str().unwrap_or_default();
    ensure(both.contains(" 3–4, "), &format!("two paragraphs aren't named: {both}"))?;
    // To the very beginning of the next is none of it.
    let found = copy(third, "[data-paragraph='4'] ", json!(0))?;
    ensure(!found[1].as_str().unwrap_or_default().contains("3–4"), "an untouched paragraph is cited")?;
    // A name goes as it is.
    let found = copy(&format!("{third} mark"), &format!("{third} mark"), Value::Null)?;
    ensure(found[0] == false, "a name carries a citation")?;
    browser.open(&link)?;
    browser.reload()?;
    browser.wait_ready()?;
    browser.find(&format!("{third} .shown"))?;
    quiet(browser)
}

pub fn first_visit(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, "#/")?;
    ensure(browser.all(".welcome li")?.len() == 3, "there aren't three lines")?;
    browser.script("document.querySelector('.welcome .btn').focus()", &[])?;
    browser.press(keys::ENTER)?;
    browser.wait("the lines are gone", |b| Ok(b.all(".welcome")?.is_empty()))?;
    browser.reload()?;
    browser.wait_ready()?;
    ensure(browser.all(".welcome")?.is_empty(), "they come again")?;
    // With nothing open the next step is a button.
    browser.click(".read .empty .btn.primary")?;
    browser.find("article.story")?;
    quiet(browser)
}

pub fn reading_position_is_kept(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, "#/?article=003-putin-witkoff-moskow")?;
    let top = |b: &Browser| told(b, "document.querySelector('.column.read').scrollTop");
    // The page is told of it before the next frame.
    browser.script_async(
        "document.querySelector('.column.read').scrollTop = 420; \
         const frame = () => new Promise(requestAnimationFrame); await frame(); await frame();",
        &[],
    )?;
    ensure(top(browser)? == "420", "it isn't scrolled")?;
    browser.click(".list li:first-child .card-open")?;
    browser.wait("another article is open, at its top", |b| {
        Ok(top(b)? == "0" && !b.all(".list li:first-child .card.open")?.is_empty())
    })?;
    browser.back()?;
    browser.wait("the first is back where it was read", |b| match top(b)?.as_str() {
        "420" => Ok(true),
        other => Err(format!("it is at {other}.").into()),
    })?;
    quiet(browser)
}

pub fn paper(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, ASKED)?;
    browser.devtools("Emulation.setEmulatedMedia", &json!({ "media": "print" }))?;
    let shown = |css: &str| is(browser, &format!("document.querySelector({css:?}).checkVisibility()"));
    for css in ["article.story", ".story .meta", ".column.summary", ".printed"] {
        ensure(shown(css)?, &format!("{css} isn't printed"))?;
    }
    for css in [".head-tools", ".time", ".column.actors", ".column.list", ".bar", ".legend", ".rail"] {
        ensure(!shown(css)?, &format!("{css} is printed"))?;
    }
    let styles = told(
        browser,
        "new Set(['person','organisation','place','date'].map(k => \
        getComputedStyle(document.querySelector('article.story mark.' + k)).textDecorationStyle)).size",
    )?;
    ensure(styles == "4", "on paper the kinds look the same")?;
    let whole = "document.querySelector('.column.read').scrollHeight <= document.querySelector('.column.read').clientHeight + 1";
    ensure(is(browser, whole)?, "the article is cut off")?;
    let text = told(browser, "document.querySelector('.printed').textContent")?;
    ensure(text.contains("article=003-putin-witkoff-moskow"), "the link isn't printed")?;
    ensure(text.contains("Steve Witkoff"), "the filters aren't printed")?;
    quiet(browser)
}

pub fn systems_own_colours(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, ASKED)?;
    browser.media("forced-colors", "active")?;
    let styles = told(
        browser,
        "new Set(['person','organisation','place','date'].map(k => \
        getComputedStyle(document.querySelector('article.story mark.' + k)).textDecorationStyle)).size",
    )?;
    ensure(styles == "4", "in forced colours the kinds look the same")?;
    enter(browser)?;
    browser.press("n")?;
    browser.find("mark.current")?;
    let ring = told(browser, "getComputedStyle(document.querySelector('mark.current')).outlineStyle")?;
    ensure(ring == "solid", "the current mention has no ring")?;
    quiet(browser)
}
