//! Who is named in a list: "A, B, serta C", "delegasi X, yang dipimpin Y"?

use super::sides::Sides;
use super::words::Trigger;
use super::{Here, evidence};
use crate::annotate::speech::clause;
use crate::annotate::speech::lexicon::Tags;
use crate::annotate::speech::scene::{Scene, Sentence};
use crate::annotate::speech::tokens::Kind;
use crate::annotate::{ActorId, ActorKind};
use crate::why::{Rule, Why};

/// Tokens that the list of one side may take.
pub(super) const LIST: usize = 48;
/// Tokens that say when or where between two contacts of one verb.
const GAPPED: usize = 10;
/// Tokens that a clause before the main one may take.
const FRONT: usize = 60;

/// One side as read: its actors, where it ends, what told it.
#[derive(Debug, Default)]
pub(super) struct Side {
    pub actors: Vec<ActorId>,
    pub end: usize,
    pub why: Vec<Why>,
    /// Whether its actors stand right behind a noun without owning it: "menerima kunjungan B".
    pub got: bool,
}

/// The persons, bodies and states listed from token `from` on.
pub(super) fn list(scene: &Scene, sentence: &Sentence, from: usize, trigger: &Trigger) -> Side {
    let to = sentence.range.end.min(from + LIST);
    let fronted = fronted(scene, sentence, trigger.at);
    // "A bertemu B dan C mengatakan …": behind a verb, C is the subject of what follows.
    let verbal = !trigger.noun || trigger.at > sentence.range.start && scene.is(trigger.at - 1, Tags::LIGHT);
    let mut side = Side { end: from, ..Side::default() };
    let mut apposed = false;
    let mut led = false;
    // A title whose bearer is still to come: "menantu presiden, X".
    let mut title = false;
    let mut i = from;
    let mut commas = 0;
    while i < to {
        let Some(token) = scene.token(i) else { break };
        // "didampingi A, dan C akhirnya pulang": C does something else.
        let whole = !side.actors.is_empty() && commas == 1 && token.name().is_some();
        if whole && i > from + 1 && scene.token(i - 2).is_some_and(|t| t.mark(',')) && acts(scene, i) {
            break;
        }
        commas += usize::from(token.mark(','));
        match token.kind {
            Kind::Name(_, ActorKind::Person) => {
                if clause::dependent(scene.tokens, i, from) {
                    let name = scene.actor(i).map_or("", |a| scene.name(a));
                    side.why.push(evidence(Rule::ContactTitleOnly, name));
                    apposed = true;
                } else {
                    if verbal && !side.actors.is_empty() && acts(scene, i) && !led {
                        break;
                    }
                    side.actors.extend(scene.actor(i));
                    apposed = false;
                    title = false;
                    side.end = i + 1;
                }
            }
            Kind::Name(..) => {
                // A state inside a title ("Presiden X …", "…, sekretaris dewan X") isn't a side.
                let before = (from..i).rev().map_while(|k| scene.token(k)).take(3);
                let titled = before
                    .take_while(|t| {
                        clause::within_title(t)
                            || t.is(Tags::CONJ)
                            || matches!(&*t.low, "dari" | "from" | "of")
                    })
                    .any(|t| t.is(Tags::TITLE.or(Tags::HEAD).or(Tags::REL)) && !t.is(Tags::PLURAL));
                let names_person = scene
                    .token(i + 1)
                    .is_some_and(|t| t.person().is_some() || t.is(Tags::TITLE.or(Tags::REL)));
                if !titled && !names_person {
                    side.actors.extend(scene.actor(i));
                    side.end = i + 1;
                }
            }
            Kind::Mark(',') => {
                let next = scene.token(i + 1);
                // "…, yang dipimpin X" names the head of the delegation.
                if scene.is(i + 1, Tags::YANG) && scene.is(i + 2, Tags::LEAD) {
                    led = true;
                    i += 3;
                    continue;
                }
                let goes_on = next.is_some_and(|t| {
                    t.name().is_some() || clause::within_title(t) || t.is(Tags::CONJ) && t.low != "sementara"
                });
                let bearer = title && next.is_some_and(|t| t.person().is_some());
                if !goes_on || !apposed && !bearer && (fronted || !listed(scene, i, to)) {
                    break;
                }
            }
            Kind::Word if token.is(Tags::LEAD) => led = true,
            Kind::Word if led && token.is(Tags::OLEH) => {}
            Kind::Word
                if matches!(&*token.low, "dan" | "serta" | "and" | "dari" | "from" | "of" | "maupun") => {}
            // "pertemuan antara A dengan B"
            Kind::Word if token.low == "dengan" && side.actors.len() == 1 && among(scene, from) => {}
            Kind::Word if matches!(&*token.low, "his" | "her" | "their" | "its" | "sang") => {}
            Kind::Word if clause::within_title(token) => title |= token.is(Tags::TITLE.or(Tags::REL)),
            Kind::Word if token.is(Tags::DEM) && token.low != "ini" => {}
            Kind::Word if token.capital && !token.is(Tags::PREP.or(Tags::SUB)) => {}
            Kind::Word
                if matches!(
                    &*token.low,
                    "perwakilan" | "representatives" | "rekan-rekan" | "rekan-rekannya"
                ) => {}
            Kind::Mark('-') => {}
            // "X's chief of staff, Y"
            Kind::Mark('\'' | '’') if scene.token(i + 1).is_some_and(|t| t.low == "s") => i += 1,
            _ => break,
        }
        i += 1;
    }
    side
}

/// "A bertemu B pada Senin dan C pada Selasa": the contact with C, whose verb is left out, and the token of its "dan".
pub(super) fn gapped(here: &Here, trigger: &Trigger, sides: &Sides) -> Option<(usize, Sides)> {
    let (scene, sentence) = (here.scene, here.sentence);
    if trigger.noun || trigger.host || sides.b.len() != 1 {
        return None;
    }
    let when = |i: &usize| {
        scene.token(*i).is_some_and(|t| {
            t.kind == Kind::Number
                || matches!(t.kind, Kind::Name(_, ActorKind::Place) | Kind::Mark('(' | ')' | '/'))
                || t.is(Tags::TIME) && !t.is(Tags::CONJ)
                || matches!(&*t.low, "di" | "pada" | "on" | "in" | "at")
        })
    };
    let to = sentence.range.end.min(sides.end + GAPPED);
    let at = (sides.end..to).find(|i| !when(i)).filter(|&i| i > sides.end)?;
    scene.token(at).filter(|t| matches!(&*t.low, "dan" | "serta" | "and"))?;
    let other = list(scene, sentence, at + 1, trigger);
    let closes = when(&other.end) || scene.token(other.end).is_none_or(|t| t.mark('.'));
    let known = |x: &ActorId| sides.a.contains(x) || sides.b.contains(x);
    let new = !other.actors.is_empty() && other.actors.iter().all(|x| scene.is_person(*x) && !known(x));
    (closes && new).then(|| {
        let side = Sides {
            a: sides.a.clone(),
            b: other.actors,
            end: other.end,
            why: other.why,
            near: sides.near,
            owned: false,
        };
        (at, side)
    })
}

/// Whether the list stands behind "antara", "between".
fn among(scene: &Scene, from: usize) -> bool {
    from.checked_sub(1).is_some_and(|i| scene.is(i, Tags::AMONG))
}

/// Whether the person at `i` is the subject of a verb right behind: "C mengatakan", "C akan pergi".
fn acts(scene: &Scene, i: usize) -> bool {
    let joined = i > 0
        && scene.tokens.get(..i).is_some_and(|before| {
            before.iter().rev().take(6).find(|t| !clause::within_title(t)).is_some_and(|t| t.is(Tags::CONJ))
        });
    let skip = |k: &usize| scene.is(*k, Tags::ADV.or(Tags::PLAN).or(Tags::DENY).or(Tags::MAYBE));
    let next = (i + 1..i + 5).find(|k| !skip(k));
    let verb =
        next.and_then(|k| scene.token(k)).is_some_and(|t| clause::verbal(t, scene.lang) || t.is(Tags::LIGHT));
    joined && (verb || next.is_some_and(|k| k > i + 1 && skip(&(k - 1)) && scene.is(k - 1, Tags::PLAN)))
}

/// Whether the comma at `i` stands inside a list: a conjunction and a name follow before a verb.
fn listed(scene: &Scene, i: usize, to: usize) -> bool {
    for k in i + 1..to {
        let Some(token) = scene.token(k) else { return false };
        if matches!(&*token.low, "dan" | "serta" | "and") && token.kind == Kind::Word {
            return true;
        }
        if !(token.mark(',') || token.name().is_some() || clause::within_title(token)) {
            return false;
        }
    }
    false
}

/// Whether the word of contact stands in a clause before the main one: "Setelah bertemu …, X …".
pub(super) fn fronted(scene: &Scene, sentence: &Sentence, trigger: usize) -> bool {
    let start = sentence.range.start;
    if trigger > start + FRONT {
        return false;
    }
    let comma = (start..trigger).any(|i| scene.token(i).is_some_and(|t| t.mark(',')));
    !comma && (scene.is(start, Tags::FRONT) || scene.is(start, Tags::PREP))
}
