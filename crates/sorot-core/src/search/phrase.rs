//! Where do these words stand one after the other? The index holds no positions: candidates are few,
//! and reading them costs less than positions of every word would.

use crate::corpus::each_word;
use crate::text::Span;

/// Folded words that stand one after the other; marks may stand between them, line ends may not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    words: Vec<String>,
    /// Whether the last word is only begun.
    begun: bool,
}

impl Phrase {
    /// Of up to 64 words (a question's are fewer, see [`crate::query::text::MAX_PHRASE`]).
    pub fn of(words: &[String], begun: bool) -> Phrase {
        Phrase { words: words.to_vec(), begun }
    }

    /// Calls `each` with every place in `within` of `text`, in order; places may overlap.
    pub fn each(&self, text: &str, within: Span, mut each: impl FnMut(Span)) {
        // Shift-And (Baeza-Yates and Gonnet 1992) over words: bit n says that the first n + 1 words
        // have just stood one after the other.
        let length = self.words.len();
        let mut state = 0u64;
        let mut starts: Vec<u32> = Vec::with_capacity(length);
        each_word(text, within, |span, word| {
            let last = length.saturating_sub(1);
            let fits = |(n, wanted): (usize, &String)| {
                let fits =
                    if n == last && self.begun { word.starts_with(wanted.as_str()) } else { word == wanted };
                u64::from(fits).checked_shl(n as u32).unwrap_or(0)
            };
            let here = self.words.iter().enumerate().map(fits).fold(0, |bits, bit| bits | bit);
            state = (state << 1 | 1) & here;
            if starts.len() == length {
                starts.remove(0);
            }
            starts.push(span.start);
            if state.checked_shr(last as u32).unwrap_or(0) & 1 == 1 {
                each(Span { start: starts.first().copied().unwrap_or(span.start), end: span.end });
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(words: &[&str], begun: bool, text: &str) -> Vec<String> {
        let words: Vec<String> = words.iter().map(|w| (*w).to_string()).collect();
        let mut places = Vec::new();
        Phrase::of(&words, begun)
            .each(text, Span::new(0, text.len()), |span| places.push(span.of(text).to_string()));
        places
    }

    #[test]
    fn words_stand_one_after_the_other() {
        let text = "Gencatan senjata, gencatan-senjata; senjata gencatan. “Gencatan\u{301} Senjatanya”";
        assert_eq!(places(&["gencatan", "senjata"], false, text), ["Gencatan senjata", "gencatan-senjata"]);
        assert_eq!(places(&["gencatan", "senjata"], true, text).len(), 3);
        assert_eq!(places(&["a", "a"], false, "a a a b a"), ["a a", "a a"]);
        assert!(places(&["a", "b", "a", "b"], false, "a b b a b a").is_empty());
    }
}
