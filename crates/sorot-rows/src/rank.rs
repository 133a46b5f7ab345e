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

/// Adds to the score of each row what its weight is worth: `rarity * often * factor / (often + norm)`, `often` being
/// the weight over `exact`, `norm` the row's own. Only these operations in this order, so that every machine ranks
/// alike.
pub fn saturate(
    rows: &[u32],
    weights: &[u16],
    norms: &[f32],
    rarity: f32,
    factor: f32,
    exact: f32,
    scores: &mut [f32],
) {
    for ((&row, &weight), score) in rows.iter().zip(weights).zip(scores) {
        let norm = norms.get(row as usize).copied().unwrap_or(1.0);
        let often = f32::from(weight) / exact;
        *score += rarity * (often * factor / (often + norm));
    }
}

/// Scores in whole steps, `per` to the unit.
pub fn steps(scores: &[f32], per: f32) -> Vec<u32> {
    scores.iter().map(|score| (score * per) as u32).collect()
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
    let mut best: Vec<(u32, u32)> = Vec::with_capacity(most + 1);
    let mut least = 0;
    for (at, &score) in (0u32..).zip(scores) {
        if score < least {
            continue;
        }
        let place = best.partition_point(|b| b.0 > score);
        best.insert(place, (score, at));
        if best.len() > most {
            best.pop();
            least = best.last().map_or(0, |b| b.0);
        }
    }
    best.into_iter().map(|(_, at)| at).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn orders_are_those_of_a_sort(scores in proptest::collection::vec(prop_oneof![0u32..9, any::<u32>()], 0..200), most in 0usize..30) {
            let mut sorted: Vec<u32> = (0..scores.len() as u32).collect();
            sorted.sort_by_key(|at| std::cmp::Reverse(scores[*at as usize]));
            prop_assert_eq!(by_score(&scores), sorted);
            let mut sorted: Vec<u32> = (0..scores.len() as u32).rev().collect();
            sorted.sort_by_key(|at| std::cmp::Reverse(scores[*at as usize]));
            sorted.truncate(most);
            prop_assert_eq!(top(&scores, most), sorted);
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
