//! The gold: what a careful reader found (tests/gold/README.md).

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;

/// One article's gold. Rows are as in the file: start, end (Unicode scalar values), text, then what it is.
#[derive(Deserialize)]
pub struct Gold {
    pub file: String,
    pub published: Published,
    pub boilerplate: Vec<(i64, i64, String)>,
    pub entities: Vec<(i64, i64, String, String, String)>,
    pub dates: Vec<(i64, i64, String, Accepted)>,
    pub quotes: Vec<(i64, i64, String, Vec<String>)>,
    #[serde(default)]
    contacts: Value,
    #[serde(default)]
    never: Value,
}

#[derive(Deserialize)]
pub struct Published {
    pub value: String,
}

/// One accepted value, or several.
#[derive(Deserialize)]
#[serde(untagged)]
pub enum Accepted {
    One(String),
    Any(Vec<String>),
}

impl Accepted {
    pub fn values(&self) -> &[String] {
        match self {
            Accepted::One(value) => std::slice::from_ref(value),
            Accepted::Any(values) => values,
        }
    }
}

/// Who met whom, or who must not be said to have met whom.
#[derive(Deserialize, Clone)]
pub struct Contact {
    #[serde(default)]
    pub file: String,
    #[serde(deserialize_with = "one_or_many")]
    pub a: Vec<String>,
    #[serde(deserialize_with = "one_or_many")]
    pub b: Vec<String>,
    pub status: Option<String>,
}

fn one_or_many<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Vec<String>, D::Error> {
    Ok(Accepted::deserialize(from)?.values().to_vec())
}

#[derive(Deserialize, Default)]
struct Contacts {
    rows: Vec<Contact>,
    never: Vec<Contact>,
}

/// All the gold of a folder.
pub struct Collection {
    pub files: Vec<Gold>,
    pub rows: Vec<Contact>,
    pub never: Vec<Contact>,
    /// The canonical names of the persons of all files.
    pub persons: BTreeSet<String>,
}

impl Collection {
    /// Reads every `*.json` of a folder; `contacts.json` lies there too, or above a folder named `seeds`.
    pub fn read(folder: &Path) -> Result<Collection, String> {
        let entries = std::fs::read_dir(folder)
            .map_err(|e| format!("the gold folder {} can't be read: {e}.", folder.display()))?;
        let mut paths: Vec<_> = entries.flatten().map(|e| e.path()).collect();
        paths.retain(|p| p.extension().is_some_and(|e| e == "json"));
        paths.sort();
        let inside = folder.join("contacts.json");
        let above = folder.parent().filter(|_| folder.file_name().is_some_and(|name| name == "seeds"));
        let contacts = match above {
            _ if inside.exists() => read(&inside)?,
            Some(above) if above.join("contacts.json").exists() => read(&above.join("contacts.json"))?,
            _ => Contacts::default(),
        };
        paths.retain(|p| *p != inside);
        let files = paths.iter().map(|p| read(p)).collect::<Result<Vec<Gold>, _>>()?;
        let mut all =
            Collection { files, rows: contacts.rows, never: contacts.never, persons: BTreeSet::new() };
        for gold in &all.files {
            let persons = gold.entities.iter().filter(|e| e.3 == "PER").map(|e| e.4.clone());
            all.persons.extend(persons);
            if gold.contacts.is_array() {
                all.rows.extend(own(&gold.contacts, &gold.file));
                all.never.extend(own(&gold.never, &gold.file));
            }
        }
        Ok(all)
    }
}

/// The rows of an article's own file; what isn't a row there is a remark.
fn own(rows: &Value, file: &str) -> Vec<Contact> {
    rows.as_array()
        .into_iter()
        .flatten()
        .filter_map(|row| Contact::deserialize(row).ok())
        .map(|row| Contact { file: file.to_owned(), ..row })
        .collect()
}

fn read<T: DeserializeOwned>(path: &Path) -> Result<T, String> {
    let text =
        std::fs::read_to_string(path).map_err(|e| format!("{} can't be read: {e}.", path.display()))?;
    serde_json::from_str(&text).map_err(|e| format!("{} isn't gold: {e}.", path.display()))
}
