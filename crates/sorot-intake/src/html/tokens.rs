//! HTML as a row of tags and texts, by the states of the standard's tokenizer (HTML, 13.2.5) that matter to text. One
//! pass, nothing nested, nothing built: what a browser would run or load is only skipped.

use crate::limits;

/// Elements whose content is text up to their own end tag, whatever stands in it.
const RAW: &[&str] = &[
    "script",
    "style",
    "title",
    "textarea",
    "xmp",
    "iframe",
    "noembed",
    "noframes",
    "noscript",
    "plaintext",
];

/// A piece of a page.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Token<'a> {
    /// Text with its references as written.
    Text(&'a str),
    /// Text that stands for itself (CDATA).
    Literal(&'a str),
    /// A start tag; the attributes are the tokenizer's until the next one.
    Start {
        name: &'a str,
        /// Whether it ends with `/>`.
        closed: bool,
    },
    /// An end tag.
    End { name: &'a str },
    /// An element whose content is text that is not the page's.
    Raw { name: &'a str, text: &'a str },
    /// `<!DOCTYPE …>` or another declaration.
    Declaration,
}

/// Reads a page from its start to its end, once.
pub(crate) struct Tokens<'a> {
    text: &'a str,
    at: usize,
    /// XML: no raw elements, CDATA anywhere.
    xml: bool,
    attributes: Vec<(&'a str, &'a str)>,
    /// Bytes at the end that a comment, a tag or a raw element took along because it is never closed.
    lost: usize,
}

impl<'a> Tokens<'a> {
    pub(crate) fn html(text: &'a str) -> Tokens<'a> {
        Tokens { text, at: 0, xml: false, attributes: Vec::new(), lost: 0 }
    }

    pub(crate) fn xml(text: &'a str) -> Tokens<'a> {
        Tokens { xml: true, ..Tokens::html(text) }
    }

    /// Bytes read so far.
    pub(crate) fn at(&self) -> usize {
        self.at
    }

    /// Bytes at the end that went with something never closed.
    pub(crate) fn lost(&self) -> usize {
        self.lost
    }

    /// The value of an attribute of the last start tag, its references as written.
    pub(crate) fn attribute(&self, name: &str) -> Option<&'a str> {
        let found = self.attributes.iter().find(|(own, _)| own.eq_ignore_ascii_case(name));
        found.map(|(_, value)| *value)
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or("")
    }

    /// What stands before `end`, which is read too; all of the rest where it never comes.
    fn up_to(&mut self, end: &str) -> &'a str {
        let rest = self.rest();
        let found = rest.find(end);
        let (before, read) = (found.unwrap_or(rest.len()), found.map_or(rest.len(), |at| at + end.len()));
        self.at += read;
        rest.get(..before).unwrap_or(rest)
    }

    /// The text from here to where a tag, a comment or a declaration may begin.
    fn words(&mut self) -> &'a str {
        let rest = self.rest().as_bytes();
        let opens = |pair: &[u8]| matches!(pair, [b'<', second, ..] if second.is_ascii_alphabetic() || matches!(second, b'!' | b'?' | b'/'));
        let mut end = 0;
        while let Some(more) = rest.get(end..).and_then(|rest| rest.iter().position(|b| *b == b'<')) {
            end += more;
            if rest.get(end..).is_some_and(opens) {
                break;
            }
            end += 1;
        }
        if !rest.get(end..).is_some_and(opens) {
            end = rest.len();
        }
        let words = self.rest().get(..end).unwrap_or_default();
        self.at += end;
        words
    }

    fn markup(&mut self) -> Option<Token<'a>> {
        let rest = self.rest();
        let second = rest.as_bytes().get(1).copied().unwrap_or(0);
        match second {
            b'!' if rest.starts_with("<!--") => {
                self.comment();
                None
            }
            b'!' if self.xml && rest.starts_with("<![CDATA[") => {
                self.at += "<![CDATA[".len();
                Some(Token::Literal(self.up_to("]]>")))
            }
            b'!' => {
                self.up_to(">");
                Some(Token::Declaration)
            }
            b'?' => {
                self.up_to(">");
                None
            }
            b'/' if rest.as_bytes().get(2).is_some_and(u8::is_ascii_alphabetic) => {
                self.at += 2;
                let name = self.name();
                self.up_to(">");
                Some(Token::End { name })
            }
            b'/' => {
                self.up_to(">");
                None
            }
            letter if letter.is_ascii_alphabetic() => {
                self.at += 1;
                let begin = self.at;
                let tag = self.start();
                if tag.is_none() {
                    self.lost = self.text.len() - begin;
                    self.at = self.text.len();
                }
                tag
            }
            // A sign that opens nothing is text, with all up to the next that does.
            _ => Some(Token::Text(self.words())),
        }
    }

    /// A comment ends at `-->` or `--!>`; `<!-->` and `<!--->` are whole ones.
    fn comment(&mut self) {
        self.at += "<!--".len();
        let begin = self.at;
        let rest = self.rest();
        if let Some(short) = [">", "->"].iter().find(|end| rest.starts_with(**end)) {
            self.at += short.len();
            return;
        }
        let mut read = 0;
        while let Some(more) = rest.get(read..).and_then(|rest| rest.bytes().position(|b| b == b'>')) {
            read += more + 1;
            if ["-->", "--!>"].iter().any(|end| rest.get(..read).is_some_and(|own| own.ends_with(end))) {
                self.at += read;
                return;
            }
        }
        self.lost = self.text.len() - begin;
        self.at = self.text.len();
    }

    fn name(&mut self) -> &'a str {
        let rest = self.rest();
        let end =
            rest.find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>')).unwrap_or(rest.len());
        self.at += end;
        rest.get(..end).unwrap_or("")
    }

    /// A start tag whose name begins here; `None` where the text ends in it (HTML: it is dropped).
    fn start(&mut self) -> Option<Token<'a>> {
        let name = self.name();
        self.attributes.clear();
        let mut closed = false;
        loop {
            let rest = self.rest();
            let blank = rest.len() - rest.trim_start_matches([' ', '\n', '\r', '\t', '\u{c}']).len();
            self.at += blank;
            match self.rest().as_bytes().first()? {
                b'>' => {
                    self.at += 1;
                    break;
                }
                b'/' => {
                    self.at += 1;
                    closed = self.rest().starts_with('>');
                }
                _ => self.one_attribute()?,
            }
        }
        let raw = (!self.xml).then(|| RAW.iter().find(|raw| raw.eq_ignore_ascii_case(name))).flatten();
        match raw {
            Some(raw) => Some(Token::Raw { name: raw, text: self.raw(raw) }),
            None => Some(Token::Start { name, closed }),
        }
    }

    fn one_attribute(&mut self) -> Option<()> {
        let rest = self.rest();
        // A name may begin with `=` (HTML: an error, and part of the name).
        let end = rest
            .char_indices()
            .find(|(at, c)| c.is_ascii_whitespace() || matches!(c, '/' | '>') || *c == '=' && *at > 0)
            .map_or(rest.len(), |(at, _)| at);
        let name = rest.get(..end)?;
        self.at += end;
        let rest = self.rest();
        let trimmed = rest.trim_start_matches([' ', '\n', '\r', '\t', '\u{c}']);
        let mut value = "";
        if let Some(behind) = trimmed.strip_prefix('=') {
            let behind = behind.trim_start_matches([' ', '\n', '\r', '\t', '\u{c}']);
            self.at = self.text.len() - behind.len();
            value = match behind.as_bytes().first()? {
                quote @ (b'"' | b'\'') => {
                    self.at += 1;
                    let quote = if *quote == b'"' { "\"" } else { "'" };
                    // A tag that isn't closed before the text ends is dropped.
                    self.rest().contains(quote).then_some(())?;
                    self.up_to(quote)
                }
                _ => {
                    let end = behind.find(|c: char| c.is_ascii_whitespace() || c == '>');
                    let value = behind.get(..end.unwrap_or(behind.len()))?;
                    self.at += value.len();
                    value
                }
            };
        }
        if self.attributes.len() < limits::MAX_ATTRIBUTES {
            self.attributes.push((name, value));
        }
        Some(())
    }

    /// The content of a raw element, and its end tag.
    fn raw(&mut self, name: &str) -> &'a str {
        let start = self.at;
        if name == "plaintext" {
            self.lost = self.text.len() - start;
            self.at = self.text.len();
            return self.text.get(start..).unwrap_or("");
        }
        loop {
            let before = self.at + self.up_to("</").len();
            let rest = self.rest();
            if rest.is_empty() {
                self.lost = self.text.len() - start;
                self.at = self.text.len();
                return self.text.get(start..before).unwrap_or("");
            }
            let is_end = rest.get(..name.len()).is_some_and(|own| own.eq_ignore_ascii_case(name))
                && rest
                    .as_bytes()
                    .get(name.len())
                    .is_none_or(|b| b.is_ascii_whitespace() || matches!(b, b'/' | b'>'));
            if is_end {
                self.up_to(">");
                return self.text.get(start..before).unwrap_or("");
            }
        }
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        while self.at < self.text.len() {
            if !self.rest().starts_with('<') {
                return Some(Token::Text(self.words()));
            }
            if let Some(token) = self.markup() {
                return Some(token);
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> Vec<String> {
        let mut tokens = Tokens::html(text);
        let mut out = Vec::new();
        while let Some(token) = tokens.next() {
            out.push(match token {
                Token::Start { name, .. } => format!("<{name} {:?}", tokens.attributes),
                Token::Raw { name, text } => format!("{name}:{text}"),
                Token::Text(text) | Token::Literal(text) => text.into(),
                Token::End { name } => format!("/{name}"),
                Token::Declaration => "!".into(),
            });
        }
        out
    }

    #[test]
    fn tags_are_read_as_browsers_read_them() {
        assert_eq!(
            read("<!doctype html><P class=a id='b c' hidden x = \"1>2\">T<br/>"),
            [
                "!",
                "<P [(\"class\", \"a\"), (\"id\", \"b c\"), (\"hidden\", \"\"), (\"x\", \"1>2\")]",
                "T",
                "<br []"
            ]
        );
        assert_eq!(read("a < b <3 </ x> c</p\n>"), ["a < b <3 ", " c", "/p"]);
        assert_eq!(read("<script>a</scriptx></SCRIPT >b"), ["script:a</scriptx>", "b"]);
        assert_eq!(read("<style><!--</style>a"), ["style:<!--", "a"]);
        assert_eq!(read("a<!-->b<!--->c<!-- > -- - --->d<!--x--!>e<!--f"), ["a", "b", "c", "d", "e"]);
        assert_eq!(read("a<![CDATA[b]]>c<?x?>d"), ["a", "!", "c", "d"]);
        assert_eq!(read("a<plaintext>b</plaintext>"), ["a", "plaintext:b</plaintext>"]);
        assert_eq!(read("<title>a"), ["title:a"]);
        for open in ["a<p", "a<p ", "a<p x", "a<p x=", "a<p x=\"b>", "a<p x=b"] {
            assert_eq!(read(open), ["a"], "{open}");
        }
    }

    #[test]
    fn data_stands_for_itself_in_xml() {
        let tokens: Vec<Token<'_>> = Tokens::xml("<t><![CDATA[<b>&amp;]]></t>").collect();
        assert_eq!(tokens[1], Token::Literal("<b>&amp;"));
    }

    proptest! {
        #[test]
        fn every_text_ends(text in "[<>!/\\-a-cP \"'=?\\[\\]\u{e9}]{0,80}") {
            prop_assert!(read(&text).len() <= text.len() + 1);
            let _ = Tokens::xml(&text).count();
        }
    }
}
