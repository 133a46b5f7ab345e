//! The folder of training and evaluation data, which lies beside some checkouts only.

use crate::repo;
use std::path::PathBuf;

/// What a command says that needs the folder and goes on without.
pub const MISSING: &str =
    "There is no data to learn from: say where the folder is in SOROT_SHARED. Nothing was done.";

/// `$SOROT_SHARED`, else `../shared`; `None` where there is neither.
pub fn folder() -> Option<PathBuf> {
    let place =
        std::env::var_os("SOROT_SHARED").map_or_else(|| repo::root().join("../shared"), PathBuf::from);
    place.is_dir().then_some(place)
}
