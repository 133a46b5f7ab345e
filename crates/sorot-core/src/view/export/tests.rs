use super::*;
use crate::article;
use crate::corpus::Corpus;

fn pages() -> Pages {
    let read = |name: &str, text: &str| article::parse(name, text.as_bytes()).unwrap().0;
    Pages::of(Corpus::new(
        "../Uji: <b>\u{202e}",
        vec![
            read(
                "a.txt",
                "---\ntitle: =HYPERLINK(\"http://evil\") & <i>\nsource: Harian Uji\nlanguage: id\npublished: 2025-05-02\n---\nMenteri Budi Santoso bertemu Ani Wijaya di Bandung. “Harga turun,” kata Budi Santoso.",
            ),
            read("b.txt", "---\nlanguage: id\n---\nMenteri Budi Santoso pulang ke Jakarta pada Jumat."),
        ],
    ))
}

fn made(format: Format, hash: &str) -> String {
    let filters = ["Aktor: Ani | \"x\"".to_string()];
    export(&pages(), &Query::parse(hash).0, format, &filters, "https://a.example/", &[], Lang::Id).text
}

#[test]
fn every_form_obeys_the_filters_and_says_which() {
    for format in Format::ALL {
        let all = made(format, "#/");
        let one = made(format, "#/?actor=ani-wijaya");
        assert!(
            all.contains("Budi Santoso") || matches!(format, Format::Ris | Format::Bibtex | Format::Markdown),
            "{format:?}"
        );
        assert!(one.len() < all.len(), "{format:?}");
        assert!(one.contains("Aktor: Ani"), "{format:?}: {one}");
        assert!(!one.contains("b.txt") && !one.contains("article=b"), "{format:?}");
        assert_eq!(one, made(format, "#/?actor=ani-wijaya"));
    }
}

#[test]
fn names_of_files_are_only_names() {
    for format in Format::ALL {
        assert_eq!(file_name("../Uji: <b>\u{202e}", format), format!("sorot-uji-b.{}", format.ending()));
    }
    assert_eq!(file_name("CON", Format::Csv), "sorot-con.csv");
    assert_eq!(file_name("\u{202e}…", Format::Csv), "sorot-x.csv");
    assert_eq!(file_name("京都", Format::Csv), "sorot.csv");
    assert!(file_name(&"a".repeat(10_000), Format::Csv).len() < 80);
}

#[test]
fn lines_of_json_are_json() {
    let lines = made(Format::JsonLines, "#/");
    let rows: Vec<serde_json::Value> = lines.lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    assert_eq!(rows.len(), 2);
    let whole: serde_json::Value = serde_json::from_str(&made(Format::Json, "#/")).unwrap();
    assert_eq!(whole.as_array().unwrap(), &rows);
    let row = rows.iter().find(|row| row["file"] == "a.txt").unwrap();
    assert!(row["quotes"][0]["speakers"].as_array().is_some_and(|s| !s.is_empty()), "{row}");
    assert_eq!(row["published"]["from"], "2025-05-02");
}

#[test]
fn citations_and_tables_are_as_written_here() {
    let check = |format, wanted: &str| {
        let text = made(format, "#/?actor=ani-wijaya");
        assert!(text.contains(wanted), "{format:?}: {text}");
    };
    check(
        Format::Csv,
        "\r\n\"'=HYPERLINK(\"\"http://evil\"\") & <i>\",\"2025-05-02\",\"2025-05-02\",\"0\",\"Harian Uji\",\"id\",",
    );
    check(Format::Ris, "TY  - NEWS\r\nTI  - =HYPERLINK(\"http://evil\") & <i>\r\nT2  - Harian Uji\r\n");
    check(
        Format::Bibtex,
        "title = {{=HYPERLINK(\"http://evil\") \\& <i>}},\n  howpublished = {Harian Uji},\n  year = {2025},",
    );
    check(Format::GraphMl, "<data key=\"name\">Ani Wijaya</data><data key=\"kind\">person</data>");
    check(Format::Markdown, "1. “\\=HYPERLINK".trim_end_matches("\\=HYPERLINK"));
    check(Format::Markdown, "\\<i\\>");
}

#[test]
fn notes_go_along_with_their_articles() {
    let pages = pages();
    let article = pages.corpus().documents().iter().next().unwrap().article.clone();
    let text: String = article.body.chars().take(12).collect();
    let at = crate::correct::Place { article: article.id.clone(), start: 0, text };
    let notes = [Note::on(pages.corpus(), &at, "Cek \"angka\"\n<b>", "a*b").unwrap()];
    let made =
        |format, notes: &[Note]| export(&pages, &Query::default(), format, &[], "", notes, Lang::Id).text;
    let rows: serde_json::Value = serde_json::from_str(&made(Format::Json, &notes)).unwrap();
    let told: Vec<_> = rows.as_array().unwrap().iter().filter(|row| row.get("notes").is_some()).collect();
    assert_eq!(told.len(), 1);
    assert_eq!(told[0]["notes"][0]["note"], "Cek \"angka\"\n<b>");
    assert_eq!(told[0]["notes"][0]["tags"][0], "a*b");
    assert_eq!(told[0]["notes"][0]["start"], 0);
    // And come back from there, in a list and in lines.
    for format in [Format::Json, Format::JsonLines] {
        let back = crate::notes::read(pages.corpus(), &made(format, &notes)).unwrap();
        assert_eq!(back.notes, notes);
        assert!(crate::notes::read(pages.corpus(), &made(format, &[])).is_err());
    }
    let list = made(Format::Markdown, &notes);
    assert!(list.contains("    Cek \"angka\"\n\n    \\<b\\>\n") && list.contains("    \\#a\\*b\n"), "{list}");
    assert_eq!(made(Format::Csv, &notes), made(Format::Csv, &[]));
}
