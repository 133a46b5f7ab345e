//! A table for spreadsheets.

use super::{Selection, days, is_inferred, named, title};
use crate::calendar::{Day, Lang};

/// With these a cell would be a formula (OWASP: CSV Injection, 2025, with line feed and the full-width signs).
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

pub(super) fn csv(selection: &Selection<'_>) -> String {
    let names = match selection.lang {
        Lang::Id => [
            "judul",
            "terbit_dari",
            "terbit_sampai",
            "tanggal_disimpulkan",
            "sumber",
            "bahasa",
            "aktor",
            "kata",
            "berkas",
            "tautan",
            "saringan",
        ],
        Lang::En => [
            "title",
            "published_from",
            "published_to",
            "day_inferred",
            "source",
            "language",
            "actors",
            "words",
            "file",
            "link",
            "filters",
        ],
    };
    let mut out = String::from("\u{feff}");
    row(&mut out, &names.map(String::from));
    let filters = selection.told();
    for document in &selection.articles {
        let (from, to) = days(document);
        let day = |day: Option<Day>| day.map(|d| d.to_string()).unwrap_or_default();
        let actors: Vec<&str> = named(selection, document).iter().map(|a| a.name.as_str()).collect();
        let article = &document.article;
        row(
            &mut out,
            &[
                title(document),
                day(from),
                day(to),
                if is_inferred(document) { "1".into() } else { "0".into() },
                article.source.clone().unwrap_or_default(),
                document.structure.language.tag().into(),
                actors.join("; "),
                article.body.split_whitespace().count().to_string(),
                article.file.clone(),
                selection.link(document),
                filters.clone(),
            ],
        );
    }
    out
}

fn row(out: &mut String, cells: &[String]) {
    for (at, cell) in cells.iter().enumerate() {
        out.push_str(if at == 0 { "\"" } else { ",\"" });
        if cell.starts_with(FORMULA) {
            out.push('\'');
        }
        out.push_str(&cell.replace('"', "\"\""));
        out.push('"');
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula_or_ends_early() {
        let mut out = String::new();
        let cells = ["=cmd|' /C calc'!A0", "-2+3", "\t=1", "＝1+1", "\n=1", "@x", "a\"b;c\nd", "a=b", ""];
        row(&mut out, &cells.map(String::from));
        assert_eq!(
            out,
            "\"'=cmd|' /C calc'!A0\",\"'-2+3\",\"'\t=1\",\"'＝1+1\",\"'\n=1\",\"'@x\",\"a\"\"b;c\nd\",\"a=b\",\"\"\r\n"
        );
    }
}
