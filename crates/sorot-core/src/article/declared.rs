//! Who acts in an article, as whoever hands it in says: names, and where they stand in its text.

use super::Article;
use crate::text::Span;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What an actor is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ActorKind {
    /// A person.
    Person,
    /// An organisation, a medium, an office with a name of its own.
    Organisation,
    /// A state, region, city, or a named venue.
    Place,
}

impl ActorKind {
    /// All, in the order in which they are listed.
    pub const ALL: [ActorKind; 3] = [ActorKind::Person, ActorKind::Organisation, ActorKind::Place];

    /// The word in machine-readable output.
    pub fn code(self) -> &'static str {
        match self {
            ActorKind::Person => "person",
            ActorKind::Organisation => "organisation",
            ActorKind::Place => "place",
        }
    }
}

/// An actor that somebody names beside the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeclaredActor {
    /// The name, on one line.
    pub name: String,
    /// What it is, where that is said.
    pub kind: Option<ActorKind>,
}

/// Actors that may be declared for one article.
pub const MAX_ACTORS: usize = 100;
/// Characters of a declared actor's name.
pub const MAX_ACTOR_NAME: usize = 200;

impl Article {
    /// Who acts in it, where that was handed in with the text.
    pub fn declared_actors(&self) -> Vec<DeclaredActor> {
        let actor = |line: &str| {
            let (kind, name) = line.split_once('\t')?;
            let kind = ActorKind::ALL.into_iter().find(|own| own.code() == kind);
            Some(DeclaredActor { name: name.to_string(), kind })
        };
        self.declared_actors.lines().filter_map(actor).collect()
    }

    /// Declares these to act in it; names stand on one line.
    pub fn declare_actors(&mut self, actors: &[DeclaredActor]) {
        let line =
            |actor: &DeclaredActor| format!("{}\t{}\n", actor.kind.map_or("", ActorKind::code), actor.name);
        self.declared_actors = actors.iter().map(line).collect();
    }

    /// Where declared actors stand in the text, as whole words and as they are spelt: by place, none overlapping, the
    /// longer of two names first; with the actor's place in the list.
    pub fn declared_places(&self) -> Vec<(Span, usize)> {
        let mut by_word: BTreeMap<&str, Vec<(&str, usize)>> = BTreeMap::new();
        let actors = self.declared_actors();
        for (at, actor) in actors.iter().enumerate().take(MAX_ACTORS) {
            if let Some(word) = first_word(&actor.name) {
                by_word.entry(word).or_default().push((&actor.name, at));
            }
        }
        for names in by_word.values_mut() {
            names.sort_by_key(|(name, at)| (std::cmp::Reverse(name.len()), *at));
        }
        let mut places = Vec::new();
        let mut at = 0;
        while let Some(rest) = self.body.get(at..).filter(|rest| !rest.is_empty() && !by_word.is_empty()) {
            let Some(word) = first_word(rest) else {
                at += rest.find(char::is_alphanumeric).unwrap_or(rest.len());
                continue;
            };
            let fits = |(name, _): &&(&str, usize)| {
                let behind = rest.strip_prefix(name).and_then(|behind| behind.chars().next());
                rest.starts_with(name) && !behind.is_some_and(char::is_alphanumeric)
            };
            match by_word.get(word).and_then(|names| names.iter().find(fits)) {
                Some((name, actor)) => {
                    places.push((Span::new(at, at + name.len()), *actor));
                    at += name.len();
                }
                None => at += word.len(),
            }
        }
        places
    }
}

/// The letters and digits that `text` begins with, if any.
fn first_word(text: &str) -> Option<&str> {
    let end = text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len());
    text.get(..end).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn article(body: &str, names: &[&str]) -> Article {
        let (mut article, _) = super::super::parse("a.txt", body.as_bytes()).unwrap();
        let actor = |name: &&str| DeclaredActor { name: name.to_string(), kind: None };
        article.declare_actors(&names.iter().map(actor).collect::<Vec<_>>());
        article
    }

    fn found(body: &str, names: &[&str]) -> Vec<(String, usize)> {
        let article = article(body, names);
        article.declared_places().iter().map(|(span, at)| (span.of(&article.body).to_string(), *at)).collect()
    }

    #[test]
    fn names_stand_as_whole_words_the_longest_first() {
        let body = "Sari Kencana Putri dan Sari Kencana menyapa Sari, bukan Sarinah. É. (KPK-RI) KPK2";
        let names = ["Sari", "Sari Kencana", "KPK", "", ".", "*", "Tidak Ada", "É."];
        let told = [("Sari Kencana", 1), ("Sari Kencana", 1), ("Sari", 0), ("É.", 7), ("KPK", 2)];
        assert_eq!(found(body, &names), told.map(|(name, at)| (name.to_string(), at)));
        assert_eq!(found(body, &[]), []);
    }

    proptest! {
        #[test]
        fn places_hold_their_names(body in "[ab. é]{1,60}", names in prop::collection::vec("[ab é.]{0,4}", 0..6)) {
            prop_assume!(!body.trim().is_empty() && !body.starts_with("---"));
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let article = article(&body, &names);
            let mut end = 0;
            for (span, at) in article.declared_places() {
                prop_assert!(span.start >= end);
                prop_assert_eq!(span.of(&article.body), names[at]);
                end = span.end;
            }
        }
    }
}
