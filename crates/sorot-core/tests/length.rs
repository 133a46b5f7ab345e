//! The whole analysis of very long texts: ten megabytes where the build is quick, less where it isn't
//! (`cargo test --profile native -p sorot-core --test length`). That the work grows no faster than the text is
//! counted beside each stage.

#![allow(clippy::unwrap_used)]

use sorot_core::{annotate, article};

/// Bytes of a text.
const SIZE: usize = if cfg!(debug_assertions) { 300_000 } else { 10_000_000 };

/// Reads `unit` over and over as one line.
fn read(unit: &str) {
    read_text(&unit.repeat(SIZE / unit.len()));
}

/// Every span of what is read lies inside.
fn read_text(text: &str) {
    let (article, _) = article::parse("long.txt", text.as_bytes()).unwrap();
    let (documents, actors) = annotate::annotate(vec![article]);
    let document = documents.first().unwrap();
    let inside = |end: u32| end as usize <= document.article.body.len();
    assert!(document.mentions.iter().all(|m| inside(m.span.end) && m.actor.index() < actors.len()));
    assert!(document.timexes.iter().all(|t| inside(t.span.end)));
    assert!(document.quotes.iter().all(|q| inside(q.span.end)));
    assert!(document.contacts.iter().all(|c| inside(c.span.end)));
}

#[test]
fn one_word() {
    read("kata");
}

#[test]
fn one_line() {
    read("Menteri Budi Santoso bertemu Sari Wijaya di Bogor, Jumat (11/4), dan harga beras turun lagi. ");
}

#[test]
fn one_sentence() {
    read("menteri bertemu Budi Santoso dan ");
}

#[test]
fn all_capitals() {
    read("MENTERI BUDI SANTOSO BERTEMU SARI ");
}

#[test]
fn all_names() {
    read("Budi Santoso ");
}

/// Names that nobody else has, two to a sentence: nothing is found twice.
#[test]
fn no_name_twice() {
    let name = |mut number: usize| {
        let mut word = String::from("B");
        while number > 0 {
            word.push(char::from(b'a' + (number % 26) as u8));
            number /= 26;
        }
        word
    };
    let mut text = String::new();
    let mut number = 0;
    while text.len() < SIZE {
        let (a, b) = (name(26 * 26 + number), name(26 * 26 + number + 1));
        text.push_str(&format!("{a} {b} bertemu {b} {a} di Bogor. "));
        number += 2;
    }
    read_text(&text);
}

#[test]
fn all_quotes() {
    read("“Harga beras turun,” kata Budi. ");
}

#[test]
fn all_quotation_marks() {
    read("“");
}
