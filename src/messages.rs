//! The interface's words. One typed table: a string missing in one language doesn't compile.

mod evidence;
mod fix;
mod frame;
mod notes;
mod own;
mod panel;
mod reading;
mod search;
mod texts;
mod time;
mod told;

pub use time::axis_index;

use crate::format::number;
use sorot_core::view::{ActorKind, Lang};

/// All words of one language.
#[derive(Debug, PartialEq, Eq)]
pub struct Words {
    pub lang: Lang,
    pub evidence: evidence::EvidenceWords,
    pub fix: fix::FixWords,
    pub frame: frame::FrameWords,
    pub notes: notes::NoteWords,
    pub own: own::OwnWords,
    pub panel: panel::PanelWords,
    pub reading: reading::ReadingWords,
    pub search: search::SearchWords,
    pub texts: texts::TextWords,
    pub time: time::TimeWords,
    pub told: told::ToldWords,
    pub skip_to_article: &'static str,
    pub other_language: &'static str,
    pub other_language_short: &'static str,
    pub theme: [&'static str; 3],
    pub not_kept: &'static str,
    pub actors: &'static str,
    pub find_actor: &'static str,
    pub match_label: &'static str,
    pub match_all: &'static str,
    pub match_any: &'static str,
    pub match_hint: [&'static str; 2],
    pub no_such_actor: &'static str,
    pub also_written: &'static str,
    pub kinds: [&'static str; 3],
    pub kind: [&'static str; 3],
    pub date: &'static str,
    pub government: &'static str,
    pub articles: &'static str,
    pub filters_on: &'static str,
    pub clear_all: &'static str,
    pub unknown_actor: &'static str,
    pub nothing_found: &'static str,
    pub nothing_found_help: &'static str,
    pub undated: &'static str,
    pub inferred: &'static str,
    pub no_headline: &'static str,
    pub not_story: &'static str,
    pub nothing_open: &'static str,
    pub article_missing: &'static str,
    pub spelt: &'static str,
    pub read: &'static str,
    pub summary: &'static str,
    pub key_sentences: &'static str,
    pub nothing_to_summarise: &'static str,
    pub most_named: &'static str,
    pub why: &'static str,
    pub filters: &'static str,
    pub close: &'static str,
    pub panes: &'static str,
    pub link_unknown: &'static str,
    pub link_bad: &'static str,
    pub pack_failed: &'static str,
}

const ID: Words = Words {
    lang: Lang::Id,
    evidence: evidence::ID,
    fix: fix::ID,
    frame: frame::ID,
    notes: notes::ID,
    own: own::ID,
    panel: panel::ID,
    reading: reading::ID,
    search: search::ID,
    texts: texts::ID,
    time: time::ID,
    told: told::ID,
    skip_to_article: "Langsung ke artikel",
    other_language: "Switch to English",
    other_language_short: "EN",
    theme: ["Tema: ikut sistem", "Tema: terang", "Tema: gelap"],
    not_kept: "Peramban ini tidak menyimpan setelan; berlaku sampai halaman ditutup.",
    actors: "Aktor",
    find_actor: "Cari aktor…",
    match_label: "Beberapa aktor sekaligus",
    match_all: "Semua",
    match_any: "Salah satu",
    match_hint: [
        "Artikel harus menyebut semua aktor yang dipilih",
        "Artikel cukup menyebut salah satu aktor yang dipilih",
    ],
    no_such_actor: "Tidak ada aktor dengan nama itu. Periksa ejaannya, atau kosongkan kolom ini.",
    also_written: "juga ditulis",
    kinds: ["Tokoh", "Lembaga", "Negara & tempat"],
    kind: ["tokoh", "lembaga", "tempat"],
    date: "tanggal",
    government: "sebagai pemerintahnya",
    articles: "Artikel",
    filters_on: "Filter yang aktif",
    clear_all: "Hapus semua filter",
    unknown_actor: "tidak ada di kumpulan ini",
    nothing_found: "Tidak ada artikel yang cocok",
    nothing_found_help: "Tidak satu pun artikel memenuhi semua filter sekaligus. Hapus salah satu di atas, atau semuanya.",
    undated: "tanpa tanggal",
    inferred: "disimpulkan",
    no_headline: "tanpa judul, kata-kata pertama",
    not_story: "Bukan isi berita",
    nothing_open: "Pilih sebuah artikel untuk dibaca",
    article_missing: "Artikel ini tidak ada di kumpulan yang terbuka:",
    spelt: "ditulis",
    read: "Baca",
    summary: "Ringkasan",
    key_sentences: "Kalimat kunci",
    nothing_to_summarise: "Tidak ada yang bisa diringkas dari pilihan ini. Longgarkan filternya.",
    most_named: "Paling sering",
    why: "Mengapa?",
    filters: "Filter",
    close: "Tutup",
    panes: "Bagian halaman",
    link_unknown: "Bagian tautan ini tidak dikenal dan dilewati:",
    link_bad: "Nilai dalam tautan ini tidak terbaca dan dilewati:",
    pack_failed: "Kumpulan artikel tidak dapat dibuka. Muat ulang halaman ini; bila tetap gagal, berkasnya rusak atau dari versi lain.",
};

const EN: Words = Words {
    lang: Lang::En,
    evidence: evidence::EN,
    fix: fix::EN,
    frame: frame::EN,
    notes: notes::EN,
    own: own::EN,
    panel: panel::EN,
    reading: reading::EN,
    search: search::EN,
    texts: texts::EN,
    time: time::EN,
    told: told::EN,
    skip_to_article: "Skip to the article",
    other_language: "Ganti ke bahasa Indonesia",
    other_language_short: "ID",
    theme: ["Theme: as the system", "Theme: light", "Theme: dark"],
    not_kept: "This browser keeps no settings; they hold until the page is closed.",
    actors: "Actors",
    find_actor: "Find an actor…",
    match_label: "Several actors at once",
    match_all: "All",
    match_any: "Any",
    match_hint: [
        "An article must name all of the chosen actors",
        "An article may name any of the chosen actors",
    ],
    no_such_actor: "There is no actor of that name. Check the spelling, or empty this field.",
    also_written: "also written",
    kinds: ["People", "Organisations", "Countries & places"],
    kind: ["person", "organisation", "place"],
    date: "date",
    government: "for its government",
    articles: "Articles",
    filters_on: "Active filters",
    clear_all: "Clear all filters",
    unknown_actor: "not in this bundle",
    nothing_found: "No article matches",
    nothing_found_help: "None of the articles answers to all the filters at once. Remove one of those above, or all of them.",
    undated: "no date",
    inferred: "inferred",
    no_headline: "no headline, first words",
    not_story: "Not part of the story",
    nothing_open: "Choose an article to read",
    article_missing: "This article isn't in the open bundle:",
    spelt: "written",
    read: "Read",
    summary: "Summary",
    key_sentences: "Key sentences",
    nothing_to_summarise: "There is nothing to summarise in this selection. Loosen the filters.",
    most_named: "Most named",
    why: "Why?",
    filters: "Filters",
    close: "Close",
    panes: "Parts of the page",
    link_unknown: "This part of the link isn't known and was passed over:",
    link_bad: "This value in the link can't be read and was passed over:",
    pack_failed: "The bundle of articles can't be opened. Reload this page; if it still fails, the file is damaged or of another version.",
};

/// The words of `lang`.
pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::Id => &ID,
        Lang::En => &EN,
    }
}

/// The place of `kind` in [`Words::kinds`] and [`Words::kind`], and of its class in the style sheet.
pub fn kind_index(kind: ActorKind) -> usize {
    match kind {
        ActorKind::Person => 0,
        ActorKind::Organisation => 1,
        ActorKind::Place => 2,
    }
}

impl Words {
    fn pick(&self, id: String, en: String) -> String {
        match self.lang {
            Lang::Id => id,
            Lang::En => en,
        }
    }

    /// "5 artikel".
    pub fn articles_counted(&self, n: u32) -> String {
        let many = number(n, self.lang);
        self.pick(
            format!("{many} artikel"),
            format!("{many} {}", if n == 1 { "article" } else { "articles" }),
        )
    }

    /// "3 dari 5 artikel".
    pub fn selected_of(&self, n: u32, total: u32) -> String {
        let (n, many) = (number(n, self.lang), self.articles_counted(total));
        self.pick(format!("{n} dari {many}"), format!("{n} of {many}"))
    }

    /// "Kecualikan Ani".
    pub fn exclude(&self, name: &str) -> String {
        self.pick(format!("Kecualikan {name}"), format!("Exclude {name}"))
    }

    /// "tanpa Ani".
    pub fn without(&self, name: &str) -> String {
        self.pick(format!("tanpa {name}"), format!("without {name}"))
    }

    /// "343 kata".
    pub fn words_counted(&self, n: u32) -> String {
        let many = number(n, self.lang);
        self.pick(format!("{many} kata"), format!("{many} {}", if n == 1 { "word" } else { "words" }))
    }

    /// "Hapus filter: Ani".
    pub fn remove(&self, what: &str) -> String {
        self.pick(format!("Hapus filter: {what}"), format!("Remove filter: {what}"))
    }

    /// What a name's button tells: "Ani, 2 dari 3 artikel".
    pub fn named(&self, name: &str, selected: u32, total: u32) -> String {
        format!("{name}, {}", self.selected_of(selected, total))
    }

    /// "2 tanggal disimpulkan dari teks".
    pub fn inferred_counted(&self, n: u32) -> String {
        let many = number(n, self.lang);
        self.pick(
            format!("{many} tanggal disimpulkan dari teks"),
            format!("{many} {} inferred from the text", if n == 1 { "date" } else { "dates" }),
        )
    }

    /// "1 artikel tanpa tanggal".
    pub fn undated_counted(&self, n: u32) -> String {
        let many = self.articles_counted(n);
        self.pick(format!("{many} tanpa tanggal"), format!("{many} without a date"))
    }

    /// What a citation says aloud.
    pub fn open_at(&self, paragraph: u32, when: &str) -> String {
        if paragraph == 0 {
            return self.pick(
                format!("Buka di sumbernya: judul artikel {when}"),
                format!("Open in its source: headline of the article of {when}"),
            );
        }
        self.pick(
            format!("Buka di sumbernya: paragraf {paragraph}, artikel {when}"),
            format!("Open in its source: paragraph {paragraph}, article of {when}"),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_not_many() {
        assert_eq!(words(Lang::En).articles_counted(1), "1 article");
        assert_eq!(words(Lang::En).selected_of(0, 1234), "0 of 1,234 articles");
        assert_eq!(words(Lang::Id).selected_of(3, 5), "3 dari 5 artikel");
    }

    /// Every text of a table, in the order of its fields, the tables inside it too.
    fn texts(words: &Words) -> Vec<String> {
        let told = format!("{words:?}").replace("\\\"", "”");
        told.split('"').skip(1).step_by(2).map(String::from).collect()
    }

    #[test]
    fn no_text_is_left_in_the_other_language() {
        // Names and words that are the same in both.
        const SAME: [&str; 4] = ["Indonesia", "English", "Status", "virtual"];
        let (id, en) = (texts(words(Lang::Id)), texts(words(Lang::En)));
        assert_eq!(id.len(), en.len());
        assert!(id.len() > 90, "{}", id.len());
        for (id, en) in id.iter().zip(&en) {
            assert!(!id.is_empty() && !en.is_empty());
            assert!(id != en || SAME.contains(&id.as_str()), "the same in both: {id}");
        }
    }
}
