use super::*;
use proptest::prelude::*;

fn problems(text: &str) -> Vec<String> {
    parse("a/b.txt", text.as_bytes()).unwrap().1.iter().map(Problem::to_string).collect()
}

#[test]
fn front_matter_is_declared_and_the_body_is_untouched() {
    let text =
        "---\nlanguage: id\npublished: 2025-12-06\npublished-by: editor\nsource: MINA\n---\nSatu.\r\n\nDua.";
    let (article, problems) = parse("x/001-Nama Baik.txt", text.as_bytes()).unwrap();
    assert_eq!(problems, []);
    assert_eq!(article.id, "001-nama-baik");
    assert_eq!(article.body, "Satu.\r\n\nDua.");
    assert_eq!(article.source.as_deref(), Some("MINA"));
    assert!(article.declared_day.unwrap().by_editor);
}

#[test]
fn a_bad_line_is_told_and_the_rest_is_read() {
    assert_eq!(
        problems("---\nlanguage: fr\npublished: 2025-02-30\nauthor: A\nnonsense\n---\nTeks."),
        [
            "b.txt:2: the language `fr` is not read here; write id or en",
            "b.txt:3: `2025-02-30` is not a day; write it as 2025-04-25",
            "b.txt:4: the key `author` is not known (title, source, language, published, published-by); it was passed over",
            "b.txt:5: `nonsense` is not `key: value`; the line was passed over",
        ]
    );
    let unclosed = problems("---\nlanguage: id\nTeks.");
    assert!(unclosed[0].contains("never closed"), "{unclosed:?}");
}

#[test]
fn what_cannot_be_an_article_says_so() {
    assert!(parse("a.txt", b" \n").unwrap_err().to_string().contains("no text"));
    assert!(parse("a.txt", b"ab\xff").unwrap_err().to_string().contains("byte 2 is not UTF-8"));
}

#[test]
fn slugs_are_never_empty() {
    assert_eq!(slug("Mi’raj News Agency (MINA)"), "mi-raj-news-agency-mina");
    assert_eq!(slug("…"), "x");
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = parse("a.txt", &bytes);
    }

    #[test]
    fn the_body_is_the_end_of_the_file(text in "(---\n)?(\\PC{0,20}\n){0,5}(---\n)?\\PC{1,40}") {
        if let Ok((article, _)) = parse("a.txt", text.as_bytes()) {
            prop_assert!(text.ends_with(&article.body));
        }
    }
}
