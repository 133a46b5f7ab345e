//! The index as sections of a pack: made once where the articles are read, taken as it is where the pack is opened.

use super::begun::Begun;
use super::named::Kept;
use super::terms::Terms;
use super::{Days, Index, Stored, days, told};
use crate::annotate::{ActorId, Document, InTurn, Spread};
use crate::corpus::Corpus;
use crate::corpus::pack::{self, Headline, PackError, Sections, Split, Writer};
use sorot_rows::Bits;
use std::sync::Arc;

/// Writes `corpus` and its index: same corpus, same bytes. The pieces follow one on the other.
///
/// # Errors
/// Only for a corpus beyond 4 GiB.
pub fn pack(corpus: &Corpus) -> Result<impl Iterator<Item = Vec<u8>>, PackError> {
    pack_by(&InTurn, corpus)
}

/// As [`pack`], the articles and the parts of the index made side by side where `spread` can.
///
/// # Errors
/// Only for a corpus beyond 4 GiB.
pub fn pack_by(spread: &impl Spread, corpus: &Corpus) -> Result<impl Iterator<Item = Vec<u8>>, PackError> {
    Ok(sections(spread, corpus)?.pieces())
}

/// As [`pack_by`], in parts: what a page needs before any text, and the texts by about `size` bytes. `headline` is what a row says, `hash` is
/// SHA-256.
///
/// # Errors
/// Only for a corpus beyond 4 GiB.
pub fn split_by(
    spread: &impl Spread,
    corpus: &Corpus,
    size: usize,
    headline: impl Fn(&Document) -> Headline,
    hash: impl Fn(&[u8]) -> [u8; 32],
) -> Result<Split, PackError> {
    // Without the index a page would need every text at once.
    let out = sections(spread, corpus)?;
    Ok(Split::of(out, size, corpus.documents().iter().map(headline), hash))
}

fn sections(spread: &impl Spread, corpus: &Corpus) -> Result<Writer, PackError> {
    // The longest first.
    let parts = vec![Part::Articles, Part::Terms, Part::Told, Part::Rows];
    let mut out = Ok(Writer::default());
    let mut index = Index::default();
    for made in spread.map(parts, |part| part.make(corpus)) {
        match made {
            Made::Articles(sections) => out = sections,
            Made::Terms(terms) => index.terms = terms,
            Made::Told(told) => index.told = Stored::later(|| *told),
            Made::Rows(rows) => index = Index { terms: index.terms, told: index.told, ..*rows },
        }
    }
    let mut out = out?;
    write(&index, &mut out)?;
    Ok(out)
}

/// What a pack is made of.
enum Part {
    Articles,
    Terms,
    Told,
    Rows,
}

enum Made {
    Articles(Result<Writer, PackError>),
    Terms(Arc<Terms>),
    Told(Box<told::Told>),
    Rows(Box<Index>),
}

impl Part {
    fn make(self, corpus: &Corpus) -> Made {
        match self {
            Part::Articles => Made::Articles(pack::sections(corpus)),
            Part::Terms => Made::Terms(Arc::new(Terms::of(corpus))),
            Part::Told => Made::Told(Box::new(told::Told::of(corpus))),
            Part::Rows => Made::Rows(Box::new(Index::of_rows(corpus))),
        }
    }
}

fn write(index: &Index, out: &mut Writer) -> Result<(), PackError> {
    let numbers = |actors: &[ActorId]| actors.iter().map(|a| a.0).collect::<Vec<_>>();
    out.column(b"XACE", &lengths(&index.row_offsets));
    out.column(b"XACT", &index.row_actors);
    out.column(b"XBEE", &lengths(&index.beside_offsets));
    out.column(b"XBES", &numbers(&index.beside));
    out.value(b"XNAM", &index.source_names)?;
    out.column(b"XSRC", &index.sources);
    out.column(b"XENG", &index.english.rows());
    index.days.write(out)?;
    index.terms.write(out);
    out.value(b"TOLD", index.told())
}

/// The index that a pack holds of `corpus`; `None` where it holds none that fits.
pub(super) fn read(sections: &Sections, corpus: &Corpus) -> Option<Index> {
    let rows = corpus.documents().len();
    let actors = corpus.actors().len();
    let row_offsets = sorot_rows::starts(&sections.column(b"XACE").ok()?);
    let row_actors = sections.column(b"XACT").ok()?;
    let beside_offsets = sorot_rows::starts(&sections.column(b"XBEE").ok()?);
    let beside: Vec<ActorId> = sections.column(b"XBES").ok()?.into_iter().map(ActorId).collect();
    let names: Vec<String> = sections.value(b"XNAM").ok()?;
    let sources = sections.column(b"XSRC").ok()?;
    let mut english = Bits::none(rows as u32);
    english.extend(&sections.column(b"XENG").ok()?);
    let told = sections.bytes(b"TOLD").ok()?;
    let index = Index {
        days: Days::read(sections)?,
        rows: rows as u32,
        row_offsets,
        row_actors,
        beside_offsets,
        beside,
        sources,
        english,
        terms: Arc::new(Terms::read(sections, corpus.lexicon(), rows as u32)?),
        told: Stored::later(move || read_told(&told)),
        ..Index::default()
    };
    let fits = index.row_offsets.len() == rows + 1
        && index.row_offsets.last().is_some_and(|&end| end as usize == index.row_actors.len())
        && sorot_rows::most(&index.row_actors).is_none_or(|most| (most as usize) < actors)
        && index.beside_offsets.len() == rows + 1
        && index.beside_offsets.last().is_some_and(|&end| end as usize == index.beside.len())
        && index.sources.len() == rows
        && sorot_rows::most(&index.sources).is_none_or(|most| most as usize <= names.len())
        && index.days.rows() as usize == rows;
    fits.then(|| Index { kept: Kept::default(), ..index }.counted(actors).with_sources(names))
}

/// Offsets → how many each has.
pub(super) fn lengths(offsets: &[u32]) -> Vec<u32> {
    offsets
        .windows(2)
        .map(|ends| ends.iter().rev().copied().reduce(|to, from| to - from).unwrap_or(0))
        .collect()
}

impl Days {
    fn write(&self, out: &mut Writer) -> Result<(), PackError> {
        let first = |span: &days::Span| span.0 as u32;
        let more = |span: &days::Span| span.1.wrapping_sub(span.0) as u32;
        out.column(b"DFIR", &self.published.iter().map(first).collect::<Vec<_>>());
        out.column(b"DMOR", &self.published.iter().map(more).collect::<Vec<_>>());
        out.column(b"DINF", &self.inferred.iter().map(|&is| u32::from(is)).collect::<Vec<_>>());
        out.column(b"MEND", &lengths(&self.offsets));
        out.column(b"MFIR", &self.mentioned.iter().map(first).collect::<Vec<_>>());
        out.column(b"MMOR", &self.mentioned.iter().map(more).collect::<Vec<_>>());
        out.value(b"MNTH", &self.months)
    }

    fn read(sections: &Sections) -> Option<Days> {
        let spans = |first, more| {
            let (first, more) = (sections.column(first).ok()?, sections.column(more).ok()?);
            (first.len() == more.len()).then(|| sorot_rows::spans(&first, &more))
        };
        let inferred = sections.column(b"DINF").ok()?.into_iter().map(|is| is == 1).collect();
        let offsets = sorot_rows::starts(&sections.column(b"MEND").ok()?);
        let mentioned = spans(b"MFIR", b"MMOR")?;
        let months = sections.value(b"MNTH").ok()?;
        let mut days = Days::default();
        days.published = spans(b"DFIR", b"DMOR")?;
        (days.inferred, days.offsets, days.mentioned, days.months) = (inferred, offsets, mentioned, months);
        let fits = days.inferred.len() == days.published.len()
            && days.offsets.last().is_some_and(|&end| end as usize == days.mentioned.len())
            && days.published.len() <= days.rows() as usize
            && days.published.iter().chain(&days.mentioned).all(days::is_sound);
        fits.then(|| days.summed())
    }
}

impl Terms {
    fn write(&self, out: &mut Writer) {
        let ends = self.starts.iter().skip(1).copied().chain([(self.lists.len() - sorot_rows::PAD) as u32]);
        let each: Vec<u32> = self.starts.iter().zip(ends).map(|(start, end)| end - start).collect();
        out.column(b"PCNT", &self.counts);
        out.column(b"PLEN", &each);
        out.bytes(b"PLST", self.lists.to_vec());
        out.column(b"PBFI", &self.begun.firsts);
        out.column(b"PBEN", &self.begun.ends);
        out.bytes(b"PBST", self.begun.sets.to_vec());
        out.column(b"RLEN", &self.lengths);
    }

    fn read(sections: &Sections, lexicon: &crate::corpus::Lexicon, rows: u32) -> Option<Terms> {
        let mut starts = sorot_rows::starts(&sections.column(b"PLEN").ok()?);
        starts.pop();
        let begun = Begun {
            firsts: sections.column(b"PBFI").ok()?,
            ends: sections.column(b"PBEN").ok()?,
            sets: sections.bytes(b"PBST").ok()?,
        };
        let counts = sections.column(b"PCNT").ok()?;
        let lengths = sections.column(b"RLEN").ok()?;
        let fits = counts.len() == lexicon.len()
            && starts.len() == lexicon.len()
            && lengths.len() == rows as usize
            && begun.firsts.len() == begun.ends.len()
            && begun.firsts.is_sorted();
        let lists = sections.bytes(b"PLST").ok()?;
        fits.then(|| Terms::of_parts(counts, starts, lists, begun, lengths))
    }
}

/// What the articles tell, read from its section.
pub(super) fn read_told(bytes: &[u8]) -> told::Told {
    // A checksum says that this is what was written.
    postcard::from_bytes(bytes).unwrap_or_default()
}
