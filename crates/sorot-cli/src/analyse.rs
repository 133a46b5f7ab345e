//! `sorot analyse`: the files as one bundle, one line each.

use crate::cores::OnCores;
use crate::files;
use crate::rows::Row;
use sorot_core::annotate;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

/// Prints a line per file that could be read; exit code 1 if any could not.
pub fn run(paths: &[PathBuf]) -> ExitCode {
    let (articles, mut good) = files::read_all(paths);
    let (documents, actors) = annotate::annotate_by(&OnCores, articles);
    let mut out = std::io::stdout().lock();
    for document in &documents {
        let written = serde_json::to_string(&Row::new(document, &actors))
            .map_err(|e| e.to_string())
            .and_then(|line| writeln!(out, "{line}").map_err(|e| e.to_string()));
        if let Err(error) = written {
            eprintln!("sorot: {}: can't be written: {error}", document.article.file);
            good = false;
        }
    }
    if good { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
