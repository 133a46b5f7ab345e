//! The open article.

use super::When;
use super::cards::{self, Title};
use super::highlight::{Segment, Tag, segments};
use super::pins::{self, Pin};
use crate::annotate::{ActorId, Document};
use crate::calendar::{Interval, Lang};
use crate::corpus::{Corpus, DocId};
use crate::index::Index;
use crate::query::Query;
use crate::search::{Words, joined};
use crate::sort;
use crate::structure::BlockKind;
use crate::text::Span;
use std::rc::Rc;

/// The open article, ready to be set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reader {
    /// In links.
    pub id: String,
    /// The file's name.
    pub file: String,
    /// Its headline, or its first words.
    pub title: Title,
    /// Its language.
    pub lang: Lang,
    /// Its day.
    pub when: When,
    /// Its publisher or agency, where declared.
    pub source: Option<String>,
    /// Its lines in order, the headline too where the text has one.
    pub blocks: Vec<Rc<ReaderBlock>>,
    /// Mentions of people, organisations, places, and dates.
    pub counts: [u32; 4],
    /// The number of the sentence that is shown, if it exists.
    pub sentence: Option<u32>,
    /// The actors that only its lines beside the story name, with the articles of the whole set that name
    /// each: were those lines the story, it would be one more.
    pub beside: Vec<(String, u32)>,
}

/// One line of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReaderBlock {
    /// What.
    pub kind: ReaderBlockKind,
    /// The number of its first sentence in the article; `None` where it holds none.
    pub sentence: Option<u32>,
    /// Its text.
    pub segments: Vec<Segment>,
    /// Where quotes and contacts end in it, in order.
    pub pins: Vec<Pin>,
}

/// What a line is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReaderBlockKind {
    /// The headline.
    Title,
    /// A paragraph, numbered from 1.
    Paragraph(u32),
    /// Not the story, with the reasons in words.
    NonStory(Vec<String>),
}

pub(super) fn reader(
    corpus: &Corpus,
    index: &Index,
    doc: DocId,
    query: &Query,
    words: &Words,
    lang: Lang,
) -> Option<Reader> {
    let document = corpus.document(doc)?;
    let body = document.article.body.as_str();
    let sentence = query.sentence().and_then(|n| Some((n, document.structure.sentences.get(n as usize)?)));
    let shown = sentence.map(|(_, s)| s.span);
    let tags = tags(corpus, document, query, lang);
    let mut paragraph = 0;
    let first = |n: u32| {
        let sentences = &document.structure.sentences;
        let at = sentences.partition_point(|s| s.block < n);
        sentences.get(at).filter(|s| s.block == n).map(|_| at as u32)
    };
    let blocks = (0..)
        .zip(&document.structure.blocks)
        .map(|(n, block)| {
            let start = tags.partition_point(|(span, _)| span.start < block.span.start);
            let end = tags.partition_point(|(span, _)| span.start < block.span.end);
            let kind = match &block.kind {
                BlockKind::Title => ReaderBlockKind::Title,
                BlockKind::Paragraph => {
                    paragraph += 1;
                    ReaderBlockKind::Paragraph(paragraph)
                }
                BlockKind::NonStory(why) => {
                    ReaderBlockKind::NonStory(why.iter().map(|w| w.words(lang)).collect())
                }
            };
            let tags = tags.get(start..end).unwrap_or(&[]);
            // What isn't the story isn't searched.
            let hits = match kind {
                ReaderBlockKind::NonStory(_) => Vec::new(),
                _ => joined(&words.hits(corpus.lexicon(), body, block.span)),
            };
            let mut segments = segments(body, block.span, tags, shown, &hits);
            let pins = pins::pins(corpus, document, block.span, &mut segments);
            Rc::new(ReaderBlock { kind, sentence: first(n), segments, pins })
        })
        .collect();
    Some(Reader {
        id: document.article.id.clone(),
        file: document.article.file.clone(),
        title: cards::title(document),
        lang: document.structure.language,
        when: When::of(&document.published, lang),
        source: document.article.source.clone(),
        blocks,
        counts: counts(document),
        sentence: sentence.map(|(n, _)| n),
        beside: beside(corpus, index, document),
    })
}

fn beside(corpus: &Corpus, index: &Index, document: &Document) -> Vec<(String, u32)> {
    let mut only: Vec<ActorId> = document.aside.mentions.iter().map(|m| m.actor).collect();
    sort::numbers(&mut only);
    only.dedup();
    only.retain(|id| !document.mentions.iter().any(|m| m.actor == *id));
    let told = |&id: &ActorId| Some((corpus.actor(id)?.name.clone(), index.postings(id).len() as u32));
    only.iter().filter_map(told).collect()
}

/// Mentions and dates as tags, by place; an actor's name inside a date expression ("the day after
/// Lebanon's vote") comes after it and so yields.
fn tags(corpus: &Corpus, document: &Document, query: &Query, lang: Lang) -> Vec<(Span, Tag)> {
    let words = |why: &[crate::why::Why]| why.iter().map(|w| w.words(lang)).collect();
    let story = document.mentions.iter().zip(0u32..).map(|(mention, n)| (mention, Some(n)));
    let aside = document.aside.mentions.iter().map(|mention| (mention, None));
    let mentions = story.chain(aside).filter_map(|(mention, number)| {
        let actor = corpus.actor(mention.actor)?;
        let tag = Tag::Actor {
            number,
            slug: actor.slug.clone(),
            name: actor.name.clone(),
            kind: mention.kind,
            government: mention.government,
            asked: query.asks_for(&actor.slug),
            why: words(&mention.why),
        };
        Some((mention.span, tag))
    });
    let dates = document.timexes.iter().zip(0u32..).map(|(timex, number)| {
        let tag = Tag::Date {
            number,
            from: timex.value.and_then(Interval::from),
            to: timex.value.and_then(Interval::to),
            why: words(&timex.why),
        };
        (timex.span, tag)
    });
    let mut tags: Vec<(Span, Tag)> = mentions.chain(dates).collect();
    sort::by_key(&mut tags, |(span, _)| (span.start, std::cmp::Reverse(span.end)));
    tags
}

fn counts(document: &Document) -> [u32; 4] {
    let of = |kind| document.mentions.iter().filter(|m| m.kind == kind).count() as u32;
    let [person, organisation, place] = crate::annotate::ActorKind::ALL.map(of);
    [person, organisation, place, document.timexes.len() as u32]
}
