//! The file's own content security policy.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// An inline script's or style's hash, as a policy names it.
pub fn hash_source(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

/// The policy as an element of the head: these texts run or dress the page, and nothing leaves the file.
pub(crate) fn meta(scripts: &[&str], styles: &[&str]) -> String {
    let [scripts, styles] = [scripts, styles]
        .map(|texts| texts.iter().map(|text| hash_source(text)).collect::<Vec<_>>().join(" "));
    let policy = format!(
        "default-src 'none'; script-src {scripts} 'wasm-unsafe-eval'; style-src {styles}; \
         img-src data: blob:; worker-src blob:; connect-src 'none'; form-action 'none'; \
         base-uri 'none'"
    );
    format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">")
}
