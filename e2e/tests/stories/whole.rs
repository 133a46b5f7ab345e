//! The page as a whole: every main state without a fault that a machine finds, and the whole task with
//! nothing but a keyboard.

use crate::exploring::wait_cards;
use crate::frame::CATCH_COPIES;
use crate::{access, ensure, open, quiet};
use sorot_e2e::{Browser, Engine, Result, Target, keys};

fn is(browser: &Browser, script: &str) -> Result<bool> {
    Ok(browser.script(&format!("return {script}"), &[])? == true)
}

/// Clicks whatever the browser can't reach by mouse at this width, as its own script would.
fn tap(browser: &Browser, css: &str) -> Result<()> {
    browser.find(css)?;
    browser.script("document.querySelector(arguments[0]).click()", &[css.into()]).map(drop)
}

/// A state: its name, the link it starts from, and how it is reached from there.
type State = (&'static str, &'static str, fn(&Browser) -> Result<()>);

const STATES: &[State] = &[
    ("search with hits", "#/?q=gencatan%20senjata&article=003-putin-witkoff-moskow", |b| {
        b.find("article.story mark.hit").map(drop)
    }),
    ("saved views", "#/?q=damai", |b| {
        tap(b, ".views-button")?;
        b.find(".views-panel .name")?.type_in(&format!("Damai{}", keys::ENTER))?;
        b.find(".views-panel .view").map(drop)
    }),
    ("settings", "#/", |b| {
        tap(b, ".menu-button")?;
        b.find("#sorot-menu .menu-row").map(drop)
    }),
    ("help", "#/", |b| {
        tap(b, ".menu-button")?;
        tap(b, "#sorot-menu .btn.wide:has(kbd)")?;
        b.find("dialog.sheet[open] .keys").map(drop)
    }),
    ("an actor's card", "#/?actor=yuri-ushakov&article=003-putin-witkoff-moskow", |b| {
        tap(b, "article.story .body mark.asked")?;
        b.find(".card-pop .spellings")?;
        b.script("document.querySelectorAll('.card-pop details').forEach((d) => { d.open = true })", &[])
            .map(drop)
    }),
    ("a date's card", "#/?article=003-putin-witkoff-moskow", |b| {
        tap(b, "article.story .body mark.date")?;
        b.find(".card-pop .reasons")?;
        b.script("document.querySelectorAll('.card-pop details').forEach((d) => { d.open = true })", &[])
            .map(drop)
    }),
    ("a contact's card", "#/?article=003-putin-witkoff-moskow", |b| {
        tap(b, "article.story .body .pin.contact")?;
        b.find(".card-pop blockquote").map(drop)
    }),
    ("corrections", "#/?fix=AQQMeXVyaS11c2hha292", |b| {
        tap(b, ".corrections-button")?;
        b.find("dialog .corrections li").map(drop)
    }),
    ("days in the texts", "#/?axis=mentioned&from=2025-04-01", |_| Ok(())),
];

pub fn states_are_clean(browser: &Browser, target: &Target) -> Result<()> {
    let mut faults = Vec::new();
    for (width, height) in [(1440, 900), (390, 844)] {
        browser.resize(width, height)?;
        for (state, hash, reach) in STATES {
            // A page of its own, that finds nothing kept by the state before.
            browser.open("about:blank")?;
            open(browser, target, hash)?;
            reach(browser)?;
            let place = format!("{width} px, {state}");
            faults.extend(access::clean_in_both(browser, &place)?);
            if width == 390 && !is(browser, "document.documentElement.scrollWidth <= innerWidth")? {
                faults.push(format!("{place}: the page scrolls sideways"));
            }
            browser.script("localStorage.clear()", &[])?;
        }
    }
    if faults.is_empty() { quiet(browser) } else { Err(faults.join("\n  ").into()) }
}

/// Strikes Tab until the focus stands on what matches; the number of strokes.
fn tab_to(browser: &Browser, css: &str, most: usize) -> Result<usize> {
    for strokes in 1..=most {
        browser.press(keys::TAB)?;
        if browser.script("return document.activeElement.matches(arguments[0])", &[css.into()])? == true {
            let seen = "(() => { const e = document.activeElement, r = e.getBoundingClientRect(), \
                c = (e.closest('.column') ?? document.documentElement).getBoundingClientRect(); \
                return r.width > 0 && r.bottom > c.top && r.top < c.bottom })()";
            ensure(is(browser, seen)?, &format!("the focus on {css} can't be seen"))?;
            return Ok(strokes);
        }
    }
    Err(format!("{most} strokes of Tab don't lead to {css}").into())
}

/// A day typed into a date field, part by part in the order of the browser's language.
fn type_day(browser: &Browser, [year, month, day]: [&str; 3]) -> Result<()> {
    let order = browser.script(
        "return new Intl.DateTimeFormat(navigator.language).formatToParts(new Date()).map((p) => p.type)",
        &[],
    )?;
    for part in order.as_array().into_iter().flatten() {
        match part.as_str() {
            Some("year") => browser.press(year)?,
            Some("month") => browser.press(month)?,
            Some("day") => browser.press(day)?,
            // WebKit's field doesn't go on by itself when a part is full.
            Some("literal") if browser.engine() == Engine::WebKit => browser.press(keys::RIGHT)?,
            _ => {}
        }
    }
    Ok(())
}

/// From a card to the card of another actor, and out again, by keyboard.
pub fn cards_keep_the_focus(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, "#/?actor=yuri-ushakov&article=003-putin-witkoff-moskow")?;
    browser.find("article.story mark.asked")?;
    browser.script("document.querySelector('.column.list').focus()", &[])?;
    browser.press("n")?;
    browser.find("mark.current")?;
    browser.press(keys::ENTER)?;
    let heading =
        |b: &Browser| b.script("return document.querySelector('.card-pop h3 bdi').textContent", &[]);
    browser.find(".card-pop")?;
    let first = heading(browser)?;
    tab_to(browser, ".card-pop button.tag", 30)?;
    browser.press(keys::ENTER)?;
    browser.wait("another actor's card is open", |b| Ok(heading(b)? != first))?;
    ensure(is(browser, "!!document.activeElement.closest('.card-pop')")?, "the card lost the focus")?;
    browser.press(keys::ESCAPE)?;
    browser.wait("the card is closed", |b| Ok(b.all(".card-pop")?.is_empty()))?;
    ensure(is(browser, "document.activeElement.matches('mark.current')")?, "the mention lost the focus")?;
    quiet(browser)
}

/// Who met whom in April? Open it, cite it: real keys only, from the very start of the page.
pub fn task_by_keyboard(browser: &Browser, target: &Target) -> Result<()> {
    browser.resize(1440, 900)?;
    open(browser, target, "#/")?;
    browser.script(CATCH_COPIES, &[])?;
    wait_cards(browser, 5)?;
    // The period.
    tab_to(browser, ".fields .field:first-child input", 40)?;
    type_day(browser, ["2025", "04", "01"])?;
    // Some browsers take a day when it is whole, some when the field is left.
    tab_to(browser, ".fields .field:nth-child(2) input", 4)?;
    browser.wait("the period begins in April", |b| is(b, "location.hash.includes('from=2025-04-01')"))?;
    type_day(browser, ["2025", "04", "30"])?;
    browser.press(keys::TAB)?;
    let hash = "location.hash === '#/?from=2025-04-01&to=2025-04-30'";
    browser.wait("it ends in April", |b| is(b, hash))?;
    browser.wait("the list is shorter", |b| {
        Ok(!b.all(".list .card")?.is_empty() && b.all(".list .card")?.len() < 5)
    })?;
    // A line of the summary that tells a contact, and its source.
    let strokes = tab_to(browser, ".summary .cite", 250)?;
    println!("  Tab: {strokes} strokes from the fields to the summary");
    browser.press(keys::ENTER)?;
    browser.find("article.story .shown")?;
    browser.wait("the focus is in the article", |b| {
        is(b, "!!document.activeElement.closest('article.story')")
    })?;
    // On to the mark of a contact; its card, and back.
    let pin = ".pin.contact";
    if browser.all("article.story .pin.contact")?.is_empty() {
        return Err("the article that the summary leads to tells no contact".into());
    }
    tab_to(browser, pin, 60)?;
    let said = browser.script("return document.activeElement.title", &[])?;
    browser.press(keys::ENTER)?;
    browser.find(".card-pop[role=dialog] blockquote")?;
    ensure(is(browser, "!!document.activeElement.closest('.card-pop')")?, "the card didn't take the focus")?;
    browser.press(keys::ESCAPE)?;
    browser.wait("the card is closed", |b| Ok(b.all(".card-pop")?.is_empty()))?;
    let back = browser.script(
        "return document.activeElement.matches('.pin.contact') && document.activeElement.title",
        &[],
    )?;
    ensure(back == said, &format!("the focus came back to {back}, not to {said}"))?;
    // The citation.
    browser.press("c")?;
    browser.wait("the citation is copied", |b| is(b, "window.copies.length === 1"))?;
    let cited = browser.script("return window.copies[0]", &[])?;
    let cited = cited.as_str().unwrap_or_default();
    ensure(cited.starts_with('“') && cited.contains("#/?article="), &format!("it cites {cited}"))?;
    ensure(is(browser, &hash.replace("===", "!=="))?, "the link doesn't tell the open article")?;
    quiet(browser)
}
