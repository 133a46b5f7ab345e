//! The tools of the build, each at one version, in the cache folder.

use crate::cache;
use crate::debian;
use crate::failure::{At, Result};
use crate::run::{Cmd, step};
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

/// The newest Trunk that the oldest compiler in use can build.
const TRUNK: &str = "0.21.14";
/// Must be the version of the `wasm-bindgen` library in Cargo.toml.
const WASM_BINDGEN: &str = "0.2.130";
/// Binaryen's release, for `wasm-opt`.
const BINARYEN: &str = "132.0.0";
/// The go-between of WebDriver and Firefox.
const GECKODRIVER: &str = "0.37.1";
/// Accessibility rules.
const AXE: &str = "4.14.1";

/// Trunk's folder of programs.
pub fn trunk() -> Result<PathBuf> {
    // Its lock file names versions that are known to fit together.
    cargo_tool("trunk", TRUNK, "trunk", &["--locked"])
}

/// The folder of `wasm-bindgen` and `wasm-bindgen-test-runner`.
pub fn wasm_bindgen() -> Result<PathBuf> {
    // Not --locked: its lock file names a version that was withdrawn.
    cargo_tool("wasm-bindgen", WASM_BINDGEN, "wasm-bindgen-cli", &[])
}

/// The folder of `geckodriver`.
pub fn geckodriver() -> Result<PathBuf> {
    cargo_tool("geckodriver", GECKODRIVER, "geckodriver", &["--locked"])
}

/// Says so at once when Node is missing, before anything that takes minutes.
pub fn need_node() -> Result<()> {
    match Cmd::new("node").args(["--version"]).text() {
        Some(_) => Ok(()),
        None => Err("Node is missing, and wasm-opt runs in it: install Node 20 or newer.".into()),
    }
}

/// The folder of `wasm-opt`, which is JavaScript and runs in Node.
pub fn binaryen() -> Result<PathBuf> {
    let name = format!("binaryen-{BINARYEN}");
    let folder = cache::folder(&name, "node_modules/binaryen/bin/wasm-opt", |empty| {
        step(&format!("Installing wasm-opt (npm package binaryen {BINARYEN})"));
        npm(empty, &format!("binaryen@{BINARYEN}"))
    })?;
    Ok(folder.join("node_modules/binaryen/bin"))
}

/// The script that checks a page for accessibility.
pub fn axe() -> Result<PathBuf> {
    let proof = "node_modules/axe-core/axe.min.js";
    let folder = cache::folder(&format!("axe-{AXE}"), proof, |empty| {
        step(&format!("Installing the accessibility checks (npm package axe-core {AXE})"));
        npm(empty, &format!("axe-core@{AXE}"))
    })?;
    Ok(folder.join(proof))
}

/// Installs one npm package, and none of its scripts, into a folder.
fn npm(folder: &Path, package: &str) -> Result<()> {
    if Cmd::new("npm").args(["--version"]).text().is_none() && debian::here() {
        // Debian's Node comes without it.
        debian::install(&["npm"], "npm packages")?;
    }
    let own = folder.join("package.json");
    fs::write(&own, "{\"private\":true}\n").at("write", &own)?;
    Cmd::new("npm")
        .args(["install", "--ignore-scripts", "--no-audit", "--no-fund"])
        .args(["--no-update-notifier", package])
        .within(folder)
        .run()
        .map_err(|failure| no_network(package, &failure.to_string()))
}

/// Builds a tool from the package registry into the cache.
fn cargo_tool(tool: &str, version: &str, package: &str, options: &[&str]) -> Result<PathBuf> {
    let name = format!("{tool}-{version}");
    let folder = cache::folder(&name, &format!("bin/{tool}"), |empty| {
        step(&format!("Installing {package} {version}, once (some minutes)"));
        let build = empty.join("build");
        Cmd::new("cargo")
            .args(["install", package, "--version", version])
            .args(options)
            .args([OsStr::new("--root"), empty.as_os_str()])
            .env("CARGO_TARGET_DIR", &build)
            // Tools that run for a second each need no optimisation that takes minutes.
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_DEBUG", "0")
            .within(empty)
            .run()
            .map_err(|failure| no_network(package, &failure.to_string()))?;
        fs::remove_dir_all(&build).at("remove", &build)
    })?;
    Ok(folder.join("bin"))
}

fn no_network(package: &str, failure: &str) -> crate::failure::Failure {
    format!(
        "{package} could not be installed: {failure} The first run needs the network; later runs \
         do not."
    )
    .into()
}
