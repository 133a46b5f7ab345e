//! The block at hand, its sentences, and what is known of a quote.

use super::clause;
use super::lexicon::{self, Tags};
use super::tokens::{Kind, Token};
use crate::annotate::{Actor, ActorId, ActorKind, Mention};
use crate::calendar::Lang;
use crate::text::Span;
use crate::why::Why;
use std::ops::Range;

/// Tokens behind a fronted clause's subject in which its comma is looked for.
const COMMA: usize = 60;

/// The block at hand and what is known of its names.
#[derive(Clone, Copy)]
pub(crate) struct Scene<'a> {
    pub body: &'a str,
    pub lang: Lang,
    pub mentions: &'a [Mention],
    pub actors: &'a [Actor],
    pub tokens: &'a [Token<'a>],
}

/// A sentence with the persons who can be its subjects.
pub(crate) struct Sentence {
    pub range: Range<usize>,
    /// By place.
    pub subjects: Vec<usize>,
}

/// What is known of a quote.
#[derive(Clone, Debug, Default)]
pub(crate) struct Found {
    pub speakers: Vec<ActorId>,
    pub cue: Option<Span>,
    pub why: Vec<Why>,
    /// Whether it is speech beyond doubt: a cue stands right beside it, or a colon before it.
    pub spoken: bool,
    /// Whether it is the name of a work or a slogan.
    pub work: bool,
}

impl<'a> Scene<'a> {
    pub(crate) fn token(&self, i: usize) -> Option<&'a Token<'a>> {
        self.tokens.get(i)
    }

    pub(crate) fn is(&self, i: usize, tags: Tags) -> bool {
        self.token(i).is_some_and(|t| t.is(tags))
    }

    /// The actor that the name at token `i` names.
    pub(crate) fn actor(&self, i: usize) -> Option<ActorId> {
        self.mentions.get(self.token(i)?.name()?).map(|m| m.actor)
    }

    /// Whether the actor is a person.
    pub(crate) fn is_person(&self, actor: ActorId) -> bool {
        self.actors.get(actor.index()).is_some_and(|a| a.kind == ActorKind::Person)
    }

    /// The canonical name, for evidence.
    pub(crate) fn name(&self, actor: ActorId) -> &'a str {
        self.actors.get(actor.index()).map_or("", |a| a.name.as_str())
    }

    pub(crate) fn names(&self, actors: &[ActorId]) -> String {
        actors.iter().map(|&a| self.name(a)).collect::<Vec<_>>().join(", ")
    }

    pub(crate) fn text(&self, i: usize) -> &'a str {
        self.token(i).map_or("", |t| t.span.of(self.body))
    }

    pub(crate) fn sentence(&self, range: Range<usize>) -> Sentence {
        let subjects = clause::subjects(self.tokens, range.clone(), self.lang);
        Sentence { range, subjects }
    }

    /// Whether the token is a cue with a pronoun grown on: "katanya".
    pub(crate) fn own_cue(&self, i: usize) -> bool {
        self.lang == Lang::Id
            && self.token(i).is_some_and(|t| {
                t.kind == Kind::Word
                    && t.low
                        .strip_suffix("nya")
                        .is_some_and(|stem| lexicon::tags(stem, Lang::Id).any(Tags::VS.or(Tags::SOURCE)))
            })
    }
}

impl Sentence {
    /// Whether the token is one of the persons who can be its subjects.
    pub(crate) fn is_subject(&self, i: usize) -> bool {
        self.subjects.binary_search(&i).is_ok()
    }

    /// The first subject at or after token `from`.
    pub(crate) fn subject_after(&self, from: usize) -> Option<usize> {
        self.subjects.get(self.subjects.partition_point(|&i| i < from)).copied()
    }

    /// The first name of the list that ends at `i`, if it is a list of subjects.
    pub(crate) fn list_start(&self, scene: &Scene, i: usize) -> usize {
        let earlier = self.subjects.iter().rev().copied().filter(|&s| s < i).take(6);
        earlier.filter(|&s| clause::joined(scene.tokens, s, i + 1).contains(&i)).last().unwrap_or(i)
    }

    /// The subject of the main clause before token `to`: the first one, or after a fronted clause
    /// ("Setelah X pergi, Y …") the first behind its comma.
    pub(crate) fn main_subject(&self, scene: &Scene, to: usize) -> Option<usize> {
        let mut all = self.subjects.iter().copied().take_while(|&i| i < to);
        let first = all.next()?;
        if !scene.is(self.range.start, Tags::FRONT) {
            return Some(first);
        }
        let after_comma = (self.range.start..first).any(|i| scene.token(i).is_some_and(|t| t.mark(',')));
        if after_comma {
            return Some(first);
        }
        let comma = (first..to.min(self.range.end).min(first + COMMA))
            .find(|&i| scene.token(i).is_some_and(|t| t.mark(',')));
        let behind = comma.and_then(|c| self.subjects.iter().copied().find(|&i| i > c && i < to));
        Some(behind.unwrap_or(first))
    }
}
