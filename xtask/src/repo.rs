//! Where things lie in the project.

use crate::failure::{At, Result};
use std::fs;
use std::path::{Path, PathBuf};

/// The project's root: the folder above this crate.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// The target folder of native builds, the one `cargo` itself would use.
pub fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// The target folder of wasm builds: apart, because another compiler version may be at work there.
pub fn wasm_target() -> PathBuf {
    target().join("wasm")
}

/// Where what ships is compiled: together with the standard library, so apart from all else.
pub fn page_target() -> PathBuf {
    target().join("page")
}

/// The finished site.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// The build that is one file.
pub fn one_file() -> PathBuf {
    dist().join("sorot.html")
}

/// Copies what a folder holds, and its folders, into another.
pub fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).at("create", to)?;
    for entry in fs::read_dir(from).at("read", from)?.flatten() {
        let place = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_folder(&entry.path(), &place)?;
        } else {
            fs::copy(entry.path(), &place).at("write", &place)?;
        }
    }
    Ok(())
}
