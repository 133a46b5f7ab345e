//! What a reader takes along, and brings: own articles, kept and handed on.

use crate::access::clean;
use crate::exploring::{cards, hash, wait_cards};
use crate::{ensure, open, quiet};
use flate2::read::GzDecoder;
use sorot_e2e::{Browser, Result, Target, keys};
use std::io::Read;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

/// Hands over, instead of a file, its name and its text.
pub const CATCH: &str = "window.saved = []; const make = URL.createObjectURL; \
     URL.createObjectURL = blob => { if (!blob.type.includes('javascript')) blob.text().then(t => saved.push(t)); return make.call(URL, blob) }; \
     window.named = []; HTMLAnchorElement.prototype.click = function () { named.push(this.download) }";

pub fn focus(browser: &Browser, css: &str) -> Result<()> {
    browser.find(css)?;
    browser.script("document.querySelector(arguments[0]).focus()", &[css.into()]).map(drop)
}

pub fn exports(browser: &Browser, target: &Target) -> Result<()> {
    open(browser, target, "#/?actor=emmanuel-macron")?;
    wait_cards(browser, 1)?;
    browser.script(CATCH, &[])?;
    // Unfolded and chosen by keyboard.
    focus(browser, ".export summary")?;
    browser.press(keys::ENTER)?;
    browser.wait("the forms are offered", |b| Ok(b.all(".export .btn")?.len() == 7))?;
    focus(browser, ".export .btn")?;
    browser.press(keys::ENTER)?;
    browser.wait("the table is handed over", |b| Ok(b.script("return saved.length === 1", &[])? == true))?;
    let sound = browser.script(
        "const rows = saved[0].trim().split('\\r\\n'); \
         return named[0].endsWith('.csv') && rows.length === 2 && rows[1].includes('Macron')",
        &[],
    )?;
    ensure(sound == true, "the table doesn't hold the selection and its filter")?;
    // Every form, by mouse.
    for button in 2..=7 {
        browser.click(&format!(".export .btn:nth-child({button})"))?;
    }
    browser.wait("all are handed over", |b| Ok(b.script("return saved.length === 7", &[])? == true))?;
    let sound =
        browser.script("return saved.every(t => t.includes('Macron')) && new Set(named).size === 7", &[])?;
    ensure(sound == true, "a form lacks the selection, or shares its name")?;
    quiet(browser)
}

/// The build that takes articles.
pub fn taking(target: &Target) -> Target {
    match target {
        Target::File(path) => Target::File(path.with_file_name("sorot-open.html")),
        other => other.clone(),
    }
}

/// `arguments[0]` files of ten kinds, the last four of each ten no articles: a double, a PDF, an empty one, broken JSON.
pub const MIXED: &str = r#"
    const files = new DataTransfer();
    const put = (name, ...parts) => files.items.add(new File(parts, name));
    const story = (n) => `Bupati Sari Kencana meninjau pasar kelompok${n} di Bandung pada ${1 + (n % 28)} Maret 2024. ` +
        `Harga cabai${n} naik ${n} persen, kata Sari Kencana kepada wartawan${n}.`;
    const kinds = [
        (n) => put(`${n}.txt`, story(n)),
        (n) => put(`${n}.md`, `# Judul ${n}

${story(n)}`),
        (n) => put(`${n}.html`, `<title>Judul ${n}</title><script>document.title = "ran"</script><p>${story(n)}</p>`),
        (n) => put(`${n}.json`, JSON.stringify([{ title: `Judul ${n}`, text: story(n), date: "2024-03-04" }])),
        (n) => put(`${n}.csv`, `judul;isi
J${n};${story(n)}
`),
        (n) => put(`${n}.xml`, `<rss><channel><title>Harian Uji</title><item><title>J ${n}</title>` +
            `<description>${story(n)}</description></item></channel></rss>`),
        (n) => put(`${n}.txt`, story(n - 6)),
        (n) => put(`${n}.pdf`, "%PDF-1.7"),
        (n) => put(`${n}.txt`, ""),
        (n) => put(`${n}.json`, '{"isi": '),
    ];
    for (let n = 0; n < arguments[0]; n++) kinds[n % 10](n);
"#;
/// Hands them over in the dialog's field, or drops them anywhere on the page.
pub const CHOOSE: &str = "const field = document.querySelector('.own-files'); field.files = files.files; \
     field.dispatchEvent(new Event('change', { bubbles: true }))";
pub const DROP: &str = "document.querySelector('.card').dispatchEvent( \
     new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }))";

pub fn hand_over(browser: &Browser, how: &str, many: u32) -> Result<()> {
    browser.script(&format!("{MIXED}{how}"), &[many.into()]).map(drop)
}

/// The numbers that an element says.
pub fn numbers(browser: &Browser, css: &str) -> Result<Vec<u64>> {
    let found = browser.script(
        "return (document.querySelector(arguments[0])?.textContent.match(/\\d+/g) ?? []).map(Number)",
        &[css.into()],
    )?;
    Ok(found.as_array().into_iter().flatten().filter_map(|n| n.as_u64()).collect())
}

/// Read with or without remarks, and skipped.
pub fn wait_report(browser: &Browser, fine: u64, skipped: u64) -> Result<()> {
    let mut told = Vec::new();
    browser
        .wait("what was read is told", |b| {
            told = numbers(b, ".own-counts")?;
            Ok(matches!(told[..], [read, remarked, left] if read + remarked == fine && left == skipped))
        })
        .map_err(|fault| format!("{fault} It is {told:?}.").into())
}

pub fn wait_bundle(browser: &Browser, articles: u64) -> Result<()> {
    browser.wait(&format!("{articles} articles are open"), |b| {
        Ok(numbers(b, ".bundle-facts")?.first() == Some(&articles))
    })
}

pub fn add(browser: &Browser, how: &str) -> Result<()> {
    focus(browser, how)?;
    browser.press(keys::ENTER)
}

pub fn adds(browser: &Browser, target: &Target) -> Result<()> {
    let target = taking(target);
    open(browser, &target, "#/")?;
    browser.find(".own-button")?.click()?;
    browser.find(".own-choose")?;
    clean(browser, "adding articles")?;
    hand_over(browser, CHOOSE, 200)?;
    wait_report(browser, 120, 80)?;
    clean(browser, "what was read")?;
    let told = browser.script(
        "return [...document.querySelectorAll('.own-report li')].slice(0, 80).map(row => row.textContent).join()",
        &[],
    )?;
    let told = told.as_str().unwrap_or_default();
    for name in ["6.txt", "7.pdf", "8.txt", "9.json", "PDF"] {
        ensure(told.contains(name), &format!("what was skipped doesn't tell {name}"))?;
    }
    add(browser, ".own-add")?;
    wait_bundle(browser, 125)?;
    browser.wait("the dialog is gone and its button has the focus", |b| {
        Ok(b.all("dialog")?.is_empty()
            && b.script("return document.activeElement?.matches('.own-button')", &[])? == true)
    })?;
    ensure(browser.script("return document.title", &[])? != "ran", "a file's script ran")?;
    // Kept: there again after a reload, and more can be added, dropped anywhere.
    browser.reload()?;
    wait_bundle(browser, 125)?;
    // The explorer of the page's own articles has just made way for this one: what is dropped in that moment is lost.
    browser.script_async("await new Promise((go) => setTimeout(go, 300))", &[])?;
    hand_over(browser, DROP, 1)?;
    wait_report(browser, 0, 1)?;
    let [articles, ..] = numbers(browser, ".own-kept p")?[..] else {
        return Err("nothing is said to be kept".into());
    };
    ensure(articles == 120, &format!("{articles} articles are said to be kept"))?;
    quiet(browser)
}

pub fn opens_instead(browser: &Browser, target: &Target) -> Result<()> {
    let target = taking(target);
    open(browser, &target, "#/")?;
    hand_over(browser, DROP, 3)?;
    wait_report(browser, 3, 0)?;
    browser.find(".own-instead")?.click()?;
    wait_bundle(browser, 3)?;
    wait_cards(browser, 3)?;
    // Removing all asks once more; then the page is as it came.
    browser.find(".own-button")?.click()?;
    browser.find(".own-remove")?.click()?;
    browser.find(".own-remove.sure")?.click()?;
    wait_bundle(browser, 5)?;
    browser.reload()?;
    wait_bundle(browser, 5)?;
    quiet(browser)
}

/// Articles of every form that carries actors.
const DECLARED: [(&str, &str); 4] = [
    (
        "satu.json",
        r#"[{"id":"satu","title":"Harga cabai","text":"Pasar kota ramai. Koperasi Sumber Rejeki menjual cabai, kata Bu Darmi di Bandung.","date":"2024-03-04","actors":["Bu Darmi",{"name":"Koperasi Sumber Rejeki","kind":"organisation"},{"name":"Tidak Ada"}]}]"#,
    ),
    (
        "dua.csv",
        "judul;isi;tokoh\nPanen;\"Bu Darmi panen padi di Garut pada 2 Maret 2024, kata Pak Lurah.\";\"Bu Darmi; Pak Lurah\"\n",
    ),
    ("tiga.jsonl", "{\"teks\":\"Pak Lurah membuka pasar di Garut.\",\"pelaku\":[\"Pak Lurah\"]}\n"),
    ("empat.txt", "Bu Darmi menjual cabai di Bandung pada 5 Maret 2024."),
];

/// The pack that the browser makes has the bytes of the one that this machine makes of the same files.
pub fn as_natively(browser: &Browser, target: &Target) -> Result<()> {
    let target = taking(target);
    open(browser, &target, "#/")?;
    let put = "const files = new DataTransfer(); for (const [name, text] of arguments[0]) files.items.add(new File([text], name));";
    browser.script(&format!("{put}{DROP}"), &[serde_json::json!(DECLARED)])?;
    wait_report(browser, 4, 0)?;
    browser.find(".own-instead")?.click()?;
    wait_bundle(browser, 4)?;
    let mut kept = serde_json::Value::Null;
    browser.wait("the pack is kept", |b| {
        kept = crate::keeping::within(
            b,
            "const [set] = await asked(store.transaction('sets').objectStore('sets').getAll()); \
             return set?.pack ? [set.title, Array.from(set.pack)] : null",
        )?;
        Ok(!kept.is_null())
    })?;
    let mut reader = sorot_reader::Reader::default();
    for (name, text) in DECLARED {
        reader.add(name, text.as_bytes(), None);
    }
    let made = reader.pack(false, kept[0].as_str().unwrap_or_default());
    let theirs: Vec<u8> =
        kept[1].as_array().into_iter().flatten().filter_map(|b| Some(b.as_u64()? as u8)).collect();
    let at = made.iter().zip(&theirs).position(|(a, b)| a != b);
    let lengths = format!("{} bytes here, {} there, another from {at:?} on", made.len(), theirs.len());
    ensure(made == theirs, &lengths)?;
    // And it holds who was declared.
    let corpus = sorot_core::corpus::pack::read(&made).map_err(|error| error.to_string())?;
    let declared = |d: &sorot_core::annotate::Document| d.article.declared_actors.contains("Darmi");
    ensure(corpus.documents().iter().any(declared), "who was declared isn't in the pack")?;
    browser.wait_text("Koperasi Sumber Rejeki")?;
    quiet(browser)
}

/// Eight articles that tell the same words among others of their own.
const SAME_WORDS: &str = "const files = new DataTransfer(); \
     for (let n = 1; n <= 8; n++) files.items.add(new File([ \
         `Bupati Sari Kencana meninjau pasar kelompok${n} di Bandung pada ${n} Maret 2024. ` + \
         `“Harga cabai akan turun pekan depan,” kata Sari Kencana. Pedagang${n} menjual cabai${n} di lapak${n}.`], `${n}.txt`));";

pub fn places_unfold(browser: &Browser, target: &Target) -> Result<()> {
    let target = taking(target);
    open(browser, &target, "#/?panel=quotes")?;
    browser.script(&format!("{SAME_WORDS}{DROP}"), &[])?;
    wait_report(browser, 8, 0)?;
    browser.find(".own-instead")?.click()?;
    wait_bundle(browser, 8)?;
    let places = |b: &Browser| Ok::<_, sorot_e2e::Fault>(b.all(".section .cite")?.len());
    let button = ".section .sentence-foot [aria-expanded]";
    browser.wait("five places are told", |b| Ok(places(b)? == 5))?;
    ensure(numbers(browser, button)? == [3], "how many more there are isn't said")?;
    browser.click(button)?;
    browser.wait("the others are told, too", |b| Ok(places(b)? == 8))?;
    // By key: folded and unfolded, and the focus stays where it was.
    focus(browser, button)?;
    for (key, many) in [(keys::ENTER, 5), (" ", 8)] {
        browser.press(key)?;
        browser.wait("the places follow the key", |b| Ok(places(b)? == many))?;
        let stays = browser.script("return document.activeElement.hasAttribute('aria-expanded')", &[])?;
        ensure(stays == true, "the focus left the button")?;
    }
    // The last of them leads to its article.
    browser.script("[...document.querySelectorAll('.section .cite')].at(-1).focus()", &[])?;
    browser.press(keys::ENTER)?;
    browser
        .wait("the sentence is marked in its source", |b| Ok(!b.all("article.story .shown")?.is_empty()))?;
    quiet(browser)
}

pub fn encodings(browser: &Browser, target: &Target) -> Result<()> {
    let target = taking(target);
    open(browser, &target, "#/")?;
    // "Москва и Киев" in windows-1251, short enough to be taken for another.
    browser.script(
        &format!(
            "const files = new DataTransfer(); \
             files.items.add(new File([new Uint8Array([0xcc, 0xee, 0xf1, 0x20, 0x63, 0x61, 0x66, 0xe9])], 'a.txt')); {DROP}"
        ),
        &[],
    )?;
    wait_report(browser, 1, 0)?;
    let choose = "const field = document.querySelector('.own-encoding select'); const before = field.value; \
         field.value = 'windows-1251'; field.dispatchEvent(new Event('change', { bubbles: true })); return before";
    ensure(browser.script(choose, &[])? == "windows-1252", "the guess isn't shown")?;
    browser.wait("the file is read again", |b| {
        Ok(b.script("return document.querySelector('.own-encoding select')?.value", &[])? == "windows-1251")
    })?;
    wait_report(browser, 1, 0)?;
    browser.find(".own-add")?.click()?;
    wait_bundle(browser, 6)?;
    browser.wait_text("Мос cafй")?;
    quiet(browser)
}

pub fn dossier(browser: &Browser, target: &Target) -> Result<()> {
    let target = taking(target);
    open(browser, &target, "#/")?;
    hand_over(browser, DROP, 6)?;
    wait_report(browser, 6, 0)?;
    browser.find(".own-add")?.click()?;
    wait_bundle(browser, 11)?;
    // A correction, a pinned line, a note, a bookmark and a filter go along.
    browser.find(".section > .sentences .line-tools button")?.click()?;
    browser.wait("a line is pinned", |b| Ok(b.all(".pinned li")?.len() == 1))?;
    browser.find(".list .card-open")?.click()?;
    browser.wait("an article is open", |b| Ok(!b.all(".story mark.person")?.is_empty()))?;
    browser.find(".story mark.person")?.click()?;
    browser.find(".card-pop > details.correct > summary")?.click()?;
    browser.find(".card-pop > details.correct > .btn.wide")?.click()?;
    browser.wait("a correction is counted", |b| Ok(numbers(b, ".corrections-button .badge")? == [1]))?;
    browser.click(".meta .to-note")?;
    browser.find(".note-form textarea")?.type_in("Dibawa serta")?;
    browser.click(".note-form [type=submit]")?;
    browser.wait("a note is counted", |b| Ok(numbers(b, ".notes-button .badge")? == [1]))?;
    browser.click(".meta .star")?;
    open(browser, &target, "#/?actor=sari-kencana")?;
    wait_bundle(browser, 11)?;
    wait_cards(browser, 6)?;
    browser.script(CATCH, &[])?;
    browser.find(".own-button")?.click()?;
    browser.find(".own-save")?.click()?;
    browser.wait("the file is handed over", |b| Ok(b.script("return saved.length === 1", &[])? == true))?;
    let html = browser.script("return saved[0]", &[])?;
    let html = html.as_str().unwrap_or_default();
    as_the_command_writes_it(&target, html)?;
    let file = saved(html, "dossier")?;
    quiet(browser)?;
    let told = opens_saved(browser, &file);
    let _ = std::fs::remove_file(file);
    told
}

/// Made of the same page, articles and state by the same code on this machine, it has the same bytes.
fn as_the_command_writes_it(target: &Target, html: &str) -> Result<()> {
    let page = match target {
        Target::File(path) => std::fs::read_to_string(path).map_err(|error| error.to_string())?,
        other => {
            let address = other.address("").replace("index.html", "");
            let answer = minreq::get(format!("{address}sorot-open.html")).send();
            answer.and_then(|answer| answer.as_str().map(String::from)).map_err(|error| error.to_string())?
        }
    };
    let list = inside(html, "<ul class=\"shell\">", "</ul>");
    let titles: Vec<String> = list.split("<li>").skip(1).map(|row| plain(inside(row, "", "</li>"))).collect();
    ensure(titles.len() == 11, &format!("{} articles are listed in the file", titles.len()))?;
    let title = plain(inside(html, "<title>", "</title>"));
    let (pack, state) = (payload(html, "pack")?, payload(html, "state")?);
    let made = sorot_onefile::repack(&page, &title, &titles, &pack, Some(&state));
    let made = made.map_err(|error| error.to_string())?;
    let at = made.bytes().zip(html.bytes()).position(|(a, b)| a != b);
    ensure(made == html, &format!("it differs from byte {at:?} on, of {} and {}", made.len(), html.len()))
}

/// The text between two marks; empty where one is missing.
fn inside<'a>(text: &'a str, open: &str, close: &str) -> &'a str {
    let rest = text.split_once(open).map_or("", |(_, rest)| rest);
    rest.split_once(close).map_or("", |(inside, _)| inside)
}

fn plain(html: &str) -> String {
    let signs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    signs.iter().fold(html.to_string(), |text, (name, sign)| text.replace(name, sign))
}

/// What the blocks of that name carry.
fn payload(html: &str, name: &str) -> Result<Vec<u8>> {
    let mark = format!("data-payload=\"{name}\"");
    let packed: String = html.split(&mark).skip(1).map(|block| inside(block, ">", "<")).collect();
    let packed = sorot_onefile::decode(&packed).ok_or("a payload is no text of bytes")?;
    let mut bytes = Vec::new();
    GzDecoder::new(packed.as_slice()).read_to_end(&mut bytes).map_err(|error| error.to_string())?;
    Ok(bytes)
}

/// Writes a page to be opened; whoever opens it removes it.
pub fn saved(html: &str, name: &str) -> Result<PathBuf> {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let file = std::env::temp_dir().join(format!("sorot-{}-{name}-{number}.html", std::process::id()));
    std::fs::write(&file, html).map_err(|error| error.to_string())?;
    Ok(file)
}

/// The saved file shows what was saved, and takes more.
fn opens_saved(browser: &Browser, file: &std::path::Path) -> Result<()> {
    open(browser, &Target::File(file.to_path_buf()), "")?;
    wait_bundle(browser, 11)?;
    wait_cards(browser, 6)?;
    ensure(hash(browser)?.contains("actor=sari-kencana"), "the filter didn't come along")?;
    ensure(numbers(browser, ".corrections-button .badge")? == [1], "the correction didn't come along")?;
    ensure(numbers(browser, ".notes-button .badge")? == [1], "the note didn't come along")?;
    browser
        .script(&format!("{MIXED}; files.items.clear(); put('baru.txt', story(77)); {DROP}"), &[0.into()])?;
    wait_report(browser, 1, 0)?;
    browser.find(".own-add")?.click()?;
    wait_bundle(browser, 12)?;
    ensure(cards(browser)? == 7, "the filter isn't that of before")?;
    quiet(browser)
}

pub fn two_tabs(browser: &Browser, target: &Target) -> Result<()> {
    let target = taking(target);
    open(browser, &target, "#/?article=003-putin-witkoff-moskow")?;
    browser.wait("the article is open", |b| Ok(!b.all(".story mark.person")?.is_empty()))?;
    // Another tab has corrected meanwhile: what it kept, and the event that the browser tells of it.
    let key = browser.script(
        "const marks = [...document.querySelectorAll('.story mark.person')]; marks[0].click(); return true",
        &[],
    )?;
    ensure(key == true, "there is no mention")?;
    browser.find(".card-pop > details.correct > summary")?.click()?;
    browser.find(".card-pop > details.correct > .btn.wide")?.click()?;
    browser.wait("a correction is counted", |b| Ok(numbers(b, ".corrections-button .badge")? == [1]))?;
    let write = "const key = Object.keys(localStorage).find(key => key.startsWith('sorot.corrections.')); \
         const kept = JSON.parse(localStorage[key]); arguments[0](kept); localStorage[key] = JSON.stringify(kept); \
         dispatchEvent(new StorageEvent('storage', { key }))";
    let others = |change: &str| browser.script(&write.replace("arguments[0]", &format!("({change})")), &[]);
    let hold = |wanted: u64, what: &str| {
        browser.wait(what, |b| Ok(numbers(b, ".corrections-button .badge")? == [wanted]))?;
        let kept = browser.script(
            "const key = Object.keys(localStorage).find(key => key.startsWith('sorot.corrections.')); \
             return JSON.parse(localStorage[key]).corrections.length",
            &[],
        )?;
        ensure(kept == wanted, &format!("{kept} corrections are kept, not {wanted}: {what}"))
    };
    others("kept => kept.corrections.push({ hide: { actor: 'donald-trump' } })")?;
    hold(2, "both tabs' corrections hold")?;
    // At once: written without a look at what this tab wrote, of the list that was there before it.
    others("kept => { kept.of = ''; kept.corrections = [{ hide: { actor: 'moskow' } }]; }")?;
    hold(3, "what was written at once is joined")?;
    quiet(browser)
}

/// Two windows correct in the same moment, by the clock.
pub fn at_once(browser: &Browser, target: &Target) -> Result<()> {
    let target = taking(target);
    let prepare = |mention: &str| {
        open(browser, &target, "#/?article=003-putin-witkoff-moskow")?;
        browser.wait("the article is open", |b| Ok(!b.all(".story mark.person")?.is_empty()))?;
        let found = browser.script(
            "const mark = [...document.querySelectorAll('.story mark.person')].find(m => m.textContent.includes(arguments[0])); \
             mark?.click(); return mark !== undefined",
            &[mention.into()],
        )?;
        ensure(found == true, &format!("{mention} isn't named"))?;
        browser.find(".card-pop > details.correct > summary")?.click()?;
        browser.find(".card-pop > details.correct > .btn.wide").map(drop)
    };
    let correct = "const at = arguments[0]; setTimeout(() => { while (Date.now() < at); \
         document.querySelector('.card-pop > details.correct > .btn.wide').click() }, at - Date.now() - 40)";
    prepare("Putin")?;
    let first = browser.window()?;
    let second = browser.new_window()?;
    prepare("Witkoff")?;
    let now = browser.script("return Date.now() + 1500", &[])?;
    browser.script(correct, std::slice::from_ref(&now))?;
    browser.enter_window(&first)?;
    browser.script(correct, &[now])?;
    let both = |b: &Browser| Ok(numbers(b, ".corrections-button .badge")? == [2]);
    let told = browser.wait("the first window holds both", both).and_then(|()| {
        browser.enter_window(&second)?;
        browser.wait("the second window holds both", both)
    });
    browser.enter_window(&second)?;
    browser.close_window()?;
    browser.enter_window(&first)?;
    told?;
    quiet(browser)
}

/// What the page counts and tells, in the reader's words.
fn standing(browser: &Browser) -> Result<serde_json::Value> {
    browser.script(
        "const texts = (css) => [...document.querySelectorAll(css)].map((e) => e.textContent.trim()); \
         return { hash: location.hash, facts: texts('.bundle-facts'), cards: texts('.list .card-title'), \
             facets: [...document.querySelectorAll('.facets button.facet')].map((e) => [e.getAttribute('aria-label'), e.nextSibling.textContent]), told: texts('.section .sentence'), \
             badges: texts('.header .badge, .notes-button .badge, .corrections-button .badge'), \
             stars: document.querySelectorAll('.list .star[aria-pressed=true]').length, \
             read: document.querySelectorAll('.list .card.read').length }",
        &[],
    )
}

/// Two hundred files of many kinds become a file for somebody else: the same selection, counts, corrections and notes in
/// another profile, and more can be added there.
pub fn handed_on(browser: &Browser, target: &Target) -> Result<()> {
    let target = taking(target);
    open(browser, &target, "#/")?;
    hand_over(browser, DROP, 200)?;
    wait_report(browser, 120, 80)?;
    browser.find(".own-add")?.click()?;
    wait_bundle(browser, 125)?;
    // A note, a bookmark and a correction.
    browser.find(".list .card-open")?.click()?;
    browser.wait("an article is open", |b| Ok(!b.all(".story mark.person")?.is_empty()))?;
    browser.click(".meta .to-note")?;
    browser.find(".note-form textarea")?.type_in("Dibawa serta")?;
    browser.click(".note-form [type=submit]")?;
    browser.wait("a note is counted", |b| Ok(numbers(b, ".notes-button .badge")? == [1]))?;
    browser.click(".meta .star")?;
    browser.find(".story mark.person")?.click()?;
    browser.find(".card-pop > details.correct > summary")?.click()?;
    browser.find(".card-pop > details.correct > .btn.wide")?.click()?;
    browser.wait("a correction is counted", |b| Ok(numbers(b, ".corrections-button .badge")? == [1]))?;
    // All of it is there after a reload.
    browser.reload()?;
    browser.wait_ready()?;
    wait_bundle(browser, 125)?;
    let marked = |b: &Browser| {
        Ok(numbers(b, ".notes-button .badge")? == [1] && numbers(b, ".corrections-button .badge")? == [1])
    };
    browser.wait("note and correction are kept", marked)?;
    open(browser, &target, "#/?q=cabai&actor=bandung&axis=mentioned&from=2024-03-01&to=2024-03-02")?;
    wait_bundle(browser, 125)?;
    browser.wait("the selection stands", |b| {
        Ok(!b.all(".list .card")?.is_empty() && !b.all(".section .sentence")?.is_empty())
    })?;
    let before = standing(browser)?;
    browser.script(CATCH, &[])?;
    browser.find(".own-button")?.click()?;
    browser.find(".own-save")?.click()?;
    browser.wait("the file is handed over", |b| Ok(b.script("return saved.length === 1", &[])? == true))?;
    let html = browser.script("return saved[0]", &[])?;
    quiet(browser)?;
    let file = saved(html.as_str().unwrap_or_default(), "profile")?;
    let told = Browser::start(browser.engine()).and_then(|other| {
        other.resize(1280, 800)?;
        elsewhere(&other, &file, &before)
    });
    let _ = std::fs::remove_file(file);
    told
}

/// In a browser that knows nothing of it.
fn elsewhere(browser: &Browser, file: &std::path::Path, before: &serde_json::Value) -> Result<()> {
    let target = Target::File(file.to_path_buf());
    open(browser, &target, "")?;
    let mut now = serde_json::Value::Null;
    browser
        .wait("the same stands", |b| {
            now = standing(b)?;
            Ok(now == *before)
        })
        .map_err(|fault| format!("{fault}\n  before {before}\n  now    {now}"))?;
    ensure(before["cards"].as_array().is_some_and(|cards| cards.len() > 3), "too little was selected")?;
    let text =
        "Pasar baru dibuka di Bandung pada 2 Maret 2024. Cabai dan bawang dijual murah, kata Sari Kencana.";
    let more = format!("{MIXED}; put('baru.txt', {text:?}); {DROP}");
    browser.script(&more, &[0.into()])?;
    wait_report(browser, 1, 0)?;
    browser.find(".own-add")?.click()?;
    wait_bundle(browser, 126)?;
    // Its day lies in the selection.
    let listed = before["cards"].as_array().map_or(0, Vec::len);
    browser.wait("one more is selected", |b| Ok(cards(b)? == listed + 1))?;
    browser.reload()?;
    wait_bundle(browser, 126)?;
    let [notes, fixes] = [".notes-button .badge", ".corrections-button .badge"];
    browser.wait("note and correction are still there", |b| {
        Ok(numbers(b, notes)? == [1] && numbers(b, fixes)? == [1])
    })?;
    quiet(browser)
}
