//! The words of cards and corrections.

use super::Words;
use crate::format::number;
use sorot_core::view::ContactStatus;

/// The cards' and the corrections' words; lists stand in the order of the kinds and of the states.
#[derive(Debug, PartialEq, Eq)]
pub struct FixWords {
    pub corrections: &'static str,
    pub none_yet: &'static str,
    pub none_yet_help: &'static str,
    pub undo: &'static str,
    pub redo: &'static str,
    pub undo_key: &'static str,
    pub arrows_key: &'static str,
    pub take_back: &'static str,
    pub take_back_all: &'static str,
    pub save_file: &'static str,
    pub load_file: &'static str,
    pub does_not_hold: &'static str,
    pub kept_here: &'static str,
    pub not_kept: &'static str,
    pub corrected: &'static str,
    pub from_link: &'static str,
    pub bad_link: &'static str,
    pub too_long_for_link: &'static str,
    pub to_article: &'static str,
    pub named: &'static str,
    pub written_as: &'static str,
    pub together_with: &'static str,
    pub in_context: &'static str,
    pub previous: &'static str,
    pub next: &'static str,
    pub open_there: &'static str,
    pub filter: &'static str,
    pub filter_off: &'static str,
    pub exclude: &'static str,
    pub exclude_off: &'static str,
    pub card: &'static str,
    pub correct: &'static str,
    pub rename: &'static str,
    pub save: &'static str,
    pub kind: &'static str,
    pub same_as: &'static str,
    pub find_actor: &'static str,
    pub no_such_actor: &'static str,
    pub split: &'static str,
    pub hide: &'static str,
    pub this_place: &'static str,
    pub is_other: &'static str,
    pub is_no_name: &'static str,
    pub canonical: &'static str,
    pub date_in_text: &'static str,
    pub grain: &'static str,
    pub grains: [&'static str; 7],
    pub unknown_days: &'static str,
    pub set_days: &'static str,
    pub first_day: &'static str,
    pub last_day: &'static str,
    pub bad_days: &'static str,
    pub is_no_date: &'static str,
    pub published: &'static str,
    pub set_published: &'static str,
    pub set_by_reader: &'static str,
    pub quote: &'static str,
    pub speaker: &'static str,
    pub unknown_speaker: &'static str,
    pub add_speaker: &'static str,
    pub no_speaker: &'static str,
    pub cue: &'static str,
    pub contact: &'static str,
    pub with: &'static str,
    pub status: &'static str,
    pub statuses: [&'static str; 4],
    pub channels: [&'static str; 5],
    pub not_a_contact: &'static str,
    pub selection: &'static str,
    pub as_new: &'static str,
    pub as_known: &'static str,
    pub as_date: &'static str,
    pub line: &'static str,
    pub line_is_story: &'static str,
    pub line_is_not_story: &'static str,
}

pub(super) const ID: FixWords = FixWords {
    corrections: "Koreksi",
    none_yet: "Belum ada koreksi.",
    none_yet_help: "Klik nama, tanggal, kutipan, atau kontak di artikel, lalu buka “Koreksi”. Untuk nama yang terlewat, pilih katanya di teks.",
    undo: "Urungkan",
    redo: "Ulangi",
    undo_key: "Urungkan koreksi terakhir",
    arrows_key: "Di daftar: baris berikutnya; di aktor: kecualikan, kartu",
    take_back: "Batalkan koreksi ini",
    take_back_all: "Batalkan semua",
    save_file: "Simpan berkas",
    load_file: "Muat berkas…",
    does_not_hold: "Tidak berlaku di kumpulan ini",
    kept_here: "Tersimpan di peramban ini saja, untuk kumpulan artikel ini.",
    not_kept: "Peramban ini tidak menyimpan; simpan berkas agar koreksi tidak hilang.",
    corrected: "Dikoreksi",
    from_link: "Koreksi dari tautan diterapkan",
    bad_link: "Koreksi di dalam tautan terpotong dan dilewati; minta tautannya lagi.",
    too_long_for_link: "Koreksi terlalu banyak untuk satu tautan: kirim juga berkasnya.",
    to_article: "Buka artikelnya",
    named: "Disebut",
    written_as: "Ditulis",
    together_with: "Bersama",
    in_context: "Dalam kalimat",
    previous: "Sebelumnya",
    next: "Berikutnya",
    open_there: "Buka di artikel",
    filter: "Saring",
    filter_off: "Lepas saringan",
    exclude: "Kecualikan",
    exclude_off: "Batal kecualikan",
    card: "Kartu",
    correct: "Koreksi",
    rename: "Ganti nama",
    save: "Simpan",
    kind: "Jenis",
    same_as: "Sama dengan",
    find_actor: "Cari aktor lain…",
    no_such_actor: "Tidak ada aktor seperti itu.",
    split: "Bukan dia: pisahkan",
    hide: "Sembunyikan aktor ini",
    this_place: "Di tempat ini",
    is_other: "Ini aktor lain",
    is_no_name: "Ini bukan nama",
    canonical: "nama utama",
    date_in_text: "Tanggal di teks",
    grain: "Kehalusan",
    grains: ["hari", "beberapa hari", "minggu", "bulan", "triwulan", "tahun", "dasawarsa"],
    unknown_days: "harinya tidak diketahui",
    set_days: "Tetapkan hari",
    first_day: "Hari pertama",
    last_day: "Hari terakhir (boleh kosong)",
    bad_days: "Isi hari pertama sebagai tanggal lengkap.",
    is_no_date: "Ini bukan tanggal",
    published: "Hari terbit",
    set_published: "Tetapkan hari terbit",
    set_by_reader: "ditetapkan pembaca",
    quote: "Kutipan",
    speaker: "Pembicara",
    unknown_speaker: "tidak diketahui",
    add_speaker: "Yang mengucapkan",
    no_speaker: "Tidak diketahui siapa",
    cue: "Penanda",
    contact: "Kontak",
    with: "dengan",
    status: "Status",
    statuses: ["terjadi", "rencana", "dibicarakan", "disangkal"],
    channels: ["bertatap muka", "telepon", "virtual", "pengarahan", "tertulis"],
    not_a_contact: "Ini bukan kontak",
    selection: "Kata yang dipilih",
    as_new: "Aktor baru",
    as_known: "Nama dari aktor",
    as_date: "Ini tanggal",
    line: "Baris ini",
    line_is_story: "Ini isi berita",
    line_is_not_story: "Bukan isi berita",
};

pub(super) const EN: FixWords = FixWords {
    corrections: "Corrections",
    none_yet: "No corrections yet.",
    none_yet_help: "Click a name, date, quote or contact in an article, then open “Correct”. For a name that was missed, select its words in the text.",
    undo: "Undo",
    redo: "Redo",
    undo_key: "Undo the last correction",
    arrows_key: "In lists: the next row; at an actor: exclude, card",
    take_back: "Take this correction back",
    take_back_all: "Take all back",
    save_file: "Save a file",
    load_file: "Load a file…",
    does_not_hold: "Doesn't hold in this bundle",
    kept_here: "Kept in this browser only, for this bundle of articles.",
    not_kept: "This browser keeps nothing; save a file so that the corrections aren't lost.",
    corrected: "Corrected",
    from_link: "Corrections of the link were applied",
    bad_link: "The corrections in the link were cut off and passed over; ask for the link again.",
    too_long_for_link: "Too many corrections for one link: send the file too.",
    to_article: "Open its article",
    named: "Named",
    written_as: "Written",
    together_with: "Together with",
    in_context: "In its sentence",
    previous: "Previous",
    next: "Next",
    open_there: "Open in the article",
    filter: "Filter",
    filter_off: "Take filter off",
    exclude: "Exclude",
    exclude_off: "Don't exclude",
    card: "Card",
    correct: "Correct",
    rename: "Rename",
    save: "Save",
    kind: "Kind",
    same_as: "The same as",
    find_actor: "Find another actor…",
    no_such_actor: "There is no such actor.",
    split: "Somebody else: split off",
    hide: "Hide this actor",
    this_place: "At this place",
    is_other: "This is another actor",
    is_no_name: "This is no name",
    canonical: "canonical name",
    date_in_text: "Date in the text",
    grain: "Grain",
    grains: ["day", "some days", "week", "month", "quarter", "year", "decade"],
    unknown_days: "its days are unknown",
    set_days: "Set the days",
    first_day: "First day",
    last_day: "Last day (may stay empty)",
    bad_days: "Give the first day as a whole date.",
    is_no_date: "This is no date",
    published: "Day of publication",
    set_published: "Set the day of publication",
    set_by_reader: "set by the reader",
    quote: "Quote",
    speaker: "Speaker",
    unknown_speaker: "unknown",
    add_speaker: "Who said it",
    no_speaker: "Nobody knows who",
    cue: "Cue",
    contact: "Contact",
    with: "with",
    status: "Status",
    statuses: ["happened", "planned", "discussed", "denied"],
    channels: ["in person", "by phone", "virtual", "briefing", "written"],
    not_a_contact: "This is no contact",
    selection: "Selected words",
    as_new: "New actor",
    as_known: "Name of the actor",
    as_date: "This is a date",
    line: "This line",
    line_is_story: "This is the story",
    line_is_not_story: "Not the story",
};

impl FixWords {
    /// The word for a contact's status.
    pub fn status_of(&self, status: ContactStatus) -> &'static str {
        let known = ContactStatus::ALL.into_iter().zip(self.statuses).find(|(s, _)| *s == status);
        known.map_or("", |(_, word)| word)
    }
}

impl Words {
    /// "31× dalam 5 artikel".
    pub fn named_in(&self, mentions: u32, articles: u32) -> String {
        let (mentions, count) = (number(mentions, self.lang), number(articles, self.lang));
        self.pick(
            format!("{mentions}× dalam {count} artikel"),
            format!("{mentions}× in {count} {}", if articles == 1 { "article" } else { "articles" }),
        )
    }

    /// "Koreksi: 3", for the button.
    pub fn corrections_count(&self, count: usize) -> String {
        format!("{}: {}", self.fix.corrections, number(count as u32, self.lang))
    }

    /// "Kutipan: Siti Aminah", for the mark behind a quote.
    pub fn quote_of(&self, speakers: &[String]) -> String {
        let who = if speakers.is_empty() { self.fix.unknown_speaker.into() } else { speakers.join(", ") };
        format!("{}: {who}", self.fix.quote)
    }

    /// "Kontak: Siti Aminah dengan Budi, terjadi", for the mark behind its sentence.
    pub fn contact_of(&self, [a, b]: &[Vec<String>; 2], status: ContactStatus) -> String {
        let (a, b) = (a.join(", "), b.join(", "));
        format!("{}: {a} {} {b}, {}", self.fix.contact, self.fix.with, self.fix.status_of(status))
    }

    /// Told where a file of corrections was made for another bundle.
    pub fn other_bundle(&self, title: &str) -> String {
        self.pick(
            format!(
                "Berkas ini dibuat untuk kumpulan lain (“{title}”); yang tidak cocok ditandai di daftar."
            ),
            format!(
                "This file was made for another bundle (“{title}”); what doesn't fit is marked in the list."
            ),
        )
    }
}
