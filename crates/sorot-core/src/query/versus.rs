//! What is the selection compared with?

use super::Query;
use crate::calendar::Day;
use std::fmt;

/// The other side of a comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Versus {
    /// All articles that aren't selected.
    Rest,
    /// The answer to another question; it holds filters only.
    Query(Box<Query>),
}

/// The word for [`Versus::Rest`]; a question begins with a slash.
const REST: &str = "rest";

impl Versus {
    /// The answer to `query`, as far as it filters.
    pub fn query(query: &Query) -> Versus {
        Versus::Query(Box::new(query.filters()))
    }

    /// Reads what [`Display`](fmt::Display) writes.
    pub(super) fn parse(value: &str) -> Option<Versus> {
        match value {
            REST => Some(Versus::Rest),
            // Only one deep: the filters of the other question hold no third one.
            _ => value.starts_with('/').then(|| Versus::query(&Query::parse(value).0)),
        }
    }
}

impl fmt::Display for Versus {
    /// "rest", or the other question's hash without its `#`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Versus::Rest => f.write_str(REST),
            Versus::Query(query) => f.write_str(query.to_string().trim_start_matches('#')),
        }
    }
}

impl Query {
    /// What the selection is compared with, if with anything.
    pub fn versus(&self) -> Option<&Versus> {
        self.versus.as_ref()
    }

    /// Compares the selection with another one, or no longer.
    pub fn with_versus(&self, versus: Option<Versus>) -> Query {
        Query { versus, ..self.clone() }
    }

    /// Compares with what the reader chose: nothing, all the rest ("rest"), or the same question about another
    /// actor (its slug).
    pub fn compared_with(&self, choice: &str) -> Query {
        self.with_versus(match choice {
            "" => None,
            REST => Some(Versus::Rest),
            slug => {
                let actors = std::iter::once(slug.to_string()).collect();
                let mut other = Query { actors, ..self.filters() };
                other.excluded.remove(slug);
                Some(Versus::query(&other))
            }
        })
    }

    /// Compares what was published, or is spoken of, before `day` with the same question from that day on.
    pub fn split_at(&self, day: Day) -> Query {
        // Who splits anew means the whole period again.
        let to = match (&self.versus, self.split_day()) {
            (Some(Versus::Query(other)), Some(_)) => other.to,
            _ => self.to,
        };
        let before = day.pred_opt().unwrap_or(day);
        let left = self.with_period(self.from.filter(|from| *from <= before), Some(before));
        let right = self.with_period(Some(day), to.filter(|to| *to >= day));
        left.with_versus(Some(Versus::query(&right)))
    }

    /// The day at which the selection is split, if it is.
    pub fn split_day(&self) -> Option<Day> {
        match &self.versus {
            Some(Versus::Query(other)) => {
                other.from.filter(|day| day.pred_opt() == self.to && self.to.is_some())
            }
            _ => None,
        }
    }

    /// What of the question selects articles: no order, nothing open, nothing compared.
    pub fn filters(&self) -> Query {
        let Query { text, sources, langs, actors, excluded, mode, axis, from, to, undated, .. } =
            self.clone();
        Query { text, sources, langs, actors, excluded, mode, axis, from, to, undated, ..Query::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_compared_survives_its_link() {
        let check = |link: &str, expected: &str| {
            let (query, problems) = Query::parse(link);
            assert_eq!((query.to_string().as_str(), problems.len()), (expected, 0), "{link}");
        };
        check("#/?vs=rest", "#/?vs=rest");
        check("#/?vs=%2F", "#/?vs=%2F");
        check(
            "#/?actor=a&vs=%2F%3Factor%3Db%26from%3D2025-01-01",
            "#/?actor=a&vs=%2F%3Factor%3Db%26from%3D2025-01-01",
        );
        // What doesn't select is left out, and a third question too.
        check("#/?vs=%2F%3Farticle%3D1%26actor%3Db%26vs%3Drest%26sort%3Doldest", "#/?vs=%2F%3Factor%3Db");
        assert_eq!(Query::parse("#/?vs=actor").1.len(), 1);
        assert_eq!(Query::default().to_string(), "#/");
    }

    #[test]
    fn a_selection_is_split_and_split_again() {
        let day = |text: &str| text.parse().unwrap();
        let query = Query::parse("#/?actor=a&from=2025-01-01&to=2025-12-31").0;
        let split = query.split_at(day("2025-04-01"));
        assert_eq!(split.split_day(), Some(day("2025-04-01")));
        assert_eq!((split.from(), split.to()), (Some(day("2025-01-01")), Some(day("2025-03-31"))));
        let again = split.split_at(day("2025-06-01"));
        assert_eq!(again.to_string(), query.split_at(day("2025-06-01")).to_string());
        assert_eq!(
            query.compared_with("b").versus(),
            Some(&Versus::query(&Query::parse("#/?actor=b&from=2025-01-01&to=2025-12-31").0))
        );
        assert_eq!(split.compared_with("rest").split_day(), None);
        assert_eq!(split.compared_with("").versus(), None);
    }

    proptest! {
        #[test]
        fn any_question_can_be_the_other_side(hash in "(#/\\?)?((actor|not|q|from|source|lang|vs)=[a-z0-9%&=/-]{0,12}&){0,4}\\PC{0,20}") {
            let other = Versus::query(&Query::parse(&hash).0);
            let query = Query::default().toggle_actor("a").with_versus(Some(other));
            let (read, problems) = Query::parse(&query.to_string());
            prop_assert_eq!(read, query);
            prop_assert_eq!(problems, vec![]);
        }
    }
}
