//! What is new in an article against those before it?

use super::Scope;
use super::line::{Citation, Line, LineKind};
use super::teller::Teller;
use crate::corpus::DocId;
use crate::summary::opening;
use crate::view::CardActor;
use crate::why::{Rule, Why};

/// What an article tells that no earlier one does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FreshView {
    /// How many are earlier.
    pub earlier: u32,
    /// Actors that none of them names, and where.
    pub actors: Vec<(CardActor, Citation)>,
    /// Contacts and quotes that none of them tells.
    pub lines: Vec<Line>,
}

/// What is new in the latest article of the selection; of the open article alone, against all before it.
pub(super) fn fresh(teller: Teller, scope: &Scope) -> Option<FreshView> {
    let Teller { corpus, index, .. } = teller;
    let found = match scope.of_article {
        true => {
            let all: Vec<DocId> = (0..index.len() as u32).map(DocId).collect();
            opening::fresh_in(corpus, index, &all, Some(*scope.docs.first()?))
        }
        false => opening::fresh_in(corpus, index, &scope.docs, None),
    }?;
    let document = corpus.document(found.doc)?;
    let actors = found.actors.iter().filter_map(|&(actor, at)| {
        let start = document.mentions.get(at as usize)?.span.start;
        Some((teller.actor(actor)?, teller.cite_at(found.doc, start)?))
    });
    let why = Why::new(Rule::SummaryNew, [i64::from(found.earlier).into()]).words(teller.lang);
    let line = |kind, at: &u32| {
        let mut line = teller.single(kind, (found.doc, *at))?;
        line.why.insert(0, why.clone());
        Some(line)
    };
    let contacts = found.contacts.iter().filter_map(|at| line(LineKind::Contact, at));
    let quotes = found.quotes.iter().filter_map(|at| line(LineKind::Quote, at));
    Some(FreshView {
        earlier: found.earlier,
        actors: actors.collect(),
        lines: contacts.chain(quotes).collect(),
    })
}
