//! `sorot export --opensearch`: the bundle for a newsroom that already runs a search engine.

use crate::cores::OnCores;
use crate::intake::{self, How};
use serde_json::{Value, json};
use sorot_core::annotate::{ActorId, Document};
use sorot_core::calendar::Interval;
use sorot_core::corpus::Corpus;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

/// Prints the mapping alone, for the request that makes the index.
pub fn mapping() -> ExitCode {
    let day = json!({ "type": "date_range", "format": "strict_date" });
    let keyword = json!({ "type": "keyword" });
    let mapping = json!({ "mappings": { "dynamic": "strict", "properties": {
        "title": { "type": "text" }, "body": { "type": "text" }, "language": keyword, "source": keyword,
        "published": day, "published_source": keyword, "mentioned": day, "actors": keyword, "speakers": keyword,
    } } });
    println!("{mapping}");
    ExitCode::SUCCESS
}

/// Prints two lines an article, as the bulk interface of OpenSearch and Elasticsearch takes them; exit code 1 if an
/// article was left out.
pub fn run(folder: &Path, how: How, index: &str) -> ExitCode {
    match write(folder, how, index) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(message) => {
            eprintln!("sorot: {message}");
            ExitCode::FAILURE
        }
    }
}

fn write(folder: &Path, how: How, index: &str) -> Result<bool, String> {
    let mut gathered = intake::folder(folder, how)?;
    intake::lines(&gathered).iter().for_each(|line| eprintln!("sorot: {line}"));
    let corpus = Corpus::new_by(&OnCores, "", std::mem::take(&mut gathered.articles));
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for document in corpus.documents() {
        let action = json!({ "index": { "_index": index, "_id": document.article.id } });
        writeln!(out, "{action}\n{}", row(&corpus, document)).map_err(|e| e.to_string())?;
    }
    out.flush().map_err(|e| e.to_string())?;
    Ok(intake::is_whole(&gathered))
}

fn row(corpus: &Corpus, document: &Document) -> Value {
    let names = |actors: &mut dyn Iterator<Item = ActorId>| {
        let mut names: Vec<&str> = actors.filter_map(|id| Some(corpus.actor(id)?.name.as_str())).collect();
        names.sort_unstable();
        names.dedup();
        names
    };
    let mentioned: Vec<Value> = document.timexes.iter().filter_map(|t| t.value).map(range).collect();
    json!({
        "title": document.title(),
        "body": document.article.body,
        "language": document.structure.language.tag(),
        "source": document.article.source,
        "published": document.published.when.map(range),
        "published_source": document.published.source.code(),
        "mentioned": mentioned,
        "actors": names(&mut document.mentions.iter().map(|m| m.actor)),
        "speakers": names(&mut document.quotes.iter().flat_map(|q| q.speakers.iter().copied())),
    })
}

/// Both ends belong to it; an open one is left out.
fn range(days: Interval) -> Value {
    let mut range = serde_json::Map::new();
    for (key, day) in [("gte", days.from()), ("lte", days.to())] {
        if let Some(day) = day {
            range.insert(key.to_owned(), Value::String(day.to_string()));
        }
    }
    Value::Object(range)
}
