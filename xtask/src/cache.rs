//! The person's cache folder: tools live there by name and version, for every clone of the project.

use crate::failure::{At, Result};
use std::fs;
use std::path::{Path, PathBuf};

/// `$XDG_CACHE_HOME/sorot`, or `~/.cache/sorot`.
pub fn root() -> Result<PathBuf> {
    let given = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
    let home = std::env::var_os("HOME").or_else(|| std::env::var_os("USERPROFILE"));
    let base = match (given.filter(|path| path.is_absolute()), home) {
        (Some(cache), _) => cache,
        (None, Some(home)) => PathBuf::from(home).join(".cache"),
        (None, None) => {
            return Err("neither XDG_CACHE_HOME nor HOME is set: set one, so that the tools have \
                        a place to live."
                .into());
        }
    };
    Ok(base.join("sorot"))
}

/// The folder `name` in the cache. When it lacks the file `proof`, `make` fills an empty folder,
/// which then takes the name in one step: an interrupted set-up leaves nothing that looks finished.
pub fn folder(name: &str, proof: &str, make: impl FnOnce(&Path) -> Result<()>) -> Result<PathBuf> {
    let root = root()?;
    let finished = root.join(name);
    if finished.join(proof).exists() {
        return Ok(finished);
    }
    forget_interrupted(&root, name);
    let begun = root.join(format!(".{name}.{}", std::process::id()));
    clear(&begun)?;
    fs::create_dir_all(&begun).at("create", &begun)?;
    let made = make(&begun).and_then(|()| {
        if begun.join(proof).exists() {
            Ok(())
        } else {
            Err(format!("the set-up of {name} ended without making {proof}.").into())
        }
    });
    if let Err(failure) = made {
        // The failure itself is what the person must read, not trouble while tidying up.
        let _ = fs::remove_dir_all(&begun);
        return Err(failure);
    }
    if finished.join(proof).exists() {
        // Another run was quicker; its folder may be in use.
        clear(&begun)?;
        return Ok(finished);
    }
    clear(&finished)?;
    fs::rename(&begun, &finished).at("finish", &finished)?;
    Ok(finished)
}

/// Removes what set-ups of this name left that were stopped midway. Only where the system shows
/// which processes live, for another run may be at it just now.
fn forget_interrupted(root: &Path, name: &str) {
    let processes = Path::new("/proc");
    let Ok(entries) = fs::read_dir(root) else {
        return;
    };
    for entry in entries.flatten() {
        let file_name = entry.file_name();
        let text = file_name.to_string_lossy();
        let maker = text.strip_prefix(&format!(".{name}.")).map(str::to_owned);
        if let Some(maker) = maker
            && processes.join("self").exists()
            && !processes.join(maker).exists()
        {
            // What cannot be removed only takes room.
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

fn clear(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).at("clear", folder)?;
    }
    Ok(())
}
