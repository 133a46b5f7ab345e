//! Who was accused or asked, and who was heard?

use super::line::{Citation, Line};
use super::teller::Teller;
use crate::annotate::{ActorId, ReplyKind};
use crate::corpus::DocId;
use crate::summary::reply::{self, Answer, Heard};
use crate::view::CardActor;
use crate::why::{Rule, Why};

/// The right of reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReplyView {
    /// Those not heard first.
    pub answers: Vec<AnswerView>,
    /// How many more there are.
    pub more: u32,
}

/// One who has something to answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerView {
    /// Who.
    pub actor: CardActor,
    /// Whether the articles let it speak.
    pub heard: HeardView,
    /// Whether it is said not to have commented.
    pub silent: bool,
    /// Whether it is said to have been left out.
    pub left_out: bool,
    /// Where it is heard first.
    pub first: Option<Citation>,
    /// In words: how often it is quoted, who speaks for it.
    pub state: Vec<String>,
    /// What it has to answer, in order.
    pub lines: Vec<Line>,
    /// How many more sentences there are.
    pub more: u32,
}

/// Whether somebody is heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeardView {
    /// Neither quoted nor are its words told.
    No,
    /// Its words are told without a quote.
    Told,
    /// Quoted.
    Quoted,
}

pub(super) fn reply(teller: Teller, docs: &[DocId]) -> ReplyView {
    let found = reply::right_of_reply(teller.corpus, teller.index, docs);
    ReplyView { answers: found.answers.iter().filter_map(|a| view(teller, a)).collect(), more: found.more }
}

fn view(teller: Teller, answer: &Answer) -> Option<AnswerView> {
    let lines: Vec<Line> = answer.acts.iter().filter_map(|&act| line(teller, answer.actor, act)).collect();
    Some(AnswerView {
        actor: teller.actor(answer.actor)?,
        heard: match answer.heard {
            Heard::No => HeardView::No,
            Heard::Told(_) => HeardView::Told,
            Heard::Quoted(_) => HeardView::Quoted,
        },
        silent: answer.silent,
        left_out: answer.left_out,
        first: answer.first.and_then(|(doc, at)| teller.cite_at(doc, at)),
        state: teller.words(&state(teller, answer)),
        more: answer.count.saturating_sub(lines.len() as u32),
        lines,
    })
}

fn state(teller: Teller, answer: &Answer) -> Vec<Why> {
    let mut state = vec![match answer.heard {
        Heard::No => Why::plain(Rule::ReplyNotHeard),
        Heard::Told(times) => Why::new(Rule::ReplyTold, [i64::from(times).into()]),
        Heard::Quoted(times) => Why::new(Rule::ReplyQuoted, [i64::from(times).into()]),
    }];
    if answer.silent {
        state.push(Why::plain(Rule::ReplyIsSilent));
    }
    if answer.left_out {
        state.push(Why::plain(Rule::ReplyIsLeftOut));
    }
    if !answer.through.is_empty() {
        state.push(Why::new(Rule::ReplyThrough, [teller.names(&answer.through).as_str().into()]));
    }
    state
}

/// A sentence that accuses, asks, or tells of silence.
fn line(teller: Teller, actor: ActorId, (doc, at): (DocId, u32)) -> Option<Line> {
    let document = teller.corpus.document(doc)?;
    let reply = document.replies.get(at as usize)?;
    let by = reply.by.map(|by| teller.name(by));
    let head = match (reply.kind, by) {
        (ReplyKind::Accused, Some(by)) => Why::new(Rule::ReplyAccusedBy, [by.into()]),
        (ReplyKind::Accused, None) => Why::plain(Rule::ReplyAccused),
        (ReplyKind::Asked, Some(by)) => Why::new(Rule::ReplyAskedBy, [by.into()]),
        (ReplyKind::Asked, None) => Why::plain(Rule::ReplyAsked),
        (ReplyKind::Silent, _) => Why::plain(Rule::ReplySilent),
        (ReplyKind::LeftOut, _) => Why::plain(Rule::ReplyLeftOut),
    };
    let cue = Why::new(Rule::ReplyCue, [reply.cue.of(&document.article.body).into()]);
    let mut why = vec![cue];
    if reply.who != actor {
        let names = [teller.name(reply.who).into(), teller.name(actor).into()];
        why.push(Why::new(Rule::ReplyStandsFor, names));
    }
    teller.sentence_with(doc, reply.cue.start, head.words(teller.lang), &why)
}
