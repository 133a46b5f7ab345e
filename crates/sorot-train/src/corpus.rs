//! Annotated and unlabelled news, as read from the folder of training data.

use sorot_core::annotate::ActorKind;
use sorot_core::annotate::tagger::scheme;
use std::path::Path;

/// A name in a sentence: first word, one past the last, kind.
pub type Entity = (usize, usize, ActorKind);

/// One annotated sentence.
#[derive(Clone, Debug)]
pub struct Sentence {
    /// Its words.
    pub words: Vec<String>,
    /// Its names, in order.
    pub names: Vec<Entity>,
    /// Which annotators' conventions it follows.
    pub domain: usize,
}

impl Sentence {
    /// The label of each word.
    pub fn labels(&self) -> Vec<usize> {
        let mut out = vec![scheme::OUTSIDE; self.words.len()];
        for (start, end, kind) in &self.names {
            for (at, slot) in out.iter_mut().take(*end).skip(*start).enumerate() {
                *slot = scheme::label(*kind, at, end - start);
            }
        }
        out
    }

    /// The words as slices.
    pub fn strs(&self) -> Vec<&str> {
        self.words.iter().map(String::as_str).collect()
    }
}

fn kind(tag: &str) -> Option<ActorKind> {
    match tag.get(2..)? {
        "PER" | "PERSON" => Some(ActorKind::Person),
        "ORG" | "ORGANISATION" => Some(ActorKind::Organisation),
        "LOC" | "PLACE" => Some(ActorKind::Place),
        _ => None,
    }
}

/// Reads a file of columns (word first, BIO tag last), an empty line after each sentence.
pub fn read_bio(path: &Path, domain: usize) -> Result<Vec<Sentence>, String> {
    let text = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let mut out = Vec::new();
    let (mut words, mut tags) = (Vec::new(), Vec::new());
    for line in text.lines().chain([""]) {
        let columns: Vec<&str> = line.split_whitespace().collect();
        if let (Some(word), Some(tag), true) = (columns.first(), columns.last(), columns.len() > 1) {
            words.push((*word).to_owned());
            tags.push((*tag).to_owned());
        } else if !words.is_empty() {
            let names = names(&tags);
            out.push(Sentence { words: std::mem::take(&mut words), names, domain });
            tags.clear();
        }
    }
    Ok(out)
}

/// An "inside" that continues nothing begins a name, as in the usual scorer.
fn names(tags: &[String]) -> Vec<Entity> {
    let mut out: Vec<Entity> = Vec::new();
    for (at, tag) in tags.iter().enumerate() {
        let Some(kind) = kind(tag) else { continue };
        match out.last_mut() {
            Some(last) if tag.starts_with("I-") && last.1 == at && last.2 == kind => last.1 += 1,
            _ => out.push((at, at + 1, kind)),
        }
    }
    out
}

/// Sentences of words from the unlabelled articles.
pub fn read_plain(path: &Path) -> Result<Vec<Vec<String>>, String> {
    let text = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let mut out = Vec::new();
    for line in text.lines() {
        let article: serde_json::Value = serde_json::from_str(line).map_err(|e| e.to_string())?;
        let paragraphs = article.get("paragraphs").and_then(|p| p.as_array());
        for sentence in paragraphs.into_iter().flatten().filter_map(|p| p.as_array()).flatten() {
            let words = sentence.as_array().into_iter().flatten().filter_map(|w| w.as_str());
            out.push(words.map(str::to_owned).collect());
        }
    }
    Ok(out)
}
