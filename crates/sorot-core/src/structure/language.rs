//! Which language is it? A vote of function words.

use super::lexicon::List;
use crate::calendar::Lang;
use std::sync::LazyLock;

static ID: LazyLock<List> = LazyLock::new(|| List::new(include_str!("../../data/words-id.txt")));
static EN: LazyLock<List> = LazyLock::new(|| List::new(include_str!("../../data/words-en.txt")));

/// Words that vote: more wouldn't change the outcome.
const VOTERS: usize = 1000;

/// Whether `word` is a function word of the language: never a name by itself.
pub fn is_function_word(word: &str, lang: Lang) -> bool {
    match lang {
        Lang::Id => ID.has_small(word),
        Lang::En => EN.has_small(word),
    }
}

/// The language with more function words among the first words; Indonesian on a draw.
pub fn vote(body: &str) -> Lang {
    let (mut id, mut en) = (0, 0);
    for word in body.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty()).take(VOTERS) {
        // Longer than any function word: nothing to look up.
        if word.len() > 24 {
            continue;
        }
        id += u32::from(ID.has_small(word));
        en += u32::from(EN.has_small(word));
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
