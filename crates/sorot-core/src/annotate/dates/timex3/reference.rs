//! Now, then and later without a day: "saat ini", "baru-baru ini", "soon".

use crate::annotate::dates::lexer::Cursor;
use crate::annotate::dates::lexicon::{Sense, references};

/// The longest phrase, in words.
const LONGEST: usize = 5;
/// The longest word of a phrase, in bytes.
const WORD: u32 = 16;

/// The longest phrase at `i`: its TIMEX3 value and the token after it.
pub(super) fn read(c: &Cursor, i: usize) -> Option<(&'static str, usize)> {
    if !c.has(i, Sense::Reference) || i.checked_sub(1).is_some_and(|b| c.is(b, &NOT_AFTER)) {
        return None;
    }
    let table = references(c.lang);
    let (mut phrase, mut best, mut at, mut words) = (String::new(), None, i, 0);
    while words < LONGEST {
        // A hyphen parts two words of a phrase.
        if words > 0 && c.mark(at, &['-']) {
            at += 1;
        }
        let Some(token) = c.token(at).filter(|t| t.span.len() <= WORD) else { break };
        if words > 0 {
            phrase.push(' ');
        }
        phrase.extend(token.span.of(c.body).chars().flat_map(char::to_lowercase));
        (words, at) = (words + 1, at + 1);
        if let Ok(found) = table.binary_search_by(|r| r.0.cmp(phrase.as_str())) {
            best = table.get(found).map(|r| (r.1, at));
        }
    }
    best
}

/// Words that make another phrase of the next: "lebih dulu", "as soon as".
const NOT_AFTER: [&str; 5] = ["lebih", "terlebih", "as", "jangan", "until"];
