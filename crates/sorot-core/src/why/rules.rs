//! The table of rules: code, Indonesian words, English words.

use crate::calendar::Lang;
use serde::{Deserialize, Serialize};

macro_rules! rules {
    ($($name:ident, $code:literal, $id:literal, $en:literal;)*) => {
        /// A rule of reading, named by what it concludes from.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Rule {
            $(#[doc = $en] $name,)*
        }

        impl Rule {
            /// All of them, in the table's order.
            pub const ALL: &[Rule] = &[$(Rule::$name,)*];

            /// The stable word in machine-readable output.
            pub fn code(self) -> &'static str {
                match self { $(Rule::$name => $code,)* }
            }

            /// The sentence with slots `{0}`, `{1}`, … in `lang`.
            pub(super) fn template(self, lang: Lang) -> &'static str {
                match (self, lang) {
                    $((Rule::$name, Lang::Id) => $id, (Rule::$name, Lang::En) => $en,)*
                }
            }
        }
    };
}

rules! {
    // structure: lines that are not the story
    NonStoryCall, "non-story-call",
        "diawali ajakan membaca berita lain: “{0}”",
        "begins with a call to read something else: “{0}”";
    NonStoryNoStop, "non-story-no-stop",
        "tidak diakhiri tanda titik seperti kalimat berita",
        "no full stop ends it as one ends a sentence of the story";
    NonStoryGlued, "non-story-glued",
        "dua judul menempel pada “{0}”",
        "two headlines are glued together in “{0}”";
    NonStoryListed, "non-story-listed",
        "judul di bawah ajakan membaca berita lain",
        "a headline listed under a call to read something else";
    NonStorySignOff, "non-story-sign-off",
        "hanya nama di akhir berkas, tanpa kata kerja dan titik: “{0}”",
        "only a name at the end of the file, without verb or stop: “{0}”";
    NonStoryMark, "non-story-mark",
        "hanya tanda baca “{0}”, penutup naskah",
        "only the marks “{0}”, which end a text";
    NonStoryInitials, "non-story-initials",
        "inisial penyunting {0}",
        "an editor's initials {0}";
    NonStoryAddress, "non-story-address",
        "hanya alamat situs",
        "only a web address";
    NonStoryFurniture, "non-story-furniture",
        "bagian tampilan halaman: “{0}”",
        "part of a page's furniture: “{0}”";
    NonStoryRights, "non-story-rights",
        "menyatakan hak cipta",
        "states the copyright";
    NonStoryAbout, "non-story-about",
        "membahas artikelnya sendiri: “{0}”",
        "is about the article itself: “{0}”";
    NonStoryCredit, "non-story-credit",
        "menyebut siapa yang mengerjakan: “{0}”",
        "credits who made it: “{0}”";
    NonStoryService, "non-story-service",
        "mengajak pembaca (“{0}”) memakai layanan (“{1}”)",
        "asks the reader (“{0}”) to use a service (“{1}”)";
    NonStoryPhoto, "non-story-photo",
        "keterangan foto dengan kredit “{0}”",
        "a caption with the credit “{0}”";
    // actors: what makes it a name
    NameListed, "name-listed",
        "ada dalam daftar nama sebagai {0}",
        "stands in the list of names as {0}";
    NameAfterTitle, "name-after-title",
        "didahului sebutan “{0}”",
        "the title “{0}” stands before it";
    NameRun, "name-run",
        "beberapa kata berhuruf besar berurutan",
        "several words with capitals in a row";
    NamePart, "name-part",
        "“{0}” bagian dari nama lengkap dalam artikel ini",
        "“{0}” is part of a full name in this article";
    NameSpeaks, "name-speaks",
        "kata kerja “{0}” di sampingnya: yang berbicara adalah orang",
        "the verb “{0}” beside it: who speaks is a person";
    NameHead, "name-head",
        "memuat kata “{0}”, yang menandai lembaga",
        "holds the word “{0}”, which marks an organisation";
    NameVenue, "name-venue",
        "diawali “{0}”, yang menandai tempat",
        "begins with “{0}”, which marks a place";
    NameAcronym, "name-acronym",
        "singkatan berhuruf besar “{0}”",
        "the capitals “{0}” are an acronym";
    NameAfterPlaceWord, "name-after-place-word",
        "didahului “{0}”, yang menandai tempat",
        "“{0}” stands before it, which marks a place";
    NameElsewhere, "name-elsewhere",
        "“{0}” dipakai sebagai nama di bagian lain artikel",
        "“{0}” is used as a name elsewhere in the article";
    NameInList, "name-in-list",
        "sederet dengan {0}",
        "stands in a row with {0}";
    NameAfterPerson, "name-after-person",
        "didahului “{0}”, yang biasanya diikuti nama orang",
        "“{0}” stands before it, as mostly before people";
    NameBeforeTitle, "name-before-title",
        "diikuti sebutan “{0}”",
        "the title “{0}” follows it";
    NameCapital, "name-capital",
        "berhuruf besar di tengah kalimat, lebih dari sekali",
        "has a capital in the middle of sentences, more than once";
    NameHeadline, "name-headline",
        "judul berhuruf besar semua; “{0}” disebut dalam isi",
        "every word of the headline has a capital; the story names “{0}”";
    NameGovernment, "name-government",
        "di sini berarti pemerintahnya, karena “{0}”",
        "stands for its government here, because of “{0}”";
    // resolve: what makes two names one actor
    SameListed, "same-listed",
        "“{0}” terdaftar sebagai nama lain {1}",
        "“{0}” is listed as another name of {1}";
    SameAcronym, "same-acronym",
        "“{0}” dijelaskan dalam teks sebagai singkatan {1}",
        "the text explains “{0}” as short for {1}";
    SamePartOf, "same-part-of",
        "“{0}” bentuk pendek nama {1}",
        "“{0}” is a shorter form of the name {1}";
    SameSpelling, "same-spelling",
        "“{0}” ejaan lain {1}: nama depan dan nama belakangnya sama bunyi",
        "“{0}” is another spelling of {1}: given name and surname sound the same";
    SameSurname, "same-surname",
        "“{0}” nama belakang {1} yang disebut dalam artikel ini",
        "“{0}” is the surname of {1}, named in this article";
    SameGiven, "same-given",
        "“{0}” nama depan {1} yang disebut dalam artikel ini",
        "“{0}” is the given name of {1}, named in this article";
    SameSurnameBundle, "same-surname-bundle",
        "“{0}” nama belakang {1} yang disebut dalam artikel lain",
        "“{0}” is the surname of {1}, named in other articles";
    SameGivenBundle, "same-given-bundle",
        "“{0}” nama depan {1} yang disebut dalam artikel lain",
        "“{0}” is the given name of {1}, named in other articles";
    // dates: how an expression becomes an interval
    // published: how an article gets its day
    PublishedDeclared, "published-declared",
        "berkasnya menyatakan {0}",
        "the file declares {0}";
    PublishedByEditor, "published-by-editor",
        "tanggal {0} diberikan oleh editor, bukan dari teksnya",
        "the day {0} was given by the editor, not by the text";
    PublishedUnknown, "published-unknown",
        "teksnya tidak memuat tanggal yang bisa ditentukan",
        "the text holds no date that can be settled";
    // quotes: who said it
    // contacts: who met whom
    // summary: why a sentence was chosen
}
