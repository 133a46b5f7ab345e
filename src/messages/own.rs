//! The words of the reader's own articles: adding, what was read, what is kept, the saved file.

use super::Words;
use crate::format::number;
use sorot_core::view::Lang;

/// The words.
#[derive(Debug, PartialEq, Eq)]
pub struct OwnWords {
    pub add: &'static str,
    pub intro: &'static str,
    pub formats: &'static str,
    pub files: &'static str,
    pub folder: &'static str,
    pub paste: &'static str,
    pub paste_text: &'static str,
    pub paste_read: &'static str,
    pub drop_here: &'static str,
    pub cancel: &'static str,
    pub show: &'static str,
    pub making: &'static str,
    pub report: &'static str,
    /// Read, with remarks, skipped.
    pub states: [&'static str; 3],
    pub nothing_read: &'static str,
    pub add_to: &'static str,
    pub instead: &'static str,
    pub more: &'static str,
    pub put_away: &'static str,
    pub encoding: &'static str,
    pub line: &'static str,
    pub title: &'static str,
    pub opening: &'static str,
    pub elsewhere: &'static str,
    pub reload: &'static str,
    pub kept_title: &'static str,
    pub nothing_kept: &'static str,
    pub remove_all: &'static str,
    pub remove_really: &'static str,
    pub save: &'static str,
    pub save_help: &'static str,
    pub saved: &'static str,
    pub failed: &'static str,
}

pub(super) const ID: OwnWords = OwnWords {
    add: "Tambah artikel",
    intro: "Letakkan berkas atau folder di sini, atau di mana saja pada halaman ini. Semuanya dibaca di perangkat Anda; tidak ada yang dikirim.",
    formats: "Teks, Markdown, HTML, JSON, CSV, RSS, ZIP berisi semua itu, dan kumpulan Sorot.",
    files: "Pilih berkas",
    folder: "Pilih folder",
    paste: "Tempel teks",
    paste_text: "Teks artikel",
    paste_read: "Baca teks ini",
    drop_here: "Lepaskan untuk menambahkan artikel",
    cancel: "Batalkan",
    show: "Tampilkan",
    making: "Menyusun kumpulan …",
    report: "Hasil pembacaan",
    states: ["dibaca", "dibaca dengan catatan", "dilewati"],
    nothing_read: "Tidak ada artikel baru di dalamnya.",
    add_to: "Tambahkan ke yang terbuka",
    instead: "Buka hanya yang ini",
    more: "Pilih lagi",
    put_away: "Buang",
    encoding: "Pengodean",
    line: "baris",
    title: "Artikel sendiri",
    opening: "Membuka artikel yang disimpan di sini …",
    elsewhere: "Artikel yang disimpan di sini diubah di tab lain.",
    reload: "Muat ulang",
    kept_title: "Di perangkat ini",
    nothing_kept: "Belum ada artikel yang disimpan di sini.",
    remove_all: "Hapus semua yang disimpan",
    remove_really: "Ya, hapus artikel, koreksi, sematan, dan setelan",
    save: "Simpan sebagai satu berkas",
    save_help: "Semua artikel, koreksi, sematan, tampilan tersimpan, dan filter dalam satu halaman yang terbuka tanpa jaringan dan dapat ditambah lagi.",
    saved: "Berkas diserahkan.",
    failed: "Pembacaan gagal:",
};

pub(super) const EN: OwnWords = OwnWords {
    add: "Add articles",
    intro: "Drop files or a folder here, or anywhere on this page. All is read on your device; nothing is sent.",
    formats: "Text, Markdown, HTML, JSON, CSV, RSS, ZIP of these, and Sorot bundles.",
    files: "Choose files",
    folder: "Choose a folder",
    paste: "Paste text",
    paste_text: "Text of an article",
    paste_read: "Read this text",
    drop_here: "Drop to add articles",
    cancel: "Cancel",
    show: "Show",
    making: "Making the bundle …",
    report: "What was read",
    states: ["read", "read with remarks", "skipped"],
    nothing_read: "There is no new article in it.",
    add_to: "Add to what is open",
    instead: "Open only these",
    more: "Choose more",
    put_away: "Discard",
    encoding: "Encoding",
    line: "line",
    title: "Own articles",
    opening: "Opening the articles kept here …",
    elsewhere: "The articles kept here were changed in another tab.",
    reload: "Reload",
    kept_title: "On this device",
    nothing_kept: "No articles are kept here yet.",
    remove_all: "Remove all that is kept",
    remove_really: "Yes, remove articles, corrections, pins and settings",
    save: "Save as one file",
    save_help: "All articles, corrections, pins, saved views and filters in one page, which opens without a network and can be added to.",
    saved: "The file was handed over.",
    failed: "Reading failed:",
};

impl Words {
    /// "Membaca 3 dari 12 berkas".
    pub fn reading(&self, done: u32, all: u32) -> String {
        let (done, all) = (number(done, self.lang), number(all, self.lang));
        self.pick(format!("Membaca {done} dari {all} berkas"), format!("Reading {done} of {all} files"))
    }

    /// "3 dibaca · 1 dibaca dengan catatan · 2 dilewati".
    pub fn read_counts(&self, counts: [u32; 3]) -> String {
        let told = |(count, state): (&u32, &&str)| format!("{} {state}", number(*count, self.lang));
        counts.iter().zip(&self.own.states).map(told).collect::<Vec<_>>().join(" · ")
    }

    /// "12 artikel ditambahkan."
    pub fn added(&self, n: u32) -> String {
        let many = self.articles_counted(n);
        self.pick(format!("{many} ditambahkan."), format!("{many} added."))
    }

    /// "Tersimpan di sini: 12 artikel, 0,3 MB, tidak di tempat lain."
    pub fn kept_facts(&self, articles: u32, bytes: f64) -> String {
        let many = self.articles_counted(articles);
        // Tenths, rounded up: what is kept is never nothing.
        let tenths = (bytes / 100_000.0).ceil() as u32;
        let (whole, tenth) = (number(tenths / 10, self.lang), tenths % 10);
        match self.lang {
            Lang::Id => format!("Tersimpan di sini: {many}, {whole},{tenth} MB, tidak di tempat lain."),
            Lang::En => format!("Kept here: {many}, {whole}.{tenth} MB, nowhere else."),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::messages::words;
    use sorot_core::view::Lang;

    #[test]
    fn what_is_kept_is_said_with_its_size() {
        assert_eq!(words(Lang::En).kept_facts(1, 1.0), "Kept here: 1 article, 0.1 MB, nowhere else.");
        let told = words(Lang::Id).kept_facts(1200, 12_300_000.0);
        assert_eq!(told, "Tersimpan di sini: 1.200 artikel, 12,3 MB, tidak di tempat lain.");
        assert_eq!(words(Lang::En).read_counts([3, 0, 2]), "3 read · 0 read with remarks · 2 skipped");
    }
}
