//! Who met, phoned or wrote to whom, and did it happen?
//!
//! A word of contact ("bertemu", "pembicaraan") opens a contact; the clause gives its sides, the
//! words before it its status. What stands inside a quote is somebody's claim and is passed over.

mod company;
mod far;
mod invited;
mod list;
mod near;
mod settle;
mod sides;
mod spoken;
mod status;
mod withdrawn;
mod words;

use super::speech::discourse::Discourse;
use super::speech::scene::{Scene, Sentence};
use super::speech::{self, Source, Step};
use super::{Actor, ActorId, Contact, ContactStatus, Mention, Timex};
use crate::calendar::Interval;
use crate::structure::Structure;
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
    /// When it was published, if known: a contact after that is still to come.
    pub published: Option<Interval>,
}

/// Reads the contacts of an article, sentence by sentence.
#[derive(Debug)]
pub(super) struct Finder<'a> {
    timexes: &'a [Timex],
    published: Option<Interval>,
    memory: Memory,
    /// How many of the contacts the headline told.
    in_headline: usize,
    /// What was found so far, by place.
    contacts: Vec<Contact>,
}

/// What is kept in mind from one contact to the next.
#[derive(Debug, Default)]
struct Memory {
    /// All who took part in the last contact.
    members: Vec<ActorId>,
    /// Whether the last sentence told of a contact, and its channel.
    last: Option<Option<&'static str>>,
}

/// The sentence at hand with all that was read before it.
struct Here<'s> {
    scene: &'s Scene<'s>,
    sentence: &'s Sentence,
    discourse: &'s Discourse,
    memory: &'s Memory,
    timexes: &'s [Timex],
    published: Option<Interval>,
}

/// Finds the contacts that an article tells, by place.
pub fn find(told: &Told, actors: &[Actor]) -> Vec<Contact> {
    let mut finder = Finder::new(told.timexes, told.published);
    let source = Source { body: told.body, structure: told.structure, mentions: told.mentions, actors };
    speech::walk(&source, |step| {
        finder.take(step);
    });
    finder.finish()
}

impl<'a> Finder<'a> {
    /// A finder that knows the article's days.
    pub(super) fn new(timexes: &'a [Timex], published: Option<Interval>) -> Finder<'a> {
        Finder { timexes, published, memory: Memory::default(), in_headline: 0, contacts: Vec::new() }
    }

    /// What was found, by place: a headline only sums up a story that tells contacts itself.
    pub(super) fn finish(mut self) -> Vec<Contact> {
        if self.contacts.len() > self.in_headline {
            self.contacts.drain(..self.in_headline);
        }
        self.contacts
    }

    /// Reads the contacts of one sentence, and says whether there are any new ones.
    pub(super) fn take(&mut self, step: &Step) -> bool {
        if step.fresh {
            self.memory = Memory::default();
            self.in_headline = self.contacts.len();
        }
        let from = self.contacts.len();
        for at in step.sentence.range.clone() {
            if !words::opens(step.scene, at) {
                continue;
            }
            let here = here(step, &self.memory, self.timexes, self.published);
            let Some(trigger) = words::trigger(&here, at) else { continue };
            let Some(sides) = sides::of(&here, &trigger) else {
                if let Some(earlier) = self.contacts.last_mut().filter(|_| self.memory.last.is_some()) {
                    settle::add(&here, &trigger, earlier);
                }
                continue;
            };
            let also = list::gapped(&here, &trigger, &sides);
            let contact = settle::contact(&here, &trigger, sides);
            let also = also.map(|(at, sides)| {
                let conjunction = words::Trigger { at, last: at, ..trigger };
                let (status, channel) = (contact.status, contact.channel.clone());
                Contact { status, channel, ..settle::contact(&here, &conjunction, sides) }
            });
            for contact in std::iter::once(contact).chain(also) {
                self.memory.members = contact.a.iter().chain(&contact.b).copied().collect();
                let known = self.contacts.iter().skip(from).any(|c| same(c, &contact));
                if !known {
                    self.contacts.push(contact);
                }
            }
        }
        // "Kabar itu dibantah": the contact told right before.
        if self.memory.last.is_some() && self.contacts.len() == from {
            let here = here(step, &self.memory, self.timexes, self.published);
            if let Some(why) = withdrawn::later(&here)
                && let Some(earlier) = self.contacts.last_mut()
            {
                earlier.status = ContactStatus::Denied;
                earlier.why.push(why);
            }
        }
        self.memory.last = self.contacts.get(from..).and_then(|new| new.last()).map(channel_code);
        self.contacts.len() > from
    }
}

fn here<'s>(
    step: &'s Step,
    memory: &'s Memory,
    timexes: &'s [Timex],
    published: Option<Interval>,
) -> Here<'s> {
    let Step { scene, sentence, discourse, .. } = *step;
    Here { scene, sentence, discourse, memory, timexes, published }
}

fn channel_code(contact: &Contact) -> Option<&'static str> {
    words::CHANNELS.into_iter().find(|c| contact.channel.as_deref() == Some(c))
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
