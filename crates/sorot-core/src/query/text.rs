//! What does the reader look for in the words? A line of text → words, phrases, exclusions; any line
//! means something.
//!
//! * Words part at white space; an article must hold all of them. A word finds the other forms of its
//!   stem too.
//! * Words between double quotation marks, straight or typographic, are a phrase: these very forms, one
//!   after the other. A missing closing mark closes at the end. What is written together ("AS-Rusia")
//!   is a phrase, too.
//! * A minus directly before a word or a phrase excludes it.
//! * The last word counts as begun, not finished, as long as nothing follows it: a space or a closing
//!   mark finishes it. So the same line always means the same, however it came here.

use crate::corpus::each_word;
use crate::text::Span;

/// Longer lines are cut, in characters.
pub const MAX_TEXT: usize = 200;
/// More clauses are nobody's question.
const MAX_CLAUSES: usize = 24;
/// The longest phrase that is compared, in words.
pub const MAX_PHRASE: usize = 32;

/// What is looked for, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// All must hold.
    pub clauses: Vec<Clause>,
}

/// A word or phrase that an article must or must not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// The words, folded (see [`crate::fold`]); at least one, at most [`MAX_PHRASE`].
    pub words: Vec<String>,
    /// Whether the forms count as they are: a phrase, be it of one word.
    pub exact: bool,
    /// Whether the last word is only begun.
    pub begun: bool,
    /// Whether an article must not hold it.
    pub excluded: bool,
}

impl Text {
    /// Reads a line; never fails.
    pub fn parse(line: &str) -> Text {
        let mut clauses = Vec::new();
        let mut rest = line.trim_start();
        while !rest.is_empty() && clauses.len() < MAX_CLAUSES {
            let positive = rest.strip_prefix(['-', '−']);
            let after = positive.unwrap_or(rest);
            let excluded = positive.is_some();
            let (inside, exact, closed, next) = match after.strip_prefix(is_quote) {
                Some(phrase) => match phrase.split_once(is_quote) {
                    Some((inside, next)) => (inside, true, true, next),
                    None => (phrase, true, false, ""),
                },
                None => {
                    // A word ends at white space, or where a phrase opens behind it.
                    let end = after.find(|c: char| c.is_whitespace() || is_quote(c)).unwrap_or(after.len());
                    let (inside, next) = after.split_at(end);
                    (inside, false, false, next)
                }
            };
            let words = words(inside);
            // Somebody who is typing "-putin" doesn't want "-p" to take half of the articles away.
            let begun = !closed && !excluded && next.is_empty() && ends_in_word(inside);
            if !words.is_empty() {
                clauses.push(Clause { exact: exact || words.len() > 1, words, begun, excluded });
            }
            rest = next.trim_start();
        }
        Text { clauses }
    }

    /// Whether anything must be in an article.
    pub fn asks(&self) -> bool {
        self.clauses.iter().any(|c| !c.excluded)
    }
}

/// Whether `c` opens or closes a phrase; single quotes are apostrophes too often.
fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '＂')
}

fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    each_word(text, Span::new(0, text.len()), |_, word| {
        if words.len() < MAX_PHRASE {
            words.push(word.to_string());
        }
    });
    words
}

fn ends_in_word(text: &str) -> bool {
    text.chars().next_back().is_some_and(char::is_alphanumeric)
}

/// A line as it is kept: no white space before it, one space for every run of it, at most
/// [`MAX_TEXT`] characters. A space at the end stays, as it finishes the last word.
pub fn tidy(line: &str) -> String {
    let mut out = String::with_capacity(line.len().min(4 * MAX_TEXT));
    let mut spaced = true;
    for c in line.chars().filter(|c| c.is_whitespace() || !c.is_control()) {
        if !(c.is_whitespace() && spaced) {
            out.push(if c.is_whitespace() { ' ' } else { c });
        }
        spaced = c.is_whitespace();
    }
    match out.char_indices().nth(MAX_TEXT) {
        Some((end, _)) => out.get(..end).unwrap_or("").to_string(),
        None => out,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Clauses as a reader would write them: "+" for begun, quotes for exact.
    fn told(line: &str) -> String {
        let clause = |c: &Clause| {
            let words = c.words.join(" ");
            let words = if c.exact { format!("\"{words}\"") } else { words };
            format!("{}{words}{}", if c.excluded { "-" } else { "" }, if c.begun { "+" } else { "" })
        };
        Text::parse(line).clauses.iter().map(clause).collect::<Vec<_>>().join(" | ")
    }

    #[test]
    fn lines_are_read() {
        let check = |line: &str, expected: &str| assert_eq!(told(line), expected, "{line}");
        check("", "");
        check("  \" - -- “”", "");
        check("gencatan senj", "gencatan | senj+");
        check("gencatan senjata ", "gencatan | senjata");
        check("Zélensky", "zelensky+");
        check("\"gencatan senjata\"", "\"gencatan senjata\"");
        check("“gencatan senjata” 30", "\"gencatan senjata\" | 30+");
        check("„gencatan senjata“", "\"gencatan senjata\"");
        check("\"gencatan senj", "\"gencatan senj\"+");
        check("“gencatan senjata ", "\"gencatan senjata\"");
        check("damai -perang", "damai | -perang");
        check("-\"gencatan senjata\" damai", "-\"gencatan senjata\" | damai+");
        check("-“gencatan sen", "-\"gencatan sen\"");
        check("AS-Rusia", "\"as rusia\"+");
        check("damai - perang", "damai | perang+");
        check("--perang", "-perang");
        check("damai\"utuh\"", "damai | \"utuh\"");
        check("\"damai\"perang ", "\"damai\" | perang");
        check("Qur’an 5.000!", "quran | 5.000");
    }

    proptest! {
        #[test]
        fn any_line_is_read_and_tidied_once(line in "\\PC{0,300}") {
            let kept = tidy(&line);
            prop_assert!(kept.chars().count() <= MAX_TEXT);
            prop_assert_eq!(tidy(&kept), kept.as_str());
            for clause in Text::parse(&line).clauses {
                prop_assert!(!clause.words.is_empty() && clause.words.len() <= MAX_PHRASE);
                prop_assert!(clause.words.iter().all(|w| !w.is_empty()));
            }
        }

        #[test]
        fn tidying_changes_no_meaning(line in "[a-c\"“” -]{0,60}") {
            prop_assert_eq!(Text::parse(&tidy(&line)), Text::parse(&line));
        }
    }
}
