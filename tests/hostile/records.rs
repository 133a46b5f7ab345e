//! Groups 16 to 25: JSON; 26 to 30: XML; tables.

use super::case::Case;
use sorot_intake::Finding;

/// The cases.
pub fn cases() -> Vec<Case> {
    let json = |group, what, text: &str| Case::new(group, what, "data.json", text);
    let mut cases = vec![
        json(16, "half a surrogate pair", r#"[{"text": "Harga \ud800 turun."}]"#).says(Finding::LoneSurrogates).holds("Harga \u{fffd} turun."),
        json(17, "byte order mark", "\u{feff}[{\"text\": \"Satu.\"}]").holds("Satu."),
        json(18, "the same key twice", r#"[{"text": "Satu.", "text": "Dua."}]"#).says(Finding::RepeatedField).holds("Satu."),
        json(19, "__proto__", r#"[{"__proto__": {"text": "x"}, "constructor": 1, "id": "__proto__", "title": "constructor", "source": "toString", "text": "Satu."}]"#)
            .holds("constructor"),
        json(20, "200,000 lists in an unknown field", &format!(r#"[{{"x": {}{}, "text": "Satu."}}, {{"text": "Dua."}}]"#, "[".repeat(200_000), "]".repeat(200_000)))
            .reads(2),
        json(20, "200,000 objects in the text", &format!(r#"[{{"text": {}1{}}}, {{"text": "Dua."}}]"#, "{\"a\":".repeat(200_000), "}".repeat(200_000)))
            .says(Finding::WrongType),
        json(20, "200,000 lists as the text", &format!(r#"[{{"text": {}1{}}}, {{"text": "Dua."}}]"#, "[".repeat(200_000), "]".repeat(200_000))).holds("Dua."),
        json(20, "1,000,000 open brackets", &"[".repeat(1_000_000)).reads(0),
        json(20, "500,000 open objects", &"{\"a\":[".repeat(500_000)).reads(0),
        json(21, "numbers beyond", r#"[{"id": 9007199254740993, "score": 1e400, "x": NaN, "text": "Satu."}]"#),
        json(22, "wrong types", r#"[{"text": 17}, {"text": {"a": 1}}, {"text": true}, {"text": ["Satu.", 2]}, 5, null, [], {"title": ["x"], "text": "Dua.", "date": {}}]"#)
            .says(Finding::WrongType)
            .says(Finding::JsonNoText),
        json(23, "one id twice", r#"[{"id": "a", "text": "Satu."}, {"id": "a", "text": "Dua."}]"#).reads(2),
        json(25, "what could end a script", r#"[{"text": "Kata </script><script>alert(1)</script> <!-- $& ]]> dia."}]"#).holds("</script><script>alert(1)</script> <!-- $& ]]> dia."),
        Case::new(25, "the same in plain text", "a.txt", "Kata </script><script>alert(1)</script> <!-- $& ]]> dia.").holds("</script><script>alert(1)</script> <!-- $& ]]>"),
        json(18, "comma at the end, raw line break", "[{\"text\": \"Sa\ntu.\",},]").holds("Sa\ntu."),
        json(18, "cut short", r#"[{"text": "Satu."}, {"text": "Du"#).says(Finding::JsonRest),
        json(18, "100,000 broken records", &format!("[{}]", "{\"text\" 1},".repeat(100_000))).reads(0),
        json(22, "100,000 fields", &format!("{{{}\"text\": \"Satu.\"}}", "\"a\":1,".repeat(100_000))).reads(0),
        Case::new(22, "table with an open quotation mark", "a.csv", "text\n\"Satu.\nDua.\n").says(Finding::CsvOpenQuote),
        Case::new(22, "1,000,000 columns", "a.csv", format!("text{}\nSatu.{}", ",".repeat(1_000_000), ",".repeat(1_000_000))),
        Case::new(22, "2,000,000 quotation marks", "a.csv", format!("text\n{}", "\"".repeat(2_000_001))).reads(0).says(Finding::CsvOpenQuote),
        Case::new(22, "200,000 rows", "a.csv", format!("text\n{}", "x\n".repeat(200_000))).says(Finding::SameText),
    ];
    let many: Vec<String> = (0..100_000).map(|n| format!("\"Tokoh{n}\"")).collect();
    let odd = format!(r#"".", "*", " ", "a", "", "{}", "__proto__", "$&", "Satu""#, "x".repeat(10_000));
    let acted =
        |actors: &str| format!(r#"[{{"text": "Satu kata a tentang Tokoh7.", "actors": [{actors}]}}]"#);
    cases.extend([
        json(41, "100,000 actors handed in", &acted(&many.join(",")))
            .says(Finding::ActorsCut)
            .says(Finding::ActorUnnamed),
        json(41, "actors that are no names", &acted(&odd)).says(Finding::ActorUnfit),
        Case::new(
            41,
            "1 MB of a declared name",
            "a.json",
            format!(r#"[{{"text": "{}", "actors": ["a a", "a"]}}]"#, "a ".repeat(1 << 19)),
        ),
    ]);
    let days = [
        "0000-00-00",
        "9999-12-31",
        "-271821-04-20",
        "2024-02-30",
        "03/04/05",
        "2025-04-25T10:00:00+14:00",
        "Fri, 25 Apr 2025 10:00:00 GMT",
        "1745539200000",
    ];
    let rows: String = (0..)
        .zip(days)
        .map(|(n, day)| format!("{{\"text\": \"Artikel nomor {n}.\", \"date\": \"{day}\"}}\n"))
        .collect();
    cases.push(
        Case::new(24, "days that are none", "hari.jsonl", rows)
            .reads(days.len())
            .says(Finding::DateUnread)
            .says(Finding::DateAmbiguous),
    );
    let feed = |group, what, head: &str, item: &str| {
        let text = format!(
            "<?xml version=\"1.0\"?>{head}<rss><channel><item><title>J</title>{item}</item></channel></rss>"
        );
        Case::new(group, what, "umpan.xml", text)
    };
    let quadratic = format!("<!DOCTYPE r [<!ENTITY a \"{}\">]>", "x".repeat(26_000));
    cases.extend([
        feed(26, "file entity", "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>", "<description>&x;</description>").skips(Finding::XmlEntities),
        feed(26, "remote entity", "<!DOCTYPE r SYSTEM \"http://evil/x.dtd\">", "<description>&x;</description>").skips(Finding::XmlEntities),
        feed(27, "billion laughs", "<!DOCTYPE l [<!ENTITY a 'lol'><!ENTITY b '&a;&a;&a;&a;'>]>", "<description>&b;</description>").skips(Finding::XmlEntities),
        feed(28, "quadratic blow-up", &quadratic, &format!("<description>{}</description>", "&a;".repeat(8_000))).skips(Finding::XmlEntities),
        feed(28, "undeclared entity", "", "<description>a &x; b</description>").holds("a &x; b"),
        feed(29, "100,000 deep", "", &format!("<description>{}Satu.", "<x>".repeat(100_000))).holds("Satu."),
        feed(29, "100,000 deep in XHTML", "", &format!("<content type='xhtml'>{}Satu.</content>", "<div>".repeat(100_000))).holds("Satu.").says(Finding::HtmlTooDeep),
        feed(30, "script in CDATA, javascript link", "", "<link>javascript:alert(1)</link><description><![CDATA[<p>Satu.</p><script>alert(1)</script><a href='/x'>dua</a>]]></description>")
            .holds("Satu.\ndua")
            .lacks(&["alert"]),
        Case::new(30, "wrong encoding declared", "umpan.xml", b"<?xml version='1.0' encoding='utf-8'?><rss><item><description>caf\xe9 \x93siap\x94</description></item></rss>".to_vec())
            .says(Finding::EncodingOther)
            .holds("café “siap”"),
        feed(30, "100,000 items never closed", "", &"<item><description>x".repeat(100_000)).says(Finding::SummaryOnly),
    ]);
    cases
}
