//! Does a capital stand for its government?

use super::gazetteer::Class;
use super::sentence::Word;
use super::words::Tells;
use crate::structure::tokens::TokenKind;
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
    // A subject begins its clause: nothing, a mark or a conjunction stands before it.
    if !before.is_none_or(|w| w.kind == TokenKind::Mark || is_conjunction(&w.small)) {
        return None;
    }
    // "Lima dan Quito sepakat": the verb of both.
    let pair = words.get(last + 1).is_some_and(|w| matches!(&*w.small, "dan" | "and"))
        && words.get(last + 2).is_some_and(Word::is_capital);
    let last = if pair { last + 2 } else { last };
    let after = words.get(last + 1..(last + 1 + REACH).min(words.len()))?;
    let mut following =
        after.iter().take_while(|w| w.tells.any(Tells::SAID.or(Tells::WILL)) || w.small.ends_with("nya"));
    let verb = following.find(|w| w.tells.any(Tells::SAID.or(Tells::WILL)))?;
    why(verb)
}

fn is_conjunction(word: &str) -> bool {
    matches!(
        word,
        "sementara"
            | "bahwa"
            | "dan"
            | "namun"
            | "tetapi"
            | "tapi"
            | "karena"
            | "ketika"
            | "saat"
            | "jika"
            | "bila"
            | "meski"
            | "meskipun"
            | "walau"
            | "sedangkan"
            | "serta"
            | "sehingga"
            | "agar"
            | "sebelum"
            | "setelah"
            | "that"
            | "while"
            | "and"
            | "but"
            | "as"
            | "because"
            | "if"
            | "when"
            | "although"
            | "though"
            | "after"
            | "before"
    )
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
