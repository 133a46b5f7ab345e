//! The words of search, order, facets and saved views.

use super::Words;
use crate::format::number;

/// Words around finding.
#[derive(Debug, PartialEq, Eq)]
pub struct SearchWords {
    pub label: &'static str,
    pub placeholder: &'static str,
    pub clear: &'static str,
    pub order: &'static str,
    /// In the order of `Sort`.
    pub orders: [&'static str; 3],
    pub facet_order: &'static str,
    /// Total, selection, name.
    pub facet_orders: [&'static str; 3],
    pub source: &'static str,
    pub language: &'static str,
    /// In the order of `Lang`.
    pub languages: [&'static str; 2],
    pub views: &'static str,
    pub no_views: &'static str,
    pub view_name: &'static str,
    pub save: &'static str,
    pub rename: &'static str,
    pub views_not_kept: &'static str,
    pub export: &'static str,
}

pub const ID: SearchWords = SearchWords {
    label: "Cari dalam artikel",
    placeholder: "Cari kata, “frasa”, -tanpa",
    clear: "Kosongkan pencarian",
    order: "Urutan artikel",
    orders: ["Terbaru dahulu", "Terlama dahulu", "Paling relevan"],
    facet_order: "Urutan aktor",
    facet_orders: ["Jumlah semua", "Jumlah pilihan", "Nama"],
    source: "Sumber",
    language: "Bahasa",
    languages: ["Indonesia", "Inggris"],
    views: "Tampilan tersimpan",
    no_views: "Belum ada. Beri nama pada saringan yang sedang aktif untuk membukanya lagi nanti.",
    view_name: "Nama tampilan ini",
    save: "Simpan",
    rename: "Ganti nama",
    views_not_kept: "Peramban ini tidak menyimpannya; berlaku sampai halaman ditutup.",
    export: "Ekspor",
};

pub const EN: SearchWords = SearchWords {
    label: "Search the articles",
    placeholder: "Search words, “phrases”, -without",
    clear: "Clear the search",
    order: "Order of articles",
    orders: ["Newest first", "Oldest first", "Most relevant"],
    facet_order: "Order of actors",
    facet_orders: ["Total count", "Selected count", "Name"],
    source: "Source",
    language: "Language",
    languages: ["Indonesian", "English"],
    views: "Saved views",
    no_views: "None yet. Give the present filters a name to open them again later.",
    view_name: "Name of this view",
    save: "Save",
    rename: "Rename",
    views_not_kept: "This browser doesn't keep them; they hold until the page is closed.",
    export: "Export",
};

impl Words {
    /// "Tampilkan 100 lagi dari 312 tokoh".
    pub fn show_more(&self, more: u32, all: u32, what: &str) -> String {
        let (more, all) = (number(more, self.lang), number(all, self.lang));
        let what = what.to_lowercase();
        self.pick(
            format!("Tampilkan {more} lagi dari {all} {what}"),
            format!("Show {more} more of {all} {what}"),
        )
    }

    /// "Ganti nama April".
    pub fn rename_view(&self, name: &str) -> String {
        format!("{} {name}", self.search.rename)
    }

    /// "Hapus April".
    pub fn delete_view(&self, name: &str) -> String {
        self.pick(format!("Hapus {name}"), format!("Delete {name}"))
    }
}
