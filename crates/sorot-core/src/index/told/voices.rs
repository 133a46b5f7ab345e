//! Whose account is each article, who has to answer in it, and how often is everybody named? What the panel counts
//! over thousands of articles without reading one.

use super::Source;
use crate::annotate::{ActorId, ActorKind, Document, Reply, ReplyKind, Rung};
use crate::corpus::{Change, Corpus, DocId, Row};
use serde::{Deserialize, Serialize};

/// The sources and replies of all articles.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Voices {
    /// Article → its sentences, the headline's not counted.
    sentences: Vec<u32>,
    /// Article → sources, as offsets into `sources`.
    source_offsets: Vec<u32>,
    sources: Vec<Sourced>,
    /// Article → replies, as offsets into `replies`.
    reply_offsets: Vec<u32>,
    /// Who answers, and what; for a capital or a seat that stands for a government its state.
    replies: Vec<(ActorId, ReplyKind)>,
    /// Article → its mentions, as offsets into `mentions`.
    mention_offsets: Vec<u32>,
    /// The actors of an article in the order of the index, and how often it names them; [`u8::MAX`] at most.
    mentions: Vec<u8>,
}

/// A source as [`crate::annotate::Sourced`] tells it, in the same order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sourced {
    /// Its rung.
    pub rung: Rung,
    /// How many sentences.
    pub sentences: u16,
    /// Whether they stand in the story; else in the headline.
    pub in_story: bool,
    /// Who.
    pub who: Option<ActorId>,
}

impl Voices {
    /// Those of a corpus that came of `before`, which has these.
    pub(super) fn altered(&self, before: &Corpus, source: Source) -> Voices {
        let start = vec![0];
        let mut voices = Voices {
            source_offsets: start.clone(),
            reply_offsets: start.clone(),
            mention_offsets: start,
            ..Voices::default()
        };
        // Of an article that didn't change only the state may be another that a capital stands for.
        let moved = source.corpus.moved().iter();
        let moved = moved.filter_map(|(slug, to)| Some((before.actor_by_slug(slug)?, *to)));
        let moved: Vec<(ActorId, ActorId)> = moved.collect();
        for row in source.altered.rows(source.corpus, Change::Shown) {
            match row {
                Row::Same(was) => voices.copy(self, DocId(was), &moved),
                Row::New(document) => voices.push(source.corpus, document),
            }
        }
        voices
    }

    fn copy(&mut self, from: &Voices, was: DocId, moved: &[(ActorId, ActorId)]) {
        self.sentences.push(from.sentences(was));
        self.sources.extend_from_slice(from.sources(was));
        let now = |&(who, kind): &(ActorId, ReplyKind)| {
            (moved.iter().find(|m| m.0 == who).map_or(who, |m| m.1), kind)
        };
        self.replies.extend(from.replies(was).iter().map(now));
        self.mentions.extend_from_slice(from.times(was));
        self.close();
    }

    fn close(&mut self) {
        self.source_offsets.push(self.sources.len() as u32);
        self.reply_offsets.push(self.replies.len() as u32);
        self.mention_offsets.push(self.mentions.len() as u32);
    }

    fn push(&mut self, corpus: &Corpus, document: &Document) {
        let headline = u32::from(document.structure.title().is_some());
        self.sentences.push((document.structure.sentences.len() as u32).saturating_sub(headline));
        let story = document.structure.title().map_or(0, |title| title.end);
        self.sources.extend(document.sourced.iter().map(|s| Sourced {
            rung: s.rung,
            sentences: s.sentences,
            in_story: s.span.start >= story,
            who: s.who,
        }));
        self.replies.extend(document.replies.iter().map(|r| (answers(corpus, document, r), r.kind)));
        let mut named: Vec<ActorId> = document.mentions.iter().map(|m| m.actor).collect();
        crate::sort::numbers(&mut named);
        let times = named.chunk_by(|a, b| a == b).map(|same| same.len().min(usize::from(u8::MAX)) as u8);
        self.mentions.extend(times);
        self.close();
    }

    /// The sentences of an article, the headline's not counted.
    pub fn sentences(&self, doc: DocId) -> u32 {
        self.sentences.get(doc.index()).copied().unwrap_or(0)
    }

    /// The sources of an article, by place.
    pub fn sources(&self, doc: DocId) -> &[Sourced] {
        super::super::slice(&self.source_offsets, &self.sources, doc.index())
    }

    /// Who has to answer in an article, and what, in the order of [`Document::replies`]; the state, where a capital
    /// or a seat stands for its government.
    pub fn replies(&self, doc: DocId) -> &[(ActorId, ReplyKind)] {
        super::super::slice(&self.reply_offsets, &self.replies, doc.index())
    }

    /// How often an article names each of its actors, in their order.
    pub fn times(&self, doc: DocId) -> &[u8] {
        super::super::slice(&self.mention_offsets, &self.mentions, doc.index())
    }
}

/// Who has to answer: where a capital or a seat is named for its government, or isn't named again, its state.
fn answers(corpus: &Corpus, document: &Document, reply: &Reply) -> ActorId {
    let Some(state) = corpus.actor(reply.who).and_then(|a| a.state) else { return reply.who };
    let mut named = document.mentions.iter().filter(|m| m.actor == reply.who && reply.span.contains(m.span));
    let stands = named.clone().next().is_none() || named.any(|m| m.government);
    if stands || corpus.actor(reply.who).is_some_and(|a| a.kind != ActorKind::Place) {
        state
    } else {
        reply.who
    }
}
