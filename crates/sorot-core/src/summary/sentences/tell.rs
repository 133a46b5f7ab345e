//! Why this sentence? What was asked for, where it stands, whom it names, when, who tells it too.

use super::centre::Centre;
use super::gather::Found;
use super::{Asked, KeySentence};
use crate::annotate::{ActorId, ActorKind, Document};
use crate::calendar::Day;
use crate::corpus::{Corpus, DocId, StemId, each_word};
use crate::index::Index;
use crate::salience::fitness::{self, Antecedent};
use crate::sort;
use crate::structure::BlockKind;
use crate::text::{Span, overlapping};
use crate::why::{Rule, Why};

/// Names told in a reason, and words.
const TOLD: usize = 3;

/// The sentence with its reasons, the strongest first.
pub(super) fn tell(
    corpus: &Corpus,
    index: &Index,
    asked: &Asked,
    centre: &Centre,
    articles: usize,
    found: &Found,
    also: Vec<(DocId, u32)>,
) -> KeySentence {
    let Found { doc, sentence, leans, .. } = *found;
    let mut key = KeySentence { doc, sentence, leans, why: Vec::new(), also, antecedent: None };
    let Some(document) = corpus.document(doc) else { return key };
    let Some(place) = document.structure.sentences.get(sentence as usize) else { return key };
    key.antecedent = fitness::antecedent(document, sentence);
    let body = document.article.body.as_str();
    let why = &mut key.why;
    let people = actors_in(document, place.span, key.antecedent);
    let (wanted, others): (Vec<ActorId>, Vec<ActorId>) =
        people.into_iter().partition(|a| asked.actors.contains(a));
    why.extend(listed(Rule::SummaryAsked, &names(corpus, &wanted)));
    let words = asked.words.hits(corpus.lexicon(), body, place.span);
    why.extend(listed(Rule::SummaryWords, &quoted(body, words.into_iter().map(|h| h.0))));
    why.push(match paragraph(document, place.block) {
        1 => Why::plain(Rule::SummaryLead),
        n => Why::new(Rule::SummaryPosition, [n.into()]),
    });
    why.extend(listed(Rule::SummaryNames, &names(corpus, &others)));
    why.extend(first_told(index, doc, &key.also));
    let also = i64::try_from(key.also.len()).unwrap_or(i64::MAX);
    match also {
        0 => {}
        1 => why.push(Why::plain(Rule::SummaryAlsoOne)),
        n => why.push(Why::new(Rule::SummaryAlso, [n.into()])),
    }
    if let Some(date) = document.timexes.iter().map(|t| t.span).find(|&t| place.span.contains(t)) {
        why.push(Why::new(Rule::SummaryDate, [date.of(body).into()]));
    }
    if document.quotes.iter().any(|q| place.span.overlaps(q.span)) {
        why.push(Why::plain(Rule::SummaryQuote));
    }
    if articles > 1 {
        why.extend(listed(Rule::SummaryCentre, &central(corpus, index, centre, found, document, place.span)));
    }
    if found.leans {
        why.push(Why::plain(Rule::SummaryFollows));
    }
    if let Some(Antecedent { word, actor }) = key.antecedent {
        let name = corpus.actor(actor).map_or("", |a| &a.name);
        why.push(Why::new(Rule::SummaryMeans, [word.of(body).into(), name.into()]));
    }
    key
}

fn listed(rule: Rule, told: &str) -> Option<Why> {
    (!told.is_empty()).then(|| Why::new(rule, [told.into()]))
}

fn names(corpus: &Corpus, actors: &[ActorId]) -> String {
    let names = actors.iter().filter_map(|&a| corpus.actor(a)).map(|a| a.name.as_str());
    names.take(TOLD).collect::<Vec<_>>().join(", ")
}

/// The actors of a sentence, people first, else in the order of its text, each once; whom its pronoun means
/// before all.
fn actors_in(document: &Document, span: Span, antecedent: Option<Antecedent>) -> Vec<ActorId> {
    let mut actors: Vec<ActorId> = antecedent.into_iter().map(|a| a.actor).collect();
    for kind in ActorKind::ALL {
        for mention in document.mentions.iter().filter(|m| m.kind == kind && span.contains(m.span)) {
            if !actors.contains(&mention.actor) {
                actors.push(mention.actor);
            }
        }
    }
    actors
}

/// The paragraph's number, from 1; headline and non-story lines aren't counted.
fn paragraph(document: &Document, block: u32) -> i64 {
    let blocks = document.structure.blocks.iter().take(block as usize + 1);
    i64::try_from(blocks.filter(|b| b.kind == BlockKind::Paragraph).count()).unwrap_or(1)
}

/// Words as they stand, each once, in quotation marks.
fn quoted(body: &str, spans: impl Iterator<Item = Span>) -> String {
    let mut words: Vec<&str> = Vec::new();
    for word in spans.map(|s| s.of(body)) {
        if !words.iter().any(|w| w.eq_ignore_ascii_case(word)) {
            words.push(word);
        }
    }
    words.iter().take(TOLD).map(|w| format!("“{w}”")).collect::<Vec<_>>().join(", ")
}

/// The day of a sentence that is repeated later and was told before by nobody.
fn first_told(index: &Index, doc: DocId, also: &[(DocId, u32)]) -> Option<Why> {
    let day = |id: DocId| index.days().span(id).filter(|(from, to)| from == to).map(|span| span.0);
    let own = day(doc)?;
    let first = !also.is_empty() && also.iter().all(|&(other, _)| day(other).is_some_and(|day| day > own));
    let told = Day::from_num_days_from_ce_opt(own).filter(|_| first)?;
    Some(Why::new(Rule::SummaryFirst, [told.into()]))
}

/// The words of a sentence that the selection uses most, names left out: they are told already. They are found among
/// the few that share a stem, not each in the list of all words.
fn central(
    corpus: &Corpus,
    index: &Index,
    centre: &Centre,
    found: &Found,
    document: &Document,
    span: Span,
) -> String {
    let lexicon = corpus.lexicon();
    let body = document.article.body.as_str();
    let mentions = overlapping(&document.mentions, |m| m.span, span);
    let mut words: Vec<(Span, String)> = Vec::new();
    each_word(body, span, |at, word| {
        if !mentions.iter().any(|m| m.span.overlaps(at)) {
            words.push((at, word.to_string()));
        }
    });
    let counts = found.stems.iter().map(|&stem| (centre.count(stem), stem)).filter(|(count, _)| *count > 1);
    let mut stems: Vec<(u32, u32)> = counts.map(|(count, stem)| (!count, stem)).collect();
    sort::numbers(&mut stems);
    let (mut told, mut least, mut held) = (Vec::new(), 0, 0);
    for (count, stem) in stems {
        if held >= TOLD && count != least {
            break;
        }
        least = count;
        let before = told.len();
        for &term in index.terms().family(lexicon, StemId(stem)) {
            let form = lexicon.word(term);
            let here = words.iter().filter(|(_, word)| word == form);
            let is_content = || lexicon.content_stem(term).is_some();
            told.extend(here.filter(|_| is_content()).map(|(at, _)| (count, *at)));
        }
        held += usize::from(told.len() > before);
    }
    sort::by_key(&mut told, |w| *w);
    quoted(body, told.into_iter().map(|w| w.1))
}
