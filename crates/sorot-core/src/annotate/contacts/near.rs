//! Who stands before a word of contact: the subject of the verb, the owner of the noun?

use super::Here;
use super::list::{LIST, Side, fronted, list};
use super::words::Trigger;
use crate::annotate::speech::clause::{self, Role};
use crate::annotate::speech::lexicon::Tags;
use crate::annotate::speech::scene::Scene;
use crate::annotate::speech::tokens::{Kind, Token};
use crate::annotate::{ActorId, ActorKind};
use crate::why::{Rule, Why};

/// Tokens before a word of contact in which its subject is looked for.
const LEFT: usize = 60;
/// Tokens between "yang" and its verb that say when.
const TIMED: usize = 8;

/// The near side; `far` is what stands behind the word of contact.
pub(super) fn near(here: &Here, trigger: &Trigger, far: Option<&Side>) -> Option<Side> {
    let (scene, sentence, discourse) = (here.scene, here.sentence, here.discourse);
    let start = sentence.range.start;
    let at = trigger.at;
    if let Some(owner) = far.filter(|f| trigger.noun && !f.got).and_then(|f| owner(here, trigger, f)) {
        return Some(owner);
    }
    if let Some(owner) = far.filter(|_| trigger.noun).and_then(|_| genitive(scene, start, at)) {
        return Some(owner);
    }
    let from = at.saturating_sub(LEFT).max(start);
    // "X, yang bertemu dengan Y, …"
    let mut verb = at;
    while verb > from && scene.is(verb - 1, Tags::ADV.or(Tags::PLAN).or(Tags::DENY)) {
        verb -= 1;
    }
    // "X, yang sehari sebelumnya menerima Y, …"
    let told = (from.max(verb.saturating_sub(TIMED))..verb).rev().take_while(|&k| timed(scene, k)).last();
    if let Some(first) = told.filter(|&k| k > from && scene.is(k - 1, Tags::YANG)) {
        verb = first;
    }
    if verb > from && scene.is(verb - 1, Tags::YANG) {
        let before = verb.checked_sub(2).filter(|&k| k >= from)?;
        let owner =
            if scene.token(before).is_some_and(|t| t.mark(',')) { before.checked_sub(1)? } else { before };
        let actor = scene.actor(owner)?;
        return Some(Side { actors: vec![actor], end: owner, why: Vec::new(), got: false });
    }
    let open = from.max(opening(scene, from, verb));
    let mut crossed = false;
    for i in (from..at).rev() {
        let Some(token) = scene.token(i) else { break };
        if let Some(side) = group(here, i) {
            return Some(side);
        }
        if token.is(Tags::PRON) {
            let own = sentence.main_subject(scene, i).and_then(|k| scene.actor(k));
            let who = own.or(discourse.subject)?;
            return Some(Side::meant(scene, token, vec![who], i));
        }
        if token.is(Tags::THEY) && discourse.group.len() >= 2 {
            return Some(Side::meant(scene, token, discourse.group.clone(), i));
        }
        // "memuji X setelah bertemu Y": behind "setelah" the subject of the main clause goes on.
        crossed |= token.is(Tags::FRONT);
        let told = !crossed && embedded(scene, start, i)
            || at > i && (sent(scene, start, i, at) || intends(scene, start, i, at));
        if told || sentence.is_subject(i) {
            let first = if told { told_list(scene, start, i) } else { sentence.list_start(scene, i) };
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
        // "X mengatakan komandannya bertemu dengan Y": somebody unnamed met Y, not X.
        if i == open && i > start && scene.is(i - 1, Tags::SAY.or(Tags::SUB)) && !trigger.elided {
            match unnamed(here, i, at) {
                Unnamed::Nobody => {}
                Unnamed::Known(side) => return Some(side),
                Unnamed::Somebody => return None,
            }
        }
    }
    // "Setelah bertemu dengan B, A …": the subject of the main clause.
    if let Some(side) = far.filter(|_| fronted(scene, sentence, at)) {
        let main = sentence.subject_after(side.end).filter(|&k| k < side.end + LIST)?;
        let actors =
            clause::joined(scene.tokens, main, sentence.range.end).into_iter().filter_map(|k| scene.actor(k));
        return Some(Side { actors: actors.collect(), end: main, why: Vec::new(), got: false });
    }
    let own = scene.token(at).is_some_and(|t| t.low.ends_with("nya")) || at == start && !trigger.noun;
    let who = discourse.subject.filter(|_| own)?;
    Some(Side::meant(scene, scene.token(at)?, vec![who], at))
}

/// Whether the token can stand between "yang" and its verb and say when.
fn timed(scene: &Scene, at: usize) -> bool {
    scene.token(at).is_some_and(|t| {
        t.kind == Kind::Number
            || t.is(Tags::TIME.or(Tags::ADV).or(Tags::DEM).or(Tags::PLAN).or(Tags::DENY)) && !t.is(Tags::YANG)
            || matches!(
                &*t.low,
                "pada"
                    | "sehari"
                    | "sepekan"
                    | "sebulan"
                    | "setahun"
                    | "sebelumnya"
                    | "lebih"
                    | "dulu"
                    | "dahulu"
            )
    })
}

impl Side {
    /// A side that a word refers to.
    fn meant(scene: &Scene, token: &Token, actors: Vec<ActorId>, end: usize) -> Side {
        let (words, names) = (token.span.of(scene.body), scene.names(&actors));
        let why = vec![Why::new(Rule::ContactPronoun, [words.into(), names.as_str().into()])];
        Side { actors, end, why, got: false }
    }
}

/// "pertemuan A dengan B", "pertemuan Presiden A dengan B": whose contact the noun names.
fn owner(here: &Here, trigger: &Trigger, far: &Side) -> Option<Side> {
    let from = trigger.last + 1;
    let token = here.scene.token(from)?;
    let titled = clause::within_title(token) && token.is(Tags::TITLE.or(Tags::REL));
    if token.name().is_none() && !titled {
        return None;
    }
    let side = list(here.scene, here.sentence, from, trigger);
    let actors: Vec<ActorId> = side.actors.into_iter().filter(|a| !far.actors.contains(a)).collect();
    (!actors.is_empty() && side.end <= far.end).then_some(Side { actors, ..side })
}

/// "X's (planned) meeting with Y": X.
fn genitive(scene: &Scene, start: usize, at: usize) -> Option<Side> {
    let mark = (start.max(at.saturating_sub(3))..at)
        .rev()
        .find(|&i| scene.token(i).is_some_and(|t| matches!(&*t.low, "s" | "'s")) && i > start)?;
    let back = if scene.token(mark)?.low == "s" { 2 } else { 1 };
    let owner = mark.checked_sub(back).filter(|&i| i >= start)?;
    scene.token(owner)?.person()?;
    Some(Side { actors: vec![scene.actor(owner)?], end: owner, why: Vec::new(), got: false })
}

/// Where the clause of the verb opens: behind the last speech verb or joining word before it.
fn opening(scene: &Scene, from: usize, verb: usize) -> usize {
    let opens = |i: &usize| {
        scene
            .token(*i)
            .is_some_and(|t| t.kind == Kind::Word && t.is(Tags::SAY.or(Tags::SUB)) && !t.is(Tags::LIGHT))
    };
    (from..verb).rev().find(opens).map_or(from, |i| i + 1)
}

/// Who does what the clause tells, when no name and no pronoun says it.
enum Unnamed {
    Nobody,
    Known(Side),
    Somebody,
}

/// The words between the opening of the clause and its verb: an office whose bearer was named
/// before, somebody who wasn't, or no subject at all ("mengatakan akan bertemu").
fn unnamed(here: &Here, open: usize, verb: usize) -> Unnamed {
    let scene = here.scene;
    const PASSED: Tags =
        Tags::ADV.or(Tags::TIME).or(Tags::PLAN).or(Tags::MAYBE).or(Tags::DENY).or(Tags::LIGHT);
    // Behind "setelah", "saat" the subject of the main clause goes on.
    let told = scene.is(open - 1, Tags::SAY)
        || scene.token(open - 1).is_some_and(|t| matches!(&*t.low, "bahwa" | "that" | "kalau"));
    let mut first = None;
    for i in open..verb {
        let Some(token) = scene.token(i) else { break };
        let passed =
            token.is(PASSED) || clause::verbal(token, scene.lang) || token.is(Tags::PREP.or(Tags::CONJ));
        if token.kind != Kind::Word || passed {
            break;
        }
        // "asked three times to meet Y"
        let times = |k: usize| scene.token(k).is_some_and(|t| matches!(&*t.low, "times" | "kali"));
        if times(i) || times(i + 1) {
            continue;
        }
        if !matches!(&*token.low, "the" | "a" | "an" | "sang" | "para" | "to" | "telah") {
            first = first.or(Some(i));
            break;
        }
    }
    let Some(first) = first.filter(|_| told) else { return Unnamed::Nobody };
    // The noun itself may be what is told: "mengatakan hasil pertemuan dengan Y".
    let acts = (first + 1..=verb).any(|i| {
        scene.token(i).is_some_and(|t| {
            const ACTS: Tags =
                Tags::PLAN.or(Tags::MAYBE).or(Tags::DENY).or(Tags::LIGHT).or(Tags::TALK).or(Tags::PHONE);
            (t.is(ACTS) || clause::verbal(t, scene.lang)) && !t.is(Tags::NOUN)
        })
    });
    if !acts {
        return Unnamed::Nobody;
    }
    match scene.role_phrase(first, verb) {
        Some((actor, words)) => {
            let why = Why::new(Rule::ContactPronoun, [words.as_str().into(), scene.name(actor).into()]);
            Unnamed::Known(Side { actors: vec![actor], end: first, why: vec![why], got: false })
        }
        None => Unnamed::Somebody,
    }
}

/// Verbs whose object is the subject of what is told, asked or allowed.
const TELLS: Tags = Tags::SAY.or(Tags::STANCE).or(Tags::MAYBE).or(Tags::DENY);

/// "mengatakan X akan bertemu Y": X is the subject of the clause told.
fn embedded(scene: &Scene, start: usize, i: usize) -> bool {
    let person = scene.token(i).is_some_and(|t| t.person().is_some());
    person
        && !clause::dependent(scene.tokens, i, start)
        && matches!(clause::role(scene.tokens, i, start, scene.lang), Role::Object(v) if scene.is(v, TELLS))
}

/// "mengirim X untuk menemui Y", "sent X to meet Y": X is the one who meets.
fn sent(scene: &Scene, start: usize, i: usize, at: usize) -> bool {
    let aim = at.checked_sub(1).and_then(|k| scene.token(k));
    let person = scene.token(i).is_some_and(|t| t.person().is_some());
    let verb = || {
        let before = (start..i).rev().filter_map(|k| scene.token(k)).take(LEFT / 4);
        before
            .into_iter()
            .find(|t| !clause::within_title(t))
            .is_some_and(|t| matches!(&*t.low, "mengirim" | "mengirimkan" | "sent" | "sends" | "dispatched"))
    };
    person
        && aim.is_some_and(|t| matches!(&*t.low, "untuk" | "guna" | "to"))
        && !clause::dependent(scene.tokens, i, start)
        && verb()
}

/// "mendukung upaya X untuk memulai dialog dengan Y", "backed X's efforts to meet Y": X is the one who would meet.
fn intends(scene: &Scene, start: usize, i: usize, at: usize) -> bool {
    let wish = |k: usize| {
        scene.token(k).is_some_and(|t| {
            matches!(
                &*t.low,
                "upaya"
                    | "usaha"
                    | "rencana"
                    | "niat"
                    | "inisiatif"
                    | "keinginan"
                    | "kesediaan"
                    | "tekad"
                    | "efforts"
                    | "effort"
                    | "plan"
                    | "plans"
                    | "bid"
                    | "attempt"
                    | "attempts"
                    | "wish"
                    | "willingness"
            )
        })
    };
    let person = scene.token(i).is_some_and(|t| t.person().is_some());
    let before =
        (start..i).rev().find(|&k| !scene.token(k).is_some_and(clause::within_title)).is_some_and(wish);
    let aims =
        (i + 1..at).any(|k| scene.token(k).is_some_and(|t| matches!(&*t.low, "untuk" | "guna" | "to")));
    person && aims && (before || (i + 2..i + 5).any(|k| k < at && wish(k)))
}

/// The first name of the list of persons told of that ends at `i`.
fn told_list(scene: &Scene, start: usize, i: usize) -> usize {
    let earlier = (i.saturating_sub(LEFT / 4).max(start)..i)
        .find(|&k| embedded(scene, start, k) && clause::joined(scene.tokens, k, i + 1).contains(&i));
    earlier.unwrap_or(i)
}

/// "keempatnya", "kedua pemimpin": those last in contact or last named together, if so many.
fn group(here: &Here, i: usize) -> Option<Side> {
    let scene = here.scene;
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
        || scene.lang == crate::calendar::Lang::En;
    if !noun {
        return None;
    }
    let candidates = [&here.memory.members, &here.discourse.group];
    let actors = candidates.into_iter().find(|c| c.len() == number)?.clone();
    let names = scene.names(&actors);
    let why = Why::new(Rule::ContactGroup, [token.span.of(scene.body).into(), names.as_str().into()]);
    Some(Side { actors, end: i, why: vec![why], got: false })
}
