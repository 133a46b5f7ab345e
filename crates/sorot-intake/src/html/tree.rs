//! The shape of a page, flat: containers with their parents, and lines of text in them. No element points to another
//! but by number, so that no nesting can be deep enough to hurt.

use super::entities;
use super::hints::{self, Hint};
use super::tokens::{Token, Tokens};
use crate::limits;

/// What an element means for the text in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Part of a line.
    Inline,
    /// A link: part of a line.
    Link,
    /// An element without content that ends a line.
    Break,
    /// An element without content that doesn't.
    Void,
    /// A box that holds lines.
    Block,
    /// A paragraph: a line.
    Para,
    /// A headline: a line.
    Heading,
    /// A member of a list: a line.
    Item,
    /// A field of a table: part of a line.
    Cell,
    /// Beside the story.
    Aside,
    /// Below a picture.
    Caption,
    /// Not shown.
    Hidden,
}

fn kind(name: &str) -> Kind {
    let mut small = [0u8; 12];
    let Some(lower) = small.get_mut(..name.len()) else { return Kind::Inline };
    lower.copy_from_slice(name.as_bytes());
    lower.make_ascii_lowercase();
    match &*lower {
        b"a" => Kind::Link,
        b"br" | b"hr" => Kind::Break,
        b"img" | b"input" | b"link" | b"meta" | b"base" | b"wbr" | b"source" | b"track" | b"area"
        | b"col" | b"embed" | b"param" => Kind::Void,
        b"p" | b"pre" => Kind::Para,
        b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" => Kind::Heading,
        b"li" | b"dt" | b"dd" => Kind::Item,
        b"td" | b"th" => Kind::Cell,
        b"nav" | b"aside" | b"footer" | b"dialog" | b"menu" => Kind::Aside,
        b"figcaption" | b"caption" => Kind::Caption,
        b"template" | b"svg" | b"math" | b"object" | b"applet" | b"audio" | b"video" | b"canvas" | b"map"
        | b"select" | b"button" | b"datalist" => Kind::Hidden,
        b"html" | b"body" | b"main" | b"article" | b"section" | b"div" | b"header" | b"form"
        | b"fieldset" | b"center" | b"blockquote" | b"figure" | b"ul" | b"ol" | b"dl" | b"table"
        | b"tbody" | b"thead" | b"tfoot" | b"tr" | b"details" | b"summary" | b"address" | b"head"
        | b"hgroup" => Kind::Block,
        _ => Kind::Inline,
    }
}

/// An element that holds lines.
#[derive(Debug)]
pub(super) struct Node {
    /// Its parent's number; its own for the first.
    pub parent: u32,
    /// One behind the number of the last node in it.
    pub end: u32,
    /// What it is.
    pub kind: Kind,
    /// What its class and name say.
    pub hint: Hint,
}

/// A line of text.
#[derive(Debug)]
pub(super) struct Line {
    /// The node that it stands in.
    pub node: u32,
    /// Its words, white space folded.
    pub text: String,
    /// Bytes of it that are links.
    pub linked: usize,
}

/// A page.
#[derive(Debug, Default)]
pub(super) struct Tree {
    /// Containers, each behind its parent; the first holds all.
    pub nodes: Vec<Node>,
    /// Lines in the order of the page.
    pub lines: Vec<Line>,
    /// Passages that the page hides.
    pub hidden: usize,
    /// Bytes at the end that went with a comment, a tag or a script that is never closed.
    pub lost: usize,
    /// Whether elements lay too deep.
    pub too_deep: bool,
    /// Whether there were too many elements.
    pub too_many: bool,
}

/// What else a page says, as its reader needs it.
pub(super) trait Watch {
    /// A start tag; its attributes are the tokenizer's.
    fn start(&mut self, name: &str, tokens: &Tokens<'_>);
    /// A raw element: a script, the title.
    fn raw(&mut self, name: &str, text: &str, tokens: &Tokens<'_>);
}

/// An open element.
struct Open<'a> {
    name: &'a str,
    kind: Kind,
    node: u32,
    /// Whether it hides what is in it.
    hides: bool,
}

struct Builder<'a> {
    tree: Tree,
    open: Vec<Open<'a>>,
    /// Open elements below the deepest that is kept.
    below: usize,
    /// Open elements that hide.
    hiding: usize,
    /// Open links.
    links: usize,
    line: String,
    linked: usize,
    /// Whether white space waits to be one blank.
    blank: bool,
    /// Characters hidden by the outermost open element that hides.
    unseen: usize,
}

/// Characters below which a hidden passage is an icon's name or a label.
pub(super) const PASSAGE: usize = 20;

/// Reads a page's shape.
pub(super) fn read(text: &str, watch: &mut dyn Watch) -> Tree {
    let first = Node { parent: 0, end: 0, kind: Kind::Block, hint: Hint::default() };
    let mut builder = Builder {
        tree: Tree { nodes: vec![first], ..Tree::default() },
        open: Vec::new(),
        below: 0,
        hiding: 0,
        links: 0,
        line: String::new(),
        linked: 0,
        blank: false,
        unseen: 0,
    };
    let mut tokens = Tokens::html(text);
    let mut tags = 0;
    while let Some(token) = tokens.next() {
        match token {
            Token::Text(raw) => builder.text(raw, true),
            Token::Literal(raw) => builder.text(raw, false),
            Token::Start { name, .. } => {
                tags += 1;
                if tags > limits::MAX_TAGS {
                    builder.tree.too_many = true;
                    break;
                }
                watch.start(name, &tokens);
                builder.start(name, &tokens);
            }
            Token::End { name } => builder.end(name),
            Token::Raw { name, text } => {
                watch.raw(name, text, &tokens);
            }
            Token::Declaration => {}
        }
    }
    builder.close_to(0);
    builder.flush();
    builder.tree.lost = tokens.lost();
    let end = builder.tree.nodes.len() as u32;
    if let Some(first) = builder.tree.nodes.first_mut() {
        first.end = end;
    }
    builder.tree
}

impl<'a> Builder<'a> {
    fn node(&self) -> u32 {
        self.open.last().map_or(0, |open| open.node)
    }

    fn start(&mut self, name: &'a str, tokens: &Tokens<'a>) {
        let kind = kind(name);
        match kind {
            Kind::Break => return self.flush(),
            Kind::Void => return,
            Kind::Cell => self.blank = true,
            Kind::Inline | Kind::Link => {}
            _ => {
                self.flush();
                // A box or a paragraph ends an open paragraph; a member of a list the one before.
                let inside = self
                    .open
                    .iter()
                    .rev()
                    .take_while(|o| matches!(o.kind, Kind::Inline | Kind::Link | Kind::Para));
                if let Some(above) =
                    inside.enumerate().filter(|(_, o)| o.kind == Kind::Para).map(|(at, _)| at).last()
                    && self.below == 0
                {
                    self.close_to(self.open.len() - above - 1);
                }
                if kind == Kind::Item
                    && self.below == 0
                    && self.open.last().is_some_and(|o| o.kind == Kind::Item)
                {
                    self.close_to(self.open.len() - 1);
                }
            }
        }
        if self.open.len() >= limits::MAX_DEPTH {
            self.below += 1;
            self.tree.too_deep = true;
            return;
        }
        let hides = kind == Kind::Hidden || hints::is_hidden(tokens);
        let mut node = self.node();
        if !matches!(kind, Kind::Inline | Kind::Link | Kind::Cell) {
            let parent = node;
            node = self.tree.nodes.len() as u32;
            self.tree.nodes.push(Node { parent, end: node + 1, kind, hint: Hint::of(name, tokens) });
        }
        self.hiding += usize::from(hides);
        self.links += usize::from(kind == Kind::Link);
        self.open.push(Open { name, kind, node, hides });
    }

    fn end(&mut self, name: &str) {
        let kind = kind(name);
        if matches!(kind, Kind::Break | Kind::Void) {
            return;
        }
        if self.below > 0 {
            self.below -= 1;
            if !matches!(kind, Kind::Inline | Kind::Link) {
                self.flush();
            }
            return;
        }
        if let Some(at) = self.open.iter().rposition(|open| open.name.eq_ignore_ascii_case(name)) {
            // The end of a word's emphasis doesn't end the box around it.
            let crosses = matches!(kind, Kind::Inline | Kind::Link)
                && self.open.iter().skip(at).any(|o| !matches!(o.kind, Kind::Inline | Kind::Link));
            if !crosses {
                self.close_to(at);
            }
        }
    }

    /// Closes open elements until `length` are left.
    fn close_to(&mut self, length: usize) {
        while self.open.len() > length {
            if self.open.last().is_some_and(|o| !matches!(o.kind, Kind::Inline | Kind::Link | Kind::Cell)) {
                self.flush();
            }
            let Some(closed) = self.open.pop() else { return };
            self.links -= usize::from(closed.kind == Kind::Link);
            self.hiding -= usize::from(closed.hides);
            if closed.hides && self.hiding == 0 {
                self.tree.hidden += usize::from(self.unseen >= PASSAGE);
                self.unseen = 0;
            }
            let end = self.tree.nodes.len() as u32;
            if !matches!(closed.kind, Kind::Inline | Kind::Link | Kind::Cell)
                && let Some(node) = self.tree.nodes.get_mut(closed.node as usize)
            {
                node.end = end;
            }
        }
    }

    fn text(&mut self, raw: &str, with_references: bool) {
        if self.hiding > 0 {
            self.unseen += raw.split_whitespace().map(str::len).sum::<usize>();
            return;
        }
        let decoded;
        let text = match with_references && raw.contains('&') {
            true => {
                decoded = entities::decoded(raw);
                decoded.as_str()
            }
            false => raw,
        };
        let mut rest = text;
        while !rest.is_empty() {
            let (words, blanks) = run(rest);
            let (plain, behind) = rest.split_at_checked(words).unwrap_or((rest, ""));
            if !plain.is_empty() {
                let before = self.line.len();
                if self.blank && before > 0 {
                    self.line.push(' ');
                }
                self.blank = false;
                if before == 0 {
                    // One long line is one piece of memory.
                    self.line.reserve(rest.len());
                }
                self.line.push_str(plain);
                if self.links > 0 {
                    self.linked += self.line.len() - before;
                }
            }
            self.blank |= blanks > 0;
            rest = behind.get(blanks..).unwrap_or("");
        }
    }

    /// Ends the line.
    fn flush(&mut self) {
        self.blank = false;
        if !self.line.is_empty() {
            let text = std::mem::take(&mut self.line);
            let linked = std::mem::take(&mut self.linked);
            self.tree.lines.push(Line { node: self.node(), text, linked });
        }
    }
}

/// How long the text's beginning is as it stays, single blanks in it, and how many bytes of white space follow it.
fn run(text: &str) -> (usize, usize) {
    let bytes = text.as_bytes();
    let mut words = 0;
    while words < bytes.len() {
        let is_between = || words > 0 && bytes.get(words) == Some(&b' ') && words + 1 < bytes.len();
        if blank(bytes, words) == 0 || is_between() && blank(bytes, words + 1) == 0 {
            words += 1;
        } else {
            break;
        }
    }
    let mut end = words;
    loop {
        match blank(bytes, end) {
            0 => return (words, end - words),
            more => end += more,
        }
    }
}

/// How many bytes of white space stand there. Called for each byte of a page.
#[inline(always)]
fn blank(bytes: &[u8], at: usize) -> usize {
    match bytes.get(at) {
        Some(b' ' | b'\n' | b'\r' | b'\t' | b'\x0c') => 1,
        // U+00A0 is the only one of them beyond ASCII.
        Some(0xc2) if bytes.get(at + 1) == Some(&0xa0) => 2,
        _ => 0,
    }
}

/// Who wants to know nothing else.
pub(super) struct Nothing;

impl Watch for Nothing {
    fn start(&mut self, _: &str, _: &Tokens<'_>) {}
    fn raw(&mut self, _: &str, _: &str, _: &Tokens<'_>) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<String> {
        read(text, &mut Nothing).lines.into_iter().map(|l| l.text).collect()
    }

    #[test]
    fn lines_are_what_a_reader_sees() {
        assert_eq!(
            lines("<p>Harga <b>beras</b>\n turun.<p>Dua<br>tiga<div>em<i>pat</i></div>"),
            ["Harga beras turun.", "Dua", "tiga", "empat"]
        );
        assert_eq!(
            lines("<ul><li>a<li>b</ul><table><tr><td>c<td>d<tr><td>e</table>"),
            ["a", "b", "c d", "e"]
        );
        assert_eq!(lines("<p>a<script>x</script>b&nbsp;c <!-- x -->d</p>"), ["ab c d"]);
        assert_eq!(lines("<div><b>a</div><p>b"), ["a", "b"]);
    }

    #[test]
    fn what_is_hidden_is_counted() {
        let tree = read(
            "<p>a<span style='display: none'>dua puluh huruf yang tak terlihat</span><p hidden>x<p>b",
            &mut Nothing,
        );
        assert_eq!((tree.lines.len(), tree.hidden), (2, 1));
    }

    #[test]
    fn nesting_has_an_end() {
        let deep = format!("{}a{}b", "<div>".repeat(100_000), "</div>".repeat(100_000));
        let tree = read(&deep, &mut Nothing);
        assert!(tree.too_deep && tree.nodes.len() <= limits::MAX_DEPTH + 1);
        assert_eq!(tree.lines.len(), 2);
        let many = "<p>".repeat(limits::MAX_TAGS + 10);
        assert!(read(&many, &mut Nothing).too_many);
    }
}
