use super::{affixes, roots, stem};
use crate::calendar::Lang;
use proptest::prelude::*;
use std::borrow::Cow;

fn check(lang: Lang, words: &str, expected: &str) {
    let all: Vec<String> = words.split(' ').map(|word| format!("{word} → {}", stem(word, lang))).collect();
    let wrong: Vec<&String> = all.iter().filter(|row| !row.ends_with(&format!(" → {expected}"))).collect();
    assert!(wrong.is_empty(), "expected {expected}: {wrong:?}");
}

#[test]
fn indonesian_families_share_a_stem() {
    check(Lang::Id, "menyerang serangan diserang penyerang penyerangan Serangan serangannya", "serang");
    check(Lang::Id, "tulis menulis ditulis penulis penulisan tulisan tulisan-tulisan menuliskan", "tulis");
    check(Lang::Id, "memperbaiki perbaikan diperbaiki kebaikan baik terbaik", "baik");
    check(Lang::Id, "pertemuan bertemu ditemui menemui menemukan pertemuannya", "temu");
    check(Lang::Id, "pembangunan membangun dibangun bangunan bangunan-bangunan", "bangun");
    check(Lang::Id, "pekerja bekerja dikerjakan mengerjakan pekerjaan pekerja-pekerja kerja", "kerja");
    check(Lang::Id, "keputusan memutuskan diputuskan putusan terputus-putus", "putus");
    check(Lang::Id, "mengirim pengiriman dikirimkan kirimlah kiriman", "kirim");
    check(Lang::Id, "pemukiman permukiman bermukim dimukimi", "mukim");
    check(Lang::Id, "pelajar belajar mengajar pengajaran ajaran", "ajar");
}

#[test]
fn roots_that_look_affixed_stay() {
    for word in ["bahan", "makan", "jalan", "berita", "kepala", "bersih", "pilih", "diri", "sekolah", "teman"]
    {
        check(Lang::Id, word, word);
    }
}

#[test]
fn doubled_words() {
    check(Lang::Id, "buku-buku buku buku-bukunya", "buku");
    check(Lang::Id, "terus-menerus terus", "terus");
    check(Lang::Id, "menggeleng-gelengkan geleng-geleng", "geleng");
    check(Lang::Id, "KTP-nya ktp", "ktp");
    check(Lang::Id, "AS-Ukraina", "as-ukraina");
    for odd in ["-", "a-", "-a", "a-b-c", "--"] {
        check(Lang::Id, odd, odd);
    }
}

#[test]
fn words_unheard_of_lose_plain_affixes_only() {
    // No corpus knows these.
    check(Lang::Id, "berkolintangan dikolintangkan kolintang", "kolintang");
    check(Lang::Id, "Zworykin", "zworykin");
}

#[test]
fn english() {
    check(Lang::En, "attack attacks attacked attacking Attacks", "attack");
    check(Lang::En, "negotiate negotiated negotiating negotiates negotiation negotiations", "negoti");
    check(Lang::En, "minister ministers minister's minister’s ministers' ministers’", "minist");
    check(Lang::En, "hopping hopped hop", "hop");
    check(Lang::En, "hoping hoped hope", "hope");
    check(Lang::En, "skies sky", "sky");
    check(Lang::En, "consignment", "consign");
    check(Lang::En, "community communities", "communiti");
}

#[test]
fn what_is_no_word_is_its_own_stem() {
    for lang in [Lang::Id, Lang::En] {
        for odd in ["", "2025", "é", "ñandú", "🙂", "di", "a"] {
            assert_eq!(stem(odd, lang), odd);
        }
    }
    assert!(matches!(stem("baik", Lang::Id), Cow::Borrowed("baik")), "no copy where none is needed");
}

#[test]
fn the_list_is_sorted_and_found() {
    let list = include_str!("../../data/roots-id.txt");
    let rows: Vec<&str> = list.lines().filter(|l| !l.starts_with('#')).collect();
    assert!(rows.len() > 5000);
    let split = |row: &str| (row[..row.len() - 1].to_owned(), row.as_bytes()[row.len() - 1] - b'0');
    let mut before = String::new();
    for row in rows {
        let (root, level) = split(row);
        assert!(before < root, "{before} {root}");
        assert!(level <= 9 && root.bytes().all(|b| b.is_ascii_lowercase()), "{row}");
        assert_eq!(roots::level(root.as_bytes()), Some(level), "{row}");
        before = root;
    }
    for absent in ["", "a", "zzzz", "serangg", "#", "seran\n"] {
        assert_eq!(roots::level(absent.as_bytes()), None, "{absent}");
    }
}

#[test]
fn sounds() {
    for good in ["serang", "kolintang", "struktur", "teks", "ada", "nyala"] {
        assert!(affixes::sounds_right(good), "{good}");
    }
    for odd in ["amank", "rlu", "ndara", "", "krs", "mbuka"] {
        assert!(!affixes::sounds_right(odd), "{odd}");
    }
}

proptest! {
    #[test]
    fn any_text_has_a_stem(word in "\\PC{0,80}") {
        for lang in [Lang::Id, Lang::En] {
            let first = stem(&word, lang).into_owned();
            prop_assert_eq!(&first, &stem(&word, lang));
            prop_assert!(first.len() <= word.to_lowercase().len() + 4);
        }
    }

    #[test]
    fn case_makes_no_difference(word in "[a-z'-]{0,40}") {
        for lang in [Lang::Id, Lang::En] {
            let upper = word.to_uppercase();
            prop_assert_eq!(stem(&word, lang), stem(&upper, lang));
        }
    }

    #[test]
    fn every_way_gives_a_root_of_the_word(word in "(me|pe|di|ber|ke|ter)?(ng|ny|m|n)?[a-z]{1,12}(kan|an|i)?(nya)?(lah)?") {
        let mut ways = 0;
        affixes::each(&word, &mut |found, root| {
            ways += 1;
            assert!(root.as_str().len() >= 3 && root.as_str().len() <= word.len());
            assert!(!found.is_empty() || root.as_str() == word);
        });
        prop_assert!(ways <= 2000, "{}", ways);
    }
}

#[test]
fn long_words_cost_no_more_than_their_length() {
    let long = "menge".repeat(2 << 20);
    for lang in [Lang::Id, Lang::En] {
        assert_eq!(stem(&long, lang).len(), long.len());
    }
}
