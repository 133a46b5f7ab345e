//! Whose words are these?

use super::speech::marks::Pair;
use super::speech::scene::Found;
use super::speech::{self, Source, Step};
use super::{Actor, Mention, Quote};
use crate::structure::Structure;
use crate::why::{Rule, Why};

/// A quote of fewer words counts only where a speech verb ties it to somebody.
const WORDS: usize = 4;

/// Finds the quoted words of the story and who said them, by place.
pub fn find(body: &str, structure: &Structure, mentions: &[Mention], actors: &[Actor]) -> Vec<Quote> {
    let mut quotes = Vec::new();
    speech::walk(&Source { body, structure, mentions, actors }, |step| take(step, &mut quotes));
    quotes
}

/// The quotes of one sentence.
pub(super) fn take(step: &Step, quotes: &mut Vec<Quote>) {
    for (index, found) in step.founds {
        if let Some(pair) = step.pairs.get(*index) {
            quotes.extend(quote(step.scene.body, pair, found));
        }
    }
}

/// The quote as it leaves this stage; `None` for words that merely stand in quotation marks.
fn quote(body: &str, pair: &Pair, found: &Found) -> Option<Quote> {
    let words = pair.span.of(body).split_whitespace().filter(|w| w.contains(char::is_alphanumeric)).count();
    let told = found.spoken && !found.speakers.is_empty();
    if words == 0 || found.work || words < WORDS && !told {
        return None;
    }
    let mut why = found.why.clone();
    if pair.reversed {
        why.push(Why::plain(Rule::QuoteReversed));
    }
    if !pair.closed {
        why.push(Why::plain(Rule::QuoteUnclosed));
    }
    Some(Quote { span: pair.span, speakers: found.speakers.clone(), cue: found.cue, why })
}

#[cfg(test)]
mod tests;
