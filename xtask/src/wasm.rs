//! The compiler for wasm32-unknown-unknown: the one that is there, else rustup's target, else
//! Debian's compiler with a standard library built from its source. What ships is compiled together with the standard
//! library where its source is to be had.

use crate::cache;
use crate::debian;
use crate::failure::{At, Result};
use crate::repo;
use crate::run::{Cmd, note, step};
use std::fs;
use std::path::{Path, PathBuf};

/// What the browser runs.
pub const TARGET: &str = "wasm32-unknown-unknown";
/// Debian's second Rust, the one its browsers are built with, and the linker that belongs to it.
const DEBIAN_PACKAGES: &[&str] = &["rustc-web", "cargo-web", "rust-web-src", "lld-22"];
const DEBIAN_RUSTC: &str = "/usr/bin/rustc";
const DEBIAN_CARGO: &str = "/usr/bin/cargo";
const DEBIAN_LINKER: &str = "wasm-ld-22";
/// Flags for what ships: a panic is a trap, so that neither messages nor places of panics travel to every reader.
/// With the standard library compiled along, an eighth of the program.
const SMALL: &str = "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none";
/// The cached file that shows a finished standard library.
const PROOF: &str = "finished";

/// A way to compile for the browser.
pub enum Wasm {
    /// The `cargo` on PATH knows the target.
    Installed,
    /// Debian's compiler with the library in this cache folder.
    Debian(PathBuf),
}

impl Wasm {
    /// Finds the compiler, or sets it up.
    pub fn ready() -> Result<Self> {
        if target_is_installed() {
            return Ok(Wasm::Installed);
        }
        if let Some(name) = debian_library_name()
            && cache::root()?.join(&name).join(PROOF).exists()
        {
            return Ok(Wasm::Debian(cache::root()?.join(name)));
        }
        step(&format!("The Rust target {TARGET} is missing"));
        if rustup_adds_target()? && target_is_installed() {
            return Ok(Wasm::Installed);
        }
        if !debian::here() {
            return Err(format!(
                "this machine's Rust cannot compile for the browser and nothing here can add \
                 that: install the target with `rustup target add {TARGET}` (or your \
                 distribution's package of it) and run the command again."
            )
            .into());
        }
        note("not to be had through rustup: taking Debian's compiler instead");
        debian::install(DEBIAN_PACKAGES, "compiling to WebAssembly")?;
        let name = debian_library_name().ok_or("the package rustc-web did not install.")?;
        cache::folder(&name, PROOF, build_library).map(Wasm::Debian)
    }

    /// Makes a command that runs cargo, or runs something that runs cargo, compile for the browser.
    pub fn apply(&self, command: Cmd) -> Result<Cmd> {
        let command = command.env("CARGO_TARGET_DIR", repo::wasm_target());
        let Wasm::Debian(folder) = self else {
            return Ok(command);
        };
        let flags = format!("--sysroot={}", folder.display());
        command
            .without_env("RUSTUP_TOOLCHAIN")
            .env("RUSTC", DEBIAN_RUSTC)
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags)
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", DEBIAN_LINKER)
            // Whoever asks for `cargo` by name gets the one that belongs to the compiler.
            .path_first(&[folder.join("bin")])
    }

    /// As `apply`, for what ships: compiled together with the standard library, if its source is here.
    pub fn apply_small(&self, command: Cmd) -> Result<Cmd> {
        let command = self.apply(command)?;
        if !self.is_small() {
            note("without the standard library's source: the program grows by an eighth");
            return Ok(command);
        }
        Ok(command
            .env("CARGO_TARGET_DIR", repo::page_target())
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", SMALL)
            .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
            .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size")
            .env("RUSTC_BOOTSTRAP", "1"))
    }

    /// Where what `apply_small` compiles comes to lie.
    pub fn small_target(&self) -> PathBuf {
        if self.is_small() { repo::page_target() } else { repo::wasm_target() }
    }

    /// Whether `apply_small` can compile the standard library along.
    pub fn is_small(&self) -> bool {
        matches!(self, Wasm::Installed) && library_source().is_some()
    }
}

/// The standard library's source with what it is made of, fetched through rustup if need be.
fn library_source() -> Option<PathBuf> {
    let root = Cmd::new("rustc").args(["--print", "sysroot"]).text()?;
    let manifest = Path::new(&root).join("lib/rustlib/src/rust/library/Cargo.toml");
    if !manifest.exists() {
        step("The standard library's source is missing");
        let added = Cmd::new("rustup").args(["component", "add", "rust-src"]).status();
        added.ok().filter(|status| status.success() && manifest.exists())?;
    }
    // Trunk's cargo downloads nothing.
    let fetch = Cmd::new("cargo").args(["fetch", "--quiet", "--locked", "--manifest-path"]).args([&manifest]);
    let fetched = fetch.env("RUSTC_BOOTSTRAP", "1").output().ok()?;
    fetched.status.success().then_some(manifest)
}

fn target_is_installed() -> bool {
    let asked = Cmd::new("rustc").args(["--print", "target-libdir", "--target", TARGET]);
    let Some(folder) = asked.text() else {
        return false;
    };
    fs::read_dir(folder).is_ok_and(|entries| {
        entries.flatten().any(|entry| entry.file_name().to_string_lossy().starts_with("libcore-"))
    })
}

fn rustup_adds_target() -> Result<bool> {
    if Cmd::new("rustup").args(["--version"]).text().is_none() {
        return Ok(false);
    }
    let status = Cmd::new("rustup").args(["target", "add", TARGET]).status()?;
    Ok(status.success())
}

/// The library's folder carries the compiler package's version: an upgrade builds a new one.
fn debian_library_name() -> Option<String> {
    let version = debian::version("rustc-web")?;
    debian::version("lld-22")?;
    Some(format!("wasm-std-{}", version.replace([':', '~', '+'], "-")))
}

/// Compiles the standard library once and lays it out as a sysroot that stable builds can use.
fn build_library(folder: &Path) -> Result<()> {
    step("Building the standard library for the browser, once (about two minutes)");
    let empty = folder.join("build");
    write(&empty.join("src/lib.rs"), "#![no_std]\n")?;
    write(
        &empty.join("Cargo.toml"),
        "[package]\nname = \"empty\"\nversion = \"0.0.0\"\nedition = \"2024\"\n[workspace]\n",
    )?;
    Cmd::new(DEBIAN_CARGO)
        .args(["build", "--release", "--target", TARGET])
        .args(["-Zbuild-std=std,panic_abort,panic_unwind,test,proc_macro"])
        .without_env("RUSTUP_TOOLCHAIN")
        .env("RUSTC", DEBIAN_RUSTC)
        .env("RUSTC_BOOTSTRAP", "1")
        // Without bitcode a later build with link-time optimisation could not use the library.
        .env("RUSTFLAGS", "-Cembed-bitcode=yes")
        .env("CARGO_TARGET_DIR", empty.join("target"))
        .within(&empty)
        .run()?;
    let built = empty.join("target").join(TARGET).join("release/deps");
    let library = folder.join("lib/rustlib").join(TARGET).join("lib");
    fs::create_dir_all(&library).at("create", &library)?;
    for entry in fs::read_dir(&built).at("read", &built)?.flatten() {
        let name = entry.file_name();
        let text = name.to_string_lossy();
        if text.starts_with("lib") && text.ends_with(".rlib") && !text.starts_with("libempty") {
            fs::copy(entry.path(), library.join(&name)).at("copy", &entry.path())?;
        }
    }
    link_host(folder)?;
    fs::remove_dir_all(&empty).at("remove", &empty)?;
    write(&folder.join(PROOF), "")
}

/// Build scripts and macros are compiled for this machine, from the distribution's own library.
#[cfg(unix)]
fn link_host(folder: &Path) -> Result<()> {
    use std::os::unix::fs::symlink;
    let told = Cmd::new(DEBIAN_RUSTC).args(["-vV"]).text();
    let host = told
        .as_deref()
        .and_then(|text| text.lines().find_map(|line| line.strip_prefix("host: ")))
        .ok_or("Debian's rustc does not say for which machine it compiles.")?
        .to_owned();
    let link = folder.join("lib/rustlib").join(&host);
    symlink(Path::new("/usr/lib/rustlib").join(&host), &link).at("link", &link)?;
    let bin = folder.join("bin");
    fs::create_dir_all(&bin).at("create", &bin)?;
    symlink(DEBIAN_CARGO, bin.join("cargo")).at("link", &bin)
}

#[cfg(not(unix))]
fn link_host(_folder: &Path) -> Result<()> {
    Err("Debian's compiler is only for Debian.".into())
}

fn write(path: &Path, text: &str) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).at("create", folder)?;
    }
    fs::write(path, text).at("write", path)
}
