use super::super::{ActorKind, Mention};
use super::*;
use crate::annotate::speech::{self, Source};
use crate::annotate::{ActorId, work};
use crate::calendar::{Day, Lang};
use crate::structure;

/// The events of a body in which "Ratna" is a person, each as its date and whether it is planned; the
/// words of `days` are dates of 2 May 2031 and the days behind.
fn read(body: &str, lang: Lang, days: &[&str]) -> Vec<(String, bool)> {
    let structure = structure::read(body, Some(lang));
    let mut mentions: Vec<Mention> = body
        .match_indices("Ratna")
        .map(|(at, name)| Mention {
            span: Span::new(at, at + name.len()),
            actor: ActorId(0),
            kind: ActorKind::Person,
            government: false,
            why: vec![],
        })
        .collect();
    mentions.sort_by_key(|m| m.span);
    let mut timexes: Vec<Timex> = Vec::new();
    for (n, word) in (2..).zip(days) {
        timexes.extend(body.match_indices(word).map(|(at, _)| Timex {
            span: Span::new(at, at + word.len()),
            value: Day::from_ymd_opt(2031, 5, n).map(Interval::day),
            grain: Grain::Day,
            why: vec![],
        }));
    }
    timexes.sort_by_key(|t| t.span);
    let mut finder = Finder::new(&timexes, structure.title(), None);
    let source = Source { body, structure: &structure, mentions: &mentions, actors: &[] };
    speech::walk(&source, |step| finder.take(step, false));
    finder.events.iter().map(|e| (e.dated.of(body).to_string(), e.planned)).collect()
}

fn one(body: &str) -> Option<bool> {
    let found = read(body, Lang::Id, &["Senin"]);
    assert!(found.len() <= 1, "{found:?}");
    found.first().map(|e| e.1)
}

fn one_en(body: &str) -> Option<bool> {
    read(body, Lang::En, &["Monday"]).first().map(|e| e.1)
}

#[test]
fn a_dated_sentence_tells_what_happened() {
    assert_eq!(one("Menteri Ratna membuka pelabuhan baru itu pada Senin."), Some(false));
    assert_eq!(one_en("Minister Ratna opened the new harbour on Monday."), Some(false));
}

#[test]
fn words_of_planning_make_it_planned() {
    assert_eq!(one("Menteri Ratna akan membuka pelabuhan baru itu pada Senin."), Some(true));
    assert_eq!(one("Pada Senin, Ratna dijadwalkan membuka pelabuhan baru itu."), Some(true));
    assert_eq!(
        one("Pelabuhan yang dibangun Ratna akan dibuka hari Senin ini, kata juru bicara."),
        Some(true)
    );
    assert_eq!(one_en("On Monday, Ratna will open the new harbour."), Some(true));
}

#[test]
fn a_plan_told_in_another_clause_is_not_the_date_s() {
    assert_eq!(one("Ratna mengatakan pada Senin bahwa ia akan mundur bulan depan."), Some(false));
    assert_eq!(one("Ratna, yang akan pensiun, membuka pelabuhan itu pada Senin."), Some(false));
    // What is told comes behind the verb of telling.
    assert_eq!(one("Ratna mengatakan akan membuka pelabuhan itu pada Senin."), Some(true));
}

#[test]
fn what_is_denied_or_only_possible_is_no_event() {
    for body in [
        "Ratna tidak membuka pelabuhan baru itu pada Senin.",
        "Pelabuhan baru itu batal dibuka Ratna pada Senin.",
        "Ratna mungkin membuka pelabuhan baru itu pada Senin.",
        "Jika hujan reda, pelabuhan baru itu dibuka Ratna, bukan pada Senin.",
    ] {
        assert_eq!(one(body), None, "{body}");
    }
    assert_eq!(one_en("Minister Ratna did not open the new harbour on Monday."), None);
    assert_eq!(one_en("Minister Ratna could open the new harbour on Monday."), None);
}

#[test]
fn fragments_questions_and_quoted_dates_tell_no_event() {
    assert_eq!(one("Ratna, Senin."), None);
    assert_eq!(one("Kapan Ratna membuka pelabuhan itu, pada Senin?"), None);
    assert_eq!(one("“Saya membuka pelabuhan itu pada Senin,” kata Ratna kepada warga kota."), None);
    assert_eq!(one("Pelabuhan baru di kota itu dibuka pada Senin."), None);
    assert_eq!(one("Menteri Ratna sudah empat kali ke kota itu sejak Senin."), None);
}

#[test]
fn two_days_are_two_events_and_a_third_is_left() {
    let body = "Ratna tiba Senin, berangkat Selasa dan kembali Rabu bersama rombongan.";
    let found = read(body, Lang::Id, &["Senin", "Selasa", "Rabu"]);
    assert_eq!(found, [("Senin".into(), false), ("Selasa".into(), false)]);
}

#[test]
fn the_work_is_in_proportion_to_the_text() {
    for unit in ["Ratna membuka pelabuhan pada Senin. ", "Ratna Senin ", "Senin, akan tidak "] {
        work::assert_in_proportion(unit, 40, |times| {
            read(&unit.repeat(times), Lang::Id, &["Senin"]);
        });
    }
}

#[test]
fn a_year_long_gone_is_background() {
    let body = "Menteri Ratna membuka pelabuhan yang dibangun pada 2019 itu dengan upacara besar.";
    let structure = structure::read(body, Some(Lang::Id));
    let at = body.find("2019").unwrap();
    let told = |y: i32| {
        let value = Interval::year(y);
        let timexes = [Timex { span: Span::new(at, at + 4), value, grain: Grain::Year, why: vec![] }];
        let name = body.find("Ratna").unwrap();
        let span = Span::new(name, name + 5);
        let mentions =
            [Mention { span, actor: ActorId(0), kind: ActorKind::Person, government: false, why: vec![] }];
        let published = Day::from_ymd_opt(2031, 5, 2).map(Interval::day);
        let mut finder = Finder::new(&timexes, None, published);
        let source = Source { body, structure: &structure, mentions: &mentions, actors: &[] };
        speech::walk(&source, |step| finder.take(step, false));
        finder.events.len()
    };
    assert_eq!((told(2019), told(2030)), (0, 1));
}
