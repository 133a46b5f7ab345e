//! Who made it? Bylines, credits, captions with the credit of a picture.

use super::features::{HEAD, Line, SHORT, is_not_letter};
use super::lexicon::{List, small};
use crate::why::{Rule, Why};
use std::sync::LazyLock;

static FILE: &str = include_str!("../../data/non-story.txt");
static CREDIT: LazyLock<List> = LazyLock::new(|| List::class(FILE, "credit"));

/// "… contributed to this report.": who helped, at the end of a line.
pub(super) fn contributed(line: &Line) -> Option<&'static str> {
    let tail = line.small().trim_end_matches(is_not_letter);
    let whole = CONTRIBUTED.iter().find(|p| tail.ends_with(**p)).copied();
    // "Warta writer Anton Ruiz reported from Lima."
    let words = || tail.as_bytes().split(|b| *b == b' ');
    let writer = || words().any(|w| matches!(w, b"writer" | b"writers" | b"journalist" | b"journalists"));
    let told = || ["reported from", "contributed"].into_iter().find(|w| tail.contains(w));
    let short = || if line.words() <= SHORT && writer() { told() } else { None };
    whole.filter(|_| line.words() <= SHORT * 2).or_else(short)
}

/// What ends a line about who helped with the article.
const CONTRIBUTED: [&str; 8] = [
    "contributed to this report",
    "contributed to this story",
    "contributed reporting",
    "contributed to this article",
    "berkontribusi dalam laporan ini",
    "berkontribusi pada laporan ini",
    "berkontribusi dalam artikel ini",
    "berkontribusi pada artikel ini",
];

/// "Editor: …", "Reporting by …; editing by …", "(Foto: …)".
pub(super) fn credit(line: &Line) -> Option<Vec<Why>> {
    let head = line.small().trim_start_matches(is_not_letter);
    let label = CREDIT.prefix_of(head)?;
    let rest = head.get(label.len()..)?.trim_start();
    let by = rest.starts_with("by ") && !line.text.starts_with(char::is_lowercase);
    let colon = rest.starts_with([':', '/']);
    // A sentence after the colon is a remark of the story ("Sumber: …" in an interview).
    let told = line.words() <= SHORT
        && (colon && (!line.ends_with_stop() || line.words() <= 12) || by && line.words() <= SHORT);
    // "Reporting by Reuters suggests that …" is a sentence: names alone may follow.
    let names = by && {
        let first = line.text.split_whitespace().skip_while(|w| !w.eq_ignore_ascii_case("by")).nth(1);
        first.is_some_and(|w| w.chars().next().is_some_and(char::is_uppercase))
            && (line.text.contains(';') || line.words() <= 8 || !line.ends_with_stop())
    };
    (told && (colon || names)).then(|| vec![Why::new(Rule::NonStoryCredit, [label.into()])])
}

/// "By Anton Ruiz, Warta", "Oleh Rudi Anwar": names alone after the word.
pub(super) fn byline(line: &Line) -> Option<Why> {
    let (by, names) = line.text.split_once(' ')?;
    let name = |w: &str| {
        w.chars().next().is_some_and(char::is_uppercase) || matches!(w, "and" | "dan" | "di" | "in")
    };
    let told = matches!(by, "By" | "BY" | "Oleh" | "OLEH") && line.words() <= 9 && !line.ends_with_stop();
    (told && names.split_whitespace().all(name)).then(|| Why::new(Rule::NonStoryCredit, [by.into()]))
}

/// The credit of a picture that isn't in brackets: "ANTARA FOTO/Rudi Anwar", at the end of a line.
pub(super) fn bare_credit(line: &Line) -> Option<Why> {
    if line.ends_with_stop() || !line.text.contains('/') || line.words() > 60 {
        return None;
    }
    let last = line.text.split_whitespace().rev().take(3).find(|w| w.contains('/'))?;
    let small = small(last);
    let agency = |w: &str| {
        matches!(
            w,
            "foto" | "reuters" | "ap" | "afp" | "getty" | "antara" | "epa" | "xinhua" | "photo" | "pool"
        ) || w.ends_with(".com")
            || w.ends_with(".id")
    };
    let told = small.split('/').any(agency);
    let capital =
        |w: &str| w.chars().find(|c| c.is_alphabetic()).is_none_or(char::is_uppercase) || w.contains("com/");
    // Alone on its line, or after the sentence it belongs to.
    let head = line.text.rsplit_once(['.', ')']).map_or(line.text, |(_, tail)| tail);
    (told && head.split_whitespace().all(capital)).then(|| Why::new(Rule::NonStoryPhoto, [last.into()]))
}

/// A caption: a credit in brackets ends a line, or an agency's picture service stands in it.
pub(super) fn photo(line: &Line) -> Option<Why> {
    let told = [
        "(foto:",
        "(foto ",
        "(photo:",
        "(photo by",
        "foto: ",
        "/getty images",
        "(dok.",
        "(dok:",
        "ap photo/",
        "afp/",
        "(screenshot",
        "(tangkapan layar",
        "[photo",
        "[file:",
        "antara foto/",
        "(shutterstock",
        "(istimewa)",
        "(freepik",
        "(unsplash",
        "(pixabay",
        "(reuters/",
        "(antara/",
        "(sumber:",
        "(ilustrasi",
    ];
    if let Some(why) = bare_credit(line) {
        return Some(why);
    }
    // "Ilustrasi gempa. Foto: Warta"
    let short = !line.ends_with_stop() && line.words() <= SHORT;
    if let Some(at) = short.then(|| line.small().find(". foto: ")).flatten() {
        return Some(Why::new(
            Rule::NonStoryPhoto,
            [line.small().get(at + 2..at + 6).unwrap_or("foto").into()],
        ));
    }
    let closes = line.text.trim_end_matches('.').ends_with([')', ']']);
    if !(closes && line.words() <= 60 && line.small().len() < HEAD) {
        return None;
    }
    let open = line.small().rfind(['(', '['])?;
    let tail = line.small().get(open..)?;
    let cue = told.iter().find(|c| tail.contains(**c))?;
    Some(Why::new(Rule::NonStoryPhoto, [(*cue).trim_matches(is_not_letter).into()]))
}
