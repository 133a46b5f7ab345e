//! The attack list (tests/hostile), in the engines: every file goes through the page's own dialog, and what can be read
//! of it is opened.

#[path = "../../../tests/hostile/mod.rs"]
#[allow(dead_code, clippy::unwrap_used, clippy::panic)]
pub mod list;

use crate::own::{DROP, MIXED, focus, numbers, taking, wait_bundle};
use crate::{ensure, open, quiet};
use list::case::Case;
use list::messages::{TO_FRAME, TO_PAGE};
use serde_json::{Value, json};
use sorot_e2e::{Browser, Engine, Result, Target, keys};
use sorot_intake::Options;
use sorot_reader::Reader;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Larger files are read, but not opened: their analysis is the core's tests of length.
const OPENED: usize = 20_000;
/// Larger files are handed over in the served build only.
const LARGE: usize = 300_000;
/// How long reading a file may take in a worker, in ms: 2 s on a machine that does nothing else.
const LIMIT: u64 = 10_000;
/// How long a group's files may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(120);
/// Rows of a report that the page is told (`web/own.js`).
const ROWS: usize = 200;
/// Groups of large files that every engine reads: lines of 50 MB, long tables, bombs.
const SLOWEST: [&str; 3] = ["14-", "22-", "31-"];
/// Files of so many entries are handed over by themselves, so that the report has room for all.
const MANY: usize = 20;

/// Takes the time of each file in the worker, and the last report.
const WATCH: &str = "window.took = {}; window.reports = 0; const Own = Worker; window.Worker = class extends Own { \
     constructor(...all) { super(...all); this.asked = new Map(); this.addEventListener('message', ({ data }) => { \
       const [verb, name, at] = this.asked.get(data.id) ?? []; \
       if (verb === 'add') took[name] = performance.now() - at; \
       if (verb === 'told') { window.report = data.value ?? data.error; window.reports++; } }); } \
     postMessage(message, moved) { this.asked.set(message.id, [message.verb, message.name, performance.now()]); \
       return super.postMessage(message, moved); } }";

/// A folder of files that goes with this value.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Result<Folder> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("sorot-hostile-{}-{number}", std::process::id());
        let path = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&path).map_err(|error| error.to_string())?;
        Ok(Folder(path))
    }

    fn put(&self, name: &str, bytes: &[u8]) -> Result<String> {
        let path = self.0.join(name);
        std::fs::write(&path, bytes).map_err(|error| error.to_string())?;
        Ok(path.display().to_string())
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// The name that a case's file has beside the others.
fn name_of(number: usize, case: &Case) -> String {
    format!("{:02}-{number:03}-{}", case.group, case.name)
}

const GOOD: &str = "Menteri Pertanian menyatakan di Bandung bahwa panen raya tahun ini cukup.";

/// Files that are handed over together, and what this machine tells of them.
#[derive(Default)]
struct Batch {
    is_large: bool,
    paths: Vec<String>,
    /// The first file's name.
    first: String,
    natively: Value,
}

/// All of them, made once for all engines.
struct Prepared {
    folder: Folder,
    batches: Vec<Batch>,
}

static PREPARED: Mutex<Option<Arc<Prepared>>> = Mutex::new(None);

/// Removes what the stories here made.
pub fn put_away() {
    PREPARED.lock().unwrap_or_else(PoisonError::into_inner).take();
}

/// The small ones go together, the others one by one, each beside a good one.
fn prepared() -> Result<Arc<Prepared>> {
    let mut place = PREPARED.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(there) = place.as_ref() {
        return Ok(there.clone());
    }
    let mut all = Prepared { folder: Folder::new()?, batches: Vec::new() };
    let mut small: Vec<(String, Case)> = Vec::new();
    for (number, case) in list::cases().into_iter().enumerate() {
        let name = name_of(number, &case);
        let few = || sorot_intake::read(&name, &case.bytes, Options::default()).len() <= MANY;
        if case.bytes.len() < LARGE && few() {
            small.push((name, case));
        } else {
            all.batches.push(batch(&all.folder, &[(name, case)])?);
        }
    }
    all.batches.push(batch(&all.folder, &small)?);
    Ok(place.insert(Arc::new(all)).clone())
}

fn batch(folder: &Folder, cases: &[(String, Case)]) -> Result<Batch> {
    let mut out = Batch::default();
    let mut reader = Reader::default();
    let files = cases.iter().map(|(name, case)| (name.as_str(), case.bytes.as_slice()));
    let files: Vec<(&str, &[u8])> = files.chain([("baik.txt", GOOD.as_bytes())]).collect();
    for (name, bytes) in &files {
        out.paths.push(folder.put(name, bytes)?);
        reader.add(name, bytes, None);
        out.is_large |= bytes.len() >= LARGE;
    }
    let names: Vec<&str> = files.iter().map(|(name, _)| *name).collect();
    out.first = names.first().copied().unwrap_or_default().to_string();
    out.natively =
        serde_json::from_str(&reader.told(false, &names, ROWS)).map_err(|error| error.to_string())?;
    Ok(out)
}

/// Every attack that is a file: the report is that of the same reading natively, whose outcome the native tests hold
/// against the list; no file takes long.
pub fn files(browser: &Browser, target: &Target) -> Result<()> {
    let target = taking(target);
    let prepared = prepared()?;
    open(browser, &target, "#/")?;
    browser.script(WATCH, &[])?;
    browser.find(".own-button")?.click()?;
    let mut worst: BTreeMap<u8, u64> = BTreeMap::new();
    // What is large takes long to hand over, and is read by the very same module: once is enough.
    let is_file = matches!(target, Target::File(_));
    // The other engines read the slowest groups of the large ones: the module is the same, a browser's memory and clock aren't.
    let is_first = browser.engine() == Engine::Chromium;
    let is_told = |batch: &&Batch| {
        !batch.is_large
            || !is_file && (is_first || SLOWEST.iter().any(|group| batch.first.starts_with(group)))
    };
    for batch in prepared.batches.iter().filter(is_told) {
        read(browser, batch, &mut worst)?;
    }
    ensure(is_file || !is_first || worst.len() == 41, &format!("{} groups were read", worst.len()))?;
    quiet(browser)?;
    take_down(browser.engine(), &target, &worst)
}

/// Hands files over in the dialog, holds the report against the native one, puts all away again, and takes down each
/// group's worst time.
fn read(browser: &Browser, batch: &Batch, worst: &mut BTreeMap<u8, u64>) -> Result<()> {
    let shown = &batch.first;
    browser.find(".own-choose")?;
    browser.script("took = {}; report = undefined; reports = 0", &[])?;
    browser.find(".own-files")?.type_in(&batch.paths.join("\n"))?;
    let begun = Instant::now();
    let of_these = "const told = reports > 0 ? JSON.parse(report) : { articles: [] }; \
         return told.articles.some((row) => row.file === arguments[0]) ? { report: told, took } : null";
    let told = loop {
        let told = browser.script(of_these, &[json!(shown)])?;
        if !told.is_null() {
            break told;
        }
        if begun.elapsed() > PATIENCE {
            return Err(format!("{shown}: no report came").into());
        }
        std::thread::sleep(Duration::from_millis(30));
    };
    let (theirs, natively) = (&told["report"], &batch.natively);
    for count in ["read", "remarks", "skipped"] {
        let same = theirs[count] == natively[count];
        ensure(same, &format!("{shown}: {count} {}, natively {}", theirs[count], natively[count]))?;
    }
    let rows = |report: &Value| report["articles"].as_array().cloned().unwrap_or_default();
    let (theirs, natively) = (rows(theirs), rows(natively));
    ensure(theirs.len() == natively.len() && !theirs.is_empty(), &format!("{shown}: {} rows", theirs.len()))?;
    for (own, native) in theirs.iter().zip(&natively) {
        ensure(own == native, &format!("it says {own}, natively {native}"))?;
    }
    for (name, took) in told["took"].as_object().into_iter().flatten() {
        let Some(group) = name.get(..2).and_then(|group| group.parse().ok()) else { continue };
        let took = took.as_f64().unwrap_or(0.0) as u64;
        ensure(took <= LIMIT, &format!("{name} took {took} ms"))?;
        let slot = worst.entry(group).or_default();
        *slot = took.max(*slot);
    }
    browser.find(".own-away")?.click()?;
    browser.find(".own-choose").map(drop)
}

/// For docs/hostile.md: an engine's times on the served build.
fn take_down(engine: Engine, target: &Target, worst: &BTreeMap<u8, u64>) -> Result<()> {
    if !matches!(target, Target::Served(_)) {
        return Ok(());
    }
    let mut text = String::new();
    for (group, ms) in worst {
        let _ = writeln!(text, "{group} {ms}");
    }
    let name = format!("../target/sorot/hostile-{}.txt", engine.name());
    let place = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    std::fs::write(place, text).map_err(|error| error.to_string().into())
}

/// What can be read of the small ones is added and opened, article by article; addresses made to harm are gone to.
pub fn opened(browser: &Browser, target: &Target) -> Result<()> {
    let target = taking(target);
    let folder = Folder::new()?;
    open(browser, &target, "#/")?;
    browser.find(".own-button")?.click()?;
    let mut reader = Reader::default();
    let mut paths = Vec::new();
    let cases = list::cases().into_iter().enumerate();
    for (number, case) in cases.filter(|(_, case)| case.bytes.len() < OPENED) {
        let name = name_of(number, &case);
        reader.add(&name, &case.bytes, None);
        paths.push(folder.put(&name, &case.bytes)?);
    }
    let corpus = sorot_core::corpus::pack::read(&reader.pack(false, ""));
    let corpus = corpus.map_err(|error| error.to_string())?;
    let ids: Vec<String> = corpus.documents().iter().map(|d| d.article.id.clone()).collect();
    browser.find(".own-files")?.type_in(&paths.join("\n"))?;
    browser.find(".own-add")?.click()?;
    wait_bundle(browser, 5 + ids.len() as u64)?;
    ensure(ids.len() > 40, &format!("only {} articles", ids.len()))?;
    let mut chips = 0;
    for id in &ids {
        browser.script("location.hash = '#/?article=' + encodeURIComponent(arguments[0])", &[json!(id)])?;
        let there = "return new URLSearchParams(location.hash.slice(3)).get('article') === arguments[0] \
             && document.querySelector('article.story .title') !== null";
        browser.wait(&format!("{id} is open"), |b| Ok(b.script(there, &[json!(id)])? == true))?;
        let seen = browser.script(
            "return [document.title.includes('taken') || window.__pwned !== undefined, document.querySelectorAll( \
                 '.story :is(script, img, iframe, svg:not(.icon), style, video, object, embed, base, meta, form:not(.note-form))').length, \
                 document.querySelectorAll('.story .sign').length]",
            &[],
        )?;
        ensure(seen[0] == false && seen[1] == 0, &format!("{id} became more than text: {seen}"))?;
        chips += seen[2].as_u64().unwrap_or(0);
    }
    ensure(chips > 100, &format!("{chips} invisible characters are shown"))?;
    for hash in list::addresses::hashes() {
        let begun = Instant::now();
        // Firefox refuses a few of them itself.
        browser.script("try { location.hash = arguments[0] } catch {}", &[json!(hash)])?;
        browser.script_async(
            "await new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)))",
            &[],
        )?;
        ensure(browser.all(".sorot .column.list")?.len() == 1, "the page is gone")?;
        ensure(begun.elapsed() < Duration::from_secs(10), "an address took long")?;
    }
    quiet(browser)
}

/// A name written to look like another is told on its card; what can't be seen stands in a chip with a name, and what is
/// copied is what was written.
pub fn signs(browser: &Browser, target: &Target) -> Result<()> {
    let target = taking(target);
    open(browser, &target, "#/")?;
    let put = "put('tanda.txt', 'Pau\\u200blina Prat\\u0430ma bertemu Sari Kencana di Bandung. Ia berkata \\u202enakataynem \\u202c dan \\ud83d\\udc69\\u200d\\ud83d\\udc67 pulang.');";
    browser.script(&format!("{MIXED}{put}{DROP}"), &[0.into()])?;
    browser.find(".own-instead")?.click()?;
    wait_bundle(browser, 1)?;
    let badged = "return document.querySelector('.facet .deceives')?.closest('.facet').getAttribute('aria-label') ?? ''";
    browser.wait("a deceptive name is badged", |b| {
        let told = b.script(badged, &[])?;
        Ok(told.as_str().is_some_and(|told| told.contains("letters that deceive")))
    })?;
    browser.find(".list .card-open")?.click()?;
    browser.find(".story .sign")?;
    let told = browser.script(
        "const all = [...document.querySelectorAll('.story .sign')]; const range = document.createRange(); \
         const line = document.querySelector('.story [data-paragraph]') ?? document.querySelector('.story .body'); range.selectNodeContents(line); \
         const selection = getSelection(); selection.removeAllRanges(); selection.addRange(range); \
         return [all.map((sign) => [sign.dataset.sign, sign.getAttribute('role'), sign.getAttribute('aria-label'), getComputedStyle(sign, '::before').content]), \
             selection.toString()]",
        &[],
    )?;
    let chips = told[0].as_array().map(Vec::as_slice).unwrap_or_default();
    let codes: Vec<&str> = chips.iter().filter_map(|chip| chip[0].as_str()).collect();
    ensure(codes.ends_with(&["U+200B", "U+202E", "U+202C"]), &format!("the chips are {told}"))?;
    let label = chips.get(codes.len() - 2).and_then(|chip| chip[2].as_str()).unwrap_or_default();
    ensure(label.contains("RIGHT-TO-LEFT OVERRIDE") && label.contains("invisible character"), label)?;
    let copied = told[1].as_str().unwrap_or_default();
    ensure(
        copied.contains("Pau\u{200b}lina") && copied.contains('\u{202e}'),
        &format!("selected is {copied:?}"),
    )?;
    crate::access::clean(browser, "chips")?;
    // The card of the name tells what it hides.
    browser.find(".story mark.person")?.click()?;
    browser.wait("the card tells what the name looks like", |b| {
        let told = b.script("return document.querySelector('.card-pop')?.textContent ?? ''", &[])?;
        Ok(told.as_str().is_some_and(|told| told.contains("another alphabet")))
    })?;
    quiet(browser)
}

/// Messages that are none: between the frame and its page, both ways.
pub fn messages(browser: &Browser, target: &Target) -> Result<()> {
    crate::embeds::open(browser, target, "")?;
    browser.script("document.getElementById('frame').scrollIntoView()", &[])?;
    let height = "return document.getElementById('frame').style.height";
    browser.wait("the frame has its height", |b| {
        Ok(b.script(height, &[])?.as_str().is_some_and(|height| height.ends_with("px")))
    })?;
    browser.enter_frame("#frame")?;
    let listed = browser.all(".list .card")?.len();
    ensure(listed == 5, &format!("{listed} articles are listed"))?;
    browser.leave_frame()?;
    for message in TO_FRAME {
        // Whatever is heard of it is heard before the answer to a question behind it.
        let answers = browser.script_async(
            &format!(
                "const frame = document.getElementById('frame').contentWindow; const heard = []; \
                 const done = new Promise((go) => addEventListener('message', function hear({{ source, data }}) {{ \
                   if (source !== frame || data?.sorot !== 1) return; \
                   if (data.id === 'last') {{ removeEventListener('message', hear); go(); }} else heard.push(data.type); }})); \
                 frame.postMessage({message}, '*'); frame.postMessage({{ sorot: 1, id: 'last', type: 'state' }}, '*'); \
                 await done; return heard"
            ),
            &[],
        )?;
        let sound =
            answers.as_array().is_some_and(|all| all.iter().all(|kind| kind == "error" || kind == "resize"));
        ensure(sound, &format!("{message} was answered by {answers}"))?;
    }
    let before = browser.script(height, &[])?;
    browser.enter_frame("#frame")?;
    ensure(browser.all(".list .card")?.len() == listed, "a message changed what is listed")?;
    for message in TO_PAGE {
        browser.script(&format!("parent.postMessage({message}, '*')"), &[])?;
    }
    browser.leave_frame()?;
    browser.script_async("await new Promise((go) => { addEventListener('message', ({ data }) => data === 'own' && go()); postMessage('own', '*') })", &[])?;
    let after = browser.script(height, &[])?;
    ensure(after == before, &format!("the frame's height became {after}, from {before}"))?;
    // From a window that isn't the frame: no height either.
    browser.script_async("postMessage({ sorot: 1, type: 'resize', height: 77 }, '*'); await new Promise((go) => { addEventListener('message', ({ data }) => data === 'own' && go()); postMessage('own', '*') })", &[])?;
    ensure(browser.script(height, &[])? == before, "a stranger set the height")?;
    quiet(browser)
}

/// Reading is given up, and begun again.
pub fn given_up(browser: &Browser, target: &Target) -> Result<()> {
    let target = taking(target);
    open(browser, &target, "#/")?;
    crate::own::hand_over(browser, DROP, 2000)?;
    browser.wait("some are read", |b| {
        Ok(numbers(b, ".own-busy [role=status]")?.first().is_some_and(|n| *n > 20))
    })?;
    // By key, while it goes on.
    focus(browser, ".own-busy button")?;
    browser.press(keys::ENTER)?;
    browser.find(".own-choose")?;
    wait_bundle(browser, 5)?;
    crate::own::hand_over(browser, DROP, 5)?;
    crate::own::wait_report(browser, 5, 0)?;
    browser.find(".own-add")?.click()?;
    wait_bundle(browser, 10)?;
    quiet(browser)
}

/// A text is pasted, by keyboard.
pub fn pasted(browser: &Browser, target: &Target) -> Result<()> {
    let target = taking(target);
    open(browser, &target, "#/")?;
    browser.find(".own-button")?.click()?;
    focus(browser, ".own-paste summary")?;
    browser.press(keys::ENTER)?;
    focus(browser, ".own-paste textarea")?;
    browser.press("Bupati Sari Kencana meninjau pasar di Bandung. Harga cabai turun, katanya.")?;
    browser.press(keys::TAB)?;
    browser.press(keys::ENTER)?;
    crate::own::wait_report(browser, 1, 0)?;
    browser.find(".own-add")?.click()?;
    wait_bundle(browser, 6)?;
    browser.wait_text("Sari Kencana")?;
    quiet(browser)
}

/// A folder is chosen, and one is dropped: what lies in it is read under its path, hidden files aren't.
pub fn folders(browser: &Browser, target: &Target) -> Result<()> {
    let target = taking(target);
    open(browser, &target, "#/")?;
    browser.find(".own-button")?.click()?;
    browser.find(".own-choose")?;
    let chosen = "const at = (file, path) => Object.defineProperty(file, 'webkitRelativePath', { value: path }); \
         for (let n = 0; n < 3; n++) put(`${n}.txt`, story(n)); put('.rahasia.txt', story(9)); \
         [...files.files].forEach((file) => at(file, `berita/${file.name.startsWith('.') ? '.git/' : ''}${file.name}`)); \
         const field = document.querySelector('.own-folder'); Object.defineProperty(field, 'files', { value: files.files, configurable: true }); \
         field.dispatchEvent(new Event('change', { bubbles: true })); delete field.files;";
    browser.script(&format!("{MIXED}{chosen}"), &[0.into()])?;
    crate::own::wait_report(browser, 3, 0)?;
    browser.wait_text("berita/0.txt")?;
    browser.find(".own-away")?.click()?;
    // Dropped: its entries come a hundred at a time.
    let dropped = "const entry = (n) => ({ isFile: true, isDirectory: false, name: `${n}.txt`, fullPath: `/arsip/2024/${n}.txt`, \
             file: (done) => done(new File([story(n)], `${n}.txt`)) }); \
         const folder = (path, entries) => ({ isFile: false, isDirectory: true, name: path, fullPath: path, createReader() { let at = 0; \
             return { readEntries: (done) => { const some = entries.slice(at, at + 100); at += 100; done(some); } }; } }); \
         const inside = folder('/arsip/2024', Array.from({ length: 130 }, (_, n) => entry(n))); \
         put('x.txt', 'x'); DataTransferItem.prototype.webkitGetAsEntry = () => folder('/arsip', [inside, folder('/arsip/.git', [entry(999)])]);";
    browser.script(&format!("{MIXED}{dropped}{DROP}"), &[0.into()])?;
    crate::own::wait_report(browser, 130, 0)?;
    browser.wait_text("arsip/2024/7.txt")?;
    quiet(browser)
}

/// Where no worker may run, a little is read on the page, and more is refused with a reason.
pub fn without_worker(browser: &Browser, target: &Target) -> Result<()> {
    let target = taking(target);
    open(browser, &target, "#/")?;
    browser.script(
        "window.Worker = class { constructor() { throw new DOMException('denied', 'SecurityError') } }",
        &[],
    )?;
    crate::own::hand_over(browser, DROP, 3)?;
    crate::own::wait_report(browser, 3, 0)?;
    browser.find(".own-add")?.click()?;
    wait_bundle(browser, 8)?;
    let put = "put('besar.txt', (story(1) + '\\n').repeat(6000));";
    browser.script(&format!("{MIXED}{put}{DROP}"), &[0.into()])?;
    browser.wait_text("This browser allows no reading in the background")?;
    quiet(browser)
}
