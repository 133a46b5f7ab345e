//! The served page without a network, and when a new build lies on the server.

use crate::{ensure, open};
use serde_json::json;
use sorot_e2e::{Browser, Result, Target};

/// Waits until the page is kept for a reader without a network.
pub fn wait_worker(browser: &Browser) -> Result<()> {
    browser.wait("the worker keeps the build", |b| {
        let state = b.script("return navigator.serviceWorker.controller?.state ?? ''", &[])?;
        Ok(state == "activated")
    })
}

/// Once opened, the page opens again with the network unplugged.
pub fn opens_unplugged(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, "#/")?;
    wait_worker(browser)?;
    let offline = json!({"offline": true, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1});
    browser.devtools("Network.enable", &json!({}))?;
    browser.devtools("Network.emulateNetworkConditions", &offline)?;
    browser.reload()?;
    let opened = browser.wait_ready();
    let online = json!({"offline": false, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1});
    browser.devtools("Network.emulateNetworkConditions", &online)?;
    opened?;
    ensure(browser.all(".card")?.len() == 5, "not all articles are there without a network")
}

/// Another build is told of, and taken only when the reader says so. In Chromium, by the tools that it alone has:
/// Firefox under its driver now and then never lets the waiting worker take over.
pub fn new_build_waits(browser: &Browser, target: &Target) -> Result<()> {
    browser.devtools("Network.enable", &json!({}))?;
    open(browser, target, "#/")?;
    wait_worker(browser)?;
    // To the browser another address is another worker, as another build's would be.
    browser.script("navigator.serviceWorker.register('worker.js?next')", &[])?;
    browser.wait("the page tells of it", |b| Ok(!b.all(".new-version button")?.is_empty()))?;
    ensure(browser.all(".card")?.len() == 5, "the page changed by itself")?;
    browser.script("window.__old = true", &[])?;
    browser.find(".new-version button")?.click()?;
    browser.wait("the next build is here", |b| {
        Ok(b.script(
            "return window.__old === undefined && document.querySelectorAll('.card').length === 5",
            &[],
        )? == true)
    })
}
