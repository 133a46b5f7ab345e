//! Who is accused or asked, who keeps silent, who was left out?

use super::lexicon::Classes;
use super::{Line, Reply, ReplyKind};
use crate::annotate::ActorId;
use crate::annotate::speech::lexicon::Tags;
use crate::annotate::speech::phrase;
use crate::annotate::speech::tokens::Kind;
use crate::calendar::Lang;
use crate::text::Span;

/// Tokens between a verb and its object's name.
const OBJECT: usize = 7;
/// Tokens between a subject's name and its verb.
const SUBJECT: usize = 10;

/// Finds the accused, asked, silent and left out of one sentence.
pub(super) fn take(line: &Line, found: &mut Vec<Reply>) {
    let first = found.len();
    const VERBS: Classes = Classes::ACCUSE.or(Classes::ASK).or(Classes::CALL);
    for at in line.all(VERBS) {
        let accuse = line.is(at, Classes::ACCUSE);
        let from = match line.is(at, Classes::CALL) {
            true => match object_of_call(line, at) {
                Some(from) => from,
                None => continue,
            },
            false => at + 1,
        };
        // "tidak menuduh": then nobody is.
        if (line.from()..at).rev().take(2).any(|i| line.is(i, Classes::NOT)) {
            continue;
        }
        let by = agent(line, at);
        let kind = if accuse { ReplyKind::Accused } else { ReplyKind::Asked };
        for who in objects(line, from).into_iter().filter(|who| Some(*who) != by) {
            found.push(reply(line, kind, who, by, at, at));
        }
    }
    for at in line.all(Classes::ACCUSED.or(Classes::ASKED)) {
        let kind = if line.is(at, Classes::ACCUSED) { ReplyKind::Accused } else { ReplyKind::Asked };
        if let Some(who) = subject_before(line, at) {
            found.push(reply(line, kind, who, by_phrase(line, at).filter(|b| *b != who), at, at));
        }
    }
    for at in line.all(Classes::ASK_NOUN) {
        // "Seruan X agar Y …"
        let agar =
            (at + 1..line.to().min(at + OBJECT)).find(|&i| word(line, i, &["agar", "supaya", "kepada"]));
        if let Some(agar) = agar {
            let by = (at + 1..agar).find_map(|i| line.step.scene.actor(i));
            for who in objects(line, agar + 1).into_iter().filter(|who| Some(*who) != by) {
                found.push(reply(line, ReplyKind::Asked, who, by, at, at));
            }
        }
    }
    silent(line, found);
    left_out(line, found);
    // One sentence tells one thing of an actor once.
    let own = found.split_off(first);
    for reply in own {
        let told = found.iter().skip(first).any(|r| (r.kind, r.who) == (reply.kind, reply.who));
        if !told {
            found.push(reply);
        }
    }
}

fn reply(line: &Line, kind: ReplyKind, who: ActorId, by: Option<ActorId>, a: usize, b: usize) -> Reply {
    let token = |i: usize| line.step.scene.token(i).map(|t| t.span);
    let cue = token(a).zip(token(b)).map_or(Span { start: 0, end: 0 }, |(a, b)| a.cover(b));
    Reply { span: line.span(), kind, who, by, cue }
}

fn word(line: &Line, at: usize, words: &[&str]) -> bool {
    at < line.to()
        && line.step.scene.token(at).is_some_and(|t| t.kind == Kind::Word && words.contains(&&*t.low))
}

/// "called on X to …": behind "on"; `None` for "called X".
fn object_of_call(line: &Line, at: usize) -> Option<usize> {
    word(line, at + 1, &["on", "upon"]).then_some(at + 2)
}

/// Whom the phrase at `from` names: a person with titles, a state or body, a list of them.
fn objects(line: &Line, from: usize) -> Vec<ActorId> {
    let scene = line.step.scene;
    let mut names: Vec<ActorId> = Vec::new();
    let mut place = None;
    let mut i = from;
    let to = line.to().min(from + OBJECT);
    if let Some((actor, _)) = scene.role_phrase(from, to) {
        let named_later = (from..to).any(|j| scene.token(j).is_some_and(|t| t.person().is_some()));
        if !named_later {
            return vec![actor];
        }
    }
    while i < to {
        let Some(token) = scene.token(i) else { break };
        match token.kind {
            Kind::Name(..) if token.person().is_some() => {
                // "Presiden Rusia X": the person, not the state.
                place = None;
                names.extend(scene.actor(i));
            }
            Kind::Name(..) => {
                names.extend(place.take());
                place = scene.actor(i);
            }
            Kind::Mark(',') if place.is_some() || !names.is_empty() => names.extend(place.take()),
            Kind::Word if token.is(Tags::CONJ) && matches!(&*token.low, "dan" | "serta" | "and") => {
                if place.is_none() && names.is_empty() {
                    break;
                }
                names.extend(place.take());
            }
            Kind::Word if names.is_empty() && place.is_none() && leads(line, i) => {}
            Kind::Word if place.is_some() && token.is(Tags::TITLE.or(Tags::REL).or(Tags::ADJ)) => {}
            _ => break,
        }
        i += 1;
    }
    // "'s": the object is something of X's ("urged X's allies").
    let owner = scene.token(i).is_some_and(|t| t.mark('’') || t.mark('\''))
        || scene.token(i.saturating_sub(1)).is_some_and(|t| t.low.ends_with("'s"));
    if owner {
        place = None;
        names.pop();
    }
    names.extend(place);
    names.sort_unstable();
    names.dedup();
    names
}

/// What can stand between a verb and the name of its object.
fn leads(line: &Line, at: usize) -> bool {
    let scene = line.step.scene;
    scene.is(at, Tags::TITLE.or(Tags::REL).or(Tags::ADJ).or(Tags::HEAD).or(Tags::PLURAL))
        || line.is(at, Classes::PEOPLE)
        || word(
            line,
            at,
            &[
                "kepada",
                "pada",
                "terhadap",
                "agar",
                "supaya",
                "pemerintah",
                "pihak",
                "the",
                "government",
                "that",
                "pemimpin",
                "rezim",
                "otoritas",
                "both",
                "baik",
            ],
        )
}

/// Who does it: the subject that the clause names, else whoever is in mind.
fn agent(line: &Line, at: usize) -> Option<ActorId> {
    let step = line.step;
    let said = step.scene.is(at, Tags::SAY.or(Tags::STANCE));
    let subject = phrase::subject(step.scene, step.sentence, step.discourse, at, line.from());
    let one = subject.and_then(|(actors, _)| actors.first().copied());
    let body = body_before(line, at);
    if said { one.or(body) } else { body.or(one) }
}

/// The name right before a verb, adverbs between; none where it is the last of a list.
fn body_before(line: &Line, at: usize) -> Option<ActorId> {
    let scene = line.step.scene;
    let mut back = (line.from()..at).rev().take(4);
    let at = back.find(|&i| !scene.is(i, Tags::ADV) && !line.is(i, Classes::NOT))?;
    let listed = at.checked_sub(1).is_some_and(|i| i >= line.from() && scene.is(i, Tags::CONJ));
    scene.actor(at).filter(|_| !listed)
}

/// The name that is the subject of the verb at `at`: nothing but what belongs to its phrase between.
fn subject_before(line: &Line, at: usize) -> Option<ActorId> {
    let scene = line.step.scene;
    for i in (line.from()..at).rev().take(SUBJECT) {
        let token = scene.token(i)?;
        if token.name().is_some() {
            // "dari X", "di X": not the subject, but for "perwakilan dari X".
            let before = i.checked_sub(1).filter(|&j| j >= line.from());
            let oblique =
                before.is_some_and(|j| scene.is(j, Tags::PREP) && !scene.is(j, Tags::SUB.or(Tags::FRONT)));
            let sent = oblique
                && before
                    .and_then(|j| j.checked_sub(1))
                    .is_some_and(|j| line.is(j, Classes::PEOPLE.or(Classes::UNNAMED)));
            return scene.actor(i).filter(|_| !oblique || sent);
        }
        if token.is(Tags::PRON) {
            return line.step.discourse.subject;
        }
        let passed = token.kind == Kind::Word
            && (token.is(Tags::ADV.or(Tags::YANG).or(Tags::DENY).or(Tags::PLAN).or(Tags::TIME))
                || line.is(i, Classes::NOT.or(Classes::REFUSE).or(Classes::GIVE))
                || matches!(
                    &*token.low,
                    "untuk"
                        | "immediately"
                        | "to"
                        | "has"
                        | "have"
                        | "had"
                        | "did"
                        | "was"
                        | "were"
                        | "been"
                        | "yet"
                        | "segera"
                        | "langsung"
                        | "mau"
                        | "bersedia"
                        | "pernah"
                        | "sama"
                        | "sekali"
                        | "juga"
                        | "so"
                        | "far"
                        | "a"
                        | "on"
                        | "for"
                ));
        if !passed {
            return None;
        }
    }
    None
}

fn by_phrase(line: &Line, at: usize) -> Option<ActorId> {
    let scene = line.step.scene;
    let by = (at + 1..line.to().min(at + 4)).find(|&i| word(line, i, &["oleh", "by"]))?;
    objects(line, by + 1).first().copied().filter(|_| scene.token(by).is_some())
}

/// "X belum berkomentar", "X menolak menjawab pertanyaan", "X has not commented".
fn silent(line: &Line, found: &mut Vec<Reply>) {
    let scene = line.step.scene;
    for at in line.all(Classes::SILENT) {
        if let Some(who) = subject_before(line, at) {
            found.push(reply(line, ReplyKind::Silent, who, None, at, at));
        }
    }
    for at in line.all(Classes::ANSWER.or(Classes::GIVE)) {
        let gives = line.is(at, Classes::GIVE) && !line.is(at, Classes::ANSWER);
        let end = match gives {
            // "belum memberikan tanggapan"
            true => match (at + 1..line.to().min(at + 3)).find(|&i| line.is(i, Classes::QUESTION)) {
                Some(end) => end,
                None => continue,
            },
            false => at,
        };
        let not = (line.from()..at)
            .rev()
            .take(4)
            .take_while(|&i| scene.token(i).is_some_and(|t| t.kind == Kind::Word))
            .filter(|&i| line.is(i, Classes::NOT.or(Classes::REFUSE)));
        let Some(not) = not.last() else { continue };
        // "tidak menjawab" of a question that isn't put to anybody: only a plain "belum" or a refusal.
        if let Some(who) = subject_before(line, not) {
            found.push(reply(line, ReplyKind::Silent, who, None, not, end));
        }
    }
    // "X did not respond to requests for comment" holds its own verb; "no comment from X":
    for at in line.all(Classes::NOT).filter(|_| scene.lang == Lang::En) {
        let comment = word(line, at + 1, &["comment", "response", "immediate"]);
        let from = (at + 2..line.to().min(at + 5)).find(|&i| word(line, i, &["from", "by"]));
        if let Some(from) = from.filter(|_| comment) {
            for who in objects(line, from + 1) {
                found.push(reply(line, ReplyKind::Silent, who, None, at, from - 1));
            }
        }
    }
}

/// "tanpa perwakilan dari X yang diundang", "X tidak dilibatkan", "tanpa melibatkan X".
fn left_out(line: &Line, found: &mut Vec<Reply>) {
    let scene = line.step.scene;
    for at in line.all(Classes::INVITED) {
        let clause = (line.from()..at).rev().take(SUBJECT).take_while(|&i| {
            scene.token(i).is_some_and(|t| !matches!(t.kind, Kind::Mark(_) | Kind::Quote(_)))
        });
        let Some(not) = clause.into_iter().find(|&i| line.is(i, Classes::NOT)) else { continue };
        // The one who isn't invited stands before "tidak", or between "tanpa" and the verb.
        let inner = (not + 1..at).find_map(|i| scene.actor(i));
        let who = inner.or_else(|| subject_before(line, not));
        if let Some(who) = who {
            found.push(reply(line, ReplyKind::LeftOut, who, None, not, at));
        }
    }
    for at in line.all(Classes::INVOLVES) {
        let not = at.checked_sub(1).filter(|&i| i >= line.from() && line.is(i, Classes::NOT));
        if let Some(not) = not {
            for who in objects(line, at + 1) {
                found.push(reply(line, ReplyKind::LeftOut, who, None, not, at));
            }
        }
    }
}
