//! Is the piece a name, and of what? Kinds by evidence.

use super::gazetteer::{self, Class};
use super::government;
use super::pieces::{Form, ORDINARY, Piece};
use super::profile::Profile;
use super::sentence::Word;
use super::words::{Tells, is_derived};
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
    // Twice, so that a kind passes along a list from either end.
    for _ in 0..2 {
        neighbours(body, words, &mut out);
    }
    roles(words, &mut out);
    out
}

/// Gives a title to the person it belongs to, where that isn't the next one: "utusan Belov, Anton Ruiz",
/// "Utusan Belov Ruiz" (the second), "Anton Ruiz, kepala staf Belov" (the one before the comma).
fn roles(words: &[Word], judged: &mut [Judged]) {
    for i in 0..judged.len() {
        let Some((title, range)) = judged.get(i).and_then(|j| Some((j.title?, j.range))) else { continue };
        let person = |k: usize| judged.get(k).is_some_and(|j| j.kind == Some(ActorKind::Person));
        let comma = |at: Option<usize>| at.and_then(|c| words.get(c)).is_some_and(|w| w.is_mark(','));
        let comma_before = comma(title.0.checked_sub(1));
        let before = i.checked_sub(1).filter(|b| person(*b) && comma_before);
        let before = before.filter(|b| judged.get(*b).is_some_and(|j| j.range.1 + 2 == title.0));
        let next = judged.get(i + 1).filter(|n| n.title.is_none() && person(i + 1)).map(|n| n.range);
        let next = next.filter(|n| n.0 == range.1 + 1 || n.0 == range.1 + 2 && comma(Some(range.1 + 1)));
        let single = range.0 == range.1;
        // An envoy, an aide, a son-in-law is somebody's: "utusan Anton Belov, Dora Ruiz".
        let follower = words.get(title.0).is_some_and(|w| is_follower(&w.small));
        let goes_on = judged.get(i + 1).and_then(|n| n.title).is_some_and(|t| t.0 == title.0);
        let before = before.filter(|_| if person(i) { single } else { !goes_on });
        let whose = (title.0, range.1);
        let target = match (before, next) {
            (Some(b), _) => Some((b, title)),
            (None, Some(_)) if (single || follower) && person(i) => Some((i + 1, whose)),
            // "seorang ajudan Belov": nobody is named who holds the role.
            (None, None) if follower && single && person(i) && title.1 + 1 == range.0 => Some((i, title)),
            _ => None,
        };
        if let Some((owner, role)) = target {
            if let Some(j) = judged.get_mut(i) {
                // "utusan Presiden Peru Anton Belov, …": the inner office stays his.
                let inner = (title.0 + 1..=title.1)
                    .find(|t| words.get(*t).is_some_and(|w| w.tells.any(Tells::OFFICE) && w.is_capital()));
                j.title = inner.filter(|_| follower && owner > i).map(|t| (t, title.1));
            }
            if owner == i {
                continue;
            }
            let role = if owner < i { (role.0, clause_end(words, role.1)) } else { role };
            if let Some(j) = judged.get_mut(owner).filter(|j| j.title.is_none()) {
                j.title = Some(role);
            }
        }
    }
}

/// Roles that are held beside another person, who may be named right after.
fn is_follower(word: &str) -> bool {
    matches!(
        word,
        "utusan"
            | "ajudan"
            | "penasihat"
            | "menantu"
            | "mertua"
            | "suami"
            | "istri"
            | "anak"
            | "asisten"
            | "pengacara"
            | "aide"
            | "adviser"
            | "advisor"
            | "envoy"
            | "wife"
            | "husband"
            | "son"
            | "daughter"
            | "son-in-law"
            | "rekan"
    )
}

/// Words of a role after a comma at most.
const LONGEST_ROLE: usize = 8;

/// The last word before the next mark, a few words ahead at most.
fn clause_end(words: &[Word], from: usize) -> usize {
    let ahead = words.get(from..(from + LONGEST_ROLE).min(words.len())).unwrap_or(&[]);
    from + ahead.iter().take_while(|w| w.kind == TokenKind::Word).count().saturating_sub(1)
}

/// "Parma, Lecce dan Bari": an open name in a list is what its neighbour is.
fn neighbours(body: &str, words: &[Word], judged: &mut [Judged]) {
    let listed = |left: (usize, usize), right: (usize, usize)| {
        let between = words.get(left.1 + 1..right.0).unwrap_or(&[]);
        let joins = |w: &Word| w.is_mark(',') || matches!(&*w.small, "dan" | "and" | "serta" | "atau" | "or");
        (1..=2).contains(&between.len()) && between.iter().all(joins)
    };
    for i in 0..judged.len() {
        let open = judged.get(i).filter(|j| j.kind.is_none()).map(|j| j.range);
        let Some(range) = open else { continue };
        let left = i.checked_sub(1).and_then(|l| judged.get(l));
        let left = left.filter(|l| listed(l.range, range) && l.kind.is_some());
        let found = left.or_else(|| judged.get(i + 1).filter(|r| listed(range, r.range)));
        let Some((kind, text)) = found.and_then(|f| Some((f.kind?, f.span.of(body).to_string()))) else {
            continue;
        };
        // A comma may begin an apposition ("Rahmat, Menteri Pangan"); only two of one kind make a list.
        if let Some(j) = judged.get_mut(i) {
            j.kind = Some(kind);
            j.why.push(Why::new(Rule::NameInList, [text.as_str().into()]));
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
    if middle && piece.last == piece.first + 2 && named(piece.first) && named(piece.last) {
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
    let of_place = before.is_some_and(|w| &*w.small == "of")
        && piece.first.checked_sub(2).and_then(|i| words.get(i)).is_some_and(|w| w.tells.any(Tells::PLACE));
    if of_place {
        return Some((ActorKind::Place, Why::new(Rule::NameAfterPlaceWord, ["of".into()])));
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
    // An unlisted word that acts ("Rahmat juga menjamin").
    let acts = |w: &&Word| {
        w.spaced && (w.tells.any(Tells::WILL) || is_derived(&w.small) && w.small.starts_with("me"))
    };
    if let Some(verb) = after.filter(acts).filter(|_| first.shape == Shape::Capital) {
        return Some((ActorKind::Person, Why::new(Rule::NameSpeaks, [verb.text.into()])));
    }
    let speech = before.filter(|w| w.tells.any(Tells::SAID) && first.spaced && w.shape == Shape::Lower);
    if let Some(verb) =
        speech.filter(|_| after.is_none_or(|w| w.kind == TokenKind::Mark || w.tells.any(Tells::FUNCTION)))
    {
        return Some((ActorKind::Person, Why::new(Rule::NameSpeaks, [verb.text.into()])));
    }
    if let Some(party) = before.filter(|w| is_before_person(&w.small) && first.spaced && !first.initial) {
        return Some((ActorKind::Person, Why::new(Rule::NameAfterPerson, [party.text.into()])));
    }
    let apposed = words.get(piece.last + 2).filter(|w| {
        let comma = after.is_some_and(|a| a.is_mark(','));
        comma && w.tells.any(Tells::OFFICE.or(Tells::KIN)) && w.shape == Shape::Lower
    });
    if let Some(title) = apposed {
        return Some((ActorKind::Person, Why::new(Rule::NameBeforeTitle, [title.text.into()])));
    }
    if let Some(preposition) = before.filter(|w| {
        matches!(&*w.small, "di" | "ke" | "in" | "at" | "dekat" | "near" | "menuju") && first.spaced
    }) {
        return Some((ActorKind::Place, Why::new(Rule::NameAfterPlaceWord, [preposition.text.into()])));
    }
    None
}

/// Prepositions that mostly stand before people.
fn is_before_person(word: &str) -> bool {
    matches!(word, "oleh" | "kepada" | "menurut" | "bersama" | "by" | "with" | "told")
}

fn is_verb(word: &Word) -> bool {
    word.tells.any(Tells::SAID.or(Tells::WILL))
}

/// Settles the open pieces by how the same word is used elsewhere in the article; a capital in the
/// middle of sentences, twice, makes a name too.
pub fn settle(body: &str, judged: &mut [(usize, Judged)]) {
    let mut known: Vec<(&str, ActorKind)> =
        judged.iter().filter_map(|(_, j)| Some((j.span.of(body), j.kind?))).collect();
    known.sort_unstable();
    let mut middle: Vec<&str> =
        judged.iter().filter(|(_, j)| !j.initial).map(|(_, j)| j.span.of(body)).collect();
    middle.sort_unstable();
    for (_, j) in judged.iter_mut().filter(|(_, j)| j.kind.is_none()) {
        let text = j.span.of(body);
        // Sorted by text, then kind: how often each kind, by two searches.
        let upto =
            |kind, after: bool| known.partition_point(|k| *k < (text, kind) || after && *k == (text, kind));
        let count = |kind| upto(kind, true) - upto(kind, false);
        let most = ActorKind::ALL.into_iter().max_by_key(|k| (count(*k), std::cmp::Reverse(*k)));
        if let Some(kind) = most.filter(|k| count(*k) > 0) {
            j.kind = Some(kind);
            j.why.push(Why::new(Rule::NameElsewhere, [text.into()]));
        } else if occurs(&middle, text) >= 2 && text.chars().count() >= 3 {
            j.kind = Some(ActorKind::Person);
            j.why.push(Why::plain(Rule::NameCapital));
        }
    }
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
    let found = super::pieces::pieces(body, words, profile);
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
