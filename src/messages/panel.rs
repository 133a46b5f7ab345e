//! The words of the summary panel's frame; each section has its own beside it.

use super::Words;
use crate::format::number;
use sorot_core::view::Section;

/// The words of the panel's frame.
#[derive(Debug, PartialEq, Eq)]
pub struct PanelWords {
    pub sections: &'static str,
    /// In the order of [`Section`].
    names: [&'static str; 9],
    pub about: &'static str,
    pub of_selection: &'static str,
    pub of_article: &'static str,
    pub length: &'static str,
    pub copy: &'static str,
    pub copied: &'static str,
    pub pin: &'static str,
    pub unpin: &'static str,
    pub hide: &'static str,
    pub pinned: &'static str,
    pub show_again: &'static str,
    pub working: &'static str,
    pub headline: &'static str,
    pub fewer: &'static str,
}

pub(super) const ID: PanelWords = PanelWords {
    sections: "Bagian ringkasan",
    names: [
        "Ringkasan",
        "Linimasa",
        "Kutipan",
        "Kontak",
        "Relasi",
        "Hak jawab",
        "Angka",
        "Sumber",
        "Banding",
    ],
    about: "Tentang",
    of_selection: "Pilihan",
    of_article: "Artikel ini",
    length: "Kalimat",
    copy: "Salin dengan sitasi",
    copied: "Tersalin dengan sitasi.",
    pin: "Sematkan",
    unpin: "Lepas sematan",
    hide: "Sembunyikan",
    pinned: "Disematkan",
    show_again: "tampilkan lagi",
    working: "Menyusun …",
    headline: "judul",
    fewer: "lebih sedikit",
};

pub(super) const EN: PanelWords = PanelWords {
    sections: "Sections of the summary",
    names: [
        "Summary",
        "Timeline",
        "Quotes",
        "Contacts",
        "Relations",
        "Right of reply",
        "Numbers",
        "Sources",
        "Compare",
    ],
    about: "About",
    of_selection: "Selection",
    of_article: "This article",
    length: "Sentences",
    copy: "Copy with citations",
    copied: "Copied with citations.",
    pin: "Pin",
    unpin: "Unpin",
    hide: "Hide",
    pinned: "Pinned",
    show_again: "show again",
    working: "Working …",
    headline: "headline",
    fewer: "fewer",
};

impl Words {
    /// A section's name.
    pub fn section(&self, section: Section) -> &'static str {
        self.panel.names.get(section as usize).copied().unwrap_or("")
    }

    /// "+ 192 lainnya": the places of a line that aren't told at once.
    pub fn others(&self, more: u32) -> String {
        let count = number(more, self.lang);
        match self.lang {
            sorot_core::view::Lang::Id => format!("+ {count} lainnya"),
            sorot_core::view::Lang::En => format!("+ {count} more"),
        }
    }

    /// "2 baris disembunyikan".
    pub fn lines_hidden(&self, lines: u32) -> String {
        let count = number(lines, self.lang);
        match self.lang {
            sorot_core::view::Lang::Id => format!("{count} baris disembunyikan"),
            sorot_core::view::Lang::En if lines == 1 => format!("{count} line hidden"),
            sorot_core::view::Lang::En => format!("{count} lines hidden"),
        }
    }
}
