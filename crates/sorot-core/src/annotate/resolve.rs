//! Which names are the same actor, within an article and across the bundle?

use super::actors::Name;
use super::{Actor, Mention};
use crate::structure::Structure;

/// The names of one article with the text they stand in.
#[derive(Clone, Copy, Debug)]
pub struct Named<'a> {
    /// The article's body.
    pub body: &'a str,
    /// Its structure.
    pub structure: &'a Structure,
    /// Its names, by place.
    pub names: &'a [Name],
}

/// Gives every name its actor: the table of actors, sorted by kind, then by how many articles name
/// them, then by name, and for each article its mentions by place.
pub fn resolve(articles: &[Named]) -> (Vec<Actor>, Vec<Vec<Mention>>) {
    (Vec::new(), articles.iter().map(|_| Vec::new()).collect())
}
