//! What was read, remarked and skipped, as JSON (docs/intake.md).

use crate::{Gathered, Remark, Row, State};
use sorot_core::calendar::Lang;
use sorot_core::correct::json::Json;

/// The report. Fields may be added, none is renamed or removed; what isn't known is left out.
pub fn report(gathered: &Gathered) -> Json {
    let count = |state| Some(Json::Number(gathered.count(state) as u32));
    object([
        ("read", count(State::Read)),
        ("remarks", count(State::Remarked)),
        ("skipped", count(State::Skipped)),
        ("articles", Some(Json::List(gathered.report.iter().map(row).collect()))),
    ])
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
        let line = report(&gather(entries, Twins::Skip)).line();
        let told: serde_json::Value = serde_json::from_str(&line).unwrap();
        assert_eq!((&told["read"], &told["skipped"]), (&1.into(), &1.into()));
        assert_eq!(told["articles"][0]["encoding"], "UTF-8");
        assert!(told["articles"][0].get("inside").is_none());
        assert_eq!(told["articles"][1]["remarks"][0]["code"], "empty");
    }
}
