//! Does a form of a word name something, or tell what is done?
//!
//! The affixes say it of most words ("menyetujui", "berunding", "serahkan" are done; "persetujuan" is named); a closed
//! list says it of the verbs that stand without an affix, or whose affix belongs to the root for the stemmer (*verba
//! dasar*: Alwi and others, "Tata Bahasa Baku Bahasa Indonesia", 2003), and of words that only say when or how.

use crate::calendar::{Lang, month_name};
use crate::stem::affixes::{self, Prefix, Suffix};

/// What a form of a word does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// It names something.
    Named,
    /// It is the bare root, which may be either.
    Root,
    /// It tells what is done.
    Done,
    /// It says only when, how or how many, or is too short to say.
    Nothing,
}

/// Shortest word with content, in letters.
const LETTERS: usize = 4;

/// Verbs without an affix, and such as the stemmer takes for roots; of a speaker's verbs the forms with "-nya", too.
const VERBS: &str = "akan ambil angkat bangun bawa belajar bekerja beri bikin bisa boleh buat cari coba dapat datang dengar \
    diam duduk duga gagal habis hadir harap harus hendak henti hidup hilang ikut imbuh ingat ingin jadi \
    jatuh kata keluar kembali kenal lanjut lari lewat lihat lupa maju masuk mati mau minta mulai muncul \
    mundur naik paham pakai percaya pergi perlu pikir pindah pulang punya rasa sampai sebut selesai suka \
    tahu tambah tampak tampil tanya tegas temu terbang terbit terima terkait terlibat tersedia tertawa terus \
    tetap tiba tidur tinggal tolak tunggu turun turut tutur ujar ungkap usai wajib yakin accept agree allow \
    asks became become began begin believe bring brought call came come comes gave gets give given goes \
    going gone help held hold keep kept knew know leave left lose lost made make makes making mean meet need \
    needs said saying says seek seem seen sent show shown take taken takes taking tell thing things think \
    thought told took want wants went";
/// Of such a root every form counts: "keempatnya".
const NUMERALS: &str = "satu dua tiga empat lima enam tujuh delapan sembilan puluh belas ratus ribu juta";
/// What says only when, how or how many. Months are the calendar's.
const MANNER: &str = "ahad jumat kamis minggu rabu sabtu selasa senin bulan hari jam malam menit pagi pekan siang sore tahun \
    friday monday saturday sunday thursday tuesday wednesday days hour hours month months week weeks year \
    years banyak beberapa besar kali kecil lebih masing-masing nyata saling sangat secara segera sejumlah \
    semakin sendiri setempat sungguh tentu already another early ever first last late later least less many \
    more much never next often several since well";

/// Whether a list holds a word.
fn holds(list: &str, word: &str) -> bool {
    list.split(' ').any(|held| held == word)
}

/// What `word`, built on `root`, does; both in small letters.
pub(super) fn form(word: &str, root: &str) -> Form {
    let bare = word.strip_suffix("nya").unwrap_or(word);
    let is_month = |lang| (1..=12).any(|month| month_name(month, lang).eq_ignore_ascii_case(word));
    if word.chars().count() < LETTERS
        || word.starts_with(|c: char| c.is_numeric())
        || holds(MANNER, word)
        || holds(NUMERALS, bare.strip_prefix("ke").unwrap_or(bare))
        || is_month(Lang::Id)
        || is_month(Lang::En)
    {
        return Form::Nothing;
    }
    if holds(VERBS, bare) {
        return Form::Done;
    }
    if bare == root {
        return if bare == word { Form::Root } else { Form::Named };
    }
    // The reading with the most usual affixes.
    let mut best: Option<(i32, Form)> = None;
    affixes::each(word, &mut |affixes, found| {
        if found.as_str() == root && best.is_none_or(|(cost, _)| affixes.cost() < cost) {
            let done = match affixes.prefixes[0] {
                Some(Prefix::Pen | Prefix::Ke | Prefix::Se) => false,
                Some(Prefix::Per) => matches!(affixes.suffix, Suffix::Kan | Suffix::I),
                Some(_) => true,
                None => matches!(affixes.suffix, Suffix::Kan | Suffix::I),
            };
            best = Some((affixes.cost(), if done { Form::Done } else { Form::Named }));
        }
    });
    best.map_or(if word.ends_with("ed") { Form::Done } else { Form::Named }, |found| found.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_done_is_told_by_affixes_and_a_closed_list() {
        let rows = [
            ("persetujuan", "tuju", Form::Named),
            ("setuju", "setuju", Form::Root),
            ("media", "media", Form::Root),
            ("ikan", "ikan", Form::Root),
            ("berita", "berita", Form::Root),
            ("keterlibatan", "libat", Form::Named),
            ("penduduk", "duduk", Form::Named),
            ("tekadnya", "tekad", Form::Named),
            ("agreement", "agreement", Form::Root),
            ("menyetujui", "tuju", Form::Done),
            ("dimiliki", "milik", Form::Done),
            ("diduduki", "duduk", Form::Done),
            ("berunding", "runding", Form::Done),
            ("bekerja", "kerja", Form::Done),
            ("serahkan", "serah", Form::Done),
            ("perbaiki", "baik", Form::Done),
            ("terlibat", "terlibat", Form::Done),
            ("terlibat", "libat", Form::Done),
            ("ingin", "ingin", Form::Done),
            ("masuk", "masuk", Form::Done),
            ("tambahnya", "tambah", Form::Done),
            ("agreed", "agre", Form::Done),
            ("secara", "cara", Form::Nothing),
            ("keempatnya", "keempatnya", Form::Nothing),
            ("senin", "senin", Form::Nothing),
            ("april", "april", Form::Nothing),
            ("nato", "nato", Form::Root),
            ("kota", "kota", Form::Root),
            ("bom", "bom", Form::Nothing),
        ];
        for (word, root, wanted) in rows {
            assert_eq!(form(word, root), wanted, "{word}");
        }
    }
}
