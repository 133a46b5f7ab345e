//! Words beside actors and dates: find, sort, keep under a name, walk through the list.

use crate::exploring::{hash, wait_cards};
use crate::{ensure, open, quiet};
use sorot_e2e::{Browser, Result, Target, keys};

const FIELD: &str = "#sorot-search";

/// Replaces what stands in the field, key by key.
fn search(browser: &Browser, line: &str) -> Result<()> {
    browser.click(FIELD)?;
    browser.press(&format!("{}a", keys::CONTROL))?;
    browser.press(keys::BACKSPACE)?;
    browser.press(line)
}

fn wait_hash(browser: &Browser, wanted: &str) -> Result<()> {
    browser.wait(&format!("the link is {wanted}"), |b| Ok(hash(b)? == wanted))
}

fn texts(browser: &Browser, css: &str) -> Result<Vec<String>> {
    browser.all(css)?.iter().map(|e| e.text()).collect()
}

pub fn by_words(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, "")?;
    wait_cards(browser, 5)?;
    // A stem: the text says "serangan".
    search(browser, "menyerang")?;
    wait_cards(browser, 2)?;
    wait_hash(browser, "#/?q=menyerang")?;
    let hits = texts(browser, ".list mark.hit")?;
    ensure(hits.iter().any(|hit| hit == "serangan"), &format!("the hits are {hits:?}"))?;
    ensure(browser.find(".count [role=status]")?.text()?.starts_with("2 "), "the number isn't told")?;
    // A phrase in typographic quotes, then an exclusion; the link has one step for each.
    search(browser, "“gencatan senjata”")?;
    wait_cards(browser, 4)?;
    wait_hash(browser, "#/?q=“gencatan senjata”")?;
    search(browser, "“gencatan senjata” -Macron")?;
    wait_cards(browser, 3)?;
    wait_hash(browser, "#/?q=“gencatan senjata” -Macron")?;
    browser.back()?;
    wait_cards(browser, 4)?;
    let field = browser.script("return document.querySelector(arguments[0]).value", &[FIELD.into()])?;
    ensure(field == "“gencatan senjata”", &format!("the field says {field}"))?;
    // What no article holds, and what means nothing at all.
    search(browser, "zzzz \" - “")?;
    wait_cards(browser, 0)?;
    browser.click(".search .clear")?;
    wait_cards(browser, 5)?;
    let focused = browser.script("return document.activeElement.id", &[])?;
    ensure(focused == "sorot-search", "the focus left the field")?;
    quiet(browser)
}

pub fn by_keys(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, "")?;
    wait_cards(browser, 5)?;
    browser.script("document.querySelector('.sorot').focus()", &[])?;
    browser.press("/")?;
    browser.wait("the field has the focus", |b| {
        Ok(b.script("return document.activeElement.id", &[])? == "sorot-search")
    })?;
    // Every key narrows further: the word begun counts.
    browser.press("gencat")?;
    wait_cards(browser, 4)?;
    browser.press("an senjata")?;
    wait_hash(browser, "#/?q=gencatan senjata")?;
    let steps = browser.script("return history.length", &[])?;
    // On to the list, and along it.
    let place = "return document.activeElement.closest('li')?.ariaPosInSet";
    browser.press(keys::DOWN)?;
    browser.wait("the first card has the focus", |b| Ok(b.script(place, &[])? == "1"))?;
    browser.press(keys::END)?;
    browser.wait("the last card has the focus", |b| Ok(b.script(place, &[])? == "4"))?;
    browser.press(keys::HOME)?;
    browser.press(keys::DOWN)?;
    browser.wait("the second card has the focus", |b| Ok(b.script(place, &[])? == "2"))?;
    browser.press(keys::ENTER)?;
    browser.wait("the article shows its hits", |b| Ok(!b.all("article.story mark.hit")?.is_empty()))?;
    let after = browser.script("return history.length", &[])?;
    let grown = after.as_i64().zip(steps.as_i64()).map(|(a, b)| a - b);
    ensure(grown == Some(1), &format!("{grown:?} steps of history for one article"))?;
    quiet(browser)
}

/// A hit inside a name shows both; hits look like none of the four kinds.
pub fn hits_and_names(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, "#/?q=Trump&article=003-putin-witkoff-moskow")?;
    browser.wait("a hit lies in a name", |b| Ok(!b.all("article.story mark.person.hit")?.is_empty()))?;
    let distinct = browser.script(
        "const colour = (css) => getComputedStyle(document.querySelector('article.story ' + css)).backgroundColor; \
         return new Set(['mark.hit', 'mark.person:not(.hit)', 'mark.organisation', 'mark.place', 'mark.date'].map(colour)).size",
        &[],
    )?;
    ensure(distinct == 5, &format!("five things have {distinct} looks"))?;
    ensure(browser.all("article.story .not-story mark.hit")?.is_empty(), "what isn't the story is searched")?;
    quiet(browser)
}

pub fn sorted(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, "#/?q=gencatan senjata")?;
    wait_cards(browser, 4)?;
    let first = |b: &Browser| b.find(".list .card-title")?.text();
    let newest = first(browser)?;
    let choose = |code: &str| {
        browser.script(
            "const s = document.querySelector('.list .order'); s.value = arguments[0]; \
             s.dispatchEvent(new Event('change', { bubbles: true }))",
            &[code.into()],
        )
    };
    choose("oldest")?;
    wait_hash(browser, "#/?q=gencatan senjata&sort=oldest")?;
    browser.wait("the oldest stands first", |b| Ok(first(b)? != newest))?;
    choose("relevance")?;
    wait_hash(browser, "#/?q=gencatan senjata&sort=relevance")?;
    // Without words there is no relevance.
    browser.click(".search .clear")?;
    wait_cards(browser, 5)?;
    wait_hash(browser, "#/")?;
    ensure(browser.all(".list .order option")?.len() == 2, "relevance is offered without words")?;
    // Within the actors.
    browser.script(
        "const s = document.querySelector('.actors .order'); s.value = 'name'; \
         s.dispatchEvent(new Event('change', { bubbles: true }))",
        &[],
    )?;
    browser.wait("the people stand by name", |b| {
        let names = b.script(
            "const n = [...document.querySelectorAll('.person .facet-name')].map(e => e.textContent); \
             return n.length > 3 && n.every((name, i) => i === 0 || n[i - 1].toLowerCase() <= name.toLowerCase())",
            &[],
        )?;
        Ok(names == true)
    })?;
    quiet(browser)
}

pub fn views_are_kept(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, "#/?q=damai&actor=volodymyr-zelensky")?;
    wait_cards(browser, 2)?;
    browser.click(".views-button")?;
    browser.press("Perdamaian")?;
    browser.press(keys::ENTER)?;
    browser.wait("the view is listed", |b| Ok(b.all(".views-panel .view")?.len() == 1))?;
    browser.press(keys::ESCAPE)?;
    browser.wait("the panel is folded", |b| Ok(b.all(".views-panel")?.is_empty()))?;
    browser.click(".chips .link")?;
    wait_cards(browser, 5)?;
    browser.reload()?;
    browser.wait_ready()?;
    // By keyboard: the button, the view.
    browser.script("document.querySelector('.views-button').focus()", &[])?;
    browser.press(keys::ENTER)?;
    browser.find(".views-panel .view")?;
    browser.script("document.querySelector('.views-panel .view').focus()", &[])?;
    browser.press(keys::ENTER)?;
    wait_cards(browser, 2)?;
    wait_hash(browser, "#/?q=damai&actor=volodymyr-zelensky")?;
    // Another name, then none.
    browser.click(".views-button")?;
    browser.click(".views-panel .view-tool")?;
    browser.press(&format!("{}a", keys::CONTROL))?;
    browser.press("Damai")?;
    browser.press(keys::ENTER)?;
    browser.wait("the view has its new name", |b| Ok(texts(b, ".views-panel .view")? == ["Damai"]))?;
    browser.click(".views-panel .view-tool:last-child")?;
    browser.wait("the view is gone", |b| Ok(b.all(".views-panel .view")?.is_empty()))?;
    quiet(browser)
}
