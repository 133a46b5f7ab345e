//! `cargo xtask bench --classes page`: from a key to what stands on the page, on the release build in Chromium, with
//! the bench's corpus in place of the articles.

use crate::browsers;
use crate::failure::{At, Failure, Result};
use crate::repo;
use crate::run::{note, step};
use crate::serve::Site;
use sorot_e2e::{Browser, Engine, keys};
use std::fs;
use std::path::{Path, PathBuf};

/// What is typed, key by key, and taken back.
const PHRASES: &[&str] = &["perdamaian", "gencatan senjata", "presiden putin", "menteri luar negeri"];
/// Presses by the driver, for the browser's own count of how long a reader waits (INP).
const PRESSED: &str = "presiden rusia";

/// Counts what holds the page up from now on: tasks over 50 ms, and how long interactions take until painted, in
/// steps of 8 ms. Those under 16 ms aren't told and count as 8.
const OBSERVE: &str = "window.tasks = []; window.waits = new Map(); \
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map((e) => e.duration))) \
      .observe({ type: 'longtask' }); \
    new PerformanceObserver((list) => { for (const e of list.getEntries()) \
        if (e.interactionId && e.duration > (waits.get(e.interactionId)?.[0] ?? 0)) \
          waits.set(e.interactionId, [e.duration, e.name]); }) \
      .observe({ type: 'event', durationThreshold: 16 });";

/// What a measured step needs. `drawn` ends once the program has written the page, which it does in microtasks: a task
/// would let the browser paint in between.
const STEPS: &str = "const drawn = async () => { for (let n = 0; n < 300; n++) await null; }; \
    const rest = () => new Promise((go) => setTimeout(go, 60)); \
    const timed = async (act, seen) => { \
      await rest(); \
      const begun = performance.now(); \
      act(); await drawn(); \
      const written = performance.now(); \
      document.body.getBoundingClientRect(); document.querySelector(seen).offsetHeight; \
      return [written - begun, performance.now() - begun]; \
    }; ";

/// Types the phrases and gives back ms of each key: until the page is written, and until it is laid out, too. Warmed up,
/// and the better of two, as the hand-written page is measured that this one is held against.
const TYPE: &str = "const field = document.querySelector('#sorot-search'); \
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set; \
    const type = (text) => { set.call(field, text); field.dispatchEvent(new InputEvent('input', { bubbles: true })); }; \
    const all = own[0], keys = [...all, ...all].map((_, i) => all.slice(0, i < all.length ? i + 1 : 2 * all.length - i - 1)); \
    for (const text of keys.slice(0, 20)) await timed(() => type(text), '.list'); \
    const times = []; \
    for (const [at, text] of keys.entries()) { \
      let best = [Infinity, Infinity]; \
      for (let n = 0; n < 2; n++) { \
        await timed(() => type(keys[(at + keys.length - 1) % keys.length]), '.list'); \
        const one = await timed(() => type(text), '.list'); \
        if (one[1] < best[1]) best = one; \
      } \
      times.push(best); \
    } \
    type(''); await rest(); \
    return times";

/// Opens cards of the list and gives back ms of each, as typing.
const OPEN: &str = "const times = []; \
    const open = (n) => () => { const cards = document.querySelectorAll('.list .card-open'); cards[n % cards.length].click(); }; \
    for (let n = 0; n < 10; n++) await timed(open(n), '.read'); \
    for (let n = 0; n < 40; n++) { \
      const one = await timed(open(n), '.story'); await timed(open(n + 1), '.story'); const again = await timed(open(n), '.story'); \
      times.push(one[1] < again[1] ? one : again); \
    } \
    return times";

/// Measures the page with each corpus (`corpus/N.pack` in `work`), and takes a picture after a brush.
pub fn run(work: &Path, sizes: &[String]) -> Result<()> {
    if !repo::one_file().is_file() {
        return Err("there is no build to measure: run `cargo xtask build` first.".into());
    }
    let driver = browsers::ready(Engine::Chromium)?;
    step("From a key to the page, in Chromium (ms)");
    note(&format!(
        "{:>7} {:<16} {:>12} {:>12} {:>14} {:>14} {:>5}",
        "", "", "written p50", "written p95", "laid out p50", "laid out p95", "n"
    ));
    for size in sizes {
        let folder = lay(work, size)?;
        let site = Site::open(&folder, "/", None)?;
        let sentence = |fault: sorot_e2e::Fault| Failure::from(fault.to_string());
        let browser = Browser::start_with(Engine::Chromium, &driver).map_err(sentence)?;
        measure(&browser, &site.address, size, work).map_err(sentence)?;
    }
    Ok(())
}

/// A copy of the build whose articles are the corpus.
fn lay(work: &Path, size: &str) -> Result<PathBuf> {
    let to = work.join(format!("page-{size}"));
    if to.exists() {
        fs::remove_dir_all(&to).at("clear", &to)?;
    }
    fs::create_dir_all(&to).at("create", &to)?;
    let dist = repo::dist();
    for entry in fs::read_dir(&dist).at("read", &dist)?.flatten() {
        let name = entry.file_name();
        let is_pack = entry.path().extension().is_some_and(|kind| kind == "sorot");
        let from = if is_pack { work.join(format!("corpus/{size}.pack")) } else { entry.path() };
        fs::copy(&from, to.join(name)).at("copy", &from)?;
    }
    Ok(to)
}

fn measure(browser: &Browser, address: &str, size: &str, work: &Path) -> sorot_e2e::Result<()> {
    browser.resize(1440, 900)?;
    browser.open(address)?;
    browser.wait_ready()?;
    let ready = browser.script("return Number(document.documentElement.dataset.ready)", &[])?;
    browser.script(OBSERVE, &[])?;
    let table = |name: &str, times: &serde_json::Value| {
        let [written, laid] = [0, 1].map(|part| {
            let mut times: Vec<f64> =
                times.as_array().into_iter().flatten().filter_map(|pair| pair[part].as_f64()).collect();
            times.sort_by(f64::total_cmp);
            times
        });
        let at =
            |times: &[f64], percent: usize| times.get(times.len() * percent / 100).copied().unwrap_or(0.0);
        note(&format!(
            "{size:>7} {name:<16} {:>12.2} {:>12.2} {:>14.2} {:>14.2} {:>5}",
            at(&written, 50),
            at(&written, 95),
            at(&laid, 50),
            at(&laid, 95),
            written.len()
        ));
    };
    // A phrase a call: a driver waits for a script for half a minute only.
    let mut keys = Vec::new();
    for phrase in PHRASES {
        let times = browser.script_async(&format!("{STEPS}{TYPE}"), &[serde_json::json!(phrase)])?;
        keys.extend(times.as_array().into_iter().flatten().cloned());
    }
    table("a key", &keys.into());
    table("an article opens", &browser.script_async(&format!("{STEPS}{OPEN}"), &[])?);
    let typed = browser.script("return tasks.splice(0)", &[])?;
    browser.click("#sorot-search")?;
    for key in PRESSED.chars() {
        browser.press(&key.to_string())?;
    }
    for _ in PRESSED.chars() {
        browser.press(keys::BACKSPACE)?;
    }
    // A brush of the whole axis to its middle, over the bars.
    let strip = browser.script(
        "const box = document.querySelector('.strip svg, .strip').getBoundingClientRect(); \
         return [box.left, box.top, box.width, box.height]",
        &[],
    )?;
    let at = |part: usize| strip[part].as_f64().unwrap_or(0.0);
    let places: Vec<(f64, f64)> =
        (0..=40).map(|n| (at(0) + at(2) * (0.3 + 0.4 * f64::from(n) / 40.0), at(1) + at(3) / 2.0)).collect();
    browser.press_mouse(&places)?;
    browser.release_mouse()?;
    // Whatever waits for the hand to rest has its time.
    browser.script_async("await new Promise((go) => setTimeout(go, 800))", &[])?;
    let picture = work.join(format!("page-{size}.png"));
    browser.screenshot(&picture)?;
    let told = browser.script(
        "return [[...waits.values()].sort((a, b) => a[0] - b[0]), tasks, performance.memory?.usedJSHeapSize ?? null]",
        &[],
    )?;
    note(&format!("{size:>7} ready after {ready} ms; tasks over 50 ms while typing by script: {typed}"));
    note(&format!(
        "{size:>7} interactions of 16 ms and more: {} of {}; tasks over 50 ms: {}; picture: {}",
        told[0].as_array().map_or_else(String::new, |all| all
            .iter()
            .map(waited)
            .collect::<Vec<_>>()
            .join(" ")),
        2 * PRESSED.len() + 2,
        told[1],
        picture.display()
    ));
    Ok(())
}

/// How long an interaction took, and of longer ones what it was.
fn waited(one: &serde_json::Value) -> String {
    match one[0].as_f64().unwrap_or(0.0) {
        short if short <= 50.0 => short.to_string(),
        long => format!("{long} ({})", one[1].as_str().unwrap_or("")),
    }
}
