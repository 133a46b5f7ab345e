use super::*;
use crate::article;
use proptest::prelude::*;

/// A corpus of articles, each published on its own day of May 2031.
pub(crate) fn corpus(bodies: &[&str]) -> Corpus {
    let articles = bodies.iter().enumerate().map(|(n, body)| {
        let text = format!("---\nlanguage: id\npublished: 2031-05-{:02}\n---\n{body}\n", n + 6);
        article::parse(&format!("{n}.txt"), text.as_bytes()).unwrap().0
    });
    Corpus::new("", articles.collect())
}

fn lines(lines: &Lines, docs: u32) -> Vec<Vec<u32>> {
    (0..docs).map(|d| lines.of_doc(DocId(d)).to_vec()).collect()
}

const MET: &str = "Presiden Lina Hartono bertemu Menteri Ratna Wibisono di Kotabumi pada Selasa (6/5).";

#[test]
fn the_same_contact_of_two_articles_is_one_line_whoever_is_named_first() {
    let corpus = corpus(&[
        MET,
        "Menteri Ratna Wibisono bertemu Presiden Lina Hartono pada Selasa (6/5) untuk membahas panen.",
        "Presiden Lina Hartono akan bertemu Menteri Ratna Wibisono pada Selasa (13/5).",
        "Presiden Lina Hartono tidak bertemu Menteri Ratna Wibisono pada Selasa (6/5).",
        "Presiden Lina Hartono menelepon Menteri Ratna Wibisono pada Selasa (6/5).",
    ]);
    let told = Told::of(&corpus);
    // Happened; planned; denied; by another channel.
    assert_eq!(lines(&told.contacts, 5), [[0], [0], [1], [2], [3]]);
    assert_eq!(told.contacts.rows(0).collect::<Vec<_>>(), [(DocId(0), 0), (DocId(1), 0)]);
}

#[test]
fn a_contact_without_a_day_is_joined_in_its_own_article_only() {
    let undated = "Presiden Lina Hartono bertemu Menteri Ratna Wibisono.";
    let both = format!("{MET} Warga menunggu hasilnya. {undated}");
    let told = Told::of(&corpus(&[&both, undated, undated]));
    assert_eq!(lines(&told.contacts, 3), [vec![0, 0], vec![1], vec![2]]);
}

#[test]
fn the_same_words_of_the_same_speaker_are_one_quote_in_whatever_marks() {
    let told = Told::of(&corpus(&[
        "“Kami siap membantu semua warga,” kata Menteri Ratna Wibisono.",
        "\"KAMI siap membantu semua warga\", ujar Menteri Ratna Wibisono.",
        "“Kami siap membantu semua warga,” kata Presiden Lina Hartono.",
    ]));
    assert_eq!(lines(&told.quotes, 3), [[0], [0], [1]]);
}

#[test]
fn an_event_told_twice_is_one_line_and_others_of_the_day_are_not() {
    let told = Told::of(&corpus(&[
        "Menteri Ratna Wibisono membuka pelabuhan baru di Kotabumi pada Senin (5/5).",
        "Pelabuhan baru itu dibuka Menteri Ratna Wibisono pada Senin (5/5) bersama warga setempat.",
        "Menteri Ratna Wibisono meresmikan rumah sakit umum provinsi pada Senin (5/5).",
        "Menteri Ratna Wibisono membuka pelabuhan baru di Kotabumi pada Minggu (4/5).",
    ]));
    assert_eq!(lines(&told.events.lines, 4)[2..], [vec![1], vec![2]]);
    assert_eq!(lines(&told.events.lines, 4)[..1], [vec![0]]);
}

#[test]
fn what_only_a_changed_article_held_together_falls_apart() {
    use crate::correct::{Correction, Place};
    let corpus = corpus(&[
        "Menteri Ratna Wibisono membuka pelabuhan gudang pasar jembatan terminal sekolah pada Senin (5/5).",
        "Menteri Ratna Wibisono meninjau pelabuhan gudang pasar pada Senin (5/5).",
        "Menteri Ratna Wibisono memuji jembatan terminal sekolah pada Senin (5/5).",
    ]);
    let first = corpus.document(DocId(0)).unwrap();
    let at = Place::of(first, first.timexes[0].span);
    let pages = crate::view::Pages::of(corpus);
    assert_eq!(lines(&pages.index().told().events.lines, 3), [[0], [0], [0]]);
    let (pages, refusals) = pages.corrected(&[Correction::Date { at, days: None }]);
    assert_eq!(refusals, [None]);
    assert_eq!(lines(&pages.index().told().events.lines, 3), [vec![], vec![0], vec![1]]);
    assert_eq!(*pages.index().told(), Told::of(pages.corpus()));
}

#[test]
fn a_day_ahead_of_the_article_is_planned_in_any_words() {
    let told = Told::of(&corpus(&["Pelabuhan itu dibuka Menteri Ratna Wibisono pada 20 Mei 2031."]));
    assert_eq!(told.events.when(0).map(|w| w.planned), Some(true));
}

#[test]
fn sentences_that_name_two_are_kept() {
    let corpus = corpus(&[&format!("{MET} Presiden Lina Hartono pulang."), MET]);
    let told = Told::of(&corpus);
    let of = |doc| told.together.of_doc(DocId(doc)).map(|(s, a)| (s, a.len())).collect::<Vec<_>>();
    assert_eq!((of(0), of(1), of(2)), (vec![(0, 3)], vec![(0, 3)], vec![]));
}

proptest! {
    #[test]
    fn every_row_is_in_its_line(keys in proptest::collection::vec(0u64..6, 0..40)) {
        let mut rows = Rows::default();
        for (n, &key) in keys.iter().enumerate() {
            rows.push(key, [ActorId(key as u32)]);
            if n % 3 == 2 {
                rows.close();
            }
        }
        rows.close();
        let lines = Lines::of(&rows);
        let mut seen = 0;
        for line in 0..lines.len() as u32 {
            let told: Vec<(DocId, u32)> = lines.rows(line).collect();
            prop_assert!(told.is_sorted() && !told.is_empty());
            seen += told.len();
            for (doc, number) in told {
                prop_assert_eq!(lines.of_doc(doc)[number as usize], line);
                prop_assert_eq!(lines.actors(line), [ActorId(keys[(doc.0 * 3 + number) as usize] as u32)]);
            }
        }
        prop_assert_eq!(seen, keys.len());
    }
}
