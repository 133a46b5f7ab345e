//! What happened when: the dated events that the selected articles tell.

use super::selection::{Selection, highest};
use crate::corpus::DocId;
use crate::index::told::{EventSource, When};
use crate::sort;
use crate::text::Span;
use crate::why::{Rule, Why};

/// The events of a selection.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Timeline {
    /// By their first day, then the last; at most [`EVENTS`], the ones that most articles tell.
    pub events: Vec<TimelineEvent>,
    /// Events in all.
    pub total: u32,
    /// Events of the selected articles that don't name the actors asked for.
    pub others: u32,
}

/// An event, told by one article or several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimelineEvent {
    /// When, and whether it was still to come.
    pub when: When,
    /// Where it is told, by place.
    pub told: Vec<Telling>,
}

/// One sentence that tells an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Telling {
    /// Its article.
    pub doc: DocId,
    /// The sentence.
    pub span: Span,
    /// Why it tells an event of that day.
    pub why: Vec<Why>,
}

/// Events shown.
pub const EVENTS: usize = 60;

/// Gathers the events of a selection; where actors are asked for, those that name one.
pub fn timeline(selection: &Selection) -> Timeline {
    let events = &selection.index.told().events;
    let told = selection.lines(&events.lines);
    let mut kept: Vec<(u32, u32)> = Vec::new();
    for &(line, articles) in &told {
        if selection.is_about(events.lines.actors(line)) {
            kept.push((articles, line));
        }
    }
    let counts: Vec<u32> = kept.iter().map(|k| k.0).collect();
    let mut chosen: Vec<u32> =
        highest(&counts, EVENTS).into_iter().filter_map(|at| kept.get(at as usize).map(|k| k.1)).collect();
    // Lines are numbered by their first telling: the earlier article, the earlier sentence.
    let order = |line: &u32| {
        let when = events.when(*line);
        (when.map(|w| w.days.sort_day()), when.and_then(|w| w.days.to()), *line)
    };
    sort::by_cached_key(&mut chosen, order);
    Timeline {
        events: chosen.iter().filter_map(|&line| event(selection, line)).collect(),
        total: kept.len() as u32,
        others: (told.len() - kept.len()) as u32,
    }
}

fn event(selection: &Selection, line: u32) -> Option<TimelineEvent> {
    let events = &selection.index.told().events;
    let rows = selection.rows(&events.lines, line);
    let told = rows.into_iter().filter_map(|(doc, number)| telling(selection, doc, number)).collect();
    Some(TimelineEvent { when: events.when(line)?, told })
}

fn telling(selection: &Selection, doc: DocId, number: u32) -> Option<Telling> {
    let document = selection.corpus.document(doc)?;
    let (span, mut why, dated) = match selection.index.told().events.source(doc, number)? {
        EventSource::Contact(at) => {
            let contact = document.contacts.get(at as usize)?;
            let dated = contact.dated?;
            let mut why = vec![Why::new(Rule::SummaryDate, [dated.of(&document.article.body).into()])];
            why.extend(contact.why.iter().cloned());
            (contact.span, why, dated)
        }
        EventSource::Event(at) => {
            let event = document.events.get(at as usize)?;
            (event.span, event.why.clone(), event.dated)
        }
    };
    let timex = document.timexes.iter().find(|t| t.span == dated);
    why.extend(timex.iter().flat_map(|t| &t.why).cloned());
    Some(Telling { doc, span, why })
}
