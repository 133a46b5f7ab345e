//! Who asked whom for a contact: "Hartono menolak undangan Wibisono untuk bertemu", "ajakan bertemu dari X".

use super::Here;
use super::list::list;
use super::sides::Sides;
use super::words::Trigger;
use crate::annotate::speech::lexicon::Tags;

/// Tokens between the noun of asking and the word of contact.
const REACH: usize = 8;

/// Nouns that ask for a contact.
fn asks(low: &str) -> bool {
    matches!(
        low,
        "undangan" | "ajakan" | "permintaan" | "tawaran" | "permohonan" | "invitation" | "request" | "offer"
    )
}

/// The sides of a contact that one asked the other for.
pub(super) fn sides(here: &Here, trigger: &Trigger) -> Option<Sides> {
    if trigger.noun {
        return None;
    }
    let (scene, sentence) = (here.scene, here.sentence);
    let from = trigger.at.saturating_sub(REACH).max(sentence.range.start);
    let noun = (from..trigger.at).rev().find(|&i| scene.token(i).is_some_and(|t| asks(&t.low)))?;
    let person = |start: usize| {
        let side = list(scene, sentence, start, trigger);
        (!side.actors.is_empty()).then_some(side)
    };
    // Who asks: "undangan X untuk bertemu", "ajakan bertemu dari X".
    let source = (trigger.last + 1..trigger.last + 3)
        .find(|&i| scene.token(i).is_some_and(|t| matches!(&*t.low, "dari" | "from")));
    let by = |i: usize| i + usize::from(scene.token(i).is_some_and(|t| matches!(&*t.low, "dari" | "from")));
    let asking = person(by(noun + 1)).filter(|s| s.end <= trigger.at).or_else(|| person(source? + 1))?;
    // Who is asked: the subject before the noun, or the agent of what became of it.
    let subject = (sentence.range.start..noun).rev().find(|&i| sentence.is_subject(i));
    if let Some(asked) = subject.and_then(|i| scene.actor(i)) {
        let b: Vec<_> = asking.actors.into_iter().filter(|x| *x != asked).collect();
        let end = trigger.last.max(asking.end - 1) + 1;
        return (!b.is_empty()).then(|| Sides {
            a: vec![asked],
            b,
            end,
            why: asking.why,
            near: noun,
            owned: false,
        });
    }
    let verb =
        (trigger.last + 1..trigger.last + 3).find(|&i| scene.token(i).is_some_and(|t| declined(&t.low)))?;
    let agent = person(verb + 1 + usize::from(scene.is(verb + 1, Tags::OLEH)))?;
    let b: Vec<_> = agent.actors.into_iter().filter(|x| !asking.actors.contains(x)).collect();
    (!b.is_empty()).then_some(Sides {
        a: asking.actors,
        b,
        end: agent.end,
        why: agent.why,
        near: noun,
        owned: false,
    })
}

/// What an asking comes to nothing by.
pub(super) fn declined(low: &str) -> bool {
    matches!(low, "ditolak" | "ditampik" | "diabaikan" | "declined" | "rejected")
}
