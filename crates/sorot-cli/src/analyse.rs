//! `sorot analyse`: the files as one bundle, one line each.

use crate::rows::Row;
use sorot_core::annotate;
use sorot_core::article::{self, Article};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Prints a line per file that could be read; exit code 1 if any could not.
pub fn run(files: &[PathBuf]) -> ExitCode {
    let (articles, mut good) = read_all(files);
    let (documents, actors) = annotate::annotate(articles);
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

/// Reads the files in the order given; what can't be read is told on standard error and left out.
/// The flag says whether all could be read.
pub fn read_all(files: &[PathBuf]) -> (Vec<Article>, bool) {
    let mut good = true;
    let mut articles = Vec::with_capacity(files.len());
    for path in files {
        match read(path) {
            Ok(article) => articles.push(article),
            Err(message) => {
                eprintln!("sorot: {message}");
                good = false;
            }
        }
    }
    (articles, good)
}

fn read(path: &Path) -> Result<Article, String> {
    let bytes = std::fs::read(path).map_err(|e| format!("{}: can't be read: {e}", path.display()))?;
    let (article, problems) =
        article::parse(&path.to_string_lossy(), &bytes).map_err(|problem| problem.to_string())?;
    for problem in problems {
        eprintln!("sorot: {problem}");
    }
    Ok(article)
}
