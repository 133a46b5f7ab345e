//! What speaks for a sentence, whatever is selected?
//!
//! Each feature is a whole number from 0 to [`FULL`]. Position and cue features are those of Edmundson
//! (1969); the centroid is that of Radev et al. (2004), of one article.

use super::Stems;
use super::fitness::{Fault, fault_among};
use super::head::{Head, head};
use crate::annotate::{ActorId, Document, Rung};
use crate::fold::fold_into;
use crate::sort;
use crate::structure::BlockKind;
use crate::structure::tokens::{Shape, TokenKind, tokens};
use crate::text::{Span, overlapping};

/// A feature that holds in full.
pub const FULL: i32 = 1024;

macro_rules! features {
    ($($name:ident, $code:literal, $about:literal;)*) => {
        /// What is measured of a sentence.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Feature {
            $(#[doc = $about] $name,)*
        }

        impl Feature {
            /// All, in the order of [`Values`].
            pub const ALL: &[Feature] = &[$(Feature::$name,)*];

            /// The name in the file of weights.
            pub fn code(self) -> &'static str {
                match self { $(Feature::$name => $code,)* }
            }

            /// What it measures, for the head of the file of weights.
            pub fn about(self) -> &'static str {
                match self { $(Feature::$name => $about,)* }
            }
        }
    };
}

features! {
    First, "first", "the article's first sentence";
    Second, "second", "its second";
    Third, "third", "its third";
    Fourth, "fourth", "its fourth";
    Fifth, "fifth", "its fifth";
    Position, "position", "1 / n of its n-th sentence";
    Early, "early", "1 for the first, 0 for the last, evenly between";
    Opens, "opens", "the first sentence of its paragraph";
    Paragraph, "paragraph", "1 / n of the article's n-th paragraph";
    Length, "length", "words, full at 32";
    Short, "short", "fewer than 9 words";
    Weighty, "weighty", "position times length: long and early";
    Long, "long", "words beyond 40, full at 60";
    Centroid, "centroid", "how often the article uses its content words, in the mean, against the most used one";
    Coverage, "coverage", "the share of the article's content words, each as often as used, that it holds";
    Lead, "lead", "the share of the first sentence's content words that it holds; 0 for the first itself";
    Names, "names", "actors named, full at 4";
    Number, "number", "holds a figure";
    Date, "date", "says when";
    Quote, "quote", "holds direct speech";
    Quoted, "quoted", "the share of it that is direct speech";
    Linked, "linked", "begins with a link to the sentence before";
    Pointing, "pointing", "begins with something named again by its kind";
    Pronoun, "pronoun", "begins with a pronoun whose person is known";
    Question, "question", "asks";
    Outlet, "outlet", "hands on what another outlet tells";
}

/// How many features there are.
pub const COUNT: usize = Feature::ALL.len();

/// The features of one sentence, 0 to [`FULL`] each, in the order of [`Feature::ALL`].
pub type Values = [i32; COUNT];

/// A sentence of the story with its features.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measured {
    /// Its number in the article's structure.
    pub sentence: u32,
    /// Why it may not stand in a summary, if so.
    pub fault: Option<Fault>,
    /// Its features.
    pub values: Values,
    /// Its content words as stems, sorted, each once; the ones the article uses most where there are many.
    pub stems: Vec<u32>,
    /// The actors it names, sorted, each once.
    pub actors: Vec<ActorId>,
}

/// A word of fewer characters has no content, unless it is written in capitals.
const MIN_WORD: usize = 3;

/// What is read of a sentence before the article is known as a whole.
struct Raw {
    sentence: u32,
    span: Span,
    fault: Option<Fault>,
    words: i32,
    head: Head,
    number: bool,
    /// With repetitions, sorted.
    stems: Vec<u32>,
}

/// Measures the sentences of the paragraphs, in order: the first, and those of `which`. How often words are used is
/// counted among these.
pub fn read(document: &Document, stems: &Stems, which: &dyn Fn(Span) -> bool) -> Vec<Measured> {
    let mut raws: Vec<(Place, Raw)> = Vec::new();
    let mut place = Place { at: 0, of: 0, opens: true, paragraph: -1 };
    let mut before = None;
    for (number, s) in (0u32..).zip(&document.structure.sentences) {
        let block = document.structure.blocks.get(s.block as usize);
        if block.is_none_or(|b| b.kind != BlockKind::Paragraph) {
            continue;
        }
        place.opens = before != Some(s.block);
        before = Some(s.block);
        place.paragraph += i32::from(place.opens);
        if place.at == 0 || which(s.span) {
            raws.push((place, raw(document, number, s.span, stems)));
        }
        place.at += 1;
    }
    let uses = Uses::of(raws.iter().map(|r| &r.1));
    let lead: Vec<u32> = raws.first().map(|r| each_once(&r.1.stems)).unwrap_or_default();
    let measured =
        raws.iter().map(|(at, raw)| measure(document, raw, Place { of: place.at, ..*at }, &uses, &lead));
    measured.collect()
}

fn raw(document: &Document, sentence: u32, span: Span, stems: &Stems) -> Raw {
    let body = document.article.body.as_str();
    let tokens = tokens(body, span);
    let mut found = Vec::new();
    let mut folded = String::new();
    for token in tokens.iter().filter(|t| t.kind != TokenKind::Mark) {
        folded.clear();
        fold_into(token.text(body), &mut folded);
        if token.shape == Shape::Upper || folded.chars().count() >= MIN_WORD {
            found.extend(stems(&folded));
        }
    }
    sort::numbers(&mut found);
    Raw {
        sentence,
        span,
        fault: fault_among(document, sentence, &tokens),
        words: tokens.iter().filter(|t| t.kind != TokenKind::Mark).count().min(1000) as i32,
        head: head(body, &tokens),
        number: tokens.iter().any(|t| t.kind == TokenKind::Number),
        stems: found,
    }
}

/// How often the article uses each stem.
struct Uses {
    /// By stem.
    counts: Vec<(u32, i32)>,
    most: i32,
    total: i32,
}

impl Uses {
    fn of<'r>(raws: impl Iterator<Item = &'r Raw>) -> Uses {
        let mut all: Vec<u32> = raws.flat_map(|r| r.stems.iter().copied()).collect();
        sort::numbers(&mut all);
        let counts: Vec<(u32, i32)> =
            all.chunk_by(|a, b| a == b).filter_map(|g| Some((*g.first()?, g.len() as i32))).collect();
        let most = counts.iter().map(|c| c.1).max().unwrap_or(1);
        Uses { counts, most, total: all.len().max(1) as i32 }
    }

    fn count(&self, stem: u32) -> i32 {
        let at = self.counts.binary_search_by_key(&stem, |c| c.0).ok();
        at.and_then(|at| self.counts.get(at)).map_or(0, |c| c.1)
    }
}

fn each_once(sorted: &[u32]) -> Vec<u32> {
    let mut once = sorted.to_vec();
    once.dedup();
    once
}

/// Where a sentence stands in its story.
#[derive(Clone, Copy)]
struct Place {
    at: usize,
    of: usize,
    opens: bool,
    /// Paragraphs before its own.
    paragraph: i32,
}

fn measure(document: &Document, raw: &Raw, place: Place, uses: &Uses, lead: &[u32]) -> Measured {
    let mut stems = each_once(&raw.stems);
    let used: i32 = stems.iter().map(|&s| uses.count(s)).sum();
    let held = lead.iter().filter(|s| stems.binary_search(s).is_ok()).count() as i32;
    let actors = actors_in(document, raw.span);
    let quoted: u32 = overlapping(&document.quotes, |q| q.span, raw.span).iter().map(|q| q.span.len()).sum();
    let at = place.at as i32;
    let last = (place.of as i32 - 1).max(1);
    let flag = |on: bool| if on { FULL } else { 0 };
    let part = |some: i32, all: i32| (i64::from(some) * i64::from(FULL) / i64::from(all.max(1))) as i32;
    let value = |feature: &Feature| match feature {
        Feature::First => flag(at == 0),
        Feature::Second => flag(at == 1),
        Feature::Third => flag(at == 2),
        Feature::Fourth => flag(at == 3),
        Feature::Fifth => flag(at == 4),
        Feature::Position => part(1, at + 1),
        Feature::Early => part(last - at.min(last), last),
        Feature::Opens => flag(place.opens),
        Feature::Paragraph => part(1, place.paragraph + 1),
        Feature::Length => part(raw.words.min(32), 32),
        Feature::Short => flag(raw.words < 9),
        Feature::Weighty => part(raw.words.min(32), 32 * (at + 1)),
        Feature::Long => part((raw.words - 40).clamp(0, 20), 20),
        Feature::Centroid => part(used, uses.most * stems.len().max(1) as i32),
        Feature::Coverage => part(used, uses.total),
        Feature::Lead => {
            if at == 0 {
                0
            } else {
                part(held, lead.len() as i32)
            }
        }
        Feature::Names => part(actors.len().min(4) as i32, 4),
        Feature::Number => flag(raw.number),
        Feature::Date => flag(
            overlapping(&document.timexes, |t| t.span, raw.span).iter().any(|t| raw.span.contains(t.span)),
        ),
        Feature::Quote => flag(quoted > 0),
        Feature::Quoted => part(quoted.min(raw.span.len()) as i32, raw.span.len() as i32),
        Feature::Linked => flag(raw.head == Head::Linked),
        Feature::Pointing => flag(raw.head == Head::Pointing),
        Feature::Pronoun => flag(raw.head == Head::Person),
        Feature::Question => flag(raw.span.of(&document.article.body).ends_with('?')),
        Feature::Outlet => flag(document.source_of(raw.span).is_some_and(|s| s.rung == Rung::Outlet)),
    };
    let mut values = [0; COUNT];
    for (slot, feature) in values.iter_mut().zip(Feature::ALL) {
        *slot = value(feature);
    }
    if stems.len() > super::STEMS {
        sort::by_key(&mut stems, |&s| (std::cmp::Reverse(uses.count(s)), s));
        stems.truncate(super::STEMS);
        sort::numbers(&mut stems);
    }
    Measured { sentence: raw.sentence, fault: raw.fault, values, stems, actors }
}

fn actors_in(document: &Document, sentence: Span) -> Vec<ActorId> {
    let start = document.mentions.partition_point(|m| m.span.start < sentence.start);
    let inside = document.mentions.iter().skip(start).take_while(|m| m.span.end <= sentence.end);
    let mut actors: Vec<ActorId> = inside.map(|m| m.actor).collect();
    sort::numbers(&mut actors);
    actors.dedup();
    actors
}
