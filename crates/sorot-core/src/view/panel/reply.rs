//! Who was accused or asked, and who was heard?

use super::Scope;
use super::line::{Citation, Line, LineId, sentence_at};
use crate::annotate::{ActorId, Document, Reply, ReplyKind};
use crate::calendar::Lang;
use crate::corpus::{Corpus, DocId};
use crate::summary::reply::{self, Answer, Heard};
use crate::text::Span;
use crate::view::CardActor;
use crate::view::cards::card_actor;
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

impl ReplyView {
    pub(super) fn lines(&self) -> Vec<Line> {
        let headed = |answer: &AnswerView, line: &Line| {
            let head = format!("{}, {} ({})", answer.actor.name, line.head, answer.state.join("; "));
            Line { head, ..line.clone() }
        };
        self.answers.iter().flat_map(|a| a.lines.iter().map(move |line| headed(a, line))).collect()
    }
}

pub(super) fn reply(corpus: &Corpus, scope: &Scope, lang: Lang) -> ReplyView {
    let found = reply::right_of_reply(corpus, &scope.docs);
    let answers = found.answers.iter().filter_map(|answer| view(corpus, answer, lang));
    ReplyView { answers: answers.collect(), more: found.more }
}

fn view(corpus: &Corpus, answer: &Answer, lang: Lang) -> Option<AnswerView> {
    let lines: Vec<Line> = answer.acts.iter().filter_map(|&act| line(corpus, act, lang)).collect();
    let first = answer.first.and_then(|(doc, at)| {
        let document = corpus.document(doc)?;
        Citation::of(document, sentence_at(document, Span { start: at, end: at })?, lang)
    });
    Some(AnswerView {
        actor: card_actor(corpus, answer.actor)?,
        heard: match answer.heard {
            Heard::No => HeardView::No,
            Heard::Told(_) => HeardView::Told,
            Heard::Quoted(_) => HeardView::Quoted,
        },
        silent: answer.silent,
        left_out: answer.left_out,
        first,
        state: state(corpus, answer).iter().map(|w| w.words(lang)).collect(),
        more: answer.count.saturating_sub(lines.len() as u32),
        lines,
    })
}

fn name(corpus: &Corpus, id: ActorId) -> &str {
    corpus.actor(id).map_or("", |a| &a.name)
}

fn state(corpus: &Corpus, answer: &Answer) -> Vec<Why> {
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
        let names = answer.through.iter().map(|&id| name(corpus, id)).collect::<Vec<_>>().join(", ");
        state.push(Why::new(Rule::ReplyThrough, [names.as_str().into()]));
    }
    state
}

/// A sentence that accuses, asks, or tells of silence.
fn line(corpus: &Corpus, (doc, at): (DocId, u32), lang: Lang) -> Option<Line> {
    let document: &Document = corpus.document(doc)?;
    let reply: &Reply = document.replies.get(at as usize)?;
    let number = sentence_at(document, reply.cue)?;
    let sentence = document.structure.sentences.get(number as usize)?;
    let by = reply.by.map(|by| name(corpus, by));
    let head = match (reply.kind, by) {
        (ReplyKind::Accused, Some(by)) => Why::new(Rule::ReplyAccusedBy, [by.into()]),
        (ReplyKind::Accused, None) => Why::plain(Rule::ReplyAccused),
        (ReplyKind::Asked, Some(by)) => Why::new(Rule::ReplyAskedBy, [by.into()]),
        (ReplyKind::Asked, None) => Why::plain(Rule::ReplyAsked),
        (ReplyKind::Silent, _) => Why::plain(Rule::ReplySilent),
        (ReplyKind::LeftOut, _) => Why::plain(Rule::ReplyLeftOut),
    };
    let cue = Why::new(Rule::ReplyCue, [reply.cue.of(&document.article.body).into()]);
    Some(Line {
        id: LineId::sentence(&document.article.id, number),
        head: head.words(lang),
        text: sentence.span.of(&document.article.body).to_string(),
        lang: document.structure.language,
        places: vec![Citation::of(document, number, lang)?],
        why: vec![cue.words(lang)],
    })
}
