//! How does a corpus travel? As one file that is read in place: a header, a table of sections, checksums
//! (docs/pack-format.md).
//!
//! Numbers lie in columns, articles in compressed blocks that are inflated when somebody looks at one. Only this
//! module knows the form.

mod blocks;
mod here;
mod lexicon;
mod parts;
mod sections;
mod split;

use super::{Corpus, Documents};
use crate::annotate::{Actor, Document};
use crate::salience::Table;
use sections::VERSION;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

pub(super) use blocks::{Found, Packed};
pub use parts::{For, PART, Part};
pub use sections::{Sections, Tag, Writer, ahead};
pub use split::{Headline, Split};

/// Why a pack can't be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackError(Kind);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Kind {
    Foreign,
    OtherVersion(u16),
    Truncated { have: usize, need: usize },
    Damaged { what: &'static str },
    Section(Tag),
    Missing(Tag),
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
            Kind::Section(tag) => {
                write!(f, "the pack is damaged (in its section {}); copy it again", tag.escape_ascii())
            }
            Kind::Missing(tag) => {
                write!(f, "the pack is damaged (no section {}); copy it again", tag.escape_ascii())
            }
            Kind::TooLarge => write!(f, "the pack would be larger than 4 GiB; make two bundles"),
        }
    }
}

impl std::error::Error for PackError {}

fn damaged(what: &'static str) -> PackError {
    PackError(Kind::Damaged { what })
}

/// Writes `corpus` without an index: same corpus, same bytes.
///
/// # Errors
/// Only for a corpus beyond 4 GiB.
pub fn write(corpus: &Corpus) -> Result<Vec<u8>, PackError> {
    Ok(sections(corpus)?.pieces().collect::<Vec<_>>().concat())
}

/// What a pack holds of `corpus`; others may add their sections.
///
/// # Errors
/// Only for a corpus beyond 4 GiB.
pub fn sections(corpus: &Corpus) -> Result<Writer, PackError> {
    let mut out = Writer::default();
    out.value(b"META", &(&corpus.title, corpus.identity))?;
    out.value(b"ACTR", &corpus.actors)?;
    lexicon::write(&corpus.lexicon, &mut out);
    for (tag, column) in SALIENT.iter().zip(corpus.salient().columns()) {
        out.column(tag, &column);
    }
    blocks::write(&corpus.documents, &mut out)?;
    Ok(out)
}

/// The sentences that may stand for their articles: the columns of [`Table::columns`].
const SALIENT: [&Tag; 7] = [b"SROW", b"SSEN", b"SSCO", b"SSTE", b"SSTM", b"SACE", b"SACT"];

/// Opens a pack.
///
/// # Errors
/// A foreign, newer, older, truncated or damaged file, each with its own sentence.
pub fn read(pack: &[u8]) -> Result<Corpus, PackError> {
    open(pack.to_vec())
}

/// As [`read`], without a copy of the bytes.
///
/// # Errors
/// As [`read`].
pub fn open(pack: Vec<u8>) -> Result<Corpus, PackError> {
    let ahead = ahead(&pack).unwrap_or(usize::MAX).min(pack.len());
    let sections = Sections::open(pack)?;
    room_for(ahead);
    let (title, identity) = sections.value(b"META")?;
    let actors: Vec<Actor> = sections.value(b"ACTR")?;
    let lexicon = lexicon::read(&sections)?;
    let packed = Packed::of(&sections, actors.len())?;
    if packed.is_split() && !sections.has(b"TOLD") {
        return Err(PackError(Kind::Missing(*b"TOLD")));
    }
    let mut columns: [Vec<u32>; 7] = Default::default();
    for (column, tag) in columns.iter_mut().zip(SALIENT) {
        *column = sections.column(tag)?;
    }
    let salient = Table::of_columns(columns);
    if !salient.is_sound(packed.len(), lexicon.stem_count(), actors.len()) {
        return Err(damaged("its sentences don't fit to its articles"));
    }
    Ok(Corpus {
        title,
        identity,
        documents: Documents::packed(packed),
        actors,
        lexicon: Arc::new(lexicon),
        salient: Arc::new(salient),
        moved: BTreeMap::new(),
        stored: Some(Arc::new(sections)),
    })
}

/// Makes room for about as much again as `bytes`, in one go: columns are widened one by one, and a browser takes longer to
/// let its memory grow a hundred times than to fill it.
fn room_for(bytes: usize) {
    if bytes > ROOM_FROM {
        let room: Vec<u8> = Vec::with_capacity(bytes / 8 * 7);
        std::hint::black_box(&room);
    }
}

/// Less is had without asking.
const ROOM_FROM: usize = 1 << 20;

/// A checksum guards against accidents, not against a made-up file: what later stages index by must
/// be inside. (Spans need no check: outside the text they cover nothing.)
fn refers_inside(document: &Document, actors: usize) -> bool {
    let blocks = document.structure.blocks.len();
    document.everyone().all(|a| a.index() < actors)
        && document.structure.sentences.iter().all(|s| (s.block as usize) < blocks)
}
