//! What the reader did with a bundle, taken along: to the same articles with others added, and in a saved file.

use crate::store;
use sorot_core::corpus::Corpus;
use sorot_core::correct::json::Json;
use sorot_core::correct::together::stamp;
use sorot_core::correct::{History, file};
use sorot_core::notes;

/// What is kept of a bundle under `sorot.KIND.IDENTITY`: corrections, lines pinned and hidden, saved views, notes,
/// bookmarked and read articles.
const KINDS: [&str; 5] = ["corrections", "lines", "views", "notes", "marks"];

fn key(kind: &str, corpus: &Corpus) -> String {
    format!("sorot.{kind}.{}", file::bundle(corpus))
}

/// Adds what is kept of one bundle to what is kept of another.
pub fn carry(from: &Corpus, to: &Corpus) {
    for kind in KINDS {
        if let Some(text) = store::get(&key(kind, from)) {
            take(to, kind, &text);
        }
    }
}

/// What is kept of a bundle, and the question, for a saved file.
pub fn left(corpus: &Corpus, hash: String) -> String {
    let mut left = Vec::new();
    for kind in KINDS {
        if let Some(text) = store::get(&key(kind, corpus)) {
            left.extend([Json::Text(kind.into()), Json::Text(text)]);
        }
    }
    let version = Json::Number(1);
    let all = [("version", version), ("hash", Json::Text(hash)), ("left", Json::List(left))];
    Json::Object(all.map(|(name, value)| (name.to_string(), value)).into()).line()
}

/// Takes over what a saved file brings, once: what the reader changes afterwards isn't brought back.
pub fn take_left(corpus: &Corpus, left: &[String]) {
    let taken = key("taken", corpus);
    let stamp = stamp(&left.concat());
    if store::get(&taken).as_deref() == Some(&stamp) {
        return;
    }
    store::set(&taken, &stamp);
    for pair in left.chunks_exact(2) {
        if let [kind, text] = pair {
            take(corpus, kind, text);
        }
    }
}

fn take(corpus: &Corpus, kind: &str, text: &str) {
    if !KINDS.contains(&kind) {
        return;
    }
    let key = key(kind, corpus);
    let own = store::get(&key).unwrap_or_default();
    let both = match kind {
        "corrections" => {
            let read = |text: &str| file::read(corpus, text).map(|file| file.corrections).unwrap_or_default();
            file::write(corpus, History::of(read(&own)).with_all(&read(text)).corrections())
        }
        "notes" => {
            let read = |text: &str| notes::read(corpus, text).map(|file| file.notes).unwrap_or_default();
            let mut all = read(&own);
            for note in read(text) {
                if !all.contains(&note) {
                    all.push(note);
                }
            }
            notes::write(corpus, &all, &stamp(&own))
        }
        _ => union(&own, text),
    };
    store::set(&key, &both);
}

/// The lines of the first, and those of the second that aren't among them.
fn union(own: &str, other: &str) -> String {
    let mut lines: Vec<&str> = own.lines().collect();
    for line in other.lines() {
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines.iter().flat_map(|line| [*line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::union;

    #[test]
    fn no_line_comes_twice() {
        assert_eq!(union("+a\n-b\n", "-b\n+c\n"), "+a\n-b\n+c\n");
        assert_eq!(union("", ""), "");
    }
}
