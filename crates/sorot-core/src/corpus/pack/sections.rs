//! The file around it all: a header, a table of sections, the sections. docs/pack-format.md tells every byte.

use super::super::Bytes;
use super::{Kind, PackError, damaged};
use serde::{Serialize, de::DeserializeOwned};
use sorot_rows::{checksum, narrow, widen};

const MAGIC: &[u8; 8] = b"SOROTPAK";
/// Raised whenever the bytes of a section change their meaning.
pub(super) const VERSION: u16 = 13;
/// Magic, version, number of sections, four zeros, length of the file, checksum of the table.
const HEADER: usize = 32;
/// Tag, width, kind, two zeros, offset, length, checksum.
const ENTRY: usize = 32;
/// Every section begins at a multiple of this.
const ALIGN: usize = 8;
/// The kind of a section whose parts are checked one by one, when they are read.
const BY_BLOCK: u8 = 1;

/// A section's name.
pub type Tag = [u8; 4];

/// What becomes a pack.
#[derive(Debug, Default)]
pub struct Writer {
    sections: Vec<Section>,
}

#[derive(Debug)]
struct Section {
    tag: Tag,
    width: u8,
    kind: u8,
    bytes: Vec<u8>,
}

impl Writer {
    /// A section of bytes.
    pub fn bytes(&mut self, tag: &Tag, bytes: Vec<u8>) {
        self.sections.push(Section { tag: *tag, width: 1, kind: 0, bytes });
    }

    /// A section of blocks that have checksums of their own.
    pub(super) fn blocks(&mut self, tag: &Tag, bytes: Vec<u8>) {
        self.sections.push(Section { tag: *tag, width: 1, kind: BY_BLOCK, bytes });
    }

    /// A section of numbers, each as wide as the greatest needs.
    pub fn column(&mut self, tag: &Tag, numbers: &[u32]) {
        let mut bytes = Vec::new();
        let width = narrow(numbers, &mut bytes);
        self.sections.push(Section { tag: *tag, width, kind: 0, bytes });
    }

    /// A section of one value in postcard's encoding.
    ///
    /// # Errors
    /// For what postcard can't encode.
    pub fn value(&mut self, tag: &Tag, value: &impl Serialize) -> Result<(), PackError> {
        let bytes = postcard::to_allocvec(value).map_err(|_| PackError(Kind::TooLarge))?;
        self.bytes(tag, bytes);
        Ok(())
    }

    /// What a section holds; empty where there is none.
    pub(super) fn section(&self, tag: &Tag) -> &[u8] {
        self.sections.iter().find(|s| s.tag == *tag).map_or(&[], |s| &s.bytes)
    }

    /// The numbers of a section.
    pub(super) fn numbers(&self, tag: &Tag) -> Vec<u32> {
        let section = self.sections.iter().find(|s| s.tag == *tag);
        section.and_then(|s| widen(&s.bytes, s.width)).unwrap_or_default()
    }

    /// The file, in pieces that follow one on the other: same sections, same bytes.
    pub fn pieces(mut self) -> impl Iterator<Item = Vec<u8>> {
        // What is read by blocks comes last, so that the rest can go ahead of it.
        crate::sort::by_key(&mut self.sections, |section| section.kind);
        let mut table = Vec::new();
        let mut offset = HEADER + ENTRY * self.sections.len();
        for section in &self.sections {
            table.extend_from_slice(&section.tag);
            table.extend_from_slice(&[section.width, section.kind, 0, 0]);
            let sum = if section.kind == BY_BLOCK { 0 } else { checksum(&section.bytes) };
            for number in [offset as u64, section.bytes.len() as u64, sum] {
                table.extend_from_slice(&number.to_le_bytes());
            }
            offset += section.bytes.len().next_multiple_of(ALIGN);
        }
        let mut head = MAGIC.to_vec();
        head.extend_from_slice(&VERSION.to_le_bytes());
        head.extend_from_slice(&(self.sections.len() as u16).to_le_bytes());
        head.extend_from_slice(&[0; 4]);
        head.extend_from_slice(&(offset as u64).to_le_bytes());
        head.extend_from_slice(&checksum(&table).to_le_bytes());
        head.append(&mut table);
        std::iter::once(head).chain(self.sections.into_iter().map(|section| {
            let mut bytes = section.bytes;
            bytes.resize(bytes.len().next_multiple_of(ALIGN), 0);
            bytes
        }))
    }
}

/// A pack that was opened: its sections are there and hold what was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sections {
    file: Bytes,
    table: Vec<Entry>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Entry {
    tag: Tag,
    width: u8,
    from: usize,
    to: usize,
}

impl Sections {
    /// Opens a file.
    ///
    /// # Errors
    /// A foreign, newer, older, truncated or damaged file, each with its own sentence.
    pub fn open(file: Vec<u8>) -> Result<Sections, PackError> {
        if file.get(..MAGIC.len()) != Some(MAGIC) {
            return Err(PackError(Kind::Foreign));
        }
        let truncated = |need: usize| PackError(Kind::Truncated { have: file.len(), need });
        let half = |at| array(&file, at).map(u16::from_le_bytes).ok_or_else(|| truncated(HEADER));
        let version = half(8)?;
        if version != VERSION {
            return Err(PackError(Kind::OtherVersion(version)));
        }
        let table_end = HEADER + ENTRY * usize::from(half(10)?);
        let long = |at| array(&file, at).map(u64::from_le_bytes).ok_or_else(|| truncated(table_end));
        let size = |at| long(at).and_then(|n| usize::try_from(n).map_err(|_| PackError(Kind::TooLarge)));
        let (need, sum) = (size(16)?, long(24)?);
        let table_bytes = file.get(HEADER..table_end).ok_or_else(|| truncated(table_end))?;
        if checksum(table_bytes) != sum {
            return Err(damaged("its table of sections has changed"));
        }
        let mut table = Vec::new();
        let mut apart = false;
        for at in (HEADER..table_end).step_by(ENTRY) {
            let head: [u8; 6] = array(&file, at).ok_or_else(|| truncated(table_end))?;
            let [a, b, c, d, width, kind] = head;
            let (from, length, sum) = (size(at + 8)?, size(at + 16)?, long(at + 24)?);
            let to = from.saturating_add(length);
            if kind == BY_BLOCK && from == file.len() && length > 0 {
                // The part before the articles' texts, by itself.
                apart = true;
                continue;
            }
            let bytes = file.get(from..to).ok_or_else(|| truncated(to))?;
            if kind != BY_BLOCK && checksum(bytes) != sum {
                return Err(PackError(Kind::Section([a, b, c, d])));
            }
            table.push(Entry { tag: [a, b, c, d], width, from, to });
        }
        if !apart && file.len() < need {
            return Err(truncated(need));
        }
        Ok(Sections { file: Bytes::from(file), table })
    }

    fn entry(&self, tag: &Tag) -> Result<&Entry, PackError> {
        self.table.iter().find(|e| e.tag == *tag).ok_or(PackError(Kind::Missing(*tag)))
    }

    /// Whether there is such a section.
    pub fn has(&self, tag: &Tag) -> bool {
        self.entry(tag).is_ok()
    }

    /// A section's bytes, in place.
    ///
    /// # Errors
    /// Where there is no such section.
    pub fn bytes(&self, tag: &Tag) -> Result<Bytes, PackError> {
        let entry = self.entry(tag)?;
        self.file.part(entry.from..entry.to).ok_or(PackError(Kind::Missing(*tag)))
    }

    /// A section of numbers.
    ///
    /// # Errors
    /// Where there is no such section, or none of numbers.
    pub fn column(&self, tag: &Tag) -> Result<Vec<u32>, PackError> {
        let width = self.entry(tag)?.width;
        widen(&self.bytes(tag)?, width).ok_or(PackError(Kind::Section(*tag)))
    }

    /// A section of one value.
    ///
    /// # Errors
    /// Where there is no such section, or it holds something else.
    pub fn value<T: DeserializeOwned>(&self, tag: &Tag) -> Result<T, PackError> {
        postcard::from_bytes(&self.bytes(tag)?).map_err(|_| PackError(Kind::Section(*tag)))
    }
}

/// Where in a pack the texts begin: what stands before can be opened by itself. `None` for no pack.
pub fn ahead(pack: &[u8]) -> Option<usize> {
    let count = u16::from_le_bytes(array(pack, 10).filter(|_| pack.starts_with(MAGIC))?);
    let mut entries = (0..usize::from(count)).map(|n| HEADER + n * ENTRY);
    let at = entries.find(|at| pack.get(at + 5) == Some(&BY_BLOCK))?;
    usize::try_from(u64::from_le_bytes(array(pack, at + 8)?)).ok()
}

fn array<const N: usize>(bytes: &[u8], at: usize) -> Option<[u8; N]> {
    bytes.get(at..at.checked_add(N)?)?.try_into().ok()
}
