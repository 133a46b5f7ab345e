//! What corrections cost, in milliseconds: `cargo run --profile native -p sorot-core --example corrections -- PACK`.

use sorot_core::corpus::pack;
use sorot_core::correct::{Correction, Days};
use sorot_core::view::Pages;
use std::time::Instant;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("which pack?")?;
    let pages = Pages::of(pack::open(std::fs::read(path)?)?);
    let corpus = pages.corpus();
    let slug = |at: usize| corpus.actors().get(at).map(|actor| actor.slug.clone()).unwrap_or_default();
    let id = corpus.documents().id(corpus.documents().len() / 2).to_string();
    let day = chrono::NaiveDate::from_ymd_opt(2024, 2, 3).ok_or("a day")?;
    let next = chrono::NaiveDate::from_ymd_opt(2025, 12, 3).ok_or("a day")?;
    let all = [
        ("rename", Correction::Rename { actor: slug(3), name: "Nama Baru".into() }),
        ("merge", Correction::Merge { actor: slug(400), into: slug(3) }),
        ("day", Correction::Published { article: id.clone(), days: Days { from: day, to: day } }),
        ("far day", Correction::Published { article: id, days: Days { from: next, to: next } }),
    ];
    for (name, correction) in all {
        let mut best = f64::MAX;
        for _ in 0..3 {
            let begun = Instant::now();
            let made = pages.corrected(std::slice::from_ref(&correction));
            best = best.min(begun.elapsed().as_secs_f64() * 1e3);
            assert!(made.1.iter().all(Option::is_none));
        }
        println!("{name} {best:.1}");
    }
    Ok(())
}
