//! Is this word in that list? Lists of words from data files.

use super::lookup::Lookup;

/// The lines of a data file without comments.
#[derive(Debug)]
pub struct List {
    /// Each line, as itself.
    lines: Lookup<&'static str>,
    /// The first word of each line: the bytes of the longest line that begins with it.
    first: Lookup<usize>,
}

impl List {
    /// Reads the lines of a data file: `#` begins a comment line.
    pub fn new(file: &'static str) -> List {
        List::from_lines(lines(file))
    }

    /// The second fields of the lines whose first field is `class`, of a file with fields between
    /// tabs.
    pub fn class(file: &'static str, class: &str) -> List {
        let of_class =
            lines(file).filter_map(|l| l.split_once('\t')).filter(|(c, _)| *c == class).map(|(_, w)| w);
        List::from_lines(of_class)
    }

    fn from_lines(lines: impl Iterator<Item = &'static str>) -> List {
        let lines: Vec<&str> = lines.collect();
        let first = lines.iter().map(|line| (first_word(line), line.len()));
        List {
            first: Lookup::new(first, usize::max),
            lines: Lookup::new(lines.iter().map(|line| (*line, *line)), |line, _| line),
        }
    }

    /// Whether `word` is one of the lines, as written.
    pub fn has(&self, word: &str) -> bool {
        self.lines.get(word).is_some()
    }

    /// Whether `word` in small letters is one of the lines.
    pub fn has_small(&self, word: &str) -> bool {
        if word.chars().any(char::is_uppercase) { self.has(&small(word)) } else { self.has(word) }
    }

    /// The longest line that `text` (in small letters) begins with, up to a word's end.
    pub fn prefix_of(&self, text: &str) -> Option<&'static str> {
        let most = self.first.get(first_word(text))?;
        let ends = text.char_indices().chain([(text.len(), ' ')]).take_while(|(end, _)| *end <= most);
        let line = |(end, _)| text.get(..end).and_then(|t| self.lines.get(t));
        ends.filter(|(_, c)| !c.is_alphanumeric()).filter_map(line).last()
    }
}

/// Up to the first character that is neither a letter nor a digit.
fn first_word(text: &str) -> &str {
    text.find(|c: char| !c.is_alphanumeric()).and_then(|end| text.get(..end)).unwrap_or(text)
}

/// The lines of a data file that are neither blank nor comments.
pub fn lines(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines().map(str::trim_end).filter(|l| !l.is_empty() && !l.starts_with('#'))
}

/// `word` in small letters.
pub fn small(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    push_small(&mut out, word);
    out
}

/// Appends `text` in small letters. Most letters are ASCII: the full mapping is left to the others.
pub fn push_small(out: &mut String, text: &str) {
    let mut rest = text;
    while let Some(other) = rest.bytes().position(|b| !b.is_ascii()) {
        let (ascii, tail) = rest.split_at_checked(other).unwrap_or((rest, ""));
        push_ascii(out, ascii);
        let mut chars = tail.chars();
        out.extend(chars.next().into_iter().flat_map(char::to_lowercase));
        rest = chars.as_str();
    }
    push_ascii(out, rest);
}

fn push_ascii(out: &mut String, text: &str) {
    let from = out.len();
    out.push_str(text);
    if let Some(added) = out.get_mut(from..) {
        added.make_ascii_lowercase();
    }
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
