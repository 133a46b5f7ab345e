//! A line is the story, or isn't: its names and dates count, or don't.

use super::draft::Draft;
use super::{Outcome, Place, day, nothing_there};
use crate::annotate::Document;
use crate::corpus::Change;
use crate::sort;
use crate::structure::{BlockKind, Sentence};
use crate::text::Span;
use crate::why::{Rule, Why};

pub(super) fn line(draft: &mut Draft, at: &Place, story: bool) -> Outcome {
    let (document, span) = draft.at(at, Change::Words)?;
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
    let Document { aside, .. } = document;
    part(&mut document.mentions, &mut aside.mentions, |m| m.span, &in_story);
    part(&mut document.expressions, &mut aside.expressions, |e| e.span, &in_story);
    part(&mut document.quantities, &mut aside.quantities, |q| q.span, &in_story);
    part(&mut document.quotes, &mut aside.quotes, |q| q.span, &in_story);
    part(&mut document.contacts, &mut aside.contacts, |c| c.span, &in_story);
    part(&mut document.events, &mut aside.events, |e| e.span, &in_story);
    part(&mut document.sourced, &mut aside.sourced, |s| s.span, &in_story);
    part(&mut document.replies, &mut aside.replies, |r| r.span, &in_story);
    part(&mut document.references, &mut aside.references, |r| r.word, &in_story);
    document.timexes.retain(|t| in_story(t.span));
    day::settle(document);
}

/// Both lists together, parted anew, by place.
fn part<T>(
    story: &mut Vec<T>,
    aside: &mut Vec<T>,
    span: impl Fn(&T) -> Span,
    in_story: &dyn Fn(Span) -> bool,
) {
    story.append(aside);
    sort::by_key(story, &span);
    let (told, left) = std::mem::take(story).into_iter().partition(|item| in_story(span(item)));
    (*story, *aside) = (told, left);
}
