//! Texts and links that were made to do harm: markup, invisible and turned letters, texts built for the
//! highlighter, broken links. Whatever they hold, a page is made of all of it, letter by letter, and
//! nothing panics. That a browser shows them as text alone is held by `tests/web.rs`.

#![allow(clippy::unwrap_used)] // The whole file is tests.

use sorot_core::article;
use sorot_core::corpus::{Corpus, pack};
use sorot_core::correct::{self, Correction, file};
use sorot_core::index::Index;
use sorot_core::query::{Query, QueryProblem};
use sorot_core::view::{ActorKind, Lang, Pages, mentions};

/// Markup that runs, loads or hides something where it is taken for markup.
fn markup() -> Vec<String> {
    let data = "data:text/html,<script>alert(1)</script>";
    let mut all: Vec<String> = [
        "<img src=x onerror=\"window.__pwned=1\">",
        "<svg onload=alert(1)><use href=\"#x\"/></svg>",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=x onerror=alert(1)&gt;\">",
        "<iframe srcdoc=\"<script>parent.__pwned=1</script>\"></iframe>",
        "<meta http-equiv=refresh content=\"0;url=//evil.example\"><base href=\"//evil.example/\">",
        "<details open ontoggle=alert(1)><input autofocus onfocus=alert(1)></details>",
        "<style>@import '//evil.example/x.css'; body{background:url(//evil.example/b)}</style>",
        "<img srcset=\"//evil.example/a 1x\"><video poster=\"//evil.example/p\"></video>",
        "<a href=\"java\tscript:alert(1)\">Budi</a> <a href=\"&#106;avascript:alert(1)\">Sari</a>",
        "<form id=createElement name=__proto__><input name=constructor><b id=toString>",
        "<div style=\"display:none\" aria-hidden=true>Budi</div><template>Sari</template><noscript>Joko</noscript>",
        "</script><script>window.__pwned=1</script><!-- ]]> $& $1 {{x}} ${y}",
        "<script type=text>Menteri Budi Santoso bertemu Sari Wijaya</script>",
    ]
    .map(String::from)
    .to_vec();
    all.push(format!("<a href='{data}'>{data}</a>"));
    all
}

/// Letters that turn, hide, pile up or only look like others.
fn letters() -> Vec<String> {
    vec![
        "\u{202e}nitup rimidalV\u{202c} \u{2066}Budi \u{2067}Sari".into(),
        "Bu\u{200b}di San\u{200d}to\u{ad}so \u{feff}bertemu\u{2060} Sa\u{200c}ri".into(),
        format!("Z{}algo Budi", "\u{301}\u{335}\u{489}".repeat(1000)),
        "Аngеla Μerkel Ѕari Ρutin".into(),
        "Ｂｕｄｉ Ｓａｎｔｏｓｏ ﬁnal ﬀ ĳ Ǆ".into(),
        "İstanbul ISPARTA ıspanak İİİ ẞ STRASSE Straße ΟΔΥΣΣΕΥΣ ὀδυσσεύς".into(),
        "\u{1112}\u{1161}\u{11ab}\u{1100}\u{1173}\u{11af} 한글 \u{1112}\u{1161}".into(),
        "👩‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿 👨🏿‍🚀 🇮🇩🇮 Budi".into(),
        "١٢ أبريل 2025 بوتين ١٢/٤/٢٠٢٥ ۱۲".into(),
        "\u{0}\u{1}\u{7f}\u{85}\u{2028}\u{2029}\u{fffd}\u{10ffff}".into(),
    ]
}

/// Texts made for what marks words in texts.
fn patterns() -> Vec<String> {
    let size = if cfg!(debug_assertions) { 100_000 } else { 1_000_000 };
    vec![
        "a".repeat(size),
        format!("{}b ", "a".repeat(30)).repeat(size / 40),
        "A ".repeat(size / 20),
        "“”\"\"''«»‘’".repeat(size / 200),
        "Menteri . * Menteri a Menteri \u{a0} Presiden \"\" ".repeat(200),
        // As many actors as a text of this length can name.
        (0..size / 100).map(|n| format!("Menteri {} Ab{} bertemu. ", name(n), name(n / 7))).collect(),
        format!("Menteri {} bertemu Budi.", "Santoso ".repeat(1500)),
    ]
}

/// A made-up name for a number.
fn name(n: usize) -> String {
    let digits = n.to_string().bytes().map(|b| char::from(b - b'0' + b'a')).collect::<String>();
    format!("K{digits}")
}

fn all() -> Vec<String> {
    markup().into_iter().chain(letters()).chain(patterns()).collect()
}

/// An article that carries `evil` in every place that an article has.
fn article_of(number: usize, evil: &str) -> article::Article {
    let line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let head: String = line(evil).chars().take(2_000).collect();
    let text = format!(
        "---\ntitle: {head}\nsource: {head}\npublished: 2025-04-{:02}\n---\n{evil}\n\nMenteri Keuangan {evil} Budi Santoso bertemu Gubernur {evil} di Bandung pada Jumat.\n\n“{evil},” kata Budi Santoso.\n\nBudi Santoso {evil}",
        1 + number % 28
    );
    let file: String = head.chars().take(60).collect();
    article::parse(&format!("{number}-{file}.txt"), text.as_bytes()).unwrap().0
}

fn corpus(evils: &[String]) -> Corpus {
    let articles = evils.iter().enumerate().map(|(n, evil)| article_of(n, evil));
    Corpus::new(&evils.concat().chars().take(200).collect::<String>(), articles.collect())
}

/// Draws everything there is of every article under `query`: pages, cards, lists. What was drawn is
/// the text.
fn drawn(pages: &Pages, query: &Query) {
    let ids: Vec<String> = pages.corpus().documents().iter().map(|d| d.article.id.clone()).collect();
    for (n, id) in ids.iter().enumerate() {
        let lang = if n % 2 == 0 { Lang::Id } else { Lang::En };
        let page = pages.page(&query.with_sentence(id, 1), lang);
        let reader = page.reader.unwrap();
        let document = pages.corpus().document_by_id(id).and_then(|d| pages.corpus().document(d)).unwrap();
        let body = &document.article.body;
        assert_eq!(reader.blocks.len(), document.structure.blocks.len());
        for (block, drawn) in document.structure.blocks.iter().zip(&reader.blocks) {
            let joined: String = drawn.segments.iter().map(|s| s.text.as_str()).collect();
            assert!(joined == block.span.of(body), "segments don't join to the line: {joined:.200}");
            assert!(drawn.segments.iter().all(|s| !s.text.is_empty()));
            assert_eq!(mentions(&drawn.segments).count(), drawn.segments.len());
        }
        let solid = |c: &char| !c.is_whitespace();
        let whole = reader.blocks.iter().flat_map(|b| &b.segments).flat_map(|s| s.text.chars());
        assert!(whole.filter(solid).eq(body.chars().filter(solid)), "{id} isn't shown whole");
        for number in (0..document.mentions.len() as u32).step_by(1 + document.mentions.len() / 8) {
            let card = pages.mention(id, number, lang).unwrap();
            assert!(pages.actor(query, &card.slug, lang).is_some());
        }
        for number in (0..document.timexes.len() as u32).take(3) {
            assert!(pages.date(id, number, lang).is_some());
        }
        for number in (0..document.quotes.len() as u32).take(3) {
            assert!(pages.quote(id, number, lang).is_some());
        }
        for number in (0..document.contacts.len() as u32).take(3) {
            assert!(pages.contact(id, number, lang).is_some());
        }
        for block in 0..reader.blocks.len().min(4) as u32 {
            let (place, _) = pages.line(id, block).unwrap();
            assert!(place.text.is_empty() || pages.selected(id, block, 0, &place.text).is_some());
        }
    }
    let page = pages.page(query, Lang::Id);
    let cards = pages.cards(&page.list, 0..page.list.len(), Lang::En);
    for card in cards {
        let title: String = card.title_pieces.iter().map(|p| p.text.as_str()).collect();
        assert_eq!(title, card.title.text);
    }
}

#[test]
fn hostile_articles_are_shown_letter_by_letter() {
    for group in [markup(), letters(), patterns()] {
        let corpus = corpus(&group);
        let bytes = pack::write(&corpus).unwrap();
        assert!(pack::read(&bytes).unwrap() == corpus, "the pack brings back something else");
        drawn(&Pages::of(corpus), &Query::default());
    }
}

#[test]
fn hostile_words_are_looked_for() {
    let pages = Pages::of(corpus(&[markup(), letters()].concat()));
    for evil in all() {
        let query = Query::default().with_text(&evil);
        assert!(query.text().chars().count() <= 200);
        assert_eq!(Query::parse(&query.to_string()), (query.clone(), vec![]), "{evil:.80}");
        pages.page(&query, Lang::Id);
    }
    for word in
        ["alert", "<script>", "\"evil.example\"", "budi", "-script", "\u{202e}", "İ", "ß", "*", ".", "a"]
    {
        drawn(&pages, &Query::default().with_text(word));
    }
}

#[test]
fn hostile_corrections_hold_or_say_why_not() {
    let corpus = corpus(&[markup(), letters()].concat());
    let slugs: Vec<String> = corpus.actors().iter().map(|a| a.slug.clone()).take(12).collect();
    assert!(slugs.len() > 3, "{slugs:?}");
    let mut all: Vec<Correction> = Vec::new();
    for (evil, slug) in self::all().into_iter().zip(slugs.iter().cycle()) {
        let actor = || slug.clone();
        all.push(Correction::Rename { actor: actor(), name: evil.clone() });
        all.push(Correction::Split { actor: actor(), spelling: evil.clone() });
        all.push(Correction::Kind { actor: evil.chars().take(300).collect(), kind: ActorKind::Place });
        all.push(Correction::Merge { actor: evil.chars().take(300).collect(), into: actor() });
        for actor in [None, Some(actor()), Some(evil.chars().take(300).collect())] {
            all.push(Correction::Add { text: evil.clone(), kind: ActorKind::Person, actor });
        }
    }
    for text in ["", " ", "a", ".", "*", "\u{202e}", "<", "Budi", "__proto__", "constructor"] {
        all.push(Correction::Add { text: text.into(), kind: ActorKind::Organisation, actor: None });
    }
    let corrected = correct::apply(&corpus, &Index::of(&corpus), &all);
    assert_eq!(corrected.refusals.len(), all.len());
    let held = corrected.refusals.iter().filter(|r| r.is_none()).count();
    assert!(held > 10 && held < all.len(), "{held} of {} hold", all.len());
    for actor in corrected.corpus.actors() {
        let name = &actor.name;
        assert!(name.chars().count() <= correct::MAX_NAME || !all.iter().any(|c| renames(c, &actor.slug)));
    }
    let pages = Pages::of(corrected.corpus);
    let lines = pages.corrections(&all, &corrected.refusals, Lang::En);
    for (line, refusal) in lines.iter().zip(&corrected.refusals) {
        assert!(!line.text.is_empty());
        assert_eq!(line.refused.is_some(), refusal.is_some());
    }
    drawn(&pages, &Query::default());
    // They travel as they are.
    let text = file::write(&corpus, &all);
    assert!(file::read(&corpus, &text).unwrap().corrections == all);
    for one in &all {
        let one = std::slice::from_ref(one);
        if let Some(link) = file::to_link(one) {
            assert!(
                link.len() <= file::MAX_LINK
                    && link.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c))
            );
            assert_eq!(file::from_link(&link).as_deref(), Some(one));
        }
    }
}

fn renames(correction: &Correction, slug: &str) -> bool {
    matches!(correction, Correction::Rename { actor, .. } if actor == slug)
}

#[test]
fn files_and_links_of_corrections_that_are_none_are_told() {
    let corpus = corpus(&markup());
    let wrong = [
        "",
        "{",
        "[]",
        "null",
        "<script>",
        "\u{feff}",
        "{\"sorot\":1}",
        "{\"__proto__\":{}}",
        "{\"sorot\":\"corrections\",\"version\":9,\"bundle\":\"\",\"title\":\"\",\"corrections\":[]}",
        "{\"sorot\":\"corrections\",\"version\":1,\"bundle\":\"\",\"title\":\"\",\"corrections\":[{\"run\":{}}]}",
        "{\"sorot\":\"corrections\",\"version\":1,\"bundle\":\"\",\"title\":\"\",\"corrections\":{\"a\":1e400}}",
    ];
    for text in wrong {
        let why = file::read(&corpus, text).unwrap_err();
        assert!(!why.words(Lang::Id).is_empty() && !why.words(Lang::En).is_empty());
    }
    let deep = format!(
        "{{\"sorot\":\"corrections\",\"version\":1,\"bundle\":\"\",\"title\":\"\",\"corrections\":{}",
        "[".repeat(200_000)
    );
    assert!(file::read(&corpus, &deep).is_err());
    for evil in all() {
        assert_eq!(file::from_link(&evil), None, "{evil:.60}");
    }
    // A length that isn't there: nothing is set aside for it.
    assert_eq!(file::from_link("_____w8"), None);
    assert_eq!(file::from_link(&"_".repeat(5)), None);
}

#[test]
fn hostile_links_are_read_and_what_was_passed_over_is_told() {
    let mut pages = Pages::of(corpus(&markup()));
    let evil = "<img src=x onerror=alert(1)>";
    let told = [
        ("#actor=%E0%A4%A", 0),
        ("#/?__proto__=1", 1),
        ("#/?constructor=1&toString=2&<script>=3", 3),
        ("#/?from=2025-99-99&to=-271821-04-20", 2),
        ("#/?from=9999-12-31&to=0001-01-01", 0),
        ("#/?sentence=-1&sentence=1e9&sentence=99999999999", 3),
        ("#/?match=any&match=all&match=%00", 1),
        ("#/?zoom=a_b&zoom=2025-01-01_2025-13-01", 2),
        ("#/?&&&===&", 1),
        ("#/?q=%&actor=%%%&not=%+1", 0),
        ("#/?fix=%%%", 0),
    ];
    for (hash, problems) in told {
        let (query, found) = Query::parse(hash);
        assert_eq!(found.len(), problems, "{hash}: {found:?}");
        stands(&mut pages, &query);
    }
    for text in all() {
        let encoded: String = text.bytes().take(5_000).map(|b| format!("%{b:02X}")).collect();
        for key in ["q", "actor", "not", "source", "article", "from", "sort", "lang", "undated", "zoom", evil]
        {
            let (query, problems) = Query::parse(&format!("#/?{key}={encoded}&{key}={text}"));
            for problem in &problems {
                let (QueryProblem::UnknownKey(what) | QueryProblem::BadValue(what, _)) = problem;
                assert!(what.chars().count() <= 40);
            }
            if !text.contains('&') && encoded.len() + text.len() < 15_000 {
                let plain = ["q", "actor", "not", "source", "article"].contains(&key);
                assert_eq!(problems.is_empty(), plain, "{key}={text:.60}: {problems:?}");
            }
            stands(&mut pages, &query);
        }
    }
    let long = format!("#/?actor={}", "a".repeat(1_000_000));
    assert_eq!(Query::parse(&long).1.len(), 1);
    let many: String = (0..3000).map(|n| format!("actor=a{n}&")).collect();
    assert!(Query::parse(&format!("#/?{many}")).0.actors().count() <= 100);
}

/// A page is made of the query, and the query's link reads the same again.
fn stands(pages: &mut Pages, query: &Query) {
    pages.page(query, Lang::En);
    assert_eq!(Query::parse(&query.to_string()), (query.clone(), vec![]));
}
