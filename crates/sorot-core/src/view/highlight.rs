//! Which stretch of the text is what? Flat segments that follow each other and cover the text.

use crate::annotate::ActorKind;
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
/// to show.
pub fn segments(body: &str, block: Span, tags: &[(Span, Tag)], shown: Option<Span>) -> Vec<Segment> {
    let mut out = Vec::new();
    let mut at = block.start;
    for (span, tag) in tags {
        let fits = span.start >= at && span.end <= block.end && !span.is_empty();
        if !fits || span.of(body).is_empty() {
            continue;
        }
        push(&mut out, body, Span { start: at, end: span.start }, None, shown);
        push(&mut out, body, *span, Some(tag), shown);
        at = span.end;
    }
    push(&mut out, body, Span { start: at, end: block.end }, None, shown);
    out
}

/// Adds `span`, split where the shown sentence begins and ends inside it.
fn push(out: &mut Vec<Segment>, body: &str, span: Span, tag: Option<&Tag>, shown: Option<Span>) {
    let mut cuts = vec![span.start];
    if let Some(shown) = shown {
        let inside = |at: &u32| span.start < *at && *at < span.end && body.is_char_boundary(*at as usize);
        cuts.extend([shown.start, shown.end].iter().filter(|at| inside(at)));
    }
    cuts.push(span.end);
    for pair in cuts.windows(2) {
        let &[start, end] = pair else { continue };
        let piece = Span { start, end };
        if !piece.is_empty() {
            out.push(Segment {
                text: piece.of(body).to_string(),
                tag: tag.cloned(),
                shown: shown.is_some_and(|s| s.overlaps(piece)),
            });
        }
    }
}
