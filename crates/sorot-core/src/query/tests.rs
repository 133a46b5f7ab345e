use super::*;
use proptest::prelude::*;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

#[test]
fn a_link_is_read_whatever_it_holds() {
    let (query, problems) = Query::parse(
        "#/?actor=b&actor=a&actor=a&from=2025-07-31&to=2025-03-10&utm=1&from=31/7&article=003&sentence=x&%E0%A4%A=1",
    );
    assert_eq!(query.to_string(), "#/?actor=a&actor=b&from=2025-03-10&to=2025-07-31&article=003");
    assert_eq!(
        problems,
        [
            QueryProblem::UnknownKey("utm".into()),
            QueryProblem::BadValue("from".into(), "31/7".into()),
            QueryProblem::BadValue("sentence".into(), "x".into()),
            QueryProblem::UnknownKey("\u{fffd}%A".into()),
        ]
    );
}

#[test]
fn a_foreign_anchor_is_no_query() {
    assert_eq!(Query::parse("#main").0, Query::default());
    assert_eq!(Query::parse("").0, Query::default());
    assert_eq!(Query::default().to_string(), "#/");
}

#[test]
fn an_actor_is_asked_for_or_excluded_never_both() {
    let query = Query::default().toggle_actor("a").toggle_exclusion("a");
    assert!(query.excludes("a") && !query.asks_for("a"));
    assert!(query.toggle_actor("a").asks_for("a"));
    assert_eq!(Query::parse("#/?actor=a&not=a&match=any").0.to_string(), "#/?not=a&match=any");
}

#[test]
fn words_are_kept_as_written_and_relevance_needs_them() {
    let query = Query::default().with_text("  “gencatan  senjata” -perang ").with_sort(Sort::Relevance);
    let link = "#/?q=%E2%80%9Cgencatan%20senjata%E2%80%9D%20-perang%20&sort=relevance";
    assert_eq!(query.to_string(), link);
    assert_eq!(query.with_text(" ").to_string(), "#/");
    assert_eq!(
        Query::parse("#/?sort=relevance&lang=id&source=B&source=A").0.to_string(),
        "#/?source=A&source=B&lang=id"
    );
}

#[test]
fn the_same_actor_twice_is_back_where_it_was() {
    let query = Query::default().with_period(Some(day("2025-01-01")), None);
    assert_eq!(query.toggle_actor("a").toggle_actor("a"), query);
    assert!(!query.toggle_actor("a").cleared().is_narrowed());
}

#[test]
fn articles_without_a_day_lie_in_no_period() {
    let query = Query::parse("#/?from=2025-01-01&undated=only").0;
    assert_eq!(query.to_string(), "#/?undated=only");
    assert!(query.is_narrowed());
    assert_eq!(query.with_period(Some(day("2025-01-01")), None).to_string(), "#/?from=2025-01-01");
    assert_eq!(query.with_axis(Axis::Mentioned).to_string(), "#/?axis=mentioned");
    assert_eq!(query.with_axis(Axis::Published), query);
}

#[test]
fn clearing_keeps_the_axis_and_shows_all_of_it() {
    let query = Query::parse("#/?axis=mentioned&from=2025-01-01&zoom=2025-02-01_2025-01-01").0;
    assert_eq!(query.to_string(), "#/?axis=mentioned&from=2025-01-01&zoom=2025-01-01_2025-02-01");
    assert_eq!(query.cleared().to_string(), "#/?axis=mentioned");
    let (query, problems) = Query::parse("#/?axis=both&undated=no&zoom=2025");
    assert_eq!((query, problems.len()), (Query::default(), 3));
}

proptest! {
    #[test]
    fn every_query_survives_its_link(
        actors in proptest::collection::btree_set("\\PC{1,12}", 0..5),
        from in proptest::option::of(0i32..3_650_000),
        to in proptest::option::of(0i32..3_650_000),
        article in proptest::option::of("\\PC{1,20}"),
        sentence in proptest::option::of(any::<u32>()),
        excluded in proptest::collection::btree_set("\\PC{1,12}", 0..3),
        any in any::<bool>(),
        line in "\\PC{0,40}",
        sort in prop_oneof![Just(Sort::Newest), Just(Sort::Oldest), Just(Sort::Relevance)],
        sources in proptest::collection::btree_set("\\PC{1,12}", 0..3),
        english in any::<bool>(),
        mentioned in any::<bool>(),
        undated in any::<bool>(),
        zoom in proptest::option::of((0i32..3_650_000, 0i32..3_650_000)),
        panel in (0..Section::ALL.len(), any::<bool>(), 0..Length::ALL.len()),
    ) {
        let day = |n: i32| Day::from_num_days_from_ce_opt(n).filter(|d| chrono::Datelike::year(d) >= 0);
        let mut query = Query { actors, ..Query::default() }.with_mode(if any { Mode::Any } else { Mode::All }).with_period(from.and_then(day), to.and_then(day));
        if mentioned {
            query = query.with_axis(Axis::Mentioned);
        }
        if undated {
            query = query.with_undated(true);
        }
        query = query.with_zoom(zoom.and_then(|(a, b)| day(a).zip(day(b))));
        query = query.with_text(&line).with_sort(sort);
        for source in &sources {
            query = query.toggle_source(source);
        }
        if english {
            query = query.toggle_lang(Lang::En);
        }
        for slug in &excluded {
            query = query.toggle_exclusion(slug);
        }
        if let Some(id) = &article {
            query = match sentence {
                Some(n) => query.with_sentence(id, n),
                None => query.with_article(id),
            };
        }
        if mentioned {
            query = query.with_versus(Some(if undated { Versus::Rest } else { Versus::query(&query) }));
        }
        let (section, of_article, length) = panel;
        query = query.with_section(Section::ALL[section]).with_of_article(of_article).with_length(Length::ALL[length]);
        prop_assert_eq!(Query::parse(&query.to_string()), (query, vec![]));
    }

    #[test]
    fn any_hash_is_read(hash in "\\PC{0,200}") {
        let (query, _) = Query::parse(&hash);
        prop_assert_eq!(Query::parse(&query.to_string()).0, query);
    }
}
