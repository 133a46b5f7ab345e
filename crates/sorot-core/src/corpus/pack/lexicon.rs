//! The bundle's words and stems as sections.

use super::super::lexicon::{Lexicon, WordList};
use super::{PackError, Sections, Tag, Writer, damaged};
use crate::corpus::{StemId, TermId};

pub(super) fn write(lexicon: &Lexicon, out: &mut Writer) {
    let mut list = |list: &WordList, text: &Tag, lengths: &Tag| {
        out.bytes(text, list.text().as_bytes().to_vec());
        let lengths_of: Vec<u32> = list.iter().map(|word| word.len() as u32).collect();
        out.column(lengths, &lengths_of);
    };
    list(&lexicon.terms, b"WTXT", b"WLEN");
    list(&lexicon.stems, b"STXT", b"SLEN");
    out.column(b"STEM", &lexicon.stem_of.iter().map(|stem| stem.0).collect::<Vec<_>>());
    out.column(b"FUNC", &lexicon.function.iter().map(|term| term.0).collect::<Vec<_>>());
}

pub(super) fn read(sections: &Sections) -> Result<Lexicon, PackError> {
    let list = |text: &Tag, lengths: &Tag| {
        let text = String::from_utf8(sections.bytes(text)?.to_vec())
            .map_err(|_| damaged("its words are no text"))?;
        Ok(WordList::from_lengths(text, sections.column(lengths)?))
    };
    let lexicon = Lexicon {
        terms: list(b"WTXT", b"WLEN")?,
        stems: list(b"STXT", b"SLEN")?,
        stem_of: sections.column(b"STEM")?.into_iter().map(StemId).collect(),
        function: sections.column(b"FUNC")?.into_iter().map(TermId).collect(),
    };
    if lexicon.is_sound() { Ok(lexicon) } else { Err(damaged("its words don't fit together")) }
}
