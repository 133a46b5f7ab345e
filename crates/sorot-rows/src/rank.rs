//! How well do rows fit, and in which order do they come?

/// Per row of `rows`, what it weighs in a list of rows and weights; 0 where it isn't in it. Both lists sorted.
pub fn pick(list: &[u32], weights: &[u8], share: u16, rows: &[u32]) -> Vec<u16> {
    if list.len() == rows.len() && list == rows {
        return weights.iter().map(|&weight| u16::from(weight) * share).collect();
    }
    let mut at = 0;
    rows.iter()
        .map(|&row| {
            let rest = list.get(at..).unwrap_or(&[]);
            // Near by step, far by halves.
            at += match rest.iter().take(8).position(|&r| r >= row) {
                Some(near) => near,
                None => rest.partition_point(|&r| r < row),
            };
            match (list.get(at), weights.get(at)) {
                (Some(&found), Some(&weight)) if found == row => u16::from(weight) * share,
                _ => 0,
            }
        })
        .collect()
}

/// How many occurrences are worth how much.
#[derive(Clone, Copy, Debug, Default)]
pub struct Curve {
    /// What they are worth at most.
    pub factor: f32,
    /// Weight of an occurrence.
    pub exact: f32,
    /// Steps of a whole score to the unit.
    pub per: f32,
}

/// What words are worth in rows: `rarity * often * factor / (often + norm)`, `often` being the weight over `exact`, `norm` the
/// row's own. Only these operations in this order, so that every machine ranks alike.
#[derive(Clone, Debug, Default)]
pub struct Ranker {
    curve: Curve,
    norms: Vec<f32>,
    /// No row's norm is less.
    least: f32,
}

/// A word that is looked for, and what it weighs in each of some rows.
#[derive(Clone, Debug)]
pub struct Weighed {
    /// How much it counts.
    pub rarity: f32,
    /// In the order of the rows.
    pub weights: Vec<u16>,
}

/// A word that is looked for by itself.
#[derive(Clone, Copy, Debug)]
pub struct Word {
    /// How much it counts.
    pub rarity: f32,
    /// How many times its weights count.
    pub share: u16,
}

/// Weights from here on are taken to be worth the most that any is.
const GREAT: usize = 32;

impl Ranker {
    /// Of rows with these norms, all of them above 0.
    pub fn of(curve: Curve, norms: Vec<f32>) -> Ranker {
        Ranker { curve, least: norms.iter().copied().fold(1.0, f32::min), norms }
    }

    /// What a weight is worth in a row.
    #[inline(always)]
    fn worth(&self, weight: u16, rarity: f32, row: u32) -> f32 {
        self.at(weight, rarity, self.norms.get(row as usize).copied().unwrap_or(1.0))
    }

    #[inline(always)]
    fn at(&self, weight: u16, rarity: f32, norm: f32) -> f32 {
        let often = f32::from(weight) / self.curve.exact;
        rarity * (often * self.curve.factor / (often + norm))
    }

    #[inline(always)]
    fn whole(&self, score: f32) -> u32 {
        (score * self.curve.per) as u32
    }

    /// The scores of rows: the whole sum of what each word is worth there.
    pub fn scores(&self, rows: &[u32], words: &[Weighed]) -> Vec<u32> {
        let mut sums = vec![0.0; rows.len()];
        for word in words {
            for ((&row, &weight), sum) in rows.iter().zip(&word.weights).zip(&mut sums) {
                *sum += self.worth(weight, word.rarity, row);
            }
        }
        sums.into_iter().map(|sum| self.whole(sum)).collect()
    }

    /// As [`Ranker::best`], of one word with these weights.
    pub fn best_of(&self, rows: &[u32], weights: &[u8], word: Word, most: usize) -> Vec<u32> {
        let mut best = BestOf::new(self, word, most);
        let mut little = 0;
        for (&row, &weight) in rows.iter().zip(weights) {
            if weight > little {
                little = best.offer(row, weight);
            }
        }
        best.rows()
    }

    /// The `most` rows of the greatest scores, the greatest first; of equal ones the last comes first.
    pub fn best(&self, rows: &[u32], words: &[Weighed], most: usize) -> Vec<u32> {
        // What the weights alone allow: few rows have to be looked at any closer.
        let mut bounds = vec![0.0; rows.len()];
        for word in words {
            let mut by_weight = [word.rarity * self.curve.factor; GREAT + 1];
            for (weight, bound) in (0..GREAT as u16).zip(&mut by_weight) {
                *bound = self.at(weight, word.rarity, self.least);
            }
            for (&weight, bound) in word.weights.iter().zip(&mut bounds) {
                *bound += by_weight.get(usize::from(weight).min(GREAT)).copied().unwrap_or(0.0);
            }
        }
        let mut best = Best::of(most);
        for ((at, &row), bound) in rows.iter().enumerate().zip(bounds) {
            if self.whole(bound) < best.least {
                continue;
            }
            let weight = |word: &Weighed| word.weights.get(at).copied().unwrap_or(0);
            let score = words.iter().fold(0.0, |sum, word| sum + self.worth(weight(word), word.rarity, row));
            best.offer(row, self.whole(score));
        }
        best.rows()
    }
}

/// The best rows of one word, which come in order.
pub(crate) struct BestOf<'a> {
    ranker: &'a Ranker,
    word: Word,
    best: Best,
    /// No row gets in any more with a weight of so much.
    little: u8,
}

impl<'a> BestOf<'a> {
    pub fn new(ranker: &'a Ranker, word: Word, most: usize) -> BestOf<'a> {
        BestOf { ranker, word, best: Best::of(most), little: 0 }
    }

    /// Takes a row in, if it is good enough; gives back up to which weight none will be.
    #[inline]
    pub fn offer(&mut self, row: u32, weight: u8) -> u8 {
        let BestOf { ranker, word: Word { rarity, share }, best, little } = self;
        best.offer(row, ranker.whole(ranker.worth(u16::from(weight) * *share, *rarity, row)));
        let at_most = |weight: u8| ranker.at(u16::from(weight) * *share, *rarity, ranker.least);
        while usize::from(*little) < GREAT && ranker.whole(at_most(*little + 1)) < best.least {
            *little += 1;
        }
        *little
    }

    pub fn rows(self) -> Vec<u32> {
        self.best.rows()
    }
}

/// The best of rows that come in order.
struct Best {
    most: usize,
    /// Score and row, the greatest first.
    kept: Vec<(u32, u32)>,
    /// A row with less doesn't get in.
    least: u32,
}

impl Best {
    fn of(most: usize) -> Best {
        Best { most, kept: Vec::with_capacity(most.min(GREAT) + 1), least: 0 }
    }

    /// Takes a row in, if it is better than one of the best or as good.
    #[inline]
    fn offer(&mut self, row: u32, score: u32) {
        if score < self.least {
            return;
        }
        let place = self.kept.partition_point(|kept| kept.0 > score);
        self.kept.insert(place, (score, row));
        if self.kept.len() > self.most {
            self.kept.pop();
            self.least = self.kept.last().map_or(0, |kept| kept.0);
        }
    }

    fn rows(self) -> Vec<u32> {
        self.kept.into_iter().map(|(_, row)| row).collect()
    }
}

/// The places of the scores, the greatest first; of equal ones the first stays the first.
pub fn by_score(scores: &[u32]) -> Vec<u32> {
    // Least significant digit first: each pass keeps the order of the one before (Knuth, TAOCP 3, 5.2.5).
    const DIGIT: u32 = 11;
    let mut order: Vec<u32> = (0..scores.len() as u32).collect();
    let most = scores.iter().copied().max().unwrap_or(0);
    let mut sorted = vec![0u32; scores.len()];
    let mut shift = 0;
    while shift < 32 && most >> shift > 0 {
        let digit = |at: u32| {
            let score = scores.get(at as usize).copied().unwrap_or(0);
            (!score >> shift & ((1 << DIGIT) - 1)) as usize
        };
        let mut starts = [0u32; 1 << DIGIT];
        order.iter().filter_map(|&at| starts.get_mut(digit(at)).map(|n| *n += 1)).for_each(drop);
        let mut before = 0;
        for start in &mut starts {
            (*start, before) = (before, before + *start);
        }
        for &at in &order {
            if let Some(start) = starts.get_mut(digit(at)) {
                if let Some(place) = sorted.get_mut(*start as usize) {
                    *place = at;
                }
                *start += 1;
            }
        }
        std::mem::swap(&mut order, &mut sorted);
        shift += DIGIT;
    }
    order
}

/// The places of the `most` greatest scores, the greatest first; of equal ones the last comes first.
pub fn top(scores: &[u32], most: usize) -> Vec<u32> {
    let mut best = Best::of(most);
    (0..).zip(scores).for_each(|(at, &score)| best.offer(at, score));
    best.rows()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn orders_are_those_of_a_sort(scores in proptest::collection::vec(prop_oneof![0u32..9, any::<u32>()], 0..200)) {
            let mut sorted: Vec<u32> = (0..scores.len() as u32).collect();
            sorted.sort_by_key(|at| std::cmp::Reverse(scores[*at as usize]));
            prop_assert_eq!(by_score(&scores), sorted);
        }

        #[test]
        fn the_best_are_those_of_a_sort(
            weighed in proptest::collection::vec((any::<bool>(), prop_oneof![0u16..9, 0u16..300], 0u16..4, 3u8..30), 0..200),
            words in 0usize..3, most in 0usize..30,
        ) {
            let curve = Curve { factor: 2.2, exact: 2.0, per: 4096.0 };
            let ranker = Ranker::of(curve, weighed.iter().map(|w| f32::from(w.3) / 10.0).collect());
            let rows: Vec<u32> = (0..).zip(&weighed).filter(|(_, w)| w.0).map(|(row, _)| row).collect();
            let of = |n: usize| rows.iter().map(|r| weighed[*r as usize]).map(|w| [w.1, w.2][n]).collect();
            let words: Vec<Weighed> =
                (0..words).map(|n| Weighed { rarity: [0.7, 3.1][n], weights: of(n) }).collect();
            let scores = ranker.scores(&rows, &words);
            let mut sorted: Vec<usize> = (0..rows.len()).rev().collect();
            sorted.sort_by_key(|at| std::cmp::Reverse(scores[*at]));
            sorted.truncate(most);
            let places: Vec<u32> = sorted.iter().map(|at| *at as u32).collect();
            prop_assert_eq!(top(&scores, most), places);
            let sorted: Vec<u32> = sorted.into_iter().map(|at| rows[at]).collect();
            prop_assert_eq!(ranker.best(&rows, &words, most), sorted);
        }

        #[test]
        fn weights_are_picked_as_by_a_search(
            list in proptest::collection::btree_map(0u32..300, 1u8..9, 0..100),
            rows in proptest::collection::btree_set(0u32..300, 0..100),
        ) {
            let (keys, weights): (Vec<u32>, Vec<u8>) = list.iter().map(|(k, w)| (*k, *w)).unzip();
            let rows: Vec<u32> = rows.into_iter().collect();
            let picked: Vec<u16> = rows.iter().map(|r| list.get(r).map_or(0, |w| u16::from(*w) * 2)).collect();
            prop_assert_eq!(pick(&keys, &weights, 2, &rows), picked);
        }
    }
}
