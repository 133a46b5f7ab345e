//! Where in the open article is an actor named, one place after the other?

use super::highlight::{Segment, Tag};
use super::reader::{Reader, ReaderBlockKind};

/// One mention or date of the open article.
///
/// It is counted, not measured: a search hit or a shown sentence that cuts a name in two moves no
/// place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Spot {
    /// Which of [`Reader::blocks`].
    pub block: u32,
    /// Which of the block's mentions and dates, from 0.
    pub mention: u32,
}

/// The mentions of `actor`, or of every actor asked for where none is given, in the order of the
/// text. Lines that aren't the story count only where they are shown (`all_lines`).
pub fn spots(reader: &Reader, actor: Option<&str>, all_lines: bool) -> Vec<Spot> {
    let blocks = (0..).zip(&reader.blocks);
    let shown = blocks.filter(|(_, b)| all_lines || !matches!(b.kind, ReaderBlockKind::NonStory(_)));
    let wanted = |tag: &Tag| match (tag, actor) {
        (Tag::Actor { slug, .. }, Some(actor)) => slug == actor,
        (Tag::Actor { asked, .. }, None) => *asked,
        (Tag::Date { .. }, _) => false,
    };
    shown
        .flat_map(|(block, b)| {
            let mut last = None;
            mentions(&b.segments).filter_map(move |(segment, mention)| {
                let tag = segment.tag.as_ref().filter(|tag| wanted(tag));
                let begins = tag.is_some() && mention != last;
                last = mention;
                begins.then_some(Spot { block, mention: mention? })
            })
        })
        .collect()
}

/// What stands at `place`.
pub fn tag_at(reader: &Reader, place: Spot) -> Option<&Tag> {
    let block = reader.blocks.get(place.block as usize)?;
    mentions(&block.segments).find(|(_, n)| *n == Some(place.mention))?.0.tag.as_ref()
}

/// Each segment with the number of the mention or date that it belongs to. Pieces of one that was
/// cut share its number.
pub fn mentions(segments: &[Segment]) -> impl Iterator<Item = (&Segment, Option<u32>)> {
    let mut count = 0u32;
    let mut before: Option<&Tag> = None;
    segments.iter().map(move |segment| {
        let tag = segment.tag.as_ref();
        // Two names never touch: what follows a tag at once and is the same is its other piece.
        if tag.is_some() && tag != before {
            count += 1;
        }
        before = tag;
        (segment, tag.and(count.checked_sub(1)))
    })
}

#[cfg(test)]
mod tests {
    use super::super::{Lang, Pages};
    use super::*;
    use crate::article;
    use crate::corpus::Corpus;
    use crate::query::Query;
    use std::rc::Rc;

    const TEXT: &str = "Menteri Keuangan Sri Mulyani bertemu Gubernur Jawa Barat Dedi Mulyadi di Bandung pada Jumat. \
        Menurut Sri Mulyani, pertemuan itu lancar.\n\nSri Mulyani pulang ke Jakarta.";

    fn reader(hash: &str) -> Rc<Reader> {
        let (article, _) = article::parse("a.txt", TEXT.as_bytes()).unwrap();
        let pages = Pages::of(Corpus::new("Uji", vec![article]));
        pages.page(&Query::parse(hash).0, Lang::Id).reader.unwrap()
    }

    #[test]
    fn the_asked_actors_mentions_come_in_order() {
        let reader = reader("#/?article=a&actor=sri-mulyani");
        let found = spots(&reader, None, true);
        assert_eq!(found.len(), 3, "{found:?}");
        assert!(found.is_sorted());
        assert_eq!(found, spots(&reader, Some("sri-mulyani"), false));
        assert_eq!(spots(&reader, Some("nobody"), true), []);
        for place in found {
            assert!(matches!(tag_at(&reader, place), Some(Tag::Actor { slug, .. }) if slug == "sri-mulyani"));
        }
    }

    #[test]
    fn without_a_question_nobody_is_walked() {
        assert_eq!(spots(&reader("#/?article=a"), None, true), []);
    }

    #[test]
    fn a_shown_sentence_moves_no_place() {
        let plain = reader("#/?article=a&actor=sri-mulyani");
        let shown = reader("#/?article=a&actor=sri-mulyani&sentence=1");
        assert_eq!(spots(&plain, None, true), spots(&shown, None, true));
    }

    #[test]
    fn pieces_of_a_cut_name_share_a_number() {
        let tag = |slug: &str| Tag::Actor {
            number: None,
            slug: slug.into(),
            name: slug.into(),
            kind: crate::annotate::ActorKind::Person,
            government: false,
            asked: true,
            why: vec![],
        };
        let body = "Ani Budi kata Ani";
        let span = crate::text::Span::new;
        let tags = [(span(0, 3), tag("ani")), (span(4, 8), tag("budi")), (span(14, 17), tag("ani"))];
        let cut = super::super::highlight::segments(body, span(0, 17), &tags, Some(span(6, 15)), &[]);
        let numbers: Vec<(&str, Option<u32>)> = mentions(&cut).map(|(s, n)| (s.text.as_str(), n)).collect();
        assert_eq!(
            numbers,
            [
                ("Ani", Some(0)),
                (" ", None),
                ("Bu", Some(1)),
                ("di", Some(1)),
                (" kata ", None),
                ("A", Some(2)),
                ("ni", Some(2))
            ]
        );
    }
}
