//! The words of notes, bookmarks and what was read.

use super::Words;
use crate::format::number;
use sorot_core::view::Lang;

/// The words of what the reader writes beside the articles.
#[derive(Debug, PartialEq, Eq)]
pub struct NoteWords {
    pub title: &'static str,
    pub note: &'static str,
    pub notes: &'static str,
    pub write: &'static str,
    pub edit: &'static str,
    pub passage: &'static str,
    pub headline: &'static str,
    pub whole: &'static str,
    pub words: &'static str,
    pub tags: &'static str,
    pub tags_example: &'static str,
    pub remove: &'static str,
    pub remove_really: &'static str,
    pub loose: &'static str,
    pub search: &'static str,
    pub save: &'static str,
    pub stars: &'static str,
    pub star: &'static str,
    pub unstar: &'static str,
    pub starred: &'static str,
    pub read: &'static str,
    pub unread: &'static str,
    pub mark_read: &'static str,
    pub none_yet: &'static str,
    pub none_yet_help: &'static str,
    pub kept_here: &'static str,
    pub removed: &'static str,
}

pub(super) const ID: NoteWords = NoteWords {
    title: "Catatan dan markah",
    note: "Catatan",
    notes: "Catatan",
    write: "Tulis catatan",
    edit: "Ubah catatan",
    passage: "Bagian teks",
    headline: "Judul",
    whole: "seluruh paragraf",
    words: "Catatan Anda",
    tags: "Label, dipisahkan koma",
    tags_example: "mis. cek ulang, kutipan",
    remove: "Hapus catatan",
    remove_really: "Ya, hapus catatan ini",
    loose: "Bagian ini tidak lagi ditemukan dalam teks.",
    search: "Cari dalam catatan",
    save: "Simpan sebagai Markdown",
    stars: "Markah",
    star: "Beri markah",
    unstar: "Hapus markah",
    starred: "Hanya artikel bermarkah",
    read: "dibaca",
    unread: "Tandai belum dibaca",
    mark_read: "Tandai sudah dibaca",
    none_yet: "Belum ada catatan.",
    none_yet_help: "Pilih kata-kata dalam artikel lalu “Catatan”, atau “Tulis catatan” di atas judulnya; bintang memberi markah pada artikel.",
    kept_here: "Disimpan di perangkat ini saja, untuk kumpulan artikel ini.",
    removed: "Catatan dihapus.",
};

pub(super) const EN: NoteWords = NoteWords {
    title: "Notes and bookmarks",
    note: "Note",
    notes: "Notes",
    write: "Write a note",
    edit: "Change the note",
    passage: "Passage",
    headline: "Headline",
    whole: "whole paragraph",
    words: "Your note",
    tags: "Tags, commas between",
    tags_example: "e.g. check again, quote",
    remove: "Delete the note",
    remove_really: "Yes, delete this note",
    loose: "This passage is no longer found in the text.",
    search: "Search the notes",
    save: "Save as Markdown",
    stars: "Bookmarks",
    star: "Bookmark",
    unstar: "Remove the bookmark",
    starred: "Bookmarked articles only",
    read: "read",
    unread: "Mark as not read",
    mark_read: "Mark as read",
    none_yet: "No notes yet.",
    none_yet_help: "Select words in an article and choose “Note”, or “Write a note” above its headline; the star bookmarks an article.",
    kept_here: "Kept on this device only, for this set of articles.",
    removed: "Note deleted.",
};

impl Words {
    /// "3 dari 12".
    pub fn notes_of(&self, found: u32, all: u32) -> String {
        let [found, all] = [found, all].map(|n| number(n, self.lang));
        match self.lang {
            Lang::Id => format!("{found} dari {all}"),
            Lang::En => format!("{found} of {all}"),
        }
    }

    /// "3 catatan".
    pub fn notes_counted(&self, count: usize) -> String {
        let many = number(count as u32, self.lang);
        match self.lang {
            Lang::Id => format!("{many} catatan"),
            Lang::En if count == 1 => format!("{many} note"),
            Lang::En => format!("{many} notes"),
        }
    }

    /// What opens the list.
    pub fn notes_count(&self, count: usize) -> String {
        match count {
            0 => self.notes.title.to_string(),
            count => format!("{}: {}", self.notes.title, number(count as u32, self.lang)),
        }
    }

    /// What the mark of a note says.
    pub fn note_saying(&self, text: &str) -> String {
        match text {
            "" => self.notes.note.to_string(),
            text => format!("{}: {text}", self.notes.note),
        }
    }
}
