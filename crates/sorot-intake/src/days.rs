//! Which day does a date in metadata mean? ISO 8601, RFC 822, numbers since 1970, and the long forms of Indonesian and
//! English pages. The day is that of the place it was written for: offsets are not applied.

use crate::Remark;
use crate::finding::Finding;
use sorot_core::calendar::{Day, Lang, month_name};

/// Years that news can be of; others are mistakes.
const YEARS: std::ops::RangeInclusive<i32> = 1500..=2199;
/// Parts looked at: a date ends before.
const PARTS: usize = 12;

/// The day that `text` names.
///
/// # Errors
/// What to say of a text that names none, or may name two.
pub(crate) fn day_of(text: &str) -> Result<Day, Remark> {
    let unread = || Remark::new(Finding::DateUnread, [text.to_string()]);
    let head = text.trim();
    let head = head.get(..head.floor_char_boundary(80)).unwrap_or(head);
    if let Some(day) = since_1970(head).or_else(|| packed(head)) {
        return likely(day).ok_or_else(unread);
    }
    // Words and numbers; what stands between them doesn't matter but for the minus of an impossible year.
    if head.starts_with('-') {
        return Err(unread());
    }
    let parts: Vec<&str> =
        head.split(|c: char| !c.is_alphanumeric()).filter(|p| !p.is_empty()).take(PARTS).collect();
    let parts: Vec<&str> =
        parts.into_iter().map(|p| p.split('T').next().filter(|d| is_number(d)).unwrap_or(p)).collect();
    if let Some(found) = named(&parts) {
        return likely(found).ok_or_else(unread);
    }
    let numbers: Vec<u32> =
        parts.iter().map_while(|p| is_number(p).then(|| p.parse().ok()).flatten()).collect();
    match (numbers.as_slice(), parts.as_slice()) {
        ([y, m, d, ..], [year, ..]) if year.len() == 4 => i32::try_from(*y)
            .ok()
            .and_then(|y| Day::from_ymd_opt(y, *m, *d))
            .and_then(likely)
            .ok_or_else(unread),
        ([a, b, y, ..], [_, _, year, ..]) if year.len() == 4 => {
            let day = |d, m| i32::try_from(*y).ok().and_then(|y| Day::from_ymd_opt(y, m, d)).and_then(likely);
            match (day(*a, *b), day(*b, *a)) {
                (Some(one), Some(other)) if one != other => {
                    Err(Remark::new(Finding::DateAmbiguous, [text.to_string()]))
                }
                (one, other) => one.or(other).ok_or_else(unread),
            }
        }
        ([_, _, _, ..], _) => Err(Remark::new(Finding::DateAmbiguous, [text.to_string()])),
        _ => Err(unread()),
    }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.len() <= 4 && text.bytes().all(|b| b.is_ascii_digit())
}

fn likely(day: Day) -> Option<Day> {
    YEARS.contains(&chrono::Datelike::year(&day)).then_some(day)
}

/// Seconds or milliseconds since 1970: 10 or 13 digits.
fn since_1970(text: &str) -> Option<Day> {
    let seconds = match text.len() {
        10 if text.bytes().all(|b| b.is_ascii_digit()) => text.parse::<i64>().ok()?,
        13 if text.bytes().all(|b| b.is_ascii_digit()) => text.parse::<i64>().ok()? / 1000,
        _ => return None,
    };
    Day::from_ymd_opt(1970, 1, 1)?.checked_add_days(chrono::Days::new(u64::try_from(seconds / 86_400).ok()?))
}

/// `20250425`, and `20250425T…`.
fn packed(text: &str) -> Option<Day> {
    let digits = text.split('T').next()?;
    if digits.len() != 8 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let part = |from: usize, to: usize| digits.get(from..to).and_then(|d| d.parse::<u32>().ok());
    Day::from_ymd_opt(i32::try_from(part(0, 4)?).ok()?, part(4, 6)?, part(6, 8)?)
}

/// A month in words, with the day on one side and the year behind: "Fri, 25 Apr 2025", "April 25th, 2025".
fn named(parts: &[&str]) -> Option<Day> {
    let (at, month) = parts.iter().enumerate().find_map(|(at, part)| Some((at, month_of(part)?)))?;
    let number = |at: usize| {
        let part = parts.get(at)?;
        let digits = part.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        is_number(digits).then(|| digits.parse::<u32>().ok()).flatten()
    };
    let before = at.checked_sub(1).and_then(number).filter(|d| (1..=31).contains(d));
    let (day, year) = match before {
        Some(day) => (day, number(at + 1)?),
        None => (number(at + 1)?, number(at + 2)?),
    };
    let year = match (year, parts.get(at + 1 + usize::from(before.is_none())).map(|p| p.len())) {
        // Two digits as RFC 2822 reads them.
        (y @ 0..=49, Some(2)) => y + 2000,
        (y @ 50..=99, Some(2)) => y + 1900,
        (y, _) => y,
    };
    Day::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

/// A month by its name or its first three letters, in either language.
fn month_of(word: &str) -> Option<u32> {
    let word = word.to_lowercase();
    if word.chars().count() < 3 || !word.chars().all(char::is_alphabetic) {
        return None;
    }
    (1..=12)
        .find(|month| {
            [Lang::Id, Lang::En].iter().any(|lang| {
                let name = month_name(*month, *lang).to_lowercase();
                name == word || word.chars().count() <= 4 && name.starts_with(&word)
            })
        })
        .or(match word.as_str() {
            "ags" | "agt" => Some(8),
            "nop" | "nopember" => Some(11),
            "pebruari" => Some(2),
            _ => None,
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> String {
        match day_of(text) {
            Ok(day) => day.to_string(),
            Err(remark) => remark.finding.code().to_string(),
        }
    }

    #[test]
    fn forms_of_metadata_are_read() {
        for text in [
            "2025-04-25",
            "2025-04-25T23:30:00+07:00",
            "2025-04-25 10:00:00",
            "2025/04/25",
            "20250425",
            "20250425T101500Z",
            "Fri, 25 Apr 2025 10:00:00 +0700",
            "25 Apr 25 10:00 GMT",
            "Jumat, 25 April 2025 10:30 WIB",
            "April 25, 2025",
            "Apr 25th, 2025",
            "25/04/2025",
            "04/25/2025",
            "25.04.2025",
            "1745539200",
            "1745539200000",
        ] {
            assert_eq!(read(text), "2025-04-25", "{text}");
        }
        assert_eq!(read("Senin, 5 Ags 2024"), "2024-08-05");
        assert_eq!(read("5/5/2024"), "2024-05-05");
    }

    #[test]
    fn what_is_no_day_is_said() {
        for text in
            ["0000-00-00", "9999-12-31", "-271821-04-20", "2024-02-30", "kemarin", "", "12", "99999999"]
        {
            assert_eq!(read(text), "date-unread", "{text}");
        }
        for text in ["03/04/2005", "03/04/05"] {
            assert_eq!(read(text), "date-ambiguous", "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,40}") {
            let _ = day_of(&text);
        }

        #[test]
        fn every_day_is_read_back(days in 0u64..200_000) {
            let day = Day::from_ymd_opt(1600, 1, 1).unwrap().checked_add_days(chrono::Days::new(days)).unwrap();
            prop_assert_eq!(day_of(&day.to_string()).unwrap(), day);
            let (number, month, year) = (chrono::Datelike::day(&day), chrono::Datelike::month(&day), chrono::Datelike::year(&day));
            let rfc = format!("{number:02} {} {year:04}", &month_name(month, Lang::En)[..3]);
            prop_assert_eq!(day_of(&rfc).unwrap(), day);
        }
    }
}
