use super::gold::Collection;
use super::matching::{common, day, ends, published_right, right, size, union, without};
use super::output::Run;
use super::tally::{self, kind};
use super::{analyse, errors, root};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

fn gold() -> Collection {
    Collection::read(&root().join("tests/gold")).unwrap()
}

fn score(output: &str) -> Vec<String> {
    let (gold, run) = (gold(), Run::parse(output).unwrap());
    tally::lines(&gold, &tally::compare(&gold, &run))
}

fn listed(output: &str) -> Vec<String> {
    let (gold, run) = (gold(), Run::parse(output).unwrap());
    errors::lines(&run, &tally::compare(&gold, &run))
}

/// The analysis that the gold describes, row for row.
fn perfect() -> Vec<Value> {
    let gold = gold();
    let mut ids: BTreeMap<&str, usize> = BTreeMap::new();
    let contacts = gold.rows.iter().flat_map(|r| r.a.iter().chain(&r.b)).map(String::as_str);
    let speakers = gold.files.iter().flat_map(|g| &g.quotes).flat_map(|q| &q.3).map(String::as_str);
    let named = gold.files.iter().flat_map(|g| &g.entities).map(|e| e.4.as_str());
    for name in named.chain(contacts).chain(speakers) {
        let next = ids.len();
        ids.entry(name).or_insert(next);
    }
    let actors: Vec<Value> =
        ids.iter().map(|(name, id)| json!({"id": id, "name": name, "kind": "person"})).collect();
    let all = |names: &[String]| names.iter().map(|n| ids[n.as_str()]).collect::<Vec<_>>();
    let interval = |value: &str| {
        let value = value.trim_start_matches('~');
        ends(value)
    };
    gold.files
        .iter()
        .map(|g| {
            let (from, to) = interval(&g.published.value);
            let rows = gold.rows.iter().filter(|r| r.file == g.file);
            json!({
                "file": format!("some/where/{}", g.file),
                "published": {"from": from, "to": to, "source": "text", "why": []},
                "actors": actors,
                "boilerplate": g.boilerplate.iter()
                    .map(|b| json!({"start": b.0, "end": b.1, "why": []})).collect::<Vec<_>>(),
                "mentions": g.entities.iter().map(|e| json!({"start": e.0, "end": e.1, "text": e.2,
                    "kind": kind(&e.3), "actor": ids[e.4.as_str()], "why": []})).collect::<Vec<_>>(),
                "dates": g.dates.iter().map(|d| {
                    let (from, to) = interval(&d.3.values()[0]);
                    json!({"start": d.0, "end": d.1, "text": d.2, "from": from, "to": to, "why": []})
                }).collect::<Vec<_>>(),
                "quotes": g.quotes.iter().map(|q| json!({"start": q.0, "end": q.1, "text": q.2,
                    "speakers": all(&q.3), "why": []})).collect::<Vec<_>>(),
                "contacts": rows.map(|r| json!({"a": all(&r.a), "b": all(&r.b), "status": r.status,
                    "start": 0, "end": 1, "why": []})).collect::<Vec<_>>(),
            })
        })
        .collect()
}

fn lines_of(rows: &[Value]) -> String {
    rows.iter().map(|row| format!("{row}\n")).collect()
}

/// Faults of every kind, spread over all files.
fn perturbed() -> Vec<Value> {
    let mut rows = perfect();
    for (n, row) in rows.iter_mut().enumerate() {
        let section = |row: &mut Value, name: &str, change: &dyn Fn(usize, &mut Value) -> bool| {
            let mut at = 0;
            row[name].as_array_mut().unwrap().retain_mut(|r| {
                at += 1;
                change(at + n, r)
            });
        };
        let moved = |r: &mut Value, by: i64| r["end"] = json!(r["end"].as_i64().unwrap() + by);
        section(row, "mentions", &|at, r| {
            match at % 17 {
                3 => moved(r, 1),
                5 => r["kind"] = json!("place"),
                7 => r["actor"] = Value::Null,
                9 => r["actor"] = json!(at % 4),
                11 => r["kind"] = json!("vessel"),
                _ => {}
            }
            at % 17 != 1
        });
        section(row, "dates", &|at, r| {
            match at % 5 {
                1 => r["from"] = json!("2025-04-11"),
                2 => moved(r, 2),
                3 => r["to"] = Value::Null,
                _ => {}
            }
            at % 7 != 0
        });
        section(row, "quotes", &|at, r| {
            match at % 6 {
                1 => moved(r, 9),
                2 => r["speakers"] = json!([]),
                3 => r["speakers"] = json!([900, 1]),
                4 => moved(r, -400),
                _ => {}
            }
            at % 8 != 0
        });
        section(row, "contacts", &|at, r| {
            if at % 3 == 1 {
                r["status"] = json!("denied");
            }
            at % 4 != 0
        });
        section(row, "boilerplate", &|at, r| {
            moved(r, 30);
            at % 3 != 0
        });
        row["quotes"].as_array_mut().unwrap().extend([
            json!({"start": 1, "end": 9, "text": "tiga kata saja", "speakers": []}),
            json!({"start": 1, "end": 9, "text": "ini bukan kutipan sama sekali", "speakers": []}),
            json!({"start": 9, "end": 9, "text": "nothing"}),
        ]);
        row["boilerplate"].as_array_mut().unwrap().push(json!({"start": 3, "end": 40}));
        if n == 1 {
            row["published"] = Value::Null;
        }
    }
    let never = gold().never;
    let id = |row: &Value, name: &str| {
        row["actors"].as_array().unwrap().iter().find(|a| a["name"] == name).unwrap()["id"].clone()
    };
    for (row, never) in rows.iter_mut().zip(&never) {
        let (a, b) = (id(row, &never.a[0]), id(row, &never.b[0]));
        let contact = json!({"a": [b], "b": [a], "status": "happened", "start": 0, "end": 9});
        row["contacts"].as_array_mut().unwrap().push(contact);
    }
    rows
}

#[test]
fn the_gold_itself_scores_full_marks() {
    let lines = score(&lines_of(&perfect()));
    assert_eq!(lines.len(), 9, "{lines:#?}");
    for line in &lines {
        let full = line.contains("P 1.000 R 1.000 F1 1.000") || line == "published    5 of 5";
        assert!(full, "{line}");
    }
    let errors: Vec<String> = listed(&lines_of(&perfect()))
        .into_iter()
        .filter(|line| line.starts_with(' ') && line != "  no errors")
        .collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

#[test]
fn no_output_scores_nothing_and_says_so() {
    let lines = score("\n");
    assert!(lines[0].starts_with("NO OUTPUT for: 000_"), "{lines:#?}");
    assert!(lines[1].starts_with("mentions     P 0.000 R 0.000 F1 0.000   307 gold, 0 given"), "{lines:#?}");
    assert_eq!(lines[5], "published    0 of 5");
}

#[test]
fn faults_cost_and_are_listed() {
    let output = lines_of(&perturbed());
    let lines = score(&output);
    assert!(lines.iter().any(|line| line.starts_with("NEVER rows produced: 000_")), "{lines:#?}");
    let full = lines.iter().filter(|line| line.contains("F1 1.000")).count();
    assert_eq!(full, 0, "{lines:#?}");
    let listed = listed(&output);
    let mut count = BTreeMap::new();
    for line in listed.iter().filter_map(|line| line.strip_prefix("  00")) {
        *count.entry(line.chars().nth(2).unwrap()).or_insert(0) += 1;
    }
    for mark in ['-', '+', '≠', '!'] {
        assert!(count.get(&mark).is_some_and(|n| *n > 1), "{mark}: {listed:#?}");
    }
    assert!(listed.iter().any(|line| line.starts_with("  merged ")), "{listed:#?}");
    assert!(listed.iter().any(|line| line.starts_with("  split ")), "{listed:#?}");
}

#[test]
fn the_reference_scorer_agrees_line_by_line() {
    let shared = std::env::var_os("SOROT_SHARED").map_or_else(|| root().join("../shared"), PathBuf::from);
    let script = shared.join("gold/score.py");
    let python = Command::new("python3").arg("--version").output().is_ok_and(|o| o.status.success());
    if !python || !script.exists() {
        println!("Not compared: python3 and the reference scorer {} are not both here.", script.display());
        return;
    }
    let analysed = analyse(&[], &root().join("articles")).unwrap();
    let half = lines_of(&perturbed()[..3]);
    for output in [analysed, lines_of(&perfect()), String::new(), lines_of(&perturbed()), half] {
        let mut reference = Command::new("python3")
            .arg(&script)
            .arg(root().join("tests/gold"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        reference.stdin.take().unwrap().write_all(output.as_bytes()).unwrap();
        let told = reference.wait_with_output().unwrap();
        let told_lines = String::from_utf8(told.stdout).unwrap();
        let ours = score(&output);
        assert_eq!(ours, told_lines.lines().collect::<Vec<_>>());
        assert_eq!(told.status.success(), !ours[0].starts_with("NO OUTPUT"));
    }
}

#[test]
fn halves_are_rounded_to_even_as_in_the_reference() {
    let told: Vec<String> = [0.0625, 0.1875, 0.3125, 0.4375].iter().map(|x| format!("{x:.3}")).collect();
    assert_eq!(told, ["0.062", "0.188", "0.312", "0.438"]);
}

#[test]
fn values_of_dates() {
    let check = |value: &str, from: &str, to: Option<&str>| {
        assert_eq!(ends(value), (from.to_owned(), to.map(str::to_owned)), "{value}");
    };
    check("2025-04-11", "2025-04-11", Some("2025-04-11"));
    check("2024-02", "2024-02-01", Some("2024-02-29"));
    check("2014", "2014-01-01", Some("2014-12-31"));
    check("2025-04-11/2025-04-13", "2025-04-11", Some("2025-04-13"));
    check("2025-04-11/..", "2025-04-11", None);
    check("2023-12/2025-02", "2023-12-01", Some("2025-02-28"));

    let accepts =
        |accepted: &str, from: &str, to: Option<&str>| right(Some(from), to, &[accepted.to_owned()]);
    assert!(accepts("~2025-11-22", "2025-11-17", Some("2025-11-23")));
    assert!(!accepts("~2025-11-22", "2025-11-16", Some("2025-11-23")), "eight days");
    assert!(!accepts("~2025-11-22", "2025-11-23", Some("2025-11-24")), "beside");
    assert!(!accepts("~2025-11-22", "2025-11-22", None), "open");
    assert!(accepts("2025-04-11/..", "2025-04-11", None));
    assert!(!accepts("2025-04-11", "2025-04-11", None));
    assert!(!right(None, None, &["2025-04-11".to_owned()]));

    assert!(published_right(Some("2025-04-11"), Some("2025-04-12"), "2025-04-11/2025-04-12"));
    assert!(published_right(Some("2025-04-12"), Some("2025-04-12"), "2025-04-11/2025-04-12"));
    assert!(!published_right(Some("2025-04-10"), Some("2025-04-11"), "2025-04-11/2025-04-12"));
    assert!(!published_right(Some("2025-04-01"), Some("2025-04-03"), "2025-04"), "too wide");
    assert!(!published_right(Some("2025-04-11"), None, "2025-04-11"));
}

#[test]
fn days_are_counted() {
    assert_eq!(day("0001-01-01"), Some(1));
    assert_eq!(day("2025-12-31").zip(day("2026-01-01")).map(|(a, b)| b - a), Some(1));
    assert_eq!(day("2024-02-28").zip(day("2024-03-01")).map(|(a, b)| b - a), Some(2));
    for wrong in ["", "2025-02-29", "2025-13-01", "2025-00-10", "2025-1-1", "2025-01-01T", "２０２５"] {
        assert_eq!(day(wrong), None, "{wrong}");
    }
}

#[test]
fn sets_of_characters() {
    let a = union(vec![(5, 9), (0, 3), (2, 4), (7, 7)]);
    assert_eq!(a, [(0, 4), (5, 9)]);
    assert_eq!(size(&a), 8);
    assert_eq!(common(&a, &[(3, 6)]), [(3, 4), (5, 6)]);
    assert_eq!(without(&a, &[(1, 2), (3, 6)]), [(0, 1), (2, 3), (6, 9)]);
}
