//! Which language is it? A vote of function words.

use super::lexicon::{lines, small};
use super::lookup::Lookup;
use crate::calendar::Lang;
use std::sync::LazyLock;

/// The function words of both languages: bit 0 Indonesian, bit 1 English.
static WORDS: LazyLock<Lookup<u8>> = LazyLock::new(|| {
    let id = lines(include_str!("../../data/words-id.txt")).map(|w| (w, ID));
    let en = lines(include_str!("../../data/words-en.txt")).map(|w| (w, EN));
    Lookup::new(id.chain(en), |a, b| a | b)
});
const ID: u8 = 1;
const EN: u8 = 2;

/// The languages of which `word` is a function word, as bits.
fn languages(word: &str) -> u8 {
    // Longer than any function word: nothing to look up.
    if word.len() > 24 {
        return 0;
    }
    // Function words are written small but for a capital at the start.
    let found = if word.starts_with(char::is_uppercase) || word.chars().any(char::is_uppercase) {
        WORDS.get(&small(word))
    } else {
        WORDS.get(word)
    };
    found.unwrap_or(0)
}

/// Words that vote: more wouldn't change the outcome.
const VOTERS: usize = 1000;

/// Whether `word` is a function word of the language: never a name by itself.
pub fn is_function_word(word: &str, lang: Lang) -> bool {
    match lang {
        Lang::Id => languages(word) & ID != 0,
        Lang::En => languages(word) & EN != 0,
    }
}

/// The language with more function words among the first words; Indonesian on a draw.
pub fn vote(body: &str) -> Lang {
    let (mut id, mut en) = (0, 0);
    for word in body.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty()).take(VOTERS) {
        let found = languages(word);
        id += u32::from(found & ID != 0);
        en += u32::from(found & EN != 0);
    }
    if en > id { Lang::En } else { Lang::Id }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn function_words_vote() {
        assert_eq!(vote("Menteri itu mengatakan bahwa harga beras akan turun."), Lang::Id);
        assert_eq!(vote("The minister said that the price of rice would fall."), Lang::En);
        assert_eq!(vote("2025"), Lang::Id);
    }
}
