//! Bytes as inert text blocks.

use crate::text85;
use miniz_oxide::deflate::compress_to_vec;
use sha2::{Digest, Sha256};
use sorot_rows::crc32;
use std::fmt::Write as _;
use std::num::NonZeroU64;

/// Bytes per block, a multiple of four: 4 MB of text, far below the longest that a browser holds in one node.
const BLOCK: usize = 3 * 1024 * 1024;

/// The longest payload that is searched for its shortest form, in bytes: about five seconds.
const SEARCHED: usize = 2 * 1024 * 1024;
/// How often; more gains a thousandth.
const ROUNDS: NonZeroU64 = NonZeroU64::MIN.saturating_add(4);

/// How a block of the payload `name` begins.
pub(crate) fn open(name: &str) -> String {
    format!("<script type=\"text/plain\" data-payload=\"{name}\"")
}

/// Compresses and encodes a payload as blocks of HTML. The first one tells what the decoder must find: how many blocks,
/// and length and hash of the compressed bytes, so that damage shows before anything is unpacked. They stand beside the
/// bytes and not in the script, which stays the same whatever it decodes.
pub(crate) fn pack(name: &str, bytes: &[u8]) -> String {
    encoded(name, &shortest(bytes))
}

/// As [`pack`], without a search for the shortest form: a reader waits for it.
pub(crate) fn quick(name: &str, bytes: &[u8]) -> String {
    encoded(name, &gzip(bytes))
}

fn encoded(name: &str, bytes: &[u8]) -> String {
    let mut blocks = String::with_capacity(bytes.len() / 4 * 5 + 256);
    let chunks = bytes.chunks(BLOCK);
    let mut sha256 = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        let _ = write!(sha256, "{byte:02x}");
    }
    let mut facts =
        format!(" data-blocks=\"{}\" data-length=\"{}\" data-sha256=\"{sha256}\"", chunks.len(), bytes.len());
    for chunk in chunks {
        let _ = write!(blocks, "{}{facts}>", open(name));
        facts.clear();
        text85::encode(chunk, &mut blocks);
        blocks.push_str("</script>\n");
    }
    blocks
}

/// As [`gzip`], but for the shortest bytes that a few seconds of search find.
fn shortest(bytes: &[u8]) -> Vec<u8> {
    let options = zopfli::Options { iteration_count: ROUNDS, ..zopfli::Options::default() };
    let mut found = Vec::new();
    if bytes.len() > SEARCHED || zopfli::compress(options, zopfli::Format::Gzip, bytes, &mut found).is_err() {
        return gzip(bytes);
    }
    found
}

/// Compresses with no time in the header (RFC 1952): the same bytes in, the same bytes out.
pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut whole = vec![0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255];
    whole.extend(compress_to_vec(bytes, 9));
    whole.extend(crc32(bytes).to_le_bytes());
    whole.extend((bytes.len() as u32).to_le_bytes());
    whole
}
