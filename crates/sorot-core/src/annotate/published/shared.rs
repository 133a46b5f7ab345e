//! Is an event that one article dates told from the day of writing in another?
//!
//! Two clauses tell one event when they share a number with its noun ("30 hari"), a common word
//! besides, at least [`SHARED`] terms in all, and [`SHARE`] of the shorter one's. Names alone never
//! tell an event: the same people meet again. Facts are looked up by their numbers, so the cost is
//! linear in the bundle.

use super::signature::{self, Kind, Term};
use super::{Undated, inferred, set};
use crate::annotate::Published;
use crate::annotate::dates::{self, Expression, Meaning, Unit};
use crate::calendar::{Day, Grain, Interval};
use crate::why::{Rule, Why};
use chrono::{Datelike, Days, Weekday};
use std::collections::BTreeMap;

/// Terms that two clauses must have in common.
const SHARED: usize = 5;
/// The part of the shorter clause's terms that must be in common, in percent.
const SHARE: usize = 60;
/// A number with its noun that more facts hold than this tells none of them apart.
const COMMON: usize = 64;
/// How long after an event it is still told by "last week" or "last month", in days.
const REACH: u64 = 62;

/// An event with its day.
struct Fact {
    article: usize,
    day: Day,
    terms: Vec<Term>,
}

/// One round: articles without a day that share an event with one that has a day. Whether any was
/// settled.
pub(super) fn settle(
    articles: &[Undated],
    found: &mut [Option<Published>],
    reasons: &mut [Vec<Why>],
) -> bool {
    let facts = facts(articles, found);
    let mut index: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, fact) in facts.iter().enumerate() {
        for term in fact.terms.iter().filter(|t| t.kind == Kind::Number) {
            index.entry(&term.stem).or_default().push(at);
        }
    }
    index.retain(|_, at| at.len() <= COMMON);
    let mut news = Vec::new();
    for (i, article) in articles.iter().enumerate() {
        if found.get(i).is_some_and(Option::is_none)
            && let Some(published) = by_facts(article, articles, &facts, &index)
        {
            news.push((i, published));
        }
    }
    let any = !news.is_empty();
    for (i, published) in news {
        set(found, i, published);
        reasons.get_mut(i).into_iter().for_each(Vec::clear);
    }
    any
}

fn facts(articles: &[Undated], found: &[Option<Published>]) -> Vec<Fact> {
    let mut facts = Vec::new();
    for (i, (article, published)) in articles.iter().zip(found).enumerate() {
        let Some(published) = published.as_ref().filter(|p| p.when.is_some()) else { continue };
        let timexes = dates::resolve(&article.article.body, article.expressions, published);
        for (at, e) in article.expressions.iter().enumerate() {
            let timex = timexes
                .binary_search_by_key(&e.span.start, |t| t.span.start)
                .ok()
                .and_then(|t| timexes.get(t));
            let Some(timex) = timex.filter(|t| t.grain == Grain::Day && !e.is_ahead()) else { continue };
            let Some(day) = timex.value.filter(|v| v.days() == Some(1)).and_then(Interval::from) else {
                continue;
            };
            let terms = signature::of(article, at);
            if terms.iter().any(|t| t.kind == Kind::Number) {
                facts.push(Fact { article: i, day, terms });
            }
        }
    }
    facts
}

fn by_facts(
    article: &Undated,
    articles: &[Undated],
    facts: &[Fact],
    index: &BTreeMap<&str, Vec<usize>>,
) -> Option<Published> {
    let mut days: Option<Vec<Day>> = None;
    let mut why = Vec::new();
    for (at, e) in article.expressions.iter().enumerate().filter(|(_, e)| is_past_relative(e)) {
        let terms = signature::of(article, at);
        let numbers = terms.iter().filter(|t| t.kind == Kind::Number);
        let mut near: Vec<usize> =
            numbers.filter_map(|t| index.get(t.stem.as_str())).flatten().copied().collect();
        near.sort_unstable();
        near.dedup();
        let best = near
            .iter()
            .filter_map(|f| facts.get(*f))
            .filter_map(|f| Some((common(&terms, &f.terms)?, f)))
            .max_by_key(|(words, f)| (words.len(), std::cmp::Reverse((f.article, f.day))));
        let Some((words, fact)) = best else { continue };
        let told: Vec<Day> = days_after(fact.day)
            .filter(|p| {
                dates::value(&article.article.body, e, Some(*p), Default::default())
                    .is_some_and(|v| v.value.holds(fact.day))
            })
            .collect();
        let both: Vec<Day> = match &days {
            Some(days) => days.iter().copied().filter(|d| told.contains(d)).collect(),
            None => told,
        };
        if both.is_empty() {
            continue;
        }
        days = Some(both);
        let source = articles.get(fact.article).map_or("", |a| a.article.id.as_str());
        let steps =
            [article.words(e).into(), fact.day.into(), source.into(), words.join(", ").as_str().into()];
        why.push(Why::new(Rule::PublishedShared, steps));
    }
    let mut days = days?;
    why.extend(narrow(article, &mut days));
    let (first, last) = (*days.first()?, *days.last()?);
    let run = (last - first).num_days() + 1;
    // Only days without a gap make an interval; more than a week tells nothing.
    (run == i64::try_from(days.len()).ok()? && run <= 7)
        .then(|| inferred(Interval::between(first, last), why))
}

fn days_after(day: Day) -> impl Iterator<Item = Day> {
    (0..=REACH).filter_map(move |n| day.checked_add_days(Days::new(n)))
}

fn is_past_relative(e: &Expression) -> bool {
    !e.is_ahead()
        && match e.meaning {
            Meaning::Shifted { unit, count } => {
                count <= 0 && matches!(unit, Unit::Day | Unit::Week | Unit::Month)
            }
            Meaning::Weekday { .. } => true,
            _ => false,
        }
}

/// The terms in common, where they are enough to be one event.
fn common<'t>(a: &'t [Term], b: &[Term]) -> Option<Vec<&'t str>> {
    let both: Vec<&Term> = a.iter().filter(|t| b.iter().any(|u| u.stem == t.stem)).collect();
    let has = |kind| both.iter().any(|t| t.kind == kind);
    let enough = both.len() >= SHARED && both.len() * 100 >= SHARE * a.len().min(b.len());
    (enough && has(Kind::Number) && has(Kind::Common))
        .then(|| both.into_iter().map(|t| t.word.as_str()).collect())
}

/// Leaves the days on which the weekdays named are fresh and "this week" isn't over.
fn narrow(article: &Undated, days: &mut Vec<Day>) -> Vec<Why> {
    let mut why = Vec::new();
    let weekday = |e: &Expression| match e.meaning {
        Meaning::Weekday { day, weeks: None, beside: None } if !e.is_ahead() => Some(i64::from(day)),
        _ => None,
    };
    let past: Vec<&Expression> = article.expressions.iter().filter(|e| weekday(e).is_some()).collect();
    let said: Vec<&Expression> = past.iter().copied().filter(|e| e.said).collect();
    let pegs = if said.is_empty() { past } else { said };
    let age = |e: &Expression, p: Day| {
        weekday(e).map(|w| (i64::from(p.weekday().num_days_from_monday()) - w).rem_euclid(7))
    };
    let fresh: Vec<Day> =
        days.iter().copied().filter(|p| pegs.iter().any(|e| age(e, *p).is_some_and(|n| n <= 1))).collect();
    if !fresh.is_empty() && fresh.len() < days.len() {
        let peg = fresh.last().and_then(|p| pegs.iter().find(|e| age(e, *p).is_some_and(|n| n <= 1)));
        if let Some(peg) = peg {
            why.push(Why::new(Rule::PublishedPeg, [article.words(peg).into()]));
        }
        *days = fresh;
    }
    let this_week = article
        .expressions
        .iter()
        .find(|e| e.is_ahead() && e.meaning == Meaning::Shifted { unit: Unit::Week, count: 0 });
    if let Some(e) = this_week {
        let left: Vec<Day> = days.iter().copied().filter(|d| d.weekday() != Weekday::Sun).collect();
        if !left.is_empty() && left.len() < days.len() {
            *days = left;
            why.push(Why::new(Rule::PublishedWeekLeft, [article.words(e).into()]));
        }
    }
    why
}
