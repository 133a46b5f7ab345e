//! `cargo xtask build`: articles → pack, sources → wasm, both → `dist/` and `dist/sorot.html`.

use crate::failure::{At, Result};
use crate::repo;
use crate::run::{Cmd, note, step};
use crate::site;
use crate::tools;
use crate::wasm::{self, Wasm};
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

/// Builds everything.
pub fn run(arguments: &[String]) -> Result<()> {
    match arguments {
        [] => build(None),
        [flag, folder] if flag == "--bundle" => build(Some(Path::new(folder))),
        _ => Err("`build` takes only --bundle FOLDER, which `sorot bundle --split FOLDER` writes.".into()),
    }
}

/// What the first bundle is about, in the page's head.
const BUNDLE: &str = "Perundingan damai AS–Rusia–Ukraina";

/// Sets up, builds both outputs and says where they are. The served page opens `split`, a bundle in parts, if there is
/// one.
pub fn build(split: Option<&Path>) -> Result<()> {
    tools::need_node()?;
    let wasm = Wasm::ready()?;
    let folders = [tools::wasm_bindgen()?, tools::binaryen()?];
    let trunk = tools::trunk()?;
    let work = repo::target().join("sorot");
    fs::create_dir_all(&work).at("create", &work)?;

    step("Analysing the articles");
    let pack = work.join("articles.sorot");
    let articles = repo::root().join("articles");
    sorot()
        .args([OsStr::new("bundle"), articles.as_os_str(), "--title".as_ref(), BUNDLE.as_ref()])
        .args([OsStr::new("-o"), pack.as_os_str()])
        .run()?;

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
    wasm.apply_small(command.path_first(&folders)?)?.run()?;
    let reader = reader(&wasm, &work)?;

    step("Writing dist/");
    let finished = work.join("dist");
    let sizes = site::write(&built, &pack, split, &reader, &titles(&articles)?, &finished)?;
    replace(&finished, &repo::dist())?;
    for line in sizes {
        note(&line);
    }
    Ok(())
}

/// Builds the module that reads articles in the browser, for who adds some: for speed, as the page doesn't wait for it.
fn reader(wasm: &Wasm, work: &Path) -> Result<PathBuf> {
    step("Building the reader of articles for the browser");
    let command = Cmd::new("cargo")
        .args(["build", "-p", "sorot-reader", "--lib", "--profile", "analysis", "--target", wasm::TARGET])
        .within(&repo::root());
    wasm.apply_small(command)?.run()?;
    let made = wasm.small_target().join(wasm::TARGET).join("analysis/sorot_reader.wasm");
    let small = work.join("reader.wasm");
    // Only the names go: the compiler has done its work, and on this much code another optimiser takes minutes for
    // a few hundredths.
    Cmd::new("wasm-opt")
        .args(["--strip-debug".as_ref(), "--strip-producers".as_ref(), made.as_os_str()])
        .args(["-o".as_ref(), small.as_os_str()])
        .path_first(&[tools::binaryen()?])?
        .run()?;
    Ok(small)
}

/// The command, as the tests build it: a handful of articles doesn't pay for an optimised build.
pub fn sorot() -> Cmd {
    Cmd::new("cargo").args(["run", "-p", "sorot-cli", "--bin", "sorot", "--"]).within(&repo::root())
}

/// What the articles are called, for a reader without JavaScript; the file's name in words where
/// the analysis finds no headline.
fn titles(articles: &Path) -> Result<Vec<String>> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(articles).at("read", articles)?.flatten().map(|entry| entry.path()).collect();
    files.sort();
    let told = sorot().args(["analyse", "--json"]).args(&files).text();
    let rows = told.unwrap_or_default();
    let found: Vec<Option<String>> = rows
        .lines()
        .map(|row| serde_json::from_str::<serde_json::Value>(row).unwrap_or_default())
        .map(|row| row["title"].as_str().map(str::to_owned))
        .collect();
    let named = files.iter().enumerate().map(|(number, file)| {
        let stem = file.file_stem().unwrap_or_default().to_string_lossy();
        // A file that could not be read has no row, and then the rows do not match the files.
        let row = found.get(number).filter(|_| found.len() == files.len());
        row.cloned().flatten().unwrap_or_else(|| stem.replace('-', " "))
    });
    Ok(named.collect())
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
    repo::copy_folder(finished, place)
}
