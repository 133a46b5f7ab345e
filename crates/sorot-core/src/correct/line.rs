//! A line is the story, or isn't: its names and dates count, or don't.

use super::draft::Draft;
use super::{Outcome, Place, day, nothing_there};
use crate::annotate::{Aside, Document};
use crate::sort;
use crate::structure::{BlockKind, Sentence};
use crate::text::Span;
use crate::why::{Rule, Why};

pub(super) fn line(draft: &mut Draft, at: &Place, story: bool) -> Outcome {
    let (document, span) = draft.at(at)?;
    let block = document.structure.blocks.iter().position(|b| b.span == span);
    let block = block.ok_or_else(|| nothing_there(at))?;
    tell(document, &[block], story);
    let touched: Vec<_> = document
        .mentions
        .iter()
        .chain(&document.aside.mentions)
        .filter(|m| span.contains(m.span))
        .map(|m| m.actor)
        .collect();
    draft.touch(touched);
    Ok(())
}

/// Makes `blocks` the story, or not; all that was read in them moves along.
fn tell(document: &mut Document, blocks: &[usize], story: bool) {
    let structure = &mut document.structure;
    for &i in blocks {
        let Some(block) = structure.blocks.get_mut(i) else { continue };
        let is_story = !matches!(block.kind, BlockKind::NonStory(_));
        if is_story == story {
            continue;
        }
        let number = u32::try_from(i).unwrap_or(u32::MAX);
        if story {
            block.kind = BlockKind::Paragraph;
            structure.sentences.push(Sentence { span: block.span, block: number });
        } else {
            block.kind = BlockKind::NonStory(vec![Why::plain(Rule::ReaderLine)]);
            structure.sentences.retain(|s| s.block != number);
        }
    }
    sort::by_key(&mut structure.sentences, |s| s.span);
    let lines: Vec<Span> = structure.story().collect();
    let in_story = |span: Span| {
        let at = lines.partition_point(|l| l.start <= span.start);
        at.checked_sub(1).and_then(|i| lines.get(i)).is_some_and(|l| l.contains(span))
    };
    let aside = std::mem::take(&mut document.aside);
    let (mentions, mentions_aside) =
        partition(std::mem::take(&mut document.mentions), aside.mentions, |m| m.span, in_story);
    let (expressions, expressions_aside) =
        partition(std::mem::take(&mut document.expressions), aside.expressions, |e| e.span, in_story);
    let (quantities, quantities_aside) =
        partition(std::mem::take(&mut document.quantities), aside.quantities, |q| q.span, in_story);
    document.mentions = mentions;
    document.expressions = expressions;
    document.quantities = quantities;
    document.aside =
        Aside { mentions: mentions_aside, expressions: expressions_aside, quantities: quantities_aside };
    document.timexes.retain(|t| in_story(t.span));
    document.quotes.retain(|q| in_story(q.span));
    document.contacts.retain(|c| in_story(c.span));
    document.events.retain(|e| in_story(e.span));
    document.sourced.retain(|s| in_story(s.span));
    document.replies.retain(|r| in_story(r.span));
    document.references.retain(|r| in_story(r.word));
    day::settle(document);
}

/// Both lists together, parted anew, by place.
fn partition<T>(
    story: Vec<T>,
    aside: Vec<T>,
    span: impl Fn(&T) -> Span,
    in_story: impl Fn(Span) -> bool,
) -> (Vec<T>, Vec<T>) {
    let mut all: Vec<T> = story.into_iter().chain(aside).collect();
    sort::by_key(&mut all, &span);
    all.into_iter().partition(|item| in_story(span(item)))
}
