//! The articles' texts, whole or in parts that come when somebody needs them (docs/pack-format.md, "Split").
//!
//! The core fetches nothing: it remembers which parts were missed, and takes them when they are handed in.

use super::super::Bytes;
use super::here::{Here, KEPT};
use super::{PackError, Sections, damaged};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// A part is closed once it holds so many bytes: a row of the list that lies anywhere costs one part, an archive of
/// 100,000 articles some 1,500 files.
pub const PART: usize = 256 << 10;
/// Bytes of SHA-256.
pub(super) const HASH: usize = 32;

/// The texts, and what was missed of them.
#[derive(Debug, Default)]
pub(super) struct Parts {
    /// Part → its first block; a pack in one piece is one part.
    firsts: Vec<u32>,
    /// Part → the SHA-256 of its bytes; empty for a pack in one piece.
    hashes: Bytes,
    here: Mutex<Here>,
    missed: Mutex<Missed>,
    count: AtomicU32,
}

/// Parts that somebody needed and that weren't here.
#[derive(Debug, Default)]
struct Missed {
    /// For what is drawn.
    drawn: Vec<u32>,
    /// For an answer, after what is drawn.
    sought: Vec<u32>,
    /// Part → whether it stands in either: a phrase may miss one text after the other of thousands.
    listed: Vec<[bool; 2]>,
    /// Those that can't be had, sorted.
    failed: Vec<u32>,
}

/// What a text is needed for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum For {
    /// To be drawn.
    Page,
    /// To answer: a phrase, an export, a correction. May be very many.
    Answer,
}

/// A part that was missed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its number.
    pub number: u32,
    /// Its length in bytes.
    pub length: u32,
    /// The SHA-256 of its bytes.
    pub hash: [u8; HASH],
}

impl Parts {
    /// Those of an opened pack whose blocks end at `ends`.
    pub(super) fn of(sections: &Sections, ends: &[u32]) -> Result<Parts, PackError> {
        if let Ok(text) = sections.bytes(b"TEXT") {
            if ends.last().map_or(0, |end| *end as usize) != text.len() {
                return Err(damaged("its articles don't fit together"));
            }
            let mut here = Here::none(1, usize::MAX);
            here.put(0, text);
            return Ok(Parts { firsts: vec![0], here: Mutex::new(here), ..Parts::default() });
        }
        // The part before the texts of a pack that wasn't split: they can't be asked for.
        if !sections.has(b"PSHA") {
            return Ok(Parts::default());
        }
        let (firsts, hashes) = (sections.column(b"PFIR")?, sections.bytes(b"PSHA")?);
        let fit = firsts.first() == Some(&0)
            && firsts.is_sorted_by(|a, b| a < b)
            && firsts.last().is_some_and(|last| (*last as usize) < ends.len())
            && ends.is_sorted()
            && hashes.len() == firsts.len() * HASH;
        if !fit {
            return Err(damaged("the list of its texts doesn't fit to them"));
        }
        let here = Mutex::new(Here::none(firsts.len(), KEPT));
        Ok(Parts { firsts, hashes, here, ..Parts::default() })
    }

    /// Whether texts come when they are needed.
    pub(super) fn is_split(&self) -> bool {
        !self.hashes.is_empty()
    }

    /// How often a text was missed so far.
    pub(super) fn count(&self) -> u32 {
        self.count.load(Ordering::Relaxed)
    }

    fn here(&self) -> MutexGuard<'_, Here> {
        self.here.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// All that was on its way is here and is drawn anew: what nobody looked at before may go.
    pub(super) fn end_turn(&self) {
        self.here().end_turn();
    }

    fn missed<T>(&self, act: impl FnOnce(&mut Missed) -> T) -> T {
        act(&mut self.missed.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// The bytes of a block: those before `end` from `start` on, of all texts. Outside is where they aren't here: what
    /// they are needed for is remembered; inside is where there are no such bytes.
    pub(super) fn block(
        &self,
        block: usize,
        (start, end): (u32, u32),
        ends: &[u32],
        need: For,
    ) -> Option<Option<Bytes>> {
        let Some(part) = self.firsts.partition_point(|&first| first as usize <= block).checked_sub(1) else {
            return Some(None);
        };
        if let Some(bytes) = self.here().read(part) {
            let from = start_of(*self.firsts.get(part).unwrap_or(&0), ends);
            let range = start.checked_sub(from).zip(end.checked_sub(from));
            return Some(range.and_then(|(from, to)| bytes.part(from as usize..to as usize)));
        }
        self.count.fetch_add(1, Ordering::Relaxed);
        self.missed(|missed| {
            missed.listed.resize(self.firsts.len(), [false; 2]);
            let Some([drawn, sought]) = missed.listed.get_mut(part) else { return };
            let (list, listed) = match need {
                For::Page => (&mut missed.drawn, drawn),
                For::Answer => (&mut missed.sought, sought),
            };
            if !std::mem::replace(listed, true) {
                list.push(part as u32);
            }
        });
        None
    }

    /// What was missed since the last time, what is drawn first.
    pub(super) fn take_missed(&self, ends: &[u32]) -> Vec<Part> {
        let (mut numbers, sought, listed) = self.missed(|missed| {
            let lists = (std::mem::take(&mut missed.drawn), std::mem::take(&mut missed.sought));
            (lists.0, lists.1, std::mem::take(&mut missed.listed))
        });
        let is_drawn = |part: &u32| listed.get(*part as usize).is_some_and(|[drawn, _]| *drawn);
        numbers.extend(sought.into_iter().filter(|part| !is_drawn(part)));
        numbers.into_iter().filter_map(|number| self.part(number, ends)).collect()
    }

    fn part(&self, number: u32, ends: &[u32]) -> Option<Part> {
        let at = number as usize;
        let hash = self.hashes.as_chunks::<HASH>().0.get(at)?;
        let (from, to) = self.range(at, ends)?;
        Some(Part { number, length: to.checked_sub(from)?, hash: *hash })
    }

    /// Where a part lies among all texts.
    fn range(&self, part: usize, ends: &[u32]) -> Option<(u32, u32)> {
        let from = start_of(*self.firsts.get(part)?, ends);
        let to = self.firsts.get(part + 1).map_or(ends.last().copied(), |&next| Some(start_of(next, ends)));
        Some((from, to?))
    }

    /// Takes the bytes of a part, if they are what the pack says; `None` for one that can't be had.
    pub(super) fn take(
        &self,
        number: u32,
        bytes: Option<Vec<u8>>,
        ends: &[u32],
        sound: impl Fn(usize, &[u8]) -> bool,
    ) -> bool {
        let sound = bytes.filter(|bytes| self.is_sound(number as usize, bytes, ends, sound));
        let taken = sound.is_some_and(|bytes| self.here().put(number as usize, Bytes::from(bytes)));
        self.missed(|missed| match (missed.failed.binary_search(&number), taken) {
            (Ok(at), true) => drop(missed.failed.remove(at)),
            (Err(at), false) => missed.failed.insert(at, number),
            _ => {}
        });
        taken
    }

    /// Whether these are the bytes of a part.
    fn is_sound(
        &self,
        part: usize,
        bytes: &[u8],
        ends: &[u32],
        sound: impl Fn(usize, &[u8]) -> bool,
    ) -> bool {
        let Some((start, end)) = self.range(part, ends) else { return false };
        let first = self.firsts.get(part).map_or(0, |&first| first as usize);
        let next = self.firsts.get(part + 1).map_or(ends.len(), |&next| next as usize);
        let mut from = start;
        let mut blocks = (first..next).zip(ends.iter().skip(first));
        (end - start) as usize == bytes.len()
            && blocks.all(|(block, &to)| {
                let there = bytes.get((from - start) as usize..(to - start) as usize);
                from = to;
                there.is_some_and(|there| sound(block, there))
            })
    }

    /// Whether the part with this block can't be had.
    pub(super) fn is_failed(&self, block: usize) -> bool {
        self.is_lost(self.firsts.partition_point(|&first| first as usize <= block).saturating_sub(1) as u32)
    }

    /// Whether a part can't be had.
    pub(super) fn is_lost(&self, part: u32) -> bool {
        self.missed(|missed| missed.failed.binary_search(&part).is_ok())
    }
}

/// Where a block begins among all texts.
fn start_of(block: u32, ends: &[u32]) -> u32 {
    (block as usize).checked_sub(1).and_then(|before| ends.get(before)).copied().unwrap_or(0)
}

/// Where parts of about `size` bytes begin, of blocks that end at `ends`: their first blocks.
pub(super) fn firsts(ends: &[u32], size: usize) -> Vec<u32> {
    let (mut firsts, mut start) = (Vec::new(), 0);
    let mut is_open = false;
    for (block, &end) in (0u32..).zip(ends) {
        if !is_open {
            firsts.push(block);
        }
        is_open = ((end - start) as usize) < size;
        if !is_open {
            start = end;
        }
    }
    firsts
}
