//! Did the contact happen, when and where?

use super::sides::Sides;
use super::words::Trigger;
use super::{Told, evidence, span_of};
use crate::annotate::speech::lexicon::Tags;
use crate::annotate::speech::scene::{Scene, Sentence};
use crate::annotate::speech::tokens::Kind;
use crate::annotate::{ActorId, ActorKind, Contact, ContactStatus};
use crate::calendar::Interval;
use crate::text::Span;
use crate::why::{Rule, Why};

/// Tokens before the word of contact that can settle its status.
const LEFT: usize = 9;
/// Tokens behind the sides of a noun that can: "pertemuan antara A dan B dibatalkan".
const RIGHT: usize = 6;
/// Tokens behind the word of contact in which its place is looked for.
const PLACE: usize = 24;
/// Calendar expressions of one sentence that are compared.
const TIMEXES: usize = 16;

/// The contact with all that its sentence tells of it.
pub(super) fn contact(
    told: &Told,
    scene: &Scene,
    sentence: &Sentence,
    trigger: &Trigger,
    sides: Sides,
) -> Contact {
    let span = span_of(scene, sentence);
    let word = (trigger.at..=trigger.last).filter_map(|i| scene.token(i)).map(|t| t.span).reduce(Span::cover);
    let word = word.unwrap_or(span);
    let rule = if trigger.elided { Rule::ContactElided } else { Rule::ContactWord };
    let mut why = vec![evidence(rule, word.of(scene.body))];
    why.extend(sides.why);
    let (status, told_by) = status(scene, sentence, trigger, sides.end);
    why.extend(told_by);
    let place = place(scene, sentence, trigger, sides.end);
    let talked = trigger.channel.is_none() && place.is_some();
    let channel = if talked { Some("in-person") } else { trigger.channel };
    Contact {
        span,
        a: sides.a,
        b: sides.b,
        status,
        channel: channel.map(String::from),
        when: when(told, span, word),
        place,
        why,
    }
}

fn status(scene: &Scene, sentence: &Sentence, trigger: &Trigger, end: usize) -> (ContactStatus, Option<Why>) {
    let from = trigger.at.saturating_sub(LEFT).max(sentence.range.start);
    let mut plan = None;
    let mut maybe = None;
    let mut deny = None;
    for i in (from..trigger.at).rev() {
        let Some(token) = scene.token(i) else { break };
        // The clause begins here: what stands before speaks of something else.
        let wall = matches!(token.kind, Kind::Mark(',' | ';' | ':') | Kind::Quote(_))
            || token.is(Tags::SAY) && !token.is(Tags::LIGHT);
        if wall && !token.is(Tags::DENY.or(Tags::MAYBE)) {
            break;
        }
        if token.is(Tags::DENY) && !scene.is(i + 1, Tags::SAY) && token.low != "hanya" && deny.is_none() {
            deny = Some(i);
        }
        if token.is(Tags::MAYBE) && maybe.is_none() {
            maybe = Some(i);
        }
        if token.is(Tags::PLAN) && plan.is_none() {
            plan = Some(i);
        }
        if token.is(Tags::SUB) && !token.is(Tags::MAYBE) {
            // "membantah bahwa …": the verb before denies the whole clause.
            let denies = |k: &usize| scene.is(*k, Tags::DENY) && scene.is(*k, Tags::SAY);
            deny = deny.or(i.checked_sub(1).filter(|k| *k >= from).filter(denies));
            break;
        }
    }
    if trigger.noun {
        for i in end..sentence.range.end.min(end + RIGHT) {
            let Some(token) = scene.token(i) else { break };
            let day =
                token.is(Tags::TIME.or(Tags::DEM)) || matches!(&*token.low, "pada" | "di" | "on" | "in");
            if day || token.kind == Kind::Number {
                continue;
            }
            if token.kind != Kind::Word || token.is(Tags::SAY.or(Tags::PREP).or(Tags::SUB)) {
                break;
            }
            if token.is(Tags::DENY) && deny.is_none() {
                deny = Some(i);
            }
            if token.is(Tags::PLAN) && plan.is_none() {
                plan = Some(i);
            }
        }
    }
    let cue = |i: usize, rule: Rule| scene.token(i).map(|t| evidence(rule, t.span.of(scene.body)));
    match (deny, maybe, plan) {
        (Some(i), ..) => (ContactStatus::Denied, cue(i, Rule::ContactDenied)),
        (_, Some(i), _) => (ContactStatus::Discussed, cue(i, Rule::ContactDiscussed)),
        (.., Some(i)) => (ContactStatus::Planned, cue(i, Rule::ContactPlanned)),
        _ => (ContactStatus::Happened, None),
    }
}

/// What "pertemuan itu" tells of the contact before: its day and its place, where they were open.
pub(super) fn add(told: &Told, scene: &Scene, sentence: &Sentence, trigger: &Trigger, contact: &mut Contact) {
    let to = sentence.range.end.min(trigger.last + PLACE / 2);
    let known = (trigger.last + 1..to).any(|i| scene.is(i, Tags::DEM) && !scene.is(i, Tags::TIME));
    let Some(word) = scene.token(trigger.at).map(|t| t.span).filter(|_| known && trigger.noun) else {
        return;
    };
    let found = when(told, span_of(scene, sentence), word).filter(|_| contact.when.is_none());
    let place = place(scene, sentence, trigger, trigger.last).filter(|_| contact.place.is_none());
    if found.is_some() || place.is_some() {
        contact.when = contact.when.or(found);
        contact.place = contact.place.or(place);
        contact.why.push(evidence(Rule::ContactLater, word.of(scene.body)));
    }
}

/// The calendar expression of the sentence that stands nearest to the word of contact.
fn when(told: &Told, sentence: Span, word: Span) -> Option<Interval> {
    let from = told.timexes.partition_point(|t| t.span.start < sentence.start);
    let within = told.timexes.iter().skip(from).take_while(|t| t.span.end <= sentence.end).take(TIMEXES);
    let distance = |span: Span| {
        if span.start >= word.end { span.start - word.end } else { word.start.saturating_sub(span.end) }
    };
    within.filter(|t| t.value.is_some()).min_by_key(|t| distance(t.span)).and_then(|t| t.value)
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
