//! `sorot bundle --split`: a pack as files for plain static hosting.

use crate::bundle;
use crate::cores::OnCores;
use sha2::{Digest, Sha256};
use sorot_core::corpus::Corpus;
use sorot_core::{index, view};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// What is opened.
const INDEX: &str = "index.sorot";
/// Where the texts lie beside it, each under a name made of its hash: what has this name never changes.
const TEXTS: &str = "texts";
const ENDING: &str = "text";
/// Bytes of a hash in a name: as many as no two files share by accident. A page checks all 32.
const NAMED: usize = 8;

/// Writes `corpus` into `folder`; each file of texts of about `part` bytes; those of an earlier pack are removed. Gives back the sizes in words.
pub fn write(corpus: &Corpus, folder: &Path, part: usize) -> Result<String, String> {
    let hash = |bytes: &[u8]| <[u8; 32]>::from(Sha256::digest(bytes));
    let split = index::split_by(&OnCores, corpus, part, view::headline, hash).map_err(|e| e.to_string())?;
    let texts = folder.join(TEXTS);
    fs::create_dir_all(&texts).map_err(|e| format!("{}: can't be made: {e}", texts.display()))?;
    let mut names = Vec::new();
    let mut bytes = 0;
    for (hash, part) in split.parts() {
        let name = format!("{}.{ENDING}", hex(hash.get(..NAMED).unwrap_or(hash)));
        bundle::write(&texts.join(&name), &[part])?;
        bytes += part.len();
        names.push(name);
    }
    // The index comes when all that it names is there, and what it doesn't name goes after it.
    bundle::write(&folder.join(INDEX), split.index())?;
    names.sort();
    for entry in fs::read_dir(&texts).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.ends_with(ENDING) && names.binary_search(&name).is_err() {
            fs::remove_file(entry.path())
                .map_err(|e| format!("{}: can't be removed: {e}", entry.path().display()))?;
        }
    }
    let index: usize = split.index().iter().map(Vec::len).sum();
    Ok(format!("{index} bytes to open it, {bytes} bytes of texts in {} files", names.len()))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}
