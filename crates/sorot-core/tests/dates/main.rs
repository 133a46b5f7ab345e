//! Runs the tables of date and time expressions: every marked expression is found where it stands,
//! nothing else is, and its days or TIMEX3 values are the table's.

#![allow(clippy::unwrap_used, clippy::panic)] // The whole file is tests.

use sorot_core::annotate::{Published, PublishedSource, Timex, dates};
use sorot_core::calendar::{Day, Interval, Lang};
use sorot_core::structure::{Block, BlockKind, Structure};
use sorot_core::text::Span;
use std::collections::BTreeMap;

/// Of all expressions and sentences without one, this many per cent must be right.
const LEAST: usize = 98;

/// A line as a story of its own, so that the table doesn't rest on the structure stage.
fn one_line(body: &str, language: Lang) -> Structure {
    let block = Block { span: Span::new(0, body.len()), kind: BlockKind::Paragraph };
    Structure { language, blocks: vec![block], sentences: Vec::new() }
}

fn ends(value: Option<Interval>) -> String {
    let day = |d: Option<Day>| d.map_or(String::new(), |d| d.to_string());
    value.map_or("?".into(), |v| format!("{}..{}", day(v.from()), day(v.to())))
}

/// What is read from one row: the words and the value of each expression.
type Reading = Vec<(String, String)>;

fn days(body: &str, structure: &Structure, published: &Published) -> Reading {
    let found = dates::resolve(body, &dates::find(body, structure), published);
    let row = |t: &Timex| (t.span.of(body).into(), format!("{}/{}", ends(t.value), t.grain.code()));
    found.iter().map(row).collect()
}

fn timexes(body: &str, structure: &Structure, published: &Published) -> Reading {
    let found = dates::timex3::find(body, structure, published);
    found.iter().map(|t| (t.span.of(body).into(), format!("{} {}", t.kind.code(), t.value))).collect()
}

/// Reads every row of `table` with `read`; per language at least `rows` expressions, [`LEAST`] per
/// cent of them right.
fn check(
    what: &str,
    table: &str,
    rows: [(&str, usize); 2],
    read: fn(&str, &Structure, &Published) -> Reading,
) {
    let mut counts: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    let mut faults = Vec::new();
    for line in table.lines().filter(|l| !l.starts_with('#')) {
        let [phenomenon, tag, day, marked, values] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("not five columns: {line}");
        };
        let body = marked.replace(['{', '}'], "");
        let marks = marked.split('{').skip(1).filter_map(|rest| rest.split('}').next());
        let values = values.split(';').filter(|v| !v.is_empty());
        let expected: Reading = marks.zip(values).map(|(m, v)| (m.into(), v.into())).collect();
        let published = Published {
            when: Some(Interval::day(day.parse().unwrap())),
            source: PublishedSource::Declared,
            why: vec![],
        };
        let found = read(&body, &one_line(&body, Lang::from_tag(tag).unwrap()), &published);
        let hits = expected.iter().filter(|row| found.contains(row)).count();
        let total = expected.len().max(found.len()).max(1);
        let right = if expected.is_empty() && found.is_empty() { 1 } else { hits };
        let count = counts.entry(tag.into()).or_default();
        count.0 += right;
        count.1 += total;
        if right < total {
            faults.push(format!("{phenomenon} {marked}\n    expected {expected:?}\n    found    {found:?}"));
        }
    }
    for (tag, least) in rows {
        let (right, all) = counts.get(tag).copied().unwrap_or_default();
        println!("{what}, {tag}: {right} of {all}");
        assert!(all >= least, "{tag}: only {all} rows");
        assert!(right * 100 >= LEAST * all, "{tag}: {right} of {all} right\n{}", faults.join("\n"));
    }
    println!("{}", faults.join("\n"));
}

#[test]
fn the_table_of_days_is_read_right() {
    check("days", include_str!("expressions.tsv"), [("id", 300), ("en", 100)], days);
}

#[test]
fn the_table_of_timexes_is_read_right() {
    check("timex3", include_str!("timex3.tsv"), [("id", 100), ("en", 40)], timexes);
}
