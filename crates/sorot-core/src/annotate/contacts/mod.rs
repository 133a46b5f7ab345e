//! Who met, phoned or wrote to whom, and did it happen?
//!
//! A word of contact ("bertemu", "pembicaraan") opens a contact; the clause gives its sides, the
//! words before it its status. What stands inside a quote is somebody's claim and is passed over.

mod list;
mod settle;
mod sides;
mod words;

use super::speech::discourse::Discourse;
use super::speech::scene::{Scene, Sentence};
use super::speech::speaker;
use super::speech::tokens::Reader;
use super::{Actor, ActorId, Contact, Mention, Timex};
use crate::structure::{BlockKind, Structure};
use crate::text::Span;
use crate::why::{Rule, Why};

/// What one article tells.
#[derive(Clone, Copy, Debug)]
pub struct Told<'a> {
    /// The article's body.
    pub body: &'a str,
    /// Its structure.
    pub structure: &'a Structure,
    /// Its actors, by place.
    pub mentions: &'a [Mention],
    /// Its dates, by place.
    pub timexes: &'a [Timex],
}

/// What is kept in mind from one contact to the next.
#[derive(Default)]
struct Memory {
    discourse: Discourse,
    /// All who took part in the last contact.
    members: Vec<ActorId>,
    /// Whether the last sentence told of a contact, and its channel.
    last: Option<Option<&'static str>>,
}

/// Finds the contacts that an article tells, by place.
pub fn find(told: &Told, actors: &[Actor]) -> Vec<Contact> {
    let reader = Reader::new(told.body, told.structure, told.mentions, actors);
    let mut memory = Memory::default();
    let mut contacts = Vec::new();
    for block in told.structure.blocks.iter().filter(|b| !matches!(b.kind, BlockKind::NonStory(_))) {
        let para = reader.para(block.span);
        let scene = Scene {
            body: told.body,
            lang: told.structure.language,
            mentions: told.mentions,
            actors,
            tokens: &para.tokens,
        };
        for range in &para.sentences {
            let sentence = scene.sentence(range.clone());
            let before = contacts.len();
            in_sentence(told, &scene, &sentence, &mut memory, &mut contacts);
            memory.last = contacts.get(before..).and_then(|new| new.last()).map(|c| channel_code(c));
            let founds = speaker::attribute(&scene, &sentence, &memory.discourse);
            memory.discourse.read(&scene, &sentence, &founds);
        }
        if block.kind == BlockKind::Title {
            memory = Memory::default();
        }
    }
    contacts
}

fn channel_code(contact: &Contact) -> Option<&'static str> {
    words::CHANNELS.into_iter().find(|c| contact.channel.as_deref() == Some(c))
}

fn in_sentence(
    told: &Told,
    scene: &Scene,
    sentence: &Sentence,
    memory: &mut Memory,
    contacts: &mut Vec<Contact>,
) {
    let from = contacts.len();
    for at in sentence.range.clone() {
        let Some(trigger) = words::trigger(scene, sentence, at, memory.last) else { continue };
        let Some(sides) = sides::of(scene, sentence, &trigger, memory) else {
            if let Some(earlier) = contacts.last_mut().filter(|_| memory.last.is_some()) {
                settle::add(told, scene, sentence, &trigger, earlier);
            }
            continue;
        };
        let contact = settle::contact(told, scene, sentence, &trigger, sides);
        memory.members = contact.a.iter().chain(&contact.b).copied().collect();
        let known = contacts.iter().skip(from).any(|c| same(c, &contact));
        if !known {
            contacts.push(contact);
        }
    }
}

/// Whether the two tell the same: the sides in either order, and the status.
fn same(x: &Contact, y: &Contact) -> bool {
    x.status == y.status && (x.a == y.a && x.b == y.b || x.a == y.b && x.b == y.a)
}

/// The sentence around the tokens, for the reader to see.
fn span_of(scene: &Scene, sentence: &Sentence) -> Span {
    let first = scene.token(sentence.range.start).map(|t| t.span);
    let last = sentence.range.end.checked_sub(1).and_then(|i| scene.token(i)).map(|t| t.span);
    match (first, last) {
        (Some(first), Some(last)) => first.cover(last),
        _ => Span::new(0, 0),
    }
}

fn evidence(rule: Rule, words: &str) -> Why {
    Why::new(rule, [words.into()])
}

#[cfg(test)]
mod tests;
