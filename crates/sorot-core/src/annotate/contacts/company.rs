//! Who came along, and who came in whose place: "A didampingi B menemui C", "A diwakili B dalam pertemuan
//! dengan C".

use super::Here;
use super::list::list;
use super::sides::Sides;
use super::words::Trigger;
use crate::annotate::ActorId;
use crate::annotate::speech::clause;
use crate::annotate::speech::lexicon::Tags;
use crate::annotate::speech::tokens::Kind;
use crate::why::{Rule, Why};

/// Tokens behind the far side in which somebody's company is told.
const BEHIND: usize = 14;
/// Tokens between a represented person and the word that says so.
const BACK: usize = 4;

/// Adds those who came along to the near side, and puts who came in another's place there instead. `near` is the
/// token at which the near side was read.
pub(super) fn settle(here: &Here, trigger: &Trigger, near: usize, sides: &mut Sides) {
    let (scene, range) = (here.scene, here.sentence.range.clone());
    let from = near.min(trigger.at).max(range.start);
    let opening = (range.start..range.start + 2).filter(|i| *i < from);
    let before = from..trigger.at;
    let behind = sides.end..range.end.min(sides.end + BEHIND);
    let behind = behind.take_while(|&i| {
        scene.token(i).is_some_and(|t| {
            let speaks =
                t.is(Tags::SAY.or(Tags::SUB)) || matches!(t.kind, Kind::Quote(_) | Kind::Mark('.' | ';'));
            !speaks && (company(&t.low) || replaced(&t.low) || !clause::verbal(t, scene.lang))
        })
    });
    for at in opening.chain(before).chain(behind) {
        let Some(token) = scene.token(at).filter(|t| t.kind == Kind::Word) else { continue };
        let beside = matches!(&*token.low, "bersama" | "beserta") && (near + 1..trigger.at).contains(&at);
        let (along, instead) = (company(&token.low) || beside, replaced(&token.low));
        if !along && !instead {
            continue;
        }
        let first = at
            + 1
            + usize::from(scene.is(at + 1, Tags::OLEH) || scene.token(at + 1).is_some_and(|t| t.low == "by"));
        let others: Vec<ActorId> = list(scene, here.sentence, first, trigger)
            .actors
            .into_iter()
            .filter(|x| !sides.b.contains(x) && !sides.a.contains(x) && scene.is_person(*x))
            .collect();
        if others.is_empty() {
            continue;
        }
        if instead {
            let whose = (at.saturating_sub(BACK).max(range.start)..at)
                .rev()
                .find_map(|i| scene.token(i)?.person().and(scene.actor(i)));
            sides.a.retain(|x| Some(*x) != whose);
        }
        let names = scene.names(&others);
        sides
            .why
            .push(Why::new(Rule::ContactGroup, [token.span.of(scene.body).into(), names.as_str().into()]));
        sides.a.extend(others);
    }
}

/// Who is named behind these came along.
fn company(low: &str) -> bool {
    matches!(
        low,
        "didampingi"
            | "ditemani"
            | "disertai"
            | "diikuti"
            | "dihadiri"
            | "accompanied"
            | "flanked"
            | "attended"
    )
}

/// Who is named behind these came in the other's place.
fn replaced(low: &str) -> bool {
    matches!(low, "diwakili" | "diwakilkan" | "represented")
}
