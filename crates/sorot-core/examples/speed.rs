//! Measures the whole analysis of single articles on one core.
//!
//! usage: speed FILE…
//!
//! Every article is read many times in turn with the others, as a bundle of its own. Prints the median
//! over the articles of their median and of their best time, in milliseconds per 350 words.

use sorot_core::{annotate, article};
use std::time::{Duration, Instant};

/// How often each article is read.
const ROUNDS: usize = 200;

fn main() {
    let files: Vec<String> = std::env::args().skip(1).collect();
    let texts: Vec<String> = files.iter().filter_map(|f| std::fs::read_to_string(f).ok()).collect();
    if texts.is_empty() || texts.len() < files.len() {
        eprintln!("speed: name articles that can be read");
        std::process::exit(1);
    }
    let mut times: Vec<Vec<Duration>> = vec![Vec::new(); texts.len()];
    // The first round reads the lexicons.
    for round in 0..=ROUNDS {
        for (text, times) in texts.iter().zip(&mut times) {
            let start = Instant::now();
            let Ok((article, _)) = article::parse("article.txt", text.as_bytes()) else { continue };
            let read = annotate::annotate(vec![article]);
            let time = start.elapsed();
            drop(std::hint::black_box(read));
            times.extend((round > 0).then_some(time));
        }
    }
    let per = |time: &Duration, text: &str| {
        time.as_secs_f64() * 1e3 * 350.0 / text.split_whitespace().count().max(1) as f64
    };
    let mut typical = Vec::new();
    let mut best = Vec::new();
    for (text, times) in texts.iter().zip(&mut times) {
        times.sort_unstable();
        typical.extend(times.get(times.len() / 2).map(|t| per(t, text)));
        best.extend(times.first().map(|t| per(t, text)));
    }
    let middle = |all: &mut Vec<f64>| {
        all.sort_by(f64::total_cmp);
        all.get(all.len() / 2).copied().unwrap_or_default()
    };
    let (typical, best) = (middle(&mut typical), middle(&mut best));
    println!("{} articles, ms per 350 words: median {typical:.3}, best calls {best:.3}", texts.len());
}
