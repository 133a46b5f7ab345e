use super::*;
use crate::text::Span;
use proptest::prelude::*;

fn tag() -> Tag {
    Tag::Date { number: 0, from: None, to: None, why: vec![] }
}

/// Spans in order, none overlapping.
fn spans_in_turn(ends: &[(usize, usize)]) -> Vec<Span> {
    let mut ends: Vec<usize> = ends.iter().flat_map(|&(a, b)| [a, b]).collect();
    ends.sort_unstable();
    ends.chunks(2).map(|pair| Span::new(pair[0], pair[1])).collect()
}

#[test]
fn a_hit_and_a_name_may_overlap() {
    let body = "Kata Ani Yudhoyono tadi";
    let tags = [(Span::new(5, 18), tag())];
    let cut = highlight::segments(body, Span::new(0, 23), &tags, None, &[Span::new(0, 8), Span::new(19, 23)]);
    let drawn: Vec<(&str, bool, bool)> =
        cut.iter().map(|s| (s.text.as_str(), s.tag.is_some(), s.hit)).collect();
    assert_eq!(
        drawn,
        [
            ("Kata ", false, true),
            ("Ani", true, true),
            (" Yudhoyono", true, false),
            (" ", false, false),
            ("tadi", false, true)
        ]
    );
}

#[test]
fn the_shown_sentence_splits_what_it_cuts() {
    let body = "Kata Ani pada Senin.";
    let tags = [(Span::new(14, 19), tag())];
    let cut = highlight::segments(body, Span::new(0, 20), &tags, Some(Span::new(5, 16)), &[]);
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
        marks in proptest::collection::vec((0usize..80, 0usize..80), 0..8),
        shown in proptest::option::of((0usize..80, 0usize..80)),
    ) {
        let mut tags: Vec<(Span, Tag)> = spans.iter().map(|&(a, b)| (Span::new(a, b), tag())).collect();
        tags.sort_by_key(|(span, _)| *span);
        let whole = Span::new(0, body.len());
        let cut = highlight::segments(&body, whole, &tags, shown.map(|(a, b)| Span::new(a, b)), &spans_in_turn(&marks));
        let joined: String = cut.iter().map(|s| s.text.as_str()).collect();
        prop_assert_eq!(joined, body);
        prop_assert!(cut.iter().all(|s| !s.text.is_empty()));
    }
}

#[test]
fn a_name_that_deceives_is_told_on_its_card() {
    let text = "Menteri Vladimir Santoso bertemu Ani Wijaya. Menteri Vlаdimir Santoso pulang. Menteri Budi Pra\u{200b}tama datang.";
    let (article, _) = crate::article::parse("a.txt", text.as_bytes()).unwrap();
    let pages = Pages::of(Corpus::new("", vec![article]));
    let query = Query::default();
    let told: Vec<String> = pages
        .corpus()
        .actors()
        .iter()
        .filter_map(|a| pages.actor(&query, &a.slug, Lang::En))
        .flat_map(|card| card.warnings)
        .collect();
    assert!(told.iter().any(|t| t.contains("letters of another alphabet")), "{told:?}");
    let (plain, _) =
        crate::article::parse("a.txt", "Menteri Budi Santoso bertemu Владимир Путин.".as_bytes()).unwrap();
    let pages = Pages::of(Corpus::new("", vec![plain]));
    assert!(
        pages.corpus().actors().iter().all(|a| pages
            .actor(&query, &a.slug, Lang::En)
            .unwrap()
            .warnings
            .is_empty())
    );
}
