//! Files in, articles and messages out.

use crate::cores::OnCores;
use sorot_core::annotate::Spread;
use sorot_core::article::{self, Article};
use std::path::{Path, PathBuf};

/// Reads the files in the order given; what can't be read is told on standard error and left out.
/// The flag says whether all could be read.
pub fn read_all(files: &[PathBuf]) -> (Vec<Article>, bool) {
    let mut good = true;
    let mut articles = Vec::with_capacity(files.len());
    // Waiting for the disk on one core, the others read.
    for read in OnCores.map(files.iter().collect(), |path| read(path)) {
        match read {
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
