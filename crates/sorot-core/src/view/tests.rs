use super::*;
use crate::text::Span;
use proptest::prelude::*;

fn tag() -> Tag {
    Tag::Date { number: 0, from: None, to: None, why: vec![] }
}

#[test]
fn the_shown_sentence_splits_what_it_cuts() {
    let body = "Kata Ani pada Senin.";
    let tags = [(Span::new(14, 19), tag())];
    let cut = highlight::segments(body, Span::new(0, 20), &tags, Some(Span::new(5, 16)));
    let drawn: Vec<(&str, bool, bool)> =
        cut.iter().map(|s| (s.text.as_str(), s.tag.is_some(), s.shown)).collect();
    assert_eq!(
        drawn,
        [
            ("Kata ", false, false),
            ("Ani pada ", false, true),
            ("Se", true, true),
            ("nin", true, false),
            (".", false, false)
        ]
    );
}

proptest! {
    #[test]
    fn segments_join_to_the_text(
        body in "\\PC{0,60}",
        spans in proptest::collection::vec((0usize..80, 0usize..80), 0..8),
        shown in proptest::option::of((0usize..80, 0usize..80)),
    ) {
        let mut tags: Vec<(Span, Tag)> = spans.iter().map(|&(a, b)| (Span::new(a, b), tag())).collect();
        tags.sort_by_key(|(span, _)| *span);
        let whole = Span::new(0, body.len());
        let cut = highlight::segments(&body, whole, &tags, shown.map(|(a, b)| Span::new(a, b)));
        let joined: String = cut.iter().map(|s| s.text.as_str()).collect();
        prop_assert_eq!(joined, body);
        prop_assert!(cut.iter().all(|s| !s.text.is_empty()));
    }
}
