//! Who acts, when, who said what, who met whom? Articles → annotated documents and one table of
//! actors.
//!
//! Reading one article is a map, settling identities and days across the bundle a reduce:
//! ```text
//! each article:  structure → names (actors) , date expressions (dates)
//! the bundle:    names → actors (resolve) ; expressions → publication days (published)
//! each article:  days → timexes ; mentions → quotes, contacts, events
//! ```

pub mod actors;
pub mod contacts;
pub mod dates;
mod events;
pub mod published;
pub mod quantities;
pub mod quotes;
mod read;
mod references;
pub mod resolve;
mod speech;
pub mod tagger;
mod tell;
pub mod voices;
mod work;

pub use quantities::Quantity;
pub use read::{InTurn, Reading, Spread, annotate, annotate_by, annotate_structures, read_article, settle};
pub use voices::{Reply, ReplyKind, Rung, Sourced};

pub use crate::article::ActorKind;
use crate::article::Article;
use crate::calendar::{Grain, Interval};
use crate::structure::Structure;
use crate::text::Span;
use crate::why::Why;
use dates::Expression;
use serde::{Deserialize, Serialize};

/// An actor's place in the bundle's table of actors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ActorId(pub u32);

impl crate::sort::Number for ActorId {
    fn number(self) -> u64 {
        self.0.into()
    }

    fn of(number: u64) -> ActorId {
        ActorId(number as u32)
    }
}

impl ActorId {
    /// As an index into the table.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// One identity: a person, organisation or place, however it is spelt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor {
    /// The name in links, unique in the bundle: "steve-witkoff".
    pub slug: String,
    /// The canonical name.
    pub name: String,
    /// What it is.
    pub kind: ActorKind,
    /// Every spelling, most frequent first, then by text.
    pub surfaces: Vec<Surface>,
    /// The titles and roles as written beside the name ("Presiden AS"), each once, sorted.
    pub roles: Vec<String>,
    /// The state for whose government a capital or a seat stands, where the bundle names it: who speaks or is
    /// accused as "Moskow" or "Kremlin" is Rusia.
    pub state: Option<ActorId>,
}

/// One spelling of an actor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Surface {
    /// As written.
    pub text: String,
    /// How often, in the whole bundle.
    pub count: u32,
    /// What tied it to the actor; empty for the canonical name itself.
    pub why: Vec<Why>,
}

/// An actor named in the text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// Where, without titles and honorifics.
    pub span: Span,
    /// Who.
    pub actor: ActorId,
    /// What, as the actor's kind.
    pub kind: ActorKind,
    /// Whether a capital or a seat stands for its government here.
    pub government: bool,
    /// What made it a name, and this actor.
    pub why: Vec<Why>,
}

/// A calendar expression in the text (a "timex", ISO 24617-1).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timex {
    /// Where.
    pub span: Span,
    /// When; `None` where the article's own day would be needed and isn't known.
    pub value: Option<Interval>,
    /// How finely it is told.
    pub grain: Grain,
    /// The steps from the words to the days.
    pub why: Vec<Why>,
}

/// Words given as somebody's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quote {
    /// Where, with the quotation marks.
    pub span: Span,
    /// Who said it; none where nobody can be named, several for a joint statement.
    pub speakers: Vec<ActorId>,
    /// The word that attributes it ("kata", "tambahnya"), if any.
    pub cue: Option<Span>,
    /// To whom or where it was given, if told.
    pub to: Option<Addressee>,
    /// What tied the words to the speaker.
    pub why: Vec<Why>,
}

/// To whom or where words were given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Addressee {
    /// The name, or the noun ("wartawan"), without titles and prepositions.
    pub span: Span,
    /// Whether it is where people write for all to read ("di X"), not who was told.
    pub is_place: bool,
}

/// A pronoun that opens a sentence ("Ia", "Menurut dia", "She") and the mention of whom it means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reference {
    /// The pronoun, with the preposition before it.
    pub word: Span,
    /// The mention, before it in the story.
    pub name: Span,
}

/// Whether a contact took place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ContactStatus {
    /// It took place.
    Happened,
    /// It is announced.
    Planned,
    /// It is spoken of as possible.
    Discussed,
    /// It is said not to have taken place.
    Denied,
}

impl ContactStatus {
    /// All, in the order in which they are listed.
    pub const ALL: [ContactStatus; 4] =
        [ContactStatus::Happened, ContactStatus::Planned, ContactStatus::Discussed, ContactStatus::Denied];

    /// The word in machine-readable output.
    pub fn code(self) -> &'static str {
        match self {
            ContactStatus::Happened => "happened",
            ContactStatus::Planned => "planned",
            ContactStatus::Discussed => "discussed",
            ContactStatus::Denied => "denied",
        }
    }
}

/// Who met, phoned or wrote to whom.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// The sentence that tells it.
    pub span: Span,
    /// One side.
    pub a: Vec<ActorId>,
    /// The other side.
    pub b: Vec<ActorId>,
    /// Whether it took place.
    pub status: ContactStatus,
    /// "in-person", "phone", "virtual", "briefing", "written"; `None` where not told.
    pub channel: Option<String>,
    /// When, if told.
    pub when: Option<Interval>,
    /// The calendar expression that tells when, if any; without a day of publication it may tell nothing.
    pub dated: Option<Span>,
    /// Where, if told.
    pub place: Option<ActorId>,
    /// What told it.
    pub why: Vec<Why>,
}

/// A sentence that tells what happened, or what is to happen, on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// The sentence.
    pub span: Span,
    /// The calendar expression that tells when.
    pub dated: Span,
    /// Whether its words tell it as still to come; a day ahead of the article's tells the same.
    pub planned: bool,
    /// What told it.
    pub why: Vec<Why>,
}

/// When an article was published, and how that is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Published {
    /// When; `None` where it can't be settled.
    pub when: Option<Interval>,
    /// How that is known.
    pub source: PublishedSource,
    /// The steps.
    pub why: Vec<Why>,
}

/// How a publication day is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum PublishedSource {
    /// The file declares it.
    Declared,
    /// It follows from the text and the bundle.
    Inferred,
    /// It isn't known.
    Unknown,
    /// The reader gave it.
    Reader,
}

impl PublishedSource {
    /// The word in machine-readable output.
    pub fn code(self) -> &'static str {
        match self {
            PublishedSource::Declared => "declared",
            PublishedSource::Inferred => "inferred",
            PublishedSource::Unknown => "unknown",
            PublishedSource::Reader => "reader",
        }
    }
}

/// An article with all that was read from it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// The file.
    pub article: Article,
    /// Its lines and sentences.
    pub structure: Structure,
    /// Its day.
    pub published: Published,
    /// Actors named in the story, by place; none overlap.
    pub mentions: Vec<Mention>,
    /// Calendar expressions of the story before they are settled, by place: with the day of publication
    /// they give [`Document::timexes`] again, should the reader know that day better.
    pub expressions: Vec<Expression>,
    /// Dates named in the story, by place; none overlap.
    pub timexes: Vec<Timex>,
    /// Words quoted, by place.
    pub quotes: Vec<Quote>,
    /// Contacts told, by place.
    pub contacts: Vec<Contact>,
    /// Dated sentences that tell something else, by place.
    pub events: Vec<Event>,
    /// Amounts told, by place; none overlap.
    pub quantities: Vec<Quantity>,
    /// Whose account a sentence is, by place; those that aren't here the article tells by itself.
    pub sourced: Vec<Sourced>,
    /// Who is accused, asked, silent or left out, by place of the sentence.
    pub replies: Vec<Reply>,
    /// Pronouns at the head of sentences, by place. They name spans, not actors, and so follow whatever
    /// becomes of the mention.
    pub references: Vec<Reference>,
    /// What stands in the lines that are not the story; counts nowhere.
    pub aside: Aside,
}

/// What was read in the lines that are not the story, for a reader who says that one is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Aside {
    /// Actors named, by place; none overlap.
    pub mentions: Vec<Mention>,
    /// Calendar expressions, by place.
    pub expressions: Vec<Expression>,
    /// Amounts told, by place.
    pub quantities: Vec<Quantity>,
    /// What each line would tell if it were the story: words quoted, by place.
    pub quotes: Vec<Quote>,
    /// Contacts, by place.
    pub contacts: Vec<Contact>,
    /// Dated sentences that tell something else, by place.
    pub events: Vec<Event>,
    /// Whose account they are, by place.
    pub sourced: Vec<Sourced>,
    /// Who would have to answer, by place.
    pub replies: Vec<Reply>,
    /// Pronouns at the head of sentences, by place.
    pub references: Vec<Reference>,
}

impl Document {
    /// The actors that anything in it rests on, as often as it does.
    pub fn everyone(&self) -> impl Iterator<Item = ActorId> + '_ {
        let contacts = self.contacts.iter().chain(&self.aside.contacts);
        let replies = self.replies.iter().chain(&self.aside.replies);
        let mentions = self.mentions.iter().chain(&self.aside.mentions).map(|m| m.actor);
        let quotes = self.quotes.iter().chain(&self.aside.quotes).flat_map(|q| &q.speakers).copied();
        let sources = self.sourced.iter().chain(&self.aside.sourced).filter_map(|s| s.who);
        mentions
            .chain(quotes)
            .chain(contacts.flat_map(|c| c.a.iter().chain(&c.b).chain(&c.place)).copied())
            .chain(sources)
            .chain(replies.flat_map(|r| [Some(r.who), r.by]).flatten())
    }

    /// Alters each of them.
    pub fn everyone_mut(&mut self, alter: &dyn Fn(&mut ActorId)) {
        let Aside { mentions, quotes, contacts, sourced, replies, .. } = &mut self.aside;
        self.mentions.iter_mut().chain(mentions).for_each(|m| alter(&mut m.actor));
        self.quotes.iter_mut().chain(quotes).flat_map(|q| &mut q.speakers).for_each(alter);
        for contact in self.contacts.iter_mut().chain(contacts) {
            contact.a.iter_mut().chain(&mut contact.b).chain(&mut contact.place).for_each(alter);
        }
        self.sourced.iter_mut().chain(sourced).filter_map(|s| s.who.as_mut()).for_each(alter);
        for reply in self.replies.iter_mut().chain(replies) {
            [Some(&mut reply.who), reply.by.as_mut()].into_iter().flatten().for_each(alter);
        }
    }

    /// The headline as it stands, declared or in the text; `None` where the text has none.
    pub fn title(&self) -> Option<&str> {
        let in_text = self.structure.title().map(|s| s.of(&self.article.body));
        self.article.declared_title.as_deref().or(in_text)
    }

    /// The source of the sentence at `span`; `None` where the article tells it by itself.
    pub fn source_of(&self, span: Span) -> Option<&Sourced> {
        let before = self.sourced.partition_point(|s| s.span.start <= span.start);
        let last = before.checked_sub(1).and_then(|at| self.sourced.get(at))?;
        (span.start < last.span.end).then_some(last)
    }
}
