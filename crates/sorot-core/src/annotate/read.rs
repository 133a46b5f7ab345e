//! In which order do the passes run? A map over articles, a reduce over the bundle, a map again.

use super::{Actor, Aside, Document, Published, actors, dates, published, quantities, resolve, tell};
use crate::article::Article;
use crate::structure::{self, Structure};
use serde::{Deserialize, Serialize};

/// How work on many articles is spread. The domain does it in turn; the native command on all cores.
pub trait Spread {
    /// Applies `work` to every item; the results come in the items' order.
    fn map<T: Send, U: Send>(&self, items: Vec<T>, work: impl Fn(T) -> U + Sync) -> Vec<U>;
}

/// One article after the other.
#[derive(Clone, Copy, Debug)]
pub struct InTurn;

impl Spread for InTurn {
    fn map<T: Send, U: Send>(&self, items: Vec<T>, work: impl Fn(T) -> U + Sync) -> Vec<U> {
        items.into_iter().map(work).collect()
    }
}

/// What one article tells by itself, before the bundle's actors and days are settled: the outcome of the map, made
/// anywhere and carried to the reduce ([`settle`]).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// The file.
    pub article: Article,
    structure: Structure,
    names: actors::Names,
    expressions: Vec<dates::Expression>,
    /// Those of the lines that are not the story.
    expressions_aside: Vec<dates::Expression>,
    quantities: Vec<quantities::Quantity>,
    quantities_aside: Vec<quantities::Quantity>,
}

/// Reads a bundle: same articles, same documents and actors.
pub fn annotate(articles: Vec<Article>) -> (Vec<Document>, Vec<Actor>) {
    annotate_by(&InTurn, articles)
}

/// As [`annotate`], the work on single articles spread by `spread`; the outcome is the same.
pub fn annotate_by(spread: &impl Spread, articles: Vec<Article>) -> (Vec<Document>, Vec<Actor>) {
    settle(spread, spread.map(articles, read_article))
}

/// Reads one article by itself.
pub fn read_article(article: Article) -> Reading {
    let structure = structure::read(&article.body, article.declared_language);
    read(article, structure)
}

/// As [`annotate_by`], of articles whose lines and sentences are known already.
pub fn annotate_structures(
    spread: &impl Spread,
    articles: Vec<(Article, Structure)>,
) -> (Vec<Document>, Vec<Actor>) {
    settle(spread, spread.map(articles, |(article, structure)| read(article, structure)))
}

/// Settles the actors and days of a bundle whose articles are read: same readings, same documents and actors.
pub fn settle(spread: &impl Spread, readings: Vec<Reading>) -> (Vec<Document>, Vec<Actor>) {
    // Who is who and which day is meant don't rest on each other.
    let mut settled = Settled::default();
    for part in spread.map(vec![Half::Actors, Half::Days], |half| half.settle(&readings)) {
        settled = settled.with(part);
    }
    let Settled { actors, whose, published } = settled;
    let parts: Vec<_> = readings.into_iter().zip(whose).zip(published).collect();
    let documents =
        spread.map(parts, |((reading, whose), published)| reading.finish(whose, published, &actors));
    (documents, actors)
}

/// One of the two reduces over a bundle.
enum Half {
    Actors,
    Days,
}

/// What they find, each its own part.
#[derive(Default)]
struct Settled {
    actors: Vec<Actor>,
    whose: Vec<resolve::Resolved>,
    published: Vec<Published>,
}

impl Half {
    fn settle(self, readings: &[Reading]) -> Settled {
        match self {
            Half::Actors => {
                let named: Vec<_> = readings.iter().map(Reading::named).collect();
                let (actors, whose) = resolve::resolve(&named);
                Settled { actors, whose, published: Vec::new() }
            }
            Half::Days => {
                let undated: Vec<_> = readings.iter().map(Reading::undated).collect();
                Settled { published: published::infer(&undated), ..Settled::default() }
            }
        }
    }
}

impl Settled {
    fn with(self, other: Settled) -> Settled {
        let either = |a: Vec<Published>, b: Vec<Published>| if a.is_empty() { b } else { a };
        let published = either(self.published, other.published);
        match self.whose.is_empty() {
            true => Settled { published, ..other },
            false => Settled { published, ..self },
        }
    }
}

fn read(article: Article, structure: Structure) -> Reading {
    let mut names = actors::find(&article.body, &structure);
    let expressions = dates::find(&article.body, &structure);
    let lines = structure.aside();
    let expressions_aside = lines.as_ref().map_or_else(Vec::new, |lines| dates::find(&article.body, lines));
    let dates = || expressions.iter().chain(&expressions_aside).map(|e| e.span);
    names.declare(&article, &structure, dates);
    let amounts = |structure: &Structure, expressions: &[dates::Expression]| {
        quantities::find(&article.body, structure, expressions.iter().map(|e| e.span))
    };
    let quantities = amounts(&structure, &expressions);
    let quantities_aside = lines.as_ref().map_or_else(Vec::new, |lines| amounts(lines, &expressions_aside));
    Reading { article, structure, names, expressions, expressions_aside, quantities, quantities_aside }
}

impl Reading {
    fn named(&self) -> resolve::Named<'_> {
        resolve::Named {
            body: &self.article.body,
            structure: &self.structure,
            names: &self.names.story,
            aside: &self.names.aside,
        }
    }

    fn undated(&self) -> published::Undated<'_> {
        published::Undated {
            article: &self.article,
            structure: &self.structure,
            expressions: &self.expressions,
            aside: &self.expressions_aside,
        }
    }

    /// The document, once its actors and its day are settled.
    fn finish(self, whose: resolve::Resolved, published: Published, actors: &[Actor]) -> Document {
        let mentions = resolve::mentions(self.names.story, whose.story);
        let body = self.article.body.as_str();
        let timexes = dates::resolve(body, &self.expressions, &published);
        let settled =
            tell::Settled { body, mentions: &mentions, timexes: &timexes, published: &published, actors };
        let told = tell::story(settled, &self.structure);
        let aside = resolve::mentions(self.names.aside, whose.aside);
        let timexes_aside = match aside.is_empty() {
            true => Vec::new(),
            false => dates::resolve(body, &self.expressions_aside, &published),
        };
        let settled = tell::Settled { mentions: &aside, timexes: &timexes_aside, ..settled };
        let told_aside = tell::aside(settled, &self.structure);
        Document {
            article: self.article,
            structure: self.structure,
            published,
            mentions,
            expressions: self.expressions,
            timexes,
            quotes: told.quotes,
            contacts: told.contacts,
            events: told.events,
            quantities: self.quantities,
            sourced: told.sourced,
            replies: told.replies,
            references: told.references,
            aside: Aside {
                mentions: aside,
                expressions: self.expressions_aside,
                quantities: self.quantities_aside,
                quotes: told_aside.quotes,
                contacts: told_aside.contacts,
                events: told_aside.events,
                sourced: told_aside.sourced,
                replies: told_aside.replies,
                references: told_aside.references,
            },
        }
    }
}
