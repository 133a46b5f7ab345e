//! What answers a question, whatever is open beside it: who opens an article, another section of the panel or another
//! length asks nothing anew.

use super::{Chip, Dates, FacetGroup, List, Pages, Values, chips, dates, facets, filter, values};
use crate::corpus::DocId;
use crate::query::Query;
use crate::search;
use std::rc::Rc;

/// The answer to a question, as far as all pages of it share it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    /// The selected articles by day, undated ones last. Not a bare slice: only of what has a size `Rc` sees that both are
    /// one and the same, in place of comparing a hundred thousand.
    pub(super) docs: Rc<Vec<DocId>>,
    /// The same in the order of the list.
    pub(super) list: Rc<List>,
    /// How many more hold all the words of a phrase, but not their text yet.
    pub(super) unchecked: u32,
    pub(super) chips: Rc<[Chip]>,
    pub(super) facets: Rc<[FacetGroup]>,
    pub(super) values: Rc<Values>,
    pub(super) dates: Rc<Dates>,
}

impl Answered {
    pub(super) fn of(pages: &Pages, query: &Query) -> Answered {
        let Pages { corpus, index, .. } = pages;
        let filter = filter(corpus, index, query);
        let missed = corpus.documents().missed();
        let hits = search::run(index, corpus, &filter);
        Answered {
            unchecked: corpus.documents().missed() - missed,
            list: Rc::new(List {
                order: search::order(index, &hits, query.sort()),
                sort: query.sort(),
                asked: filter.actors.iter().flatten().copied().collect(),
                words: filter.words,
            }),
            chips: chips(corpus, query).into(),
            facets: facets::groups(&pages.directory, &hits, query).into(),
            values: Rc::new(values::values(index, &pages.all, &hits, query)),
            dates: Rc::new(dates::dates(pages, &hits, query)),
            docs: Rc::new(hits.docs(index)),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::article;
    use crate::corpus::Corpus;
    use crate::query::Query;
    use crate::view::{Lang, Pages};

    #[test]
    fn what_is_open_is_no_part_of_the_question() {
        let file = |name: &str, body: &str| article::parse(name, body.as_bytes()).unwrap().0;
        let articles =
            vec![file("a.txt", "Kota itu ramai."), file("b.txt", "Menteri Sugiono tiba di kota Bandung.")];
        let pages = Pages::of(Corpus::new("Uji", articles));
        for hash in [
            "#/?article=a",
            "#/?article=nowhere&panel=quotes",
            "#/?q=kota&article=b&sentence=1&panel=compare",
        ] {
            let query = Query::parse(hash).0;
            let question = query.question();
            assert_eq!((question.article(), question.text()), (None, query.text()));
            assert_eq!(pages.answered(&question), pages.answered(&query), "{hash}");
            assert_eq!(
                pages.page_of(&pages.answered(&question), &query, Lang::Id),
                pages.page(&query, Lang::Id)
            );
        }
    }
}
