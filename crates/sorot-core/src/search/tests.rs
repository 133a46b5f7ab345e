use super::*;
use crate::calendar::Interval;
use crate::index::Row;
use proptest::prelude::*;

const ACTORS: u32 = 6;

#[derive(Clone, Debug)]
struct Bundle {
    rows: Vec<(Option<Interval>, Vec<ActorId>)>,
}

impl Bundle {
    fn index(&self) -> Index {
        Index::new(self.rows.iter().map(|(when, actors)| Row { when: *when, actors }), ACTORS as usize)
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
        let names = |actors: &[ActorId]| filter.actors.iter().all(|a| a.is_some_and(|a| actors.contains(&a)));
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
    let end = || proptest::option::of(0i32..450).prop_map(|n| n.map(day));
    (actors, end(), end()).prop_map(|(actors, from, to)| match (from, to) {
        (Some(a), Some(b)) => Filter { actors, from: Some(a.min(b)), to: Some(a.max(b)) },
        (from, to) => Filter { actors, from, to },
    })
}

proptest! {
    #[test]
    fn the_index_answers_as_a_walk_over_all_articles(bundle in bundle(), filter in filter()) {
        let hits = run(&bundle.index(), &filter);
        prop_assert_eq!(&hits.docs, &bundle.brute(&filter));
        for (actor, &count) in hits.actor_counts.iter().enumerate() {
            let naming = hits.docs.iter().filter(|d| bundle.rows[d.index()].1.contains(&ActorId(actor as u32)));
            prop_assert_eq!(naming.count(), count as usize);
        }
    }

    #[test]
    fn asking_for_one_actor_more_never_adds_an_article(
        bundle in bundle(), filter in filter(), more in 0..ACTORS,
    ) {
        let index = bundle.index();
        let all = run(&index, &filter).docs;
        let narrowed = run(&index, &Filter {
            actors: filter.actors.iter().copied().chain([Some(ActorId(more))]).collect(),
            ..filter
        });
        prop_assert!(narrowed.docs.iter().all(|d| all.contains(d)));
    }

    #[test]
    fn the_months_hold_every_dated_article_once(bundle in bundle(), filter in filter()) {
        let index = bundle.index();
        let hits = run(&index, &filter);
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
    let hits = run(&bundle.index(), &Filter { actors: vec![None], ..Filter::default() });
    assert_eq!(hits.docs, []);
}
