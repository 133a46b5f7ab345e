//! The report of what was read (docs/intake.md), as far as it is shown.

use sorot_core::correct::json::{self, Json};
use sorot_core::view::Lang;

/// What became of the files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Read, read with remarks, skipped.
    pub counts: [u32; 3],
    /// An article each, what was skipped first; of many the first ones.
    pub rows: Vec<Row>,
}

/// What became of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its place in [`Report::counts`].
    pub state: usize,
    /// The file.
    pub file: String,
    /// Where it lies: the file, the file in an archive, the record.
    pub place: String,
    /// Its encoding, where another might be meant.
    pub encoding: Option<String>,
    /// What there is to say.
    pub remarks: Vec<Remark>,
}

/// Something to say, in both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The line of the file, from 1 on.
    pub line: Option<u32>,
    id: String,
    en: String,
}

impl Remark {
    /// The sentence.
    pub fn words(&self, lang: Lang) -> &str {
        match lang {
            Lang::Id => &self.id,
            Lang::En => &self.en,
        }
    }
}

/// Remarks that leave open how the bytes are meant.
const OF_ENCODING: [&str; 4] = ["encoding-guessed", "encoding-other", "bad-bytes", "unknown-encoding"];

impl Report {
    /// From its JSON; empty where it is none.
    pub fn read(text: &str) -> Report {
        let told = json::read(text).unwrap_or(Json::Null);
        let Some(Json::List(articles)) = told.get("articles") else { return Report::default() };
        let counts = ["read", "remarks", "skipped"].map(|state| number(&told, state).unwrap_or(0));
        Report { counts, rows: articles.iter().map(row).collect() }
    }
}

fn row(article: &Json) -> Row {
    let text = |name: &str| article.get(name).and_then(Json::text).unwrap_or_default();
    let state = ["read", "remarks", "skipped"].iter().position(|s| *s == text("state")).unwrap_or(0);
    let file = text("file").to_string();
    let mut place = file.clone();
    for part in [text("inside")].into_iter().filter(|part| !part.is_empty()) {
        place.push_str(" › ");
        place.push_str(part);
    }
    if let Some(record) = number(article, "record") {
        place.push_str(&format!(" #{record}"));
    }
    let told = match article.get("remarks") {
        Some(Json::List(told)) => told.as_slice(),
        _ => &[],
    };
    let field =
        |remark: &Json, name: &str| remark.get(name).and_then(Json::text).unwrap_or_default().to_string();
    let open = told.iter().any(|remark| OF_ENCODING.contains(&field(remark, "code").as_str()));
    let remarks = told
        .iter()
        .map(|r| Remark { line: number(r, "line"), id: field(r, "id"), en: field(r, "en") })
        .collect();
    let encoding = text("encoding");
    let encoding = (open || !matches!(encoding, "" | "UTF-8")).then(|| encoding.to_string());
    Row { state, file, place, encoding, remarks }
}

fn number(of: &Json, name: &str) -> Option<u32> {
    match of.get(name) {
        Some(Json::Number(number)) => Some(*number),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_is_read_in_its_order() {
        let report = Report::read(
            r#"{"read":9,"remarks":1,"skipped":1,"articles":[
                {"file":"b.zip","inside":"c.csv","record":2,"state":"skipped","remarks":[{"code":"empty","line":3,"id":"kosong","en":"empty"}]},
                {"file":"d.txt","state":"remarks","encoding":"windows-1251","remarks":[{"code":"encoding-guessed","id":"x","en":"y"}]},
                {"file":"a.txt","state":"read","encoding":"UTF-8","remarks":[]},
                {"file":"e.txt","state":"read","encoding":"UTF-16LE","remarks":[]}]}"#,
        );
        assert_eq!(report.counts, [9, 1, 1]);
        let places: Vec<&str> = report.rows.iter().map(|row| row.place.as_str()).collect();
        assert_eq!(places, ["b.zip › c.csv #2", "d.txt", "a.txt", "e.txt"]);
        assert_eq!(
            (report.rows[0].remarks[0].line, report.rows[0].remarks[0].words(Lang::En)),
            (Some(3), "empty")
        );
        let encodings: Vec<Option<&str>> = report.rows.iter().map(|row| row.encoding.as_deref()).collect();
        assert_eq!(encodings, [None, Some("windows-1251"), None, Some("UTF-16LE")]);
        assert_eq!(Report::read("{"), Report::default());
    }
}
