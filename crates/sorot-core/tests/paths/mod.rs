//! The paths that a source names: groups taken apart, `self` and `super` made absolute.

use crate::source::Token;

/// A path as written out in full, with the line it stands on: `["crate", "text", "Span"]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    pub line: usize,
    pub path: Vec<String>,
}

/// Every path of two segments or more and every lone identifier in the tokens; groups are taken apart, and
/// `self` and `super` are resolved against `module` (the file's own path below the crate, without `crate`).
pub fn paths(tokens: &[Token], module: &[&str]) -> Vec<Named> {
    let code: Vec<&Token> = tokens.iter().filter(|t| !t.quoted).collect();
    let is = |i: usize, text: &str| code.get(i).is_some_and(|t| t.text == text);
    let mut found = Vec::new();
    // Inline modules: the brace depth at which each ends, and its name.
    let (mut depth, mut inline): (usize, Vec<(usize, String)>) = (0, Vec::new());
    let mut i = 0;
    while i < code.len() {
        if is(i, "mod") && is(i + 2, "{") {
            inline.push((depth, code[i + 1].text.clone()));
        }
        depth += usize::from(is(i, "{"));
        if is(i, "}") {
            depth = depth.saturating_sub(1);
            inline.retain(|(at, _)| *at < depth);
        }
        let begins = code[i].text.starts_with(|c: char| c.is_alphabetic() || c == '_');
        if !begins || (i > 0 && is(i - 1, "::") && i > 1 && word(&code[i - 2].text)) {
            i += 1;
            continue;
        }
        let here: Vec<String> =
            module.iter().map(|s| (*s).to_owned()).chain(inline.iter().map(|m| m.1.clone())).collect();
        let mut tree = Vec::new();
        i = read_tree(&code, i, &[], &mut tree);
        found.extend(tree.into_iter().map(|n| Named { path: resolve(n.path, &here), ..n }));
    }
    found
}

fn word(text: &str) -> bool {
    text.chars().all(|c| c.is_alphanumeric() || c == '_')
}

/// Reads one path or group that begins at `i`; gives back where it ends.
fn read_tree(code: &[&Token], mut i: usize, before: &[String], found: &mut Vec<Named>) -> usize {
    let is = |i: usize, text: &str| code.get(i).is_some_and(|t| t.text == text);
    let line = code.get(i).map_or(0, |t| t.line);
    let mut path = before.to_vec();
    loop {
        match code.get(i) {
            Some(t) if word(&t.text) || (t.text == "*" && !path.is_empty()) => path.push(t.text.clone()),
            Some(t) if t.text == "{" && !path.is_empty() => {
                i += 1;
                while i < code.len() && !is(i, "}") {
                    i = if word(&code[i].text) || is(i, "*") || is(i, "{") {
                        read_tree(code, i, &path, found)
                    } else {
                        i + 1
                    };
                    if is(i, "as") {
                        i += 2;
                    }
                }
                return i + 1;
            }
            _ => break,
        }
        i += 1;
        let goes_on = is(i, "::") && code.get(i + 1).is_some_and(|t| word(&t.text) || "{*".contains(&t.text));
        if !goes_on {
            break;
        }
        i += 1;
    }
    found.push(Named { line, path });
    i
}

/// Makes `self::` and `super::` absolute.
fn resolve(path: Vec<String>, here: &[String]) -> Vec<String> {
    let supers = path.iter().take_while(|s| *s == "super").count();
    let own = usize::from(path.first().is_some_and(|s| s == "self") && path.len() > 1);
    let supers_after_self = path.iter().skip(own).take_while(|s| *s == "super").count();
    if own == 0 && supers == 0 {
        return path;
    }
    let up = supers_after_self.max(supers);
    let mut full = vec!["crate".to_owned()];
    full.extend(here.iter().take(here.len().saturating_sub(up)).cloned());
    full.extend(path.into_iter().skip(own + up));
    full
}
