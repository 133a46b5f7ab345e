//! How does a corpus travel? As one file: a header, a table of sections, a checksum.
//!
//! ```text
//! 0   8  magic "SOROTPAK"
//! 8   2  version, little endian
//! 10  2  number of sections, little endian
//! 12  4  Adler-32 of everything from byte 16 on, little endian
//! 16  12 per section: tag (4 bytes), offset from the file's start (u32), length (u32)
//! …      the sections
//! ```
//! The sections `META`, `DOCS`, `ACTR`, `TERM` and `SENT` hold the title and the identity, the documents, the
//! actors, the words with their stems, the sentences that may stand for their articles, in postcard's encoding. Only
//! this module knows the form: a later version may be read in place.

use super::Corpus;
use crate::annotate::Document;
use std::collections::BTreeMap;
use std::fmt;

const MAGIC: &[u8; 8] = b"SOROTPAK";
/// Raised whenever the bytes of a section change their meaning.
const VERSION: u16 = 5;
const HEADER: usize = 16;
const ENTRY: usize = 12;

/// Why a pack can't be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackError(Kind);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Kind {
    Foreign,
    OtherVersion(u16),
    Truncated { have: usize, need: usize },
    Damaged { what: &'static str },
    TooLarge,
}

impl fmt::Display for PackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Kind::Foreign => write!(f, "this is not a Sorot pack; make one with `sorot bundle`"),
            Kind::OtherVersion(version) if *version > VERSION => write!(
                f,
                "the pack has format {version}, this Sorot reads {VERSION}; open it with a newer Sorot"
            ),
            Kind::OtherVersion(version) => write!(
                f,
                "the pack has format {version}, this Sorot reads {VERSION}; make it again with `sorot bundle`"
            ),
            Kind::Truncated { have, need } => {
                write!(f, "the pack ends after {have} of {need} bytes; copy it again")
            }
            Kind::Damaged { what } => write!(f, "the pack is damaged ({what}); copy it again"),
            Kind::TooLarge => write!(f, "the pack would be larger than 4 GiB; make two bundles"),
        }
    }
}

impl std::error::Error for PackError {}

fn damaged(what: &'static str) -> PackError {
    PackError(Kind::Damaged { what })
}

/// Writes `corpus`: same corpus, same bytes.
///
/// # Errors
/// Only for a corpus beyond 4 GiB.
pub fn write(corpus: &Corpus) -> Result<Vec<u8>, PackError> {
    let encode = |bytes: postcard::Result<Vec<u8>>| bytes.map_err(|_| PackError(Kind::TooLarge));
    let sections = [
        (b"META", encode(postcard::to_allocvec(&(&corpus.title, corpus.identity)))?),
        (b"DOCS", encode(postcard::to_allocvec(&corpus.documents))?),
        (b"ACTR", encode(postcard::to_allocvec(&corpus.actors))?),
        (b"TERM", encode(postcard::to_allocvec(&corpus.lexicon))?),
        (b"SENT", encode(postcard::to_allocvec(&corpus.salient))?),
    ];
    let mut rest = Vec::new();
    let mut offset = HEADER + ENTRY * sections.len();
    for (tag, bytes) in &sections {
        rest.extend_from_slice(*tag);
        for number in [offset, bytes.len()] {
            let number = u32::try_from(number).map_err(|_| PackError(Kind::TooLarge))?;
            rest.extend_from_slice(&number.to_le_bytes());
        }
        offset += bytes.len();
    }
    for (_, bytes) in &sections {
        rest.extend_from_slice(bytes);
    }
    let mut pack = MAGIC.to_vec();
    pack.extend_from_slice(&VERSION.to_le_bytes());
    pack.extend_from_slice(&(sections.len() as u16).to_le_bytes());
    pack.extend_from_slice(&adler2::adler32_slice(&rest).to_le_bytes());
    pack.append(&mut rest);
    Ok(pack)
}

/// Opens a pack.
///
/// # Errors
/// A foreign, newer, older, truncated or damaged file, each with its own sentence.
pub fn read(pack: &[u8]) -> Result<Corpus, PackError> {
    if pack.get(..MAGIC.len()) != Some(MAGIC) {
        return Err(PackError(Kind::Foreign));
    }
    let truncated = |need| PackError(Kind::Truncated { have: pack.len(), need });
    let u16_at = |at| array(pack, at).map(u16::from_le_bytes).ok_or_else(|| truncated(HEADER));
    let u32_at = |at, need| array(pack, at).map(u32::from_le_bytes).ok_or_else(|| truncated(need));
    let version = u16_at(8)?;
    if version != VERSION {
        return Err(PackError(Kind::OtherVersion(version)));
    }
    let table = HEADER + ENTRY * usize::from(u16_at(10)?);
    let checksum = u32_at(12, HEADER)?;
    let mut sections = Vec::new();
    for entry in (HEADER..table).step_by(ENTRY) {
        let tag = array::<4>(pack, entry).ok_or_else(|| truncated(table))?;
        let offset = u32_at(entry + 4, table)? as usize;
        let end = offset.saturating_add(u32_at(entry + 8, table)? as usize);
        sections.push((tag, pack.get(offset..end).ok_or_else(|| truncated(end))?));
    }
    if adler2::adler32_slice(pack.get(HEADER..).unwrap_or(&[])) != checksum {
        return Err(damaged("its checksum doesn't hold"));
    }
    let section =
        |tag: &[u8; 4], what| sections.iter().find(|s| &s.0 == tag).map(|s| s.1).ok_or_else(|| damaged(what));
    let (title, identity) =
        postcard::from_bytes(section(b"META", "no META section")?).map_err(|_| damaged("in META"))?;
    let corpus = Corpus {
        title,
        identity,
        documents: postcard::from_bytes(section(b"DOCS", "no DOCS section")?)
            .map_err(|_| damaged("in DOCS"))?,
        actors: postcard::from_bytes(section(b"ACTR", "no ACTR section")?).map_err(|_| damaged("in ACTR"))?,
        lexicon: postcard::from_bytes(section(b"TERM", "no TERM section")?)
            .map_err(|_| damaged("in TERM"))?,
        salient: postcard::from_bytes(section(b"SENT", "no SENT section")?)
            .map_err(|_| damaged("in SENT"))?,
        moved: BTreeMap::new(),
    };
    if !corpus.documents.iter().all(|d| refers_inside(d, corpus.actors.len())) {
        return Err(damaged("it names an actor that it doesn't list"));
    }
    if !corpus.lexicon.is_sound() {
        return Err(damaged("its words don't fit together"));
    }
    let (stems, actors) = (corpus.lexicon.stem_count(), corpus.actors.len());
    if !corpus.salient.is_sound(corpus.documents.len(), stems, actors) {
        return Err(damaged("its sentences don't fit to its articles"));
    }
    if !corpus.documents.is_sorted_by_key(|d| super::order(d)) {
        return Err(damaged("its articles don't stand by day"));
    }
    Ok(corpus)
}

fn array<const N: usize>(bytes: &[u8], at: usize) -> Option<[u8; N]> {
    bytes.get(at..at.checked_add(N)?)?.try_into().ok()
}

/// A checksum guards against accidents, not against a made-up file: what later stages index by must
/// be inside. (Spans need no check: outside the text they cover nothing.)
fn refers_inside(document: &Document, actors: usize) -> bool {
    let blocks = document.structure.blocks.len();
    let mentions = document.mentions.iter().chain(&document.aside.mentions);
    mentions.map(|m| m.actor).all(|a| a.index() < actors)
        && document.quotes.iter().flat_map(|q| &q.speakers).all(|a| a.index() < actors)
        && document
            .contacts
            .iter()
            .flat_map(|c| c.a.iter().chain(&c.b).chain(&c.place))
            .all(|a| a.index() < actors)
        && document.sourced.iter().filter_map(|s| s.who).all(|a| a.index() < actors)
        && document.replies.iter().flat_map(|r| [Some(r.who), r.by]).flatten().all(|a| a.index() < actors)
        && document.structure.sentences.iter().all(|s| (s.block as usize) < blocks)
}
