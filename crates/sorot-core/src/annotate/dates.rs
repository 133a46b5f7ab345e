//! Which words are calendar expressions, and which days do they mean?

use super::{Published, Timex};
use crate::structure::Structure;
use crate::text::Span;

/// A calendar expression as written, before it is known when the article was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expression {
    /// Where.
    pub span: Span,
}

/// Finds the calendar expressions of the story, by place; none overlap.
pub fn find(body: &str, structure: &Structure) -> Vec<Expression> {
    let _ = (body, structure);
    Vec::new()
}

/// Settles the expressions of one article against its publication day.
pub fn resolve(expressions: &[Expression], published: &Published) -> Vec<Timex> {
    let _ = (expressions, published);
    Vec::new()
}
