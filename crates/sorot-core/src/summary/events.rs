//! What happened when: the dated events that the selected articles tell.

use super::selection::{Selection, Telling, Tellings};
use crate::corpus::Corpus;
use crate::index::Index;
use crate::index::told::{EventSource, When};
use crate::sort;
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
    /// Where it is told, as numbers of events of [`crate::index::told::Events`].
    pub told: Tellings,
}

/// Events shown.
pub const EVENTS: usize = 60;

/// Gathers the events of a selection; where actors are asked for, those that name one.
pub fn timeline(selection: &Selection) -> Timeline {
    let events = &selection.index.told().events;
    let (mut chosen, total, others) = selection.chosen(&events.lines, EVENTS);
    // Lines are numbered by their first telling: the earlier article, the earlier sentence.
    let order = |line: &u32| {
        let when = events.when(*line);
        (when.map(|w| w.days.sort_day()), when.and_then(|w| w.days.to()), *line)
    };
    sort::by_cached_key(&mut chosen, order);
    let event = |line: u32| {
        Some(TimelineEvent { when: events.when(line)?, told: selection.tellings(&events.lines, line) })
    };
    Timeline { events: chosen.into_iter().filter_map(event).collect(), total, others }
}

/// Why an article's event is one of that day.
pub fn why(corpus: &Corpus, index: &Index, (doc, number): Telling) -> Vec<Why> {
    let Some(document) = corpus.document(doc) else { return Vec::new() };
    let (mut why, dated) = match index.told().events.source(doc, number) {
        Some(EventSource::Contact(at)) => {
            let Some(contact) = document.contacts.get(at as usize) else { return Vec::new() };
            let dated =
                contact.dated.map(|d| Why::new(Rule::SummaryDate, [d.of(&document.article.body).into()]));
            (dated.into_iter().chain(contact.why.iter().cloned()).collect::<Vec<_>>(), contact.dated)
        }
        Some(EventSource::Event(at)) => {
            let Some(event) = document.events.get(at as usize) else { return Vec::new() };
            (event.why.clone(), Some(event.dated))
        }
        None => return Vec::new(),
    };
    let timex = document.timexes.iter().find(|t| Some(t.span) == dated);
    why.extend(timex.iter().flat_map(|t| &t.why).cloned());
    why
}
