//! The articles themselves: postcard, several to a block, each block compressed and checked by itself, so that one
//! article costs one block.

use super::super::{Bytes, order_of};
use super::parts::{For, Part, Parts};
use super::sections::{Sections, Writer};
use super::split::{Headline, Headlines};
use super::{PackError, damaged};
use crate::annotate::Document;
use crate::calendar::Day;
use crate::corpus::Documents;
use chrono::Datelike;
use sorot_rows::checksum;
use std::sync::{Arc, Mutex, PoisonError};

/// A block is closed once it holds so many bytes: enough to compress, little to inflate for one article.
const BLOCK: usize = 8 << 10;
/// Bundles of fewer articles are stored as they are: what carries them compresses better.
const COMPRESSED_FROM: usize = 200;
/// The day of an article without one.
const NO_DAY: u32 = u32::MAX;

/// Articles as they lie in a pack.
#[derive(Debug)]
pub struct Packed {
    /// The blocks, as far as they are here.
    parts: Parts,
    headlines: Headlines,
    /// Block → its first row, where it ends among all, and the lower half of its checksum.
    firsts: Vec<u32>,
    ends: Vec<u32>,
    sums: Vec<u32>,
    compressed: bool,
    /// The ids, one after the other, and where each ends.
    ids: Bytes,
    id_ends: Vec<u32>,
    /// The rows by id.
    by_id: Vec<u32>,
    /// Row → days from the common era by which it stands.
    days: Vec<u32>,
    actors: usize,
    /// The block that was inflated last.
    last: Mutex<Option<(usize, Arc<Vec<u8>>)>>,
}

/// What is found where an article lies.
#[derive(Debug)]
pub enum Found {
    /// The article.
    Here(Box<Document>),
    /// Bytes that are none.
    Damaged,
    /// Nothing yet: its part is remembered as missed.
    Away,
}

/// Appends the sections of the articles.
pub(super) fn write(documents: &Documents, out: &mut Writer) -> Result<(), PackError> {
    let compressed = documents.len() >= COMPRESSED_FROM;
    let (mut firsts, mut lengths, mut sums, mut text) = (vec![], vec![], vec![], Vec::new());
    let (mut ids, mut id_lengths, mut days) = (Vec::new(), Vec::new(), Vec::new());
    let mut block: Vec<Vec<u8>> = Vec::new();
    let mut close = |block: &mut Vec<Vec<u8>>, next: usize| {
        if block.is_empty() {
            return;
        }
        let mut raw = Vec::new();
        block.iter().for_each(|article| raw.extend_from_slice(&(article.len() as u32).to_le_bytes()));
        block.iter().for_each(|article| raw.extend_from_slice(article));
        let bytes = if compressed { lz4_flex::block::compress_prepend_size(&raw) } else { raw };
        firsts.push((next - block.len()) as u32);
        sums.push(checksum(&bytes) as u32);
        text.extend_from_slice(&bytes);
        lengths.push(bytes.len() as u32);
        block.clear();
    };
    let mut held = 0;
    for (row, document) in documents.iter().enumerate() {
        let bytes = postcard::to_allocvec(document).map_err(|_| PackError(super::Kind::TooLarge))?;
        held += bytes.len();
        block.push(bytes);
        if held >= BLOCK {
            close(&mut block, row + 1);
            held = 0;
        }
        ids.extend_from_slice(document.article.id.as_bytes());
        id_lengths.push(document.article.id.len() as u32);
        let (_, day, _) = order_of(document);
        days.push(day.map_or(NO_DAY, |d| d.num_days_from_ce() as u32));
    }
    close(&mut block, documents.len());
    if text.len() >= u32::MAX as usize {
        return Err(PackError(super::Kind::TooLarge));
    }
    let mut by_id: Vec<u32> = (0..documents.len() as u32).collect();
    crate::sort::by_cached_key(&mut by_id, |row| {
        documents.get(*row as usize).map_or(String::new(), |d| d.article.id.clone())
    });
    out.column(b"BROW", &firsts);
    out.column(b"BLEN", &lengths);
    out.column(b"BSUM", &sums);
    out.column(b"BCOD", &[u32::from(compressed)]);
    out.bytes(b"IDTX", ids);
    out.column(b"IDLE", &id_lengths);
    out.column(b"IDOR", &by_id);
    out.column(b"DDAY", &days);
    out.blocks(b"TEXT", text);
    Ok(())
}

impl Packed {
    /// The articles of a pack with so many actors.
    pub(super) fn of(sections: &Sections, actors: usize) -> Result<Packed, PackError> {
        let ends = sorot_rows::ends(sections.column(b"BLEN")?);
        let mut packed = Packed {
            parts: Parts::of(sections, &ends)?,
            headlines: Headlines::default(),
            firsts: sections.column(b"BROW")?,
            ends,
            sums: sections.column(b"BSUM")?,
            compressed: sections.column(b"BCOD")?.first() == Some(&1),
            ids: sections.bytes(b"IDTX")?,
            id_ends: sorot_rows::ends(sections.column(b"IDLE")?),
            by_id: sections.column(b"IDOR")?,
            days: sections.column(b"DDAY")?,
            actors,
            last: Mutex::default(),
        };
        let (rows, blocks) = (packed.len(), packed.firsts.len());
        let fit = packed.ends.len() == blocks
            && packed.sums.len() == blocks
            && packed.by_id.len() == rows
            && packed.days.len() == rows
            && packed.firsts.first().is_none_or(|first| *first == 0)
            && (rows == 0) == (blocks == 0);
        if !fit {
            return Err(damaged("its articles don't fit together"));
        }
        if !packed.days.is_sorted() {
            return Err(damaged("its articles don't stand by day"));
        }
        if packed.parts.is_split() {
            packed.headlines = Headlines::of(sections, rows)?;
        }
        Ok(packed)
    }

    /// The number of articles.
    pub fn len(&self) -> usize {
        self.id_ends.len()
    }

    /// An article's id of links.
    pub fn id(&self, row: u32) -> &str {
        let end = |row: u32| self.id_ends.get(row as usize).copied().unwrap_or(0) as usize;
        let bytes = self.ids.get(row.checked_sub(1).map_or(0, end)..end(row));
        bytes.and_then(|b| std::str::from_utf8(b).ok()).unwrap_or("")
    }

    /// The day by which an article stands.
    pub fn day(&self, row: u32) -> Option<Day> {
        let day = self.days.get(row as usize).copied().filter(|day| *day != NO_DAY)?;
        Day::from_num_days_from_ce_opt(i32::try_from(day).ok()?)
    }

    /// The article with this id.
    pub fn find(&self, id: &str) -> Option<u32> {
        let at = self.by_id.partition_point(|&row| self.id(row) < id);
        self.by_id.get(at).copied().filter(|&row| self.id(row) == id)
    }

    /// Whether the texts come when they are needed.
    pub fn is_split(&self) -> bool {
        self.parts.is_split()
    }

    /// How often a text was needed that isn't here.
    pub fn missed(&self) -> u32 {
        self.parts.count()
    }

    /// The parts that were missed since the last time, those for what is drawn first.
    pub fn take_missed(&self) -> Vec<Part> {
        self.parts.take_missed(&self.ends)
    }

    /// Takes a part's bytes, if they are what was packed; `None` for one that can't be had. Says whether they were.
    pub fn take(&self, number: u32, bytes: Option<Vec<u8>>) -> bool {
        let sound = |block: usize, bytes: &[u8]| self.sums.get(block) == Some(&(checksum(bytes) as u32));
        self.parts.take(number, bytes, &self.ends, sound)
    }

    /// Ends a turn of what is kept of the texts (docs/scale.md): all that was on its way is here and is drawn anew.
    pub fn end_turn(&self) {
        self.parts.end_turn();
    }

    /// Whether a part can't be had.
    pub fn is_lost(&self, part: u32) -> bool {
        self.parts.is_lost(part)
    }

    /// Whether an article's text can't be had.
    pub fn is_failed(&self, row: u32) -> bool {
        self.block_of(row).is_some_and(|block| self.parts.is_failed(block))
    }

    /// What is known of an article without its text; of split packs only.
    pub fn headline(&self, row: u32) -> Option<Headline> {
        self.headlines.get(row)
    }

    fn block_of(&self, row: u32) -> Option<usize> {
        self.firsts.partition_point(|&first| first <= row).checked_sub(1)
    }

    /// Inflates and reads an article.
    pub fn read(&self, row: u32, need: For) -> Found {
        let Some(block) = self.block_of(row) else { return Found::Damaged };
        match self.block(block, need) {
            None => Found::Away,
            Some(bytes) => {
                let read = bytes.and_then(|bytes| self.read_in(row, block, &bytes));
                read.map_or(Found::Damaged, |document| Found::Here(Box::new(document)))
            }
        }
    }

    fn read_in(&self, row: u32, block: usize, bytes: &[u8]) -> Option<Document> {
        let first = *self.firsts.get(block)?;
        let next = self.firsts.get(block + 1).map_or(self.len(), |&next| next as usize);
        let count = next.checked_sub(first as usize)?;
        let (lengths, _) = bytes.get(..count.checked_mul(4)?)?.as_chunks::<4>();
        let mut from = count * 4;
        let place = (row - first) as usize;
        for length in lengths.get(..place)? {
            from = from.checked_add(u32::from_le_bytes(*length) as usize)?;
        }
        let to = from.checked_add(u32::from_le_bytes(*lengths.get(place)?) as usize)?;
        let document = postcard::from_bytes(bytes.get(from..to)?).ok()?;
        super::refers_inside(&document, self.actors).then_some(document)
    }

    /// A block's bytes as they were before they were packed; outside is where they aren't here.
    fn block(&self, block: usize, need: For) -> Option<Option<Arc<Vec<u8>>>> {
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, bytes)) = last.as_ref().filter(|(at, _)| *at == block) {
            return Some(Some(bytes.clone()));
        }
        let end = |block: usize| self.ends.get(block).copied();
        let range = block.checked_sub(1).map_or(Some(0), end).zip(end(block));
        let Some(range) = range else { return Some(None) };
        let packed = self.parts.block(block, range, &self.ends, need)?;
        let raw = packed.and_then(|bytes| self.inflated(block, &bytes)).map(Arc::new);
        if let Some(raw) = &raw {
            *last = Some((block, raw.clone()));
        }
        Some(raw)
    }

    fn inflated(&self, block: usize, bytes: &[u8]) -> Option<Vec<u8>> {
        if checksum(bytes) as u32 != *self.sums.get(block)? {
            return None;
        }
        if !self.compressed {
            return Some(bytes.to_vec());
        }
        let (size, rest) = lz4_flex::block::uncompressed_size(bytes).ok()?;
        // No byte of this form stands for more: whoever says so wants memory.
        if size > rest.len().saturating_mul(255) {
            return None;
        }
        lz4_flex::block::decompress(rest, size).ok()
    }
}
