use super::*;
use proptest::prelude::*;

fn check_in(lang: Lang, text: &str, expected: &[&str]) {
    let spans = split(text, Span::new(0, text.len()), lang);
    let got: Vec<&str> = spans.iter().map(|s| s.of(text)).collect();
    assert_eq!(got, expected, "{text}");
}

fn check(text: &str, expected: &[&str]) {
    check_in(Lang::Id, text, expected);
}

#[test]
fn indonesian() {
    check("Harga naik. Warga mengeluh.", &["Harga naik.", "Warga mengeluh."]);
    check("Kapal tiba di St. Lucia, kata Dr. Ana.", &["Kapal tiba di St. Lucia, kata Dr. Ana."]);
    check(
        "Nilainya Rp3,9 miliar atau 5.000 ton. Selesai.",
        &["Nilainya Rp3,9 miliar atau 5.000 ton.", "Selesai."],
    );
    check("“Kami siap,” kata Budi.Para warga pulang.", &["“Kami siap,” kata Budi.", "Para warga pulang."]);
    check(
        "Ia menyebutnya “baik dan benar.” Seperti biasa.",
        &["Ia menyebutnya “baik dan benar.”", "Seperti biasa."],
    );
    check("Itu “target sah”. Lalu diam.", &["Itu “target sah”.", "Lalu diam."]);
    check("Ia memuji “kerja keras.”-nya mereka. Ya.", &["Ia memuji “kerja keras.”-nya mereka.", "Ya."]);
    check("Akan selesai ” minggu depan “. Itu saja.", &["Akan selesai ” minggu depan “.", "Itu saja."]);
    check("Kata M. Nasir di Jl. Melati No. 5. Habis.", &["Kata M. Nasir di Jl. Melati No. 5.", "Habis."]);
    check("“Apa kabar?” tanya Sari. “Baik!” jawabnya.", &["“Apa kabar?” tanya Sari.", "“Baik!” jawabnya."]);
    check("Lihat www.situs.com. Atau Situs.Com saja.", &["Lihat www.situs.com.", "Atau Situs.Com saja."]);
    check("Ia ragu... Lalu pergi… Habis", &["Ia ragu...", "Lalu pergi…", "Habis"]);
    check("HARGA NAIK. WARGA MENGELUH.", &["HARGA NAIK.", "WARGA MENGELUH."]);
    check("1. Beras naik. 2. Gula turun.", &["1. Beras naik.", "2. Gula turun."]);
    check("   ", &[]);
}

#[test]
fn english() {
    let check = |text, expected: &[&str]| check_in(Lang::En, text, expected);
    check("Rates in the U.S. Treasury fell. He left.", &["Rates in the U.S. Treasury fell.", "He left."]);
    check("It happened in the U.S. The court agreed.", &["It happened in the U.S.", "The court agreed."]);
    check("Mr. Lee met Gen. Park at 10 a.m. Monday.", &["Mr. Lee met Gen. Park at 10 a.m. Monday."]);
    check("\"We won.\" She smiled.", &["\"We won.\"", "She smiled."]);
    check("George W. Hill said no. So did I.", &["George W. Hill said no.", "So did I."]);
}

proptest! {
    #[test]
    fn sentences_are_in_order_and_lose_only_white_space(text in "[\\PC .!?”“’a-zA-Z]{0,200}") {
        let mut at = 0;
        for span in split(&text, Span::new(0, text.len()), Lang::Id) {
            let (start, end) = (span.start as usize, span.end as usize);
            prop_assert!(start < end);
            prop_assert!(text[at..start].chars().all(char::is_whitespace));
            at = end;
        }
        prop_assert!(text[at..].chars().all(char::is_whitespace));
    }
}
