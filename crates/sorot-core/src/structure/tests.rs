use super::*;
use proptest::prelude::*;

/// The kind of each block: T(itle), P(aragraph) or N(ot the story).
fn kinds(body: &str) -> String {
    let letter = |b: &Block| match b.kind {
        BlockKind::Title => 'T',
        BlockKind::Paragraph => 'P',
        BlockKind::NonStory(_) => 'N',
    };
    read(body, None).blocks.iter().map(letter).collect()
}

/// Puts `line` between two paragraphs and says whether it is the story.
fn check(line: &str, story: bool) {
    let body = format!("Harga beras naik pekan ini, kata menteri.\n{line}\nWarga mengeluh soal harga itu.");
    assert_eq!(kinds(&body), if story { "PPP" } else { "PNP" }, "{line}");
}

#[test]
fn a_line_of_date_and_hour_under_the_headline_is_not_the_story() {
    let below =
        |line: &str| kinds(&format!("Harga Beras Naik\n{line}\nHarga beras naik pekan ini, kata menteri."));
    for line in [
        "Rabu, 12 November 2025 10:30 WIB",
        "Rabu, 12/11/2025 | 10.30 WIB",
        "Diterbitkan 12 Nov 2025, 10:30",
        "Published: November 12, 2025 at 10:30 AM",
        "2025-11-12",
    ] {
        assert_eq!(below(line), "TNP", "{line}");
    }
    for line in ["Rabu, 12 November 2025 di Garut", "12 November 2025.", "November 2025", "12 November"] {
        assert_eq!(below(line).get(1..), Some("PP"), "{line}");
    }
    // Further down it heads a part of the story.
    assert_eq!(
        kinds("Kronologi\nSatu hal.\nDua hal.\nTiga hal.\n12 November 2025\nHal lain lagi."),
        "TPPPPP"
    );
}

#[test]
fn lines_that_are_not_the_story() {
    for line in [
        "Baca Juga: Bupati Resmikan Pasar Baru",
        "Baca Juga:Bupati Resmikan Pasar BaruGubernur Tinjau Jembatan",
        "BACA JUGA: Apa Itu Inflasi?",
        "MEMBACA\u{a0} Pasar tradisional dibuka kembali setelah renovasi",
        "Simak juga: Video Panen Raya di Karawang",
        "Lihat Juga: Harga Emas Hari Ini",
        "Read more: Rice prices climb for third month",
        "RELATED: How the harvest failed",
        "[]",
        "***",
        "(abc/def)",
        "[ant]",
        "ADVERTISEMENT",
        "Halaman selanjutnya →",
        "Halaman: 1 2 3",
        "Pilihan Redaksi",
        "Penulis: Dewi Lestari",
        "Editor: Budi S.",
        "Reporting by Ana Diaz in Lima; Editing by Tom Hall",
        "© 2025 Kantor Berita Nusantara",
        "Copyright 2025 Daily Post. All rights reserved.",
        "Dapatkan update berita pilihan setiap hari di kanal WhatsApp kami.",
        "Sign up for our newsletter and never miss a story.",
        "Artikel ini telah tayang di situs kami dengan judul Harga Beras Naik",
        "Warga antre membeli beras di pasar. (Foto: ANTARA/Rina)",
        "https://example.org/beras",
        "[Gambas:Video 20detik]",
        "Baca selengkapnya di halaman berikutnya.",
        "Laporan wartawan Warta Kita, Rina Suryani",
        "WARTAKITA.com/RINA SURYANI",
        "Warga antre membeli beras di pasar. ANTARA FOTO/Rina Suryani",
        "Ilustrasi beras. Foto: Warta Kita",
        "Pilihan Editor: Harga Beras Naik Lagi",
        "Saksikan video pilihan berikut ini:",
        "1 2 3 Selanjutnya",
        "3 menit membaca",
        "Oleh Rina Suryani",
        "By Anton Ruiz, Warta News",
        "3 min read",
        "Follow Warta on X.",
        "Image source, Warta Images",
        "Warta writer Anton Ruiz in Lima contributed to this report.",
        "Warta writers Anton Ruiz in Lima and Dora Finn in Quito contributed.",
        "This is a developing story and will be updated.",
        "(Reporting by Anton Ruiz in Lima; Writing by Dora Finn)",
    ] {
        check(line, false);
    }
}

#[test]
fn lines_that_are() {
    for line in [
        "Baca doa dipimpin seorang ustaz sebelum sidang dibuka.",
        "Membaca buku menjadi kegemarannya sejak kecil.",
        "Simak baik-baik, kata guru itu kepada murid-muridnya.",
        "Foto bersama menutup acara itu.",
        "Editor majalah itu menolak berkomentar.",
        "Reporting by the agency showed that prices had doubled since May.",
        "More than a hundred people attended the meeting.",
        "Latar Belakang",
        "“Kami lapar!”",
        "Ikuti aturan, pesan polisi kepada pengendara.",
        "Menurut Kementerian (WHO) angka itu turun.",
        "Video itu menunjukkan banjir di jalan utama kota.",
        "Lihat saja nanti, katanya.",
        "By Monday the price had doubled.",
        "Farmers contributed to this year’s harvest, the ministry said.",
        "Oleh karena itu harga naik.",
        "Laporan itu menyebut harga naik.",
        "The halves of the bridge (photo) were joined on Monday.",
    ] {
        check(line, true);
    }
}

#[test]
fn an_end_mark_is_a_block_of_its_own() {
    let body = "Harga naik.\nPerang harus diakhiri. []\nNusantara News Agency (NNA)";
    let structure = read(body, None);
    assert_eq!(kinds(body), "PPNN");
    let left_out: Vec<&str> = structure.non_story().map(|(s, _)| s.of(body)).collect();
    assert_eq!(left_out, ["[]", "Nusantara News Agency (NNA)"]);
    assert!(structure.non_story().all(|(_, why)| !why.is_empty()));
    assert_eq!(kinds("Harga naik. (rds/ant)"), "PN");
    assert_eq!(kinds("Harga turun, kata Badan Pangan (BPN)."), "P");
    assert_eq!(kinds("Harga turun. Baca juga: Harga Emas Naik"), "PN");
    assert_eq!(kinds("Ia berkata: baca juga: buku itu."), "P");
}

#[test]
fn headlines() {
    let check = |body: &str, expected: &str| assert_eq!(kinds(body), expected, "{body}");
    check("Harga Beras Naik Lagi\n\nHarga beras naik pekan ini.", "TP");
    check("Harga beras naik lagi, kata menteri\nHarga beras naik pekan ini.", "TP");
    check("Will prices rise again?\nPrices of rice rose this week, the ministry said.", "TP");
    check("Harga beras naik pekan ini.\nWarga mengeluh.", "PP");
    check("Lima, NNA – Presiden bertemu petani\nHarga beras naik.", "PP");
    check("Harga Beras Naik", "P");
    check("Baca juga:\nHarga Naik, Siapa Untung?\nHarga beras naik pekan ini.", "NNP");
    check("Related:\nPrices climb again\nFarmers march\nThe ministry said rice was scarce.", "NNNP");
}

proptest! {
    #[test]
    fn spans_are_sorted_and_inside(body in "[\\PC\n\r .\\[\\]()A-Za-z“”:]{0,300}") {
        let structure = read(&body, None);
        let mut at = 0;
        for block in &structure.blocks {
            prop_assert!(block.span.start >= at && !block.span.is_empty());
            prop_assert!(body.get(block.span.start as usize..block.span.end as usize).is_some());
            at = block.span.end;
        }
        at = 0;
        for sentence in &structure.sentences {
            prop_assert!(sentence.span.start >= at && !sentence.span.of(&body).is_empty());
            prop_assert!(structure.blocks[sentence.block as usize].span.contains(sentence.span));
            at = sentence.span.end;
        }
    }
}
