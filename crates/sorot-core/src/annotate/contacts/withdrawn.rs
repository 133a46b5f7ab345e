//! Which words take a contact back: a report denied, a meeting called off?

use super::{Here, evidence};
use crate::annotate::speech::lexicon::Tags;
use crate::annotate::speech::scene::Scene;
use crate::annotate::speech::tokens::Token;
use crate::why::{Rule, Why};

/// Tokens of a sentence that can take back the contact told before it.
const SEARCH: usize = 20;

/// What a sentence says of the contact told right before it: "Kabar itu dibantah", "Pertemuan itu
/// kemudian dibatalkan".
pub(super) fn later(here: &Here) -> Option<Why> {
    let scene = here.scene;
    let range = here.sentence.range.start..here.sentence.range.end.min(here.sentence.range.start + SEARCH);
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
            (refuted(t) && !negated) || wrong || !about_report && called_off(scene, i)
        })
    })?;
    scene.token(verb).map(|t| evidence(Rule::ContactDenied, t.span.of(scene.body)))
}

/// "kabar", "laporan", "rumours".
pub(super) fn report(token: &Token) -> bool {
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
pub(super) fn refuted(token: &Token) -> bool {
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

/// "batal", "ditunda", "cancelled", "called off".
pub(super) fn called_off(scene: &Scene, i: usize) -> bool {
    let Some(token) = scene.token(i) else { return false };
    if token.low == "called" {
        return scene.token(i + 1).is_some_and(|t| t.low == "off");
    }
    if token.low == "fell" {
        return scene.token(i + 1).is_some_and(|t| t.low == "through");
    }
    matches!(
        &*token.low,
        "batal"
            | "kandas"
            | "collapsed"
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

/// Whether the verb says that something takes place.
pub(super) fn occurs(low: &str) -> bool {
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
