//! Every difference between the gold and the analysis, section by section: what a person who improves the
//! analysis reads. `-` is missed, `+` is given and not wanted, `≠` is found with a wrong value.

use super::matching::without;
use super::output::{Placed, Run};
use super::tally::{File, Given, Sides, date_right, exact, is_short, kind, speakers, speakers_right};
use std::collections::{BTreeMap, BTreeSet};

/// All differences. Offsets are Unicode scalar values of the body.
pub fn lines(run: &Run, files: &[File]) -> Vec<String> {
    let mut lines = Vec::new();
    let mut section = |title: &str, of: &dyn Fn(&File) -> Vec<String>| {
        lines.push(format!("\n{title}"));
        let before = lines.len();
        for file in files {
            lines.extend(of(file).into_iter().map(|line| format!("  {} {line}", short(&file.gold.file))));
        }
        if lines.len() == before {
            lines.push("  no errors".to_owned());
        }
    };
    section("mentions", &mentions);
    section("dates", &dates);
    section("published", &published);
    section("quotes", &|file| quotes(run, file));
    section("contacts", &|file| contacts(run, file));
    section("not-story", &non_story);
    lines.push("\nactors".to_owned());
    let groups = actors(run, files);
    lines.extend(if groups.is_empty() { vec!["  no errors".to_owned()] } else { groups });
    lines
}

/// The digits of a file's name are enough to find it.
fn short(file: &str) -> &str {
    super::matching::leading_digits(file)
}

fn reason(why: &[String]) -> String {
    if why.is_empty() { String::new() } else { format!("  because {}", why.join("; ")) }
}

fn overlap(a: (i64, i64), b: (i64, i64)) -> bool {
    a.0 < b.1 && b.0 < a.1
}

fn mentions(file: &File) -> Vec<String> {
    let mut rows = Vec::new();
    for (start, end, text, code, name) in &file.gold.entities {
        if file.given_mentions.contains_key(&(*start, *end, kind(code))) {
            continue;
        }
        let mut line = format!("- {start}..{end} “{text}” {} {name}", kind(code));
        for m in file.output.mentions.iter().filter(|m| overlap((m.start, m.end), (*start, *end))) {
            line += &format!(", given {}..{} “{}” {}", m.start, m.end, m.text, m.kind);
        }
        rows.push((*start, line));
    }
    for (key, index) in &file.given_mentions {
        let Some(m) = file.output.mentions.get(*index).filter(|_| !file.wanted_mentions.contains_key(key))
        else {
            continue;
        };
        let line = format!("+ {}..{} “{}” {}{}", m.start, m.end, m.text, m.kind, reason(&m.why));
        rows.push((m.start, line));
    }
    ordered(rows)
}

fn ordered(mut rows: Vec<(i64, String)>) -> Vec<String> {
    rows.sort();
    rows.into_iter().map(|row| row.1).collect()
}

fn interval(from: Option<&str>, to: Option<&str>) -> String {
    format!("{}/{}", from.unwrap_or(".."), to.unwrap_or(".."))
}

fn dates(file: &File) -> Vec<String> {
    let mut rows = Vec::new();
    for (i, (start, end, text, value)) in file.gold.dates.iter().enumerate() {
        let wanted = value.values().join(" or ");
        match file
            .dates
            .iter()
            .find(|pair| pair.0 == i)
            .and_then(|&(_, j)| Some((j, file.output.dates.get(j)?)))
        {
            None => rows.push((*start, format!("- {start}..{end} “{text}” wanted {wanted}"))),
            Some((j, _)) if date_right(file.gold, file.output, i, j) => {}
            Some((_, d)) => {
                let given = interval(d.from.as_deref(), d.to.as_deref());
                let line =
                    format!("≠ {start}..{end} “{text}” wanted {wanted}, given {given}{}", reason(&d.why));
                rows.push((*start, line));
            }
        }
    }
    for (j, d) in file.output.dates.iter().enumerate() {
        if file.dates.iter().all(|pair| pair.1 != j) {
            let given = interval(d.from.as_deref(), d.to.as_deref());
            rows.push((d.start, format!("+ {}..{} “{}” {given}{}", d.start, d.end, d.text, reason(&d.why))));
        }
    }
    ordered(rows)
}

fn published(file: &File) -> Vec<String> {
    if file.published {
        return Vec::new();
    }
    let wanted = &file.gold.published.value;
    vec![match &file.output.published {
        None => format!("- wanted {wanted}"),
        Some(p) => {
            let given = interval(p.from.as_deref(), p.to.as_deref());
            format!("≠ wanted {wanted}, given {given}{}", reason(&p.why))
        }
    }]
}

fn quotes(run: &Run, file: &File) -> Vec<String> {
    let mut rows = Vec::new();
    for (i, (start, end, text, wanted)) in file.gold.quotes.iter().enumerate() {
        let matched =
            file.quotes.iter().find(|pair| pair.0 == i).and_then(|&(_, j)| file.output.quotes.get(j));
        let Some(quote) = matched else {
            let mut line = format!("- {start}..{end} {text} by {}", names(wanted));
            for q in file.output.quotes.iter().filter(|q| overlap((q.start, q.end), (*start, *end))) {
                line += &format!(", given {}..{}", q.start, q.end);
            }
            rows.push((*start, line));
            continue;
        };
        let given = speakers(run, quote);
        if !wanted.is_empty() && !speakers_right(&given, wanted) {
            let (wanted, given) = (names(wanted), names(&given));
            let line =
                format!("≠ {start}..{end} {text} wanted {wanted}, given {given}{}", reason(&quote.why));
            rows.push((*start, line));
        }
    }
    for (j, q) in file.output.quotes.iter().enumerate() {
        if file.quotes.iter().all(|pair| pair.1 != j) && !is_short(q) {
            let given = names(&speakers(run, q));
            rows.push((
                q.start(),
                format!("+ {}..{} {} by {given}{}", q.start, q.end, q.text, reason(&q.why)),
            ));
        }
    }
    ordered(rows)
}

fn names<'a>(all: impl IntoIterator<Item = &'a String>) -> String {
    let all: Vec<&str> = all.into_iter().map(String::as_str).collect();
    if all.is_empty() { "nobody".to_owned() } else { all.join(", ") }
}

fn contacts(run: &Run, file: &File) -> Vec<String> {
    let status = |s: &Option<String>| s.clone().unwrap_or_else(|| "no status".to_owned());
    let mut lines = Vec::new();
    for (row, _) in file.contacts.iter().filter(|c| c.1.is_none()) {
        lines.push(format!("- {} – {}: {}", names(&row.a), names(&row.b), status(&row.status)));
    }
    let given = |sides: &Sides| {
        let Some(c) = file.output.contacts.get(sides.row) else { return String::new() };
        let all = |ids: &[i64]| names(&ids.iter().map(|&id| run.name(id)).collect::<Vec<_>>());
        let (a, b) = (all(&c.a), all(&c.b));
        format!("+ {}..{} {a} – {b}: {}{}", c.start, c.end, status(&c.status), reason(&c.why))
    };
    for (j, sides) in file.given_contacts.iter().enumerate() {
        if file.contacts.iter().all(|c| c.1 != Some(j)) {
            lines.push(given(sides));
        }
    }
    for row in &file.never {
        lines.push(format!("! {} – {} had to be avoided", names(&row.a), names(&row.b)));
    }
    lines
}

fn non_story(file: &File) -> Vec<String> {
    let mut rows = Vec::new();
    for (start, end) in without(&file.wanted_non_story, &file.given_non_story) {
        let of = file.gold.boilerplate.iter().find(|b| overlap((b.0, b.1), (start, end)));
        let text: String = of
            .map(|b| {
                let skipped = usize::try_from(start - b.0).unwrap_or(0);
                b.2.chars().skip(skipped).take(usize::try_from(end - start).unwrap_or(0)).collect()
            })
            .unwrap_or_default();
        rows.push((start, format!("- {start}..{end} “{text}”")));
    }
    for (start, end) in without(&file.given_non_story, &file.wanted_non_story) {
        let of = file.output.boilerplate.iter().find(|b| overlap((b.start, b.end), (start, end)));
        rows.push((start, format!("+ {start}..{end}{}", of.map(|b| reason(&b.why)).unwrap_or_default())));
    }
    ordered(rows)
}

/// Names that were split over several actors and actors that hold several names, over all files.
fn actors(run: &Run, files: &[File]) -> Vec<String> {
    let mut by_name: BTreeMap<&str, BTreeMap<Given, Vec<String>>> = BTreeMap::new();
    let mut by_actor: BTreeMap<Given, BTreeMap<&str, Vec<String>>> = BTreeMap::new();
    for file in files {
        for (key, name, actor) in exact(file) {
            let place = format!("{} {}..{}", short(&file.gold.file), key.0, key.1);
            by_name.entry(name).or_default().entry(actor).or_default().push(place.clone());
            by_actor.entry(actor).or_default().entry(name).or_default().push(place);
        }
    }
    let called = |actor: &Given| match actor {
        Given::Actor(id) => format!("#{id} {}", run.name(*id)),
        Given::Alone(..) => "no actor".to_owned(),
    };
    let mut lines = Vec::new();
    for (name, parts) in by_name.iter().filter(|(_, parts)| parts.len() > 1) {
        let parts: Vec<String> = parts.iter().map(|(a, at)| format!("{} ({})", called(a), few(at))).collect();
        lines.push(format!("  split   {name}: {}", parts.join(" | ")));
    }
    for (actor, parts) in by_actor.iter().filter(|(_, parts)| parts.len() > 1) {
        let parts: Vec<String> = parts.iter().map(|(name, at)| format!("{name} ({})", few(at))).collect();
        lines.push(format!("  merged  {}: {}", called(actor), parts.join(" | ")));
    }
    let mut wrong = BTreeSet::new();
    for (actor, parts) in &by_actor {
        if let (Given::Actor(id), 1) = (actor, parts.len()) {
            let name = run.name(*id);
            wrong.extend(
                parts.keys().filter(|n| **n != name).map(|n| format!("  named   {n}: given as {name}")),
            );
        }
    }
    lines.extend(wrong);
    lines
}

/// The first places, and how many more there are.
fn few(places: &[String]) -> String {
    let shown: Vec<&str> = places.iter().take(4).map(String::as_str).collect();
    match places.len().saturating_sub(4) {
        0 => shown.join(", "),
        more => format!("{}, {more} more", shown.join(", ")),
    }
}
