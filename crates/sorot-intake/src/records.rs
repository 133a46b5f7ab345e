//! The articles of a Sorot pack.

use crate::finding::Finding;
use crate::{Entry, Format, Place};
use sorot_core::corpus::pack;

/// Its articles as they were handed to it; what was read in them is read anew.
pub(crate) fn pack(place: &Place, bytes: &[u8]) -> Vec<Entry> {
    match pack::read(bytes) {
        Err(error) => {
            vec![Entry::skipped(place.clone(), Format::Pack, Finding::PackBroken, [error.to_string()])]
        }
        Ok(corpus) if corpus.documents().is_split() => {
            let told = "its texts are in files of their own; give the articles it was made of".to_string();
            vec![Entry::skipped(place.clone(), Format::Pack, Finding::PackBroken, [told])]
        }
        Ok(corpus) => (1..)
            .zip(corpus.documents())
            .map(|(record, document)| {
                Entry::read(place.record(record, None), Format::Pack, document.article.clone(), Vec::new())
            })
            .collect(),
    }
}
