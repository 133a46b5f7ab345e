//! What the analysis gave: the JSON lines of `sorot analyse --json`, as far as they are scored.

use super::matching::leading_digits;
use serde::{Deserialize, Deserializer};
use std::collections::BTreeMap;

/// One file's output. What is absent or null counts as empty.
#[derive(Deserialize, Default)]
pub struct Output {
    pub file: String,
    pub published: Option<Published>,
    #[serde(default, deserialize_with = "rows")]
    pub boilerplate: Vec<NonStory>,
    #[serde(default, deserialize_with = "all")]
    pub actors: Vec<Actor>,
    #[serde(default, deserialize_with = "rows")]
    pub mentions: Vec<Mention>,
    #[serde(default, deserialize_with = "rows")]
    pub dates: Vec<Date>,
    #[serde(default, deserialize_with = "rows")]
    pub quotes: Vec<Quote>,
    #[serde(default, deserialize_with = "all")]
    pub contacts: Vec<Contact>,
}

#[derive(Deserialize, Default)]
pub struct Published {
    pub from: Option<String>,
    pub to: Option<String>,
    #[serde(default)]
    pub why: Vec<String>,
}

#[derive(Deserialize)]
pub struct Actor {
    pub id: i64,
    pub name: String,
}

impl Output {
    /// The output of a file that has none.
    pub const EMPTY: Output = Output {
        file: String::new(),
        published: None,
        boilerplate: Vec::new(),
        actors: Vec::new(),
        mentions: Vec::new(),
        dates: Vec::new(),
        quotes: Vec::new(),
        contacts: Vec::new(),
    };
}

/// A row with a place in the text, in Unicode scalar values.
pub trait Placed {
    fn start(&self) -> i64;
    fn end(&self) -> i64;
}

macro_rules! placed {
    ($(#[$about:meta])* $name:ident { $($field:ident: $kind:ty),* $(,)? }) => {
        $(#[$about])*
        #[derive(Deserialize)]
        #[serde(default)]
        #[derive(Default)]
        pub struct $name {
            pub start: i64,
            pub end: i64,
            pub why: Vec<String>,
            $(pub $field: $kind,)*
        }
        impl Placed for $name {
            fn start(&self) -> i64 { self.start }
            fn end(&self) -> i64 { self.end }
        }
    };
}
placed!(NonStory {});
placed!(Mention { text: String, kind: String, actor: Option<i64> });
placed!(Date { text: String, from: Option<String>, to: Option<String> });
placed!(Quote { text: String, speakers: Vec<i64> });
placed!(Contact { a: Vec<i64>, b: Vec<i64>, status: Option<String> });

/// Rows that stand somewhere; one without a length is no answer.
fn rows<'de, D: Deserializer<'de>, T: Deserialize<'de> + Placed>(from: D) -> Result<Vec<T>, D::Error> {
    let mut rows = all(from)?;
    rows.retain(|row: &T| row.start() < row.end());
    Ok(rows)
}

fn all<'de, D: Deserializer<'de>, T: Deserialize<'de>>(from: D) -> Result<Vec<T>, D::Error> {
    Ok(Option::<Vec<T>>::deserialize(from)?.unwrap_or_default())
}

/// All files of a run.
#[derive(Default)]
pub struct Run {
    files: BTreeMap<String, Output>,
    names: BTreeMap<i64, String>,
}

impl Run {
    /// Reads JSON lines; of two lines for one file the later counts.
    pub fn parse(lines: &str) -> Result<Run, String> {
        let mut run = Run::default();
        for (number, line) in lines.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
            let output: Output = serde_json::from_str(line)
                .map_err(|e| format!("line {} of the analysis isn't a row: {e}.", number + 1))?;
            let name = output.file.rsplit('/').next().unwrap_or_default();
            run.files.insert(leading_digits(name).to_owned(), output);
        }
        for actor in run.files.values().flat_map(|output| &output.actors) {
            run.names.insert(actor.id, actor.name.clone());
        }
        Ok(run)
    }

    /// The output for a gold file.
    pub fn of(&self, gold_file: &str) -> Option<&Output> {
        self.files.get(leading_digits(gold_file))
    }

    /// An actor's name; an id that no table explains keeps its number, which is nobody's name.
    pub fn name(&self, id: i64) -> String {
        self.names.get(&id).cloned().unwrap_or_else(|| format!("#{id}"))
    }
}
