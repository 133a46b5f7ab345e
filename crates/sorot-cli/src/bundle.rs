//! `sorot bundle`: a folder of articles as one pack.

use crate::cores::OnCores;
use crate::files;
use sorot_core::corpus::{Corpus, pack};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Writes the pack of the folder's .txt files; exit code 1 if one was left out or nothing written.
pub fn run(folder: &Path, output: &Path, title: &str) -> ExitCode {
    match make(folder, output, title) {
        Ok((articles, bytes, good)) => {
            println!("{}: {articles} articles, {bytes} bytes", output.display());
            if good { ExitCode::SUCCESS } else { ExitCode::FAILURE }
        }
        Err(message) => {
            eprintln!("sorot: {message}");
            ExitCode::FAILURE
        }
    }
}

fn make(folder: &Path, output: &Path, title: &str) -> Result<(usize, usize, bool), String> {
    let (articles, good) = files::read_all(&text_files(folder)?);
    if articles.is_empty() {
        return Err(format!("{}: there is no .txt article in it", folder.display()));
    }
    let corpus = Corpus::new_by(&OnCores, title, articles);
    let bytes = pack::write(&corpus).map_err(|e| e.to_string())?;
    std::fs::write(output, &bytes).map_err(|e| format!("{}: can't be written: {e}", output.display()))?;
    let articles = corpus.documents().len();
    // The process ends here: giving a large bundle's memory back piece by piece takes a twentieth of all its time.
    std::mem::forget(corpus);
    Ok((articles, bytes.len(), good))
}

/// The folder's .txt files by name.
fn text_files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let told = |e: std::io::Error| format!("{}: the folder can't be read: {e}", folder.display());
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(told)? {
        let path = entry.map_err(told)?.path();
        if path.extension().is_some_and(|e| e.eq_ignore_ascii_case("txt")) {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}
