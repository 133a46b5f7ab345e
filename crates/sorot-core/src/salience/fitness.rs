//! May a sentence stand alone? A summary never shows one that can't.

use super::head::{Head, head};
use crate::annotate::{ActorId, Document};
use crate::structure::BlockKind;
use crate::structure::tokens::{Shape, Token, TokenKind, tokens};
use crate::text::{Span, overlapping};

/// Why a sentence may not stand in a summary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// It isn't the story, or is the headline.
    NotStory,
    /// A headline is glued to it.
    Glued,
    /// It is too short, begins or ends in the middle.
    Fragment,
    /// A quotation begins or ends outside.
    Torn,
    /// It begins with a word that means something told before, and nothing says what.
    Dangling,
    /// Somebody speaks, and nobody knows who.
    Unattributed,
}

/// Who a word that stands for a person means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Antecedent {
    /// The word: "Ia", "katanya".
    pub word: Span,
    /// The person.
    pub actor: ActorId,
}

/// Fewer words say nothing alone.
const MIN_WORDS: usize = 5;
/// Without a stop at its end, fewer words are a subheading.
const MIN_OPEN: usize = 12;
/// A dateline has at most so many words before its dash.
const DATELINE: usize = 6;

/// What forbids a sentence, if anything. A sentence that the article doesn't have is not its story.
pub fn fault(document: &Document, number: u32) -> Option<Fault> {
    let Some(sentence) = document.structure.sentences.get(number as usize) else {
        return Some(Fault::NotStory);
    };
    fault_among(document, number, &tokens(&document.article.body, sentence.span))
}

/// As [`fault`], of a sentence whose tokens are known.
pub(super) fn fault_among(document: &Document, number: u32, tokens: &[Token]) -> Option<Fault> {
    let structure = &document.structure;
    let Some(sentence) = structure.sentences.get(number as usize) else { return Some(Fault::NotStory) };
    let block = structure.blocks.get(sentence.block as usize);
    if block.is_none_or(|b| b.kind != BlockKind::Paragraph) {
        return Some(Fault::NotStory);
    }
    let body = document.article.body.as_str();
    if is_fragment(document, sentence.span, tokens) {
        return Some(Fault::Fragment);
    }
    let first = structure.blocks.iter().position(|b| b.kind == BlockKind::Paragraph);
    if first == Some(sentence.block as usize) && is_glued(document, tokens) {
        return Some(Fault::Glued);
    }
    if is_torn(document, sentence.span) {
        return Some(Fault::Torn);
    }
    let leans = match head(body, tokens) {
        Head::Dangling => true,
        Head::Person => reference(document, sentence.span).is_none(),
        Head::Free | Head::Linked | Head::Pointing => false,
    };
    if leans {
        return Some(Fault::Dangling);
    }
    let mut said = overlapping(&document.quotes, |q| q.span, sentence.span).iter();
    let nobody = said.any(|q| q.speakers.is_empty() && q.span.len() * 2 > sentence.span.len());
    nobody.then_some(Fault::Unattributed)
}

/// Whether a sentence that dangles can be understood behind the one before it: that is the story too.
pub fn leans(document: &Document, number: u32) -> bool {
    let structure = &document.structure;
    let before = number.checked_sub(1).and_then(|before| structure.sentences.get(before as usize));
    let block = before.and_then(|s| structure.blocks.get(s.block as usize));
    block.is_some_and(|b| b.kind == BlockKind::Paragraph)
}

/// Whom the sentence's pronoun or its unnamed speaker means; `None` where it names everybody itself.
pub fn antecedent(document: &Document, number: u32) -> Option<Antecedent> {
    let span = document.structure.sentences.get(number as usize)?.span;
    let named = |actor: ActorId| {
        let inside = overlapping(&document.mentions, |m| m.span, span);
        inside.iter().any(|m| m.actor == actor && span.contains(m.span))
    };
    let speaker = || {
        let quotes = overlapping(&document.quotes, |q| q.span, span);
        let quote = quotes.iter().find(|q| span.contains(q.span) && !q.speakers.is_empty())?;
        let word = quote.cue.filter(|&c| span.contains(c)).unwrap_or(quote.span);
        let actor = quote.speakers.first().copied().filter(|&a| !named(a))?;
        Some(Antecedent { word, actor })
    };
    reference(document, span).filter(|a| !named(a.actor)).or_else(speaker)
}

/// The pronoun at the head of the sentence, where it is known whom it means.
fn reference(document: &Document, sentence: Span) -> Option<Antecedent> {
    let found = overlapping(&document.references, |r| r.word, sentence).first()?;
    let found = Some(found).filter(|r| r.word.start == sentence.start)?;
    let mention = overlapping(&document.mentions, |m| m.span, found.name).first()?;
    let mention = Some(mention).filter(|m| m.span == found.name)?;
    Some(Antecedent { word: found.word, actor: mention.actor })
}

fn is_fragment(document: &Document, sentence: Span, tokens: &[Token]) -> bool {
    let body = document.article.body.as_str();
    let words = tokens.iter().filter(|t| t.kind != TokenKind::Mark).count();
    let end = sentence.of(body).trim_end_matches(['”', '’', '"', '\'', ')', ']', ' ']);
    let stops = end.ends_with(['.', '!', '?', '…']);
    let Some(first) = tokens.iter().find(|t| t.kind != TokenKind::Mark) else { return true };
    // "tirto.id – …" is a dateline, "iPhone" a name.
    let small = first.shape == Shape::Lower
        && !first.text(body).contains(char::is_uppercase)
        && !body.get(first.span.end as usize..).is_some_and(|rest| rest.starts_with('.'))
        && !overlapping(&document.mentions, |m| m.span, first.span)
            .iter()
            .any(|m| m.span.start == first.span.start);
    words < MIN_WORDS || small || !stops && words < MIN_OPEN || end.ends_with([':', ',', ';'])
}

/// Whether quotation marks don't pair up inside.
fn is_torn(document: &Document, sentence: Span) -> bool {
    let text = sentence.of(&document.article.body);
    let (mut straight, mut curly, mut angled) = (0, 0, 0);
    for c in text.chars() {
        match c {
            '"' => straight += 1,
            '“' | '”' | '„' => curly += 1,
            '«' | '»' => angled += 1,
            _ => {}
        }
    }
    [straight, curly, angled].iter().any(|marks| marks % 2 == 1) || {
        let mut touching = overlapping(&document.quotes, |q| q.span, sentence).iter();
        touching.any(|q| !sentence.contains(q.span))
    }
}

/// Whether the opening line holds a headline: "Judul Berita JAKARTA, Media – Isi …", "Judul BeritaIsi …".
fn is_glued(document: &Document, tokens: &[Token]) -> bool {
    let body = document.article.body.as_str();
    let words: Vec<&Token> = tokens.iter().filter(|t| t.kind != TokenKind::Mark).collect();
    let dash = tokens
        .iter()
        .position(|t| t.kind == TokenKind::Mark && t.spaced && matches!(t.text(body), "-" | "–" | "—"));
    let before = dash.and_then(|at| tokens.get(..at)).unwrap_or(&[]);
    let place = before.iter().rev().take(DATELINE).any(|t| t.shape == Shape::Upper && t.span.len() > 3);
    let long = before.iter().filter(|t| t.kind == TokenKind::Word).count() > DATELINE;
    let capitals = |words: &[&Token]| words.iter().filter(|t| t.is_capital()).count() * 3 > words.len() * 2;
    let inside = words.iter().enumerate().any(|(n, t)| {
        n >= 3
            && has_seam(t.text(body))
            && words.get(..n).is_some_and(capitals)
            && !overlapping(&document.mentions, |m| m.span, t.span).iter().any(|m| m.span.contains(t.span))
    });
    long && place || inside
}

/// A small letter, then a capital, three small letters on both sides: "BerencanaPemprov".
fn has_seam(word: &str) -> bool {
    let lower: Vec<bool> = word.chars().map(char::is_lowercase).collect();
    lower.windows(7).any(|w| matches!(w, [true, true, true, false, true, true, true]))
}
