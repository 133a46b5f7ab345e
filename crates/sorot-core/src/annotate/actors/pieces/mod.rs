//! Where may names be? Runs of capitals of one sentence, cut where one name ends and the next begins.

mod dateline;
mod heads;
mod kinds;
mod runs;
mod titles;

use super::gazetteer::{self, Class, EntryId};
use super::profile::Profile;
use super::sentence::Word;
use super::words::Tells;
use crate::annotate::ActorKind;
use crate::calendar::Lang;
use crate::structure::tokens::{Shape, TokenKind};
use kinds::is_trailing;
pub use runs::ORDINARY;
use titles::is_territorial;

/// Why a piece may be a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// It stands in the gazetteer.
    Listed(EntryId),
    /// Its first or last word is a head of organisations.
    Organisation,
    /// Capitals only.
    Acronym,
    /// Its first word is a kind of building, of landform, or a direction before a place.
    Venue,
    /// The place of a dateline.
    Dateline,
    /// The newsroom of a dateline.
    Outlet,
    /// The address of a website.
    Site,
    /// Only its capitals tell.
    Run,
}

/// A candidate for a name: a range of a sentence's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Its first word.
    pub first: usize,
    /// Its last word.
    pub last: usize,
    /// What it looks like.
    pub form: Form,
    /// The words of a title before it: first and last.
    pub title: Option<(usize, usize)>,
}

/// Words of a listed name or a title at most.
const LONGEST_PHRASE: usize = 7;
/// Words of a person's name at most; longer runs are headlines or lists.
const LONGEST_NAME: usize = 8;

/// A title that waits for its person.
#[derive(Clone, Copy)]
struct Pending {
    first: usize,
    last: usize,
    commas: u8,
    /// Whether its last word is a body's.
    body: bool,
}

/// Whether a title right before a word waits for its person.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Waits {
    No,
    /// With a body's name between them or without.
    Directly {
        body: bool,
    },
}

impl Waits {
    fn at_all(self) -> bool {
        self != Waits::No
    }
}

/// Whether the form is a body's.
fn is_body(form: Form) -> bool {
    match form {
        Form::Organisation | Form::Acronym => true,
        Form::Listed(entry) => {
            gazetteer::entry(entry).is_some_and(|e| e.class.kind() == ActorKind::Organisation)
        }
        _ => false,
    }
}

/// Cuts one sentence into candidates, in order.
pub fn pieces(words: &[Word], profile: &Profile) -> Vec<Piece> {
    let mut out = Vec::new();
    let mut title: Option<Pending> = None;
    let mut at = 0;
    let cutter = Cutter { words, profile };
    if let Some((found, end)) = cutter.dateline() {
        out.extend(found);
        at = end;
    }
    while at < words.len() {
        if let Some(len) = cutter.title(at) {
            let first = title.filter(|t| t.commas == 0).map_or(at, |t| t.first);
            title = Some(Pending { first, last: at + len - 1, commas: 0, body: false });
            at += len;
            continue;
        }
        let waits = match title {
            Some(t) if t.last + 1 == at && t.commas == 0 => Waits::Directly { body: t.body },
            _ => Waits::No,
        };
        let Some((form, len)) = cutter.name(at, waits) else {
            title = title.and_then(|t| cutter.keep(t, at));
            at += 1;
            continue;
        };
        let last = at + len - 1;
        out.push(Piece { first: at, last, form, title: title.map(|t| (t.first, t.last)) });
        title = match form {
            Form::Run => None,
            _ => title.map(|t| Pending { last, body: is_body(form), ..t }),
        };
        at += len;
    }
    out
}

struct Cutter<'a> {
    words: &'a [Word<'a>],
    profile: &'a Profile<'a>,
}

impl Cutter<'_> {
    fn get(&self, at: usize) -> Option<&Word<'_>> {
        crate::annotate::work::step();
        self.words.get(at)
    }

    /// Whether the word at `at` is a capitalised word directly after the one before.
    fn goes_on(&self, at: usize) -> bool {
        self.get(at).is_some_and(|w| w.is_capital() && w.spaced)
            && !at.checked_sub(1).and_then(|i| self.get(i)).is_some_and(|w| w.possessive)
    }

    /// The form and length of the name that begins at `at`.
    fn name(&self, at: usize, waits: Waits) -> Option<(Form, usize)> {
        let titled = waits.at_all();
        let word = self.get(at)?;
        if word.kind != TokenKind::Word {
            return None;
        }
        // "US$ 5 juta" counts money.
        let money = self.get(at + 1).is_some_and(|w| w.is_mark('$') && !w.spaced);
        if money || self.is_degree(at) {
            return None;
        }
        let listed = self.listed(at);
        if let Some(found) = self.site(at).filter(|len| listed.is_none_or(|l| l.1 < *len)) {
            return Some((Form::Site, found));
        }
        if let Some(len) = self.particle(at).filter(|len| listed.is_none_or(|l| l.1 < *len)) {
            return Some((Form::Run, len));
        }
        if !word.is_capital() {
            return listed.map(|(entry, len)| (Form::Listed(entry), len));
        }
        if self.profile.lang == Lang::En
            && let Some(found) = self.english(at, listed)
        {
            return Some(found);
        }
        let headed = self.headed(at, titled);
        if let Some((entry, len)) = listed
            && headed.is_none_or(|(_, headed)| headed <= len || !self.extends(at + len, at + headed))
        {
            return self.listed_or_run(at, entry, len, waits);
        }
        if headed.is_some() {
            return headed;
        }
        if self.is_ordinary(at) {
            // "Energy Minister German Ruiz": after a title a capital begins the person.
            let person = titled && self.goes_on(at + 1) && !self.stops_run(at + 1);
            let passes = !word.initial && !word.tells.any(Tells::CALENDAR.or(Tells::PORTFOLIO));
            let before = at.checked_sub(1).and_then(|i| self.get(i));
            // "harian Suara Wonoasri"
            let body = before.is_some_and(|w| w.shape == Shape::Lower && w.tells.any(Tells::MEDIUM));
            if body && passes && self.goes_on(at + 1) && !self.stops_run(at + 1) {
                return self.run(at);
            }
            return if person && passes { self.run(at) } else { None };
        }
        if word.shape == Shape::Upper {
            return self.acronym(at);
        }
        self.run(at)
    }

    /// The longest listed name that begins at `at`.
    fn listed(&self, at: usize) -> Option<(EntryId, usize)> {
        let (entry, len) = self.get(at)?.listed?;
        (len > 1 || !self.is_word_here(at, entry)).then_some((entry, len))
    }

    /// The address of a site that begins at `at`: "Wartakita.com", "wartakita.co.id".
    fn site(&self, at: usize) -> Option<usize> {
        let tied = |i: usize| self.get(i).is_some_and(|w| !w.spaced);
        let ending = |i: usize| {
            tied(i)
                && self.get(i - 1).is_some_and(|w| w.is_mark('.') && !w.spaced)
                && self.get(i).is_some_and(|w| {
                    matches!(w.text, "com" | "id" | "co" | "net" | "org" | "tv" | "news" | "info" | "go")
                })
        };
        let before = at.checked_sub(1).and_then(|i| self.get(i));
        let inner = before.is_some_and(|w| matches!(w.text, "." | "@" | "/") && tied(at));
        if inner || !ending(at + 2) || self.get(at)?.small == "www" {
            return None;
        }
        Some(if ending(at + 4) { 5 } else { 3 })
    }

    /// Whether a listed single word is an ordinary word at `at`: "Antara" that begins a sentence.
    fn is_word_here(&self, at: usize, entry: EntryId) -> bool {
        let Some(word) = self.get(at) else { return false };
        let ordinary = word.tells.any(ORDINARY) || self.profile.is_small(&word.small);
        let country = gazetteer::entry(entry).is_some_and(|e| e.class == Class::Country);
        word.shape == Shape::Capital && ordinary && !country && (word.initial || self.profile.headline)
    }

    /// A listed name, unless it is the first part of a person's name ("Paris Hilton").
    fn listed_or_run(&self, at: usize, entry: EntryId, len: usize, waits: Waits) -> Option<(Form, usize)> {
        let listed = Some((Form::Listed(entry), len));
        let class = gazetteer::entry(entry)?.class;
        // "Bangkok Post"
        let trailing = self.get(at + len).is_some_and(|w| is_trailing(&w.small)) && self.goes_on(at + len);
        if trailing && class.kind() == ActorKind::Place {
            return Some((Form::Organisation, len + 1));
        }
        let weak = matches!(class, Class::City | Class::Admin) && len == 1;
        let before = at.checked_sub(1).and_then(|i| self.get(i));
        let placed =
            before.is_some_and(|w| w.tells.any(Tells::LOCATIVE.or(Tells::PLACE)) || is_territorial(&w.small));
        // "Ketua KPU Parma Anton Belov"
        let of_body = waits == Waits::Directly { body: true } && self.goes_on(at + len);
        if !weak || placed || of_body {
            return listed;
        }
        if self.profile.is_named(self.get(at)?.text) {
            return self.run(at);
        }
        // "Bupati Garut Hj. …"
        if self.title(at + 1).is_some() || self.stops_run(at + 1) {
            return listed;
        }
        // "Gubernur Parma Anna Neri": two words or more after the city are the person.
        match self.run(at + 1) {
            Some((Form::Run, 1)) if self.goes_on(at + 1) => Some((Form::Run, 2)),
            _ => listed,
        }
    }
}
