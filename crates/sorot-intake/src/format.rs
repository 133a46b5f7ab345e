//! What kind of file is it? By its first bytes, then by its name.

/// What a file is read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// Plain text, with or without front matter.
    Text,
    /// Markdown, with or without front matter.
    Markdown,
    /// A web page.
    Html,
    /// One JSON value: an article, a list of them, a JSON Feed.
    Json,
    /// One JSON value a line.
    JsonLines,
    /// A table with a row of names.
    Csv,
    /// RSS or Atom.
    Feed,
    /// An archive.
    Zip,
    /// A bundle that Sorot made.
    Pack,
    /// Nothing that holds text, and what it is.
    Other(&'static str),
}

impl Format {
    /// The name in messages and machine-readable output.
    pub fn code(self) -> &'static str {
        match self {
            Format::Text => "text",
            Format::Markdown => "markdown",
            Format::Html => "html",
            Format::Json => "json",
            Format::JsonLines => "jsonl",
            Format::Csv => "csv",
            Format::Feed => "feed",
            Format::Zip => "zip",
            Format::Pack => "pack",
            Format::Other(what) => what,
        }
    }
}

/// First bytes of files that aren't text.
const MAGIC: &[(&[u8], Format)] = &[
    (b"SOROTPAK", Format::Pack),
    (b"PK\x03\x04", Format::Zip),
    (b"PK\x05\x06", Format::Zip),
    (b"%PDF-", Format::Other("PDF")),
    (b"\x1f\x8b", Format::Other("gzip")),
    (b"BZh", Format::Other("bzip2")),
    (b"7z\xbc\xaf\x27\x1c", Format::Other("7-Zip")),
    (b"Rar!", Format::Other("RAR")),
    (b"\x89PNG", Format::Other("PNG")),
    (b"\xff\xd8\xff", Format::Other("JPEG")),
    (b"GIF8", Format::Other("GIF")),
    (b"\xd0\xcf\x11\xe0", Format::Other("Word 97")),
    (b"{\\rtf", Format::Other("RTF")),
    (b"\x7fELF", Format::Other("ELF")),
    (b"MZ\x90", Format::Other("EXE")),
    (b"\0asm", Format::Other("WebAssembly")),
    (b"SQLite format 3", Format::Other("SQLite")),
];
/// Names of what is packed as ZIP but isn't an archive to a reader.
const PACKED: &[(&str, &str)] =
    &[("docx", "Word"), ("xlsx", "Excel"), ("pptx", "PowerPoint"), ("odt", "OpenDocument"), ("epub", "EPUB")];
/// Bytes looked at.
pub(crate) const HEAD: usize = 1024;

/// What the file is, by its first bytes and, where they leave it open, its name.
pub(crate) fn sniff(name: &str, bytes: &[u8]) -> Format {
    let ending = name.rsplit(['/', '\\']).next().and_then(|n| n.rsplit_once('.')).map(|(_, e)| e);
    let ending = ending.unwrap_or("").to_ascii_lowercase();
    if let Some((_, format)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        let packed = PACKED.iter().find(|(e, _)| *e == ending);
        return match (format, packed) {
            (Format::Zip, Some((_, what))) => Format::Other(what),
            _ => *format,
        };
    }
    let text = head_text(bytes);
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let is_page = || {
        ["<!doctype html", "<html", "<head", "<body"].iter().any(|tag| starts(text, tag))
            || text.contains("<html")
    };
    let is_feed = || {
        ["<rss", "<feed", "<rdf:rdf"].iter().any(|tag| text.contains(tag))
            || starts(text, "<?xml") && !is_page()
    };
    match ending.as_str() {
        "html" | "htm" | "xhtml" | "shtml" => Format::Html,
        "jsonl" | "ndjson" => Format::JsonLines,
        "json" if !is_page() => Format::Json,
        "csv" | "tsv" if !is_page() => Format::Csv,
        "xml" | "rss" | "atom" | "rdf" if !is_page() => Format::Feed,
        "md" | "markdown" | "mdx" => Format::Markdown,
        "zip" => Format::Zip,
        "sorot" => Format::Pack,
        _ if is_feed() => Format::Feed,
        _ if is_page() => Format::Html,
        _ if is_lines(text) => Format::JsonLines,
        _ if starts(text, "{\"") || starts(text, "[{") => Format::Json,
        _ if is_binary(bytes) => Format::Other("binary"),
        _ => Format::Text,
    }
}

fn starts(text: &str, tag: &str) -> bool {
    text.get(..tag.len()).is_some_and(|head| head.eq_ignore_ascii_case(tag))
}

/// An object that ends with its line, and another one begins in the next.
fn is_lines(text: &str) -> bool {
    text.starts_with("{\"")
        && text.split_once('\n').is_some_and(|(a, b)| a.trim_end().ends_with('}') && b.starts_with("{\""))
}

/// The first characters in lower case, whatever the encoding: only ASCII is looked for.
fn head_text(bytes: &[u8]) -> String {
    let head = bytes.iter().filter(|b| **b != 0).take(HEAD);
    head.map(|b| char::from(b.to_ascii_lowercase()))
        .collect::<String>()
        .replace("ï»¿", "")
        .replace("ÿþ", "")
        .replace("þÿ", "")
}

/// Control bytes that no text has, but for the zeros of UTF-16.
fn is_binary(bytes: &[u8]) -> bool {
    let head = bytes.get(..HEAD.min(bytes.len())).unwrap_or(bytes);
    let controls = head.iter().filter(|b| matches!(b, 1..=6 | 14..=26 | 28..=31)).count();
    // UTF-16 has its zeros on one side.
    let zeros = |from: usize| head.iter().skip(from).step_by(2).filter(|b| **b == 0).count();
    controls * 10 > head.len() || zeros(0).min(zeros(1)) * 20 > head.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_bytes_go_before_the_name() {
        let check =
            |name: &str, bytes: &[u8], expected: Format| assert_eq!(sniff(name, bytes), expected, "{name}");
        check("a.txt", b"Jakarta, MINA - x", Format::Text);
        check("a.txt", b"<!DOCTYPE HTML><p>x", Format::Html);
        check("a.txt", b"%PDF-1.7", Format::Other("PDF"));
        check("a.txt", b"PK\x03\x04", Format::Zip);
        check("a.docx", b"PK\x03\x04", Format::Other("Word"));
        check("a", b"\xef\xbb\xbf{\"title\": 1}", Format::Json);
        check("a", b"{\"a\":1}\n{\"a\":2}", Format::JsonLines);
        check("a.csv", b"text;title", Format::Csv);
        check("a", b"<?xml version=\"1.0\"?><rss>", Format::Feed);
        check("a.xml", b"<?xml version=\"1.0\"?><html>", Format::Html);
        check("a.sorot", b"", Format::Pack);
        check("a", b"\x01\x02\x03\x04\x05", Format::Other("binary"));
        check("a", &[0; 100], Format::Other("binary"));
        check("a", b"A\0d\0a\0", Format::Text);
        check("a.html", b"Teks.", Format::Html);
    }
}
