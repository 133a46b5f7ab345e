//! How does the rest of the article settle what a sentence leaves open?

use super::{Judged, one, span};
use crate::annotate::ActorKind;
use crate::annotate::actors::pieces::{self, Form, ORDINARY};
use crate::annotate::actors::profile::Profile;
use crate::annotate::actors::sentence::Word;
use crate::annotate::actors::words::{Tells, tells};
use crate::calendar::Lang;
use crate::structure::lexicon::small;
use crate::text::Span;
use crate::why::{Rule, Why};

/// Settles the open and weak pieces by how the same word is used elsewhere in the article; a capital
/// in the middle of sentences, twice, makes a name too.
pub fn settle(body: &str, judged: &mut [(usize, Judged)]) {
    let told = || judged.iter().filter_map(|(_, j)| Some((j, j.kind?)));
    let known = Known::new(told().filter(|(j, _)| !j.is_weak()).map(|(j, k)| (j.span.of(body), k)));
    let weak = Known::new(told().filter(|(j, _)| j.is_weak()).map(|(j, k)| (j.span.of(body), k)));
    // "Sungai Wonosari": its last word is the place; a body's words stand for it too.
    let mut parts: Vec<(&str, ActorKind, &str)> =
        told().filter(|(j, _)| !j.is_weak()).flat_map(|(j, kind)| parts(j.span.of(body), kind)).collect();
    parts.sort_unstable();
    let mut middle: Vec<&str> =
        judged.iter().filter(|(_, j)| !j.initial).map(|(_, j)| j.span.of(body)).collect();
    middle.sort_unstable();
    for (_, j) in judged.iter_mut() {
        if !j.is_weak() {
            // "Rektor Unwon", which brackets elsewhere explain.
            let text = j.span.of(body);
            if j.after_title() && known.most(text) == Some(ActorKind::Organisation) {
                j.decide(ActorKind::Organisation, Why::new(Rule::NameElsewhere, [text.into()]));
            }
            continue;
        }
        let text = j.span.of(body);
        // A place before a body of the same word.
        let part = parts.partition_point(|p| p.0 <= text).saturating_sub(1);
        if let Some(kind) = known.most(text) {
            if j.kind != Some(kind) {
                j.why.retain(|w| w.rule == Rule::NameInList);
                j.kind = Some(kind);
                j.why.push(Why::new(Rule::NameElsewhere, [text.into()]));
            }
        } else if let Some((_, kind, whole)) = parts.get(part).filter(|p| p.0 == text) {
            j.kind = Some(*kind);
            j.why = vec![Why::new(Rule::NameWordOf, [(*whole).into()])];
        } else if j.kind.is_some() {
        } else if let Some(word) = text.split(' ').find(|w| known.most(w) == Some(ActorKind::Person)) {
            j.kind = Some(ActorKind::Person);
            j.why.push(Why::new(Rule::NameElsewhere, [word.into()]));
        } else if let Some(kind) = weak.most(text) {
            j.kind = Some(kind);
            j.why.push(Why::new(Rule::NameElsewhere, [text.into()]));
        } else if !j.doubted && occurs(&middle, text) >= 2 && text.chars().count() >= 3 {
            j.kind = Some(ActorKind::Person);
            j.why.push(Why::plain(Rule::NameCapital));
        }
    }
}

/// Texts with the kinds they were given, sorted.
struct Known<'a>(Vec<(&'a str, ActorKind)>);

impl<'a> Known<'a> {
    fn new(names: impl Iterator<Item = (&'a str, ActorKind)>) -> Known<'a> {
        let mut all: Vec<_> = names.collect();
        all.sort_unstable();
        Known(all)
    }

    /// The kind that `text` has most often.
    fn most(&self, text: &str) -> Option<ActorKind> {
        let same = self.0.get(self.0.partition_point(|k| k.0 < text)..).unwrap_or_default();
        // Most texts aren't there at all.
        let same = same.get(..same.partition_point(|k| k.0 == text)).filter(|s| !s.is_empty())?;
        let upto = |kind| same.partition_point(|k| k.1 < kind);
        let [a, b] = [upto(ActorKind::Organisation), upto(ActorKind::Place)];
        let counts =
            [(a, ActorKind::Person), (b - a, ActorKind::Organisation), (same.len() - b, ActorKind::Place)];
        counts.into_iter().max_by_key(|(count, kind)| (*count, std::cmp::Reverse(*kind))).map(|most| most.1)
    }
}

/// The words of a name that stand for it: what follows a landform or a kind of place, and each word of
/// a body's name that is no ordinary one.
fn parts(name: &str, kind: ActorKind) -> impl Iterator<Item = (&str, ActorKind, &str)> {
    let (head, tail) = name.split_once(' ').unwrap_or((name, ""));
    let place = kind == ActorKind::Place && tells(&small(head), Lang::Id).any(Tells::PLACE);
    let words = name.split(' ').skip(1).filter(move |w| {
        kind == ActorKind::Organisation
            && w.chars().count() >= 5
            && w.chars().next().is_some_and(char::is_uppercase)
            && !tells(&small(w), Lang::Id).any(ORDINARY)
    });
    let tail = (place && !tail.is_empty()).then_some(tail);
    tail.into_iter().chain(words).map(move |w| (w, kind, name))
}

fn occurs(sorted: &[&str], text: &str) -> usize {
    let from = sorted.partition_point(|t| *t < text);
    sorted.iter().skip(from).take_while(|t| **t == text).take(8).count()
}

/// The words of the names found, with their kinds, sorted: what a headline may name.
pub fn known_words<'a>(body: &'a str, judged: &[(usize, Judged)]) -> Vec<(&'a str, ActorKind)> {
    let mut out: Vec<(&str, ActorKind)> = judged
        .iter()
        .filter_map(|(_, j)| Some((j.span.of(body), j.kind?)))
        .flat_map(|(text, kind)| {
            let words = text.split(' ').filter(move |_| kind == ActorKind::Person);
            // "Komisi IX DPR" of "Komisi IX DPR RI".
            let shorter = text.rmatch_indices(' ').map(|(end, _)| text.get(..end).unwrap_or(text));
            let shorter = shorter.filter(move |s| kind == ActorKind::Organisation && s.contains(' '));
            words.chain(shorter).chain([text]).map(move |w| (w, kind))
        })
        .collect();
    out.sort_unstable();
    out.dedup();
    out
}

/// The names of a headline in which every word has a capital: listed ones and those that the body
/// names.
pub fn headline(body: &str, words: &[Word], profile: &Profile, known: &[(&str, ActorKind)]) -> Vec<Judged> {
    let mut out = Vec::new();
    let found = pieces::pieces(words, profile);
    let mut pieces = found.iter().peekable();
    let mut taken = 0;
    let mut at = 0;
    while let Some(word) = words.get(at) {
        while pieces.peek().is_some_and(|p| p.first < at) {
            pieces.next();
        }
        let here = pieces.peek().filter(|p| p.first == at && matches!(p.form, Form::Listed(_)));
        if let Some(piece) = here {
            out.extend(one(body, words, piece, profile));
            at = piece.last + 1;
            taken = at;
            continue;
        }
        // The longest run of words that is a known name, or a word of one.
        let known_at = |last: usize| {
            let span = span(words, at, last);
            let found = known.partition_point(|k| k.0 < span.of(body));
            known.get(found).filter(|k| k.0 == span.of(body)).map(|k| (last, span, k.1))
        };
        let longest = (at..(at + 5).min(words.len())).rev().find_map(known_at);
        let name = |found: &(usize, Span, ActorKind)| {
            word.is_capital() && at >= taken && (found.0 > at || !word.tells.any(ORDINARY))
        };
        match longest.filter(name) {
            Some((last, span, kind)) => {
                let why = vec![Why::new(Rule::NameHeadline, [span.of(body).into()])];
                out.push(Judged {
                    span,
                    kind: Some(kind),
                    range: (at, last),
                    title: None,
                    class: None,
                    initial: false,
                    doubted: false,
                    why,
                });
                at = last + 1;
            }
            None => at += 1,
        }
    }
    out
}
