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
    let pack =
        write(&Corpus::from_parts(&InTurn, "Uji", 0, Documents::default(), vec![], Arc::default())).unwrap();
    let told = |bytes: &[u8]| read(bytes).unwrap_err().to_string();
    let mut newer = pack.clone();
    newer[8] = 99;
    let mut flipped = pack.clone();
    let first_section = usize::from(pack[40]) + 256 * usize::from(pack[41]);
    flipped[first_section] ^= 1;
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
    let reversed: Vec<_> = corpus.documents.iter().cloned().map(Arc::new).collect();
    corpus.documents = Documents::of(reversed.into_iter().rev().collect());
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

#[test]
fn who_is_named_in_both_bundles_is_one_and_keeps_what_it_is() {
    let corpus = |title: &str, texts: &[&str]| {
        let article = |(n, text): (usize, &&str)| {
            let text =
                format!("---\nlanguage: id\npublished: 2031-05-0{}\n---\n{text}\n", 9 - title.len() + n);
            parse(&format!("{n}.txt"), text.as_bytes()).unwrap().0
        };
        Corpus::new(title, texts.iter().enumerate().map(article).collect())
    };
    let base = corpus(
        "Satu",
        &[
            "Presiden Lina Hartono bertemu Menteri Ratna Wibisono di Surabaya pada 6 Mei 2031.",
            "Lina Hartono kembali pada 7 Mei 2031. “Kami siap,” kata Hartono.",
        ],
    );
    let more = corpus(
        "Sebelum",
        &[
            "Menteri Ratna Wibisono menyerang Bupati Rangga Kusumo pada 5 Mei 2031. “Salah,” kata Ratna Wibisono.",
        ],
    );
    let (joined, altered) = base.joined(&more, "Semua");
    // The added article is the oldest, and has an id of its own.
    assert_eq!(altered.was, [None, Some(0), Some(1)]);
    let ids: Vec<&str> = joined.documents().iter().map(|d| d.article.id.as_str()).collect();
    assert_eq!(ids, ["0-2", "0", "1"]);
    let by_name = |corpus: &Corpus, name: &str| {
        corpus.actors().iter().find(|a| a.name == name).map(|a| a.slug.clone()).unwrap()
    };
    for actor in base.actors() {
        assert_eq!(by_name(&joined, &actor.name), actor.slug);
    }
    let names = |document: &Document| -> Vec<String> {
        document.mentions.iter().map(|m| joined.actor(m.actor).unwrap().name.clone()).collect()
    };
    let added = joined.document(DocId(0)).unwrap();
    assert_eq!(names(added), ["Ratna Wibisono", "Rangga Kusumo", "Ratna Wibisono"]);
    let said: Vec<&str> = added
        .quotes
        .iter()
        .flat_map(|q| &q.speakers)
        .map(|a| joined.actor(*a).unwrap().name.as_str())
        .collect();
    assert_eq!(said, ["Ratna Wibisono"]);
    let ratna = joined.actor(joined.actor_by_slug("ratna-wibisono").unwrap()).unwrap();
    assert_eq!(
        ratna.surfaces.iter().map(|s| (s.text.as_str(), s.count)).collect::<Vec<_>>(),
        [("Ratna Wibisono", 3)]
    );
    assert_eq!(joined.actors().iter().filter(|a| a.name.contains(' ')).count(), 3);
    // Words of both and of either have their stems.
    let stem = |word: &str| {
        let lexicon = joined.lexicon();
        lexicon.stem_of(lexicon.term(word).unwrap()).map(|stem| lexicon.stem(stem).to_string())
    };
    assert_eq!((stem("bertemu"), stem("menyerang")), (Some("temu".into()), Some("serang".into())));
    assert!(joined.lexicon().is_sound() && joined.lexicon().terms().is_sorted_by(|a, b| a < b));
    let content = |word: &str| joined.lexicon().content_stem(joined.lexicon().term(word).unwrap()).is_some();
    assert!(!content("pada") && content("menyerang"));
}
