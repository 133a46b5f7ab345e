//! How do corrections travel? As a small JSON file, or inside a link.
//!
//! ```json
//! { "sorot": "corrections", "version": 1, "bundle": "0123456789abcdef", "title": "…",
//!   "corrections": [ { "merge": { "actor": "a-b", "into": "c-d" } }, … ] }
//! ```
//! In a link they are the same values in postcard's encoding, in base64url.

use super::json::{self, Json};
use super::{Correction, form};
use crate::corpus::Corpus;
use crate::why::{Rule, Why};

/// Raised whenever an older Sorot would misread the file.
const VERSION: u32 = 1;
const KIND: &str = "corrections";
/// A longer file is nobody's corrections, in bytes.
pub const MAX_FILE: usize = 10_000_000;
/// Corrections that would make a link longer than mail programs and chats keep whole stay out of it, in
/// characters.
pub const MAX_LINK: usize = 1_500;

/// A file of corrections, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// The corrections.
    pub corrections: Vec<Correction>,
    /// The title of another bundle that they were made for; `None` where it is this one.
    pub other: Option<String>,
    /// The stamp of the list that it was made of, where it says so (see [`together`](super::together)).
    pub of: Option<String>,
}

/// The name of a bundle in files and in the browser's store: 16 hexadecimal digits.
pub fn bundle(corpus: &Corpus) -> String {
    format!("{:016x}", corpus.identity())
}

/// The file of these corrections.
pub fn write(corpus: &Corpus, corrections: &[Correction]) -> String {
    written(KIND, corpus, None, corrections.iter().map(form::write).collect())
}

/// The same for a store in which others write too: made of the list of this stamp (see [`together`](super::together)).
pub fn write_together(corpus: &Corpus, corrections: &[Correction], of: &str) -> String {
    written(KIND, corpus, Some(of), corrections.iter().map(form::write).collect())
}

/// A line each, as they stand in the file.
pub fn lines(corrections: &[Correction]) -> Vec<String> {
    corrections.iter().map(|correction| form::write(correction).line()).collect()
}

/// From such lines; what is none is passed over.
pub fn of_lines(lines: &[String]) -> Vec<Correction> {
    lines.iter().filter_map(|line| form::read(&json::read(line).ok()?)).collect()
}

/// A file of that kind with a list under its name.
pub(crate) fn written(kind: &str, corpus: &Corpus, of: Option<&str>, list: Vec<Json>) -> String {
    let mut fields = vec![
        ("sorot".into(), Json::Text(kind.into())),
        ("version".into(), Json::Number(VERSION)),
        ("bundle".into(), Json::Text(bundle(corpus))),
        ("title".into(), Json::Text(corpus.title().into())),
    ];
    fields.extend(of.map(|of| ("of".into(), Json::Text(of.into()))));
    fields.push((kind.into(), Json::List(list)));
    let mut text = String::new();
    Json::Object(fields).write(&mut text, 0);
    text
}

/// Reads a file of corrections.
///
/// # Errors
/// What is wrong with it, for the reader: no JSON, another kind of file, a newer version.
pub fn read(corpus: &Corpus, text: &str) -> Result<File, Why> {
    let (list, other, of) = listed(KIND, corpus, text)?;
    let corrections = list.iter().map(form::read).collect::<Option<Vec<_>>>().ok_or_else(|| broken(0))?;
    Ok(File { corrections, other, of })
}

/// A file's list, the title of another bundle that it was made for, and the stamp of the list that it was made of.
pub(crate) type Listed = (Vec<Json>, Option<String>, Option<String>);

/// Reads a file of that kind.
pub(crate) fn listed(kind: &str, corpus: &Corpus, text: &str) -> Result<Listed, Why> {
    if text.len() > MAX_FILE {
        return Err(Why::plain(Rule::CorrectionsForeign));
    }
    let file = json::read(text.trim_start_matches('\u{feff}')).map_err(broken)?;
    let text = |name: &str| file.get(name).and_then(Json::text);
    let (Some(own), Some(&Json::Number(version)), Some(for_bundle), Some(title), Some(list)) =
        (text("sorot"), file.get("version"), text("bundle"), text("title"), file.get(kind))
    else {
        return Err(Why::plain(Rule::CorrectionsForeign));
    };
    if own != kind {
        return Err(Why::plain(Rule::CorrectionsForeign));
    }
    if version > VERSION {
        return Err(Why::new(Rule::CorrectionsNewer, [i64::from(version).into()]));
    }
    let Json::List(list) = list else { return Err(broken(0)) };
    let other = (for_bundle != bundle(corpus)).then(|| title.to_string());
    Ok((list.clone(), other, text("of").map(String::from)))
}

fn broken(line: usize) -> Why {
    Why::new(Rule::CorrectionsBroken, [(line as i64).into()])
}

/// The corrections for a link; `None` for none, and for more than a link holds ([`MAX_LINK`]).
pub fn to_link(corrections: &[Correction]) -> Option<String> {
    let bytes = postcard::to_allocvec(corrections).ok().filter(|_| !corrections.is_empty())?;
    let text = base64url(&bytes);
    (text.len() <= MAX_LINK).then_some(text)
}

/// The corrections of a link; `None` where it was cut or made up.
pub fn from_link(text: &str) -> Option<Vec<Correction>> {
    postcard::from_bytes(&bytes_of(text)?).ok()
}

/// RFC 4648, section 5.
const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

fn base64url(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len() * 4 / 3 + 3);
    for chunk in bytes.chunks(3) {
        let [a, b, c] = [0, 1, 2].map(|i| u32::from(chunk.get(i).copied().unwrap_or(0)));
        let all = a << 16 | b << 8 | c;
        for place in 0..=chunk.len() {
            let digit = all >> (18 - 6 * place) & 63;
            out.push(char::from(DIGITS.get(digit as usize).copied().unwrap_or(b'A')));
        }
    }
    out
}

fn bytes_of(text: &str) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(text.len() * 3 / 4);
    for chunk in text.as_bytes().chunks(4) {
        if chunk.len() == 1 {
            return None;
        }
        let mut all = 0u32;
        for place in 0..4 {
            let digit = match chunk.get(place) {
                Some(byte) => DIGITS.iter().position(|d| d == byte)? as u32,
                None => 0,
            };
            all = all << 6 | digit;
        }
        out.extend(all.to_be_bytes().get(1..chunk.len()).unwrap_or(&[]));
    }
    Some(out)
}
