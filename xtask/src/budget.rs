//! How large may the program be? Every reader loads it before the first article.

use crate::dist;
use crate::failure::{At, Result};
use crate::repo;
use crate::run::note;
use crate::wasm::Wasm;
use sorot_onefile::gzip;
use std::fs;

/// The program as a server sends it, in bytes of gzip. The aim is 160,000.
const PROGRAM: usize = 462_000;
/// The build that is one file, in bytes: the program, the articles, the style.
const ONE_FILE: usize = 718_000;
/// What a machine may add that can't compile the standard library along, in percent.
const STOCK_LIBRARY: usize = 15;

/// Builds, unless all is `built`, and fails where a size is over its budget.
pub fn check(built: bool) -> Result<()> {
    if !built {
        dist::build()?;
    }
    let small = Wasm::ready()?.is_small();
    let folder = repo::dist();
    let mut program = 0;
    for entry in fs::read_dir(&folder).at("read", &folder)?.flatten() {
        let path = entry.path();
        if path.extension().is_some_and(|ending| ending == "wasm") {
            program += gzip(&fs::read(&path).at("read", &path)?).len();
        }
    }
    let file = repo::one_file();
    let one_file = fs::metadata(&file).at("read", &file)?.len() as usize;
    let allowed = |most: usize| if small { most } else { most + most * STOCK_LIBRARY / 100 };
    let sizes = [("program (gzip)", program, allowed(PROGRAM)), ("one file", one_file, allowed(ONE_FILE))];
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
