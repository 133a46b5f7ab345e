//! JSON: one article, a list of them, an object that holds the list (JSON Feed, WordPress, search engines), or one a
//! line. Each article stands for itself: a broken one is told with line and column, the others are read.

mod value;

pub(crate) use value::{Reader, Value};

use crate::actors;
use crate::fields::{Draft, Field, field_of};
use crate::finding::Finding;
use crate::{Entry, Format, Place, Remark, limits};
use value::Lines;

/// Names of fields that hold the list, and of objects that hold such a field.
const LISTS: &[&str] = &[
    "articles",
    "items",
    "data",
    "results",
    "posts",
    "entries",
    "docs",
    "documents",
    "hits",
    "news",
    "artikel",
    "berita",
    "response",
    "result",
    "@graph",
    "_source",
];
/// Objects around the list.
const AROUND: usize = 4;

/// A JSON text.
pub(crate) fn read(place: &Place, text: &str) -> Vec<Entry> {
    let mut file = File {
        place,
        text,
        format: Format::Json,
        lines: Lines::new(text),
        entries: Vec::new(),
        around: Draft::default(),
    };
    let mut reader = Reader::new(text);
    file.top(&mut reader, 0);
    // Several values one after the other are lines, whatever the file is called.
    if reader.peek().is_some() && file.entries.len() <= 1 && text.trim_start().starts_with('{') {
        return read_lines(place, text);
    }
    file.entries
}

/// One value a line.
pub(crate) fn read_lines(place: &Place, text: &str) -> Vec<Entry> {
    let mut entries = Vec::new();
    for (number, line) in (1u32..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()) {
        let record = entries.len() as u32 + 1;
        if entries.len() >= limits::MAX_RECORDS {
            entries.push(too_many(place, record));
            break;
        }
        let place = place.record(record, Some(number));
        let mut reader = Reader::new(line);
        entries.push(match reader.value() {
            Ok(value) if reader.peek().is_none() => {
                article(&place, Format::JsonLines, value, reader.lone, &Draft::default())
            }
            Ok(_) => broken(place, Format::JsonLines, reader.at + 1, "more text behind the value"),
            Err(fault) => broken(place, Format::JsonLines, reader.at + 1, fault),
        });
    }
    entries
}

struct File<'a> {
    place: &'a Place,
    text: &'a str,
    format: Format,
    lines: Lines<'a>,
    entries: Vec<Entry>,
    /// What the object around the list says of all its articles.
    around: Draft,
}

impl File<'_> {
    /// The value that the file is, or that holds the list.
    fn top(&mut self, reader: &mut Reader<'_>, depth: usize) {
        match reader.peek() {
            Some(b'[') => {
                reader.takes(b'[');
                self.list(reader);
            }
            Some(b'{') if depth < AROUND => {
                let begin = reader.at;
                reader.takes(b'{');
                if let Err(fault) = self.object(reader, depth, begin) {
                    self.stop(reader.at, fault);
                }
            }
            _ => self.stop(reader.at, "list or object expected"),
        }
    }

    /// An object: the articles of its lists; without any it is an article itself.
    fn object(&mut self, reader: &mut Reader<'_>, depth: usize, begin: usize) -> Result<(), &'static str> {
        let before = self.entries.len();
        let mut own = Vec::new();
        let lone = reader.lone;
        while !reader.takes(b'}') {
            let name = reader.name()?;
            let opens = reader.peek();
            if LISTS.contains(&name.as_str())
                && opens == Some(b'[')
                && looks_like_articles(self.text, reader.at)
            {
                self.around = around(&own);
                reader.takes(b'[');
                self.list(reader);
            } else if LISTS.contains(&name.as_str()) && opens == Some(b'{') && depth + 1 < AROUND {
                self.top(reader, depth + 1);
            } else {
                let value = reader.value()?;
                if own.len() < limits::MAX_FIELDS {
                    own.push((name, value));
                }
            }
            reader.between(b'}')?;
        }
        if self.entries.len() == before {
            let (line, _) = self.lines.of(begin);
            let place = Place { line: Some(line), ..self.place.clone() };
            self.entries.push(article(
                &place,
                self.format,
                Value::Object(own),
                reader.lone - lone,
                &Draft::default(),
            ));
        }
        Ok(())
    }

    /// The members of a list, each an article.
    fn list(&mut self, reader: &mut Reader<'_>) {
        while !reader.takes(b']') {
            let record = self.entries.len() as u32 + 1;
            if self.entries.len() >= limits::MAX_RECORDS {
                self.entries.push(too_many(self.place, record));
                reader.at = self.text.len();
                return;
            }
            if reader.peek().is_none() {
                return self.stop(reader.at, "the list is never closed");
            }
            let begin = reader.at;
            let lone = reader.lone;
            let (line, _) = self.lines.of(begin);
            let place = self.place.record(record, Some(line));
            let read = reader.value().and_then(|value| reader.between(b']').map(|()| value));
            match read {
                Ok(value) => {
                    let entry = article(&place, self.format, value, reader.lone - lone, &self.around);
                    self.entries.push(entry);
                }
                Err(fault) => {
                    let (line, column) = self.lines.of(reader.at);
                    self.entries.push(broken(
                        Place { line: Some(line), ..place },
                        self.format,
                        column,
                        fault,
                    ));
                    reader.at = begin;
                    if !reader.skip() || reader.between(b']').is_err() || reader.at <= begin {
                        return self.stop(begin, fault);
                    }
                }
            }
        }
    }

    fn stop(&mut self, at: usize, fault: &str) {
        let (line, _) = self.lines.of(at);
        let place = Place { line: Some(line), ..self.place.clone() };
        self.entries.push(Entry::skipped(place, self.format, Finding::JsonRest, [fault.to_string()]));
    }
}

/// Whether objects stand in the list that opens at `at`.
fn looks_like_articles(text: &str, at: usize) -> bool {
    text.get(at + 1..).is_some_and(|rest| rest.trim_start().starts_with('{'))
}

/// What a feed says of its articles: its own name is their source.
fn around(fields: &[(String, Value)]) -> Draft {
    let mut draft = Draft::default();
    for (name, value) in fields {
        let field = match field_of(name) {
            Some((Field::Title | Field::Source, rank)) => (Field::Source, rank),
            Some((Field::Language, rank)) => (Field::Language, rank),
            _ => continue,
        };
        if let Some(text) = value.text() {
            draft.take(field, text.to_string());
        }
    }
    draft
}

fn too_many(place: &Place, record: u32) -> Entry {
    let limit = limits::MAX_RECORDS.to_string();
    Entry::skipped(place.record(record, None), Format::Json, Finding::TooManyRecords, [limit])
}

fn broken(place: Place, format: Format, column: usize, fault: &str) -> Entry {
    Entry::skipped(place, format, Finding::JsonBroken, [column.to_string(), fault.to_string()])
}

/// A record as an article.
fn article(place: &Place, format: Format, value: Value, lone: usize, around: &Draft) -> Entry {
    let no_text = |remarks: Vec<Remark>| {
        let mut entry = Entry::skipped(place.clone(), format, Finding::JsonNoText, []);
        entry.remarks.extend(remarks);
        entry
    };
    let mut draft = Draft::default();
    let fields = match value {
        Value::Object(fields) => fields,
        Value::Text(text) => vec![("text".into(), Value::Text(text))],
        _ => return no_text(Vec::new()),
    };
    let mut taken: Vec<String> = Vec::new();
    for (name, value) in fields {
        let Some(field) = field_of(&name) else { continue };
        if taken.contains(&name) {
            draft.remarks.push(Remark::new(Finding::RepeatedField, [name]));
            continue;
        }
        match value {
            Value::TooDeep => {
                let evidence = [name.clone(), limits::MAX_JSON_DEPTH.to_string()];
                draft.remarks.push(Remark::new(Finding::JsonTooDeep, evidence));
            }
            Value::Word(word) if word == "null" => {}
            value if field.0 == Field::Actors => match actors::of(&value) {
                Some(actors) => draft.actors.extend(actors),
                None => draft.remarks.push(Remark::new(Finding::WrongType, [name.clone()])),
            },
            value => match words(&value, field.0) {
                Some(text) => draft.take(field, text),
                None => draft.remarks.push(Remark::new(Finding::WrongType, [name.clone()])),
            },
        }
        taken.push(name);
    }
    for field in [Field::Source, Field::Language] {
        if let Some(text) = around.get(field) {
            draft.take((field, usize::MAX), text.to_string());
        }
    }
    if lone > 0 {
        draft.remarks.push(Remark::new(Finding::LoneSurrogates, [lone.to_string()]));
    }
    let remarks = draft.remarks.clone();
    match draft.finish(place) {
        Some((article, remarks)) => Entry::read(place.clone(), format, article, remarks),
        None => no_text(remarks),
    }
}

/// The words of a value for this field; `None` where it can't be that.
fn words(value: &Value, field: Field) -> Option<String> {
    match (value, field) {
        (Value::Text(text), _) => Some(text.clone()),
        (Value::Number(digits), Field::Id | Field::Date) => Some(digits.clone()),
        (Value::List(list), Field::Text) => {
            let lines: Option<Vec<String>> = list.iter().map(|value| words(value, field)).collect();
            Some(lines?.join("\n"))
        }
        (Value::List(list), Field::Source) => words(list.first()?, field),
        (Value::Object(_), _) => ["rendered", "name", "title", "#text", "value", "html"]
            .iter()
            .find_map(|name| value.get(name)?.text().map(String::from)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(entries: &[Entry]) -> Vec<String> {
        let lang = sorot_core::calendar::Lang::En;
        entries
            .iter()
            .map(|e| {
                let body = e.article.as_ref().map_or("-", |a| &a.body);
                let remarks: Vec<String> =
                    e.remarks.iter().map(|r| format!("{}:{}", r.line.unwrap_or(0), r.words(lang))).collect();
                format!("{body}|{}", remarks.join("|"))
            })
            .collect()
    }

    fn of(text: &str) -> Vec<String> {
        told(&read(&Place::file("a.json"), text))
    }

    #[test]
    fn a_broken_article_leaves_the_others() {
        assert_eq!(
            of(
                "[\n {\"text\": \"Satu.\"},\n {\"text\": \"\\x\"},\n {\"judul\": \"x\"},\n {\"text\": \"Dua.\", \"text\": \"Tiga.\", \"title\": 7}\n]"
            ),
            [
                "Satu.|",
                "-|3:not valid JSON at column 14: unknown escape",
                "-|4:there is no field with its text; name it text, body, content or isi",
                "Dua.|0:the field text is there more than once; the first was taken|0:the field title is not text; it was passed over",
            ]
        );
    }

    #[test]
    fn a_file_that_is_cut_short_keeps_what_stands() {
        assert_eq!(
            of("[{\"text\": \"Satu.\"}, {\"text\": \"Du"),
            [
                "Satu.|",
                "-|1:not valid JSON at column 31: quotation mark never closed",
                "-|1:from here on the file can't be read: quotation mark never closed",
            ]
        );
    }

    #[test]
    fn lists_are_found_in_objects() {
        let feed = r#"{"version": "https://jsonfeed.org/version/1.1", "title": "Harian Uji", "language": "id",
            "items": [{"id": "17", "content_html": "<p>Harga <b>beras</b></p><p>turun.</p>", "date_published": "2025-04-25T10:00:00+07:00"}]}"#;
        let article = read(&Place::file("a.json"), feed)[0].article.clone().unwrap();
        assert_eq!((article.id.as_str(), article.source.as_deref()), ("17", Some("Harian Uji")));
        assert_eq!(article.body, "Harga beras\nturun.");
        assert_eq!(article.declared_day.unwrap().day.to_string(), "2025-04-25");
        assert_eq!(
            of(r#"{"response": {"docs": [{"body": "Satu."}, {"body": "Dua."}]}}"#),
            ["Satu.|", "Dua.|"]
        );
        assert_eq!(of(r#"{"title": {"rendered": "J"}, "content": {"rendered": "Satu."}}"#), ["Satu.|"]);
    }

    #[test]
    fn lines_stand_for_themselves() {
        let text = "{\"text\": \"Satu.\"}\n\nnonsense\n{\"isi\": [\"Dua.\", \"Tiga.\"]}\n";
        let expected = ["Satu.|", "-|3:not valid JSON at column 1: value expected", "Dua.\nTiga.|"];
        assert_eq!(told(&read_lines(&Place::file("a.jsonl"), text)), expected);
        assert_eq!(of("{\"text\": \"Satu.\"}\n{\"text\": \"Dua.\"}"), ["Satu.|", "Dua.|"]);
    }

    #[test]
    fn ids_keep_their_digits() {
        let entry = &read(&Place::file("a.json"), "{\"id\": 9007199254740993, \"text\": \"Satu.\"}")[0];
        assert_eq!(entry.article.as_ref().unwrap().id, "9007199254740993");
    }
}
