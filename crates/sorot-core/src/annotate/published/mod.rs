//! When was an article published, and how do we know?
//!
//! ```text
//! declared           the file says so, or a line of its own; the text is only checked against it
//! alone              days named in the article × weekdays, arithmetic, terms of office → years
//! shared             the same event, dated in one article and told from "last week" in another
//! ```
//! What none of these settles stays unknown.

mod alone;
mod anchors;
mod line;
mod shared;
mod signature;
mod terms;
#[cfg(test)]
mod tests;

use super::dates::{self, Expression, Meaning};
use super::{Published, PublishedSource};
use crate::article::Article;
use crate::calendar::{Day, Interval};
use crate::structure::Structure;
use crate::why::{Rule, Why};
use chrono::Datelike;

/// One article whose day is to be settled.
#[derive(Clone, Copy, Debug)]
pub struct Undated<'a> {
    /// The file, with the day it may declare.
    pub article: &'a Article,
    /// Its structure.
    pub structure: &'a Structure,
    /// Its calendar expressions.
    pub expressions: &'a [Expression],
    /// Those of the lines that are not the story.
    pub aside: &'a [Expression],
}

impl<'a> Undated<'a> {
    /// The words of an expression.
    fn words(&self, e: &Expression) -> &'a str {
        e.span.of(&self.article.body)
    }
}

/// How often days found in one round may settle further articles in the next.
const ROUNDS: usize = 4;

/// Gives every article its day, in the order given: declared, else inferred from the text and the
/// bundle, else unknown.
pub fn infer(articles: &[Undated]) -> Vec<Published> {
    let mut found: Vec<Option<Published>> = articles.iter().map(declared).collect();
    if found.iter().all(Option::is_some) {
        return found.into_iter().flatten().collect();
    }
    // First what every article says by itself, so that the order of files changes nothing.
    let mut reasons: Vec<Vec<Why>> = vec![Vec::new(); articles.len()];
    let mut several: Vec<(usize, alone::Several)> = Vec::new();
    for (i, article) in articles.iter().enumerate() {
        if found.get(i).is_some_and(Option::is_some) {
            continue;
        }
        match alone::read(article) {
            alone::Reading::One(published) => set(&mut found, i, published),
            alone::Reading::Several(choice) => several.push((i, choice)),
            alone::Reading::Nothing => {}
        }
    }
    // Then the year, by the days of the others.
    let days = settled(&found, PublishedSource::Declared);
    let days = if days.is_empty() { settled(&found, PublishedSource::Inferred) } else { days };
    for (i, choice) in several {
        match choice.nearest(&days) {
            Ok(published) => set(&mut found, i, published),
            Err(why) => reasons.get_mut(i).into_iter().for_each(|r| r.clone_from(&why)),
        }
    }
    for _ in 0..ROUNDS {
        if found.iter().all(Option::is_some) || !shared::settle(articles, &mut found, &mut reasons) {
            break;
        }
    }
    found.into_iter().zip(reasons).map(|(found, why)| found.unwrap_or_else(|| unknown(why))).collect()
}

fn set(found: &mut [Option<Published>], i: usize, published: Published) {
    if let Some(slot) = found.get_mut(i) {
        *slot = Some(published);
    }
}

/// The last days of the articles that have one from `source`, sorted.
fn settled(found: &[Option<Published>], source: PublishedSource) -> Vec<Day> {
    let known = found.iter().flatten().filter(|p| p.source == source);
    let mut days: Vec<Day> = known.filter_map(|p| p.when?.to()).collect();
    days.sort_unstable();
    days
}

fn inferred(when: Interval, why: Vec<Why>) -> Published {
    Published { when: Some(when), source: PublishedSource::Inferred, why }
}

fn declared(article: &Undated) -> Option<Published> {
    let Some(given) = article.article.declared_day else {
        let (when, line) = line::day(article)?;
        let mut why = vec![Why::new(Rule::PublishedLine, [line.into()])];
        why.extend(when.from().into_iter().flat_map(|day| contradictions(article, day)));
        return Some(Published { when: Some(when), source: PublishedSource::Declared, why });
    };
    let rule = if given.by_editor { Rule::PublishedByEditor } else { Rule::PublishedDeclared };
    let mut why = vec![Why::new(rule, [given.day.into()])];
    why.extend(contradictions(article, given.day));
    Some(Published { when: Some(Interval::day(given.day)), source: PublishedSource::Declared, why })
}

fn unknown(mut why: Vec<Why>) -> Published {
    why.push(Why::plain(Rule::PublishedUnknown));
    Published { when: None, source: PublishedSource::Unknown, why }
}

/// What the text says against a declared day: a weekday that isn't one, a past that is to come.
fn contradictions(article: &Undated, published: Day) -> Vec<Why> {
    let mut why = Vec::new();
    for e in article.expressions {
        let Meaning::Date { year, weekday, .. } = e.meaning else { continue };
        let words = article.words(e);
        let Some(value) = dates::value(&article.article.body, e, Some(published), Default::default()) else {
            continue;
        };
        let disagrees = value.why.iter().any(|w| w.rule == Rule::DateWeekdayDisagrees);
        if disagrees {
            let told = i64::from(year.unwrap_or(published.year()));
            why.push(Why::new(Rule::PublishedDisagrees, [words.into(), told.into()]));
        }
        let later = value.value.from().is_some_and(|d| (d - published).num_days() > 1);
        if year.is_some() && weekday.is_some() && later && e.cue.is_some_and(|c| !c.ahead) {
            why.push(Why::new(Rule::PublishedLater, [words.into()]));
        }
    }
    // The same words again say nothing new.
    why.dedup();
    why.truncate(5);
    why
}
