//! Is this word in that list? Lists of words from data files, looked up by binary search.

/// The lines of a data file without comments, sorted by bytes, each once.
#[derive(Debug)]
pub struct List {
    lines: Vec<&'static str>,
}

impl List {
    /// Reads the lines of a data file: `#` begins a comment line.
    pub fn new(file: &'static str) -> List {
        List::from_lines(lines(file).collect())
    }

    /// The second fields of the lines whose first field is `class`, of a file with fields between
    /// tabs.
    pub fn class(file: &'static str, class: &str) -> List {
        let of_class =
            lines(file).filter_map(|l| l.split_once('\t')).filter(|(c, _)| *c == class).map(|(_, w)| w);
        List::from_lines(of_class.collect())
    }

    fn from_lines(mut lines: Vec<&'static str>) -> List {
        lines.sort_unstable();
        lines.dedup();
        List { lines }
    }

    /// Whether `word` is one of the lines, as written.
    pub fn has(&self, word: &str) -> bool {
        self.lines.binary_search(&word).is_ok()
    }

    /// Whether `word` in small letters is one of the lines.
    pub fn has_small(&self, word: &str) -> bool {
        if word.chars().any(char::is_uppercase) { self.has(&small(word)) } else { self.has(word) }
    }

    /// The longest line that `text` (in small letters) begins with, up to a word's end.
    pub fn prefix_of(&self, text: &str) -> Option<&'static str> {
        let mut longest = None;
        for (end, c) in text.char_indices().chain([(text.len(), ' ')]).take(LONGEST) {
            if !c.is_alphanumeric() {
                let line = text.get(..end).and_then(|t| self.lines.binary_search(&t).ok());
                longest = line.and_then(|i| self.lines.get(i).copied()).or(longest);
            }
        }
        longest
    }
}

/// No line of a list that is looked up as a prefix is longer (in characters).
const LONGEST: usize = 64;

/// The lines of a data file that are neither blank nor comments.
pub fn lines(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines().map(str::trim_end).filter(|l| !l.is_empty() && !l.starts_with('#'))
}

/// `word` in small letters.
pub fn small(word: &str) -> String {
    word.chars().flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_prefix_counts_and_ends_with_a_word() {
        let list = List::class("# head\na\tbaca\na\tbaca juga\nb\tbacaan", "a");
        assert_eq!(list.prefix_of("baca juga: lain"), Some("baca juga"));
        assert_eq!(list.prefix_of("baca: lain"), Some("baca"));
        assert_eq!(list.prefix_of("bacaan"), None);
        assert!(list.has("baca") && !list.has("BACA"));
    }
}
