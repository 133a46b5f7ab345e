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

#[test]
fn a_pack_changed_anywhere_opens_or_is_refused() {
    let (article, _) =
        sorot_core::article::parse("a.txt", "Menteri Budi bertemu Ani di Bandung (25/4).".as_bytes())
            .unwrap();
    let corpus = sorot_core::corpus::Corpus::new("Uji", vec![article]);
    let whole = sorot_core::corpus::pack::write(&corpus).unwrap();
    targets::pack(&whole);
    for at in (16..whole.len()).step_by(7) {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x41;
        // A checksum made to fit: what is read must hold without it.
        let sum = adler2::adler32_slice(&bytes[16..]);
        bytes[12..16].copy_from_slice(&sum.to_le_bytes());
        targets::pack(&bytes);
        targets::pack(&whole[..at]);
    }
}
