//! The two axes of time beside slow, obvious answers.

use super::super::bins::{Bins, Level, MAX_BINS};
use super::*;
use chrono::Datelike;

/// The histogram, the whole set counted for it alone.
fn histogram(index: &Index, hits: &Hits, axis: Axis, zoom: Option<Interval>) -> Histogram {
    super::super::histogram(index, &Whole::of(index), hits, axis, zoom)
}

/// Whether an article's days are as asked for, told without columns.
pub fn in_time(days: &RowDays, filter: &Filter) -> bool {
    let in_period = |i: &Interval| {
        filter.from.is_none_or(|f| i.to().is_none_or(|t| t >= f))
            && filter.to.is_none_or(|t| i.from().is_none_or(|f| f <= t))
    };
    match filter.axis {
        Axis::Published if filter.undated => days.when.is_none(),
        Axis::Mentioned if filter.undated => days.mentioned.is_empty(),
        _ if filter.from.is_none() && filter.to.is_none() => true,
        Axis::Published => days.when.iter().any(in_period),
        Axis::Mentioned => days.mentioned.iter().any(in_period),
    }
}

fn interval(long: i32) -> impl Strategy<Value = Interval> {
    (0i32..400, 0..long).prop_map(|(a, long)| Interval::between(day(a), day(a + long)))
}

/// An article's days, on both axes, some of them wide, some missing.
pub fn row() -> impl Strategy<Value = RowDays> {
    let open = (0i32..400, any::<bool>()).prop_map(|(n, since)| match since {
        true => Interval::since(day(n)),
        false => Interval::until(day(n)),
    });
    let when = prop_oneof![8 => interval(40).boxed(), 1 => open.boxed()];
    let mentioned =
        prop_oneof![3 => interval(1).boxed(), 1 => interval(40).boxed(), 1 => interval(4000).boxed()];
    (proptest::option::weighted(0.9, when), any::<bool>(), proptest::collection::vec(mentioned, 0..5))
        .prop_map(|(when, inferred, mentioned)| RowDays { when, inferred, mentioned })
}

/// A question about days alone.
pub fn asked() -> impl Strategy<Value = Filter> {
    let end = || proptest::option::of(0i32..450).prop_map(|n| n.map(day));
    (axis(), end(), end(), proptest::bool::weighted(0.1)).prop_map(|(axis, a, b, undated)| {
        let (from, to) = match (a, b) {
            (Some(a), Some(b)) => (Some(a.min(b)), Some(a.max(b))),
            ends => ends,
        };
        Filter { axis, from, to, undated, ..Filter::default() }
    })
}

fn axis() -> impl Strategy<Value = Axis> {
    prop_oneof![Just(Axis::Published), Just(Axis::Mentioned)]
}

fn zoom() -> impl Strategy<Value = Option<Interval>> {
    proptest::option::of(interval(500))
}

impl Bundle {
    /// What a bin holds: every article looked at for itself.
    fn brute_bin(&self, axis: Axis, first: Day, last: Day, docs: &[DocId]) -> Tally {
        let bin = Interval::between(first, last);
        let within = |i: &Interval| i.from().is_some_and(|d| d >= first) && i.to().is_some_and(|d| d <= last);
        let mut tally = Tally::default();
        for doc in docs {
            let days = &self.rows[doc.index()].0;
            let (counts, sure) = match axis {
                Axis::Published => (
                    days.when.is_some_and(|w| bin.holds(w.sort_day())),
                    !days.inferred && days.when.iter().any(within),
                ),
                Axis::Mentioned => {
                    (days.mentioned.iter().any(|i| i.overlaps(bin)), days.mentioned.iter().any(within))
                }
            };
            tally.sure += u32::from(counts && sure);
            tally.unsure += u32::from(counts && !sure);
        }
        tally
    }
}

proptest! {
    #[test]
    fn a_bin_holds_what_a_walk_over_all_articles_finds(
        bundle in bundle(), filter in filter(), axis in axis(), zoom in zoom(),
    ) {
        let index = bundle.index();
        let hits = run(&index, &(), &filter);
        let all: Vec<DocId> = (0..index.len() as u32).map(DocId).collect();
        for bin in histogram(&index, &hits, axis, zoom).bins {
            prop_assert_eq!(bin.all, bundle.brute_bin(axis, bin.first, bin.last, &all));
            prop_assert_eq!(bin.selected, bundle.brute_bin(axis, bin.first, bin.last, &hits.docs(&index)));
        }
    }

    #[test]
    fn published_bins_and_the_undated_sum_to_the_list(bundle in bundle(), filter in filter()) {
        let index = bundle.index();
        let hits = run(&index, &(), &filter);
        let histogram = histogram(&index, &hits, Axis::Published, None);
        let sum = |of: fn(&Bin) -> Tally| histogram.bins.iter().map(|b| of(b).total()).sum::<u32>() as usize;
        prop_assert_eq!(sum(|b| b.all) + histogram.undated as usize, index.len());
        prop_assert_eq!(sum(|b| b.selected) + histogram.undated_selected as usize, hits.docs(&index).len());
    }

    #[test]
    fn a_mentioned_bin_holds_what_asking_for_its_days_gives(bundle in bundle(), filter in filter(), at in any::<prop::sample::Index>()) {
        let index = bundle.index();
        let anytime = Filter { axis: Axis::Mentioned, from: None, to: None, undated: false, ..filter };
        let bins = histogram(&index, &run(&index, &(), &anytime), Axis::Mentioned, None).bins;
        prop_assume!(!bins.is_empty());
        let bin = bins[at.index(bins.len())];
        let asked = Filter { from: Some(bin.first), to: Some(bin.last), ..anytime };
        prop_assert_eq!(run(&index, &(), &asked).docs(&index).len() as u32, bin.selected.total());
    }

    #[test]
    fn the_undated_are_those_that_no_period_finds(bundle in bundle(), filter in filter()) {
        let index = bundle.index();
        let anytime = Filter { from: None, to: None, undated: false, ..filter };
        let undated = run(&index, &(), &Filter { undated: true, ..anytime.clone() }).docs(&index).len();
        let dated = Filter { from: Some(Day::MIN), ..anytime.clone() };
        let hits = run(&index, &(), &anytime);
        prop_assert_eq!(run(&index, &(), &dated).docs(&index).len() + undated, hits.docs(&index).len());
        prop_assert_eq!(histogram(&index, &hits, anytime.axis, None).undated_selected as usize, undated);
    }

    #[test]
    fn bins_are_few_whole_and_without_gaps(first in -700_000i32..4_000_000, long in 0i32..3_000_000) {
        let bins = Bins::readable(first, first + long);
        prop_assert!((1..=MAX_BINS).contains(&bins.len()), "{} bins", bins.len());
        let days: Vec<(Day, Day)> = bins.days().collect();
        prop_assert!(days[0].0.num_days_from_ce() <= first && first + long <= days[days.len() - 1].1.num_days_from_ce());
        prop_assert!(days.windows(2).all(|w| w[0].1.succ_opt() == Some(w[1].0)));
        for (n, (a, b)) in days.iter().enumerate() {
            prop_assert!(a <= b);
            prop_assert_eq!(bins.of(a.num_days_from_ce()), Some(n));
            prop_assert_eq!(bins.of(b.num_days_from_ce()), Some(n));
        }
    }
}

#[test]
fn the_grain_follows_the_span() {
    let level = |from: &str, to: &str| {
        let ce = |text: &str| text.parse::<Day>().unwrap().num_days_from_ce();
        Level::readable(ce(from), ce(to))
    };
    assert_eq!(level("2025-03-17", "2025-03-17"), Level::Day);
    assert_eq!(level("2025-03-17", "2025-07-14"), Level::Day);
    assert_eq!(level("2025-03-17", "2025-12-26"), Level::Week);
    assert_eq!(level("2022-02-24", "2025-12-26"), Level::Month);
    assert_eq!(level("1999-01-01", "2025-12-26"), Level::Quarter);
    assert_eq!(level("1945-08-17", "2025-12-26"), Level::Years(1));
    assert_eq!(level("1602-03-20", "2025-12-26"), Level::Years(10));
    assert_eq!(level("0325-01-01", "2025-12-26"), Level::Years(100));
}

#[test]
fn a_week_begins_on_monday_and_a_decade_with_a_nought() {
    let days = |level: Level, day: &str| {
        let ce = day.parse::<Day>().unwrap().num_days_from_ce();
        let (a, b) = Bins::at(level, ce, ce).days().next().unwrap();
        format!("{a} {b}")
    };
    assert_eq!(days(Level::Week, "2025-04-25"), "2025-04-21 2025-04-27");
    assert_eq!(days(Level::Quarter, "2025-04-25"), "2025-04-01 2025-06-30");
    assert_eq!(days(Level::Years(10), "2025-04-25"), "2020-01-01 2029-12-31");
}

#[test]
fn an_article_whose_first_day_is_open_is_found_before_its_last() {
    let rows = [day(10), day(20)].map(|d| (RowDays::published(Some(Interval::day(d))), vec![]));
    let open = (RowDays::published(Some(Interval::until(day(30)))), vec![]);
    let bundle = Bundle { rows: rows.into_iter().chain([open]).collect() };
    let before = Filter { to: Some(day(15)), ..Filter::default() };
    assert_eq!(run(&bundle.index(), &(), &before).docs(&bundle.index()), [DocId(0), DocId(2)]);
}

#[test]
fn a_year_counts_in_each_of_its_months_and_never_surely() {
    let mentioned = vec![Interval::year(2025).unwrap(), Interval::day("2025-03-05".parse().unwrap())];
    let bundle = Bundle { rows: vec![(RowDays { mentioned, ..RowDays::default() }, vec![])] };
    let index = bundle.index();
    let zoom = Interval::between("2023-01-01".parse().unwrap(), "2026-12-31".parse().unwrap());
    let histogram = histogram(&index, &run(&index, &(), &Filter::default()), Axis::Mentioned, Some(zoom));
    assert_eq!(histogram.level, Level::Month);
    let counted = |tally: Tally| histogram.bins.iter().filter(|b| b.all == tally).count();
    assert_eq!(counted(Tally { sure: 1, unsure: 0 }), 1);
    assert_eq!(counted(Tally { sure: 0, unsure: 1 }), 11);
    assert_eq!(counted(Tally::default()), 36);
}
