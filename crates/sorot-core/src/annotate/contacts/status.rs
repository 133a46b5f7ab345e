//! Did the contact happen, is it announced, spoken of, denied?

use super::words::Trigger;
use super::{Here, evidence};
use crate::annotate::ContactStatus;
use crate::annotate::speech::clause;
use crate::annotate::speech::lexicon::Tags;
use crate::annotate::speech::scene::Scene;
use crate::annotate::speech::tokens::{Kind, Token};
use crate::calendar::Interval;
use crate::why::{Rule, Why};

/// Tokens before the word of contact that can settle its status.
const LEFT: usize = 16;
/// Tokens behind the sides of a noun that can: "pertemuan antara A dan B dibatalkan".
const RIGHT: usize = 20;
/// Tokens at the head of a sentence that a fronted word takes: "Rencananya, A bertemu B".
const FRONT: usize = 5;

/// What tells the status: the tokens of the words nearest to the contact.
#[derive(Default)]
struct Cues {
    plan: Option<usize>,
    maybe: Option<usize>,
    deny: Option<usize>,
}

/// The status, and the word that told it; `when` is the day of the contact.
pub(super) fn status(
    here: &Here,
    trigger: &Trigger,
    end: usize,
    when: Option<Interval>,
) -> (ContactStatus, Option<Why>) {
    let scene = here.scene;
    let mut cues = Cues::default();
    left(here, trigger, &mut cues);
    right(here, trigger, end, &mut cues);
    let cue = |i: usize, rule: Rule| scene.token(i).map(|t| evidence(rule, t.span.of(scene.body)));
    if let Some(i) = cues.deny {
        return (ContactStatus::Denied, cue(i, Rule::ContactDenied));
    }
    if let Some(i) = cues.maybe {
        return (ContactStatus::Discussed, cue(i, Rule::ContactDiscussed));
    }
    if let Some(i) = cues.plan {
        return (ContactStatus::Planned, cue(i, Rule::ContactPlanned));
    }
    // A day behind the day of the article is still to come.
    let last = here.published.and_then(Interval::to);
    if last.zip(when.and_then(Interval::from)).is_some_and(|(published, day)| day > published) {
        return (ContactStatus::Planned, Some(Why::plain(Rule::ContactFuture)));
    }
    (ContactStatus::Happened, None)
}

/// The words before the contact, in its own clause.
fn left(here: &Here, trigger: &Trigger, cues: &mut Cues) {
    let (scene, start) = (here.scene, here.sentence.range.start);
    let from = trigger.at.saturating_sub(LEFT).max(start);
    for i in (from..trigger.at).rev() {
        let Some(token) = scene.token(i) else { break };
        let status = token.is(Tags::DENY.or(Tags::MAYBE).or(Tags::PLAN));
        // The clause begins here: what stands before speaks of something else.
        let fronted = token.mark(',') && i <= start + FRONT;
        let mark = matches!(token.kind, Kind::Mark(',' | ';' | ':') | Kind::Quote(_)) && !fronted;
        // "tidak membocorkan isi pembicaraan": the verb between takes the denial for itself.
        let governs = trigger.noun
            && !status
            && clause::verbal(token, scene.lang)
            && !token.is(Tags::LIGHT.or(Tags::MEET).or(Tags::TALK).or(Tags::JOIN));
        if mark || (token.is(Tags::SAY) && !token.is(Tags::LIGHT) || governs) && !status {
            break;
        }
        if token.is(Tags::DENY) && cues.deny.is_none() && denies(scene, i) {
            cues.deny = Some(i);
        }
        if token.is(Tags::MAYBE) && cues.maybe.is_none() && !denied_verb(scene, i) {
            cues.maybe = Some(i);
        }
        if token.is(Tags::PLAN) && cues.plan.is_none() {
            cues.plan = Some(i);
        }
        if token.is(Tags::SUB) && !token.is(Tags::MAYBE.or(Tags::PLAN)) {
            // "membantah (kabar) bahwa …": the verb before denies the whole clause.
            let denies = |k: &usize| scene.is(*k, Tags::DENY) && scene.is(*k, Tags::SAY) && denies(scene, *k);
            let told = matches!(&*token.low, "bahwa" | "that" | "jika" | "kalau");
            let before = (1..=4).filter_map(|n| i.checked_sub(n)).filter(|k| *k >= start);
            cues.deny = cues.deny.or(before.filter(|_| told).find(denies));
            break;
        }
    }
    // "bertolak ke … untuk bertemu Y": on the way.
    let purpose = trigger.at > start
        && scene.token(trigger.at - 1).is_some_and(|t| matches!(&*t.low, "untuk" | "guna" | "to"));
    let leaves = |i: &usize| scene.token(*i).is_some_and(|t| sets_out(&t.low));
    cues.plan = cues.plan.or((from..trigger.at).rev().find(leaves).filter(|_| purpose));
    // "X to meet Y": a headline's future.
    if let Some(to) = trigger.at.checked_sub(1).filter(|&i| i > start)
        && scene.token(to).is_some_and(|t| t.low == "to")
        && scene.token(to - 1).is_some_and(|t| t.name().is_some())
    {
        cues.plan = cues.plan.or(Some(to));
    }
}

/// Whether the word denies the contact: not "tidak hanya", "tidak lama setelah", "tidak membantah".
fn denies(scene: &Scene, i: usize) -> bool {
    let negates = |k: usize| {
        scene.token(k).is_some_and(|t| {
            matches!(&*t.low, "tidak" | "tak" | "bukan" | "belum" | "not" | "never" | "no" | "didn't")
        })
    };
    let twice = i > 0 && scene.is(i, Tags::SAY) && negates(i - 1);
    let next = scene.token(i + 1);
    let more = next.is_some_and(|t| {
        matches!(
            &*t.low,
            "hanya" | "cuma" | "sekadar" | "sekedar" | "saja" | "lama" | "jarang" | "only" | "just" | "long"
        )
    });
    let other = negates(i) && next.is_some_and(|t| t.is(Tags::SAY) && !t.is(Tags::TALK));
    !(twice || more || other)
}

/// Whether the possibility is itself refused: "tidak bersedia", handled as a denial.
fn denied_verb(scene: &Scene, i: usize) -> bool {
    i > 0 && scene.is(i - 1, Tags::DENY)
}

/// The words behind the sides: "… dibatalkan", "… pekan depan", "… tidak jadi berlangsung".
fn right(here: &Here, trigger: &Trigger, end: usize, cues: &mut Cues) {
    let scene = here.scene;
    let to = here.sentence.range.end.min(end + RIGHT);
    let topic = trigger.noun && topic(here, trigger);
    let mut aside = false;
    for i in end..to {
        let Some(token) = scene.token(i) else { break };
        let low = token.low.as_ref();
        if cues.plan.is_none() && future(scene, i) {
            cues.plan = Some(i);
        }
        let told = refuted(token) && reported(here, trigger);
        if told || called_off(token) && (topic || aside) {
            cues.deny = cues.deny.or(Some(i));
            break;
        }
        // "…, tetapi batal"
        let turns = matches!(low, "tetapi" | "tapi" | "namun" | "but" | "yet");
        aside |= turns;
        if token.mark(',') || turns {
            continue;
        }
        let ends = matches!(token.kind, Kind::Mark('.' | ';' | ':') | Kind::Quote(_));
        let speech = token.is(Tags::SAY) || matches!(low, "untuk" | "to" | "setelah" | "after" | "guna");
        if ends || speech && !aside {
            break;
        }
        if aside || !topic {
            if !aside && clause::verbal(token, scene.lang) {
                break;
            }
            continue;
        }
        // "tidak menghasilkan apa-apa" tells of a contact that was held.
        let negation = matches!(
            low,
            "tidak" | "tak" | "belum" | "gagal" | "bukan" | "not" | "never" | "failed" | "didn't" | "hasn't"
        );
        if negation {
            if (i + 1..i + 4)
                .filter_map(|k| scene.token(k))
                .any(|t| occurs(&t.low) || t.is(Tags::PLAN.or(Tags::MAYBE)))
            {
                cues.deny = cues.deny.or(Some(i));
            }
            break;
        }
        if token.is(Tags::PLAN) && !token.is(Tags::LIGHT) {
            cues.plan = cues.plan.or(Some(i));
        } else if token.is(Tags::MAYBE) {
            cues.maybe = cues.maybe.or(Some(i));
        } else if clause::verbal(token, scene.lang) && cues.plan.is_none() && !token.is(Tags::YANG) {
            let due = occurs(low) || low.starts_with("di");
            if !due {
                break;
            }
        }
    }
}

/// Whether the noun of contact is what its clause speaks of: no verb stands before it.
fn topic(here: &Here, trigger: &Trigger) -> bool {
    let from = trigger.at.saturating_sub(LEFT).max(here.sentence.range.start);
    let told = |i: &usize| here.scene.is(*i, Tags::SAY.or(Tags::SUB));
    let from = (from..trigger.at).rev().find(told).map_or(from, |i| i + 1);
    !(from..trigger.at).any(|i| {
        here.scene.token(i).is_some_and(|t| {
            clause::verbal(t, here.scene.lang) || t.is(Tags::LIGHT.or(Tags::PREP)) && !t.is(Tags::AMONG)
        })
    })
}

/// Whether the verb says that somebody is on the way and hasn't come yet.
fn sets_out(low: &str) -> bool {
    matches!(
        low,
        "bertolak"
            | "berangkat"
            | "terbang"
            | "menuju"
            | "heading"
            | "headed"
            | "leaving"
            | "flying"
            | "travelling"
            | "traveling"
    )
}

/// Whether the verb says that something takes place.
fn occurs(low: &str) -> bool {
    matches!(
        low,
        "terjadi"
            | "berlangsung"
            | "digelar"
            | "jadi"
            | "terlaksana"
            | "dilaksanakan"
            | "terwujud"
            | "dilakukan"
            | "diadakan"
            | "dihelat"
            | "pernah"
            | "ada"
            | "take"
            | "taken"
            | "took"
            | "happen"
            | "happened"
            | "occur"
            | "occurred"
            | "held"
            | "materialise"
            | "materialize"
    )
}

/// Whether the contact is only what a report tells: "kabar pertemuan …", "laporan bahwa …".
fn reported(here: &Here, trigger: &Trigger) -> bool {
    let from = trigger.at.saturating_sub(LEFT).max(here.sentence.range.start);
    (from..trigger.at).any(|i| here.scene.token(i).is_some_and(report))
}

/// "kabar", "laporan", "rumours".
fn report(token: &Token) -> bool {
    matches!(
        &*token.low,
        "kabar"
            | "laporan"
            | "berita"
            | "isu"
            | "rumor"
            | "klaim"
            | "tudingan"
            | "tuduhan"
            | "pemberitaan"
            | "spekulasi"
            | "report"
            | "reports"
            | "rumour"
            | "rumours"
            | "rumors"
            | "claim"
            | "claims"
            | "allegation"
    )
}

/// "dibantah", "disangkal": a report that is said to be wrong.
fn refuted(token: &Token) -> bool {
    matches!(
        &*token.low,
        "dibantah"
            | "dibantahnya"
            | "disangkal"
            | "ditepis"
            | "ditampik"
            | "keliru"
            | "hoaks"
            | "bohong"
            | "denied"
            | "false"
            | "untrue"
            | "membantah"
            | "membantahnya"
            | "menepis"
            | "menepisnya"
            | "menampik"
            | "menyangkal"
            | "menyangkalnya"
            | "denies"
            | "dismissed"
    )
}

/// What a sentence says of the contact told right before it: "Kabar itu dibantah", "Pertemuan itu
/// kemudian dibatalkan".
pub(super) fn later(here: &Here) -> Option<Why> {
    let scene = here.scene;
    let range = here.sentence.range.start..here.sentence.range.end.min(here.sentence.range.start + RIGHT);
    let known = |i: usize| {
        let noun =
            |t: &Token| report(t) || t.is(Tags::NOUN) && t.is(Tags::MEET.or(Tags::TALK).or(Tags::PHONE));
        let this = |k: usize| scene.token(k).is_some_and(|t| t.is(Tags::DEM) || t.low == "the");
        let named = scene.token(i).is_some_and(noun);
        named && (this(i + 1) || i > range.start && this(i - 1))
    };
    let noun = range.clone().find(|&i| known(i))?;
    let about_report = scene.token(noun).is_some_and(report);
    let verb = range.clone().find(|&i| {
        scene.token(i).is_some_and(|t| {
            let negated = i > range.start && scene.is(i - 1, Tags::DENY);
            let wrong = negated && (occurs(&t.low) || matches!(&*t.low, "benar" | "true"));
            (refuted(t) && !negated) || wrong || !about_report && called_off(t)
        })
    })?;
    scene.token(verb).map(|t| evidence(Rule::ContactDenied, t.span.of(scene.body)))
}

/// "batal", "ditunda", "cancelled".
fn called_off(token: &Token) -> bool {
    matches!(
        &*token.low,
        "batal"
            | "dibatalkan"
            | "membatalkan"
            | "urung"
            | "ditunda"
            | "cancelled"
            | "canceled"
            | "postponed"
            | "scrapped"
    )
}

/// "besok", "pekan depan", "next week", "tomorrow".
fn future(scene: &Scene, i: usize) -> bool {
    scene.token(i).is_some_and(|t| match &*t.low {
        "besok" | "lusa" | "tomorrow" => true,
        "depan" | "mendatang" => i > 0 && scene.is(i - 1, Tags::TIME),
        "next" => scene.is(i + 1, Tags::TIME),
        _ => false,
    })
}
