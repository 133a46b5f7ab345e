//! Which words belong together? A word → its stem, so that a search for "menyerang" finds
//! "serangan", and one for "attacks" finds "attacking".
//!
//! Indonesian is confix stripping (Nazief and Adriani 1996; Asian, Williams and Tahaghoghi 2005)
//! with roots learned from counts of words instead of a dictionary: [`affixes`] lists every way to
//! take a word apart, [`roots`] knows what each root weighs, `indonesian` takes the cheapest way.
//! English is Porter's second stemmer (`english`).
//!
//! A stem is a key, not a word to show.

pub mod affixes;
mod english;
mod indonesian;
pub mod roots;
#[cfg(test)]
mod tests;

use crate::calendar::Lang;
use std::borrow::Cow;

/// The stem of one word, in lower case. A word that can't be taken apart is its own stem; so is
/// what isn't a word at all. Takes time linear in the word's length.
pub fn stem(word: &str, lang: Lang) -> Cow<'_, str> {
    let folded = fold(word);
    let stemmed = match lang {
        Lang::Id => indonesian::stem(&folded),
        Lang::En => english::stem(&folded),
    };
    match stemmed {
        Some(stem) => Cow::Owned(stem),
        None => folded,
    }
}

/// What a word in lower case is built on, as far as `is_stem` knows it: the English stem, else the
/// Indonesian root under the most usual affixes, the longest of several. Needs no list of roots.
pub fn root_among(word: &str, is_stem: impl Fn(&str) -> bool) -> Option<String> {
    if let Some(stem) = english::stem(word).filter(|stem| is_stem(stem)) {
        return Some(stem);
    }
    // "serangan-serangan" is about what "serangan" is about.
    let word = word.split('-').next().unwrap_or(word);
    let mut best: Option<((i32, std::cmp::Reverse<usize>), String)> = None;
    affixes::each(word, &mut |affixes, root| {
        let root = root.as_str();
        let rank = (affixes.cost(), std::cmp::Reverse(root.len()));
        if best.as_ref().is_none_or(|(least, _)| rank < *least) && is_stem(root) {
            best = Some((rank, root.to_owned()));
        }
    });
    best.map(|(_, root)| root)
}

/// The word in lower case, without a copy where it is so already.
fn fold(word: &str) -> Cow<'_, str> {
    let folded = |c: char| c.to_lowercase().eq([c]);
    if word.chars().all(folded) { Cow::Borrowed(word) } else { Cow::Owned(word.to_lowercase()) }
}
