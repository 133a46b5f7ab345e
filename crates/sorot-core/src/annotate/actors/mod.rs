//! Which words are names of people, organisations and places?
//!
//! ```text
//! sentences → words with what each tells → pieces (runs of capitals, listed names) → kinds by evidence
//! ```
//! Two passes: the first learns which words the article uses as names, the second decides the single
//! words and the headline with that.

mod declared;
mod gazetteer;
mod government;
mod judge;
pub mod marks;
mod pieces;
mod profile;
mod sentence;
mod tagged;
mod words;

use super::ActorKind;
use crate::calendar::Lang;
use crate::structure::tokens::Shape;
use crate::structure::{BlockKind, Structure};
use crate::text::Span;
use crate::why::Why;
use judge::Judged;
use pieces::{Form, Piece};
use profile::Profile;
use sentence::Word;
use serde::{Deserialize, Serialize};

pub use gazetteer::{Class, Entry, EntryId, entry, find as find_listed, find_shouted, state_of};

/// A name found in one article, before it is known whose it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Name {
    /// Where, without titles and honorifics.
    pub span: Span,
    /// What.
    pub kind: ActorKind,
    /// The title or role written beside it, if any ("Presiden AS").
    pub role: Option<Span>,
    /// Whether a capital or a seat stands for its government here.
    pub government: bool,
    /// What made it a name.
    pub why: Vec<Why>,
}

/// The names of one article, each list by place; none overlap.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Names {
    /// In the story.
    pub story: Vec<Name>,
    /// In the lines that are not the story: only names that are listed or that the story uses.
    pub aside: Vec<Name>,
}

/// Finds the names of an article.
pub fn find(body: &str, structure: &Structure) -> Names {
    let sentences: Vec<Vec<Word>> =
        structure.sentences.iter().map(|s| sentence::read(body, s.span, structure.language)).collect();
    let in_title = |i: usize| {
        let block = structure.sentences.get(i).and_then(|s| structure.blocks.get(s.block as usize));
        block.is_some_and(|b| b.kind == BlockKind::Title)
    };
    let mut profile = Profile::new(structure.language, &sentences);
    let styled: Vec<bool> = sentences
        .iter()
        .enumerate()
        .map(|(i, words)| is_shouted(words) || in_title(i) && is_headline(words))
        .collect();

    // First pass: the body's full names, and the words that stand alone.
    let told = || sentences.iter().zip(&styled).enumerate().filter(|(_, (_, styled))| !**styled);
    let told = || told().map(|(i, (words, _))| (i, words));
    let mut full: Vec<Vec<&str>> = Vec::new();
    let mut alone: Vec<&str> = Vec::new();
    let mut cut: Vec<(usize, Vec<Piece>)> = Vec::new();
    for (i, words) in told() {
        let pieces = pieces::pieces(words, &profile);
        for piece in &pieces {
            full.extend(judge::full_name_words(words, piece));
            let single = piece.form == Form::Run && piece.first == piece.last;
            alone.extend(words.get(piece.first).filter(|_| single).map(|w| w.text));
        }
        cut.push((i, pieces));
    }
    profile.name_words(&full, alone);

    // Second pass: kinds; what stays open is settled by how the word is used elsewhere.
    let mut judged: Vec<(usize, Judged)> = Vec::new();
    for (i, first) in cut {
        let Some(words) = sentences.get(i) else { continue };
        // Only where a word is a name elsewhere may the sentence be cut in another way now.
        let again = words.iter().any(|w| w.is_capital() && profile.knows(w.text));
        let pieces = if again { pieces::pieces(words, &profile) } else { first };
        let mut found = judge::judge(body, words, &pieces, &profile);
        // The tagger learned from Indonesian news.
        if structure.language == Lang::Id {
            tagged::weigh(body, words, &mut found);
        }
        judged.extend(found.into_iter().map(|j| (i, j)));
    }
    judge::settle(body, &mut judged);
    let known = judge::known_words(body, &judged);
    for (i, words) in sentences.iter().enumerate().filter(|(i, _)| styled.get(*i).copied().unwrap_or(false)) {
        profile.headline = true;
        judged.extend(judge::headline(body, words, &profile, &known).into_iter().map(|j| (i, j)));
    }
    // Such lines are mostly headlines of other articles, and never teach what a name is.
    profile.headline = true;
    let aside = structure.non_story().flat_map(|(line, _)| {
        let words = sentence::read(body, line, structure.language);
        let found = judge::headline(body, &words, &profile, &known);
        found.into_iter().filter_map(|j| j.into_name(&words)).collect::<Vec<_>>()
    });
    let aside = disjoint(aside);
    judged.sort_by_key(|(_, j)| j.span);
    let names = judged.into_iter().filter_map(|(i, j)| {
        let words = sentences.get(i)?;
        j.into_name(words)
    });
    Names { story: disjoint(names), aside }
}

/// Names by place, the first of two that overlap.
fn disjoint(names: impl Iterator<Item = Name>) -> Vec<Name> {
    let mut out: Vec<Name> = Vec::new();
    for name in names {
        if out.last().is_none_or(|last| last.span.end <= name.span.start) {
            out.push(name);
        }
    }
    out
}

/// Whether most words of four letters or more have a capital, so that capitals tell nothing.
fn is_headline(words: &[Word]) -> bool {
    let content = |w: &&Word| {
        w.text.chars().count() >= 4 && w.shape != Shape::Other && !w.tells.any(words::Tells::FUNCTION)
    };
    let long = || words.iter().filter(content);
    let capital = long().filter(|w| w.is_capital()).count();
    capital * 10 >= long().count() * 7
}

/// Whether the sentence is in capitals throughout.
fn is_shouted(words: &[Word]) -> bool {
    let cased = || words.iter().filter(|w| w.shape != Shape::Other);
    let shouted = cased().filter(|w| matches!(w.shape, Shape::Upper | Shape::Initial)).count();
    cased().count() >= 4 && shouted * 10 >= cased().count() * 8
}

#[cfg(test)]
mod tests;
