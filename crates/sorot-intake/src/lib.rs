//! What can be read of a file that somebody hands in? Any bytes → articles, and a report of what was read, what was
//! remarked, and what was skipped and why.
//!
//! ```text
//! file ─▶ read: format by its first bytes ─▶ encoding ─▶ text, HTML, JSON, CSV, feed, ZIP, pack ─▶ entries ─┐
//!                                                                                                         ▼
//!                                                        report + articles ◀─ gather: nothing twice, limits
//! ```
//! [`read`] is a map over files and may run on any core; [`gather`] is its reduce. The same files give the same
//! articles and the same report, in a browser, a worker and natively. What comes in is untrusted: every parser here is
//! linear in its input, none recurses on nesting, none follows a link, opens an entity or writes a file, and every
//! limit is a constant of [`limits`] that the message names.

pub mod limits;

mod actors;
mod csv;
mod days;
mod duplicates;
mod encoding;
mod entry;
mod feed;
mod fields;
mod finding;
mod format;
mod gather;
mod html;
mod json;
mod records;
mod report;
mod text;
mod zip;

pub use duplicates::Signature;
pub use encoding::Encoding;
pub use entry::{Entry, Place, Remark, State};
pub use finding::Finding;
pub use format::Format;
pub use gather::{Gathered, Row, Twins, gather, refused};
pub use report::{report, told};

use format::sniff;

/// What the reader says about a file, because the guess was wrong.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The encoding, in place of what the file declares or looks like.
    pub encoding: Option<Encoding>,
}

/// Reads one file into its entries, in the order of the file: an article, or why there is none. `name` is a path or a
/// name; it is only ever shown.
pub fn read(name: &str, bytes: &[u8], options: Options) -> Vec<Entry> {
    let place = Place::file(name);
    let format = sniff(name, bytes);
    let mut entries = match format {
        Format::Zip => zip::read(&place, bytes, options),
        _ => read_one(&place, bytes, format, options),
    };
    if entries.is_empty() {
        entries.push(Entry::skipped(place, format, Finding::NothingInside, []));
    }
    entries
}

/// Reads what is not an archive.
fn read_one(place: &Place, bytes: &[u8], format: Format, options: Options) -> Vec<Entry> {
    let skipped =
        |finding, evidence: Vec<String>| vec![Entry::skipped(place.clone(), format, finding, evidence)];
    if bytes.len() > limits::MAX_FILE {
        return skipped(Finding::FileTooLarge, vec![bytes.len().to_string(), limits::MAX_FILE.to_string()]);
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return skipped(Finding::Empty, vec![]);
    }
    let read: fn(&Place, &str) -> Vec<Entry> = match format {
        Format::Pack => return records::pack(place, bytes),
        Format::Zip => return skipped(Finding::ZipInZip, vec![]),
        Format::Other(what) => return skipped(Finding::NotText, vec![what.into()]),
        Format::Text => text::plain,
        Format::Markdown => text::markdown,
        Format::Html => html::read,
        Format::Json => json::read,
        Format::JsonLines => json::read_lines,
        Format::Csv => csv::read,
        Format::Feed => feed::read,
    };
    let decoded = match encoding::decode(bytes, format, options.encoding) {
        Ok(decoded) => decoded,
        Err(remark) => {
            return vec![Entry { remarks: vec![remark], ..Entry::empty(place.clone(), format) }];
        }
    };
    let mut entries = read(place, &decoded.text);
    for entry in &mut entries {
        entry.encoding = Some(decoded.encoding);
        entry.remarks.splice(0..0, decoded.remarks.iter().cloned());
        entry.remark_signs();
    }
    entries
}

#[cfg(test)]
mod tests;
