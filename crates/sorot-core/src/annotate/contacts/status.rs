//! Did the contact happen, is it announced, spoken of, denied?

use super::invited::declined;
use super::sides::Sides;
use super::withdrawn::{called_off, occurs, refuted, report};
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
    /// "menjelang", "sebelum": still to come unless its day has passed.
    ahead: Option<usize>,
    maybe: Option<usize>,
    deny: Option<usize>,
}

/// The status, and the word that told it; `when` is the day of the contact.
pub(super) fn status(
    here: &Here,
    trigger: &Trigger,
    sides: &Sides,
    when: Option<Interval>,
) -> (ContactStatus, Option<Why>) {
    let scene = here.scene;
    let mut cues = Cues::default();
    left(here, trigger, sides.owned, &mut cues);
    right(here, trigger, sides.end, &mut cues);
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
    if let Some(i) = cues.ahead.filter(|_| when.is_none()) {
        return (ContactStatus::Planned, cue(i, Rule::ContactPlanned));
    }
    if last.zip(when.and_then(Interval::from)).is_some_and(|(published, day)| day > published) {
        return (ContactStatus::Planned, Some(Why::plain(Rule::ContactFuture)));
    }
    (ContactStatus::Happened, None)
}

/// The words before the contact, in its own clause.
fn left(here: &Here, trigger: &Trigger, owned: bool, cues: &mut Cues) {
    let (scene, start) = (here.scene, here.sentence.range.start);
    let from = trigger.at.saturating_sub(LEFT).max(start);
    let shared = purpose(here, trigger) || coordinated(here, trigger);
    let purpose = purpose(here, trigger);
    let means = trigger.at > start && scene.token(trigger.at - 1).is_some_and(|t| by(&t.low));
    let mut past = None;
    for i in (from..trigger.at).rev() {
        if past.is_some_and(|clause| i >= clause) {
            continue;
        }
        let Some(token) = scene.token(i) else { break };
        // "dijadwalkan tiba di …, Kamis, untuk bertemu Y", "… dan diterima Y": what is told of the main verb holds, over
        // all commas but those of a relative clause, which has a verb of its own.
        if shared && token.mark(',') {
            past = relative(scene, from, i);
            continue;
        }
        let status = token.is(Tags::DENY.or(Tags::MAYBE).or(Tags::PLAN));
        // The clause begins here: what stands before speaks of something else.
        let fronted = token.mark(',') && i <= start + FRONT;
        let mark = matches!(token.kind, Kind::Mark(',' | ';' | ':') | Kind::Quote(_)) && !fronted;
        // "tidak membocorkan isi pembicaraan": the verb between takes the denial for itself; "harus diakhiri lewat
        // dialog": what is told of the verb holds of its means.
        let governs = trigger.noun
            && !means
            && !status
            && clause::verbal(token, scene.lang)
            && !token.is(Tags::LIGHT.or(Tags::MEET).or(Tags::TALK).or(Tags::JOIN));
        if mark || (token.is(Tags::SAY) && !token.is(Tags::LIGHT) || governs) && !status {
            break;
        }
        // "tidak hadir dalam pertemuan A dan B": who stays away doesn't undo what others do.
        if owned && attends(&token.low) {
            break;
        }
        if (token.is(Tags::DENY) && denies(scene, i) || falls_short(scene, i, trigger)) && cues.deny.is_none()
        {
            cues.deny = Some(i);
        }
        // "Had A met B, …"
        if i == start && token.low == "had" && i + 1 < trigger.at {
            cues.maybe = cues.maybe.or(Some(i));
        }
        // "said she would meet X" announces, "would like to meet X" wishes.
        let announced = token.low == "would"
            && (i.saturating_sub(FRONT).max(start)..i).any(|k| scene.is(k, Tags::SAY))
            && scene
                .token(i + 1)
                .is_none_or(|t| !matches!(&*t.low, "like" | "love" | "prefer" | "be" | "welcome"));
        if announced {
            cues.plan = cues.plan.or(Some(i));
        } else if token.is(Tags::MAYBE) && cues.maybe.is_none() && !denied_verb(scene, i) {
            cues.maybe = Some(i);
        }
        let before = matches!(&*token.low, "sebelum" | "before" | "until" | "hingga" | "sampai");
        let ahead = match trigger.noun {
            true => matches!(&*token.low, "menjelang" | "jelang" | "ahead"),
            // "sebelum A dan B bertemu": a clause with a subject of its own.
            false => before && (i + 1..trigger.at).any(|k| here.sentence.is_subject(k)),
        };
        if ahead {
            cues.ahead = Some(i);
        }
        if token.is(Tags::PLAN) && cues.plan.is_none() {
            cues.plan = Some(i);
        }
        let asks = matches!(&*token.low, "apakah" | "whether" | "jika" | "kalau" | "bila" | "apabila" | "if");
        if token.is(Tags::SUB) && (asks || !token.is(Tags::MAYBE.or(Tags::PLAN))) {
            // "membantah (kabar) bahwa …": the verb before denies the whole clause.
            let denies = |k: &usize| scene.is(*k, Tags::DENY) && scene.is(*k, Tags::SAY) && denies(scene, *k);
            let told = matches!(&*token.low, "bahwa" | "that" | "jika" | "kalau");
            let before = (1..=4).filter_map(|n| i.checked_sub(n)).filter(|k| *k >= start);
            cues.deny = cues.deny.or(before.filter(|_| told).find(denies));
            break;
        }
    }
    // "bertolak ke … untuk bertemu Y": on the way.
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

/// What names the means: "lewat dialog", "through talks".
fn by(low: &str) -> bool {
    matches!(low, "lewat" | "melalui" | "via" | "through")
}

/// What makes a condition of the clause behind it.
fn conditional(low: &str) -> bool {
    matches!(low, "jika" | "kalau" | "apabila" | "bila" | "asalkan" | "asal" | "if" | "unless" | "provided")
}

/// Verbs of being where others meet.
fn attends(low: &str) -> bool {
    matches!(
        low,
        "hadir" | "ikut" | "datang" | "menghadiri" | "mengikuti" | "attend" | "attended" | "attending"
    )
}

/// "nyaris bertemu", "has yet to meet", "instead of meeting", "turned down an invitation": it came to nothing.
fn falls_short(scene: &Scene, i: usize, trigger: &Trigger) -> bool {
    let next = |words: &[&str]| scene.token(i + 1).is_some_and(|t| words.contains(&&*t.low));
    let before = |words: &[&str]| i > 0 && scene.token(i - 1).is_some_and(|t| words.contains(&&*t.low));
    scene.token(i).is_some_and(|t| match &*t.low {
        "nyaris" | "hampir" | "almost" | "nearly" => i + 1 == trigger.at,
        "yet" => next(&["to"]) && before(&["has", "have", "had"]),
        "instead" => next(&["of"]),
        "rather" => next(&["than"]),
        "down" => before(&["turned", "turns", "turn", "turning"]),
        "daripada" | "alih-alih" => true,
        _ => false,
    })
}

/// Whether the word of contact says what something is done for: "untuk bertemu Y".
pub(super) fn purpose(here: &Here, trigger: &Trigger) -> bool {
    let before = trigger.at.checked_sub(1).filter(|&i| i > here.sentence.range.start);
    let aim = |t: &Token| matches!(&*t.low, "untuk" | "guna" | "to");
    !trigger.noun && before.and_then(|i| here.scene.token(i)).is_some_and(aim)
}

/// Whether the verb goes on with the subject of one before it: "… dan diterima Y".
fn coordinated(here: &Here, trigger: &Trigger) -> bool {
    let joins = |t: &Token| matches!(&*t.low, "dan" | "serta" | "lalu" | "and" | "then");
    let before = (here.sentence.range.start + 1..trigger.at)
        .rev()
        .find(|&i| !here.scene.is(i, Tags::ADV) || here.scene.token(i).is_some_and(joins));
    !trigger.noun && before.and_then(|i| here.scene.token(i)).is_some_and(joins)
}

/// Where the relative clause begins that the comma at `end` closes, if it closes one.
fn relative(scene: &Scene, from: usize, end: usize) -> Option<usize> {
    let comma = (from..end).rev().find(|&i| scene.token(i).is_some_and(|t| t.mark(',')))?;
    let opens = scene.is(comma + 1, Tags::YANG)
        || scene.token(comma + 1).is_some_and(|t| matches!(&*t.low, "who" | "whose" | "which"));
    opens.then_some(comma)
}

/// Whether the word denies the contact: not "tidak hanya", "tidak lama setelah", "tidak membantah".
fn denies(scene: &Scene, i: usize) -> bool {
    let negates = |k: usize| {
        scene.token(k).is_some_and(|t| {
            matches!(&*t.low, "tidak" | "tak" | "bukan" | "belum" | "not" | "never" | "no" | "didn't")
        })
    };
    let twice = i > 0 && !negates(i) && negates(i - 1);
    // "tidak menutup kemungkinan": it may come to it.
    let open = negates(i)
        && scene.token(i + 1).is_some_and(|t| {
            matches!(
                &*t.low,
                "menutup"
                    | "mengesampingkan"
                    | "menolak"
                    | "mustahil"
                    | "rule"
                    | "ruled"
                    | "ruling"
                    | "exclude"
            )
        });
    let next = scene.token(i + 1);
    let more = next.is_some_and(|t| {
        matches!(
            &*t.low,
            "hanya" | "cuma" | "sekadar" | "sekedar" | "saja" | "lama" | "jarang" | "only" | "just" | "long"
        )
    });
    // "Tanpa A, B bertemu C"
    let without = scene.token(i).is_some_and(|t| matches!(&*t.low, "tanpa" | "without"))
        && next.is_some_and(|t| t.name().is_some() || clause::within_title(t));
    let other = negates(i) && next.is_some_and(|t| t.is(Tags::SAY) && !t.is(Tags::TALK));
    !(twice || more || other || open || without)
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
    // "… yang batal", "undangan untuk bertemu ditolak X"
    let undone = trigger.noun && scene.is(end, Tags::YANG);
    let off = (end + 1..end + 4).find(|&i| undone && called_off(scene, i));
    let refused = (trigger.last + 1..trigger.last + 3)
        .find(|&i| !trigger.noun && scene.token(i).is_some_and(|t| declined(&t.low)));
    cues.deny = cues.deny.or(off).or(refused);
    for i in end..to {
        let Some(token) = scene.token(i) else { break };
        let low = token.low.as_ref();
        if cues.plan.is_none() && future(scene, i) {
            cues.plan = Some(i);
        }
        // "akan bertemu Y jika …": a plan with a condition.
        if cues.plan.is_some() && conditional(low) {
            cues.maybe = cues.maybe.or(Some(i));
        }
        // "meminta bertemu Y, namun selalu ditolak"
        let turned = low == "down" && scene.token(i - 1).is_some_and(|t| t.low == "turned");
        if aside && cues.maybe.is_some() && (declined(low) || turned) {
            cues.deny = cues.deny.or(Some(i));
            break;
        }
        let told = refuted(token) && (reported(here, trigger) || trigger.noun && called(scene, end, i));
        // "menelepon Y, tetapi tidak dijawab"
        let unheard = aside
            && token.is(Tags::DENY)
            && (i + 1..i + 3).filter_map(|k| scene.token(k)).any(|t| answers(&t.low) || occurs(&t.low));
        if told || unheard || aside && refuted(token) || called_off(scene, i) && (topic || aside) {
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
            | "mengirim"
            | "mengirimkan"
            | "sent"
            | "sends"
            | "dispatched"
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

/// "menyebut pertemuan A dan B sebagai kabar bohong": the words from `end` on call it something.
fn called(scene: &Scene, end: usize, i: usize) -> bool {
    (end.max(i.saturating_sub(3))..i)
        .any(|k| scene.token(k).is_some_and(|t| matches!(&*t.low, "sebagai" | "as")))
}

/// Verbs of taking a call or an invitation up.
fn answers(low: &str) -> bool {
    matches!(
        low,
        "dijawab"
            | "diangkat"
            | "dibalas"
            | "direspons"
            | "ditanggapi"
            | "terhubung"
            | "answer"
            | "answered"
            | "reply"
    )
}

/// Whether the contact is only what a report tells: "kabar pertemuan …", "laporan bahwa …".
fn reported(here: &Here, trigger: &Trigger) -> bool {
    let from = trigger.at.saturating_sub(LEFT).max(here.sentence.range.start);
    (from..trigger.at).any(|i| here.scene.token(i).is_some_and(report))
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
