//! One-to-one matching of spans, accepted values of dates, and the ratios.

use super::output::Placed;

/// The digits a name begins with, or all of the name: files are matched by them.
pub fn leading_digits(name: &str) -> &str {
    let digits = name.trim_start_matches(|c: char| c.is_ascii_digit());
    match name.len() - digits.len() {
        0 => name,
        n => name.get(..n).unwrap_or(name),
    }
}

/// Pairs (gold index, given index) whose overlap is at least `least` of the union, best first, one to one;
/// sorted by gold index.
pub fn pair<T: Placed>(gold: &[(i64, i64)], given: &[T], least: f64) -> Vec<(usize, usize)> {
    let mut candidates = Vec::new();
    for (i, &(start, end)) in gold.iter().enumerate() {
        for (j, row) in given.iter().enumerate() {
            let overlap = end.min(row.end()) - start.max(row.start());
            let union = end.max(row.end()) - start.min(row.start());
            let share = overlap as f64 / union as f64;
            if overlap > 0 && share >= least {
                candidates.push((share, i, j));
            }
        }
    }
    candidates.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for (_, i, j) in candidates {
        if pairs.iter().all(|&(a, b)| a != i && b != j) {
            pairs.push((i, j));
        }
    }
    pairs.sort_unstable();
    pairs
}

/// The first and the last day of a gold value: a day, a month, a year, or `from/to` of these with `..` for an
/// open end.
pub fn ends(value: &str) -> (String, Option<String>) {
    let (from, to) = value.split_once('/').unwrap_or((value, ""));
    let first = match from.len() {
        10 => from.to_owned(),
        7 => format!("{from}-01"),
        _ => format!("{from}-01-01"),
    };
    let last = |x: &str| match x.len() {
        10 => x.to_owned(),
        7 => format!("{x}-{:02}", month_length(x).unwrap_or(0)),
        _ => format!("{x}-12-31"),
    };
    let to = if to == ".." { None } else { Some(last(if to.is_empty() { from } else { to })) };
    (first, to)
}

fn month_length(month: &str) -> Option<i64> {
    let year: i64 = month.get(..4)?.parse().ok()?;
    let month: i64 = month.get(5..7)?.parse().ok()?;
    Some(days_in(year, month))
}

fn days_in(year: i64, month: i64) -> i64 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// A day as a number that grows by one a day; `None` when it isn't a day of the calendar.
pub fn day(text: &str) -> Option<i64> {
    let bytes = text.as_bytes();
    let digits =
        bytes.iter().enumerate().all(|(i, b)| if i == 4 || i == 7 { *b == b'-' } else { b.is_ascii_digit() });
    if bytes.len() != 10 || !digits {
        return None;
    }
    let year: i64 = text.get(..4)?.parse().ok()?;
    let month: i64 = text.get(5..7)?.parse().ok()?;
    let day: i64 = text.get(8..)?.parse().ok()?;
    if year < 1 || !(1..=12).contains(&month) || !(1..=days_in(year, month)).contains(&day) {
        return None;
    }
    let before: i64 = (1..month).map(|m| days_in(year, m)).sum();
    let past = year - 1;
    Some(past * 365 + past / 4 - past / 100 + past / 400 + before + day)
}

/// Does the interval equal one of the accepted values?
pub fn right(from: Option<&str>, to: Option<&str>, accepted: &[String]) -> bool {
    accepted.iter().any(|value| match value.strip_prefix('~') {
        Some(about) => match (from.and_then(day), to.and_then(day), day(about)) {
            (Some(first), Some(last), Some(about)) => first <= about && about <= last && last - first <= 6,
            _ => false,
        },
        None => {
            let (first, last) = ends(value);
            from == Some(first.as_str()) && to == last.as_deref()
        }
    })
}

/// Is it a closed interval of at most two days that lies inside the gold's?
pub fn published_right(from: Option<&str>, to: Option<&str>, gold: &str) -> bool {
    let (first, last) = ends(gold);
    match (from.and_then(day), to.and_then(day), day(&first), last.as_deref().and_then(day)) {
        (Some(from), Some(to), Some(first), Some(last)) => {
            first <= from && from <= to && to <= last && to - from <= 1
        }
        _ => false,
    }
}

/// Precision, recall, F1.
#[derive(Clone, Copy, Default)]
pub struct Ratios(pub f64, pub f64, pub f64);

impl Ratios {
    /// From the numbers of right, given and wanted ones.
    pub fn count(right: usize, given: usize, wanted: usize) -> Ratios {
        let share = |n: usize| if n == 0 { 0.0 } else { right as f64 / n as f64 };
        Ratios::new(share(given), share(wanted))
    }

    /// From precision and recall.
    pub fn new(precision: f64, recall: f64) -> Ratios {
        let sum = precision + recall;
        Ratios(precision, recall, if sum == 0.0 { 0.0 } else { 2.0 * precision * recall / sum })
    }
}

/// Sorted, merged intervals: a set of characters.
pub fn union(mut spans: Vec<(i64, i64)>) -> Vec<(i64, i64)> {
    spans.retain(|s| s.0 < s.1);
    spans.sort_unstable();
    let mut merged: Vec<(i64, i64)> = Vec::new();
    for span in spans {
        match merged.last_mut() {
            Some(last) if span.0 <= last.1 => last.1 = last.1.max(span.1),
            _ => merged.push(span),
        }
    }
    merged
}

/// What both sets hold.
pub fn common(a: &[(i64, i64)], b: &[(i64, i64)]) -> Vec<(i64, i64)> {
    let all = a.iter().flat_map(|x| b.iter().map(|y| (x.0.max(y.0), x.1.min(y.1))));
    union(all.collect())
}

/// What `a` holds and `b` doesn't.
pub fn without(a: &[(i64, i64)], b: &[(i64, i64)]) -> Vec<(i64, i64)> {
    let mut left = Vec::new();
    for &(begin, end) in a {
        let mut start = begin;
        for &(from, to) in b.iter().filter(|s| s.1 > begin && s.0 < end) {
            left.push((start, from));
            start = start.max(to);
        }
        left.push((start, end));
    }
    union(left)
}

/// How many characters the set holds.
pub fn size(spans: &[(i64, i64)]) -> usize {
    spans.iter().map(|s| usize::try_from(s.1 - s.0).unwrap_or(0)).sum()
}
