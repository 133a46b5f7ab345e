//! What do the sentences of a story tell, once its actors and days are settled? One walk for all who ask.

use super::{
    Actor, Contact, Event, Mention, Published, Quote, Reference, Reply, Sourced, Timex, contacts, events,
    quotes, references, speech, voices,
};
use crate::structure::{Block, BlockKind, Sentence, Structure};
use crate::text::overlapping;

/// What is told, each by place.
#[derive(Debug, Default)]
pub(super) struct Told {
    pub quotes: Vec<Quote>,
    pub contacts: Vec<Contact>,
    pub events: Vec<Event>,
    pub sourced: Vec<Sourced>,
    pub replies: Vec<Reply>,
    pub references: Vec<Reference>,
}

/// What the article is told by: its text, and what was settled of it.
#[derive(Clone, Copy)]
pub(super) struct Settled<'a> {
    pub body: &'a str,
    pub mentions: &'a [Mention],
    pub timexes: &'a [Timex],
    pub published: &'a Published,
    pub actors: &'a [Actor],
}

/// What the story of `structure` tells.
pub(super) fn story(settled: Settled, structure: &Structure) -> Told {
    let Settled { body, mentions, timexes, published, actors } = settled;
    let source = speech::Source { body, structure, mentions, actors };
    let mut told = Told::default();
    let mut finder = contacts::Finder::new(timexes, published.when);
    let mut dated = events::Finder::new(timexes, structure.title(), published.when);
    let mut heard = voices::Finder::default();
    speech::walk(&source, |step| {
        quotes::take(step, &mut told.quotes);
        let tells = finder.take(step);
        dated.take(step, tells);
        heard.take(step);
        references::take(step, &mut told.references);
    });
    (told.contacts, told.events) = (finder.finish(), dated.events);
    (told.sourced, told.replies) = heard.finish(structure);
    told
}

/// What each line that is not the story would tell if it were one: a reader may say that it is. A line that names
/// nobody tells nothing.
pub(super) fn aside(settled: Settled, structure: &Structure) -> Told {
    let mut all = Told::default();
    for (number, block) in (0u32..).zip(&structure.blocks) {
        let names = !overlapping(settled.mentions, |m| m.span, block.span).is_empty();
        if !names || !matches!(block.kind, BlockKind::NonStory(_)) {
            continue;
        }
        let alone = |other: &Block| Block {
            span: other.span,
            kind: if other.span == block.span { BlockKind::Paragraph } else { BlockKind::NonStory(vec![]) },
        };
        let line = Structure {
            language: structure.language,
            blocks: structure.blocks.iter().map(alone).collect(),
            sentences: vec![Sentence { span: block.span, block: number }],
        };
        let Told { quotes, contacts, events, sourced, replies, references } = story(settled, &line);
        all.quotes.extend(quotes);
        all.contacts.extend(contacts);
        all.events.extend(events);
        all.sourced.extend(sourced);
        all.replies.extend(replies);
        all.references.extend(references);
    }
    all
}
