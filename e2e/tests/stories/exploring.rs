//! The main job: narrow by actor and by date, read with the names marked, check the summary.

use crate::{ensure, open, quiet};
use sorot_e2e::{Browser, Result, Target, keys};

/// How many cards the list shows.
pub fn cards(browser: &Browser) -> Result<usize> {
    Ok(browser.all(".list .card")?.len())
}

pub fn wait_cards(browser: &Browser, wanted: usize) -> Result<()> {
    browser.wait(&format!("{wanted} articles are listed"), |b| Ok(cards(b)? == wanted))
}

pub fn hash(browser: &Browser) -> Result<String> {
    let hash = browser.script("return decodeURIComponent(location.hash)", &[])?;
    Ok(hash.as_str().unwrap_or_default().to_owned())
}

/// Clicks the actor of this slug's place in the column: the first whose words begin with `name`.
fn choose(browser: &Browser, name: &str) -> Result<()> {
    let found = browser.script(
        "const row = [...document.querySelectorAll('.facet')].find(f => f.querySelector('.facet-name').textContent === arguments[0]); \
         row?.click(); return !!row",
        &[name.into()],
    )?;
    ensure(found == true, &format!("there is no actor {name} to choose"))
}

pub fn actors_narrow(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, "")?;
    wait_cards(browser, 5)?;
    choose(browser, "Volodymyr Zelensky")?;
    wait_cards(browser, 2)?;
    choose(browser, "Emmanuel Macron")?;
    wait_cards(browser, 1)?;
    ensure(
        hash(browser)? == "#/?actor=emmanuel-macron&actor=volodymyr-zelensky",
        "the link doesn't name both",
    )?;
    ensure(browser.all(".chips .chip")?.len() == 2, "there aren't two chips")?;
    let pressed = browser.all(".facet[aria-pressed=true]")?.len();
    ensure(pressed == 2, &format!("{pressed} actors are pressed"))?;
    // The same actor again, then the chip of the other.
    choose(browser, "Emmanuel Macron")?;
    wait_cards(browser, 2)?;
    browser.click(".chips .chip")?;
    wait_cards(browser, 5)?;
    browser.back()?;
    wait_cards(browser, 2)?;
    quiet(browser)
}

pub fn excludes_and_any(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, "#/?actor=emmanuel-macron&actor=yuri-ushakov")?;
    wait_cards(browser, 0)?;
    browser.click(".actors .match button:nth-child(2)")?;
    wait_cards(browser, 2)?;
    ensure(
        hash(browser)? == "#/?actor=emmanuel-macron&actor=yuri-ushakov&match=any",
        "the link isn't any-of",
    )?;
    // By keyboard: the second button of the first actor's row.
    browser.script("document.querySelector('.facets .exclude').focus()", &[])?;
    browser.press(keys::ENTER)?;
    wait_cards(browser, 0)?;
    browser.click(".chips .negative")?;
    wait_cards(browser, 2)?;
    quiet(browser)
}

/// Two spellings of one name are one actor.
pub fn one_identity(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, "#/?actor=steve-witkoff")?;
    wait_cards(browser, 5)?;
    let text = browser.text()?;
    ensure(text.contains("Vitkoff"), "the other spelling isn't shown")
}

pub fn reads_with_marks(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, "")?;
    browser.click(".card .card-open")?;
    browser.wait("the article is open", |b| Ok(!b.all("article.story .body p")?.is_empty()))?;
    for kind in ["person", "organisation", "place", "date"] {
        let marks = browser.all(&format!("article.story mark.{kind}"))?;
        ensure(!marks.is_empty(), &format!("no {kind} is marked"))?;
    }
    let styles = browser.script(
        "return new Set(['person','organisation','place','date'].map(k => \
         getComputedStyle(document.querySelector('article.story mark.' + k)).textDecorationStyle)).size",
        &[],
    )?;
    ensure(styles == 4, "the kinds differ by colour alone")?;
    let lined = browser.script(
        "return ['person','organisation','place','date'].every(k => \
         getComputedStyle(document.querySelector('article.story mark.' + k)).textDecorationLine === 'underline')",
        &[],
    )?;
    ensure(lined == true, "a kind has no line")?;
    ensure(
        !browser.all("article.story .not-story")?.is_empty(),
        "the line that isn't the story isn't dimmed",
    )?;
    let focused = browser.script("return document.activeElement.className", &[])?;
    ensure(focused.as_str().is_some_and(|c| c.contains("title")), "the focus isn't at the article's head")?;
    quiet(browser)
}

pub fn summary_leads_to_source(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, "#/?actor=volodymyr-zelensky")?;
    wait_cards(browser, 2)?;
    let sentence = browser.find(".section > .sentences .sentence")?.text()?;
    ensure(sentence.contains("Zelensky"), "the key sentence isn't about the actor asked for")?;
    browser.click(".section > .sentences .cite")?;
    browser.wait("the sentence is marked in its source", |b| {
        let shown = b.script(
            "return [...document.querySelectorAll('article.story .shown')].map(s => \
             [...s.childNodes].filter(n => n.nodeType === 3).map(n => n.data).join('')).join('')",
            &[],
        )?;
        Ok(shown == sentence.as_str())
    })?;
    let seen = browser.script(
        "const r = document.querySelector('.shown').getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight",
        &[],
    )?;
    ensure(seen == true, "the marked sentence isn't in view")?;
    quiet(browser)
}

pub fn link_restores(browser: &Browser, target: &Target) -> Result<()> {
    let link = "#/?actor=volodymyr-zelensky&from=2025-04-01&to=2025-04-30&article=003-putin-witkoff-moskow&sentence=3";
    open(browser, target, link)?;
    wait_cards(browser, 1)?;
    browser.wait("the sentence is shown", |b| Ok(!b.all("article.story .shown")?.is_empty()))?;
    let before = browser.text()?;
    browser.reload()?;
    browser.wait_ready()?;
    wait_cards(browser, 1)?;
    browser.wait("after reloading the page says the same", |b| Ok(b.text()? == before))?;
    quiet(browser)
}

pub fn nothing_matches(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, "#/?actor=nobody-at-all&from=1999-01-01&to=1999-12-31")?;
    wait_cards(browser, 0)?;
    browser.find(".list .empty h3")?;
    browser.click(".list .empty .btn")?;
    wait_cards(browser, 5)?;
    // The panel says what each filter costs: here one alone would leave nothing, the other all.
    open(browser, target, "#/?from=1999-01-01&to=1999-12-31&actor=steve-witkoff")?;
    wait_cards(browser, 0)?;
    let costs = browser.script(
        "return [...document.querySelectorAll('#sorot-section li')].map(l => l.textContent.match(/→ (\\d+)/)?.[1])",
        &[],
    )?;
    ensure(costs == serde_json::json!(["0", "5"]), &format!("the filters are said to cost {costs}"))?;
    browser.script("document.querySelectorAll('#sorot-section li button')[1].focus()", &[])?;
    browser.press(keys::ENTER)?;
    wait_cards(browser, 5)?;
    quiet(browser)
}

pub fn odd_links(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, "#/?utm_source=x&from=31%2F7&actor=%E0%A4%A&article=none-such")?;
    let told = browser.find(".notices .notice")?.text()?;
    ensure(told.contains("utm_source") && told.contains("31/7"), &format!("it is told: {told}"))?;
    browser.wait_text("none-such")?;
    browser.click(".notices button")?;
    browser.wait("the notice is gone", |b| Ok(b.all(".notices .notice")?.is_empty()))?;
    quiet(browser)
}

pub fn no_store(browser: &Browser, target: &Target) -> Result<()> {
    browser.before_page(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } });",
    )?;
    open(browser, target, "")?;
    browser.find(".notices .quiet")?;
    wait_cards(browser, 5)?;
    quiet(browser)
}

pub fn language_is_kept(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, "")?;
    let lang = |b: &Browser| b.script("return document.documentElement.lang", &[]);
    let first = lang(browser)?;
    browser.click(".lang-button")?;
    browser.wait("the language changed", |b| Ok(lang(b)? != first))?;
    let second = lang(browser)?;
    browser.reload()?;
    browser.wait_ready()?;
    ensure(lang(browser)? == second, "the language isn't kept")?;
    quiet(browser)
}

pub fn narrow_takes_turns(browser: &Browser, target: &Target) -> Result<()> {
    browser.resize(390, 844)?;
    open(browser, target, "")?;
    let seen = |b: &Browser, css: &str| {
        let shown = b.script(
            "const e = document.querySelector(arguments[0]); return !!e && e.getBoundingClientRect().height > 100",
            &[css.into()],
        )?;
        Ok(shown == true)
    };
    browser.click(".card .card-open")?;
    browser.wait("the article took the list's place", |b| {
        Ok(seen(b, ".column.read")? && !seen(b, ".column.list")?)
    })?;
    for (n, css) in [(1, ".column.list"), (3, ".column.summary"), (4, ".column.actors")] {
        browser.click(&format!(".bar button:nth-child({n})"))?;
        browser.wait(&format!("{css} is there"), |b| seen(b, css))?;
    }
    quiet(browser)
}
