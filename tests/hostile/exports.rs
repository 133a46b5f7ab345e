//! Groups 44 and 45: what leaves Sorot for other programs, and under which name.

use sorot_core::article;
use sorot_core::calendar::Lang;
use sorot_core::corpus::Corpus;
use sorot_core::query::Query;
use sorot_core::view::Pages;
use sorot_core::view::export::{Format, export};

/// Cells that a spreadsheet would compute, or that would end early.
pub const CELLS: [&str; 16] = [
    "=1+1",
    "=cmd|' /C calc'!A0",
    "+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "＝1+1",
    "＋1",
    "－2",
    "＠a",
    "\"a\",\"=1",
    "a;=1",
    "=HYPERLINK(\"//evil\")",
    "</script><script>alert(1)</script> ]]> $& %",
];

/// Titles that would be names of files.
pub const NAMES: [&str; 8] =
    ["../../etc/passwd", "a/b:c\\d", "\u{202e}txt.exe", "CON", "nul.txt", "a\0b", "….", ""];

/// Whether its readers would take `<` for more than a letter, or it may stand in a page.
fn is_markup(format: Format) -> bool {
    matches!(format, Format::Json | Format::JsonLines | Format::GraphMl | Format::Markdown)
}

#[test]
fn no_export_is_more_than_text() {
    let article = |(n, cell): (usize, &&str)| {
        let line = cell.split_whitespace().collect::<Vec<_>>().join(" ");
        let text =
            format!("---\ntitle: {line}\nsource: {line}\n---\n{cell}\n\nSari Kencana hadir, nomor {n}.");
        article::parse(&format!("{n}.txt"), text.as_bytes()).unwrap().0
    };
    let corpus = Corpus::new("Uji", CELLS.iter().enumerate().map(article).collect());
    let pages = Pages::of(corpus);
    let filters: Vec<String> = CELLS.iter().map(|cell| cell.to_string()).collect();
    for format in Format::ALL {
        let text = export(&pages, &Query::default(), format, &filters, "x", &[], Lang::Id).text;
        assert!(!text.contains("<script>") || !is_markup(format), "{format:?}: {text}");
        assert!(text.contains("SUM"), "{format:?} doesn't hold its articles and filters");
    }
    let table = export(&pages, &Query::default(), Format::Csv, &filters, "x", &[], Lang::Id).text;
    assert!(table.starts_with("\u{feff}\""));
    let mut rows = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(table.trim_start_matches('\u{feff}').as_bytes());
    let mut count = 0;
    for row in rows.records() {
        count += 1;
        for cell in &row.unwrap() {
            let first = cell.chars().next().unwrap_or('x');
            assert!(!"=+-@\t\r\n＝＋－＠".contains(first), "{cell:?} is a formula");
        }
    }
    assert_eq!(count, CELLS.len() + 1);
}

#[test]
fn no_saved_file_leads_elsewhere() {
    let text = "Sari Kencana hadir.";
    for title in NAMES {
        let corpus = Corpus::new(title, vec![article::parse("a.txt", text.as_bytes()).unwrap().0]);
        let pages = Pages::of(corpus);
        for format in Format::ALL {
            let name = export(&pages, &Query::default(), format, &[], "x", &[], Lang::Id).name;
            let (stem, ending) = name.split_once('.').unwrap();
            assert!(stem.starts_with("sorot") && ending == format.ending(), "{name}");
            assert!(
                stem.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'),
                "{name}"
            );
        }
    }
}
