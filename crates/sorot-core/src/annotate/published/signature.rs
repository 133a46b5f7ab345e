//! Which words tell an event apart? The number and its noun, the verbs, the names around a date.

use super::Undated;
use crate::annotate::dates::Expression;
use crate::text::Span;

/// What kind of word a term is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// A number with the word after it: "30 hari".
    Number,
    /// A common word, by its stem.
    Common,
    /// A word with a capital inside a sentence.
    Name,
}

/// A word of an event, comparable across articles.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Term {
    /// The stem in lower case; a number with its noun.
    pub stem: String,
    /// What.
    pub kind: Kind,
    /// As written, for a reader.
    pub word: String,
}

/// Terms read before or after an expression, at most.
const TERMS: usize = 14;

/// Words that tell no event apart.
const STOP: [&str; 40] = [
    "about", "after", "akan", "antara", "bahwa", "been", "before", "dalam", "dan", "dari", "dengan", "for",
    "from", "had", "has", "have", "into", "itu", "juga", "karena", "namun", "oleh", "pada", "para", "saat",
    "secara", "sudah", "telah", "that", "the", "their", "they", "this", "untuk", "was", "were", "which",
    "will", "with", "yang",
];

/// The terms of the clause that expression `i` dates, sorted, each once: what stands between the
/// date before it and itself, or, where it opens the sentence, what follows up to the next one.
pub(super) fn of(article: &Undated, i: usize) -> Vec<Term> {
    let Some(e) = article.expressions.get(i) else { return Vec::new() };
    let same = |other: &&Expression| other.sentence == e.sentence;
    let before = i.checked_sub(1).and_then(|b| article.expressions.get(b)).filter(same);
    let after = article.expressions.get(i + 1).filter(same);
    let body = article.article.body.as_str();
    let from = before.map_or(e.sentence.start, |b| b.span.end);
    let mut terms = terms(body, Span { start: from, end: e.span.start }, true);
    if terms.is_empty() {
        let to = after.map_or(e.sentence.end, |a| a.span.start);
        terms = self::terms(body, Span { start: e.span.end, end: to }, false);
    }
    terms.sort();
    terms.dedup_by(|a, b| a.stem == b.stem && a.kind == b.kind);
    terms
}

/// The last (`from_end`) or first [`TERMS`] terms of a stretch; at most 600 bytes are read.
fn terms(body: &str, span: Span, from_end: bool) -> Vec<Term> {
    let text = span.of(body);
    let text = if from_end { tail(text, 600) } else { head(text, 600) };
    let mut out: Vec<Term> = Vec::new();
    let mut words = text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).peekable();
    while let Some(word) = words.next() {
        if word.starts_with(|c: char| c.is_ascii_digit()) {
            let next = words.peek().copied().unwrap_or("");
            let noun = stem(&next.to_lowercase());
            let word_and_noun = format!("{word} {next}").trim_end().to_string();
            out.push(Term { stem: format!("{word} {noun}"), kind: Kind::Number, word: word_and_noun });
            continue;
        }
        let lower = word.to_lowercase();
        let capital = word.starts_with(char::is_uppercase);
        if STOP.binary_search(&lower.as_str()).is_ok() || lower.len() < 4 && !capital {
            continue;
        }
        let kind = if capital { Kind::Name } else { Kind::Common };
        out.push(Term { stem: stem(&lower), kind, word: word.into() });
    }
    if from_end {
        let skip = out.len().saturating_sub(TERMS);
        out.drain(..skip);
    } else {
        out.truncate(TERMS);
    }
    out
}

fn tail(text: &str, most: usize) -> &str {
    let mut at = text.len().saturating_sub(most);
    while !text.is_char_boundary(at) {
        at += 1;
    }
    text.get(at..).unwrap_or("")
}

fn head(text: &str, most: usize) -> &str {
    let mut at = text.len().min(most);
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    text.get(..at).unwrap_or("")
}

/// A rough stem, the same for both voices of an Indonesian verb ("mengusulkan", "diusulkan"): it
/// only has to agree with itself.
pub(super) fn stem(word: &str) -> String {
    let mut rest = word;
    for suffix in ["nya", "kan", "an", "i", "ing", "ed", "s"] {
        if let Some(shorter) = rest.strip_suffix(suffix).filter(|r| r.len() >= 4) {
            rest = shorter;
            break;
        }
    }
    let prefixes = [
        ("meny", "s"),
        ("peny", "s"),
        ("meng", ""),
        ("peng", ""),
        ("mem", ""),
        ("pem", ""),
        ("men", ""),
        ("pen", ""),
        ("ber", ""),
        ("ter", ""),
        ("me", ""),
        ("di", ""),
    ];
    for (prefix, instead) in prefixes {
        if let Some(root) = rest.strip_prefix(prefix).filter(|r| r.len() >= 4) {
            return format!("{instead}{root}");
        }
    }
    rest.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_voices_of_a_verb_have_one_stem() {
        assert!(STOP.is_sorted());
        for (a, b) in [("mengusulkan", "diusulkan"), ("menyetujui", "setuju"), ("meluncurkan", "diluncurkan")]
        {
            assert_eq!(stem(a), stem(b));
        }
    }
}
