//! What does the reader know better? A list of corrections, and the corpus as it reads with them.
//!
//! ```text
//! corpus + index + [Correction] → apply → corpus (index, counts, highlights and summary follow by themselves)
//! ```
//! The pack is never changed: taking a correction back means applying the others. A correction names
//! things as links do (slugs, ids, places with their words), so that it outlives a rebuilt bundle;
//! one that no longer fits is passed over and told, never lost.

mod actors;
mod day;
mod draft;
pub mod file;
mod follow;
mod form;
mod history;
pub mod json;
mod line;
mod readings;
#[cfg(test)]
mod tests;
pub mod together;

use crate::annotate::{ActorKind, ContactStatus, Document};
use crate::calendar::{Day, Interval};
use crate::corpus::{Altered, Corpus};
use crate::index::Index;
use crate::text::{Offsets, Span};
use crate::why::{Rule, Why};
use draft::Draft;
use serde::{Deserialize, Serialize};

pub use history::History;

/// Words at their place in an article.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Place {
    /// The article's id.
    pub article: String,
    /// The first character, in Unicode scalar values from the start of the body.
    pub start: u32,
    /// The words: a correction only holds where they still stand.
    pub text: String,
}

impl Place {
    /// The place of `span`.
    pub fn of(document: &Document, span: Span) -> Place {
        let body = document.article.body.as_str();
        Place {
            article: document.article.id.clone(),
            start: Offsets::new(body).scalar(body, span.start),
            text: span.of(body).to_string(),
        }
    }
}

/// Days as a reader gives them: a day, or all from one to another; never backwards once read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Days {
    /// First day.
    #[serde(with = "crate::calendar::wire")]
    pub from: Day,
    /// Last day.
    #[serde(with = "crate::calendar::wire")]
    pub to: Day,
}

impl Days {
    /// As the domain's interval; swapped ends are put in order.
    pub fn interval(self) -> Interval {
        Interval::between(self.from, self.to)
    }
}

/// One thing that the reader knows better. Links carry the variants and their fields by order: new ones go
/// to the end.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Correction {
    /// Two actors are one; the name and the kind are those of `into`.
    Merge {
        /// The slug of the one that goes.
        actor: String,
        /// The slug of the one that stays.
        into: String,
    },
    /// A spelling is somebody else: an actor of its own.
    Split {
        /// The slug of the actor that it was taken for.
        actor: String,
        /// The spelling, which becomes the new actor's name.
        spelling: String,
    },
    /// The canonical name is another.
    Rename {
        /// The actor's slug, which stays.
        actor: String,
        /// The name.
        name: String,
    },
    /// It is another kind of actor.
    Kind {
        /// The actor's slug.
        actor: String,
        /// What it is.
        kind: ActorKind,
    },
    /// It is no actor, or of no interest.
    Hide {
        /// The actor's slug.
        actor: String,
    },
    /// These words name an actor wherever they stand.
    Add {
        /// The words.
        text: String,
        /// What they name, if the actor is new.
        kind: ActorKind,
        /// The slug of the actor; `None` makes a new one of that name.
        actor: Option<String>,
    },
    /// One mention is somebody else's, or no name.
    Mention {
        /// The mention.
        at: Place,
        /// The slug of the actor; `None` = no name.
        actor: Option<String>,
    },
    /// One date in the text means other days, or is no date.
    Date {
        /// The expression.
        at: Place,
        /// The days; `None` = no date.
        days: Option<Days>,
    },
    /// The article was published on another day; what is relative to it follows.
    Published {
        /// The article's id.
        article: String,
        /// The day, or the days that it lies between.
        days: Days,
    },
    /// Others said a quote.
    Speaker {
        /// The quote, with its marks.
        at: Place,
        /// The slugs of the speakers; none = unknown.
        speakers: Vec<String>,
    },
    /// A contact did or didn't take place.
    Status {
        /// The sentence that tells it.
        at: Place,
        /// The slugs of one side.
        a: Vec<String>,
        /// The slugs of the other side.
        b: Vec<String>,
        /// Its status; `None` = it is no contact.
        status: Option<ContactStatus>,
    },
    /// A line is the story, or isn't.
    Line {
        /// The whole line.
        at: Place,
        /// Whether it is the story.
        story: bool,
    },
}

/// What became of one correction: `None` where it holds, else why it doesn't.
pub type Refusal = Option<Why>;

/// A corpus with corrections, and what became of each.
#[derive(Clone, Debug)]
pub struct Corrected {
    /// As it reads now.
    pub corpus: Corpus,
    /// How its articles came of those before.
    pub altered: Altered,
    /// For each correction, in their order.
    pub refusals: Vec<Refusal>,
}

/// Names that a reader gives are cut here, in characters.
pub const MAX_NAME: usize = 200;

/// Applies corrections one after the other; what doesn't fit is passed over. `index` is the corpus's: it tells which
/// articles a correction concerns, so that no others are read.
pub fn apply(corpus: &Corpus, index: &Index, corrections: &[Correction]) -> Corrected {
    let mut draft = Draft::of(corpus, index);
    let refusals = corrections.iter().map(|c| one(&mut draft, c).err()).collect();
    let (corpus, altered) = draft.corpus();
    Corrected { corpus, altered, refusals }
}

type Outcome = Result<(), Why>;

fn one(draft: &mut Draft, correction: &Correction) -> Outcome {
    match correction {
        Correction::Merge { actor, into } => actors::merge(draft, actor, into),
        Correction::Split { actor, spelling } => actors::split(draft, actor, spelling),
        Correction::Rename { actor, name } => actors::rename(draft, actor, name),
        Correction::Kind { actor, kind } => actors::kind(draft, actor, *kind),
        Correction::Hide { actor } => actors::hide(draft, actor),
        Correction::Add { text, kind, actor } => actors::add(draft, text, *kind, actor.as_deref()),
        Correction::Mention { at, actor } => readings::mention(draft, at, actor.as_deref()),
        Correction::Date { at, days } => readings::date(draft, at, *days),
        Correction::Published { article, days } => day::published(draft, article, *days),
        Correction::Speaker { at, speakers } => readings::speaker(draft, at, speakers),
        Correction::Status { at, a, b, status } => readings::status(draft, at, a, b, *status),
        Correction::Line { at, story } => line::line(draft, at, *story),
    }
}

/// Nothing stands at `at` that could be corrected so.
fn nothing_there(at: &Place) -> Why {
    Why::new(Rule::CorrectNothingThere, [at.text.as_str().into(), at.article.as_str().into()])
}
