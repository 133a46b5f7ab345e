//! All entries together: nothing twice, no more than is held, articles and the report.

use crate::duplicates::{Seen, Twin};
use crate::finding::Finding;
use crate::{Encoding, Entry, Format, Place, Remark, State, limits};
use sorot_core::article::Article;

/// What came of all files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gathered {
    /// The articles, in the order of the entries.
    pub articles: Vec<Article>,
    /// A row for each entry, in that order.
    pub report: Vec<Row>,
}

/// A line of the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Where.
    pub place: Place,
    /// As what it was read.
    pub format: Format,
    /// How its bytes were read.
    pub encoding: Option<Encoding>,
    /// How it fared.
    pub state: State,
    /// Its headline, where the file declares one.
    pub title: Option<String>,
    /// What there is to say.
    pub remarks: Vec<Remark>,
}

impl Gathered {
    /// How many entries fared so.
    pub fn count(&self, state: State) -> usize {
        self.report.iter().filter(|row| row.state == state).count()
    }
}

/// What becomes of a text that is told twice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Twins {
    /// The first is kept, the others are told and skipped.
    #[default]
    Skip,
    /// All are kept: who compares what several papers print of one agency's text wants them.
    Keep,
}

/// Puts entries together. Entries in the same order, the same outcome.
pub fn gather(entries: impl IntoIterator<Item = Entry>, twins: Twins) -> Gathered {
    let entries: Vec<Entry> = entries.into_iter().collect();
    let refused = refused(&entries.iter().collect::<Vec<_>>(), twins);
    let mut out = Gathered::default();
    for (entry, why) in entries.into_iter().zip(refused) {
        out.report.push(Row::of(&entry, why.as_ref()));
        out.articles.extend(entry.article.filter(|_| why.is_none()));
    }
    out
}

/// Of each entry with an article, why it isn't taken all the same: it is told already, or there are too many.
pub fn refused(entries: &[&Entry], twins: Twins) -> Vec<Option<Remark>> {
    let mut seen = Seen::default();
    let mut taken: Vec<&Entry> = Vec::new();
    let mut out = Vec::with_capacity(entries.len());
    for &entry in entries {
        let (Some(article), Some(signature)) = (&entry.article, &entry.signature) else {
            out.push(None);
            continue;
        };
        let number = taken.len();
        let text = |of: usize| match of == number {
            true => article.body.as_str(),
            false => taken.get(of).and_then(|e| e.article.as_ref()).map_or("", |a| a.body.as_str()),
        };
        let label = |of: usize| taken.get(of).map_or(String::new(), |e| e.place.label());
        let why = if number >= limits::MAX_ARTICLES {
            Some(Remark::new(Finding::TooManyArticles, [limits::MAX_ARTICLES.to_string()]))
        } else if twins == Twins::Keep {
            None
        } else {
            seen.twin(signature, number, text).map(|twin| match twin {
                Twin::Same { of } => Remark::new(Finding::SameText, [label(of)]),
                Twin::Near { of, percent } => {
                    Remark::new(Finding::NearlySameText, [label(of), percent.to_string()])
                }
            })
        };
        if why.is_none() {
            taken.push(entry);
        }
        out.push(why);
    }
    out
}

impl Row {
    /// The row of an entry that was refused, or wasn't.
    pub(crate) fn of(entry: &Entry, refused: Option<&Remark>) -> Row {
        Row {
            place: entry.place.clone(),
            format: entry.format,
            encoding: entry.encoding,
            state: state(entry, refused),
            title: entry
                .article
                .as_ref()
                .filter(|_| refused.is_none())
                .and_then(|a| a.declared_title.clone()),
            remarks: refused.into_iter().chain(&entry.remarks).cloned().collect(),
        }
    }
}

pub(crate) fn state(entry: &Entry, refused: Option<&Remark>) -> State {
    if refused.is_some() { State::Skipped } else { entry.state() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, read};

    #[test]
    fn nothing_is_stacked_and_everything_is_told() {
        let files: [(&str, &[u8]); 4] = [
            ("a.txt", b"Harga beras turun."),
            ("b.txt", b"Harga  beras turun."),
            ("c.txt", b""),
            ("d.pdf", b"%PDF-1"),
        ];
        let gathered =
            gather(files.iter().flat_map(|(name, bytes)| read(name, bytes, Options::default())), Twins::Skip);
        assert_eq!(gathered.articles.len(), 1);
        let told: Vec<(&str, &str)> = gathered
            .report
            .iter()
            .map(|r| (r.state.code(), r.remarks.first().map_or("", |r| r.finding.code())))
            .collect();
        assert_eq!(
            told,
            [("read", ""), ("skipped", "same-text"), ("skipped", "empty"), ("skipped", "not-text")]
        );
        assert_eq!(
            gathered.report[1].remarks[0].words(sorot_core::calendar::Lang::En),
            "its text is that of a.txt"
        );
        let kept =
            gather(files.iter().flat_map(|(name, bytes)| read(name, bytes, Options::default())), Twins::Keep);
        assert_eq!(kept.articles.len(), 2);
    }
}
