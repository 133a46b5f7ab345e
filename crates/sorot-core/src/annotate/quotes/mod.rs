//! Whose words are these?

use super::speech::discourse::Discourse;
use super::speech::marks::Pair;
use super::speech::scene::{Found, Scene};
use super::speech::speaker;
use super::speech::tokens::{Para, Reader};
use super::{Actor, Mention, Quote};
use crate::structure::{BlockKind, Structure};
use crate::why::{Rule, Why};

/// A quote of fewer words counts only where a speech verb ties it to somebody.
const WORDS: usize = 4;

/// Finds the quoted words of the story and who said them, by place.
pub fn find(body: &str, structure: &Structure, mentions: &[Mention], actors: &[Actor]) -> Vec<Quote> {
    let reader = Reader::new(body, structure, mentions, actors);
    let mut discourse = Discourse::default();
    let mut quotes = Vec::new();
    for block in structure.blocks.iter().filter(|b| !matches!(b.kind, BlockKind::NonStory(_))) {
        let para = reader.para(block.span);
        let scene = Scene { body, lang: structure.language, mentions, actors, tokens: &para.tokens };
        for (pair, found) in para.pairs.iter().zip(attribute(&scene, &para, &mut discourse)) {
            quotes.extend(quote(body, pair, found));
        }
        if block.kind == BlockKind::Title {
            discourse = Discourse::default();
        }
    }
    quotes
}

/// What is known of each quote of the block.
fn attribute(scene: &Scene, para: &Para, discourse: &mut Discourse) -> Vec<Found> {
    let mut all: Vec<Found> = para.pairs.iter().map(|_| Found::default()).collect();
    for range in &para.sentences {
        let sentence = scene.sentence(range.clone());
        let founds = speaker::attribute(scene, &sentence, discourse);
        discourse.read(scene, &sentence, &founds);
        for (quote, found) in founds {
            if let Some(slot) = all.get_mut(quote) {
                *slot = found;
            }
        }
    }
    all
}

/// The quote as it leaves this stage; `None` for words that merely stand in quotation marks.
fn quote(body: &str, pair: &Pair, found: Found) -> Option<Quote> {
    let words = pair.span.of(body).split_whitespace().filter(|w| w.contains(char::is_alphanumeric)).count();
    let told = found.spoken && !found.speakers.is_empty();
    if words == 0 || found.work || words < WORDS && !told {
        return None;
    }
    let mut why = found.why;
    if pair.reversed {
        why.push(Why::plain(Rule::QuoteReversed));
    }
    if !pair.closed {
        why.push(Why::plain(Rule::QuoteUnclosed));
    }
    Some(Quote { span: pair.span, speakers: found.speakers, cue: found.cue, why })
}

#[cfg(test)]
mod tests;
