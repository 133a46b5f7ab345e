//! The seeds of the fuzz targets, and whatever fuzzing found, through the same functions.

#![allow(clippy::unwrap_used, clippy::panic, missing_docs)] // The whole file is tests.

#[path = "../../../fuzz/targets.rs"]
mod targets;

use std::path::Path;

/// What is fuzzed: never panics, whatever the bytes.
type Target = fn(&[u8]);

/// A target by the name of its folder.
const TARGETS: &[(&str, Target)] = &[
    ("article", targets::article),
    ("csv", targets::csv),
    ("dates", targets::dates),
    ("encoding", targets::encoding),
    ("feed", targets::feed),
    ("html", targets::html),
    ("json", targets::json),
    ("markdown", targets::markdown),
    ("pack", targets::pack),
    ("query", targets::query),
    ("url", targets::url),
    ("zip", targets::zip),
];

#[test]
fn every_seed_runs_through_its_target() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus");
    let mut folders: Vec<String> = std::fs::read_dir(&corpus)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    folders.sort();
    assert_eq!(folders, TARGETS.iter().map(|(name, _)| *name).collect::<Vec<_>>());
    for (name, target) in TARGETS {
        let mut seeds = 0;
        for entry in std::fs::read_dir(corpus.join(name)).unwrap() {
            let path = entry.unwrap().path();
            println!("{}", path.display());
            target(&std::fs::read(path).unwrap());
            seeds += 1;
        }
        assert!(seeds > 0, "{name} has no seed");
    }
}

const TELLS: &str = "Menteri Budi Santosa bertemu Ani Rahayu di Bandung pada Jumat (25/4/2025). \"Kami sepakat membayar \
    US$5 juta,\" kata Budi. Budi menuduh Wira Utama berbohong, tetapi Wira membantahnya. Ani menelepon Wira kemarin.";

/// A pack of `count` articles that tell of who met whom, when, and what they said.
fn made(count: usize) -> Vec<u8> {
    let article = |n: usize| {
        let text = format!(
            "---\npublished: 2025-04-{:02}\nsource: Warta\n---\nKabar {n}\n\n{TELLS} {n} orang hadir.",
            1 + n % 28
        );
        sorot_core::article::parse(&format!("a{n}.txt"), text.as_bytes()).unwrap().0
    };
    let corpus = sorot_core::corpus::Corpus::new("Uji", (0..count).map(article).collect());
    sorot_core::index::pack(&corpus).unwrap().flatten().collect()
}

/// Changes every `step`th byte of a pack's table and sections, with checksums that fit: what is read must hold without
/// them, as anybody can make a file.
fn changed_and_sealed(whole: &[u8], step: usize) {
    assert_eq!(targets::sealed(whole).as_deref(), Some(whole));
    for at in (8..whole.len()).step_by(step) {
        for change in [0x01, 0x41, 0xff] {
            let mut bytes = whole.to_vec();
            bytes[at] ^= change;
            targets::pack(&bytes);
        }
        targets::pack(&whole[..at]);
    }
}

#[test]
fn a_pack_made_up_anywhere_opens_or_is_refused() {
    changed_and_sealed(&made(2), 41);
}

#[test]
fn a_pack_with_its_index_made_up_anywhere_opens_or_is_refused() {
    let whole = made(200);
    changed_and_sealed(&whole, whole.len() / 24);
}

#[test]
fn the_seed_of_packs_is_of_this_format() {
    let seed = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus/pack/two");
    if std::env::var_os("SOROT_SEEDS").is_some_and(|word| word == "write") {
        std::fs::write(&seed, made(2)).unwrap();
    }
    assert!(std::fs::read(&seed).unwrap() == made(2), "SOROT_SEEDS=write writes it anew");
}
