//! Opening the explorer, and what a reader sees when it cannot open.

use crate::{ensure, open, quiet};
use sorot_e2e::{Browser, Fault, Result, Target};
use std::path::{Path, PathBuf};

pub fn appears(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, "")?;
    browser.by_role("heading", "Sorot")?;
    quiet(browser)?;
    // The very files that are shipped, where no recorder stands before them.
    browser.open(&shipped(target)?.address(""))?;
    browser.wait_ready()
}

/// What is opened, as the build left it.
fn shipped(target: &Target) -> Result<Target> {
    let missing = |_| Fault::from("nothing says what the build left.");
    match target {
        Target::Served(_) => std::env::var("SOROT_E2E_SERVED").map(Target::Served).map_err(missing),
        _ => std::env::var("SOROT_E2E_FILE").map(|p| Target::File(p.into())).map_err(missing),
    }
}

pub fn fits_narrow(browser: &Browser, target: &Target) -> Result<()> {
    browser.resize(320, 640)?;
    open(browser, target, "")?;
    let width = browser.script("return document.documentElement.scrollWidth", &[])?;
    ensure(
        width.as_u64().is_some_and(|width| width <= 320),
        &format!("at 320 px the page is {width} px wide"),
    )?;
    quiet(browser)
}

/// Without the newest decoder, without hashes, with a store that throws.
pub fn older(browser: &Browser, target: &Target) -> Result<()> {
    browser.before_page(
        "delete Uint8Array.fromBase64;\
         Object.defineProperty(crypto, 'subtle', { value: undefined });\
         const refuse = { get() { throw new DOMException('no', 'SecurityError') } };\
         Object.defineProperty(window, 'localStorage', refuse);\
         Object.defineProperty(window, 'sessionStorage', refuse);",
    )?;
    open(browser, target, "")?;
    quiet(browser)
}

pub fn no_script(browser: &Browser, target: &Target) -> Result<()> {
    let off = serde_json::json!({ "value": true });
    browser.devtools("Emulation.setScriptExecutionDisabled", &off)?;
    browser.open(&target.address(""))?;
    let titles = browser.all("#sorot li")?;
    ensure(!titles.is_empty(), "there is no list of articles")?;
    ensure(!titles[0].text()?.is_empty(), "the list cannot be seen")
}

pub fn missing(browser: &Browser, target: &Target) -> Result<()> {
    browser.devtools("Network.enable", &serde_json::json!({}))?;
    let blocked = serde_json::json!({ "urls": ["*.sorot"] });
    browser.devtools("Network.setBlockedURLs", &blocked)?;
    browser.open(&target.address(""))?;
    browser.wait("the page says that something is missing", |browser| {
        let text = browser.text()?;
        Ok(text.contains("tidak dapat dimuat") || text.contains("could not be loaded"))
    })
}

pub fn file_served(browser: &Browser, target: &Target) -> Result<()> {
    browser.open(&format!("{}sorot.html", target.address("")))?;
    browser.wait_ready()?;
    quiet(browser)
}

pub fn cut_short(browser: &Browser, target: &Target) -> Result<()> {
    refuses(browser, target, "cut", |html| {
        let end = html.rfind("data-payload").unwrap_or(0) + 1000;
        html[..end].to_owned()
    })
}

pub fn changed(browser: &Browser, target: &Target) -> Result<()> {
    refuses(browser, target, "changed", |html| {
        let at = html.rfind("data-payload").unwrap_or(0) + 1000;
        let other = if &html[at..=at] == "A" { "B" } else { "A" };
        format!("{}{other}{}", &html[..at], &html[at + 1..])
    })
}

/// A harmed copy of the one file must say that it is damaged.
fn refuses(browser: &Browser, target: &Target, name: &str, harm: impl Fn(&str) -> String) -> Result<()> {
    let html = std::fs::read_to_string(path(target)?).map_err(|error| error.to_string())?;
    let copy = std::env::temp_dir().join(format!("sorot-{}-{name}.html", std::process::id()));
    std::fs::write(&copy, harm(&html)).map_err(|error| error.to_string())?;
    browser.open(&Target::File(copy.clone()).address(""))?;
    let told = browser.wait("the page says that the file is damaged", |browser| {
        let text = browser.text()?;
        Ok(text.contains("rusak") || text.contains("damaged"))
    });
    // Whatever came of it, the copy has done its work.
    let _ = std::fs::remove_file(copy);
    told
}

pub fn wrong_file(browser: &Browser, target: &Target) -> Result<()> {
    let index = path(target)?.with_file_name("index.html");
    browser.open(&Target::File(index).address(""))?;
    let link = browser.find("a[href=\"sorot.html\"]")?;
    link.click()?;
    browser.wait_ready()?;
    let protocol = browser.script("return location.protocol", &[])?;
    ensure(protocol == "file:", "the link left the disk")
}

fn path(target: &Target) -> Result<PathBuf> {
    match target {
        Target::File(path) => Ok(Path::new(path).to_path_buf()),
        _ => Err(Fault::from("this story is about files")),
    }
}
