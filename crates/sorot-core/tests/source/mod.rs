//! Reads Rust source into tokens: no comments, strings marked as such.

use std::path::{Path, PathBuf};

/// A piece of source and its 1-based line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    pub line: usize,
    pub text: String,
    /// A string's content rather than code.
    pub quoted: bool,
}

/// Splits source into identifiers, `::`, single other characters and string contents; comments and
/// character literals are left out.
pub fn tokens(source: &str) -> Vec<Token> {
    let chars: Vec<char> = source.chars().collect();
    let at = |i: usize| chars.get(i).copied().unwrap_or('\0');
    let (mut found, mut i, mut line) = (Vec::new(), 0, 1);
    while i < chars.len() {
        let (from, begun) = (i, line);
        let mut push = |text: String, quoted: bool| found.push(Token { line: begun, text, quoted });
        match at(i) {
            '/' if at(i + 1) == '/' => {
                while i < chars.len() && at(i) != '\n' {
                    i += 1;
                }
            }
            '/' if at(i + 1) == '*' => i = after_comment(&chars, i),
            '"' => {
                i = after_string(&chars, i);
                push(chars[from + 1..(i - 1).max(from + 1)].iter().collect(), true);
            }
            'r' if raw_hashes(&chars, i).is_some() => {
                let hashes = raw_hashes(&chars, i).unwrap();
                let close: String = std::iter::once('"').chain(std::iter::repeat_n('#', hashes)).collect();
                let rest: String = chars[i + 2 + hashes..].iter().collect();
                let inside = rest.split(&close).next().unwrap_or_default().to_owned();
                i += 2 + hashes + inside.chars().count() + close.len();
                push(inside, true);
            }
            '\'' if at(i + 1) == '\\' => {
                i += 3;
                while i < chars.len() && at(i) != '\'' {
                    i += 1;
                }
                i += 1;
            }
            '\'' if at(i + 2) == '\'' => i += 3,
            ':' if at(i + 1) == ':' => {
                i += 2;
                push("::".to_owned(), false);
            }
            c if c.is_alphanumeric() || c == '_' => {
                while at(i).is_alphanumeric() || at(i) == '_' {
                    i += 1;
                }
                push(chars[from..i].iter().collect(), false);
            }
            c => {
                i += 1;
                if !c.is_whitespace() {
                    push(c.to_string(), false);
                }
            }
        }
        line += chars[from..i.min(chars.len())].iter().filter(|c| **c == '\n').count();
    }
    found
}

fn after_comment(chars: &[char], mut i: usize) -> usize {
    let mut depth = 0;
    while i < chars.len() {
        match (chars[i], chars.get(i + 1)) {
            ('/', Some('*')) => (depth, i) = (depth + 1, i + 2),
            ('*', Some('/')) => (depth, i) = (depth - 1, i + 2),
            _ => i += 1,
        }
        if depth == 0 {
            break;
        }
    }
    i
}

fn after_string(chars: &[char], mut i: usize) -> usize {
    i += 1;
    while i < chars.len() && chars[i] != '"' {
        i += if chars[i] == '\\' { 2 } else { 1 };
    }
    (i + 1).min(chars.len())
}

/// The number of `#` when a raw string begins here.
fn raw_hashes(chars: &[char], i: usize) -> Option<usize> {
    let hashes = chars[i + 1..].iter().take_while(|c| **c == '#').count();
    let inside_a_word =
        i > 0 && (chars[i - 1].is_alphanumeric() || chars[i - 1] == '_') && chars[i - 1] != 'b';
    (!inside_a_word && chars.get(i + 1 + hashes) == Some(&'"')).then_some(hashes)
}

/// The tokens outside items under `#[cfg(test)]` and `mod tests { … }`.
pub fn without_tests(tokens: &[Token]) -> Vec<Token> {
    let is = |i: usize, text: &str| tokens.get(i).is_some_and(|t| t.text == text && !t.quoted);
    let (mut kept, mut i) = (Vec::new(), 0);
    while i < tokens.len() {
        let marked = ["#", "[", "cfg", "(", "test", ")", "]"].iter().enumerate().all(|(n, t)| is(i + n, t));
        let tests = is(i, "mod") && is(i + 1, "tests");
        if !marked && !tests {
            kept.push(tokens[i].clone());
            i += 1;
            continue;
        }
        // To the end of the item: its `;` or its closing brace.
        let mut depth = 0;
        i += if marked { 7 } else { 0 };
        while i < tokens.len() {
            depth += i32::from(is(i, "{") || is(i, "(") || is(i, "["));
            depth -= i32::from(is(i, "}") || is(i, ")") || is(i, "]"));
            let ends = depth == 0 && (is(i, ";") || is(i, "}"));
            i += 1;
            if ends {
                break;
            }
        }
    }
    kept
}

/// All files below `folder` with one of the endings, sorted.
pub fn files(folder: &Path, endings: &[&str]) -> Vec<PathBuf> {
    let mut all = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                open.push(path);
            } else if endings.is_empty() || path.extension().is_some_and(|e| endings.iter().any(|x| e == *x))
            {
                all.push(path);
            }
        }
    }
    all.sort();
    all
}

/// Is the file nothing but tests?
pub fn is_test_file(path: &Path) -> bool {
    path.components().any(|c| c.as_os_str() == "tests" || c.as_os_str() == "tests.rs")
}

/// The project's root.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}
