//! The words of timeline, quotes, contacts and relations.

use super::Words;
use crate::format::number;
use sorot_core::view::Lang;

/// The words of these sections.
#[derive(Debug, PartialEq, Eq)]
pub struct ToldWords {
    pub no_events: &'static str,
    pub timelinejs: &'static str,
    pub timelinejs_hint: &'static str,
    pub no_quotes: &'static str,
    pub speakers: &'static str,
    pub everybody: &'static str,
    pub nobody: &'static str,
    pub said_to: &'static str,
    pub said_at: &'static str,
    pub said_with: &'static str,
    pub choose_for_all: &'static str,
    pub no_contacts: &'static str,
    pub matrix: &'static str,
    pub show_all: &'static str,
    pub together: &'static str,
    pub with_places: &'static str,
    pub no_relations: &'static str,
    pub graph: &'static str,
    pub pair: &'static str,
    pub sentences: &'static str,
    pub show_sentences: &'static str,
}

pub(super) const ID: ToldWords = ToldWords {
    no_events: "Tidak ada kejadian bertanggal dalam artikel terpilih.",
    timelinejs: "Unduh linimasa",
    timelinejs_hint: "Berkas JSON untuk TimelineJS",
    no_quotes: "Tidak ada kutipan dalam artikel terpilih.",
    speakers: "Pembicara",
    everybody: "Semua",
    nobody: "tanpa pembicara",
    said_to: "kepada",
    said_at: "di",
    said_with: "bersama",
    choose_for_all: "Untuk lebih banyak, pilih",
    no_contacts: "Tidak ada kontak yang diceritakan dalam artikel terpilih.",
    matrix: "Siapa berkontak dengan siapa",
    show_all: "tampilkan semua",
    together: "Disebut bersama dalam satu kalimat",
    with_places: "Dengan tempat",
    no_relations: "Tidak ada dua aktor yang disebut dalam satu kalimat.",
    graph: "Gambar jejaring; tabel di bawahnya memuat hal yang sama",
    pair: "Pasangan",
    sentences: "Kalimat",
    show_sentences: "Tampilkan kalimatnya",
};

pub(super) const EN: ToldWords = ToldWords {
    no_events: "No dated event in the selected articles.",
    timelinejs: "Download timeline",
    timelinejs_hint: "JSON file for TimelineJS",
    no_quotes: "No quote in the selected articles.",
    speakers: "Speakers",
    everybody: "Everybody",
    nobody: "no speaker named",
    said_to: "to",
    said_at: "on",
    said_with: "with",
    choose_for_all: "For more, choose",
    no_contacts: "No contact is told in the selected articles.",
    matrix: "Who was in contact with whom",
    show_all: "show all",
    together: "Named together in a sentence",
    with_places: "With places",
    no_relations: "No two actors are named in one sentence.",
    graph: "Drawing of the network; the table below holds the same",
    pair: "Pair",
    sentences: "Sentences",
    show_sentences: "Show the sentences",
};

impl Words {
    /// `n` things, "1 thing" being another word in English.
    fn counted(&self, n: u32, id: &str, one: &str, many: &str) -> String {
        let count = number(n, self.lang);
        self.pick(format!("{count} {id}"), format!("{count} {}", if n == 1 { one } else { many }))
    }

    /// "12 kejadian".
    pub fn events(&self, n: u32) -> String {
        self.counted(n, "kejadian", "event", "events")
    }

    /// "9 kontak".
    pub fn contacts(&self, n: u32) -> String {
        self.counted(n, "kontak", "contact", "contacts")
    }

    /// "semua 9 kutipan".
    pub fn all_quotes(&self, n: u32) -> String {
        let count = number(n, self.lang);
        self.pick(format!("semua {count} kutipan"), format!("all {count} quotes"))
    }

    /// Told where a list is cut.
    pub fn only_first(&self, n: u32) -> String {
        let count = number(n, self.lang);
        self.pick(
            format!("{count} yang paling banyak diceritakan ditampilkan."),
            format!("The {count} that most articles tell are shown."),
        )
    }

    /// Told where speakers are left out.
    pub fn more_speakers(&self, n: u32) -> String {
        let more = self.counted(n, "pembicara lain", "more speaker", "more speakers");
        format!("+ {more}.")
    }

    /// Told where sentences of a pair are left out.
    pub fn more_sentences(&self, n: u32) -> String {
        let more = self.counted(n, "kalimat lain", "more sentence", "more sentences");
        format!("+ {more}.")
    }

    fn without_asked(&self) -> &'static str {
        match self.lang {
            Lang::Id => "tanpa aktor yang dipilih",
            Lang::En => "without the chosen actors",
        }
    }

    /// Events that don't name the actors asked for.
    pub fn other_events(&self, n: u32) -> String {
        let others = self.counted(n, "kejadian lain", "other event", "other events");
        format!("{others} {}.", self.without_asked())
    }

    /// Contacts in which the actors asked for don't take part.
    pub fn other_contacts(&self, n: u32) -> String {
        let others = self.counted(n, "kontak lain", "other contact", "other contacts");
        format!("{others} {}.", self.without_asked())
    }
}
