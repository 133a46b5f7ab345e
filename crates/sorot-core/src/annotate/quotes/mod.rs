//! Whose words are these?

mod addressee;
mod channel;

use super::speech::marks::Pair;
use super::speech::scene::Found;
use super::speech::tokens::Kind;
use super::speech::{self, Source, Step};
use super::{Actor, Mention, Quote};
use crate::structure::Structure;
use crate::text::Span;
use crate::why::{Rule, Why};

/// A quote of fewer words counts only where a speech verb ties it to somebody.
const WORDS: usize = 4;
/// Bare quotes in a row that a later cue holds for.
const JOINED: usize = 4;
/// Bytes of white space between two parts of one speech.
const GAP: u32 = 8;

/// Finds the quoted words of the story and who said them, by place.
pub fn find(body: &str, structure: &Structure, mentions: &[Mention], actors: &[Actor]) -> Vec<Quote> {
    let mut quotes = Vec::new();
    speech::walk(&Source { body, structure, mentions, actors }, |step| take(step, &mut quotes));
    quotes
}

/// The quotes of one sentence.
pub(super) fn take(step: &Step, quotes: &mut Vec<Quote>) {
    let (told, to) = (channel::of(step), addressee::of(step));
    let begins = |i: usize| {
        let first = step.scene.token(step.sentence.range.start).map(|t| t.kind);
        first == Some(Kind::Quote(i))
    };
    for (index, found) in step.founds {
        let Some(pair) = step.pairs.get(*index) else { continue };
        let Some(mut quote) = quote(step.scene.body, pair, found) else { continue };
        if found.cue.is_some() {
            quote.why.extend(told.clone());
            quote.to = to;
        }
        // A bare quote right before, without a cue of its own, is the first part of this one.
        if begins(*index) && !found.speakers.is_empty() && found.cue.is_some_and(|c| c.start > pair.span.end)
        {
            let earlier =
                quotes.iter_mut().rev().take(JOINED).take_while(|q| q.speakers.is_empty() && q.cue.is_none());
            let mut next = pair.span.start;
            for bare in earlier.take_while(|q| joins(step.scene.body, q, &mut next)) {
                bare.speakers = found.speakers.clone();
                bare.cue = found.cue;
                bare.to = quote.to;
                bare.why = found.why.clone();
                bare.why.push(Why::plain(Rule::QuoteNext));
            }
        }
        quotes.push(quote);
    }
}

/// Whether only white space stands between the quote and byte `next`; moves `next` to its start.
fn joins(body: &str, quote: &Quote, next: &mut u32) -> bool {
    let between = Span { start: quote.span.end, end: *next };
    *next = quote.span.start;
    between.len() <= GAP && between.of(body).trim().is_empty()
}

/// The quote as it leaves this stage; `None` for words that merely stand in quotation marks.
fn quote(body: &str, pair: &Pair, found: &Found) -> Option<Quote> {
    let words = pair.span.of(body).split_whitespace().filter(|w| w.contains(char::is_alphanumeric)).count();
    let told = found.spoken && !found.speakers.is_empty();
    let unsaid = found.cue.is_none() && !found.spoken;
    if words == 0 || found.work || words < WORDS && !told || unsaid && is_title(pair.span.of(body)) {
        return None;
    }
    let mut why = found.why.clone();
    if pair.reversed {
        why.push(Why::plain(Rule::QuoteReversed));
    }
    if !pair.closed {
        why.push(Why::plain(Rule::QuoteUnclosed));
    }
    Some(Quote { span: pair.span, speakers: found.speakers.clone(), cue: found.cue, to: None, why })
}

/// Whether the words are written as the name of a work is ("diskusi “Hutan dan Masa Depan Kota”"): capitals on
/// two thirds of the longer ones, and no stop before the closing mark.
fn is_title(quote: &str) -> bool {
    let inside =
        quote.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '.' | ',' | '!' | '?' | '…'));
    let longer =
        || inside.split_whitespace().filter(|w| w.chars().filter(|c| c.is_alphabetic()).count() >= 4);
    let capital = longer().filter(|w| w.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase));
    !inside.ends_with(['.', ',', '!', '?', '…'])
        && longer().count() >= 2
        && capital.count() * 3 >= longer().count() * 2
}

#[cfg(test)]
mod tests;
