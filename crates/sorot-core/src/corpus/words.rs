//! Where are the words of a text, as search knows them?

use crate::fold::fold_into;
use crate::structure::tokens::{TokenKind, tokens};
use crate::text::Span;

/// Calls `each` with every word and number of `within` (a span of `body`) in order: where it stands,
/// and its folded form (see [`crate::fold`]), never empty.
pub fn each_word(body: &str, within: Span, mut each: impl FnMut(Span, &str)) {
    let mut folded = String::new();
    for token in tokens(body, within).iter().filter(|t| t.kind != TokenKind::Mark) {
        folded.clear();
        fold_into(token.text(body), &mut folded);
        if !folded.is_empty() {
            each(token.span, &folded);
        }
    }
}
