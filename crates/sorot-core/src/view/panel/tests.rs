use super::*;
use crate::article;
use crate::calendar::Lang;
use crate::corpus::Corpus;
use crate::query::Query;
use crate::view::Pages;

/// Pages of `bodies`, each published on its own day of May 2031.
fn pages(bodies: &[&str]) -> Pages {
    let articles = bodies.iter().enumerate().map(|(n, body)| {
        let text = format!("---\nlanguage: id\npublished: 2031-05-{:02}\n---\n{body}\n", n + 6);
        article::parse(&format!("{n:02}.txt"), text.as_bytes()).unwrap().0
    });
    Pages::of(Corpus::new("", articles.collect()))
}

fn section(pages: &Pages, hash: &str, section: Section) -> SectionView {
    let page = pages.page(&Query::parse(hash).0, Lang::Id);
    pages.section(&page.scope, section, Lang::Id)
}

const SAID: &str = "“Kami siap membantu semua warga di kota ini,” kata Menteri Ratna Wibisono.";

#[test]
fn of_many_places_the_first_are_told_and_the_others_unfold() {
    let pages = pages(&[SAID; 12]);
    let view = section(&pages, "#/", Section::Quotes);
    let lines = view.lines();
    assert_eq!(lines.len(), 1);
    let articles = |places: &[Citation]| places.iter().map(|p| p.article.clone()).collect::<Vec<_>>();
    assert_eq!(articles(&lines[0].places), ["00", "01", "02", "03", "04"]);
    assert_eq!(lines[0].more, 7);
    let others = pages.others(lines[0], Lang::Id);
    assert_eq!(articles(&others), ["05", "06", "07", "08", "09", "10", "11"]);
}

#[test]
fn of_two_dates_in_a_sentence_each_is_a_line_that_can_be_pinned() {
    let text = "Menteri Ratna Wibisono membuka pasar besar pada 6 Mei 2031 dan menutup pelabuhan lama pada 12 April 2031.";
    let pages = pages(&[text]);
    let view = section(&pages, "#/", Section::Timeline);
    let lines = view.lines();
    assert_eq!(lines.iter().map(|l| l.head.as_str()).collect::<Vec<_>>(), ["12 April 2031", "6 Mei 2031"]);
    assert_ne!(lines[0].id, lines[1].id);
    let scope = pages.page(&Query::default(), Lang::Id).scope;
    for line in lines {
        let id: LineId = line.id.to_string().parse().unwrap();
        assert_eq!(pages.pinned(&scope, &[id], Lang::Id), std::slice::from_ref(line));
    }
}

#[test]
fn what_only_a_headline_tells_stands_in_the_headline() {
    let text = "Ratna Wibisono Bertemu Lina Hartono\n\nWarga kota menunggu hasil pembicaraan kedua menteri itu sejak pagi.";
    let pages = pages(&[text]);
    for line in section(&pages, "#/", Section::Contacts).lines() {
        assert_eq!(line.places[0].paragraph, 0);
        let told = line.places[0].words("", &Query::default(), Lang::Id);
        assert!(told.contains(", judul, "), "{told}");
    }
}

#[test]
fn the_parts_of_a_summary_open_with_what_is_selected_and_of_a_comparison_with_both_sides() {
    let other =
        "“Harga beras akan turun bulan depan,” kata Presiden Lina Hartono di Kotabumi kepada wartawan.";
    let pages = pages(&[SAID, other]);
    let view = section(&pages, "#/", Section::Summary);
    let notes = view.parts(Lang::Id)[0].notes.clone();
    assert_eq!(notes[0], "2 dari 2 artikel, 6–7 Mei 2031.");
    assert!(
        notes[1].starts_with("Paling banyak disebut: ") && notes[1].contains("Ratna Wibisono (1)"),
        "{notes:?}"
    );
    let view = section(&pages, "#/?to=2031-05-06&panel=compare&vs=rest", Section::Compare);
    let parts = view.parts(Lang::En);
    assert_eq!(parts[0].notes, ["Articles: left 1, right 1, in both 0."]);
    assert_eq!(parts[1].title, "Only left");
    assert!(parts[1].notes[0].starts_with("Actors: Ratna Wibisono (1)"), "{:?}", parts[1].notes);
    assert!(parts[3].lines[0].text.contains("Harga beras"), "{parts:?}");
}

#[test]
fn a_line_that_points_back_needs_the_one_before() {
    let pages =
        pages(&["Wali Kota Agus Salim menjanjikan jalan menuju pelabuhan tahun depan. Hal itu disambut \
         para nelayan di kota Sabang."]);
    let view = section(&pages, "#/?top=5", Section::Summary);
    let needs: Vec<Vec<u32>> =
        view.lines().iter().map(|line| line.needs().map(|id| id.number).collect()).collect();
    assert_eq!(needs, [vec![0], vec![0, 1]]);
}

#[test]
fn a_capital_and_a_seat_answer_for_their_state() {
    let pages = pages(&[
        "Menteri Ratna Wibisono menuduh Rusia menutup jalur gandum. Ia juga mendesak Moskow membuka pelabuhan.",
        "Ratna Wibisono menuduh Kremlin menahan kapal. “Tuduhan itu tidak benar,” kata Moskow dalam pernyataan.",
    ]);
    let SectionView::Reply(view) = section(&pages, "#/", Section::Reply) else { panic!() };
    let told: Vec<(&str, usize, HeardView)> =
        view.answers.iter().map(|a| (a.actor.name.as_str(), a.lines.len(), a.heard)).collect();
    assert_eq!(told, [("Rusia", 3, HeardView::Quoted)]);
    let why = view.answers[0].lines.iter().flat_map(|line| &line.why).cloned().collect::<Vec<_>>().join("; ");
    assert!(why.contains("Moskow di sini berarti pemerintah Rusia"), "{why}");
    assert!(why.contains("Kremlin di sini berarti pemerintah Rusia"), "{why}");
}
