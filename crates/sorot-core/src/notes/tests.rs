use super::*;
use crate::article;
use proptest::prelude::*;

const TEXT: &str = "Harga Beras Turun\n\nHarga beras turun dua persen di Pasar Induk. Pedagang menyambutnya. Harga beras \
    masih tinggi di Bandung.\n\nMenteri meninjau pasar itu pada Jumat.";

fn corpus(text: &str) -> Corpus {
    Corpus::new("Uji", vec![article::parse("a.txt", text.as_bytes()).unwrap().0])
}

fn document(corpus: &Corpus) -> &Document {
    corpus.document(corpus.document_by_id("a").unwrap()).unwrap()
}

/// A note on the `nth` place of these words.
fn note(text: &str, words: &str, nth: usize) -> Note {
    let corpus = corpus(text);
    let body = document(&corpus).article.body.as_str();
    let (at, _) = body.match_indices(words).nth(nth).unwrap();
    let start = body[..at].chars().count() as u32;
    let at = Place { article: "a".into(), start, text: words.into() };
    Note::on(&corpus, &at, "Periksa  angkanya", " harga, #pangan,harga,, bahan  pokok ").unwrap()
}

/// The words and their place in another text.
fn placed(note: &Note, text: &str) -> Option<(u32, String)> {
    let corpus = corpus(text);
    let document = document(&corpus);
    note.place(document).map(|span| (span.start, span.of(&document.article.body).to_string()))
}

#[test]
fn an_unchanged_text_keeps_its_notes() {
    let own = note(TEXT, "Harga beras", 1);
    assert_eq!(own.tags, ["harga", "pangan", "bahan pokok"]);
    assert_eq!(
        placed(&own, TEXT).unwrap(),
        (TEXT.rfind("Harga beras").unwrap() as u32, "Harga beras".into())
    );
}

#[test]
fn a_note_finds_its_words_in_a_text_that_changed() {
    let own = note(TEXT, "Harga beras", 1);
    let find = |text: &str| placed(&own, text).map(|(at, words)| (at as usize, words));
    // Something came before it; the surroundings tell which of two it is.
    let more = TEXT.replace("Harga Beras Turun", "Harga Beras Turun Lagi di Semua Pasar");
    assert_eq!(find(&more), Some((more.rfind("Harga beras").unwrap(), "Harga beras".into())));
    // The sentence went to another paragraph.
    let moved = TEXT.replace("Pedagang menyambutnya. Harga beras masih tinggi di Bandung.", "")
        + " Pedagang menyambutnya. Harga beras masih tinggi di Bandung.";
    assert_eq!(find(&moved), Some((moved.rfind("Harga beras").unwrap(), "Harga beras".into())));
    // The words were corrected: what stands between their surroundings.
    let other = TEXT.replace("menyambutnya. Harga beras masih", "menyambutnya. Harga gabah masih");
    let own = note(TEXT, "Harga beras masih tinggi", 0);
    assert_eq!(placed(&own, &other).unwrap().1, "Harga gabah masih tinggi");
    // All of it is gone.
    assert_eq!(placed(&own, "Menteri meninjau pasar itu pada Jumat, kata pejabat."), None);
}

#[test]
fn what_is_written_is_read() {
    let corpus = corpus(TEXT);
    let notes = [note(TEXT, "Pedagang", 0), note(TEXT, "Menteri", 0).saying("", "")];
    let file = write(&corpus, &notes, "7");
    assert_eq!(
        read(&corpus, &file).unwrap(),
        File { notes: notes.to_vec(), other: None, of: Some("7".into()) }
    );
    assert_eq!(of_lines(&lines(&notes)), notes);
    assert!(read(&corpus, &crate::correct::file::write(&corpus, &[])).is_err());
    assert!(crate::correct::file::read(&corpus, &file).is_err());
}

#[test]
fn notes_are_found_by_their_words() {
    let own = note(TEXT, "Pedagang menyambutnya", 0);
    for line in ["", "periksa", "ANGKA pangan", "menyambut", "beras turun"] {
        assert!(own.holds("Harga Beras Turun", line), "{line}");
    }
    assert!(!own.holds("Harga Beras Turun", "periksa gabah"));
}

#[test]
fn what_is_no_place_is_no_note() {
    let corpus = corpus(TEXT);
    for (article, start, text) in [("b", 0, "Harga"), ("a", 1, "Harga"), ("a", 9_999, "Harga"), ("a", 0, "")]
    {
        let at = Place { article: article.into(), start, text: text.into() };
        assert_eq!(Note::on(&corpus, &at, "", ""), None);
    }
}

proptest! {
    /// Whatever a file says, a note stands inside the text, or nowhere.
    #[test]
    fn any_note_is_harmless(
        start in any::<u32>(), exact in "\\PC{1,12}", prefix in "\\PC{0,8}", suffix in "\\PC{0,8}", text in "[a-cé “”\n.]{0,200}",
    ) {
        let body = super::super::text::Span::new(0, text.len());
        let note = Note {
            article: "a".into(), start, exact, prefix, suffix, body: stamp(&text), text: String::new(), tags: Vec::new(),
        };
        if let Some(span) = place::of(&note, &text) {
            prop_assert!(body.contains(span) && !span.of(&text).is_empty());
        }
    }

    /// A passage of which nothing changed is found wherever the rest went.
    #[test]
    fn words_are_found(before in "[a-d ]{0,60}", exact in "[e-h ]{0,10}[xyz]{1,9}", behind in "[a-d ]{0,60}", more in "[a-d ]{0,300}") {
        let text = format!("{before}{exact}{behind}");
        let note = Note {
            article: "a".into(), start: before.chars().count() as u32, exact: exact.clone(), prefix: String::new(),
            suffix: String::new(), body: stamp(&text), text: String::new(), tags: Vec::new(),
        };
        for other in [text.clone(), format!("{more}{text}"), format!("{exact}{more}")] {
            prop_assert_eq!(place::of(&note, &other).map(|span| span.of(&other).to_string()), Some(exact.clone()));
        }
    }
}

#[test]
fn a_tag_is_looked_for_by_its_sign() {
    let own = note(TEXT, "Pedagang", 0);
    assert!(own.holds("", "#pangan") && own.holds("", "pangan") && own.holds("", "#bahan pokok"));
    assert!(!own.holds("", "#pedagang") && own.holds("", "pedagang"));
}

#[test]
fn surroundings_count_before_nearness() {
    let own = note(TEXT, "Harga beras", 1);
    let [first, second] = [0, 1].map(|nth| TEXT.match_indices("Harga beras").nth(nth).unwrap().0);
    // Where the passage stood now stands another place of the same words.
    let moved = "x".repeat(second - first - 1) + " " + TEXT;
    let places: Vec<usize> = moved.match_indices("Harga beras").map(|(at, _)| at).collect();
    assert_eq!(places[0], second);
    assert_eq!(placed(&own, &moved), Some((places[1] as u32, "Harga beras".into())));
}
