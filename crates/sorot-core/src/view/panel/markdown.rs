//! The panel as Markdown (CommonMark 0.31), to be pasted into notes.
//!
//! What comes from articles is untrusted: every character that CommonMark could read as markup is escaped,
//! so that no text can make a heading, a link, an image or HTML of itself.

use super::line::{Citation, Line};
use super::parts::Part;
use crate::calendar::Lang;
use crate::query::Query;

/// A chapter of the note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chapter<'v> {
    /// Its heading, in the language of the page.
    pub title: String,
    /// Its parts, in order.
    pub parts: Vec<Part<'v>>,
}

/// Where lines lead, and in whose words their sources are told: the page's address without its hash, what is
/// asked for, the language.
#[derive(Clone, Copy, Debug)]
pub struct Links<'a> {
    /// The page's address without its hash.
    pub base: &'a str,
    /// What is asked for beside the line.
    pub query: &'a Query,
    /// The language of the page.
    pub lang: Lang,
}

/// A section's parts as plain text to paste, each line with where it stands.
pub fn copied(parts: &[Part], links: Links) -> String {
    let mut out = String::new();
    for part in parts.iter().filter(|part| !part.is_empty()) {
        for text in [&part.title].into_iter().filter(|t| !t.is_empty()).chain(&part.notes) {
            out.push_str(text);
            out.push('\n');
        }
        if !part.title.is_empty() || !part.notes.is_empty() {
            out.push('\n');
        }
        for line in &part.lines {
            if !line.head.is_empty() {
                out.push_str(&line.head);
                out.push_str(": ");
            }
            out.push_str(&line.text.split_whitespace().collect::<Vec<_>>().join(" "));
            out.push('\n');
            for place in &line.places {
                out.push_str("— ");
                out.push_str(&place.words(links.base, links.query, links.lang));
                out.push('\n');
            }
            if let Some(more) = more(line, links.lang) {
                out.push_str("— ");
                out.push_str(&more);
                out.push('\n');
            }
            out.push('\n');
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// In how many places more a line is told.
fn more(line: &Line, lang: Lang) -> Option<String> {
    (line.more > 0).then(|| match lang {
        Lang::Id => format!("dan di {} tempat lain", line.more),
        Lang::En => format!("and in {} more places", line.more),
    })
}

/// The chapters that hold something as one document: `title`, the filters that are on, the chapters, each line
/// with where it stands. Same panel, same bytes.
pub fn markdown(title: &str, filters: &[String], chapters: &[Chapter], links: Links) -> String {
    let mut out = String::new();
    heading(&mut out, 1, title);
    items(&mut out, filters);
    for chapter in chapters.iter().filter(|c| c.parts.iter().any(|p| !p.is_empty())) {
        heading(&mut out, 2, &chapter.title);
        for part in chapter.parts.iter().filter(|p| !p.is_empty()) {
            if !part.title.is_empty() {
                heading(&mut out, 3, &part.title);
            }
            items(&mut out, &part.notes);
            for line in &part.lines {
                item(&mut out, line, links);
            }
            if !part.lines.is_empty() {
                out.push('\n');
            }
        }
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

/// A list of plain texts.
fn items(out: &mut String, texts: &[String]) {
    for text in texts {
        out.push_str("- ");
        escape(out, text);
        out.push('\n');
    }
    if !texts.is_empty() {
        out.push('\n');
    }
}

fn heading(out: &mut String, level: usize, text: &str) {
    out.extend(std::iter::repeat_n('#', level));
    out.push(' ');
    escape(out, text);
    out.push_str("\n\n");
}

fn item(out: &mut String, line: &Line, links: Links) {
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
        cite(out, place, links);
        out.push('\n');
    }
    if let Some(more) = more(line, links.lang) {
        out.push_str("  - ");
        out.push_str(&more);
        out.push('\n');
    }
}

/// The source in words, escaped, and the link as an autolink of its own.
fn cite(out: &mut String, place: &Citation, Links { base, query, lang }: Links) {
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
    use crate::query::Section;
    use crate::view::{Pages, SectionView};
    use proptest::prelude::*;

    fn escaped(text: &str) -> String {
        let mut out = String::new();
        escape(&mut out, text);
        out
    }

    const TEXT: &str = "---\ntitle: Harga *beras* turun\nsource: Harian Uji\npublished: 2025-05-02\n---\n\
        Harga [beras](x) turun di kota itu pada hari ini.\n\n“Kami senang,” kata Sri Mulyani di Bandung.";

    /// The section of a corpus of one article.
    fn section(section: Section) -> SectionView {
        let (article, _) = article::parse("a.txt", TEXT.as_bytes()).unwrap();
        let pages = Pages::of(Corpus::new("", vec![article]));
        pages.section(&pages.page(&Query::default(), Lang::Id).scope, section, Lang::Id)
    }

    #[test]
    fn a_part_is_told_with_its_sources() {
        let view = section(Section::Summary);
        let chapters = [
            Chapter { title: "Ringkasan".into(), parts: view.parts(Lang::Id) },
            Chapter { title: "Kosong".into(), parts: vec![Part::default()] },
        ];
        let query = Query::default();
        let links = Links { base: "https://a.example/", query: &query, lang: Lang::Id };
        let told = markdown("Uji", &["Aktor: <b>".into()], &chapters, links);
        assert_eq!(
            told,
            "# Uji\n\n- Aktor: \\<b\\>\n\n## Ringkasan\n\n- 1 dari 1 artikel, 2 Mei 2025.\n\
             - Paling banyak disebut: Sri Mulyani \\(1\\).\n\n\
             - Harga \\[beras\\]\\(x\\) turun di kota itu pada hari ini.\n  \
             - “Harga \\*beras\\* turun”, Harian Uji, 2 Mei 2025, paragraf 1, <https://a.example/#/?article=a&sentence=0>\n\
             - “Kami senang,” kata Sri Mulyani di Bandung.\n  \
             - “Harga \\*beras\\* turun”, Harian Uji, 2 Mei 2025, paragraf 2, <https://a.example/#/?article=a&sentence=1>\n"
        );
    }

    #[test]
    fn a_section_is_copied_with_where_its_lines_stand() {
        let view = section(Section::Quotes);
        let query = Query::default().with_section(Section::Quotes);
        let links = Links { base: "https://a.example/", query: &query, lang: Lang::En };
        assert_eq!(
            copied(&view.parts(Lang::En), links),
            "Sri Mulyani: “Kami senang,”\n— “Harga *beras* turun”, Harian Uji, 2 May 2025, paragraph 2, \
             https://a.example/#/?article=a&sentence=1&panel=quotes"
        );
        let many = Line { more: 3, ..view.lines()[0].clone() };
        let part = Part { title: "Judul".into(), notes: vec!["Catatan".into()], lines: vec![&many] };
        let told = copied(&[Part::default(), part], links);
        assert!(told.starts_with("Judul\nCatatan\n\nSri Mulyani: "), "{told}");
        assert!(told.ends_with("\n— and in 3 more places"), "{told}");
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
