//! What is new in an article against those before it?

use super::Scope;
use super::line::{Citation, Line, LineId, sentence_at};
use crate::calendar::Lang;
use crate::corpus::{Corpus, DocId};
use crate::index::Index;
use crate::summary::opening::{self, Fresh};
use crate::view::CardActor;
use crate::view::cards::card_actor;
use crate::why::{Rule, Why};

/// What an article tells that no earlier one does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FreshView {
    /// Where the article begins.
    pub article: Citation,
    /// How many are earlier.
    pub earlier: u32,
    /// Actors that none of them names, and where.
    pub actors: Vec<(CardActor, Citation)>,
    /// Contacts and quotes that none of them tells.
    pub lines: Vec<Line>,
}

/// What is new in the latest article of the selection; of the open article alone, against all before it.
pub(super) fn fresh(corpus: &Corpus, index: &Index, scope: &Scope, lang: Lang) -> Option<FreshView> {
    let found = match scope.of_article {
        true => {
            let all: Vec<DocId> = (0..index.len() as u32).map(DocId).collect();
            opening::fresh_in(corpus, index, &all, Some(*scope.docs.first()?))
        }
        false => opening::fresh_in(corpus, index, &scope.docs, None),
    }?;
    view(corpus, &found, lang)
}

fn view(corpus: &Corpus, found: &Fresh, lang: Lang) -> Option<FreshView> {
    let document = corpus.document(found.doc)?;
    let id = &document.article.id;
    let actors = found.actors.iter().filter_map(|&(actor, at)| {
        let span = document.mentions.get(at as usize)?.span;
        Some((card_actor(corpus, actor)?, Citation::of(document, sentence_at(document, span)?, lang)?))
    });
    let names = |ids: &[crate::annotate::ActorId]| {
        ids.iter().filter_map(|&id| Some(corpus.actor(id)?.name.as_str())).collect::<Vec<_>>().join(", ")
    };
    let why = Why::new(Rule::SummaryNew, [i64::from(found.earlier).into()]).words(lang);
    let headed = |id: LineId, head: String| {
        let mut line = Line::of(document, &id, head, lang)?;
        line.why.insert(0, why.clone());
        Some(line)
    };
    let contacts = found.contacts.iter().filter_map(|&at| {
        let contact = document.contacts.get(at as usize)?;
        headed(LineId::contact(id, at), format!("{} – {}", names(&contact.a), names(&contact.b)))
    });
    let quotes = found
        .quotes
        .iter()
        .filter_map(|&at| headed(LineId::quote(id, at), names(&document.quotes.get(at as usize)?.speakers)));
    Some(FreshView {
        article: Citation::of(document, 0, lang)?,
        earlier: found.earlier,
        actors: actors.collect(),
        lines: contacts.chain(quotes).collect(),
    })
}
