//! The words of the open article.

use super::Words;
use crate::format::number;

/// The open article's words.
#[derive(Debug, PartialEq, Eq)]
pub struct ReadingWords {
    pub highlights: &'static str,
    /// Short, in the order of the highlights.
    pub kinds: [&'static str; 4],
    pub next_mention: &'static str,
    pub previous_mention: &'static str,
    pub mentions: &'static str,
    pub not_named_here: &'static str,
    pub cite: &'static str,
    pub hide: &'static str,
    pub show: &'static str,
    pub open_newest: &'static str,
    pub choose_help: &'static str,
    pub no_articles: &'static str,
    pub invisible: &'static str,
    pub deceives: &'static str,
}

pub(super) const ID: ReadingWords = ReadingWords {
    highlights: "Sorotan",
    kinds: ["Tokoh", "Lembaga", "Tempat", "Tanggal"],
    next_mention: "Sebutan berikutnya",
    previous_mention: "Sebutan sebelumnya",
    mentions: "Sebutan aktor yang dipilih",
    not_named_here: "Aktor yang dipilih tidak disebut di artikel ini.",
    cite: "Salin sitasi",
    hide: "sembunyikan",
    show: "tampilkan",
    open_newest: "Buka artikel teratas",
    choose_help: "Pilih dari daftar, atau buka kalimat asal sebuah baris ringkasan.",
    no_articles: "Longgarkan filter dahulu: daftar artikel sedang kosong.",
    invisible: "karakter tak terlihat",
    deceives: "ditulis dengan huruf yang menyamar",
};

pub(super) const EN: ReadingWords = ReadingWords {
    highlights: "Highlights",
    kinds: ["People", "Organisations", "Places", "Dates"],
    next_mention: "Next mention",
    previous_mention: "Previous mention",
    mentions: "Mentions of the chosen actor",
    not_named_here: "This article doesn't name the chosen actors.",
    cite: "Copy citation",
    hide: "hide",
    show: "show",
    open_newest: "Open the first article",
    choose_help: "Choose one from the list, or open the source of a line of the summary.",
    no_articles: "Loosen the filters first: the list is empty.",
    invisible: "invisible character",
    deceives: "spelt with letters that deceive",
};

impl Words {
    /// "Bila ikut dihitung: NATO 2 → 3 artikel".
    pub fn would_count(&self, beside: &[(String, u32)]) -> String {
        let one = |(name, now): &(String, u32)| {
            format!("{name} {} → {}", number(*now, self.lang), number(*now + 1, self.lang))
        };
        let all = beside.iter().map(one).collect::<Vec<_>>().join(", ");
        self.pick(format!("Bila ikut dihitung: {all} artikel"), format!("Were they counted: {all} articles"))
    }

    /// "2 baris bukan isi berita".
    pub fn lines_not_story(&self, n: u32) -> String {
        let many = number(n, self.lang);
        self.pick(
            format!("{many} baris bukan isi berita"),
            match n {
                1 => "1 line isn't the story".into(),
                _ => format!("{many} lines aren't the story"),
            },
        )
    }

    /// "2 / 6": where the reader is among the mentions; "– / 6" before the first step.
    pub fn mention_of(&self, at: Option<u32>, all: u32) -> String {
        let at = at.map_or("–".into(), |at| number(at, self.lang));
        format!("{at} / {}", number(all, self.lang))
    }

    /// What the same says aloud.
    pub fn mention_of_aloud(&self, name: &str, at: u32, all: u32) -> String {
        let (at, all) = (number(at, self.lang), number(all, self.lang));
        self.pick(format!("{name}, sebutan {at} dari {all}"), format!("{name}, mention {at} of {all}"))
    }

    /// "3 aktor": several at once.
    pub fn actors_counted(&self, n: u32) -> String {
        let many = number(n, self.lang);
        self.pick(format!("{many} aktor"), format!("{many} {}", if n == 1 { "actor" } else { "actors" }))
    }
}
