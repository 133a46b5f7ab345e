use super::*;
use crate::annotate::ActorId;
use crate::article::parse;
use crate::index::Index;
use crate::query::text::Text;
use crate::salience::fitness::{Fault, fault};
use crate::search::Words;
use proptest::prelude::*;

fn corpus(texts: &[&str]) -> Corpus {
    let article = |(n, text): (usize, &&str)| parse(&format!("{n}.txt"), text.as_bytes()).unwrap().0;
    Corpus::new("", texts.iter().enumerate().map(article).collect())
}

fn docs(corpus: &Corpus) -> Vec<DocId> {
    (0..corpus.documents().len() as u32).map(DocId).collect()
}

fn keys(corpus: &Corpus, actors: &[ActorId], line: &str, length: usize) -> Vec<KeySentence> {
    let index = Index::of(corpus);
    let words = Words::of(&Text::parse(line), corpus.lexicon(), &index);
    key_sentences(corpus, &index, &docs(corpus), &Asked { actors, words: &words }, length)
}

fn text(corpus: &Corpus, key: &KeySentence) -> String {
    let document = corpus.document(key.doc).unwrap();
    document.structure.sentences[key.sentence as usize].span.of(&document.article.body).to_string()
}

fn texts(corpus: &Corpus, actors: &[ActorId], line: &str, length: usize) -> Vec<String> {
    keys(corpus, actors, line, length).iter().map(|k| text(corpus, k)).collect()
}

fn told(key: &KeySentence) -> String {
    key.why.iter().map(|w| w.words(crate::calendar::Lang::En)).collect::<Vec<_>>().join("; ")
}

const FIRST: &str = "---
published: 2024-03-04
---
Menteri Perhubungan Rina Halim membuka pelabuhan baru di kota Sabang pada Senin bersama wali kota.
Ia berjanji kapal feri akan berlayar setiap hari mulai pekan depan.
Hal itu disambut para nelayan yang telah lama menunggu dermaga tersebut.
Wali Kota Sabang Agus Salim menjanjikan jalan menuju pelabuhan selesai dibangun sebelum akhir tahun depan.
";
const SECOND: &str = "---
published: 2024-03-05
---
Menteri Perhubungan Rina Halim membuka pelabuhan baru di kota Sabang bersama wali kota pada Senin pagi.
Harga ikan turun sejak dermaga dibuka, kata para nelayan yang menjual hasil tangkapannya di pasar.
Baca juga: Harga Beras Naik Lagi
";

#[test]
fn what_two_outlets_tell_is_quoted_once_and_said_to_be_in_both() {
    let corpus = corpus(&[FIRST, SECOND]);
    let keys = keys(&corpus, &[], "", 4);
    let opening: Vec<&KeySentence> =
        keys.iter().filter(|k| text(&corpus, k).starts_with("Menteri")).collect();
    let [opening] = opening.as_slice() else { panic!("{keys:?}") };
    assert_eq!(opening.also.len(), 1);
    let told = told(opening);
    assert!(told.contains("also in 1 other article") && told.contains("Rina Halim"), "{told}");
    if opening.doc == DocId(0) {
        assert!(told.contains("first report of 4 March 2024"), "{told}");
    }
}

#[test]
fn a_pronoun_comes_with_its_person_or_not_at_all() {
    let corpus = corpus(&[FIRST]);
    let keys = keys(&corpus, &[], "", 10);
    let person = keys.iter().find(|k| text(&corpus, k).starts_with("Ia ")).unwrap();
    let antecedent = person.antecedent.unwrap();
    assert_eq!(corpus.actor(antecedent.actor).unwrap().name, "Rina Halim");
    assert!(told(person).contains("“Ia” here means Rina Halim"));
    let pointing = keys.iter().position(|k| text(&corpus, k).starts_with("Hal itu")).unwrap();
    assert_eq!(keys[pointing - 1].sentence + 1, keys[pointing].sentence);
}

#[test]
fn the_choice_is_about_what_is_asked_for() {
    let corpus = corpus(&[FIRST, SECOND]);
    let agus = corpus.actor_by_slug("agus-salim").unwrap();
    let chosen = keys(&corpus, &[agus], "", 1);
    assert!(text(&corpus, &chosen[0]).contains("Agus Salim"));
    assert!(told(&chosen[0]).starts_with("names the actor that was asked for: Agus Salim"));
    // Nothing else is an answer, however many may be shown.
    assert!(texts(&corpus, &[agus], "", 5).iter().all(|t| t.contains("Agus Salim")));
    assert!(texts(&corpus, &[], "nelayan", 3).iter().all(|t| t.contains("nelayan")));
    assert!(texts(&corpus, &[], "\"harga ikan\"", 3).iter().all(|t| t.contains("Harga ikan")));
    let chosen = keys(&corpus, &[], "\"harga ikan\"", 1);
    assert!(told(&chosen[0]).contains("“Harga ikan”"), "{}", told(&chosen[0]));
}

#[test]
fn a_word_that_only_a_detail_holds_is_found_in_a_long_article() {
    let filler = (1..=30).map(|n| {
        format!("Pemerintah kota Sabang membahas anggaran pelabuhan nomor {n} bersama para anggota dewan.\n")
    });
    let long =
        filler.collect::<String>() + "Seekor trenggiling tidur di bawah dermaga kayu tua itu semalam.\n";
    let corpus = corpus(&[&long]);
    assert_eq!(corpus.salient().len(), crate::salience::BEST);
    assert!(texts(&corpus, &[], "trenggiling", 3)[0].contains("trenggiling"));
}

#[test]
fn another_meeting_in_the_same_words_is_not_the_same() {
    let told = |second: &str| {
        let corpus = corpus(&[FIRST, second]);
        keys(&corpus, &[], "", 4).iter().any(|k| !k.also.is_empty())
    };
    assert!(told(SECOND));
    assert!(!told(&SECOND.replace("2024-03-05", "2024-05-05")));
    assert!(!told(&SECOND.replace("pada Senin pagi", "pada 27 Februari 2024")));
}

#[test]
fn what_points_back_stands_behind_what_it_points_to_or_not_at_all() {
    let corpus =
        corpus(&["Wali Kota Agus Salim menjanjikan jalan menuju pelabuhan tahun depan. Hal itu disambut \
         para nelayan di kota Sabang."]);
    let chosen = |length| keys(&corpus, &[], "", length).iter().map(|k| k.sentence).collect::<Vec<_>>();
    assert_eq!((chosen(1), chosen(2)), (vec![0], vec![0, 1]));
    let reasons = told(&keys(&corpus, &[], "", 2)[1]);
    assert!(
        reasons.contains("goes on from the sentence before") || reasons.contains("menyambung"),
        "{reasons}"
    );
}

#[test]
fn nothing_selected_says_nothing() {
    let corpus = corpus(&[FIRST]);
    let (index, words) = (Index::of(&corpus), Words::default());
    let keys = |docs: &[DocId], length| {
        key_sentences(&corpus, &index, docs, &Asked { actors: &[], words: &words }, length)
    };
    assert!(
        keys(&[], 3).is_empty() && keys(&docs(&corpus), 0).is_empty() && keys(&[DocId(99)], 3).is_empty()
    );
}

/// Lines that news is made of, and some that no summary may show.
fn line() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "Menteri Rina Halim membuka pelabuhan baru di Sabang pada Senin.",
        "Wali Kota Agus Salim menjanjikan jalan menuju pelabuhan tahun depan.",
        "Ia menjanjikan kapal feri setiap hari.",
        "Hal itu disambut para nelayan di kota Sabang.",
        "“Kami menunggu lama,” kata Agus Salim kepada wartawan.",
        "“Kami menunggu lama sekali. Sekarang kapal datang",
        "Baca juga: Harga Beras Naik Lagi",
        "Pelabuhan Sabang Dibuka",
        "Harga ikan turun. Harga beras naik di pasar kota itu. Namun, nelayan tetap melaut setiap malam.",
        "(abc/def)",
    ])
    .prop_map(String::from)
}

proptest! {
    #[test]
    fn no_summary_shows_what_it_must_not(
        articles in prop::collection::vec(prop::collection::vec(line(), 1..9), 1..6), length in 0usize..8,
    ) {
        let articles: Vec<String> = articles.iter().map(|lines| lines.join("\n")).collect();
        let corpus = corpus(&articles.iter().map(String::as_str).collect::<Vec<_>>());
        let chosen = keys(&corpus, &[], "", length);
        prop_assert!(chosen.len() <= length);
        prop_assert!(chosen.is_sorted_by(|a, b| (a.doc, a.sentence) < (b.doc, b.sentence)));
        for key in &chosen {
            // What points back stands behind what it points to.
            let behind = chosen.iter().any(|k| k.doc == key.doc && k.sentence + 1 == key.sentence);
            let found = fault(corpus.document(key.doc).unwrap(), key.sentence);
            prop_assert!(found.is_none() || found == Some(Fault::Dangling) && behind, "{found:?}");
            prop_assert!(key.also.is_sorted() && key.also.iter().all(|a| a.0 != key.doc));
        }
        let mut texts: Vec<String> = chosen.iter().map(|k| text(&corpus, k)).collect();
        texts.sort();
        prop_assert!(texts.windows(2).all(|pair| pair[0] != pair[1]), "{texts:?}");
        prop_assert_eq!(&chosen, &keys(&corpus, &[], "", length));
        // The pack carries the same.
        let pack = crate::corpus::pack::write(&corpus).unwrap();
        prop_assert_eq!(&chosen, &keys(&crate::corpus::pack::read(&pack).unwrap(), &[], "", length));
    }
}
