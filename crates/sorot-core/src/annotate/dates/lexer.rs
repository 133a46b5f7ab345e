//! Words, numbers and marks of a stretch of text, with what the calendar's lexicon says of them.

use super::lexicon::{self, Part, Sense, Unit};
use crate::calendar::Lang;
use crate::structure::lexicon::push_small;
use crate::text::Span;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Letters.
    Word,
    /// Decimal digits: the value (saturating) and how many.
    Number(u32, u8),
    /// Any other character that isn't white space.
    Mark(char),
}

/// A token.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// Where.
    pub span: Span,
    /// What.
    pub kind: Kind,
    /// No white space before it.
    pub glued: bool,
    /// Its first letter is a capital.
    pub capital: bool,
    /// What the lexicon says.
    pub senses: &'static [(&'static str, Sense)],
}

/// The tokens of `span`, in one pass.
pub fn tokens(body: &str, span: Span, lang: Lang) -> Vec<Token> {
    let text = span.of(body);
    let base = span.start as usize;
    let mut out: Vec<Token> = Vec::with_capacity(text.len() / 5);
    let bytes = text.as_bytes();
    let mut lower = String::new();
    let mut glued = false;
    let mut at = 0;
    while let Some(byte) = bytes.get(at).copied() {
        if byte == b' ' {
            glued = false;
            at += 1;
            continue;
        }
        let start = at;
        // Nearly every word is of ASCII letters, and needs no look at characters.
        let letters = bytes.iter().skip(start).take_while(|b| b.is_ascii_alphabetic()).count();
        let joins = |b: &u8| !b.is_ascii() || *b == b'\'';
        if letters > 0 && !bytes.get(start + letters).is_some_and(joins) {
            at = start + letters;
            let word = text.get(start..at).unwrap_or("");
            let senses = if word.bytes().any(|b| b.is_ascii_uppercase()) {
                lower.clear();
                push_small(&mut lower, word);
                lexicon::senses(&lower, lang)
            } else {
                lexicon::senses(word, lang)
            };
            let span = Span::new(base + start, base + at);
            out.push(Token { span, kind: Kind::Word, glued, capital: byte.is_ascii_uppercase(), senses });
            glued = true;
            continue;
        }
        let mut chars =
            text.get(start..).unwrap_or("").char_indices().map(|(i, c)| (start + i, c)).peekable();
        let Some((_, c)) = chars.next() else { break };
        at = start + c.len_utf8();
        if c.is_whitespace() {
            glued = false;
            continue;
        }
        let mut end = at;
        let mut senses: &'static [_] = &[];
        let kind = if c.is_ascii_digit() {
            let (mut value, mut digits) = (c as u32 - '0' as u32, 1u8);
            while let Some(&(at, d)) = chars.peek().filter(|n| n.1.is_ascii_digit()) {
                value = value.saturating_mul(10).saturating_add(d as u32 - '0' as u32);
                digits = digits.saturating_add(1);
                end = at + 1;
                chars.next();
            }
            Kind::Number(value, digits)
        } else if c.is_alphabetic() {
            lower.clear();
            lower.extend(c.to_lowercase());
            while let Some(&(at, d)) = chars.peek() {
                let inside = matches!(d, '\'' | '’')
                    && text.get(at + d.len_utf8()..).is_some_and(|r| r.starts_with(char::is_alphabetic));
                if !d.is_alphabetic() && !inside {
                    break;
                }
                if lower.len() < 40 {
                    lower.extend(d.to_lowercase());
                }
                end = at + d.len_utf8();
                chars.next();
            }
            senses = lexicon::senses(base_word(&lower), lang);
            Kind::Word
        } else {
            Kind::Mark(c)
        };
        let span = Span::new(base + start, base + end);
        out.push(Token { span, kind, glued, capital: c.is_uppercase(), senses });
        glued = true;
        at = end;
    }
    out
}

/// The word without an English genitive ending ("today's").
pub fn base_word(word: &str) -> &str {
    word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word)
}

#[cfg(test)]
thread_local! {
    /// How often tokens were looked at: the work of reading, whatever else the machine does.
    pub static LOOKS: std::cell::Cell<u64> = const { std::cell::Cell::new(0) };
}

/// A read-only view over one sentence's tokens; every look-up outside it finds nothing.
#[derive(Clone, Copy, Debug)]
pub struct Cursor<'a> {
    /// The article's body.
    pub body: &'a str,
    /// The tokens of one sentence.
    pub tokens: &'a [Token],
    /// The language of the article.
    pub lang: Lang,
}

impl<'a> Cursor<'a> {
    /// The token at `i`.
    pub fn token(&self, i: usize) -> Option<&'a Token> {
        #[cfg(test)]
        LOOKS.with(|looks| looks.set(looks.get() + 1));
        self.tokens.get(i)
    }

    /// The text at `i`, empty outside.
    pub fn text(&self, i: usize) -> &'a str {
        self.token(i).map_or("", |t| t.span.of(self.body))
    }

    /// Whether the word at `i` is one of `words` (ASCII case ignored).
    pub fn is(&self, i: usize, words: &[&str]) -> bool {
        let text = self.text(i);
        words.iter().any(|w| w.eq_ignore_ascii_case(text))
    }

    /// Whether the mark at `i` is one of `marks`.
    pub fn mark(&self, i: usize, marks: &[char]) -> bool {
        matches!(self.token(i).map(|t| t.kind), Some(Kind::Mark(c)) if marks.contains(&c))
    }

    /// Whether nothing but letters or marks stands between `i - 1` and `i`.
    pub fn glued(&self, i: usize) -> bool {
        self.token(i).is_some_and(|t| t.glued)
    }

    /// Whether the word at `i` starts with a capital.
    pub fn capital(&self, i: usize) -> bool {
        self.token(i).is_some_and(|t| t.capital)
    }

    /// The first sense at `i` that `pick` accepts.
    pub fn sense<T>(&self, i: usize, pick: impl Fn(Sense) -> Option<T>) -> Option<T> {
        self.token(i)?.senses.iter().find_map(|e| pick(e.1))
    }

    /// Whether the word at `i` has exactly this sense.
    pub fn has(&self, i: usize, sense: Sense) -> bool {
        self.sense(i, |s| (s == sense).then_some(())).is_some()
    }

    /// Digits at `i`: value and count.
    pub fn digits(&self, i: usize) -> Option<(u32, u8)> {
        match self.token(i)?.kind {
            Kind::Number(value, digits) => Some((value, digits)),
            _ => None,
        }
    }

    /// A month's name at `i`, 1 to 12: with a capital, since "may", "march" and "mei" are words too.
    pub fn month(&self, i: usize) -> Option<u32> {
        let month = self.sense(i, |s| match s {
            Sense::Month(m) => Some(u32::from(m)),
            _ => None,
        })?;
        self.capital(i).then_some(month)
    }

    /// A weekday's name at `i`, 0 = Monday, whatever its case.
    pub fn weekday(&self, i: usize) -> Option<u8> {
        self.sense(i, |s| match s {
            Sense::Weekday(d) => Some(d),
            _ => None,
        })
    }

    /// A unit at `i`.
    pub fn unit(&self, i: usize) -> Option<Unit> {
        self.sense(i, |s| match s {
            Sense::Unit(u) => Some(u),
            _ => None,
        })
    }

    /// This, last, next at `i`.
    pub fn shift(&self, i: usize) -> Option<i32> {
        self.sense(i, |s| match s {
            Sense::Shift(n) => Some(i32::from(n)),
            _ => None,
        })
    }

    /// A part of a period at `i`.
    pub fn part(&self, i: usize) -> Option<Part> {
        self.sense(i, |s| match s {
            Sense::Part(p) => Some(p),
            _ => None,
        })
    }

    /// A rank at `i`, in words, Roman or with digits ("ke-2", "2nd"): value and end.
    pub fn ordinal(&self, i: usize) -> Option<(u32, usize)> {
        if self.is(i, &["ke"]) && self.mark(i + 1, &['-']) {
            return self.digits(i + 2).map(|(n, _)| (n, i + 3));
        }
        if let Some((n, _)) = self.digits(i) {
            return self.suffix(i + 1).then_some((n, i + 2));
        }
        self.sense(i, |s| match s {
            Sense::Ordinal(n) => Some((n, i + 1)),
            _ => None,
        })
    }

    /// Whether an English ordinal ending is glued on at `i`.
    pub fn suffix(&self, i: usize) -> bool {
        self.lang == Lang::En && self.glued(i) && self.is(i, &["st", "nd", "rd", "th"])
    }

    /// A count at `i`, in digits or in words: value and end. No thousands, no fractions.
    pub fn count(&self, i: usize) -> Option<(u32, usize)> {
        if let Some((n, digits)) = self.digits(i) {
            let fraction = self.mark(i + 1, &['.', ','])
                && self.glued(i + 1)
                && self.digits(i + 2).is_some()
                && self.glued(i + 2);
            return (digits <= 4 && !fraction).then_some((n, i + 1));
        }
        let number = |i| {
            self.sense(i, |s| match s {
                Sense::Number(n) => Some(n),
                _ => None,
            })
        };
        let n = number(i)?;
        if self.lang == Lang::Id && self.is(i + 1, &["belas"]) {
            return Some((n + 10, i + 2));
        }
        if self.lang == Lang::Id && self.is(i + 1, &["puluh"]) {
            return Some(match number(i + 2) {
                Some(ones) if ones < 10 => (n * 10 + ones, i + 3),
                _ => (n * 10, i + 2),
            });
        }
        Some((n, i + 1))
    }

    /// A year of four digits at `i`, 1000 to 2999.
    pub fn year(&self, i: usize) -> Option<i32> {
        let (n, digits) = self.digits(i)?;
        let part = (self.mark(i + 1, &['.', ','])
            && self.glued(i + 1)
            && self.glued(i + 2)
            && self.digits(i + 2).is_some())
            || self.mark(i + 1, &['%']);
        (digits == 4 && (1000..3000).contains(&n) && !part).then_some(n as i32)
    }

    /// Whether a sentence or a quotation starts at `i`: a capital there tells nothing.
    pub fn initial(&self, i: usize) -> bool {
        let Some(before) = i.checked_sub(1) else { return true };
        self.mark(before, &['.', '!', '?', ':', '“', '"', '«', '‘', '(', '[', '”', '–', '—'])
    }
}
