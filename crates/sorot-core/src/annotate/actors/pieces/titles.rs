//! Titles and roles before a name, and how long they wait for it.

use super::{Cutter, Pending};
use crate::annotate::actors::sentence::Word;
use crate::annotate::actors::words::{Tells, tells};
use crate::calendar::Lang;
use crate::structure::tokens::TokenKind;

impl Cutter<'_> {
    /// The length of a title that begins at `at`.
    pub(super) fn title(&self, at: usize) -> Option<usize> {
        const TITLES: Tells = Tells::OFFICE.or(Tells::HONORIFIC).or(Tells::KIN);
        let word = self.get(at)?;
        if word.kind != TokenKind::Word {
            return None;
        }
        // "kata Tun", where "Maung Tun" is somebody's name.
        if word.is_capital() && self.profile.is_surname(word.text) && !self.goes_on(at + 1) {
            return None;
        }
        let mut longest = word.tells.any(TITLES).then_some(1);
        if word.tells.any(Tells::BEGINS) {
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
        if word.tells.any(Tells::RANK) {
            len += self.force(at + len);
        }
        Some(len)
    }

    /// The words after a rank that name its force or its end: "TNI", "Pol", "(Purn)".
    pub(super) fn force(&self, at: usize) -> usize {
        let is_force = |w: &Word| matches!(&*w.small, "tni" | "pol" | "purn" | "mar" | "inf" | "ret");
        let open = self.get(at).is_some_and(|w| w.is_mark('('));
        let Some(word) = self.get(at + usize::from(open)).filter(|w| is_force(w) && w.is_capital()) else {
            return 0;
        };
        if !open {
            let stop = usize::from(self.get(at + 1).is_some_and(|w| w.is_mark('.') && !w.spaced));
            return if word.small == "tni"
                || self.get(at + 1 + stop).is_some_and(|w| w.is_capital() || w.is_mark('('))
                || stop == 1
            {
                1 + stop + self.force(at + 1 + stop)
            } else {
                0
            };
        }
        let stop = usize::from(self.get(at + 2).is_some_and(|w| w.is_mark('.')));
        if self.get(at + 2 + stop).is_some_and(|w| w.is_mark(')')) { 3 + stop } else { 0 }
    }

    /// Whether a title that waits still waits after the word at `at`, which is no name.
    pub(super) fn keep(&self, title: Pending, at: usize) -> Option<Pending> {
        let word = self.get(at)?;
        if word.tells.any(Tells::PORTFOLIO) {
            let last = if title.commas == 0 { at } else { title.last };
            return Some(Pending { last, ..title });
        }
        // "Ketua Umum Ikatan Dokter (IDI) …": the short form goes with the body.
        let short = title.body && (word.is_mark('(') || word.is_mark(')')) && title.commas == 0;
        if short && (title.last + 1 == at || word.is_mark(')')) {
            return Some(Pending { last: at, ..title });
        }
        // "Kepala Bidang Pengendalian Penyakit …": capitals that are no name are the office's.
        let subject = word.is_capital() && word.spaced && self.profile.lang == Lang::Id;
        if subject && title.commas == 0 && !word.tells.any(Tells::CALENDAR.or(Tells::FUNCTION)) {
            return Some(Pending { last: at, body: false, ..title });
        }
        if word.is_mark(',') && title.commas == 0 {
            return Some(Pending { commas: 1, ..title });
        }
        let links =
            matches!(&*word.small, "of" | "the" | "for" | "dan" | "and" | "untuk" | "bidang" | "&" | ".");
        (links && title.commas == 0).then_some(title)
    }
}

/// Offices over a place, which is named after them.
pub(super) fn is_territorial(word: &str) -> bool {
    matches!(
        word,
        "bupati"
            | "gubernur"
            | "walikota"
            | "kota"
            | "camat"
            | "lurah"
            | "kades"
            | "kapolda"
            | "kapolres"
            | "kapolsek"
            | "kapolresta"
            | "dandim"
            | "danrem"
            | "wagub"
            | "sekda"
            | "kajari"
            | "kajati"
            | "warga"
            | "penduduk"
    )
}
