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
use super::{Actor, ActorId, ActorKind, Mention};
use crate::structure::Structure;
use crate::why::Why;

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

/// Whose a name is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whose {
    /// The actor.
    pub actor: ActorId,
    /// Its kind.
    pub kind: ActorKind,
    /// What tied the name to it, if it isn't spelt as the actor is.
    pub why: Option<Why>,
}

/// Whose the names of one article are, in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Resolved {
    /// Those of the story.
    pub story: Vec<Whose>,
    /// Those of lines that are not the story.
    pub aside: Vec<Whose>,
}

/// The mentions that names make, whose they are being known.
pub fn mentions(names: Vec<Name>, whose: Vec<Whose>) -> Vec<Mention> {
    let mention = |(name, Whose { actor, kind, why: tied }): (Name, Whose)| {
        let Name { span, government, mut why, .. } = name;
        why.extend(tied);
        Mention { span, actor, kind, government, why }
    };
    names.into_iter().zip(whose).map(mention).collect()
}

/// Gives every name its actor: the table of actors, sorted by kind, then by how many articles name
/// them, then by name, and for each article whose its names are. An actor that no story names is listed too, named
/// by no article.
pub fn resolve(articles: &[Named]) -> (Vec<Actor>, Vec<Resolved>) {
    let (forms, spelt) = forms::Forms::new(articles);
    let kinds = keys::kinds(articles, &forms, &spelt);
    let expansions = keys::expansions(articles, &forms, &spelt);
    let people = people::People::new(articles, &forms, &spelt, &kinds);
    let mut keys = keys::Keys::new(&forms, &kinds, &expansions, &people);
    let keyed: Vec<keys::Article> =
        articles.iter().zip(&spelt).map(|(article, spelt)| keys.read(article, spelt)).collect();
    let keys = keys.into_all();
    table::build(articles, &forms, &spelt, keyed, &keys)
}

#[cfg(test)]
mod tests;
