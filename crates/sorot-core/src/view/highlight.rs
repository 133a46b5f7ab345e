//! Which stretch of the text is what? Flat segments that follow each other and cover the text.

use crate::annotate::ActorKind;
use crate::sort;
use crate::text::Span;

/// A stretch of text that is one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// The words.
    pub text: String,
    /// What they name.
    pub tag: Option<Tag>,
    /// Whether they belong to the sentence that is shown.
    pub shown: bool,
    /// Whether they are what the reader looks for.
    pub hit: bool,
    /// Whether the reader wrote a note on them.
    pub noted: bool,
}

/// A stretch of a line that is a hit of the search, or lies between hits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The words.
    pub text: String,
    /// Whether they are what the reader looks for.
    pub hit: bool,
}

/// Cuts `text` where `hits` (in order, none overlapping) begin and end; the pieces join to it.
pub fn pieces(text: &str, hits: &[Span]) -> Vec<Piece> {
    let whole = Span::new(0, text.len());
    let plain = segments(text, whole, &[], None, hits);
    plain.into_iter().map(|s| Piece { text: s.text, hit: s.hit }).collect()
}

/// What a segment names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tag {
    /// An actor.
    Actor {
        /// The mention's number in the article, from 0; `None` in a line that isn't the story.
        number: Option<u32>,
        /// In links.
        slug: String,
        /// The canonical name.
        name: String,
        /// What it is.
        kind: ActorKind,
        /// Whether a capital or a seat stands for its government.
        government: bool,
        /// Whether the reader asks for it.
        asked: bool,
        /// The reasons in words.
        why: Vec<String>,
    },
    /// A date.
    Date {
        /// The date's number in the article, from 0.
        number: u32,
        /// First day.
        from: Option<crate::calendar::Day>,
        /// Last day.
        to: Option<crate::calendar::Day>,
        /// The reasons in words.
        why: Vec<String>,
    },
}

/// Cuts `block` of `body` into segments: sorted, not overlapping, joined together equal to the
/// block's text. `tags` come by place; where two overlap the first one wins. `shown` is the sentence
/// to show, `hits` are the hits of the search, in order, none overlapping: a segment is split where
/// they begin and end inside it.
pub fn segments(
    body: &str,
    block: Span,
    tags: &[(Span, Tag)],
    shown: Option<Span>,
    hits: &[Span],
) -> Vec<Segment> {
    let mut out = Segments { out: Vec::new(), body, shown, hits };
    let mut at = block.start;
    for (span, tag) in tags {
        let fits = span.start >= at && span.end <= block.end && !span.is_empty();
        if !fits || span.of(body).is_empty() {
            continue;
        }
        out.push(Span { start: at, end: span.start }, None);
        out.push(*span, Some(tag));
        at = span.end;
    }
    out.push(Span { start: at, end: block.end }, None);
    out.out
}

struct Segments<'a> {
    out: Vec<Segment>,
    body: &'a str,
    shown: Option<Span>,
    hits: &'a [Span],
}

impl Segments<'_> {
    /// Adds `span`, split where the shown sentence and hits begin and end inside it.
    fn push(&mut self, span: Span, tag: Option<&Tag>) {
        let first = self.hits.partition_point(|hit| hit.end <= span.start);
        let hits = self.hits.get(first..).unwrap_or(&[]).iter().take_while(|hit| hit.start < span.end);
        let inside =
            |at: &u32| span.start < *at && *at < span.end && self.body.is_char_boundary(*at as usize);
        let mut cuts = vec![span.start];
        cuts.extend(hits.clone().chain(&self.shown).flat_map(|s| [s.start, s.end]).filter(inside));
        cuts.push(span.end);
        sort::numbers(&mut cuts);
        for pair in cuts.windows(2) {
            let &[start, end] = pair else { continue };
            let piece = Span { start, end };
            if !piece.is_empty() {
                self.out.push(Segment {
                    text: piece.of(self.body).to_string(),
                    tag: tag.cloned(),
                    shown: self.shown.is_some_and(|s| s.overlaps(piece)),
                    hit: hits.clone().any(|hit| hit.overlaps(piece)),
                    noted: false,
                });
            }
        }
    }
}
