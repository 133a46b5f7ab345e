//! Where may names be? Runs of capitals of one sentence, cut where one name ends and the next begins.

use super::gazetteer::{self, Class, EntryId};
use super::profile::Profile;
use super::sentence::Word;
use super::words::{Tells, begins_phrase, is_derived, tells};
use crate::annotate::ActorKind;
use crate::calendar::Lang;
use crate::structure::tokens::{Shape, TokenKind};

/// Why a piece may be a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// It stands in the gazetteer.
    Listed(EntryId),
    /// Its first or last word is a head of organisations.
    Organisation,
    /// Capitals only.
    Acronym,
    /// Its first word is a kind of building or of landform.
    Venue,
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
}

/// Cuts one sentence into candidates, in order.
pub fn pieces(body: &str, words: &[Word], profile: &Profile) -> Vec<Piece> {
    let mut out = Vec::new();
    let mut title: Option<Pending> = None;
    let mut at = 0;
    let cutter = Cutter { body, words, profile };
    while let Some(word) = words.get(at) {
        if let Some(len) = cutter.title(at) {
            let first = title.filter(|t| t.commas == 0).map_or(at, |t| t.first);
            title = Some(Pending { first, last: at + len - 1, commas: 0 });
            at += len;
            continue;
        }
        let Some((form, len)) = cutter.name(at, title.is_some_and(|t| t.last + 1 == at && t.commas == 0))
        else {
            title = title.and_then(|t| cutter.keep(t, at));
            at += 1;
            continue;
        };
        let last = at + len - 1;
        out.push(Piece { first: at, last, form, title: title.map(|t| (t.first, t.last)) });
        title = match form {
            Form::Run => None,
            _ => title.map(|t| Pending { last, ..t }),
        };
        debug_assert!(word.kind == TokenKind::Word);
        at += len;
    }
    out
}

struct Cutter<'a> {
    body: &'a str,
    words: &'a [Word<'a>],
    profile: &'a Profile<'a>,
}

impl Cutter<'_> {
    fn get(&self, at: usize) -> Option<&Word<'_>> {
        self.words.get(at)
    }

    /// Whether the word at `at` is a capitalised word directly after the one before.
    fn goes_on(&self, at: usize) -> bool {
        self.get(at).is_some_and(|w| w.is_capital() && w.spaced)
            && !at.checked_sub(1).and_then(|i| self.get(i)).is_some_and(|w| w.possessive)
    }

    /// The length of a title that begins at `at`.
    fn title(&self, at: usize) -> Option<usize> {
        const TITLES: Tells = Tells::OFFICE.or(Tells::HONORIFIC).or(Tells::KIN);
        let word = self.get(at)?;
        if word.kind != TokenKind::Word {
            return None;
        }
        let mut longest = word.tells.any(TITLES).then_some(1);
        if begins_phrase(&word.small, self.profile.lang) {
            let mut phrase = word.small.to_string();
            for len in 2..=4 {
                let Some(next) = self.get(at + len - 1) else { break };
                let hyphen = next.is_mark('-') && !next.spaced;
                if next.kind != TokenKind::Word && !hyphen {
                    break;
                }
                if next.spaced {
                    phrase.push(' ');
                }
                phrase.push_str(&next.small);
                if tells(&phrase, self.profile.lang).any(TITLES) {
                    longest = Some(len);
                }
            }
        }
        let mut len = longest?;
        // "Raja Ampat", "Ibu Kota": a listed name goes before a title; a capitalised title word in the
        // middle of a name that ends with it ("Stephen King") is handled by the run before it.
        if self.listed(at).is_some_and(|(_, listed)| listed > len) {
            return None;
        }
        if self.get(at + len).is_some_and(|w| w.is_mark('.') && !w.spaced) && word.is_capital() {
            len += 1;
        }
        Some(len)
    }

    /// Whether a title that waits still waits after the word at `at`, which is no name.
    fn keep(&self, title: Pending, at: usize) -> Option<Pending> {
        let word = self.get(at)?;
        if word.tells.any(Tells::PORTFOLIO) {
            let last = if title.commas == 0 { at } else { title.last };
            return Some(Pending { last, ..title });
        }
        if word.is_mark(',') && title.commas == 0 {
            return Some(Pending { commas: 1, ..title });
        }
        let links =
            matches!(&*word.small, "of" | "the" | "for" | "dan" | "and" | "untuk" | "bidang" | "&" | ".");
        (links && title.commas == 0).then_some(title)
    }

    /// The form and length of the name that begins at `at`.
    fn name(&self, at: usize, titled: bool) -> Option<(Form, usize)> {
        let word = self.get(at)?;
        if word.kind != TokenKind::Word {
            return None;
        }
        let listed = self.listed(at);
        // "von der Leyen" where only the full name was named before.
        let particle = word.tells.any(Tells::PARTICLE) && word.spaced;
        if particle && let Some((Form::Run, len)) = self.run(at) {
            let surname = self.get(at + len - 1).is_some_and(|w| self.profile.is_named(w.text));
            if len > 1 && surname && !self.get(at + 1).is_some_and(|w| w.is_mark('-')) {
                return Some((Form::Run, len));
            }
        }
        if !word.is_capital() {
            return listed.map(|(entry, len)| (Form::Listed(entry), len));
        }
        let headed = self.headed(at);
        if let Some((entry, len)) = listed
            && headed.is_none_or(|(_, headed)| headed <= len || !self.extends(at + len, at + headed))
        {
            return self.listed_or_run(at, entry, len);
        }
        if headed.is_some() {
            return headed;
        }
        if self.profile.lang == Lang::En
            && let Some(found) = self.ends_with_head(at)
        {
            return Some(found);
        }
        if self.is_ordinary(at) {
            // "Energy Minister German Ruiz": after a title a capital begins the person.
            let person = titled && self.goes_on(at + 1) && !self.stops_run(at + 1);
            let passes = !word.initial && !word.tells.any(Tells::CALENDAR.or(Tells::PORTFOLIO));
            return if person && passes { self.run(at) } else { None };
        }
        if word.shape == Shape::Upper {
            return self.acronym(at);
        }
        self.run(at)
    }

    /// The longest listed name that begins at `at`.
    fn listed(&self, at: usize) -> Option<(EntryId, usize)> {
        let word = self.get(at)?;
        let shouted = word.shape == Shape::Upper && word.text.len() >= 4;
        let capitalised = shouted.then(|| gazetteer::capitalise(word.text));
        let first = capitalised.as_deref();
        if !gazetteer::begins(word.text) && !first.is_some_and(gazetteer::begins) {
            return None;
        }
        let longest = LONGEST_PHRASE.min(self.words.len() - at);
        (1..=longest).rev().find_map(|len| {
            let last = self.get(at + len - 1)?;
            let text = self.body.get(word.span.start as usize..last.span.end as usize)?;
            let lang = self.profile.lang;
            let entry = gazetteer::find(text, lang).or_else(|| {
                // "ST. PETERSBURG": shouted names of a dateline.
                let all = self.words.get(at..at + len)?.iter().all(|w| w.shape != Shape::Capital);
                if shouted && all { gazetteer::find_shouted(text, lang) } else { None }
            })?;
            (len > 1 || !self.is_word_here(at, entry)).then_some((entry, len))
        })
    }

    /// Whether a listed single word is an ordinary word at `at`: "Antara" that begins a sentence.
    fn is_word_here(&self, at: usize, entry: EntryId) -> bool {
        let Some(word) = self.get(at) else { return false };
        let ordinary = word.tells.any(ORDINARY) || self.profile.is_small(&word.small);
        let country = gazetteer::entry(entry).is_some_and(|e| e.class == Class::Country);
        word.shape == Shape::Capital && ordinary && !country && (word.initial || self.profile.headline)
    }

    /// A listed name, unless it is the first part of a person's name ("Paris Hilton").
    fn listed_or_run(&self, at: usize, entry: EntryId, len: usize) -> Option<(Form, usize)> {
        let listed = Some((Form::Listed(entry), len));
        let class = gazetteer::entry(entry)?.class;
        let weak = matches!(class, Class::City | Class::Admin) && len == 1;
        let before = at.checked_sub(1).and_then(|i| self.get(i));
        let placed = before.is_some_and(|w| w.tells.any(Tells::LOCATIVE.or(Tells::PLACE)));
        if !weak || placed {
            return listed;
        }
        if self.profile.is_named(self.get(at)?.text) {
            return self.run(at);
        }
        // "Gubernur Parma Anna Neri": two words or more after the city are the person.
        match self.run(at + 1) {
            Some((Form::Run, 1)) if self.goes_on(at + 1) => Some((Form::Run, 2)),
            _ => listed,
        }
    }

    /// "Kementerian Energi Ukraina", "Perpustakaan Kepresidenan Rusia", "Semenanjung Malaka".
    fn headed(&self, at: usize) -> Option<(Form, usize)> {
        let head = self.get(at)?;
        let organisation = head.tells.any(Tells::ORGANISATION);
        let venue = head.tells.any(Tells::VENUE) || is_landform(&head.small);
        if !(organisation || venue) || !head.is_capital() {
            return None;
        }
        let mut len = 1;
        let mut named = false;
        while len < LONGEST_PHRASE + 2 {
            let next = at + len;
            let link =
                self.get(next).is_some_and(|w| is_link(&w.small) && w.spaced) && !self.profile.headline;
            if let Some(step) = self.step(next) {
                let word = self.get(next)?;
                if word.tells.any(Tells::CALENDAR.or(Tells::OFFICE)) {
                    break;
                }
                let listed = self.listed(next);
                let class = listed.and_then(|l| gazetteer::entry(l.0)).map(|e| e.class);
                // After a listed body only ordinary words and states go on: no person's name.
                if named && !word.tells.any(ORDINARY) && class.is_none_or(|c| c.kind() != ActorKind::Place) {
                    break;
                }
                named |= class.is_some_and(|c| c.kind() == ActorKind::Organisation);
                len += listed.map_or(step, |l| l.1.max(step));
                // A state's name ends it: "Kementerian Pertahanan Peru Anton Belov".
                if class == Some(Class::Country) {
                    break;
                }
            } else if link && self.step(next + 1).is_some() && self.joins(at, next) {
                len += 1;
            } else {
                break;
            }
        }
        let form = if venue && !organisation { Form::Venue } else { Form::Organisation };
        // The head alone names nothing; "Otoritas Peru", "Kantor Belov" name the state or the person.
        let tail = self.words.get(at + 1..at + len).unwrap_or(&[]);
        let subject = |w: &Word| w.tells.any(ORDINARY) || is_derived(&w.small) || w.shape == Shape::Upper;
        let bare = head.tells.any(Tells::GENERIC)
            && (!tail.iter().any(subject) || self.listed(at + 1).is_some_and(|l| l.1 + 1 == len));
        (len > 1 && !bare).then_some((form, len))
    }

    /// Whether a hyphen without spaces ties a name's part to the word at `at`.
    fn hyphen(&self, at: usize) -> bool {
        self.get(at + 1).is_some_and(|w| w.is_mark('-') && !w.spaced)
            && self.get(at + 2).is_some_and(|w| w.is_capital() && !w.spaced || self.is_syllable(at + 2))
    }

    /// The small second syllable of a given name ("Jong-un", "Ki-moon"), which is no Indonesian suffix.
    fn is_syllable(&self, at: usize) -> bool {
        let suffix =
            |w: &str| matches!(w, "nya" | "an" | "lah" | "kah" | "pun" | "ku" | "mu" | "isme" | "is");
        self.get(at).is_some_and(|w| {
            w.shape == Shape::Lower
                && !w.spaced
                && w.text.len() <= 6
                && !suffix(w.text)
                && !w.tells.any(ORDINARY)
        })
    }

    /// The words by which a name goes on at `at`: a capitalised word, with what a hyphen ties to it
    /// ("Al-Shifa", "Jean-Pierre"), or an article before one ("al-Balah").
    fn step(&self, at: usize) -> Option<usize> {
        let word = self.get(at)?;
        let article = word.tells.any(Tells::PARTICLE) && word.spaced;
        let hyphen = self.hyphen(at);
        match (self.goes_on(at), hyphen) {
            (true, true) if article || self.is_syllable(at + 2) || !self.stops_run(at + 2) => Some(3),
            (true, _) => Some(1),
            (false, true) if article => Some(3),
            _ => None,
        }
    }

    /// "Energy Ministry", "Ruritanian Central Bank": capitalised words up to a head of organisations.
    fn ends_with_head(&self, at: usize) -> Option<(Form, usize)> {
        const NEVER: Tells = Tells::FUNCTION.or(Tells::CALENDAR).or(Tells::OFFICE).or(Tells::HONORIFIC);
        if self.get(at)?.tells.any(NEVER) {
            return None;
        }
        let mut head = None;
        for len in 2..=LONGEST_NAME {
            let last = at + len - 1;
            let word = self.get(last).filter(|w| self.goes_on(last) && !w.tells.any(NEVER))?;
            if word.tells.any(Tells::ORGANISATION) {
                head = Some(len);
            }
            if !self.goes_on(last + 1) {
                break;
            }
        }
        // Only a head that the capitals end with: "Bank Holiday" is none.
        let len = head.filter(|len| !self.goes_on(at + len))?;
        Some((Form::Organisation, len))
    }

    /// Whether the words from `from` up to `to` go on a listed organisation's name: states and ordinary
    /// words do, a person's name doesn't.
    fn extends(&self, from: usize, to: usize) -> bool {
        (from..to).all(|i| self.get(i).is_some_and(|w| w.tells.any(ORDINARY)) || self.listed(i).is_some())
    }

    /// Whether the link at `link` joins two parts of one name: "of" always, "dan" where both sides are
    /// a ministry's subjects.
    fn joins(&self, head: usize, link: usize) -> bool {
        let Some(word) = self.get(link) else { return false };
        if !matches!(&*word.small, "dan" | "and" | "&") {
            return true;
        }
        let subject = |i: usize| {
            self.get(i).is_some_and(|w| {
                !self.is_listed_place(i)
                    && (w.tells.any(ORDINARY) || self.profile.is_small(&w.small) || is_derived(&w.small))
            })
        };
        link > head + 1 && subject(link + 1)
    }

    fn is_listed_place(&self, at: usize) -> bool {
        self.listed(at).is_some()
    }

    /// Whether the word at `at` is an ordinary word in spite of its capital.
    fn is_ordinary(&self, at: usize) -> bool {
        let Some(word) = self.get(at) else { return true };
        // "Negara-negara", "Bermil -mil".
        let doubled = self.get(at + 1).is_some_and(|w| w.is_mark('-'))
            && self.get(at + 2).is_some_and(|w| {
                w.shape == Shape::Lower && word.small.starts_with(w.small.trim_end_matches("nya"))
            });
        let written_small = self.profile.is_small(&word.small) && !self.profile.is_named(word.text);
        // Some names are such words too ("Agung Wibowo"): only alone or at a sentence's beginning.
        let small = word.tells.any(Tells::SMALL)
            && !self.profile.is_named(word.text)
            && (word.initial || !self.goes_on(at + 1));
        let shouted = word.shape == Shape::Upper && word.text.len() < 6;
        let derived = is_derived(&word.small) && self.profile.lang == Lang::Id;
        if shouted {
            return word.tells.any(Tells::CALENDAR.or(Tells::PLATFORM).or(Tells::OFFICE).or(Tells::COMMON))
                || is_roman(word.text)
                || word.initial && word.text.len() > 2 && word.tells.any(ORDINARY.or(Tells::KIN));
        }
        doubled
            || word.tells.any(ORDINARY)
            || written_small
            || small
            || derived
            || word.shape == Shape::Initial && !self.is_initial(at)
    }

    /// Whether the letter at `at` is an initial of a name ("J. Doe", "George W. Hill").
    fn is_initial(&self, at: usize) -> bool {
        self.get(at).is_some_and(|w| w.shape == Shape::Initial)
            && self.get(at + 1).is_some_and(|w| w.is_mark('.') && !w.spaced)
            && self.goes_on(at + 2)
    }

    /// The words and stops of initials that begin at `at`, before the name they belong to.
    fn initials(&self, at: usize) -> usize {
        (0..3).take_while(|i| self.is_initial(at + 2 * i)).count() * 2
    }

    fn acronym(&self, at: usize) -> Option<(Form, usize)> {
        let word = self.get(at)?;
        let next = self.get(at + 1);
        let model = next.is_some_and(|w| !w.spaced && (w.is_mark('-') || w.kind == TokenKind::Number))
            && self.get(at + 2).is_some_and(|w| w.kind == TokenKind::Number);
        if model {
            return None;
        }
        // "KH Rasyid": initials before a name.
        if word.text.len() <= 3
            && self.goes_on(at + 1)
            && next.is_some_and(|w| w.shape == Shape::Capital)
            && !self.stops_run(at + 1)
        {
            return self.run(at);
        }
        let long = word.text.chars().count() > 7;
        (!long && !word.text.contains('.')).then_some((Form::Acronym, 1))
    }

    /// Whether a run of capitals ends before the word at `at`.
    fn stops_run(&self, at: usize) -> bool {
        let Some(word) = self.get(at) else { return true };
        let listed = self.listed(at).and_then(|l| gazetteer::entry(l.0));
        let named = listed.is_some_and(|e| !matches!(e.class, Class::City | Class::Admin | Class::Media));
        let title = word.tells.any(Tells::OFFICE.or(Tells::HONORIFIC)) && self.goes_on(at + 1);
        named
            || title
            || word.tells.any(Tells::FUNCTION.or(Tells::COMMON).or(Tells::CALENDAR))
            || self.is_ordinary(at)
    }

    /// A run of capitalised words: "Anton Ruiz", "Clara van der Meer", "J. R. Hartono".
    fn run(&self, at: usize) -> Option<(Form, usize)> {
        let mut len = self.initials(at) + 1;
        if self.hyphen(at) && !self.is_syllable(at + 2) && !self.stops_run(at + 2) {
            len = 3;
        }
        let mut organisation = false;
        while len < LONGEST_NAME {
            let next = at + len;
            let Some(word) = self.get(next) else { break };
            if let Some(step) = self.step(next) {
                if word.tells.any(Tells::ORGANISATION) && word.is_capital() {
                    organisation = true;
                    len += 1;
                    continue;
                }
                let initials = self.initials(next);
                if initials > 0 {
                    len += initials + 1;
                    continue;
                }
                let particle = word.tells.any(Tells::PARTICLE) && (step == 3 || self.goes_on(next + 1));
                if !particle && self.stops_run(next) {
                    break;
                }
                len += step;
                continue;
            }
            let particles = (0..2)
                .take_while(|k| {
                    self.get(next + k)
                        .is_some_and(|w| w.shape == Shape::Lower && w.spaced && w.tells.any(Tells::PARTICLE))
                })
                .count();
            if particles > 0 && self.goes_on(next + particles) && !self.stops_run(next + particles) {
                len += particles + 1;
                continue;
            }
            break;
        }
        let form = if organisation && len > 1 { Form::Organisation } else { Form::Run };
        Some((form, len))
    }
}

/// What makes a word ordinary in spite of a capital.
pub const ORDINARY: Tells = Tells::FUNCTION
    .or(Tells::COMMON)
    .or(Tells::CALENDAR)
    .or(Tells::PORTFOLIO)
    .or(Tells::SAID)
    .or(Tells::WILL)
    .or(Tells::PLATFORM)
    .or(Tells::ORGANISATION)
    .or(Tells::PLACE)
    .or(Tells::VENUE);

fn is_landform(word: &str) -> bool {
    matches!(
        word,
        "semenanjung"
            | "selat"
            | "sungai"
            | "danau"
            | "gunung"
            | "pulau"
            | "kepulauan"
            | "teluk"
            | "laut"
            | "samudra"
            | "samudera"
            | "tanjung"
            | "lembah"
            | "gurun"
            | "jalan"
            | "lake"
            | "mount"
            | "cape"
    )
}

fn is_link(word: &str) -> bool {
    matches!(word, "dan" | "of" | "and" | "for" | "untuk" | "&" | "de")
}

fn is_roman(word: &str) -> bool {
    word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
}
