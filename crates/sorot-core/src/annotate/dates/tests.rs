//! What holds for any text. The sentences are in `tests/dates/expressions.tsv`.

use super::{find, resolve, timex3};
use crate::annotate::{Published, PublishedSource};
use crate::calendar::{Day, Interval, Lang};
use crate::structure::{Block, BlockKind, Structure};
use crate::text::Span;
use proptest::prelude::*;

fn story(body: &str, language: Lang) -> Structure {
    let block = Block { span: Span::new(0, body.len()), kind: BlockKind::Paragraph };
    Structure { language, blocks: vec![block], sentences: Vec::new() }
}

fn published(from: Day, days: u64) -> Published {
    let to = from.checked_add_days(chrono::Days::new(days)).unwrap_or(from);
    Published { when: Some(Interval::between(from, to)), source: PublishedSource::Inferred, why: Vec::new() }
}

/// Words of the lexicons thrown together: far more expressions than in any text.
fn soup() -> impl Strategy<Value = String> {
    const WORDS: [&str; 78] = [
        "pukul",
        "jam",
        "menit",
        ":",
        "WIB",
        "malam",
        "pagi",
        "tengah",
        "setengah",
        "setiap",
        "sekali",
        "sehari",
        "bertahun",
        "ratus",
        "saat",
        "baru",
        "hour",
        "every",
        "hari",
        "Jumat",
        "Minggu",
        "minggu",
        "(",
        ")",
        "11",
        "4",
        "/",
        "-",
        "2025",
        "29",
        "Februari",
        "Mei",
        "tanggal",
        "awal",
        "akhir",
        "pekan",
        "lalu",
        "ini",
        "depan",
        "mendatang",
        "yang",
        "akan",
        "datang",
        "beberapa",
        "dua",
        "belas",
        "puluh",
        "tahun",
        "bulan",
        "kuartal",
        "ke",
        "III",
        "an",
        "sejak",
        "hingga",
        "9999",
        "99999999999",
        "Paskah",
        "Lebaran",
        "1446",
        "kemudian",
        "kemarin",
        "besok",
        "the",
        "of",
        "last",
        "next",
        "week",
        "weekend",
        "Friday",
        "May",
        "s",
        "th",
        ",",
        ".",
        "’",
        "end",
        "ago",
    ];
    proptest::collection::vec((proptest::sample::select(&WORDS[..]), prop::bool::ANY), 0..40).prop_map(
        |words| {
            words.into_iter().map(|(w, glued)| if glued { w.to_string() } else { format!(" {w}") }).collect()
        },
    )
}

fn holds(body: &str, lang: Lang, published: &Published) {
    let structure = story(body, lang);
    let expressions = find(body, &structure);
    let timexes = resolve(body, &expressions, published);
    let mut end = 0;
    for timex in &timexes {
        assert!(timex.span.start >= end && timex.span.start < timex.span.end, "{:?}", timex.span);
        assert!(body.get(timex.span.start as usize..timex.span.end as usize).is_some());
        assert!(!timex.why.is_empty());
        end = timex.span.end;
        if let Some((from, to)) = timex.value.and_then(|v| Some((v.from()?, v.to()?))) {
            assert!(from <= to);
        }
    }
    assert_eq!(expressions, find(body, &structure));
    let mut end = 0;
    for found in timex3::find(body, &structure, published) {
        assert!(found.span.start >= end && found.span.start < found.span.end, "{:?}", found.span);
        assert!(body.get(found.span.start as usize..found.span.end as usize).is_some());
        assert!(!found.why.is_empty() && !found.value.is_empty());
        end = found.span.end;
    }
}

proptest! {
    #[test]
    fn any_text_has_sorted_expressions_inside_it(body in "\\PC{0,200}", days in 0u64..3) {
        holds(&body, Lang::Id, &published(Day::from_ymd_opt(2024, 2, 29).unwrap(), days));
        holds(&body, Lang::En, &published(Day::from_ymd_opt(2024, 2, 29).unwrap(), days));
    }

    #[test]
    fn any_heap_of_calendar_words_resolves_to_intervals(body in soup(), day in -90_000i32..90_000, days in 0u64..8) {
        let from = Day::from_epoch_days(day).unwrap();
        holds(&body, Lang::Id, &published(from, days));
        holds(&body, Lang::En, &published(from, days));
    }
}

#[test]
fn the_ends_of_the_calendar_do_no_harm() {
    let body = "Pekan lalu, dua dekade lagi, Paskah, 29 Februari, akhir tahun depan, 2000 tahun lalu, Lebaran, Jumat.";
    for day in [Day::MIN, Day::MAX] {
        holds(body, Lang::Id, &published(day, 0));
    }
}

/// How long each of eight times as much text may take, by the clock: linear work takes eight times as
/// long, quadratic 64; what lies between is other people's use of the machine.
const SLACK: u32 = 32;

#[test]
fn time_grows_with_the_text_not_with_its_square() {
    let once = |body: &str| {
        let structure = story(body, Lang::Id);
        let day = published(Day::from_ymd_opt(2024, 2, 29).unwrap(), 1);
        let start = std::time::Instant::now();
        let found = find(body, &structure);
        resolve(body, &found, &day);
        timex3::find(body, &structure, &day);
        start.elapsed()
    };
    // The best of many runs, and not a verdict before every doubt is out: a loaded machine is slow
    // now and then, a quadratic scan always.
    let words = [
        "Jumat (11/4) ",
        "hari ",
        "1",
        "awal ",
        "- ",
        "x",
        "Idul ",
        "45 hari sejak 3 Mei ",
        "baru-",
        "jam 1 ",
    ];
    for words in words {
        let (short, long) = (words.repeat(20_000 / words.len()), words.repeat(160_000 / words.len()));
        let linear = (0..10).any(|_| {
            let least = std::time::Duration::from_micros(500);
            let a = (0..3).map(|_| once(&short)).min().unwrap_or(least).max(least);
            once(&long) < a * SLACK
        });
        assert!(linear, "{words:?}: eight times as much text always takes over {SLACK} times as long");
    }
}
