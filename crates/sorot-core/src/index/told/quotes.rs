//! The same words of the same speakers, in whatever marks and capitals, are one quote.

use super::{Key, Lines, Rows, Source};
use crate::annotate::{Document, Quote};
use crate::corpus::{Change, DocId, Row, TermId, each_word};
use crate::sort;
use sorot_rows::Bits;
use std::collections::HashMap;

/// Rarer words than these of a quote needn't be looked for: few articles are left by then.
const SOUGHT: usize = 4;

/// The lines of a corpus that came of one with the lines `old`.
pub(super) fn lines(old: &Lines, source: Source) -> Lines {
    let mut rows = Rows::default();
    let mut known: HashMap<u64, Option<u32>> = HashMap::new();
    for row in source.altered.rows(source.corpus, Change::Told) {
        match row {
            Row::Same(was) => rows.keep(old, DocId(was)),
            Row::New(document) => {
                for quote in &document.quotes {
                    let key = key(document, quote);
                    let line = match old.is_empty() {
                        true => None,
                        false => *known.entry(key).or_insert_with(|| told(old, source, document, quote, key)),
                    };
                    rows.push(line.map_or(key, super::kept), quote.speakers.iter().copied());
                }
            }
        }
        rows.close();
    }
    Lines::of(&rows)
}

fn key(document: &Document, quote: &Quote) -> u64 {
    let mut key = Key::new();
    for speaker in &quote.speakers {
        key = key.with(u64::from(speaker.0));
    }
    key = key.byte(0);
    each_word(&document.article.body, quote.span, |_, word| key = key.text(word));
    key.0
}

/// The line of `old` that an article tells which didn't change: it holds the words of the quote.
fn told(old: &Lines, source: Source, document: &Document, quote: &Quote, sought: u64) -> Option<u32> {
    let mut terms: Vec<TermId> = Vec::new();
    each_word(&document.article.body, quote.span, |_, word| terms.extend(source.corpus.lexicon().term(word)));
    sort::by_key(&mut terms, |term| source.terms.count(*term));
    terms.truncate(SOUGHT);
    let mut rows = Bits::range(source.terms.rows(), 0..source.terms.rows());
    for term in terms {
        let mut holding = Bits::none(source.terms.rows());
        source.terms.mark(term, &mut holding);
        rows.and(&holding);
    }
    rows.rows().into_iter().find_map(|row| {
        let lines = old.of_doc(DocId(source.altered.same(row, Change::Told)?));
        // Nobody else said it in an article where no line has these speakers.
        let own = |line: &&u32| old.actors(**line).iter().all(|actor| quote.speakers.contains(actor));
        lines.iter().find(own)?;
        let document = source.corpus.documents().seek(row as usize)?;
        let at = document.quotes.iter().position(|quote| key(document, quote) == sought)?;
        lines.get(at).copied()
    })
}
