//! Tests inside a real browser: what only a browser can answer.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)] // The whole file is tests.

use gloo_timers::future::TimeoutFuture;
use js_sys::Date;
use sorot_core::article;
use sorot_core::corpus::{Corpus, pack};
use sorot_core::correct::{Correction, file};
use sorot_core::view::ActorKind;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement};

wasm_bindgen_test_configure!(run_in_browser);

const HOSTILE: &str = "<img src=x onerror=\"document.title='taken'\"><script>document.title='taken'</script>";

/// Two articles of other news, one of them hostile.
fn bundle() -> Vec<u8> {
    let file = |name: &str, text: String| article::parse(name, text.as_bytes()).unwrap().0;
    let first = "---\npublished: 2025-05-02\n---\nMenteri Keuangan Sri Mulyani bertemu Gubernur Jawa Barat di Bandung pada Jumat.\n\nSri Mulyani pulang ke Jakarta.\n\nWarga Bandung menunggu.\n\nMenteri Sri Mulyani tiba pada Sabtu.";
    let second = format!(
        "---\npublished: 2025-06-03\n---\nWarga Surabaya menulis {HOSTILE} di dinding kantor wali kota."
    );
    let articles = vec![file("a.txt", first.into()), file("b.txt", second)];
    pack::write(&Corpus::new("Uji", articles)).unwrap()
}

/// Mounts the explorer with `hash` in the URL and waits until it stands.
async fn mounted(hash: &str, bytes: &[u8]) -> Element {
    let root = begun(hash, bytes).await;
    settled().await;
    root
}

/// Mounts the explorer with `hash` in the URL.
async fn begun(hash: &str, bytes: &[u8]) -> Element {
    let document = gloo::utils::document();
    gloo::utils::window().location().set_hash(hash).unwrap();
    settled().await;
    // As on the page: without its sheet the rail beside the text stands in the flow and grows for ever.
    if document.get_element_by_id("sheet").is_none() {
        let sheet = document.create_element("style").unwrap();
        sheet.set_id("sheet");
        sheet.set_text_content(Some(include_str!("../style.css")));
        document.head().unwrap().append_child(&sheet).unwrap();
    }
    let root = document.create_element("div").unwrap();
    document.body().unwrap().append_child(&root).unwrap();
    sorot::mount(root.clone(), bytes.to_vec(), sorot::Host::page(None), sorot::Wanted::default(), None, &[]);
    root
}

/// Until the hash's event has come and what it causes is drawn: the page has been the same for a while.
async fn settled() {
    let look = || gloo::utils::document().body().unwrap().inner_html() + &hash();
    let (mut before, mut same) = (String::new(), 0);
    while same < 2 {
        TimeoutFuture::new(15).await;
        yew::scheduler::flush().await;
        let now = look();
        same = if now == before { same + 1 } else { 0 };
        before = now;
    }
}

/// The URL is not written sooner than this after the hand moved.
const RESTS_MS: f64 = 200.0;

/// Until something holds that a frame, a timer or an event brings about, whenever a busy machine comes to
/// it; the assertion after it tells what didn't come.
async fn until(holds: impl Fn() -> bool) {
    for _ in 0..400 {
        if holds() {
            return;
        }
        TimeoutFuture::new(25).await;
        yew::scheduler::flush().await;
    }
}

fn count(root: &Element, css: &str) -> u32 {
    root.query_selector_all(css).unwrap().length()
}

fn click(root: &Element, css: &str) {
    root.query_selector(css).unwrap().unwrap().unchecked_into::<HtmlElement>().click();
}

fn hash() -> String {
    gloo::utils::window().location().hash().unwrap()
}

#[wasm_bindgen_test]
async fn what_is_no_pack_is_told() {
    let root = mounted("", b"<!doctype html>").await;
    let text = root.text_content().unwrap();
    assert!(text.contains("not a Sorot pack"), "{text}");
}

#[wasm_bindgen_test]
async fn what_is_out_of_sight_comes_behind_the_first_picture() {
    let root = begun("#/", &bundle()).await;
    yew::scheduler::flush().await;
    let drawn = |css| count(&root, css) > 0;
    assert!(drawn(".card") && drawn(".facet") && drawn(".bar-sure, .bar-unsure"));
    assert!(!drawn(".section .sentence") && !drawn(".time table"));
    until(|| drawn(".section .sentence") && drawn(".time table")).await;
    assert!(drawn(".section .sentence") && drawn(".time table"));
}

#[wasm_bindgen_test]
async fn a_click_writes_the_hash_and_the_hash_draws_the_page() {
    let root = mounted("#/", &bundle()).await;
    assert_eq!(count(&root, ".card"), 2);
    click(&root, ".place .facet");
    settled().await;
    assert_eq!(count(&root, ".card"), 1);
    assert!(hash().starts_with("#/?actor="), "{}", hash());
    gloo::utils::window().location().set_hash("#/?from=2025-06-01").unwrap();
    settled().await;
    assert_eq!(count(&root, ".card"), 1);
    assert_eq!(count(&root, ".facet[aria-pressed=true]"), 0);
}

#[wasm_bindgen_test]
async fn text_is_never_markup() {
    let root = mounted("#/?article=b", &bundle()).await;
    assert!(root.text_content().unwrap().contains("<script>"));
    assert_eq!(count(&root, "img, script"), 0);
    assert_ne!(gloo::utils::document().title(), "taken");
}

#[wasm_bindgen_test]
async fn another_actor_keeps_the_open_article_as_it_stands() {
    let root = mounted("#/?article=a", &bundle()).await;
    let before = root.query_selector("article.story .title").unwrap().unwrap();
    click(&root, ".facet");
    settled().await;
    let after = root.query_selector("article.story .title").unwrap().unwrap();
    assert!(before.is_same_node(Some(&after)), "the open article was built anew");
}

#[wasm_bindgen_test]
async fn another_article_is_written_in_place_and_nothing_of_the_last_one_stays() {
    let root = mounted("#/?article=a", &bundle()).await;
    let find = |css: &str| root.query_selector(css).unwrap();
    let text = |css: &str| find(css).unwrap().text_content().unwrap();
    let title = find("article.story .title").unwrap();
    find("article.story .meta details").unwrap().set_attribute("open", "").unwrap();
    let range = gloo::utils::document().create_range().unwrap();
    range.select_node_contents(&find("article.story").unwrap()).unwrap();
    let selection = gloo::utils::window().get_selection().unwrap().unwrap();
    selection.remove_all_ranges().unwrap();
    selection.add_range(&range).unwrap();
    gloo::utils::window().location().set_hash("#/?article=b").unwrap();
    settled().await;
    assert!(title.is_same_node(find("article.story .title").as_deref()), "the column was built anew");
    assert!(text("article.story .body").contains("Surabaya") && !text("article.story").contains("Bandung"));
    assert!(find("article.story details[open]").is_none(), "the last article's reasons are unfolded");
    assert!(selection.is_collapsed(), "words of the last article are selected");
    root.remove();
}

/// One article of March, one of June, one that nothing dates.
fn one_undated() -> Vec<u8> {
    let file = |name: &str, text: &str| article::parse(name, text.as_bytes()).unwrap().0;
    let articles = vec![
        file(
            "a.txt",
            "---\npublished: 2025-03-03\n---\nMenteri Keuangan Sri Mulyani tiba di Bandung pada Senin.",
        ),
        file("b.txt", "---\npublished: 2025-06-03\n---\nWarga Surabaya menulis surat pada 2 Mei 2025."),
        file("c.txt", "Nelayan Makassar menjual ikan."),
    ];
    pack::write(&Corpus::new("Uji", articles)).unwrap()
}

#[wasm_bindgen_test]
async fn articles_without_a_date_are_reached_by_a_button() {
    let root = mounted("#/?from=2025-01-01", &one_undated()).await;
    assert_eq!(count(&root, ".card"), 2);
    let button = root.query_selector("button.undated").unwrap().unwrap();
    assert!(button.text_content().unwrap().contains("0/1"), "{:?}", button.text_content());
    click(&root, "button.undated");
    settled().await;
    assert_eq!(hash(), "#/?undated=only");
    assert_eq!((count(&root, ".card"), count(&root, ".chips .chip")), (1, 1));
    click(&root, "button.undated");
    settled().await;
    assert_eq!(count(&root, ".card"), 3);
    // On the other axis the articles without a date are others.
    gloo::utils::window().location().set_hash("#/?axis=mentioned&undated=only").unwrap();
    settled().await;
    assert_eq!(count(&root, ".card"), 1);
}

#[wasm_bindgen_test]
async fn a_key_moves_the_period_and_the_link_follows_when_it_rests() {
    let root = mounted("#/", &one_undated()).await;
    let strike = |n: u32, key: &str| {
        let slider = root.query_selector_all("[role=slider]").unwrap().get(n).unwrap();
        let init = web_sys::KeyboardEventInit::new();
        init.set_key(key);
        init.set_bubbles(true);
        let event = web_sys::KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
        slider.dispatch_event(&event).unwrap();
    };
    let struck = Date::now();
    strike(0, "ArrowRight");
    until(|| count(&root, ".card") == 1).await;
    assert_eq!(count(&root, ".card"), 1);
    if Date::now() - struck < RESTS_MS {
        assert_eq!(hash(), "#/", "the link was written while the hand still moves");
    }
    until(|| hash() != "#/").await;
    assert_eq!(hash(), "#/?from=2025-03-04");
    strike(0, "Home");
    until(|| count(&root, ".card") == 3).await;
    assert_eq!(count(&root, ".card"), 3);
}

/// Articles enough that the list isn't drawn whole.
fn long_bundle() -> Vec<u8> {
    let text = |n: usize| {
        let day = 1 + n % 28;
        format!(
            "---\npublished: 2025-01-{day:02}\n---\nWarga Bandung menanam pohon nomor {n} pada pagi hari."
        )
    };
    let articles = (0..120).map(|n| article::parse(&format!("{n:03}.txt"), text(n).as_bytes()).unwrap().0);
    pack::write(&Corpus::new("Panjang", articles.collect())).unwrap()
}

fn type_in(root: &Element, line: &str) {
    let field: web_sys::HtmlInputElement =
        root.query_selector("#sorot-search").unwrap().unwrap().unchecked_into();
    field.set_value(line);
    let event = gloo::utils::document().create_event("Event").unwrap();
    event.init_event_with_bubbles_and_cancelable("input", true, false);
    field.dispatch_event(&event).unwrap();
}

#[wasm_bindgen_test]
async fn a_key_in_the_search_field_draws_anew_only_what_it_changes() {
    let root = mounted("#/?q=bertemu&article=a", &bundle()).await;
    assert_eq!(count(&root, ".card"), 1);
    let drawn = || ["header", "time", "article", "card"].map(sorot::probe::of);
    let before = drawn();
    // Another line that means the same.
    let typed = Date::now();
    type_in(&root, "bertemu gubernur");
    settled().await;
    let after = drawn();
    assert_eq!(after[..2], before[..2], "the head or the strip was drawn anew");
    assert_eq!(count(&root, "article.story mark.hit"), 2);
    if Date::now() - typed < RESTS_MS {
        assert_eq!(hash(), "#/?q=bertemu&article=a", "the URL was written before the hand rested");
    }
    type_in(&root, "bertemu siapa");
    until(|| count(&root, ".card") == 0).await;
    assert_eq!(count(&root, ".card"), 0);
    until(|| hash().ends_with("siapa&article=a")).await;
    assert_eq!(hash(), "#/?q=bertemu%20siapa&article=a");
}

#[wasm_bindgen_test]
async fn of_a_long_list_only_what_is_in_sight_is_drawn() {
    let root = mounted("#/", &long_bundle()).await;
    let column: HtmlElement = root.query_selector(".column.list").unwrap().unwrap().unchecked_into();
    column.set_attribute("style", "height: 400px; overflow: auto").unwrap();
    // Cards of one height, as style.css makes them.
    let style = gloo::utils::document().create_element("style").unwrap();
    style.set_text_content(Some(".cards.even > li { height: 90px; overflow: hidden; }"));
    root.append_child(&style).unwrap();
    column.scroll_into_view();
    let places = || {
        let rows = root.query_selector_all(".cards > li").unwrap();
        let place =
            |n| rows.item(n).unwrap().unchecked_into::<Element>().get_attribute("aria-posinset").unwrap();
        (0..rows.length()).map(|n| place(n).parse::<u32>().unwrap()).collect::<Vec<_>>()
    };
    until(|| places().len() < 60).await;
    assert!(places().len() < 60, "{} cards are drawn", places().len());
    assert_eq!(places().first(), Some(&1));
    column.set_scroll_top(column.scroll_height());
    until(|| places().last() == Some(&120)).await;
    assert_eq!(places().last(), Some(&120));
    assert!(places().len() < 60 && places()[0] > 60, "{:?}", places());
    assert_eq!(count(&root, ".cards > li[aria-setsize='120']"), places().len() as u32);
    // Another selection begins at its top.
    type_in(&root, "pohon -77");
    until(|| places().first() == Some(&1)).await;
    assert_eq!((places().first(), places().len() < 60), (Some(&1), true));
}

/// How often the article and its lines were drawn, in every explorer of this page together.
fn drawn() -> (u32, u32) {
    (sorot::probe::of("article"), sorot::probe::of("line"))
}

#[wasm_bindgen_test]
async fn what_does_not_touch_the_article_does_not_draw_it() {
    let root = mounted("#/?article=a", &bundle()).await;
    let before = drawn();
    assert!(before.0 > 0 && before.1 > 1, "{before:?}");
    // Hovering.
    for kind in ["mouseover", "mouseenter", "mousemove", "pointermove"] {
        let bubbling = web_sys::EventInit::new();
        bubbling.set_bubbles(true);
        let event = web_sys::Event::new_with_event_init_dict(kind, &bubbling).unwrap();
        root.query_selector("mark").unwrap().unwrap().dispatch_event(&event).unwrap();
    }
    // A filter that leaves its words as they are.
    gloo::utils::window().location().set_hash("#/?from=2025-01-01&article=a").unwrap();
    settled().await;
    // The menu, a folded column, another size of the text.
    click(&root, ".menu-button");
    settled().await;
    click(&root, "#sorot-menu [data-switch=summary] input");
    settled().await;
    click(&root, "#sorot-menu [data-switch=summary] input");
    click(&root, "#sorot-menu .menu-row:nth-of-type(3) button:last-child");
    settled().await;
    assert_eq!(drawn(), before);
    click(&root, "#sorot-menu .menu-row:nth-of-type(3) button:first-child");
    settled().await;
}

#[wasm_bindgen_test]
async fn a_step_draws_the_lines_it_leaves_and_reaches() {
    let root = mounted("#/?actor=sri-mulyani&article=a", &bundle()).await;
    let lines = count(&root, "[data-block]");
    assert!(lines > 3, "{lines}");
    let before = drawn();
    click(&root, ".walker .btn:last-child");
    settled().await;
    assert_eq!(drawn(), (before.0 + 1, before.1 + 1));
    click(&root, ".walker .btn:last-child");
    settled().await;
    assert_eq!(drawn(), (before.0 + 2, before.1 + 3));
    assert_eq!(count(&root, "mark.current"), 1);
}

#[wasm_bindgen_test]
async fn a_kind_turned_off_draws_no_line() {
    let root = mounted("#/?article=a", &bundle()).await;
    let before = drawn();
    click(&root, ".legend .kind.person");
    settled().await;
    assert_eq!(drawn(), (before.0 + 1, before.1));
    click(&root, ".legend .kind.person");
    settled().await;
}

/// Markup that runs or loads something where it is taken for markup, and letters that turn the line.
const EVIL: [&str; 5] = [
    "<img src=x onerror=\"window.__pwned=1\">",
    "<svg onload=\"window.__pwned=1\"></svg><details open ontoggle=\"window.__pwned=1\"></details>",
    "</script><script>window.__pwned=1</script><iframe srcdoc=\"<script>parent.__pwned=1</script>\"></iframe>",
    "<form id=createElement name=__proto__><a href=\"javascript:window.__pwned=1\">Sari</a><style>*{display:none}</style>",
    "\u{202e}nitup\u{2066} B\u{200b}udi Z\u{301}\u{335}algo <base href=//evil.example>",
];

/// Articles that carry markup in every place that an article has.
fn hostile_bundle() -> Vec<u8> {
    let articles = EVIL.iter().zip(1..).map(|(evil, day)| {
        let text = format!(
            "---\ntitle: {evil}\nsource: {evil}\npublished: 2025-05-0{day}\n---\nMenteri Keuangan Sri Mulyani {evil} bertemu Gubernur Jawa Barat di Bandung pada Jumat.\n\n“{evil},” kata Sri Mulyani."
        );
        article::parse(&format!("{day}-{evil}.txt"), text.as_bytes()).unwrap().0
    });
    pack::write(&Corpus::new(EVIL[0], articles.collect())).unwrap()
}

/// Nothing ran, nothing was made an element, and the words can be read.
fn harmless(root: &Element, state: &str) {
    let window = gloo::utils::window();
    let ran = js_sys::Reflect::has(&window, &"__pwned".into()).unwrap();
    assert!(!ran, "a script ran: {state}");
    let made = "script, iframe, img, style, base, form[name], a[href^=javascript], svg[onload], [onerror], [ontoggle]";
    assert_eq!(count(root, made), 0, "markup became elements: {state}");
    let text = root.text_content().unwrap();
    assert!(EVIL.iter().any(|evil| text.contains(evil)), "the words aren't there: {state}");
}

#[wasm_bindgen_test]
async fn hostile_articles_links_and_corrections_are_shown_as_text() {
    let bytes = hostile_bundle();
    let encode = |text: &str| text.bytes().map(|b| format!("%{b:02X}")).collect::<String>();
    let ids: Vec<String> =
        pack::read(&bytes).unwrap().documents().iter().map(|d| d.article.id.clone()).collect();
    let mut hashes: Vec<String> =
        ids.iter().map(|id| format!("#/?article={}&sentence=0", encode(id))).collect();
    // Each mounted explorer costs time; every combination is read in the core's own test.
    let evil = EVIL.map(encode);
    let keys = ["q", "actor", "not", "source", "article", "from", &evil[0]];
    hashes.extend(keys.iter().zip(evil.iter().cycle()).map(|(key, evil)| format!("#/?{key}={evil}")));
    hashes.push("#actor=%E0%A4%A&__proto__=1&fix=%%%".into());
    for hash in &hashes {
        let root = mounted(hash, &bytes).await;
        harmless(&root, hash);
        if count(&root, "article.story mark.person") > 0 {
            click(&root, "article.story mark.person");
            settled().await;
            assert_eq!(count(&root, ".card-pop"), 1, "no card: {hash}");
            harmless(&root, &format!("card, {hash}"));
        }
        root.remove();
    }
    gloo::utils::window().location().set_hash("#/").unwrap();
    settled().await;
}

#[wasm_bindgen_test]
async fn hostile_corrections_and_views_are_shown_as_text() {
    let bytes = hostile_bundle();
    let corpus = pack::read(&bytes).unwrap();
    let evil = EVIL[0].to_string();
    let list = [
        Correction::Rename { actor: "sri-mulyani".into(), name: evil.clone() },
        Correction::Add { text: "Jumat".into(), kind: ActorKind::Organisation, actor: None },
        Correction::Split { actor: evil.clone(), spelling: evil.clone() },
    ];
    // As a reader of this bundle left them.
    let kept = gloo::utils::window().local_storage().unwrap().unwrap();
    kept.set_item(&format!("sorot.corrections.{}", file::bundle(&corpus)), &file::write(&corpus, &list))
        .unwrap();
    let views = format!("#/?q=a {evil}\nno link <script>\n\n#/ \u{202e}nitup\n");
    kept.set_item(&format!("sorot.views.{}", file::bundle(&corpus)), &views).unwrap();
    let root = mounted("#/?article=details", &bytes).await;
    assert!(
        root.query_selector(".person .facet-name")
            .unwrap()
            .unwrap()
            .text_content()
            .unwrap()
            .contains("onerror")
    );
    harmless(&root, "a renamed actor");
    click(&root, "article.story mark.person");
    settled().await;
    assert_eq!(count(&root, ".card-pop h3"), 1);
    harmless(&root, "its card");
    click(&root, ".corrections-button");
    settled().await;
    assert_eq!(count(&root, ".corrections li"), 3);
    harmless(&root, "the list of corrections");
    click(&root, ".views-button");
    settled().await;
    assert_eq!(count(&root, ".views-panel .view"), 3);
    harmless(&root, "the saved views");
    root.remove();
    kept.clear().unwrap();
}

#[wasm_bindgen_test]
async fn a_line_of_many_places_unfolds_the_others() {
    let said = |n: u32| {
        let text = format!(
            "---\npublished: 2025-05-{n:02}\n---\n“Kami siap membantu semua warga di kota ini,” kata Menteri Ratna Wibisono."
        );
        article::parse(&format!("{n:02}.txt"), text.as_bytes()).unwrap().0
    };
    let bytes = pack::write(&Corpus::new("Banyak", (1..=12).map(said).collect())).unwrap();
    let root = mounted("#/?panel=quotes", &bytes).await;
    assert_eq!(count(&root, ".sentences .sentence-foot .cite"), 5);
    click(&root, ".sentences .sentence-foot [aria-expanded=false]");
    until(|| count(&root, ".sentences .sentence-foot .cite") == 12).await;
    assert_eq!(count(&root, ".sentences .sentence-foot .cite"), 12);
    click(&root, ".sentences .sentence-foot [aria-expanded=true]");
    until(|| count(&root, ".sentences .sentence-foot .cite") == 5).await;
    assert_eq!(count(&root, ".sentences .sentence-foot .cite"), 5);
}

#[wasm_bindgen_test]
async fn what_points_back_goes_with_the_line_it_points_to() {
    let text = "---\npublished: 2025-05-02\n---\nWali Kota Agus Salim menjanjikan jalan menuju pelabuhan tahun depan. Hal itu disambut para nelayan di kota Sabang.";
    let article = article::parse("a.txt", text.as_bytes()).unwrap().0;
    let root = mounted("#/", &pack::write(&Corpus::new("Dua", vec![article])).unwrap()).await;
    let lines = || count(&root, ".section > .sentences > li");
    assert_eq!(lines(), 2);
    click(&root, ".section > .sentences .line-tools button + button");
    until(|| lines() == 0).await;
    assert_eq!(lines(), 0);
    click(&root, ".section-foot .link");
    until(|| lines() == 2).await;
    assert_eq!(lines(), 2);
}
