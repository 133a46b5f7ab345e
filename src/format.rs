//! Days, periods and numbers in the interface's language.
//!
//! Own tables instead of the browser's Intl: the same bytes in every engine, and in a copied
//! citation.

use sorot_core::calendar::{long_day, month_name};
use sorot_core::view::{Day, Interval, Lang};

use chrono::Datelike;

/// "25 Apr 2025".
pub fn day(day: Day, lang: Lang) -> String {
    format!("{} {} {}", day.day(), short_month(day, lang), day.year())
}

/// "25 Apr".
pub fn day_of_year(day: Day, lang: Lang) -> String {
    format!("{} {}", day.day(), short_month(day, lang))
}

/// "Apr": both languages abbreviate to three letters.
pub fn short_month(day: Day, lang: Lang) -> &'static str {
    month_name(day.month(), lang).get(..3).unwrap_or("")
}

/// "April 2025".
pub fn month(day: Day, lang: Lang) -> String {
    format!("{} {}", month_name(day.month(), lang), day.year())
}

/// A period with what its ends share said once: "25–26 Apr 2025", "17 Mar – 25 Apr 2025".
pub fn period(interval: Interval, lang: Lang) -> String {
    match (interval.from(), interval.to()) {
        (Some(a), Some(b)) if a == b => day(a, lang),
        (Some(a), Some(b)) if (a.year(), a.month()) == (b.year(), b.month()) => {
            format!("{}–{}", a.day(), day(b, lang))
        }
        (Some(a), Some(b)) if a.year() == b.year() => format!("{} – {}", day_of_year(a, lang), day(b, lang)),
        (Some(a), Some(b)) => format!("{} – {}", day(a, lang), day(b, lang)),
        (Some(a), None) => format!("{} –", day(a, lang)),
        (None, Some(b)) => format!("– {}", day(b, lang)),
        (None, None) => String::new(),
    }
}

/// The first possible day in full: "25 April 2025".
pub fn long(interval: Interval, lang: Lang) -> String {
    match (interval.from(), interval.to()) {
        (Some(a), Some(b)) if a == b => long_day(a, lang),
        _ => period(interval, lang),
    }
}

/// "1.234" in Indonesian, "1,234" in English.
pub fn number(n: u32, lang: Lang) -> String {
    let separator = match lang {
        Lang::Id => '.',
        Lang::En => ',',
    };
    let digits = n.to_string();
    let mut out = String::with_capacity(digits.len() + 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(separator);
        }
        out.push(digit);
    }
    out
}

/// A count where there is little room: from 10,000 on in thousands, rounded down.
pub fn compact(n: u32, lang: Lang) -> String {
    let thousand = match lang {
        Lang::Id => "rb",
        Lang::En => "k",
    };
    if n < 10_000 { number(n, lang) } else { number(n / 1000, lang) + thousand }
}

/// A length as an attribute: tenths of a px are enough for any screen. The standard library's way with
/// fractions would be 20 kB.
pub fn px(length: f64) -> String {
    let tenths = (length * 10.0).round() as i64;
    let sign = if tenths < 0 { "-" } else { "" };
    let (whole, rest) = (tenths.abs() / 10, tenths.abs() % 10);
    if rest == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{rest}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn between(a: &str, b: &str) -> Interval {
        Interval::between(a.parse().unwrap(), b.parse().unwrap())
    }

    #[test]
    fn a_count_without_room_is_told_in_thousands() {
        assert_eq!([0, 9_999, 10_000].map(|n| compact(n, Lang::Id)), ["0", "9.999", "10rb"]);
        assert_eq!([39_436, u32::MAX].map(|n| compact(n, Lang::En)), ["39k", "4,294,967k"]);
    }

    #[test]
    fn a_period_says_once_what_its_ends_share() {
        assert_eq!(period(between("2025-04-25", "2025-04-25"), Lang::Id), "25 Apr 2025");
        assert_eq!(period(between("2025-04-25", "2025-04-26"), Lang::Id), "25–26 Apr 2025");
        assert_eq!(period(between("2025-05-17", "2025-08-25"), Lang::Id), "17 Mei – 25 Agu 2025");
        assert_eq!(period(between("2024-12-31", "2025-01-01"), Lang::En), "31 Dec 2024 – 1 Jan 2025");
    }

    #[test]
    fn thousands_are_parted_as_the_language_does() {
        assert_eq!(number(1_234_567, Lang::Id), "1.234.567");
        assert_eq!(number(100, Lang::En), "100");
    }

    #[test]
    fn a_length_has_tenths_where_it_needs_them() {
        let lengths =
            [(12.3456, "12.3"), (12.0, "12"), (-0.26, "-0.3"), (-0.04, "0"), (1234567.06, "1234567.1")];
        for (length, text) in lengths {
            assert_eq!(px(length), text);
        }
    }
}
