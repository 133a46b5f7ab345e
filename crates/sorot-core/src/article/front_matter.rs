//! The declared part of a file: lines of `key: value` between two lines of `---`.

use super::ProblemKind;
use crate::calendar::{Day, Lang};

/// What the front matter declares.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Head {
    pub title: Option<String>,
    pub source: Option<String>,
    pub language: Option<Lang>,
    pub day: Option<Day>,
    pub by_editor: bool,
}

/// Splits a file's text into what it declares, its body, and the problems with their 1-based lines.
/// Without a first line `---` the whole text is body.
pub(super) fn split(text: &str) -> (Head, &str, Vec<(usize, ProblemKind)>) {
    let mut head = Head::default();
    let mut problems = Vec::new();
    let Some(first) = text.split_inclusive('\n').next().filter(|l| l.trim_end() == "---") else {
        return (head, text, problems);
    };
    let mut offset = first.len();
    for (number, line) in text[offset..].split_inclusive('\n').enumerate() {
        offset += line.len();
        let line = line.trim_end();
        if line == "---" {
            return (head, &text[offset..], problems);
        }
        if let Err(kind) = take(&mut head, line) {
            problems.push((number + 2, kind));
        }
    }
    (Head::default(), text, vec![(1, ProblemKind::UnclosedFrontMatter)])
}

fn take(head: &mut Head, line: &str) -> Result<(), ProblemKind> {
    if line.trim().is_empty() {
        return Ok(());
    }
    let (key, value) =
        line.split_once(':').ok_or_else(|| ProblemKind::NotAPair { text: line.to_string() })?;
    let value = value.trim();
    match key.trim() {
        "title" => head.title = (!value.is_empty()).then(|| value.to_string()),
        "source" => head.source = (!value.is_empty()).then(|| value.to_string()),
        "language" => {
            let unknown = || ProblemKind::UnknownLanguage { value: value.to_string() };
            head.language = Some(Lang::from_tag(value).ok_or_else(unknown)?);
        }
        "published" => {
            let bad = || ProblemKind::BadDate { value: value.to_string() };
            head.day = Some(written_day(value).ok_or_else(bad)?);
        }
        "published-by" => head.by_editor = value == "editor",
        key => return Err(ProblemKind::UnknownKey { key: key.to_string() }),
    }
    Ok(())
}
/// A day as people write it in a head: year, month and day, with or without leading zeros.
fn written_day(value: &str) -> Option<Day> {
    let mut parts = value.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let fits = year.len() == 4 && parts.next().is_none();
    Day::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).filter(|_| fits)
}
