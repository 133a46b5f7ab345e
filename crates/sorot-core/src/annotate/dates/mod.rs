//! Which words are calendar expressions, and which days do they mean?
//!
//! ```text
//! sentence → tokens (lexer, lexicon) → Meaning (parse) → interval (resolve), given the publication day
//! ```
//! Durations ("tiga jam"), sets ("setiap Senin") and "saat ini" are not calendar expressions.

mod clause;
mod feasts;
mod lexer;
mod lexicon;
mod meaning;
mod parse;
mod resolve;
mod spans;
#[cfg(test)]
mod tests;
pub mod timex3;

pub use lexicon::{Part, Unit};
pub use meaning::{Beside, Cue, Expression, Meaning};
pub use resolve::{resolve, value};

use crate::calendar::Lang;
use crate::structure::Structure;
use crate::text::Span;

/// Finds the calendar expressions of the story, by place; none overlap.
pub fn find(body: &str, structure: &Structure) -> Vec<Expression> {
    let mut found = Vec::new();
    if structure.sentences.is_empty() {
        structure.story().for_each(|line| read(body, line, structure.language, &mut found));
    } else {
        structure.sentences.iter().for_each(|s| read(body, s.span, structure.language, &mut found));
    }
    found
}

/// The expressions of one sentence, in one pass.
fn read(body: &str, sentence: Span, lang: Lang, found: &mut Vec<Expression>) {
    let tokens = lexer::tokens(body, sentence, lang);
    let cursor = lexer::Cursor { body, tokens: &tokens, lang };
    let mut i = 0;
    while i < tokens.len() {
        let Some((meaning, end)) = parse::at(&cursor, i).filter(|p| p.1 > i) else {
            i += 1;
            continue;
        };
        if let Some(span) = covered(&cursor, i, end) {
            let clause = clause::read(&cursor, i, end);
            found.push(Expression { span, meaning, cue: clause.cue, said: clause.said, sentence });
        }
        i = end;
    }
}

/// The span of tokens `from..end`, without brackets around it all or an English genitive ending.
fn covered(c: &lexer::Cursor, from: usize, end: usize) -> Option<Span> {
    let bracketed = c.mark(from, &['(']);
    let (from, end) = if bracketed { (from + 1, end - 1) } else { (from, end) };
    let span = c.token(from)?.span.cover(c.token(end.checked_sub(1)?)?.span);
    let text = span.of(c.body);
    let kept = lexer::base_word(text).len();
    Some(Span::new(span.start as usize, span.start as usize + kept))
}
