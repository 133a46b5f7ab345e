//! Who met, phoned or wrote to whom: the contacts that the selected articles tell.

use super::in_story;
use super::selection::{Selection, Telling, Tellings, highest};
use crate::annotate::{ActorId, Contact, ContactStatus, Document};
use crate::calendar::Interval;
use crate::sort;

/// The contacts of a selection.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Met {
    /// By day, those without one last; at most [`LINES`], the ones that most articles tell.
    pub lines: Vec<Meeting>,
    /// Lines in all.
    pub total: u32,
    /// Lines of the selected articles in which none of the actors asked for takes part.
    pub others: u32,
    /// Who took part in most of the lines, at most [`ACTORS`].
    pub actors: Vec<ActorId>,
    /// Pairs of them with lines, by row, then column; each pair once, the actor that stands first in
    /// `actors` as the row.
    pub cells: Vec<Cell>,
}

/// One contact, told by one article or several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// One side.
    pub a: Vec<ActorId>,
    /// The other side.
    pub b: Vec<ActorId>,
    /// Whether it took place: the same in every telling.
    pub status: ContactStatus,
    /// The channel, as the first article that tells it says.
    pub channel: Option<String>,
    /// When, if told.
    pub when: Option<Interval>,
    /// Where, as the first article that tells it says.
    pub place: Option<ActorId>,
    /// Where it is told, as numbers of contacts: in the story, where one tells it.
    pub told: Tellings,
}

/// A field of the matrix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Index in [`Met::actors`].
    pub row: u32,
    /// Index in [`Met::actors`].
    pub column: u32,
    /// Indexes in [`Met::lines`].
    pub lines: Vec<u32>,
}

/// Contacts listed.
pub const LINES: usize = 120;
/// Rows of the matrix: what stands side by side on a phone.
pub const ACTORS: usize = 8;

/// Gathers the contacts of a selection; where actors are asked for, theirs.
pub fn met(selection: &Selection) -> Met {
    let lines = &selection.index.told().contacts;
    let (chosen, total, others) = selection.chosen(lines, LINES);
    let mut lines: Vec<Meeting> = chosen.iter().filter_map(|&line| meeting(selection, line)).collect();
    sort::by_cached_key(&mut lines, |m| {
        (m.when.is_none(), m.when.map(Interval::sort_day), m.told.rows.first().copied())
    });
    let actors = actors(selection, &lines);
    Met { total, others, cells: cells(&actors, &lines), actors, lines }
}

fn meeting(selection: &Selection, line: u32) -> Option<Meeting> {
    let mut told = selection.tellings(&selection.index.told().contacts, line);
    let contact = |&(doc, number): &Telling| -> Option<(&Document, &Contact)> {
        let document = selection.corpus.document(doc)?;
        Some((document, document.contacts.get(number as usize)?))
    };
    // The story tells more than the headline above it.
    let is_told = |row: &Telling| contact(row).is_some_and(|(d, c)| in_story(d, c.span.start));
    if told.rows.iter().any(is_told) {
        let all = told.rows.len();
        told.rows.retain(is_told);
        told.count -= (all - told.rows.len()) as u32;
    }
    let first = told.rows.first().and_then(contact)?.1;
    let all = || told.rows.iter().filter_map(contact).map(|c| c.1);
    Some(Meeting {
        a: first.a.clone(),
        b: first.b.clone(),
        status: first.status,
        channel: all().find_map(|c| c.channel.clone()),
        when: all().find_map(|c| c.when),
        place: all().find_map(|c| c.place),
        told,
    })
}

/// Those who take part in most lines, asked ones first.
fn actors(selection: &Selection, lines: &[Meeting]) -> Vec<ActorId> {
    let mut counts = vec![0u32; selection.index.actor_count()];
    for line in lines {
        for actor in line.a.iter().chain(&line.b) {
            if let Some(count) = counts.get_mut(actor.index()) {
                *count += 1;
            }
        }
    }
    selection.prefer(&mut counts);
    highest(&counts, ACTORS).into_iter().map(ActorId).collect()
}

fn cells(actors: &[ActorId], lines: &[Meeting]) -> Vec<Cell> {
    let place = |actor: &ActorId| actors.iter().position(|a| a == actor).map(|at| at as u32);
    let mut cells: Vec<Cell> = Vec::new();
    for (number, line) in (0..).zip(lines) {
        for a in line.a.iter().filter_map(place) {
            for b in line.b.iter().filter_map(place).filter(|&b| b != a) {
                let (row, column) = (a.min(b), a.max(b));
                match cells.iter_mut().find(|c| (c.row, c.column) == (row, column)) {
                    Some(cell) if cell.lines.last() == Some(&number) => {}
                    Some(cell) => cell.lines.push(number),
                    None => cells.push(Cell { row, column, lines: vec![number] }),
                }
            }
        }
    }
    sort::by_key(&mut cells, |c| (c.row, c.column));
    cells
}
