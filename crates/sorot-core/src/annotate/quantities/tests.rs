use super::*;
use crate::annotate::work;
use crate::calendar::Lang;
use crate::structure::{self, Block, BlockKind, Sentence};
use proptest::prelude::*;

fn line(body: &str, language: Lang) -> Structure {
    let span = Span::new(0, body.len());
    Structure {
        language,
        blocks: vec![Block { span, kind: BlockKind::Paragraph }],
        sentences: vec![Sentence { span, block: 0 }],
    }
}

fn told(body: &str, lang: Lang) -> Vec<Quantity> {
    find(body, &line(body, lang), std::iter::empty())
}

/// The quantities of a sentence as (words, thing, least, most), in whole units where they are.
fn rows(body: &str, lang: Lang) -> Vec<(String, String, String)> {
    let milli = |n: i64| match n % 1000 {
        0 => (n / 1000).to_string(),
        rest => format!("{}.{:03}", n / 1000, rest),
    };
    told(body, lang)
        .iter()
        .map(|q| {
            let (words, what) = thing::text(body, q);
            let value =
                if q.low == q.high { milli(q.low) } else { format!("{}..{}", milli(q.low), milli(q.high)) };
            (words.to_string(), what.to_string(), value)
        })
        .collect()
}

#[test]
fn numbers_are_read_as_the_language_writes_them() {
    // "{} orang" or "{} people" around the number; what it is worth.
    let check = |lang: Lang, number: &str, expected: &str| {
        let noun = if lang == Lang::Id { "orang" } else { "people" };
        let body = format!("Ada {number} {noun} di sana");
        let found: Vec<String> = rows(&body, lang).into_iter().map(|r| r.2).collect();
        assert_eq!(found, [expected], "{body}");
    };
    let (id, en) = (Lang::Id, Lang::En);
    check(id, "5", "5");
    check(id, "12", "12");
    check(id, "653", "653");
    check(id, "5.000", "5000");
    check(id, "12.500", "12500");
    check(id, "1.234.567", "1234567");
    check(id, "3,9", "3.900");
    check(id, "3,25", "3.250");
    check(id, "0,5", "0.500");
    check(id, "1.234,5", "1234.500");
    check(id, "5,000", "5000");
    check(id, "1,250,000", "1250000");
    check(id, "12.5", "12.500");
    check(id, "2 juta", "2000000");
    check(id, "2,5 juta", "2500000");
    check(id, "10 ribu", "10000");
    check(id, "3,9 miliar", "3900000000");
    check(id, "1,2 triliun", "1200000000000");
    check(id, "dua", "2");
    check(id, "sepuluh", "10");
    check(id, "sebelas", "11");
    check(id, "dua belas", "12");
    check(id, "sembilan belas", "19");
    check(id, "dua puluh", "20");
    check(id, "tiga puluh lima", "35");
    check(id, "seratus", "100");
    check(id, "seratus dua", "102");
    check(id, "dua ratus tiga puluh", "230");
    check(id, "seribu", "1000");
    check(id, "seribu lima ratus", "1500");
    check(id, "lima ribu", "5000");
    check(id, "dua belas ribu lima ratus", "12500");
    check(id, "dua ratus ribu", "200000");
    check(id, "sejuta", "1000000");
    check(id, "satu juta dua ratus ribu", "1200000");
    check(id, "tiga koma lima juta", "3500000");
    check(id, "selusin", "12");
    check(id, "dua lusin", "24");
    check(id, "belasan", "11..19");
    check(id, "puluhan", "20..99");
    check(id, "ratusan", "100..999");
    check(id, "ribuan", "1000..9999");
    check(id, "puluhan ribu", "20000..99999");
    check(id, "ratusan ribu", "100000..999999");
    check(id, "jutaan", "1000000..99999999");
    check(id, "5-10", "5..10");
    check(id, "lima hingga 10", "5..10");
    check(id, "antara 20 dan 30", "20..30");
    check(id, "2-3 juta", "2000000..3000000");
    check(id, "100-an", "100");
    check(en, "5", "5");
    check(en, "653", "653");
    check(en, "5,000", "5000");
    check(en, "12,500", "12500");
    check(en, "1,234,567", "1234567");
    check(en, "3.9", "3.900");
    check(en, "1,234.5", "1234.500");
    check(en, "1.000.000", "1000000");
    check(en, "2 million", "2000000");
    check(en, "2.5 million", "2500000");
    check(en, "1.2bn", "1200000000");
    check(en, "two", "2");
    check(en, "eleven", "11");
    check(en, "nineteen", "19");
    check(en, "twenty", "20");
    check(en, "twenty-five", "25");
    check(en, "ninety nine", "99");
    check(en, "a hundred", "100");
    check(en, "one hundred and five", "105");
    check(en, "two hundred thirty", "230");
    check(en, "a thousand", "1000");
    check(en, "five thousand", "5000");
    check(en, "two hundred thousand", "200000");
    check(en, "one million two hundred thousand", "1200000");
    check(en, "three point five million", "3500000");
    check(en, "a dozen", "12");
    check(en, "two dozen", "24");
    check(en, "dozens of", "24..99");
    check(en, "hundreds of", "100..999");
    check(en, "thousands of", "1000..9999");
    check(en, "tens of thousands of", "20000..99999");
    check(en, "hundreds of thousands of", "100000..999999");
    check(en, "5 to 10", "5..10");
    check(en, "between 20 and 30", "20..30");
}

#[test]
fn parts_of_a_whole_are_percents() {
    let check = |lang: Lang, body: &str, words: &str, thing: &str, value: &str| {
        assert_eq!(rows(body, lang), [(words.into(), thing.into(), value.into())], "{body}");
    };
    check(
        Lang::Id,
        "Mereka menguasai sekitar 20% dari wilayah negeri itu",
        "sekitar 20%",
        "wilayah negeri",
        "20",
    );
    check(Lang::Id, "Mereka menguasai sekitar seperlima dari Jawa.", "sekitar seperlima", "Jawa", "20");
    check(Lang::Id, "dua pertiga warga setuju", "dua pertiga", "warga setuju", "66.667");
    check(Lang::Id, "separuh dari anggaran dipotong", "separuh", "anggaran", "50");
    check(Lang::Id, "inflasi 2,5 persen", "2,5 persen", "inflasi", "2.500");
    check(Lang::En, "They hold about a fifth of the country.", "about a fifth", "country", "20");
    check(Lang::En, "two-thirds of voters agreed", "two-thirds", "voters", "66.667");
    check(Lang::En, "nearly 20 per cent of the territory", "nearly 20 per cent", "territory", "20");
    check(Lang::En, "half of the budget", "half", "budget", "50");
    assert_eq!(rows("setengah hati ia berjalan", Lang::Id), []);
    assert_eq!(rows("the third man of the party", Lang::En), []);
}

#[test]
fn units_hedges_and_rates_are_read() {
    let one = |body: &str, lang: Lang| match told(body, lang).as_slice() {
        [one] => one.clone(),
        all => panic!("{body}: {all:?}"),
    };
    let q = one("Anggaran Rp3,9 triliun disetujui", Lang::Id);
    assert_eq!((q.low, q.unit), (3_900_000_000_000_000, Unit::Money(Currency(1))));
    assert_eq!(one("senilai US$ 5 juta", Lang::Id).unit, Unit::Money(Currency(2)));
    assert_eq!(one("worth $1.5 billion", Lang::En).low, 1_500_000_000_000);
    assert_eq!(one("sebesar 500 ribu rupiah", Lang::Id).unit, Unit::Money(Currency(1)));
    let q = one("gencatan senjata 30 hari", Lang::Id);
    assert_eq!((q.low, q.unit), (30_000, Unit::Time(Time::Day)));
    assert_eq!(one("berlangsung 90 menit", Lang::Id).low, 5_400_000);
    assert_eq!(one("berlangsung tiga jam", Lang::Id).low, 10_800_000);
    assert_eq!(
        one("a 30-day ceasefire", Lang::En).thing.map(|t| t.of("a 30-day ceasefire")),
        Some("ceasefire")
    );
    assert_eq!(one("sejauh 12 kilometer", Lang::Id).low, 12_000_000);
    let hedge = |body: &str| one(body, Lang::Id).hedge;
    assert_eq!(hedge("sekitar 20 orang"), Hedge::About);
    assert_eq!(hedge("lebih dari 20 orang"), Hedge::AtLeast);
    assert_eq!(hedge("tidak lebih dari 20 orang"), Hedge::AtMost);
    assert_eq!(hedge("setidaknya 20 orang"), Hedge::AtLeast);
    assert_eq!(hedge("hampir 20 orang"), Hedge::AtMost);
    assert_eq!(hedge("kurang lebih 20 orang"), Hedge::About);
    assert_eq!(hedge("20 orang"), Hedge::None);
    let rate = |body: &str, lang: Lang| one(body, lang).per.map(|r| (r.count, r.unit));
    assert_eq!(rate("merenggut 5.000 orang seminggu", Lang::Id), Some((7, Time::Day)));
    assert_eq!(rate("Ribuan nyawa melayang setiap pekan", Lang::Id), Some((7, Time::Day)));
    assert_eq!(rate("5,000 lives a week", Lang::En), Some((7, Time::Day)));
    assert_eq!(rate("200 ton per hari", Lang::Id), Some((1, Time::Day)));
    assert_eq!(rate("20 orang datang", Lang::Id), None);
}

#[test]
fn several_in_one_sentence_each_with_its_thing() {
    let found = rows("Mereka meluncurkan 653 drone dan 51 misil ke delapan wilayah.", Lang::Id);
    let things: Vec<&str> = found.iter().map(|r| r.1.as_str()).collect();
    assert_eq!(things, ["drone", "misil", "wilayah"]);
    let found = rows("Perang itu menelan 5.000 Mesir dan Libia seminggu.", Lang::Id);
    assert_eq!(found.first().map(|r| r.1.as_str()), Some("Mesir dan Libia"), "{found:?}");
    let found = rows("They launched 653 drones and 51 missiles.", Lang::En);
    assert_eq!(found.len(), 2, "{found:?}");
}

#[test]
fn what_may_count_the_same_has_one_key() {
    let key = |body: &str, lang: Lang| told(body, lang).first().map(|q| q.key);
    let death = key("Ribuan nyawa melayang setiap pekan", Lang::Id);
    assert_eq!(key("12 orang tewas", Lang::Id), death);
    assert_eq!(key("serangan itu menewaskan 12 orang", Lang::Id), death);
    assert_eq!(key("12 people were killed", Lang::En), death);
    assert_ne!(key("12 orang terluka", Lang::Id), death);
    assert_eq!(key("651 drone jatuh", Lang::Id), key("650 drones fell", Lang::En));
    assert_eq!(key("20% dari wilayah itu", Lang::Id), key("seperlima dari Jawa", Lang::Id));
    assert_ne!(key("20% dari anggaran itu", Lang::Id), key("seperlima dari Jawa", Lang::Id));
}

#[test]
fn what_names_or_dates_is_no_quantity() {
    for body in [
        "Pasal 5 undang-undang itu",
        "pesawat B-52 terbang",
        "pukul 10.30 waktu setempat",
        "rapat jam 10 pagi",
        "Budi (45) datang",
        "ia berusia 45 tahun",
        "pada 2014 lalu",
        "hari ketiga pembicaraan",
        "Satu serangan menghantam kota",
        "tiga jam lalu",
        "Formula 1, katanya",
        "nomor 110",
        "telepon 08123456789 itu",
        "Liga 1",
    ] {
        assert_eq!(rows(body, Lang::Id), [], "{body}");
    }
    for body in [
        "a 45-year-old man",
        "at 10:30 a.m.",
        "Article 5 of the treaty",
        "three days ago",
        "One of them left",
    ] {
        assert_eq!(rows(body, Lang::En), [], "{body}");
    }
    let body = "pada 11 Maret mereka menembakkan 11 roket";
    let found = find(body, &line(body, Lang::Id), std::iter::once(Span::new(5, 13)));
    assert_eq!(found.len(), 1);
}

#[test]
fn the_time_is_in_proportion_to_the_text() {
    for unit in
        ["5 ", "dua ", "ribuan orang ", "antara 5 dan ", "lebih dari ", "20% dari ", "Rp5 ", "a million of "]
    {
        for lang in [Lang::Id, Lang::En] {
            work::assert_in_proportion(unit, 200, |times| {
                let body = unit.repeat(times) + "1";
                // A step of its own, so that text without numbers counts as some work.
                work::step();
                told(&body, lang);
            });
        }
    }
}

proptest! {
    #[test]
    fn spans_lie_in_order_on_boundaries(body in "([a-zé ]{0,6}|[0-9]{1,4}|[.,%$–() -]|ribu|juta|dua|sekitar|per|hari|Rp|orang|dari|a |of ){0,24}", en in any::<bool>()) {
        let lang = if en { Lang::En } else { Lang::Id };
        let mut at = 0;
        for quantity in told(&body, lang) {
            prop_assert!(quantity.span.start >= at);
            at = quantity.span.end;
            prop_assert!(!quantity.span.of(&body).is_empty());
            prop_assert!(quantity.low <= quantity.high);
            if let Some(thing) = quantity.thing {
                prop_assert!(!thing.of(&body).is_empty());
            }
        }
    }

    #[test]
    fn any_text_is_read(body in "\\PC{0,200}", en in any::<bool>()) {
        let lang = if en { Lang::En } else { Lang::Id };
        let structure = structure::read(&body, Some(lang));
        for quantity in find(&body, &structure, std::iter::empty()) {
            prop_assert!(structure.sentences.iter().any(|s| s.span.contains(quantity.span)));
        }
    }

    #[test]
    fn a_number_survives_being_written(n in 2i64..10_000_000) {
        let mut grouped = n.to_string();
        let mut at = grouped.len();
        while at > 3 {
            at -= 3;
            grouped.insert(at, '.');
        }
        prop_assert_eq!(number::digits(&grouped, Lang::Id, false), Some(n * 1000));
        prop_assert_eq!(number::digits(&grouped.replace('.', ","), Lang::En, false), Some(n * 1000));
        prop_assert_eq!(number::digits(&n.to_string(), Lang::Id, false), Some(n * 1000));
    }
}
