use super::*;
use crate::entry::State;

fn page(text: &str) -> Entry {
    read(&Place::file("a.html"), text).remove(0)
}

/// Sentences of an invented story, each in its own paragraph.
fn paragraphs(count: usize) -> String {
    (1..=count)
        .map(|n| format!("<p>Harga beras di pasar induk turun {n} persen pada pekan ini, kata kepala dinas perdagangan, karena panen raya sudah dimulai di beberapa daerah.</p>\n"))
        .collect()
}

#[test]
fn a_news_page_is_read_without_its_furniture() {
    let text = format!(
        r#"<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Harga Beras Turun Lagi - Harian Uji</title>
        <meta property="og:site_name" content="Harian Uji"><meta property="article:published_time" content="2025-04-25T10:00:00+07:00">
        <link rel="canonical" href="https://www.uji.example/a"><script type="application/ld+json">{{"@graph": [{{"@type": "WebPage"}},
        {{"@type": "NewsArticle", "headline": "Harga Beras Turun &amp; Stabil", "datePublished": "2025-04-24", "publisher": {{"name": "Harian Uji Coba"}}}}]}}</script></head>
        <body class="has-sidebar"><header><a href="/">Beranda</a> <a href="/e">Ekonomi</a></header><nav><ul><li><a href="/1">Terbaru</a></ul></nav>
        <h1>Harga Beras Turun &amp; Stabil</h1><div class="detail__body"><div class="ads">Iklan yang panjang sekali, supaya mirip kalimat, tetapi bukan bagian berita sama sekali.</div>
        {}<p><strong>Baca juga: <a href="/x">Judul lain yang ditautkan ke berita lain</a></strong></p>{}
        <figure><img src=x onerror=alert(1)><figcaption>Foto: seseorang memotret pasar induk pada pagi hari.</figcaption></figure></div>
        <div class="komentar"><p>Komentar pembaca yang panjang, dengan banyak koma, supaya ia tampak seperti berita, padahal bukan.</p></div>
        <footer><p>Hak cipta Harian Uji, semua hak dilindungi undang-undang, dilarang menyalin tanpa izin.</p></footer></body></html>"#,
        paragraphs(3),
        paragraphs(2)
    );
    let entry = page(&text);
    let article = entry.article.as_ref().unwrap();
    assert_eq!(article.declared_title.as_deref(), Some("Harga Beras Turun & Stabil"));
    assert_eq!(article.source.as_deref(), Some("Harian Uji Coba"));
    assert_eq!(article.declared_day.unwrap().day.to_string(), "2025-04-24");
    assert_eq!(article.declared_language, None);
    assert_eq!(entry.remarks.iter().map(|r| r.finding).collect::<Vec<_>>(), [Finding::LanguageOther]);
    let lines: Vec<&str> = article.body.lines().collect();
    assert_eq!(lines.len(), 6, "{lines:#?}");
    assert!(lines[3].starts_with("Baca juga: Judul lain"));
}

#[test]
fn a_story_cut_into_boxes_is_read_whole() {
    let boxes: String =
        (0..4).map(|_| format!("<div>{}</div><div class=ads>x</div>", paragraphs(2))).collect();
    let entry = page(&format!("<body><div id=w><div id=c>{boxes}</div></div></body>"));
    assert_eq!(entry.article.unwrap().body.lines().count(), 8);
}

#[test]
fn lines_without_paragraphs_are_read() {
    let text = paragraphs(4).replace("<p>", "").replace("</p>", "<br><br>");
    let entry = page(&format!(
        "<title>Judul | Uji</title><body><div class=isi>{text}</div><div><a href=x>Lain, yang panjang, dan hanya tautan ke halaman lain</a></div>"
    ));
    let article = entry.article.unwrap();
    assert_eq!(article.body.lines().count(), 4);
    assert_eq!(article.declared_title.as_deref(), Some("Judul | Uji"));
}

#[test]
fn a_page_without_lines_gives_what_it_declares() {
    let body = "Harga beras turun, kata kepala dinas. ".repeat(5);
    let text = format!(
        "<script type='application/ld+json'>{{\"@type\": [\"NewsArticle\"], \"articleBody\": \"{body}\"}}</script><div id=app></div>"
    );
    let entry = page(&text);
    assert_eq!(entry.remarks[0].finding, Finding::BodyFromMetadata);
    assert_eq!(entry.article.unwrap().body, body.trim());
}

#[test]
fn a_page_without_a_story_is_skipped() {
    let entry = page(
        "<html><body><nav><a href=x>Beranda</a></nav><script>var a = '<p>teks</p>'</script></body></html>",
    );
    assert_eq!((entry.state(), entry.remarks[0].finding), (State::Skipped, Finding::NoStory));
}

#[test]
fn titles_lose_their_site() {
    assert_eq!(without_site("Harga - turun - Uji.com", Some("uji.com")), "Harga - turun");
    assert_eq!(without_site("Harga turun | Berita Uji", Some("Uji")), "Harga turun");
    assert_eq!(without_site("Harga - turun", Some("Uji")), "Harga - turun");
}

#[test]
fn markup_is_known_by_its_tags() {
    for text in ["<p>x", "a</p>", "x<br/>y", "<DIV class=x>"] {
        assert!(is_markup(text), "{text}");
    }
    for text in [
        "a < b",
        "x <y and z> w",
        "<3",
        "a<b",
        "<p",
        "<Putin>",
        "<script>x</script>",
        "<img src=x onerror=y>",
    ] {
        assert!(!is_markup(text), "{text}");
    }
}
