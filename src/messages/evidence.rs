//! The words of the panel's right of reply, numbers, sources and comparison, and of what is new.

use super::Words;
use crate::format::number;
use sorot_core::view::{Lang, Rung};

/// The words of these sections.
#[derive(Debug, PartialEq, Eq)]
pub struct EvidenceWords {
    /// In the order of [`Rung`]: beside a line, and as a heading.
    rungs: [&'static str; 4],
    rung_names: [&'static str; 4],
    pub rung: &'static str,
    pub every_rung: &'static str,
    pub fresh: &'static str,
    pub fresh_here: &'static str,
    pub fresh_names: &'static str,
    pub nobody_answers: &'static str,
    /// Not heard, told, quoted.
    pub heard: [&'static str; 3],
    pub silent: &'static str,
    pub left_out: &'static str,
    pub first_heard: &'static str,
    pub no_numbers: &'static str,
    /// At odds, rounded, agreeing.
    pub verdicts: [&'static str; 3],
    pub no_groups: &'static str,
    pub single: &'static str,
    pub most_told: &'static str,
    pub sentences: &'static str,
    pub with: &'static str,
    pub choose: &'static str,
    pub rest: &'static str,
    pub other: &'static str,
    pub split: &'static str,
    pub split_go: &'static str,
    pub left: &'static str,
    pub right: &'static str,
    pub everything: &'static str,
    /// Only left, both, only right.
    pub sides: [&'static str; 3],
    pub words: &'static str,
    pub quotes: &'static str,
    pub none: &'static str,
    pub markdown: &'static str,
    pub markdown_done: &'static str,
}

pub(super) const ID: EvidenceWords = EvidenceWords {
    rungs: ["artikel", "bernama", "media lain", "tanpa nama"],
    rung_names: ["Artikel itu sendiri", "Sumber bernama", "Media lain", "Sumber tanpa nama"],
    rung: "Sumber baris",
    every_rung: "Semua sumber",
    fresh: "Baru di artikel terakhir",
    fresh_here: "Baru di artikel ini",
    fresh_names: "Nama baru",
    nobody_answers: "Tidak ada yang disalahkan, diminta, atau disebut tidak berkomentar di artikel-artikel ini.",
    heard: ["Tidak terdengar", "Disampaikan", "Dikutip"],
    silent: "Tidak berkomentar",
    left_out: "Tidak dilibatkan",
    first_heard: "Pertama terdengar",
    no_numbers: "Tidak ada jumlah yang disebut.",
    verdicts: ["Tidak cocok", "Dibulatkan", "Cocok"],
    no_groups: "Tidak ada jumlah yang disebut lebih dari satu artikel.",
    single: "Di satu artikel saja",
    most_told: "Terbanyak",
    sentences: "Kalimatnya",
    with: "Bandingkan pilihan ini dengan",
    choose: "Pilih pembanding …",
    rest: "Semua artikel lain",
    other: "Pilihan dari tautan",
    split: "atau pisahkan menjadi sebelum dan sejak",
    split_go: "Pisahkan",
    left: "Kiri, pilihan ini",
    right: "Kanan",
    everything: "semua artikel",
    sides: ["Hanya kiri", "Keduanya", "Hanya kanan"],
    words: "Kata",
    quotes: "Kutipan",
    none: "tidak ada",
    markdown: "Salin panel sebagai Markdown",
    markdown_done: "Panel tersalin sebagai Markdown.",
};

pub(super) const EN: EvidenceWords = EvidenceWords {
    rungs: ["article", "named", "other outlet", "unnamed"],
    rung_names: ["The article itself", "Named sources", "Other outlets", "Unnamed sources"],
    rung: "Source of lines",
    every_rung: "Every source",
    fresh: "New in the latest article",
    fresh_here: "New in this article",
    fresh_names: "New names",
    nobody_answers: "Nobody is blamed, asked or said not to comment.",
    heard: ["Not heard", "Told", "Quoted"],
    silent: "No comment",
    left_out: "Not involved",
    first_heard: "First heard",
    no_numbers: "No amounts are told.",
    verdicts: ["At odds", "Rounded", "Agree"],
    no_groups: "No amount is told by more than one article.",
    single: "In one article only",
    most_told: "Most often",
    sentences: "The sentences",
    with: "Compare this selection with",
    choose: "Choose what to compare with …",
    rest: "All other articles",
    other: "A selection from the link",
    split: "or part it into before and since",
    split_go: "Part it",
    left: "Left, this selection",
    right: "Right",
    everything: "all articles",
    sides: ["Only left", "Both", "Only right"],
    words: "Words",
    quotes: "Quotes",
    none: "none",
    markdown: "Copy the panel as Markdown",
    markdown_done: "The panel was copied as Markdown.",
};

impl Words {
    /// A rung beside a line.
    pub fn rung(&self, rung: Rung) -> &'static str {
        self.evidence.rungs.get(rung as usize).copied().unwrap_or("")
    }

    /// A rung as a heading.
    pub fn rung_name(&self, rung: Rung) -> &'static str {
        self.evidence.rung_names.get(rung as usize).copied().unwrap_or("")
    }

    /// "34 dari 106 kalimat, di 5 artikel".
    pub fn sentences_of(&self, sentences: u32, all: u32, articles: u32) -> String {
        let [sentences, all, count] = [sentences, all, articles].map(|n| number(n, self.lang));
        match self.lang {
            Lang::Id => format!("{sentences} dari {all} kalimat, di {count} artikel"),
            Lang::En if articles == 1 => format!("{sentences} of {all} sentences, in {count} article"),
            Lang::En => format!("{sentences} of {all} sentences, in {count} articles"),
        }
    }

    /// "dan 3 lagi".
    pub fn and_more(&self, more: u32) -> String {
        let count = number(more, self.lang);
        match self.lang {
            Lang::Id => format!("dan {count} lagi"),
            Lang::En => format!("and {count} more"),
        }
    }

    /// "3 artikel".
    pub fn so_many_articles(&self, articles: u32) -> String {
        let count = number(articles, self.lang);
        match self.lang {
            Lang::Id => format!("{count} artikel"),
            Lang::En if articles == 1 => format!("{count} article"),
            Lang::En => format!("{count} articles"),
        }
    }

    /// "2 artikel ada di keduanya".
    pub fn in_both(&self, articles: u32) -> String {
        let count = number(articles, self.lang);
        match self.lang {
            Lang::Id => format!("{count} artikel ada di keduanya"),
            Lang::En if articles == 1 => format!("{count} article is in both"),
            Lang::En => format!("{count} articles are in both"),
        }
    }

    /// "belum ada di 4 artikel sebelumnya".
    pub fn against_earlier(&self, earlier: u32) -> String {
        let count = number(earlier, self.lang);
        match self.lang {
            Lang::Id => format!("belum ada di {count} artikel sebelumnya"),
            Lang::En if earlier == 1 => format!("not in the {count} earlier article"),
            Lang::En => format!("in none of the {count} earlier articles"),
        }
    }
}
