//! Where are the words? One cut of the text into words, numbers and marks, shared by every stage
//! that reads expressions: names, dates, quotes.

use crate::text::Span;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, with digits and apostrophes inside: "Mi’raj", "France24", "U.S.".
    Word,
    /// Digits, with separators between digits: "5.000", "3,9", "11.30".
    Number,
    /// One character of punctuation or a symbol.
    Mark,
}

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// No capital at the start ("berkata", "iPhone" too).
    Lower,
    /// A capital, then at least one small letter ("Jakarta", "McKinsey").
    Capital,
    /// Two letters or more, all capitals ("AS", "U.S.", "UTUSAN").
    Upper,
    /// One capital letter alone ("X", an initial).
    Initial,
    /// Not a word, or a script without capitals.
    Other,
}

/// One word, number or mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where.
    pub span: Span,
    /// What.
    pub kind: TokenKind,
    /// How it is written; [`Shape::Other`] for numbers and marks.
    pub shape: Shape,
    /// Whether white space (or the start of the range) stands before it.
    pub spaced: bool,
}

impl Token {
    /// The text it covers.
    pub fn text<'a>(&self, body: &'a str) -> &'a str {
        self.span.of(body)
    }

    /// Whether it is the mark `c`.
    pub fn is(&self, body: &str, c: char) -> bool {
        self.kind == TokenKind::Mark && self.text(body).chars().eq([c])
    }

    /// Whether it is a word that begins with a capital.
    pub fn is_capital(&self) -> bool {
        matches!(self.shape, Shape::Capital | Shape::Upper | Shape::Initial)
    }
}

/// Whether `c` is an apostrophe when it stands between two letters.
fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '`')
}

/// Cuts the text of `within` (a span of `body`) into tokens, in one pass.
///
/// A run of single letters with stops ("U.S.") is one word; any other stop is a mark. A hyphen is a
/// mark. "Rp" directly before digits is a word of its own.
pub fn tokens(body: &str, within: Span) -> Vec<Token> {
    let text = within.of(body);
    let base = within.start as usize;
    let mut out = Vec::with_capacity(text.len() / 5);
    let mut chars = Cursor { text, at: 0 };
    let mut spaced = true;
    while let Some(byte) = text.as_bytes().get(chars.at).copied() {
        let start = chars.at;
        if byte == b' ' {
            chars.at += 1;
            spaced = true;
            continue;
        }
        if let Some((end, shape)) = plain_word(text.as_bytes(), start) {
            chars.at = end;
            let span = Span::new(base + start, base + end);
            out.push(Token { span, kind: TokenKind::Word, shape, spaced });
            spaced = false;
            continue;
        }
        let Some(c) = chars.peek() else { break };
        if c.is_whitespace() {
            chars.bump();
            spaced = true;
            continue;
        }
        let kind = if c.is_alphabetic() {
            word(&mut chars);
            TokenKind::Word
        } else if c.is_numeric() {
            number(&mut chars);
            TokenKind::Number
        } else {
            chars.bump();
            TokenKind::Mark
        };
        let shape = if kind == TokenKind::Word {
            shape(text.get(start..chars.at).unwrap_or(""))
        } else {
            Shape::Other
        };
        out.push(Token { span: Span::new(base + start, base + chars.at), kind, shape, spaced });
        spaced = false;
    }
    out
}

/// The bit that makes an ASCII letter a small one.
const SMALL: u8 = 0x20;

/// The end and the shape of a word of two ASCII letters or more that nothing goes on behind: nearly every
/// word is one, and needs no look at characters.
fn plain_word(text: &[u8], start: usize) -> Option<(usize, Shape)> {
    let rest = text.get(start..)?;
    // A capital and a small letter differ in one bit, and nothing else has both that bit and the rest of a letter.
    let (mut letters, mut small) = (0, 0);
    for byte in rest {
        if !(byte | SMALL).is_ascii_lowercase() {
            break;
        }
        letters += 1;
        small += usize::from(byte & SMALL != 0);
    }
    let joins = |b: &u8| b.is_ascii_digit() || !b.is_ascii() || matches!(b, b'\'' | b'`');
    if letters < 2 || rest.get(letters).is_some_and(joins) {
        return None;
    }
    let shape = match rest.first()? & SMALL == 0 {
        false => Shape::Lower,
        true if small == 0 => Shape::Upper,
        true => Shape::Capital,
    };
    Some((start + letters, shape))
}

struct Cursor<'a> {
    text: &'a str,
    at: usize,
}

impl Cursor<'_> {
    fn rest(&self) -> std::str::Chars<'_> {
        self.text.get(self.at..).unwrap_or("").chars()
    }

    fn peek(&self) -> Option<char> {
        self.rest().next()
    }

    fn peek_two(&self) -> (Option<char>, Option<char>) {
        let mut rest = self.rest();
        (rest.next(), rest.next())
    }

    fn bump(&mut self) {
        self.at += self.peek().map_or(0, char::len_utf8);
    }
}

/// Combining marks belong to the letter before them.
fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{200c}' | '\u{200d}' | '\u{ad}')
}

fn word(chars: &mut Cursor) {
    let start = chars.at;
    if dotted_letters(chars) {
        return;
    }
    chars.at = start;
    loop {
        let (Some(c), next) = chars.peek_two() else { return };
        let joined = is_apostrophe(c) && next.is_some_and(char::is_alphabetic);
        if c.is_numeric() && chars.text.get(start..chars.at) == Some("Rp") {
            return;
        }
        if !(c.is_alphanumeric() || is_combining(c) || joined) {
            return;
        }
        chars.bump();
    }
}

/// Moves past two or more single letters with stops ("U.S.", "a.m."); false where there are none.
fn dotted_letters(chars: &mut Cursor) -> bool {
    let mut letters = 0;
    while let (Some(letter), Some('.')) = chars.peek_two() {
        if !letter.is_alphabetic() {
            break;
        }
        chars.bump();
        chars.bump();
        letters += 1;
    }
    // "e.g.x": a letter follows that isn't part of the run.
    letters >= 2 && !chars.peek().is_some_and(char::is_alphanumeric)
}

fn number(chars: &mut Cursor) {
    while let (Some(c), next) = chars.peek_two() {
        let joined = matches!(c, '.' | ',') && next.is_some_and(char::is_numeric);
        if !(c.is_numeric() || joined) {
            return;
        }
        chars.bump();
    }
}

fn shape(word: &str) -> Shape {
    let upper = word.chars().filter(|c| c.is_uppercase()).count();
    let lower = word.chars().filter(|c| c.is_lowercase()).count();
    match word.chars().next() {
        Some(first) if first.is_uppercase() => match (upper, lower) {
            (_, 1..) => Shape::Capital,
            (1, 0) => Shape::Initial,
            _ => Shape::Upper,
        },
        Some(_) if lower > 0 => Shape::Lower,
        _ => Shape::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cut(text: &str) -> Vec<&str> {
        tokens(text, Span::new(0, text.len())).iter().map(|t| t.text(text)).collect()
    }

    #[test]
    fn words_numbers_and_marks() {
        let check = |text: &str, expected: &[&str]| assert_eq!(cut(text), expected, "{text}");
        check("Jumat (11/4) pukul 10.30", &["Jumat", "(", "11", "/", "4", ")", "pukul", "10.30"]);
        check("Rp3,9 miliar", &["Rp", "3,9", "miliar"]);
        check("AS-Ukraina, Mi’raj.", &["AS", "-", "Ukraina", ",", "Mi’raj", "."]);
        check("the U.S. and France24", &["the", "U.S.", "and", "France24"]);
        check("kata J. Doe.Para", &["kata", "J", ".", "Doe", ".", "Para"]);
        check("damai ”-nya 5.000.", &["damai", "”", "-", "nya", "5.000", "."]);
    }

    #[test]
    fn shapes() {
        let check = |word: &str, expected: Shape| assert_eq!(shape(word), expected, "{word}");
        check("kata", Shape::Lower);
        check("McKinsey", Shape::Capital);
        check("UTUSAN", Shape::Upper);
        check("U.S.", Shape::Upper);
        check("X", Shape::Initial);
        check("京都", Shape::Other);
    }

    /// The quick way over plain words reads as the other one does.
    fn slowly(text: &str) -> Vec<(Span, TokenKind, Shape)> {
        let mut chars = Cursor { text, at: 0 };
        let mut out = Vec::new();
        while let Some(c) = chars.peek() {
            let start = chars.at;
            let kind = match c {
                c if c.is_alphabetic() => TokenKind::Word,
                c if c.is_numeric() => TokenKind::Number,
                _ => TokenKind::Mark,
            };
            match kind {
                TokenKind::Word => word(&mut chars),
                TokenKind::Number => number(&mut chars),
                TokenKind::Mark => chars.bump(),
            }
            let shape = if kind == TokenKind::Word { shape(&text[start..chars.at]) } else { Shape::Other };
            out.extend((!c.is_whitespace()).then_some((Span::new(start, chars.at), kind, shape)));
        }
        out
    }

    proptest! {
        #[test]
        fn plain_words_are_cut_as_all_are(text in "[A-Za-z0-9 .'’Åé-]{0,60}") {
            let tokens = tokens(&text, Span::new(0, text.len()));
            let quickly: Vec<_> = tokens.iter().map(|t| (t.span, t.kind, t.shape)).collect();
            prop_assert_eq!(quickly, slowly(&text));
        }

        #[test]
        fn tokens_lie_in_order_and_cover_all_but_white_space(text in "\\PC{0,200}") {
            let tokens = tokens(&text, Span::new(0, text.len()));
            let mut at = 0;
            for token in &tokens {
                let (start, end) = (token.span.start as usize, token.span.end as usize);
                prop_assert!(start < end);
                prop_assert!(text[at..start].chars().all(char::is_whitespace));
                at = end;
            }
            prop_assert!(text[at..].chars().all(char::is_whitespace));
        }
    }
}
