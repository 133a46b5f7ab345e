//! The date strip: period by pointer, by key and by typing, two axes, the articles without a date.

use crate::exploring::{hash, wait_cards};
use crate::{ensure, open, quiet};
use sorot_e2e::{Browser, Fault, Result, Target, keys};

/// The middle of the bar of the `n`th bin with articles, from 0.
fn bar(browser: &Browser, n: usize) -> Result<(f64, f64)> {
    let script = "const r = document.querySelectorAll('.bars .bar-reach')[arguments[0]].getBoundingClientRect();\
                  return [r.left + r.width / 2, r.top + r.height / 2]";
    browser.wait("the bars are there", |b| Ok(b.all(".bars .bar-reach")?.len() > n))?;
    let place = browser.script(script, &[n.into()])?;
    let part = |i: usize| place[i].as_f64().ok_or_else(|| Fault::from("a bar has no place."));
    Ok((part(0)?, part(1)?))
}

fn wait_hash(browser: &Browser, wanted: &str) -> Result<()> {
    browser.wait(&format!("the link is {wanted}"), |b| Ok(hash(b)? == wanted))
}

fn number(browser: &Browser, script: &str) -> Result<f64> {
    Ok(browser.script(script, &[])?.as_f64().unwrap_or(-1.0))
}

pub fn bars_narrow(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, "")?;
    wait_cards(browser, 5)?;
    // The week of 15 December holds one article; the same bar again takes the period back.
    for (cards, link) in [(1, "#/?from=2025-12-15&to=2025-12-21"), (5, "#/")] {
        browser.press_mouse(&[bar(browser, 4)?])?;
        browser.release_mouse()?;
        wait_cards(browser, cards)?;
        wait_hash(browser, link)?;
    }
    // The name of a month is exactly that month.
    browser.script(
        "[...document.querySelectorAll('.names .name')].find(n => n.textContent.endsWith('Apr'))\
         .dispatchEvent(new MouseEvent('click', { bubbles: true }))",
        &[],
    )?;
    wait_cards(browser, 2)?;
    wait_hash(browser, "#/?from=2025-04-01&to=2025-04-30")?;
    let from = browser.script("return document.querySelector('.field input').value", &[])?;
    ensure(from == "2025-04-01", "the field doesn't follow")?;
    // Typed by hand.
    browser.script(
        "const f = document.querySelector('.field input'); f.value = '2025-04-20';\
         f.dispatchEvent(new Event('change', { bubbles: true }))",
        &[],
    )?;
    wait_cards(browser, 1)?;
    wait_hash(browser, "#/?from=2025-04-20&to=2025-04-30")?;
    quiet(browser)
}

pub fn drags(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, "")?;
    wait_cards(browser, 5)?;
    let steps = "return history.length";
    let before = number(browser, steps)?;
    let (a, b) = (bar(browser, 1)?, bar(browser, 2)?);
    browser.press_mouse(&[a, ((a.0 + b.0) / 2.0, b.1), b])?;
    // Still held down: the page follows.
    wait_cards(browser, 2)?;
    browser.release_mouse()?;
    wait_hash(browser, "#/?from=2025-04-07&to=2025-04-27")?;
    ensure(number(browser, steps)? == before + 1.0, "a drag isn't one step of the history")?;
    // Its inside moves it.
    let inside = (((a.0 + b.0) / 2.0), b.1);
    let week =
        number(browser, "return document.querySelector('.bars .bar-reach').getBoundingClientRect().width")?;
    browser.press_mouse(&[inside, (inside.0 - 3.0 * week, inside.1)])?;
    browser.release_mouse()?;
    wait_hash(browser, "#/?from=2025-03-17&to=2025-04-06")?;
    wait_cards(browser, 1)?;
    // A handle moves one end.
    let to = browser.by_role("slider", "End of the period")?;
    let place = browser.script(
        "const r = arguments[0].getBoundingClientRect(); return [r.right - 6, r.top + r.height / 2]",
        &[to.reference()],
    )?;
    let grip = (place[0].as_f64().unwrap_or(0.0), place[1].as_f64().unwrap_or(0.0));
    browser.press_mouse(&[grip, (grip.0 + 2.0, grip.1), bar(browser, 2)?])?;
    browser.release_mouse()?;
    wait_cards(browser, 3)?;
    wait_hash(browser, "#/?from=2025-03-17&to=2025-04-27")?;
    browser.back()?;
    wait_hash(browser, "#/?from=2025-03-17&to=2025-04-06")?;
    wait_cards(browser, 1)?;
    quiet(browser)
}

pub fn by_keyboard(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, "#/?from=2025-04-01&to=2025-04-30")?;
    wait_cards(browser, 2)?;
    let said = |b: &Browser, name: &str| -> Result<String> {
        Ok(b.by_role("slider", name)?.attribute("aria-valuetext")?.unwrap_or_default())
    };
    browser.script("document.querySelector('.handle').focus()", &[])?;
    ensure(said(browser, "Start of the period")? == "1 April 2025", "the first handle doesn't say its day")?;
    // From within a week to its end, then back by one.
    browser.press(keys::RIGHT)?;
    wait_hash(browser, "#/?from=2025-04-07&to=2025-04-30")?;
    browser.press(keys::LEFT)?;
    wait_hash(browser, "#/?from=2025-03-31&to=2025-04-30")?;
    browser.press(keys::HOME)?;
    wait_hash(browser, "#/?to=2025-04-30")?;
    wait_cards(browser, 3)?;
    browser.press(keys::TAB)?;
    browser.press(keys::PAGE_UP)?;
    browser.press(&format!("{}{}", keys::SHIFT, keys::RIGHT))?;
    wait_hash(browser, "#/?to=2025-06-22")?;
    let focused = browser.script("return document.activeElement.getAttribute('aria-valuetext')", &[])?;
    ensure(focused == "22 June 2025", &format!("the handle in focus says {focused}"))?;
    browser.press(keys::END)?;
    wait_cards(browser, 5)?;
    wait_hash(browser, "#/")?;
    // Back before the link has settled: the page goes back too.
    browser.press(keys::PAGE_DOWN)?;
    wait_cards(browser, 3)?;
    browser.press(keys::ESCAPE)?;
    wait_cards(browser, 5)?;
    wait_hash(browser, "#/")?;
    quiet(browser)
}

pub fn axes(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, "#/?from=2025-03-01&to=2025-03-31")?;
    wait_cards(browser, 1)?;
    browser.click_role("button", "Mentioned in text")?;
    wait_hash(browser, "#/?axis=mentioned&from=2025-03-01&to=2025-03-31")?;
    browser
        .wait("more articles speak of March than came out then", |b| Ok(b.all(".list .card")?.len() > 1))?;
    let chip = browser.find(".chips .chip")?.text()?;
    ensure(chip.contains("mentions 1–31 Mar 2025"), &format!("the chip says {chip}"))?;
    let caption = browser.script("return document.querySelector('.time caption').textContent", &[])?;
    ensure(caption == "Articles by quarter they mention", &format!("the table is called {caption}"))?;
    browser.reload()?;
    browser.wait_ready()?;
    ensure(
        browser.by_role("button", "Mentioned in text")?.attribute("aria-pressed")?.as_deref() == Some("true"),
        "the link doesn't bring the axis back",
    )?;
    browser.script("document.querySelector('.axes button').focus()", &[])?;
    browser.press(keys::ENTER)?;
    wait_cards(browser, 1)?;
    quiet(browser)
}

/// All five articles have a date: the bucket is empty, says so, and leads back.
pub fn undated(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, "#/?undated=only")?;
    wait_cards(browser, 0)?;
    let chip = browser.find(".chips .chip")?.text()?;
    ensure(chip.contains("No date of publication"), &format!("the chip says {chip}"))?;
    let button = browser.find("button.undated")?;
    ensure(button.text()?.contains("0/0"), "the button doesn't count")?;
    button.click()?;
    wait_cards(browser, 5)?;
    wait_hash(browser, "#/")?;
    quiet(browser)
}

pub fn presets(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, "")?;
    wait_cards(browser, 5)?;
    // By the first letters of "Busiest month", then by arrow.
    browser.script("document.querySelector('.presets').focus()", &[])?;
    browser.press("Bus")?;
    wait_cards(browser, 2)?;
    wait_hash(browser, "#/?from=2025-04-01&to=2025-04-30")?;
    let shown = "const s = document.querySelector('.presets'); return s.options[s.selectedIndex].text";
    ensure(browser.script(shown, &[])? == "Busiest month: April 2025", "the menu doesn't show its month")?;
    browser.script(
        "const s = document.querySelector('.presets'); s.value = '1'; s.dispatchEvent(new Event('change', { bubbles: true }))",
        &[],
    )?;
    wait_cards(browser, 1)?;
    // A period of the reader's own is shown as such; without one the menu says all.
    browser.script("location.hash = '#/?from=2025-04-02'", &[])?;
    browser.wait("the menu shows an own period", |b| Ok(b.script(shown, &[])? == "Own period"))?;
    browser.script("location.hash = '#/'", &[])?;
    browser.wait("the menu shows all", |b| Ok(b.script(shown, &[])? == "All dates"))?;
    quiet(browser)
}

pub fn zooms(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, "#/?from=2025-04-01&to=2025-04-30")?;
    wait_cards(browser, 2)?;
    browser.click_role("button", "Zoom into this period")?;
    wait_hash(browser, "#/?from=2025-04-01&to=2025-04-30&zoom=2025-04-01_2025-04-30")?;
    let caption = "return document.querySelector('.time caption').textContent";
    browser.wait("the bars are days", |b| Ok(b.script(caption, &[])? == "Articles by day of publication"))?;
    browser.reload()?;
    browser.wait_ready()?;
    ensure(
        browser.script(caption, &[])? == "Articles by day of publication",
        "the link doesn't bring it back",
    )?;
    browser.script("document.querySelectorAll('.handle')[1].focus()", &[])?;
    browser.press(keys::LEFT)?;
    wait_hash(browser, "#/?from=2025-04-01&to=2025-04-29&zoom=2025-04-01_2025-04-30")?;
    browser.click_role("button", "Show all of it")?;
    wait_hash(browser, "#/?from=2025-04-01&to=2025-04-29")?;
    quiet(browser)
}
