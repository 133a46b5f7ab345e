//! Who told whom something by telephone: "…," kata X kepada Y melalui telepon.

use super::Here;
use super::list::list;
use super::near::near;
use super::sides::Sides;
use super::words::Trigger;

/// Tokens between the one who is told and the telephone.
const REACH: usize = 16;

/// The sides of a telephone that is only the means of telling: the speaker, and the one behind "kepada".
pub(super) fn sides(here: &Here, trigger: &Trigger) -> Option<Sides> {
    let (scene, sentence) = (here.scene, here.sentence);
    let from = trigger.at.saturating_sub(REACH).max(sentence.range.start);
    let tells = |low: &str| {
        matches!(
            low,
            "kepada" | "memberitahu" | "mengabari" | "to" | "told" | "informed" | "assured" | "warned"
        )
    };
    let at = (from..trigger.at).rev().find(|&i| scene.token(i).is_some_and(|t| tells(&t.low)))?;
    let heard = list(scene, sentence, at + 1, trigger);
    if heard.actors.is_empty() || heard.end > trigger.at {
        return None;
    }
    let verb = Trigger { at, last: at, noun: false, ..trigger.clone() };
    let speaker = near(here, &verb, Some(&heard))?;
    let a: Vec<_> = speaker.actors.into_iter().filter(|x| !heard.actors.contains(x)).collect();
    let why = speaker.why.into_iter().chain(heard.why).collect();
    (!a.is_empty()).then_some(Sides {
        a,
        b: heard.actors,
        end: trigger.last + 1,
        why,
        near: speaker.end,
        owned: false,
    })
}
