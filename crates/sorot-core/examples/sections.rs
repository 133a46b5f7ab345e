//! Measures every section of the summary panel over many copies of articles.
//!
//! usage: sections COPIES FILE…
//!
//! Copies differ in their ids and days only: the worst case for what looks for the same in several articles.
//! Prints the best of a few times per section, in milliseconds.

use sorot_core::article;
use sorot_core::calendar::{Day, Lang};
use sorot_core::corpus::Corpus;
use sorot_core::query::{Query, Section};
use sorot_core::view::Pages;
use std::time::{Duration, Instant};

/// How often each section is made.
const ROUNDS: usize = 7;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let copies = arguments.next().and_then(|n| n.parse::<u64>().ok());
    let texts: Vec<String> = arguments.filter_map(|file| std::fs::read_to_string(file).ok()).collect();
    let Some(copies) = copies.filter(|_| !texts.is_empty()) else {
        eprintln!("sections: say how many copies of which articles");
        std::process::exit(1);
    };
    let start = Day::from_ymd_opt(2020, 1, 1).unwrap_or_default();
    let mut articles = Vec::new();
    for copy in 0..copies {
        for (n, text) in texts.iter().enumerate() {
            let Ok((mut article, _)) = article::parse(&format!("{n}-{copy}.txt"), text.as_bytes()) else {
                continue;
            };
            let day = start.checked_add_days(chrono::Days::new(copy % 1500)).unwrap_or(start);
            article.declared_day = Some(article::DeclaredDay { day, by_editor: true });
            articles.push(article);
        }
    }
    let pages = Pages::of(Corpus::new("", articles));
    for &section in Section::ALL {
        let link = format!("#/?panel={}&vs=%2F%3Fto%3D2021-01-01", section.code());
        let page = pages.page(&Query::parse(&link).0, Lang::Id);
        let time = |_| {
            let start = Instant::now();
            std::hint::black_box(pages.section(&page.scope, section, Lang::Id));
            start.elapsed()
        };
        let best = (0..ROUNDS).map(time).min().unwrap_or(Duration::ZERO);
        println!("{:<10} {:>8.2} ms of {} articles", section.code(), best.as_secs_f64() * 1e3, page.selected);
    }
}
