//! Is the piece a name, and of what? Kinds by evidence.

use super::gazetteer::{self, Class};
use super::government;
use super::pieces::{Form, ORDINARY, Piece};
use super::profile::Profile;
use super::sentence::Word;
use super::words::Tells;
use super::{ActorKind, Name};
use crate::structure::tokens::{Shape, TokenKind};
use crate::text::Span;
use crate::why::{Rule, Why};

/// A piece with what was concluded; `kind` is open where the sentence alone doesn't tell.
#[derive(Debug)]
pub struct Judged {
    /// Where.
    pub span: Span,
    /// What, if the sentence tells.
    pub kind: Option<ActorKind>,
    /// First and last word.
    range: (usize, usize),
    title: Option<(usize, usize)>,
    class: Option<Class>,
    /// Whether the capital says nothing, because the word begins the sentence.
    initial: bool,
    why: Vec<Why>,
}

impl Judged {
    /// The name, if it is one.
    pub fn into_name(self, words: &[Word]) -> Option<Name> {
        let kind = self.kind?;
        let mut why = self.why;
        let acts = self.class.and_then(|c| government::acts(words, self.range, c));
        let government = acts.is_some();
        why.extend(acts);
        let role = self
            .title
            .filter(|_| kind == ActorKind::Person)
            .and_then(|(a, b)| Some(Span { start: words.get(a)?.span.start, end: words.get(b)?.span.end }));
        Some(Name { span: self.span, kind, role, government, why })
    }
}

fn span(words: &[Word], first: usize, last: usize) -> Span {
    let start = words.get(first).map_or(0, |w| w.span.start);
    let end = words.get(last).map_or(start, |w| w.span.end);
    Span { start, end: end.max(start) }
}

/// The words of a full name (two words or more).
pub fn full_name_words<'a>(words: &[Word<'a>], piece: &Piece) -> Option<Vec<&'a str>> {
    let all = words.get(piece.first..=piece.last)?.iter();
    let names: Vec<&str> =
        all.filter(|w| w.is_capital() && w.text.chars().count() > 1).map(|w| w.text).collect();
    (piece.form == Form::Run && names.len() >= 2).then_some(names)
}

/// Judges the pieces of one sentence.
pub fn judge(body: &str, words: &[Word], pieces: &[Piece], profile: &Profile) -> Vec<Judged> {
    let mut out = Vec::new();
    for piece in pieces {
        let parts = split(words, piece, profile);
        for (i, (first, last)) in parts.iter().copied().enumerate() {
            let title = piece.title.filter(|_| i == 0);
            out.extend(one(body, words, &Piece { first, last, title, ..*piece }, profile));
        }
    }
    out
}

/// "Utusan Trump Witkoff": a run whose every word is the surname of another full name is several names.
fn split(words: &[Word], piece: &Piece, profile: &Profile) -> Vec<(usize, usize)> {
    let all = piece.first..=piece.last;
    let begins = words.get(piece.first).map_or("", |w| w.text);
    let another = |w: &Word| profile.is_surname_beside(w.text, if w.text == begins { "" } else { begins });
    let surnames = all.clone().all(|i| words.get(i).is_some_and(another));
    if piece.form == Form::Run && piece.last > piece.first && surnames {
        return all.map(|i| (i, i)).collect();
    }
    vec![(piece.first, piece.last)]
}

fn one(body: &str, words: &[Word], piece: &Piece, profile: &Profile) -> Option<Judged> {
    let range = (piece.first, piece.last);
    let span = span(words, piece.first, piece.last);
    let text = span.of(body);
    let first = words.get(piece.first)?;
    let mut judged = Judged {
        span,
        kind: None,
        range,
        title: piece.title,
        class: None,
        initial: first.initial,
        why: Vec::new(),
    };
    let mut say = |kind, why| {
        judged.kind = Some(kind);
        judged.why.push(why);
    };
    match piece.form {
        Form::Listed(id) => {
            let entry = gazetteer::entry(id)?;
            say(entry.class.kind(), Why::new(Rule::NameListed, [entry.name(profile.lang).into()]));
            judged.class = Some(entry.class);
        }
        Form::Organisation => {
            say(ActorKind::Organisation, Why::new(Rule::NameHead, [head(words, range).into()]))
        }
        Form::Venue => say(ActorKind::Place, Why::new(Rule::NameVenue, [first.text.into()])),
        Form::Acronym => say(ActorKind::Organisation, Why::new(Rule::NameAcronym, [text.into()])),
        Form::Run => {
            if let Some((kind, why)) = run(words, piece, profile) {
                say(kind, why);
            }
        }
    }
    Some(judged)
}

/// The word of an organisation's name that tells it is one.
fn head<'a>(words: &[Word<'a>], (first, last): (usize, usize)) -> &'a str {
    let all = words.get(first..=last).unwrap_or(&[]);
    all.iter().find(|w| w.tells.any(Tells::ORGANISATION)).or(all.first()).map_or("", |w| w.text)
}

/// What the words around a run of capitals tell.
fn run(words: &[Word], piece: &Piece, profile: &Profile) -> Option<(ActorKind, Why)> {
    let first = words.get(piece.first)?;
    let before = piece.first.checked_sub(1).and_then(|i| words.get(i));
    let after = words.get(piece.last + 1);
    let length = words.get(piece.first..=piece.last)?.iter().filter(|w| w.is_capital()).count();
    if let Some(place) =
        before.filter(|w| w.tells.any(Tells::PLACE) && w.shape == Shape::Lower && first.spaced)
    {
        return Some((ActorKind::Place, Why::new(Rule::NameAfterPlaceWord, [place.text.into()])));
    }
    if let Some((a, b)) = piece.title {
        let title: Vec<&str> = words.get(a..=b)?.iter().map(|w| w.text).collect();
        return Some((ActorKind::Person, Why::new(Rule::NameAfterTitle, [title.join(" ").as_str().into()])));
    }
    if length >= 2 {
        let locative = before.filter(|w| matches!(&*w.small, "di" | "ke" | "in" | "at") && length <= 3);
        if let Some(preposition) = locative.filter(|_| {
            !profile.is_surname(words.get(piece.last).map_or("", |w| w.text))
                || after.is_none_or(|w| !is_verb(w))
        }) {
            return Some((ActorKind::Place, Why::new(Rule::NameAfterPlaceWord, [preposition.text.into()])));
        }
        return Some((ActorKind::Person, Why::plain(Rule::NameRun)));
    }
    if profile.is_named(first.text) {
        return Some((ActorKind::Person, Why::new(Rule::NamePart, [first.text.into()])));
    }
    if let Some(verb) = after.filter(|w| w.spaced && w.tells.any(Tells::SAID)) {
        return Some((ActorKind::Person, Why::new(Rule::NameSpeaks, [verb.text.into()])));
    }
    let speech = before.filter(|w| w.tells.any(Tells::SAID) && first.spaced && w.shape == Shape::Lower);
    if let Some(verb) =
        speech.filter(|_| after.is_none_or(|w| w.kind == TokenKind::Mark || w.tells.any(Tells::FUNCTION)))
    {
        return Some((ActorKind::Person, Why::new(Rule::NameSpeaks, [verb.text.into()])));
    }
    if let Some(preposition) =
        before.filter(|w| matches!(&*w.small, "di" | "ke" | "in" | "at") && first.spaced)
    {
        return Some((ActorKind::Place, Why::new(Rule::NameAfterPlaceWord, [preposition.text.into()])));
    }
    None
}

fn is_verb(word: &Word) -> bool {
    word.tells.any(Tells::SAID.or(Tells::WILL))
}

/// Settles the open pieces by how the same word is used elsewhere in the article; a capital in the
/// middle of a sentence alone makes a name too.
pub fn settle(body: &str, judged: &mut [(usize, Judged)]) {
    let mut known: Vec<(&str, ActorKind)> =
        judged.iter().filter_map(|(_, j)| Some((j.span.of(body), j.kind?))).collect();
    known.sort_unstable();
    let mut middle: Vec<&str> =
        judged.iter().filter(|(_, j)| !j.initial).map(|(_, j)| j.span.of(body)).collect();
    middle.sort_unstable();
    for (_, j) in judged.iter_mut().filter(|(_, j)| j.kind.is_none()) {
        let text = j.span.of(body);
        let from = known.partition_point(|k| k.0 < text);
        let same = known.iter().skip(from).take_while(|k| k.0 == text);
        let mut counts = [0usize; 3];
        for (_, kind) in same {
            if let Some(count) = counts.get_mut(*kind as usize) {
                *count += 1;
            }
        }
        let most =
            ActorKind::ALL.into_iter().max_by_key(|k| (counts.get(*k as usize), std::cmp::Reverse(*k)));
        if let Some(kind) = most.filter(|k| counts.get(*k as usize).is_some_and(|c| *c > 0)) {
            j.kind = Some(kind);
            j.why.push(Why::new(Rule::NameElsewhere, [text.into()]));
        } else if middle.binary_search(&text).is_ok() && text.chars().count() >= 3 {
            j.kind = Some(ActorKind::Person);
            j.why.push(Why::plain(Rule::NameCapital));
        }
    }
}

/// The words of the names found, with their kinds, sorted: what a headline may name.
pub fn known_words<'a>(body: &'a str, judged: &[(usize, Judged)]) -> Vec<(&'a str, ActorKind)> {
    let mut out: Vec<(&str, ActorKind)> = judged
        .iter()
        .filter_map(|(_, j)| Some((j.span.of(body), j.kind?)))
        .flat_map(|(text, kind)| {
            let words = text.split(' ').filter(move |_| kind == ActorKind::Person);
            words.chain([text]).map(move |w| (w, kind))
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
    let listed = super::pieces::pieces(body, words, profile);
    let mut taken = 0;
    let mut at = 0;
    while let Some(word) = words.get(at) {
        if let Some(piece) = listed.iter().find(|p| p.first == at && matches!(p.form, Form::Listed(_))) {
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
        match longest.filter(|_| word.is_capital() && at >= taken && !word.tells.any(ORDINARY)) {
            Some((last, span, kind)) => {
                let why = vec![Why::new(Rule::NameHeadline, [span.of(body).into()])];
                out.push(Judged {
                    span,
                    kind: Some(kind),
                    range: (at, last),
                    title: None,
                    class: None,
                    initial: false,
                    why,
                });
                at = last + 1;
            }
            None => at += 1,
        }
    }
    out
}
