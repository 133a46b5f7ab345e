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

            /// Whether the reader said so, not the text.
            pub fn is_readers(self) -> bool {
                self.code().starts_with("reader-")
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
    NonStoryDate, "non-story-date",
        "baris tanggal terbit: “{0}”",
        "the line with the day of publication: “{0}”";
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
    NameDateline, "name-dateline",
        "“{0}” membuka baris tempat penulisan berita",
        "“{0}” opens the dateline";
    NameOutlet, "name-outlet",
        "“{0}” berdiri di baris tempat penulisan, tempat kantor berita disebut",
        "“{0}” stands in the dateline, where the newsroom is named";
    NameSite, "name-site",
        "“{0}” adalah alamat situs",
        "“{0}” is the address of a website";
    NameListed, "name-listed",
        "ada dalam daftar nama sebagai {0}",
        "stands in the list of names as {0}";
    NameDeclared, "name-declared",
        "diserahkan bersama artikel sebagai pelaku: {0}",
        "handed in with the article as an actor: {0}";
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
    NameActs, "name-acts",
        "kata kerja “{0}” di sampingnya: yang bertindak biasanya orang",
        "the verb “{0}” beside it: who acts is mostly a person";
    NameAge, "name-age",
        "umur disebut sesudahnya",
        "an age follows it";
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
    NameAfterBodyWord, "name-after-body-word",
        "didahului “{0}”, yang menandai lembaga",
        "“{0}” stands before it, which marks an organisation";
    NameWordOf, "name-word-of",
        "bagian dari nama “{0}”",
        "part of the name “{0}”";
    NameTagged, "name-tagged",
        "model statistik yang dilatih dari berita membaca “{0}” demikian (keunggulan {1} per seratus nat)",
        "the statistical tagger, trained on news, reads “{0}” so (it leads by {1} hundredths of a nat)";
    NameBeforePlaceWord, "name-before-place-word",
        "diikuti “{0}”, yang menandai tempat",
        "“{0}” follows it, which marks a place";
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
    DateWritten, "date-written",
        "“{0}” menyebut waktunya sendiri",
        "“{0}” tells its time itself";
    DateNearest, "date-nearest",
        "tahun untuk “{0}” tidak tertulis; yang paling dekat dengan hari terbit ({1}) adalah {2}",
        "“{0}” has no year; the nearest to the publication day ({1}) is {2}";
    DateWeekdayBack, "date-weekday-back",
        "“{0}” terakhir sampai hari terbit ({1}) adalah {2}",
        "the latest “{0}” up to the publication day ({1}) is {2}";
    DateWeekdayAhead, "date-weekday-ahead",
        "“{0}” pertama sejak hari terbit ({1}) adalah {2}",
        "the first “{0}” from the publication day ({1}) on is {2}";
    DateCueAhead, "date-cue-ahead",
        "kata “{0}” dalam klausa yang sama menunjuk ke depan",
        "the word “{0}” in the same clause looks ahead";
    DateRelative, "date-relative",
        "“{0}” dihitung dari hari terbit, {1}",
        "“{0}” is counted from the publication day, {1}";
    DateWeek, "date-week",
        "pekan dihitung dari Senin sampai Minggu",
        "weeks run from Monday to Sunday";
    DatePart, "date-part",
        "awal, tengah, dan akhir dibaca menurut kebiasaan: awal pekan Senin–Rabu, akhir pekan Sabtu–Minggu, awal tahun Januari",
        "start, middle and end are read by convention: the start of a week is Monday to Wednesday, a weekend Saturday and Sunday, the start of a year January";
    DateFeast, "date-feast",
        "“{0}” dihitung menurut kalendernya: {1}",
        "“{0}” is calculated from its calendar: {1}";
    DateFeastIslam, "date-feast-islam",
        "kalender Islam tabular dipakai; penetapan resminya bisa berbeda satu hari",
        "the tabular Islamic calendar is used; the official day may differ by one";
    DateWeekdayAgrees, "date-weekday-agrees",
        "{0} memang jatuh pada hari yang tertulis",
        "{0} does fall on the weekday that is written";
    DateWeekdayDisagrees, "date-weekday-disagrees",
        "bertentangan: {0} tidak jatuh pada hari yang tertulis dalam “{1}”",
        "a contradiction: {0} does not fall on the weekday written in “{1}”";
    DateCountBack, "date-count-back",
        "{0} hari sebelum {1} adalah {2}",
        "{0} days before {1} is {2}";
    DateNamed, "date-named",
        "tanggal itu juga disebut dalam artikel yang sama",
        "the same article names that day too";
    DateFromPrevious, "date-from-previous",
        "“{0}” dihitung dari tanggal yang disebut sebelumnya, {1}",
        "“{0}” is counted from the date named before, {1}";
    DateCover, "date-cover",
        "hari terbitnya bisa {0} atau {1}; kurun waktu ini mencakup keduanya",
        "the publication day may be {0} or {1}; this interval covers both";
    DateDuration, "date-duration",
        "“{0}” menyebut lama waktu, bukan hari",
        "“{0}” tells a length of time, not a day";
    DateOften, "date-often",
        "“{0}” menyebut waktu yang berulang",
        "“{0}” tells a time that comes again and again";
    DateReference, "date-reference",
        "“{0}” menunjuk masa kini, lampau, atau mendatang tanpa menyebut hari",
        "“{0}” points to the present, the past or the future without a day";
    DateHour, "date-hour",
        "“{0}” menyebut jam atau bagian hari",
        "“{0}” tells an hour or a part of the day";
    DateHourOn, "date-hour-on",
        "jam itu dibaca pada hari yang disebut terakhir atau hari terbit, {0}",
        "the hour is read on the day named last or the publication day, {0}";
    DateNoPublication, "date-no-publication",
        "hari terbitnya tidak diketahui, jadi “{0}” tidak bisa dijadikan tanggal",
        "the publication day isn't known, so “{0}” can't be made a date";
    // published: how an article gets its day
    PublishedDeclared, "published-declared",
        "berkasnya menyatakan {0}",
        "the file declares {0}";
    PublishedByEditor, "published-by-editor",
        "tanggal {0} diberikan oleh editor, bukan dari teksnya",
        "the day {0} was given by the editor, not by the text";
    PublishedLine, "published-line",
        "baris tersendiri di awal teks memberi hari terbitnya: “{0}”",
        "a line of its own at the start of the text gives its day: “{0}”";
    PublishedDated, "published-dated",
        "“{0}” menyebut hari peristiwanya: {1}",
        "“{0}” tells the day of the event: {1}";
    PublishedDeictic, "published-deictic",
        "“{0}” menyebut hari terbitnya: {1}",
        "“{0}” tells the publication day: {1}";
    PublishedDateline, "published-dateline",
        "berita dibuka dengan tempat dan hari: “{0}” ({1})",
        "the story opens with its place and day: “{0}” ({1})";
    PublishedCount, "published-count",
        "“{0}” dihitung dari “{1}” berakhir pada {2}",
        "“{0}”, counted from “{1}”, ends on {2}";
    PublishedWeekday, "published-weekday",
        "hari dan tanggal “{0}” cocok pada tahun {1}",
        "weekday and date of “{0}” agree in {1}";
    PublishedPast, "published-past",
        "“{0}” disebut sebagai masa lalu, jadi artikel ini tidak lebih awal",
        "“{0}” is told as past, so the article is no earlier";
    PublishedSoonAfter, "published-soon-after",
        "“{0}” tertulis lengkap dan tidak lama sebelumnya; maka harinya {1}",
        "“{0}” is written in full and lies not long before; so the day is {1}";
    PublishedTerm, "published-term",
        "“{0}” disebut dengan jabatannya; yang termasuk masa jabatan itu: {1}",
        "“{0}” is named with the office; within the term lies: {1}";
    PublishedBundle, "published-bundle",
        "satu kumpulan menceritakan satu kisah: artikel lain bertanggal {0}, dan tahun yang cocok dan terdekat adalah {1}",
        "a bundle tells one story: another article is dated {0}, and the nearest year that fits is {1}";
    PublishedFresh, "published-fresh",
        "berita terbit pada hari peristiwa terbarunya atau sehari sesudahnya",
        "news comes out on the day of its latest event or the day after";
    PublishedShared, "published-shared",
        "“{0}” di sini adalah peristiwa yang bertanggal {1} dalam artikel “{2}” (kata yang sama: {3})",
        "“{0}” here is the event dated {1} in the article “{2}” (words in common: {3})";
    PublishedPeg, "published-peg",
        "“{0}” adalah hari pernyataan terbaru, jadi artikel ini terbit pada hari itu atau sehari sesudahnya",
        "“{0}” is the day of the latest statement, so the article came out on it or the day after";
    PublishedWeekLeft, "published-week-left",
        "“{0}” masih akan datang, jadi pekan itu belum berakhir",
        "“{0}” still lies ahead, so that week isn't over";
    PublishedSeveral, "published-several",
        "yang mungkin: {0}; tidak ada yang memutuskannya",
        "possible are {0}; nothing decides between them";
    PublishedDisagrees, "published-disagrees",
        "bertentangan: “{0}” tidak cocok dengan tahun terbit {1}",
        "a contradiction: “{0}” does not fit the publication year {1}";
    PublishedLater, "published-later",
        "bertentangan: “{0}” disebut sebagai masa lalu, padahal sesudah hari terbit",
        "a contradiction: “{0}” is told as past, yet it is after the publication day";
    PublishedUnknown, "published-unknown",
        "teksnya tidak memuat tanggal yang bisa ditentukan",
        "the text holds no date that can be settled";
    // quotes: who said it
    QuoteCueAfter, "quote-cue-after",
        "setelah kutipan itu tertulis “{0}”",
        "after the quote stands “{0}”";
    QuoteCueBefore, "quote-cue-before",
        "sebelum kutipan itu tertulis “{0}”",
        "before the quote stands “{0}”";
    QuoteNamed, "quote-named",
        "di sampingnya tertulis nama {0}",
        "the name beside it is {0}";
    QuoteAgent, "quote-agent",
        "bentuk pasifnya menyebut {0} sebagai pelaku",
        "the passive names {0} as its agent";
    QuotePronoun, "quote-pronoun",
        "“{0}” merujuk {1}, yang terakhir menjadi pokok pembicaraan",
        "“{0}” refers to {1}, the last one spoken of";
    QuoteRole, "quote-role",
        "“{0}” adalah peran {1}, yang disebut sebelumnya",
        "“{0}” is a role of {1}, who was named before";
    QuoteJoint, "quote-joint",
        "“{0}” merujuk {1} bersama-sama",
        "“{0}” refers to {1} together";
    QuoteContinued, "quote-continued",
        "kutipan tanpa penanda ini melanjutkan ucapan {0}",
        "this quote without a cue goes on with the words of {0}";
    QuoteSameSentence, "quote-same-sentence",
        "penandanya milik kutipan lain dalam kalimat yang sama",
        "the cue belongs to another quote of the same sentence";
    QuoteSelf, "quote-self",
        "kutipan ini memakai “{0}”, dan kalimat sebelumnya tentang {1}",
        "this quote says “{0}”, and the sentence before is about {1}";
    QuoteNext, "quote-next",
        "penandanya milik kutipan berikutnya, yang meneruskannya",
        "the cue belongs to the next quote, which goes on with it";
    QuoteChannel, "quote-channel",
        "ucapan itu disampaikan “{0}”",
        "the words were given “{0}”";
    QuoteSubject, "quote-subject",
        "{0} adalah subjek kalimatnya",
        "{0} is the subject of its sentence";
    QuoteUnknown, "quote-unknown",
        "tidak ada nama yang bisa dikaitkan dengannya",
        "no name can be tied to it";
    QuoteReversed, "quote-reversed",
        "tanda kutipnya terbalik",
        "its quotation marks are reversed";
    QuoteUnclosed, "quote-unclosed",
        "tanda kutipnya tidak ditutup, jadi kutipan dibaca sampai akhir paragraf",
        "its quotation mark is never closed, so it was read to the end of the paragraph";
    // contacts: who met whom
    ContactWord, "contact-word",
        "kalimatnya memakai kata “{0}”",
        "the sentence uses the word “{0}”";
    ContactElided, "contact-elided",
        "“{0}” meneruskan pertemuan dari kalimat sebelumnya",
        "“{0}” carries on the contact of the sentence before";
    ContactTitleOnly, "contact-title-only",
        "{0} hanya disebut dalam jabatan orang lain",
        "{0} is named only in the title of another person";
    ContactPronoun, "contact-pronoun",
        "“{0}” merujuk {1}",
        "“{0}” refers to {1}";
    ContactGroup, "contact-group",
        "“{0}” merujuk {1}, yang disebut bersama sebelumnya",
        "“{0}” refers to {1}, who were named together before";
    ContactLater, "contact-later",
        "waktu atau tempatnya dari kalimat sesudahnya tentang “{0}” itu",
        "its time or place is from a later sentence on that “{0}”";
    ContactPlanned, "contact-planned",
        "“{0}” menandakan rencana",
        "“{0}” marks it as planned";
    ContactFuture, "contact-future",
        "harinya sesudah hari terbit artikel ini, jadi baru rencana",
        "its day lies after the day of the article, so it is planned";
    ContactDiscussed, "contact-discussed",
        "“{0}” menandakan kemungkinan saja",
        "“{0}” marks it as a possibility only";
    ContactDenied, "contact-denied",
        "“{0}” menyangkalnya",
        "“{0}” denies it";
    // summary: why a sentence was chosen
    SummaryAsked, "summary-asked",
        "menyebut aktor yang dipilih: {0}",
        "names the actor that was asked for: {0}";
    SummaryWords, "summary-words",
        "memuat yang dicari: {0}",
        "holds what was looked for: {0}";
    SummaryLead, "summary-lead",
        "paragraf pembuka artikelnya",
        "its article's opening paragraph";
    SummaryPosition, "summary-position",
        "paragraf ke-{0} artikelnya",
        "paragraph {0} of its article";
    SummaryNames, "summary-names",
        "menyebut {0}",
        "names {0}";
    SummaryDate, "summary-date",
        "menyebut waktu: “{0}”",
        "says when: “{0}”";
    SummaryQuote, "summary-quote",
        "memuat kutipan langsung",
        "holds a direct quote";
    SummaryFirst, "summary-first",
        "laporan pertama: {0}",
        "first report of {0}";
    SummaryAlsoOne, "summary-also-one",
        "juga diceritakan dalam 1 artikel lain",
        "also in 1 other article";
    SummaryAlso, "summary-also",
        "juga diceritakan dalam {0} artikel lain",
        "also in {0} other articles";
    SummaryCentre, "summary-centre",
        "memuat kata yang sering dipakai artikel terpilih: {0}",
        "holds words that the selected articles often use: {0}";
    SummaryMeans, "summary-means",
        "“{0}” di sini berarti {1}, yang disebut sebelumnya",
        "“{0}” here means {1}, named before";
    SummaryFollows, "summary-follows",
        "menyambung kalimat sebelumnya, yang ikut ditampilkan",
        "goes on from the sentence before, which is shown too";
    // summary: what a section tells of a line
    SummaryNew, "summary-new",
        "belum ada di {0} artikel sebelumnya",
        "in none of the {0} earlier articles";
    ReplyAccusedBy, "reply-accused-by",
        "disalahkan atau dikritik oleh {0}",
        "blamed or criticised by {0}";
    ReplyAccused, "reply-accused",
        "disalahkan atau dikritik",
        "blamed or criticised";
    ReplyAskedBy, "reply-asked-by",
        "diminta atau didesak oleh {0}",
        "asked or urged by {0}";
    ReplyAsked, "reply-asked",
        "diminta",
        "asked";
    ReplySilent, "reply-silent",
        "tidak berkomentar",
        "doesn't comment";
    ReplyLeftOut, "reply-left-out",
        "tidak diundang atau dilibatkan",
        "not invited or involved";
    ReplyCue, "reply-cue",
        "ditandai kata “{0}”",
        "told by “{0}”";
    ReplyStandsFor, "reply-stands-for",
        "{0} di sini berarti pemerintah {1}",
        "{0} here means the government of {1}";
    ReplyNotHeard, "reply-not-heard",
        "tidak terdengar di artikel-artikel ini",
        "not heard in these articles";
    ReplyTold, "reply-told",
        "ucapannya disampaikan tanpa kutipan: {0}×",
        "its words are told without a quote: {0}×";
    ReplyQuoted, "reply-quoted",
        "dikutip: {0}×",
        "quoted: {0}×";
    ReplyIsSilent, "reply-is-silent",
        "disebut tidak atau belum berkomentar",
        "said not to comment";
    ReplyIsLeftOut, "reply-is-left-out",
        "disebut tidak diundang atau dilibatkan",
        "said not to be invited or involved";
    ReplyThrough, "reply-through",
        "yang berjabatan atas namanya terdengar: {0}",
        "who holds its office is heard: {0}";
    NumbersAgree, "numbers-agree",
        "{0} artikel menyebut angka yang sama",
        "{0} articles tell the same number";
    NumbersRounded, "numbers-rounded",
        "{0} artikel, dengan ketelitian berbeda",
        "{0} articles, not all as exactly";
    NumbersConflict, "numbers-conflict",
        "{0} artikel, angkanya tidak cocok",
        "{0} articles, the numbers don't fit";
    NumbersExact, "numbers-exact",
        "“{0}” dibaca sebagai angka tepat",
        "“{0}” is read as an exact number";
    NumbersAbout, "numbers-about",
        "“{0}” dibaca sebagai kira-kira",
        "“{0}” is read as a rough number";
    NumbersAtLeast, "numbers-at-least",
        "“{0}” dibaca sebagai sekian atau lebih",
        "“{0}” is read as that much or more";
    NumbersAtMost, "numbers-at-most",
        "“{0}” dibaca sebagai sekian atau kurang",
        "“{0}” is read as that much or less";
    NumbersRange, "numbers-range",
        "“{0}” dibaca sebagai {1} sampai {2}",
        "“{0}” is read as {1} to {2}";
    NumbersThing, "numbers-thing",
        "menghitung “{0}”",
        "counts “{0}”";
    NumbersTied, "numbers-tied",
        "disandingkan karena menghitung hal yang sama, dengan aktor atau kata yang sama di sekitarnya",
        "set side by side because it counts the same, with the same actors or words around it";
    SourceOwn, "source-own",
        "diceritakan artikel itu sendiri, tanpa menyebut sumber",
        "the article tells it by itself, without a source";
    SourceNamed, "source-named",
        "sumbernya bernama: “{0}”",
        "its source is named: “{0}”";
    SourceOutlet, "source-outlet",
        "dari media lain: “{0}”",
        "from another outlet: “{0}”";
    SourceUnnamed, "source-unnamed",
        "sumbernya tidak disebut namanya: “{0}”",
        "its source isn't named: “{0}”";
    // correct: what the reader said
    ReaderMerged, "reader-merged",
        "digabung oleh pembaca: {0} adalah {1}",
        "merged by the reader: {0} is {1}";
    ReaderSplit, "reader-split",
        "dipisah oleh pembaca: “{0}” bukan {1}",
        "split off by the reader: “{0}” is not {1}";
    ReaderRenamed, "reader-renamed",
        "diberi nama lain oleh pembaca: {0} menjadi {1}",
        "renamed by the reader: {0} became {1}";
    ReaderKind, "reader-kind",
        "jenisnya ditetapkan oleh pembaca",
        "its kind was set by the reader";
    ReaderAdded, "reader-added",
        "ditambahkan oleh pembaca: “{0}” adalah {1}",
        "added by the reader: “{0}” is {1}";
    ReaderMention, "reader-mention",
        "dikoreksi oleh pembaca: “{0}” di sini adalah {1}",
        "corrected by the reader: “{0}” is {1} here";
    ReaderDate, "reader-date",
        "hari untuk “{0}” ditetapkan oleh pembaca",
        "the days of “{0}” were set by the reader";
    ReaderPublished, "reader-published",
        "hari terbit ditetapkan oleh pembaca: {0}",
        "the day of publication was set by the reader: {0}";
    ReaderPublishedBetween, "reader-published-between",
        "hari terbit ditetapkan oleh pembaca: antara {0} dan {1}",
        "the day of publication was set by the reader: between {0} and {1}";
    ReaderPublishedBefore, "reader-published-before",
        "sebelumnya dibaca: {0}",
        "it was read as {0} before";
    ReaderSpeaker, "reader-speaker",
        "pembicara ditetapkan oleh pembaca",
        "the speaker was set by the reader";
    ReaderStatus, "reader-status",
        "status ditetapkan oleh pembaca",
        "the status was set by the reader";
    ReaderLine, "reader-line",
        "pembaca menandai baris ini bukan isi berita",
        "the reader marked this line as not the story";
    // correct: what the list of corrections tells, where no reason above does
    ListPerson, "list-person",
        "{0} ditetapkan sebagai tokoh",
        "{0} was set to be a person";
    ListOrganisation, "list-organisation",
        "{0} ditetapkan sebagai lembaga",
        "{0} was set to be an organisation";
    ListPlace, "list-place",
        "{0} ditetapkan sebagai tempat",
        "{0} was set to be a place";
    ListHidden, "list-hidden",
        "{0} disembunyikan",
        "{0} is hidden";
    ListNoName, "list-no-name",
        "“{0}” di sini bukan nama",
        "“{0}” is no name here";
    ListDate, "list-date",
        "“{0}” berarti {1}",
        "“{0}” means {1}";
    ListDates, "list-dates",
        "“{0}” berarti {1} sampai {2}",
        "“{0}” means {1} to {2}";
    ListNoDate, "list-no-date",
        "“{0}” bukan tanggal",
        "“{0}” is no date";
    ListSpeaker, "list-speaker",
        "“{0}” diucapkan oleh {1}",
        "“{0}” was said by {1}";
    ListNoSpeaker, "list-no-speaker",
        "siapa yang mengucapkan “{0}” tidak diketahui",
        "who said “{0}” is unknown";
    ListHappened, "list-happened",
        "kontak {0} dengan {1} terjadi",
        "the contact of {0} with {1} happened";
    ListPlanned, "list-planned",
        "kontak {0} dengan {1} baru rencana",
        "the contact of {0} with {1} is planned";
    ListDiscussed, "list-discussed",
        "kontak {0} dengan {1} baru dibicarakan",
        "the contact of {0} with {1} is only discussed";
    ListDenied, "list-denied",
        "kontak {0} dengan {1} disangkal",
        "the contact of {0} with {1} is denied";
    ListNoContact, "list-no-contact",
        "bukan kontak antara {0} dan {1}",
        "no contact between {0} and {1}";
    ListStory, "list-story",
        "“{0}” adalah isi berita",
        "“{0}” is the story";
    ListNoStory, "list-no-story",
        "“{0}” bukan isi berita",
        "“{0}” is not the story";
    // correct: why a correction doesn't hold
    CorrectNoActor, "correct-no-actor",
        "aktor “{0}” tidak ada di kumpulan ini",
        "there is no actor “{0}” in this bundle";
    CorrectNoArticle, "correct-no-article",
        "artikel “{0}” tidak ada di kumpulan ini",
        "there is no article “{0}” in this bundle";
    CorrectNothingThere, "correct-nothing-there",
        "“{0}” tidak lagi ada di tempat itu dalam artikel {1}",
        "“{0}” no longer stands at that place in article {1}";
    CorrectNoSpelling, "correct-no-spelling",
        "{0} tidak pernah ditulis “{1}”",
        "{0} is never written “{1}”";
    CorrectSame, "correct-same",
        "keduanya sudah {0}",
        "both already are {0}";
    CorrectNoName, "correct-no-name",
        "nama barunya kosong",
        "the new name is empty";
    CorrectNowhere, "correct-nowhere",
        "“{0}” tidak ada di teks sebagai kata utuh yang bebas",
        "“{0}” stands nowhere in the texts as free whole words";
    CorrectionsForeign, "corrections-foreign",
        "ini bukan berkas koreksi Sorot; pilih berkas .json yang disimpan dari daftar koreksi",
        "this is not a file of Sorot corrections; choose a .json file that was saved from the list of corrections";
    CorrectionsNewer, "corrections-newer",
        "berkas koreksi ini versi {0}, dari Sorot yang lebih baru; buka dengan Sorot itu",
        "this file of corrections has version {0}, of a newer Sorot; open it there";
    CorrectionsBroken, "corrections-broken",
        "berkas koreksi rusak di baris {0}; simpan lagi dari daftar koreksi",
        "the file of corrections is broken in line {0}; save it again from the list of corrections";
    // names made to deceive (packs name rules by their place in this table: new ones go to the end)
    LooksLike, "looks-like",
        "“{0}” memuat huruf dari abjad lain; tampak seperti “{1}”",
        "“{0}” holds letters of another alphabet; it looks like “{1}”";
    LooksLikeActor, "looks-like-actor",
        "tampak seperti aktor lain, {0}, tetapi ditulis dengan huruf lain",
        "it looks like another actor, {0}, but is written with other letters";
    HoldsSigns, "holds-signs",
        "memuat karakter tak kasatmata: {0}",
        "it holds invisible characters: {0}";
    // dates, once more
    DateFromAnchor, "date-from-anchor",
        "“{0}” dihitung dari {1}",
        "“{0}” is counted from {1}";
}
