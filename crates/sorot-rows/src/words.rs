//! Sorted words that lie one behind the other: where does one stand?

/// How many of the sorted words come before `word`; `ends` says where each ends in `text`. All are compared by their
/// bytes, as UTF-8 sorts by characters, too.
#[inline(never)]
pub fn words_before(text: &[u8], ends: &[u32], word: &[u8]) -> usize {
    let (mut low, mut high) = (0, ends.len());
    while low < high {
        let middle = low + (high - low) / 2;
        let end = ends.get(middle).copied().unwrap_or(0) as usize;
        let start = middle.checked_sub(1).and_then(|before| ends.get(before)).copied().unwrap_or(0) as usize;
        if text.get(start..end).unwrap_or(&[]) < word { low = middle + 1 } else { high = middle }
    }
    low
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn words_are_found_as_by_a_walk(words in proptest::collection::btree_set("[abé]{0,4}", 0..30), word in "[abé]{0,3}") {
            let text = words.iter().flat_map(|w| w.bytes()).collect::<Vec<u8>>();
            let ends: Vec<u32> = words.iter().scan(0, |end, w| { *end += w.len() as u32; Some(*end) }).collect();
            let before = words.iter().filter(|w| w.as_str() < word.as_str()).count();
            prop_assert_eq!(words_before(&text, &ends, word.as_bytes()), before);
        }
    }
}
