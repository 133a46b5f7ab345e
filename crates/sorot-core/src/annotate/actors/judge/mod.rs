//! Is the piece a name, and of what? Kinds by evidence.

mod context;
mod roles;
mod settle;

use super::gazetteer::{self, Class};
use super::government;
use super::pieces::{Form, Piece};
use super::profile::Profile;
use super::sentence::Word;
use super::words::Tells;
use super::{ActorKind, Name};
use crate::text::Span;
use crate::why::{Rule, Why};
pub use settle::{headline, known_words, settle};

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
    /// Whether the tagger reads no name here.
    doubted: bool,
    why: Vec<Why>,
}

impl Judged {
    /// Whether only capitals or a verb that others have too tell what it is: the rest of the article
    /// may tell better.
    pub fn is_weak(&self) -> bool {
        let weak = |w: &Why| {
            matches!(
                w.rule,
                Rule::NameRun
                    | Rule::NameCapital
                    | Rule::NameActs
                    | Rule::NameTagged
                    | Rule::NameInList
                    | Rule::NameAcronym
            )
        };
        self.kind.is_none() || self.why.iter().all(weak)
    }

    /// Whether it is one word that only a title made a person.
    fn after_title(&self) -> bool {
        self.range.0 == self.range.1 && self.why.iter().all(|w| w.rule == Rule::NameAfterTitle)
    }

    /// Whether it is a person by anything but a list.
    pub fn is_person(&self) -> bool {
        self.kind == Some(ActorKind::Person) && self.class.is_none()
    }

    /// Leaves it open again: only capitals spoke for it, and the tagger reads no name there.
    pub fn doubt(&mut self) {
        self.doubted = true;
        let told = |w: &Why| !matches!(w.rule, Rule::NameRun | Rule::NameAcronym);
        if !self.why.iter().any(told) {
            self.kind = None;
            self.why.clear();
        }
    }

    /// Takes one more reason.
    pub fn add(&mut self, why: Why) {
        self.why.push(why);
    }

    /// Takes other words.
    pub fn stretch(&mut self, words: &[Word], range: (usize, usize)) {
        self.initial &= self.range.0 == range.0;
        self.range = range;
        self.span = span(words, range.0, range.1);
    }

    /// Whether it is several words behind a title, or many words of a body or a building: a person may be
    /// written after them without a comma.
    pub fn may_hold_person(&self) -> bool {
        let words = self.range.1 - self.range.0 + 1;
        let unlisted = self.class.is_none() && self.kind.is_some();
        unlisted && if self.title.is_some() { words >= 3 } else { !self.is_person() && words >= 5 }
    }

    /// Cuts off what begins with word `at`, which is the person that the title waits for.
    pub fn cut_person(&mut self, words: &[Word], at: usize, why: Why) -> Judged {
        let (first, last) = self.range;
        let title = self.title.take().map(|(begin, _)| (begin, at.saturating_sub(1)));
        self.stretch(words, (first, at.saturating_sub(1)));
        Judged {
            span: span(words, at, last),
            kind: Some(ActorKind::Person),
            range: (at, last),
            title,
            class: None,
            initial: false,
            doubted: false,
            why: vec![why],
        }
    }

    /// The first and the last word.
    pub fn range(&self) -> (usize, usize) {
        self.range
    }

    /// Takes a kind, and what told it instead of what did before.
    pub fn decide(&mut self, kind: ActorKind, why: Why) {
        self.kind = Some(kind);
        self.why = vec![why];
    }

    /// The name, if it is one.
    pub fn into_name(self, words: &[Word]) -> Option<Name> {
        let kind = self.kind?;
        let mut why = self.why;
        let acts = self.class.and_then(|c| government::acts(words, self.range, c));
        let government = acts.is_some();
        why.extend(acts);
        let title = self.title.filter(|_| kind == ActorKind::Person);
        let role = title.and_then(|(a, b)| {
            // A form of address is no role ("Perdana Menteri Inggris Sir").
            let address =
                |w: &Word| w.is_mark('.') || w.tells.any(Tells::HONORIFIC) && !w.tells.any(Tells::OFFICE);
            let last = (a..=b).rev().find(|i| !words.get(*i).is_none_or(address))?;
            Some(Span { start: words.get(a)?.span.start, end: words.get(last)?.span.end })
        });
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
    let part = |w: &&Word| w.is_capital() && w.text.chars().count() > 1 && !w.tells.any(Tells::PARTICLE);
    let names: Vec<&str> = all.filter(part).map(|w| w.text).collect();
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
    // Twice, so that a kind passes along a list from either end.
    for _ in 0..2 {
        roles::neighbours(body, words, &mut out);
    }
    brackets(body, words, &mut out);
    roles::departments(&mut out);
    roles::roles(words, &mut out);
    out
}

/// "Universitas Wonosari (Unwon)": one word in brackets directly after a name is its short form.
fn brackets(body: &str, words: &[Word], judged: &mut [Judged]) {
    for i in 1..judged.len() {
        let Some((before, j)) = i.checked_sub(1).and_then(|b| Some((judged.get(b)?, judged.get(i)?))) else {
            continue;
        };
        let (first, last) = j.range;
        let inside = before.range.1 + 2 == first
            && words.get(first - 1).is_some_and(|w| w.is_mark('('))
            && words.get(last + 1).is_some_and(|w| w.is_mark(')'));
        let named = matches!(before.kind, Some(ActorKind::Organisation | ActorKind::Place));
        if !(inside && named && first == last && j.is_weak()) {
            continue;
        }
        let (kind, text) = (before.kind, before.span.of(body).to_string());
        if let Some(j) = judged.get_mut(i) {
            j.kind = kind;
            j.why.push(Why::new(Rule::NameWordOf, [text.as_str().into()]));
        }
    }
}

/// "Utusan Belov Ruiz": a run whose every word is the surname of another full name is several names.
fn split(words: &[Word], piece: &Piece, profile: &Profile) -> Vec<(usize, usize)> {
    let all = piece.first..=piece.last;
    let begins = words.get(piece.first).map_or("", |w| w.text);
    let another = |w: &Word| profile.is_surname_beside(w.text, if w.text == begins { "" } else { begins });
    let surnames = all.clone().all(|i| words.get(i).is_some_and(another));
    if piece.form == Form::Run && piece.last > piece.first && surnames {
        return all.map(|i| (i, i)).collect();
    }
    // "Belov-Ruiz": two known names tied by a hyphen.
    let middle = words.get(piece.first + 1).is_some_and(|w| w.is_mark('-'));
    let named = |i: usize| words.get(i).is_some_and(|w| profile.is_named(w.text));
    let article = words.get(piece.first).is_some_and(|w| w.tells.any(Tells::PARTICLE));
    if middle && !article && piece.last == piece.first + 2 && named(piece.first) && named(piece.last) {
        return vec![(piece.first, piece.first), (piece.last, piece.last)];
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
        doubted: false,
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
        Form::Dateline => say(ActorKind::Place, Why::new(Rule::NameDateline, [text.into()])),
        Form::Outlet => say(ActorKind::Organisation, Why::new(Rule::NameOutlet, [text.into()])),
        Form::Site => say(ActorKind::Organisation, Why::new(Rule::NameSite, [text.into()])),
        Form::Acronym => say(ActorKind::Organisation, Why::new(Rule::NameAcronym, [text.into()])),
        Form::Run => {
            if let Some((kind, why)) = context::run(words, piece, profile) {
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
