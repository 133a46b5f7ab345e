//! What each fuzz target does with its bytes. The seeds of `corpus/` run through the same functions in
//! `cargo test -p sorot-intake --test corpus`.

#![allow(dead_code)] // Each target uses one.

use sorot_core::article::{self, Article};
use sorot_core::corpus::{Corpus, pack as packs};
use sorot_core::query::Query;
use sorot_core::query::text::Text;
use sorot_intake::{Encoding, Entry, Options, Twins, gather, read};

/// Longer inputs find nothing new and take the analysis' time.
const READ_ON: usize = 4_000;

/// A pack: what opens can be written again, and opens as the same.
pub fn pack(bytes: &[u8]) {
    if let Ok(corpus) = packs::read(bytes) {
        if let Ok(again) = packs::write(&corpus) {
            assert!(packs::read(&again).is_ok_and(|other| other == corpus));
        }
        let _ = sorot_core::view::Pages::of(corpus).page(&Query::default(), sorot_core::calendar::Lang::Id);
    }
}

/// A text file with front matter, and all that is read in it.
pub fn article(bytes: &[u8]) {
    if let Ok((article, problems)) = article::parse("a.txt", bytes) {
        assert!(bytes.ends_with(article.body.as_bytes()));
        problems.iter().for_each(|p| assert!(!p.to_string().is_empty()));
        analysed(article);
    }
}

fn analysed(article: Article) {
    if article.body.len() <= READ_ON {
        let corpus = Corpus::new("", vec![article]);
        let _ = packs::write(&corpus);
    }
}

/// An address: what is told of it is read back as the same.
pub fn url(bytes: &[u8]) {
    let hash = String::from_utf8_lossy(bytes);
    let (query, _) = Query::parse(&hash);
    let (again, problems) = Query::parse(&query.to_string());
    assert!(problems.is_empty() && again == query);
}

/// The line of the search field.
pub fn query(bytes: &[u8]) {
    let line = String::from_utf8_lossy(bytes);
    let _ = Text::parse(&line).asks();
    let query = Query::default().with_text(&line);
    assert!(Query::parse(&query.to_string()).0 == query);
}

/// Dates in texts.
pub fn dates(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    if text.len() <= READ_ON {
        let structure = sorot_core::structure::read(&text, None);
        for found in sorot_core::annotate::dates::find(&text, &structure) {
            assert!(!found.span.of(&text).is_empty());
        }
    }
}

/// A file of a format: every entry is an article or says why not; the same again gives the same.
fn file(name: &str, bytes: &[u8]) {
    let entries: Vec<Entry> = read(name, bytes, Options::default());
    assert!(!entries.is_empty());
    for entry in &entries {
        assert!(entry.article.is_some() != entry.remarks.iter().any(|r| r.finding.skips()));
        assert!(entry.article.as_ref().is_none_or(|a| !a.body.trim().is_empty() && !a.id.is_empty()));
    }
    let gathered = gather(entries, Twins::Skip);
    assert_eq!(gathered, gather(read(name, bytes, Options::default()), Twins::Skip));
    if let Some(article) = gathered.articles.into_iter().next() {
        analysed(article);
    }
}

/// Web pages.
pub fn html(bytes: &[u8]) {
    file("a.html", bytes);
}

/// JSON, and one value a line.
pub fn json(bytes: &[u8]) {
    file("a.json", bytes);
    file("a.jsonl", bytes);
}

/// Tables.
pub fn csv(bytes: &[u8]) {
    file("a.csv", bytes);
}

/// RSS and Atom.
pub fn feed(bytes: &[u8]) {
    file("a.xml", bytes);
}

/// Archives.
pub fn zip(bytes: &[u8]) {
    file("a.zip", bytes);
}

/// Markdown.
pub fn markdown(bytes: &[u8]) {
    file("a.md", bytes);
}

/// Any bytes as text, in each encoding.
pub fn encoding(bytes: &[u8]) {
    file("a", bytes);
    for encoding in Encoding::ALL {
        let _ = read("a.html", bytes, Options { encoding: Some(encoding) });
    }
}
