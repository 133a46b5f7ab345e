//! Who met, phoned or wrote to whom, and did it happen?

use super::{Actor, Contact, Mention, Timex};
use crate::structure::Structure;

/// What one article tells.
#[derive(Clone, Copy, Debug)]
pub struct Told<'a> {
    /// The article's body.
    pub body: &'a str,
    /// Its structure.
    pub structure: &'a Structure,
    /// Its actors, by place.
    pub mentions: &'a [Mention],
    /// Its dates, by place.
    pub timexes: &'a [Timex],
}

/// Finds the contacts that an article tells, by place.
pub fn find(told: &Told, actors: &[Actor]) -> Vec<Contact> {
    let _ = (told, actors);
    Vec::new()
}
