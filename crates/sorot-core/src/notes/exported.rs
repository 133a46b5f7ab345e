//! Notes as the selection's JSON and JSON Lines carry them: `notes[]` of an article (docs/analyse-json.md).

use super::Note;
use crate::corpus::Corpus;
use crate::correct::Place;
use crate::correct::file::MAX_FILE;
use crate::correct::json::{self, Json};

/// The notes in such a file; none where it is another. One whose passage isn't at its place finds it by its words.
pub(super) fn read(corpus: &Corpus, text: &str) -> Vec<Note> {
    let mut out = Vec::new();
    if text.len() > MAX_FILE {
        return out;
    }
    match json::read(text) {
        Ok(Json::List(rows)) => rows.iter().for_each(|row| of(corpus, row, &mut out)),
        Ok(row) => of(corpus, &row, &mut out),
        Err(_) => {
            text.lines().filter_map(|line| json::read(line).ok()).for_each(|row| of(corpus, &row, &mut out))
        }
    }
    out
}

fn of(corpus: &Corpus, row: &Json, out: &mut Vec<Note>) {
    let (Some(file), Some(Json::List(notes))) = (row.get("file").and_then(Json::text), row.get("notes"))
    else {
        return;
    };
    let Some(article) = corpus.documents().iter().map(|d| &d.article).find(|article| article.file == file)
    else {
        return;
    };
    for note in notes {
        let field = |name: &str| note.get(name).and_then(Json::text).unwrap_or_default();
        let start = match note.get("start") {
            Some(Json::Number(start)) => *start,
            _ => 0,
        };
        let mut tags = String::new();
        if let Some(Json::List(list)) = note.get("tags") {
            for tag in list.iter().filter_map(Json::text) {
                tags.push_str(tag);
                tags.push(',');
            }
        }
        let at = Place { article: article.id.clone(), start, text: field("text").into() };
        let there = Note::on(corpus, &at, field("note"), &tags);
        let none = String::new;
        out.extend(there.or_else(|| {
            let bare = Note {
                article: at.article,
                start,
                exact: at.text,
                prefix: none(),
                suffix: none(),
                body: none(),
                text: none(),
                tags: Vec::new(),
            };
            (!bare.exact.is_empty()).then(|| bare.saying(field("note"), &tags))
        }));
    }
}
