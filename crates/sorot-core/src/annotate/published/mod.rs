//! When was an article published, and how do we know?

use super::dates::Expression;
use super::{Published, PublishedSource};
use crate::article::Article;
use crate::calendar::Interval;
use crate::structure::Structure;
use crate::why::{Rule, Why};

/// One article whose day is to be settled.
#[derive(Clone, Copy, Debug)]
pub struct Undated<'a> {
    /// The file, with the day it may declare.
    pub article: &'a Article,
    /// Its structure.
    pub structure: &'a Structure,
    /// Its calendar expressions.
    pub expressions: &'a [Expression],
}

/// Gives every article its day, in the order given: declared, else inferred from the text and the
/// bundle, else unknown.
pub fn infer(articles: &[Undated]) -> Vec<Published> {
    articles.iter().map(|a| declared(a.article).unwrap_or_else(unknown)).collect()
}

fn declared(article: &Article) -> Option<Published> {
    let given = article.declared_day?;
    let rule = if given.by_editor { Rule::PublishedByEditor } else { Rule::PublishedDeclared };
    Some(Published {
        when: Some(Interval::day(given.day)),
        source: PublishedSource::Declared,
        why: vec![Why::new(rule, [given.day.into()])],
    })
}

fn unknown() -> Published {
    Published { when: None, source: PublishedSource::Unknown, why: vec![Why::plain(Rule::PublishedUnknown)] }
}
