//! Which sentence stands for an article in the list?

use crate::annotate::{ActorId, Document};
use crate::corpus::Lexicon;
use crate::search::Words;
use crate::sort;
use crate::structure::BlockKind;
use crate::text::Span;

/// How long a snippet is.
#[derive(Clone, Copy)]
pub struct Room {
    /// Its characters.
    most: usize,
    /// Those before the first hit, where it is cut at its front.
    before_hit: usize,
}

impl Room {
    /// Several lines.
    pub const LINES: Room = Room { most: 170, before_hit: 60 };
    /// One line, in which the hit is seen.
    pub const LINE: Room = Room { most: 100, before_hit: 24 };
}

/// A sentence of the story: the one that holds most of the words looked for, else the first that names
/// an actor asked for, else the lead; cut where it is long.
pub fn snippet(
    document: &Document,
    asked: &[ActorId],
    words: &Words,
    lexicon: &Lexicon,
    room: Room,
) -> String {
    let body = &document.article.body;
    if let Some((sentence, hit)) = best_sentence(document, words, lexicon) {
        return cut_around(sentence.of(body), hit.start.saturating_sub(sentence.start) as usize, room);
    }
    let below_title = |span: Span| document.structure.title().is_none_or(|t| !t.contains(span));
    let first = document.mentions.iter().find(|m| asked.contains(&m.actor) && below_title(m.span));
    let sentence = first.and_then(|m| document.structure.sentences.iter().find(|s| s.span.contains(m.span)));
    cut(sentence.map_or_else(|| lead(document), |s| s.span.of(body)), room.most)
}

/// The sentence below the headline that holds most of the words, then the most hits, then the first;
/// and its first hit.
fn best_sentence(document: &Document, words: &Words, lexicon: &Lexicon) -> Option<(Span, Span)> {
    if !words.ranks() {
        return None;
    }
    let title = document.structure.title();
    let below = document.structure.sentences.iter().map(|s| s.span).filter(|s| title != Some(*s));
    let ranked = below.filter_map(|sentence| {
        let hits = words.hits(lexicon, &document.article.body, sentence);
        let first = hits.first()?.0;
        let mut which: Vec<usize> = hits.iter().map(|hit| hit.1).collect();
        sort::numbers(&mut which);
        which.dedup();
        Some(((which.len(), hits.len()), (sentence, first)))
    });
    // The first of the best, where `max_by_key` gives the last.
    let best = ranked.reduce(|best, next| if next.0 > best.0 { next } else { best });
    best.map(|(_, sentence)| sentence)
}

/// A sentence of at most so many characters, from a few words before byte `hit` on where it is longer.
fn cut_around(sentence: &str, hit: usize, Room { most, before_hit }: Room) -> String {
    let before = sentence.get(..hit).unwrap_or("");
    if sentence.chars().nth(most).is_none() || before.chars().count() <= before_hit {
        return cut(sentence, most);
    }
    let near = before.char_indices().rev().nth(before_hit).map_or(0, |(at, _)| at);
    // From the next word on.
    let gap = before.get(near..).and_then(|rest| rest.find(char::is_whitespace)).unwrap_or(0);
    format!("…{}", cut(sentence.get(near + gap..).unwrap_or("").trim_start(), most))
}

/// The first sentence below the headline, or the first line of a text without sentences.
pub fn lead(document: &Document) -> &str {
    let body = &document.article.body;
    let structure = &document.structure;
    let is_story =
        |block: u32| structure.blocks.get(block as usize).is_some_and(|b| b.kind == BlockKind::Paragraph);
    match structure.sentences.iter().find(|s| is_story(s.block)) {
        Some(sentence) => sentence.span.of(body),
        None => body.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or(""),
    }
}

/// At most `length` characters, cut between words, the cut shown.
pub fn cut(text: &str, length: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(length) else { return text.to_string() };
    let kept = text.get(..end).unwrap_or("");
    let kept = kept.rsplit_once(char::is_whitespace).map_or(kept, |(head, _)| head);
    format!("{}…", kept.trim_end_matches(|c: char| !c.is_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_sentence_is_cut_around_the_hit() {
        let sentence = format!("{}serangan itu {}", "satu dua ".repeat(20), "tiga empat ".repeat(20));
        let hit = sentence.find("serangan").unwrap();
        for (room, near) in [(Room::LINES, 30..=64), (Room::LINE, 10..=28)] {
            let told = cut_around(&sentence, hit, room);
            assert!(told.starts_with('…') && told.ends_with('…'), "{told}");
            assert!(near.contains(&told.find("serangan").unwrap()), "{told}");
            assert!(!told.contains("  ") && told.chars().count() <= room.most + 2, "{told}");
            assert_eq!(cut_around("Serangan itu berhenti.", 0, room), "Serangan itu berhenti.");
        }
    }
}
