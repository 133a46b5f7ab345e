//! `sorot analyse --json`.

use super::{Folder, articles, body, rows, sorot, told};
use serde_json::Value;
use std::path::PathBuf;
use std::process::Output;

fn analyse(files: &[PathBuf]) -> Output {
    let mut arguments = vec![PathBuf::from("analyse"), PathBuf::from("--json")];
    arguments.extend_from_slice(files);
    sorot(&arguments)
}

fn files(rows: &[Value]) -> Vec<&str> {
    rows.iter().map(|row| row["file"].as_str().unwrap()).collect()
}

#[test]
fn a_bad_file_is_told_and_the_others_are_done() {
    let folder = Folder::new("bad");
    let good = folder.file("good.txt", "Satu kalimat saja.");
    let check = |bad: PathBuf, message: &str| {
        let output = analyse(&[bad.clone(), good.clone()]);
        assert_eq!(output.status.code(), Some(1), "{}", bad.display());
        assert_eq!(files(&rows(&output)), ["good.txt"]);
        let told = told(&output);
        let name = bad.file_name().unwrap().to_str().unwrap();
        assert!(told.contains(name) && told.contains(message), "{told}");
        assert_eq!(told.lines().count(), 1, "{told}");
    };
    check(folder.0.join("missing.txt"), "can't be read");
    check(folder.file("latin1.txt", b"caf\xe9"), "byte 3 is not UTF-8");
    check(folder.file("empty.txt", ""), "there is no text in it");
    check(folder.file("blank.txt", " \r\n\t\n"), "there is no text in it");
    check(folder.file("head.txt", "---\nlanguage: id\n---\n"), "there is no text in it");
    check(folder.0.clone(), "can't be read");
}

#[test]
fn nothing_but_bad_files_prints_nothing() {
    let output = analyse(&[PathBuf::from("there/is/no/such.txt")]);
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
}

#[test]
fn a_wrong_command_line_says_what_is_missing() {
    for wrong in [&["analyse", "--json"][..], &["analyse", "a.txt"], &["analyze"], &[]] {
        let output = sorot(wrong);
        assert_eq!(output.status.code(), Some(2), "{wrong:?}");
        assert!(output.stdout.is_empty(), "{wrong:?}");
        assert!(told(&output).contains("Usage:"), "{wrong:?}");
    }
}

#[test]
fn a_bad_front_matter_line_is_told_and_does_not_fail() {
    let folder = Folder::new("front-matter");
    let file = folder.file("a.txt", "---\npublished: besok\nlanguage: en\n---\nA text.");
    let output = analyse(&[file]);
    assert!(output.status.success());
    assert!(told(&output).contains("a.txt:2: `besok` is not a day"), "{}", told(&output));
    let row = rows(&output).remove(0);
    assert_eq!(row["published"]["source"], "unknown");
    assert_eq!((&row["published"]["from"], &row["published"]["to"]), (&Value::Null, &Value::Null));
}

#[test]
fn a_declared_day_is_taken() {
    let folder = Folder::new("declared");
    let file = folder.file("a.txt", "---\npublished: 2025-06-05\n---\nSatu kalimat saja.");
    let row = rows(&analyse(&[file])).remove(0);
    let published = &row["published"];
    assert_eq!((&published["from"], &published["to"]), (&"2025-06-05".into(), &"2025-06-05".into()));
    assert_eq!(published["source"], "declared");
    assert!(!published["why"].as_array().unwrap().is_empty());
}

#[test]
fn lines_come_in_the_order_of_the_files() {
    let folder = Folder::new("order");
    let b = folder.file("b.txt", "Satu.");
    let a = folder.file("a.txt", "Dua.");
    assert_eq!(files(&rows(&analyse(&[b, a]))), ["b.txt", "a.txt"]);
}

/// Checks all places of a row against the body; says how many there were.
fn check_places(row: &Value, body: &[char]) -> usize {
    let mut count = 0;
    for section in ["boilerplate", "mentions", "dates", "timexes", "quotes", "contacts"] {
        let mut before = 0;
        for found in row[section].as_array().unwrap() {
            let place = |name: &str| usize::try_from(found[name].as_u64().unwrap()).unwrap();
            let (start, end) = (place("start"), place("end"));
            assert!(start < end && end <= body.len(), "{section}: {found}");
            assert!(before <= start, "{section} is not sorted: {found}");
            before = start;
            if let Some(text) = found["text"].as_str() {
                let there: String = body[start..end].iter().collect();
                assert_eq!(text, there, "{section}");
            }
            count += 1;
        }
    }
    count
}

#[test]
fn places_are_scalar_values_of_the_body() {
    let articles = articles();
    let output = analyse(&articles);
    assert!(output.status.success(), "{}", told(&output));
    let rows = rows(&output);
    assert_eq!(rows.len(), articles.len());
    for (row, path) in rows.iter().zip(&articles) {
        check_places(row, &body(path));
    }
}

#[test]
fn front_matter_marks_and_wide_letters_shift_no_place() {
    // Two bytes, three bytes, four bytes, a combining mark: each is one scalar value.
    let story = "é “🙂” e\u{301} Dewan itu bersidang pada 4 Juni 2025.\r\n\r\n“Kami sudah sepakat soal itu,” kata Ketua Dewan.\r\n";
    let folder = Folder::new("places");
    let plain = folder.file("a.txt", story);
    let headed = folder.file("b.txt", format!("---\nlanguage: id\n---\n{story}"));
    let marked = folder.file("c.txt", format!("\u{feff}{story}"));
    let all = [plain, headed, marked];
    let places: Vec<Value> = all
        .iter()
        .map(|path| {
            let row = rows(&analyse(std::slice::from_ref(path))).remove(0);
            check_places(&row, &body(path));
            let sections = ["boilerplate", "mentions", "dates", "timexes", "quotes", "contacts"];
            sections
                .iter()
                .flat_map(|s| row[s].as_array().unwrap().iter())
                .map(|r| serde_json::json!([r["start"], r["end"]]))
                .collect()
        })
        .collect();
    assert_eq!(places[0], places[1]);
    assert_eq!(places[0], places[2]);
}

#[test]
fn every_id_is_explained_and_means_one_actor_in_all_lines() {
    let mut names = std::collections::BTreeMap::new();
    for row in rows(&analyse(&articles())) {
        let mut known = Vec::new();
        for actor in row["actors"].as_array().unwrap() {
            let id = actor["id"].as_u64().unwrap();
            known.push(id);
            let described = (actor["name"].clone(), actor["kind"].clone());
            assert_eq!(names.entry(id).or_insert_with(|| described.clone()), &described);
        }
        assert!(known.is_sorted_by(|a, b| a < b), "{known:?}");
        for mention in row["mentions"].as_array().unwrap() {
            assert!(known.contains(&mention["actor"].as_u64().unwrap()), "{mention}");
        }
    }
}

#[test]
fn every_field_of_the_schema_is_there() {
    let keys = ["actors", "boilerplate", "contacts", "dates", "file", "language", "mentions", "published"];
    let row = rows(&analyse(&articles()[..1])).remove(0);
    for key in keys.into_iter().chain(["quotes", "timexes", "title"]) {
        assert!(row.as_object().unwrap().contains_key(key), "{key}");
    }
}

#[test]
fn durations_are_timexes_and_no_dates() {
    let folder = Folder::new("timexes");
    let story = "---\npublished: 2024-02-07\n---\nRapat itu berlangsung tiga jam pada Selasa malam.\n";
    let row = rows(&analyse(&[folder.file("a.txt", story)])).remove(0);
    let of = |list: &str, field: &str| -> Vec<String> {
        row[list].as_array().unwrap().iter().map(|r| r[field].as_str().unwrap().to_string()).collect()
    };
    assert_eq!(of("dates", "text"), ["Selasa malam"]);
    assert_eq!(of("timexes", "type"), ["DURATION", "TIME"]);
    assert_eq!(of("timexes", "value"), ["PT3H", "2024-02-06TNI"]);
}

#[test]
fn the_same_files_give_the_same_bytes() {
    let (one, two) = (analyse(&articles()), analyse(&articles()));
    assert!(!one.stdout.is_empty());
    assert_eq!(one.stdout, two.stdout);
}
