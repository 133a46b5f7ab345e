use super::pack::{read, write};
use super::*;
use crate::article::parse;
use proptest::prelude::*;

fn corpus() -> Corpus {
    let file = |name: &str, text: &str| parse(name, text.as_bytes()).unwrap().0;
    Corpus::new(
        "Uji",
        vec![
            file("b.txt", "---\npublished: 2025-03-02\n---\nKedua."),
            file("tanpa.txt", "Tanpa hari."),
            file("x/a.txt", "---\npublished: 2025-03-01\n---\nPertama."),
            file("y/a.txt", "---\npublished: 2025-03-01\n---\nPertama juga."),
        ],
    )
}

#[test]
fn articles_stand_by_day_and_undated_ones_last() {
    let ids: Vec<String> = corpus().documents().iter().map(|d| d.article.id.clone()).collect();
    assert_eq!(ids, ["a", "a-2", "b", "tanpa"]);
}

#[test]
fn a_pack_brings_back_the_corpus() {
    let pack = write(&corpus()).unwrap();
    assert_eq!(read(&pack).unwrap(), corpus());
    assert_eq!(pack, write(&corpus()).unwrap());
}

#[test]
fn each_bad_pack_has_its_own_sentence() {
    // An empty corpus: the numbers in the sentences must not move with what later stages find.
    let pack = write(&Corpus::from_parts(&InTurn, "Uji", 0, vec![], vec![], Arc::default())).unwrap();
    let told = |bytes: &[u8]| read(bytes).unwrap_err().to_string();
    let mut newer = pack.clone();
    newer[8] = 99;
    let mut flipped = pack.clone();
    let last = flipped.len() - 1;
    flipped[last] ^= 1;
    insta::assert_snapshot!(
        [
            told(b"<!doctype html>"),
            told(&newer),
            told(&pack[..pack.len() - 1]),
            told(&flipped),
            told(&pack[..9])
        ]
        .join("\n")
    );
}

#[test]
fn a_pack_whose_articles_are_out_of_order_is_refused() {
    let mut corpus = corpus();
    corpus.documents.reverse();
    let pack = write(&corpus).unwrap();
    assert!(read(&pack).unwrap_err().to_string().contains("don't stand by day"));
}

proptest! {
    #[test]
    fn no_cut_or_flip_panics(at in 0usize..400, bit in 0u8..8, cut in 0usize..400) {
        let mut pack = write(&corpus()).unwrap();
        let at = at % pack.len();
        pack[at] ^= 1 << bit;
        let _ = read(&pack);
        pack.truncate(cut);
        prop_assert!(read(&pack).is_err());
    }
}
