//! Text and Markdown files, with or without front matter: the core's own reader.

use crate::finding::Finding;
use crate::{Entry, Format, Place, Remark, html};
use sorot_core::article::{self, Article, Problem};
use sorot_core::calendar::Lang;

/// A text file: its body byte for byte.
pub(crate) fn plain(place: &Place, text: &str) -> Vec<Entry> {
    vec![parse(place, text, Format::Text)]
}

/// A Markdown file: front matter as YAML writes it (quoted values), the body without its marks.
pub(crate) fn markdown(place: &Place, text: &str) -> Vec<Entry> {
    let mut entry = parse(place, text, Format::Markdown);
    if let Some(mut article) = entry.article.take() {
        let mut body = String::with_capacity(article.body.len());
        let mut title = article.declared_title.take();
        for line in article.body.lines() {
            match line.strip_prefix("# ") {
                Some(heading) if title.is_none() && body.trim().is_empty() => {
                    title = Some(inline(heading.trim_end_matches('#').trim()));
                }
                _ => block(line, &mut body),
            }
        }
        let value = |text: String| text.trim_matches(['"', '\'']).trim().to_string();
        article.declared_title = title.map(value).filter(|t| !t.is_empty());
        article.source = article.source.map(value).filter(|t| !t.is_empty());
        article.body = body.trim_matches('\n').to_string();
        entry = match article.body.trim().is_empty() {
            true => Entry::skipped(place.clone(), Format::Markdown, Finding::Empty, []),
            false => Entry::read(place.clone(), Format::Markdown, article, entry.remarks),
        };
    }
    vec![entry]
}

fn parse(place: &Place, text: &str, format: Format) -> Entry {
    match article::parse(&place.name(), text.as_bytes()) {
        Ok((article, problems)) => {
            let remarks = problems.iter().map(told).collect();
            Entry::read(place.clone(), format, Article { file: place.name(), ..article }, remarks)
        }
        // What is too long was told before; what is left is a file whose front matter has no text behind it.
        Err(_) => Entry::skipped(place.clone(), format, Finding::Empty, []),
    }
}

fn told(problem: &Problem) -> Remark {
    let line = problem.line().and_then(|line| u32::try_from(line).ok());
    Remark::told(Finding::FrontMatter, line, problem.words(Lang::Id), problem.words(Lang::En))
}

/// One line of Markdown as a line of text: the marks that begin a line go, its words stay.
fn block(line: &str, out: &mut String) {
    let text = line.trim_end();
    let is_rule = text.len() >= 3
        && ["-", "*", "_"]
            .iter()
            .any(|m| text.trim_matches(|c: char| c.is_whitespace() || m.starts_with(c)).is_empty());
    if is_rule || text.trim_start().starts_with("```") {
        return;
    }
    let text = text.trim_start_matches(['>', ' ', '\t']);
    let text = text.trim_start_matches('#').trim_start();
    let text = ["- ", "* ", "+ "].iter().find_map(|mark| text.strip_prefix(mark)).unwrap_or(text);
    out.push_str(&inline(text));
    out.push('\n');
}

/// Emphasis, code, links and images as their words; HTML as its text.
fn inline(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['*', '_', '`', '[', ']', '!', '\\']) {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let behind = from.get(1..).unwrap_or("");
        rest = match from.as_bytes().first() {
            Some(b'\\') => {
                let next = behind.chars().next().filter(char::is_ascii_punctuation);
                out.push(next.unwrap_or('\\'));
                behind.get(next.map_or(0, char::len_utf8)..).unwrap_or("")
            }
            Some(b'!') if behind.starts_with('[') => behind,
            Some(b'!') => {
                out.push('!');
                behind
            }
            Some(b'_')
                if out.ends_with(char::is_alphanumeric) && behind.starts_with(char::is_alphanumeric) =>
            {
                out.push('_');
                behind
            }
            // The address behind a link's words; one that isn't closed in its line is text.
            Some(b']') if behind.starts_with('(') => match behind.find(')') {
                Some(end) => behind.get(end + 1..).unwrap_or(""),
                None => "",
            },
            _ => behind,
        };
    }
    out.push_str(rest);
    if html::is_markup(&out) { html::fragment(&out, &mut Vec::new()) } else { out }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn body(text: &str) -> (Option<String>, String) {
        let article = markdown(&Place::file("a.md"), text).remove(0).article.unwrap();
        (article.declared_title, article.body)
    }

    #[test]
    fn a_text_file_is_kept_byte_for_byte() {
        let entry = &plain(&Place::file("x/a.txt"), "---\nsource: Uji\nnonsense\n---\nSatu.\r\n\n* Dua.")[0];
        let article = entry.article.as_ref().unwrap();
        assert_eq!((article.body.as_str(), article.file.as_str()), ("Satu.\r\n\n* Dua.", "a.txt"));
        assert_eq!((entry.remarks.len(), entry.remarks[0].line), (1, Some(3)));
        assert!(entry.remarks[0].words(Lang::Id).contains("bukan `kunci: nilai`"));
        assert!(entry.remarks[0].words(Lang::En).contains("is not `key: value`"));
    }

    #[test]
    fn markdown_loses_its_marks_not_its_words() {
        let (title, text) = body(
            "# Harga *beras* turun\n\n> Kata **dia**, [siap](https://a.example/x_y).\n\n- satu\n---\n![foto](x.jpg)\nnama_berkas_ini `kode` 1 \\* 2",
        );
        assert_eq!(title.as_deref(), Some("Harga beras turun"));
        assert_eq!(text, "Kata dia, siap.\n\nsatu\nfoto\nnama_berkas_ini kode 1 * 2");
    }

    #[test]
    fn yaml_quotes_are_no_part_of_a_title() {
        let (title, _) = body("---\ntitle: \"Harga: turun\"\n---\nTeks.");
        assert_eq!(title.as_deref(), Some("Harga: turun"));
    }
}
