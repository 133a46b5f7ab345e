//! `sorot bundle`: a folder of articles as one pack.

use crate::cores::OnCores;
use crate::{files, stream};
use sorot_core::corpus::Corpus;
use sorot_core::index;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What a pack is made of.
pub enum From {
    /// The .txt files of a folder.
    Folder(PathBuf),
    /// Files of `sorot analyse --stream`.
    Analysed(Vec<PathBuf>),
}

/// Writes the pack; exit code 1 if one was left out or nothing written.
pub fn run(from: &From, output: &Path, title: &str) -> ExitCode {
    match make(from, output, title) {
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

fn make(from: &From, output: &Path, title: &str) -> Result<(usize, usize, bool), String> {
    let (corpus, good) = match from {
        From::Folder(folder) => {
            let (articles, good) = files::read_all(&files::text_files(folder)?);
            if articles.is_empty() {
                return Err(format!("{}: there is no .txt article in it", folder.display()));
            }
            (Corpus::new_by(&OnCores, title, articles), good)
        }
        From::Analysed(files) => {
            let readings = stream::readings(files)?;
            if readings.is_empty() {
                return Err("there is no analysed article in these files".into());
            }
            (Corpus::of_readings(&OnCores, title, readings), true)
        }
    };
    let bytes = write(&corpus, output)?;
    let articles = corpus.documents().len();
    // The process ends here: giving a large bundle's memory back piece by piece takes a twentieth of all its time.
    std::mem::forget(corpus);
    Ok((articles, bytes, good))
}

/// Writes the pack, one section after the other; gives back its length in bytes.
fn write(corpus: &Corpus, output: &Path) -> Result<usize, String> {
    let told = |e: std::io::Error| format!("{}: can't be written: {e}", output.display());
    let mut file = std::io::BufWriter::new(std::fs::File::create(output).map_err(told)?);
    let mut bytes = 0;
    for piece in index::pack(corpus).map_err(|e| e.to_string())? {
        file.write_all(&piece).map_err(told)?;
        bytes += piece.len();
    }
    file.flush().map_err(told)?;
    Ok(bytes)
}
