//! Names told by their capitals: runs, initials, acronyms, and the words where they end.

use super::kinds::is_leading;
use super::{Cutter, Form, LONGEST_NAME};
use crate::annotate::actors::gazetteer::{self, Class};
use crate::annotate::actors::words::{Tells, is_derived};
use crate::calendar::Lang;
use crate::stem::stem;
use crate::structure::tokens::{Shape, TokenKind};

impl Cutter<'_> {
    /// Whether a hyphen without spaces ties a name's part to the word at `at`.
    pub(super) fn hyphen(&self, at: usize) -> bool {
        self.get(at + 1).is_some_and(|w| w.is_mark('-') && !w.spaced)
            && self.get(at + 2).is_some_and(|w| w.is_capital() && !w.spaced || self.is_syllable(at + 2))
    }

    /// The small second syllable of a given name ("Jong-un", "Ki-moon"), which is no Indonesian suffix.
    pub(super) fn is_syllable(&self, at: usize) -> bool {
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
    pub(super) fn step(&self, at: usize) -> Option<usize> {
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

    /// Whether the word at `at` is an ordinary word in spite of its capital.
    pub(super) fn is_ordinary(&self, at: usize) -> bool {
        let Some(word) = self.get(at) else { return true };
        // "Negara-negara", "Bermil -mil".
        let doubled = self.get(at + 1).is_some_and(|w| w.is_mark('-'))
            && self.get(at + 2).is_some_and(|w| {
                w.shape == Shape::Lower && word.small.starts_with(w.small.trim_end_matches("nya"))
                    || w.small == word.small
            })
            || at >= 2
                && self.get(at - 1).is_some_and(|w| w.is_mark('-') && !word.spaced)
                && self.get(at - 2).is_some_and(|w| w.small == word.small);
        let written_small = self.profile.is_small(&word.small) && !self.profile.is_named(word.text);
        let shouted = word.shape == Shape::Upper && word.text.len() < 6;
        // "Melansir AFP": a verb begins the sentence.
        let verb =
            || word.initial && word.small.starts_with("me") && stem(&word.small, Lang::Id) != *word.small;
        let derived = self.profile.lang == Lang::Id && (is_derived(&word.small) || verb());
        if shouted {
            return word.tells.any(Tells::CALENDAR.or(Tells::PLATFORM).or(Tells::OFFICE).or(Tells::COMMON))
                || is_roman(word.text)
                || word.initial && word.text.len() > 2 && word.tells.any(ORDINARY.or(Tells::KIN));
        }
        doubled
            || word.tells.any(ORDINARY)
            || written_small
            || derived
            || word.shape == Shape::Initial
                && !self.is_initial(at)
                && !self.is_bare_initial(at)
                && !self.is_balinese(at)
    }

    /// Whether the word at `at` is part of a degree: "Ph.D.", "Sp.B.", "M.Si." after a name.
    pub(super) fn is_degree(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|i| self.get(i));
        let begins = before.is_some_and(|w| w.is_mark(',') || w.is_mark('.'));
        begins
            && self.get(at).is_some_and(|w| w.text.len() <= 4)
            && self.get(at + 1).is_some_and(|w| w.is_mark('.') && !w.spaced)
            && self.get(at + 2).is_some_and(|w| w.is_capital() && !w.spaced && w.text.len() <= 4)
    }

    /// Whether the letter at `at` is an initial of a name ("J. Doe", "George W. Hill").
    fn is_initial(&self, at: usize) -> bool {
        self.get(at).is_some_and(|w| w.shape == Shape::Initial)
            && self.get(at + 1).is_some_and(|w| w.is_mark('.') && !w.spaced)
            && self.goes_on(at + 2)
    }

    /// Whether the letter at `at` is an initial without a stop: "Roy N Pratama", "M Hidayat". A letter that is a
    /// Roman number isn't one, and only "M" begins a name.
    fn is_bare_initial(&self, at: usize) -> bool {
        let Some(word) = self.get(at).filter(|w| w.shape == Shape::Initial) else { return false };
        let before = at.checked_sub(1).and_then(|i| self.get(i));
        let inside = word.spaced
            && !is_roman(word.text)
            && before.is_some_and(|w| {
                w.shape == Shape::Capital && !w.tells.any(ORDINARY.or(Tells::OFFICE)) && w.listed.is_none()
            });
        (inside || word.text == "M")
            && self.goes_on(at + 1)
            && self.get(at + 1).is_some_and(|w| w.shape == Shape::Capital && w.listed.is_none())
            && !self.stops_run(at + 1)
    }

    /// Whether the "I" at `at` begins a Balinese name ("I Made Sukarja").
    fn is_balinese(&self, at: usize) -> bool {
        let order = |w: &str| {
            matches!(
                w,
                "made"
                    | "wayan"
                    | "nyoman"
                    | "ketut"
                    | "gede"
                    | "gusti"
                    | "putu"
                    | "komang"
                    | "kadek"
                    | "dewa"
                    | "nengah"
                    | "ngurah"
            )
        };
        self.get(at).is_some_and(|w| w.text == "I")
            && self.get(at + 1).is_some_and(|w| w.is_capital() && order(&w.small))
    }

    /// The words and stops of initials that begin at `at`, before the name they belong to.
    fn initials(&self, at: usize) -> usize {
        (0..3).take_while(|i| self.is_initial(at + 2 * i)).count() * 2
    }

    pub(super) fn acronym(&self, at: usize) -> Option<(Form, usize)> {
        let word = self.get(at)?;
        // "BPBD": a head of bodies stands for the one meant.
        if word.tells.any(Tells::ORGANISATION) && word.text.len() >= 4 && !self.profile.headline {
            return Some((Form::Organisation, 1));
        }
        // "10:30 AM"
        let hour = at.checked_sub(1).and_then(|i| self.get(i)).is_some_and(|w| w.kind == TokenKind::Number);
        if hour && matches!(word.text, "AM" | "PM") {
            return None;
        }
        let next = self.get(at + 1);
        let model = next.is_some_and(|w| !w.spaced && (w.is_mark('-') || w.kind == TokenKind::Number))
            && self.get(at + 2).is_some_and(|w| w.kind == TokenKind::Number);
        if model {
            return None;
        }
        // "KH Rasyid": initials before a name.
        if word.text.len() <= 3
            && !self.profile.is_acronym(word.text)
            && self.goes_on(at + 1)
            && next.is_some_and(|w| w.shape == Shape::Capital)
            && !self.stops_run(at + 1)
        {
            return self.run(at);
        }
        let long = word.text.chars().count() > 7;
        (!long && !word.text.contains('.')).then_some((Form::Acronym, 1))
    }

    /// Whether a title of several words begins at `at`, whose first word alone tells nothing: "Ajun Komisaris".
    pub(super) fn rank(&self, at: usize) -> bool {
        self.get(at).is_some_and(|w| w.tells.any(Tells::BEGINS) && w.is_capital())
            && self.title(at).is_some_and(|len| len > 1)
    }

    /// Whether a run of capitals ends before the word at `at`.
    pub(super) fn stops_run(&self, at: usize) -> bool {
        let Some(word) = self.get(at) else { return true };
        let listed = self.listed(at).and_then(|l| gazetteer::entry(l.0));
        let named = listed.is_some_and(|e| !matches!(e.class, Class::City | Class::Admin | Class::Media));
        let title = word.tells.any(Tells::OFFICE.or(Tells::HONORIFIC)) && self.goes_on(at + 1);
        named
            || title
            || self.rank(at)
            || word.tells.any(Tells::FUNCTION.or(Tells::COMMON).or(Tells::CALENDAR))
            || self.is_ordinary(at)
    }

    /// The length of a name that begins with an article or particle: "al-Balah", "von der Meer", "bin
    /// Jasim".
    pub(super) fn particle(&self, at: usize) -> Option<usize> {
        let word = self.get(at)?;
        let before = at.checked_sub(1).and_then(|i| self.get(i));
        if !word.tells.any(Tells::PARTICLE) || before.is_some_and(|w| !word.spaced && w.is_mark('-')) {
            return None;
        }
        let article = self.get(at + 1).is_some_and(|w| w.is_mark('-') && !w.spaced)
            && self.get(at + 2).is_some_and(|w| w.shape == Shape::Capital && !w.spaced);
        if article {
            return Some(self.run(at).map_or(3, |(_, len)| len.max(3)));
        }
        let (_, len) = self.run(at)?;
        let last = self.get(at + len - 1)?;
        let small = word.shape == Shape::Lower
            && matches!(&*word.small, "von" | "van" | "bin" | "ibn" | "abu" | "der");
        let known = self.profile.is_named(last.text) && !self.get(at + 1).is_some_and(|w| w.is_mark('-'));
        (len > 1 && last.is_capital() && (small || known)).then_some(len)
    }

    /// A run of capitalised words: "Anton Ruiz", "Clara van der Meer", "J. R. Hartono".
    pub(super) fn run(&self, at: usize) -> Option<(Form, usize)> {
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
                    if is_leading(&word.small) && self.profile.lang == Lang::Id && self.goes_on(next + 1) {
                        break;
                    }
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
                // "Anton Ruiz-Dora Finn": two full names.
                if step == 3 && !particle && len >= 1 && self.goes_on(next + 3) && !self.stops_run(next + 3) {
                    len += 1;
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
            // "Ateneo School of Government"
            let of = word.text == "of" && word.spaced && organisation;
            if of && self.goes_on(next + 1) && !self.stops_run(next + 1) {
                len += 2;
                continue;
            }
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

fn is_roman(word: &str) -> bool {
    word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
}
