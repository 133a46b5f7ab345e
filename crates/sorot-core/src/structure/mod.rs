//! Which parts of the body are the story, and where do its sentences end?

mod credits;
mod features;
pub mod language;
pub mod lexicon;
mod lines;
pub mod lookup;
mod sentences;
pub mod tokens;

use crate::calendar::Lang;
use crate::text::Span;
use crate::why::Why;
use serde::{Deserialize, Serialize};

/// The shape of one body: all spans sorted, inside the body, on character boundaries.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Structure {
    /// The language, declared or by a vote of stop words.
    pub language: Lang,
    /// The non-blank lines in order: headline, paragraphs, and lines that are not the story.
    pub blocks: Vec<Block>,
    /// Sentences of the headline and the paragraphs, never across two blocks.
    pub sentences: Vec<Sentence>,
}

/// One non-blank line without its surrounding white space, or the tail of one (a `[]` end mark).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// Where.
    pub span: Span,
    /// What.
    pub kind: BlockKind,
}

/// What a line is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum BlockKind {
    /// The headline: at most one, the first block.
    Title,
    /// A paragraph of the story.
    Paragraph,
    /// Not the story ("read also", a sign-off, an end mark), and what told it.
    NonStory(Vec<Why>),
}

/// A sentence of the story.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence {
    /// Where, with its closing punctuation and quotation mark.
    pub span: Span,
    /// Index of its block in [`Structure::blocks`].
    pub block: u32,
}

impl Structure {
    /// The headline in the text, if there is one.
    pub fn title(&self) -> Option<Span> {
        self.blocks.first().filter(|b| b.kind == BlockKind::Title).map(|b| b.span)
    }

    /// The spans that are not the story.
    pub fn non_story(&self) -> impl Iterator<Item = (Span, &[Why])> {
        self.blocks.iter().filter_map(|b| match &b.kind {
            BlockKind::NonStory(why) => Some((b.span, why.as_slice())),
            _ => None,
        })
    }

    /// The lines that are not the story, as if they alone were it, each one sentence; `None` where there
    /// are none.
    pub fn aside(&self) -> Option<Structure> {
        let line = |(i, block): (usize, &Block)| {
            matches!(block.kind, BlockKind::NonStory(_))
                .then_some(Sentence { span: block.span, block: u32::try_from(i).unwrap_or(u32::MAX) })
        };
        let sentences: Vec<Sentence> = self.blocks.iter().enumerate().filter_map(line).collect();
        (!sentences.is_empty()).then(|| Structure {
            language: self.language,
            blocks: self.blocks.iter().map(|b| Block { span: b.span, kind: BlockKind::Paragraph }).collect(),
            sentences,
        })
    }

    /// The blocks that are the story: headline and paragraphs.
    pub fn story(&self) -> impl Iterator<Item = Span> {
        self.blocks.iter().filter(|b| !matches!(b.kind, BlockKind::NonStory(_))).map(|b| b.span)
    }
}

/// Reads the shape of `body`. `declared` wins over the vote for the language.
pub fn read(body: &str, declared: Option<Lang>) -> Structure {
    let language = declared.unwrap_or_else(|| language::vote(body));
    let blocks = lines::blocks(body);
    let mut sentences = Vec::new();
    for (i, block) in blocks.iter().enumerate() {
        match block.kind {
            // A headline is one unit, whatever stops it holds.
            BlockKind::Title => sentences.push(Sentence { span: block.span, block: i as u32 }),
            BlockKind::Paragraph => sentences.extend(
                sentences::split(body, block.span, language)
                    .into_iter()
                    .map(|span| Sentence { span, block: i as u32 }),
            ),
            BlockKind::NonStory(_) => {}
        }
    }
    Structure { language, blocks, sentences }
}

#[cfg(test)]
mod tests;
