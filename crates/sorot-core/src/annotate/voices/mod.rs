//! Whose account is a sentence, and who in it would have to answer?
//!
//! Both are read on the walk that finds quotes ([`super::speech`]): [`sourcing`] gives each sentence a
//! rung on the ladder of sources, [`replies`] finds who is accused, asked, silent or left out.

mod lexicon;
mod replies;
mod sourcing;

use super::ActorId;
use super::speech::Step;
use crate::structure::Structure;
use crate::text::Span;
use lexicon::{Classes, classes};
use serde::{Deserialize, Serialize};

/// How near the source of a sentence stands; from firm to weak.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Rung {
    /// The article tells it by itself.
    #[default]
    Own,
    /// Somebody named says it.
    Named,
    /// Another outlet tells it, or it was told there.
    Outlet,
    /// Somebody says it whose name isn't told.
    Unnamed,
}

impl Rung {
    /// All, from firm to weak.
    pub const ALL: [Rung; 4] = [Rung::Own, Rung::Named, Rung::Outlet, Rung::Unnamed];

    /// The word in links and machine-readable output.
    pub fn code(self) -> &'static str {
        match self {
            Rung::Own => "own",
            Rung::Named => "named",
            Rung::Outlet => "outlet",
            Rung::Unnamed => "unnamed",
        }
    }
}

/// The source of a sentence that isn't the article itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sourced {
    /// The sentence, or several that one quote binds together.
    pub span: Span,
    /// How many sentences that are.
    pub sentences: u16,
    /// Its rung; never [`Rung::Own`].
    pub rung: Rung,
    /// The words that tell it.
    pub cue: Span,
    /// Who says it or hands it on, where known.
    pub who: Option<ActorId>,
}

/// What an actor has to answer, or that it doesn't.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ReplyKind {
    /// Blamed for something.
    Accused,
    /// Asked to do something.
    Asked,
    /// Said not to have commented, or to decline.
    Silent,
    /// Said not to have been invited or involved.
    LeftOut,
}

/// Somebody accused, asked, silent or left out, as a sentence tells it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reply {
    /// The sentence.
    pub span: Span,
    /// What.
    pub kind: ReplyKind,
    /// Who.
    pub who: ActorId,
    /// By whom, where told.
    pub by: Option<ActorId>,
    /// The word that tells it ("menuduh", "belum berkomentar").
    pub cue: Span,
}

/// Takes in the story sentence by sentence.
#[derive(Debug, Default)]
pub(super) struct Finder {
    sourced: Vec<Sourced>,
    replies: Vec<Reply>,
    /// The classes of the sentence at hand, kept to be used again.
    classes: Vec<Classes>,
}

impl Finder {
    pub fn take(&mut self, step: &Step) {
        let tokens = step.scene.tokens.get(step.sentence.range.clone()).unwrap_or(&[]);
        self.classes.clear();
        let lang = step.scene.lang;
        self.classes.extend(tokens.iter().map(|t| match t.kind {
            super::speech::tokens::Kind::Word => classes(&t.low, lang),
            _ => Classes::NONE,
        }));
        let seen = self.classes.iter().fold(Classes::NONE, |all, c| all.or(*c));
        let line = Line { step, classes: &self.classes, seen };
        self.sourced.extend(sourcing::of(&line));
        replies::take(&line, &mut self.replies);
    }

    /// What was found, each by place; sentences that the article tells by itself have no source.
    pub fn finish(mut self, structure: &Structure) -> (Vec<Sourced>, Vec<Reply>) {
        for source in &mut self.sourced {
            let first = structure.sentences.partition_point(|s| s.span.end <= source.span.start);
            let end = structure.sentences.partition_point(|s| s.span.start < source.span.end);
            source.sentences = u16::try_from(end.saturating_sub(first)).unwrap_or(u16::MAX);
        }
        (self.sourced, self.replies)
    }
}

/// A sentence with the classes of its words. Tokens are counted as in the block.
struct Line<'s> {
    step: &'s Step<'s>,
    classes: &'s [Classes],
    /// The classes of all its words: most are of none.
    seen: Classes,
}

impl Line<'_> {
    fn from(&self) -> usize {
        self.step.sentence.range.start
    }

    fn to(&self) -> usize {
        self.step.sentence.range.end
    }

    /// Whether the token is of one of the classes.
    fn is(&self, at: usize, classes: Classes) -> bool {
        let place = at.checked_sub(self.from());
        place.and_then(|i| self.classes.get(i)).is_some_and(|c| c.any(classes))
    }

    /// The tokens of one of the classes, by place.
    fn all(&self, wanted: Classes) -> impl Iterator<Item = usize> {
        let from = self.from();
        let classes = if self.seen.any(wanted) { self.classes } else { &[] };
        classes.iter().enumerate().filter(move |(_, c)| c.any(wanted)).map(move |(i, _)| from + i)
    }

    fn span(&self) -> Span {
        let scene = self.step.scene;
        let first = scene.token(self.from()).map(|t| t.span);
        let last = self.to().checked_sub(1).and_then(|i| scene.token(i)).map(|t| t.span);
        first.zip(last).map_or(Span { start: 0, end: 0 }, |(a, b)| a.cover(b))
    }
}

#[cfg(test)]
mod tests;
