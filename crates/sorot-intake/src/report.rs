//! What was read, remarked and skipped, as JSON (docs/intake.md).

use crate::gather::{refused, state};
use crate::{Entry, Gathered, Remark, Row, State, Twins};
use sorot_core::calendar::Lang;
use sorot_core::correct::json::Json;

/// The report, in one line. Fields may be added, none is renamed or removed; what isn't known is left out.
pub fn report(gathered: &Gathered) -> String {
    let counts = [State::Read, State::Remarked, State::Skipped].map(|state| gathered.count(state));
    written(counts, gathered.report.iter().map(row))
}

/// As [`report`], of the entries that are `asked` for, held against all of them: counted are all, told at most `most`,
/// what was skipped first and what was read without a remark last.
pub fn told(entries: &[&Entry], asked: impl Fn(&Entry) -> bool, most: usize) -> String {
    let refused = refused(entries, Twins::Skip);
    let mut states: [Vec<(&Entry, Option<&Remark>)>; 3] = Default::default();
    for (&entry, why) in entries.iter().zip(&refused).filter(|(entry, _)| asked(entry)) {
        let [read, remarked, skipped] = &mut states;
        match state(entry, why.as_ref()) {
            State::Read => read,
            State::Remarked => remarked,
            State::Skipped => skipped,
        }
        .push((entry, why.as_ref()));
    }
    let counts = states.each_ref().map(Vec::len);
    let rows = states.iter().rev().flatten().take(most);
    written(counts, rows.map(|(entry, why)| row(&Row::of(entry, *why))))
}

/// A row is written before the next one is made: a hundred thousand of them aren't held as values.
fn written([read, remarks, skipped]: [usize; 3], rows: impl Iterator<Item = Json>) -> String {
    let mut out = format!("{{\"read\":{read},\"remarks\":{remarks},\"skipped\":{skipped},\"articles\":[");
    for (at, row) in rows.enumerate() {
        if at > 0 {
            out.push(',');
        }
        out.push_str(&row.line());
    }
    out.push_str("]}");
    out
}

fn row(row: &Row) -> Json {
    let text = |text: &str| Some(Json::Text(text.into()));
    object([
        ("file", text(&row.place.file)),
        ("inside", row.place.inside.as_deref().and_then(text)),
        ("record", row.place.record.map(Json::Number)),
        ("state", text(row.state.code())),
        ("format", text(row.format.code())),
        ("encoding", row.encoding.and_then(|encoding| text(encoding.name()))),
        ("title", row.title.as_deref().and_then(text)),
        ("remarks", Some(Json::List(row.remarks.iter().map(remark).collect()))),
    ])
}

fn remark(remark: &Remark) -> Json {
    object([
        ("code", Some(Json::Text(remark.finding.code().into()))),
        ("line", remark.line.map(Json::Number)),
        ("id", Some(Json::Text(remark.words(Lang::Id)))),
        ("en", Some(Json::Text(remark.words(Lang::En)))),
    ])
}

fn object<const N: usize>(fields: [(&str, Option<Json>); N]) -> Json {
    let known = fields.into_iter().filter_map(|(name, value)| Some((name.to_string(), value?)));
    Json::Object(known.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, Twins, gather, read};

    #[test]
    fn a_report_is_one_line_of_what_is_known() {
        let files: [(&str, &[u8]); 2] = [("a.txt", b"Harga beras turun."), ("b.txt", b"")];
        let entries = files.iter().flat_map(|(name, bytes)| read(name, bytes, Options::default()));
        let line = report(&gather(entries, Twins::Skip));
        let told: serde_json::Value = serde_json::from_str(&line).unwrap();
        assert_eq!((&told["read"], &told["skipped"]), (&1.into(), &1.into()));
        assert_eq!(told["articles"][0]["encoding"], "UTF-8");
        assert!(told["articles"][0].get("inside").is_none());
        assert_eq!(told["articles"][1]["remarks"][0]["code"], "empty");
    }

    #[test]
    fn of_many_a_few_are_told_and_all_are_counted() {
        let text = |n: usize| format!("Harga beras ke-{} turun di pasar.", n % 40);
        let entries: Vec<Entry> =
            (0..50).flat_map(|n| read(&format!("{n}.txt"), text(n).as_bytes(), Options::default())).collect();
        let all: Vec<&Entry> = entries.iter().collect();
        let few: serde_json::Value =
            serde_json::from_str(&told(&all, |entry| entry.place.file != "0.txt", 11)).unwrap();
        assert_eq!((&few["read"], &few["remarks"], &few["skipped"]), (&39.into(), &0.into(), &10.into()));
        let rows = few["articles"].as_array().unwrap();
        let names: Vec<&str> = rows.iter().filter_map(|row| row["file"].as_str()).collect();
        assert_eq!((rows.len(), names[0], names[9], names[10]), (11, "40.txt", "49.txt", "1.txt"));
        // Told of one that isn't asked for.
        assert_eq!(rows[0]["remarks"][0]["en"], "its text is that of 0.txt");
        // All of them, in the order of reading: the report.
        let whole = report(&gather(entries.iter().cloned(), Twins::Skip));
        let sorted = |text: &str| {
            let value: serde_json::Value = serde_json::from_str(text).unwrap();
            let mut rows: Vec<String> =
                value["articles"].as_array().unwrap().iter().map(|row| row.to_string()).collect();
            rows.sort();
            rows
        };
        assert_eq!(sorted(&whole), sorted(&told(&all, |_| true, usize::MAX)));
    }
}
