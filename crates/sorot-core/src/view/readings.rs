//! One reading of an article, opened: a mention, a date, a quote, a contact, each with its reasons and the
//! place by which it is corrected.

use super::CardActor;
use super::cards::card_actor;
use crate::annotate::{ActorId, ContactStatus, Document};
use crate::calendar::{Grain, Interval, Lang};
use crate::corpus::Corpus;
use crate::correct::Place;
use crate::text::Span;
use crate::why::Why;

/// A mention at its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MentionCard {
    /// Where, as written.
    pub at: Place,
    /// The actor's slug.
    pub slug: String,
    /// Whether a capital or a seat stands for its government here.
    pub government: bool,
    /// What made it a name, and this actor, in words.
    pub why: Vec<String>,
}

/// A date of the text: its ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateCard {
    /// Where, as written.
    pub at: Place,
    /// The days; `None` where they can't be told.
    pub value: Option<Interval>,
    /// How finely it is told.
    pub grain: Grain,
    /// The steps of the reasoning, in words.
    pub why: Vec<String>,
}

/// A quote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuoteCard {
    /// Where, with its marks.
    pub at: Place,
    /// Who said it; none where nobody can be named.
    pub speakers: Vec<CardActor>,
    /// The word that attributes it, if any.
    pub cue: Option<String>,
    /// What tied the words to the speaker, in words.
    pub why: Vec<String>,
}

/// A contact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactCard {
    /// The sentence that tells it.
    pub at: Place,
    /// One side.
    pub a: Vec<CardActor>,
    /// The other side.
    pub b: Vec<CardActor>,
    /// Whether it took place.
    pub status: ContactStatus,
    /// "in-person", "phone", "virtual", "briefing", "written"; `None` where not told.
    pub channel: Option<String>,
    /// When, if told.
    pub when: Option<Interval>,
    /// The name of the place, if told.
    pub place: Option<String>,
    /// What told it, in words.
    pub why: Vec<String>,
}

pub(super) fn mention(corpus: &Corpus, document: &Document, number: u32, lang: Lang) -> Option<MentionCard> {
    let mention = document.mentions.get(number as usize)?;
    Some(MentionCard {
        at: Place::of(document, mention.span),
        slug: corpus.actor(mention.actor)?.slug.clone(),
        government: mention.government,
        why: words(&mention.why, lang),
    })
}

pub(super) fn date(document: &Document, number: u32, lang: Lang) -> Option<DateCard> {
    let timex = document.timexes.get(number as usize)?;
    Some(DateCard {
        at: Place::of(document, timex.span),
        value: timex.value,
        grain: timex.grain,
        why: words(&timex.why, lang),
    })
}

pub(super) fn quote(corpus: &Corpus, document: &Document, number: u32, lang: Lang) -> Option<QuoteCard> {
    let quote = document.quotes.get(number as usize)?;
    Some(QuoteCard {
        at: Place::of(document, quote.span),
        speakers: named(corpus, &quote.speakers),
        cue: quote.cue.map(|c| c.of(&document.article.body).to_string()),
        why: words(&quote.why, lang),
    })
}

pub(super) fn contact(corpus: &Corpus, document: &Document, number: u32, lang: Lang) -> Option<ContactCard> {
    let contact = document.contacts.get(number as usize)?;
    Some(ContactCard {
        at: Place::of(document, contact.span),
        a: named(corpus, &contact.a),
        b: named(corpus, &contact.b),
        status: contact.status,
        channel: contact.channel.clone(),
        when: contact.when,
        place: contact.place.and_then(|id| corpus.actor(id)).map(|a| a.name.clone()),
        why: words(&contact.why, lang),
    })
}

/// The place of a line, as a correction names it, and whether it is the story.
pub(super) fn line(document: &Document, block: u32) -> Option<(Place, bool)> {
    let block = document.structure.blocks.get(block as usize)?;
    let story = !matches!(block.kind, crate::structure::BlockKind::NonStory(_));
    Some((Place::of(document, block.span), story))
}

/// The place of words that the reader selected in line `block`: where they stand nearest to byte `near`
/// of it, white space around them left out; `None` where they don't.
pub(super) fn selected(document: &Document, block: u32, near: u32, text: &str) -> Option<Place> {
    let line = document.structure.blocks.get(block as usize)?.span;
    let text = text.trim();
    let found = line.of(&document.article.body).match_indices(text).map(|(at, _)| at);
    let at = found.min_by_key(|at| at.abs_diff(near as usize))?;
    let start = line.start as usize + at;
    (!text.is_empty()).then(|| Place::of(document, Span::new(start, start + text.len())))
}

fn named(corpus: &Corpus, ids: &[ActorId]) -> Vec<CardActor> {
    ids.iter().filter_map(|&id| card_actor(corpus, id)).collect()
}

fn words(why: &[Why], lang: Lang) -> Vec<String> {
    why.iter().map(|w| w.words(lang)).collect()
}
