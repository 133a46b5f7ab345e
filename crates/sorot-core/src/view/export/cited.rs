//! Citations for reference managers.

use super::{Selection, days, is_inferred, one_line, title};
use crate::calendar::Lang;
use chrono::Datelike;
use std::fmt::Write;

fn inferred(lang: Lang) -> &'static str {
    match lang {
        Lang::Id => "tanggal disimpulkan dari teks",
        Lang::En => "day inferred from the text",
    }
}

/// RIS: two letters, two blanks, a hyphen and a blank; one line a value.
pub(super) fn ris(selection: &Selection<'_>) -> String {
    let mut out = String::new();
    for document in &selection.articles {
        let mut line = |tag: &str, value: &str| {
            let _ = write!(out, "{tag}  - {}\r\n", one_line(value));
        };
        line("TY", "NEWS");
        line("TI", &title(document));
        if let Some(source) = &document.article.source {
            line("T2", source);
            line("PB", source);
        }
        if let Some(day) = days(document).0 {
            line("PY", &day.year().to_string());
            line("DA", &day.to_string().replace('-', "/"));
        }
        line("LA", document.structure.language.tag());
        line("UR", &selection.link(document));
        line("ID", &document.article.id);
        if is_inferred(document) {
            line("N1", inferred(selection.lang));
        }
        if !selection.filters.is_empty() {
            line("N1", &format!("Sorot: {}", selection.told()));
        }
        line("ER", "");
    }
    out
}

/// BibTeX, as `@misc`, which every style knows; UTF-8 as biber and recent BibTeX read it.
pub(super) fn bibtex(selection: &Selection<'_>) -> String {
    let mut out = String::new();
    if !selection.filters.is_empty() {
        // What stands outside of entries is comment; an `@` would begin one.
        let _ = writeln!(out, "Sorot: {}\n", one_line(&selection.told()).replace('@', "(at)"));
    }
    for document in &selection.articles {
        let key: String =
            document.article.id.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
        let _ = writeln!(out, "@misc{{sorot-{key},");
        let mut field = |name: &str, value: &str| {
            let _ = writeln!(out, "  {name} = {{{value}}},");
        };
        field("title", &format!("{{{}}}", escaped(&title(document))));
        if let Some(source) = &document.article.source {
            field("howpublished", &escaped(source));
        }
        if let Some(day) = days(document).0 {
            field("year", &day.year().to_string());
            field("month", &day.month().to_string());
            field("date", &day.to_string());
        }
        field("langid", if document.structure.language == Lang::Id { "indonesian" } else { "english" });
        field("url", &selection.link(document).replace(['{', '}', '\\'], ""));
        if is_inferred(document) {
            field("note", inferred(selection.lang));
        }
        out.push_str("}\n\n");
    }
    out
}

/// Text that TeX sets as it stands.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in one_line(text).chars() {
        match c {
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '{' | '}' | '$' | '&' | '#' | '_' | '%' => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tex_reads_no_commands() {
        assert_eq!(escaped("100% \\input{x} a_b"), "100\\% \\textbackslash{}input\\{x\\} a\\_b");
    }
}
