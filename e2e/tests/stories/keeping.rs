//! What stays on the device: a store that is full, closed, damaged or somebody else's; two tabs; removing all.
//! Group 46 of the attack list (tests/hostile).

use crate::exploring::wait_cards;
use crate::hostile::list::storage::{FOREIGN, SPOILED};
use crate::own::{DROP, MIXED, numbers, taking, wait_bundle, wait_report};
use crate::{ensure, open, quiet};
use serde_json::{Value, json};
use sorot_e2e::{Browser, Engine, Fault, Result, Target};

/// Asks the store of IndexedDB `sorot`; `body` works with the open `store`.
pub fn within(browser: &Browser, body: &str) -> Result<Value> {
    let script = format!(
        "const asked = (request) => new Promise((done, fail) => {{ request.onsuccess = () => done(request.result); \
             request.onerror = () => fail(request.error); request.onblocked = () => fail(new Error('blocked')); }}); \
         const store = await asked(indexedDB.open('sorot')); try {{ {body} }} finally {{ store.close(); }}"
    );
    browser.script_async(&script, &[])
}

/// What the dialog says of what is kept, once it says something.
fn wait_kept(browser: &Browser, words: &str) -> Result<()> {
    let css = ".own-kept p";
    if browser.all(css)?.is_empty() {
        browser.find(".own-button")?.click()?;
    }
    let mut told = Value::Null;
    browser
        .wait("what is kept is told", |b| {
            told =
                b.script("return document.querySelector(arguments[0])?.textContent ?? ''", &[css.into()])?;
            Ok(told.as_str().is_some_and(|told| told.contains(words)))
        })
        .map_err(|fault| format!("{fault} It says {told}, not “{words}”.").into())
}

fn close(browser: &Browser) -> Result<()> {
    browser.press(sorot_e2e::keys::ESCAPE)?;
    browser.wait("the dialog is gone", |b| Ok(b.all("dialog")?.is_empty()))
}

/// Drops `many` files whose numbers begin at `from`, and adds them to what is open.
fn add(browser: &Browser, from: u32, many: u32) -> Result<()> {
    let put = "for (let n = arguments[1]; n < arguments[1] + arguments[2]; n++) put(`berita-${n}.txt`, story(n + 1000));";
    browser.script(&format!("{MIXED}{put}{DROP}"), &[0.into(), from.into(), many.into()])?;
    wait_report(browser, many.into(), 0)?;
    browser.find(".own-add")?.click()
}

/// The same in the other language.
fn in_indonesian(browser: &Browser, words: &str) -> Result<()> {
    close(browser)?;
    browser.click(".lang-button")?;
    wait_kept(browser, words)?;
    close(browser)?;
    browser.click(".lang-button")
}

/// A store that takes no more says so; what is open stays open, and all is kept once there is room.
pub fn full(browser: &Browser, target: &Target) -> Result<()> {
    let target = taking(target);
    open(browser, &target, "#/")?;
    add(browser, 0, 1)?;
    wait_bundle(browser, 6)?;
    browser.script(
        "window.put = IDBObjectStore.prototype.put; IDBObjectStore.prototype.put = function (...values) { \
             if (this.name === 'files') throw new DOMException('no room', 'QuotaExceededError'); \
             return put.apply(this, values); }",
        &[],
    )?;
    add(browser, 1, 2)?;
    wait_bundle(browser, 8)?;
    wait_kept(browser, "The browser's storage is full: articles last until the page is closed.")?;
    in_indonesian(browser, "Ruang penyimpanan peramban penuh")?;
    let kept = "const deal = store.transaction(['sets', 'files']); const [set] = await asked(deal.objectStore('sets').getAll()); \
         return [set.articles, set.rev, (await asked(deal.objectStore('files').getAllKeys())).length]";
    let before = within(browser, kept)?;
    ensure(before == json!([1, 1, 1]), &format!("what could not be kept whole was kept in part: {before}"))?;
    // Room again: what was refused is kept with what comes next.
    browser.script("IDBObjectStore.prototype.put = put", &[])?;
    add(browser, 3, 1)?;
    wait_bundle(browser, 9)?;
    wait_kept(browser, "Kept here: 4 articles, 0.1 MB, nowhere else.")?;
    in_indonesian(browser, "Tersimpan di sini: 4 artikel, 0,1 MB, tidak di tempat lain.")?;
    browser.reload()?;
    wait_bundle(browser, 9)?;
    ensure(within(browser, kept)?[2] == 4, "a file that was refused isn't kept")?;
    quiet(browser)
}

/// The browser's own quota, not a stub: what doesn't fit is told, shown, and kept once there is room.
pub fn quota(browser: &Browser, target: &Target) -> Result<()> {
    if browser.engine() != Engine::Chromium {
        return Err(Fault::lacking("a way to set the quota"));
    }
    let target = taking(target);
    let address = target.address("");
    let origin = match &target {
        Target::File(_) => "file://".to_string(),
        _ => address.split('/').take(3).collect::<Vec<_>>().join("/"),
    };
    let limit = |bytes: u64| {
        let asked = json!({ "origin": origin, "quotaSize": bytes });
        browser.devtools("Storage.overrideQuotaForOrigin", &asked)
    };
    // Before the page asks for its store: Chromium remembers for a while how much room there was.
    limit(12_000_000)?;
    open(browser, &target, "#/")?;
    add(browser, 0, 1)?;
    wait_bundle(browser, 6)?;
    wait_kept(browser, "Kept here: 1 article,")?;
    close(browser)?;
    // An article and a picture of twenty megabytes: what is handed over is kept, read or not.
    let put = "const noise = new Uint8Array(2e7); noise.set([0x89, 0x50, 0x4e, 0x47]); \
         for (let at = 8; at < 2e7; at += 65536) crypto.getRandomValues(noise.subarray(at, Math.min(at + 65536, 2e7))); \
         put('besar.txt', story(7)); put('gambar.png', noise);";
    browser.script(&format!("{MIXED}{put}{DROP}"), &[0.into()])?;
    wait_report(browser, 1, 1)?;
    browser.find(".own-add")?.click()?;
    wait_bundle(browser, 7)?;
    wait_kept(browser, "The browser's storage is full: articles last until the page is closed.")?;
    in_indonesian(browser, "Ruang penyimpanan peramban penuh")?;
    let kept = "const deal = store.transaction(['sets', 'files']); const [set] = await asked(deal.objectStore('sets').getAll()); \
         return [set.articles, (await asked(deal.objectStore('files').getAllKeys())).length]";
    let there = within(browser, kept)?;
    ensure(there == json!([1, 1]), &format!("what was kept before became {there}"))?;
    limit(200_000_000)?;
    add(browser, 3, 1)?;
    wait_bundle(browser, 8)?;
    wait_kept(browser, "Kept here: 3 articles")?;
    browser.reload()?;
    wait_bundle(browser, 8)?;
    ensure(within(browser, kept)?[1] == 4, "a file that was refused isn't kept")?;
    // The browser's own limit again.
    browser.devtools("Storage.overrideQuotaForOrigin", &json!({ "origin": origin }))?;
    quiet(browser)
}

/// A browser that allows no store: articles are shown all the same, and it is said that they go with the page.
pub fn denied(browser: &Browser, target: &Target) -> Result<()> {
    let target = taking(target);
    open(browser, &target, "#/")?;
    browser.script(
        "IDBFactory.prototype.open = () => { throw new DOMException('denied', 'SecurityError') }",
        &[],
    )?;
    add(browser, 0, 2)?;
    wait_bundle(browser, 7)?;
    wait_kept(browser, "This browser allows no storage")?;
    in_indonesian(browser, "Peramban ini tidak mengizinkan penyimpanan")?;
    add(browser, 2, 1)?;
    wait_bundle(browser, 8)?;
    browser.reload()?;
    wait_bundle(browser, 5)?;
    quiet(browser)
}

/// A store of a newer Sorot, and one of another program with its name: left as they are.
pub fn foreign(browser: &Browser, target: &Target) -> Result<()> {
    let target = taking(target);
    for version in FOREIGN {
        open(browser, &target, "#/")?;
        let made = browser.script_async(
            "await new Promise((done) => { indexedDB.deleteDatabase('sorot').onsuccess = done }); \
             const request = indexedDB.open('sorot', own[0]); \
             request.onupgradeneeded = () => request.result.createObjectStore('things').put('theirs', 1); \
             return await new Promise((done) => { request.onsuccess = () => { request.result.close(); done(true) } })",
            &[version.into()],
        )?;
        ensure(made == true, "the other store could not be made")?;
        add(browser, 0, 1)?;
        wait_bundle(browser, 6)?;
        wait_kept(browser, "What is kept here is of a newer Sorot or another program and left as it is")?;
        in_indonesian(
            browser,
            "Yang tersimpan di sini berasal dari Sorot yang lebih baru atau program lain",
        )?;
        let theirs = within(
            browser,
            "return [store.version, await asked(store.transaction('things').objectStore('things').get(1))]",
        )?;
        ensure(theirs == json!([version, "theirs"]), &format!("the other store became {theirs}"))?;
        browser.reload()?;
        wait_bundle(browser, 5)?;
    }
    within(browser, "store.close(); await asked(indexedDB.deleteDatabase('sorot'))")?;
    quiet(browser)
}

/// What an older build kept, and what is damaged: the files are read again, and what is no file is passed over.
pub fn older(browser: &Browser, target: &Target) -> Result<()> {
    let target = taking(target);
    open(browser, &target, "#/")?;
    add(browser, 0, 3)?;
    wait_bundle(browser, 8)?;
    for spoil in SPOILED {
        let change = format!(
            "const deal = store.transaction(['sets', 'files'], 'readwrite'); const files = deal.objectStore('files'); \
             const [set] = await asked(deal.objectStore('sets').getAll()); {spoil}; deal.objectStore('sets').put(set); \
             await new Promise((done) => {{ deal.oncomplete = done }})"
        );
        within(browser, &change)?;
        browser.reload()?;
        wait_bundle(browser, 8).map_err(|fault| format!("{spoil}: {fault}"))?;
        // And the pack is kept anew.
        browser.wait("the new pack is kept", |b| {
            let sound = within(
                b,
                "const [set] = await asked(store.transaction('sets').objectStore('sets').getAll()); \
                 return set.pack?.length > 5000 && set.build !== 'older' && set.build !== ''",
            )?;
            Ok(sound == true)
        })?;
    }
    wait_kept(browser, "Kept here: 3 articles")?;
    quiet(browser)
}

/// Two windows add in the same moment: both hear of it, and nothing is lost.
pub fn two_windows(browser: &Browser, target: &Target) -> Result<()> {
    let target = taking(target);
    let prepare = |from: u32| {
        open(browser, &target, "#/")?;
        let put = "put(`jendela-${arguments[1]}.txt`, story(arguments[1]));";
        browser.script(&format!("{MIXED}{put}{DROP}"), &[0.into(), from.into()])?;
        wait_report(browser, 1, 0)
    };
    let take = "const at = arguments[0]; setTimeout(() => { while (Date.now() < at); \
         document.querySelector('.own-add').click() }, at - Date.now() - 40)";
    prepare(1)?;
    let first = browser.window()?;
    let second = browser.new_window()?;
    let both = prepare(2).and_then(|()| {
        let now = browser.script("return Date.now() + 1500", &[])?;
        browser.script(take, std::slice::from_ref(&now))?;
        browser.enter_window(&first)?;
        browser.script(take, &[now])?;
        wait_bundle(browser, 6)?;
        browser.enter_window(&second)?;
        wait_bundle(browser, 6)?;
        browser.reload()?;
        wait_bundle(browser, 7)
    });
    browser.enter_window(&second)?;
    browser.close_window()?;
    browser.enter_window(&first)?;
    both?;
    // The first was told, and has both after a reload.
    browser.find(".own-strip .own-line button")?;
    browser.reload()?;
    wait_bundle(browser, 7)?;
    wait_kept(browser, "Kept here: 2 articles")?;
    quiet(browser)
}

/// One button removes all that is kept: files, corrections, notes, marks, views, settings.
pub fn removed(browser: &Browser, target: &Target) -> Result<()> {
    let target = taking(target);
    open(browser, &target, "#/")?;
    add(browser, 0, 2)?;
    wait_bundle(browser, 7)?;
    browser.find(".list .card-open")?.click()?;
    browser.wait("an article is open", |b| Ok(!b.all(".story mark.entity")?.is_empty()))?;
    browser.click(".meta .to-note")?;
    browser.find(".note-form textarea")?.type_in("Akan dihapus")?;
    browser.click(".note-form [type=submit]")?;
    browser.wait("a note is counted", |b| Ok(numbers(b, ".notes-button .badge")? == [1]))?;
    browser.click(".meta .star")?;
    browser.find(".own-button")?.click()?;
    let kept = "return Object.keys(localStorage).filter((key) => /^sorot\\.(own|notes|marks|corrections|lines|views)/.test(key)).length";
    ensure(browser.script(kept, &[])?.as_u64() > Some(2), "too little was kept to be removed")?;
    browser.find(".own-remove")?.click()?;
    browser.find(".own-remove.sure")?.click()?;
    wait_bundle(browser, 5)?;
    browser.wait("nothing is kept", |b| {
        let bases = b.script_async(
            "return (await indexedDB.databases()).filter(({ name }) => name === 'sorot').length",
            &[],
        )?;
        Ok(bases == 0 && b.all(".notes-button .badge")?.is_empty())
    })?;
    // What the page writes when it opens holds nothing of before.
    let said = browser.script(
        "return Object.keys(localStorage).filter((key) => key.startsWith('sorot.')).map((key) => localStorage[key]).join()",
        &[],
    )?;
    ensure(
        browser.script(kept, &[])?.as_u64() <= Some(1) && !said.to_string().contains("Akan dihapus"),
        &format!("it is still kept: {said}"),
    )?;
    wait_kept(browser, "No articles are kept here yet.")?;
    quiet(browser)
}

/// Notes find their way to a bundle of the same title that was built anew.
pub fn taken_over(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, "#/?article=003-putin-witkoff-moskow")?;
    browser.find(".meta .to-note")?.click()?;
    browser.find(".note-form textarea")?.type_in("Dari kumpulan lama")?;
    browser.click(".note-form [type=submit]")?;
    browser.wait("a note is counted", |b| Ok(numbers(b, ".notes-button .badge")? == [1]))?;
    // As if it had been written about the articles before a text was corrected: another identity, the same title.
    let moved = browser.script(
        "const key = Object.keys(localStorage).find((key) => key.startsWith('sorot.notes.')); \
         const kept = JSON.parse(localStorage[key]); kept.bundle = 'before'; localStorage.removeItem(key); \
         kept.notes[0].body = 'other'; kept.notes[0].start += 40; \
         localStorage['sorot.notes.before'] = JSON.stringify(kept); return kept.notes.length",
        &[],
    )?;
    ensure(moved == 1, "there is no note to be moved")?;
    browser.reload()?;
    browser.wait_ready()?;
    browser.wait("the note is there", |b| Ok(numbers(b, ".notes-button .badge")? == [1]))?;
    browser.wait("it found its passage", |b| Ok(!b.all(".story mark.noted")?.is_empty()))?;
    quiet(browser)
}

/// What was read is known after a reload in the very moment in which it was opened.
pub fn read_at_once(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, "#/")?;
    wait_cards(browser, 5)?;
    for number in 1..=5 {
        // Opened and left in one task, as fast as anybody can.
        browser.script(
            "document.querySelectorAll('.list .card-open')[arguments[0] - 1].click(); return 1",
            &[number.into()],
        )?;
        browser.wait("it is open", |b| Ok(!b.all("article.story .title")?.is_empty()))?;
        browser.reload()?;
        browser.wait_ready()?;
        browser.wait("it counts as read", |b| Ok(b.all(".list .card.read")?.len() == number))?;
    }
    quiet(browser)
}
