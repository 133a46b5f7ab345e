//! Runs the table of date expressions: every marked expression is found where it stands, nothing
//! else is, and its days are the table's.

use sorot_core::annotate::{Published, PublishedSource, dates};
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

#[test]
fn the_table_is_read_right() {
    let mut counts: BTreeMap<(String, String), (usize, usize)> = BTreeMap::new();
    let mut faults = Vec::new();
    for line in include_str!("expressions.tsv").lines().filter(|l| !l.starts_with('#')) {
        let [phenomenon, tag, day, marked, values] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("not five columns: {line}");
        };
        let body = marked.replace(['{', '}'], "");
        let expected: Vec<(&str, &str)> = marked
            .split('{')
            .skip(1)
            .filter_map(|rest| rest.split('}').next())
            .zip(values.split(';').filter(|v| !v.is_empty()))
            .collect();
        let structure = one_line(&body, Lang::from_tag(tag).unwrap());
        let published = Published {
            when: Some(Interval::day(day.parse().unwrap())),
            source: PublishedSource::Declared,
            why: vec![],
        };
        let found = dates::resolve(&body, &dates::find(&body, &structure), &published);
        let found: Vec<(&str, String)> = found
            .iter()
            .map(|t| (t.span.of(&body), format!("{}/{}", ends(t.value), t.grain.code())))
            .collect();
        let hits = expected
            .iter()
            .filter(|(words, value)| found.iter().any(|f| f.0 == *words && f.1 == *value))
            .count();
        let total = expected.len().max(found.len()).max(1);
        let right = if expected.is_empty() && found.is_empty() { 1 } else { hits };
        let count = counts.entry((tag.into(), phenomenon.into())).or_default();
        count.0 += right;
        count.1 += total;
        if right < total {
            faults.push(format!(
                "{phenomenon} {day}: {marked}\n    expected {expected:?}\n    found    {found:?}"
            ));
        }
    }
    for tag in ["id", "en"] {
        let of = counts.iter().filter(|(key, _)| key.0 == tag);
        let (right, all) = of.fold((0, 0), |sum, (_, n)| (sum.0 + n.0, sum.1 + n.1));
        println!("{tag}: {right} of {all}");
        assert!(all >= if tag == "id" { 300 } else { 100 }, "{tag}: only {all} rows");
        assert!(right * 100 >= LEAST * all, "{tag}: {right} of {all} right\n{}", faults.join("\n"));
    }
    println!("{}", faults.join("\n"));
}
