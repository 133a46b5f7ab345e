//! Who does and says what in a sentence? What quotes and contacts both read from.
//!
//! ```text
//! block → marks (pairs) → tokens (names and quotes as one token each) → clause (subjects)
//!       → speaker (cue before, after, between) → discourse (pronouns, continued speech)
//! ```

pub(super) mod clause;
pub(super) mod discourse;
pub(super) mod lexicon;
pub(super) mod marks;
pub(super) mod phrase;
pub(super) mod scene;
pub(super) mod speaker;
pub(super) mod tokens;

use self::discourse::Discourse;
use self::marks::Pair;
use self::scene::{Found, Scene, Sentence};
use super::{Actor, Mention};
use crate::structure::{BlockKind, Structure};

/// What one article holds for those who read its clauses.
#[derive(Clone, Copy, Debug)]
pub(super) struct Source<'a> {
    /// The article's body.
    pub body: &'a str,
    /// Its structure.
    pub structure: &'a Structure,
    /// Its actors, by place.
    pub mentions: &'a [Mention],
    /// The actors of the bundle.
    pub actors: &'a [Actor],
}

/// A sentence of the story as it is reached.
pub(super) struct Step<'s> {
    /// The block it stands in.
    pub scene: &'s Scene<'s>,
    /// The sentence.
    pub sentence: &'s Sentence,
    /// The outermost quotes of its block.
    pub pairs: &'s [Pair],
    /// Who is in mind before it.
    pub discourse: &'s Discourse,
    /// What is known of its quotes: index of the pair.
    pub founds: &'s [(usize, Found)],
    /// Whether nothing is in mind: at the start, and behind the headline.
    pub fresh: bool,
}

/// Reads the story sentence by sentence, each once, for all who ask.
pub(super) fn walk(source: &Source, mut each: impl FnMut(&Step)) {
    let Source { body, structure, mentions, actors } = *source;
    let reader = tokens::Reader::new(body, structure, mentions, actors);
    let mut discourse = Discourse::default();
    let mut fresh = true;
    for block in structure.blocks.iter().filter(|b| !matches!(b.kind, BlockKind::NonStory(_))) {
        let para = reader.para(block.span);
        let scene = Scene { body, lang: structure.language, mentions, actors, tokens: &para.tokens };
        for range in &para.sentences {
            let sentence = scene.sentence(range.clone());
            let founds = speaker::attribute(&scene, &sentence, &discourse);
            each(&Step {
                scene: &scene,
                sentence: &sentence,
                pairs: &para.pairs,
                discourse: &discourse,
                founds: &founds,
                fresh,
            });
            fresh = false;
            discourse.read(&scene, &sentence, &founds);
        }
        if block.kind == BlockKind::Title {
            discourse = Discourse::default();
            fresh = true;
        }
    }
}
