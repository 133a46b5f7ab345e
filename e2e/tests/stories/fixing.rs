//! The reader opens cards and corrects what was read: actors, dates, quotes, lines.

use crate::exploring::{cards, hash, wait_cards};
use crate::{ensure, open, quiet};
use sorot_e2e::{Browser, Result, Target, keys};

const MOSCOW: &str = "#/?article=003-putin-witkoff-moskow";

/// Clicks the first element that matches `css` and holds `text`.
fn click_on(browser: &Browser, css: &str, text: &str) -> Result<()> {
    let found = browser.script(
        "const e = [...document.querySelectorAll(arguments[0])].find(e => e.textContent.includes(arguments[1])); \
         e?.scrollIntoView({block: 'center'}); e?.click(); return !!e",
        &[css.into(), text.into()],
    )?;
    ensure(found == true, &format!("nothing like {css} says {text}"))
}

fn text_of(browser: &Browser, css: &str) -> Result<String> {
    let text =
        browser.script("return document.querySelector(arguments[0])?.textContent ?? ''", &[css.into()])?;
    Ok(text.as_str().unwrap_or_default().to_owned())
}

fn wait_card(browser: &Browser, heading: &str) -> Result<()> {
    browser.wait(&format!("the card of {heading}"), |b| Ok(text_of(b, ".card-pop h3")?.contains(heading)))
}

fn facet(browser: &Browser, name: &str) -> Result<String> {
    let text = browser.script(
        "const row = [...document.querySelectorAll('.facet')].find(f => f.querySelector('.facet-name').textContent === arguments[0]); \
         return row ? row.nextSibling.textContent : 'none'",
        &[name.into()],
    )?;
    Ok(text.as_str().unwrap_or_default().to_owned())
}

/// Types into the field of a card and takes the first offer.
fn pick(browser: &Browser, details: &str, name: &str) -> Result<()> {
    browser.script("document.querySelector(arguments[0]).open = true", &[details.into()])?;
    browser.find(&format!("{details} .picker input"))?.type_in(name)?;
    browser.wait("an actor is offered", |b| Ok(!b.all(".card-pop .offers button")?.is_empty()))?;
    click_on(browser, ".card-pop .offers button", name)
}

pub fn card_tells(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, MOSCOW)?;
    browser.wait("the article is open", |b| Ok(!b.all(".story mark")?.is_empty()))?;
    click_on(browser, ".story mark.person", "Yuri Ushakov")?;
    wait_card(browser, "Yuri Ushakov")?;
    ensure(browser.all(".card-pop .spellings li")?.len() > 1, "the card lists one spelling only")?;
    ensure(!browser.all(".card-pop .spellings .reasons li")?.is_empty(), "no spelling has a reason")?;
    ensure(text_of(browser, ".card-pop .context")?.contains("Ushakov"), "no mention in its sentence")?;
    click_on(browser, ".card-pop .btn.primary", "")?;
    wait_cards(browser, 1)?;
    ensure(hash(browser)?.contains("actor=yuri-ushakov"), "the card's filter isn't in the link")?;
    browser.press(keys::ESCAPE)?;
    browser.wait("the card closed", |b| Ok(b.all(".card-pop")?.is_empty()))?;
    quiet(browser)
}

pub fn merges_and_undoes(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, MOSCOW)?;
    browser.wait("the article is open", |b| Ok(!b.all(".story mark")?.is_empty()))?;
    let before = facet(browser, "Yuri Ushakov")?;
    click_on(browser, ".story mark.person", "Yuri Ushakov")?;
    wait_card(browser, "Yuri Ushakov")?;
    pick(browser, ".card-pop > details.correct", "Kirill Dmitriev")?;
    wait_card(browser, "Kirill Dmitriev")?;
    ensure(facet(browser, "Yuri Ushakov")? == "none", "the merged actor is still listed")?;
    ensure(facet(browser, "Kirill Dmitriev")? == "2/2", "the counts didn't follow the merge")?;
    browser.press(keys::ESCAPE)?;
    // It is kept: the same after a reload.
    open(browser, target, MOSCOW)?;
    browser.wait("the correction is kept", |b| Ok(facet(b, "Kirill Dmitriev")? == "2/2"))?;
    // The list tells it, and takes it back.
    browser.find(".corrections-button")?.click()?;
    browser.wait("the list tells it", |b| Ok(text_of(b, ".corrections li")?.contains("Yuri Ushakov")))?;
    browser.find(".corrections li > .btn")?.click()?;
    browser.wait("it is taken back", |b| Ok(facet(b, "Yuri Ushakov")? == before))?;
    quiet(browser)
}

pub fn corrects_by_keyboard(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, "#/?actor=yuri-ushakov&article=003-putin-witkoff-moskow")?;
    browser.wait("the article is open", |b| Ok(!b.all(".story mark.asked")?.is_empty()))?;
    browser.script("document.querySelector('.sorot').focus()", &[])?;
    browser.press("n")?;
    browser.wait("a mention has the focus", |b| {
        Ok(b.script("return document.activeElement?.matches('mark.current')", &[])? == true)
    })?;
    browser.press(keys::ENTER)?;
    wait_card(browser, "Yuri Ushakov")?;
    // Down to the corrections, and to the last of them: hide.
    browser.script("document.querySelector('.card-pop > details.correct > summary').focus()", &[])?;
    browser.press(keys::ENTER)?;
    browser.script("document.querySelector('.card-pop > details.correct > .btn.wide').focus()", &[])?;
    browser.press(keys::ENTER)?;
    browser.wait("the actor is hidden", |b| Ok(facet(b, "Yuri Ushakov")? == "none"))?;
    browser.script("document.querySelector('.sorot').focus()", &[])?;
    browser.press(&format!("{}z", keys::CONTROL))?;
    browser.wait("undone by key", |b| Ok(facet(b, "Yuri Ushakov")? != "none"))?;
    quiet(browser)
}

pub fn dates_follow(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, MOSCOW)?;
    browser.wait("the article is open", |b| Ok(!b.all(".story mark.date")?.is_empty()))?;
    click_on(browser, ".story mark.date", "Jumat")?;
    browser.wait("the date's ledger", |b| Ok(!b.all(".card-pop .reasons li")?.is_empty()))?;
    let before = text_of(browser, ".card-pop strong")?;
    browser.press(keys::ESCAPE)?;
    browser.script("document.querySelector('.story .meta details').open = true", &[])?;
    browser.find(".story .meta details .link")?.click()?;
    browser.wait("the form", |b| Ok(!b.all(".card-pop input[type=date]")?.is_empty()))?;
    browser.script(
        "document.querySelector('.card-pop details.correct').open = true; \
         document.querySelector('.card-pop input[type=date]').value = '2025-06-14'; \
         document.querySelectorAll('.card-pop input[type=date]')[1].value = ''",
        &[],
    )?;
    browser.find(".card-pop .days button")?.click()?;
    browser.wait("the list follows", |b| Ok(text_of(b, ".card.open .meta")?.contains("14 Jun 2025")))?;
    click_on(browser, ".story mark.date", "Jumat")?;
    browser.wait("the date's ledger again", |b| Ok(!b.all(".card-pop strong")?.is_empty()))?;
    let after = text_of(browser, ".card-pop strong")?;
    ensure(after != before, &format!("{after} didn't follow the article's new day"))?;
    quiet(browser)
}

pub fn quotes_and_contacts(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, MOSCOW)?;
    browser.wait("marks of contacts", |b| Ok(!b.all(".story .pin.contact")?.is_empty()))?;
    let pins = browser.all(".story .pin.contact")?.len();
    browser.find(".story .body .pin.contact")?.click()?;
    browser.wait("the contact's card", |b| Ok(!b.all(".card-pop blockquote")?.is_empty()))?;
    browser.script("document.querySelector('.card-pop details.correct').open = true", &[])?;
    browser.find(".card-pop details.correct > .btn.wide")?.click()?;
    browser.wait("it is no contact", |b| Ok(b.all(".story .pin.contact")?.len() == pins - 1))?;
    browser.find(".toast .link")?.click()?;
    browser.wait("undone", |b| Ok(b.all(".story .pin.contact")?.len() == pins))?;
    browser.find(".story .pin.quote")?.click()?;
    pick(browser, ".card-pop details.correct", "Kirill Dmitriev")?;
    browser.wait("the card has done its work", |b| Ok(b.all(".card-pop")?.is_empty()))?;
    ensure(!text_of(browser, ".toast")?.is_empty(), "nothing said that it was corrected")?;
    quiet(browser)
}

pub fn words_become_an_actor(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, MOSCOW)?;
    browser.wait("the article is open", |b| Ok(!b.all(".story .body p")?.is_empty()))?;
    // The reader selects a word that names nothing yet.
    browser.script(
        "const walker = document.createTreeWalker(document.querySelector('.story .body'), NodeFilter.SHOW_TEXT); \
         while (walker.nextNode()) { \
           const at = walker.currentNode.data.indexOf('pembicaraan'); \
           if (at < 0 || walker.currentNode.parentElement.closest('mark, button')) continue; \
           const range = document.createRange(); \
           range.setStart(walker.currentNode, at); range.setEnd(walker.currentNode, at + 'pembicaraan'.length); \
           getSelection().removeAllRanges(); getSelection().addRange(range); break; }",
        &[],
    )?;
    browser.wait("the button beside the words", |b| Ok(!b.all(".select-tool")?.is_empty()))?;
    browser.find(".select-tool")?.click()?;
    wait_card(browser, "pembicaraan")?;
    click_on(browser, ".card-pop .tags button.organisation", "")?;
    browser.wait("it is an actor", |b| Ok(facet(b, "pembicaraan")? != "none"))?;
    quiet(browser)
}

pub fn link_carries(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, "#/?fix=AQQMeXVyaS11c2hha292")?;
    browser.wait("the correction came with the link", |b| Ok(facet(b, "Yuri Ushakov")? == "none"))?;
    ensure(cards(browser)? == 5, "the list isn't whole")?;
    ensure(!hash(browser)?.contains("fix="), "the link still carries it")?;
    open(browser, target, "#/?fix=%%%")?;
    browser.wait("a broken one is told", |b| Ok(!b.all(".toast")?.is_empty()))?;
    quiet(browser)
}

/// What the browser kept and this version can't read is set aside, not written over.
pub fn unread_is_set_aside(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, "")?;
    wait_cards(browser, 5)?;
    click_on(browser, ".facet-card", "")?;
    browser.wait("a card", |b| Ok(!b.all(".card-pop")?.is_empty()))?;
    browser.script("document.querySelector('.card-pop > details.correct').open = true", &[])?;
    click_on(browser, ".card-pop > details.correct > .btn.wide", "")?;
    let key = "Object.keys(localStorage).find(k => /^sorot\\.corrections\\.[0-9a-f]{16}$/.test(k))";
    browser.wait("it is kept", |b| Ok(b.script(&format!("return {key} ?? ''"), &[])? != ""))?;
    browser.script(&format!("localStorage[{key}] = 'from a newer Sorot'"), &[])?;
    browser.reload()?;
    wait_cards(browser, 5)?;
    let aside = browser.script(
        "return Object.entries(localStorage).some(([k, v]) => k.endsWith('.unread') && v === 'from a newer Sorot')",
        &[],
    )?;
    ensure(aside == true, "what couldn't be read is lost")?;
    quiet(browser)
}
