//! The words of a corpus that came of another: their lists are taken as they are, or written anew where rows moved or an
//! article's words changed.

use super::begun::Begun;
use super::terms::{Terms, words};
use crate::corpus::{Altered, Bytes, Change, Corpus, DocId, Row, TermId};
use crate::sort;
use sorot_rows::PAD;

impl Terms {
    /// The words of a corpus that came of `before`, which these are the words of.
    pub(super) fn altered(&self, before: &Corpus, corpus: &Corpus, altered: &Altered) -> Terms {
        let lexicon = corpus.lexicon();
        let find = |word: &str| Some(lexicon.term(word)?.0);
        let rows = altered.was.len() as u32;
        // What is new: term, row, weight; by term and row.
        let mut new: Vec<(u32, u32, u8)> = Vec::new();
        let mut here = Vec::new();
        let mut lengths = Vec::with_capacity(rows as usize);
        // Row that was → row.
        let mut now = vec![u32::MAX; self.rows as usize];
        for (row, origin) in (0..).zip(altered.rows(corpus, Change::Words)) {
            match origin {
                Row::Same(was) => {
                    lengths.push(self.length(DocId(was)));
                    now.get_mut(was as usize).into_iter().for_each(|now| *now = row);
                }
                Row::New(document) => {
                    here.clear();
                    lengths.push(words(document, find, &mut here));
                    new.extend(here.iter().map(|(term, weight)| (term.0, row, *weight)));
                }
            }
        }
        sort::by_key(&mut new, |(term, row, _)| u64::from(*term) << 32 | u64::from(*row));
        let stands = altered.stands(self.rows as usize);
        // Where all others stand, only lists with words of a changed article differ.
        let mut touched: Vec<TermId> = Vec::new();
        if stands {
            touched.extend(new.iter().map(|n| TermId(n.0)));
            for row in altered.changed(Change::Words) {
                here.clear();
                before.documents().seek(row as usize).map(|document| words(document, find, &mut here));
                touched.extend(here.iter().map(|(term, _)| *term));
            }
            sort::numbers(&mut touched);
            touched.dedup();
        }
        // Where some moved, only lists with articles between where one stood and stands.
        let is_moved = |row: &usize| now.get(*row) != Some(&(*row as u32));
        let mut moved = 0..u32::MAX;
        if rows == self.rows {
            let (first, last) = ((0..now.len()).find(is_moved), (0..now.len()).rfind(is_moved));
            moved = first.unwrap_or(0) as u32..last.map_or(0, |last| last as u32 + 1);
        }
        let (mut counts, mut starts) = (Vec::new(), Vec::new());
        // All words that were are.
        let mut known = (0..).map(TermId).zip(before.lexicon().terms()).peekable();
        let mut lists = Vec::with_capacity(self.lists.len());
        let mut from = 0;
        let (mut old, mut weights, mut all_rows, mut all_weights) = (vec![], vec![], vec![], vec![]);
        for term in 0..lexicon.len() as u32 {
            let more = new.get(from..).unwrap_or(&[]);
            let more = more.get(..more.partition_point(|n| n.0 <= term)).unwrap_or(&[]);
            from += more.len();
            starts.push(lists.len() as u32);
            let was = known.next_if(|(_, word)| *word == lexicon.word(TermId(term)));
            // One that is new has no list.
            let was = was.map_or(TermId(u32::MAX), |(was, _)| was);
            let mut is_same = stands && touched.binary_search(&TermId(term)).is_err();
            if !is_same {
                [&mut old, &mut all_rows].into_iter().for_each(Vec::clear);
                [&mut weights, &mut all_weights].into_iter().for_each(Vec::clear);
                sorot_rows::list(self.list(was), self.count(was), self.rows, &mut old, &mut weights);
                let first = old.partition_point(|row| *row < moved.start);
                is_same = more.is_empty() && old.get(first).is_none_or(|row| *row >= moved.end);
            }
            if is_same {
                counts.push(self.count(was));
                lists.extend_from_slice(self.list(was).get(..self.list_length(was)).unwrap_or(&[]));
                continue;
            }
            // Those that stay are in order: what is new comes in between.
            for (was, weight) in old.iter().zip(&weights) {
                if let Some(&row) = now.get(*was as usize).filter(|row| **row < rows) {
                    all_rows.push(row);
                    all_weights.push(*weight);
                }
            }
            if !more.is_empty() {
                let (kept, kept_weights) = (std::mem::take(&mut all_rows), std::mem::take(&mut all_weights));
                let mut from = 0;
                for (_, row, weight) in more {
                    let to = from + kept.get(from..).unwrap_or(&[]).partition_point(|kept| kept < row);
                    all_rows.extend_from_slice(kept.get(from..to).unwrap_or(&[]));
                    all_weights.extend_from_slice(kept_weights.get(from..to).unwrap_or(&[]));
                    all_rows.push(*row);
                    all_weights.push(*weight);
                    from = to;
                }
                all_rows.extend_from_slice(kept.get(from..).unwrap_or(&[]));
                all_weights.extend_from_slice(kept_weights.get(from..).unwrap_or(&[]));
            }
            counts.push(all_rows.len() as u32);
            sorot_rows::encode(&all_rows, &all_weights, rows, &mut lists);
        }
        lists.extend([0; PAD]);
        let begun = Begun::default();
        let mut terms = Terms::of_parts(counts, starts, Bytes::from(lists), begun, lengths);
        // Of the same words the sets that were are known by the same words.
        let same = Some(self).filter(|_| self.counts.len() == lexicon.len() && before.lexicon() == lexicon);
        terms.begun = Begun::altered(lexicon, &terms, same.map(|terms| &terms.begun), &now, &new);
        terms
    }

    /// How many bytes the list of `term` has.
    fn list_length(&self, term: TermId) -> usize {
        let end = self
            .starts
            .get(term.index() + 1)
            .map_or(self.lists.len().saturating_sub(PAD), |&end| end as usize);
        self.starts.get(term.index()).map_or(0, |&start| end.saturating_sub(start as usize))
    }
}
