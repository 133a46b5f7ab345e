//! Whom does the pronoun that opens a sentence mean? So that the sentence can be quoted alone.

use super::speech::Step;
use super::speech::lexicon::Tags;
use super::{ActorKind, Reference};

/// Bytes back to the name at most: beyond, a reader would have lost it too.
const BACK: u32 = 1500;
/// Words with the pronoun grown on, and words that a pronoun follows, at the head of a sentence.
const GROWN: &[&str] = &["menurutnya", "baginya"];
const BEFORE: &[&str] = &["menurut", "bagi", "kata", "ujar"];

/// The reference at the head of one sentence, if its pronoun has a person in mind.
pub(super) fn take(step: &Step, references: &mut Vec<Reference>) {
    let scene = step.scene;
    let first = step.sentence.range.start;
    let Some(head) = scene.token(first) else { return };
    let word = if head.is(Tags::PRON) || GROWN.contains(&head.low.as_ref()) {
        head.span
    } else if BEFORE.contains(&head.low.as_ref()) && scene.is(first + 1, Tags::PRON) {
        scene.token(first + 1).map_or(head.span, |next| head.span.cover(next.span))
    } else {
        return;
    };
    let Some(actor) = step.discourse.subject else { return };
    let before = scene.mentions.partition_point(|m| m.span.start < word.start);
    let near = |end: u32| word.start.saturating_sub(end) <= BACK;
    let found = scene
        .mentions
        .iter()
        .take(before)
        .rev()
        .take_while(|m| near(m.span.end))
        .find(|m| m.actor == actor && m.kind == ActorKind::Person);
    references.extend(found.map(|m| Reference { word, name: m.span }));
}
