//! A bundle in parts: its index first, texts when somebody needs them, and what is said where they stay away.

use crate::offline::wait_worker;
use crate::{ensure, quiet};
use serde_json::{Value, json};
use sorot_e2e::{Browser, Engine, Fault, Result, Target};

/// The articles of the bundle, which stand by day: `a000` is the oldest.
pub const ARTICLES: usize = 300;

/// The address of the served build with the bundle, or of the harmed one.
pub fn address(browser: &Browser, what: &str) -> Result<String> {
    let name = match browser.engine() {
        Engine::Chromium => format!("SOROT_E2E_{what}"),
        _ => format!("SOROT_E2E_RECORDED_{what}"),
    };
    std::env::var(name).map_err(|_| Fault::from("`cargo xtask test` says where the bundle in parts is"))
}

pub fn go(browser: &Browser, hash: &str) -> Result<()> {
    browser.script("location.hash = arguments[0]", &[hash.into()]).map(drop)
}

/// The texts that the page asked the network for: name, and when it was here, in ms.
pub fn asked(browser: &Browser) -> Result<Vec<(String, f64)>> {
    let found = browser.script(
        "return performance.getEntriesByType('resource').filter((e) => e.name.endsWith('.text'))\
           .map((e) => [e.name, e.responseEnd])",
        &[],
    )?;
    let pair = |entry: &Value| Some((entry[0].as_str()?.to_owned(), entry[1].as_f64()?));
    Ok(found.as_array().map(|all| all.iter().filter_map(pair).collect()).unwrap_or_default())
}

/// Waits until nothing is on its way: no row and no article waits.
pub fn wait_still(browser: &Browser) -> Result<()> {
    browser.wait("no text is awaited", |b| {
        Ok(b.all(".waits, .awaited, .section [role=status]")?.is_empty()
            && b.all(".read .body, .read .empty")?.len() == 1)
    })
}

pub fn wait_open(browser: &Browser, id: usize) -> Result<()> {
    let title = format!("Berita {id} dari");
    browser.wait("the article is open", |b| {
        let open = "const body = document.querySelector('.read .body'); const title = document.querySelector('.read .title');\
                    return body && title ? title.textContent : ''";
        Ok(b.script(open, &[])?.as_str().is_some_and(|text| text.starts_with(&title)))
    })
}

/// The index part brings the list; texts follow, each part once, and are kept for the next time.
pub fn comes_in_parts(browser: &Browser, _: &Target) -> Result<()> {
    let address = address(browser, "APART")?;
    browser.open(&format!("{address}#/"))?;
    browser.wait_ready()?;
    ensure(browser.text()?.contains(&format!("{ARTICLES}")), "the count of all articles isn't there")?;
    ensure(browser.all(".card")?.len() > 5, "there are no rows")?;
    wait_still(browser)?;
    let first = asked(browser)?;
    let ready = browser.script("return Number(document.documentElement.dataset.ready)", &[])?;
    let ready = ready.as_f64().unwrap_or(f64::MAX);
    ensure(!first.is_empty(), "no text was asked for")?;
    ensure(first.iter().all(|(_, here)| *here > ready), "the first result waited for a text")?;
    ensure(first.len() < 12, &format!("the first page asked for {} parts", first.len()))?;
    // Each of these costs its own part or none, and once.
    let mut parts = first.len();
    for id in [3, 60, 130] {
        go(browser, &format!("#/?article=a{id:03}"))?;
        wait_open(browser, id)?;
        wait_still(browser)?;
        let now = asked(browser)?.len();
        ensure(now <= parts + 1, &format!("an article cost {} parts", now - parts))?;
        parts = now;
    }
    ensure(parts > first.len(), "no article needed a part of its own")?;
    go(browser, "#/?article=a003")?;
    wait_open(browser, 3)?;
    let mut names: Vec<String> = asked(browser)?.into_iter().map(|(name, _)| name).collect();
    names.sort();
    let all = names.len();
    names.dedup();
    ensure(names.len() == all && all == parts, "a part was fetched twice")?;
    // Loaded anew, what was seen comes from the browser's store: that of WebKitGTK's driver lasts while somebody holds it.
    wait_worker(browser)?;
    browser.reload()?;
    browser.wait_ready()?;
    wait_open(browser, 3)?;
    wait_still(browser)?;
    let again: Vec<String> = asked(browser)?.into_iter().map(|(name, _)| name).collect();
    ensure(again.is_empty(), &format!("parts that were kept were fetched again: {}", again.join(", ")))?;
    quiet(browser)
}

/// A phrase says in how many articles it isn't checked until their texts are here.
pub fn phrases_are_checked(browser: &Browser, _: &Target) -> Result<()> {
    let address = address(browser, "APART")?;
    browser.open(&format!("{address}#/"))?;
    browser.wait_ready()?;
    browser.press("/")?;
    browser.press("\"kepada wartawan\"")?;
    browser.wait("the phrase is checked in all articles", |b| {
        let count = b.find(".count strong")?.text()?;
        Ok(count.contains(&ARTICLES.to_string()) && b.all(".unchecked")?.is_empty())
    })?;
    wait_still(browser)?;
    quiet(browser)
}

/// A part that stays away, and one that isn't what was packed, are told; all else goes on.
pub fn harmed(browser: &Browser, _: &Target) -> Result<()> {
    let address = address(browser, "HARMED")?;
    browser.open(&format!("{address}#/?article=a000"))?;
    browser.wait_ready()?;
    let told = |what: &'static str, part: &'static str| {
        browser.wait(what, move |b| {
            let line =
                b.script("return document.querySelector('.texts:not([hidden])')?.textContent ?? ''", &[])?;
            Ok(line.as_str().is_some_and(|line| line.contains(part) && line.contains("/texts/")))
        })
    };
    told("a missing part is told", "404")?;
    browser.wait("the article says that its text isn't here", |b| {
        Ok(b.script("return document.querySelector('.awaited [role=status]')?.textContent ?? ''", &[])?
            .as_str()
            .is_some_and(|text| text.contains("tidak dapat") || text.contains("could not")))
    })?;
    go(browser, "#/?article=a290")?;
    wait_open(browser, 290)?;
    go(browser, &format!("#/?article=a{}", ARTICLES / 2))?;
    browser.wait("the article of the changed part waits", |b| {
        Ok(b.all(".awaited[aria-busy=false]")?.len() == 1)
    })?;
    // Tried again by keyboard, the missing one is still missing.
    browser.script("document.querySelector('.texts button').focus()", &[])?;
    browser.press("\u{e007}")?;
    told("it is told again", "404")?;
    go(browser, "#/?q=beras&article=a290")?;
    wait_open(browser, 290)?;
    browser.wait("filters go on", |b| Ok(b.all(".card mark.hit")?.len() > 1))
}

/// Without a network what was read opens, and what wasn't is told and comes by itself when the network does.
pub fn unplugged(browser: &Browser, _: &Target) -> Result<()> {
    let address = address(browser, "APART")?;
    let network = |offline: bool| {
        let how = json!({"offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1});
        browser.devtools("Network.emulateNetworkConditions", &how).map(drop)
    };
    browser.devtools("Network.enable", &json!({}))?;
    browser.open(&format!("{address}#/?article=a003"))?;
    browser.wait_ready()?;
    wait_open(browser, 3)?;
    wait_still(browser)?;
    wait_worker(browser)?;
    network(true)?;
    browser.reload()?;
    let seen = browser.wait_ready().and_then(|()| wait_open(browser, 3));
    // The worker's own requests know nothing of the emulation.
    browser.script(
        "window.asWas = fetch; window.fetch = () => Promise.reject(new TypeError('unplugged'))",
        &[],
    )?;
    let unseen = go(browser, "#/?article=a100")
        .and_then(|()| browser.wait("it is told", |b| Ok(b.all(".texts:not([hidden]) button")?.len() == 1)));
    browser.script("window.fetch = window.asWas", &[])?;
    network(false)?;
    seen?;
    unseen?;
    // A page that was loaded while the network was emulated away isn't told by every version that it is back.
    browser.script("dispatchEvent(new Event('online'))", &[])?;
    wait_open(browser, 100)
}
