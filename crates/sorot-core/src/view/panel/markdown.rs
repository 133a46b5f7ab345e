//! The panel as Markdown (CommonMark 0.31), to be pasted into notes.
//!
//! What comes from articles is untrusted: every character that CommonMark could read as markup is escaped,
//! so that no text can make a heading, a link, an image or HTML of itself.

use super::line::{Citation, Line};
use crate::calendar::Lang;
use crate::query::Query;

/// A part of the note: its heading and its lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its heading, in the language of the page.
    pub title: String,
    /// Its lines, in order.
    pub lines: Vec<Line>,
}

/// The parts that hold something as one document: `title`, the filters that are on, the parts, each line with
/// where it stands. `base` is the page's address without its hash. Same panel, same bytes.
pub fn markdown(
    title: &str,
    filters: &[String],
    parts: &[Part],
    base: &str,
    query: &Query,
    lang: Lang,
) -> String {
    let mut out = String::new();
    heading(&mut out, 1, title);
    if !filters.is_empty() {
        for filter in filters {
            out.push_str("- ");
            escape(&mut out, filter);
            out.push('\n');
        }
        out.push('\n');
    }
    for part in parts.iter().filter(|part| !part.lines.is_empty()) {
        heading(&mut out, 2, &part.title);
        for line in &part.lines {
            item(&mut out, line, base, query, lang);
        }
        out.push('\n');
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

fn heading(out: &mut String, level: usize, text: &str) {
    out.extend(std::iter::repeat_n('#', level));
    out.push(' ');
    escape(out, text);
    out.push_str("\n\n");
}

fn item(out: &mut String, line: &Line, base: &str, query: &Query, lang: Lang) {
    out.push_str("- ");
    if !line.head.is_empty() {
        out.push_str("**");
        escape(out, &line.head);
        out.push_str("**: ");
    }
    escape(out, &line.text);
    out.push('\n');
    for place in &line.places {
        out.push_str("  - ");
        cite(out, place, base, query, lang);
        out.push('\n');
    }
}

/// The source in words, escaped, and the link as an autolink of its own.
fn cite(out: &mut String, place: &Citation, base: &str, query: &Query, lang: Lang) {
    // The words end with the link; behind an empty one the comma goes.
    let words = place.words("", &Query::default(), lang);
    let hash = Query::default().with_sentence(&place.article, place.sentence).to_string();
    let words = words.strip_suffix(&hash).unwrap_or(&words);
    escape(out, words.trim_end().trim_end_matches(','));
    out.push_str(", <");
    let link = format!("{base}{}", query.with_sentence(&place.article, place.sentence));
    // An autolink ends at white space and angle brackets; a link holds neither but by accident.
    out.extend(link.chars().map(|c| match c {
        '<' => "%3C".to_string(),
        '>' => "%3E".to_string(),
        c if c.is_whitespace() || c.is_control() => "%20".to_string(),
        c => c.to_string(),
    }));
    out.push('>');
}

/// Text that stands for itself in CommonMark: ASCII punctuation that can begin or be markup gets a backslash,
/// white space becomes one blank, so that no line begins anew; what begins a list or a heading is escaped too.
pub(crate) fn escape(out: &mut String, text: &str) {
    let mut first = true;
    for word in text.split_whitespace() {
        if !first {
            out.push(' ');
        }
        let before = out.len();
        for c in word.chars().filter(|c| !c.is_control()) {
            if matches!(
                c,
                '\\' | '`'
                    | '*'
                    | '_'
                    | '{'
                    | '}'
                    | '['
                    | ']'
                    | '<'
                    | '>'
                    | '('
                    | ')'
                    | '#'
                    | '!'
                    | '|'
                    | '~'
                    | '&'
                    | '^'
                    | '$'
                    | '@'
            ) {
                out.push('\\');
            }
            // Only where a line begins are these markup, or an address ("https://…", "www.…").
            let starts = first && out.len() == before && matches!(c, '-' | '+' | '=');
            if starts || c == ':' && word.contains("://") {
                out.push('\\');
            }
            out.push(c);
        }
        // "1." and "1)" begin a list, "www." an address in GitHub's dialect.
        let made = out.get(before..).unwrap_or("");
        let numbered = first
            && made.strip_suffix('.').is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()));
        let www = made.get(..4).is_some_and(|w| w.eq_ignore_ascii_case("www."));
        if numbered {
            let at = out.len() - 1;
            out.insert(at, '\\');
        } else if www {
            out.insert(before + 3, '\\');
        }
        first = false;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article;
    use crate::corpus::Corpus;
    use crate::view::LineId;
    use proptest::prelude::*;

    fn escaped(text: &str) -> String {
        let mut out = String::new();
        escape(&mut out, text);
        out
    }

    fn line(text: &str) -> (Line, Query) {
        let (article, _) = article::parse("a.txt", text.as_bytes()).unwrap();
        let corpus = Corpus::new("", vec![article]);
        let document = &corpus.documents()[0];
        (Line::of(document, &LineId::sentence("a", 0), "Kepala".into(), Lang::Id).unwrap(), Query::default())
    }

    #[test]
    fn a_part_is_told_with_its_sources() {
        let (line, query) = line(
            "---\ntitle: Harga *beras* turun\nsource: Harian Uji\npublished: 2025-05-02\n---\nHarga [beras](x) turun.",
        );
        let parts = [
            Part { title: "Ringkasan".into(), lines: vec![line] },
            Part { title: "Kosong".into(), lines: vec![] },
        ];
        let told = markdown("Uji", &["Aktor: <b>".into()], &parts, "https://a.example/", &query, Lang::Id);
        assert_eq!(
            told,
            "# Uji\n\n- Aktor: \\<b\\>\n\n## Ringkasan\n\n- **Kepala**: Harga \\[beras\\]\\(x\\) turun.\n  - “Harga \\*beras\\* turun”, Harian Uji, 2 Mei 2025, paragraf 1, <https://a.example/#/?article=a&sentence=0>\n"
        );
    }

    #[test]
    fn nothing_becomes_markup() {
        let check = |text: &str, expected: &str| assert_eq!(escaped(text), expected);
        check("# Judul", "\\# Judul");
        check("- butir", "\\- butir");
        check("1. satu", "1\\. satu");
        check("45 hari - lalu", "45 hari - lalu");
        check("<script>", "\\<script\\>");
        check("![x](javascript:1)", "\\!\\[x\\]\\(javascript:1\\)");
        check("https://evil.example", "https\\://evil.example");
        check("www.evil.example", "www\\.evil.example");
        check("a\n\n# b", "a \\# b");
        check("&lt;", "\\&lt;");
        check("=== x", "\\=== x");
    }

    proptest! {
        #[test]
        fn what_is_escaped_reads_as_it_was(text in "\\PC{0,60}") {
            let out = escaped(&text);
            prop_assert!(!out.contains(['\n', '\r', '\t']));
            // Undone as CommonMark undoes it, the words are the same.
            let mut read = String::new();
            let mut chars = out.chars().peekable();
            while let Some(c) = chars.next() {
                match chars.peek() {
                    Some(next) if c == '\\' && next.is_ascii_punctuation() => read.extend(chars.next()),
                    _ => read.push(c),
                }
            }
            let words = |t: &str| t.split_whitespace().map(|w| w.chars().filter(|c| !c.is_control()).collect::<String>()).collect::<Vec<_>>().join(" ");
            prop_assert_eq!(read, words(&text));
        }
    }
}
