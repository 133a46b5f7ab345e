//! The same words of the same speakers, in whatever marks and capitals, are one quote.

use super::{Key, Lines, Rows};
use crate::corpus::{Corpus, each_word};

pub(super) fn lines(corpus: &Corpus) -> Lines {
    let mut rows = Rows::default();
    for document in corpus.documents() {
        for quote in &document.quotes {
            let mut key = Key::new();
            for speaker in &quote.speakers {
                key = key.with(u64::from(speaker.0));
            }
            key = key.byte(0);
            each_word(&document.article.body, quote.span, |_, word| key = key.text(word));
            rows.push(key.0, quote.speakers.iter().copied());
        }
        rows.close();
    }
    Lines::of(&rows)
}
