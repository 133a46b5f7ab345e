//! `sorot bundle` and `sorot check` (docs/intake.md).

use super::{Folder, rows, sorot, told};
use serde_json::Value;
use std::ffi::OsString;

fn folder(test: &str) -> Folder {
    let folder = Folder::new(test);
    folder.file(
        "a.txt",
        "---\nsource: Harian Uji\n---\nMenteri Budi Santoso bertemu Ani Wijaya di Bandung (25/4).",
    );
    folder
        .file("b.json", r#"[{"isi": "Harga beras turun."}, {"isi": "Harga beras turun."}, {"judul": "x"}]"#);
    folder.file("c.csv", "judul;isi;tanggal\nJ;Harga jagung naik.;03/04/05\n");
    folder.file(
        "d.html",
        "<title>J</title><p>Harga kedelai, kata dia, naik pekan ini di pasar induk kota.</p>",
    );
    folder.file("e.pdf", "%PDF-1.7");
    folder.file(".hidden.txt", "Tidak dibaca.");
    folder
}

fn run(arguments: &[&str], folder: &Folder, rest: &[OsString]) -> std::process::Output {
    let mut all: Vec<OsString> = arguments.iter().map(OsString::from).collect();
    all.push(folder.0.clone().into());
    all.extend_from_slice(rest);
    sorot(&all)
}

#[test]
fn a_folder_is_checked_and_every_article_told() {
    let folder = folder("check");
    let output = run(&["check"], &folder, &[]);
    assert_eq!(output.status.code(), Some(1));
    let lines = String::from_utf8(output.stdout).unwrap();
    assert_eq!(
        lines.lines().collect::<Vec<_>>(),
        [
            "b.json #2:1: skipped: its text is that of b.json #1",
            "b.json #3:1: skipped: there is no field with its text; name it text, body, content or isi",
            "c.csv #1:2: “03/04/05” could be two days; write it as 2025-04-25",
            "e.pdf: skipped: this is PDF, not text; save it as .txt or .html",
            "3 read, 1 read with remarks, 3 skipped",
        ]
    );
    let report: Value = rows(&run(&["check", "--json"], &folder, &[])).remove(0);
    assert_eq!((report["read"].as_u64(), report["skipped"].as_u64()), (Some(3), Some(3)));
    assert_eq!(report["articles"][2]["remarks"][0]["code"], "same-text");
    assert_eq!(report["articles"][2]["remarks"][0]["id"], "teksnya sama dengan b.json #1");
    assert_eq!(report["articles"][1]["format"], "json");
}

#[test]
fn one_file_is_checked_like_a_folder_of_one() {
    let folder = folder("check-file");
    let output = sorot(&[OsString::from("check"), folder.0.join("c.csv").into()]);
    let lines = String::from_utf8(output.stdout).unwrap();
    assert_eq!(
        lines,
        "c.csv #1:2: “03/04/05” could be two days; write it as 2025-04-25\n0 read, 1 read with remarks, 0 skipped\n"
    );
}

#[test]
fn a_folder_becomes_a_pack_and_says_what_was_left_out() {
    let folder = folder("bundle");
    let pack = folder.0.join("x.sorot");
    let to = [OsString::from("-o"), pack.clone().into(), "--title".into(), "Uji".into()];
    let output = run(&["bundle"], &folder, &to);
    assert_eq!(output.status.code(), Some(1), "{}", told(&output));
    assert!(String::from_utf8_lossy(&output.stdout).contains("4 articles"));
    let corpus = sorot_core::corpus::pack::read(&std::fs::read(&pack).unwrap()).unwrap();
    assert_eq!((corpus.title(), corpus.documents().len()), ("Uji", 4));
    // The pack beside its sources is told as the same texts, not stacked.
    let again = rows(&run(&["check", "--json"], &folder, &[])).remove(0);
    assert_eq!(again["read"].as_u64(), Some(3));
    std::fs::remove_file(folder.0.join("b.json")).unwrap();
    std::fs::remove_file(folder.0.join("e.pdf")).unwrap();
    std::fs::remove_file(&pack).unwrap();
    assert!(run(&["bundle"], &folder, &to).status.success());
}

#[test]
fn a_folder_becomes_a_page_that_holds_it() {
    let folder = Folder::new("page");
    folder.file("a.txt", "Menteri Budi Santoso bertemu Ani Wijaya.");
    let shell = "<!-- sorot:policy --><!-- /sorot:policy --><!-- sorot:title --><!-- /sorot:title --><!-- sorot:styles --><!-- /sorot:styles -->\
        <!-- sorot:code --><!-- /sorot:code --><noscript>\n<!-- sorot:contents --><!-- /sorot:contents -->\n</noscript><!-- sorot:payload --><!-- /sorot:payload -->";
    let page = sorot_onefile::one_file(&sorot_onefile::Parts {
        shell,
        title: "Sorot",
        contents: &[],
        css: "",
        glue: "",
        wasm: b"\0asm",
        pack: b"others",
        purpose: sorot_onefile::Purpose::Page,
        own: None,
        build: "0",
    });
    let template = Folder::new("template");
    let template = (template.file("sorot.html", page.unwrap()), template);
    let html = template.1.0.join("y.html");
    let to = [
        OsString::from("--html"),
        html.clone().into(),
        "--page".into(),
        template.0.clone().into(),
        "--title".into(),
        "A & B".into(),
    ];
    let output = run(&["bundle"], &folder, &to);
    assert!(output.status.success(), "{}", told(&output));
    let html = std::fs::read_to_string(html).unwrap();
    assert!(html.contains("<title>A &amp; B</title>"));
    // A page that saves itself writes the same, and what the reader did with it.
    let mut reader = sorot_reader::Reader::default();
    reader.add("a.txt", &std::fs::read(folder.0.join("a.txt")).unwrap(), None);
    let page = std::fs::read(&template.0).unwrap();
    let mut parts = [page, b"A & B".to_vec(), reader.pack(false, "A & B"), Vec::new()];
    assert_eq!(sorot_reader::dossier(&parts).as_deref(), Some(html.as_str()));
    parts[3] = b"{}".to_vec();
    let saved = sorot_reader::dossier(&parts).unwrap();
    assert!(saved.contains("data-payload=\"state\""));
    parts[0] = saved.into_bytes();
    parts[3] = Vec::new();
    assert_eq!(sorot_reader::dossier(&parts).as_deref(), Some(html.as_str()));
    parts[0] = b"<p>x</p>".to_vec();
    assert_eq!(sorot_reader::dossier(&parts), None);
    let nothing = run(&["bundle"], &folder, &[]);
    assert!(told(&nothing).contains("say what to write"));
}

#[test]
fn the_pages_export_has_the_form_of_analyse() {
    let folder = Folder::new("export");
    let text = "---\nsource: Uji\nlanguage: id\npublished: 2025-04-25\n---\nHarga Turun Lagi\n\nMenteri Budi Santoso bertemu Ani \
                Wijaya di Bandung pada Jumat (25/4). “Harga turun,” kata Budi Santoso kepada wartawan.\n\nBaca Juga: Judul lain";
    let file = folder.file("a.txt", text);
    let mut row = rows(&sorot(&["analyse".into(), "--json".into(), file])).remove(0);
    let (article, _) = sorot_core::article::parse("a.txt", text.as_bytes()).unwrap();
    let pages = sorot_core::view::Pages::of(sorot_core::corpus::Corpus::new("", vec![article]));
    let (query, _) = sorot_core::query::Query::parse("#/");
    let format = sorot_core::view::export::Format::JsonLines;
    let made = sorot_core::view::export::export(
        &pages,
        &query,
        format,
        &[],
        "",
        &[],
        sorot_core::calendar::Lang::Id,
    );
    let mut exported: Value = serde_json::from_str(&made.text).unwrap();
    assert!(row.as_object_mut().unwrap().remove("timexes").is_some());
    assert!(exported.as_object_mut().unwrap().remove("filters").is_some());
    assert!(!row["quotes"].as_array().unwrap().is_empty() && !row["contacts"].as_array().unwrap().is_empty());
    assert_eq!(exported, row);
}

#[test]
fn the_encoding_can_be_said() {
    let folder = Folder::new("encoding");
    folder.file("a.txt", b"\xcc\xee\xf1\xea\xe2\xe0 caf\xe9 x y z, a b c d e f g h i j k l m n");
    let guessed = rows(&run(&["check", "--json"], &folder, &[])).remove(0);
    assert_eq!(guessed["articles"][0]["remarks"][0]["code"], "encoding-guessed");
    let said = rows(&run(&["check", "--json", "--encoding", "windows-1251"], &folder, &[])).remove(0);
    assert_eq!(
        (said["articles"][0]["encoding"].as_str(), said["read"].as_u64()),
        (Some("windows-1251"), Some(1))
    );
    assert_eq!(run(&["check", "--encoding", "klingon"], &folder, &[]).status.code(), Some(2));
}

#[test]
fn the_page_reads_a_folder_to_the_same_bytes() {
    let folder = folder("same");
    std::fs::create_dir_all(folder.0.join("a")).unwrap();
    folder.file("a/z.md", "# Judul\n\nPresiden Prabowo Subianto tiba di Kairo pada Jumat (25/4/2025).");
    let articles = super::articles();
    for path in &articles {
        folder.file(path.file_name().unwrap().to_str().unwrap(), std::fs::read(path).unwrap());
    }
    let mut reader = sorot_reader::Reader::default();
    for name in ["e.pdf", "d.html", "a/z.md", "c.csv", "b.json", "a.txt"]
        .map(String::from)
        .into_iter()
        .chain(articles.iter().map(|path| path.file_name().unwrap().to_string_lossy().into_owned()))
    {
        reader.add(&name, &std::fs::read(folder.0.join(&name)).unwrap(), None);
    }
    let report = rows(&run(&["check", "--json"], &folder, &[])).remove(0);
    assert_eq!(serde_json::from_str::<Value>(&reader.report(false)).unwrap(), report);
    let pack = folder.0.join("x.sorot");
    run(&["bundle"], &folder, &["-o".into(), pack.clone().into(), "--title".into(), "Uji".into()]);
    assert!(reader.pack(false, "Uji") == std::fs::read(pack).unwrap());
}
