//! Bundles of made-up articles and the days that follow from them.

use super::{Undated, infer};
use crate::annotate::{Published, PublishedSource, dates};
use crate::article::{self, Article};
use crate::calendar::Lang;
use crate::structure::{Block, BlockKind, Structure};
use crate::text::Span;
use crate::why::Rule;

fn published(texts: &[&str]) -> Vec<Published> {
    let articles: Vec<Article> = texts
        .iter()
        .enumerate()
        .map(|(i, text)| article::parse(&format!("{i}.txt"), text.as_bytes()).unwrap().0)
        .collect();
    let structures: Vec<Structure> = articles
        .iter()
        .map(|a| {
            let block = Block { span: Span::new(0, a.body.len()), kind: BlockKind::Paragraph };
            let language = a.declared_language.unwrap_or(Lang::Id);
            Structure { language, blocks: vec![block], sentences: Vec::new() }
        })
        .collect();
    let expressions: Vec<Vec<dates::Expression>> =
        articles.iter().zip(&structures).map(|(a, s)| dates::find(&a.body, s)).collect();
    let undated: Vec<Undated> = (0..articles.len())
        .map(|i| Undated {
            article: &articles[i],
            structure: &structures[i],
            expressions: &expressions[i],
            aside: &[],
        })
        .collect();
    infer(&undated)
}

fn ends(p: &Published) -> String {
    p.when.map_or("unknown".into(), |w| format!("{}/{}", w.from().unwrap(), w.to().unwrap()))
}

fn check(texts: &[&str], expected: &[&str]) {
    let found = published(texts);
    assert_eq!(found.iter().map(ends).collect::<Vec<_>>(), expected, "{found:#?}");
    assert!(found.iter().all(|p| !p.why.is_empty()));
}

#[test]
fn a_full_date_with_its_weekday_is_the_day_or_the_day_before() {
    check(&["Banjir melanda Kudus, Rabu (8/2/2023)."], &["2023-02-08/2023-02-09"]);
    check(&["Rapat hari ini (8/2/2023) batal."], &["2023-02-08/2023-02-08"]);
    check(&["Rapat kemarin (8/2/2023) batal."], &["2023-02-09/2023-02-09"]);
    check(&["Ia datang Senin (6/2/2023) dan pulang Rabu (8/2/2023)."], &["2023-02-08/2023-02-09"]);
    check(
        &["Senin (6/2/2023) warga mengungsi. Jembatan akan dibuka Selasa (7/2/2023)."],
        &["2023-02-06/2023-02-07"],
    );
    check(&["PARIS, 3 Mei 2021 – Pasar dibuka lagi."], &["2021-05-03/2021-05-04"]);
}

#[test]
fn a_line_of_its_own_gives_the_day() {
    let one = "2025-11-12/2025-11-12";
    check(&["Harga Turun\n\nRabu, 12 Nov 2025 10:30 WIB\n\nBeras turun sejak kemarin."], &[one]);
    check(&["Harga Turun\n\nRudi Hartono - Warta\nRabu, 12/11/2025, 10.30 WIB\n\nBeras turun."], &[one]);
    check(&["Harga Turun\nDiterbitkan 12 November 2025 pukul 10.30\nBeras turun."], &[one]);
    // A sentence, a dateline, and what stands alone.
    check(
        &["Harga Turun\n\nWarga datang Rabu, 12 November 2025.\n\nBeras turun."],
        &["2025-11-12/2025-11-13"],
    );
    check(&["PARIS, 3 Mei 2021 – Pasar dibuka lagi\n\nBeras turun."], &["2021-05-03/2021-05-04"]);
    check(&["Rabu, 12 November 2025"], &["2025-11-12/2025-11-13"]);
}

#[test]
fn a_term_of_office_decides_between_years() {
    // 8 July is a Friday in 2005, 2011, 2016, 2022, …
    check(
        &["Perdana Menteri Jepang Shinzo Abe berpidato, Jumat (8/7), di Nara."],
        &["2016-07-08/2016-07-09"],
    );
    check(&["Mantan Perdana Menteri Jepang Shinzo Abe berpidato, Jumat (8/7), di Nara."], &["unknown"]);
}

#[test]
fn the_bundle_decides_between_years() {
    let dated = "---\npublished: 2011-05-20\n---\nHarga naik.";
    check(&["Pasar sepi, Jumat (8/7).", dated], &["2011-07-08/2011-07-09", "2011-05-20/2011-05-20"]);
    check(&[dated, "Pasar sepi, Jumat (8/7)."], &["2011-05-20/2011-05-20", "2011-07-08/2011-07-09"]);
    check(&["Pasar sepi, Jumat (8/7)."], &["unknown"]);
}

#[test]
fn a_sum_of_days_must_fall_on_the_weekday_named() {
    let text = "Kanselir Jerman Olaf Scholz tiba. Pada hari Rabu serikat buruh mengecam upah yang diusulkan pada 3 April. \
                “Sudah 20 hari sejak usul itu,” kata ketuanya.";
    // Within the term, 23 April is a Saturday, a Sunday, a Tuesday and a Wednesday (2022 to 2025).
    check(&[text], &["2025-04-23/2025-04-24"]);
    check(&[&text.replace("Rabu", "Selasa")], &["2024-04-23/2024-04-24"]);
    check(&[&text.replace("Rabu", "Kamis")], &["unknown"]);
}

#[test]
fn an_event_dated_elsewhere_dates_last_week() {
    let dated = "---\npublished: 2019-06-28\n---\nSerikat pilot mengkritik maskapai karena menolak pemogokan 12 jam yang \
                 diumumkan oleh awak kabin pada 11 Juni.";
    let undated = "Pekan lalu, maskapai menolak pemogokan 12 jam yang diumumkan awak kabin dan pilot. Ketua serikat \
                   mengatakan pada hari Senin bahwa mereka siap.";
    check(&[undated, dated], &["2019-06-17/2019-06-18", "2019-06-28/2019-06-28"]);
    check(&[undated], &["unknown"]);
    // The same people without the event tell nothing.
    let people =
        "Pekan lalu, maskapai bertemu awak kabin dan pilot di Jakarta. Ketua bicara pada hari Senin.";
    check(&[people, dated], &["unknown", "2019-06-28/2019-06-28"]);
}

#[test]
fn what_tells_no_day_stays_unknown() {
    check(&["Harga naik pada Jumat.", "Kemarin hujan.", "Pada tahun 2014 ia lulus."], &["unknown"; 3]);
}

#[test]
fn a_declared_day_wins_and_contradictions_are_shown() {
    let found = published(&["---\npublished: 2023-02-10\n---\nBanjir melanda Kudus, Kamis (8/2/2023)."]);
    assert_eq!(found[0].source, PublishedSource::Declared);
    assert!(found[0].why.iter().any(|w| w.rule == Rule::PublishedDisagrees), "{found:#?}");
    let agreed = published(&["---\npublished: 2023-02-10\n---\nBanjir melanda Kudus, Rabu (8/2/2023)."]);
    assert_eq!(agreed[0].why.len(), 1);
}

#[test]
fn a_dateline_is_the_day_of_the_news() {
    let text = "---\nlanguage: en\n---\nLIMA, March 4 (Agency) - Peru will host a fair, its trade minister said on Tuesday.\n\n\
                The plan was signed on Feb. 20, 2025.";
    check(&[text], &["2025-03-04/2025-03-04"]);
    // Two weeks without a year and without a bundle leave the year open.
    let bare = "---\nlanguage: en\n---\nLIMA, March 4 (Agency) - Peru will host a fair, its minister said on Tuesday.";
    check(&[bare], &["unknown"]);
    let other = "---\nlanguage: en\npublished: 2025-02-21\n---\nThe plan was signed.";
    check(&[bare, other], &["2025-03-04/2025-03-04", "2025-02-21/2025-02-21"]);
    check(&["MEDAN, 4 Maret 2025 (Kantor) – Pasar dibuka."], &["2025-03-04/2025-03-04"]);
}
