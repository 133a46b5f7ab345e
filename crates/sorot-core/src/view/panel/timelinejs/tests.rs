use super::*;
use crate::article;
use crate::corpus::Corpus;
use crate::query::Section;
use crate::view::{Pages, SectionView};
use serde_json::Value;

const ONE: &str = "---\nlanguage: id\ntitle: Kabar <b>pagi</b> & “sore”\nsource: Harian 'Uji'\npublished: 2031-05-06\n---\n\
    Menteri Ratna Wibisono bertemu Presiden Lina Hartono pada Selasa (6/5) <img src=x onerror=alert(1)>.\n\n\
    Menteri Ratna Wibisono membuka pelabuhan baru di kota itu pada April 2031.\n\n\
    Menteri Ratna Wibisono akan membuka pasar besar di kota itu pekan depan.\n\n\
    Menteri Ratna Wibisono terpilih di kota kecil itu pada tahun 2030.";

fn file(title: &str) -> (String, Value) {
    let (article, _) = article::parse("a.txt", ONE.as_bytes()).unwrap();
    let pages = Pages::of(Corpus::new("Uji", vec![article]));
    let query = Query::default();
    let page = pages.page(&query, Lang::Id);
    let SectionView::Timeline(view) = pages.section(&page.scope, Section::Timeline, Lang::Id) else {
        panic!("no timeline")
    };
    let text = timelinejs(&view, title, &["Aktor: <b>".into()], "https://a.example/", &query, Lang::Id);
    let value = serde_json::from_str(&text).unwrap();
    (text, value)
}

/// The members that the format knows, and what they may be (the documentation of the format: a slide needs
/// a start date, a date needs a year).
fn assert_is_timelinejs(file: &Value) {
    let keys = |value: &Value, known: &[&str]| {
        let object = value.as_object().unwrap();
        assert!(object.keys().all(|k| known.contains(&k.as_str())), "{value}");
    };
    keys(file, &["events", "title", "eras", "scale"]);
    let date = |date: &Value| {
        keys(date, &["year", "month", "day", "hour", "minute", "second", "millisecond", "display_date"]);
        assert!(date["year"].is_i64());
        assert!(date.get("month").is_none_or(|m| (1..=12).contains(&m.as_i64().unwrap())));
        assert!(date.get("day").is_none_or(|d| (1..=31).contains(&d.as_i64().unwrap())));
        assert!(date.get("day").is_none() || date.get("month").is_some());
    };
    let mut ids: Vec<&str> = Vec::new();
    for slide in file["events"].as_array().unwrap() {
        keys(
            slide,
            &[
                "start_date",
                "end_date",
                "text",
                "media",
                "group",
                "display_date",
                "background",
                "autolink",
                "unique_id",
            ],
        );
        date(&slide["start_date"]);
        if let Some(end) = slide.get("end_date") {
            date(end);
        }
        keys(&slide["text"], &["headline", "text"]);
        assert!(slide["group"].is_string() && slide["autolink"].is_boolean());
        ids.push(slide["unique_id"].as_str().unwrap());
    }
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all, "unique_id");
}

#[test]
fn the_file_is_what_timelinejs_reads_with_dates_as_fine_as_told() {
    let (_, file) = file("Panen");
    assert_is_timelinejs(&file);
    let events = file["events"].as_array().unwrap();
    let dates: Vec<&Value> = events.iter().map(|e| &e["start_date"]).collect();
    let expected: Value = serde_json::from_str(
        r#"[{"year":2030},{"year":2031,"month":4},{"year":2031,"month":5,"day":6},{"year":2031,"month":5,"day":12}]"#,
    )
    .unwrap();
    assert_eq!(serde_json::to_value(dates).unwrap(), expected);
    assert_eq!(events[3]["end_date"]["day"], 18);
    assert_eq!([&events[2]["group"], &events[3]["group"]], ["Terjadi", "Rencana"]);
    assert_eq!(events[1]["display_date"], "April 2031");
}

#[test]
fn what_an_article_says_is_never_html() {
    let (text, file) = file("<i>Panen</i>");
    assert_eq!(file["title"]["text"]["headline"], "&lt;i&gt;Panen&lt;/i&gt;");
    assert_eq!(file["title"]["text"]["text"], "Aktor: &lt;b&gt;");
    for slide in file["events"].as_array().unwrap() {
        let told = slide["text"]["text"].as_str().unwrap();
        let own = told.replace("<p>", "").replace("</p>", "");
        assert!(!own.contains(['<', '>', '"']), "{own}");
    }
    assert!(text.contains("&lt;img src=x onerror=alert(1)&gt;") && !text.contains("<img"));
}

#[test]
fn any_text_is_a_string_of_json() {
    let odd = "a\"b\\c\u{0}\n\t\u{1f}é\u{2028}</script>";
    assert_eq!(serde_json::from_str::<Value>(&quoted(odd)).unwrap(), odd);
}

#[test]
fn the_same_timeline_gives_the_same_bytes() {
    assert_eq!(file("Panen").0, file("Panen").0);
    let empty = TimelineView { events: Vec::new(), total: 0, others: 0 };
    assert_eq!(timelinejs(&empty, "", &[], "", &Query::default(), Lang::En), "{\n  \"events\": []\n}\n");
}
