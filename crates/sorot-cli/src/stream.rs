//! `sorot analyse --stream`: one article after the other, from standard input to standard output, so that any engine
//! that runs commands over lines reads an archive of any size.

use serde::Deserialize;
use sorot_core::annotate::{Reading, read_article};
use sorot_core::article;
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::ExitCode;

/// One article as it comes in.
#[derive(Deserialize)]
struct Line {
    /// The file's name; its stem is the article's name in links.
    file: String,
    /// The file: text, with or without front matter.
    text: String,
}

/// Reads articles line by line and prints a line for each; exit code 1 if any could not be read.
pub fn run() -> ExitCode {
    let mut good = true;
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let mut number = 0;
    let written = each_line(std::io::stdin().lock(), |line| {
        number += 1;
        match read(line) {
            Ok(reading) => {
                let line = serde_json::to_string(&reading).map_err(|e| e.to_string())?;
                writeln!(out, "{line}").map_err(|e| e.to_string())
            }
            Err(message) => {
                eprintln!("sorot: line {number}: {message}");
                good = false;
                Ok(())
            }
        }
    });
    if let Err(message) = written.and_then(|()| out.flush().map_err(|e| e.to_string())) {
        eprintln!("sorot: {message}");
        good = false;
    }
    if good { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn read(line: &[u8]) -> Result<Reading, String> {
    let line: Line = serde_json::from_slice(line).map_err(|e| {
        format!("not an article ({e}); a line is {{\"file\": \"name.txt\", \"text\": \"…\"}}")
    })?;
    let (article, problems) = article::parse(&line.file, line.text.as_bytes()).map_err(|p| p.to_string())?;
    problems.iter().for_each(|problem| eprintln!("sorot: {problem}"));
    Ok(read_article(article))
}

/// The articles of files that [`run`] wrote.
///
/// # Errors
/// The file and line that can't be read.
pub fn readings(files: &[PathBuf]) -> Result<Vec<Reading>, String> {
    let mut readings = Vec::new();
    for path in files {
        let file =
            std::fs::File::open(path).map_err(|e| format!("{}: can't be read: {e}", path.display()))?;
        let mut number = 0;
        each_line(BufReader::new(file), |line| {
            number += 1;
            let told =
                |e| format!("{}:{number}: not an analysed article of this version ({e})", path.display());
            readings.push(serde_json::from_slice(line).map_err(told)?);
            Ok(())
        })?;
    }
    Ok(readings)
}

/// Calls `each` with every line that holds something.
fn each_line(
    mut from: impl BufRead,
    mut each: impl FnMut(&[u8]) -> Result<(), String>,
) -> Result<(), String> {
    let mut line = Vec::new();
    loop {
        line.clear();
        if from.read_until(b'\n', &mut line).map_err(|e| e.to_string())? == 0 {
            return Ok(());
        }
        if !line.trim_ascii().is_empty() {
            each(&line)?;
        }
    }
}
