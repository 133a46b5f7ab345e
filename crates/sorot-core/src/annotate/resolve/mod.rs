//! Which names are the same actor, within an article and across the bundle?
//!
//! Every name gets a key; names with one key are one actor. A listed name's key is its entry, a full
//! name's its folded spelling; a shorter form takes the key of the full name it belongs to, first in
//! the same article, then in the bundle.

mod forms;
mod keys;
mod people;
mod spelling;
mod table;

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
    /// Names in lines that are not the story, by place: they get an actor, and settle nothing.
    pub aside: &'a [Name],
}

/// The mentions of one article, by place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mentioned {
    /// In the story.
    pub story: Vec<Mention>,
    /// In lines that are not the story.
    pub aside: Vec<Mention>,
}

/// Gives every name its actor: the table of actors, sorted by kind, then by how many articles name
/// them, then by name, and for each article its mentions. An actor that no story names is listed too, named
/// by no article.
pub fn resolve(articles: &[Named]) -> (Vec<Actor>, Vec<Mentioned>) {
    let (forms, spelt) = forms::Forms::new(articles);
    let kinds = keys::kinds(articles, &forms, &spelt);
    let expansions = keys::expansions(articles, &forms, &spelt);
    let people = people::People::new(articles, &forms, &spelt, &kinds);
    let mut keys = keys::Keys::new(&forms, &kinds, &expansions, &people);
    let keyed: Vec<keys::Article> =
        articles.iter().zip(&spelt).map(|(article, spelt)| keys.read(article, spelt)).collect();
    table::build(articles, &forms, &spelt, &keyed, keys.all())
}

#[cfg(test)]
mod tests;
