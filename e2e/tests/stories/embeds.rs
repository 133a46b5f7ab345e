//! The explorer inside somebody else's page (`examples/intranet`): twice as an element, once in a sandboxed iframe.

use crate::{access, ensure, quiet};
use serde_json::json;
use sorot_e2e::{Browser, Engine, Result, Target, keys};

/// Opens the page and waits until both elements and the frame have told that they stand.
pub fn open(browser: &Browser, target: &Target, more: &str) -> Result<()> {
    browser.open(&format!("{}{more}", target.address("")))?;
    for who in ["first", "second", "frame"] {
        told(browser, &format!("{who}: ready"))?;
    }
    Ok(())
}

/// Waits until the page has heard something.
fn told(browser: &Browser, what: &str) -> Result<()> {
    let lines = "return [...document.querySelectorAll('#log li')].some((line) => line.textContent.startsWith(arguments[0]))";
    browser.wait(&format!("the page heard “{what}”"), |b| Ok(b.script(lines, &[json!(what)])? == true))
}

/// Marks an actor that not all articles name: in an element, or on the page itself.
const PICK: &str = "const root = document.querySelector(arguments[0])?.shadowRoot ?? document; \
    [...root.querySelectorAll('.facets button.facet')] \
      .find((facet) => !/^5\\/5/.test(facet.nextSibling.textContent)).setAttribute('data-picked', '')";

/// The number of cards that an element draws.
fn cards(browser: &Browser, host: &str) -> Result<u64> {
    let count =
        "return document.querySelector(arguments[0]).shadowRoot?.querySelectorAll('.list .card').length ?? 0";
    Ok(browser.script(count, &[json!(host)])?.as_u64().unwrap_or(0))
}

fn wait_cards(browser: &Browser, host: &str, wanted: u64) -> Result<()> {
    browser.wait(&format!("{host} lists {wanted}"), |b| Ok(cards(b, host)? == wanted))
}

/// Neither the page's style nor the other element changes one; nor they the page.
pub fn two_live_apart(browser: &Browser, target: &Target) -> Result<()> {
    let before = "return [getComputedStyle(document.querySelector('#rapat p')).fontSize, \
        document.documentElement.lang, document.documentElement.dataset.theme ?? null, \
        Object.keys(window).filter((name) => /sorot/i.test(name)).length]";
    open(browser, target, "")?;
    let now = browser.script(before, &[])?;
    ensure(now == json!(["17px", "id", null, 0]), &format!("the explorer changed the page: {now}"))?;
    let (all, april) = (cards(browser, "#first")?, cards(browser, "#second")?);
    ensure(all == 5 && april > 0 && april < 5, &format!("{all} and {april} articles are listed"))?;
    let look = "const root = document.querySelector(arguments[0]).shadowRoot; \
        const of = (css) => getComputedStyle(root.querySelector(css)); \
        const card = of('.card'), brand = of('.brand'), button = of('.menu-button'); \
        return [card.display !== 'none', card.float, brand.letterSpacing, brand.textTransform, of('.sorot').fontSize, \
          of('.sorot').direction, button.borderTopWidth, of('.sorot').textIndent]";
    let inside = browser.script(look, &[json!("#first")])?;
    ensure(
        inside == json!([true, "none", "0.2px", "none", "14px", "ltr", "1px", "0px"]),
        &format!("the page's style leaks in: {inside}"),
    )?;
    // What the page may set comes in.
    let accent = "const root = document.querySelector(arguments[0]).shadowRoot.querySelector('.sorot'); \
        return getComputedStyle(root).getPropertyValue('--accent').includes('7a1030')";
    ensure(
        browser.script(accent, &[json!("#second")])? == true,
        "--sorot-accent doesn't reach the explorer",
    )?;
    ensure(
        browser.script(accent, &[json!("#first")])? == false,
        "--sorot-accent reaches the other explorer",
    )?;
    let address = browser.address()?;
    // In this width the actors are a drawer.
    browser.within("#first", ".drawer-button")?.click()?;
    browser.script(PICK, &[json!("#first")])?;
    browser.within("#first", "[data-picked]")?.click()?;
    told(browser, "first: select")?;
    browser.wait("the first narrows", |b| Ok(cards(b, "#first")? < 5))?;
    ensure(cards(browser, "#second")? == april, "the other element narrowed, too")?;
    ensure(browser.address()? == address, "the page's address was written")?;
    // A card opens inside the element, stays at a click into it, closes at one beside it.
    browser.within("#first", ".facet-card")?.click()?;
    browser.within("#first", ".card-pop")?;
    browser.within("#first", ".card-pop h3")?.click()?;
    browser.within("#first", ".card-pop")?;
    browser.click("#rapat h2")?;
    let gone = "return document.querySelector('#first').shadowRoot.querySelector('.card-pop') === null";
    browser.wait("the card closes", |b| Ok(b.script(gone, &[])? == true))?;
    quiet(browser)
}

/// Keys act in the element that has the focus, and nowhere else.
pub fn by_keyboard(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, "")?;
    let focus = "const host = document.activeElement; \
        return [host?.id ?? '', host?.shadowRoot?.activeElement?.id ?? '']";
    browser.press("/")?;
    let outside = browser.script(focus, &[])?;
    ensure(outside[1] == "", &format!("a key of the page acted: {outside}"))?;
    browser.script("document.querySelector('#first').shadowRoot.querySelector('.sorot').focus()", &[])?;
    browser.press("/")?;
    browser.wait("the search field has the focus", |b| {
        Ok(b.script(focus, &[])? == json!(["first", "sorot-search"]))
    })?;
    browser.press("Putin")?;
    told(browser, "first: select")?;
    browser.press(keys::DOWN)?;
    let card = "return document.activeElement?.shadowRoot?.activeElement?.className ?? ''";
    browser.wait("the first card has the focus", |b| Ok(b.script(card, &[])? == "card-open"))?;
    // Under its driver Firefox activates no button inside any shadow root by Enter; the explorer's own key does.
    browser.press(if browser.engine() == Engine::Firefox { "o" } else { keys::ENTER })?;
    told(browser, "first: open")?;
    let reads = "return document.querySelector(arguments[0]).shadowRoot.querySelector('.story') !== null";
    browser.wait("the article is open", |b| Ok(b.script(reads, &[json!("#first")])? == true))?;
    ensure(browser.script(reads, &[json!("#second")])? == false, "the other element opened it, too")?;
    // A dialog of the element keeps the focus and closes at Escape.
    browser.press("?")?;
    let dialog = "return document.querySelector('#first').shadowRoot.querySelector('dialog[open]') !== null";
    browser.wait("the keys are told", |b| Ok(b.script(dialog, &[])? == true))?;
    browser.press(keys::ESCAPE)?;
    browser.wait("the sheet closes", |b| Ok(b.script(dialog, &[])? == false))?;
    quiet(browser)
}

/// What is corrected in one element holds in the other; where nothing may be stored, too.
pub fn follow_each_other(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, "")?;
    let correct = |host: &str, who: &str| {
        browser.script_async(
            "const element = document.querySelector(own[0]); const { ids } = await element.select({ actor: own[1] }); \
             await element.open(ids[0])",
            &[json!(host), json!(who)],
        )?;
        browser.within(host, ".story .body mark.asked")?;
        browser.script(
            "document.querySelector(arguments[0]).shadowRoot.querySelector('.story .body mark.asked').click()",
            &[json!(host)],
        )?;
        browser.within(host, ".card-pop > details.correct > summary")?.click()?;
        browser.within(host, ".card-pop > details.correct > .btn.wide")?.click()
    };
    let both = |wanted: &str| -> Result<()> {
        let counted = "return ['#first', '#second'].map((host) => document.querySelector(host).shadowRoot \
            .querySelector('.corrections-button .badge')?.textContent ?? '')";
        let mut told = json!(null);
        let held = browser.wait("both elements hold the corrections", |b| {
            told = b.script(counted, &[])?;
            Ok(told == json!([wanted, wanted]))
        });
        held.map_err(|fault| format!("{fault} They count {told}.").into())
    };
    correct("#first", "vladimir-putin")?;
    both("1")?;
    browser.script(
        "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError') }",
        &[],
    )?;
    correct("#second", "steve-witkoff")?;
    both("2")?;
    quiet(browser)
}

/// What a page's own script can do, and what it hears.
pub fn methods_and_events(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, "")?;
    let answer = browser.script_async(
        "return await document.getElementById('first').select({ actor: 'vladimir-putin', from: '2025-04-01' })",
        &[],
    )?;
    let total = answer["total"].as_u64().unwrap_or(0);
    let ids = answer["ids"].as_array().map_or(0, Vec::len) as u64;
    ensure(total > 0 && total < 5 && total == ids, &format!("the answer is odd: {answer}"))?;
    ensure(
        answer["facets"][0]["slug"].is_string() && answer["histogram"][0]["from"].is_string(),
        "facets or histogram are missing",
    )?;
    wait_cards(browser, "#first", total)?;
    let id = answer["ids"][0].clone();
    browser.script_async("await document.getElementById('first').open(own[0])", std::slice::from_ref(&id))?;
    told(browser, "first: open")?;
    let state = browser.script_async("return await document.getElementById('first').getState()", &[])?;
    ensure(
        state["article"] == id
            && state["total"] == total
            && state["state"].as_str().unwrap_or("").contains("vladimir-putin"),
        &format!("the state is odd: {state}"),
    )?;
    // Properties reflect, and what they change shows.
    let reflected = browser.script(
        "const e = document.getElementById('first'); e.actor = ''; e.from = '2025-01-01'; e.from = null; e.lang = 'en'; e.readOnly = true; \
         return [e.getAttribute('actor'), e.hasAttribute('from'), e.hasAttribute('read-only')]",
        &[],
    )?;
    ensure(reflected == json!(["", false, true]), &format!("properties don't reflect: {reflected}"))?;
    wait_cards(browser, "#first", 5)?;
    let said = "const root = document.querySelector('#first').shadowRoot.querySelector('.sorot'); \
        return root.lang === 'en' && getComputedStyle(root.querySelector('.corrections-button')).display === 'none'";
    browser.wait("language and read-only follow", |b| Ok(b.script(said, &[])? == true))?;
    // What isn't understood is an event; what can't be read is a rejection that says what to do.
    browser.script("document.getElementById('first').from = 'yesterday'", &[])?;
    told(browser, "first: error")?;
    let refused = browser.script_async(
        "return await document.getElementById('first').load({ id: 'a', body: 'x' }).catch((error) => error.message)",
        &[],
    )?;
    ensure(
        refused.as_str().unwrap_or("").contains("`load` takes a bundle"),
        &format!("something else is answered by {refused}"),
    )?;
    // Articles that the page has are read on the page.
    let empty = browser.script_async(
        "return await document.getElementById('first').load([{ title: 'Kosong', text: '' }]).catch((error) => error.message)",
        &[],
    )?;
    ensure(
        empty.as_str().unwrap_or("").contains("No article could be read"),
        &format!("an empty article is answered by {empty}"),
    )?;
    browser.script_async(
        "await document.getElementById('first').load([ \
           { title: 'Jembatan dibuka', text: 'Wali Kota Rina Hartati membuka jembatan pada Senin (3/3/2025).' }, \
           { title: 'Pasar direnovasi', text: 'Gubernur Dedi Santoso meninjau pasar itu kemarin.', date: '2025-03-05' }])",
        &[],
    )?;
    wait_cards(browser, "#first", 2)?;
    let named = "return document.querySelector('#first').shadowRoot.querySelector('.facets').textContent.includes('Rina Hartati')";
    browser.wait("who acts in them is told", |b| Ok(b.script(named, &[])? == true))?;
    // The same bundle once more, as a page would hand it over.
    browser.script_async(
        "const name = performance.getEntriesByType('resource').map((e) => e.name).find((n) => n.endsWith('.sorot')); \
         await document.getElementById('first').load(await fetch(name))",
        &[],
    )?;
    browser.wait("the bundle stands", |b| Ok(cards(b, "#first")? == 5))?;
    quiet(browser)
}

/// `sync-url` writes its own key when the hand rests, and leaves all else as it was.
pub fn own_key_only(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, "?seite=1&b=%20x#arsip")?;
    browser.script("window.writes = 0; const r = history.replaceState; history.replaceState = function (...a) { writes++; return r.apply(this, a); }", &[])?;
    browser.script_async(
        "const e = document.getElementById('second'); \
         for (let day = 1; day < 28; day++) await e.select({ from: `2025-04-${String(day).padStart(2, '0')}` })",
        &[],
    )?;
    let search = "return location.search + location.hash";
    browser.wait("the address follows", |b| {
        Ok(b.script(search, &[])?.as_str().unwrap_or("").contains("sorot-second"))
    })?;
    let now = browser.script(search, &[])?;
    ensure(
        now == "?seite=1&b=%20x&sorot-second=from%3D2025-04-27#arsip",
        &format!("the page's address became {now}"),
    )?;
    let writes = browser.script("return window.writes", &[])?;
    ensure(writes.as_u64().is_some_and(|n| n <= 3), &format!("27 changes were written {writes} times"))?;
    browser.script_async("await document.getElementById('first').select({ from: '2025-05-01' })", &[])?;
    browser.reload()?;
    told(browser, "second: ready {\"state\":\"#/?from=2025-04-27\"")?;
    told(browser, "first: ready {\"state\":\"#/\"")?;
    quiet(browser)
}

/// Mounted, changed a thousand times, destroyed: nothing listens and nothing is held.
pub fn leaves_nothing(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, "")?;
    // The first of all takes what stays with the program.
    let live = "const element = document.createElement('sorot-explorer'); \
        element.setAttribute('height', '500'); document.querySelector('main').prepend(element); \
        await new Promise((ready) => element.addEventListener('sorot-ready', ready, { once: true })); \
        const settle = () => new Promise((go) => setTimeout(go)); \
        for (let n = 0; n < own[0]; n++) { \
          element.actor = n % 2 ? 'vladimir-putin' : ''; element.from = n % 3 ? '2025-04-01' : null; \
          element.theme = n % 5 ? 'dark' : 'light'; if (n % 10 === 0) await settle(); else await null; \
        } \
        await settle(); element.remove(); await settle(); await settle();";
    browser.script_async(live, &[json!(20)])?;
    let listeners = "return listeners()";
    let (before, held) = (browser.script(listeners, &[])?, heap(browser)?);
    browser.script_async(live, &[json!(1000)])?;
    let (after, holds) = (browser.script(listeners, &[])?, heap(browser)?);
    ensure(before == after, &format!("{before} listeners became {after}"))?;
    if let (Some(held), Some(holds)) = (held, holds) {
        println!("  listeners {before} → {after}, heap {} → {} kB", held / 1000, holds / 1000);
        ensure(holds < held + 1_500_000, &format!("the page holds {held} bytes, then {holds}"))?;
    }
    quiet(browser)
}

/// Bytes that the page's scripts hold, where an engine tells.
fn heap(browser: &Browser) -> Result<Option<u64>> {
    if browser.engine() != Engine::Chromium {
        return Ok(None);
    }
    browser.devtools("HeapProfiler.collectGarbage", &json!({}))?;
    let usage = browser.devtools_answer("Runtime.getHeapUsage", &json!({}))?;
    Ok(usage["usedSize"].as_f64().map(|bytes| bytes as u64))
}

/// An opaque origin: no store, no way to the network; said once, and everything else works.
pub fn sandboxed(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, "")?;
    // A click must lie in the window.
    browser.script("document.getElementById('frame').scrollIntoView()", &[])?;
    browser.enter_frame("#frame")?;
    let origin = browser.script("return self.origin", &[])?;
    ensure(origin == "null", &format!("the frame has the origin {origin}"))?;
    let kept =
        browser.script("try { return localStorage.length } catch (error) { return error.name }", &[])?;
    ensure(kept == "SecurityError", &format!("the frame has a store: {kept}"))?;
    browser.find(".notices .notice.quiet")?;
    browser.wait("the view asked for stands", |b| Ok(b.all(".tabs [aria-selected=true]")?.len() == 1))?;
    ensure(browser.all(".list .card")?.len() == 5, "not all articles are there")?;
    browser.click(".drawer-button")?;
    browser.find(".sorot[data-drawer=true] .facets button.facet")?;
    browser.script(PICK, &[json!(null)])?;
    browser.click("[data-picked]")?;
    browser.wait("the list narrows", |b| Ok(b.all(".list .card")?.len() < 5))?;
    browser.press(keys::ESCAPE)?;
    browser.click(".list .card-open")?;
    browser.find(".story .title")?;
    // By keyboard: the sheet of keys opens and closes.
    browser.press("?")?;
    browser.find("dialog[open]")?;
    browser.press(keys::ESCAPE)?;
    browser.wait("the sheet closes", |b| Ok(b.all("dialog[open]")?.is_empty()))?;
    browser.leave_frame()?;
    quiet(browser)
}

/// Messages of version 1, from the page around it only.
pub fn messages(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, "")?;
    // A browser lays out no frame of a sandbox that nobody sees.
    browser.script("document.getElementById('frame').scrollIntoView()", &[])?;
    // It tells its height, and the page follows.
    let follows = "return /^\\d+px$/.test(document.getElementById('frame').style.height)";
    browser.wait("the frame has its height", |b| Ok(b.script(follows, &[])? == true))?;
    let ask = "const frame = document.getElementById('frame').contentWindow; \
        const heard = new Promise((done) => addEventListener('message', function hear({ source, data }) { \
          if (source === frame && data.id === own[0].id) { removeEventListener('message', hear); done(data); } })); \
        frame.postMessage(own[0], '*'); return await heard";
    let answer = browser.script_async(
        ask,
        &[json!({"sorot": 1, "id": 7, "type": "select", "query": "#/?actor=vladimir-putin"})],
    )?;
    let total = answer["answer"]["total"].as_u64().unwrap_or(0);
    ensure(answer["type"] == "answer" && total > 0, &format!("the answer is odd: {answer}"))?;
    told(browser, "frame: select")?;
    for odd in [
        json!({"sorot": 2, "id": 8, "type": "select", "query": "#/"}),
        json!({"sorot": 1, "id": 8, "type": "constructor"}),
        json!({"sorot": 1, "id": 8, "type": "select", "query": 7}),
        json!({"sorot": 1, "id": 8, "type": "load", "pack": "x"}),
    ] {
        let answer = browser.script_async(ask, std::slice::from_ref(&odd))?;
        ensure(answer["type"] == "error", &format!("{odd} was answered by {answer}"))?;
    }
    // What many content systems understand.
    let amp = "return await new Promise((done) => { addEventListener('message', ({ data }) => \
        data?.sentinel === 'amp' && data.type === 'embed-size' && data.height > 0 && done(true)); \
        document.getElementById('frame').style.width = '500px'; })";
    ensure(browser.script_async(amp, &[])? == true, "AMP's message is missing")?;
    // From another window than the one around it: nothing.
    browser.enter_frame("#frame")?;
    browser.script(
        "postMessage({ sorot: 1, id: 9, type: 'select', query: '#/?q=nobody-says-this' }, '*')",
        &[],
    )?;
    browser.script_async("await new Promise((go) => { addEventListener('message', go, { once: true }); postMessage('done', '*'); })", &[])?;
    let listed = browser.all(".list .card")?.len() as u64;
    ensure(listed == total, &format!("a stranger was heard: {listed} articles are listed, not {total}"))?;
    browser.leave_frame()?;
    quiet(browser)
}

/// What a machine can check of accessibility, in both elements and the frame, wide and narrow.
pub fn clean(browser: &Browser, target: &Target) -> Result<()> {
    let mut faults = Vec::new();
    for (width, height) in [(1280, 800), (390, 844)] {
        browser.resize(width, height)?;
        open(browser, target, "")?;
        for host in ["#first", "#second"] {
            faults.extend(access::clean_within(browser, host, &format!("{width} px, {host}"))?);
        }
        browser.script_async(
            "const first = document.getElementById('first'); \
             const { ids } = await first.select({ actor: 'vladimir-putin' }); await first.open(ids[0])",
            &[],
        )?;
        browser.within("#first", "article.story .body mark")?;
        faults.extend(access::clean_within(browser, "#first", &format!("{width} px, an open article"))?);
        browser.script("document.getElementById('frame').scrollIntoView()", &[])?;
        browser.enter_frame("#frame")?;
        faults.extend(access::clean_in_both(browser, &format!("{width} px, the frame"))?);
        browser.leave_frame()?;
    }
    if faults.is_empty() { quiet(browser) } else { Err(faults.join("\n  ").into()) }
}

/// As it ships, nobody's script reaches into an element, and its page has one name more: the element's.
pub fn closed(browser: &Browser, target: &Target) -> Result<()> {
    browser.open(&target.address(""))?;
    browser.wait_ready()?;
    let found = browser.script_async(
        "const before = new Set(Object.getOwnPropertyNames(window)); \
         await import(new URL('sorot-explorer.js', location.href.split('#')[0])); \
         const element = document.createElement('sorot-explorer'); \
         const ready = new Promise((done) => element.addEventListener('sorot-ready', done, { once: true })); \
         document.body.append(element); await ready; \
         const found = [element.shadowRoot, element.internals ?? null, \
           Object.getOwnPropertyNames(window).filter((name) => !before.has(name)), element.offsetHeight > 100]; \
         element.remove(); return found",
        &[],
    )?;
    ensure(found == json!([null, null, [], true]), &format!("the element is open: {found}"))?;
    quiet(browser)
}
