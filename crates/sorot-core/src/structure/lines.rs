//! Which lines are the story? Blocks, with what tells that a line isn't one.

use super::features::{self, Line};
use super::{Block, BlockKind};
use crate::text::Span;
use crate::why::{Rule, Why};

/// Words of a headline at most: longer first lines are leads.
const TITLE_WORDS: usize = 22;

/// Blocks at the head among which a line that dates the article stands: the headline, who wrote it.
const DATED: usize = 4;

/// Cuts `body` into its non-blank lines and says what each is.
pub fn blocks(body: &str) -> Vec<Block> {
    let mut out: Vec<Block> = Vec::new();
    // After a label alone ("Related:"), headlines follow until a line of the story.
    let mut listing = false;
    for span in non_blank_lines(body) {
        let line = Line::new(span.of(body));
        if let Some(whys) = features::non_story(&line) {
            listing = line.is_label_alone();
            out.push(Block { span, kind: BlockKind::NonStory(whys) });
            continue;
        }
        if out.len() < DATED && features::is_date_line(&line) {
            let why = Why::new(Rule::NonStoryDate, [line.text.into()]);
            out.push(Block { span, kind: BlockKind::NonStory(vec![why]) });
            continue;
        }
        // A headline may ask or shout, a story's sentence ends with a full stop.
        listing = listing && !line.ends_with_full_stop() && line.words() <= TITLE_WORDS;
        if listing {
            let why = Why::plain(Rule::NonStoryListed);
            out.push(Block { span, kind: BlockKind::NonStory(vec![why]) });
            continue;
        }
        let (story, tail) = features::tail(line.text);
        let at = span.start as usize;
        if !story.is_empty() {
            let span = Span::new(at, at + story.len());
            out.push(Block { span, kind: BlockKind::Paragraph });
        }
        if let Some((tail, why)) = tail {
            let start = span.end as usize - tail.len();
            let span = Span::new(start, span.end as usize);
            out.push(Block { span, kind: BlockKind::NonStory(vec![why]) });
        }
    }
    sign_offs(body, &mut out);
    title(body, &mut out);
    out
}

/// The spans of the lines of `body`, trimmed, without blank ones.
fn non_blank_lines(body: &str) -> impl Iterator<Item = Span> {
    let breaks = |c: char| matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}');
    let mut at = 0;
    body.split(breaks).filter_map(move |line| {
        let start = at + (line.len() - line.trim_start().len());
        // Every line but the last ends with one break character.
        at += line.len();
        at += body.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        let trimmed = line.trim();
        (!trimmed.is_empty()).then(|| Span::new(start, start + trimmed.len()))
    })
}

/// Lines at the end of the file that name the newsroom or the author and say nothing: a name without
/// a verb or a stop, after the story's last paragraph.
fn sign_offs(body: &str, blocks: &mut [Block]) {
    let last_told = blocks
        .iter()
        .rposition(|b| b.kind == BlockKind::Paragraph && Line::new(b.span.of(body)).ends_with_stop());
    for block in blocks.iter_mut().skip(last_told.map_or(usize::MAX, |i| i + 1)) {
        let text = block.span.of(body);
        if block.kind == BlockKind::Paragraph && Line::new(text).is_names_only() {
            block.kind = BlockKind::NonStory(vec![Why::new(Rule::NonStorySignOff, [text.into()])]);
        }
    }
}

/// The first line is the headline if it is short, doesn't end as a sentence does, has no dateline,
/// and a paragraph that ends as a sentence follows.
fn title(body: &str, blocks: &mut [Block]) {
    let mut story = blocks.iter().filter(|b| b.kind == BlockKind::Paragraph);
    let (Some(first), Some(second)) = (story.next(), story.next()) else {
        return;
    };
    let line = Line::new(first.span.of(body));
    let next = Line::new(second.span.of(body));
    let headline = line.words() <= TITLE_WORDS && !line.ends_as_sentence() && !line.has_dateline();
    let is_first = blocks.first().is_some_and(|b| b.kind == BlockKind::Paragraph);
    let followed = next.ends_with_stop() || next.words() > line.words();
    if let Some(first) = blocks.first_mut().filter(|_| is_first && headline && followed) {
        first.kind = BlockKind::Title;
    }
}
