//! When and where was the contact?

use super::sides::Sides;
use super::status::status;
use super::words;
use super::words::Trigger;
use super::{Here, evidence, span_of};
use crate::annotate::speech::clause;
use crate::annotate::speech::lexicon::Tags;
use crate::annotate::speech::scene::{Scene, Sentence};
use crate::annotate::speech::tokens::Kind;
use crate::annotate::{ActorId, ActorKind, Contact, Timex};
use crate::text::Span;
use crate::why::Rule;

/// Tokens behind the word of contact in which its place is looked for.
const PLACE: usize = 24;
/// Bytes behind the word of contact in which a calendar expression is its own.
const OWN: u32 = 160;
/// Calendar expressions of one sentence that are compared.
const TIMEXES: usize = 16;

/// The contact with all that its sentence tells of it.
pub(super) fn contact(here: &Here, trigger: &Trigger, sides: Sides) -> Contact {
    let (scene, sentence) = (here.scene, here.sentence);
    let span = span_of(scene, sentence);
    let word = (trigger.at..=trigger.last).filter_map(|i| scene.token(i)).map(|t| t.span).reduce(Span::cover);
    let word = word.unwrap_or(span);
    let rule = if trigger.elided { Rule::ContactElided } else { Rule::ContactWord };
    let mut why = vec![evidence(rule, word.of(scene.body))];
    why.extend(sides.why.iter().cloned());
    let timex = nearest(here, span, word, told);
    // "tiba Kamis untuk bertemu Y": the day of what is done for it.
    let aim = super::status::purpose(here, trigger);
    let near = |t: &&Timex| t.span.start >= word.start && t.span.start - word.start <= OWN;
    let own = timex.filter(|t| aim || near(t));
    let own = own.filter(|t| !breaks(scene, sides.end, t.span.start));
    let (status, told_by) = status(here, trigger, &sides, own.and_then(|t| t.value));
    why.extend(told_by);
    let place = place(scene, sentence, trigger, sides.end);
    let later = || words::channel_behind(scene, sentence, sides.end);
    let channel = match trigger.channel {
        None | Some("in-person") => later().or(trigger.channel).or(place.map(|_| "in-person")),
        told => told,
    };
    Contact {
        span,
        a: sides.a,
        b: sides.b,
        status,
        channel: channel.map(String::from),
        when: timex.and_then(|t| t.value),
        dated: timex.or_else(|| nearest(here, span, word, |_| true)).map(|t| t.span),
        place,
        why,
    }
}

/// Whether another verb stands between token `from` and the byte `until`: what follows is its own.
fn breaks(scene: &Scene, from: usize, until: u32) -> bool {
    let between =
        scene.tokens.get(from..).unwrap_or(&[]).iter().take_while(|t| t.span.end <= until).take(PLACE);
    between.into_iter().any(|t| {
        let held = matches!(&*t.low, "berlangsung" | "digelar" | "diadakan" | "dilakukan" | "held");
        let aim = matches!(&*t.low, "untuk" | "to" | "guna" | "about" | "tentang" | "soal");
        !held && (aim || t.is(Tags::SAY.or(Tags::SUB)) || clause::verbal(t, scene.lang))
    })
}

/// What "pertemuan itu" tells of the contact before: its day and its place, where they were open.
pub(super) fn add(here: &Here, trigger: &Trigger, contact: &mut Contact) {
    let (scene, sentence) = (here.scene, here.sentence);
    let to = sentence.range.end.min(trigger.last + PLACE / 2);
    let known = (trigger.last + 1..to).any(|i| scene.is(i, Tags::DEM) && !scene.is(i, Tags::TIME));
    let Some(word) = scene.token(trigger.at).map(|t| t.span).filter(|_| known && trigger.noun) else {
        return;
    };
    let found = nearest(here, span_of(scene, sentence), word, told);
    let found = found.filter(|_| contact.when.is_none());
    let place = place(scene, sentence, trigger, trigger.last).filter(|_| contact.place.is_none());
    if found.is_some() || place.is_some() {
        contact.when = contact.when.or(found.and_then(|t| t.value));
        contact.dated = found.map_or(contact.dated, |t| Some(t.span));
        contact.place = contact.place.or(place);
        contact.why.push(evidence(Rule::ContactLater, word.of(scene.body)));
    }
}

fn told(timex: &Timex) -> bool {
    timex.value.is_some()
}

/// The calendar expression of the sentence that stands nearest to the word of contact, among those that
/// `fit`.
fn nearest<'a>(here: &Here<'a>, sentence: Span, word: Span, fit: fn(&Timex) -> bool) -> Option<&'a Timex> {
    let from = here.timexes.partition_point(|t| t.span.start < sentence.start);
    let within = here.timexes.iter().skip(from).take_while(|t| t.span.end <= sentence.end).take(TIMEXES);
    let distance = |span: Span| {
        if span.start >= word.end { span.start - word.end } else { word.start.saturating_sub(span.end) }
    };
    within.filter(|t| fit(t)).min_by_key(|t| distance(t.span))
}

/// The place behind "di", "in", "at" after the word of contact, in its own clause.
pub(super) fn place(scene: &Scene, sentence: &Sentence, trigger: &Trigger, end: usize) -> Option<ActorId> {
    let to = sentence.range.end.min(trigger.last + PLACE);
    for i in trigger.last + 1..to {
        let token = scene.token(i)?;
        let wall = matches!(token.kind, Kind::Mark(',' | ';' | ':'))
            || token.is(Tags::SUB.or(Tags::YANG).or(Tags::SAY));
        if i >= end && wall || matches!(&*token.low, "untuk" | "tentang" | "mengenai" | "about" | "over") {
            return None;
        }
        let place = || scene.token(i + 1).is_some_and(|t| matches!(t.kind, Kind::Name(_, ActorKind::Place)));
        if matches!(&*token.low, "di" | "in" | "at") && place() {
            return scene.actor(i + 1);
        }
    }
    None
}
