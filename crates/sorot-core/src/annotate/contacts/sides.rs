//! Who is on either side of a contact?

use super::Here;
use super::far::{Far, far};
use super::near::near;
use super::words::Trigger;
use super::{company, invited, spoken};
use crate::annotate::ActorId;
use crate::annotate::speech::lexicon::Tags;
use crate::why::Why;

/// Both sides, neither empty, nobody on both.
#[derive(Debug)]
pub(super) struct Sides {
    pub a: Vec<ActorId>,
    pub b: Vec<ActorId>,
    /// One past the last token read for the far side.
    pub end: usize,
    pub why: Vec<Why>,
    /// The token at which the near side was read.
    pub near: usize,
    /// Whether the noun itself owns all sides: "pertemuan A dan B".
    pub owned: bool,
}

/// The sides of the contact with all who came along; `None` where they can't both be named.
pub(super) fn of(here: &Here, trigger: &Trigger) -> Option<Sides> {
    let mut sides = named(here, trigger).or_else(|| invited::sides(here, trigger))?;
    company::settle(here, trigger, sides.near, &mut sides);
    Some(sides)
}

fn named(here: &Here, trigger: &Trigger) -> Option<Sides> {
    let scene = here.scene;
    let far = far(here, trigger);
    let mut why: Vec<Why> = Vec::new();
    let owned = trigger.noun && matches!(far, Some(Far::All(_)));
    let (a, b, end, near) = match far {
        Some(Far::All(side)) => {
            why.extend(side.why);
            let (a, b) = split(&side.actors)?;
            (a, b, side.end, trigger.at)
        }
        Some(Far::Other(side)) => {
            let near = near(here, trigger, Some(&side))?;
            why.extend(near.why);
            why.extend(side.why);
            (near.actors, side.actors, side.end, near.end)
        }
        Some(Far::Unnamed) => return None,
        // Nobody behind it: the subjects met each other.
        None => {
            if trigger.host {
                return None;
            }
            let behind = |n: usize| trigger.at.checked_sub(n).filter(|&k| k >= here.sentence.range.start);
            // "membahasnya lewat (sambungan) telepon"
            let by = |k: usize| {
                scene.token(k).is_some_and(|t| matches!(&*t.low, "lewat" | "melalui" | "via" | "by"))
            };
            let phoned = trigger.channel == Some("phone") && (1..=2).any(|n| behind(n).is_some_and(by));
            if phoned && let Some(sides) = spoken::sides(here, trigger) {
                return Some(sides);
            }
            let light = |n: usize| behind(n).is_some_and(|k| scene.is(k, Tags::LIGHT));
            let mutual = !trigger.noun
                || phoned
                || light(1)
                || light(2)
                    && behind(1).is_some_and(|k| scene.is(k, Tags::ADJ.or(Tags::INDEF).or(Tags::NOUN)));
            if !mutual || trigger.towards && trigger.noun || trigger.elided || trigger.bodily {
                return None;
            }
            let near = near(here, trigger, None)?;
            why.extend(near.why);
            let (a, b) = split(&near.actors)?;
            (a, b, trigger.last + 1, near.end)
        }
    };
    // Only people are met, visited and received; a state can be visited without meeting anybody.
    let person = |x: &ActorId| scene.is_person(*x);
    if trigger.bodily && !(b.iter().any(person) && (!trigger.passive || a.iter().any(person))) {
        return None;
    }
    let a = unique(a);
    let b: Vec<ActorId> = unique(b).into_iter().filter(|x| !a.contains(x)).collect();
    (!a.is_empty() && !b.is_empty()).then_some(Sides { a, b, end, why, near, owned })
}

fn split(all: &[ActorId]) -> Option<(Vec<ActorId>, Vec<ActorId>)> {
    let (first, rest) = all.split_first()?;
    Some((vec![*first], rest.to_vec()))
}

fn unique(actors: Vec<ActorId>) -> Vec<ActorId> {
    let mut seen: Vec<ActorId> = Vec::with_capacity(actors.len());
    for actor in actors {
        if !seen.contains(&actor) {
            seen.push(actor);
        }
    }
    seen
}
