//! What do the selected articles say, and why these lines?
//!
//! A section a file; each is a function of the corpus and the selected articles.

pub mod compare;
pub mod events;
pub mod ladder;
pub mod met;
pub mod numbers;
pub mod opening;
pub mod relations;
pub mod reply;
pub mod said;
mod selection;
pub mod sentences;

use crate::annotate::Document;
use crate::structure::BlockKind;

pub use selection::{Selection, Telling, Tellings};
pub(crate) use selection::{highest, of_each_speaker};

/// Whether byte `at` lies behind the headline.
fn in_story(document: &Document, at: u32) -> bool {
    let first = document.structure.blocks.first();
    first.is_none_or(|b| b.kind != BlockKind::Title || at >= b.span.end)
}

#[cfg(test)]
mod tests {
    mod sections;
}
