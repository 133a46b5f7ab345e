//! Who is on either side of a contact?

use super::Memory;
use super::list::{LIST, Side, fronted, list};
use super::words::Trigger;
use crate::annotate::speech::clause::{self, Role};
use crate::annotate::speech::lexicon::Tags;
use crate::annotate::speech::scene::{Scene, Sentence};
use crate::annotate::speech::tokens::Kind;
use crate::annotate::{ActorId, ActorKind};
use crate::why::{Rule, Why};

/// Tokens before a word of contact in which its subject is looked for.
const LEFT: usize = 60;
/// Tokens between a word of contact and the other side.
const GAP: usize = 9;

/// Both sides, neither empty, nobody on both.
#[derive(Debug)]
pub(super) struct Sides {
    pub a: Vec<ActorId>,
    pub b: Vec<ActorId>,
    /// One past the last token read for the far side.
    pub end: usize,
    pub why: Vec<Why>,
}

/// The sides of the contact; `None` where they can't both be named.
pub(super) fn of(scene: &Scene, sentence: &Sentence, trigger: &Trigger, memory: &Memory) -> Option<Sides> {
    let far = far(scene, sentence, trigger);
    let mut why: Vec<Why> = Vec::new();
    let (a, b, end) = match far {
        Some(Far::All(side)) => {
            why.extend(side.why);
            let (a, b) = split(&side.actors)?;
            (a, b, side.end)
        }
        Some(Far::Other(side)) => {
            let near = near(scene, sentence, trigger, memory, Some(side.end), side.got)?;
            why.extend(near.why);
            why.extend(side.why);
            (near.actors, side.actors, side.end)
        }
        // Nobody behind it: the subjects met each other.
        None => {
            let behind = |n: usize| trigger.at.checked_sub(n).filter(|&k| k >= sentence.range.start);
            // "membahasnya lewat (sambungan) telepon"
            let by = |k: usize| {
                scene.token(k).is_some_and(|t| matches!(&*t.low, "lewat" | "melalui" | "via" | "by"))
            };
            let phoned = trigger.channel == Some("phone") && (1..=2).any(|n| behind(n).is_some_and(by));
            let mutual = !trigger.noun || phoned || behind(1).is_some_and(|k| scene.is(k, Tags::LIGHT));
            if !mutual || trigger.towards && trigger.noun || trigger.elided {
                return None;
            }
            let near = near(scene, sentence, trigger, memory, None, false)?;
            why.extend(near.why);
            let (a, b) = split(&near.actors)?;
            (a, b, trigger.last + 1)
        }
    };
    // Only people are met, visited and received; a state can be visited without meeting anybody.
    let person = |x: &ActorId| scene.actors.get(x.index()).is_some_and(|a| a.kind == ActorKind::Person);
    if trigger.bodily && !(b.iter().any(person) && (!trigger.passive || a.iter().any(person))) {
        return None;
    }
    let a = unique(a);
    let b: Vec<ActorId> = unique(b).into_iter().filter(|x| !a.contains(x)).collect();
    (!a.is_empty() && !b.is_empty()).then_some(Sides { a, b, end, why })
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

enum Far {
    /// "antara A dan B": all the sides.
    All(Side),
    /// "dengan B": the other side.
    Other(Side),
}

/// What stands behind the word of contact.
fn far(scene: &Scene, sentence: &Sentence, trigger: &Trigger) -> Option<Far> {
    let from = trigger.last + 1;
    let to = sentence.range.end.min(from + GAP);
    if trigger.elided {
        return Some(Far::Other(list(scene, sentence, trigger.at + 1, trigger.at)));
    }
    for i in from..to {
        let token = scene.token(i)?;
        let low = token.low.as_ref();
        if trigger.noun && token.is(Tags::AMONG) {
            let all = list(scene, sentence, i + 1, trigger.at);
            return (all.actors.len() >= 2).then_some(Far::All(all));
        }
        let company = matches!(low, "dengan" | "bersama" | "with") && token.kind == Kind::Word;
        let towards = trigger.towards && matches!(low, "kepada" | "ke" | "to" | "untuk");
        let agent = trigger.passive && token.is(Tags::OLEH);
        // "menerima telepon dari B", "menerima kunjungan B"
        let got = trigger.noun && trigger.at > sentence.range.start && scene.is(trigger.at - 1, Tags::GET);
        let source = got && matches!(low, "dari" | "from");
        if got && i == from && (token.name().is_some() || clause::within_title(token)) {
            let other = list(scene, sentence, i, trigger.at);
            return (!other.actors.is_empty()).then_some(Far::Other(Side { got, ..other }));
        }
        if company || towards || agent || source {
            let other = list(scene, sentence, i + 1, trigger.at);
            return (!other.actors.is_empty()).then_some(Far::Other(other));
        }
        // "pertemuan A dengan B" is read from the near side; "menemui B" stops here.
        let possessed = trigger.noun && token.name().is_some();
        let titled = clause::within_title(token) || token.capital && token.tags == Tags::NONE;
        let object = trigger.object && !trigger.noun && (token.name().is_some() || titled);
        if object {
            let other = list(scene, sentence, i, trigger.at);
            return (!other.actors.is_empty()).then_some(Far::Other(other));
        }
        let place = token.is(Tags::PREP)
            && matches!(low, "di" | "pada" | "in" | "on" | "at" | "secara" | "via" | "lewat" | "melalui");
        let passed = possessed
            || place
            || token.is(Tags::ADV
                .or(Tags::TIME)
                .or(Tags::DEM)
                .or(Tags::VIRTUAL)
                .or(Tags::YANG)
                .or(Tags::ADJ))
            || matches!(token.kind, Kind::Quote(_) | Kind::Name(..) | Kind::Number)
            || matches!(token.kind, Kind::Mark('-' | '(' | ')' | '/'))
            || trigger.noun
                && token.kind == Kind::Word
                && !token.is(Tags::PREP.or(Tags::CONJ).or(Tags::SUB))
                && !clause::verbal(token, scene.lang)
            || token.is(Tags::JOIN)
            || trigger.towards && token.kind == Kind::Word && i == from;
        if !passed {
            return None;
        }
    }
    None
}

/// The near side: the subject of the verb, the owner of the noun.
fn near(
    scene: &Scene,
    sentence: &Sentence,
    trigger: &Trigger,
    memory: &Memory,
    behind: Option<usize>,
    got: bool,
) -> Option<Side> {
    let start = sentence.range.start;
    let at = trigger.at;
    // "pertemuan A dengan B"
    if trigger.noun && behind.is_some() && !got {
        let owner = trigger.last + 1;
        let token = scene.token(owner)?;
        if token.name().is_some() {
            return scene.actor(owner).map(|a| Side {
                actors: vec![a],
                end: owner + 1,
                why: Vec::new(),
                got: false,
            });
        }
    }
    let from = at.saturating_sub(LEFT).max(start);
    // "X, yang bertemu dengan Y, …"
    let mut verb = at;
    while verb > from && scene.is(verb - 1, Tags::ADV.or(Tags::PLAN).or(Tags::DENY)) {
        verb -= 1;
    }
    if verb > from && scene.is(verb - 1, Tags::YANG) {
        let before = verb.checked_sub(2).filter(|&k| k >= from)?;
        let owner =
            if scene.token(before).is_some_and(|t| t.mark(',')) { before.checked_sub(1)? } else { before };
        let actor = scene.actor(owner)?;
        return Some(Side { actors: vec![actor], end: owner, why: Vec::new(), got: false });
    }
    for i in (from..at).rev() {
        let Some(token) = scene.token(i) else { break };
        if let Some(side) = group(scene, sentence, memory, i) {
            return Some(side);
        }
        if token.is(Tags::PRON) {
            let own = sentence.main_subject(scene, i).and_then(|k| scene.actor(k));
            let who = own.or(memory.discourse.subject)?;
            let why =
                Why::new(Rule::ContactPronoun, [token.span.of(scene.body).into(), scene.name(who).into()]);
            return Some(Side { actors: vec![who], end: i, why: vec![why], got: false });
        }
        if token.is(Tags::THEY) && memory.discourse.group.len() >= 2 {
            let names = scene.names(&memory.discourse.group);
            let why =
                Why::new(Rule::ContactPronoun, [token.span.of(scene.body).into(), names.as_str().into()]);
            return Some(Side { actors: memory.discourse.group.clone(), end: i, why: vec![why], got: false });
        }
        if sentence.is_subject(i) || embedded(scene, start, i) {
            let first = sentence.list_start(scene, i);
            let actors = clause::joined(scene.tokens, first, at).into_iter().filter_map(|k| scene.actor(k));
            return Some(Side { actors: actors.collect(), end: i, why: Vec::new(), got: false });
        }
        let body = matches!(token.kind, Kind::Name(_, ActorKind::Place | ActorKind::Organisation));
        let titles = scene
            .token(i + 1)
            .is_some_and(|t| t.person().is_some() || t.is(Tags::TITLE.or(Tags::REL)) && t.capital);
        if body && !titles && clause::role(scene.tokens, i, start, scene.lang) == Role::Subject {
            let mut actors: Vec<ActorId> = scene.actor(i).into_iter().collect();
            // "A dan B melanjutkan pembicaraan"
            if i >= start + 2
                && scene.is(i - 1, Tags::CONJ)
                && scene.token(i - 2).is_some_and(|t| t.name().is_some())
            {
                actors.splice(0..0, scene.actor(i - 2));
            }
            return Some(Side { actors, end: i, why: Vec::new(), got: false });
        }
    }
    // "Setelah bertemu dengan B, A …": the subject of the main clause.
    if let Some(end) = behind.filter(|_| fronted(scene, sentence, at)) {
        let main = sentence.subject_after(end).filter(|&k| k < end + LIST)?;
        let actors =
            clause::joined(scene.tokens, main, sentence.range.end).into_iter().filter_map(|k| scene.actor(k));
        return Some(Side { actors: actors.collect(), end: main, why: Vec::new(), got: false });
    }
    let own = scene.token(at).is_some_and(|t| t.low.ends_with("nya")) || at == start && !trigger.noun;
    let who = memory.discourse.subject.filter(|_| own)?;
    let why =
        Why::new(Rule::ContactPronoun, [scene.token(at)?.span.of(scene.body).into(), scene.name(who).into()]);
    Some(Side { actors: vec![who], end: at, why: vec![why], got: false })
}

/// "mengatakan X akan bertemu Y": X is the subject of the clause told.
fn embedded(scene: &Scene, start: usize, i: usize) -> bool {
    let person = scene.token(i).is_some_and(|t| t.person().is_some());
    person
        && !clause::dependent(scene.tokens, i, start)
        && matches!(clause::role(scene.tokens, i, start, scene.lang), Role::Object(v) if scene.is(v, Tags::SAY.or(Tags::STANCE)))
}

/// "keempatnya", "kedua pemimpin": those last in contact or last named together, if so many.
fn group(scene: &Scene, sentence: &Sentence, memory: &Memory, i: usize) -> Option<Side> {
    let token = scene.token(i).filter(|t| t.is(Tags::GROUP))?;
    let number = ["kedua", "ketiga", "keempat", "kelima"].iter().position(|w| token.low.starts_with(w));
    let number = number.or_else(|| match token.low.as_ref() {
        "both" | "two" => Some(0),
        "three" => Some(1),
        "four" => Some(2),
        _ => None,
    })? + 2;
    // "kedua kalinya", "pertemuan kedua": an ordinal, not a group.
    let noun = token.low.ends_with("nya")
        || scene.token(i + 1).is_some_and(|t| clause::within_title(t) && t.kind == Kind::Word)
        || scene.lang == crate::calendar::Lang::En && scene.is(i + 1, Tags::PLURAL);
    if !noun || sentence.range.end <= i {
        return None;
    }
    let candidates = [&memory.members, &memory.discourse.group];
    let actors = candidates.into_iter().find(|c| c.len() == number)?.clone();
    let names = scene.names(&actors);
    let why = Why::new(Rule::ContactGroup, [token.span.of(scene.body).into(), names.as_str().into()]);
    Some(Side { actors, end: i, why: vec![why], got: false })
}
