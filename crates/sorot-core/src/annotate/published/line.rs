//! Which day does a line of its own give? "Rabu, 12 November 2025 10:30 WIB" under the headline, where newsrooms
//! put the day of publication.

use super::Undated;
use crate::annotate::dates::{self, Expression, Meaning};
use crate::calendar::Interval;
use crate::structure::lexicon::small;

/// Bytes from the start of the text within which the line begins.
const HEAD: usize = 1200;
/// Bytes on either side of the date that are looked at: the line is short.
const BESIDE: usize = 120;
/// Words beside the date, at most: the hour, who wrote it, for whom.
const WORDS: usize = 9;

/// Words that stand there in small letters, or in capitals that say no name.
const SMALL: [&str; 22] = [
    "pukul",
    "jam",
    "oleh",
    "terbit",
    "diterbitkan",
    "diperbarui",
    "update",
    "updated",
    "published",
    "posted",
    "last",
    "on",
    "at",
    "by",
    "am",
    "pm",
    "dibaca",
    "kali",
    "and",
    "dan",
    "tayang",
    "gmt",
];

/// The day, and the line that gives it.
pub(super) fn day<'a>(article: &Undated<'a>) -> Option<(Interval, &'a str)> {
    let body = article.article.body.as_str();
    let head = |all: &'a [Expression]| all.iter().take_while(|e| (e.span.start as usize) < HEAD);
    let mut head: Vec<&Expression> = head(article.aside).chain(head(article.expressions)).collect();
    head.sort_by_key(|e| e.span);
    head.into_iter()
        .filter(|e| matches!(e.meaning, Meaning::Date { year: Some(_), either: false, .. }))
        .find_map(|e| {
            let (start, end) = (e.span.start as usize, e.span.end as usize);
            let from = body.ceil_char_boundary(start.saturating_sub(BESIDE));
            let to = body.floor_char_boundary((end + BESIDE).min(body.len()));
            let (before, after) = (body.get(from..start)?, body.get(end..to)?);
            let before = match before.rfind('\n') {
                Some(line) => before.get(line + 1..)?,
                None => Some(before).filter(|_| from == 0)?,
            };
            let after = match after.find('\n') {
                Some(line) => after.get(..line)?,
                None => Some(after).filter(|_| to == body.len())?,
            };
            let line = body.get(start - before.len()..end + after.len())?.trim();
            let words = || [before, after].into_iter().flat_map(|s| s.split(|c: char| !c.is_alphanumeric()));
            let words = || words().filter(|w| !w.is_empty());
            let beside = |w: &str| !w.starts_with(char::is_lowercase) || SMALL.contains(&small(w).as_str());
            let alone =
                words().count() <= WORDS && words().all(beside) && !line.ends_with(['.', '!', '?', ':', '…']);
            // The only line is no line of its own.
            let value = dates::value(body, e, None, Default::default())
                .filter(|_| alone && line.len() < body.trim().len())?
                .value;
            Some((value, line))
        })
}
