//! How large may the program be? Every reader loads it before the first article.

use crate::dist;
use crate::failure::{At, Failure, Result};
use crate::repo;
use crate::run::note;
use crate::site::OPEN;
use crate::wasm::Wasm;
use sorot_onefile::gzip;
use std::fs;
use std::path::Path;

/// The program as a server sends it, in bytes of gzip. The aim is 160,000.
const PROGRAM: usize = 531_500;
/// The build that is one file, in bytes: the program, the articles, the style.
const ONE_FILE: usize = 700_000;
/// The module that reads articles and saves them as one file, for who adds some, in bytes of gzip.
const READER: usize = 722_500;
/// The one file with it, in bytes.
const OPEN_FILE: usize = 1_566_000;
/// What a machine may add that can't compile the standard library along, in percent.
const STOCK_LIBRARY: usize = 15;

/// Builds, unless all is `built`, and fails where a size is over its budget.
pub fn check(built: bool) -> Result<()> {
    if !built {
        dist::build(None)?;
    }
    let small = Wasm::ready()?.is_small();
    let folder = repo::dist();
    let (mut program, mut reader) = (0, 0);
    for entry in fs::read_dir(&folder).at("read", &folder)?.flatten() {
        let path = entry.path();
        if path.extension().is_some_and(|ending| ending == "wasm") {
            let is_reader = path.file_name().is_some_and(|n| n.to_string_lossy().starts_with("reader-"));
            let sum = if is_reader { &mut reader } else { &mut program };
            *sum += gzip(&fs::read(&path).at("read", &path)?).len();
        }
    }
    let length = |file: &Path| Ok::<_, Failure>(fs::metadata(file).at("read", file)?.len() as usize);
    let (one_file, open_file) = (length(&repo::one_file())?, length(&folder.join(OPEN))?);
    let allowed = |most: usize| if small { most } else { most + most * STOCK_LIBRARY / 100 };
    let sizes = [
        ("program (gzip)", program, allowed(PROGRAM)),
        ("one file", one_file, allowed(ONE_FILE)),
        ("reader (gzip)", reader, allowed(READER)),
        ("with the reader", open_file, allowed(OPEN_FILE)),
    ];
    for (what, size, most) in sizes {
        note(&format!("{what:<16} {size:>9} of {most} bytes"));
    }
    match sizes.into_iter().find(|(_, size, most)| size > most || *size == 0) {
        None => Ok(()),
        Some((what, size, most)) => Err(format!(
            "{what}: {size} bytes, {most} are allowed: make it smaller, or raise the budget in xtask/src/budget.rs \
             and say why."
        )
        .into()),
    }
}
