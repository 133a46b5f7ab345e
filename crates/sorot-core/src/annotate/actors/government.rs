//! Does a capital stand for its government?

use super::gazetteer::Class;
use super::sentence::Word;
use super::words::Tells;
use crate::why::{Rule, Why};

/// Words between a capital and its verb at most ("Moskow tampaknya belum memberikan").
const REACH: usize = 3;

/// What shows that the capital at `range` acts as a government: it is the subject of a verb of speech
/// or will, or somebody deals with it as with a party.
pub fn acts(words: &[Word], (first, last): (usize, usize), class: Class) -> Option<Why> {
    if !matches!(class, Class::Capital) {
        return None;
    }
    let before = first.checked_sub(1).and_then(|i| words.get(i));
    if before.is_some_and(|w| matches!(&*w.small, "di" | "ke" | "in" | "at" | "kota" | "near")) {
        return None;
    }
    let why = |w: &Word| Some(Why::new(Rule::NameGovernment, [w.text.into()]));
    if let Some(party) = before.filter(|w| is_dealing(&w.small)) {
        return why(party);
    }
    let preposition = before.is_some_and(|w| {
        w.tells.any(Tells::FUNCTION)
            && !matches!(&*w.small, "sementara" | "bahwa" | "dan" | "and" | "that" | "while")
    });
    if preposition {
        return None;
    }
    let after = words.get(last + 1..(last + 1 + REACH).min(words.len()))?;
    let mut following =
        after.iter().take_while(|w| w.tells.any(Tells::SAID.or(Tells::WILL)) || w.small.ends_with("nya"));
    let verb = following.find(|w| w.tells.any(Tells::SAID.or(Tells::WILL)))?;
    why(verb)
}

/// Words before a party that is dealt with: "antara Washington dan Moskow", "menyalahkan Kyiv".
fn is_dealing(word: &str) -> bool {
    matches!(
        word,
        "antara"
            | "oleh"
            | "menyalahkan"
            | "menuduh"
            | "menuding"
            | "mendesak"
            | "menekan"
            | "menguntungkan"
            | "mengkritik"
            | "mengecam"
            | "membujuk"
            | "meyakinkan"
            | "merugikan"
            | "mendukung"
            | "melawan"
            | "between"
            | "by"
            | "blamed"
            | "accused"
            | "urged"
            | "pressed"
            | "blames"
            | "accuses"
            | "urges"
            | "criticized"
            | "condemned"
    )
}
