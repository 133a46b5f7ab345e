//! A pack in parts for plain static hosting: what stands before the texts, and the texts in stretches of whole blocks.

use super::super::Bytes;
use super::parts::{HASH, firsts};
use super::sections::{Sections, Writer};
use super::{PackError, damaged};
use std::ops::Range;

/// What a row of the list says while its text isn't here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Headline {
    /// The headline or the lead in its place.
    pub text: String,
    /// Whether it is the lead.
    pub is_lead: bool,
    /// Words of the article.
    pub words: u32,
}

/// A pack in parts.
#[derive(Debug)]
pub struct Split {
    index: Vec<Vec<u8>>,
    text: Vec<u8>,
    parts: Vec<([u8; HASH], Range<usize>)>,
}

impl Split {
    /// Parts what would become one pack, the texts by about `size` bytes ([`super::PART`]); `hash` is SHA-256.
    pub fn of(
        mut out: Writer,
        size: usize,
        headlines: impl Iterator<Item = Headline>,
        hash: impl Fn(&[u8]) -> [u8; HASH],
    ) -> Split {
        let ends = sorot_rows::ends(out.numbers(b"BLEN"));
        let first_blocks = firsts(&ends, size);
        let start =
            |block: &u32| block.checked_sub(1).and_then(|b| ends.get(b as usize)).copied().unwrap_or(0);
        let mut borders: Vec<usize> = first_blocks.iter().map(|block| start(block) as usize).collect();
        borders.extend(ends.last().map(|&end| end as usize));
        let text = out.section(b"TEXT");
        let ranges = borders.windows(2).filter_map(|ends| Some(*ends.first()?..*ends.last()?));
        let parts: Vec<_> =
            ranges.map(|range| (hash(text.get(range.clone()).unwrap_or(&[])), range)).collect();
        let (mut words, mut leads, mut titles, mut lengths) = (vec![], vec![], Vec::new(), vec![]);
        for (row, headline) in (0u32..).zip(headlines) {
            titles.extend_from_slice(headline.text.as_bytes());
            lengths.push(headline.text.len() as u32);
            leads.extend(headline.is_lead.then_some(row));
            words.push(headline.words);
        }
        out.column(b"PFIR", &first_blocks);
        out.bytes(b"PSHA", parts.iter().flat_map(|(hash, _)| *hash).collect());
        out.bytes(b"HTXT", titles);
        out.column(b"HLEN", &lengths);
        out.column(b"HLEA", &leads);
        out.column(b"HWRD", &words);
        // What is read by blocks comes last, by itself.
        let mut index: Vec<Vec<u8>> = out.pieces().collect();
        let text = index.pop().unwrap_or_default();
        Split { index, text, parts }
    }

    /// The index part, in pieces that follow one on the other.
    pub fn index(&self) -> &[Vec<u8>] {
        &self.index
    }

    /// The parts of the texts, each with its hash: one after the other they are the rest of the pack.
    pub fn parts(&self) -> impl Iterator<Item = (&[u8; HASH], &[u8])> {
        self.parts.iter().map(|(hash, range)| (hash, self.text.get(range.clone()).unwrap_or(&[])))
    }
}

/// The headlines of a split pack; none in others.
#[derive(Debug, Default)]
pub(super) struct Headlines {
    text: Bytes,
    ends: Vec<u32>,
    /// The rows without a headline, sorted.
    leads: Vec<u32>,
    words: Vec<u32>,
}

impl Headlines {
    pub(super) fn of(sections: &Sections, rows: usize) -> Result<Headlines, PackError> {
        let mut end = 0u32;
        let mut ends = sections.column(b"HLEN")?;
        ends.iter_mut().for_each(|length| {
            end = end.saturating_add(*length);
            *length = end;
        });
        let headlines = Headlines {
            text: sections.bytes(b"HTXT")?,
            ends,
            leads: sections.column(b"HLEA")?,
            words: sections.column(b"HWRD")?,
        };
        let fit = headlines.ends.len() == rows
            && headlines.words.len() == rows
            && headlines.text.len() == end as usize;
        if fit { Ok(headlines) } else { Err(damaged("its headlines don't fit to its articles")) }
    }

    pub(super) fn get(&self, row: u32) -> Option<Headline> {
        let at = row as usize;
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let text = self.text.get(start as usize..*self.ends.get(at)? as usize)?;
        Some(Headline {
            text: std::str::from_utf8(text).ok()?.to_string(),
            is_lead: self.leads.binary_search(&row).is_ok(),
            words: *self.words.get(at)?,
        })
    }
}
