//! `sorot summarise`: the key sentences of the files.

use crate::cores::OnCores;
use crate::files;
use serde::Serialize;
use sorot_core::calendar::Lang;
use sorot_core::corpus::{Corpus, DocId};
use sorot_core::index::Index;
use sorot_core::search::Words;
use sorot_core::summary::sentences::{Asked, key_sentences};
use sorot_core::text::Offsets;
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Serialize)]
struct Row<'a> {
    sentences: Vec<Sentence<'a>>,
}

#[derive(Serialize)]
struct Sentence<'a> {
    file: &'a str,
    start: u32,
    end: u32,
    text: &'a str,
    why: Vec<String>,
}

/// Prints the summary of all files that could be read; exit code 1 if any could not.
pub fn run(paths: &[PathBuf], length: usize) -> ExitCode {
    let (articles, good) = files::read_all(paths);
    let corpus = Corpus::new_by(&OnCores, "", articles);
    let docs: Vec<DocId> = (0..corpus.documents().len() as u32).map(DocId).collect();
    let asked = Asked { actors: &[], words: &Words::default() };
    let found = key_sentences(&corpus, &Index::of(&corpus), &docs, &asked, length);
    let sentences = found.iter().filter_map(|key| {
        let document = corpus.document(key.doc)?;
        let body = document.article.body.as_str();
        let span = document.structure.sentences.get(key.sentence as usize)?.span;
        let offsets = Offsets::new(body);
        Some(Sentence {
            file: &document.article.file,
            start: offsets.scalar(body, span.start),
            end: offsets.scalar(body, span.end),
            text: span.of(body),
            why: key.why.iter().map(|w| w.words(Lang::En)).collect(),
        })
    });
    match serde_json::to_string(&Row { sentences: sentences.collect() }) {
        Ok(line) => println!("{line}"),
        Err(error) => {
            eprintln!("sorot: the summary can't be written: {error}");
            return ExitCode::FAILURE;
        }
    }
    if good { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
