//! `cargo xtask build`: articles → pack, sources → wasm, both → `dist/` and `dist/sorot.html`.

use crate::failure::{At, Result};
use crate::repo;
use crate::run::{Cmd, note, step};
use crate::site;
use crate::tools;
use crate::wasm::Wasm;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

/// Builds everything.
pub fn run(arguments: &[String]) -> Result<()> {
    if let Some(stranger) = arguments.first() {
        return Err(format!("`build` does not know `{stranger}`; it takes nothing.").into());
    }
    build()
}

/// Sets up, builds both outputs and says where they are.
pub fn build() -> Result<()> {
    let wasm = Wasm::ready()?;
    let folders = [tools::wasm_bindgen()?, tools::binaryen()?];
    let trunk = tools::trunk()?;
    let work = repo::target().join("sorot");
    fs::create_dir_all(&work).at("create", &work)?;

    step("Analysing the articles");
    let pack = work.join("articles.sorot");
    bundle(&repo::root().join("articles"), &pack)?;

    step("Building the explorer for the browser");
    let built = work.join("trunk");
    // Each build hashes its names, so that old ones would pile up.
    if built.exists() {
        fs::remove_dir_all(&built).at("clear", &built)?;
    }
    let command = Cmd::new(trunk.join("trunk"))
        .args([OsStr::new("build"), "--release".as_ref(), "--dist".as_ref()])
        .args([&built])
        .within(&repo::root());
    wasm.apply(command.path_first(&folders)?)?.run()?;

    step("Writing dist/");
    let finished = work.join("dist");
    let sizes = site::write(&built, &pack, &finished)?;
    replace(&finished, &repo::dist())?;
    for line in sizes {
        note(&line);
    }
    Ok(())
}

/// Runs the natively built analysis over a folder of articles.
fn bundle(articles: &Path, pack: &PathBuf) -> Result<()> {
    Cmd::new("cargo")
        .args(["run", "--quiet", "--profile", "native", "-p", "sorot-cli", "--bin", "sorot", "--"])
        .args([OsStr::new("bundle"), articles.as_os_str(), "-o".as_ref()])
        .args([pack])
        .within(&repo::root())
        .run()
}

/// Swaps the finished folder in: `dist/` is always a whole build.
fn replace(finished: &Path, place: &Path) -> Result<()> {
    if place.exists() {
        fs::remove_dir_all(place).at("clear", place)?;
    }
    if fs::rename(finished, place).is_ok() {
        return Ok(());
    }
    // The target folder may lie on another disk, across which nothing can be renamed.
    fs::create_dir_all(place).at("create", place)?;
    for entry in fs::read_dir(finished).at("read", finished)?.flatten() {
        let to = place.join(entry.file_name());
        fs::copy(entry.path(), &to).at("write", &to)?;
    }
    Ok(())
}
