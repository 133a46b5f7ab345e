//! Measures the sections of the summary panel over many articles, natively.
//!
//! usage: panel COUNT FILE…
//!
//! The files are read again and again, each time under another day of publication, until there are COUNT
//! articles; then every section is made of all of them. Prints the median of each in milliseconds.

use sorot_core::article;
use sorot_core::calendar::Day;
use sorot_core::corpus::Corpus;
use sorot_core::query::{Query, Section};
use sorot_core::view::{Lang, Pages};
use std::time::{Duration, Instant};

/// How often each section is made.
const ROUNDS: usize = 15;
/// The days over which the articles are spread: three years.
const DAYS: u64 = 1096;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let count: usize = arguments.next().and_then(|n| n.parse().ok()).unwrap_or(1000);
    let texts: Vec<String> = arguments.filter_map(|f| std::fs::read_to_string(f).ok()).collect();
    let articles: Vec<article::Article> = texts
        .iter()
        .cycle()
        .take(count)
        .enumerate()
        .filter_map(|(n, text)| {
            let body =
                text.strip_prefix("---\n").and_then(|t| t.split_once("---\n")).map_or(text.as_str(), |t| t.1);
            let day = Day::default() + chrono::Days::new(20_000 + n as u64 % DAYS);
            let text = format!("---\nlanguage: id\npublished: {day}\n---\n{body}");
            Some(article::parse(&format!("{n:06}.txt"), text.as_bytes()).ok()?.0)
        })
        .collect();
    let corpus = Corpus::new("", articles);
    let start = Instant::now();
    let pages = Pages::of(corpus);
    println!("{count} articles; indexed in {:.0} ms", start.elapsed().as_secs_f64() * 1e3);
    let page = pages.page(&Query::default(), Lang::Id);
    for &section in Section::ALL {
        let mut times: Vec<Duration> = (0..ROUNDS)
            .map(|_| {
                let start = Instant::now();
                drop(std::hint::black_box(pages.section(&page.scope, section, Lang::Id)));
                start.elapsed()
            })
            .collect();
        times.sort_unstable();
        let median = times.get(ROUNDS / 2).map_or(0.0, Duration::as_secs_f64);
        println!("{:10} {:8.2} ms", section.code(), median * 1e3);
    }
}
