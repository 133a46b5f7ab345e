//! Measures the whole analysis of single articles on one core.
//!
//! usage: speed [--rounds N] FILE…
//!
//! Every article is read many times in turn with the others, as a bundle of its own. Prints the median
//! over the articles of their median and of their best time, in milliseconds per 350 words. Few rounds are
//! for a profiler that counts instructions, which no other work on the machine changes:
//! `valgrind --tool=callgrind speed --rounds 3 FILE…` less `--rounds 1` is two readings of each.

use sorot_core::{annotate, article};
use std::time::{Duration, Instant};

/// How often each article is read, if the caller doesn't say.
const ROUNDS: usize = 200;

fn main() {
    let mut files: Vec<String> = std::env::args().skip(1).collect();
    let rounds = match files.first().is_some_and(|f| f == "--rounds") {
        true => files.drain(..2.min(files.len())).next_back().and_then(|n| n.parse().ok()).unwrap_or(ROUNDS),
        false => ROUNDS,
    };
    let texts: Vec<String> = files.iter().filter_map(|f| std::fs::read_to_string(f).ok()).collect();
    if texts.is_empty() || texts.len() < files.len() {
        eprintln!("speed: name articles that can be read");
        std::process::exit(1);
    }
    let mut times: Vec<Vec<Duration>> = vec![Vec::new(); texts.len()];
    // The first round reads the lexicons.
    for round in 0..=rounds {
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
