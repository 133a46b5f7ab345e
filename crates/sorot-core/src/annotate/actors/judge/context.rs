//! What do the words around a run of capitals tell of it?

use crate::annotate::ActorKind;
use crate::annotate::actors::pieces::Piece;
use crate::annotate::actors::profile::Profile;
use crate::annotate::actors::sentence::Word;
use crate::annotate::actors::words::{Tells, is_derived};
use crate::structure::tokens::{Shape, TokenKind};
use crate::why::{Rule, Why};

/// What the words around a run of capitals tell.
pub(super) fn run(words: &[Word], piece: &Piece, profile: &Profile) -> Option<(ActorKind, Why)> {
    let first = words.get(piece.first)?;
    let before = piece.first.checked_sub(1).and_then(|i| words.get(i));
    let after = words.get(piece.last + 1);
    let length = words.get(piece.first..=piece.last)?.iter().filter(|w| w.is_capital()).count();
    let small_before = before.filter(|w| w.shape == Shape::Lower && first.spaced);
    if let Some(place) = small_before.filter(|w| w.tells.any(Tells::PLACE) || is_building(w)) {
        return Some((ActorKind::Place, Why::new(Rule::NameAfterPlaceWord, [place.text.into()])));
    }
    if let Some(body) = small_before.filter(|w| is_body_word(words, piece.first, w)) {
        return Some((ActorKind::Organisation, Why::new(Rule::NameAfterBodyWord, [body.text.into()])));
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
    if is_aged(words, piece.last) {
        return Some((ActorKind::Person, Why::plain(Rule::NameAge)));
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
    let particle = first.tells.any(Tells::PARTICLE);
    let surname = |w: &Word| particle && profile.is_named(w.text);
    if profile.is_named(first.text) || words.get(piece.last).is_some_and(surname) {
        return Some((ActorKind::Person, Why::new(Rule::NamePart, [first.text.into()])));
    }
    if let Some(preposition) = before.filter(|w| is_locative(&w.small) && first.spaced) {
        return Some((ActorKind::Place, Why::new(Rule::NameAfterPlaceWord, [preposition.text.into()])));
    }
    if let Some(verb) = after.filter(|w| w.spaced && w.tells.any(Tells::SAID)) {
        return Some((ActorKind::Person, Why::new(Rule::NameSpeaks, [verb.text.into()])));
    }
    // An unlisted word that acts ("Rahmat juga menjamin").
    let acts = |w: &&Word| {
        w.spaced && (w.tells.any(Tells::WILL) || is_derived(&w.small) && w.small.starts_with("me"))
    };
    if let Some(verb) = after.filter(acts).filter(|_| first.shape == Shape::Capital) {
        return Some((ActorKind::Person, Why::new(Rule::NameActs, [verb.text.into()])));
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
    None
}

/// Whether an age follows the word at `last`: "(45)", ", 61 tahun,", ", 47,".
fn is_aged(words: &[Word], last: usize) -> bool {
    let get = |i: usize| words.get(last + i);
    let age = get(2).is_some_and(|w| {
        w.kind == TokenKind::Number && w.text.parse::<u8>().is_ok_and(|n| (3..=110).contains(&n))
    });
    let closes = |i: usize, c: char| get(i).is_some_and(|w| w.is_mark(c));
    let years = usize::from(get(3).is_some_and(|w| matches!(&*w.small, "tahun" | "thn" | "th")));
    let open = |c: char| get(1).is_some_and(|w| w.is_mark(c));
    age && (open('(') && closes(3 + years, ')') || open(',') && closes(3 + years, ','))
}

/// Prepositions that stand before places.
fn is_locative(word: &str) -> bool {
    matches!(
        word,
        "di" | "ke"
            | "in"
            | "at"
            | "dekat"
            | "near"
            | "menuju"
            | "towards"
            | "toward"
            | "around"
            | "outside"
            | "inside"
            | "visited"
            | "visit"
            | "via"
            | "melintasi"
    )
}

/// Whether a building's kind written small stands before its name ("kuil Wonosari"); a house is
/// somebody's.
fn is_building(word: &Word) -> bool {
    word.tells.any(Tells::VENUE)
        && !word.tells.any(Tells::PORTFOLIO)
        && !matches!(
            &*word.small,
            "rumah" | "jalan" | "taman" | "house" | "benteng" | "pasar" | "penjara" | "building"
        )
}

/// Whether a kind of organisation written small stands before its name: "harian Warta Kita", "kantor
/// berita Warta".
fn is_body_word(words: &[Word], first: usize, before: &Word) -> bool {
    let second = first.checked_sub(2).and_then(|i| words.get(i)).map_or("", |w| &*w.small);
    before.tells.any(Tells::MEDIUM)
        || matches!((second, &*before.small), ("kantor", "berita") | ("surat", "kabar") | ("news", "agency"))
}

/// Prepositions that mostly stand before people.
fn is_before_person(word: &str) -> bool {
    matches!(word, "oleh" | "kepada" | "menurut" | "bersama" | "by" | "with" | "told")
}

fn is_verb(word: &Word) -> bool {
    word.tells.any(Tells::SAID.or(Tells::WILL))
}
