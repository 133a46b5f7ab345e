//! The ways the explorer is opened.

use std::path::PathBuf;

/// What a story opens.
#[derive(Clone, Debug)]
pub enum Target {
    /// The site, at the address of its index.
    Served(String),
    /// The one-file build, from the disk.
    File(PathBuf),
    /// Inside somebody else's page, at this address: as its elements,
    Element(String),
    /// and as an iframe in a sandbox.
    Frame(String),
}

impl Target {
    /// The names of all ways, in the order of reports.
    pub const NAMES: [&str; 4] = ["served", "file", "element", "iframe"];

    /// The address of the explorer with a hash (without `#`; empty for none).
    pub fn address(&self, hash: &str) -> String {
        let page = match self {
            Target::Served(address) | Target::Element(address) | Target::Frame(address) => address.clone(),
            Target::File(path) => format!("file://{}", encoded(&path.display().to_string())),
        };
        if hash.is_empty() { page } else { format!("{page}#{}", hash.trim_start_matches('#')) }
    }

    /// A short name for reports.
    pub fn name(&self) -> &'static str {
        match self {
            Target::Served(_) => "served",
            Target::File(_) => "file",
            Target::Element(_) => "element",
            Target::Frame(_) => "iframe",
        }
    }
}

/// A path as it stands in an address.
fn encoded(path: &str) -> String {
    let mut address = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte) {
            address.push(char::from(byte));
        } else {
            address.push_str(&format!("%{byte:02X}"));
        }
    }
    address
}
