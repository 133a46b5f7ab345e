//! The candidates of all articles, in flat arrays: a selection of thousands is read without a pointer.

use super::Salient;
use sorot_rows::{Lists, ends};
use std::ops::Range;

/// The candidates of a corpus, article by article, the best of each first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// Article → one past its last candidate.
    rows: Vec<u32>,
    /// Candidate → its sentence.
    sentences: Vec<u32>,
    /// Candidate → whether it stands behind the sentence before it only.
    leans: Vec<bool>,
    /// Candidate → whether it is the first of its story.
    opens: Vec<bool>,
    /// Candidate → what it is worth whatever is selected.
    scores: Vec<i32>,
    /// Candidate → one past its last stem.
    stem_ends: Vec<u32>,
    stems: Vec<u32>,
    /// Candidate → one past its last actor.
    actor_ends: Vec<u32>,
    actors: Vec<u32>,
}

/// One candidate as the table holds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate<'a> {
    /// Its sentence in its article.
    pub sentence: u32,
    /// Whether it stands behind the sentence before it only.
    pub leans: bool,
    /// Whether it is the first of its story.
    pub opens: bool,
    /// What it is worth whatever is selected, in thousandths.
    pub score: i32,
    /// Its stems, sorted, each once.
    pub stems: &'a [u32],
    /// The numbers of the actors it names, sorted, each once.
    pub actors: &'a [u32],
}

impl Table {
    /// The table of articles' candidates, in the articles' order.
    pub fn of(articles: impl Iterator<Item = Vec<Salient>>) -> Table {
        let mut table = Table::default();
        for candidates in articles {
            candidates.iter().for_each(|c| table.push(c));
            table.end_row();
        }
        table
    }

    /// As columns of numbers, for [`Table::of_columns`]. Ends become lengths and scores lose their sign (zigzag,
    /// as in protocol buffers): what is small stays small. Whether it leans and whether it opens its story are a
    /// sentence's lowest bits.
    pub fn columns(&self) -> [Vec<u32>; 7] {
        let flags = self.leans.iter().zip(&self.opens);
        let flags = flags.map(|(&leans, &opens)| u32::from(leans) | u32::from(opens) << 1);
        let scores = self.scores.iter().map(|&score| (score << 1 ^ score >> 31) as u32);
        [
            lengths(&self.rows),
            self.sentences.iter().zip(flags).map(|(&at, flags)| at << 2 | flags).collect(),
            scores.collect(),
            lengths(&self.stem_ends),
            self.stems.clone(),
            lengths(&self.actor_ends),
            self.actors.clone(),
        ]
    }

    /// The table of [`Table::columns`]; whether it is sound [`Table::is_sound`] tells.
    pub fn of_columns(columns: [Vec<u32>; 7]) -> Table {
        let [rows, sentences, scores, stem_ends, stems, actor_ends, actors] = columns;
        Table {
            rows: ends(rows),
            leans: sentences.iter().map(|&at| at & 1 == 1).collect(),
            opens: sentences.iter().map(|&at| at & 2 == 2).collect(),
            sentences: sentences.into_iter().map(|at| at >> 2).collect(),
            scores: scores.into_iter().map(|n| (n >> 1) as i32 ^ -((n & 1) as i32)).collect(),
            stem_ends: ends(stem_ends),
            stems,
            actor_ends: ends(actor_ends),
            actors,
        }
    }

    fn push(&mut self, c: &Salient) {
        self.actors.extend(c.actors.iter().map(|a| a.0));
        self.copy(Candidate {
            sentence: c.sentence,
            leans: c.leans,
            opens: c.opens,
            score: c.score,
            stems: &c.stems,
            actors: &[],
        });
    }

    fn copy(&mut self, c: Candidate) {
        self.sentences.push(c.sentence);
        self.leans.push(c.leans);
        self.opens.push(c.opens);
        self.scores.push(c.score);
        self.stems.extend_from_slice(c.stems);
        self.stem_ends.push(self.stems.len() as u32);
        self.actors.extend_from_slice(c.actors);
        self.actor_ends.push(self.actors.len() as u32);
    }

    fn end_row(&mut self) {
        self.rows.push(self.sentences.len() as u32);
    }

    /// The table of an altered corpus: for each of its articles its place in this one, or new candidates.
    /// `stem` says what its stems are there.
    pub fn altered(
        &self,
        articles: impl Iterator<Item = Result<u32, Vec<Salient>>>,
        stem: &dyn Fn(u32) -> u32,
    ) -> Table {
        let mut table = Table::default();
        for article in articles {
            match article {
                Ok(row) => {
                    let from = table.stems.len();
                    for c in self.row(row).filter_map(|at| self.get(at)) {
                        table.copy(c);
                    }
                    table.stems.iter_mut().skip(from).for_each(|s| *s = stem(*s));
                }
                Err(new) => new.iter().for_each(|c| table.push(c)),
            }
            table.end_row();
        }
        table
    }

    /// The candidates of an article, as numbers; none beyond the last article.
    #[inline]
    pub fn row(&self, article: u32) -> Range<u32> {
        let end = self.rows.get(article as usize).copied().unwrap_or(0);
        let start = article.checked_sub(1).and_then(|before| self.rows.get(before as usize)).copied();
        start.unwrap_or(0).min(end)..end
    }

    /// The article of a candidate.
    pub fn article(&self, at: u32) -> u32 {
        self.rows.partition_point(|&end| end <= at) as u32
    }

    /// A candidate.
    #[inline]
    pub fn get(&self, at: u32) -> Option<Candidate<'_>> {
        Some(Candidate {
            sentence: *self.sentences.get(at as usize)?,
            leans: *self.leans.get(at as usize)?,
            opens: *self.opens.get(at as usize)?,
            score: *self.scores.get(at as usize)?,
            stems: self.all_stems().get(at),
            actors: self.all_actors().get(at),
        })
    }

    /// What the least of an article's candidates is worth; without any, the most there is.
    pub fn least(&self, article: u32) -> i32 {
        let scores = self.row(article).filter_map(|at| self.scores.get(at as usize));
        scores.copied().min().unwrap_or(i32::MAX)
    }

    /// Candidate → what it is worth whatever is selected.
    pub fn scores(&self) -> &[i32] {
        &self.scores
    }

    /// Candidate → whether it is the first of its story.
    pub fn opens(&self) -> &[bool] {
        &self.opens
    }

    /// The stems of all candidates.
    pub fn all_stems(&self) -> Lists<'_> {
        Lists { ends: &self.stem_ends, numbers: &self.stems }
    }

    /// The actors of all candidates.
    pub fn all_actors(&self) -> Lists<'_> {
        Lists { ends: &self.actor_ends, numbers: &self.actors }
    }

    /// The first `each` candidates of every article of `articles`, by article.
    pub fn heads(&self, articles: &[u32], each: u32) -> Vec<u32> {
        Lists::heads(&self.rows, articles, each)
    }

    /// The number of candidates.
    pub fn len(&self) -> usize {
        self.sentences.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.sentences.is_empty()
    }

    /// Whether its parts fit together and to a corpus of `articles` articles, `stems` stems and `actors`
    /// actors; a pack could say anything.
    pub fn is_sound(&self, articles: usize, stems: usize, actors: usize) -> bool {
        let count = self.sentences.len();
        let ends =
            |ends: &[u32], all: usize| ends.is_sorted() && ends.last().map_or(0, |&end| end as usize) == all;
        self.rows.len() == articles
            && ends(&self.rows, count)
            && self.leans.len() == count
            && self.opens.len() == count
            && self.scores.len() == count
            && self.stem_ends.len() == count
            && ends(&self.stem_ends, self.stems.len())
            && self.actor_ends.len() == count
            && ends(&self.actor_ends, self.actors.len())
            && self.stems.iter().all(|&s| (s as usize) < stems)
            && self.actors.iter().all(|a| (*a as usize) < actors)
    }
}

fn lengths(ends: &[u32]) -> Vec<u32> {
    let starts = std::iter::once(0).chain(ends.iter().copied());
    ends.iter().zip(starts).map(|(end, start)| end - start).collect()
}
