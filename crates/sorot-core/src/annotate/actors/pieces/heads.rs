//! Names told by a head: "Kementerian Energi", "Energy Ministry", "Semenanjung Malaka".

use super::kinds::{is_compass, is_direction, is_landform, is_link, is_place_end, is_ruler, is_unit};
use super::{Cutter, Form, LONGEST_NAME, LONGEST_PHRASE, ORDINARY};
use crate::annotate::ActorKind;
use crate::annotate::actors::gazetteer::{self, Class, EntryId};
use crate::annotate::actors::sentence::Word;
use crate::annotate::actors::words::{Tells, is_derived};
use crate::calendar::Lang;
use crate::structure::tokens::{Shape, TokenKind};

/// Words of a person's name behind a body's place at most.
const LONGEST_PERSON: usize = 6;

impl Cutter<'_> {
    /// "Kementerian Energi Ukraina", "Perpustakaan Kepresidenan Rusia", "Semenanjung Malaka".
    pub(super) fn headed(&self, at: usize, titled: bool) -> Option<(Form, usize)> {
        let head = self.get(at)?;
        let organisation = head.tells.any(Tells::ORGANISATION);
        let venue = head.tells.any(Tells::VENUE) || is_landform(&head.small);
        // "di Ibu Kota Peru": the state's capital is meant, no town.
        let capital = head.small == "kota"
            && at.checked_sub(1).and_then(|i| self.get(i)).is_some_and(|w| w.small == "ibu");
        if !(organisation || venue) || !head.is_capital() || capital {
            return None;
        }
        // "wartawan Gedung Putih untuk Warta": a listed name is whole.
        let whole = self.listed(at).map(|l| l.1);
        let mut len = 1 + self.doctor(at);
        let mut named = false;
        while len < LONGEST_PHRASE + 2 {
            let next = at + len;
            let link = self.get(next).is_some_and(|w| is_link(&w.small) && w.spaced)
                && !self.profile.headline
                && whole != Some(len);
            if let Some(step) = self.step(next) {
                let word = self.get(next)?;
                // "Bandara Sultan Thaha", "Pendopo Gubernur Banten": named after who lives there.
                let after = len == 1 && (word.tells.any(Tells::RANK) || is_ruler(&word.small));
                let residence = len == 1
                    && venue
                    && word.tells.any(Tells::OFFICE)
                    && self.listed(next + 1).is_some_and(|l| {
                        gazetteer::entry(l.0).is_some_and(|e| e.class.kind() == ActorKind::Place)
                    });
                let office = word.tells.any(Tells::OFFICE) && !after && !residence;
                // "BPBD Wonosari Dr. …": who comes next is a person.
                let address = word.tells.any(Tells::HONORIFIC)
                    && self.get(next + 1).is_some_and(|w| w.is_mark('.') && !w.spaced);
                let rank = !after && !residence && self.rank(next);
                if word.tells.any(Tells::CALENDAR) || office || address || rank {
                    break;
                }
                let listed = self.listed(next);
                let class = listed.and_then(|l| gazetteer::entry(l.0)).map(|e| e.class);
                // After a listed body only ordinary words and states go on: no person's name.
                if named && !word.tells.any(ORDINARY) && class.is_none_or(|c| c.kind() != ActorKind::Place) {
                    break;
                }
                named |= class.is_some_and(|c| c.kind() == ActorKind::Organisation);
                let unit = self.get(next - 1).is_some_and(|w| is_unit(&w.small));
                len += listed.map_or(step, |l| l.1.max(step));
                // A district's name ends with the place: "Kabupaten Lima Anton Belov"; so does a firm's with "Tbk".
                if unit && class.is_some_and(|c| c.kind() == ActorKind::Place) || word.small == "tbk" {
                    break;
                }
                // A state's name ends it: "Kementerian Pertahanan Peru Anton Belov".
                if class == Some(Class::Country) && self.profile.lang == Lang::Id {
                    // "Laut Peru Barat"
                    len += usize::from(
                        venue
                            && !organisation
                            && self.goes_on(at + len)
                            && self.get(at + len).is_some_and(|w| is_compass(&w.small)),
                    );
                    break;
                }
            } else if let Some(step) = self.numbered(next) {
                len += step;
            } else if link && self.step(next + 1).is_some() && self.joins(at, next) {
                len += 1;
            } else {
                break;
            }
        }
        len = self.without_person(at, len, titled);
        let form = if venue && !organisation { Form::Venue } else { Form::Organisation };
        // The head alone names nothing; "Otoritas Peru", "Kantor Belov" name the state or the person.
        let tail = self.words.get(at + 1..at + len).unwrap_or(&[]);
        let subject = |w: &Word| w.tells.any(ORDINARY) || is_derived(&w.small) || w.shape == Shape::Upper;
        let country = |i: usize| {
            self.listed(i).is_some_and(|l| gazetteer::entry(l.0).is_some_and(|e| e.class == Class::Country))
        };
        let of_state = tail.len() >= 2
            && country(at + len - 1)
            && !self.profile.is_named(tail.first().map_or("", |w| w.text));
        let bare = head.tells.any(Tells::GENERIC)
            && !of_state
            && (!tail.iter().any(subject) || self.listed(at + 1).is_some_and(|l| l.1 + 1 == len));
        // "Kelompok HAM Amnesty International": the name is the listed one.
        let names = head.tells.any(Tells::GENERIC)
            && (at + 1..at + len).any(|i| {
                self.listed(i)
                    .is_some_and(|l| i + l.1 == at + len && l.1 > 1 && self.class(l.0) == Some(Class::Body))
            });
        (len > 1 && !bare && !names).then_some((form, len))
    }

    /// The doctor whose name a hospital bears: "RSUD dr. Sutomo".
    fn doctor(&self, at: usize) -> usize {
        let get = |i: usize| self.get(at + i);
        let hospital = get(0).is_some_and(|w| matches!(&*w.small, "rs" | "rsud" | "rsup" | "rsu"));
        let title = get(1).is_some_and(|w| matches!(&*w.small, "dr" | "prof"))
            && get(2).is_some_and(|w| w.is_mark('.'));
        let name = get(3).is_some_and(|w| w.is_capital() && w.spaced);
        if hospital && title && name { 3 } else { 0 }
    }

    fn class(&self, entry: EntryId) -> Option<Class> {
        gazetteer::entry(entry).map(|e| e.class)
    }

    /// A number inside a name, before its next word: "SMP Negeri 2 Wonosari", "Korem 072/Pamungkas".
    fn numbered(&self, at: usize) -> Option<usize> {
        let number =
            self.get(at).is_some_and(|w| w.kind == TokenKind::Number && w.spaced && w.text.len() <= 3);
        if !number {
            return None;
        }
        if self.goes_on(at + 1) {
            return Some(1);
        }
        let slash = self.get(at + 1).is_some_and(|w| w.is_mark('/') && !w.spaced);
        (slash && self.get(at + 2).is_some_and(|w| w.is_capital() && !w.spaced)).then_some(3)
    }

    /// The length of a headed name without the person that is written after it: "Masjid Agung Rudi
    /// Anwar" where a title waits for somebody, or where "Rudi" stands alone elsewhere.
    fn without_person(&self, at: usize, len: usize, titled: bool) -> usize {
        let proper = |i: usize| {
            self.get(i).is_some_and(|w| {
                matches!(w.shape, Shape::Capital | Shape::Initial)
                    && !w.tells.any(ORDINARY)
                    && !is_derived(&w.small)
                    && w.listed.is_none()
                    && !self.profile.is_small(&w.small)
            })
        };
        let run = (at + 1..at + len).rev().take_while(|i| proper(*i)).count();
        let first = at + len - run;
        // A firm's words may stand alone too, as its short name.
        let number =
            self.words.get(at..at + len).is_some_and(|w| w.iter().any(|w| w.kind == TokenKind::Number));
        let firm = number || self.get(at).is_some_and(|w| matches!(&*w.small, "pt" | "cv" | "bank"));
        let alone = (first.max(at + 2)..at + len)
            .find(|i| !firm && self.get(*i).is_some_and(|w| self.profile.is_alone(w.text)));
        if let Some(person) = alone {
            return person - at;
        }
        // "Ketua KPU Parma Anton Belov": who comes after the body's place is a person.
        let placed = first > at + 1
            && (at + 1..first).any(|i| {
                self.listed(i).is_some_and(|l| {
                    i + l.1 == first && self.class(l.0).is_some_and(|c| c.kind() == ActorKind::Place)
                })
            });
        let speaks = self.get(at + len).is_some_and(|w| w.tells.any(Tells::SAID));
        let whole = self.get(at + len).is_none_or(|w| !w.is_mark('('));
        if placed && run > 0 && run < LONGEST_PERSON && whole && (titled || speaks && run > 1) {
            return len - run;
        }
        let waits =
            titled && !number && !self.get(at + len).is_some_and(|w| w.is_mark(',') || w.is_mark('('));
        if waits && (run >= 3 || run == 2 && first > at + 1) { len - 2 } else { len }
    }

    /// What only English writes: a direction or a demonym before the name it belongs to, and heads at
    /// the end.
    pub(super) fn english(&self, at: usize, listed: Option<(EntryId, usize)>) -> Option<(Form, usize)> {
        let class = |l: Option<(EntryId, usize)>| l.and_then(|l| gazetteer::entry(l.0)).map(|e| e.class);
        let len = listed.map_or(0, |l| l.1);
        let place = class(listed).is_none_or(|c| c.kind() == ActorKind::Place);
        if place
            && let Some((form, headed)) = self.ends_with_head(at)
            && headed > len
        {
            // "Israeli Police" is the state.
            let generic = self.get(at + headed - 1).is_some_and(|w| w.tells.any(Tells::GENERIC));
            return (!(generic && len + 1 == headed)).then_some((form, headed));
        }
        if class(listed) == Some(Class::Country) && self.goes_on(at + len) {
            let body = self.listed(at + len).filter(|l| l.1 > 1 && class(Some(*l)) == Some(Class::Body));
            return body.map(|b| (Form::Organisation, len + b.1));
        }
        let direction = self.get(at).is_some_and(|w| is_direction(&w.small)) && self.goes_on(at + 1);
        let place = self
            .listed(at + 1)
            .filter(|l| listed.is_none() && class(Some(*l)).is_some_and(|c| c.kind() == ActorKind::Place));
        place.filter(|_| direction).map(|l| (Form::Venue, 1 + l.1))
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
                head = Some((Form::Organisation, len));
            } else if is_place_end(&word.small) {
                head = Some((Form::Venue, len));
            }
            if !self.goes_on(last + 1) {
                break;
            }
        }
        // Only a head that the capitals end with: "Bank Holiday" is none.
        head.filter(|(_, len)| !self.goes_on(at + len))
    }

    /// Whether the words from `from` up to `to` go on a listed organisation's name: states and ordinary
    /// words do, a person's name doesn't.
    pub(super) fn extends(&self, from: usize, to: usize) -> bool {
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
                    && !w.tells.any(Tells::VENUE.or(Tells::PLACE).or(Tells::ORGANISATION))
                    && (w.tells.any(ORDINARY) || self.profile.is_small(&w.small) || is_derived(&w.small))
            })
        };
        link > head + 1 && subject(link + 1)
    }

    fn is_listed_place(&self, at: usize) -> bool {
        self.listed(at).is_some()
    }
}
