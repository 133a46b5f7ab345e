use super::*;
use crate::calendar::Interval;
use crate::index::Row;
use proptest::prelude::*;

mod words;

const ACTORS: u32 = 6;

#[derive(Clone, Debug)]
struct Bundle {
    rows: Vec<(Option<Interval>, Vec<ActorId>)>,
}

impl Bundle {
    fn index(&self) -> Index {
        Index::new(
            self.rows.iter().map(|(when, actors)| Row { when: *when, actors, ..Row::default() }),
            ACTORS as usize,
        )
    }

    /// The slow, obvious answer.
    fn brute(&self, filter: &Filter) -> Vec<DocId> {
        let in_period = |when: &Option<Interval>| {
            if filter.from.is_none() && filter.to.is_none() {
                return true;
            }
            when.is_some_and(|w| {
                filter.from.is_none_or(|f| w.to().is_none_or(|t| t >= f))
                    && filter.to.is_none_or(|t| w.from().is_none_or(|f| f <= t))
            })
        };
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
            .filter(|(_, r)| in_period(&r.0) && names(&r.1))
            .map(|(d, _)| d)
            .collect()
    }
}

fn day(n: i32) -> Day {
    Day::from_num_days_from_ce_opt(739_000 + n).unwrap()
}

fn bundle() -> impl Strategy<Value = Bundle> {
    let when = proptest::option::weighted(0.9, (0i32..400, 0i32..40))
        .prop_map(|w| w.map(|(a, long)| Interval::between(day(a), day(a + long))));
    let actors = proptest::collection::btree_set(0..ACTORS, 0..5)
        .prop_map(|set| set.into_iter().map(ActorId).collect::<Vec<_>>());
    proptest::collection::vec((when, actors), 0..30).prop_map(|mut rows| {
        rows.sort_by_key(|(when, _)| (when.is_none(), when.map(Interval::sort_day)));
        Bundle { rows }
    })
}

fn filter() -> impl Strategy<Value = Filter> {
    let actors = proptest::collection::btree_set(0..ACTORS, 0..3)
        .prop_map(|set| set.into_iter().map(|a| Some(ActorId(a))).collect());
    let excluded = proptest::collection::btree_set(0..ACTORS, 0..2)
        .prop_map(|set| set.into_iter().map(ActorId).collect());
    let mode = prop_oneof![Just(Mode::All), Just(Mode::Any)];
    let end = || proptest::option::of(0i32..450).prop_map(|n| n.map(day));
    (actors, mode, excluded, end(), end()).prop_map(|(actors, mode, excluded, from, to)| {
        let (from, to) = match (from, to) {
            (Some(a), Some(b)) => (Some(a.min(b)), Some(a.max(b))),
            ends => ends,
        };
        Filter { actors, mode, excluded, from, to, ..Filter::default() }
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
        let hits = run(&bundle.index(), &(), &filter);
        prop_assert_eq!(&hits.docs, &bundle.brute(&filter));
    }

    #[test]
    fn a_count_is_what_one_actor_more_would_give(bundle in bundle(), filter in filter(), more in 0..ACTORS) {
        let index = bundle.index();
        let hits = run(&index, &(), &filter);
        let told = hits.actor_counts[more as usize] as usize;
        match filter.mode {
            Mode::All => prop_assert_eq!(run(&index, &(), &with(&filter, more)).docs.len(), told),
            Mode::Any => {
                let alone = Filter { actors: vec![Some(ActorId(more))], ..filter };
                prop_assert_eq!(run(&index, &(), &alone).docs.len(), told);
            }
        }
    }

    #[test]
    fn one_actor_more_never_adds_in_all_of_and_never_removes_in_any_of(
        bundle in bundle(), filter in filter(), more in 0..ACTORS,
    ) {
        let index = bundle.index();
        let before = run(&index, &(), &filter).docs;
        let after = run(&index, &(), &with(&filter, more)).docs;
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
        let all = run(&index, &(), &filter).docs;
        for doc in run(&index, &(), &narrowed).docs {
            prop_assert!(all.contains(&doc) && !index.actors_of(doc).contains(&ActorId(gone)));
        }
    }

    #[test]
    fn the_months_hold_every_dated_article_once(bundle in bundle(), filter in filter()) {
        let index = bundle.index();
        let hits = run(&index, &(), &filter);
        let months = months(&index, &hits);
        let dated = |d: &&DocId| bundle.rows[d.index()].0.is_some();
        prop_assert_eq!(months.iter().map(|m| m.all).sum::<u32>(), index.dated().len() as u32);
        prop_assert_eq!(months.iter().map(|m| m.selected).sum::<u32>() as usize, hits.docs.iter().filter(dated).count());
        prop_assert!(months.iter().all(|m| m.selected <= m.all));
    }
}

#[test]
fn an_actor_that_the_bundle_does_not_hold_is_in_no_article() {
    let rows = [(Some(Interval::day(day(0))), vec![ActorId(0)])];
    let bundle = Bundle { rows: rows.into() };
    let hits = run(&bundle.index(), &(), &Filter { actors: vec![None], ..Filter::default() });
    assert_eq!(hits.docs, []);
}
