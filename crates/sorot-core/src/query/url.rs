//! The query as a hash:
//! `#/?q=…&actor=…&actor=…&not=…&match=any&source=…&lang=id&axis=mentioned&from=2025-03-10&to=2025-07-31&sort=relevance&article=…&sentence=3&panel=quotes&of=article&top=10&vs=rest`.

use super::{Axis, Length, Mode, Query, Section, Sort, Versus, text};
use crate::calendar::{Day, Lang, day_of};
use std::collections::BTreeSet;
use std::fmt::{self, Write};

/// A part of a link that was passed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QueryProblem {
    /// A parameter that this version doesn't know.
    UnknownKey(String),
    /// A value that can't be meant: the key and the value.
    BadValue(String, String),
}

/// The parameter that carries corrections.
const FIX: &str = "fix";

/// The corrections that a hash carries, in the form of [`crate::correct::file::from_link`].
pub fn fixes(hash: &str) -> Option<&str> {
    hash.split(['?', '&']).find_map(|pair| pair.strip_prefix(FIX)?.strip_prefix('='))
}

/// No more actors or publishers are read from a link than a reader could have chosen.
const MAX_NAMES: usize = 100;
/// Longer hashes are nobody's link.
const MAX_LENGTH: usize = 20_000;
/// A passed-over part is shown this far, in characters.
const SHOWN: usize = 40;

impl Query {
    /// Reads a hash, with or without `#` and `/?`; never fails: what isn't understood is passed over
    /// and told.
    pub fn parse(hash: &str) -> (Query, Vec<QueryProblem>) {
        let mut query = Query::default();
        let mut problems = Vec::new();
        let text = hash.strip_prefix('#').unwrap_or(hash);
        let text = text.strip_prefix('/').unwrap_or(text);
        let text = text.strip_prefix('?').unwrap_or(text);
        if text.len() > MAX_LENGTH {
            return (query, vec![QueryProblem::BadValue("#".into(), shown(text))]);
        }
        for pair in text.split('&').filter(|p| !p.is_empty()) {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            let (key, value) = (decode(key), decode(value));
            let taken = match key.as_str() {
                "actor" => take_name(&mut query.actors, &value),
                "not" => take_name(&mut query.excluded, &value),
                "q" => {
                    query.text = text::tidy(&value);
                    Some(())
                }
                "sort" => sort(&value).map(|s| query.sort = s),
                "source" => take_name(&mut query.sources, &value),
                "lang" => lang(&value).map(|l| query.add_lang(l)),
                "match" => mode(&value).map(|m| query.mode = m),
                "axis" => axis(&value).map(|a| query.axis = a),
                "from" => day_of(&value).map(|d| query.from = Some(d)),
                "to" => day_of(&value).map(|d| query.to = Some(d)),
                "undated" => (value == "only").then(|| query.undated = true),
                "zoom" => zoom(&value).map(|z| query.zoom = Some(z)),
                "article" => (!value.is_empty()).then(|| query.article = Some(value.clone())),
                "sentence" => value.parse().ok().map(|n| query.sentence = Some(n)),
                "panel" => Section::of_code(&value).map(|s| query.section = s),
                "of" => (value == "article").then(|| query.of_article = true),
                "top" => value.parse().ok().and_then(Length::of).map(|l| query.length = l),
                "vs" => Versus::parse(&value).map(|v| query.versus = Some(v)),
                // The reader's corrections travel beside the question: [`fixes`].
                FIX => Some(()),
                _ => {
                    problems.push(QueryProblem::UnknownKey(shown(&key)));
                    continue;
                }
            };
            if taken.is_none() {
                problems.push(QueryProblem::BadValue(shown(&key), shown(&value)));
            }
        }
        if query.article.is_none() {
            query.sentence = None;
            query.of_article = false;
        }
        // Who is asked for and excluded at once is excluded: the narrower reading.
        query.actors.retain(|slug| !query.excluded.contains(slug));
        // An article without a day lies in no period: the narrower reading again.
        let dated = match query.undated {
            true => query.with_undated(true),
            false => query.with_period(query.from, query.to),
        };
        (dated.with_sort(query.sort), problems)
    }
}

fn take_name(names: &mut BTreeSet<String>, name: &str) -> Option<()> {
    let fits = !name.is_empty() && names.len() < MAX_NAMES;
    fits.then(|| {
        names.insert(name.to_string());
    })
}

fn mode(value: &str) -> Option<Mode> {
    match value {
        "all" => Some(Mode::All),
        "any" => Some(Mode::Any),
        _ => None,
    }
}

fn sort(value: &str) -> Option<Sort> {
    match value {
        "newest" => Some(Sort::Newest),
        "oldest" => Some(Sort::Oldest),
        "relevance" => Some(Sort::Relevance),
        _ => None,
    }
}

fn axis(value: &str) -> Option<Axis> {
    match value {
        "published" => Some(Axis::Published),
        "mentioned" => Some(Axis::Mentioned),
        _ => None,
    }
}

/// Only the one form that is written.
fn lang(value: &str) -> Option<Lang> {
    [Lang::Id, Lang::En].into_iter().find(|lang| lang.tag() == value)
}

fn zoom(value: &str) -> Option<(Day, Day)> {
    let (a, b) = value.split_once('_')?;
    let (a, b) = (day_of(a)?, day_of(b)?);
    Some((a.min(b), a.max(b)))
}

fn shown(text: &str) -> String {
    text.chars().take(SHOWN).collect()
}

impl fmt::Display for Query {
    /// The canonical hash, with its `#`; "#/" for the empty query.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut parts = String::new();
        let mut add = |key: &str, value: &str| {
            parts.push(if parts.is_empty() { '?' } else { '&' });
            parts.push_str(key);
            parts.push('=');
            encode(&mut parts, value);
        };
        if !self.text.is_empty() {
            add("q", &self.text);
        }
        for slug in &self.actors {
            add("actor", slug);
        }
        for slug in &self.excluded {
            add("not", slug);
        }
        if self.mode == Mode::Any {
            add("match", "any");
        }
        for source in &self.sources {
            add("source", source);
        }
        for lang in &self.langs {
            add("lang", lang.tag());
        }
        if self.axis == Axis::Mentioned {
            add("axis", "mentioned");
        }
        for (key, day) in [("from", self.from), ("to", self.to)] {
            if let Some(day) = day {
                add(key, &day.to_string());
            }
        }
        if self.undated {
            add("undated", "only");
        }
        if let Some((first, last)) = self.zoom {
            add("zoom", &format!("{first}_{last}"));
        }
        match self.sort {
            Sort::Newest => {}
            Sort::Oldest => add("sort", "oldest"),
            Sort::Relevance => add("sort", "relevance"),
        }
        if let Some(article) = &self.article {
            add("article", article);
        }
        if let Some(sentence) = self.sentence {
            add("sentence", &sentence.to_string());
        }
        if self.section != Section::default() {
            add("panel", self.section.code());
        }
        if self.of_article {
            add("of", "article");
        }
        if self.length != Length::default() {
            add("top", &self.length.sentences().to_string());
        }
        if let Some(versus) = &self.versus {
            add("vs", &versus.to_string());
        }
        write!(f, "#/{parts}")
    }
}

/// Percent-encodes all but RFC 3986's unreserved characters and letters beyond ASCII, which browsers
/// show as they are.
fn encode(out: &mut String, text: &str) {
    for c in text.chars() {
        if c.is_alphanumeric() || "-._~".contains(c) {
            out.push(c);
        } else {
            let mut bytes = [0; 4];
            for byte in c.encode_utf8(&mut bytes).bytes() {
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
}

/// Undoes [`encode`]; a stray `%` stands for itself, bytes that aren't UTF-8 become U+FFFD.
fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let hex = (byte == b'%').then(|| text.get(at + 1..at + 3)).flatten();
        match hex.and_then(|h| u8::from_str_radix(h, 16).ok()) {
            Some(decoded) => {
                out.push(decoded);
                at += 3;
            }
            None => {
                out.push(if byte == b'+' { b' ' } else { byte });
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}
