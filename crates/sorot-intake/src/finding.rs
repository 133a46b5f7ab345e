//! What can be said of a file: code, weight, Indonesian words, English words. The one table of sentences here.

use sorot_core::calendar::Lang;

macro_rules! findings {
    ($($name:ident, $code:literal, $skips:literal, $id:literal, $en:literal;)*) => {
        /// What was found in a file.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Finding {
            $(#[doc = $en] $name,)*
        }

        impl Finding {
            /// All of them, in the table's order.
            pub const ALL: &[Finding] = &[$(Finding::$name,)*];

            /// The stable word in machine-readable output.
            pub fn code(self) -> &'static str {
                match self { $(Finding::$name => $code,)* }
            }

            /// Whether there is no article because of it.
            pub fn skips(self) -> bool {
                match self { $(Finding::$name => $skips,)* }
            }

            /// The sentence with slots `{0}`, `{1}` in `lang`.
            fn template(self, lang: Lang) -> &'static str {
                match (self, lang) {
                    $((Finding::$name, Lang::Id) => $id, (Finding::$name, Lang::En) => $en,)*
                }
            }
        }
    };
}

impl Finding {
    /// The sentence in `lang`, its slots filled with `evidence`; a slot without any becomes "…".
    pub fn words(self, evidence: &[String], lang: Lang) -> String {
        let mut words = String::new();
        let mut rest = self.template(lang);
        while let Some((before, after)) = rest.split_once('{') {
            words.push_str(before);
            let (slot, behind) = after.split_once('}').unwrap_or((after, ""));
            let filled = slot.parse::<usize>().ok().and_then(|at| evidence.get(at));
            words.push_str(filled.map_or("…", String::as_str));
            rest = behind;
        }
        words.push_str(rest);
        words
    }
}

findings! {
    // no article
    Unreadable, "unreadable", true,
        "berkas tidak bisa dibuka: {0}",
        "the file can't be opened: {0}";
    Empty, "empty", true,
        "tidak ada teks di dalamnya",
        "there is no text in it";
    NothingInside, "nothing-inside", true,
        "tidak ada artikel di dalamnya",
        "there is no article in it";
    FileTooLarge, "file-too-large", true,
        "{0} bita melebihi batas {1} bita untuk satu berkas; bagi berkasnya",
        "{0} bytes are more than the {1} that one file may have; split it";
    TooManyRecords, "too-many-records", true,
        "lebih dari {0} artikel dalam satu berkas; sisanya dilewati, bagi berkasnya",
        "more than {0} articles in one file; the rest was skipped, split it";
    TooManyArticles, "too-many-articles", true,
        "lebih dari {0} artikel; buat dua kumpulan",
        "more than {0} articles; make two bundles";
    NotText, "not-text", true,
        "ini {0}, bukan teks; simpan sebagai .txt atau .html",
        "this is {0}, not text; save it as .txt or .html";
    UnknownEncoding, "unknown-encoding", true,
        "pengodean {0} tidak dibaca di sini; simpan sebagai UTF-8",
        "the encoding {0} is not read here; save it as UTF-8";
    SameText, "same-text", true,
        "teksnya sama dengan {0}",
        "its text is that of {0}";
    NearlySameText, "nearly-same-text", true,
        "{1}% rangkaian katanya sama dengan {0}",
        "{1}% of its runs of words are those of {0}";
    NoStory, "no-story", true,
        "tidak ada teks berita yang ditemukan di halaman ini; simpan teksnya sebagai .txt",
        "no text of a story was found on this page; save its text as .txt";
    JsonBroken, "json-broken", true,
        "bukan JSON yang sah pada kolom {0}: {1}",
        "not valid JSON at column {0}: {1}";
    JsonNoText, "json-no-text", true,
        "tidak ada bidang teks; beri nama text, body, content, atau isi",
        "there is no field with its text; name it text, body, content or isi";
    JsonRest, "json-rest", true,
        "mulai dari sini berkas tidak bisa dibaca: {0}",
        "from here on the file can't be read: {0}";
    CsvNoText, "csv-no-text", true,
        "tidak ada kolom teks; beri salah satu kolom nama text, body, content, atau isi (ditemukan: {0})",
        "there is no column with the text; name one text, body, content or isi (found: {0})";
    CsvRowEmpty, "csv-row-empty", true,
        "kolom teks {0} kosong",
        "the text column {0} is empty";
    CsvOpenQuote, "csv-open-quote", true,
        "tanda kutip yang dibuka di baris ini tidak pernah ditutup",
        "the quotation mark opened in this line is never closed";
    XmlEntities, "xml-entities", true,
        "memuat <!DOCTYPE> atau <!ENTITY>, yang tidak dibuka demi keamanan; hapus deklarasi itu",
        "it holds <!DOCTYPE> or <!ENTITY>, which are not opened for safety; remove the declaration";
    XmlNoFeed, "xml-no-feed", true,
        "XML ini bukan RSS atau Atom",
        "this XML is neither RSS nor Atom";
    FeedNoText, "feed-no-text", true,
        "butir umpan ini tidak memuat teks",
        "this item of the feed holds no text";
    ZipBroken, "zip-broken", true,
        "arsip rusak atau terpotong ({0}); salin lagi",
        "the archive is damaged or cut short ({0}); copy it again";
    ZipEntryBroken, "zip-entry-broken", true,
        "rusak di dalam arsip ({0}); kemas lagi",
        "damaged inside the archive ({0}); pack it again";
    ZipEncrypted, "zip-encrypted", true,
        "dikunci dengan kata sandi; buka arsipnya dulu",
        "locked with a password; unpack the archive first";
    ZipMethod, "zip-method", true,
        "dikemas dengan cara {0} yang tidak dibaca di sini; kemas sebagai ZIP biasa",
        "packed by method {0}, which is not read here; pack it as a plain ZIP";
    ZipSymlink, "zip-symlink", true,
        "hanya tautan ke berkas lain; tautan tidak diikuti",
        "only a link to another file; links are not followed";
    ZipTooMany, "zip-too-many", true,
        "{0} berkas melebihi batas {1} untuk satu arsip; bagi arsipnya",
        "{0} files are more than the {1} that one archive may have; split it";
    ZipBomb, "zip-bomb", true,
        "mengembang lebih dari {0} kali lipat ukuran kemasannya; tidak dibuka demi keamanan",
        "it grows to more than {0} times its packed size; it was not unpacked, for safety";
    ZipTotal, "zip-total", true,
        "isi arsip melebihi {0} bita; bagi arsipnya",
        "the archive unpacks to more than {0} bytes; split it";
    ZipOverlap, "zip-overlap", true,
        "menempati bita yang sama dengan berkas lain dalam arsip; tidak dibuka demi keamanan",
        "it takes the same bytes of the archive as another file; it was not unpacked, for safety";
    ZipInZip, "zip-in-zip", true,
        "arsip di dalam arsip tidak dibuka; keluarkan dulu",
        "an archive inside an archive is not opened; unpack it first";
    ZipBig, "zip-big", true,
        "arsip ZIP64 tidak dibaca di sini; kemas dalam bagian yang lebih kecil",
        "ZIP64 archives are not read here; pack it in smaller parts";
    PackBroken, "pack-broken", true,
        "paket Sorot tidak bisa dibuka: {0}",
        "the Sorot pack can't be opened: {0}";
    // an article, and a remark
    FrontMatter, "front-matter", false,
        "{0}",
        "{0}";
    EncodingGuessed, "encoding-guessed", false,
        "pengodean tidak disebut; dibaca sebagai {0}, menurut bita-bitanya",
        "no encoding is declared; read as {0}, judging by its bytes";
    EncodingOther, "encoding-other", false,
        "menyebut pengodean {0}, tetapi dibaca sebagai {1}, menurut bita-bitanya",
        "it declares the encoding {0}, but was read as {1}, judging by its bytes";
    BadBytes, "bad-bytes", false,
        "{0} bita tidak terbaca dan ditulis �",
        "{0} bytes could not be read and are shown as �";
    LoneSurrogates, "lone-surrogates", false,
        "{0} karakter rusak (setengah pasangan \\u) ditulis �",
        "{0} broken characters (half a \\u pair) are shown as �";
    Invisible, "invisible", false,
        "memuat {0} karakter tak kasatmata atau pembalik arah",
        "it holds {0} invisible or direction-changing characters";
    Controls, "controls", false,
        "memuat {0} karakter kendali",
        "it holds {0} control characters";
    OtherFormat, "other-format", false,
        "bernama {0}, tetapi isinya {1}; dibaca sebagai {1}",
        "it is named {0}, but holds {1}; read as {1}";
    PathLabel, "path-label", false,
        "nama di arsip ({0}) hanya dipakai sebagai label",
        "its name in the archive ({0}) is only used as a label";
    DateUnread, "date-unread", false,
        "tanggal “{0}” tidak terbaca; tulis seperti 2025-04-25",
        "the date “{0}” could not be read; write it as 2025-04-25";
    DateAmbiguous, "date-ambiguous", false,
        "“{0}” bisa berarti dua tanggal; tulis seperti 2025-04-25",
        "“{0}” could be two days; write it as 2025-04-25";
    LanguageUnread, "language-unread", false,
        "bahasa “{0}” tidak dibaca di sini; Sorot membaca id dan en",
        "the language “{0}” is not read here; Sorot reads id and en";
    LanguageOther, "language-other", false,
        "menyebut bahasa “{0}”, tetapi kata-katanya berbahasa lain; kata-katanya yang dipakai",
        "it declares the language “{0}”, but its words are of another; the words were believed";
    WrongType, "wrong-type", false,
        "bidang {0} bukan teks; dilewati",
        "the field {0} is not text; it was passed over";
    RepeatedField, "repeated-field", false,
        "bidang {0} ada lebih dari sekali; yang pertama dipakai",
        "the field {0} is there more than once; the first was taken";
    JsonTooDeep, "json-too-deep", false,
        "bidang {0} bersarang lebih dari {1} tingkat; dilewati",
        "the field {0} nests deeper than {1} levels; it was passed over";
    HiddenText, "hidden-text", false,
        "{0} bagian tersembunyi di halaman tidak dibaca",
        "{0} passages hidden on the page were not read";
    NeverClosed, "never-closed", false,
        "{0} bita terakhir tidak dibaca: komentar, tag, atau skrip di situ tidak pernah ditutup",
        "the last {0} bytes were not read: a comment, a tag or a script there is never closed";
    HtmlTooDeep, "html-too-deep", false,
        "elemen bersarang lebih dari {0} tingkat; yang lebih dalam dibaca setingkat itu",
        "elements nest deeper than {0} levels; what lies deeper was read as if at that level";
    HtmlTooManyTags, "html-too-many-tags", false,
        "lebih dari {0} elemen; sisanya tidak dibaca",
        "more than {0} elements; the rest was not read";
    WholePage, "whole-page", false,
        "isi berita tidak bisa dipisahkan dari halamannya; seluruh teks dibaca",
        "the story could not be told from the rest of the page; all text was read";
    BodyFromMetadata, "body-from-metadata", false,
        "teks diambil dari metadata halaman (articleBody)",
        "the text was taken from the page's metadata (articleBody)";
    SummaryOnly, "summary-only", false,
        "umpan hanya memuat ringkasan",
        "the feed holds only a summary";
    ActorsCut, "actors-cut", false,
        "lebih dari {0} pelaku yang diserahkan bersama artikel; selebihnya dilewati",
        "more than the {0} actors that may come with an article; the others were passed over";
    ActorUnfit, "actor-unfit", false,
        "pelaku {0} bukan nama (huruf atau angka di awal, paling banyak {1} karakter); dilewati",
        "the actor {0} is no name (a letter or digit first, at most {1} characters); it was passed over";
    ActorUnnamed, "actor-unnamed", false,
        "pelaku {0} tidak disebut dalam teks; dilewati",
        "the actor {0} is not named in the text; it was passed over";
    RemarksCut, "remarks-cut", false,
        "{0} catatan lagi tidak ditampilkan",
        "{0} more remarks are not shown";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_have_the_same_slots() {
        let slots = |text: &str| {
            let mut found: Vec<String> =
                text.split('{').skip(1).filter_map(|s| s.split('}').next()).map(String::from).collect();
            found.sort();
            found.dedup();
            found
        };
        for finding in Finding::ALL {
            assert_eq!(slots(finding.template(Lang::Id)), slots(finding.template(Lang::En)), "{finding:?}");
        }
    }

    #[test]
    fn codes_are_one_each() {
        let mut codes: Vec<&str> = Finding::ALL.iter().map(|f| f.code()).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), Finding::ALL.len());
    }

    #[test]
    fn evidence_is_never_read_as_a_slot() {
        assert_eq!(Finding::DateUnread.words(&["{0}".into()], Lang::En).matches("{0}").count(), 1);
        assert!(Finding::Unreadable.words(&[], Lang::Id).contains('…'));
    }
}
