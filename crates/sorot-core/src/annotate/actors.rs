//! Which words are names of people, organisations and places?

use super::ActorKind;
use crate::structure::Structure;
use crate::text::Span;
use crate::why::Why;

/// A name found in one article, before it is known whose it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// Where, without titles and honorifics.
    pub span: Span,
    /// What.
    pub kind: ActorKind,
    /// The title or role written beside it, if any ("Presiden AS").
    pub role: Option<Span>,
    /// Whether a capital or a seat stands for its government here.
    pub government: bool,
    /// What made it a name.
    pub why: Vec<Why>,
}

/// Finds the names of the story, by place; none overlap.
pub fn find(body: &str, structure: &Structure) -> Vec<Name> {
    let _ = (body, structure);
    Vec::new()
}
