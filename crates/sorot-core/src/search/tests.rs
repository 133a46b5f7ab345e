use super::*;
use crate::calendar::Interval;
use crate::index::{Entry, RowDays};
use proptest::prelude::*;

mod dates;
mod words;

const ACTORS: u32 = 6;

#[derive(Clone, Debug)]
struct Bundle {
    rows: Vec<(RowDays, Vec<ActorId>)>,
}

impl Bundle {
    fn index(&self) -> Index {
        let rows =
            self.rows.iter().map(|(days, actors)| Entry { days: days.clone(), actors, ..Entry::default() });
        Index::new(rows, ACTORS as usize)
    }

    /// The slow, obvious answer.
    fn brute(&self, filter: &Filter) -> Vec<DocId> {
        let names = |actors: &[ActorId]| {
            let named = |a: &Option<ActorId>| a.is_some_and(|a| actors.contains(&a));
            let asked = match filter.mode {
                Mode::All => filter.actors.iter().all(named),
                Mode::Any => filter.actors.is_empty() || filter.actors.iter().any(named),
            };
            asked && !filter.excluded.iter().any(|a| actors.contains(a))
        };
        (0..)
            .map(DocId)
            .zip(&self.rows)
            .filter(|(_, r)| dates::in_time(&r.0, filter) && names(&r.1))
            .map(|(d, _)| d)
            .collect()
    }
}

fn day(n: i32) -> Day {
    Day::from_num_days_from_ce_opt(739_000 + n).unwrap()
}

fn bundle() -> impl Strategy<Value = Bundle> {
    let actors = proptest::collection::btree_set(0..ACTORS, 0..5)
        .prop_map(|set| set.into_iter().map(ActorId).collect::<Vec<_>>());
    proptest::collection::vec((dates::row(), actors), 0..30).prop_map(|mut rows| {
        rows.sort_by_key(|(days, _)| (days.when.is_none(), days.when.map(Interval::sort_day)));
        Bundle { rows }
    })
}

fn filter() -> impl Strategy<Value = Filter> {
    let actors = proptest::collection::btree_set(0..ACTORS, 0..3)
        .prop_map(|set| set.into_iter().map(|a| Some(ActorId(a))).collect());
    let excluded = proptest::collection::btree_set(0..ACTORS, 0..2)
        .prop_map(|set| set.into_iter().map(ActorId).collect());
    let mode = prop_oneof![Just(Mode::All), Just(Mode::Any)];
    (actors, mode, excluded, dates::asked()).prop_map(|(actors, mode, excluded, dates)| Filter {
        actors,
        mode,
        excluded,
        ..dates
    })
}

/// `filter`, asking for one actor more.
fn with(filter: &Filter, more: u32) -> Filter {
    let actors = filter.actors.iter().copied().chain([Some(ActorId(more))]).collect();
    Filter { actors, ..filter.clone() }
}

proptest! {
    #[test]
    fn the_index_answers_as_a_walk_over_all_articles(bundle in bundle(), filter in filter()) {
        let index = bundle.index();
        let hits = run(&index, &(), &filter);
        prop_assert_eq!(&hits.docs(&index), &bundle.brute(&filter));
    }

    #[test]
    fn a_count_is_what_one_actor_more_would_give(bundle in bundle(), filter in filter(), more in 0..ACTORS) {
        let index = bundle.index();
        let hits = run(&index, &(), &filter);
        let told = hits.actor_counts[more as usize] as usize;
        match filter.mode {
            Mode::All => prop_assert_eq!(run(&index, &(), &with(&filter, more)).docs(&index).len(), told),
            Mode::Any => {
                let alone = Filter { actors: vec![Some(ActorId(more))], ..filter };
                prop_assert_eq!(run(&index, &(), &alone).docs(&index).len(), told);
            }
        }
    }

    #[test]
    fn one_actor_more_never_adds_in_all_of_and_never_removes_in_any_of(
        bundle in bundle(), filter in filter(), more in 0..ACTORS,
    ) {
        let index = bundle.index();
        let before = run(&index, &(), &filter).docs(&index);
        let after = run(&index, &(), &with(&filter, more)).docs(&index);
        let (less, all) = match filter.mode {
            Mode::Any if !filter.actors.is_empty() => (before, after),
            _ => (after, before),
        };
        prop_assert!(less.iter().all(|d| all.contains(d)));
    }

    #[test]
    fn excluding_an_actor_leaves_none_that_names_it(bundle in bundle(), filter in filter(), gone in 0..ACTORS) {
        let index = bundle.index();
        let mut narrowed = filter.clone();
        narrowed.excluded.push(ActorId(gone));
        let all = run(&index, &(), &filter).docs(&index);
        for doc in run(&index, &(), &narrowed).docs(&index) {
            prop_assert!(all.contains(&doc) && !index.numbers_of(doc).contains(&gone));
        }
    }
}

#[test]
fn an_actor_that_the_bundle_does_not_hold_is_in_no_article() {
    let rows = [(RowDays::published(Some(Interval::day(day(0)))), vec![ActorId(0)])];
    let bundle = Bundle { rows: rows.into() };
    let index = bundle.index();
    let hits = run(&index, &(), &Filter { actors: vec![None], ..Filter::default() });
    assert_eq!(hits.docs(&index), []);
}
