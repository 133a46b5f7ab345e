//! Which word opens a contact, and by what channel?

use super::Here;
use crate::annotate::speech::clause;
use crate::annotate::speech::lexicon::Tags;
use crate::annotate::speech::scene::{Scene, Sentence};
use crate::annotate::speech::tokens::{Kind, Token};
use crate::calendar::Lang;

/// The channels.
pub(super) const CHANNELS: [&str; 5] = ["in-person", "phone", "virtual", "briefing", "written"];
/// Tokens around a word of contact that can tell its channel.
const NEAR: usize = 8;

/// A word that opens a contact.
#[derive(Clone, Debug)]
pub(super) struct Trigger {
    /// The first and the last token: "melakukan panggilan telepon" opens at "panggilan".
    pub at: usize,
    pub last: usize,
    /// Whether it is a noun.
    pub noun: bool,
    /// Whether the other side may be a plain object.
    pub object: bool,
    /// Whether the other side may follow "kepada", "to".
    pub towards: bool,
    /// Whether the subject is the one who is met ("diterima oleh").
    pub passive: bool,
    /// Whether its object must be a person ("menerima X"; a proposal can be received as well).
    pub bodily: bool,
    /// Whether its verb is left out: "Ia kemudian secara terpisah dengan …".
    pub elided: bool,
    /// Whether its subject brings the others together ("mempertemukan A dan B").
    pub host: bool,
    /// Whether one can do it before an audience ("berbicara di sidang").
    pub speech: bool,
    /// How they met; `None` where not told.
    pub channel: Option<&'static str>,
}

const ANY: Tags = Tags::MEET.or(Tags::TALK).or(Tags::PHONE).or(Tags::BRIEF).or(Tags::WRITE).or(Tags::JOIN);

/// Whether the token can open a contact: one of its words, or "dengan" whose verb is left out.
pub(super) fn opens(scene: &Scene, at: usize) -> bool {
    scene.token(at).is_some_and(|t| t.is(ANY) || t.kind == Kind::Word && matches!(&*t.low, "dengan" | "with"))
}

/// The trigger at token `at`.
pub(super) fn trigger(here: &Here, at: usize) -> Option<Trigger> {
    let (scene, sentence) = (here.scene, here.sentence);
    let token = scene.token(at)?;
    if let Some(channel) = here.memory.last.filter(|_| elided(scene, sentence, at)) {
        return Some(Trigger {
            at,
            last: at,
            noun: false,
            object: false,
            towards: false,
            passive: false,
            bodily: false,
            elided: true,
            host: false,
            speech: false,
            channel,
        });
    }
    if !token.is(ANY) {
        return None;
    }
    // "will be meeting X" is a verb, "a meeting" a noun.
    let progressive = || {
        let be = |t: &Token| matches!(&*t.low, "be" | "is" | "are" | "was" | "were" | "been" | "am");
        at > sentence.range.start && scene.token(at - 1).is_some_and(be)
    };
    let gerund = || scene.token(at + 1).is_some_and(|t| t.person().is_some() || t.is(Tags::HEAD));
    let by = || {
        token.low.ends_with("phone")
            && at > sentence.range.start
            && scene.token(at - 1).is_some_and(|t| t.low == "by")
    };
    let noun = by() || token.is(Tags::NOUN) && !(token.low.ends_with("ing") && (progressive() || gerund()));
    // "panggilan telepon" is one noun; "phone call" opens at "call".
    let mut end = at;
    while noun && end + 1 < sentence.range.end && scene.is(end + 1, ANY) && scene.is(end + 1, Tags::NOUN) {
        end += 1;
    }
    // "berjabat tangan", "sat down" are one verb.
    let second = match token.low.as_ref() {
        "berjabat" => "tangan",
        "sat" | "sit" | "sits" | "sitting" => "down",
        "shook" | "shake" => "hands",
        _ => "",
    };
    if scene.token(at + 1).is_some_and(|t| t.low == second && !second.is_empty()) {
        end = at + 1;
    } else if !second.is_empty() && scene.lang == Lang::En {
        return None;
    }
    if at > sentence.range.start && noun && scene.is(at - 1, ANY) && scene.is(at - 1, Tags::NOUN) {
        return None;
    }
    if token.is(Tags::JOIN) && !joins_talks(scene, sentence, at) {
        return None;
    }
    if noun && unsaid(scene, sentence, at) {
        return None;
    }
    // "Menteri Komunikasi X": the noun is part of an office.
    if noun && token.capital && at > sentence.range.start && clause::within_title(scene.token(at - 1)?) {
        return None;
    }
    // "duduk bersama Y", not "duduk di depan".
    if token.low == "duduk" && scene.token(at + 1).is_none_or(|t| t.low != "bersama") {
        return None;
    }
    if token.low == "called" && !calls(scene, at) {
        return None;
    }
    if token.is(Tags::PHONE) && !noun && !token.is(Tags::OBJECT.or(Tags::WITH)) {
        return None;
    }
    let passive = match scene.lang {
        Lang::Id => token.low.starts_with("di") && token.is(Tags::OBJECT),
        Lang::En => token.is(Tags::OBJECT) && progressive() && scene.is(at + 1, Tags::OLEH),
    };
    Some(Trigger {
        at,
        last: end,
        noun,
        object: token.is(Tags::OBJECT),
        towards: token.is(Tags::TOWARDS),
        passive,
        bodily: !noun && token.is(Tags::OBJECT) && !token.is(Tags::WITH),
        elided: false,
        host: token.is(Tags::HOST),
        speech: !noun && (token.low == "berbicara" || token.is(Tags::TALK) && token.is(Tags::TOWARDS)),
        channel: channel(scene, sentence, at, end),
    })
}

/// "tidak menyebutkan pembicaraannya dengan X": what isn't spoken of is taken for known, and told nowhere here.
fn unsaid(scene: &Scene, sentence: &Sentence, at: usize) -> bool {
    let before = |i: usize| i.checked_sub(1).filter(|&j| j >= sentence.range.start);
    let about = |t: &Token| {
        matches!(
            &*t.low,
            "soal"
                | "tentang"
                | "mengenai"
                | "adanya"
                | "apa"
                | "pun"
                | "apapun"
                | "anything"
                | "about"
                | "his"
                | "her"
                | "their"
                | "the"
                | "any"
        ) || t.is(Tags::ADJ)
    };
    let mut verb = before(at);
    while let Some(j) = verb.filter(|&j| scene.token(j).is_some_and(about)) {
        verb = before(j);
    }
    let said = |j: &usize| {
        let named =
            scene.token(*j).is_some_and(|t| matches!(&*t.low, "mention" | "mentioned" | "menyinggung"));
        named || scene.is(*j, Tags::SAY) && !scene.is(*j, Tags::DENY.or(Tags::TALK).or(Tags::PHONE))
    };
    let not = |t: &Token| {
        matches!(
            &*t.low,
            "tidak" | "tak" | "belum" | "enggan" | "not" | "didn't" | "never" | "hasn't" | "doesn't"
        )
    };
    let Some(verb) = verb.filter(said) else { return false };
    let mut ahead = (sentence.range.start..verb).rev().take(2);
    ahead.any(|i| scene.token(i).is_some_and(not))
}

/// "called X on Sunday", not "called X a thief": a name, then the end or a preposition.
fn calls(scene: &Scene, at: usize) -> bool {
    let name = (at + 1..at + 6).find(|&i| scene.token(i).is_some_and(|t| t.person().is_some()));
    name.is_some_and(|i| {
        let next = scene.token(i + 1);
        next.is_none_or(|t| t.is(Tags::TIME) || matches!(t.kind, Kind::Mark('.' | ',')))
            || next.is_some_and(|t| matches!(&*t.low, "on" | "to" | "from" | "about" | "after" | "in"))
                && scene.token(i + 2).is_some_and(|t| t.kind != Kind::Mark(','))
    })
}

/// "bergabung dengan A, B dan C dalam pembicaraan": a contact only where talks are joined.
fn joins_talks(scene: &Scene, sentence: &Sentence, at: usize) -> bool {
    const TALKS: Tags = Tags::MEET.or(Tags::TALK).or(Tags::PHONE);
    let to = sentence.range.end.min(at + 40);
    (at + 1..to).any(|i| scene.is(i, Tags::NOUN) && scene.is(i, TALKS))
}

/// A subject, adverbs and "dengan" with no verb, at the start of the sentence.
fn elided(scene: &Scene, sentence: &Sentence, at: usize) -> bool {
    let start = sentence.range.start;
    let with = scene.token(at).is_some_and(|t| matches!(&*t.low, "dengan" | "with") && t.kind == Kind::Word);
    let subject = scene.is(start, Tags::PRON.or(Tags::THEY))
        || scene.token(start).is_some_and(|t| t.person().is_some());
    with && subject && at > start + 1 && at < start + 6 && (start + 1..at).all(|i| scene.is(i, Tags::ADV))
}

fn channel(scene: &Scene, sentence: &Sentence, at: usize, end: usize) -> Option<&'static str> {
    let from = at.saturating_sub(3).max(sentence.range.start);
    let to = sentence.range.end.min(end + NEAR);
    // "called off" is no call.
    let plain = |i: usize| scene.token(i).is_some_and(|t| t.low != "called" || (at..=end).contains(&i));
    let near = |tags: Tags| (from..to).any(|i| scene.is(i, tags) && plain(i));
    let is = |tags: Tags| (at..=end).any(|i| scene.is(i, tags));
    if is(Tags::BRIEF) {
        Some("briefing")
    } else if is(Tags::WRITE) {
        Some("written")
    } else if near(Tags::VIRTUAL) {
        Some("virtual")
    } else if is(Tags::PHONE) || near(Tags::PHONE) {
        Some("phone")
    } else if is(Tags::MEET) {
        Some("in-person")
    } else {
        None
    }
}

/// The channel told behind the sides: "… melalui sambungan telepon", "… by video link".
pub(super) fn channel_behind(scene: &Scene, sentence: &Sentence, end: usize) -> Option<&'static str> {
    let to = sentence.range.end.min(end + NEAR);
    let by = |t: &Token| {
        matches!(&*t.low, "melalui" | "lewat" | "via" | "by" | "over" | "secara" | "dalam" | "on")
    };
    let from = (end..to).find(|&i| scene.token(i).is_some_and(by))?;
    let near = |tags: Tags| (from..to.min(from + 4)).any(|i| scene.is(i, tags));
    if near(Tags::VIRTUAL) { Some("virtual") } else { near(Tags::PHONE).then_some("phone") }
}
