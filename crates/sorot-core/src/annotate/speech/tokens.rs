//! The words of a block, with its names and its quotes as single tokens.

use super::lexicon::{self, Tags};
use super::marks::{self, Pair};
use crate::annotate::{Actor, ActorId, ActorKind, Mention, work};
use crate::calendar::Lang;
use crate::structure::tokens::TokenKind;
use crate::structure::{self, Structure};
use crate::text::Span;
use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Range;

/// Roles of one person that are read.
const ROLES: usize = 16;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A word in letters.
    Word,
    /// Digits.
    Number,
    /// One character that is neither.
    Mark(char),
    /// A name: index into the article's mentions.
    Name(usize, ActorKind),
    /// A quote: index into [`Para::pairs`].
    Quote(usize),
}

/// A word, mark, name or quote.
#[derive(Clone, Debug)]
pub(crate) struct Token<'a> {
    /// Where.
    pub span: Span,
    /// What.
    pub kind: Kind,
    /// The word in lower case, a name as written; empty for the others.
    pub low: Cow<'a, str>,
    /// The word's classes.
    pub tags: Tags,
    /// Whether it starts with a capital.
    pub capital: bool,
}

/// A block of the story, read into tokens.
#[derive(Debug)]
pub(crate) struct Para<'a> {
    /// Its outermost quotes.
    pub pairs: Vec<Pair>,
    /// Its tokens.
    pub tokens: Vec<Token<'a>>,
    /// Its sentences as ranges of tokens; a quote is never cut.
    pub sentences: Vec<Range<usize>>,
}

impl Token<'_> {
    /// Whether the word is in any of the classes.
    pub(crate) fn is(&self, tags: Tags) -> bool {
        work::step();
        self.tags.any(tags)
    }

    /// The mention it is, if it names a person.
    pub(crate) fn person(&self) -> Option<usize> {
        work::step();
        match self.kind {
            Kind::Name(m, ActorKind::Person) => Some(m),
            _ => None,
        }
    }

    /// The mention it is, of whatever kind.
    pub(crate) fn name(&self) -> Option<usize> {
        work::step();
        match self.kind {
            Kind::Name(m, _) => Some(m),
            _ => None,
        }
    }

    /// Whether it is this mark.
    pub(crate) fn mark(&self, c: char) -> bool {
        work::step();
        self.kind == Kind::Mark(c)
    }
}

/// Reads the story blocks of an article one by one.
pub(crate) struct Reader<'a> {
    body: &'a str,
    structure: &'a Structure,
    mentions: &'a [Mention],
    actors: &'a [Actor],
    /// The standing of those met so far.
    standings: RefCell<BTreeMap<ActorId, Tags>>,
}

impl<'a> Reader<'a> {
    /// A reader of the article; `mentions` by place.
    pub(crate) fn new(
        body: &'a str,
        structure: &'a Structure,
        mentions: &'a [Mention],
        actors: &'a [Actor],
    ) -> Reader<'a> {
        Reader { body, structure, mentions, actors, standings: RefCell::default() }
    }

    /// What the roles of a person say: whether others belong to them, whether they belong to others.
    fn standing(&self, mention: &Mention) -> Tags {
        *self.standings.borrow_mut().entry(mention.actor).or_insert_with(|| self.roles_of(mention))
    }

    fn roles_of(&self, mention: &Mention) -> Tags {
        let mut tags = Tags::NONE;
        let actor = self.actors.get(mention.actor.index()).filter(|a| a.kind == ActorKind::Person);
        for role in actor.map_or(&[][..], |a| &a.roles).iter().take(ROLES) {
            let words = role.split_whitespace().map(str::to_lowercase);
            let classes = words.fold(Tags::NONE, |all, w| all.or(lexicon::tags(&w, self.structure.language)));
            if classes.any(Tags::REL) {
                tags = tags.or(Tags::BEARER);
            } else if classes.any(Tags::HEAD) {
                tags = tags.or(Tags::BOSS);
            }
        }
        tags
    }

    /// The block with its quotes as tokens.
    pub(crate) fn para(&self, block: Span) -> Para<'a> {
        let pairs = marks::pairs(self.body, block);
        let mut tokens = Vec::with_capacity(block.len() as usize / 6);
        let mut mention = self.mentions.partition_point(|m| m.span.start < block.start);
        let mut at = block.start;
        for (i, pair) in pairs.iter().enumerate() {
            self.words(Span { start: at, end: pair.span.start }, &mut mention, &mut tokens);
            tokens.push(plain(pair.span, Kind::Quote(i)));
            at = pair.span.end;
        }
        self.words(Span { start: at, end: block.end }, &mut mention, &mut tokens);
        let sentences = self.sentences(block, &tokens);
        Para { pairs, tokens, sentences }
    }

    /// Ranges of tokens between the sentence starts that fall between two tokens.
    fn sentences(&self, block: Span, tokens: &[Token]) -> Vec<Range<usize>> {
        let first = self.structure.sentences.partition_point(|s| s.span.start <= block.start);
        let starts =
            self.structure.sentences.iter().skip(first).map(|s| s.span.start).take_while(|&s| s < block.end);
        let mut ranges = Vec::new();
        let mut from = 0;
        let mut here = 0;
        for start in starts {
            while tokens.get(here).is_some_and(|t| t.span.end <= start) {
                here += 1;
            }
            let between = tokens.get(here).is_some_and(|t| t.span.start >= start);
            if between && here > from {
                ranges.push(from..here);
                from = here;
            }
        }
        if from < tokens.len() {
            ranges.push(from..tokens.len());
        }
        ranges
    }

    fn words(&self, part: Span, mention: &mut usize, tokens: &mut Vec<Token<'a>>) {
        let mut at = part.start;
        while self.mentions.get(*mention).is_some_and(|m| m.span.start < at) {
            *mention += 1;
        }
        while let Some(m) = self.mentions.get(*mention).filter(|m| m.span.end <= part.end) {
            if m.span.is_empty() || m.span.start < at {
                *mention += 1;
                continue;
            }
            self.plain_words(Span { start: at, end: m.span.start }, tokens);
            let name = m.span.of(self.body);
            let capital = name.starts_with(char::is_uppercase);
            let low = Cow::Borrowed(name);
            let tags = self.standing(m);
            tokens.push(Token { capital, low, tags, ..plain(m.span, Kind::Name(*mention, m.kind)) });
            at = m.span.end;
            *mention += 1;
        }
        self.plain_words(Span { start: at, end: part.end }, tokens);
    }

    /// Whether the stop at `span` is part of the short word before it ("Dr. X", "Letjen. X"): it
    /// stands right behind a word and no sentence ends with it.
    fn shortens(&self, span: Span, tokens: &[Token]) -> bool {
        let word =
            tokens.last().is_some_and(|t| t.kind == Kind::Word && t.span.end == span.start && t.capital);
        let ends = self.structure.sentences.partition_point(|s| s.span.end < span.end);
        word && self
            .structure
            .sentences
            .get(ends)
            .is_some_and(|s| s.span.start < span.start && s.span.end > span.end)
    }

    /// The words of a part without names, hyphenated ones as one.
    fn plain_words(&self, part: Span, tokens: &mut Vec<Token<'a>>) {
        let cut = structure::tokens::tokens(self.body, part);
        let mut at = 0;
        while let Some(first) = cut.get(at) {
            at += 1;
            let mut span = first.span;
            if first.kind == TokenKind::Mark {
                let mark = span.of(self.body).chars().next().unwrap_or(' ');
                if mark == '.' && self.shortens(span, tokens) {
                    continue;
                }
                tokens.push(plain(span, Kind::Mark(mark)));
                continue;
            }
            while let (Some(hyphen), Some(next)) = (cut.get(at), cut.get(at + 1)) {
                let glued = !hyphen.spaced && !next.spaced && next.kind != TokenKind::Mark;
                if !(glued && hyphen.is(self.body, '-')) {
                    break;
                }
                span = span.cover(next.span);
                at += 2;
            }
            let digits = first.kind == TokenKind::Number;
            tokens.push(word_token(span, span.of(self.body), digits, self.structure.language));
        }
    }
}

fn plain<'a>(span: Span, kind: Kind) -> Token<'a> {
    Token { span, kind, low: Cow::Borrowed(""), tags: Tags::NONE, capital: false }
}

fn word_token<'a>(span: Span, word: &'a str, digits: bool, lang: Lang) -> Token<'a> {
    if digits {
        return plain(span, Kind::Number);
    }
    let capital = word.starts_with(char::is_uppercase);
    let low: Cow<str> = match (word.is_ascii(), word.bytes().any(|b| b.is_ascii_uppercase())) {
        (true, false) => word.into(),
        (true, true) => word.to_ascii_lowercase().into(),
        (false, _) => word.to_lowercase().replace('’', "'").into(),
    };
    let mut tags = lexicon::tags(&low, lang);
    if tags == Tags::NONE {
        // "minister's", "menyebutnya"
        let object = || low.strip_suffix("nya").filter(|stem| stem.starts_with("me"));
        if let Some(stem) = low.strip_suffix("'s").or_else(object) {
            tags = lexicon::tags(stem, lang);
            // "menurutnya" holds its own source.
            if tags.any(Tags::SOURCE) {
                tags = Tags::NONE;
            }
        }
    }
    Token { span, kind: Kind::Word, low, tags, capital }
}
