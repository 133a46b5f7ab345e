//! `cargo xtask example dask`: an example that needs what the project itself doesn't; not part of `test`.

use crate::failure::{At, Result};
use crate::repo;
use crate::run::{Cmd, note, step};
use std::fs;

/// Runs the example that is named.
pub fn run(arguments: &[String]) -> Result<()> {
    match arguments {
        [name] if name == "dask" => dask(),
        _ => Err("there is one example: `cargo xtask example dask`.".into()),
    }
}

/// Reads the project's articles on a cluster of two processes and compares the pack with the one made in one go.
fn dask() -> Result<()> {
    let here = repo::root().join("examples/dask");
    let work = repo::target().join("dask");
    let (wanted, known) = (here.join("requirements.txt"), work.join("requirements.txt"));
    let wanted_bytes = fs::read(&wanted).at("read", &wanted)?;
    let python = work.join("bin/python");
    if !fs::read(&known).is_ok_and(|bytes| bytes == wanted_bytes) {
        step("Installing Dask for the example, once");
        Cmd::new("python3").args(["-m", "venv"]).args([&work]).run()?;
        Cmd::new(&python).args(["-m", "pip", "install", "--quiet", "-r"]).args([&wanted]).run()?;
        fs::write(&known, wanted_bytes).at("write", &known)?;
    }
    step("Building the command");
    Cmd::new("cargo")
        .args(["build", "--profile", "native", "-p", "sorot-cli"])
        .within(&repo::root())
        .run()?;
    let sorot = repo::target().join("native/sorot");
    let articles = repo::root().join("articles");
    let (whole, joined) = (work.join("whole.pack"), work.join("joined.pack"));
    step("Reading the articles on two workers");
    Cmd::new(&python)
        .args([here.join("bundle.py").as_os_str(), "--each".as_ref(), "2".as_ref(), "--sorot".as_ref()])
        .args([sorot.as_os_str(), "--articles".as_ref(), articles.as_os_str()])
        .args(["--output".as_ref(), joined.as_os_str()])
        .run()?;
    Cmd::new(&sorot)
        .args(["bundle".as_ref(), articles.as_os_str(), "--output".as_ref(), whole.as_os_str()])
        .run()?;
    if fs::read(&whole).at("read", &whole)? != fs::read(&joined).at("read", &joined)? {
        return Err("the pack made of the parts is not the one made in one go.".into());
    }
    note("both packs are the same, byte for byte");
    Ok(())
}
