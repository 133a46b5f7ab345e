//! Small marks behind words: here ends a quote, here a sentence that tells of a contact.

use super::highlight::Segment;
use crate::annotate::{ActorId, ContactStatus, Document};
use crate::corpus::Corpus;
use crate::sort;
use crate::text::Span;

/// A mark behind a segment of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pin {
    /// How many of the line's segments stand before it.
    pub after: u32,
    /// What ends here.
    pub kind: PinKind,
}

/// What a mark stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PinKind {
    /// A quote.
    Quote {
        /// Its number in the article, from 0.
        number: u32,
        /// The names of who said it.
        speakers: Vec<String>,
    },
    /// A contact.
    Contact {
        /// Its number in the article, from 0.
        number: u32,
        /// The names of both sides.
        sides: [Vec<String>; 2],
        /// Whether it took place.
        status: ContactStatus,
    },
    /// A note of the reader's.
    Note {
        /// Its place in the list of notes.
        number: u32,
        /// What it says.
        text: String,
    },
}

/// The marks of the line `block`; `segments` is split where one stands inside a stretch that names
/// nothing.
pub(super) fn pins(
    corpus: &Corpus,
    document: &Document,
    block: Span,
    segments: &mut Vec<Segment>,
) -> Vec<Pin> {
    let names = |ids: &[ActorId]| -> Vec<String> {
        ids.iter().filter_map(|&id| corpus.actor(id)).map(|a| a.name.clone()).collect()
    };
    let ends = |span: Span| block.start < span.end && span.end <= block.end;
    let quotes = document
        .quotes
        .iter()
        .zip(0u32..)
        .filter(|(q, _)| ends(q.span))
        .map(|(q, number)| (q.span.end, PinKind::Quote { number, speakers: names(&q.speakers) }));
    let contacts = document.contacts.iter().zip(0u32..).filter(|(c, _)| ends(c.span)).map(|(c, number)| {
        let sides = [names(&c.a), names(&c.b)];
        (c.span.end, PinKind::Contact { number, sides, status: c.status })
    });
    let mut all: Vec<(u32, PinKind)> = quotes.chain(contacts).collect();
    sort::by_key(&mut all, |(end, _)| *end);
    all.into_iter().map(|(end, kind)| Pin { after: cut(segments, end - block.start), kind }).collect()
}

/// How many segments stand before byte `at` of the line, cutting one that goes on behind it.
fn cut(segments: &mut Vec<Segment>, at: u32) -> u32 {
    let mut start = 0;
    for i in 0..segments.len() {
        let Some(segment) = segments.get_mut(i) else { break };
        let inside = (at.saturating_sub(start)) as usize;
        let length = segment.text.len();
        if inside <= length {
            if inside < length && segment.tag.is_none() && segment.text.is_char_boundary(inside) && inside > 0
            {
                let rest = Segment { text: segment.text.split_off(inside), ..segment.clone() };
                segments.insert(i + 1, rest);
            }
            return i as u32 + u32::from(inside > 0);
        }
        start += length as u32;
    }
    segments.len() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> Segment {
        Segment { text: text.into(), tag: None, shown: false, hit: false, noted: false }
    }

    #[test]
    fn a_segment_is_cut_where_a_mark_stands() {
        let mut segments = vec![plain("“Ya,” kata"), plain(" Budi.")];
        assert_eq!(cut(&mut segments, 9), 1);
        let texts: Vec<&str> = segments.iter().map(|s| s.text.as_str()).collect();
        assert_eq!(texts, ["“Ya,”", " kata", " Budi."]);
        assert_eq!(cut(&mut segments, 14), 2);
        assert_eq!(cut(&mut segments, 20), 3);
        assert_eq!(cut(&mut segments, 0), 0);
        assert_eq!(cut(&mut segments, 99), 3);
    }
}
